"""``application.json``: plain leaves become facts; what is wrong is left out."""

from __future__ import annotations

from typing import Any

from docint.kinds.application_form.record import wrong
from docint.types.document import Document, Leaf
from docint.types.reading import Page
from tests.kinds.application_form.paper import facts_of, values


def _given(data: dict[str, Any]) -> Document:
    page = Page(1, 0, 0, "json", "json")
    return Document(
        "d1", "application-form", 1.0, (Leaf("0" * 64, "application.json", page),), (), data
    )


def test_every_key_of_the_contract_is_read() -> None:
    data = {
        "program": "futian-2023",
        "applied_on": "2024-03-15",
        "project_name": "量子测量创新联合体",
        "industry": "量子信息",
        "period_from": "2024-04-01",
        "period_until": "2026-03-31",
        "applicant": {"name": "北京激光学会", "uscc": "51110000500001234H", "kind": "city-society"},
        "lead": {
            "name": "深圳市明澜微电子有限公司",
            "kind": "enterprise",
            "district": "深圳市福田区",
            "registered_capital": "50000000.00",
            "qualifications": ["国家级高新技术企业"],
            "phone": "0755-83210000",
            "email": "he@example.com",
        },
        "members": [{"name": "南粤理工大学", "kind": "university", "role": "participant"}],
        "chief_engineer": {
            "name": "丁海平",
            "id_number": "440304197903051239",
            "age": 45,
            "sex": "男",
        },
        "team": [{"name": "陆遥", "age": 41, "title": "副教授"}],
        "experts": [{"name": "康宁", "employer": "南粤理工大学"}],
        "rd_expense": {"2023": "15005000.00"},
        "revenue": {"2023": 234560000},
        "matching_funds": "7000000",
        "grant": 3000000.5,
        "budget": [{"item": "设备费", "amount": "1000000"}],
        "targets": [{"item": "发明专利", "number": 5, "unit": "项"}],
        "claims": [
            {"kind": "patent", "holder": "南粤理工大学", "title": "一种装置", "number": "ZL2021"}
        ],
    }
    document = _given(data)
    found = values(document)
    assert found["lead", "district"] == {"code": "440304", "name": "广东省深圳市福田区"}
    assert found["lead", "registered_capital"] == "50000000.00"
    assert found["lead", "qualifications", 0] == "国家级高新技术企业"
    assert found["members", 0, "role"] == "participant"
    assert found["revenue", "2023"] == "234560000.00"
    assert found["grant",] == "3000000.50"
    assert found["targets", 0, "number"] == 5
    assert found["claims", 0, "kind"] == "patent"
    assert found["applicant", "kind"] == "city-society"
    leaves = 6 + 3 + 7 + 3 + 4 + 3 + 2 + 2 + 2 + 2 + 3 + 4
    assert len(found) == leaves
    assert wrong(document) == ()


def test_a_leaf_of_a_wrong_type_is_left_out_and_named() -> None:
    document = _given(
        {
            "lead": {"name": ["a", "b"], "uscc": "91440300MA5G8XK72P", "established_on": "soon"},
            "members": "none",
            "team": [{"name": "陆遥", "age": "old"}, None, 7],
            "rd_expense": {"2023": {"x": 1}, "two": 5},
            "applied_on": 20240315,
        }
    )
    found = values(document)
    assert found == {
        ("lead", "uscc"): "91440300MA5G8XK72P",
        ("team", 0, "name"): "陆遥",
        ("applied_on",): "2024-03-15",
    }
    assert set(wrong(document)) == {
        "lead.name",
        "lead.established_on",
        "team[0].age",
        "rd_expense.2023",
    }


def test_money_and_dates_may_be_written_as_people_do() -> None:
    found = values(
        _given(
            {
                "applied_on": "2024年3月15日",
                "lead": {
                    "name": "甲公司",
                    "registered_capital": "5000万元",
                    "established_on": "2015.3.2",
                },
                "matching_funds": "人民币柒佰万元整",
            }
        )
    )
    assert found["applied_on",] == "2024-03-15"
    assert found["lead", "registered_capital"] == "50000000.00"
    assert found["lead", "established_on"] == "2015-03-02"
    assert found["matching_funds",] == "7000000.00"


def test_blank_leaves_are_absent() -> None:
    assert values(_given({"lead": {"name": "", "uscc": None, "phone": "无"}, "grant": "/"})) == {}


def test_a_fact_names_its_path_in_the_file() -> None:
    fact = facts_of(_given({"members": [{"name": "南粤理工大学"}]})).get("members", 0, "name")
    assert fact is not None
    assert fact.evidence[0].place.where == "members[0].name"
    assert (fact.method, fact.confidence) == ("given", 0.99)
