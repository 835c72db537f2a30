"""Row tables (行表): the header row decides what each column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from docint.extract.counting import MEASURE
from docint.kinds.application_form.labels import Label, likely, match, money_unit
from docint.kinds.application_form.owners import OWNERS, Family
from docint.kinds.application_form.senses import ROLE, column, holds_value, senses, settled, telling
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row
from docint.values.text import fold

REQUIRED: dict[Family, tuple[str, ...]] = {
    "unit": ("name",),
    "person": ("name",),
    "budget": ("item", "amount|part"),
    "targets": ("item", "number"),
    "claims": ("title",),
    "economy": ("year",),
}
"""Columns without which a header is none of its family."""
DEFAULT_OWNER: dict[Family, str] = {
    "unit": "members",
    "person": "team",
    "budget": "budget",
    "targets": "targets",
    "claims": "claims",
    "economy": "economy",
}
"""Whose table it is where no heading says so."""
COUNTERS = frozenset({"序号", "序", "编号", "No.", "No", "NO.", "NO"})
"""Headings of a column that counts the records."""
_ONE_YEAR = r"20[0-9]{2}年?度?(?:预算|安排|经费|金额)?"
_SUM_HEAD = re.compile(
    r"(?:额|数|经费|费用|资金|投入|预算|概算|支出)/?[(（]?(?:单位[:：])?(?:人民币)?[亿万千百]{0,2}元[)）]?$"
)
"""A heading of amounts in a budget, by its end and its unit: ``拟安排额（万元）``."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a row table."""

    field: str
    """A field of the table's family; empty for an unknown heading, ``-`` for an unwanted one."""
    left: float
    right: float
    unit: str = ""
    text: str = ""
    group: int = 0
    """Side-by-side records: 姓名 单位 姓名 单位."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header understood."""

    family: Family
    columns: tuple[Column, ...]
    depth: int = 1
    """Rows it takes up."""
    sureness: float = 1.0
    told: bool = False
    """Whether the cells alone tell what it lists."""

    @property
    def unit(self) -> str:
        """The one unit of money its headings name, whichever column it stands in."""
        units = {column.unit for column in self.columns if column.unit}
        return units.pop() if len(units) == 1 else ""

    @property
    def key(self) -> str:
        """The column that every record has."""
        return REQUIRED[self.family][0].split("|")[0]


def _asks_role(slot: Slot, noisy: bool) -> bool:
    label = match(slot.text, noisy)
    return label is not None and label.fields.get("unit") == "role"


def header(
    rows: Sequence[Row],
    at: int,
    slots: Sequence[Slot],
    family: Family | None,
    noisy: bool = False,
) -> Header | None:
    """The header that row ``at`` is, or None.

    Args:
        rows: the whole form.
        at: the row's place in it.
        slots: its slots without section labels at the left.
        family: what the section is about, if known; it is preferred.
        noisy: headings may be misread (scans).
    """
    depth = _depth(slots)
    columns = _columns(rows, at, slots, depth)
    texts = [slot for slot, _ in columns if slot.text.strip()]
    if len(texts) < 2 or len(texts) < len(columns) - 1 or not _followed(rows, at, depth):
        return None
    if len(texts) == 2 and ROLE.fullmatch(texts[1].folded) and _asks_role(texts[0], noisy):
        return None  # 角色 | 参与单位: a label and its value
    if any(s.folded.isdigit() for s in texts) and any(MEASURE.fullmatch(s.folded) for s in texts):
        return None  # 新增营业收入 | 2024 | 万元: a row of targets, no heading of years
    heads = [slot for slot, _ in columns]
    told = [senses(column(rows, at + depth, slot, heads)) for slot in heads]
    if any(holds_value(slot.folded) for slot in heads):
        told = [frozenset() for _ in heads]  # values themselves: no heading's cells
    found = [_as(name, columns, told, noisy, name == family) for name in REQUIRED]
    fitting = [one for one in found if one and _enough(one, len(texts))]
    if not fitting:
        return None
    best = max(
        fitting,
        key=lambda one: (_known(one), one.family == family, one.family == "person", _measured(one)),
    )
    preferred = next((one for one in fitting if one.family == family), None)
    if preferred and _known(preferred) >= _known(best) - 1:
        best = preferred
    return Header(best.family, best.columns, depth, best.sureness)


def _depth(slots: Sequence[Slot]) -> int:
    """Two for a header with sub-columns: some cells span two rows, others two columns."""
    tall = [slot.tall for slot in slots if slot.text.strip()]
    if not tall or len(set(tall)) == 1:
        return 1
    return max(tall) if max(tall) == 2 and slots[-1].first else 1


def _columns(
    rows: Sequence[Row], at: int, slots: Sequence[Slot], depth: int
) -> list[tuple[Slot, str]]:
    """Each column's lowest header cell with its full heading, upper header first."""
    if depth == 1 or at + 1 >= len(rows):
        return [(slot, slot.text) for slot in slots]
    columns: list[tuple[Slot, str]] = []
    for slot in slots:
        below = [s for s in rows[at + 1].slots if s.overlap(slot.left, slot.right) > 0 and s.first]
        if slot.tall > 1 or not below:
            columns.append((slot, slot.text))
        columns += [(s, slot.text + "\n" + s.text) for s in below if slot.tall == 1]
    return columns


def _followed(rows: Sequence[Row], at: int, depth: int) -> bool:
    """Whether the next row holds values rather than labels."""
    after = next((r for r in rows[at + depth : at + depth + 2] if len(r.full) > 1), None)
    if after is None or after.table != rows[at].table:
        # the last row of a table heads nothing, unless the table goes on over the page
        over = after is not None and after.leaf is not rows[at].leaf
        return rows[at].table > 0 and (rows[at].opens or over)
    texts = [slot for slot in after.slots if slot.text.strip() and slot.first]
    if any(re.fullmatch(r"\d{1,3}(?:,\d{3})*\.\d+|\d{1,3}(?:,\d{3})+", s.folded) for s in texts):
        return True  # 直接费用小计 | 2,140.00
    labels = [s for s in texts if (found := match(s.text)) and found.fields and not found.owner]
    return 3 * len(labels) <= len(texts) or not texts


def _as(
    family: Family,
    columns: Sequence[tuple[Slot, str]],
    told: Sequence[frozenset[str]],
    noisy: bool,
    expected: bool,
) -> Header | None:
    """The columns read as those of one family, or None if a required one is missing."""
    labels = [_field(family, heading, noisy) for _, heading in columns]
    names = [name for _, name in labels]
    if family == "budget" and expected:
        years = [re.fullmatch(_ONE_YEAR, fold(heading)) for _, heading in columns]
        names = ["part" if year and not n else n for n, year in zip(names, years, strict=True)]
    counted = family in {"targets", "budget"}
    if family == "targets" and len([lb for lb, _ in labels if lb and lb.year]) > 1:
        return None  # 指标 | 2023年度 | 2022年度: figures of years
    unknown = len([name for name in names if not name])
    strong = telling(family, told, expected)
    share = (1.0 if expected else 0.8) if strong else 0.5 if counted else 0.4
    if unknown <= len(names) * share:
        names = settled(family, names, told)
    made: list[Column] = []
    group = 0
    seen: set[str] = set()
    for (slot, heading), (label, _), name in zip(columns, labels, names, strict=True):
        if name == REQUIRED[family][0] and name in seen and family != "claims":
            if counted and seen <= {name, "", "-"}:
                made = [replace(one, field="-") if one.field == name else one for one in made]
            else:
                group += 1
            seen = set()
        again = name in seen and name not in {"", "-", "year"}
        if again:
            name = "part" if family == "budget" else "-"  # noqa: PLW2901
        seen.add(name)
        unit = label.unit if label else money_unit(heading)
        made.append(Column(name, slot.left, slot.right, unit, heading, group))
    present = {column.field for column in made}
    for wanted in REQUIRED[family]:
        if not present & set(wanted.split("|")):
            return None
    sure = [label.sureness if label and label.fields else 0.95 for label, _ in labels]
    wanted_ = [one for one, name in zip(sure, names, strict=True) if name]
    return Header(family, tuple(made), sureness=min(wanted_, default=1.0), told=strong)


def _field(family: Family, heading: str, noisy: bool) -> tuple[Label | None, str]:
    """What a heading means in a family; a sub-column's own word counts before its upper one."""
    parts = heading.split("\n")
    for text in (parts[-1], heading.replace("\n", ""), parts[0]):
        label = likely(text, noisy)
        if label is None:
            continue
        name = label.fields.get(family, "")
        if family == "economy" and label.year:
            name = name or "year"
        owner = OWNERS[label.owner] if label.names else None
        if not name and owner and owner.many and family == owner.family:
            name = REQUIRED[family][0]
        if name:
            upper = match(parts[0]) if len(parts) > 1 else None
            if (
                family == "budget"
                and name == "amount"
                and upper
                and upper.fields.get(family) == "part"
            ):
                name = "part"
            return label, name
    if family == "unit" and fold(parts[-1]) in {"单位", "成员", "机构"}:
        return Label({family: "name"}, sureness=0.95), "name"  # 单位 | 类型 | 牵头/参与
    if family == "budget" and (unit := money_unit(parts[-1])) and _SUM_HEAD.search(fold(parts[-1])):
        part = re.search("自筹|财政|资助|配套|其中|专项|匹配|20[0-9]{2}|年", parts[-1])
        return Label({family: "amount"}, unit=unit, sureness=0.9), "part" if part else "amount"
    return None, ""


def _measured(found: Header) -> bool:
    """Whether a column of measures tells targets from sums of money."""
    return found.family == "targets" and any(column.field == "unit" for column in found.columns)


def _known(found: Header) -> int:
    return sum(1 for column in found.columns if column.field) + sum(
        1 for column in found.columns if column.field not in {"", "-"}
    )


def _enough(found: Header, texts: int) -> bool:
    """Whether the headings are understood, but for one in a few columns or three in ten."""
    known = sum(1 for column in found.columns if column.field)
    spare = 0 if texts == 2 else 1 if texts <= 5 else int(0.3 * texts)
    if found.told:
        spare = texts // 2
    return known >= 2 and known >= texts - spare
