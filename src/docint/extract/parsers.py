"""From printed text to value, by what a term means.

A parser returns the contract's form or raises ValueError; it never invents. Codes and ID numbers
are values as soon as they have the right shape: one whose check character does not hold must come
out as it was read, for that is what a reviewer has to see.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from docint.contracts import Field
from docint.extract import days
from docint.types.fact import Value
from docint.values import dates, money, text
from docint.vocabulary import TERMS, ValueType

Parse = Callable[[str], Value]

_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])")
_NUMBER = re.compile(r"(?<![0-9A-Z])[0-9OIL]{17}[0-9OILX×*](?![0-9A-Z])")
_CLOSING = re.compile(r"[;；。，,、\s]+$")


def code_as_read(printed: str) -> str:
    """Eighteen letters and figures of a USCC, upper case, whatever its check character says.

    Raises:
        ValueError: no such run, or more than one.
    """
    found = _CODE.findall(text.fold(printed).upper())
    if len(found) != 1:
        raise ValueError(f"not one code of 18 characters: {printed!r}")
    return str(found[0])


def number_as_read(printed: str) -> str:
    """Eighteen characters of an ID number, upper case, whatever its check digit says.

    Raises:
        ValueError: no such run, or more than one (masked numbers are none).
    """
    found = _NUMBER.findall(text.fold(printed).upper())
    if len(found) != 1 or "*" in found[0]:
        raise ValueError(f"not one ID number: {printed!r}")
    return str(found[0]).replace("×", "X")


def one_date(printed: str) -> str:
    """The date a value begins with; what follows it (a seal's debris, a note) is left alone.

    Raises:
        ValueError: no date, several, or one of which a part is damaged.
    """
    line = days.mended(printed)
    try:
        return days.whole(dates.parse(line), line)
    except ValueError:
        found = dates.find_all(line)
        if len(found) == 1 and len(text.fold(line[: found[0].start])) <= 2:
            return days.whole(str(found[0].value), line)
        raise


def month(printed: str) -> str:
    """``YYYY-MM`` from a month or a date.

    Raises:
        ValueError: neither.
    """
    value = dates.parse(printed)
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value):
        raise ValueError(f"no month: {printed!r}")
    return str(value)[:7]


def sex(printed: str) -> str:
    """``男`` or ``女``.

    Raises:
        ValueError: neither, or both.
    """
    cells = [cell.strip() for cell in re.split("[/／|]", printed)]
    if len(cells) > 1 and len(told := [cell for cell in cells if cell in {"男", "女"}]) == 1:
        return told[0]  # 性别／出生日期 above 男／1980年12月17日
    found = set(re.findall("[男女]", printed))
    if len(found) != 1 or len(text.fold(printed)) > 3:
        raise ValueError(f"not one of 男, 女: {printed!r}")
    return str(found.pop())


def count(printed: str) -> int:
    """A whole number, with or without a counting word behind it.

    Raises:
        ValueError: none.
    """
    match = re.fullmatch(r"[^0-9]{0,2}([0-9]{1,7})[\u4e00-\u9fff]{0,2}", text.fold(printed))
    if not match:
        raise ValueError(f"no count: {printed!r}")
    return int(match[1])


def words(printed: str) -> str:
    """Text without the punctuation that only closes it.

    Raises:
        ValueError: nothing but blanks, punctuation or filler.
    """
    return str(text.parse(_CLOSING.sub("", printed)))


def prose(printed: str) -> str:
    """Free text; its last full stop belongs to it.

    Raises:
        ValueError: nothing but blanks, punctuation or filler.
    """
    return str(text.parse(printed))


_NO_SCOPE = re.compile(
    r"由(?:公司)?章程|.*(?:请登录|信息公示)|[和及与、,。;)]|[\u4e00-\u9fff、及/]{2,10}(?:机关|日期|时间|期限|有效期|代码|证号|编号"
    r"|代表人|负责人|资本|资金|来源|单位)$"
)


def scope(printed: str) -> str:
    """What a unit may do (业务范围, 经营范围).

    Raises:
        ValueError: nothing, a neighbour's label, the second half of a sentence, or the remark
            that the articles say it.
    """
    if _NO_SCOPE.match(text.fold(printed)):
        raise ValueError(f"no scope: {printed!r}")
    return prose(printed)


def amount(printed: str) -> Value:
    """Money in yuan, or an object with its currency.

    Raises:
        ValueError: none, or several.
    """
    return cast("Value", money.parse(_CLOSING.sub("", printed)))


def _unread(printed: str) -> Value:
    """For choices, whose kinds bring their own parser."""
    raise ValueError(f"this field needs a parser of its own: {printed!r}")


BY_TYPE: dict[ValueType, Parse] = {
    "text": words,
    "prose": prose,
    "date": one_date,
    "month": month,
    "money": amount,
    "uscc": code_as_read,
    "id-number": number_as_read,
    "sex": sex,
    "count": count,
    "flag": _unread,
    "choice": _unread,
    "opinion": _unread,
    "district": _unread,
}


def parser_of(field: Field) -> Parse:
    """The field's own parser, else that of its term's type."""
    return field.parse or BY_TYPE[TERMS[field.term].type]
