"""A licence of which no label was read (pale print, 标签未读出): its values tell themselves.

Each value must be the only one of its shape on the page; two days must agree with each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from docint.extract.flow import Span, span_of
from docint.extract.parsers import amount, scope
from docint.extract.proof import fact
from docint.extract.rows import Layout, Piece, layout
from docint.types.document import Document
from docint.types.fact import Fact
from docint.values import dates
from docint.values.surnames import surnamed
from docint.values.text import tidy

_DAY = r"(?:19|20)\d{2}年\d{1,2}月\d{1,2}日"
_TERM = re.compile(
    rf"自?(?P<a>{_DAY})[至到—-](?:{_DAY}|长期|无固定期限|永久|永续经营|不约定期限)止?"
)
_MONEY = re.compile(
    r"(?:人民币)?(?:\d[\d,.]*(?:万|亿)?(?:元|人民币|美元|港元)+(?:整|人民币)?"
    r"|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,}[元圆]整?(?:人民币)?)"
)
_DOES = re.compile(r"经营|销售|研发|开发|制造|服务|咨询|设计|生产|验证|审计|代理|批发")
_LEAST = 20
"""A scope of business has no fewer characters."""


def licence(document: Document, taken: Sequence[Fact]) -> list[Fact]:
    """Head, founding day, capital, term and scope by their shapes, those not yet known."""
    known = {item.path[0] for item in taken}
    pieces = list(_pieces(document))
    made = [*_term(pieces), *_of_shape(pieces), *_scope(pieces)]
    return [item for item in made if item.path[0] not in known]


def _pieces(document: Document) -> Iterator[tuple[Layout, Piece, Span]]:
    for leaf in document.leaves:
        page = layout(leaf)
        for piece in page.pieces:
            if not page.grid:
                yield page, piece, span_of(leaf, piece.glyphs)


def _term(pieces: Sequence[tuple[Layout, Piece, Span]]) -> Iterator[Fact]:
    """The term of business, and the day of founding where it begins on that day."""
    terms = [(m, s) for _, p, s in pieces if (m := _TERM.fullmatch(p.text))]
    if len(terms) != 1:
        return
    match, span = terms[0]
    start, end = dates.parse_range(match[0])
    if start is None or end is None:
        return
    yield fact(("valid_from",), start, span.by("shape", 0.95))
    yield fact(("valid_until",), end, span.by("shape", 0.95))
    for _, piece, alone in pieces:
        if re.fullmatch(_DAY, piece.text) and dates.parse(piece.text) == start:
            yield fact(("established_on",), start, alone.by("shape", 0.95))
            return


def _of_shape(pieces: Sequence[tuple[Layout, Piece, Span]]) -> Iterator[Fact]:
    sums = [span for _, piece, span in pieces if _MONEY.fullmatch(piece.text)]
    if len(sums) == 1:
        with suppress(ValueError):
            value = amount(sums[0].text)
            yield fact(("registered_capital",), value, sums[0].by("shape", 0.93))
    heads = [
        span
        for page, piece, span in pieces
        if surnamed(piece.text) and piece.box.top < page.leaf.page.height / 2
    ]
    if len(heads) == 1:
        value = tidy(heads[0].text)
        yield fact(("legal_representative",), value, heads[0].by("shape", 0.9), doubtful=True)


def _scope(pieces: Sequence[tuple[Layout, Piece, Span]]) -> Iterator[Fact]:
    """A list of activities with the lines it wraps onto."""
    first = [
        (page, piece)
        for page, piece, _ in pieces
        if len(piece.text) >= _LEAST
        and re.search("[;；、]|项目:", piece.text)
        and len(_DOES.findall(piece.text)) > 1
        and not re.search("提示|须知|说明|章程", piece.text)
    ]
    if not first:
        return
    page, lead = first[0]
    lines = [lead]
    for piece in sorted(page.pieces, key=lambda piece: piece.box.top):
        below = piece.box.middle[1] - lines[-1].box.middle[1]
        if 0 < below <= 1.8 * lead.size and abs(piece.box.x0 - lead.box.x0) <= 1.5 * lead.size:
            lines.append(piece)
    if any(piece not in lines for _, piece in first):
        return
    span = span_of(page.leaf, [glyph for line in lines for glyph in line.glyphs])
    with suppress(ValueError):
        yield fact(("business_scope",), scope(span.text), span.by("shape", 0.9), doubtful=True)
