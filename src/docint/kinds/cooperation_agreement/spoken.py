"""Parties and their work as sentences tell them, where no label, table or signature names any.

The trained pipeline finds the units, patterns what is said of them. It is a help to see what would
be missed, so nothing of it is ever sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from docint.extract.clauses import Prose
from docint.extract.entities import SUREST, Entity, available, entities
from docint.extract.relations import Relation, relations
from docint.kinds.cooperation_agreement.party import Party, role_of
from docint.kinds.cooperation_agreement.roles import with_roles
from docint.types.fact import Fact, Path
from docint.values.names import same
from docint.values.text import tidy


def spoken(text: Prose) -> Iterator[Fact]:
    """Names, roles and work of the units that play a part or bear work, if two or more do."""
    if not available():
        return
    said = [r for r in relations(text.text, entities(text.text)) if r.who.label == "ORG"]
    units = _units(said)
    if len(units) < 2:
        return
    sides = with_roles(text, [Party("", unit.text, ((unit.start, unit.end),)) for unit in units])
    roles = [_role(said, unit) or _ruled(side) for unit, side in zip(units, sides, strict=True)]
    alone = sum(role is not None and role[0] == "lead" for role in roles) == 1
    for n, (unit, role) in enumerate(zip(units, roles, strict=True)):
        yield _fact(text, ("parties", n, "name"), tidy(text.quote(unit.start, unit.end)), unit)
        if role is not None:
            yield _fact(text, ("parties", n, "role"), *role)
        elif alone:  # one leads, so whoever works beside it takes part
            yield _fact(text, ("parties", n, "role"), "participant", unit)
    work = [r for r in said if r.name == "does" and len(r.what) >= 6]
    for n, share in enumerate(work):
        name = tidy(text.quote(share.who.start, share.who.end))
        words = tidy(text.quote(share.start, share.end)).strip("，；、：")
        yield _fact(text, ("rd_division", n, "party"), name, share.who)
        yield _fact(text, ("rd_division", n, "text"), words, share)


def _units(said: list[Relation]) -> list[Entity]:
    """Units that play a part in the text or bear work, each once, where they are first named."""
    units: list[Entity] = []
    for relation in said:
        bears = relation.name == "does" or (relation.name == "plays" and role_of(relation.what))
        if bears and not any(same(relation.who.text, unit.text) for unit in units):
            units.append(relation.who)
    return units


def _role(said: list[Relation], unit: Entity) -> tuple[str, Relation | tuple[int, int]] | None:
    """The first role that a sentence gives a unit, and where."""
    own = (r for r in said if r.name == "plays" and same(r.who.text, unit.text))
    for relation in own:
        if (role := role_of(relation.what)) in {"lead", "participant"}:
            return role, relation
    return None


def _ruled(side: Party) -> tuple[str, tuple[int, int]] | None:
    """The role that a pattern found, and where."""
    return (side.role, side.role_at) if side.role and side.role_at else None


def _fact(text: Prose, path: Path, value: str, at: Entity | Relation | tuple[int, int]) -> Fact:
    span = at if isinstance(at, tuple) else (at.start, at.end)
    return text.fact(path, value, *span, method="entities", certainty=SUREST, doubtful=True)
