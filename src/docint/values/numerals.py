"""Chinese numerals (中文数字), plain and financial (大写), read without guessing."""

from __future__ import annotations

import re
from decimal import Decimal

_ZERO = "零〇○◯OoОо０0"
_DIGITS = {
    **dict.fromkeys(_ZERO, 0),
    **dict(zip("一二三四五六七八九", range(1, 10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    **dict(zip("壱貳參肆伍陸柒捌玖", range(1, 10), strict=True)),
    **dict.fromkeys("弌幺", 1),
    **dict.fromkeys("两兩贰貮弍", 2),
    **dict.fromkeys("叄参弎", 3),
}
_TENS = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

NUMERAL = "[" + "".join(_DIGITS) + "".join(_TENS) + "".join(_UNITS) + "".join(_MYRIADS) + "]"
"""One character of a Chinese numeral, as a pattern."""
DIGIT = "[" + "".join(_DIGITS) + "]"
"""One digit character, as a pattern; the letter O and the circle ○ count as zero."""

_SECTION = re.compile(f"({DIGIT}?)([{''.join(_UNITS)}])")
_ZEROS = re.compile(f"[{_ZERO}]+")
_SPELLED = re.compile(f"{DIGIT}+")


def digits(text: str) -> str:
    """Digit characters in a row as ASCII digits: ``二○二三`` → ``"2023"``.

    Raises:
        ValueError: anything but digit characters.
    """
    if not _SPELLED.fullmatch(text):
        raise ValueError(f"not a row of digits: {text!r}")
    return "".join(str(_DIGITS[char]) for char in text)


def _section(text: str) -> int:
    """A numeral below ten thousand; units must fall (千百十个), zeros may stand between."""
    total, last, position = 0, 10_000, 0
    while position < len(text):
        if match := _SECTION.match(text, position):
            digit, unit = match[1], _UNITS[match[2]]
            if unit >= last or (not digit and unit != 10):
                raise ValueError(f"units out of order: {text!r}")
            total += (_DIGITS[digit] if digit else 1) * unit
            last, position = unit, match.end()
        elif match := _ZEROS.match(text, position):
            position = match.end()
        elif position == len(text) - 1 and last > 1 and text[position] in _DIGITS:
            if last > 10 and last < 10_000 and text[position - 1] not in _ZERO:
                raise ValueError(f"a unit is missing at the end: {text!r}")
            total += _DIGITS[text[position]]
            position += 1
        else:
            raise ValueError(f"not a numeral: {text!r}")
    return total


def _grouped(text: str) -> int:
    """A numeral with 万 and 亿, split at its highest one."""
    for unit, limit in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.rpartition(unit)
        if found:
            if not head or (tail in _DIGITS and tail not in _ZERO):
                raise ValueError(f"something is missing beside {unit}: {text!r}")
            high, low = _grouped(head), _grouped(tail) if tail else 0
            if high >= limit or low >= _MYRIADS[unit]:
                raise ValueError(f"units out of order: {text!r}")
            return high * _MYRIADS[unit] + low
    return _section(text)


def whole(text: str) -> int:
    """A Chinese whole number: ``壹仟零伍拾万`` → 10500000, ``廿一`` → 21, ``二〇二三`` → 2023.

    Raises:
        ValueError: empty, or not a well-formed numeral (``一千千``, ``一百二``).
    """
    plain = "".join(_TENS.get(char, char) for char in text)
    plain = plain.replace("萬", "万").replace("億", "亿")
    if not 1 <= len(plain) <= 60:
        raise ValueError(f"no numeral: {plain[:60]!r}")
    if _SPELLED.fullmatch(plain) and len(plain) > 1 and plain.strip(_ZERO):
        return int(digits(plain)) if plain[0] not in _ZERO else _section(plain)
    return _grouped(plain)


def decimal(text: str) -> Decimal:
    """A numeral that may have a fraction: ``三点五万`` → 35000, ``壹佰点伍`` → 100.5.

    Raises:
        ValueError: as `whole`; or the fraction is no row of digits.
    """
    head, point, tail = text.partition("点")
    if not point:
        return Decimal(whole(text))
    fraction = tail.rstrip("万萬亿億")
    value = Decimal(f"{whole(head)}.{digits(fraction)}")
    for unit in tail[len(fraction) :]:
        value *= _MYRIADS[unit]
    return value
