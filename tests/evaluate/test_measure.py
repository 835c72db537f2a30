"""The measures, on reports and golds small enough to count by hand."""

from __future__ import annotations

from typing import Any

import pytest

from docint.evaluate.compare import compare, leaves, name_of, right
from docint.evaluate.measure import Score, calibration, evaluate
from docint.evaluate.shares import Share


def _fact(value: Any, confidence: float = 0.9, **more: Any) -> dict[str, Any]:
    return {
        "value": value,
        "text": str(value),
        "page": 1,
        "box": None,
        "confidence": confidence,
    } | more


def _report(**parts: Any) -> dict[str, Any]:
    empty = {"submission": {"source": "a"}, "declared": {}, "documents": [], "findings": []}
    return {**empty, **parts}


def _gold(**parts: Any) -> dict[str, Any]:
    return {
        "quality": "clean",
        "declared": {},
        "documents": [],
        "pages": [],
        "planted": [],
        **parts,
    }


def _document(kind: str, pages: list[int], facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": kind, "parts": [{"file": "a.pdf", "pages": pages}], "facts": facts, **more}


SCOPE = "一二三四五六七八九十" * 4


@pytest.mark.parametrize(
    ("truth", "value", "name", "fits"),
    [
        ("深圳市（福田）某公司", "深圳市(福田) 某公司", "name", True),
        ("12345.00", "1234500", "amount", False),
        ("-100.00", "100.00", "amount", False),
        (5, 5, "number", True),
        (True, False, "full_time", False),
        (
            {"code": "440304", "name": "福田区"},
            {"code": "440304", "name": "福田区"},
            "district",
            True,
        ),
        ({"code": "440304", "name": "福田区"}, "福田区", "district", False),
        (SCOPE, SCOPE[:-1] + "拾", "business_scope", True),
        (SCOPE, SCOPE[:-1] + "拾", "name", False),
        ("/", "、", "name", False),
    ],
)
def test_right_is_what_the_contract_calls_right(
    truth: Any, value: Any, name: str, fits: bool
) -> None:
    assert right(truth, value, name) is fits


def test_years_and_numbers_are_no_part_of_a_fields_name() -> None:
    assert name_of(("parties", 0, "name")) == "parties.name"
    assert name_of(("rd_items", "2023", "人员人工费用")) == "rd_items.人员人工费用"


def test_a_plain_declaration_has_a_district_as_one_leaf() -> None:
    plain = {"lead": {"district": {"code": "1", "name": "x"}}, "team": [{"age": 41}], "grant": None}
    assert dict(leaves(plain, plain=True)) == {
        ("lead", "district"): {"value": {"code": "1", "name": "x"}},
        ("team", 0, "age"): {"value": 41},
    }


def test_items_of_a_list_are_paired_by_what_they_share() -> None:
    gold = dict(leaves([{"name": _fact("甲"), "age": _fact(41)}, {"name": _fact("乙")}]))
    found = dict(
        leaves(
            [{"name": _fact("丙")}, {"name": _fact("乙")}, {"name": _fact("甲"), "age": _fact(42)}]
        )
    )
    judged = sorted((name, fits, t is None) for name, t, _, fits in compare(gold, found))
    assert judged == [
        ("age", False, False),
        ("name", False, True),
        ("name", True, False),
        ("name", True, False),
    ]


def test_counts_of_right_wrong_spurious_and_missed() -> None:
    facts = {"name": _fact("甲"), "sex": _fact("男"), "address": _fact("某地")}
    golds = [
        _document("id-card", [1], facts, origin="scan"),
        _document("id-card", [2], {"valid_until": _fact("2030-01-01")}, origin="scan"),
    ]
    wrong = {"name": _fact("甲"), "sex": _fact("女"), "valid_until": _fact("2030-01-01")}
    found = [_document("id-card", [1], wrong), _document("id-card", [2], {})]
    made = evaluate([(_report(documents=found), _gold(documents=golds))])
    assert made.total == Score(right=1, wrong=1, spurious=1, missed=2)
    assert made.total.precision == pytest.approx(1 / 3)
    assert made.total.recall == pytest.approx(1 / 4)
    assert made.total.f1 == pytest.approx(2 / 7)
    assert made.origins == {"scan": Score(1, 1, 1, 2)}
    assert [m["field"] for m in made.mistakes] == ["sex", "address", "valid_until", "valid_until"]


def test_fields_that_no_gold_annotates_are_not_judged() -> None:
    gold = _document("audit-report", [1], {"company": _fact("甲")})
    found = _document("audit-report", [1], {"company": _fact("甲"), "statement": _fact("1.00")})
    made = evaluate([(_report(documents=[found]), _gold(documents=[gold]))])
    assert made.total == Score(right=1)
    assert made.unjudged == {"audit-report statement": 1}
    assert [b.count for b in made.bins] == [1]


def test_a_wrong_type_misses_all_facts_and_adds_its_own() -> None:
    gold = _document("id-card", [1, 2], {"name": _fact("甲")})
    found = _document("title-certificate", [1], {"holder": _fact("甲")})
    made = evaluate([(_report(documents=[found]), _gold(documents=[gold]))])
    assert made.fields["id-card"]["name"] == Score(missed=1)
    assert made.fields["title-certificate"]["holder"] == Score(spurious=1)
    assert (made.documents, made.splitting, made.pages) == (Share(0, 1), Share(0, 1), Share(0, 2))
    assert made.confusions == {"id-card → title-certificate": 1}


def test_documents_are_paired_by_their_pages() -> None:
    golds = [_document("id-card", [1], {}), _document("id-card", [2, 3], {})]
    found = [_document("id-card", [2, 3], {}), _document("id-card", [1], {})]
    made = evaluate([(_report(documents=found), _gold(documents=golds))])
    assert (made.documents, made.splitting, made.pages) == (Share(2, 2), Share(2, 2), Share(3, 3))


def test_the_declaration_is_judged_as_the_application_form() -> None:
    report = _report(declared={"lead": {"name": _fact("甲公司")}, "grant": _fact("100.00")})
    gold = _gold(declared={"lead": {"name": "甲公司"}, "grant": "200.00"})
    made = evaluate([(report, gold)])
    assert made.fields["application-form"] == {"grant": Score(wrong=1), "lead.name": Score(right=1)}


def test_a_box_hits_where_it_holds_the_golds_middle() -> None:
    gold = _document(
        "id-card",
        [1],
        {"name": _fact("甲", box=[0.1, 0.1, 0.3, 0.2]), "sex": _fact("男", box=[0, 0, 0.1, 0.1])},
    )
    found = _document(
        "id-card",
        [1],
        {
            "name": _fact("甲", box=[0.1, 0.1, 0.3, 0.2]),
            "sex": _fact("男", box=[0.5, 0.5, 0.6, 0.6]),
        },
    )
    made = evaluate([(_report(documents=[found]), _gold(documents=[gold]))])
    assert made.boxes == Share(1, 2)
    assert made.overlap == pytest.approx(1.0)  # of the one that is there


def test_planted_problems_are_caught_by_code_and_subject() -> None:
    def finding(code: str, subject: str, severity: str = "high") -> dict[str, Any]:
        return {"code": code, "subject": subject, "severity": severity}

    planted = [
        {"code": "uscc-mismatch", "subject": "甲公司", "note": ""},
        {"code": "age-mismatch", "subject": "", "note": ""},
    ]
    report = _report(
        findings=[
            finding("uscc-mismatch", "乙公司"),
            finding("age-mismatch", "陆遥", "medium"),
            finding("edited-pdf", "a.pdf", "low"),
        ]
    )
    clean = (_report(findings=[finding("seal-missing", "x", "medium")]), _gold())
    made = evaluate([(report, _gold(planted=planted)), clean])
    assert made.planted == {"age-mismatch": Share(1, 1), "uscc-mismatch": Share(0, 1)}
    assert made.unplanted == {"uscc-mismatch": 1, "seal-missing": 1}
    assert (made.clean, made.false_alarms) == (1, 1)


def test_critical_strings_are_counted_by_quality() -> None:
    pages = [{"file": "a.pdf", "page": 1, "critical": ["9144 0300", "1,234.00"]}]
    made = evaluate([(_report(), _gold(pages=pages))], [{("a.pdf", 1): "代码：91440300"}])
    assert made.critical == {"clean": Share(1, 2)}


def test_calibration_is_the_gap_between_said_and_true() -> None:
    bins, error = calibration([(0.9, True), (0.9, False), (0.99, True), (0.99, True)])
    assert [(b.least, b.count, b.accuracy) for b in bins] == [(0.9, 2, 0.5), (0.99, 2, 1.0)]
    assert error == pytest.approx((2 * 0.4 + 2 * 0.01) / 4)


def test_nothing_measured_has_no_rates() -> None:
    made = evaluate([])
    assert made.total.f1 is None
    assert made.ece is None
    assert made.documents.rate is None


def test_amounts_that_two_witnesses_bear_out_are_counted_apart() -> None:
    def heard(*agree: bool) -> list[dict[str, Any]]:
        return [{"kind": "sum", "agrees": one, "note": ""} for one in agree]

    years = ("2020", "2021", "2022", "2023")
    gold = {"revenue": {year: _fact("1.00") for year in years}}
    told = (heard(True, True), heard(True, False), heard(True), heard(True, True))
    found = {year: _fact("1.00", witnesses=w) for year, w in zip(years, told, strict=True)}
    found["2023"]["value"] = "2.00"
    pair = (
        _document("audit-report", [1], {"revenue": found}),
        _document("audit-report", [1], gold),
    )
    made = evaluate([(_report(documents=[pair[0]]), _gold(documents=[pair[1]]))])
    assert made.proved == Share(1, 2)
