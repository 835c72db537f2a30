"""Document → Facts: labelled fields by the machinery, then what the kind finds itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.contracts import Field, Kind, Tools
from docint.extract.amounts import testified
from docint.extract.beside import candidates
from docint.extract.captions import above, alone, captioned
from docint.extract.cells import labelled_cells
from docint.extract.flow import Span
from docint.extract.halves import all_hits
from docint.extract.labels import COMMON
from docint.extract.parsers import parser_of
from docint.extract.proof import fact, proved
from docint.extract.rows import layout
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Facts, Value, Witness
from docint.values import dates
from docint.values.text import bare, fold
from docint.vocabulary import TERMS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that parsed, with where it stood."""

    field: Field
    value: Value
    span: Span
    order: int
    """Pages, then rows, from the top."""

    @property
    def rank(self) -> tuple[float, int]:
        """Sorts the surest first, then the topmost."""
        return (-round(self.span.certainty, 2), self.order)


def facts_of(document: Document, kind: Kind, tools: Tools) -> Facts:
    """All facts of a document: those its kind's own ``find`` gives, else those of its labels."""
    find = kind.find
    found = find(document, tools) if find else labelled_facts(document, kind.fields, tools)
    return testified(found, tools)


def labelled_facts(
    document: Document,
    fields: Sequence[Field],
    tools: Tools,
    stops: Sequence[str] = COMMON,
) -> Facts:
    """One fact for each field whose label and value are found; absent otherwise.

    Args:
        document: the pages.
        fields: fields with labels; those without are left to the kind's own ``find``.
        tools: what may be asked of the world (a second reader).
        stops: labels that only end a neighbour's value.
    """
    every = list(candidates_of(document, fields, stops))
    facts = []
    for field in fields:
        mine = sorted((c for c in every if c.field is field), key=lambda c: c.rank)
        if mine:
            facts.append(_fact(mine, tools))
    return Facts(tuple(facts))


def candidates_of(
    document: Document, fields: Sequence[Field], stops: Sequence[str] = COMMON
) -> Iterator[Candidate]:
    """Every value that stands with a field's label, in document order."""
    by_label: dict[str, list[Field]] = {}
    for field in fields:
        for label in field.labels:
            by_label.setdefault(fold(label), []).append(field)
    for leaf in document.leaves:
        yield from _on(leaf, by_label, stops)


def _on(leaf: Leaf, by_label: dict[str, list[Field]], stops: Sequence[str]) -> Iterator[Candidate]:
    labels = tuple(by_label)
    base = leaf.page.number * 100_000
    for number, cell in enumerate(labelled_cells(leaf, labels)):
        for field in by_label[cell.label]:
            yield from _first(field, cell.spans, base + number, _unit_of(field, cell.bracket))
    page = layout(leaf)
    found = all_hits(page, labels, stops)
    under = captioned(page, found)
    for hit in found:
        for field in by_label.get(hit.label, ()):
            close = not field.block and TERMS[field.term].type == "text"
            spans = candidates(page, found, hit, field.block, close)
            if under and alone(page, hit):
                spans = above(page, found, hit, field.block)
            order = base + 10_000 + hit.row * 100 + hit.start
            yield from _first(field, spans, order, _unit_of(field, hit.bracket))


def _first(
    field: Field, spans: Sequence[Span] | Iterator[Span], order: int, unit: str = ""
) -> Iterator[Candidate]:
    """The first span of a label that parses; a lower certainty may still give a value."""
    parse = parser_of(field)
    for span in spans:
        try:
            value = parse(span.text + (unit if _BARE_SUM.fullmatch(fold(span.text)) else ""))
        except ValueError:
            continue
        yield Candidate(field, value, _narrowed(field, value, span), order)
        return


_BARE_SUM = re.compile(r"[0-9][0-9,.]*")
_UNIT = re.compile(r"(?:单位:?)?(?:人民币)?(?P<u>[百千]?[万亿]?元)(?:人民币)?")


def _unit_of(field: Field, bracket: str) -> str:
    """The unit that a label of money gives in brackets: ``开办资金（万元）``."""
    unit = _UNIT.fullmatch(fold(bracket).strip("()"))
    return unit["u"] if unit and TERMS[field.term].type == "money" else ""


def _narrowed(field: Field, value: Value, span: Span) -> Span:
    """The stretch that is the value itself, where more stands beside it.

    A title beside a code, the other end of a term, the counting word behind a number.
    """
    if not isinstance(value, str):
        return span.part(rf"(?<![0-9]){value}(?:条|项|次|个月|个|人|名)?(?![0-9])") or span
    form = TERMS[field.term].type
    if form in {"uscc", "id-number"}:
        return span.part(re.escape(value)) or span
    return (_dated(value, span) or span) if form in {"date", "month"} else span


def _dated(value: str, span: Span) -> Span | None:
    if value == dates.LONG_TERM:
        return span.part(r"长期(?:有效)?|永久(?:有效|存续)?|永续(?:经营)?|无固定期限?|不约定")
    found = [hit for hit in dates.find_all(span.text) if hit.value.startswith(value)]
    if len(found) != 1:
        return None
    return span.part(re.escape(fold(span.text[found[0].start : found[0].end])))


def _alike(a: Value, b: Value) -> bool:
    if isinstance(a, str) and isinstance(b, str):
        return bare(a) == bare(b)
    return a == b


def _fact(mine: Sequence[Candidate], tools: Tools) -> Fact:
    """The best candidate as a fact; others of the document speak for or against it."""
    best = mine[0]
    elsewhere = [c for c in mine[1:] if c.span.place != best.span.place]
    agreeing = [c for c in elsewhere if _alike(c.value, best.value)]
    rivals = [c for c in elsewhere if not _alike(c.value, best.value)]
    witnesses: tuple[Witness, ...] = ()
    if agreeing and agreeing[0].span.text and not _same_print(agreeing[0], best):
        page = agreeing[0].span.place.page
        witnesses = (Witness("document", True, f"同一文件第{page}页另有相同记载"),)
    against = [c for c in rivals if c.span.certainty >= best.span.certainty - 0.05]
    contested = bool(against)
    if against and TERMS[best.field.term].type == "money":
        page, text = against[0].span.place.page, against[0].span.text
        witnesses = (*witnesses, Witness("document", False, f"同一文件第{page}页另载“{text}”"))
    made = fact((best.field.name,), best.value, best.span, witnesses=witnesses, doubtful=contested)
    return proved(made, best.field.term, tools, [c.span.text for c in elsewhere])


def _same_print(a: Candidate, b: Candidate) -> bool:
    """Whether two candidates are one print seen through a table and through a line."""
    one, two = a.span.place, b.span.place
    if (one.source, one.page) != (two.source, two.page):
        return False
    if one.box is None or two.box is None:
        return True
    return one.box.covers(*two.box.middle) or two.box.covers(*one.box.middle)
