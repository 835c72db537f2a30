"""Values whose label was not read: told by their own shape, at a lower certainty."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from docint.extract.flow import Span, page_flow, search, span_of
from docint.extract.labels import COMMON
from docint.extract.proof import fact
from docint.extract.rows import Layout, Piece, layout
from docint.types.document import Document
from docint.types.fact import Fact
from docint.values import dates, districts
from docint.values.ids import uscc
from docint.values.surnames import surnamed
from docint.values.text import tidy

_NAME = re.compile(
    r"[\u4e00-\u9fff()]{4,40}(?:有限公司|有限责任公司|股份公司|集团公司|\(有限合伙\)|\(普通合伙\)|合伙企业|事务所)"
    r"(?:[\u4e00-\u9fff]{2,10}分公司)?"
)
_TYPE = re.compile(r"^(?:有限责任公司|股份有限公司)")
_DAY = re.compile(r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日")
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


_INSTITUTION = re.compile(
    r"[\u4e00-\u9fff()·]{2,36}(?:大学|学院|学校|研究院|研究所|研究中心|医院|中心|设计院|科学院|实验室|"
    r"[总分]?院|所|馆|站|台|社|校|园)(?:\([\u4e00-\u9fff]{2,12}\))?"
)
_NO_INSTITUTION = re.compile(
    r"事业单位|法人|登记|管理局|证书|有效|举办|住所|业务|范围|经费|开办|机关|监制|代码|正本|副本|网址"
)


_SHORTEST = 5
"""Characters of an institution's name."""


def institution(document: Document, taken: Sequence[Fact]) -> Fact | None:
    """An institution's name that stands alone in the upper half of its certificate, if just one."""
    found: list[tuple[str, Span]] = []
    for page, piece, span in _pieces(document, taken):
        upper = piece.box.top <= page.leaf.page.height / 2 and len(piece.text) >= _SHORTEST
        if upper and _INSTITUTION.fullmatch(piece.text) and not _NO_INSTITUTION.search(piece.text):
            found.append((tidy(span.text), span))
    if len({value for value, _ in found}) != 1:
        return None
    value, span = found[0]
    return fact(("name",), value, span.by("shape", 0.94))


_DECLARED = (
    r"(?:^|[。:\n])(?:兹证明|准予|核准|批准)?(?P<v>[\u4e00-\u9fff()·]{4,40}?),?(?:"
    r"(?:依照|依据|根据|按照|遵照|符合)(?:国家|国务院|民政部)?《[^》]{4,40}》[^。]{0,40}?(?:登记|法人)"
    r"|\((?:统一社会)?信用代码[^()]{18,22}\))"
)


def declared(document: Document) -> Fact | None:
    """The unit that a sentence declares registered: ``某某学院依照《…条例》核准登记``."""
    for flow, match in search(document, _DECLARED, "\n"):
        named = _INSTITUTION.fullmatch(match["v"])
        if named and not _NO_INSTITUTION.search(match["v"]):
            span = flow.group(match, "v")
            return fact(("name",), tidy(span.text), span.by("clause", 0.96))
    return None


def code(document: Document) -> Fact | None:
    """A USCC without its label: the only one on the paper whose check character holds."""
    found: dict[str, Span] = {}
    for leaf in document.leaves:
        flow = page_flow(leaf)
        for match in flow.finditer(r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])"):
            numbered = re.search("(?:编|单|证|批|流水)号(?:码|为)?:?$", flow.text[: match.start()])
            if uscc.valid(match[0]) and match[0][0] in "1579" and not numbered:
                found.setdefault(match[0], flow.group(match))
    if len(found) != 1:
        return None
    value, span = next(iter(found.items()))
    return fact(("uscc",), value, span.by("shape", 0.97))


def in_column(document: Document, taken: Sequence[Fact]) -> list[Fact]:
    """Type, head and founding day of a licence whose labels were not read.

    They stand flush with the name and the code, one below the other; each must be the only one of
    its shape there.
    """
    known = {item.path[0]: item for item in taken}
    lead = known.get("name")
    box = lead.evidence[0].place.box if lead else None
    if lead is None or box is None:
        return []
    column = [
        (piece, span)
        for page, piece, span in _pieces(document, taken)
        if page.leaf.page.number == lead.evidence[0].place.page
        and abs(piece.box.x0 - box.x0) <= 0.8 * piece.size
        and 0 < piece.box.top - box.top <= 14 * piece.size
    ]
    made = []
    for path, fits, parse in _SHAPES:
        mine = [span for piece, span in column if fits(piece.text)]
        if path not in known and len(mine) == 1:
            with suppress(ValueError):
                value = parse(mine[0].text)
                made.append(fact((path,), value, mine[0].by("shape", 0.9), doubtful=True))
    return made


_FORM = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:有限责任公司|股份有限公司|有限公司|合伙企业|个人独资企业|分公司|所有制)"
    r"(?:\([^()]{2,24}\))?|有限合伙|普通合伙|个体工商户)"
)
_SHAPES: tuple[tuple[str, Callable[[str], bool], Callable[[str], str]], ...] = (
    ("entity_type", lambda text: bool(_FORM.fullmatch(text)), tidy),
    ("legal_representative", surnamed, tidy),
    ("established_on", lambda text: bool(_DAY.fullmatch(text)), dates.parse),
)


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
        and other.text not in COMMON
        and not surnamed(other.text)
        and not _labelled(page, other)
    ]
    return below[:1]


def _labelled(page: Layout, piece: Piece) -> bool:
    """Whether a label stands left of a piece in its row."""
    return any(
        other.row == piece.row
        and other.box.x1 <= piece.box.x0
        and (other.text.endswith(":") or other.text in COMMON)
        for other in page.pieces
    )
