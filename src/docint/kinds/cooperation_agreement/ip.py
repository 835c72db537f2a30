"""Whose the results are (知识产权): the clause that allots them, not a mention."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docint.extract.clauses import Clause, Prose, clauses, sentences, without_principles
from docint.kinds.cooperation_agreement.party import LABEL

_WHOEVER = r"谁[\u4e00-\u9fff]{1,4}[,，、]?(?:就|便|即)?(?:谁(?:所有|享有|拥有)|[归属]谁(?!所有))"
"""``谁研发、谁所有``, ``谁完成归谁``."""
_IP = re.compile(rf"知识产权|专利|著作权|软著|技术成果|科技成果|研究成果|研发成果|成果|{_WHOEVER}")
_IP_TITLE = re.compile(
    r"知识产权|成果(?:的|和|与|及|、)?(?:归属|分配|权属|权益|权利|分享|共享|管理|处理|使用|转化|知识)"
    r"|权益|产权|专利|IP|无形资产|权利归属"
    r"|^(?:技术|科技|研究|研发|项目|合作|科研)?(?:成果|成果权利?|权属)$|权利(?:安排|分配)"
)
_NOT_IP_TITLE = re.compile(r"保密|定义|释义|违约|声明|保证|侵权")
_ALLOTS = re.compile(
    r"归[^。；;]{0,40}(?:所有|享有|共有|持有|单独|独占)|(?:所有权|产权|申请权|专利权|著作权"
    r"|权属|使用权|收益权)[^。；;]{0,30}(?:归|属|由|为|遵循|按|依|处理)|归属于|属于|共同(?:所有|拥有|享有"
    r"|申请)|共有|各自(?:所有|享有|拥有)|享有|分配|按[^。；;]{0,20}(?:比例|贡献|出资)"
    r"|归(?:实际)?(?:完成|研发|创造|贡献|承担|产生|取得|投入)(?:单位|方|者|人)|各占|共同持有"
    r"|(?:成果|产权|专利|著作权|权益|收益)[^。；;]{0,20}(?:共享|分享)|优先(?:使用|受让|购买)"
    rf"|无偿使用|许可(?:使用|实施)|(?:所有|拥有)|{_WHOEVER}|由[^。；;]{{2,20}}持有|归各[家方自]"
    r"|登记在[^。；;]{0,20}名下|联名(?:登记|申请)"
    r"|由[^。；;]{2,20}(?:作为|担任|为)(?:专利)?(?:申请人|权利人|登记人|著作权人|专利权人)"
)
_DEFINES = re.compile(
    r"(?:知识产权|成果)[”\"’'」]?(?:\([^()]*\))?[,，]?(?:是指|系指|指的是|指[:：]?|包括(?!但)"
    r"|包括但不限于)"
)
_SECRET = re.compile(r"保密|泄露|披露|商业秘密|第三方(?:泄|披)|不得(?:向|将)")
_ENTITLES = re.compile(r"[^。；;,，:：]*(?:协议书?|合同书?|契约|章程|备忘录)\n?")
"""An agreement's own title: ``技术联合攻关与成果分配协议书``."""
_OTHERWISE = re.compile(r"另行(?:协商|约定|签订|签署)|(?:另|后续)(?:行)?商定|另签|另订")
_OPEN = re.compile(
    r"(?:归属|分配|归谁(?:所有)?)[^。；;]{0,20}(?:另行|另签|另订|留待|待[^。；;]{0,14}(?:协商|商定|约定))"
    r"|归谁所有[^。；;]{0,12}未"
)
"""What leaves the results to a later agreement."""
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
        and _ALLOTS.search(without_principles(prose.text[s:e]))
        and not _DEFINES.search(prose.text[s:e])
        and not _ENTITLES.fullmatch(prose.text[s:e])
        and not _OPEN.search(prose.text[s:e])
        and not _INFRINGES.search(prose.text[s:e])
        and not (_SECRET.search(prose.text[s:e]) and not re.search(r"归|共有", prose.text[s:e]))
    ]


def ip_clause(prose: Prose) -> Passage | None:
    """The clause on whose the results are; None where there are only mentions."""
    fallback: Passage | None = None
    for clause in clauses(prose):
        title, body = _titled(prose, clause)
        if not _IP_TITLE.search(title) or _NOT_IP_TITLE.search(title) or _ENTITLES.fullmatch(title):
            continue
        start, end = max(body, _inner(prose, clause)), _ended(prose, clause)
        while start < end and prose.text[start] in "\n:：":
            start += 1
        if _allotting(prose, start, end):
            return Passage(_behind_lead_in(prose, start, end), end, 0.97)
        text = prose.text[start:end]
        owns = re.search(r"知识产权|归属|分配|权属|权益|分享|共享|成果|权利", title)
        if (
            owns
            and (_IP.search(title + text) or re.search("权属|(?<!房)产权", title))
            and any(
                _ALLOTS.search(prose.text[a:b]) and not _DEFINES.search(prose.text[a:b])
                for a, b in sentences(prose.text[:end], start)
            )
        ):
            fallback = fallback or Passage(start, end, 0.9)
    return fallback or _spoken_ip(prose) or _loose_ip(prose)


_TOPIC = re.compile(
    r"(?:^|[\n,，、])(?:就|关于|有关|对于?)?[^。；;,，:：\n]{0,8}(?:知识产权|成果)"
    r"(?:[^。；;,，:：\n]{0,10})(?:[,，](?:[商约议]定|规定|处理)[^。；;,，:：\n]{0,4})?[:：]"
)
"""``其三，就成果与知识产权：…``: a subject named in a sentence that opens the clause."""


def _spoken_ip(prose: Prose) -> Passage | None:
    """The paragraph behind a subject that a sentence names, where it allots something."""
    for match in _TOPIC.finditer(prose.text):
        stop = prose.text.find("\n", match.end())
        end = stop if stop >= 0 else len(prose.text)
        if not _NOT_IP_TITLE.search(match[0]) and _allotting(prose, match.end(), end):
            return Passage(match.end(), end, 0.95)
    return None


_LEAD_IN = re.compile(
    r"[^。;；\n]{1,90}(?:如下|下列|以下)(?:方式|方法|办法|原则|规定|约定|条款)?"
    r"[^。;；\n:：第]{0,8}[:：]\n?"
    r"|[^。;；,，:：\n]{0,10}(?:知识产权|成果)[^。;；:：\n]{0,12}(?:[商约议]定|办理|处理|安排)[^。;；:：\n]{0,4}[:：]\n?"
)
"""``…权利归属，按下列方式处理：``: an announcement that allots and chooses nothing."""
_LONGEST = 800
"""Characters of a clause without a title that may still be one clause."""


def _behind_lead_in(prose: Prose, start: int, end: int) -> int:
    """Where the words that allot begin, behind the sentence that only announces them."""
    match = _LEAD_IN.match(prose.text, start, end)
    if match is None or end - match.end() < 10:
        return start
    return match.end() if _allotting(prose, match.end(), end) else start


_RUN_IN = re.compile(
    r"(?P<title>(?:知识产权|(?:科研|技术|研究|项目|合作)?成果|专利|无形资产|权属|权益)"
    r"(?:(?:的|与|和|及|、)?(?:知识产权|成果|权利|归属|权属|权益|分享|共享|分配|安排|约定|管理|使用"
    r"|转化|收益|处理|条款|保护))*)(?<!归属)"
    r"(?=本|各方|任何|凡|未经|在|合作|科研|双方|三方|项目|履行|一方|因|新[产形]|单独|联合体|[甲乙]方|除)"
    r"|(?P<named>(?:知识产权|成果)的?归属)(?=本(?:协议|合同|项目|联合体)|合作|科研|项目|履行|凡|在|因|除)"
)
"""A title that runs into its clause, for readers lose the blank behind it."""


def _titled(prose: Prose, clause: Clause) -> tuple[str, int]:
    """A clause's title, and where the text behind it begins."""
    match = None if clause.title else _RUN_IN.match(prose.text, clause.body, clause.end)
    return (match[0], match.end()) if match else (clause.title, clause.body)


_NEXT = re.compile(
    rf"\n(?:{LABEL}|当事方|签约方|各方)(?=\n|[:：(])|\n{LABEL}[^。;；,，\n]{{4,30}}\n"
    r"|\n[^。;；,，:：\n]{0,4}(?:时间|日期|期限|地点|金额|联系人)(?=\n)"
    r"|\n(?![^\n]*(?:知识产权|成果|专利|产权|著作权))[^\n]*(?:保密|商业秘密|违约|赔偿|仲裁|争议|不可抗力)"
)
"""What the table of the parties or their places to sign begin with, or another clause's subject
that lost its number.
"""


def _ended(prose: Prose, clause: Clause) -> int:
    """Where a clause's own text ends, before a table or places to sign."""
    told = len(prose.text[: clause.end]) - len(prose.text[clause.body : clause.end].lstrip("\n"))
    following = _NEXT.search(prose.text, told, clause.end)
    return _trimmed(prose, following.start() if following else clause.end)


def _inner(prose: Prose, clause: Clause) -> int:
    """Where a clause's text begins; the number of an only article in a chapter is left out."""
    inner = [c for c in clauses(prose) if clause.body <= c.start < clause.end]
    outer = min((c.depth for c in inner), default=0)
    first = [c for c in inner if c.depth == outer]
    alone = len(first) == 1 and not prose.text[clause.body : first[0].start].strip("\n")
    return first[0].body if alone else clause.body


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
        if re.search(
            r"归[^。；;]{0,40}(?:所有|享有|共有)|[归属]谁|谁所有|共有|归属|各自所有|共同(?:所有|享有|拥有)|分配"
            r"|(?:成果|产权|专利权?|著作权|权益)[^。；;]{0,20}(?:分享|共享|比例)"
            r"|(?:权|成果)[^。；;]{0,30}由[^。；;]{2,40}(?:享有|所有|共有|取得|拥有|持有)|登记在[^。；;]{0,20}名下",
            prose.text[s:e],
        )
        and not _OTHERWISE.search(prose.text[s:e])
    ]
    if not strong:
        return None
    at = strong[0][0]
    around = [c for c in clauses(prose) if c.start <= at < c.end]
    inner = [c for c in around if not c.title]
    if inner:
        clause = max(inner, key=lambda c: c.depth)
        if clause.end - clause.body <= _LONGEST:
            begin, stop = clause.body, _ended(prose, clause)
            return Passage(_behind_lead_in(prose, begin, stop), stop, 0.9)
    start = max([prose.text.rfind("\n", 0, at) + 1, *(c.body for c in around if c.body <= at)])
    end = prose.text.find("\n", at)
    return Passage(start, end if end >= 0 else len(prose.text), 0.9)
