"""具有独立法人资格: by the licence's 类型 and the code's category, not by the name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import stated, text
from docint.judge.subjects import Unit, of_whom
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values.ids import uscc as codes

CODE = "not-legal-person"
# 分公司 is printed inside types such as 有限责任公司分公司(自然人独资), so it is looked for first
_NOT = re.compile(r"分公司|分支机构|分店|办事处|合伙|个人独资企业|个体工商户|个体户")
_IS = re.compile(
    r"有限责任|股份有限|有限公司|全民所有制|集体所有制|国有独资|法人|独资经营|合资|合作社|独资"
)
_BRANCH_NAME = re.compile(r"(分公司|办事处|（有限合伙）|（普通合伙）)$")
_CATEGORIES = {"11": True, "12": True, "52": True, "53": True, "93": True, "92": False}


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    for unit in of_whom(case, parameters["whose"]):
        yield _of(case, unit, tuple(parameters.get("doubtful", ())))


def _of(case: Case, unit: Unit, doubtful: tuple[str, ...]) -> Outcome:
    exhibits = _evidence(case, unit)
    for exhibit in exhibits:
        is_one = _reads(exhibit, doubtful)
        if is_one is True:
            return passed(CODE, unit.label, f"{says(case, exhibit)}，具有法人资格。", exhibit)
        if is_one is False:
            reason = f"{says(case, exhibit)}，此类主体不具有独立法人资格。"
            return failed(
                CODE, unit.label, reason, exhibit, innocent=("所交为下属机构证照，法人证照另有",)
            )
    settled = "营业执照或事业单位法人证书" if not unit.identity else "登记机关出具的主体类型证明"
    reason = "证照未载明主体类型，或该类主体是否属于所称“法人机构”须由主管部门认定。"
    return unknown(
        CODE,
        unit.label,
        reason if unit.identity else f"未见{unit.label}的证照，主体类型无从核对。",
        *exhibits,
        settled_by=settled,
    )


def _evidence(case: Case, unit: Unit) -> tuple[Exhibit, ...]:
    facts = (
        stated(case, document, key)
        for key in ("entity_type", "uscc", "name")
        for document in unit.identity
    )
    return tuple(exhibit for exhibit in facts if exhibit)


def _reads(exhibit: Exhibit, doubtful: tuple[str, ...]) -> bool | None:
    """True or False where the printed value says it; None where it does not."""
    key, value = exhibit.fact.path[-1], text(exhibit)
    if key == "entity_type":
        return False if _NOT.search(value) else True if _IS.search(value) else None
    if key == "uscc":
        if not codes.valid(value) or value[:2] in doubtful:
            return None
        return True if value[:2] == "51" else _CATEGORIES.get(value[:2])
    if _BRANCH_NAME.search(value):
        return False
    return True if value.endswith(("有限公司", "有限责任公司")) else None


check = Check(
    codes=(CODE,),
    statement="单位具有独立法人资格",
    run=_run,
    parameters={
        "whose": Parameter(
            str,
            "何单位：lead 牵头单位，participants 参与单位，members 全体成员",
            fits=fitting.one_of("lead", "participants", "members"),
        ),
        "doubtful": Parameter(list, "是否算作法人机构须由主管部门认定的代码类别，如 51", False),
    },
)
