"""只能由专家判断的条款: never judged; the passages of the bundle that bear on it are laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.kinds import possible
from docint.judge.passages import passages
from docint.judge.proof import text
from docint.judge.subjects import Unit, subjects
from docint.types.case import Case
from docint.types.finding import Outcome
from docint.values.text import fold


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    words: Sequence[str] = parameters.get("words", ())
    units = _units(case, parameters.get("units", ()))
    names = [text(unit.name) for unit in units]
    found = passages(case, words, names)
    reason = "本条由专家评议，系统不作判断。"
    if parameters.get("units"):
        reason += f"所涉单位：{'、'.join(names) or '申报未列'}。"
    held = {word for word in words for x in found if fold(word) in fold(x.fact.raw)}
    if words and held:
        reason += f"所交材料中有关的段落见证据（按“{'、'.join(words)}”查找）。"
    elif words:
        reason += f"所交材料中未见含“{'、'.join(words)}”的段落。"
    if found and not held:
        reason += "提到所涉单位的段落见证据。"
    shown = tuple(unit.name for unit in units if unit.name)
    yield Outcome(parameters["code"], "expert", "所交材料", reason, None, (*found, *shown))


def _units(case: Case, kinds: Sequence[str]) -> list[Unit]:
    """Declared units that may be of these kinds."""
    wanted = set(kinds)
    return [u for u in subjects(case).consortium if u.name and possible(u) & wanted]


check = Check(
    codes=("expert",),
    statement="由专家评议的条款附有可供评议的段落",
    run=_run,
    parameters={
        "code": Parameter(str, "该评议事项的代码"),
        "words": Parameter(list, "查找段落所用的词", False),
        "units": Parameter(list, "所涉单位的类别，其名称亦作查找之用", False),
    },
)
