"""What is known of a party (签约方), and the words that label parties and give them roles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docint.extract.celled import Runs
from docint.values.text import fold

LABELS = "甲乙丙丁戊己庚辛壬癸"
_ORDINAL = r"(?:[一二三四五六七八九十]{1,2}|\d{1,2}|[A-Ha-h])"
_LEADS = (
    "总牵头|牵头|主导|主持|组长|盟主|理事长|链主|龙头|总体|核心|主承担|主责|首席"
    "|领衔|召集|第一(?=承担|申报|完成|责任|实施|主办)"
)
_STARTS = "发起|主办|主体|申报|依托|承担|组建"
_JOINS = (
    "参与|参加|成员|协作|合作|共建|联合|配合|协办|支撑|加盟|联建|协同|副理事长|理事|共同承担"
    "|技术支撑|应用|参研|参建|共研|协研|组员"
)
_NEUTRAL = "委托|受托|研究开发|签约|签署|协议|立约|缔约|当事"
_BEARERS = "(?:单位|方|人|企业|机构|院校|高校|公司|主体|法人(?!代表))"
LABEL = rf"(?:[{LABELS}]方(?:[1-9](?![\d.．、年月%]))?|第[一二三四五六七八九十]方)"
ROLE = (
    rf"(?:(?:创新)?联合体|(?:子?课题|项目){{1,2}}|本协议)?(?:{_LEADS}|{_STARTS}|{_JOINS}"
    rf"|{_NEUTRAL}){{1,2}}(?:建设|研发|研究|实施|责任)?"
    rf"(?:{_BEARERS})(?:代表)?{_ORDINAL}?"
    r"|(?:金融|科研|服务|检测|用户|应用|示范|支撑|推广|投资|医疗|科技服务|产业|技术)(?:机构|单位"
    r"|院校|高校|企业|园区)"
    rf"|(?:(?:创新)?联合体)?(?:牵头|成员|合作|参与|参加){_ORDINAL}(?![、.])"
)
"""``牵头单位``, ``参与方2``, ``联合体成员单位三``."""
_LEAD = re.compile(rf"(?:{_LEADS})")
_START = re.compile(r"发起|主办")
_JOIN = re.compile(rf"(?:{_JOINS})")


@dataclass(frozen=True, slots=True)
class Party:
    """One unit that enters into the agreement."""

    label: str
    """``甲方``; empty where the agreement gives none."""
    name: str
    """Folded."""
    at: Runs
    """Where the name stands in the prose."""
    label_at: tuple[int, int] | None = None
    role: str = ""
    role_at: tuple[int, int] | None = None
    role_sure: bool = True
    representative: str = ""
    representative_at: tuple[int, int] | None = None
    uscc: str = ""
    uscc_at: tuple[int, int] | None = None
    aliases: tuple[str, ...] = ()
    """Defined terms and role words that only this party bears, folded."""
    head: str = ""
    """The words it was introduced by: ``参与单位一``."""
    weak: bool = False
    """Whether only a signature block or a sentence names it."""

    @property
    def start(self) -> int:
        """Where its name begins."""
        return self.at[0][0]

    @property
    def end(self) -> int:
        """Where its name ends."""
        return self.at[-1][1]


def role_of(text: str) -> str:
    """``lead`` or ``participant`` by a folded label's words; empty if they give none."""
    text = re.sub("参与签[署约]", "", text)
    if re.search(r"参与|参加|成员|协作|协办|配合|副理事长|参研|参建", text):
        return "participant"
    if _LEAD.search(text):
        return "lead"
    if _START.search(text):
        return "starts"
    return "participant" if _JOIN.search(text) else ""


def names_of(party: Party) -> list[str]:
    """What the text calls a party: label, name, aliases, longest first."""
    known = [party.label, fold(party.name), *(fold(a) for a in party.aliases)]
    return sorted({k for k in known if k}, key=len, reverse=True)


def alternatives(parties: list[Party] | tuple[Party, ...]) -> str:
    """A pattern for every word that names one of the parties.

    A role's noun names its party, but not where it tells another's: ``牵头单位为丙方``.
    """
    words = sorted({n for p in parties for n in names_of(p)}, key=len, reverse=True)
    parts = [word for word in words if re.fullmatch(ROLE, word)]
    names = "|".join(re.escape(word) for word in words if word not in parts) or "(?!)"
    if not parts:
        return names
    roles = "|".join(re.escape(word) for word in parts)
    return rf"{names}|(?:{roles})(?![为是由系:]{{1,2}}(?:{names}))"


def bearer(word: str, parties: list[Party] | tuple[Party, ...]) -> int | None:
    """Index of the party that a word names; None if none or several do."""
    found = [n for n, party in enumerate(parties) if word in names_of(party)]
    return found[0] if len(found) == 1 else None
