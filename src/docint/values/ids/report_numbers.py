"""报告文号: numbers of audit reports in running text."""

from __future__ import annotations

import re

from docint.values.found import Found
from docint.values.text import level, tidy

_O, _C = r"[\[〔(（【［{]\s?", r"\s?[\]〕)）】］}]"
_FIRM = r"(?P<firm>[一-鿿A-Za-z](?:[一-鿿A-Za-z\s]|\([一-鿿]{1,4}\)){0,24}?)"
_SERIAL = r"(?P<serial>[A-Za-z]{0,6}-?[0-9](?:\s?[0-9A-Za-z]|\s?[-—_./]\s?(?=[0-9A-Za-z])){1,24})"
_WITH_YEAR = re.compile(
    rf"{_FIRM}\s?{_O}(?P<year>20[0-9]{{2}}|[0-9]{{2}})\s?年?{_C}\s?(?P<kind>[一-鿿]{{1,6}}?字?)??\s?"
    rf"(?P<ordinal>第)?\s?[-—_]?{_SERIAL}(?P<mark>\s?号)?"
)
_WITHOUT_YEAR = re.compile(
    rf"(?P<firm>[一-鿿](?:[一-鿿]|\([一-鿿]{{1,4}}\)){{1,20}}?[审验鉴专]字?)\s?第\s?{_SERIAL}\s?号"
)
_SLASHED = re.compile(r"(?P<firm>[A-Z]{3,6})/(?P<year>20[0-9]{2})(?P<serial>[0-9A-Z]{6,16})")
_LABEL = re.compile(
    r"^.*(?:[:,;。、，；：]|出具了?|[编文]号为?|字号|报告号|号码|(?<=[一-鿿])No\.?)\s*(?=[一-鿿A-Z])"
)
_AUDIT = re.compile("[审验鉴专会师报财核]")


def find_all(text: str) -> tuple[Found[str], ...]:
    """Report numbers in running text with their spans; documents of government (``国科发``) not."""
    line = level(text)
    hits: list[Found[str]] = []
    for form in (_WITH_YEAR, _SLASHED, _WITHOUT_YEAR):
        for match in form.finditer(line):
            start = match.start() + _label_length(match["firm"])
            firm = line[start : match.end("firm")]
            if not _is_report(match, firm):
                continue
            if all(match.end() <= hit.start or hit.end <= start for hit in hits):
                hits.append(Found(tidy(text[start : match.end()]), start, match.end()))
    return tuple(sorted(hits, key=lambda hit: hit.start))


def _label_length(firm: str) -> int:
    """How much of what stands before the year is a label, not the firm's short name."""
    match = _LABEL.match(firm)
    return match.end() if match else 0


def _is_report(match: re.Match[str], firm: str) -> bool:
    groups = match.groupdict()
    if re.search("发$|国税|财税|国发|办$|函$|通知|公告|令$", firm):
        return False
    if "mark" in groups and not (groups["mark"] or groups["ordinal"] or len(groups["serial"]) > 3):
        return False
    if "/" in match.group() and match.re is _SLASHED:
        return True
    named = firm + (groups.get("kind") or "")
    return bool(_AUDIT.search(named) or re.search("[字A-Z]$", named))
