"""Who leads and who takes part (牵头、参与), as sentences say it: by a noun, or by a verb.

A role's noun (牵头单位) is tied to who bears it by a few words that only link: ``甲方仍为本项目的
牵头单位``, ``牵头单位不变，由甲方担任``, ``认可其为牵头单位``, ``其余各方均为参与单位``.
Whoever leads one task (``样机研制，牵头单位为乙方``) does not lead the consortium for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docint.extract.clauses import Prose, clauses, sentences
from docint.extract.headings import level
from docint.kinds.cooperation_agreement.charges import one_task
from docint.kinds.cooperation_agreement.division import TITLE
from docint.kinds.cooperation_agreement.party import Party, alternatives, bearer

_DOING = r"(?:发起|组建|建设|研发|研究|实施|申报|承担|责任)?"
_BEARERS = "(?:单位|方|人|企业|机构|主体|法人(?!代表))"
_LEADS = (
    r"(?<!副)(?:总?牵头|主导|主持|组长|盟主|理事长|链主|主承担|龙头|召集|首席|主办"
    r"|第一(?=承担|申报|完成|责任|实施))"
)
_JOINS = (
    r"(?:联合(?=申报|承担|实施|研发|研制|参与|参加)"
    r"|参与|参加|参研|参建|成员|协作|协同|合作|共建|配合|支撑|协办|加盟|副?理事(?!长))"
)
_NOUN = re.compile(
    rf"(?P<lead>{_LEADS}{_DOING}{_BEARERS}|盟主|(?<!副)理事长|牵头者|(?<!联合)申报主体|(?:项目|联合体)总体单位)"
    rf"|(?P<join>{_JOINS}{_DOING}{_BEARERS}|副理事长单位|成员)"
)
_OF = (
    r"(?:(?:本|该|此)次?|(?:创新)?联合体|项目|协议|合作|课题|总|唯一|共同|及|和|、)*的?"
    r"(?:总|共同|主要)?"
)
_STILL = (
    r"(?:均|都|皆|则|现|拟|将|仍然?|继续|依旧|分别|共同|各自|一致|自愿|愿意?|同意|受托|暂|也|亦"
    r"|被(?:各方|一致)*(?:推选|推举|选举|确定|指定|认定)|经(?:各方)?(?:推选|推举|协商))*"
)
_IS = (
    r"(?:(?:合|统|简|以下)?称(?:之)?[为作]?|作为|列为|定为|选为|成为|属于?|担任|出任|充任|充当"
    r"|当选为?|(?:的?(?:身份|角色))?[为是]|系|任|以|兼任)[“\"]?"
)
_SLIP = re.compile(rf"(?<=[\u4e00-\u9fff])[^\W\d与和及由向对给非等或同跟被让请之的的]{_OF}$")
"""A link of one character that a reader misread (``甲方力牵头单位``)."""
_LINKS = re.compile(rf"\)?[,，]?{_STILL}(?:{_IS}|\()?{_OF}$")
"""What may stand between who bears a role and its noun, and nothing else."""
_TELLS = re.compile(
    rf"(?:不变|身份|职责|一职|角色|资格|职能)*[)”\"]?[,，]?{_STILL}"
    r"(?P<is>[是系]?指|定为|确定为|为|是|由|系|包括|包含|含|有|即|推举|委托|:)(?:以下|下列)?"
)
_REST = re.compile(
    r"(?:其余|其他|其它|余下|另外)的?[各几两二三四五]?(?:家|个)?(?:签约|协议|成员|合作|参加|参与)?"
    r"(?:各?方|单位|成员|企业|家|课题的?承担单位)?$|贵(?:各)?(?:单位|公司|校|院|所|方|会)$"
)
_WHOLE = re.compile(r"联合体|本项目|该项目|本协议|原协议|合作|各方|全体|双方|三方|一致")
"""What makes a sentence speak of the consortium as a whole."""
_FOUNDS = r"(?=组建|申报|组织|联合|会同|携手|成立|发起|共建|建设|[,，、])"
_VERBS = (
    (
        "lead",
        (
            rf"(?:由|以){{who}}(?:为主)?(?:负责)?(?:总体|全面|总)?(?:牵头|主导){_FOUNDS}"
            r"|(?:项目|联合体|合作|协议)[^。;；\n]{0,6}由{who}(?:负责)?(?:总体|全面|总)?(?:牵头|主导)"
            rf"|{{who}}(?:负责)?(?:总体|全面|总)?牵头(?:单位|{_FOUNDS})"
            r"|{who}[^。;；,，\n甲乙丙丁]{2,30}[,，](?:现|拟|将|愿意?)*牵头(?:组建|申报|发起|成立|联合)"
            r"|由{who}(?:负责|担任)总体(?=[,，。;；协统])"
            r"|(?:以|由|公推|推举|推选|选举|确定|委托|指定|明确){who}(?:为|作为|担任|负责)"
            r"(?:龙头|牵头|主导|核心)"
            r"|(?:牵头|组长|主责|领衔|主持|主导|召集)(?:实施|承担)?(?:单位|主体|方|人)(?:系|即|均)?指{who}"
            r"|{who}(?:拟|将|愿意?)?以(?:牵头|组长|主责|领衔|主持|主导|召集)[^。;；,，\n]{0,8}"
            r"(?:身份|名义|资格)"
        ),
    ),
    (
        "participant",
        (
            r"{list}(?:共同|协同|均|一同|自愿|愿意?|同意)*(?:参与|参加|配合|加盟|加入|响应)"
            r"(?:建设|组建|实施|申报|共建|[,，。;；]|(?:该|本|上述)?(?:创新)?联合体)"
            r"|{list}(?:均|皆|都)?以(?:联合|参与|参加|成员|配合|加盟|协作|共建|参建)"
            r"[^。;；,，\n]{0,8}(?:身份|名义|资格)"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A role that a sentence gives one party."""

    party: int
    role: str
    at: tuple[int, int]


def _listed(who: str) -> str:
    one = rf"(?:{who})(?:\([^()]*\))?"
    return rf"{one}(?:(?:、|,|，|/|和|与|及|以及)+{one})*(?:等?[两二三四五六七八九\d]?(?:方|家))?"


class _Mentions:
    """Patterns over the words that name this agreement's parties."""

    def __init__(self, parties: Sequence[Party], *, scanned: bool = False) -> None:
        self.parties, self.scanned = tuple(parties), scanned
        self.who = alternatives(self.parties)
        self.some = re.compile(self.who)
        self.listed = re.compile(_listed(self.who))

    def named(self, text: str) -> tuple[int, ...]:
        """The parties a text names, in order."""
        found = [bearer(m[0], self.parties) for m in self.some.finditer(text)]
        return tuple(dict.fromkeys(n for n in found if n is not None))


def scanned(prose: Prose) -> bool:
    """Whether a reader may have misread the text."""
    return any(leaf is not None and leaf.page.origin == "ocr" for leaf in prose.leaves[:1])


def _by_nouns(prose: Prose, parties: Sequence[Party]) -> Iterator[_Said]:
    """Every role that a noun gives, but those of single tasks."""
    mentions = _Mentions(parties, scanned=scanned(prose))
    for start, end in sentences(prose.text):
        sentence = prose.text[start:end]
        for noun in _NOUN.finditer(sentence):
            role = "lead" if noun["lead"] else "participant"
            borne = list(_borne(mentions, sentence, noun, role))
            if len(borne) < max(2, len(parties)):  # 成员单位 of them all: the one that leads, too
                for who, left, right in borne:
                    yield _Said(who, role, (start + left, start + right))


def _borne(
    mentions: _Mentions, sentence: str, noun: re.Match[str], role: str
) -> Iterator[tuple[int, int, int]]:
    """Who bears a role by its noun in a sentence, with the words that say so."""
    before, after = sentence[: noun.start()], sentence[noun.end() :]
    tells = _TELLS.match(after)
    behind = mentions.listed.match(after, tells.end()) if tells else None
    if behind is None and re.search(r"(?:^|由|以|[,，])(?:本|该|联合体|项目|的)*$", before):
        behind = mentions.listed.match(after)  # 由牵头单位甲方统筹
    if behind:
        if not one_task(mentions.some.sub("", before)):
            for n in mentions.named(behind[0])[: 1 if role == "lead" else None]:
                yield n, noun.start(), noun.end() + behind.end()
        return
    own = _before(mentions, before)
    if own:
        for n in own[0][-1:] if role == "lead" else own[0]:
            yield n, own[1], noun.end()


def _before(mentions: _Mentions, before: str) -> tuple[tuple[int, ...], int] | None:
    """The parties that stand before a noun with nothing but a link between."""
    link = _LINKS.search(before) or (_SLIP.search(before) if mentions.scanned else None)
    head = before[: link.start()] if link else before
    if rest := _REST.search(head):
        named = mentions.named(before[: rest.start()])
        others = tuple(n for n in range(len(mentions.parties)) if n not in named)
        return (others, rest.start()) if named else None
    if head.endswith("其") and re.search(_IS, before[len(head) :]):
        found = list(mentions.some.finditer(head))
        named = mentions.named(found[-1][0]) if found else ()
        return (named, found[-1].start()) if named else None
    spans = list(mentions.listed.finditer(head))
    last = next((m for m in spans if m.end() == len(head)), None)
    if last is None and len(spans) == 1 and before[len(head) :][:1] in set(",，"):
        opens = re.fullmatch(
            r"\(?[\dA-Za-z一二三四五六七八九十]{0,3}[)、.]?", head[: spans[0].start()]
        )
        last = spans[0] if opens else None  # 甲方具备条件,愿意作为牵头方
    return (mentions.named(last[0]), last.start()) if last else None


_OWN = re.compile(
    rf"(?:{_STILL})(?:担任|作为|出任|为|系|是){_OF}(?P<noun>{_NOUN.pattern})(?=[,，。;；])"
)
"""A part that a line under a party's heading gives it: ``作为项目参研单位，…``."""


def _by_headings(prose: Prose, parties: Sequence[Party]) -> Iterator[_Said]:
    """Roles told without a subject in a clause that a party heads."""
    mentions = _Mentions(parties)
    for clause in clauses(prose):
        who = mentions.named(clause.title) if clause.title else ()
        bare = len(mentions.some.sub("", clause.title)) <= 6
        if len(who) != 1 or not bare:
            continue
        for start, end in sentences(prose.text[: clause.end], clause.body):
            mark = level(prose.text[start:end])
            begin = start + (mark[1] if mark else 0)
            if match := _OWN.match(prose.text, begin, end):
                role = "lead" if match["lead"] else "participant"
                yield _Said(who[0], role, (begin, match.end()))


def _by_verbs(prose: Prose, parties: Sequence[Party]) -> Iterator[_Said]:
    """Roles by what parties do for the consortium as a whole (由甲方牵头组建)."""
    tasks = _tasks(prose)
    mentions = _Mentions(parties)
    who = rf"(?P<who>{mentions.who})(?:\([^()]*\))?"
    every = rf"(?P<who>{_listed(mentions.who)})"
    for role, form in _VERBS:
        marked = _once(form.replace("{who}", who).replace("{list}", every))
        for match in re.finditer(marked, prose.text):
            words = next(v for k, v in match.groupdict().items() if v and k.startswith("who"))
            aside = any(a <= match.start() < b for a, b in tasks)
            for n in mentions.named(words) if not aside or _WHOLE.search(match[0]) else ():
                yield _Said(n, role, match.span())


def _tasks(prose: Prose) -> list[tuple[int, int]]:
    """Where the clauses stand that divide the work: whoever leads there may lead one task."""
    return [(c.start, c.end) for c in clauses(prose) if TITLE.search(c.title)]


def _changed(prose: Prose, parties: Sequence[Party]) -> list[_Said]:
    """Who leads after a change: ``牵头单位由甲方变更为乙方``."""
    sides = tuple(parties)
    who = alternatives(sides)
    form = (
        rf"{_LEADS}{_DOING}{_BEARERS}[^。;；,，]{{0,6}}(?:由|从)(?:原来?的?)?(?:{who})"
        rf"(?:变更|调整|更换|改变|改|变|更)(?:为|成|由|至)(?P<who>{who})"
    )
    found = ((bearer(m["who"], sides), m.span()) for m in re.finditer(form, prose.text))
    return [_Said(n, "lead", at) for n, at in found if n is not None]


def _for_all(prose: Prose, said: Sequence[_Said]) -> list[_Said]:
    """Without leads where several lead: those outside the division of work count, if one does."""
    if len({word.party for word in said if word.role == "lead"}) < 2:
        return list(said)
    tasks = _tasks(prose)
    whole = [s for s in said if not any(a <= s.at[0] < b for a, b in tasks)]
    sole = len({s.party for s in whole if s.role == "lead"}) == 1
    return [s for s in said if s.role != "lead" or (sole and s in whole)]


def _once(form: str) -> str:
    """A pattern whose alternatives each name the group ``who``, with names of their own."""
    parts = form.split("(?P<who>")
    return parts[0] + "".join(f"(?P<who{n}>{part}" for n, part in enumerate(parts[1:]))


def _led(parties: Sequence[Party]) -> int:
    return sum(party.role == "lead" for party in parties)


def _with(parties: Sequence[Party], said: Sequence[_Said], *, sure: bool) -> list[Party]:
    """The parties with what is said of them; a role that was given differently is doubtful."""
    result = list(parties)
    for word in said:
        party = result[word.party]
        if party.role not in {"lead", "participant"}:
            result[word.party] = replace(party, role=word.role, role_at=word.at)
        elif party.role != word.role and sure:
            result[word.party] = replace(party, role_sure=False)
    return result


def with_roles(prose: Prose, parties: Sequence[Party]) -> list[Party]:
    """Roles said in sentences where heads give none; with one lead the others participate."""
    if not _led(parties):
        # 合作方A, 合作方B: alike, and one of them may lead all the same
        alike = re.compile("合作|共建|联合")
        parties = [replace(p, role="") if alike.search(p.head) else p for p in parties]
    told = [*_by_nouns(prose, parties), *_by_headings(prose, parties)]
    if changed := _changed(prose, parties):
        told = [*changed, *(s for s in told if s.role != "lead")]
    nouns = _for_all(prose, sorted(told, key=lambda said: said.role))
    result = _with(parties, nouns, sure=True)
    doing = result if changed else _with(result, list(_by_verbs(prose, result)), sure=False)
    if _led(doing) <= max(1, _led(result)):  # several that lead bear tasks, not the consortium
        result = doing
    return _completed(result)


def _completed(parties: list[Party]) -> list[Party]:
    """Who alone founds what others join leads it; beside one lead the others take part."""
    leads = _led(parties)
    starters = [n for n, party in enumerate(parties) if party.role == "starts"]
    alone = leads == 0 and len(starters) == 1 and len(parties) > 1
    for n in starters:
        parties[n] = replace(parties[n], role="lead" if alone else "", role_sure=False)
    if _led(parties) != 1 or len(parties) < 2:
        return parties
    return [
        p if p.role else replace(p, role="participant", role_at=p.at[0], role_sure=False)
        for p in parties
    ]
