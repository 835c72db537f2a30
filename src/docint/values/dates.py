"""Dates and terms (日期、期限): ``YYYY-MM-DD``, partial ``YYYY-MM`` or ``YYYY``, ``long-term``.

The arithmetic follows 民法典 201–204 and 1259: months and years end on the same day number, or on
the month's last day where there is none; 以上, 以内 and 不超过 include the number.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from docint.values import date_forms
from docint.values.found import Found
from docint.values.text import level

LONG_TERM = "long-term"

_OPEN = re.compile(
    r"长\s*期\s*有\s*效|[长長]\s*期|永久有效|永久存续|永久|永续经营|永续|无固定期限|无固定期|"
    r"无期限|不约定期限|long-?term",
    re.IGNORECASE,
)
_DRESSING = re.compile(
    r"[\s,.;:，。、；：()（）\[\]【】]|自|从|由|于|起|始|止|至|到|日期|星期[一二三四五六日天]|"
    r"(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?"
)
_ENDS = re.compile(r"^[\s,，。、；;：:(（自从由于至到]+|[\s,.，。、；;：:)）起止至]+$")


def parse(text: str) -> str:
    """The one date in a text: a full or partial date, or ``long-term``.

    Raises:
        ValueError: none, more than one, an impossible one, or other words beside it.
    """
    line = level(text)
    if _OPEN.fullmatch(_DRESSING.sub("", line)):
        return LONG_TERM
    found = find_all(line)
    if len(found) == 1:
        rest = line[: found[0].start] + "\n" + line[found[0].end :]
        if not _DRESSING.sub("", re.sub(r"\bT(?=[0-9])", "", rest)).strip("_-—/"):
            return found[0].value
    elif not found and (value := date_forms.partial(_ENDS.sub("", line))):
        return value
    raise ValueError(f"not one date: {text!r}")


def show(value: str) -> str:
    """``2019-03-05`` → ``2019年3月5日``; ``long-term`` → ``长期``."""
    if value == LONG_TERM:
        return "长期"
    return "".join(f"{int(n)}{u}" for n, u in zip(value.split("-"), "年月日", strict=False))


def find_all(text: str) -> tuple[Found[str], ...]:
    """All dates with 年, or with year, month and day, in order; impossible ones are left out.

    Lone years and months without 年 (``2019``, ``2019.3``) are too often something else.
    """
    return tuple(sorted(date_forms.find(text), key=lambda hit: hit.start))


# ---------------------------------------------------------------- ranges


def parse_range(text: str) -> tuple[str | None, str | None]:
    """The two ends of a term (期限): ``(from, until)``, an absent end None.

    ``自2021年03月05日至2026年03月05日``, ``2010年09月02日至 长期``, ``2019.03-2021.02``,
    ``2024年1月至6月``; ``长期`` alone is ``(None, "long-term")``; blanks, ``/`` and ``****`` are
    absent ends.

    Raises:
        ValueError: no date at all, a single date of which no word tells the side, or more than two.
    """
    line = _completed(level(text))
    found = find_all(line) or _partial_pair(line)
    open_end = _OPEN.search(line)
    if len(found) > 2 or (len(found) == 2 and open_end):
        raise ValueError(f"more than two ends: {text!r}")
    if len(found) == 2:
        return found[0].value, found[1].value
    if open_end:
        return (found[0].value if found else None), LONG_TERM
    if not found:
        raise ValueError(f"no term: {text!r}")
    return _one_sided(line, found[0], text)


def _one_sided(line: str, hit: Found[str], text: str) -> tuple[str | None, str | None]:
    before, after = line[: hit.start].rstrip(), line[hit.end :].lstrip()
    if re.search(r"(?:至|到|止|—|-)[：:为]?$", before) or re.match("止|之?前|届满|到期", after):
        return None, hit.value
    if re.search("[自从由]$|起[：:]?$", before) or re.match(r"起|至|到|始|[—~～-]", after):
        return hit.value, None
    raise ValueError(f"one date, and no word which end it is: {text!r}")


_SHORT_END = re.compile(
    r"(?P<y>(?:[0-9]\s?){4}|[〇○零一二三四五六七八九]{4})(?P<head>\s*年\s*[^年至到]{1,10}?)"
    r"(?P<to>\s*(?:至|到|-|—|–|~|～)\s*)(?=[0-9一二三四五六七八九十]{1,3}\s*月)"
)
_SHORT_MONTHS = re.compile(r"(年\s*)([0-9]{1,2})(\s*(?:至|到|-|—|–|~|～)\s*)(?=[0-9]{1,2}\s*月)")


def _completed(line: str) -> str:
    """``2024年1月至6月`` → ``2024年1月至2024年6月``: a year said once counts for both ends."""
    line = _SHORT_MONTHS.sub(r"\1\2月\3", line)
    return _SHORT_END.sub(lambda m: f"{m.group()}{m['y']}年", line, count=1)


def _partial_pair(line: str) -> tuple[Found[str], ...]:
    """``2019.03-2021.02``, ``201903至202102``, ``2019-2021``: both ends without 年."""
    halves = re.split(r"\s*(?:至|到|—+|–|~|～|--)\s*", _ENDS.sub("", line))
    if len(halves) == 1:
        halves = re.split(r"(?<=[0-9])\s*-\s*(?=(?:19|20)[0-9]{2})", halves[0])
    values = [date_forms.partial(half.strip(" ,.起止")) for half in halves]
    if len(values) != 2 or None in values:
        return ()
    return tuple(Found(value, n, n) for n, value in enumerate(values) if value)


# ---------------------------------------------------------------- arithmetic


def bounds(value: str) -> tuple[date, date]:
    """First and last day a full or partial date may be: ``2023-02`` → 1 and 28 February.

    ``long-term`` is ``date.max`` twice.

    Raises:
        ValueError: no date.
    """
    if value == LONG_TERM:
        return date.max, date.max
    y, m, d = ([int(part) for part in value.split("-")] + [0, 0])[:3]
    if d:
        return date(y, m, d), date(y, m, d)
    return date(y, m or 1, 1), date(y, m or 12, monthrange(y, m or 12)[1])


def agree(a: str, b: str) -> bool:
    """Whether two values may be the same date: the coarser one holds the finer."""
    return a == b or a.startswith(b + "-") or b.startswith(a + "-")


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on; the month's last day where there is none."""
    y, m = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(y, m + 1, min(day.day, monthrange(y, m + 1)[1]))


def add_years(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes the 28th in a common year."""
    return add_months(day, 12 * years)


def full_years(birth: date, on: date) -> int:
    """Full years of age (周岁) on a day; a 29 February birthday falls on the 28th."""
    return on.year - birth.year - (add_years(birth, on.year - birth.year) > on)
