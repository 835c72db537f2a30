from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpora.print_forms import capitals
from docint.values import money

FEN = st.integers(0, 10**13).map(lambda fen: f"{Decimal(fen) / 100:.2f}")


@given(FEN)
@settings(max_examples=2000)
def test_words_read_back_as_the_same_amount(value: str) -> None:
    assert money.parse_words(capitals(Decimal(value))) == value
    assert money.parse("人民币（大写）：" + capitals(Decimal(value))) == value


@given(FEN)
def test_figures_read_back_however_they_are_grouped(value: str) -> None:
    grouped = f"{Decimal(value):,.2f}"
    assert money.parse(grouped) == money.parse(value) == value
    assert money.parse(f"¥{grouped}元") == value
    assert money.parse(money.show(value)) == value


@given(FEN)
def test_every_confusion_of_comma_and_point_keeps_the_amount_among_the_readings(value: str) -> None:
    grouped = f"{Decimal(value):,.2f}"
    for misread in (
        grouped.replace(",", "."),
        grouped.replace(".", ","),
        grouped.replace(",", " "),
    ):
        assert value in money.readings(misread)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("人民币壹仟万元整", "10000000.00"),
        ("壹仟万元", "10000000.00"),
        ("1000万元人民币", "10000000.00"),
        ("1000.0000万", "10000000.00"),
        ("1,000万元", "10000000.00"),
        ("¥10,000,000.00", "10000000.00"),
        ("￥12345万元", "123450000.00"),
        ("RMB 1000万", "10000000.00"),
        ("10,000 千元", "10000000.00"),
        ("1000万元（人民币）", "10000000.00"),
        ("１，０００．５０元", "1000.50"),
        ("伍佰万圆整", "5000000.00"),
        ("叁佰元零伍分", "300.05"),
        ("叁佰元零伍角", "300.50"),
        ("玖角伍分", "0.95"),
        ("卅万元", "300000.00"),
        ("一千零五十万元", "10500000.00"),
        ("三点五万元", "35000.00"),
        ("壹佰贰拾叁点肆伍万元", "1234500.00"),
        ("壹万亿元", "1000000000000.00"),
        ("零元整", "0.00"),
        ("1.2亿元", "120000000.00"),
        ("5百万元", "5000000.00"),
        ("(1,234.56)", "-1234.56"),
        ("（1,234.56）", "-1234.56"),
        ("-1,234.56", "-1234.56"),
        ("－1,234.56", "-1234.56"),
        ("0.00", "0.00"),
        ("-0.00", "0.00"),
        ("伍仟万元整（¥50,000,000.00）", "50000000.00"),
        ("人民币1000万元（大写：壹仟万元整）", "10000000.00"),
        ("1.234.567,89", "1234567.89"),
        ("1,234.567.89", "1234567.89"),
        ("1 234.56", "1234.56"),
    ],
)
def test_amounts_become_yuan_with_two_places(printed: str, value: str) -> None:
    assert money.parse(printed) == value


@pytest.mark.parametrize(
    ("printed", "unit", "value"),
    [
        ("1,234.56", "万元", "12345600.00"),
        ("1,012.345678", "万元", "10123456.78"),
        ("12,345", "千元", "12345000.00"),
        ("3.5", "亿元", "350000000.00"),
        ("7", "百万元", "7000000.00"),
        ("(7)", "万元", "-70000.00"),
        ("100元", "万元", "100.00"),
        ("100万元", "元", "1000000.00"),
        ("1,234", "人民币万元", "12340000.00"),
    ],
)
def test_the_tables_unit_counts_unless_the_cell_has_its_own(
    printed: str, unit: str, value: str
) -> None:
    assert money.parse(printed, unit) == value


@pytest.mark.parametrize(
    ("printed", "amount", "currency"),
    [
        ("100万美元", "1000000.00", "USD"),
        ("美元壹佰万元", "1000000.00", "USD"),
        ("1000万美元（USD）", "10000000.00", "USD"),
        ("100万港元", "1000000.00", "HKD"),
        ("USD 1,000,000", "1000000.00", "USD"),
        ("5000万日元", "50000000.00", "JPY"),
    ],
)
def test_other_currencies_are_named_and_never_converted(
    printed: str, amount: str, currency: str
) -> None:
    assert money.parse(printed) == {"amount": amount, "currency": currency}


@pytest.mark.parametrize("printed", ["", "-", "—", "——", "/", "--", "无", " ", "××"])
def test_nil_is_no_amount_and_never_zero(printed: str) -> None:
    with pytest.raises(ValueError, match="nil"):
        money.parse(printed)


@pytest.mark.parametrize(
    "printed",
    ["abc", "2019.3.5", "五", "123.456", "(1,234.56", "1,234.56)", "100美元（人民币）", "12,3456",
     "100 200", "伍仟万元整（¥5,000,000.00）", "一百二", "1 2"],
)  # fmt: skip
def test_what_is_no_single_amount_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        money.parse(printed)


def test_bare_words_are_refused_beside_a_tables_other_unit() -> None:
    assert money.parse("壹仟") == "1000.00"
    with pytest.raises(ValueError, match="without a unit"):
        money.parse("壹仟", "万元")


def test_a_point_before_three_figures_has_two_readings() -> None:
    assert money.readings("123.456") == ("123456.00", "123.46")
    assert money.readings("1.234", "万元") == ("12340.00", "12340000.00")
    assert money.readings("1,234", "万元") == ("12340000.00", "12340.00")
    assert money.readings("深圳") == ()
    assert money.readings("100美元（人民币）") == ()
    assert money.readings("11970010119700101") == ()  # 位数过多，不是金额


def test_misread_words_are_offered_only_as_repairs() -> None:
    assert money.word_readings("壹仟万元整") == ("10000000.00",)
    assert money.word_readings("壸仟贰伯叁抬园整") == ("1230.00",)
    assert set(money.word_readings("任佰万元整")) == {"5000000.00"}
    assert money.word_readings("深圳市") == ()


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("单位：万元", "万元"),
        ("金额单位：人民币千元", "千元"),
        ("单位:元 币种:人民币", "元"),
        ("单位：元  币种：美元", "美元"),
        ("单 位 ： 人民币 万 元", "万元"),
        ("编制单位：深圳某某有限公司  单位：元", "元"),
        ("（除特别注明外，金额单位为人民币元）", "元"),
        ("本报告以人民币百万元列示", "百万元"),
        ("研发费用（万元）", "万元"),
        ("研发费用(万)", "万元"),
        ("(除特别注明外，金额单位为人民币千元)", "千元"),
        ("单位：万元　人民币", "万元"),
        ("金额单位：元（人民币）", "元"),
        ("货币单位：人民币（万元）", "万元"),
        ("（人民币：万元）", "万元"),
        ("单位：无", "元"),
        ("2023年度/万元", "万元"),
        ("Unit: RMB Yuan", "元"),
        ("Expressed in RMB'000", "千元"),
        ("各年金额如下（计价：人民币万元）。", "万元"),
        ("（联系电话：12）", None),
        ("单位：台", None),
        ("被审计单位：元亨公司", None),
        ("注册资本伍佰万元", None),
        ("货币资金（人民币）", None),
        ("单位名称：深圳", None),
        ("", None),
    ],
)
def test_the_unit_of_a_table_is_read_from_its_heading(heading: str, unit: str | None) -> None:
    assert money.unit_of(heading) == unit
    if unit:
        assert money.parse("1", unit)


def test_amounts_in_running_text_are_found_with_their_spans() -> None:
    text = (
        "总投资人民币1,200万元（大写：壹仟贰佰万元整），资助 500.50 万元，共3人，2023年，"
        "自筹￥7,000,000.00。外方100万美元；第5元件，元月，人民币伍拾万。"
    )
    assert [(hit.value, text[hit.start : hit.end]) for hit in money.find_all(text)] == [
        ("12000000.00", "人民币1,200万元"),
        ("12000000.00", "壹仟贰佰万元整"),
        ("5005000.00", "500.50 万元"),
        ("7000000.00", "￥7,000,000.00"),
        ({"amount": "1000000.00", "currency": "USD"}, "100万美元"),
        ("500000.00", "人民币伍拾万"),
    ]


def test_amounts_are_shown_as_reviewers_write_them() -> None:
    assert money.show("10124000.00") == "1,012.4 万元"
    assert money.show("12345.67") == "12,345.67 元"
    assert money.show({"amount": "1000.00", "currency": "USD"}) == "USD 1,000.00"
