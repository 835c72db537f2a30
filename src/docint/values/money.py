"""Money (金额): a decimal string in yuan with two places; other currencies keep their own name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from docint.values import money_forms, numerals
from docint.values.found import Found
from docint.values.money_forms import CURRENCY, SCALE, two_places
from docint.values.text import level

_NAME = r"(?P<{0}>" + CURRENCY + ")?"
_LINE = re.compile(
    rf"(?P<open>\()?(?P<minus>[-−–负減减])?{_NAME.format('c1')}:?(?P<minus2>[-−–负])?"
    r"(?P<figures>[0-9]+(?:[,.'’ ]+[0-9]+)*)(?P<close>\))?"
    rf"\(?(?P<scale>{SCALE})?(?:{_NAME.format('c2')}[元圆圓块]?)\)?\(?{_NAME.format('c3')}\)?[整正]?\)?"
)
_UNITLESS = re.compile(rf"(?:{SCALE}|[元圆圓块整正])|{CURRENCY}")
_NOTHING = re.compile(r"[-—–−―/\\_*×\s无]*")


def parse(text: str, unit: str = "元") -> str | dict[str, str]:
    """An amount in figures or words; ``unit`` is the table's, a unit printed beside it wins.

    Brackets or a leading minus are negative. Where OCR may have confused ``,`` and ``.``, the
    value is returned only if one reading is possible (see `readings`).

    Returns:
        ``"12345678.90"`` in yuan, or ``{"amount", "currency"}`` for another currency.

    Raises:
        ValueError: nil (``-``, ``/``, blank), no amount, or several readings.
    """
    line = _plain(text)
    if _NOTHING.fullmatch(line):
        raise ValueError(f"nil, no amount: {text!r}")
    return _said_twice(line) or _one(line, unit)


def _one(line: str, unit: str) -> str | dict[str, str]:
    if match := _figures(line):
        scale, currency = _unit_of(match, unit)
        values = _values(match, scale)
        if len(values) != 1:
            raise ValueError(f"{len(values)} readings of the amount: {line!r}")
        return _formed(values[0], currency)
    amount, currency = money_forms.spelled(line, unit)
    return _formed(amount, currency)


def readings(text: str, unit: str = "元") -> tuple[str, ...]:
    """All plausible amounts where OCR confuses ``,`` and ``.``, likeliest first.

    ``1.234.567,89`` and ``1 234 567.89`` have one; ``1.234`` has ``1234.00`` (and in 万元
    ``12340.00`` before it). A foreign currency is left to `parse`: empty, as for no amount.
    """
    match = _figures(_plain(text))
    try:
        scale, currency = _unit_of(match, unit) if match else (Decimal(0), "")
    except ValueError:
        return ()
    if not match or currency != "CNY":
        return ()
    values = list(_values(match, scale))
    other = money_forms.figure_readings(match["figures"], scale)
    values += [v for v in (_signed(match, o) for o in other) if v not in values]
    values = [v for v in values if abs(v) < money_forms.TOO_MUCH]
    return tuple(two_places(value) for value in values)


def _plain(text: str) -> str:
    """Width-folded, blanks kept only between figures."""
    line = re.sub(r"\s+", " ", level(text)).strip(" :。;")
    line = re.sub(r"(?<=[0-9]) (?=[,.])|(?<=[,.]) (?=[0-9])", "", line.replace("，", ","))
    return re.sub(r"(?<![0-9]) | (?![0-9])", "", line)


def _figures(line: str) -> re.Match[str] | None:
    """A line of figures; None also where a bracket, the sign of a negative, lost its other half."""
    return _LINE.fullmatch(line) if line.count("(") == line.count(")") else None


def _said_twice(line: str) -> str | dict[str, str] | None:
    """The one value of an amount in figures and words: ``伍仟万元整（¥50,000,000.00）``."""
    found = find_all(line)
    rest = "".join(
        char for n, char in enumerate(line) if all(not f.start <= n < f.end for f in found)
    )
    if len(found) < 2 or re.sub(r"[():;,。\s]|[大小]写|人民币|金额|合计|即|计", "", rest):
        return None
    if any(hit.value != found[0].value for hit in found):
        raise ValueError(f"figures and words differ: {line!r}")
    return found[0].value


def _unit_of(match: re.Match[str], unit: str) -> tuple[Decimal, str]:
    """Multiplier and currency: those printed beside the figures, else the table's."""
    printed = match.group()[match.end("figures") - match.start() :].strip("()整正")
    named = {money_forms.CURRENCIES[match[c]] for c in ("c1", "c2", "c3") if match[c]}
    if len(named) > 1:
        raise ValueError(f"two currencies: {match.group()!r}")
    if _UNITLESS.search(printed):
        scale, currency = Decimal(money_forms.SCALES[match["scale"] or ""]), "CNY"
    else:
        scale, currency = money_forms.unit(unit)
    return scale, (named.pop() if named else currency)


def _signed(match: re.Match[str], amount: Decimal) -> Decimal:
    negative = match["minus"] or match["minus2"] or (match["open"] and match["close"])
    return -amount if negative else amount


def _values(match: re.Match[str], scale: Decimal) -> tuple[Decimal, ...]:
    """The one strict reading; or all, where the print is malformed or finer than a fen."""
    figures = match["figures"]
    amount = money_forms.strict(figures)
    if amount is not None and money_forms.exact_to_the_fen(amount * scale):
        return (_signed(match, amount * scale),)
    found = money_forms.figure_readings(figures, scale)
    if amount is not None and (found or not re.search(r"\.[0-9]{3,}$", figures)):
        # 1.234 元 is a misread 1,234 or was rounded here: two readings
        found = (*found, amount * scale)
    elif amount is not None:
        found = (amount * scale,)
    return tuple(_signed(match, value) for value in found)


def _formed(amount: Decimal, currency: str) -> str | dict[str, str]:
    if currency == "CNY":
        return two_places(amount)
    return {"amount": two_places(amount), "currency": currency}


def parse_words(text: str) -> str:
    """An amount in Chinese characters (大写): ``叁佰元零伍分`` → ``"300.05"``.

    Raises:
        ValueError: not such an amount, or not in yuan.
    """
    amount, currency = money_forms.spelled(_plain(text))
    if currency != "CNY":
        raise ValueError(f"not in yuan: {text!r}")
    return two_places(amount)


def word_readings(text: str) -> tuple[str, ...]:
    """Amounts the characters may stand for where OCR took a look-alike (``抬`` for ``拾``).

    One that needs no repair comes alone. The caller must disclose any other as repaired.
    """
    line = _plain(text)
    found: dict[str, None] = {}
    for spelled in (line, *money_forms.look_alikes(line)):
        try:
            found[parse_words(spelled)] = None
        except ValueError:
            continue
        if spelled == line:
            break
    return tuple(found)


def show(value: str | Mapping[str, str]) -> str:
    """``12,345.67 元``; ``1,000 万元`` where that is exact to a hundred yuan; ``USD 1,000.00``."""
    if not isinstance(value, str):
        return f"{value['currency']} {Decimal(value['amount']):,.2f}"
    amount = Decimal(value)
    if abs(amount) >= 10_000 and amount % 100 == 0:
        return f"{(amount / 10_000).normalize():,f} 万元"
    return f"{amount:,.2f} 元"


_YUAN = rf"(?:{CURRENCY}|[元圆圓兀]|无(?=\)|币|$))"
_UNIT = rf"(?:{CURRENCY}|货币)?[/·、,:()]*(?:{SCALE})?{_YUAN}?\)?[(/]?(?:{CURRENCY})?"
_BEHIND = r"(?![整\u4e00-\u9fff])|(?=币|[会企小民非]{1,4}\d|会|货币|列示|为单位|表示|计|审|第)"
_UNIT_FORMS = (
    rf"(?:货币|金额|计量|计价|记账)?单位[:：为是均以—–-]{{0,3}}\(?(?P<u>{_UNIT})(?:{_BEHIND})",
    rf"\((?:单位为?|[\u4e00-\u9fff]{{0,6}}[:：])?(?P<u>{_UNIT})(?=[,、;)])",
    rf"(?:均?以|均为)(?P<u>{_UNIT})(?=列示|表示|计|填列|为单位|[,。;)]|$)",
    rf"(?:^|[/:]|(?:金额|费用|支出|投入|总额|数额|年度?))(?P<u>(?:{CURRENCY})?(?:{SCALE})元)$",
    rf"^(?P<u>(?:{CURRENCY})(?:{SCALE})?元)$",
    rf"^(?P<u>(?:{SCALE})?元\((?:{CURRENCY})\)?)$",
    rf"(?:金额|数额|币种)[:：](?P<u>(?:{CURRENCY})?元)$",
    rf"unit:?(?P<u>(?:RMB|CNY)(?:{_YUAN})?)(?:yuan)?(?![a-z0-9'])",
)
_UNIT_STATED = tuple(re.compile(form, re.IGNORECASE) for form in _UNIT_FORMS)
_UNIT_THOUSANDS = re.compile(r"(?:RMB|CNY)['‘’]000", re.IGNORECASE)
_UNIT_CURRENCY = re.compile(rf"(?:币种|币别)[:：]?(?P<c>{CURRENCY})")


@lru_cache(maxsize=4096)
def unit_of(text: str) -> str | None:
    """The unit a table states, in a form `parse` takes: ``单位：人民币千元`` → ``"千元"``.

    The currency may stand before or behind it (``万元（人民币）``); also ``金额（万元）`` in a
    heading. A foreign currency stays named (``"万美元"``). None if no unit is stated.
    """
    line = re.sub(r"\s+", "", level(text))
    if _UNIT_THOUSANDS.search(line):
        return "千元"
    named = _UNIT_CURRENCY.search(line)
    for form in _UNIT_STATED:
        for match in form.finditer(line):
            if unit := _unit_named(match["u"], named["c"] if named else ""):
                return unit
    return None


def _unit_named(printed: str, currency: str) -> str | None:
    """A printed unit in one form; None if a multiplier or a currency alone is no unit."""
    words = re.sub(r"[^\w$¥￥€£]|货币", "", printed).translate({ord(c): "元" for c in "兀无"})
    if not words or words in {"人民币", "十", "百", "千", "亿"}:
        return None
    try:
        _, code = money_forms.unit(words)
    except ValueError:
        return None
    code = money_forms.CURRENCIES[currency] if currency else code
    scale = re.search(SCALE, words)
    name = next(n for n, c in money_forms.CURRENCIES.items() if c == code)
    return (scale.group() if scale else "") + ("元" if code == "CNY" else name)


_FIGURES_HERE = re.compile(
    rf"(?<![0-9A-Za-z.,])(?:(?:{CURRENCY})\s?)?[-−]?[0-9]+(?:[,.][0-9]+)*\s?"
    rf"(?:(?:{SCALE})\s?)?(?:{CURRENCY}|[元圆](?!月|旦|素|件|器))(?:\((?:{CURRENCY})\))?整?"
    rf"|(?<![0-9A-Za-z])(?:{CURRENCY})\s?[-−]?[0-9]+(?:[,.][0-9]+)*(?:\s?(?:{SCALE}))?(?![0-9,.]*[0-9])"
)
_WORDS_HERE = re.compile(
    rf"(?:(?:{CURRENCY})\s?)?(?:{numerals.NUMERAL}|点){{1,40}}(?:{CURRENCY}|[元圆圓](?!月|旦|素))"
    rf"(?:零?{numerals.DIGIT}角)?(?:零?{numerals.DIGIT}分)?[整正]?"
    rf"|(?:人民币)\s?{numerals.NUMERAL}{{2,40}}[整正]?"
)


def find_all(text: str) -> tuple[Found[str | dict[str, str]], ...]:
    """Amounts in running text that a currency or 元 marks as such, in order, with spans."""
    line = level(text)
    hits: list[Found[str | dict[str, str]]] = []
    for form in (_FIGURES_HERE, _WORDS_HERE):
        for match in form.finditer(line):
            try:
                value = _one(_plain(match.group()), "元")
            except ValueError:
                continue
            if all(match.end() <= hit.start or hit.end <= match.start() for hit in hits):
                hits.append(Found(value, match.start(), match.end()))
    return tuple(sorted(hits, key=lambda hit: hit.start))
