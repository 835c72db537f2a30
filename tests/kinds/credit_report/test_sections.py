"""Credit reports without counts, whose records stand under headings."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.credit_report.kind import find
from tests.printed import document_of, printed_page

RECORD = """
列入名单名称      失信被执行人
列入日期         2023-11-08
认定部门         深圳市某区人民法院
"""


def counts(text: str) -> dict[str, object]:
    page = printed_page(f"信用信息报告\n{text}", origin="ocr")
    facts = find(document_of("credit-report", page), Tools())
    return {str(fact.path[0]): fact.value for fact in facts}


def test_a_record_after_a_section_that_has_none_is_one_record() -> None:
    found = counts(
        f"行政处罚\n暂无相关记录\n严重失信主体名单\n{RECORD}\n经营异常名录信息\n暂无相关记录\n"
    )
    assert found["dishonest_count"] == 1
    assert (found["penalty_count"], found["abnormal_count"]) == (0, 0)


@pytest.mark.parametrize("records", [1, 2, 3])
def test_records_are_counted_one_by_one(records: int) -> None:
    assert counts(f"失信主体名单\n{RECORD * records}\n信用承诺\n无")["dishonest_count"] == records


def test_words_that_there_are_none_go_before_what_follows() -> None:
    found = counts(f"严重失信主体名单\n查询期内未查到相关记录\n其他说明事项\n{RECORD}")
    assert found["dishonest_count"] == 0
