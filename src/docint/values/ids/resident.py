"""公民身份号码 (GB 11643-1999) and its neighbours: 15-digit and foreigners' numbers.

`parse` takes anything of the shape; `problem` says what is wrong with it. Nothing here asks what
day it is: callers give it where a birth date may lie in the future.
"""

from __future__ import annotations

import re
from datetime import date

from docint.values.divisions import existed, last_name
from docint.values.found import Found
from docint.values.text import fold, level

_SHAPE = re.compile("[0-9]{17}[0-9X]|[0-9]{15}")
_CHECK = "10X98765432"
_FIRST_NUMBERS = 1984
"""Numbers were first given out in this year, with the division code then in force."""
_WITHOUT_DIVISION = ("81", "82", "83", "9")
"""Residence permits of Hong Kong, Macao and Taiwan residents; foreigners' cards of 2023."""


def parse(text: str) -> str:
    """Canonical form: upper case, no blanks; 18 or 15 characters. See `problem` for its check.

    A check character printed or read as ``x``, ``×`` or ``*`` becomes ``X``.

    Raises:
        ValueError: not the shape, or partly masked.
    """
    number = re.sub(r"[\s\-‐–—.·]", "", fold(text)).upper()
    number = re.sub("(?<=^[0-9]{17})[×*Χх✕]$", "X", number)
    if not _SHAPE.fullmatch(number):
        raise ValueError(f"not the shape of an ID number: {mask(number)!r}")
    return number


def show(value: str) -> str:
    """The number masked: reports never show it whole."""
    return mask(value)


def mask(value: str) -> str:
    """First 6 and last 2 characters shown: ``440304**********12``."""
    return value[:6] + "*" * max(0, len(value) - 8) + value[max(6, len(value) - 2) :]


def check_character(first: str) -> str:
    """The check character of the first 17 figures (ISO 7064 MOD 11-2)."""
    return _CHECK[sum(int(c) * pow(2, 17 - n, 11) for n, c in enumerate(first)) % 11]


def shaped(number: str) -> bool:
    """Whether 18 characters look like an ID number: figures with a possible birth date."""
    return bool(re.fullmatch("[0-9]{17}[0-9X]", number)) and birth(number) is not None


def birth(number: str) -> date | None:
    """The birth date in a number of 18 or 15 characters; None if there is no such day."""
    digits = number[6:14] if len(number) == 18 else "19" + number[6:12]
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return day if 1880 <= day.year <= 2100 else None


def sex(number: str) -> str:
    """``男`` or ``女``: the parity of the 17th figure (of the 15th in old numbers)."""
    return "男" if int(number[16] if len(number) == 18 else number[14]) % 2 else "女"


def division_possible(number: str) -> bool:
    """Whether the division code stood in force at any time it may have been given out.

    That is from the birth or 1984, whichever is later, until now: people born before their
    county's code existed carry the code that was in force when numbers were given out.
    """
    if number.startswith(_WITHOUT_DIVISION):
        return True
    day = birth(number)
    return existed(number[:6], max(day.year if day else 0, _FIRST_NUMBERS))


def division_name(number: str) -> str | None:
    """The county the number was given out in, by its last name; None for cards without one."""
    return None if number.startswith(_WITHOUT_DIVISION) else last_name(number[:6])


def valid(number: str, on: date | None = None) -> bool:
    """Whether nothing is wrong with the number; see `problem`."""
    return not problem(number, on)


def problem(number: str, on: date | None = None) -> str:
    """What makes a number impossible, one Chinese sentence without its figures; else empty.

    Args:
        number: canonical form.
        on: a day by which the person was born (the application date).
    """
    if not _SHAPE.fullmatch(number):
        return "公民身份号码应为18位数字（末位可为X）。"
    day = birth(number)
    if day is None:
        return "公民身份号码中的出生日期不存在。"
    if on and day > on:
        return "公民身份号码中的出生日期晚于申报日。"
    if len(number) == 18 and check_character(number[:17]) != number[17]:
        return "公民身份号码末位校验码不符。"
    if not division_possible(number):
        return "公民身份号码前六位在可能的编发年份没有对应的行政区划。"
    return ""


def upgraded(number: str) -> str:
    """A 15-digit number in the 18-character form of today; others as they are."""
    if len(number) != 15:
        return number
    first = number[:6] + "19" + number[6:]
    return first + check_character(first)


def agree(a: str, b: str) -> bool:
    """Whether two prints may be one number: masked characters (``*``) match any, 15 matches 18."""
    a, b = (upgraded(fold(text).upper()) for text in (a, b))
    return len(a) == len(b) and all(x == y or "*" in {x, y} for x, y in zip(a, b, strict=True))


def candidates(number: str) -> tuple[str, ...]:
    """Numbers one look-alike figure away that are possible; proposals only, never a repair."""
    pairs = {"0": "68", "1": "7", "2": "7", "3": "8", "5": "6", "6": "0585", "7": "12", "8": "306"}
    near = {
        number[:n] + other + number[n + 1 :]
        for n, char in enumerate(number)
        for other in pairs.get(char, "")
    }
    return () if valid(number) else tuple(sorted(n for n in near if valid(n)))


_HERE = re.compile(r"(?<![0-9A-Za-z])[1-9](?: ?[0-9]){16} ?[0-9Xx×*](?![0-9A-Za-z])")
_OLD_HERE = re.compile(r"(?<![0-9A-Za-z.,\-])[1-9][0-9]{14}(?![0-9A-Za-z.,\-])")


def find_all(text: str) -> tuple[Found[str], ...]:
    """Numbers in running text with a possible birth date, 18 characters or (old) 15."""
    line = level(text)
    hits = [
        Found(number, match.start(), match.end())
        for match in _HERE.finditer(line)
        if shaped(number := parse(match.group()))
    ]
    for match in _OLD_HERE.finditer(line):
        number = match.group()
        if birth(number) and existed(number[:6], _FIRST_NUMBERS):
            hits.append(Found(number, match.start(), match.end()))
    return tuple(sorted(hits, key=lambda hit: hit.start))
