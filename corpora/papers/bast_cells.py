"""Cells of forms of the Beijing programs: facts that a group shares, amounts, targets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from corpora.blocks import (
    ABOVE,
    Inline,
    Parts,
    Shown,
)
from corpora.papers import form
from corpora.papers.bast_parts import Sheet

Cells = tuple[Inline, ...]


def gathered(many: Sequence[dict[str, Any]], key: str) -> list[list[dict[str, Any]]]:
    """Units or people of one kind together, kinds in the order in which they come up."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in many:
        groups.setdefault(one[key], []).append(one)
    return list(groups.values())


def shared(list_: str, first: int, group: Sequence[dict[str, Any]], key: str) -> Inline:
    """What is printed once for the whole group, whose first stands at this place of the list."""
    said = group[0][key]
    text = form.KINDS.get(said, "其他") if key == "kind" else said
    value, at = (said if key == "kind" else None), f"{list_}.{first}.{key}"
    more = (Shown(f"{list_}.{first + n}.{key}", text, value, at) for n in range(1, len(group)))
    return Parts((Shown(at, text, value), *more))


def merged(list_: str, many: Sequence[dict[str, Any]], key: str, *others: str) -> list[Cells]:
    """Rows whose first cell is that of a whole group, then a number, then the other columns."""
    made: list[Cells] = []
    for group in gathered(many, key):
        said = shared(list_, len(made), group, key)
        for n, one in enumerate(group):
            at, number = f"{list_}.{len(made)}.", str(len(made) + 1)
            cells = (cell(at + other, one[other]) for other in others)
            made.append((ABOVE if n else said, number, *cells))
    return made


def cell(path: str, said: str) -> Shown:
    """A fact of a member: its role and kind in words."""
    if path.endswith(".role"):
        return Shown(path, "牵头单位" if said == "lead" else "参与单位", said)
    return (
        Shown(path, form.KINDS.get(said, "其他"), said)
        if path.endswith(".kind")
        else Shown(path, said)
    )


def item_of(sheet: Sheet, n: int) -> Shown:
    """What a line of the budget is for."""
    return Shown(f"budget.{n}.item", sheet.world.budget[n][0])


def yuan_of(path: str, amount: Decimal, form_: str = "{:,.2f}") -> Shown:
    """An amount in yuan."""
    return Shown(path, form_.format(amount), f"{amount:.2f}")


def whole_of(sheet: Sheet) -> Decimal:
    """The budget's sum."""
    return sum((amount for _, amount in sheet.world.budget), Decimal(0))


def target(sheet: Sheet, n: int) -> tuple[Shown, Shown, Shown]:
    """Item, number and unit of a target."""
    item, number, unit = sheet.world.targets[n]
    at = f"targets.{n}."
    return (
        Shown(at + "item", item),
        Shown(at + "number", str(number), number),
        Shown(at + "unit", unit),
    )
