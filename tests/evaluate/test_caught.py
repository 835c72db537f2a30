from __future__ import annotations

from typing import Any

from docint.evaluate.caught import caught

CODE = "91440300836934292T"


def gold(declared: str, printed: str) -> dict[str, Any]:
    licence = {"uscc": {"value": CODE}, "name": {"value": printed}}
    return {
        "declared": {"lead": {"name": declared, "uscc": CODE}},
        "documents": [{"type": "business-license", "facts": licence}],
        "planted": [{"code": "wrong-document", "subject": printed}],
    }


def report(subject: str) -> dict[str, Any]:
    return {"findings": [{"code": "wrong-document", "subject": subject, "severity": "medium"}]}


def test_a_unit_declared_under_another_name_is_the_same_unit() -> None:
    found = caught(report("信用报告（昀恒公司）"), gold("昀恒公司", "昀图公司"))
    assert (len(found.named), found.beside) == (1, ())


def test_another_units_finding_names_nothing_planted() -> None:
    found = caught(report("信用报告（玄扑公司）"), gold("昀恒公司", "昀图公司"))
    assert len(found.overlooked) == len(found.beside) == 1
