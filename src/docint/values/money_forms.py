"""How amounts are printed (金额的写法): units, currencies, figures, characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice, product

from docint.values import numerals

CURRENCIES = {
    "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "CNH": "CNY", "¥": "CNY", "￥": "CNY",
    "美元": "USD", "美金": "USD", "USD": "USD", "US$": "USD", "$": "USD",
    "港元": "HKD", "港币": "HKD", "港幣": "HKD", "HKD": "HKD", "HK$": "HKD",
    "欧元": "EUR", "EUR": "EUR", "€": "EUR", "英镑": "GBP", "GBP": "GBP", "£": "GBP",
    "日元": "JPY", "日圆": "JPY", "JPY": "JPY", "韩元": "KRW", "KRW": "KRW",
    "新加坡元": "SGD", "新加坡币": "SGD", "SGD": "SGD", "S$": "SGD",
    "澳门元": "MOP", "澳门币": "MOP", "MOP": "MOP",
    "新台币": "TWD", "台币": "TWD", "TWD": "TWD", "NT$": "TWD",
    "澳大利亚元": "AUD", "澳元": "AUD", "AUD": "AUD",
    "加拿大元": "CAD", "加元": "CAD", "CAD": "CAD",
    "瑞士法郎": "CHF", "CHF": "CHF", "卢布": "RUB", "RUB": "RUB",
}  # fmt: skip
"""Printed name or sign → ISO 4217."""

SCALES = {
    "": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "十万": 10**5,
    "百万": 10**6, "千万": 10**7, "亿": 10**8, "億": 10**8, "十亿": 10**9, "万亿": 10**12,
}  # fmt: skip
"""Multiplier words of a unit, as in 百万元."""

CURRENCY = "|".join(re.escape(name) for name in sorted(CURRENCIES, key=len, reverse=True))
"""Any currency's name or sign, as a pattern."""
SCALE = "万亿|千万|百万|十万|十亿|[千万萬亿億百]"
"""A multiplier word, as a pattern."""

_UNIT = re.compile(
    rf"(?P<c1>{CURRENCY})?(?P<scale>{SCALE})?(?:(?P<c2>{CURRENCY})|[元圆圓]|块)?(?P<c3>{CURRENCY})?"
)
_STRICT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_FEN = Decimal("0.01")
TOO_MUCH = Decimal(10**16)
_LONGEST = 26
"""Longer runs of figures and commas are no amounts: ten trillion yuan with its fen has 18."""


def unit(text: str) -> tuple[Decimal, str]:
    """Multiplier and currency of a unit: ``万元`` → (10000, CNY), ``千美元`` → (1000, USD).

    Raises:
        ValueError: no unit of money.
    """
    match = _UNIT.fullmatch(text)
    if not match:
        raise ValueError(f"no unit of money: {text!r}")
    named = {CURRENCIES[match[c]] for c in ("c1", "c2", "c3") if match[c]}
    if len(named) > 1:
        raise ValueError(f"two currencies: {text!r}")
    return Decimal(SCALES[match["scale"] or ""]), (named.pop() if named else "CNY")


def two_places(amount: Decimal) -> str:
    """The contract's form: two places, half a fen rounded up, never ``-0.00``.

    Raises:
        ValueError: ten thousand 万亿 and more, which no paper states.
    """
    if abs(amount) >= TOO_MUCH:
        raise ValueError(f"too large for an amount: {amount:.3E}")
    rounded = amount.quantize(_FEN, ROUND_HALF_UP)
    return f"{rounded or abs(rounded):.2f}"


def exact_to_the_fen(amount: Decimal) -> bool:
    """Whether two decimal places hold it all."""
    return abs(amount) < TOO_MUCH and amount == amount.quantize(_FEN, ROUND_HALF_UP)


def strict(figures: str) -> Decimal | None:
    """A number with correct thousands commas or none, else None; so is one too long."""
    well_formed = len(figures) < _LONGEST and _STRICT.fullmatch(figures)
    return Decimal(figures.replace(",", "")) if well_formed else None


def figure_readings(figures: str, scale: Decimal) -> tuple[Decimal, ...]:
    """Every number the figures may stand for where OCR confuses ``,``, ``.`` and blanks.

    A mark before three figures may be a thousands mark, the last one may be the decimal point;
    a reading must come out exact to the fen. The likeliest comes first: as printed, if that is
    well-formed.
    """
    pieces = re.split(r"\s*([,.'’])\s*|(\s)\s*", figures)
    marks, separators = (
        pieces[::3],
        [a or b for a, b in zip(pieces[1::3], pieces[2::3], strict=True)],
    )
    if len(figures) >= _LONGEST or not all(part.isdigit() for part in marks):
        return ()
    if len(marks) == 1:
        return (Decimal(figures) * scale,)
    options: list[Decimal] = []
    printed = strict(figures)
    if printed is not None:
        options.append(printed)
    # a lost point leaves a blank: believed only beside thousands marks and before two figures
    pointed = separators[-1] != " " or (len(marks) > 2 and len(marks[-1]) == 2)
    if pointed and _groups(marks[:-1]):  # the last mark is the decimal point
        options.append(Decimal(f"{''.join(marks[:-1])}.{marks[-1]}"))
    # blanks alone may as well part two columns
    if _groups(marks) and set(separators) != {" "}:  # all are thousands marks
        options.append(Decimal("".join(marks)))
    values = [option * scale for option in options]
    return tuple(dict.fromkeys(value for value in values if exact_to_the_fen(value)))


def _groups(parts: list[str]) -> bool:
    """Whether the parts are thousands groups: one to three figures, then threes; or one part."""
    if len(parts) == 1:
        return True
    return 1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


_WORDS = re.compile(
    rf"\(?(?P<c1>{CURRENCY})?\)?:?\(?大?写?\)?:?(?P<minus>负)?"
    rf"(?:(?P<yuan>(?:{numerals.NUMERAL}|点)+?)(?P<c2>{CURRENCY}|[元圆圓园块])?)?"
    rf"(?:零?(?P<jiao>{numerals.DIGIT})角)?(?:零?(?P<fen>{numerals.DIGIT})分)?"
    r"\(?(?P<c3>人民币)?\)?[整正]?"
)

_MISREAD = {
    "壸": "壹", "壶": "壹", "陵": "陆", "抬": "拾", "伯": "佰", "无": "元", "兀": "元", "园": "圆",
    "任": "伍仟", "末": "柒", "扒": "捌", "政": "玖",
}  # fmt: skip


def look_alikes(line: str) -> Iterator[str]:
    """The line with every look-alike turned back; at most 64 ways, for amounts are short."""
    if len(line) > 60:
        return iter(())
    ways = product(*(_MISREAD.get(char, char) for char in line))
    return map("".join, islice(ways, 64))


def spelled(line: str, unit: str = "元") -> tuple[Decimal, str]:
    """Value and currency of an amount in Chinese characters (大写).

    Raises:
        ValueError: not such an amount; or a bare number beside a table's unit.
    """
    match = _WORDS.fullmatch(line.replace(" ", ""))
    if not match or not (match["yuan"] or match["jiao"] or match["fen"]):
        raise ValueError(f"no amount: {line!r}")
    tail = Decimal(0)
    if match["yuan"]:
        if not (match["c1"] or match["c2"] or re.search("[万萬亿億仟佰拾整正]", line)):
            raise ValueError(f"a number, but no amount: {line!r}")
        if unit != "元" and not (match["c1"] or match["c2"] or re.search("[万萬亿億整正]", line)):
            raise ValueError(f"words without a unit beside figures in {unit}: {line!r}")
        tail += numerals.decimal(match["yuan"])
    for group, part in (("jiao", Decimal("0.1")), ("fen", Decimal("0.01"))):
        if match[group]:
            tail += int(numerals.digits(match[group])) * part
    names = [match[c] for c in ("c1", "c2", "c3") if match[c] in CURRENCIES]
    currencies = {CURRENCIES[name] for name in names}
    if len(currencies) > 1:
        raise ValueError(f"two currencies: {line!r}")
    return (-tail if match["minus"] else tail), (currencies.pop() if currencies else "CNY")
