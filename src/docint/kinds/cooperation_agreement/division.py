"""Who does what (研发内容分工) and whose the results are (知识产权): clauses, not mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.extract.clauses import Clause, Prose, clauses, level, sentences
from docint.kinds.cooperation_agreement.parties import Party, names_of
from docint.values.text import tidy

_DIVISION_TITLE = re.compile(
    r"分工|任务分解|任务划分|任务分配|职责|各方(?:的)?(?:权利|任务|责任|义务|工作)|权利(?:和"
    r"|与|、|及)?义务|课题承担|承担(?:的)?(?:任务|内容|工作)|工作任务|研发任务|研究内容(?:与"
    r"|和|及)任务"
)
_NOT_DIVISION_TITLE = re.compile(r"违约|保密|知识产权|经费|争议|利益|收益|成果")
_WORK = re.compile(
    r"负责|承担|牵头|主导|开展|完成|研发|研究|开发|研制|设计|攻关|提供|配合|协助|参与|组织"
    r"|推广|测试|验证|建设|示范|转化"
)
_RESEARCH = re.compile(
    r"研发|研究|开发|研制|攻关|设计|测试|验证|试验|算法|技术|系统|平台|工艺|样机|课题|应用示范|标准"
)


@dataclass(frozen=True, slots=True)
class Share:
    """What one party is to do."""

    party: int
    """Index among the parties."""
    start: int
    end: int
    sure: bool


def _opening(parties: Sequence[Party]) -> re.Pattern[str]:
    words = sorted({n for p in parties for n in names_of(p)}, key=len, reverse=True)
    who = "|".join(re.escape(word) for word in words) or "(?!)"
    return re.compile(
        rf"(?:其中[:,，]?|由|以)?(?P<who>{who})(?P<tail>\([^()]{{1,30}}\))?(?=[:：]"
        rf"|的?(?:主要)?(?:研发|研究|工作)?(?:任务|分工|职责|内容)|主要|作为|具体|应|将|应当"
        rf"|须|在|为|全面|共同|"
        r"负责|承担|牵头|主导|开展|完成|研发|研究|提供|配合|协助|参与|组织|围绕|依托|利用|发挥"
        r"|重点|侧重|的|是|与|同|$)"
    )


def _party_of(word: str, parties: Sequence[Party]) -> int | None:
    return next((n for n, p in enumerate(parties) if word in names_of(p)), None)


def _starts(
    prose: Prose, parties: Sequence[Party], start: int, end: int
) -> Iterator[tuple[int, int, int]]:
    """Party, sentence start and paragraph number of each sentence that a party opens."""
    opening = _opening(parties)
    for s, e in sentences(prose.text[:end], start):
        text = prose.text[s:e]
        mark = level(text)
        cut = mark[1] if mark else 0
        cut += len(re.match(r"[-•●·*\s]*", text[cut:])[0])  # type: ignore[index]
        match = opening.match(text, cut)
        if match and (who := _party_of(match["who"], parties)) is not None:
            yield who, s + cut, e


def _shares(
    prose: Prose, parties: Sequence[Party], start: int, end: int, *, strict: bool
) -> list[Share]:
    """Each party's passage: from the sentence it opens to the next party's."""
    opened = list(_starts(prose, parties, start, end))
    result = []
    for n, (who, at, first_end) in enumerate(opened):
        stop = opened[n + 1][1] if n + 1 < len(opened) else end
        stop = _unstrayed(prose, at, _passage_end(prose, at, first_end, stop))
        text = prose.text[at:stop]
        if not _WORK.search(text) or (
            strict and not ((_RESEARCH.search(text) and "负责" in text) or "承担" in text)
        ):
            continue
        result.append(Share(who, at, stop, sure=not strict))
    return result


def _passage_end(prose: Prose, at: int, first_end: int, stop: int) -> int:
    """A passage ends with the innermost clause it stands in, and before what all parties do."""
    around = [clause for clause in clauses(prose) if clause.start <= at < clause.end]
    stop = min([stop, *(clause.end for clause in around[-1:])])
    while stop > at and prose.text[stop - 1] == "\n":
        stop -= 1
    common = re.search(
        r"\n(?:以上|上述|各方|双方|三方|四方|五方|本|若|如|任何)|(?<=[。;；])(?:各方|双方|三方|上述|以上)",
        prose.text[first_end - 1 : stop],
    )
    return first_end - 1 + common.start() if common else stop


def _unstrayed(prose: Prose, at: int, stop: int) -> int:
    """Without a mark or two behind the last stop: a fold or a numeral, no sentence."""
    stray = re.search(r"(?<=[。;；])[^。;；]{1,3}$", prose.text[at:stop])
    return at + stray.start() if stray else stop


def _titled(prose: Prose) -> Iterator[Clause]:
    for clause in clauses(prose):
        if _DIVISION_TITLE.search(clause.title) and not _NOT_DIVISION_TITLE.search(clause.title):
            yield clause


def division(prose: Prose, parties: Sequence[Party]) -> list[Share]:
    """Passages that say what each party does in R&D; empty where the agreement has none.

    A clause headed 分工, 职责, 任务 … is looked for first; without one, sentences by which at least
    two parties are charged with research.
    """
    if not parties:
        return []
    options = []
    for clause in _titled(prose):
        found = _shares(prose, parties, clause.body, clause.end, strict=False)
        research = sum(bool(_RESEARCH.search(prose.text[s.start : s.end])) for s in found)
        explicit = bool(re.search(r"研发|研究|任务|课题|分工", clause.title))
        options.append((len({s.party for s in found}), explicit, research, found))
    best = max(options, key=lambda o: (o[0] >= 2, o[1], o[0], o[2]), default=None)
    if best and best[0] and (best[2] or best[1]):
        return best[3]
    loose = _shares(prose, parties, 0, len(prose.text), strict=True)
    return loose if len({share.party for share in loose}) >= 2 else []


# ---------------------------------------------------------------- intellectual property

_IP = re.compile(r"知识产权|专利|著作权|软著|技术成果|科技成果|研究成果|研发成果|成果")
_IP_TITLE = re.compile(
    r"知识产权|成果(?:的)?(?:归属|分配|权属|权益|分享|共享|管理|处理)|权益分配|专利"
)
_NOT_IP_TITLE = re.compile(r"保密|定义|释义|违约|声明|保证|侵权")
_ALLOTS = re.compile(
    r"归[^。；;]{0,40}(?:所有|享有|共有|持有|单独|独占)|(?:所有权|产权|申请权|专利权|著作权"
    r"|权属|使用权|收益权)[^。；;]{0,30}(?:归|属|由|为)|归属于|属于|共同(?:所有|拥有|享有"
    r"|申请)|共有|各自(?:所有|享有|拥有)|享有|分配|按[^。；;]{0,20}(?:比例|贡献|出资)"
    r"|优先(?:使用|受让|购买)|无偿使用|许可(?:使用|实施)|(?:所有|拥有)"
)
_DEFINES = re.compile(
    r"(?:知识产权|成果)[”\"’'」]?(?:\([^()]*\))?[,，]?(?:是指|系指|指的是|指[:：]?|包括(?!但)"
    r"|包括但不限于)"
)
_SECRET = re.compile(r"保密|泄露|披露|商业秘密|第三方(?:泄|披)|不得(?:向|将)")
_OTHERWISE = re.compile(r"另行(?:协商|约定|签订|签署)|(?:另|后续)(?:行)?商定")
_INFRINGES = re.compile(r"侵犯|侵害|侵权|合法(?:有效|拥有)|不存在(?:任何)?(?:权利)?瑕疵")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the prose with how sure it is."""

    start: int
    end: int
    certainty: float


def _allotting(prose: Prose, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences that give intellectual property to someone."""
    return [
        (s, e)
        for s, e in sentences(prose.text[:end], start)
        if _IP.search(prose.text[s:e])
        and _ALLOTS.search(prose.text[s:e])
        and not _DEFINES.search(prose.text[s:e])
        and not _INFRINGES.search(prose.text[s:e])
        and not (_SECRET.search(prose.text[s:e]) and not re.search(r"归|共有", prose.text[s:e]))
    ]


def ip_clause(prose: Prose) -> Passage | None:
    """The clause on whose the results are; None where there are only mentions."""
    fallback: Passage | None = None
    for clause in clauses(prose):
        if not _IP_TITLE.search(clause.title) or _NOT_IP_TITLE.search(clause.title):
            continue
        start, end = clause.body, _trimmed(prose, clause.end)
        while start < end and prose.text[start] == "\n":
            start += 1
        if _allotting(prose, start, end):
            return Passage(start, end, 1.0)
        text = prose.text[start:end]
        if "知识产权" in clause.title and _ALLOTS.search(text) and not _DEFINES.search(text):
            fallback = fallback or Passage(start, end, 0.9)
    return fallback or _loose_ip(prose)


def _trimmed(prose: Prose, end: int) -> int:
    while end and prose.text[end - 1] == "\n":
        end -= 1
    return end


def _loose_ip(prose: Prose) -> Passage | None:
    """An unheaded clause: the numbered clause, else the paragraph, that allots."""
    found = _allotting(prose, 0, len(prose.text))
    strong = [
        (s, e)
        for s, e in found
        if re.search(r"知识产权|专利|著作权|成果", prose.text[s:e])
        and re.search(
            r"归[^。；;]{0,40}(?:所有|享有|共有)|共有|归属|各自所有|共同(?:所有|享有|拥有)|分配",
            prose.text[s:e],
        )
        and not _OTHERWISE.search(prose.text[s:e])
    ]
    if not strong:
        return None
    at = strong[0][0]
    inner = [c for c in clauses(prose) if c.start <= at < c.end and not c.title]
    if inner:
        clause = max(inner, key=lambda c: c.depth)
        return Passage(clause.body, _trimmed(prose, clause.end), 0.9)
    start = prose.text.rfind("\n", 0, at) + 1
    end = prose.text.find("\n", at)
    return Passage(start, end if end >= 0 else len(prose.text), 0.9)


def text_of(prose: Prose, start: int, end: int) -> str:
    """The passage as one canonical text."""
    return tidy(prose.quote(start, end))
