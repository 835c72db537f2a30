"""Values a reviewer put right (更正), laid over what was read before anything is judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from docint.contracts import Field, Kind
from docint.errors import UsageError
from docint.extract.parsers import BY_TYPE, parser_of
from docint.types.document import Document
from docint.types.fact import Fact, Facts, Path, Value, Witness
from docint.types.place import Evidence
from docint.values import districts
from docint.values.text import fold

REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Corrected:
    """One value put right: the document by its first page, the fact by its path."""

    file: str
    page: int
    path: Path
    value: str
    """As the reviewer wrote it."""
    who: str


def amended(
    documents: tuple[Document, ...],
    facts: Mapping[str, Facts],
    corrections: Sequence[Corrected],
    kinds: Mapping[str, Kind],
) -> dict[str, Facts]:
    """The facts with every correction that still finds its fact."""
    result = dict(facts)
    for document in documents:
        begin = (document.leaves[0].file, document.leaves[0].page.number)
        mine = {c.path: c for c in corrections if (c.file, c.page) == begin}
        if mine and document.id in result:
            kind = kinds.get(document.kind)
            shown = shown_paths(result[document.id])
            mine |= _following(result[document.id], shown, mine)
            items = [
                _put_right(fact, mine[shown[fact.path]], kind) if shown[fact.path] in mine else fact
                for fact in result[document.id]
            ]
            result[document.id] = Facts(tuple(items))
    return result


def _following(
    facts: Facts, shown: Mapping[Path, Path], corrections: Mapping[Path, Corrected]
) -> dict[Path, Corrected]:
    """Districts that were taken from an address which was put right."""
    found = {}
    for fact in facts:
        path = shown[fact.path]
        source = corrections.get((*path[:-1], "address"))
        if path[-1] == "district" and path not in corrections and source is not None:
            district = _district(fold(source.value))
            if isinstance(district, Mapping):
                found[path] = replace(source, path=path, value=district["name"])
    return found


def shown_paths(facts: Facts) -> dict[Path, Path]:
    """Paths as the plain report shows them: lists are counted from 0 without gaps."""
    steps: dict[Path, set[str | int]] = {}
    for fact in facts:
        for depth, step in enumerate(fact.path):
            steps.setdefault(fact.path[:depth], set()).add(step)
    ranks: dict[tuple[Path, str | int], str | int] = {}
    for prefix, found in steps.items():
        numbers = sorted(step for step in found if isinstance(step, int))
        listed = len(numbers) == len(found)
        for step in found:
            ranks[prefix, step] = numbers.index(step) if listed and isinstance(step, int) else step
    return {
        fact.path: tuple(
            rank if isinstance(rank := ranks[fact.path[:depth], step], int) else str(rank)
            for depth, step in enumerate(fact.path)
        )
        for fact in facts
    }


def _put_right(fact: Fact, correction: Corrected, kind: Kind | None) -> Fact:
    """The reviewer is the reader; the machine's reading stays as a witness that was overruled."""
    first = fact.evidence[0]
    evidence = Evidence(first.place, first.quote, REVIEWER, 1.0)
    note = f"{correction.who}更正；程序原读作“{_shown(fact.value)}”"
    return replace(
        fact,
        value=fitting(fact.value, fact.path, correction.value, kind),
        evidence=(evidence, *fact.evidence[1:]),
        method=REVIEWER,
        confidence=1.0,
        witnesses=(Witness(REVIEWER, True, note),),
        repaired=False,
    )


def fitting(old: Any, path: Path, text: str, kind: Kind | None) -> Value:
    """What a reviewer wrote as a value in the contract's form.

    Args:
        old: the value read by the machine; the new one is of its form.
        path: where the fact hangs.
        text: what the reviewer wrote.
        kind: the document's kind, whose fields know how to read it.

    Raises:
        UsageError: it is no such value.
    """
    if "*" in text and "*" not in _shown(old):
        raise UsageError("请按原件填写完整内容，不要保留遮盖用的星号。")
    known = canonical(old, text)
    if known is not None:
        return known
    field = _field(kind, path)
    parsers = [parser_of(field)] if field else []
    if isinstance(old, str) and _form(old) is None:
        parsers.append(BY_TYPE["text"])
    for parse in parsers:
        try:
            value = parse(text)
        except ValueError:
            continue
        if isinstance(value, type(old)):
            return cast("Value", value)
    raise UsageError(f"“{text}”不能作为此项的值；请按原值“{_shown(old)}”的形式填写。")


def canonical(old: Any, text: str) -> Value | None:
    """A value of the same form as the old one; None where only the field's parser can tell."""
    written = fold(text)
    if isinstance(old, bool):
        return {"是": True, "否": False, "true": True, "false": False}.get(written)
    if isinstance(old, int):
        return int(written) if written.isascii() and written.isdigit() else None
    if isinstance(old, Mapping):
        return _district(written) if "code" in old else None
    return _like(old, text)


def _district(text: str) -> Value | None:
    try:
        found = districts.parse(text)
    except ValueError:
        return None
    return found if isinstance(found, Mapping) else None


def _like(old: str, text: str) -> str | None:
    """Money, dates and codes by the form of the old value."""
    form = _form(old)
    if form is None:
        return None
    try:
        value = BY_TYPE[form](text)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


def _form(old: str) -> Any:
    whole, point, cents = old.lstrip("-").partition(".")
    if point and whole.isdigit() and len(cents) == 2 and cents.isdigit():
        return "money"
    if len(old) == 10 and old[4:5] == old[7:8] == "-":
        return "date"
    return "month" if len(old) == 7 and old[4:5] == "-" and old[:4].isdigit() else None


def _field(kind: Kind | None, path: Path) -> Field | None:
    names = [step for step in path if isinstance(step, str)]
    fields = kind.fields if kind else ()
    return next((field for field in fields if names and field.name == names[-1]), None)


def _shown(value: Any) -> str:
    return str(value["name"]) if isinstance(value, Mapping) and "name" in value else str(value)
