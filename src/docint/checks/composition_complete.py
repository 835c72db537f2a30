"""组成单位类别齐全: one unit fills one place, so places and units are matched.

A place is filled for sure by what a unit's code and name show; by claim alone, or by what a unit
may be, it is unknown; where no unit can fill it, the kind is absent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.kinds import SIZES, claimed, disproved, possible, shown
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.subjects import Unit, subjects
from docint.types.case import Case
from docint.types.finding import Decides, Outcome

CODE = "composition-incomplete"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    slots = parameters["slots"]
    units = [unit for unit in subjects(case).consortium if unit.name]
    if not units:
        reason = "申报书未载明组成单位。"
        yield unknown(CODE, "组成单位", reason, settled_by="申请表")
        return
    places = [slot for slot in slots for _ in range(slot.get("count", 1))]
    sure = matched(places, units, lambda unit, slot: bool(_sure(unit) & set(slot["kinds"])))
    said = matched(places, units, lambda unit, slot: bool(_said(unit) & set(slot["kinds"])), sure)
    # an applicant that is no member may yet have been meant as one
    outsider = subjects(case).outsider
    everyone = [*units, *([outsider] if outsider else [])]
    maybe = matched(
        places, everyone, lambda unit, slot: bool(possible(unit) & set(slot["kinds"])), said
    )
    for slot in slots:
        numbers = [n for n, place in enumerate(places) if place is slot]
        yield _of(slot, numbers, sure, said, maybe, everyone)


def _sure(unit: Unit) -> frozenset[str]:
    """Kinds that need no further proof: shown by the name, and not contradicted by the form."""
    kinds = shown(unit)
    if unit.kind in ("tech-service", "park", "research-institute", "district-association"):
        # these are what a unit does, not what it is registered as: the form's word is all there is
        kinds |= {unit.kind} if not disproved(unit, unit.kind) else set()
    if kinds & {"city-society", "national-society"}:
        kinds |= {"tech-service"}
    return frozenset(kinds - SIZES)


def _said(unit: Unit) -> frozenset[str]:
    return _sure(unit) | frozenset(k for k in claimed(unit) if not disproved(unit, k))


def matched(
    places: Sequence[Mapping[str, Any]],
    units: Sequence[Unit],
    fits: Callable[[Unit, Mapping[str, Any]], bool],
    start: Mapping[int, int] | None = None,
) -> dict[int, int]:
    """A largest matching of places to units (by number), grown from a smaller one by augmenting."""
    taken = {unit: place for place, unit in (start or {}).items()}

    def place_one(place: int, tried: set[int]) -> bool:
        for number, unit in enumerate(units):
            if number in tried or not fits(unit, places[place]):
                continue
            tried.add(number)
            if number not in taken or place_one(taken[number], tried):
                taken[number] = place
                return True
        return False

    for place in range(len(places)):
        if place not in taken.values():
            place_one(place, set())
    return {place: unit for unit, place in taken.items()}


def _of(
    slot: Mapping[str, Any],
    numbers: Sequence[int],
    sure: Mapping[int, int],
    said: Mapping[int, int],
    maybe: Mapping[int, int],
    units: Sequence[Unit],
) -> Outcome:
    title, count = slot["title"], len(numbers)
    filled = [units[maybe[n]] for n in numbers if n in maybe]
    names = "、".join(unit.label for unit in filled)
    shown_names = tuple(unit.name for unit in filled if unit.name)
    if all(n in sure for n in numbers):
        names = "、".join(units[sure[n]].label for n in numbers)
        return passed(CODE, title, f"{title}：{names}。", *shown_names)
    settled = slot.get("proof", f"证明单位属于{title}的材料")
    proof = Decides(True, turns_at=f"{names}经证明属于{title}")
    if all(n in said for n in numbers):
        reason = f"{title}：申报为{names}，所交材料未能证明其类别。"
        return unknown(CODE, title, reason, *shown_names, settled_by=settled, decides=proof)
    if all(n in maybe for n in numbers):
        reason = f"申报书未写明何者为{title}，{names}可能属于此类。"
        return unknown(CODE, title, reason, *shown_names, settled_by=settled, decides=proof)
    have = f"，仅有{len(filled)}家（{names}）" if filled else ""
    reason = f"规定至少有{count}家{title}，申报的组成单位中未见足够的此类单位{have}。"
    return failed(
        CODE, title, reason, *shown_names,
        decides=Decides(
            True, f"{len(filled) - count} 家", f"另有{count - len(filled)}家{title}作为组成单位"
        ),
        innocent=("单位类别填写有误", "一家单位兼有多种身份"),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="组成单位的类别齐全",
    run=_run,
    parameters={
        "slots": Parameter(
            list,
            "规定的类别：title 名称，kinds 可充任的单位类别，count 家数，proof 何种材料可以证明",
            fits=fitting.slots,
        ),
    },
)
