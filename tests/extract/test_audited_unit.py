from __future__ import annotations

import pytest

from docint.extract.audited_unit import company
from tests.printed import document_of, printed_page

PRINTS = {
    "a name under its label": """
          研发费用专项审计报告
  接受审计单位                     报告文号
  衢州白浪仪表有限公司             衢浪专审〔2024〕12号
""",
    "a name behind 致 without a colon": """
     研发活动支出情况专项审计报告
  致    衢州白浪仪表有限公司            文件编号  衢浪专审〔2024〕12号
  我们已完成对贵公司研发投入明细表的审计。
""",
    "致 and the name as one": """
     研发活动支出情况专项审计报告
  致衢州白浪仪表有限公司
  我们已完成对贵公司研发投入明细表的审计。
""",
    "the addressee of a review, by name and colon alone": """
          研发支出专项审核报告
  衢州白浪仪表有限公司：
  受贵公司委托，本所对贵公司2023年度研究开发支出进行了专项审核。
""",
    "a name beside 致送": """
          研究开发费用专项审计报告
  致送          衢州白浪仪表有限公司
""",
    "a name in the title of the ledger": """
   附表1 衢州白浪仪表有限公司2023年度研究开发费用明细表
""",
}


@pytest.mark.parametrize("name", PRINTS)
def test_the_audited_unit_is_found_where_its_label_or_title_says(name: str) -> None:
    found = company(document_of("rd-audit-report", printed_page(PRINTS[name])))
    assert found is not None
    assert found.value == "衢州白浪仪表有限公司"


def test_the_firm_under_its_own_label_is_not_the_audited_unit() -> None:
    page = printed_page("""
          研发费用专项审计报告
  被审计单位                     审计机构
  见附表                         衢州清波会计师事务所有限公司
""")
    assert company(document_of("rd-audit-report", page)) is None
