from __future__ import annotations

from dataclasses import replace

import pytest

from docint.extract import orphans
from docint.extract.authorities import authorities, named
from docint.extract.certificates import (
    authority_of_seal,
    district_of,
    issued_on,
    issuer,
    issuer_at_foot,
    issuer_of_seal,
    term_end,
    term_start,
)
from docint.extract.flow import Span
from docint.extract.proof import fact
from docint.types.fact import Fact
from docint.types.place import Box, Place
from docint.types.reading import Seal
from docint.values.offices import MARKET
from tests.printed import SOURCE, document_of, printed_page

PLACE = Place(SOURCE, 1, Box(0, 0, 10, 10))


def given(path: str, value: str) -> Fact:
    return fact((path,), value, Span(value, PLACE, "text"))


def test_a_term_has_two_ends() -> None:
    assert term_start("自2021年03月05日至2026年03月05日") == "2021-03-05"
    assert term_end("2010年9月6日至长期") == "long-term"


def test_an_end_alone_says_nothing_of_the_beginning() -> None:
    with pytest.raises(ValueError, match="no beginning"):
        term_start("至2026年03月05日")


FOOT = "营业执照\n名称：澄川公司\n成立日期：2016年11月08日\n\n\n\n登记机关\n{}"


@pytest.mark.parametrize(
    ("foot", "value"),
    [
        ("2020年04月21日", "2020-04-21"),
        ("2020 年 04 月 21 日", "2020-04-21"),
        ("2020年4月", "2020-04"),
        ("2020 年 04 月 2+ 日", "2020-04"),
        ("2020年4月2日", "2020-04-02"),
    ],
)
def test_the_date_at_the_foot_is_the_day_of_issue(foot: str, value: str) -> None:
    found = issued_on(document_of("business-license", printed_page(FOOT.format(foot))), ())
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "foot",
    [
        "每年1月1日至6月30日报送年度报告",
        "打印时间：2024年1月14日",
        "有效期至2026年3月5日",
        "2020年五月21日",
    ],
)
def test_other_dates_at_the_foot_are_not(foot: str) -> None:
    assert issued_on(document_of("business-license", printed_page(FOOT.format(foot))), ()) is None


def test_a_half_hidden_date_is_less_sure() -> None:
    page = printed_page(FOOT.format("2020年4月"))
    found = issued_on(document_of("business-license", page), ())
    assert found is not None
    assert found.confidence < 0.9


def test_a_roughly_read_seal_is_matched_to_a_plausible_authority() -> None:
    page = replace(
        printed_page("营业执照"),
        seals=(Seal("上海市宝山汉市场监督管理品", "red", "round", Box(300, 700, 400, 800), 0.9),),
    )
    known = [given("uscc", "91310113MA5F8K2Q3U")]
    found = authority_of_seal(document_of("x", page), "registration_authority", known, MARKET)
    assert found is not None
    assert (found.value, found.raw) == ("上海市宝山区市场监督管理局", "上海市宝山汉市场监督管理品")
    assert found.repaired
    assert found.confidence < 0.9


def test_a_companys_own_seal_names_no_authority() -> None:
    names = authorities(["广东省深圳市福田区"], MARKET)
    assert named("深圳市云岭精密科技有限公司", names) is None


def test_a_branch_of_an_authority_is_plausible() -> None:
    assert "北京市工商行政管理局房山分局" in authorities(["北京市房山区"], MARKET)


def test_an_address_tells_its_district() -> None:
    found = district_of(given("address", "深圳市福田区八卦路11号"))
    assert found is not None
    assert found.value == {"code": "440304", "name": "广东省深圳市福田区"}


def test_a_street_alone_tells_no_district() -> None:
    assert district_of(given("address", "八卦路11号")) is None


def test_a_sentence_is_no_issuer() -> None:
    with pytest.raises(ValueError, match="no authority"):
        issuer("本证书由持证人保管。")


def test_who_signs_at_the_foot_issued_it() -> None:
    page = printed_page("职称证书\n姓名：顾澄\n\n\n\n北京市人力资源和社会保障局\n2020年1月6日")
    found = issuer_at_foot(document_of("title-certificate", page))
    assert found is not None
    assert found.value == "北京市人力资源和社会保障局"


def test_an_address_without_its_label_is_told_by_its_shape() -> None:
    page = printed_page("深圳市福田区八卦路11号\n登记机关 深圳市市场监督管理局")
    found = orphans.address(document_of("business-license", page), ())
    assert found is not None
    assert found.value == "深圳市福田区八卦路11号"
    assert found.confidence < 0.9


def test_two_names_without_labels_are_none() -> None:
    page = printed_page("深圳市澄川数据有限公司\n\n深圳市云岭精密科技有限公司")
    assert orphans.name(document_of("business-license", page), ()) is None


def test_a_legible_seal_names_the_issuer_that_print_does_not() -> None:
    page = printed_page("高新技术企业证书\n企业名称：青岩云帆数据有限公司")
    box = Box(300, 500, 400, 600)
    clear = Seal("济南市科学技术局", "red", "round", box, 0.95)
    told = issuer_of_seal(document_of("qualification-certificate", replace(page, seals=(clear,))))
    assert told
    assert told.value == "济南市科学技术局"
    assert told.confidence < 0.9
    faint = replace(clear, confidence=0.5)
    assert not issuer_of_seal(
        document_of("qualification-certificate", replace(page, seals=(faint,)))
    )


@pytest.mark.parametrize(
    "beside", ["息，请登录国家企业信用信息公示系统查询。", "年度报告应当于六月底之前报送"]
)
def test_prose_that_ends_beside_the_date_of_issue_says_nothing_of_it(beside: str) -> None:
    foot = FOOT.format(f"{beside}    2015年 12月 17 日")
    found = issued_on(document_of("business-license", printed_page(foot)), ())
    assert found is not None
    assert found.value == "2015-12-17"


def test_a_label_before_a_blank_says_what_day_it_is() -> None:
    foot = FOOT.format("有效期至    2030年12月17日")
    assert issued_on(document_of("business-license", printed_page(foot)), ()) is None
