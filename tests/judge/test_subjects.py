"""Which paper is whose: by code, by name, by number."""

from __future__ import annotations

from typing import Any

import pytest

from docint.judge.subjects import Subjects, of_whom, subjects
from tests.judge.papers import case

CODE, OTHER = "91440300945807305K", "91440300215736816U"
NUMBER, SECOND = "440304197205200037", "440304198001010033"


def who(declared: dict[str, Any], **documents: dict[str, Any]) -> Subjects:
    return subjects(case({"declared": declared, "documents": documents}))


def licence(**facts: str) -> dict[str, Any]:
    return {"kind": "business-license", "facts": facts}


def contract(**facts: str) -> dict[str, Any]:
    return {"kind": "labor-contract", "facts": facts}


def ids(documents: tuple[Any, ...]) -> list[str]:
    return [document.id for document in documents]


def test_a_code_goes_before_a_name() -> None:
    found = who(
        {
            "lead": {"name": "甲科技有限公司", "uscc": CODE},
            "members": [{"name": "乙材料有限公司", "uscc": OTHER}],
        },
        a=licence(name="乙材料有限公司", uscc=CODE),
    )
    assert found.lead
    assert ids(found.lead.documents) == ["a"]
    assert found.participants[0].documents == ()


def test_a_name_of_identical_parts_serves_where_no_code_fits() -> None:
    found = who(
        {"lead": {"name": "云衡（深圳）科技有限公司"}}, a=licence(name="云衡(深圳)科技有限公司")
    )
    assert found.lead
    assert ids(found.lead.identity) == ["a"]


def test_a_lone_licence_of_nobody_is_the_leads_candidate() -> None:
    found = who(
        {"lead": {"name": "甲科技有限公司", "uscc": CODE}},
        a=licence(name="丙能源有限公司", uscc=OTHER),
    )
    assert found.lead
    assert ids(found.lead.identity) == ["a"]


def test_two_licences_of_nobody_are_nobodys() -> None:
    found = who(
        {"lead": {"name": "甲科技有限公司"}},
        a=licence(name="丙能源有限公司"),
        b=licence(name="丁仪器有限公司"),
    )
    assert found.lead
    assert found.lead.documents == ()
    assert ids(found.strangers) == ["a", "b"]


def test_a_licence_of_nobody_is_not_the_leads_where_it_has_one() -> None:
    found = who(
        {"lead": {"name": "甲科技有限公司"}},
        a=licence(name="甲科技有限公司"),
        b=licence(name="丁仪器有限公司"),
    )
    assert found.lead
    assert ids(found.lead.identity) == ["a"]


def test_the_audit_firms_licence_in_an_annex_is_nobodys() -> None:
    annex = {**licence(name="某会计师事务所"), "annex_of": "r"}
    found = who({"lead": {"name": "甲科技有限公司"}}, r={"kind": "audit-report"}, a=annex)
    assert found.lead
    assert found.lead.identity == ()


def test_a_lead_listed_again_among_the_members_is_one_unit() -> None:
    found = who(
        {
            "lead": {"name": "甲科技有限公司", "uscc": CODE},
            "members": [{"name": "甲科技有限公司", "uscc": CODE}, {"name": "乙材料有限公司"}],
        }
    )
    assert [unit.label for unit in found.consortium] == ["甲科技有限公司", "乙材料有限公司"]


def test_an_applicant_that_leads_has_the_same_papers() -> None:
    unit = {"name": "甲科技有限公司", "uscc": CODE}
    found = who({"applicant": unit, "lead": unit}, a=licence(uscc=CODE))
    assert found.applicant
    assert found.lead
    assert ids(found.applicant.identity) == ids(found.lead.identity) == ["a"]
    assert found.outsider is None


def test_a_person_is_known_by_number_even_under_another_name() -> None:
    found = who(
        {"chief_engineer": {"name": "韩启林", "id_number": NUMBER}},
        a=contract(employee="韩启临", id_number=NUMBER),
    )
    assert found.chief_engineer
    assert ids(found.chief_engineer.documents) == ["a"]


def test_a_masked_number_fits_the_whole_one() -> None:
    found = who(
        {"chief_engineer": {"name": "韩启林", "id_number": NUMBER}},
        a=contract(employee="韩启林", id_number="4403**********0037"),
    )
    assert found.chief_engineer
    assert ids(found.chief_engineer.documents) == ["a"]


def test_one_name_with_another_number_is_doubtful() -> None:
    found = who(
        {"chief_engineer": {"name": "韩启林", "id_number": NUMBER}},
        a=contract(employee="韩启林", id_number=SECOND),
    )
    assert found.chief_engineer
    assert found.chief_engineer.documents == ()
    assert ids(found.chief_engineer.doubtful) == ["a"]


def test_of_namesakes_the_employer_tells() -> None:
    found = who(
        {"team": [{"name": "韩启林", "employer": "甲科技有限公司"}]},
        a=contract(employee="韩启林", id_number=NUMBER, employer="甲科技有限公司"),
        b=contract(employee="韩启林", id_number=SECOND, employer="乙材料有限公司"),
    )
    assert ids(found.persons[0].documents) == ["a"]
    assert ids(found.persons[0].doubtful) == ["b"]


def test_without_a_namesake_the_name_is_enough() -> None:
    found = who(
        {"chief_engineer": {"name": "韩启林", "employer": "甲科技有限公司"}},
        a=contract(employee="韩启林", employer="乙材料有限公司"),
    )
    assert found.chief_engineer
    assert ids(found.chief_engineer.documents) == ["a"]


@pytest.mark.parametrize(
    ("whose", "labels"),
    [
        ("lead", ["甲科技有限公司"]),
        ("participants", ["乙材料有限公司"]),
        ("members", ["甲科技有限公司", "乙材料有限公司"]),
        ("applicant", ["申报单位"]),
    ],
)
def test_whose_a_rule_means(whose: str, labels: list[str]) -> None:
    given = {"lead": {"name": "甲科技有限公司"}, "members": [{"name": "乙材料有限公司"}]}
    assert [unit.label for unit in of_whom(case({"declared": given}), whose)] == labels


def test_an_undeclared_lead_is_still_asked_after() -> None:
    assert [unit.label for unit in of_whom(case({}), "lead")] == ["牵头单位"]


def test_a_unit_is_called_by_its_registered_name_too_where_the_declared_one_is_another() -> None:
    given = case(
        {
            "declared": {"lead": {"name": "北京衡泉科技有限公司", "uscc": "91440300945807305K"}},
            "documents": {
                "l": {
                    "kind": "business-license",
                    "facts": {"name": "北京衡泉半导体有限公司", "uscc": "91440300945807305K"},
                }
            },
        }
    )
    (lead,) = subjects(given).units
    assert lead.label == "北京衡泉科技有限公司（证照名称：北京衡泉半导体有限公司）"


def test_a_licence_is_the_leads_by_name_though_the_applicant_has_its_code() -> None:
    name = "北京衡泉科技有限公司"
    given = case(
        {
            "declared": {
                "applicant": {"name": name, "uscc": CODE},
                "lead": {"name": name, "uscc": OTHER},
            },
            "documents": {"l": {"kind": "business-license", "facts": {"name": name, "uscc": CODE}}},
        }
    )
    assert all(unit.identity for unit in subjects(given).units)
