from __future__ import annotations

import pytest

from docint.values.ids import certificates, registration

NUMBERS = [
    ("深鹏会审字[2023]第0123号", "深鹏会审字", 2023, "0123"),
    ("深鹏会专审字[2023]第0123号", "深鹏会专审字", 2023, "0123"),
    ("信会师报字[2024]第ZI10234号", "信会师报字", 2024, "ZI10234"),
    ("天健审〔2024〕3-123号", "天健审", 2024, "3-123"),
    ("致同审字（2024）第441A012345号", "致同审字", 2024, "441A012345"),
    ("普华永道中天审字（2024）第10001号", "普华永道中天审字", 2024, "10001"),
    ("毕马威华振审字第2401234号", "毕马威华振审字", None, "2401234"),
    ("安永华明（2024）审字第60468101_H01号", "安永华明审字", 2024, "60468101_H01"),
    ("德师报（审）字（24）第P01234号", "德师报(审)字", 2024, "P01234"),
    ("大华审字[2024]0011000123号", "大华审字", 2024, "0011000123"),
    ("容诚审字[2024]518Z0123号", "容诚审字", 2024, "518Z0123"),
    ("天职业字[2024]12345号", "天职业字", 2024, "12345"),
    ("立信中联审字[2024]D-0123号", "立信中联审字", 2024, "D-0123"),
    ("苏公W[2024]A123号", "苏公W", 2024, "A123"),
    ("XYZH/2024SZAA1B0123", "XYZH", 2024, "SZAA1B0123"),
]


@pytest.mark.parametrize(("printed", "firm", "year", "serial"), NUMBERS)
def test_report_numbers_of_all_styles_are_read(
    printed: str, firm: str, year: int | None, serial: str
) -> None:
    assert certificates.parse_report_number(printed) == printed
    of = certificates.report_number_parts(printed)
    assert (of.firm, of.year, of.serial) == (firm, year, serial)


@pytest.mark.parametrize(
    "printed",
    [
        "报告文号：深鹏会审字【2023】第 0123 号",
        "报告编号 深鹏会审字【2023】第0123号",
        "，深鹏会审字 【 2023 】 第0123号",
    ],
)
def test_a_label_and_blanks_are_left_out(printed: str) -> None:
    assert certificates.parse_report_number(printed) == "深鹏会审字【2023】第0123号"


@pytest.mark.parametrize(
    "printed",
    ["国科发火〔2016〕195号", "财税〔2015〕119号", "国家税务总局公告2021年第28号", "第3号", ""],
)
def test_documents_of_government_are_no_report_numbers(printed: str) -> None:
    with pytest.raises(ValueError, match="not one report number"):
        certificates.parse_report_number(printed)


def test_spans_lead_to_the_print() -> None:
    text = "我们出具了天健审〔2024〕3-123号审计报告和深鹏会专审字[2023]第0123号报告"
    first, _ = certificates.find_report_numbers(text)
    assert text[first.start : first.end] == first.value == "天健审〔2024〕3-123号"


def test_high_tech_numbers_are_read() -> None:
    assert certificates.parse_high_tech("GR2023 4420 1234") == "GR202344201234"
    with pytest.raises(ValueError, match="高新"):
        certificates.parse_high_tech("GR2023")


def test_patent_numbers_and_their_check_figure() -> None:
    assert certificates.parse_patent("ZL 2021 1 0123456.7") == "ZL202110123456.7"
    assert certificates.parse_patent("专利号：zl98101234.x".upper()) == "ZL98101234.X"
    # weights 2 to 9 and 2 to 5: 2·2+0·3+2·4+1·5+1·6+0·7+1·8+2·9+3·2+4·3+5·4+6·5 = 117 = 7 mod 11
    assert certificates.patent_valid("ZL202110123456.7")
    assert not certificates.patent_valid("ZL202110123456.8")


def test_accountants_have_twelve_figures_and_firms_eight() -> None:
    assert certificates.parse_cpa("4403 0012 3456") == "440300123456"
    assert certificates.parse_firm_licence("47470029") == "47470029"
    with pytest.raises(ValueError, match="CPA"):
        certificates.parse_cpa("47470029")


@pytest.mark.parametrize("number", ["440301103448669", "440301103097413", "110108012660422"])
def test_old_registration_numbers_pass_their_check(number: str) -> None:
    assert registration.problem(registration.parse(number)) == ""
    assert registration.problem(number[:-1] + str((int(number[-1]) + 1) % 10)) != ""
    assert [hit.value for hit in registration.find_all(f"注册号：{number}，")] == [number]
