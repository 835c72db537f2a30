"""From when to when a plan is carried out (建设期): told by tables, labels, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from docint.extract.clauses import Prose, sentences
from docint.extract.columns import heads
from docint.extract.grids import Piece, Row
from docint.kinds.construction_plan.schedules import cell_fact, under
from docint.kinds.construction_plan.tables import upright
from docint.types.document import Document
from docint.types.fact import Fact
from docint.values import dates, numerals
from docint.values.found import Found

_WHOSE = (
    "时间|建设|实施|执行|运营|运行|合作|研究|研发|攻关|项目|计划"
    "|起止|起讫|总体|任务|组建|服务|履约|共建"
)
_TERM = rf"(?:{_WHOSE})+(?:期限?|周期|时间|时段|时限|年限|年月|期间|日期|工期|跨度)"
_LABEL = re.compile(
    rf"(?:本?(?:项目|联合体|方案)(?:的)?)?(?:{_TERM}|起止|起讫|工期|周期)(?:\(.*\))?"
)
_DATE = r"(?:20\d\d|二[〇○零])[^。;；,，\n)至到—–~～一]{1,12}"
_RANGE = rf"(?P<range>{_DATE}(?:起?[,，]?[-—–~～至到一]+|起[,，]?)[^。;；,，\n)]{{3,20}})"
_SAID = (
    re.compile(rf"{_TERM}[^。\n]{{0,40}}?{_RANGE}"),
    re.compile(rf"{_TERM}[:：]?\n{_RANGE}"),
    re.compile(rf"(?m)^[\[【〔(「]?(?:期限|起止)[\]】〕)」]?[:：]?{_RANGE}"),
    re.compile(rf"{_RANGE}[^。\n\d]{{0,8}}{_TERM}"),
)
_BEGUN = r"(?:起始|起算|起|始|正式|开始|启动|开工|开展|动工|建设|实施|运行|组建)"
_JOINT = re.compile(
    rf"(?P<begun>{_BEGUN})*(?:[,，;；、:：()~～一—–\-|/至到迄]|截[至止]|止于|终于|延续|持续|为止|直至|于|拟|计划|预计"
    r"|全[面部]|正式|(?:建设|项目|计划)?(?:结束|完成|终止|截止|完工|竣工|届满|止|期满|收官|终)(?:时间|日期|日|于|年月|点)?[为是:：]?|\s){1,12}"
)
"""What may stand between the two ends of one term, and nothing else."""
_ENDS = re.compile(
    r"(?:日|之前|前|底)?(?:全[面部]|正式)?(?:完成|结束|终止|竣工|验收|期满|止|收官|完工|届满|截止|终)"
)
_FROM = re.compile(r"[自从由起](?:于)?$")
_ASKED = re.compile(rf"{_TERM}|何时|多久|起止|起讫|工期|周期|开始|启动|起[:：点始]")
_PAST = re.compile(r"已|曾|先后|历时|租赁|合同|任职|期间.{0,6}承担|统计|审计|检索")
_LASTS = re.compile(
    r"(?:为期|期限|周期|工期|建设期|实施期|执行期|共计?|历时|持续|有效期)(?:为|共计?|:)?"
    r"(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3})(?P<unit>个?整?年|个?月)"
)


def period(document: Document, text: Prose, labelled: Sequence[Fact]) -> list[Fact]:
    """``period_from`` and ``period_until`` where both ends are told and in order."""
    if found := _tabled(document):
        return found
    ends = {fact.path[0]: str(fact.value) for fact in labelled}
    if len(ends) == 2 and not _phased(document) and ends["period_from"] < ends["period_until"]:
        return list(labelled)
    ways = (_noted, _after_term, _joined, _lasting, _apart)
    return next((found for way in ways if (found := list(way(text)))), [])


# ---------------------------------------------------------------- tables

_START_HEAD = re.compile(
    r"[^\d\n]{0,8}(?:开始|起始|启动|开工|开建|动工|始|起)(?:日期|时间|日|年月|于|之日|期|点)?"
)
_END_HEAD = re.compile(
    r"[^\d\n]{0,8}(?:结束|终止|完成|截止|完工|竣工|届满|终|止|迄|收官)(?:日期|时间|日|年月|于|之日|期|点)?"
)
_OTHERS = re.compile(
    "项目名称|课题|来源|经费|姓名|阶段|任务|内容|里程碑|编号|序号|合同|步骤|单位|职务|节点|事项"
)
"""Heads of tables of phases, of projects done and of careers, which have terms of their own."""


def _tabled(document: Document) -> list[Fact]:
    """The two ends under heads of their own, or both in the cell under or beside the label."""
    for leaf in document.leaves:
        rows = upright(leaf)
        for row, below in pairwise([*rows, Row(leaf, (), 0.0, 0.0)]):
            if any(_OTHERS.search(piece.folded) for piece in row.pieces):
                continue
            if len(row.pieces) > 1 and below.pieces and (found := _under(row, below)):
                return found
            for name, beside in pairwise(row.pieces):
                if row.celled and _LABEL.fullmatch(name.folded) and (found := _both(row, beside)):
                    return found
        if found := _stacked(rows):
            return found
    return []


def _stacked(rows: Sequence[Row]) -> list[Fact]:
    """Both ends where a table's labels stand in rows of their own, each over its value."""
    made: list[Fact] = []
    for label, below in pairwise(rows):
        if not len(label.pieces) == len(below.pieces) == 1 or not (label.celled and below.celled):
            continue
        name, value = label.pieces[0].folded, below.pieces[0]
        if _LABEL.fullmatch(name) and not made and (both := _both(below, value)):
            return both
        ask = _END_HEAD if made else _START_HEAD
        day = _day(value.text) if ask.fullmatch(name) and not _OTHERS.search(name) else ""
        if day and (not made or str(made[0].value) < day):
            path = ("period_until" if made else "period_from",)
            made.append(cell_fact(below.leaf, path, day, value))
        if len(made) == len(("from", "until")):
            return made
    return []


def _phased(document: Document) -> bool:
    """Whether a table tells the ends of phases, or of other projects, under heads of their own."""
    return any(
        any(_OTHERS.search(p.folded) for p in row.pieces)
        and any(_START_HEAD.fullmatch(p.folded) for p in row.pieces)
        for leaf in document.leaves
        for row in upright(leaf)
    )


def _under(row: Row, below: Row) -> list[Fact]:
    found = heads([row])
    firsts = [n for n, head in enumerate(found) if _START_HEAD.fullmatch(head.text)]
    lasts = [n for n, head in enumerate(found) if _END_HEAD.fullmatch(head.text)]
    if len(firsts) == len(lasts) == 1:
        ends = [(under(below, found, n), n) for n in (firsts[0], lasts[0])]
        made = [(piece, _day(piece.text)) for piece, _ in ends if piece is not None]
        if len(made) == 2 and made[0][1] and made[1][1] and made[0][1] < made[1][1]:
            names = ("period_from", "period_until")
            return [
                cell_fact(row.leaf, (name,), value, piece)
                for name, (piece, value) in zip(names, made, strict=True)
            ]
    terms = [n for n, head in enumerate(found) if _LABEL.fullmatch(head.text)]
    piece = under(below, found, terms[0]) if len(terms) == 1 else None
    return _both(row, piece) if piece else []


def _both(row: Row, piece: Piece) -> list[Fact]:
    """Both ends of a term in one cell."""
    try:
        first, last = dates.parse_range(piece.text)
    except ValueError:
        return []
    if not (first and last and first < last):
        return []
    return [
        cell_fact(row.leaf, ("period_from",), first, piece),
        cell_fact(row.leaf, ("period_until",), last, piece),
    ]


def _day(text: str) -> str:
    try:
        return dates.parse(text)
    except ValueError:
        return ""


# ---------------------------------------------------------------- sentences


def _after_term(text: Prose) -> Iterator[Fact]:
    """``建设周期：2024年1月1日至2026年12月31日``, as months and years as well."""
    for match in (found for form in _SAID for found in form.finditer(text.text)):
        printed = re.sub(r"(?<=[日月年\d])一(?=20\d\d|二[〇○零])", "-", match["range"])
        try:
            start, end = dates.parse_range(printed)
        except ValueError:
            continue
        if not (start and end and start < end):
            continue
        for name, value in (("period_from", start), ("period_until", end)):
            doubtful = len(value) < len("2024-01-01") or printed != match["range"]
            yield text.fact((name,), value, *match.span("range"), doubtful=doubtful)
        return


_DAY = r"(?P<day>(?:20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})[-年./]\d{1,2}[-月./]\d{1,2}日?)"
_NOTED = tuple(
    re.compile(rf"{_DAY}[〔【［\[(](?:{_WHOSE})*期?(?:{ends})(?:日期?|时间|之日)?[〕】］\])]")
    for ends in ("首|起始|起|开始|启动", "末|终|截止|届满|结束|完成")
)
"""Days with what they are in brackets behind them: ``2023.10.1〔建设期首日〕``."""
_WILL = (
    re.compile(rf"{_DAY}[^。\n]{{0,40}}?(?:启动|开始|开工|进入)(?:建设|实施|运行|组建|工作)?"),
    re.compile(
        rf"(?:将|于|在|力争|计划|拟){_DAY}(?:前|止|底)?[^。;；\n]{{0,6}}?(?:完成(?:全[部面])?(?:建设|各项|任务|项目)|结束|届满|验收)"
    ),
)
"""The beginning and the end told in sentences of their own."""


def _noted(text: Prose) -> Iterator[Fact]:
    """Both ends with what they are in brackets behind them."""
    yield from _of_both(text, _NOTED, doubtful=False)


def _apart(text: Prose) -> Iterator[Fact]:
    """``2024年6月1日…启动建设。…于2026年5月31日完成全部建设任务``, told once each."""
    yield from _of_both(text, _WILL, doubtful=True)


def _of_both(text: Prose, forms: Sequence[re.Pattern[str]], *, doubtful: bool) -> Iterator[Fact]:
    hits = [list(form.finditer(text.text)) for form in forms]
    if any(len(found) != 1 for found in hits):
        return
    (first,), (last,) = hits
    start, end = _day(first["day"]), _day(last["day"])
    if not (start and end and start < end):
        return
    for name, value, hit in (("period_from", start, first), ("period_until", end, last)):
        yield text.fact((name,), value, *hit.span("day"), doubtful=doubtful)


def _joined(text: Prose) -> Iterator[Fact]:
    """``2024/5/1开始，2027/4/30结束``: two days with nothing between them but how they belong."""
    for start, end in sentences(text.text):
        sentence = text.text[start:end]
        if _PAST.search(sentence):
            continue
        for first, last in pairwise(dates.find_all(sentence)):
            between, after = sentence[first.end : last.start], sentence[last.end :]
            joint = _JOINT.fullmatch(between)
            if joint is None or not first.value < last.value:
                continue
            before = sentence[: first.start]
            begun = joint["begun"] or _FROM.search(before) or _ASKED.search(before)
            if begun and (_ENDS.match(after) or _ASKED.search(before) or _FROM.search(before)):
                yield from _ends(text, start, first, last)
                return


def _ends(text: Prose, start: int, first: Found[str], last: Found[str]) -> Iterator[Fact]:
    for name, hit in (("period_from", first), ("period_until", last)):
        doubtful = len(hit.value) < len("2024-01-01")
        place = start + hit.start, start + hit.end
        yield text.fact((name,), hit.value, *place, doubtful=doubtful)


def _lasting(text: Prose) -> Iterator[Fact]:
    """``自2024年3月1日起，为期两年``: the last day is the one before the same day again."""
    for start, end in sentences(text.text):
        sentence = text.text[start:end]
        lasts, found = _LASTS.search(sentence), dates.find_all(sentence)
        if lasts is None or len(found) != 1 or len(found[0].value) < len("2024-01-01"):
            continue
        if _PAST.search(sentence) or not re.match(_BEGUN, sentence[found[0].end :]):
            continue
        count = int(lasts["count"]) if lasts["count"].isdigit() else _number(lasts["count"])
        months = count * (12 if lasts["unit"].endswith("年") else 1)
        day = date.fromisoformat(found[0].value)
        until = dates.add_months(day, months) - timedelta(days=1)
        place = start + found[0].start, start + found[0].end
        yield text.fact(("period_from",), found[0].value, *place)
        whole = min(place[0], start + lasts.start()), max(place[1], start + lasts.end())
        yield text.fact(("period_until",), until.isoformat(), *whole, doubtful=True)
        return


def _number(printed: str) -> int:
    return int(numerals.whole(printed.replace("两", "二")))
