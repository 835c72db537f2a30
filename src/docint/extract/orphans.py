"""Values whose label was not read: told by their own shape, at a lower certainty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.extract.flow import Span, span_of
from docint.extract.proof import fact
from docint.extract.rows import Layout, Piece, layout
from docint.types.document import Document
from docint.types.fact import Fact
from docint.values import districts
from docint.values.text import tidy

_NAME = re.compile(
    r"[\u4e00-\u9fff()]{4,40}(?:有限公司|有限责任公司|股份公司|集团公司|\(有限合伙\)|\(普通合伙\)|合伙企业|事务所)"
    r"(?:[\u4e00-\u9fff]{2,10}分公司)?"
)
_TYPE = re.compile(r"^(?:有限责任公司|股份有限公司)")
_SPOT = re.compile(r"[路街道巷村镇乡号室栋楼层座幢园区厦]")
_NO_ADDRESS = re.compile(
    r"(?:公司|[局厅]|委员会|大学|研究院|学会|协会|登记机关)(?:$|\()|网址|http|[;。]|经营|登录"
)


def name(document: Document, taken: Sequence[Fact]) -> Fact | None:
    """A company's name that stands alone, if there is exactly one."""
    found = [
        (tidy(span.text), span)
        for _, piece, span in _pieces(document, taken)
        if _NAME.fullmatch(piece.text) and not _TYPE.match(piece.text)
    ]
    if len({value for value, _ in found}) != 1:
        return None
    value, span = found[0]
    return fact(("name",), value, span.by("shape", 0.9), doubtful=True)


def address(document: Document, taken: Sequence[Fact]) -> Fact | None:
    """An address that stands alone, with the line it wraps onto, if there is exactly one."""
    found: list[Span] = []
    for page, piece, _ in _pieces(document, taken):
        if _is_address(piece.text):
            lines = [piece, *_wrapped(page, piece)]
            found.append(span_of(page.leaf, [glyph for line in lines for glyph in line.glyphs]))
    if len(found) != 1:
        return None
    return fact(("address",), tidy(found[0].text), found[0].by("shape", 0.9), doubtful=True)


def _pieces(document: Document, taken: Sequence[Fact]) -> Iterator[tuple[Layout, Piece, Span]]:
    for leaf in document.leaves:
        page = layout(leaf)
        for piece in page.pieces:
            span = span_of(leaf, piece.glyphs)
            if not page.grid and not _inside(span, taken):
                yield page, piece, span


def _inside(span: Span, taken: Sequence[Fact]) -> bool:
    """Whether the stretch already belongs to a fact."""
    box, page = span.place.box, span.place.page
    places = [evidence.place for item in taken for evidence in item.evidence]
    return box is not None and any(
        place.page == page and place.box is not None and place.box.covers(*box.middle)
        for place in places
    )


def _is_address(text: str) -> bool:
    if len(text) < 9 or not _SPOT.search(text[4:]) or _NO_ADDRESS.search(text):
        return False
    try:
        districts.parse(text, mend=False)
    except ValueError:
        return False
    return True


def _wrapped(page: Layout, piece: Piece) -> list[Piece]:
    """The line below, flush with the first and short of other columns."""
    below = [
        other
        for other in page.pieces
        if abs(other.box.x0 - piece.box.x0) <= 1.0 * piece.size
        and 0 < other.box.middle[1] - piece.box.middle[1] <= 1.9 * piece.size
        and 0.7 <= other.size / piece.size <= 1.4
        and len(other.text) <= len(piece.text)
        and not re.search(r"[年月]|机关|:", other.text)
    ]
    return below[:1]
