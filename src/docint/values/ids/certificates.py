"""Numbers of certificates and reports: 高新技术企业, 专利, 注册会计师, 审计报告文号."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docint.values.found import Found
from docint.values.text import fold, level, tidy

# ---------------------------------------------------------------- 高新技术企业证书 GR…


def parse_high_tech(text: str) -> str:
    """``GR`` (renewed before 2016: ``GF``), year, division of 4 and serial of 6 figures.

    Raises:
        ValueError: not of that shape.
    """
    number = fold(text).upper()
    if not re.fullmatch("G[RF]20[0-9]{2}[0-9]{8}", number):
        raise ValueError(f"not a 高新技术企业 number: {text!r}")
    return number


# ---------------------------------------------------------------- 专利号 ZL…


def parse_patent(text: str) -> str:
    """``ZL202110123456.7`` (before October 2003: 8 figures); ``ZL`` is kept as printed or left out.

    Raises:
        ValueError: not of that shape. The check figure is not judged; see `patent_valid`.
    """
    match = re.fullmatch(
        r"(?P<zl>ZL|CN)?(?:No\.?:?)?(?P<n>(?:20|19)[0-9]{10}|[0-9]{8})[.·。]?(?P<c>[0-9X])",
        fold(text).upper().replace("专利号:", "").replace("专利号", ""),
    )
    if not match:
        raise ValueError(f"not a patent number: {text!r}")
    return f"{match['zl'] or ''}{match['n']}.{match['c']}"


def patent_valid(number: str) -> bool:
    """Whether the check figure is right (weights 2–9, 2–5; mod 11, 10 is X)."""
    figures, _, check = number.removeprefix("ZL").removeprefix("CN").partition(".")
    total = sum(int(c) * (2 + n % 8) for n, c in enumerate(figures))
    return "0123456789X"[total % 11] == check


# ---------------------------------------------------------------- 注册会计师


def parse_cpa(text: str) -> str:
    """A CPA's certificate number (注册会计师证书编号): 12 figures, no check.

    Raises:
        ValueError: not 12 figures.
    """
    number = re.sub(r"[^0-9A-Z]", "", fold(text).upper())
    if not re.fullmatch("[0-9]{12}", number):
        raise ValueError(f"not a CPA certificate number: {text!r}")
    return number


def parse_firm_licence(text: str) -> str:
    """An audit firm's licence number (会计师事务所执业证书编号): 8 figures, no check.

    Raises:
        ValueError: not 8 figures.
    """
    number = re.sub(r"[^0-9A-Z]", "", fold(text).upper())
    if not re.fullmatch("[0-9]{8}", number):
        raise ValueError(f"not a firm's licence number: {text!r}")
    return number


# ---------------------------------------------------------------- 报告文号


@dataclass(frozen=True, slots=True)
class ReportNumber:
    """An audit report's number taken apart."""

    firm: str
    """What stands before the year: the firm's short name and 审字, 专审字 …"""
    year: int | None
    """The year of **issue**, not the audited one; None where no bracket names it."""
    serial: str


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


def parse_report_number(text: str) -> str:
    """Canonical text of an audit report's number (报告文号), a label before it left out.

    Raises:
        ValueError: none, or more than one.
    """
    found = find_report_numbers(text)
    if len(found) != 1:
        raise ValueError(f"not one report number: {text!r}")
    return found[0].value


def find_report_numbers(text: str) -> tuple[Found[str], ...]:
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


def report_number_parts(value: str) -> ReportNumber:
    """A report number taken apart.

    Raises:
        ValueError: not a report number.
    """
    line = fold(value)
    for form in (_WITH_YEAR, _SLASHED, _WITHOUT_YEAR):
        if match := form.fullmatch(line):
            groups = match.groupdict()
            year = int(groups["year"]) % 100 + 2000 if groups.get("year") else None
            return ReportNumber(groups["firm"] + (groups.get("kind") or ""), year, groups["serial"])
    raise ValueError(f"not a report number: {value!r}")


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
