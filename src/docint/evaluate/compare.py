"""A report's facts beside the gold's: what is right, and which document is which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from rapidfuzz.distance import Levenshtein

from docint.values.text import bare

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
Leaf: TypeAlias = Mapping[str, Any]
"""A fact as plain data; of a gold's declaration ``{"value": …}`` alone."""
PageKey: TypeAlias = tuple[str, int]

FREE_TEXT = frozenset({"business_scope", "ip_clause", "sections", "rd_division.text"})
"""Fields that are right at an edit similarity of 0.95 (contract §2)."""
ALIKE = 0.95


@dataclass(frozen=True, slots=True)
class Judged:
    """One comparison."""

    type: str
    field: str
    origin: str
    gold: Leaf | None
    found: Leaf | None
    right: bool
    file: str = ""
    """Where the found leaf stands that names no file itself."""
    apart: bool = False
    """Whether the value is right but stands in a part that was split off its document."""


# ---------------------------------------------------------------- values


def right(truth: Any, value: Any, name: str = "") -> bool:
    """Whether a value is right (contract §2): equal after NFKC, without blanks and punctuation.

    Amounts are compared as they stand, for their point and sign are no punctuation.
    """
    if isinstance(truth, Mapping) or isinstance(value, Mapping):
        both = isinstance(truth, Mapping) and isinstance(value, Mapping)
        return both and all(right(truth[key], value.get(key)) for key in truth)
    one, two = _said(truth), _said(value)
    if re.fullmatch(r"-?\d+\.\d+", one) or re.fullmatch(r"-?\d+\.\d+", two):
        return one == two
    if name in FREE_TEXT:
        return Levenshtein.normalized_similarity(bare(one), bare(two)) >= ALIKE
    return bare(one) == bare(two) if bare(one) else one == two


def _said(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def leaves(tree: Any, plain: bool = False, path: Path = ()) -> Iterator[tuple[Path, Leaf]]:
    """Leaves of a tree of facts, or of a plain declaration, by path."""
    if isinstance(tree, list):
        for number, item in enumerate(tree):
            yield from leaves(item, plain, (*path, number))
    elif isinstance(tree, Mapping) and not _is_leaf(tree, plain):
        for key, item in tree.items():
            yield from leaves(item, plain, (*path, str(key)))
    elif plain and tree is not None:
        yield path, {"value": tree}
    elif isinstance(tree, Mapping) and tree.get("value") is not None:
        yield path, tree


def _is_leaf(tree: Mapping[str, Any], plain: bool) -> bool:
    if plain:
        return {"code", "name"} == set(tree) or {"amount", "currency"} == set(tree)
    return "value" in tree


def name_of(path: Path) -> str:
    """The field a path belongs to: numbers and years are no part of its name."""
    steps = [s for s in path if isinstance(s, str) and not re.fullmatch(r"(?:19|20)\d{2}", s)]
    return ".".join(steps)


# ---------------------------------------------------------------- comparing two trees


def compare(
    gold: Mapping[Path, Leaf], found: Mapping[Path, Leaf]
) -> list[tuple[str, Leaf | None, Leaf | None, bool]]:
    """Field, gold leaf, found leaf and whether that is right, for every leaf of either.

    Items of lists are paired by what they have in common, not by their order.
    """
    turned = _renumbered(gold, found)
    judged = []
    for path in [*gold, *(p for p in turned if p not in gold)]:
        truth, mine, name = gold.get(path), turned.get(path), name_of(path)
        fits = truth is not None and mine is not None and right(truth["value"], mine["value"], name)
        judged.append((name, truth, mine, fits))
    return judged


def _renumbered(gold: Mapping[Path, Leaf], found: Mapping[Path, Leaf]) -> dict[Path, Leaf]:
    """The found leaves, their list items numbered as the gold's they are most like."""
    numbers: dict[tuple[Path, int], int] = {}
    for prefix in {path[:at] for path in found for at, s in enumerate(path) if isinstance(s, int)}:
        truths, mine = _items(gold, prefix), _items(found, prefix)
        ranked = sorted(
            (-_common(truths[t], mine[m], prefix), abs(t - m), t, m) for t in truths for m in mine
        )
        taken: dict[int, int] = {}
        for likeness, _, truth, item in ranked:
            if likeness < 0 and item not in taken and truth not in taken.values():
                taken[item] = truth
        over = [truth for truth in sorted(truths) if truth not in taken.values()]
        for item in sorted(mine):
            if item not in taken:  # unlike all: the next gold item nobody is like, or none
                taken[item] = over.pop(0) if over else 10_000 + item
        numbers.update({(prefix, item): truth for item, truth in taken.items()})
    return {_moved(path, numbers): leaf for path, leaf in found.items()}


def _items(tree: Mapping[Path, Leaf], prefix: Path) -> dict[int, dict[Path, Leaf]]:
    items: dict[int, dict[Path, Leaf]] = defaultdict(dict)
    for path, leaf in tree.items():
        if path[: len(prefix)] == prefix and len(path) > len(prefix):
            step = path[len(prefix)]
            if isinstance(step, int):
                items[step][path[len(prefix) + 1 :]] = leaf
    return items


def _common(truth: Mapping[Path, Leaf], mine: Mapping[Path, Leaf], prefix: Path) -> int:
    return sum(
        right(truth[rest]["value"], leaf["value"], name_of((*prefix, *rest)))
        for rest, leaf in mine.items()
        if rest in truth
    )


def _moved(path: Path, numbers: Mapping[tuple[Path, int], int]) -> Path:
    return tuple(
        numbers.get((path[:at], step), step) if isinstance(step, int) else step
        for at, step in enumerate(path)
    )


# ---------------------------------------------------------------- documents


def pages_of(document: Mapping[str, Any]) -> frozenset[PageKey]:
    """The pages of a document, gold or found; a missing list of pages is the first page."""
    parts = document.get("parts") or [document]
    return frozenset((p["file"], int(n)) for p in parts for n in p.get("pages") or (1,))


def paired(
    golds: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]
) -> list[tuple[Mapping[str, Any], Mapping[str, Any] | None]]:
    """Each gold document with the found one that shares most of its pages, each used once."""
    shares = sorted(
        (
            (-len(pages_of(g) & pages_of(f)) / len(pages_of(g) | pages_of(f)), n, m)
            for n, g in enumerate(golds)
            for m, f in enumerate(found)
            if pages_of(g) & pages_of(f)
        )
    )
    taken: dict[int, int] = {}
    for _, gold, mine in shares:
        if gold not in taken and mine not in taken.values():
            taken[gold] = mine
    return [(g, found[taken[n]] if n in taken else None) for n, g in enumerate(golds)]


def _file(document: Mapping[str, Any]) -> str:
    """The first file of a document, gold or found."""
    return str((document.get("parts") or [document])[0]["file"])


def judged_of(report: Mapping[str, Any], gold: Mapping[str, Any]) -> Iterator[Judged]:
    """All comparisons of one bundle."""
    forms = [d for d in gold["documents"] if d["type"] == "application-form"]
    origin = forms[0].get("origin", "") if forms else "json"
    truth, mine = dict(leaves(gold.get("declared", {}), True)), dict(leaves(report["declared"]))
    for name, one, two, fits in compare(truth, mine):
        yield Judged("application-form", name, origin, one, two, fits)
    met = []
    for document, found in paired(gold["documents"], report["documents"]):
        met.append(id(found))
        kind, origin = document["type"], document.get("origin", "")
        same = found is not None and found["type"] == kind
        truth = dict(leaves(document.get("facts", {})))
        mine = dict(leaves(found["facts"])) if found is not None and same else {}
        file = _file(found or document)
        for name, one, two, fits in compare(truth, mine) if kind != "application-form" else ():
            yield Judged(kind, name, origin, one, two, fits, file)
        if found is not None and not same:
            yield from _spurious(found, origin)
    for document in report["documents"]:
        if id(document) not in met:
            whole = _whole(document, gold["documents"])
            yield from _spurious(document, str(document.get("reader", "")), whole)


def _whole(document: Mapping[str, Any], golds: Sequence[Mapping[str, Any]]) -> dict[Path, Leaf]:
    """The facts of the gold document that this one is a part of; none if there is none."""
    for gold in golds:
        if gold["type"] == document["type"] and pages_of(document) <= pages_of(gold):
            return dict(leaves(gold.get("facts", {})))
    return {}


def _spurious(
    document: Mapping[str, Any], origin: str, whole: Mapping[Path, Leaf] = MappingProxyType({})
) -> Iterator[Judged]:
    """Facts of a document that the gold has not, has as another type, or as a part of another."""
    if document["type"] in {"other", "unknown"}:
        return
    kind, file = document["type"], _file(document)
    for name, _, leaf, fits in compare(whole, dict(leaves(document.get("facts", {})))):
        if leaf is not None:
            yield Judged(kind, name, origin, None, leaf, right=False, file=file, apart=fits)
