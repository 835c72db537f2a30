"""An open row table (行表): whose it is, which rows still belong to it, and its records."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docint.kinds.application_form.across import Across, named, sides, told
from docint.kinds.application_form.choices import claim_kind
from docint.kinds.application_form.entries import Entry, Scope, root
from docint.kinds.application_form.headers import COUNTERS, DEFAULT_OWNER, Column, Header, header
from docint.kinds.application_form.inline import labelled_before, pairs
from docint.kinds.application_form.labels import Label, likely, match
from docint.kinds.application_form.owners import OWNERS, Family
from docint.kinds.application_form.ownership import SINKS, Ownership, family_of
from docint.kinds.application_form.records import record
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row
from docint.values.text import fold

_SIGNING = re.compile(r"盖章|公章|签章|签字|签名|\(章\)|[日期间][:：]|[:：]$")
_DAYS = frozenset({"applied_on", "signed_on", "period", "period_from", "period_until"})
_COUNTED: frozenset[Family] = frozenset({"budget", "targets"})


class Tabled:
    """The row table that is open, if any."""

    def __init__(self, rows: Sequence[Row], own: Ownership, noisy: bool) -> None:
        """No table is open yet."""
        self.rows = rows
        self.own = own
        self.noisy = noisy
        self.header: Header | None = None
        self.across: Across | None = None
        self.owner = ""
        self.title: Slot | None = None
        """The last heading or lone line: it may say what a table's rows are."""
        self.pending: list[str] = []
        """Lists whose label stood before an empty cell: a table inside may follow."""
        self.opened = 0

    def close(self) -> None:
        """What follows is no record."""
        self.header = self.across = None

    def begins(self, at: int, slots: Sequence[Slot]) -> int:
        """Opens a table if its header stands here; the number of rows that takes, or 0."""
        row = self.rows[at]
        if row.opens and not self._goes_on(at, slots):
            self.close()
        if len(slots) < 2 or self._asks_across(at, slots):
            return 0
        if across := self._sides(at, slots):
            self.close()
            self.across = across
            return 0 if across.key else 1
        found = header(self.rows, at, slots, self._family(), self.noisy)
        if found is None:
            return 0
        self.owner = self._whose(at, found)
        self.header, self.across, self.opened = found, None, at
        return found.depth

    def _goes_on(self, at: int, slots: Sequence[Slot]) -> bool:
        """Whether a table at a page's top has the columns of the one that was open."""
        row = self.rows[at]
        before = next((r for r in reversed(self.rows[:at]) if r.table), None)
        if self.header is None or before is None or row.leaf is before.leaf or not slots[0].box:
            return False
        columns = self.header.columns
        near = 0.04 * (row.leaf.page.width or 600)
        aligned = sum(
            any(abs(s.left - c.left) < near and abs(s.right - c.right) < near for c in columns)
            for s in slots
        )
        return aligned >= 0.7 * len(slots) and len(slots) >= 2

    def _family(self) -> Family | None:
        families = [family_of(self.own.section), *(OWNERS[p].family for p in self.pending)]
        return next((f for f in families if f not in {"project", "none"}), None)

    def _whose(self, at: int, found: Header) -> str:
        """The section's owner if it is of the table's family, else the usual one."""
        waiting = [owner for owner in self.pending if OWNERS[owner].family == found.family]
        section = self.own.section.owner
        owner = DEFAULT_OWNER[found.family]
        if waiting:
            owner = waiting[-1]
        elif section and OWNERS[section].family == found.family and section not in SINKS:
            owner = section
        heads = {one.owner for c in found.columns if (one := match(c.text)) and one.owner}
        if owner == DEFAULT_OWNER[found.family] and len(heads) == 1:
            (named,) = heads  # 专家所在单位 heads a list of experts, whatever its title
            owner = named if OWNERS[named].family == found.family and OWNERS[named].many else owner
        columns = {column.field for column in found.columns}
        if owner in {"lead", "applicant"} and ("role" in columns or self._several(at, found)):
            owner = "members"
        if found.family == "person" and not OWNERS[owner].many and self._listed(at, found):
            owner = "team"
        return owner

    def _listed(self, at: int, found: Header) -> bool:
        """Whether a table of persons counts its rows: one person alone needs no number."""
        return fold(found.columns[0].text) in COUNTERS or self._several(at, found)

    def _several(self, at: int, found: Header) -> bool:
        """Whether a table of units has more than one data row."""
        start = at + found.depth
        following = [r for r in self.rows[start : start + 2] if r.table == self.rows[at].table]
        records = [r for r in following if len(r.slots) >= len(found.columns) - 1]
        return len([r for r in records if not all(likely(s.text) for s in r.full)]) > 1

    # ------------------------------------------------------------ records

    def fits(self, at: int, slots: Sequence[Slot]) -> bool:
        """Whether a row holds another record of the open table."""
        around = 0 < self.rows[at].table < self.rows[self.opened].table
        if self.header is None or around:
            return False
        full = [slot for slot in slots if slot.text.strip()]
        columns = self.header.columns
        if len(full) == 1 and (len(slots) == 1 or not self.rows[at].table):
            return False
        if not self.rows[at].table and any(pairs(slot, self.noisy) for slot in full):
            return False  # 单位（盖章）：　　申报日期：2024-03-15
        if not self.rows[at].table and self._below_ruled(at, full):
            return False
        first = match(full[0].text, self.noisy)
        if first is None or (first.fields and set(first.fields.values()) == {"-"}):
            return len(slots) > 2 or len(columns) <= 3
        if first.fields.get("project") in _DAYS and first.sureness == 1.0:
            return False  # 申报时间 below the last target
        if self.header.family in _COUNTED and any(re.search(r"\d", s.text) for s in full[1:]):
            return len(slots) == len(columns) or not first.names
        labels = [label for s in full if (label := match(s.text, self.noisy)) and label.fields]
        same = len(slots) == len(columns) and 2 * len(labels) < len(full)
        return same and not (first.names and len(columns) <= 2)

    def continued(self, at: int, full: Sequence[Slot]) -> list[Entry]:
        """What a row of one cell adds to the record above it: ``工作单位：甲公司；分工：测试``."""
        row = self.rows[at]
        told = _told_alone(full)
        if self.header is None or not told or not row.table:
            return []
        last = self.own.filled.get(self.owner, 0) - 1
        if row.table != self.rows[self.opened].table or at <= self.opened or last < 0:
            return []
        made = []
        for label, value in told:
            name = label.fields.get(self.header.family, "-")
            path = (self.owner, last, name)
            if name != "-" and path not in self.own.given:
                self.own.given.add(path)
                made.append(Entry(path, value, value.text, label.unit, label.sureness, "label"))
        return made

    def parted(self, at: int, full: Sequence[Slot]) -> bool:
        """Whether a row only names the group of the records below it: ``（一）约束性指标``."""
        row, below = self.rows[at], self.rows[at + 1] if at + 1 < len(self.rows) else None
        if self.header is None or len(full) > 1 or row.table != self.rows[self.opened].table:
            return False
        goes_on = below is not None and below.table == row.table and len(below.full) > 1
        return bool(row.table) and goes_on and below is not None and self.fits(at + 1, below.slots)

    def has_column(self, row: Row, slot: Slot) -> bool:
        """Whether the open table's header has a column over a slot at the row's left edge."""
        if self.header is None or not row.table or row.table != self.rows[self.opened].table:
            return False
        first = self.header.columns[0]
        return first.field in {"", "-", "role", "kind"} and (
            slot.overlap(first.left, first.right)
            > 0.3 * min(slot.right - slot.left, first.right - first.left)
        )

    def _below_ruled(self, at: int, full: Sequence[Slot]) -> bool:
        """Whether a loose row stands below a ruled table: to sign in, not one of its records."""
        if not self.rows[self.opened].table:
            return False
        docx = self.rows[at].leaf.page.origin == "docx"
        return docx or any(_SIGNING.search(slot.folded) for slot in full)

    def records(self, at: int, slots: Sequence[Slot], caption: str) -> Iterator[Entry]:
        """The records a row holds."""
        if self.header is None or self.header.family == "economy":
            return
        slots = self._respread(self._with_wrapped(at, slots))
        for entries in record(self.header, slots, caption):
            if len(entries) == 1 and entries[0].path[0] in {"grant", "matching_funds"}:
                yield entries[0]
                continue
            owner = self._own_person(slots) or self.owner
            index = self.own.filled.get(owner, 0)
            if not OWNERS[owner].many and (owner, "record") in self.own.given:
                return
            self.own.given.add((owner, "record"))
            self.own.filled[owner] = index + 1
            self.pending = [one for one in self.pending if one != owner]
            for entry in entries:
                path = (*root(Scope(owner, index)), entry.path[-1])
                self.own.given.add((owner, index, str(entry.path[-1])))
                sure = entry.sureness * self.header.sureness
                yield replace(entry, path=path, sureness=sure)
            yield from self._kind(owner, index, entries)

    def _own_person(self, slots: Sequence[Slot]) -> str:
        """The one person that a cell under no field's heading names: ``项目负责人 | 甲``."""
        assert self.header is not None  # noqa: S101 - asked only while a table is open
        if self.header.family != "person":
            return ""
        for slot in slots[:2]:
            label = match(slot.text, self.noisy)
            spare = self.header.columns[_column(slot, self.header.columns)].field in {"", "-"}
            if spare and label and label.names and not OWNERS[label.owner].many:
                return label.owner if OWNERS[label.owner].family == "person" else ""
        return ""

    def _with_wrapped(self, at: int, slots: Sequence[Slot]) -> Sequence[Slot]:
        """Loose lines below that lie in no key column are the rest of this row's cells."""
        assert self.header is not None  # noqa: S101 - asked only while a table is open
        if self.rows[at].table:
            return slots
        key = next(c for c in self.header.columns if c.field == self.header.key)
        joined = list(slots)
        for row in self.rows[at + 1 : at + 3]:
            if (
                row.table
                or row.leaf is not self.rows[at].leaf
                or any(s.overlap(key.left, key.right) > 0 for s in row.full)
            ):
                break
            if any(match(s.text) for s in row.full) or not all(_below(s, joined) for s in row.full):
                break
            for slot in row.full:
                best = max(
                    range(len(joined)), key=lambda n: joined[n].overlap(slot.left, slot.right)
                )
                joined[best] = replace(joined[best], text=joined[best].text + slot.text)
        return joined

    def _respread(self, slots: Sequence[Slot]) -> Sequence[Slot]:
        """Loose pieces cut at blanks where they reach into another column."""
        assert self.header is not None  # noqa: S101 - asked only while a table is open
        columns = self.header.columns
        spread: list[Slot] = []
        for slot in slots:
            tokens = [slot.cut(*m.span()) for m in re.finditer(r"\S+", slot.text)]
            homes = {_column(token, columns) for token in tokens}
            spread += tokens if slot.loose and len(homes) == len(tokens) > 1 else [slot]
        return spread

    def _kind(self, owner: str, index: int, entries: Sequence[Entry]) -> Iterator[Entry]:
        """A claim's kind by its column's heading or the table's title, if no column says it."""
        if owner != "claims" or any(entry.path[-1] == "kind" for entry in entries):
            return
        assert self.header is not None  # noqa: S101 - a record belongs to a table
        column = next((c.text for c in self.header.columns if c.field == "title"), "")
        for text in (column, self.title.text if self.title else ""):
            try:
                claim_kind(text)
            except ValueError:
                continue
            slot = self.title if self.title and text == self.title.text else entries[0].slot
            yield Entry((owner, index, "kind"), slot, text, "", 0.93, "label")
            return

    # ------------------------------------------------------------ columns that are records

    def _sides(self, at: int, slots: Sequence[Slot]) -> Across | None:
        return sides(self.rows, at, slots, self.own, self.noisy) or named(
            self.rows, at, slots, self.own, self.noisy
        )

    def _asks_across(self, at: int, slots: Sequence[Slot]) -> bool:
        """Whether a row asks more of the records that stand side by side."""
        if self.across is None or self.rows[at].table != self.across.table:
            return False
        return bool(told(self.across, slots, self.noisy))

    def beside(self, at: int, slots: Sequence[Slot]) -> list[Entry] | None:
        """Values of a row whose columns are records; None where they are at their end."""
        if self.across is None or self.rows[at].table != self.across.table:
            return None
        if made := told(self.across, slots, self.noisy):
            return made
        full = [slot for slot in slots if slot.text.strip()]
        if self.across.key and len(full) > len(self.across.columns):
            return []  # 第一年 | 4 | 10: of the same records, and not asked
        self.across = None
        return None


def _told_alone(full: Sequence[Slot]) -> list[tuple[Label, Slot]]:
    """The labels and values of one cell, or of one that was cut behind its label."""
    if len(full) == 1:
        return pairs(full[0]) or labelled_before(full[0])
    label = match(full[0].text) if len(full) == 2 and full[0].text.rstrip()[-1] in ":：" else None
    return [(label, full[1])] if label else []


def _column(slot: Slot, columns: Sequence[Column]) -> int:
    """Number of the column whose heading stands nearest over a slot."""
    middle = (slot.left + slot.right) / 2
    return min(
        range(len(columns)), key=lambda n: abs((columns[n].left + columns[n].right) / 2 - middle)
    )


def _below(slot: Slot, row: Sequence[Slot]) -> bool:
    """Whether a piece stands close under one of a row's pieces."""
    return any(
        other.box
        and slot.box
        and slot.overlap(other.left, other.right) > 0
        and slot.box.top - other.box.bottom < 0.8 * slot.box.height
        for other in row
    )
