"""Labels that carry a unit, English under them, or the two ends of a term in cells of their own."""

from __future__ import annotations

import pytest

from docint.classify.classify import classify
from docint.contracts import Tools
from docint.kinds.credit_report.kind import find as credit
from docint.kinds.institution_certificate.kind import find as institution
from docint.kinds.labor_contract.kind import find as contract
from docint.kinds.qualification_certificate.kind import find as qualification
from docint.kinds.social_insurance_record.kind import find as insurance
from docint.kinds.title_certificate.kind import find as title
from docint.kinds.title_certificate.kind import title as title_of
from docint.shelf import units
from docint.types.fact import Facts
from tests.printed import document_of, leaf_of, printed_page


def values(found: Facts) -> dict[str, object]:
    return {str(item.path[0]): item.value for item in found.items}


PLATFORM = """事业单位法人证书
事业单位名称    珠江海洋研究院          法定代表人    戚明远
开办资金（{unit}）    40822.0
有效期自    2021/9/8                有效期止    2026/9/8
发证机关    广东省事业单位登记管理局
"""


@pytest.mark.parametrize(("unit", "funds"), [("万元", "408220000.00"), ("元", "40822.00")])
def test_a_label_gives_the_unit_of_its_sum(unit: str, funds: str) -> None:
    page = printed_page(PLATFORM.format(unit=unit))
    said = values(institution(document_of("institution-certificate", page), Tools()))
    assert said["opening_funds"] == funds
    assert said["valid_until"] == "2026-09-08"


def test_english_under_a_label_is_no_value() -> None:
    page = printed_page("姓名\nFull Name\n\n资格名称\nQualification\n")
    assert not values(title(document_of("title-certificate", page), Tools()))


def test_a_heading_is_no_position() -> None:
    page = printed_page(
        "劳动合同书\n乙方同意在总工程师岗位（工种）工作，工作地点为深圳市\n"
        "双方约定的岗位\n九、争议处理\n"
    )
    assert values(contract(document_of("labor-contract", page), Tools()))["position"] == "总工程师"


LAWFUL = """    {title}
    （无违法违规记录证明版）
经营主体名称                    统一社会信用代码          报告日期
宁波屿光新能源有限公司          91330200MA2CJ1X09K        2024/5/11
查询区间：2021年1月1日至出具日期前一日。
行政处罚    0    严重失信主体名单    0    经营（活动）异常名录    0
"""


def test_the_report_is_made_on_its_day_not_when_the_search_begins() -> None:
    page = printed_page(LAWFUL.format(title="法人和非法人组织公共信用信息报告"))
    said = values(credit(document_of("credit-report", page), Tools()))
    assert said["report_date"] == "2024-05-11"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("法人和非法人组织公共信用信息报告", "credit-report"), ("企业信用报告", "other")],
)
def test_a_version_of_the_one_report_is_the_report(heading: str, kind: str) -> None:
    page = printed_page(LAWFUL.format(title=heading))
    (known,) = classify([leaf_of(page)], units("kinds", "kind"), {})
    assert known.kind == kind


def test_a_unit_behind_its_city_may_wrap() -> None:
    page = printed_page(
        "个人参保证明\n姓名    祝棠    证件号码    330203199001014519\n"
        "参保起止时间        缴费单位                    各险种实际缴费月数\n"
        "202305-202403       深圳市：航合精密仪器（深圳）有    11    11    11\n"
        "                    限责任公司\n"
    )
    said = values(insurance(document_of("social-insurance-record", page), Tools()))
    assert said["employer"] == "航合精密仪器（深圳）有限责任公司"


def test_a_term_in_brackets_is_one() -> None:
    page = printed_page("高新技术企业证书\n（资格有效期：2022.12.15-2025.12.15）\n")
    said = values(qualification(document_of("qualification-certificate", page), Tools()))
    assert said["valid_until"] == "2025-12-15"


def test_a_numbered_row_counts_whatever_stands_between() -> None:
    page = printed_page(
        "法人和非法人组织公共信用信息报告\n"
        "序号    信息类别          主要信息来源      记录数量    最早年度\n"
        "1       行政许可          市场监管部门      4           2021\n"
        "2       行政处罚信息      行政执法部门      0\n"
        "3       经营异常名录      市场监管部门      1           2022\n"
    )
    said = values(credit(document_of("credit-report", page), Tools()))
    assert (said["penalty_count"], said["abnormal_count"]) == (0, 1)


def test_of_authorities_one_under_another_the_first_leads() -> None:
    page = printed_page(
        "高新技术企业证书\n            宁波市科学技术局\n发证机关    宁波市财政局\n"
        "            国家税务总局宁波市税务局\n"
    )
    said = values(qualification(document_of("qualification-certificate", page), Tools()))
    assert said["issued_by"] == "宁波市科学技术局"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("副高级高级工程师", "高级工程师"),
        ("正高级正高级工程师", "正高级工程师"),
        ("正高级工程师", "正高级工程师"),
    ],
)
def test_the_level_of_another_line_is_no_part_of_a_title(printed: str, value: str) -> None:
    assert title_of(printed) == value


def test_a_letter_ends_with_its_day_in_figures_too() -> None:
    page = printed_page(
        "社会保险缴费情况表\n姓名    祝棠\n打印说明见背面\n深圳市社会保险基金管理局\n2024-05-29\n"
    )
    said = values(insurance(document_of("social-insurance-record", page), Tools()))
    assert said["issued_on"] == "2024-05-29"
