"""Who leads a plan's consortium and who takes part: after labels, in lists, sentences, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docint.extract.clauses import Prose
from docint.extract.columns import heads
from docint.extract.grids import Piece, Row, evidence, page_rows
from docint.extract.headings import level
from docint.extract.unit_names import at_start, units_in, whole
from docint.kinds.construction_plan.parts import Part, parts
from docint.kinds.construction_plan.roles import elsewhere, roles
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Path
from docint.values.text import bare, fold, tidy

_TAKE_PART = r"(?:参与|成员|参加|参建|参研|协作|合作|联合|共建|协同|组成|联合申报)"
_UNIT = r"(?:(?:建设|实施|组建|共建)?(?:单位|方|企业|机构|院校|主体))"
_LABELLED = re.compile(
    rf"(?m)^(?:\(?[一二三四五六七八九十\d]{{1,2}}[)、.．])?(?:联合体)?(?:主要|其他|各)?{_TAKE_PART}{_UNIT}"
    r"(?:[一二三四五六七八九十\d]{1,2}(?!家))?(?:名单|名称|组成|构成)?(?:\([^()\n]{1,12}\))?"
    r"(?:共?\d{1,2}家)?[,，]?(?:分别)?(?:包括|有|为)?"
    r"(?:[:：]|[-—–]{1,3})(?P<rest>[^\n]+(?:\n[^\n:：]{4,60}(?:公司|大学|学院|院|所|中心|会|园区)[、;；,，]?$)*)"
)
_LISTED = re.compile(
    rf"(?:\(?[一二三四五六七八九十\d.]{{1,4}}[)、.．]?)?(?:本?项目|本?联合体|创新联合体)?(?:的)?(?:主要|其他|各)?"
    rf"{_TAKE_PART}{_UNIT}(?:名单|名称|组成|构成|情况)?(?:\([^()\n]{{1,12}}\))?(?:共?计?有?\d{{1,2}}家)?[,，]?"
    r"(?:分别)?(?:包括|有|为|是)?(?:如下|见下)?[:：]?"
)
"""A paragraph that does nothing but announce the list of those who take part."""
_SAID = (
    re.compile(
        rf"{_TAKE_PART}{_UNIT}(?:共?\d{{1,2}}家)?[,，]?(?:分别)?(?:为|有|包括|是|包含|含)[:：]?"
        r"(?P<rest>[^。;；\n]{4,300})"
    ),
    re.compile(
        rf"牵头{_UNIT}[,，、;；]?(?P<rest>[^。\n]{{4,300}}?)(?:等(?:\d{{1,2}}家)?(?:单位)?)?"
        rf"(?:为|作为|担任|系|是)(?:本?联合体)?(?:的)?{_TAKE_PART}{_UNIT}"
    ),
    re.compile(
        r"(?:联合体|项目)[^。;；\n由]{0,8}由(?P<rest>[^。;；\n]{8,300}?)(?:等(?:\d{1,2}家)?(?:单位|机构)?)?"
        r"(?:共同|联合|协同)(?:组成|组建|建设|发起|承担|成立|构成)"
    ),
    re.compile(
        r"由[^。;；\n]{4,40}牵头[^。;；\n]{0,6}?[,，]?(?:联合|会同|携手|与)(?P<rest>[^。;；\n]{4,300}?)"
        r"(?:共同|等(?:\d+家)?单位|组建|组成|建设|参与)"
    ),
    re.compile(
        r"(?:加入|参加|参与)[^。;；,，\n]{0,8}的(?:还|另)?(?:有|是|包括|为)(?P<rest>[^。;；\n]{4,300})"
    ),
    re.compile(
        rf"牵头{_UNIT}[”\"」]?\)[,，]?(?:联合|会同|携手|协同|偕同|与)(?P<rest>[^。;；,，:：\n]{{4,300}})"
    ),
)
_LED = (
    re.compile(r"由(?P<lead>[\u4e00-\u9fff()A-Za-z0-9·]{4,40}?)(?:作为牵头单位)?(?:负责)?牵头"),
    re.compile(
        r"(?:^|[由以。,，;；、\n])(?P<lead>(?:(?!由|以(?!太))[\u4e00-\u9fff()A-Za-z0-9·]){4,40}?)(?:为|作为|担任|系|是)"
        r"(?:本?项目|本?联合体)?(?:的)?牵头(?:单位|企业|方)"
    ),
)
_LED_BY = re.compile(
    rf"牵头(?:申报|建设|承担|组建)?{_UNIT}(?:为|是|系|由)(?P<rest>[^。;；,，\n]{{4,60}})"
)
_NOTED = re.compile(
    rf"(?P<name>[\u4e00-\u9fff()A-Za-z0-9·]{{4,40}}?)\((?:(?:以下|下文)?简?称为?[:：]?)?[“\"「]?"
    rf"(?P<part>牵头|{_TAKE_PART}){_UNIT}?[”\"」]?\)"
)
"""``甲公司（牵头单位）、乙大学（参与单位）``."""
_TASKED = re.compile(r"(?:主要|重点|共同)?(?:负责|承担|牵头|参与|提供|协助|配合|开展|完成)")
"""What a unit does at the beginning of a paragraph of tasks."""
_COLUMN = re.compile(rf"(?:{_TAKE_PART}{_UNIT}|单位|机构)(?:名称|全称)")
_BESIDE = re.compile(r".*(?:角色|身份|性质|类型|类别|信用代码|法定代表人|分工|任务|职责).*")
_PERSONS = re.compile(r".*(?:姓名|职称|年龄|学历|专业).*")
_NO_NAME = re.compile(r"^(?:依据|根据|按照|参照|遵照)|关于|支持企业|鼓励企业")
_STAMP = re.compile(r"[(（](?:单位)?(?:盖章|公章|签章|加盖公章|章|印章)[)）]$")
_ADORNED = re.compile(r"[-—·●■◆▪•*]+|\d{1,2}(?=[\u4e00-\u9fff])")
"""Before an item of a list; ① is folded to 1."""


def lead(document: Document, text: Prose, labelled: Fact | None) -> Fact | None:
    """The lead after its label if that is a unit's name, else as a sentence or a table names it."""
    if labelled is not None:
        named = _STAMP.sub("", str(labelled.value))
        if whole(fold(named)):
            return replace(labelled, value=named)
    for pattern in _LED:
        for match in pattern.finditer(text.text):
            if whole(match["lead"]) and not elsewhere(text.text, match.start()):
                place = match.span("lead")
                return text.fact(("lead",), tidy(text.quote(*place)), *place)
    for match in _LED_BY.finditer(text.text):
        if elsewhere(text.text, match.start()):
            continue
        first = next(units_in(text.text, *match.span("rest")), None)
        if first and first[1] == match.start("rest"):
            return text.fact(("lead",), tidy(text.quote(*first[1:])), *first[1:])
    noted = list(_noted(text, leading=True))
    if len(noted) == 1:
        return text.fact(("lead",), tidy(text.quote(*noted[0])), *noted[0])
    return _tabled_lead(document) or _role_fact(text)


def _role_fact(text: Prose) -> Fact | None:
    """The unit that running text says leads, in whatever words."""
    place = next(((one.start, one.end) for one in roles(text) if one.leads), None)
    return text.fact(("lead",), tidy(text.quote(*place)), *place) if place else None


def _noted(text: Prose, *, leading: bool) -> Iterator[tuple[int, int]]:
    """Places of units behind which a bracket says their part."""
    for match in _NOTED.finditer(text.text):
        if (match["part"] == "牵头") is leading:
            named = list(units_in(text.text, *match.span("name")))
            if named and named[-1][2] == match.end("name"):
                yield named[-1][1:]


def _tabled_lead(document: Document) -> Fact | None:
    """The unit that a table says leads."""
    if told := next((one for one in parts(document) if one.leads), None):
        return _told(("lead",), told)
    for _, rows in _tables(document):
        leading = [one for one in rows if one.leads]
        if len(leading) == 1:
            return _cell(("lead",), leading[0])
    return None


def members(document: Document, text: Prose, leading: Fact | None) -> list[Fact]:
    """``("members", n)``: every unit that takes part, once; the lead is none of them."""
    found: list[Fact] = []
    known = {bare(str(leading.value))} if leading else set()
    told = [one for one in parts(document) if not one.leads and bare(one.name) not in known]
    if told:
        return [_told(("members", n), one) for n, one in enumerate(told)]
    tasked = list(_by_task(text, known))
    for start, end in _places(text, bool(leading), {bare(str(one.value)) for one in tasked}):
        name = tidy(text.quote(start, end))
        if bare(name) not in known and not _NO_NAME.search(name):
            known.add(bare(name))
            found.append(text.fact(("members", len(found)), name, start, end))
    for own, rows in () if found else _tables(document):
        if not (own or leading):
            continue  # who leads must be known to be left out
        for one in rows:
            name = tidy(one.piece.text)
            if not one.leads and bare(name) not in known:
                known.add(bare(name))
                found.append(_cell(("members", len(found)), one))
    return found or tasked


def _places(text: Prose, led: bool, tasked: set[str]) -> list[tuple[int, int]]:
    """Where running text names those who take part: as the first way finds that tells any.

    What is told unit by unit counts instead where it names all of these and more; if nothing else
    names any, and more have tasks, those count.
    """
    told = [(one.start, one.end) for one in roles(text) if not one.leads]
    found = [*_after_label(text), *_in_list(text)]
    found = found or list(_noted(text, leading=False)) or list(_in_sentences(text, led))
    names = {bare(text.quote(*place)) for place in found}
    more = {bare(text.quote(*place)) for place in told}
    return told if names < more and (names or not more < tasked) else found


def _by_task(text: Prose, known: set[str]) -> Iterator[Fact]:
    """``某公司负责…`` at the head of paragraphs, two and more, where nothing else names members."""
    places: dict[str, tuple[int, int]] = {}
    for start, end in text.paragraphs():
        mark = level(text.text[start:end])
        begin = start + (mark[1] if mark else 0)
        named = at_start(text.text[begin:end])
        if not named or _NO_NAME.search(named[0]):
            continue
        if _TASKED.match(text.text, begin + named[1], end):
            places.setdefault(bare(named[0]), (begin, begin + named[1]))
    if len(places) < 2 or not known & places.keys():
        return  # who leads must be known and have a task of his own
    for n, (_, place) in enumerate((name, at) for name, at in places.items() if name not in known):
        yield text.fact(("members", n), tidy(text.quote(*place)), *place, doubtful=True)


def _after_label(text: Prose) -> Iterator[tuple[int, int]]:
    """``成员单位：甲大学、乙公司``."""
    for match in _LABELLED.finditer(text.text):
        for _, left, right in units_in(text.text, *match.span("rest")):
            yield left, right


def _in_list(text: Prose) -> Iterator[tuple[int, int]]:
    """``成员单位如下：`` and a paragraph for each."""
    listing = False
    for start, end in text.paragraphs():
        paragraph = text.text[start:end]
        if _LISTED.fullmatch(paragraph):
            listing = True
            continue
        if not listing:
            continue
        mark = level(paragraph)
        begin = start + (mark[1] if mark else 0)
        adorned = _ADORNED.match(text.text, begin, end)
        begin = adorned.end() if adorned else begin
        named = at_start(text.text[begin:end])
        rest = text.text[begin + named[1] : end] if named else ""
        if named is None or (rest and rest[0] not in "。;；,，、(:：—-0123456789"):
            listing = False
        elif "牵头" not in rest:
            listed = (
                rest[:1] in ("、", ",", "，") and len(list(units_in(text.text, begin, end))) > 1
            )
            yield from (
                [place[1:] for place in units_in(text.text, begin, end)]
                if listed
                else [(begin, begin + named[1])]
            )


def _in_sentences(text: Prose, led: bool) -> Iterator[tuple[int, int]]:
    """``由甲公司牵头，联合乙大学、丙公司共同建设``; who leads must be known to be left out."""
    if not led:
        return
    for pattern in _SAID:
        for match in pattern.finditer(text.text):
            places = [place[1:] for place in units_in(text.text, *match.span("rest"))]
            yield from places
            if places:
                return


@dataclass(frozen=True, slots=True)
class _Named:
    """A unit's name in a table of units."""

    row: Row
    piece: Piece

    @property
    def leads(self) -> bool:
        """Whether its row says that it leads."""
        return any("牵头" in piece.folded for piece in self.row.pieces)


def _cell(path: Path, named: _Named) -> Fact:
    return _proved(path, named.piece.text, named.row.leaf, named.piece)


def _told(path: Path, part: Part) -> Fact:
    return _proved(path, part.name, part.row.leaf, part.piece)


def _proved(path: Path, name: str, leaf: Leaf, piece: Piece) -> Fact:
    sure = 0.85 if leaf.page.origin == "ocr" else 0.95
    return Fact(path, tidy(name), (evidence(leaf, [piece]),), "cell", sure)


def _tables(document: Document) -> list[tuple[bool, list[_Named]]]:
    """Tables with names under ``单位名称``; True where their head says that these take part."""
    tables: list[tuple[bool, list[_Named]]] = []
    for leaf in document.leaves:
        column: tuple[float, float] | None = None
        for row in page_rows(leaf, tables=True):
            found = heads([row])
            names = [head for head in found if _COLUMN.fullmatch(head.text)]
            if names and len(found) > 1 and not any(_PERSONS.fullmatch(h.text) for h in found):
                own = bool(re.match(_TAKE_PART, names[0].text))
                beside = any(_BESIDE.fullmatch(h.text) for h in found)
                column = (names[0].left, names[0].right) if own or beside else None
                tables.append((own, []))
                continue
            if column is None:
                continue
            under = [p for p in row.pieces if p.left < column[1] and p.right > column[0]]
            if len(under) == 1 and whole(under[0].folded):
                tables[-1][1].append(_Named(row, under[0]))
            else:
                column = None
    return tables
