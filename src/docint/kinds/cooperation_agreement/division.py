"""Who does what (研发内容分工): passages that charge a party with work, however they are set out.

Tables of tasks, clauses headed 分工, a heading for each party, sentences with the party as subject
(甲方负责…) or as agent (…由甲方负责), task lists with 承担单位: all become shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.contracts import Tools
from docint.extract.celled import Grid, Runs
from docint.extract.clauses import Clause, Prose, clauses, sentences, set_apart
from docint.extract.headings import heading, level
from docint.kinds.cooperation_agreement.announced import announced
from docint.kinds.cooperation_agreement.charges import (
    ASIDE,
    BEARS,
    RESEARCH,
    ROLES,
    WORK,
    Share,
    Words,
)
from docint.kinds.cooperation_agreement.matrix import marked
from docint.kinds.cooperation_agreement.one_each import left_over, numbered
from docint.kinds.cooperation_agreement.party import LABEL, Party
from docint.kinds.cooperation_agreement.recorded import by_task, carded, recorded
from docint.kinds.cooperation_agreement.tasks import tasks
from docint.values.text import tidy

TITLE = re.compile(
    r"分工|(?:任务|工作|课题|职责|责任|研究|研发|开发|内容|角色|职能)[^,，。:：]{0,4}"
    r"(?:分解|划分|分配|分担|分派|安排|界面|范围|清单|落实|认领|归口)|职责|各自(?:承担|负责|任务|工作)"
    r"|各方(?:的)?(?:权利|任务|责任|义务|工作)|权利(?:和|与|、|及)?义务"
    r"|课题承担|承担(?:的|如下|下列|以下)?(?:研究|研发|开发){0,2}(?:任务|内容|工作)|工作任务|研发任务|研究任务|研究内容|研发内容"
    r"|(?:建设|共建|攻关|合作)任务|合作内容|合作分工|项目任务"
    r"|工作内容|工作包|任务与|主要任务|重点任务|实施内容|技术路线与分工|责任(?:划分|分担)"
)
_NOT_TITLE = re.compile(r"违约|保密|知识产权|经费|争议|利益|收益|成果(?!转化)|双方声明|保证")
_EXPLICIT = re.compile(r"研发|研究|任务|课题|分工|工作")
_LEAST = 4
"""Characters beside the party's name that a charge takes: ``乙方参与`` says nothing."""
_CHARGED = (
    r"负[总主]?责|承担|牵头|主导|开展|完成|提供|主要任务|重点|主攻|侧重|研究|研制|设计|开发|攻关|组织"
    r"|从事|实施|投入|承接|着重|做好|主抓|分担|攻克|承揽|承办"
)
_BEARER = re.compile(
    r"(?:子?课题|任务|项目)?(?:承担|责任|负责|实施|完成)(?:单位|方|主体|人)[:：]?."
)
"""A record's line on who bears the task told above it."""
_RECITAL = re.compile(
    r"(?:商谈|洽谈|会谈)[^。;；]{0,4}[,，]|(?:达成|签订|订立|缔结|签署|订)(?:如下|以下|一致)?[，,]?(?:本|该|如下|以下)?(?:协议|合同|契约|约定|协定|备忘录)"
)
_COMMON = re.compile(
    r"\n(?:以上|上述|各方|双方|三方|四方|五方|六方|全体|本|若|如|任何|未尽|具体|违反)"
    r"|(?<=[。;；])(?:各方|双方|三方|四方|上述|以上)"
)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a passage about one or several parties begins, and at least ends."""

    who: tuple[int, ...]
    start: int
    end: int
    goes_on: bool
    """Whether following sentences belong to it."""


# ---------------------------------------------------------------- sentences


def _marks(prose: Prose, words: Words, start: int, end: int) -> list[_Mark]:
    """Every place between two where the text turns to a party."""
    found: list[_Mark] = []
    for s, e in sentences(prose.text[:end], start):
        cut = s + numbered(prose.text[s:e])
        before, after = cut, [m.end() + s for m in re.finditer("[,，:：]", prose.text[s:e])]
        for n, at in enumerate([cut, *after]):
            limit = after[n] if n < len(after) else e
            if mark := _mark(prose, words, (cut, before, at, limit, e), first=n == 0):
                found.append(mark)
                before = mark.end if not mark.goes_on else limit
        task = words.task.search(prose.text, cut, e)
        if task and before == cut and not prose.text[task.end() : e].strip("。;；)"):
            found.append(_Mark(words.named(task["who"]), cut, e, goes_on=False))
    return found


def _turns(prose: Prose, words: Words, start: int, end: int) -> Iterator[int]:
    """Where sentences begin with one party's name, whatever they say of it."""
    for s, e in sentences(prose.text[:end], start):
        cut = s + numbered(prose.text[s:e])
        if words.some.match(prose.text, cut, e):
            yield cut


def _mark(
    prose: Prose, words: Words, spots: tuple[int, int, int, int, int], *, first: bool
) -> _Mark | None:
    """The turn to a party in one part of a sentence (between commas)."""
    cut, before, at, limit, end = spots
    text = prose.text
    agent = words.agent.search(text, at, limit)
    told = agent and agent.start() > before  # 由甲方牵头，完成…: what is borne stands behind
    if agent and told and not re.match(r"[^,，。;；]", agent["rest"] or ""):
        return _Mark(words.named(agent["who"]), before, agent.end(), goes_on=False)
    form = words.subject if first else words.acts
    match = form.match(text, at, end)
    if match is None and agent:
        match = agent
    if match is None:
        return None
    announced = text[at - 1] in ":：" if at > cut else False
    if announced and text[match.end() : match.end() + 1] in set(",，。;；、"):
        announced = False  # 标准化方面：丙方牵头: what is borne stands before the colon
    opens = match.start() if not first and (before > cut or announced) else cut
    return _Mark(words.named(match["who"]), opens, end, goes_on=True)


def _passages(prose: Prose, words: Words, start: int, end: int) -> Iterator[tuple[_Mark, Runs]]:
    """Each party's passage: from where the text turns to it to where it turns away."""
    found = _marks(prose, words, start, end)
    turns = [*(mark.start for mark in found), *_turns(prose, words, start, end), end]
    for mark in found:
        limit = min((at for at in turns if at > mark.start), default=end)
        stop = mark.end
        if mark.goes_on:
            stop = _passage_end(prose, mark, max(limit, mark.start + 1), end)
        stop = min(stop, limit) if limit > mark.start else stop
        begin = mark.start
        head = prose.text[begin:stop].split("\n", 1)
        bare = words.some.sub("", head[0])
        if len(head) == 2 and not WORK.search(ROLES.sub("", bare)) and len(head[0]) <= 24:
            introduces = head[0][-1:] not in ":：" and _introduces(words, mark, len(head[0]))
            if introduces or (_BEARER.match(head[0]) and not _OWN.match(head[1])):
                continue
            begin += len(head[0]) + 1  # a heading of its own is not what the party does
        begin += _own_label(prose, words, mark, begin, stop)
        text = prose.text[begin:stop].strip("\n")
        if len(re.sub(r"\W", "", words.some.sub("", text))) >= _LEAST and mark.who:
            yield mark, ((begin, begin + len(prose.text[begin:stop].rstrip("\n,，"))),)


def _introduces(words: Words, mark: _Mark, length: int) -> bool:
    """Whether a line only names a party at the head: what follows need not be its own."""
    return any(mark.start <= words.parties[n].start < mark.start + length for n in mark.who)


_BARE = re.compile(LABEL)
_ANNOUNCES = re.compile(
    r"(?:\([^()]{1,20}\))?(?:[—\-]{1,3}|(?:应当?|同意|承诺|须)[:：]|[的之]?(?:主要|具体)?(?:研发|研究|工作|承担|合作)?(?:任务|分工|职责|内容"
    r"|义务|责任|工作|范围){0,2}(?:为|是|如下|包括)?[:：]|(?:负责|承担|开展|完成|实施)?(?:以下|下列|如下)"
    r"(?:研究|研发|开发|各项|主要|具体)*(?:工作|任务|内容|职责|事项)[:：])\n?|\([^()]{1,20}\)[,，]?"
)
"""What makes a party's name a label: a colon, a gloss, words that only announce (``的任务：``)."""


def _own_label(prose: Prose, words: Words, mark: _Mark, begin: int, stop: int) -> int:
    """Length of a label before what is borne: ``丙方：完成…`` says no more than ``完成…``."""
    text = prose.text[begin:stop]
    cut = numbered(text)
    label = words.some.match(text, cut)
    if label is None or len(mark.who) != 1:
        return 0
    if announced := _ANNOUNCES.match(text, label.end()):
        return announced.end()
    apart = set_apart(prose, begin + label.end()) and BEARS.match(text, label.end())
    return label.end() if apart else 0


def _passage_end(prose: Prose, mark: _Mark, limit: int, end: int) -> int:
    """A passage ends with its clause or paragraph, and before what all parties do."""
    around = [c for c in clauses(prose) if c.start <= mark.start < c.end]
    inner = around[-1] if around else None
    if _heads_lines(prose, mark):
        return min(limit, end, around[0].end if around else end)
    stop = min(limit, end, inner.end if inner else end)
    own = inner is not None and mark.start - inner.start <= len(inner.number) + 2
    if not own:
        stop = min(stop, _paragraph_end(prose, mark, stop))
    common = _COMMON.search(prose.text, mark.end - 1, stop)
    stop = common.start() if common else stop
    while stop > mark.start and prose.text[stop - 1] == "\n":
        stop -= 1
    stray = re.search(r"(?<=[。;；])[^。;；]{1,3}$", prose.text[mark.start : stop])
    return mark.start + stray.start() if stray else stop


def _heads_lines(prose: Prose, mark: _Mark) -> bool:
    """Whether a party's label stands alone on its line, over numbered lines that are its own."""
    line = prose.text[mark.start :].split("\n", 1)[0]
    before = prose.text[max(0, mark.start - 1) : mark.start]
    below = prose.text[mark.start + len(line) + 1 :].split("\n", 1)[0]
    heads = line[-1:] in {":", "："} or (_BARE.fullmatch(line) and level(below) is not None)
    return before in {"", "\n"} and bool(heads) and len(line) <= 24


def _paragraph_end(prose: Prose, mark: _Mark, stop: int) -> int:
    """The end of its paragraph; what a colon or a bare heading announces belongs to it."""
    at = mark.start
    while True:
        close = prose.text.find("\n", at)
        if close < 0 or close >= stop:
            return stop
        line = prose.text[max(prose.text.rfind("\n", 0, close) + 1, mark.start) : close]
        following = prose.text[close + 1 : stop].split("\n", 1)[0]
        announced = line[-1:] in ":：" or (at == mark.start and not WORK.search(line))
        listed = at != mark.start and level(following) is not None and line[-1:] in ";；,，"
        broken = (
            prose.glyphs[close - 1] is not None
            and line[-1:] not in "。;；:：!！"
            and _wraps(prose, close)
            and not re.match(rf"{LABEL}[:：]", following)
        )
        item = at != mark.start and level(line) is not None and level(following) is not None
        if not (announced or listed or broken or item) or heading(following):
            return close
        at = close + 1


def _wraps(prose: Prose, at: int) -> bool:
    """Whether a printed line broke off here and goes on right below."""
    if at + 1 >= len(prose.glyphs):
        return False
    last, following = prose.glyphs[at - 1], prose.glyphs[at + 1]
    if last is None or following is None or last.box is None or following.box is None:
        return False
    line = prose.text[at + 1 :].split("\n", 1)[0]
    return level(line) is None and 0 < following.box.top - last.box.top < 3.0 * last.box.height


# ---------------------------------------------------------------- clauses


def _titled(prose: Prose) -> Iterator[Clause]:
    for clause in clauses(prose):
        if TITLE.search(clause.title) and not _NOT_TITLE.search(clause.title):
            yield clause


def _in_clause(prose: Prose, words: Words, clause: Clause) -> list[Share]:
    """Shares inside a clause on the division of work."""
    found = []
    for mark, runs in _passages(prose, words, clause.body, clause.end):
        text = _text(prose, runs)
        listed = prose.text[runs[0][0] - 1] in ":：" and RESEARCH.search(text)  # 乙方：样机制造
        if listed or WORK.search(ROLES.sub("", text)):
            found += [Share(n, runs, True, bool(RESEARCH.search(text))) for n in mark.who]
    return found + (list(left_over(prose, words, clause, found)) if _explicit(clause) else [])


def _explicit(clause: Clause) -> bool:
    return bool(_EXPLICIT.search(clause.title))


_OWN = re.compile(
    r"(?:[本该](?:单位|方|公司|校|院|所))?(?:的|所)?(?:主要|具体|承担的?)*(?:研发|研究|承担|攻关|建设)?"
    r"(?:任务|分工|职责|工作|内容)(?:\([^()]{1,12}\))?(?:是|为|包括|如下|有)*[:：]?"
)
"""What announces a party's own task under its name."""


def _headed_each(prose: Prose, words: Words) -> list[Share]:
    """Clauses headed by a party (``二、甲方的任务``), their bodies."""
    found = []
    for clause in clauses(prose):
        who = words.named(clause.title) if clause.title else ()
        left = words.some.sub("", clause.title)
        if len(who) != 1 or len(left) > 12 or _NOT_TITLE.search(left):
            continue
        end = clause.body + len(prose.text[clause.body : clause.end].rstrip("\n"))
        start = clause.body
        while start < end and prose.text[start] == "\n":
            start += 1
        common = _COMMON.search(prose.text, start + 1, end)
        end = common.start() if common else end
        text = prose.text[start:end]
        if (
            WORK.search(ROLES.sub("", text))
            and (RESEARCH.search(text) or _OWN.match(text))
            and not ASIDE.search(text[:60])
        ):
            found.append(Share(who[0], ((start, end),), bool(TITLE.search(left)), True))
    return found


def _loose(prose: Prose, words: Words) -> list[Share]:
    """Sentences anywhere that charge a party with research."""
    found = []
    for mark, runs in _passages(prose, words, 0, len(prose.text)):
        text = _text(prose, runs)
        charged = re.search(_CHARGED, ROLES.sub("", text))
        if charged and RESEARCH.search(text) and not ASIDE.search(text) and len(text) >= 10:
            found += [Share(n, runs, False) for n in mark.who]
    return found


def _text(prose: Prose, runs: Runs) -> str:
    return "".join(prose.text[a:b] for a, b in runs)


def division(
    prose: Prose, parties: Sequence[Party], grids: Sequence[Grid] = (), tools: Tools | None = None
) -> list[Share]:
    """Passages that say what each party does in R&D; empty where the agreement has none."""
    if not parties:
        return []
    words = Words(parties)
    options: list[tuple[int, list[Share]]] = []
    options += [(2, list(tasks(grid, words))) for grid in grids]
    options.append((2, [share for grid in grids for share in marked(grid, words, tools)]))
    for clause in _titled(prose):
        options.append((2 if _explicit(clause) else 1, _in_clause(prose, words, clause)))
    options.append((2, _headed_each(prose, words)))
    options.append((3, carded(prose, words)))
    options.append((1, by_task(prose, words)))
    options.append((2, recorded(prose, words)))
    options.append((2, announced(prose, words)))
    options = [(rank, _apart_from_recitals(prose, found)) for rank, found in options]
    ranked = [(_count(found), rank, found) for rank, found in options if _sound(found, rank)]
    best = max(ranked, key=lambda o: (o[0] >= 2, o[1], o[0], _research(o[2])), default=None)
    loose = _apart_from_recitals(prose, _loose(prose, words))
    if best is None or (best[0] < 2 and _count(loose) >= 2):
        return loose if _count(loose) >= 2 else (best[2] if best else [])
    return best[2]


def _apart_from_recitals(prose: Prose, found: Sequence[Share]) -> list[Share]:
    """Without what all agree upon in the preamble (鉴于条款): it is nobody's share."""
    return [share for share in found if not _RECITAL.search(_text(prose, share.runs))]


def _count(found: Sequence[Share]) -> int:
    return len({share.party for share in found})


def _research(found: Sequence[Share]) -> int:
    return len({share.party for share in found if share.research})


def _sound(found: Sequence[Share], rank: int) -> bool:
    """Whether shares are of research: in a clause on rights and duties at least one must be."""
    return bool(found) and (_research(found) > 0 or (rank >= 2 and _count(found) >= 2))


def text_of(prose: Prose, runs: Runs) -> str:
    """A passage as one canonical text."""
    return tidy("".join(prose.quote(a, b) for a, b in runs))
