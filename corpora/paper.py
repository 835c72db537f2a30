"""A paper: a template, the truth it prints, and how it is handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from html import escape
from random import Random
from typing import Any

from markupsafe import Markup

FACT = "http://fact/"
PAPER = "http://paper/"


@dataclass
class Paper:
    """One document (文件) of a bundle before it is drawn."""

    kind: str
    name: str
    """What the applicant would call the file."""
    html: str
    css: str
    truth: dict[str, dict[str, Any]]
    """By dotted path: ``{"value", "text"}``; page and box are added when it is drawn."""
    layout: str
    landscape: bool = False
    seals: list[dict[str, Any]] = field(default_factory=list)
    critical: set[str] = field(default_factory=set)
    """Printed strings that decide: codes, amounts, dates, names."""


class Ink:
    """Prints facts into a template and keeps the truth of them."""

    def __init__(self) -> None:
        self.truth: dict[str, dict[str, Any]] = {}
        self.critical: set[str] = set()

    def __call__(self, path: str, text: Any, value: Any = None, *, critical: bool = True) -> Markup:
        """Print a fact: the text as it stands on paper, its canonical value, and a link around it."""
        shown = str(text)
        if path not in self.truth:
            self.truth[path] = {"value": shown if value is None else value, "text": shown}
        if critical:
            self.critical.add(shown)
        return Markup(f'<a href="{FACT}{path}">{escape(shown)}</a>')


Maker = Callable[[Any, Random, Ink], tuple[str, str]]
"""World, randomness and ink to HTML and CSS."""


def yuan(amount: Decimal) -> str:
    """The contract's canonical money."""
    return f"{amount:.2f}"


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
    )[style]


def _hanzi(moment: date) -> str:
    digits = "〇一二三四五六七八九"
    year = "".join(digits[int(c)] for c in str(moment.year))
    return f"{year}年{_small(moment.month)}月{_small(moment.day)}日"


def _small(number: int) -> str:
    figures = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else figures[tens]) + "十" if tens else ""
    return head + (figures[ones] if ones else "")


_CAPITALS = "零壹贰叁肆伍陆柒捌玖"


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
