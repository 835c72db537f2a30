"""Districts (行政区划): where a licence or a form says a unit is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docint.judge.proof import declared, stated
from docint.judge.subjects import Unit
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit
from docint.values import districts


@dataclass(frozen=True, slots=True)
class District:
    """A division code with the fact it was read from."""

    code: str
    """Six figures of GB/T 2260; ends in zeros where only the city or province is said."""
    exhibit: Exhibit


def district_of(case: Case, document: Document) -> District | None:
    """The division a document's 住所 lies in: its ``district``, else read from its ``address``."""
    address = stated(case, document, "address")
    exhibit = stated(case, document, "district") or address
    code = _code(exhibit)
    if exhibit is None or not code:
        return None
    # the address is what the reviewer looks up; the district is only derived from it
    return District(code, address or exhibit)


def declared_district(case: Case, unit: Unit) -> District | None:
    """The division declared for a unit."""
    exhibit = declared(case, *unit.path, "district")
    code = _code(exhibit)
    return District(code, exhibit) if exhibit and code else None


def _code(exhibit: Exhibit | None) -> str:
    if exhibit is None:
        return ""
    value = exhibit.fact.value
    if isinstance(value, Mapping):
        return value.get("code", "")
    try:
        return districts.parse(str(value), coarse=True)["code"]
    except ValueError:
        return ""


def covers(area: str, code: str) -> bool | None:
    """Whether a division lies in an area; None where it is said too coarsely to tell.

    >>> covers("440304", "440305"), covers("110000", "110108"), covers("440304", "440300")
    (False, True, None)
    """
    if districts.contains(area, code):
        return True
    return None if districts.contains(code, area) else False


def named(code: str) -> str:
    """A division's full name, e.g. ``广东省深圳市福田区``; the code if there is none today."""
    try:
        return districts.division_name(code)
    except ValueError:
        return code
