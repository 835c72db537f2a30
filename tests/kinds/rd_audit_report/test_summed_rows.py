"""Ledgers whose heads were not read: what sums prove, and what they do not."""

from __future__ import annotations

from docint.kinds.rd_audit_report.ledger import ledger
from tests.printed import document_of, printed_page

LINES = """研发投入明细表（续）                                              金额：元
1   机载导航系统研制    2023   1,831.26    1,565.33   304.90    3,701.49
2   复合材料机翼开发    2023   1,572.95    1,031.85   107.64    {}
    年度合计            2023   3,404.21    2,597.18   412.54    6,413.93
3   地面试验平台研究    2022     903.98    1,003.43   165.21    2,072.62
"""


def amounts(second: str) -> dict[tuple[str | None, int | None], str]:
    read = ledger(document_of("rd-audit-report", printed_page(LINES.format(second))))
    return {(one.project, one.year): one.piece.text for one in read.entries if one.year}


def test_the_last_amount_of_each_line_is_the_sum_of_those_before_it() -> None:
    assert amounts("2,712.44") == {
        ("机载导航系统研制", 2023): "3,701.49",
        ("复合材料机翼开发", 2023): "2,712.44",
        (None, 2023): "6,413.93",
        ("地面试验平台研究", 2022): "2,072.62",
    }


def test_where_one_line_does_not_add_up_nothing_is_told() -> None:
    assert not amounts("2,912.44")
