"""How amounts and dates are printed on Chinese papers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

_CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def yuan(amount: Decimal) -> str:
    """The contract's canonical money."""
    return f"{amount:.2f}"


def tens(amount: Decimal, places: int = 2) -> str:
    """An amount in 万元."""
    return f"{amount / 10000:,.{places}f}"


def rounded(amount: Decimal, places: int = 2) -> Decimal:
    """What an amount printed in 万元 says in yuan."""
    return (amount / 10000).quantize(Decimal(1).scaleb(-places)) * 10000


def bare(amount: Decimal) -> str:
    """An amount without commas or idle zeros: 1000, 316.5."""
    return f"{amount.normalize():f}"


def day(moment: date, style: int = 0) -> str:
    """A date as papers print it."""
    return (
        f"{moment.year}年{moment.month:02d}月{moment.day:02d}日",
        f"{moment.year}年{moment.month}月{moment.day}日",
        f"{moment.year} 年 {moment.month} 月 {moment.day} 日",
        moment.isoformat(),
        f"{moment.year}.{moment.month}.{moment.day}",
        f"{moment.year}/{moment.month}/{moment.day}",
        _hanzi(moment),
        f"{moment:%Y%m%d}",
        f"{moment:%Y.%m.%d}",
        f"{moment.year}-{moment.month}-{moment.day}",
    )[style]


def _hanzi(moment: date) -> str:
    year = "".join("〇一二三四五六七八九"[int(c)] for c in str(moment.year))
    return f"{year}年{small(moment.month)}月{small(moment.day)}日"


def small(number: int) -> str:
    """A number below one hundred in plain characters: 12 → 十二."""
    figures = "零一二三四五六七八九"
    tens_, ones = divmod(number, 10)
    head = ("" if tens_ == 1 else figures[tens_]) + "十" if tens_ else ""
    return head + (figures[ones] if ones or not tens_ else "")


def capitals(amount: Decimal) -> str:
    """An amount in capital characters (大写), as cheques print it."""
    whole, cents = divmod(int(amount * 100), 100)
    text = _groups(whole) + "元"
    dimes, pennies = divmod(cents, 10)
    if not cents:
        return text + "整"
    text += _CAPITALS[dimes] + "角" if dimes else "零"
    return text + (_CAPITALS[pennies] + "分" if pennies else "")


def _groups(number: int) -> str:
    if not number:
        return "零"
    text, zero = "", False
    for power, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, power)
        if part:
            text += ("零" if text and (zero or part < 1000) else "") + _thousands(part) + name
            zero = False
        elif text:
            zero = True
    return text


def _thousands(number: int) -> str:
    text, zero = "", False
    for power, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if zero and text else "") + _CAPITALS[digit] + name
            zero = False
        else:
            zero = True
    return text
