"""Labels of statement lines, heads of columns, units and titles."""

from __future__ import annotations

import pytest

from docint.extract.accounts import Sheet, account, is_note, title
from docint.extract.periods import period, stated_year


@pytest.mark.parametrize(
    ("label", "sheet", "name", "sign"),
    [
        ("一、营业收入", "income", "营业收入", ""),
        ("减：营业成本", "income", "营业成本", "减"),
        ("其中：研究费用", "income", "研究费用", "其中"),
        ("三、营业利润（亏损以“－”号填列）", "income", "营业利润", ""),
        ("-、营业收入", "income", "营业收入", ""),
        ("加:营业外收人", "income", "营业外收入", "加"),
        ("营业收入五、23", "income", "营业收入", ""),
        ("研发费用 五、（二十三）", "income", "研发费用", ""),
        ("资 产 总 计", "balance", "资产总计", ""),
        ("所有者权益（或股东权益）合计", "balance", "所有者权益合计", ""),
        ("负债和所有者权益（或股东权益）总计", "balance", "负债和所有者权益总计", ""),
    ],
)
def test_a_printed_label_names_its_line(label: str, sheet: Sheet, name: str, sign: str) -> None:
    found = account(label, sheet)
    assert found is not None
    assert (found.name, found.sign) == (name, sign)


def test_lines_one_character_longer_are_not_taken_for_each_other() -> None:
    assert account("营业外收入", "income").name == "营业外收入"  # type: ignore[union-attr]
    assert account("非流动资产合计", "balance").name == "非流动资产合计"  # type: ignore[union-attr]
    assert account("毛收入", "income") is None


def test_a_reference_to_a_note_is_no_label() -> None:
    assert all(is_note(text) for text in ("五、23", "(二十三)", "注释5", "七、1", "五(一)1"))
    assert not is_note("货币资金")


@pytest.mark.parametrize(
    ("line", "sheet", "scope"),
    [
        ("资 产 负 债 表", "balance", ""),
        ("合并资产负债表（续）", "balance", "consolidated"),
        ("母公司利润表", "income", "own"),
        ("合并及公司利润表", "income", "both"),
        ("资产负债表 会企01表", "balance", ""),
        ("2023年12月31日资产负债表", "balance", ""),
        ("某某科技有限公司现金流量表", "cash", ""),
    ],
)
def test_a_title_tells_statement_and_scope(line: str, sheet: str, scope: str) -> None:
    found = title(line)
    assert found is not None
    assert (found.sheet, found.scope) == (sheet, scope)


def test_a_sentence_about_a_statement_is_no_title() -> None:
    assert title("我们审计了贵公司的资产负债表") is None


@pytest.mark.parametrize(
    ("head", "year", "offset"),
    [
        ("期末余额", None, 0),
        ("上年年末余额", None, -1),
        ("年初余额", None, -1),
        ("本年累计金额", None, 0),
        ("上年同期累计数", None, -1),
        ("2023年12月31日", 2023, 0),
        ("2022年度", 2022, 0),
        ("期末余额2023年12月31日", 2023, 0),
    ],
)
def test_a_head_tells_its_period(head: str, year: int | None, offset: int) -> None:
    found = period(head)
    assert found is not None
    assert (found.role, found.year, found.offset) == ("amount", year, offset)


def test_an_opening_on_the_first_of_january_belongs_to_the_year_before() -> None:
    found = period("2023年1月1日")
    assert found is not None
    assert (found.year, found.opening) == (2022, True)


def test_monthly_amounts_notes_and_line_numbers_are_ignored() -> None:
    for head in ("本月数", "附注", "行次", "增减变动", "附注五"):
        assert period(head).role == "ignored"  # type: ignore[union-attr]
    assert period("营业收入") is None


def test_the_year_of_a_statement_stands_in_its_subheading() -> None:
    assert stated_year("2023年1-12月") == 2023
    assert stated_year("2022年12月31日") == 2022
