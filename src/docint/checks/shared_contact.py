"""成员单位的联系方式各不相同, beyond what one coordinator explains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed
from docint.judge.proof import declared, text
from docint.judge.subjects import Unit, subjects
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome

CODE = "shared-contact"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    holders: dict[str, list[tuple[Unit, Exhibit]]] = {}
    for unit in subjects(case).consortium:
        for key in ("phone", "email"):
            said = declared(case, *unit.path, key)
            if said:
                holders.setdefault(_key(text(said)), []).append((unit, said))
    groups = [group for group in holders.values() if len(group) > 1]
    # one group that holds the lead is the coordinator whom all members may name
    beyond = [g for g in groups if not _coordinator(g)] or (groups if _several(groups) else [])
    for group in beyond:
        names = "、".join(unit.label for unit, _ in group)
        reason = f"{names}填报了相同的联系方式。"
        yield failed(
            CODE, names, reason, *(x for _, x in group), innocent=("由同一联络人代办", "填报笔误")
        )
    if holders and not beyond:
        yield passed(CODE, "全体成员", "各成员单位的联系方式未见异常相同。")


def _key(contact: str) -> str:
    return contact.strip().lower() if "@" in contact else re.sub(r"\D", "", contact)


def _coordinator(group: list[tuple[Unit, Exhibit]]) -> bool:
    return any(unit.role == "lead" for unit, _ in group)


def _several(groups: list[list[tuple[Unit, Exhibit]]]) -> bool:
    """Whether the lead shares different numbers with different members."""
    members = {tuple(sorted(unit.label for unit, _ in group)) for group in groups}
    return len(members) > 1


check = Check(
    codes=(CODE,),
    statement="成员单位的联系方式各不相同",
    run=_run,
    parameters={},
    standing=True,
)
