"""What follows from outcomes: severities, findings, articles, recommendation."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from docint import shelf
from docint.contracts import Check
from docint.judge import policy
from docint.judge.judge import judge
from docint.types.article import Article, Policy, Rule
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from tests.judge.papers import case, facts

SCAN = case(
    {
        "documents": {
            "a": {"kind": "business-license", "reader": "rapidocr", "facts": {"name": "甲乙公司"}},
            "b": {"kind": "credit-report", "reader": "rapidocr", "facts": {"company": "甲乙公司"}},
        }
    }
)
PRINT = case({"documents": {"a": {"kind": "business-license", "facts": {"name": "甲乙公司"}}}})


def exhibit(of: Case, document: str, key: str) -> Exhibit:
    fact = of.facts[document].get(key)
    assert fact
    return Exhibit(fact, document)


def check(*outcomes: Outcome, standing: bool = False) -> Check:
    def run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
        yield from outcomes

    return Check(tuple(o.code for o in outcomes), "某事成立", run, {}, standing)


def program(*rules: Rule, status: Any = "rule") -> Policy:
    return Policy("p", "某办法", "某局", (Article("第一条", "引文", status, rules),))


def failing(code: str = "name-mismatch", **more: Any) -> Outcome:
    return Outcome(code, "fail", "某公司", "甲与乙不一致。", **more)


def test_a_finding_cites_article_and_quote() -> None:
    judgement = judge(PRINT, program(Rule("x")), {"x": check(failing())})
    citation = judgement.findings[0].citation
    assert citation
    assert (citation.policy, citation.article, citation.quote) == ("p", "第一条", "引文")


def test_a_standing_check_that_no_article_names_cites_nothing() -> None:
    judgement = judge(PRINT, program(), {"x": check(failing(), standing=True)})
    assert judgement.findings[0].citation is None


def test_a_standing_check_that_an_article_names_runs_once() -> None:
    judgement = judge(PRINT, program(Rule("x")), {"x": check(failing(), standing=True)})
    assert len(judgement.checks) == 1


def test_a_check_that_is_neither_named_nor_standing_does_not_run() -> None:
    assert judge(PRINT, program(), {"x": check(failing())}).checks == ()


@pytest.mark.parametrize(
    ("code", "rule", "outcome", "severity"),
    [
        ("name-mismatch", "", None, "high"),
        ("name-mismatch", "medium", None, "medium"),
        ("name-mismatch", "", "low", "low"),
        ("revenue-mismatch", "high", "high", "medium"),
        ("shared-address", "high", None, "low"),
    ],
)
def test_severity_is_the_codes_own_or_lower(
    code: str, rule: str, outcome: Any, severity: str
) -> None:
    checks = {"x": check(failing(code, severity=outcome))}
    judgement = judge(PRINT, program(Rule("x", severity=rule)), checks)
    assert judgement.findings[0].severity == severity


def test_a_high_finding_on_one_ocr_reading_is_medium() -> None:
    alone = replace(SCAN, documents=SCAN.documents[:1])
    outcome = failing(found=(exhibit(SCAN, "a", "name"),))
    assert judge(alone, program(Rule("x")), {"x": check(outcome)}).findings[0].severity == "medium"


def test_a_second_document_proves_an_ocr_reading() -> None:
    outcome = failing(found=(exhibit(SCAN, "a", "name"),))
    assert judge(SCAN, program(Rule("x")), {"x": check(outcome)}).findings[0].severity == "high"


def test_what_a_text_layer_states_needs_no_second_witness() -> None:
    outcome = failing(found=(exhibit(PRINT, "a", "name"),))
    assert judge(PRINT, program(Rule("x")), {"x": check(outcome)}).findings[0].severity == "high"


def test_a_reading_that_another_reader_contradicts_is_never_proved() -> None:
    doubted = case(
        {
            "documents": {
                "a": {"kind": "id-card", "reader": "ocr", "facts": {"name": "某"}},
                "b": {
                    "kind": "business-license",
                    "reader": "ocr",
                    "facts": {"name": "甲乙公司"},
                    "witnesses": {"name": False},
                },
                "c": {"kind": "credit-report", "reader": "ocr", "facts": {"company": "甲乙公司"}},
            }
        }
    )
    outcome = failing(found=(exhibit(doubted, "b", "name"),))
    judgement = judge(doubted, program(Rule("x")), {"x": check(outcome)})
    assert judgement.findings[0].severity == "medium"


def test_the_same_thing_asked_by_two_articles_is_found_once() -> None:
    one = program(Rule("x"))
    both = replace(one, articles=(*one.articles, Article("第二条", "又", "rule", (Rule("x"),))))
    judgement = judge(PRINT, both, {"x": check(failing())})
    assert len(judgement.checks) == 2
    assert [f.citation.article for f in judgement.findings if f.citation] == ["第一条"]


def test_findings_stand_by_severity_then_in_the_order_of_the_articles() -> None:
    outcomes = [failing("shared-address"), failing("uscc-mismatch"), failing("name-mismatch")]
    judgement = judge(PRINT, program(Rule("x")), {"x": check(*outcomes)})
    assert [f.code for f in judgement.findings] == [
        "uscc-mismatch", "name-mismatch", "shared-address",
    ]  # fmt: skip
    assert [f.id for f in judgement.findings] == ["f1", "f2", "f3"]
    assert [c.id for c in judgement.checks] == ["c1", "c2", "c3"]


def test_a_code_the_contract_lacks_is_never_a_finding() -> None:
    judgement = judge(PRINT, program(Rule("x")), {"x": check(failing("lead-standing-expert"))})
    assert judgement.findings == ()


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        (("pass", "fail", "unknown"), "fail"),
        (("pass", "unknown", "expert"), "unknown"),
        (("pass", "expert"), "expert"),
        (("pass", "not-applicable"), "pass"),
        (("not-applicable",), "not-applicable"),
        ((), "not-applicable"),
    ],
)
def test_an_article_fares_as_its_worst_outcome(verdicts: tuple[Any, ...], expected: str) -> None:
    outcomes = [Outcome("name-mismatch", verdict, "某", "某") for verdict in verdicts]
    judgement = judge(PRINT, program(Rule("x")), {"x": check(*outcomes)})
    assert judgement.articles[0].verdict == expected


@pytest.mark.parametrize("status", ["procedure", "definition"])
def test_procedure_and_definition_have_no_outcome(status: str) -> None:
    judgement = judge(PRINT, program(Rule("x"), status=status), {"x": check(failing())})
    assert judgement.articles[0].verdict == ""


def unknown(settled_by: str) -> Outcome:
    return Outcome("name-mismatch", "unknown", "某", "某", settled_by=settled_by)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (failing("missing-document"), "return"),
        (failing("missing-document", severity="medium"), "review"),
        (failing("name-mismatch"), "review"),
        (failing("revenue-mismatch"), "review"),
        (failing("shared-address"), "pass"),
        (unknown("2022年度财务审计报告"), "review"),
        (unknown("完税凭证"), "pass"),
        (Outcome("name-mismatch", "pass", "某", "某"), "pass"),
    ],
)
def test_the_recommendation_follows_from_the_worst_there_is(
    outcome: Outcome, expected: str
) -> None:
    rules = (Rule("x"), Rule("document_present", {"kinds": ["audit-report"]}))
    checks = {"x": check(outcome), "document_present": check()}
    assert judge(PRINT, program(*rules), checks).recommendation == expected


def test_rules_of_another_stage_do_not_run() -> None:
    judgement = judge(PRINT, program(Rule("x", stage="acceptance")), {"x": check(failing())})
    assert judgement.checks == ()
    assert judgement.articles[0].verdict == "not-applicable"


def test_a_check_that_breaks_leaves_the_others_standing() -> None:
    def broken(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
        raise ValueError("odd")
        yield

    checks = {"x": Check(("qr-conflict",), "某", broken, {}), "y": check(failing())}
    judgement = judge(PRINT, program(Rule("x"), Rule("y")), checks)
    assert [c.outcome.verdict for c in judgement.checks] == ["unknown", "fail"]


def test_a_message_gives_ordinary_reasons_what_to_do_and_the_readers_doubt() -> None:
    outcome = failing(found=(exhibit(SCAN, "a", "name"),), innocent=("更名",))
    message = judge(SCAN, program(Rule("x")), {"x": check(outcome)}).findings[0].message
    assert message == (
        "甲与乙不一致。可能原因：更名。请申报单位说明或补正。"
        "以上为识别结果（置信度 0.97），请核对原件。"
    )


def test_messages_mask_id_numbers_and_telephones() -> None:
    outcome = Outcome("age-mismatch", "fail", "某", "号码440304197205200037，电话13812345678。")
    message = judge(PRINT, program(Rule("x")), {"x": check(outcome)}).findings[0].message
    assert "440304**********37" in message
    assert "13812345678" not in message


def test_a_finding_is_as_sure_as_its_weakest_values() -> None:
    said = facts({"name": "丙"}, "json").items[0]
    outcome = failing(
        declared=Exhibit(replace(said, confidence=0.9), ""),
        found=(exhibit(PRINT, "a", "name"),),
    )
    finding = judge(PRINT, program(Rule("x")), {"x": check(outcome)}).findings[0]
    assert finding.confidence == pytest.approx(0.9 * 0.97)


@pytest.mark.slow
def test_a_whole_case_is_judged_within_a_tenth_of_a_second() -> None:
    table = yaml.safe_load(
        (Path(__file__).parents[1] / "policies" / "futian-2023.yaml").read_text(encoding="utf-8")
    )
    checks = shelf.units("checks", "check")
    program_ = policy.load("futian-2023", checks)
    judge(case(table["base"]), program_, checks)  # tables of divisions are loaded once
    assert min(seconds(case(table["base"]), program_, checks) for _ in range(5)) < 0.1


def seconds(of: Case, under: Policy, checks: Mapping[str, Check]) -> float:
    begun = time.process_time()  # other work on the machine does not count
    judge(of, under, checks)
    return time.process_time() - begun


def test_no_check_breaks_on_an_empty_or_an_odd_case() -> None:
    checks = shelf.units("checks", "check")
    odd = {
        "lead": {"name": "", "uscc": "1", "district": "某处", "established_on": "从前"},
        "members": [{"name": "！"}, {"uscc": "X" * 18}, {"role": 7}],
        "chief_engineer": {"id_number": "0", "birth_date": "1999-99-99", "age": "五十"},
        "rd_expense": {"2023": "很多", "去年": "1.00"},
        "revenue": {"2023": {"amount": "1.00", "currency": "USD"}},
        "budget": [{"amount": "1"}, {"item": "？"}],
        "targets": [{"item": "成果", "number": "若干"}],
        "period_from": "long-term", "period_until": "2025",
        "claims": [{"kind": "巫术"}],
    }  # fmt: skip
    papers = {
        f"d{n}": {"kind": kind, "facts": values, "text": "第9页 共2页\n壹元整（2元）"}
        for n, (kind, values) in enumerate(
            (kind, values)
            for kind in sorted({*_KINDS})
            for values in ({}, _ODD)
        )
    }  # fmt: skip
    for name in policy.names():
        program_ = policy.load(name, checks)
        for data in ({}, {"applied_on": "2024-02-29", "declared": odd, "documents": papers}):
            judgement = judge(case(data), program_, checks)
            broken = [c for c in judgement.checks if c.outcome.subject == "核验程序"]
            assert [json.dumps(c.check) for c in broken] == []


_ODD: dict[str, Any] = {
    "name": "？", "company": "（", "holder": "*", "employee": "1", "employer": "、",
    "uscc": "0" * 18,
    "id_number": "*" * 18, "established_on": "long-term", "issued_on": "2024", "address": "路",
    "district": {"code": "999999", "name": "无"}, "valid_from": "某日", "valid_until": "2020-13",
    "report_date": "long-term", "fiscal_year": "二〇二三", "rd_expense": {"二三": "x", "2023": "-"},
    "revenue": {"2023": {"amount": "1", "currency": "USD"}}, "parties": [{"role": "lead"}],
    "report_number": "", "qr_text": "http://x", "dishonest_count": "若干", "full_time": "是",
    "sections": ["一"], "targets": [{"item": 1, "number": 2}], "budget": [{"item": "理财"}],
    "signatures": [{"signed": False}], "amount": "1.00", "amount_words": "2.00", "title": "？",
    "legal_representative": "某", "entity_type": "", "number": "1",
}  # fmt: skip
_KINDS = (
    "application-form", "business-license", "institution-certificate", "audit-report",
    "social-organization-certificate", "rd-audit-report", "cooperation-agreement", "labor-contract",
    "social-insurance-record", "title-certificate", "id-card", "credit-report",
    "construction-plan", "qualification-certificate", "proof-of-claim", "other", "unknown",
)  # fmt: skip
