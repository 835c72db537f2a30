"""The prose as patterns want it, every character in its place.

Roles and labels in brackets of any kind (``〈牵头单位〉``, ``【甲方】``) get round ones; on scans a
company's form with one character misread (``有限公浴``) is spelled right, so that names end.
"""

from __future__ import annotations

import re
from dataclasses import replace

from docint.extract.clauses import Prose
from docint.kinds.cooperation_agreement.party import LABEL, LABELS, ROLE

_WORD = rf"(?:{LABEL}|{ROLE})"
_BRACKETED = re.compile(
    rf"(?<=[\u4e00-\u9fff)\n])[〈<《【\[〔「『{{](?P<inside>{_WORD}(?:[,，、/]{_WORD})?)[〉>》】\]〕」』}}]"
)


_FORMS = ("有限责任公司", "有限公司")


def _misspelled(form: str) -> str:
    """A pattern for a form with one other character in it, where a name may end."""
    ways = (f"{form[:n]}(?!{form[n]})[\u4e00-\u9fff]{form[n + 1 :]}" for n in range(len(form)))
    return rf"(?<=[\u4e00-\u9fff)）]{{3}})(?:{'|'.join(ways)})(?=[、,，;；。:：()（\n和与及暨]|$)"


_SLIPS = [(form, re.compile(_misspelled(form))) for form in _FORMS]


_LABELS = [
    (right, re.compile(rf"(?:(?<=[(\n])|^)[{slips}](?=方[):(\n])"))
    for right, slips in (("己", "已巳"), ("戊", "戌戍"), ("丙", "内两"))
]
"""Labels read as their lookalikes, where nothing but a label stands."""


def spelled(text: str) -> str:
    """A text with companies' forms and labels spelled right, every character in its place."""
    for form, slip in (*_SLIPS, *_LABELS):
        text = slip.sub(form, text)
    return text


_PARTS = [
    (
        "牵头单位",
        re.compile(
            "(?<![\u4e00-\u9fff])(?!龙)[\u4e00-\u9fff]头单位|牵(?!头)[\u4e00-\u9fff]单位|牵头(?![单地席])[\u4e00-\u9fff]位|牵头单(?!位)[\u4e00-\u9fff](?=[:：(),，。;；\n]|$)"
        ),
    ),
    (
        "参与单位",
        re.compile(
            "(?m)^(?!参)[\u4e00-\u9fff]与单位(?=[:：(])|参与(?!单|地|席)[\u4e00-\u9fff]位|参与单(?!位)[\u4e00-\u9fff](?=[:：(),，。;；\n]|$)"
        ),
    ),
    (
        "总体单位",
        re.compile(
            "(?:(?<=项目)|(?<=合体)|(?<=\n))总(?![体包承分设监公部院局])[\u4e00-\u9fff]单位"
        ),
    ),
    ("承担单位", re.compile("承(?![担办建包接租保印运制销揽诺检修试研做造])[\u4e00-\u9fff]单位")),
]
"""What parties are called, with one character misread where nothing else is written so."""
_COLON = re.compile(
    rf"(?m)^({LABEL}|{ROLE}|法定代表人|单位名称|联合体身份|承担任务)(?:\([^()\n]{{1,12}}\))?(?P<mark>[;；])(?=[^\n]{{2}})"
)
"""A label's colon read as a semicolon."""
_STOP = re.compile(r"(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十])[.．](?=[\u4e00-\u9fff\n]|$)")
"""A full stop read as a point."""


def with_forms(prose: Prose) -> Prose:
    """The prose of a scan with companies' forms, labels and stops spelled right."""
    text = _STOP.sub("。", spelled(prose.text)).replace("(l)", "(1)")
    for right, slip in _PARTS:
        text = slip.sub(right, text)
    text = _COLON.sub(lambda match: f"{match[0][:-1]}:", text)
    return replace(prose, text=text) if text != prose.text else prose


def with_glosses(prose: Prose) -> Prose:
    """The prose with what glosses a name in round brackets; every character keeps its place."""
    text = _BRACKETED.sub(lambda match: f"({match['inside']})", prose.text)
    return replace(prose, text=text) if text != prose.text else prose


LETTERED = re.compile(r"(?<![A-Za-z0-9])[A-J]方(?![案法式面向程位形格])")
"""A side called by a letter: ``A方``."""


def with_stems(text: Prose) -> Prose:
    """The text with sides called by letters called 甲方, 乙方 … where it has no such sides.

    What is quoted stays as it is printed.
    """
    if len(set(LETTERED.findall(text.text))) < 2 or "甲方" in text.text:
        return text
    stems = LETTERED.sub(lambda found: LABELS["ABCDEFGHIJ".index(found[0][0])] + "方", text.text)
    return replace(text, text=stems)
