"""成员之间不存在隶属关系: a named 举办单位, shareholder or 母公司 that is itself a member."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.passages import passage
from docint.judge.proof import stated, text
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import place
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.values.names import same
from docint.values.text import fold

CODE = "affiliated-members"
_ABOVE = re.compile(
    r"(?:母公司|控股股东|实际控制人|最终控制方|举办单位|出资人|全资股东|主管部门|上级单位|投资方)"
)
_NEAR = 20
"""Characters between the word and the name it introduces."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    units = [unit for unit in subjects(case).consortium if unit.name]
    found = False
    for unit in units:
        for other in units:
            outcome = _of(case, unit, other) if unit is not other else None
            if outcome:
                found = True
                yield outcome
    if not found and any(unit.documents for unit in units):
        yield passed(CODE, "全体成员", "所交材料中未见成员之间存在隶属关系的记载。")
    elif not found and len(units) > 1:
        reason = "所交材料未载各成员单位的举办单位、股东或上级单位，不能判断有无隶属关系。"
        settled = "各成员单位的股东或举办单位信息（国家企业信用信息公示系统可查）"
        yield unknown(CODE, "全体成员", reason, settled_by=settled)


def _of(case: Case, unit: Unit, other: Unit) -> Outcome | None:
    for document in unit.identity:
        for key in ("organizer", "supervisor"):
            named = stated(case, document, key)
            answer = same(text(named), text(other.name)) if named else False
            if named and answer is not False:
                return _belongs(case, unit, other, named, certain=answer is True)
    for document in unit.of_kind("audit-report"):
        line = _named_above(document, text(other.name))
        if line:
            return _belongs(case, unit, other, line, certain=True)
    return None


def _belongs(case: Case, unit: Unit, other: Unit, shown: Exhibit, *, certain: bool) -> Outcome:
    subject = f"{unit.label}与{other.label}"
    said = shown.fact.raw.strip()[:60]
    reason = f"{place(case, shown)}载明“{said}”，其中“{other.label}”亦为成员单位。"
    if not certain:
        reason += "名称形近，可能为识别误差。"
        return unknown(CODE, subject, reason, shown, settled_by="举办或出资关系证明")
    return failed(
        CODE, subject, reason, shown, declared=other.name,
        innocent=("出资关系已变更", "业务指导而非隶属关系"),
    )  # fmt: skip


def _named_above(document: Document, name: str) -> Exhibit | None:
    """The line that names a unit as this one's parent (母公司为某公司)."""
    wanted = fold(name)
    for leaf in document.leaves:
        for line in leaf.page.lines:
            folded = fold(line.text)
            at = folded.find(wanted)
            if at < 0 or not _ABOVE.search(folded[max(0, at - _NEAR) : at]):
                continue
            return passage(document, leaf, line)
    return None


check = Check(
    codes=(CODE,),
    statement="成员单位之间不存在隶属关系",
    run=_run,
    parameters={},
)
