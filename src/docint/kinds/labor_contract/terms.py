"""The term of a labour contract (合同期限)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from docint.contracts import Tools
from docint.extract import ticks
from docint.extract.days import day, disclosed
from docint.extract.flow import Flow, Span, page_flow, unframed
from docint.extract.proof import fact
from docint.types.document import Document
from docint.types.fact import Fact
from docint.values import dates, numerals

DAY = (
    r"(?:(?:[12][0-9]{3}"
    r"|二[〇○零O0]?[〇○零O0一二三四五六七八九]{2})_*年_*[0-9一二三四五六七八九十元]{1,3}_*月"
    r"_*[0-9一二三四五六七八九十廿]{1,4}_*[日号曰旦目]"
    r"|(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}(?:(?![0-9])|(?=[0-9]{1,2}(?::[0-9]{2}|个月))))"
)
_BEGIN = r"(?:生效|起始|开始|起算|合同起|起)(?:日期|时间|日)?(?:为|是|于)?[::]?"
_FINISH = (
    r"(?:(?:终止|截止|届满|期满|到期|结束|合同止)(?:日期|时间|日)?(?:为|是|于|至)?[::]?"
    r"|(?:终|(?<!起)止|迄)(?:日期?|时间)?(?:[::]|为|是|于))"
)
"""Labels of the two ends of a term, before their days."""
_RANGE = re.compile(
    rf"(?P<labelled>起(?:止(?:日期?|时间|期限)?[::]?)?)?_*(?P<from>{DAY})_*(?:\(?含\)?)?(?:起算|起始|起|开始)?_*[,,、;。]?"
    r"(?:生效|计算|履行|执行|施行)?[,,、;]?_*"
    rf"(?:[至到—–~～一ー-]+|{_FINISH}|(?(labelled)止?|(?!)))_*[::]?_*(?P<until>{DAY})"
)
_START = re.compile(
    rf"(?:自|从|始于|起于|于|{_BEGIN})_*(?P<from>{DAY})"
    rf"(?!_*(?:终止|届满|到期|期满|止)(?!(?:日期|时间|日)?(?:为|是|于)?[::]?_*(?:{DAY}|不适用|无|长期|[/／—-])))"
)
_START_BEHIND = re.compile(rf"(?P<from>{DAY})_*起(?!止)")
"""A first day without a word before it: ``无固定期限：2024年3月1日起``."""
_LASTS = re.compile(
    r"(?:(?<!试用)期限?|为期|共计?)(?:为|是|:)?_*(?P<n>[1-9][0-9]?|[一二两三四五六七八九十壹贰叁伍]{1,2})_*"
    r"(?:\([^()]{1,4}\))?_*个?(?P<unit>年|月)(?!\d)"
)
"""How long a term lasts, where no last day is printed."""
_ENDS = (
    re.compile(
        rf"(?:于|至|到|止|{_FINISH})_*(?P<until>{DAY})_*(?:终止|届满|止|到期|期满|结束|为止)"
    ),
    re.compile(rf"{_FINISH}_*(?P<until>{DAY})"),
)
_BRANCH = re.compile(
    r"(?<!固定[/、或])(?P<open>无_*固定_*期限)|(?P<task>以?_*完成_*(?:一定|规定)?[^,。;]{0,14}?(?:工作|任务"
    r"|项目)[^,。;]{0,6}为[^,。;]{0,8}期限)"
    r"|(?<!无)(?P<fixed>(?:有)?固定_*期限)"
)
_TICK = re.compile(r"[☑√✓■●▣◉✔☒Vv]\s*[((]?[0-9一二三四A-Da-d]?[))、.]?(?:劳动合同)?[::]?$")
_UNTICKED = re.compile(r"[□○☐]\s*[((]?[0-9一二三四A-Da-d]?[))、.]?$")
_BOX_BEHIND = re.compile(
    r"[^()□○☐☑√✓✔■]{4,40}?(?:[(][√✓✔☑VvＶ][)]|[☑√✓✔■]|(?P<empty>[(](?:[)]|$|(?=试用))|[□○☐]))"
)
"""An option with its box behind it: ``无固定期限（√）``, ``固定期限□``, ``固定期限（`` as read."""
_CHOICE = re.compile(
    r"(?:选择|按照?|采用|采取|执行|约定|确定|属于|为)(?:以下|下列|如下|本条)?_*第?_*"
    r"[((]?(?P<n>[0-9一二三四ABCabc①②③④])[))]?_*(?:种|项|款)?_*(?:方式|形式|期限|类型|办法|款)"
)
_ORDER = {c: n for n, cs in enumerate(("1一Aa①", "2二Bb②", "3三Cc③", "4四④"), 1) for c in cs}
_HEADING = re.compile(
    r"(?:劳动|聘用)?合同(?:的)?(?:有效)?(?:期限|类型|期|起止)|(?:聘用|聘任|用工|录用|劳务|实习|服务|返聘|协议|雇佣)期限?|聘期"
)
_RENEWAL = re.compile(r"续订|续签|延续|顺延")
_SEEN = 0.95
"""How sure a tick is that only the picture shows."""
_FITS_BOTH = re.compile(r"\([^()]{4,30}(?:适用|通用|用)\)")
"""What a form says of all contracts it serves for: ``（固定期限、无固定期限适用）``."""
_KINDS = {"fixed": "fixed", "open": "open-ended", "task": "task"}


@dataclass(frozen=True, slots=True)
class _Branch:
    kind: str
    start: int
    end: int
    ticked: bool
    unticked: bool


def term(document: Document, tools: Tools) -> list[Fact]:
    """``term_kind``, ``valid_from``, ``valid_until``, renewals applied."""
    best: list[Fact] = []
    for leaf in document.leaves:
        found = _first_term(unframed(page_flow(leaf, "")), tools)
        # a cover names the kind of term, the clause behind it the dates as well
        best = found if len(found) > len(best) else best
    facts = {item.path: item for item in best}
    facts |= {item.path: item for item in _renewed(document)}
    return list(facts.values())


def _first_term(flow: Flow, tools: Tools) -> list[Fact]:
    text = _FITS_BOTH.sub(lambda match: "#" * len(match[0]), flow.text)
    clause = _clause(text)
    if clause is None:
        return []
    start, end = clause
    branches = _branches(text, start, end)
    chosen, sure = _chosen(text, branches, start)
    seen = ticks.chosen(flow, [branch.start for branch in branches], tools)
    if seen is not None and branches[seen] is not chosen:
        contested = chosen is not None and sure > _SEEN
        chosen, sure = (chosen, 0.6) if contested else (branches[seen], _SEEN)
    if chosen is None:
        return _unbranched(flow, start, end)
    span = _span(flow, chosen.start, chosen.end)
    ends = _ends(flow, chosen, sure)
    if not ends and _in_a_row(text, branches):
        ends = _ends(flow, replace(chosen, end=end), sure)
    if not ends and len(branches) == 1:  # 自…起至…止，为固定期限: the dates come first
        ends = [item for item in _unbranched(flow, start, end) if item.path != ("term_kind",)]
    return [fact(("term_kind",), chosen.kind, span.by("clause", sure)), *ends]


def _clause(text: str) -> tuple[int, int] | None:
    """The clause on the term: from its heading or first mention to the clause after it."""
    first = _BRANCH.search(text)
    heading = _HEADING.search(text)
    places = [match.start() for match in (first, heading) if match]
    plain = re.search(rf"合同[^。]{{0,12}}(?:{DAY})", text)
    if not places and plain:
        places = [plain.start()]
    if not places:
        return None
    begin = min(places)
    ending = re.search(
        r"(?:第[二三四五六七八九十0-9]{1,3}条|[二三四五][、.])(?:工作内容|工作岗位|工作地点|岗位"
        r"|聘用岗位|乙方)"
        r"|[二三四五]、工作|工作内容和工作地点|工作内容与",
        text[begin:],
    )
    return begin, begin + ending.start() if ending else min(len(text), begin + 700)


def _branches(text: str, start: int, end: int) -> list[_Branch]:
    found = [m for m in _BRANCH.finditer(text, start, end) if m.lastgroup]
    merged: list[_Branch] = []
    for number, match in enumerate(found):
        stop = found[number + 1].start() if number + 1 < len(found) else end
        kind = _KINDS[str(match.lastgroup)]
        before = text[max(0, match.start() - 6) : match.start()]
        same = merged and merged[-1].kind == kind and not _TICK.search(before)
        if same:
            merged[-1] = _Branch(
                kind, merged[-1].start, stop, merged[-1].ticked, merged[-1].unticked
            )
        else:
            ticked, unticked = bool(_TICK.search(before)), bool(_UNTICKED.search(before))
            merged.append(_Branch(kind, match.start(), stop, ticked, unticked))
    return merged


def _dated(text: str, branch: _Branch) -> bool:
    return bool(re.search(DAY, _without_trial(text[branch.start : branch.end])))


def _without_trial(text: str) -> str:
    """The text with the trial period's dates (试用期) blotted out, at the same length."""

    def blot(match: re.Match[str]) -> str:
        return "#" * len(match[0])

    # 试用期 6个月 合同起始日 2020/7/13: the next cell's date is not the trial's
    gap = r"(?:(?!劳动|合同|聘[期用任]|固定|用工|期[限间])[^。;])"
    return re.sub(rf"试用期{gap}{{0,30}}?{DAY}(?:{gap}{{0,8}}?{DAY})?", blot, text)


def _ticked_behind(text: str, branches: Sequence[_Branch]) -> list[_Branch]:
    """The options ticked in boxes that stand behind them; none where boxes stand before.

    A tick that was not read leaves one option without a box; behind the last a box must stand, or
    the boxes stand before and the first of them was lost.
    """
    if len(branches) < 2 or branches[0].ticked or branches[0].unticked:
        return []
    boxes = [_BOX_BEHIND.match(text, branch.start, branch.end) for branch in branches]
    if all(boxes):
        return [b for b, box in zip(branches, boxes, strict=True) if box and not box["empty"]]
    bare = [b for b, box in zip(branches, boxes, strict=True) if box is None]
    lost = boxes[-1] and len(bare) == 1 and all(box["empty"] for box in boxes if box)
    return bare if lost else []


def _chosen(text: str, branches: Sequence[_Branch], start: int) -> tuple[_Branch | None, float]:
    """The branch that applies: ticked, named by its number, or the only one filled in."""
    behind = _ticked_behind(text, branches)
    ticked = behind or [b for b in branches if b.ticked]
    if len(ticked) == 1:
        return ticked[0], 1.0
    if _in_a_row(text, branches):
        filled = [b for b in branches if b.kind == _by_days(text[b.start : branches[-1].end])]
    else:
        filled = [b for b in branches if _dated(text, b)]
    if len(branches) > 1:
        choice = _CHOICE.search(text, max(0, start - 60), branches[0].start + 40)
        number = _ORDER.get(choice["n"], 0) if choice else 0
        if 0 < number <= len(branches):
            named = branches[number - 1]
            # the only one filled in tells more than a numeral, of which a stroke may be lost
            return (filled[0], 0.85) if len(filled) == 1 and filled[0] != named else (named, 0.98)
    if len(filled) == 1:
        return filled[0], 0.98 if len(branches) > 1 else 1.0
    if len(branches) == 1:
        return branches[0], 0.95
    left = [b for b in filled if not b.unticked]
    return (left[0], 0.85) if left else (None, 0.0)


def _in_a_row(text: str, branches: Sequence[_Branch]) -> bool:
    """Whether the choices follow on each other (□固定 □无固定 □任务), the days behind them all."""
    before = branches[:-1]
    return bool(before) and all(
        b.end - b.start <= _CHOICE_ALONE and not re.search(r"[。;\d]", text[b.start : b.end])
        for b in before
    )


_CHOICE_ALONE = 24
"""A choice with its box and no days of its own has no more characters."""


def _by_days(text: str) -> str:
    """The kind of term that days behind the choices tell: two days are a fixed one."""
    days = _without_trial(text)
    return "fixed" if _RANGE.search(days) else "open-ended" if _START.search(days) else ""


def _ends(flow: Flow, branch: _Branch, sure: float) -> list[Fact]:
    text = _without_trial(flow.text[branch.start : branch.end])
    if branch.kind == "fixed" and (match := _RANGE.search(text)):
        both = (_date(flow, match, branch.start, side, sure) for side in ("from", "until"))
        return [item for found in both for item in found]
    begins = _START.search(text) or _START_BEHIND.search(text)
    facts = _date(flow, begins, branch.start, "from", sure) if begins else []
    if branch.kind == "open-ended" and begins:
        span = _span(flow, branch.start, branch.start + 5).by("clause", sure)
        facts.append(fact(("valid_until",), dates.LONG_TERM, span, doubtful=True))
    elif ends := _ending(text):
        facts += _date(flow, ends, branch.start, "until", sure)
    return facts


def _ending(text: str) -> re.Match[str] | None:
    return next((match for form in _ENDS if (match := form.search(text))), None)


def _unbranched(flow: Flow, start: int, end: int) -> list[Fact]:
    """``合同期限自…至…`` without naming its kind: a fixed term."""
    text = _without_trial(flow.text[start:end])
    match = _RANGE.search(text)
    begun = _START.search(text) or _START_BEHIND.search(text)
    begins, ends = (match, match) if match else (begun, _ending(text))
    if not begins or (ends and begins["from"] == ends["until"]):
        return []
    if not ends:
        return _lasting(flow, start, begins, text)
    low, high = start + begins.start("from"), start + ends.end("until")
    kind = fact(("term_kind",), "fixed", _span(flow, min(low, high), max(low, high)), doubtful=True)
    return [
        kind,
        *_date(flow, begins, start, "from", 0.97),
        *_date(flow, ends, start, "until", 0.97),
    ]


def _lasting(flow: Flow, start: int, begins: re.Match[str], text: str) -> list[Fact]:
    """``期限为三年，自…起``: a fixed term whose last day is counted, and may be a day off."""
    lasts = _LASTS.search(text)
    first = _date(flow, begins, start, "from", 0.97)
    if not lasts or not first:
        return []
    span = _span(flow, start + lasts.start(), start + lasts.end())
    number = lasts["n"].replace("两", "二")
    counted = int(number) if number.isdecimal() else numerals.whole(number)
    months = counted * (12 if lasts["unit"] == "年" else 1)
    kind = fact(("term_kind",), "fixed", span, doubtful=True)
    last = dates.add_months(date.fromisoformat(str(first[0].value)), months)
    until = fact(("valid_until",), (last - timedelta(days=1)).isoformat(), span, doubtful=True)
    return [kind, *first, replace(until, method="counted", confidence=_COUNTED)]


_COUNTED = 0.6
"""No surer is a last day that is counted: some end a day before the first one's date."""


def _span(flow: Flow, start: int, end: int) -> Span:
    return flow.span(start, end).by("clause")


def _date(flow: Flow, match: re.Match[str], base: int, side: str, sure: float) -> list[Fact]:
    """One end of the term; none where the calendar has no such day (2月30日)."""
    span = flow.span(base + match.start(side), base + match.end(side)).by("clause", sure)
    try:
        value, lost = day(match[side])
    except ValueError:
        return []
    name = "valid_from" if side == "from" else "valid_until"
    return [disclosed(fact((name,), value, span), lost)]


def _renewed(document: Document) -> list[Fact]:
    """The last filled renewal: it moves the end, and may make the term an open one."""
    last: list[Fact] = []
    for leaf in document.leaves:
        flow = unframed(page_flow(leaf, ""))
        for match in _RENEWAL.finditer(flow.text):
            segment = flow.text[match.start() : match.start() + 220]
            last = _renewal(flow, match.start(), segment) or last
    return last


def _renewal(flow: Flow, base: int, segment: str) -> list[Fact]:
    if match := _RANGE.search(segment):
        return _date(flow, match, base, "until", 0.96)
    opened = re.search(
        rf"无固定期限[^。]{{0,30}}?(?:{DAY})|(?:{DAY})[^。]{{0,12}}无固定期限", segment
    )
    if opened:
        span = _span(flow, base + opened.start(), base + opened.end())
        return [
            fact(("term_kind",), "open-ended", span.by("clause", 0.95)),
            fact(("valid_until",), "long-term", span.by("clause", 0.95), doubtful=True),
        ]
    return []
