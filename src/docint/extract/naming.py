"""Names as forms give them: a person, a unit; sentences are neither."""

from __future__ import annotations

import re

from docint.extract.parsers import words

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_PERSON = re.compile(
    rf"{_HAN}{{2,4}}|{_HAN}{{1,10}}(?:[·.•]{_HAN}{{1,10}})+|[A-Z][A-Za-z.'\- ]{{2,40}}"
)
_NO_PERSON = re.compile(
    r"签字|签名|盖章|公章|手印|性别|姓名|日期|身份|代表|单位|地址|住址|电话|法定|[年月日]$|^[男女]$|"
    r"甲方|乙方|职务|职称|合同|协议|机关|范围|期限|执照|公司|先生$|女士$"
    r"|(?i:^part[yi]|employe[er]|^name|signature|seal)"
)
_REMARK = re.compile(r"[(（](?:签字|签名|盖章|公章|签章|手印|身份证[^()（）]*)[)）]")
_SENTENCE = re.compile(
    r"[。；;！？]|应当|同意|根据|双方|按照|以下|如下|不得|依法|签订本|盖章处|(?:签字|盖章)$"
)
_NO_UNIT = re.compile(
    r"负责人|异议|缴费月数|各险种|法定代表?人?|代理人|手写|签[名字]|登记地|注册地|[住地]址|住所|[甲乙丙丁戊]方|邮政编码|身份证"
    r"|\d{4}年\d{1,2}月|^(?:Employ(?:er|ee)|Part(?:y|ies)\s?[A-E]?|Company|Unit|Organi[sz]ation|Name)$"
)
"""Words of a form's other lines, which no unit is called by."""
_ORGANISATION = re.compile(r"[\u3400-\u9fffA-Za-z0-9（）()·.&＆、,，\-—《》“”\"' ]{4,60}")

_NEXT = re.compile(
    r"\s*(?:页码|页次|电话|日期|时间|编号|联系人|地址|单位编号)\s*[::：].*$", re.DOTALL
)
"""Another field that a narrow blank alone parts from a name."""
_GLOSS = re.compile(
    r"^\s*(?:Employ(?:er|ee)|Part(?:y|ies)\s?[A-E]?|Company|Unit|Organi[sz]ation|Name)"
    r"(?:\s?(?:Name|of\s\w+))?\s*[:：)）]?\s*(?=[\u3400-\u9fff])",
    re.IGNORECASE,
)
"""The English half of a label in two languages."""
_BEHIND = re.compile(r"^(?P<name>.+?(?:公司|合伙）|大学|学院|研究院|研究所))[，,].*$", re.DOTALL)
"""What a sentence goes on to say of a unit: ``某某公司，设于深圳市``."""
_NUMBERED = re.compile(r"[0-9]{5,}")
"""What another column's number looks like, run into a name."""

_CUT = re.compile(r"(?:有限责任|股份有限|有限责?|有限责任公|股份公|有限公)$")
"""A name whose legal form goes on in a line that was not read with it."""

_FORM = re.compile(
    r"公司|企业|集团|厂|店|社|所|院|校|学|中心|会|局|委|办|部|站|馆|园|场|行|室|队|平台|合伙|联盟|"
    r"政府|机构|事务|基地|[A-Za-z]{3}"
)
"""What units of few characters are called; a longer name needs none of them."""


def person(printed: str) -> str:
    """A person's name.

    Raises:
        ValueError: not the shape of a name, or another form's label.
    """
    value = words(_GLOSS.sub("", _REMARK.sub("", printed)))
    if not _PERSON.fullmatch(value) or _NO_PERSON.search(value):
        raise ValueError(f"no person's name: {printed!r}")
    return value


_FORM_ALONE = re.compile("(?:集团)?股?份?有?限?责?任?公司")
"""What a wrapped name leaves on its second line."""


def organisation(printed: str) -> str:
    """A unit's name.

    Raises:
        ValueError: a sentence, a label, or too short for a unit.
    """
    value = words(_GLOSS.sub("", _NEXT.sub("", _REMARK.sub("", printed))))
    value = _BEHIND.sub(r"\g<name>", value)
    if not _ORGANISATION.fullmatch(value) or _SENTENCE.search(value) or _NUMBERED.match(value):
        raise ValueError(f"no unit's name: {printed!r}")
    if _NO_UNIT.search(value):
        raise ValueError(f"a label, no unit: {printed!r}")
    if _CUT.search(value) or _FORM_ALONE.fullmatch(value):
        raise ValueError(f"half a unit's name: {printed!r}")
    if not re.search(r"[\u3400-\u9fff]{4}|[A-Za-z]{3}", value):
        raise ValueError(f"no unit's name: {printed!r}")
    if len(value) < 7 and not _FORM.search(value):
        raise ValueError(f"no unit's name: {printed!r}")  # 缴费基数: another column's head
    return value


def head(printed: str) -> str:
    """The head of a unit: a person, or a partner firm with its delegate in brackets.

    Raises:
        ValueError: neither.
    """
    value = words(printed)
    main = re.sub(r"（[^（）]*）", "", value)
    delegate = re.search(r"委派代表", value)
    try:
        person(main)
    except ValueError:
        if not delegate and not re.search(r"(?:公司|企业|中心|合伙)", main):
            raise
        organisation(main)
    return value
