"""What certificates share: a term in one field, a date and an authority at the foot, a seal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from docint.extract.authorities import authorities, divisions_of, named
from docint.extract.days import mended as mended_days
from docint.extract.days import whole
from docint.extract.flow import Glyph, Span, flow_of, reader_of, span_of
from docint.extract.parsers import one_date, words
from docint.extract.proof import DOUBTFUL, fact
from docint.extract.rows import Row, layout
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.place import Place
from docint.types.reading import Seal
from docint.values import dates, districts, gazetteer
from docint.values.offices import mended
from docint.values.text import fold

_DATE = re.compile(
    r"(?<![0-9])(?P<y>20\d\d|19\d\d|二[〇○OO0零]\S{2})年(?:[.·']?(?P<m>[0-9一二三四五六七八九十]{1,3})[.·']?月"
    r"(?:[.·']?(?P<d>[0-9一二三四五六七八九十廿]{1,4})日?)?)?"
)
_COLUMN = 5.0
"""A gap this many sizes wide parts two columns."""
_CLOSE = 2.0
"""A narrower one that may part columns; letter-spaced words have it inside as well."""
_NOT_ISSUED = re.compile(
    r"至|自|有效|期限|成立|报送|公示|年报|年度|打印|下载|留存|截止|出生|之前|以前|年检|检验|[0-9]{2}[:时]"
)


def term_start(printed: str) -> str:
    """First day of a term (``自…至…``).

    Raises:
        ValueError: no term, or none that says when it begins.
    """
    start = dates.parse_range(mended_days(printed))[0]
    if start is None:
        raise ValueError(f"no beginning: {printed!r}")
    return whole(start, mended_days(printed).split("至")[0])


def term_end(printed: str) -> str:
    """Last day of a term, or ``long-term``.

    Raises:
        ValueError: no term, or none that says when it ends.
    """
    end = dates.parse_range(mended_days(printed))[1]
    if end is None:
        raise ValueError(f"no end: {printed!r}")
    return whole(end, mended_days(printed).split("至")[-1])


def until(printed: str) -> str:
    """The day a term ends: given alone or as the end of a range.

    Raises:
        ValueError: neither (``三年`` is no day).
    """
    try:
        return term_end(printed)
    except ValueError:
        return one_date(printed)


def issued_on(document: Document, taken: Sequence[Fact]) -> Fact | None:
    """The date at the foot of a certificate (发证日期): in the lower half, alone on its line.

    Args:
        document: the certificate.
        taken: facts whose places the date must not share (成立日期, 有效期).
    """
    twins = [date for leaf in document.leaves for date in _under_twin(leaf)]
    if len(twins) == 1:
        return fact(("issued_on",), twins[0][0], twins[0][1].by("below", 0.95))
    found = [date for leaf in document.leaves for date in _foot_dates(leaf, taken)]
    if not found:
        return _agreeing(document, taken)
    value, span = found[-1]
    others = {other for other, _ in found}
    sure = 1.0 if len(others) == 1 and len(value) == 10 else 0.85
    return fact(("issued_on",), value, span.by("position", sure))


_TWIN = re.compile(
    r"[登发颁核签批][记证发准][\u4e00-\u9fff]{0,2}(?:机关|机构|单位|部门)[及和与、/][\u4e00-\u9fff]{0,4}(?:日期|时间)"
)
"""The label over who issued a paper and on which day: ``登记机关及日期``."""
_WHOLE_DAY = re.compile(r"(?:19|20)\d{2}[-./年]\d{1,2}[-./月]\d{1,2}日?")


def _under_twin(leaf: Leaf) -> Iterator[tuple[str, Span]]:
    """Whole days that stand alone close under such a label."""
    pieces = layout(leaf).pieces
    for label in pieces:
        if not _TWIN.fullmatch(label.text):
            continue
        for piece in pieces:
            below = piece.box.top - label.box.bottom
            beneath = min(piece.box.x1, label.box.x1) > max(piece.box.x0, label.box.x0)
            if beneath and 0 <= below <= 4 * label.size and _WHOLE_DAY.fullmatch(piece.text):
                with suppress(ValueError):
                    yield dates.parse(piece.text), span_of(leaf, piece.glyphs)


_YEAR_OR_YEAR = re.compile(
    r"二[〇○零O0]二(?=年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_EITHER = ("二〇二〇", "二〇〇二")


def _agreeing(document: Document, taken: Sequence[Fact]) -> Fact | None:
    """A date whose year lost a 〇 (``二〇二年``): the one of both that another fact bears out."""
    known = {str(item.value) for item in taken}
    for leaf in document.leaves:
        for row in layout(leaf).rows:
            flow = flow_of(leaf, row.glyphs)
            for match in flow.finditer(_YEAR_OR_YEAR):
                end = flow.text.index("日", match.end()) + 1
                span = flow.span(match.start(), end).by("position", 0.85)
                for year in _EITHER:
                    value = dates.parse(year + flow.text[match.end() : end])
                    if value in known:
                        made = fact(("issued_on",), value, span, doubtful=True)
                        return replace(made, repaired=True)
    return None


def _foot_dates(leaf: Leaf, taken: Sequence[Fact]) -> Iterator[tuple[str, Span]]:
    """Dates of the lower half, row by row: OCR may cut one at a fold or a seal's edge."""
    middle = _middle(leaf)
    rows = [r for r in layout(leaf).rows if r.bottom >= middle] if leaf.page.height else []
    for row, (start, end) in ((each, cut) for each in rows for cut in _cuts(each)):
        flow = flow_of(leaf, row.glyphs[start:end])
        for match in _DATE.finditer(flow.text):
            span = flow.group(match)
            beside = _beside(row, start, end, match)
            other = _NOT_ISSUED.search(beside) or _NOT_ISSUED.search(_over(leaf, span))
            if _shares(span, taken) or other:
                continue
            printed = mended_days(_legible(flow.text, match))
            with suppress(ValueError):
                value = dates.parse(printed)
                if len(value) > len("2024"):  # of a lone year the rest is hidden
                    yield value, span


def _over(leaf: Leaf, span: Span) -> str:
    """The label that stands close over a date and says what day it is, if one does."""
    box = span.place.box
    labels = [
        piece.text
        for piece in layout(leaf).pieces
        if box is not None
        and len(piece.text) <= _LABEL
        and min(piece.box.x1, box.x1) > max(piece.box.x0, box.x0)
        and piece.box.middle[1] < box.top + 0.2 * box.height
        and box.top - piece.box.bottom <= 1.2 * piece.size
    ]
    return labels[-1] if labels and not re.search("[0-9]", labels[-1]) else ""


_CUT_DAY = re.compile(r"(?<=月)\d(?=[^\d日号\s])")
"""A single figure with debris behind it: a seal hides the day's second one."""
_MIXED = re.compile(
    r"(?<=[0-9]年)[一二三四五六七八九十]+月|(?<=[0-9]月)[一二三四五六七八九十廿]+日?"
)
"""A part in characters behind one in figures (``2023年五月``): debris read as a numeral."""


def _legible(text: str, match: re.Match[str]) -> str:
    """The date as printed, without what is not legible: half a day, a numeral that is debris."""
    cut = _CUT_DAY.search(text, match.start())
    printed = text[match.start() : cut.start()] if cut and cut.end() == match.end() else match[0]
    return _MIXED.split(printed)[0]


_BLANK = 1.4
"""A gap this many sizes wide parts a date from prose beside it; dates have narrower ones inside."""
_LABEL = 10
"""What stands before a blank and has no more characters may be the date's label."""


def _beside(row: Row, start: int, end: int, match: re.Match[str]) -> str:
    """What stands beside a date in its run and may say what day it is.

    Prose of another column that happens to end on the row says nothing of it.
    """
    first, last = start + match.start(), start + match.end()
    blanks = [n for n in range(start + 1, end) if row.gaps[n] > _BLANK]
    parts = [start, *blanks]
    behind = next((n for n in blanks if n >= last), end)
    own = max(n for n in parts if n <= first)
    before = max((n for n in parts if n < own), default=own)
    label = row.text[before:own]
    label = label if len(label) <= _LABEL or label.endswith(":") else ""
    return label + row.text[own:first] + row.text[last:behind]


def _cuts(row: Row, wide: float = _COLUMN) -> list[tuple[int, int]]:
    """Where the runs of a row begin and end: cut where columns part."""
    cuts = [n for n, gap in enumerate(row.gaps) if gap > wide]
    return list(zip(cuts, [*cuts[1:], len(row.glyphs)], strict=True))


def _runs(row: Row) -> Iterator[tuple[Glyph, ...]]:
    """A row cut where columns part; where they stand close, at narrower gaps, too."""
    for start, end in dict.fromkeys((*_cuts(row), *_cuts(row, _CLOSE))):
        yield row.glyphs[start:end]


def _middle(leaf: Leaf) -> float:
    """Half-way down the print of a page (its margins may be wide)."""
    boxes = [line.box for line in leaf.page.lines if line.box]
    return (min(b.top for b in boxes) + max(b.bottom for b in boxes)) / 2 if boxes else 0.0


def _shares(span: Span, taken: Sequence[Fact]) -> bool:
    box = span.place.box
    return any(
        place.page == span.place.page and place.box and box and place.box.covers(*box.middle)
        for known in taken
        for place in (evidence.place for evidence in known.evidence)
    )


def seals(document: Document) -> list[tuple[Leaf, Seal]]:
    """All seals of a document with their pages."""
    return [(leaf, seal) for leaf in document.leaves for seal in leaf.page.seals]


def seal_span(leaf: Leaf, seal: Seal) -> Span:
    """A seal's text as a span; red ink is read less surely than print."""
    place = Place(leaf.source, leaf.page.number, seal.box)
    return Span(seal.text, place, reader_of(leaf), seal.confidence, "seal", 0.85)


def authority_of_seal(
    document: Document, path: str, facts: Sequence[Fact], offices: Sequence[str]
) -> Fact | None:
    """The issuing authority as its seal names it, where no print does.

    Args:
        document: the certificate.
        path: the fact's name.
        facts: the certificate's own; address and code tell which authorities are plausible.
        offices: what such authorities are called behind their division's name.
    """
    known = {item.path[0]: item for item in facts}
    candidates = authorities(divisions_of(known), offices)
    found = [
        (similar, name, seal_span(leaf, seal))
        for leaf, seal in seals(document)
        if (match := named(seal.text, candidates))
        for name, similar in [match]
    ]
    if not found:
        return None
    similar, name, span = max(found, key=lambda hit: hit[0])
    made = fact((path,), name, span.by("seal", 0.85 * similar), doubtful=True)
    return replace(made, repaired=fold(span.text) != name)


def district_of(address: Fact | None) -> Fact | None:
    """The district (行政区划) of an address fact; absent where the address does not tell it."""
    if address is None:
        return None
    text = str(address.value)
    try:
        return replace(address, path=("district",), value=districts.parse(text, mend=False))
    except ValueError:
        pass
    try:
        value = districts.parse(text)
    except ValueError:
        return None
    sure = min(address.confidence, DOUBTFUL)
    return replace(address, path=("district",), value=value, confidence=sure)


_ISSUER = re.compile(
    r"[\u4e00-\u9fff()·]{2,40}?(?:局|厅|部|委员会|办公室|人民政府|管理中心|中心|学会|协会|研究会|"
    r"总局|评审委员会|集团公司|有限公司|研究院|大学|办)(?=$|[\u4e00-\u9fff]{2,30}(?:局|厅|部|委员会)$)"
)


def issuer(printed: str) -> str:
    """An issuing authority or body in print.

    Raises:
        ValueError: nothing that names one.
    """
    value = re.sub(r"\((?:盖章|公章|签章|章)\)", "", fold(printed)).strip(":_()")
    if (
        not 4 <= len(value) <= 60
        or not _ISSUER.match(value)
        or re.search(r"[0-9]{4}|[。;;]", value)
        or _cut_off(value)
    ):
        raise ValueError(f"no authority: {printed!r}")
    return words(value)


def _cut_off(name: str) -> bool:
    """Whether a name lost its beginning: no province is called so (``东省某厅``)."""
    match = re.match(r"[\u4e00-\u9fff]{1,3}省", name)
    return match is not None and match[0] not in gazetteer.names(1).current


_AT_FOOT = re.compile(
    r"[\u4e00-\u9fff]{2,24}(?:局|厅|部|委员会|办公室|人民政府|评审委员会|学会|协会)(?:\(盖?章\))?"
)


def issuer_at_foot(document: Document) -> Fact | None:
    """The authority that signs at the foot: alone on its row, in the lower half."""
    for leaf in document.leaves:
        middle = _middle(leaf)
        rows = layout(leaf).rows if leaf.page.height else ()
        for row in (row for row in rows if row.bottom >= middle):
            for run in _runs(row):
                flow = flow_of(leaf, run)
                if _AT_FOOT.fullmatch(flow.text):
                    with suppress(ValueError):
                        text = mended(flow.text) if leaf.page.origin == "ocr" else flow.text
                        span = flow.span().by("position", 0.9)
                        made = fact(("issued_by",), issuer(text), span, doubtful=True)
                        return replace(made, repaired=text != flow.text)
    return None


def issuer_of_seal(document: Document) -> Fact | None:
    """The authority that the only legible seal names, where print does not tell it."""
    told = {
        fold(seal.text): seal_span(leaf, seal)
        for leaf, seal in seals(document)
        if seal.confidence >= _LEGIBLE and _AT_FOOT.fullmatch(fold(seal.text))
    }
    if len(told) != 1:
        return None
    value, span = next(iter(told.items()))
    whole = mended(value.replace("人力资源社会", "人力资源和社会"))  # as seals name it
    with suppress(ValueError):
        made = fact(("issued_by",), issuer(whole), span.by("seal", 0.85), doubtful=True)
        return replace(made, repaired=whole != value)
    return None


_LEGIBLE = 0.85
"""Confidence of a seal's text from which its name may be quoted."""
