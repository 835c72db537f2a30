"""Contracts that give each party a row of a ruled form, and terms as such forms print them."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.labor_contract.kind import find
from docint.types.reading import Page
from tests.printed import document_of, printed_page, ruled_page

EDGES = (40.0, 130.0, 560.0)


def said(page: Page) -> dict[str, object]:
    return {
        str(item.path[0]): item.value
        for item in find(document_of("labor-contract", page), Tools()).items
    }


def form(employee: str, term: str = "固定期限。起：2023年4月6日 止：2026年4月5日") -> Page:
    return ruled_page(
        "全员劳动合同书",
        [
            ["甲方（用工\n企业）", "江陵云帆航空技术股份\n有限公司\n法定代表人：容止"],
            ["乙方（受聘\n员工）", employee],
            ["用工期限", term],
        ],
        EDGES,
    )


@pytest.mark.parametrize(
    ("cell", "name", "sex"),
    [
        ("苗青禾女 1986年4月9日生\n身份证110105198604090027", "苗青禾", "女"),
        ("苗禾女\n身份证110105198604090027", "苗禾", "女"),
        ("苗胜男\n身份证110105198604090027", "苗胜男", None),
        ("姓名：苗青禾，女\n身份证号110105198604090027", "苗青禾", "女"),
    ],
)
def test_a_row_of_the_form_names_the_employee_and_the_sex(
    cell: str, name: str, sex: str | None
) -> None:
    found = said(form(cell))
    assert (found["employee"], found.get("sex")) == (name, sex)
    assert found["id_number"] == "110105198604090027"


def test_a_row_of_the_form_names_the_employer_over_two_lines() -> None:
    found = said(form("苗青禾 女"))
    assert found["employer"] == "江陵云帆航空技术股份有限公司"


@pytest.mark.parametrize(
    ("term", "days"),
    [
        ("固定期限。起：二〇二三年四月六日 止：二〇二六年四月五日", ("2023-04-06", "2026-04-05")),
        ("固定期限 起2023-04-16 止2026-04-15", ("2023-04-16", "2026-04-15")),
        ("生效 2023-4-16　届满 2026-4-15", ("2023-04-16", "2026-04-15")),
        ("起止时间：2023年4月6日\n2026年4月5日", ("2023-04-06", "2026-04-05")),
        ("试用期2个月 用工期限 生效2023/4/16 届满2026/4/15", ("2023-04-16", "2026-04-15")),
    ],
)
def test_the_two_ends_of_a_term_have_labels_of_their_own(term: str, days: tuple[str, str]) -> None:
    found = said(form("苗青禾 女", term))
    assert (found["valid_from"], found["valid_until"]) == days


def test_a_term_without_an_end_has_only_its_first_day() -> None:
    found = said(form("苗青禾 女", "无固定期限 生效 2023-04-16 届满 不适用"))
    assert (found["valid_from"], found["valid_until"]) == ("2023-04-16", "long-term")


def test_a_day_on_which_a_term_ends_is_none_on_which_it_begins() -> None:
    found = said(form("苗青禾 女", "固定期限，于2023年4月16日届满"))
    assert "valid_from" not in found


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("乙方在结构设计师岗位工作。", "结构设计师"),
        ("乙方同意到试飞工程师岗位任职。", "试飞工程师"),
    ],
)
def test_a_clause_names_the_post_in_which_one_works(clause: str, value: str) -> None:
    assert said(printed_page(f"劳动合同\n第二条 工作岗位\n{clause}\n"))["position"] == value


def test_part_time_is_told_by_the_title_or_by_the_hours_of_a_week() -> None:
    assert said(printed_page("非全日制用工合同（兼职岗位）\n乙方：苗青禾"))["full_time"] is False
    hours = "劳动合同\n乙方按小时提供劳动，周工时合计不超过二十四小时。"
    assert said(printed_page(hours))["full_time"] is False


@pytest.mark.parametrize(
    ("term", "days"),
    [
        ("本合同期限为叁年，自2023年3月1日起计算。", ("2023-03-01", "2026-02-28")),
        ("合同期限36个月，从2023年3月1日起算，试用期限为三个月。", ("2023-03-01", "2026-02-28")),
        ("合同期限：两年（2023年3月1日起）", ("2023-03-01", "2025-02-28")),
    ],
)
def test_the_last_day_of_a_term_is_counted_and_doubtful(term: str, days: tuple[str, str]) -> None:
    page = printed_page(f"劳动合同\n甲方：江陵云帆航空技术有限公司\n第一条 {term}\n")
    facts = find(document_of("labor-contract", page), Tools())
    found = {str(item.path[0]): item for item in facts.items}
    assert (found["valid_from"].value, found["valid_until"].value) == days
    assert found["valid_until"].confidence <= 0.6


def test_how_long_a_trial_lasts_is_not_how_long_the_contract_does() -> None:
    page = printed_page("劳动合同\n第一条 合同期限自2023年3月1日起，试用期限为三个月。\n")
    assert "valid_until" not in said(page)


@pytest.mark.parametrize("form", ["用工形式          岗位\n全日制            结构设计师", "全日制"])
def test_full_time_may_stand_alone_under_its_label(form: str) -> None:
    assert said(printed_page(f"劳动合同\n{form}\n"))["full_time"] is True


def test_an_open_term_begins_without_a_word_before_its_day() -> None:
    page = printed_page(
        "劳动合同\n合同期限\n□ 固定期限：  年  月  日至  年  月  日\n"
        "√ 无固定期限：2023年3月1日起至法定终止条件出现\n"
    )
    found = said(page)
    assert (found["valid_from"], found["valid_until"]) == ("2023-03-01", "long-term")


@pytest.mark.parametrize(
    "clause",
    ["岗位（工种）为：_结构设计师_。", "甲方聘用乙方在 专业技术 类 结构设计师 岗位工作。"],
)
def test_a_post_is_named_without_its_class_and_its_blank(clause: str) -> None:
    assert said(printed_page(f"聘用合同\n第二条 {clause}\n"))["position"] == "结构设计师"


@pytest.mark.parametrize("called", ["本单位", "学校", "我方", "本院"])
def test_the_employer_is_called_by_what_it_is(called: str) -> None:
    page = printed_page(
        f"聘用合同书\n2023年4月1日，江陵航空学院（以下简称“{called}”）与苗青禾（以下简称“受聘人员”）"
        "签订本合同。\n"
    )
    assert said(page)["employer"] == "江陵航空学院"


def test_the_post_behind_a_numbered_label_needs_no_colon() -> None:
    page = printed_page("劳动合同\n甲方：江陵云帆航空技术有限公司\n四、工作岗位  结构设计师\n")
    assert said(page)["position"] == "结构设计师"


def test_a_sentence_describes_the_employee_before_it_gives_the_short_name() -> None:
    page = printed_page(
        "聘用协议书\n江陵云帆航空技术有限公司（以下简称甲方）因工作需要，聘用苗青禾（女，1986年4月9日出生，"
        "以下简称乙方）\n为本公司全职结构工程师。\n"
    )
    found = said(page)
    assert (found["employee"], found["sex"]) == ("苗青禾", "女")
    assert found["position"] == "结构工程师"


def test_a_sentence_may_tell_the_end_of_the_term_first() -> None:
    page = printed_page(
        "劳动合同\n1、本合同有效期限至2026年4月5日止，自2023年4月6日起生效，为固定期限合同。\n"
    )
    found = said(page)
    assert (found["valid_from"], found["valid_until"]) == ("2023-04-06", "2026-04-05")
