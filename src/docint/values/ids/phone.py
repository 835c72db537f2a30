"""Telephones and mailboxes (电话、电子邮箱): one canonical form each, to compare."""

from __future__ import annotations

import re

from docint.values.found import Found
from docint.values.text import fold, level

_MOBILE = r"1[3-9][0-9](?:[ \-]?[0-9]{4}){2}"
_LANDLINE = r"(?:\(0[0-9]{2,3}\)|0[0-9]{2,3}) ?[-—–]? ?[1-9][0-9]{2,3}[ \-]?[0-9]{4}"
_EXTENSION = r"(?: ?(?:-|转|ext\.?) ?[0-9]{1,5})?"
_FREE = r"[48]00[ \-]?[0-9]{3,4}[ \-]?[0-9]{3,4}"
_MAIL = r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.[A-Za-z]{2,}"
_LABEL = re.compile(
    r"^(?:(?:联系|移动|办公|固定)?(?:电话|手机)|电子邮[箱件]|邮箱|E-?mail)[号码]*\s*:?\s*",
    re.IGNORECASE,
)
_ANY = re.compile(
    rf"(?P<mail>{_MAIL})|(?<![0-9A-Za-z.¥$])(?:\+?86[ \-]?)?"
    rf"(?:(?P<mobile>{_MOBILE})|(?P<landline>{_LANDLINE}{_EXTENSION})|(?P<free>{_FREE}))"
    r"(?![0-9A-Za-z]|[.,][0-9]|\s?[元万亿])"
)


def parse(text: str) -> str:
    """``13800138000``, ``0755-12345678``, ``0755-12345678-801``, ``400…`` or a lower-case mailbox.

    Raises:
        ValueError: none of these, or several.
    """
    line = _LABEL.sub("", level(text).strip())
    match = _ANY.fullmatch(line) or _ANY.fullmatch(fold(line))
    if not match:
        raise ValueError(f"no telephone or mailbox: {mask(line)!r}")
    return _canonical(match)


def _canonical(match: re.Match[str]) -> str:
    if match["mail"]:
        return match["mail"].lower()
    if match["landline"]:
        number = re.sub(r"[^0-9]+", "-", match["landline"]).strip("-").split("-")
        return _landline("".join(number), match["landline"])
    return re.sub("[^0-9]", "", match["mobile"] or match["free"])


def _landline(figures: str, printed: str) -> str:
    """Area code, number and extension with ``-`` between."""
    area = 3 if re.match("0(?:10|2[0-9])", figures) else 4
    base = re.match(_LANDLINE, printed)
    length = len(re.sub("[^0-9]", "", base.group())) if base else len(figures)
    extension = figures[length:]
    return f"{figures[:area]}-{figures[area:length]}" + (f"-{extension}" if extension else "")


def show(value: str) -> str:
    """The number or mailbox masked, as reports show it."""
    return mask(value)


def mask(value: str) -> str:
    """``138****8000``, ``0755-****5678``, ``z***@example.com``; anything short wholly."""
    name, at, host = value.partition("@")
    if at:
        return f"{name[:1]}***@{host}"
    base = re.match(_LANDLINE, value)
    end = base.end() if base else len(value)
    figures = [n for n, char in enumerate(value[:end]) if char.isdigit()]
    area = 3 if re.match(r"[^0-9]*(?:010|02[0-9]|[148])", value) else 4
    hidden = figures[area:-4] if len(figures) >= 10 else figures[:-2]
    return "".join("*" if n in hidden else char for n, char in enumerate(value))


def find_all(text: str) -> tuple[Found[str], ...]:
    """Telephones and mailboxes in running text, with spans."""
    line = level(text)
    return tuple(Found(_canonical(m), m.start(), m.end()) for m in _ANY.finditer(line))
