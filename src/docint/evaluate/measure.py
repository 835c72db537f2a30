"""Reports against gold (评测): what was read right, how sure it was said to be, what was caught.

Pure functions over plain data: reports as ``report.json`` (contract §6) and golds of the schema
``docint.gold/1``::

    {"schema", "policy", "applied_on", "quality", "declared": {§4, plain leaves},
     "documents": [{"type", "parts": [{"file", "pages"}], "origin", "layout",
                    "facts": {tree of {"value", "text", "page", "box"}}}],
     "pages": [{"file", "page", "turned", "lines": […], "critical": […],
                "runs": [[text, box], …]}],
     "planted": [{"code", "subject", "note"}]}
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docint.evaluate.boxes import placed, runs_of
from docint.evaluate.caught import Caught, caught
from docint.evaluate.compare import Judged, Leaf, PageKey, judged_of, pages_of, paired
from docint.evaluate.seals import Sealed, sealed
from docint.evaluate.shares import Share
from docint.values.text import bare

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)
"""Lower edges of the bins of calibration."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one field."""

    right: int = 0
    wrong: int = 0
    """Found with another value than the gold's."""
    spurious: int = 0
    """Found where the gold has nothing."""
    missed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None if nothing was found."""
        found = self.right + self.wrong + self.spurious
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found right; None if the gold has none."""
        there = self.right + self.wrong + self.missed
        return self.right / there if there else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None without either."""
        total = 2 * self.right + 2 * self.wrong + self.spurious + self.missed
        return 2 * self.right / total if total else None

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.wrong + other.wrong,
            self.spurious + other.spurious,
            self.missed + other.missed,
        )


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts of about one confidence."""

    least: float
    count: int
    confidence: float
    """Mean of what was said."""
    accuracy: float
    """Share that is right."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All measures of one corpus."""

    bundles: int
    fields: Mapping[str, Mapping[str, Score]]
    """By type, then field (``parties.name``); the declaration under ``application-form``."""
    origins: Mapping[str, Score]
    """All fields by how the document came (scan, text, docx …)."""
    pages: Share
    """Pages given their document's type."""
    documents: Share
    """Gold documents recognised as of their type."""
    splitting: Share
    """Gold documents whose pages are exactly one document of the report."""
    confusions: Mapping[str, int]
    """``gold → found`` where the types differ."""
    critical: Mapping[str, Share]
    """Critical strings found on their page, by quality; empty without page texts."""
    boxed: Share
    """Right facts with a box, among those whose place the gold knows."""
    boxes: Share
    """Those of them whose box is on the right words."""
    overlap: float | None
    """Mean intersection over union of boxes on the very place that the gold names."""
    proved: Share
    """Right amounts among those that two witnesses bear out and none contradicts."""
    sealed: Sealed
    """Seals of scans, and the print under them; empty without page texts."""
    planted: Mapping[str, Share]
    """Planted problems that a finding names, by code."""
    unplanted: Mapping[str, int]
    """High and medium findings that nobody planted, by code, over all bundles."""
    clean: int
    """Bundles with nothing planted."""
    false_alarms: int
    """High and medium findings on those."""
    bins: tuple[Bin, ...]
    ece: float | None
    """Expected calibration error over all judged facts."""
    unjudged: Mapping[str, int] = field(default_factory=dict)
    """Facts of fields that no gold document of the type annotates: neither right nor wrong."""
    mistakes: tuple[Mapping[str, Any], ...] = ()
    """Every field that is not right: bundle, type, field, gold, found, confidence; ``apart`` if it
    is right but stands in a part that was split off its document."""
    overlooked: tuple[Mapping[str, Any], ...] = ()
    """Every planted problem that no finding names, with its bundle."""
    beside: tuple[Mapping[str, Any], ...] = ()
    """Every high or medium finding that nobody planted, with its bundle."""

    @property
    def total(self) -> Score:
        """All fields of all types."""
        return sum((s for f in self.fields.values() for s in f.values()), Score())


# ---------------------------------------------------------------- measures


def evaluate(
    pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]],
    page_texts: Sequence[Mapping[PageKey, str]] = (),
    names: Sequence[str] = (),
) -> Evaluation:
    """Measure reports against golds.

    Args:
        pairs: report and gold of each bundle.
        page_texts: for each bundle, in the same order, what was read on each (file, page).
        names: of the bundles, in the same order; numbers without them.
    """
    bundles = list(pairs)
    names = names or [str(n) for n in range(1, len(bundles) + 1)]
    judged, unjudged = annotated(
        [(n, j) for n, pair in enumerate(bundles) for j in judged_of(*pair)]
    )
    fields, origins = _scores([one for _, one in judged])
    runs = [runs_of(gold) for _, gold in bundles]
    boxed, boxes, overlap = placed([(one, runs[n]) for n, one in judged if one.right])
    all_caught = [caught(report, gold) for report, gold in bundles]
    clean = [n for n, (_, gold) in enumerate(bundles) if not gold.get("planted")]
    bins, ece = calibration(_told([one for _, one in judged]))
    return Evaluation(
        bundles=len(bundles),
        fields=fields,
        origins=origins,
        **_recognised(bundles),
        critical=_critical([gold for _, gold in bundles], page_texts),
        boxed=boxed,
        boxes=boxes,
        overlap=overlap,
        proved=_share(one.right or one.apart for _, one in judged if _twice_borne_out(one.found)),
        sealed=_sealed(bundles, page_texts),
        planted=_by_code(all_caught),
        unplanted=_counted(f["code"] for c in all_caught for f in c.beside),
        clean=len(clean),
        false_alarms=sum(len(all_caught[n].beside) for n in clean),
        bins=bins,
        ece=ece,
        unjudged=unjudged,
        mistakes=tuple(_mistake(names[n], one) for n, one in judged if not one.right),
        overlooked=_listed(names, [c.overlooked for c in all_caught]),
        beside=_listed(names, [c.beside for c in all_caught]),
    )


def _recognised(
    bundles: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]],
) -> dict[str, Any]:
    """How well documents were told from one another."""
    every = [pair for r, g in bundles for pair in paired(g["documents"], r["documents"])]
    return {
        "pages": sum((_pages_right(gold, report) for report, gold in bundles), Share()),
        "documents": _share(f is not None and f["type"] == g["type"] for g, f in every),
        "splitting": _share(f is not None and pages_of(f) == pages_of(g) for g, f in every),
        "confusions": _confused(every),
    }


def _sealed(
    bundles: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]],
    texts: Sequence[Mapping[PageKey, str]],
) -> Sealed:
    every = zip(bundles, texts, strict=False)
    return sum((sealed(report, gold, read) for (report, gold), read in every), Sealed())


def _counted(codes: Iterable[str]) -> dict[str, int]:
    return dict(Counter(codes).most_common())


def _share(hits: Iterable[bool]) -> Share:
    return sum((Share(int(hit), 1) for hit in hits), Share())


def annotated(
    judged: Sequence[tuple[int, Judged]],
) -> tuple[list[tuple[int, Judged]], dict[str, int]]:
    """Comparisons the gold can decide, and counts of those in fields it never annotates."""
    known = {(one.type, one.field) for _, one in judged if one.gold is not None}
    types = {kind for kind, _ in known}
    kept, left = [], Counter[str]()
    for number, one in judged:
        if one.type in types and (one.type, one.field) not in known:
            left[f"{one.type} {one.field}"] += 1
        else:
            kept.append((number, one))
    return kept, dict(left.most_common())


def _scores(judged: Sequence[Judged]) -> tuple[dict[str, dict[str, Score]], dict[str, Score]]:
    """Counts by type and field, and by origin."""
    fields: dict[str, dict[str, Score]] = defaultdict(lambda: defaultdict(Score))
    origins: dict[str, Score] = defaultdict(Score)
    for one in judged:
        fields[one.type][one.field] += _score(one)
        origins[one.origin] += _score(one)
    ordered = {kind: dict(sorted(scores.items())) for kind, scores in sorted(fields.items())}
    return ordered, dict(sorted(origins.items()))


def _told(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """How sure each found fact was said to be, and whether its value is right.

    Values of a part that was split off its document are judged by the whole: that a document was
    split is counted elsewhere, and says nothing of how its values were read.
    """
    found = [(one.found, one.right or one.apart) for one in judged if one.found is not None]
    return [(float(leaf["confidence"]), fits) for leaf, fits in found if "confidence" in leaf]


def _twice_borne_out(found: Leaf | None) -> bool:
    """Whether a found leaf is an amount with two witnesses for it and none against."""
    if found is None or not re.fullmatch(r"-?\d+\.\d{2}", str(found["value"])):
        return False
    agree = [witness["agrees"] for witness in found.get("witnesses", ())]
    return len(agree) > 1 and all(agree)


def _confused(
    every: Sequence[tuple[Mapping[str, Any], Mapping[str, Any] | None]],
) -> dict[str, int]:
    named = ((g["type"], f["type"] if f else "—") for g, f in every)
    return dict(Counter(f"{g} → {f}" for g, f in named if g != f).most_common())


def _score(one: Judged) -> Score:
    if one.right:
        return Score(right=1)
    if one.gold is None:
        return Score(spurious=1)
    return Score(missed=1) if one.found is None else Score(wrong=1)


def _listed(
    names: Sequence[str], rows: Sequence[Sequence[Mapping[str, Any]]]
) -> tuple[Mapping[str, Any], ...]:
    kept = ("code", "subject", "severity", "message", "note")
    return tuple(
        {"bundle": name, **{key: row[key] for key in kept if key in row}}
        for name, some in zip(names, rows, strict=True)
        for row in some
    )


def _mistake(name: str, one: Judged) -> dict[str, Any]:
    found = one.found or {}
    return {
        "bundle": name,
        "type": one.type,
        "field": one.field,
        "gold": one.gold["value"] if one.gold else None,
        "found": found.get("value"),
        "text": found.get("text"),
        "confidence": found.get("confidence"),
        "apart": one.apart,
    }


def _pages_right(gold: Mapping[str, Any], report: Mapping[str, Any]) -> Share:
    types = {page: d["type"] for d in report["documents"] for page in pages_of(d)}
    asked = [(page, d["type"]) for d in gold["documents"] for page in pages_of(d)]
    return Share(sum(types.get(page) == kind for page, kind in asked), len(asked))


def calibration(told: Sequence[tuple[float, bool]]) -> tuple[tuple[Bin, ...], float | None]:
    """Bins of facts by the confidence they were given, and the expected calibration error."""
    bins = []
    for least, above in zip(EDGES, (*EDGES[1:], 2.0), strict=True):
        inside = [(said, fits) for said, fits in told if least <= said < above]
        if inside:
            said, fits = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            bins.append(Bin(least, len(inside), said, fits))
    gap = sum(b.count * abs(b.accuracy - b.confidence) for b in bins)
    return tuple(bins), gap / len(told) if told else None


def _critical(
    golds: Sequence[Mapping[str, Any]], texts: Sequence[Mapping[PageKey, str]]
) -> dict[str, Share]:
    shares: dict[str, Share] = defaultdict(Share)
    for gold, read in zip(golds, texts, strict=False):
        for page in gold.get("pages", ()):
            text = bare(read.get((page["file"], page["page"]), ""))
            asked = [bare(str(one)) for one in page.get("critical", ())]
            hits = Share(sum(one in text for one in asked), len(asked))
            shares[str(gold.get("quality", ""))] += hits
    return dict(shares)


def _by_code(all_caught: Iterable[Caught]) -> dict[str, Share]:
    shares: dict[str, Share] = defaultdict(Share)
    for one in all_caught:
        for problem in one.named:
            shares[problem["code"]] += Share(1, 1)
        for problem in one.overlooked:
            shares[problem["code"]] += Share(0, 1)
    return dict(sorted(shares.items()))
