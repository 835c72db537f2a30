"""申报注册地与证照住所一致."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.places import covers, declared_district, district_of
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import differs
from docint.types.case import Case
from docint.types.finding import Outcome

CODE = "district-mismatch"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for unit in subjects(case).units:
        if case.declared.get(*unit.path, "district"):
            yield _compared(case, unit)


def _compared(case: Case, unit: Unit) -> Outcome:
    said = declared_district(case, unit)
    found = [x for d in unit.identity if (x := district_of(case, d))]
    if said is None or not found:
        what = "申报的注册地未能归入行政区划" if said is None else "证照住所未写明所在区或未见证照"
        settled = "申报书补填注册地" if said is None else "营业执照或法人证书"
        return unknown(CODE, unit.label, f"{what}，无从比对。", settled_by=settled)
    fits = [covers(said.code, x.code) or covers(x.code, said.code) for x in found]
    if any(fits):
        match = found[fits.index(True)]
        return passed(
            CODE, unit.label, "申报注册地与证照住所相符。", match.exhibit, declared=said.exhibit
        )
    return failed(
        CODE, unit.label, differs(case, found[0].exhibit, said.exhibit, "住所"),
        found[0].exhibit, declared=said.exhibit,
        innocent=("住所变更后申报书或证照尚未更新", "填报了实际经营地"),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="申报的注册地与证照住所一致",
    run=_run,
    parameters={},
    standing=True,
)
