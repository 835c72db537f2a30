"""Terms that an agreement defines (以下简称“甲方”), and the roles that brackets give."""

from __future__ import annotations

import re

from docint.extract.clauses import Prose
from docint.extract.headings import heading
from docint.kinds.cooperation_agreement.party import LABEL, LABELS, ROLE, role_of

NUMBER = (
    r"(?:\(?[一二三四五六七八九十\d]{1,2}[)、.．:]|第[一二三四五六七八九十]{1,2}[、:]|[-•●·*①-⑳])*"
)
_TOLD = "(?:[住场处]所|[住地]址|注册|法定代表人|统一社会)"
"""What a bracket may tell of a unit behind what it is called: ``（甲方，住所：…）``."""
_ALIAS = re.compile(
    rf"\((?:以下|在下文中)?(?:统?简?称|简称|称|下称|又称|亦称|即)(?:之?为"
    rf"|作)?[:：]?(?P<alias>[^()]{{1,40}}?)\)|"
    rf"\((?:以下|下文|下同)[^()]{{0,4}}?(?:简称|统称|称)(?:为)?[:：]?(?P<alias2>[^()]{{1,40}}?)\)|"
    rf"\([“\"'‘「《]?(?P<alias3>{LABEL})[”\"'’」》]?(?:(?:[,，、/]|或|和|及)[^()]{{1,16}}|[,，;；]{_TOLD}[^()]{{2,120}})?\)|\(下称(?P<alias4>[^()]{{1,40}}?)\)|"
    r"\([^“”\"()]{0,4}[“\"](?P<alias6>[^“”\"()]{2,16})[”\"]\)|"
    rf"[,，](?:以下|下)?(?:简称|下称|称)(?:为)?"
    r"(?P<alias5>[“\"][^“”\"]{1,16}[”\"](?:(?:或|、|及|和)[“\"][^“”\"]{1,16}[”\"])*)"
)
_ALL = re.compile(r"[各双三四五六七八]方|全体成员|联合体|协议|合同")
"""What a bracket calls the parties together, or something else."""
_BARE_ROLE = r"(?:总?牵头|主导|参与|参加|协作|成员|配合|联合)"
"""A role in brackets without who bears it: ``甲方（牵头）``."""


def aliases_in(text: str) -> tuple[str, ...]:
    """Defined terms in the brackets behind a name (以下简称“…”), without quotes, folded."""
    found: list[str] = []
    for match in _ALIAS.finditer(text):
        if re.match(r"\([^“”\"]{0,4}[合统]称", match[0]):
            continue  # the parties together
        said = next(v for v in match.groupdict().values() if v)
        first = re.split(r"[,，;；]", said)[0]
        parts = re.split(r"[“”\"'‘’「」《》]+(?:或|、|及|和)?[“”\"'‘’「」《》]*|或", first)
        found += [part for part in parts if 1 < len(part) <= 16 and not _ALL.fullmatch(part)]
    return tuple(dict.fromkeys(found))


def label_in(text: str) -> str:
    """The label (``甲方``) that a folded text holds; empty without one."""
    match = re.search(rf"[{LABELS}]方(?:[1-9](?![\d.．、年月%]))?", text)
    return match[0] if match else ""


def first_clause(text: str) -> int:
    """Where the particulars end and the clauses begin."""
    match = re.search(
        r"(?m)^(?:第[一二三四五六七八九十\d]+[章条]|[一二三四五六七八九十]+、(?!(?:协议|签约|合作"
        r"|当事)?各?方))",
        text,
    )
    figures = re.finditer(r"(?m)^\d{1,2}[.、](?P<title>[^\n]{2,16})$", text)
    numbered = (m.start() for m in figures if heading(m["title"]))
    return min(match.start() if match else len(text), next(numbered, len(text)))


def glossed(glosses: str) -> str:
    """The role in a bracket: ``（牵头单位）``, not in ``（以下简称…）``."""
    inner = [g for g in re.findall(r"\(([^()]*)\)", glosses) if len(g) <= 14]
    said = (g for g in inner if re.search(ROLE, g) or re.fullmatch(_BARE_ROLE, g))
    return next((r for g in said if (r := role_of(g))), "")


def where(prose: Prose, label: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a label stands between two places; None without one."""
    at = prose.text.find(label, start, end) if label else -1
    return (at, at + len(label)) if at >= 0 else None
