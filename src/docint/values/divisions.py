"""Administrative divisions and their history (县级以上行政区划代码, GB/T 2260), 1980 to date.

The table is python-stdnum's ``cn/loc`` data; what it lacks or misspells is mended here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from stdnum import numdb


@dataclass(frozen=True, slots=True)
class Era:
    """A name a code stood for, with the first and last year it did."""

    name: str
    since: int
    until: int
    """9999 while in force."""

    @property
    def current(self) -> bool:
        """Whether the name is in force, or was in 2024: bundles of that year are still read."""
        return self.until >= 2024


_ERA = re.compile(r"(?:\[(?P<since>\d*)-(?P<until>\d*)\])?(?P<name>[^,\[\]]+)")
_MISSPELT = {
    "上埗区": "上步区",
    "香港特別行政區": "香港特别行政区",
    "澳門特別行政區": "澳门特别行政区",
}
_MISSING = {
    "330113": "[2021-]临平区",
    "330114": "[2021-]钱塘区",
    "659012": "[2023-]白杨市",
}
"""State Council approvals that the table does not carry yet."""
_STALE = {"429001", "422921"}
"""随州市 and 神农架林区 under codes long given up, which the table leaves open."""


def _eras(printed: str) -> tuple[Era, ...]:
    for wrong, right in _MISSPELT.items():
        printed = printed.replace(wrong, right)
    return tuple(
        Era(m["name"], int(m["since"] or 0), int(m["until"] or 9999))
        for m in _ERA.finditer(printed)
    )


@cache
def table() -> dict[str, tuple[Era, ...]]:
    """Every code of six figures with its names over time; provinces as ``440000``."""
    rows: dict[str, tuple[Era, ...]] = {}
    for _, province, _, properties, children in numdb.get("cn/loc").prefixes:
        rows[f"{province}0000"] = _eras(properties["province"])
        for _, county, _, names, _ in children:
            if names.get("county") and county != "0000":
                rows[province + county] = _eras(names["county"])
    for code in _STALE:
        rows[code] = tuple(Era(era.name, era.since, min(era.until, 2000)) for era in rows[code])
    for code, printed in _MISSING.items():
        rows.setdefault(code, _eras(printed))
    return rows


def existed(code: str, since: int) -> bool:
    """Whether a code stood for anything in or after a year.

    Code 441900 and the like (不设区的地级市) and city codes (440300) are codes as well.
    """
    return any(era.until >= since for era in table().get(code, ()))


def current_name(code: str) -> str | None:
    """The name a code stands for today, without its province and city; None if abolished."""
    return next((era.name for era in table().get(code, ()) if era.current), None)


def last_name(code: str) -> str | None:
    """The name a code stands for today or stood for last; None if there never was one."""
    eras = sorted(table().get(code, ()), key=lambda era: era.until)
    return eras[-1].name if eras else None
