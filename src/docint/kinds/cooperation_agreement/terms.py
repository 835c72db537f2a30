"""Dates, term and amount (签订日期、期限、金额) of an agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from docint.extract.clauses import Prose
from docint.extract.days import day, disclosed
from docint.types.fact import Fact
from docint.values import dates, money, numerals

_DATE = (
    r"(?:[12][0-9OoОо〇○]{3}"
    r"|二[〇○零Oo0]?[一二三四五六七八九零〇○Oo0]{2})(?:年[\d一二三四五六七八九十元]{1,3}月[\d一二三四五六七八九十廿卅初]{1,3}日"
    r"|[-./]\d{1,2}[-./]\d{1,2})"
)
_SIGNED = re.compile(
    rf"(?:签订|签署|签约|订立|文首|立约|签立)(?:日期|时间"
    rf"|日)?(?:\([^()]*\))?[:：为是于]{{0,2}}(?:\n)?(?P<date>{_DATE})|(?:于"
    rf"|在)\n?(?P<date2>{_DATE})[^。;；]{{0,40}}?(?:签订|签署|订立|共同签)"
    rf"|(?P<date3>{_DATE})(?:在|于)[^。;；\n]{{0,20}}(?:签订|签署|订立)"
)
_BLOCK_DATE = re.compile(
    rf"(?m)^(?:[甲乙丙丁戊己庚辛]方)?(?:签[订署字约]?)?(?:日期|时间"
    rf"|日|于)?[:：]?(?P<date>{_DATE})$|(?:日期|时间)(?:Date)?[:：](?P<date2>{_DATE})"
)
_RANGE = re.compile(
    rf"(?P<head>[^。;；\n]{{0,40}}?)(?:自|从|由|[始起]于)?(?P<from>{_DATE})(?:\([^()]{{1,12}}\))?(?:之?日)?"
    rf"(?:起|开始|始|启动|起始|起算|算起|计起)?(?:生效|实施|执行|履行|计算|计|确立|建立|成立|缔结|形成)?[,，、]?(?:并?(?:[终截]止|持续|延续"
    rf"|有效|结束|迄)?[至到于]|迄|—+|-+|–|~|～)(?P<until>{_DATE})"
)
_TERM_WORDS = re.compile(
    r"有效期|合作[自由从]|本[约协合][议同]?[始起]于|起[止讫迄]|合作期|合作时间|期限|协议期|履行期|合同期|执行期|建设期|实施期|研发期|起止"
    r"|合作关系|协议自|合同自|周期|存续|(?:联合体|合作|协议|合同|项目|研究|共建)[^。;；,，\n]{0,14}期间|(?:^|[\d.、·:：\n])期间"
)
_LENGTH = re.compile(
    r"(?:有效期|合作期|期限|协议期|合同期|履行期|执行期|建设期"
    r"|实施期)\n?[^。;；\n]{0,16}?(?:为|是|[:：])?(?:期)?(?:共)?(?P<n>(?<!\d)\d{1,2}"
    r"|[一二两三四五六七八九十壹贰叁肆伍陆]{1,3})(?:\((?:\d{1,2}"
    r"|[一二两三四五六七八九十壹贰叁肆伍]{1,3})\))?个?(?P<unit>年"
    r"|月)(?P<rest>[^。\n]{0,60})"
)
_FROM_LENGTH = re.compile(
    rf"自[^。;；\n\d]{{0,8}}(?P<from>{_DATE})\)?(?:之?日)?(?:起|生效)[^。;；\n]{{0,30}}?(?:有效期"
    rf"|期限|为期"
    rf"|共)[^。;；\n]{{0,6}}?(?P<n>\d{{1,2}}"
    rf"|[一二两三四五六七八九十]{{1,3}})(?:\([^()]*\))?个?(?P<unit>年|月)"
)
_UNTIL = re.compile(
    rf"(?:有效期|合作期|协议期|合同期|履行期|期限)限?[^。;；,，\n]{{0,8}}(?:截?至|到|截止[到至于]?|止于)(?P<until>{_DATE})"
)
"""``有效期至2027年12月31日``: an end without a beginning."""
_BEGINS = re.compile(
    rf"(?:^|\n)(?:计划|预计|合作|协议|合同|项目)?(?:开始|起始|启动|生效|开工)(?:日期?|时间)[:：]?\n?(?P<date>{_DATE})"
)
_ENDS = re.compile(
    rf"(?:^|\n)(?:计划|预计|合作|协议|合同|项目)?(?:结束|终止|截止|失效|届满|到期|完成|竣工)(?:日期?|时间)[:：]?\n?(?P<date>{_DATE})"
)
"""The two days of a term on lines of their own: ``计划开始日期：…``, ``计划结束日期：…``."""
_SIGNING_STARTS = re.compile(
    r"(?:自|从)?(?:本?(?:协议|合同))?(?:各方|双方|三方|四方|五方"
    r"|全体)?[^。;；\n]{0,24}?(?:签[字订署章]|盖章|生效)[^。;；\n]{0,12}?(?:之?日|后)?(?:起|计)"
)


def _first(match: re.Match[str], *names: str) -> tuple[str, int, int] | None:
    for name in names:
        if match.groupdict().get(name):
            return match[name], match.start(name), match.end(name)
    return None


def _parsed(text: str) -> str | None:
    try:
        value, _ = day(text)
    except ValueError:
        return None
    return value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _dated(prose: Prose, path: str, printed: str, span: tuple[int, int]) -> Fact:
    """A day as a fact; ``printed`` is one that was parsed before."""
    value, lost = day(printed)
    return disclosed(prose.fact((path,), value, *span), lost)


def signed_on(prose: Prose) -> Fact | None:
    """The day of signing: the stated one, else the latest of the signature block."""
    tail = _signature_start(prose)
    found = _block_dates(prose, tail)
    for match in _SIGNED.finditer(prose.text):
        hit = _first(match, "date", "date2", "date3")
        if hit and (value := _parsed(hit[0])) and not _history(prose, match.start()):
            if match.start() < tail:
                return _dated(prose, "signed_on", hit[0], (hit[1], hit[2]))
            found.append((value, hit[1], hit[2]))
    for match in _BLOCK_DATE.finditer(prose.text, tail):
        hit = _first(match, "date", "date2")
        if hit and (value := _parsed(hit[0])):
            found.append((value, hit[1], hit[2]))
    if not found:
        return None
    value, start, end = max(found)
    alone = len({one[0] for one in found}) == 1
    lost = day(prose.text[start:end])[1]
    return disclosed(prose.fact(("signed_on",), value, start, end, doubtful=not alone), lost)


def _block_dates(prose: Prose, tail: int) -> list[tuple[str, int, int]]:
    """Dates that fill a line of the signature block by themselves, one or several."""
    found = []
    for start, end in prose.paragraphs():
        line = prose.text[start:end]
        hits = list(re.finditer(_DATE, line)) if start >= tail else []
        if len(hits) > 1 and not re.sub(
            r"(?:签[署订字])?(?:日期|时间)?[:：]?", "", re.sub(_DATE, "", line)
        ):
            found += [
                (value, start + hit.start(), start + hit.end())
                for hit in hits
                if (value := _parsed(hit[0]))
            ]
    return found


def _history(prose: Prose, at: int) -> bool:
    """Whether the sentence tells of another agreement signed before."""
    before = prose.text[max(0, at - 30) : at]
    return bool(re.search(r"此前|曾|已于|原(?:协议|合同)|《[^》]{2,40}$", before))


def _signature_start(prose: Prose) -> int:
    hits = [
        m.start() for m in re.finditer(r"\(?(?:盖章|公章|签章|签字|印章(?=[:：;)]))\)?", prose.text)
    ]
    late = [at for at in hits if at > 0.4 * len(prose.text)]
    return late[0] - 40 if late else int(0.7 * len(prose.text))


def _count(text: str) -> int:
    plain = text.translate(str.maketrans("两壹贰叁肆伍陆", "二一二三四五六"))
    return int(text) if text.isdigit() else int(numerals.whole(plain))


def _ending(start: str, count: int, unit: str) -> str:
    """The last day of a term that begins on a day: two years from 1 April end on 31 March."""
    first = date.fromisoformat(start)
    months = count * (12 if unit == "年" else 1)
    return (dates.add_months(first, months) - timedelta(days=1)).isoformat()


def _ranges(prose: Prose) -> Iterator[tuple[int, re.Match[str]]]:
    for match in _RANGE.finditer(prose.text):
        head = prose.text[max(0, match.start("from") - 60) : match.start("from")]
        near = head.rsplit("\n", 1)[-1]
        score = 0
        if _TERM_WORDS.search(near):
            score = (
                2
                if re.search(
                    r"有效期|合作[自由从]|本[约协合][议同]?[始起]于|起[止讫迄]|合作期|合作时间|协议|合同",
                    near,
                )
                else 1
            )
        elif _TERM_WORDS.search(head):
            score = 1
        if score:
            yield score, match


def valid(prose: Prose, signing: Fact | None) -> list[Fact]:
    """``valid_from`` and ``valid_until``, printed or computed from a length (有效期两年)."""
    ranges = sorted(_ranges(prose), key=lambda pair: (-pair[0], pair[1].start()))
    for _, match in ranges:
        start, end = _parsed(match["from"]), _parsed(match["until"])
        if start and end and start < end:
            return [
                _dated(prose, "valid_from", match["from"], match.span("from")),
                _dated(prose, "valid_until", match["until"], match.span("until")),
            ]
    return _by_labels(prose) or _by_length(prose, signing)


def _by_labels(prose: Prose) -> list[Fact]:
    """A beginning and an end that each stand behind a label of their own, if each does once."""
    begins, ends = list(_BEGINS.finditer(prose.text)), list(_ENDS.finditer(prose.text))
    if len(begins) != 1 or len(ends) != 1:
        return []
    start, end = (_parsed(found[0]["date"]) for found in (begins, ends))
    if not start or not end or start >= end:
        return []
    return [
        _dated(prose, "valid_from", begins[0]["date"], begins[0].span("date")),
        _dated(prose, "valid_until", ends[0]["date"], ends[0].span("date")),
    ]


def _by_length(prose: Prose, signing: Fact | None) -> list[Fact]:
    if match := _FROM_LENGTH.search(prose.text):
        return _computed(prose, match, match["from"], match.span("from"))
    if match := _UNTIL.search(prose.text):
        return _ending_on(prose, match, signing)
    for match in _LENGTH.finditer(prose.text):
        sentence_start = max(prose.text.rfind(c, 0, match.start()) for c in "。;；\n") + 1
        around = prose.text[sentence_start : match.end()]
        if found := re.search(rf"自?(?P<from>{_DATE})(?:起|生效|之日)", around):
            at = sentence_start + found.start("from")
            return _computed(prose, match, found["from"], (at, at + len(found["from"])))
        if signing is not None and _SIGNING_STARTS.search(around):
            start = str(signing.value)
            end = _ending(start, _count(match["n"]), match["unit"])
            span = match.start(), match.end("unit")
            return [
                prose.fact(("valid_from",), start, *span, doubtful=True),
                prose.fact(("valid_until",), end, *span, doubtful=True),
            ]
    return []


def _ending_on(prose: Prose, match: re.Match[str], signing: Fact | None) -> list[Fact]:
    """A printed end; the agreement begins when it is signed, if it says so."""
    end = _parsed(match["until"])
    if end is None:
        return []
    found = [_dated(prose, "valid_until", match["until"], match.span("until"))]
    around = _SIGNING_STARTS.search(prose.text, max(0, match.start() - 60), match.start())
    if around and signing is not None and str(signing.value) < end:
        found.append(prose.fact(("valid_from",), str(signing.value), *around.span(), doubtful=True))
    return found


def _computed(prose: Prose, match: re.Match[str], printed: str, at: tuple[int, int]) -> list[Fact]:
    start = _parsed(printed)
    if start is None:
        return []
    end = _ending(start, _count(match["n"]), match["unit"])
    return [
        prose.fact(("valid_from",), start, *at),
        prose.fact(("valid_until",), end, match.start(), match.end("unit"), doubtful=True),
    ]


# ---------------------------------------------------------------- amount

_FIGURES = (
    r"(?:人民币|RMB|¥|￥)*[:：]?\d[\d,，.]*(?:万元|亿元|元|万)(?:整)?|(?:人民币|¥|￥)\d[\d,，.]*"
)
_WORDS = (
    r"(?:人民币)?[壹贰叁肆伍陆柒捌玖拾佰仟万亿零〇]{2,30}[元圆]"
    r"(?:[零壹贰叁肆伍陆柒捌玖]角)?(?:[零壹贰叁肆伍陆柒捌玖]+分)?[整正]?"
)
_AMOUNT_LABEL = re.compile(
    r"(?:合同|协议|合作|项目|研发|研究开发|建设|总)?(?:总)?(?:金额|价款|总价|经费总额|总经费"
    r"|经费总计|经费预算总额|预算|总投入|总投资|经费及报酬总额|经费|研发资金|投入总额|资金总额|总额"
    r"|费用总额|总预算|预算总额|投资总额|投入|出资|资金|研发费用|开发费用"
    r"|合作费用|(?:所需|合作)款项)(?:\([^()]{1,12}\))?(?:共计|合计|总计"
    r"|总额|约)?(?:为"
    r"|是|[:：])?(?:共计|合计|约)?"
)
_TOTAL = re.compile(r"总|合计|共计|合同金额|协议金额|合同价款")
_SAME = r"[,，]?[(（\[]?(?:(?:人民币)?(?:大写|小写)(?:金额)?|即|¥|￥|RMB|计)?(?:为|[:：])?[(（]?"
"""What may stand between the two prints of one sum, and nothing else."""
_UNDER = r"(?:\n(?=(?:共计|合计|计)?(?:人民币|RMB|¥|￥|\d|[壹贰叁肆伍陆柒捌玖])))?"
"""A label's own cell, whose neighbour begins with the sum."""
_GAP = r"[^。;；\n0-9¥￥壹贰叁肆伍陆柒捌玖]{0,16}"


def _amounts(prose: Prose) -> Iterator[tuple[int, re.Match[str], re.Match[str] | None]]:
    text = prose.text
    for label in _AMOUNT_LABEL.finditer(text):
        following = re.compile(rf"{_UNDER}{_GAP}(?P<sum>{_FIGURES}|{_WORDS})").match(
            text, label.end()
        )
        if following:
            other = re.compile(rf"{_SAME}(?P<sum>{_FIGURES}|{_WORDS})").match(text, following.end())
            yield (2 if _TOTAL.search(label[0]) else 0), following, other


def _paid(text: str) -> str | None:
    try:
        value = money.parse(text)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


def _spelled(text: str) -> bool:
    return bool(re.search(r"[壹贰叁肆伍陆柒捌玖拾佰仟]", text))


def amounts(prose: Prose) -> list[Fact]:
    """``amount`` from figures (小写) and ``amount_words`` from characters (大写), as printed."""
    found = sorted(_amounts(prose), key=lambda hit: (-hit[0], hit[1].start()))
    for score, first, second in found:
        hits: Sequence[re.Match[str]] = [first, second] if second else [first]
        figures = next((m for m in hits if not _spelled(m["sum"])), None)
        words = next((m for m in hits if _spelled(m["sum"])), None)
        if not score and not words:
            continue
        result = []
        if figures and (value := _paid(figures["sum"])):
            result.append(prose.fact(("amount",), value, *figures.span("sum")))
        if words and (value := _paid(words["sum"])):
            span = words.span("sum")
            result.append(prose.fact(("amount_words",), value, *span))
            if not figures:
                result.append(prose.fact(("amount",), value, *span))
        if result:
            return result
    return []
