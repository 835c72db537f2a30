"""Statements with their items between the years, heads with years in characters."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.extract.periods import period
from docint.kinds.audit_report.kind import find
from tests.printed import document_of, printed_page

STATEMENT = """            利润表
  编制主体：济南青岩精密有限责任公司        金额单位：元
  二〇二二年度              项  目              二〇二三年度
  80,815,372.49             营业收入            96,032,045.99
  23,668,528.71             研究开发费用        20,691,114.44
  12,862,156.23             本年净利润（亏损）   14,163,763.04
"""
LETTER = """            审计报告
出具于二〇二四年五月一日
谨致济南青岩精密有限责任公司全体股东
我们审计了随附的济南青岩精密有限责任公司（下称“贵公司”）2023年度财务报表。
依我们之见，该等财务报表已循企业会计准则编制，在一切重大方面公允列报了贵公司的财务状况。
注册会计师（二人联署）：马文佩〔440332865133〕、薛宏建〔440301570890〕
"""


def _facts(*prints: str) -> dict[str, object]:
    pages = [printed_page(text, number) for number, text in enumerate(prints, 1)]
    facts = find(document_of("audit-report", *pages), Tools())
    return {".".join(map(str, fact.path)): fact.value for fact in facts.items}


def test_amounts_on_both_sides_of_the_items_belong_to_their_years() -> None:
    found = _facts(STATEMENT)
    assert (found["revenue.2022"], found["revenue.2023"]) == ("80815372.49", "96032045.99")
    assert found["rd_expense.2022"] == "23668528.71"
    assert found["net_profit.2023"] == "14163763.04"


def test_a_letter_may_say_all_in_other_words() -> None:
    found = _facts(LETTER)
    assert found["company"] == "济南青岩精密有限责任公司"
    assert found["opinion"] == "unqualified"
    assert found["report_date"] == "2024-05-01"
    assert found["cpas.1.name"] == "薛宏建"
    assert found["cpas.1.certificate_number"] == "440301570890"


@pytest.mark.parametrize(
    ("head", "year"),
    [("二〇二二年十二月三十一日", 2022), ("二〇二三年度", 2023), ("二〇二一年一至十二月", 2021)],
)
def test_heads_tell_years_in_characters(head: str, year: int) -> None:
    found = period(head)
    assert found is not None
    assert (found.role, found.year) == ("amount", year)
