"""The walk through a form: with the section in mind, every label gives its value to an owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docint.kinds.application_form import economy
from docint.kinds.application_form.above import Above
from docint.kinds.application_form.apart import apart
from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.headers import header
from docint.kinds.application_form.inline import pairs, told_inside
from docint.kinds.application_form.labelled import Labelled
from docint.kinds.application_form.labels import (
    NEARLY,
    Label,
    bare_heading,
    likely,
    match,
    money_unit,
)
from docint.kinds.application_form.letters import project_in
from docint.kinds.application_form.nearest import nearest_owner
from docint.kinds.application_form.owners import OWNERS
from docint.kinds.application_form.ownership import Ownership
from docint.kinds.application_form.prose import (
    aims_beside,
    aims_told,
    costs_beside,
    costs_in,
    funds_in,
    spends,
    targets_in,
)
from docint.kinds.application_form.shapes import headed
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row
from docint.kinds.application_form.tabled import Tabled
from docint.values import dates, money
from docint.values.text import fold

_SIGNED = re.compile("盖章|公章|签字|签章|签名|承诺|声明|属实|真实")
_OTHER_DAY = re.compile("设立|成立|登记|注册|出生|生日|开业|有效期")
_SEAL_HERE = re.compile(
    r"(?:(?:申报|申请|填报|牵头|承担|登记|备案|本)+(?:单位|主体|机构|企业|会员|学会|方|人)+|(?:^|[(:。])(?:单位|企业))"
    r"(?:名称)?[(:]{0,2}(?:盖章|公章|签章|加盖公章|印章|印|章)"
)
"""Where the applicant stamps; where members and authorities stamp is another place."""
_ASKS = re.compile(r"[\u4e00-\u9fff]+(?=[:：]?$)")
_AIMS = re.compile(r"(?:下列|以下|如下)[^。；;，,:：]{0,8}(?:目标|指标|成果|绩效)[:：]")
_NUMBERED = re.compile(
    r"第[一二三四五六七八九十]{1,3}(?:部分|[章节栏篇编块])[、.：:\s]*"
    r"|[^\w(（√☑☐□✓✔]*(?:[(（]?[一二三四五六七八九十]{1,3}(?:[)）、.．:：\s]|(?=[\u4e00-\u9fff]{4}))|[(（]?\d{1,2}[)）、.．〗】\]])"
)
"""A heading's number."""
_EVERYWHERE = re.compile(
    r"(?:金额|经费|资金|货币|数据)的?(?:计量)?单位[^。；]{0,6}(?:均|统一|一律)?[为:：以]"
)


_IN_UNIT = re.compile(r"^[^,，。；]{2,20}[(（](?:人民币)?[亿万千百]{0,2}元[)）]$")
"""A heading with the unit of what stands below: ``经费（万元）``."""
_PERSON_SECTION = re.compile(r"[\u4e00-\u9fff](?:简历|履历|介绍)$")


_SHORT = 30
"""Characters of a heading at most."""
_SEVERAL = 3
"""Things counted in neighbouring paragraphs, and nothing else: targets, whatever their heading."""
_TOLD_OTHERWISE = frozenset({"claims", "opinion", "economy"})


class Walk:
    """One walk; use `entries`."""

    def __init__(self, rows: Sequence[Row], noisy: bool) -> None:
        """``noisy``: the form was read by OCR, so labels may be misread."""
        self.rows = rows
        self.noisy = noisy
        self.own = Ownership()
        self.tables = Tabled(rows, self.own, noisy)
        self.labelled = Labelled(self.own, noisy)
        self.above = Above(rows, self.own, noisy)
        self.everywhere = _stated_everywhere(rows)
        self.caption = ""
        self.units: list[str] = []
        self.plain: list[Row] = []
        """The rows that were walked, without section labels at their left."""
        self.side: tuple[int, str] | None = None
        """Table and text of the section label that runs down the left of a row table."""
        self.style = ""
        """How the heading of the section is numbered; the next one so numbered ends it."""
        self.spanning: tuple[int, str] | None = None
        """Table and text of the section label that was last taken off at the left."""

    def entries(self) -> Iterator[Entry]:
        """Everything the form declares, in reading order; figures by year last."""
        yield from apart(list(self._walked()))

    def _walked(self) -> Iterator[Entry]:
        skip = 0
        for at, row in enumerate(self.rows):
            self._unit(at)
            if skip:
                skip -= 1
                self.plain.append(row)
                continue
            slots = self._without_side(at)
            self.plain.append(replace(row, slots=tuple(slots)))
            full = [slot for slot in slots if slot.text.strip()]
            if not full:
                continue
            if more := self.tables.continued(at, full):
                yield from more
                continue
            if self.tables.parted(at, full):
                continue
            if label := self.above.label(at, full):
                skip = 1
                yield from self._stacked([label], self.rows[at + 1].full, self.everywhere)
            elif len(full) == 1 and self._heading(full[0], row):
                continue
            elif labels := self.above.labels(at, slots):
                skip = 1
                below = self.above.below(at, slots)[0].slots
                yield from self._stacked(labels, below, self.caption or self.everywhere)
            elif depth := self.tables.begins(at, slots):
                skip = depth - 1
            else:
                yield from self._row(at, slots, full)
        yield from economy.found_in(self.plain, self.units)

    def _stacked(
        self, labels: Sequence[Label | None], values: Sequence[Slot], caption: str
    ) -> Iterator[Entry]:
        self.tables.close()
        yield from self.labelled.stacked(labels, values, caption)

    def _row(self, at: int, slots: Sequence[Slot], full: Sequence[Slot]) -> Iterator[Entry]:
        row, caption = self.rows[at], self.caption or self.everywhere
        if stamped := self._stamped(row, full):
            yield stamped
            return
        if (beside := self.tables.beside(at, slots)) is not None:
            yield from (replace(one, unit=one.unit or caption) for one in beside)
            return
        if told := self._in_sentences(full[0]) if len(full) == 1 and not row.table else []:
            self.tables.close()
            yield from (*told, *project_in(full[0]), *funds_in(full[0]))
            return
        if self.tables.fits(at, slots):
            yield from self.tables.records(at, slots, caption)
            return
        if row.table or len(full) > 1 or pairs(full[0], self.noisy):
            self.tables.close()
        if (listed := self._listed(row, full, caption)) is not None:
            yield from listed
            return
        if len(full) == 1:
            self.tables.title = full[0] if len(full[0].folded) <= 40 else self.tables.title
            yield from self._text(full[0], row)
            if not row.table and not told_inside(full[0], self.noisy):
                return
        for slot in full[1:] if row.table else full:
            yield from funds_in(slot)
        yield from self.labelled.entries(slots, caption, "cell" if row.table else "label")
        self.tables.pending += self.labelled.waiting
        self.labelled.waiting = []

    def _listed(self, row: Row, full: Sequence[Slot], caption: str) -> list[Entry] | None:
        """Costs or targets of a row without headings; None for any other row."""
        if self.own.section.owner == "budget":
            return costs_beside(full, self.own, caption)
        if (
            row.table
            and self.own.section.owner == "targets"
            and (pairs_ := aims_beside(full, self.own))
        ):
            return pairs_
        aims = row.table and self.own.section.owner == "targets" and _listed_aim(full)
        return list(targets_in(full[-1], self.own)) if aims else None

    def _in_sentences(self, slot: Slot) -> list[Entry]:
        """What a lone line tells of the unit or person of the section, or of those it names."""
        told = self.labelled.sentences(self.own.section, slot)
        return told or self.labelled.introduced(slot) or self.labelled.told_on(slot)

    def _unit(self, at: int) -> None:
        """Remembers the unit a caption states; it holds for its own table alone."""
        row = self.rows[at]
        before = self.rows[at - 1] if at else None
        text = "".join(slot.folded for slot in row.full)
        named = "单位" in text or (len(row.full) == 1 and _IN_UNIT.search(text))
        stated = money.unit_of(text) if len(row.full) <= 2 and named else None
        left = before is not None and before.table and not row.table
        elsewhere = before is not None and before.table and row.opens and before.leaf is row.leaf
        if before is not None and before.opens and len(before.full) == 1:
            elsewhere = False  # a table of one cell is the heading of the next
        if stated:
            self.caption = stated
        elif left or elsewhere:
            self.caption = ""
        self.units.append(self.caption or self.everywhere)

    def _beside_table(self, at: int, slots: Sequence[Slot]) -> bool:
        """Whether a section label runs down the left of a whole row table, header and all."""
        row, side = self.rows[at], slots[0]
        if not side.first:
            return self.side == (row.table, side.folded)
        if side.tall < 3 or side.tall <= max(slot.tall for slot in slots[1:]):
            return False
        return header(self.rows, at, slots[1:], None, self.noisy) is not None

    def _two_storeys(self, at: int, slots: Sequence[Slot]) -> bool:
        """Whether the row is the upper one of a header whose first column is its own."""
        upper = slots[0].tall == 2 and not slots[0].folded[-1:].isdigit()
        found = header(self.rows, at, slots, None, self.noisy) if upper else None
        return found is not None and found.depth == 2 and bool(found.columns[0].field)

    def _without_side(self, at: int) -> list[Slot]:
        """The row without section labels that run down its left edge."""
        row = self.rows[at]
        slots = list(row.slots)
        if len(slots) > 2 and slots[0].tall > 1 and self._beside_table(at, slots):
            label = match(slots[0].text, self.noisy)
            if label and label.owner and slots[0].first:
                self.own.enter(label)
                self.tables.title = slots[0]
            self.side = (row.table, slots[0].folded)
            slots = slots[1:]
        while len(slots) > 1 and slots[0].tall > 1:
            if not slots[0].first and self.spanning == (row.table, slots[0].folded):
                slots = slots[1:]
                continue
            if (
                len(slots) == 2
                or self.tables.has_column(row, slots[0])
                or self._two_storeys(at, slots)
            ):
                break
            label = match(slots[0].text, self.noisy) or _listed_person(slots[0])
            rest = [slot for slot in slots[1:] if slot.text.strip()]
            following = likely(rest[0].text, self.noisy) if rest else None
            names = label is not None and label.heads
            column = label is not None and not set(label.fields) & {"unit", "person", "project"}
            asks = following is not None and bool(following.fields)
            asks = asks and not all(match(slot.text, self.noisy) for slot in rest)
            if not names and (following is None or (label is not None and not (column and asks))):
                break
            runs = (
                label is not None and not slots[0].first and self.own.section.owner == label.owner
            )
            if names and following is None and self.tables.header is None and not runs:
                break
            if label and slots[0].first:
                self._side_entered(label, slots[0], following, names)
            self.spanning = (row.table, slots[0].folded)
            slots = slots[1:]
        return slots

    def _side_entered(self, label: Label, slot: Slot, following: Label | None, names: bool) -> None:
        """What a label at the left edge says of the rows beside it: whose they are, the unit."""
        if names:
            self.own.enter(_of_persons(label, following))
            self.tables.title = slot
        self.caption = label.unit or self.caption
        self.units[-1] = self.caption or self.everywhere

    def _heading(self, slot: Slot, row: Row) -> bool:
        """Enters a section if the slot is its heading."""
        text = slot.text.strip()
        label = match(text, self.noisy)
        if label and label.owner and _PERSON_SECTION.search(text):
            label = replace(label, fields={}, heading=True)  # 简历 is a field of other forms
        if label is None and _NUMBERED.match(text) and (owner := nearest_owner(bare_heading(text))):
            label = Label({}, owner, heading=True, unit=money_unit(text), sureness=NEARLY)
        if label and not label.owner and _style(text) and (owner := _headed(_said(text))):
            label = replace(label, owner=owner, fields={}, heading=True)  # 〖8〗费用构成
        style = _style(text)
        opens = label is None or (not label.heads and text[0] in "【〖")
        if opens and style and style == self.style and len(slot.folded) <= _SHORT:
            self.own.leave()
            self.tables.close()
        if label is None or not label.heads or label.year:
            return False
        if text.endswith((":", "：")) and not (label.heading or row.table or label.unit):
            return False
        self.own.enter(label)
        self.style = style
        self.tables.close()
        self.tables.title = slot
        if label.unit:
            self.caption = label.unit
            self.units[-1] = label.unit
        return True

    def _text(self, slot: Slot, row: Row) -> Iterator[Entry]:
        """A lone slot: dates of signing, figures and targets in prose."""
        yield from (*project_in(slot), *funds_in(slot))
        yield from economy.in_prose(slot, unit=self.caption or self.everywhere)
        if self._aims(slot, row):
            yield from targets_in(slot, self.own)
        if self.own.section.owner == "budget" and not row.table:
            yield from costs_in(slot, self.own, self.caption or self.everywhere)
        if self.own.section.owner == "opinion":
            return
        found = [hit for hit in dates.find_all(slot.text) if len(hit.value) == 10]
        alone = len(found) == 1 and len(slot.folded) <= 24 and not pairs(slot, self.noisy)
        signed = self.own.section.owner == "commitment" or bool(_SIGNED.search(slot.folded))
        alone = alone and not _OTHER_DAY.search(slot.folded)
        if found and (alone or (signed and row.table)):
            part = slot.cut(found[-1].start, found[-1].end)
            yield Entry(("applied_on",), part, part.text, "", 0.85 if signed else 0.75, "pattern")

    def _aims(self, slot: Slot, row: Row) -> bool:
        """Whether a lone slot tells targets: by its section, its words, or as one of several."""
        if self.own.section.owner == "targets" or _AIMS.search(slot.folded):
            return True
        if row.table or self.own.section.owner in _TOLD_OTHERWISE or spends(slot.text):
            return False
        at = len(self.units) - 1
        near = [r.full[0].text for r in self.rows[max(0, at - 2) : at + 3] if len(r.full) == 1]
        return aims_told(slot.text) > 0 and sum(map(aims_told, near)) >= _SEVERAL

    def _stamped(self, row: Row, full: Sequence[Slot]) -> Entry | None:
        """The date beside the place for the applicant's seal, whatever it is called there."""
        text = "".join(slot.folded for slot in full)
        place = _SEAL_HERE.search(text)
        if row.table or place is None or len(text) > 60 or self.own.section.owner == "opinion":
            return None
        found = [
            (slot, hit)
            for slot in full
            for hit in dates.find_all(slot.text)
            if len(hit.value) == 10
        ]
        if len(found) != 1:
            return None
        slot, hit = found[0]
        asked = _ASKS.search(slot.folded[: slot.folded.find(fold(slot.text[hit.start : hit.end]))])
        known = match(asked[0]) if asked else None
        if known and known.fields.get("project") in {"applied_on", "signed_on"}:
            return None  # its own label says so
        part = slot.cut(hit.start, hit.end)
        return Entry(("applied_on",), part, part.text, "", 0.85, "pattern")


def _listed_aim(full: Sequence[Slot]) -> bool:
    """``1 | 申请发明专利 10 件``: a row whose last cell tells a target, behind its number."""
    counts = len(full) == 1 or (len(full) == 2 and full[0].folded.isdigit())
    return counts and aims_told(full[-1].text) > 0


def _headed(said: str) -> str:
    """Whose section a numbered heading opens: also one word that labels use for other things."""
    return (
        "budget"
        if re.fullmatch(r"(?:攻关|科研|项目|研发|专项)?(?:经费|资金|费用)", said)
        else headed(said)
    )


def _said(text: str) -> str:
    """A heading's words, without its number and what stands in brackets behind them."""
    return re.sub(r"[(].*", "", fold(_NUMBERED.sub("", text, count=1))).strip("〗】]:")


def _style(text: str) -> str:
    """How a heading is numbered, its figures as ``#``; empty for one without a number."""
    found = _NUMBERED.match(text)
    return re.sub(r"[一二三四五六七八九十\d]+", "#", found[0]).strip() if found else ""


def _listed_person(slot: Slot) -> Label | None:
    """``研发人才2``: an unheard label with a number at its end, by what it is nearest to."""
    counted = re.fullmatch(r"(\D{2,10})(\d{1,2})", slot.folded)
    owner = nearest_owner(counted[1]) if counted else ""
    many = owner and counted and OWNERS[owner].many
    return Label({}, owner, int(counted[2]), sureness=NEARLY) if many and counted else None


def _of_persons(label: Label, following: Label | None) -> Label:
    """``成员1`` before 姓名 is one of the team, before 名称 one of the units."""
    asked = following.fields if following else {}
    if label.owner == "members" and "person" in asked and "unit" not in asked:
        return replace(label, owner="team")
    return label


def _stated_everywhere(rows: Sequence[Row]) -> str:
    """A unit that the instructions state for the whole form, or an empty string."""
    for row in rows:
        for slot in row.full:
            match_ = None if row.table else _EVERYWHERE.search(slot.folded)
            if match_ and len(slot.folded) > 14 and "本" in slot.folded[: match_.end()]:
                return money.unit_of(slot.folded[match_.start() :]) or ""
    return ""
