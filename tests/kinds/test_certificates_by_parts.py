"""Certificates whose labels are new compounds, and what only sentences or seals tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docint.contracts import Tools
from docint.kinds.audit_report.kind import find as audited
from docint.kinds.institution_certificate.kind import find as registered
from docint.kinds.qualification_certificate.kind import find as qualified
from docint.kinds.title_certificate.kind import find as titled
from docint.types.place import Box
from docint.types.reading import Page, Seal
from docint.values.offices import mended
from tests.printed import document_of, printed_page

TITLE = """专业技术资格证书
姓名：苗青禾
{line}
江陵市人力资源和社会保障局
"""


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("任职资格起算日：2021.3.17", "issued_on", "2021-03-17"),
        ("职称评审通过日期  2021年3月17日", "issued_on", "2021-03-17"),
        ("职称批准时间：2021-03-17", "issued_on", "2021-03-17"),
        ("现任专业技术职务：高级工程师", "title", "高级工程师"),
        ("评定资格名称：高级工程师", "title", "高级工程师"),
        ("资格层次：副高级", "level", "副高级"),
        ("系列专业：飞行器设计", "specialty", "飞行器设计"),
    ],
)
def test_the_labels_of_a_title_are_compounds_of_few_words(
    line: str, field: str, value: str
) -> None:
    facts = titled(document_of("title-certificate", printed_page(TITLE.format(line=line))), Tools())
    assert {str(item.path[0]): item.value for item in facts.items}[field] == value


@pytest.mark.parametrize(
    ("read", "whole"),
    [
        ("广东省力资源和会保障厅", "广东省人力资源和社会保障厅"),
        ("深圳市人力资源保障局", "深圳市人力资源保障局"),
        ("广东省人力资源和社会保障厅", "广东省人力资源和社会保障厅"),
        ("东省力资源和会保障厅", "东省力资源和会保障厅"),
        ("江陵科技协会", "江陵科技协会"),
    ],
)
def test_an_office_that_lost_characters_is_made_whole(read: str, whole: str) -> None:
    assert mended(read) == whole


def test_half_the_name_of_a_province_is_no_issuer() -> None:
    page = printed_page(
        "专业技术资格证书\n姓名：苗青禾\n级别：中级\n编号：12345678\n东省人力资源和社会保障厅\n"
    )
    seal = Seal("广东省力资源和会保障厅", "red", "round", Box(200, 100, 260, 160), 0.9)
    found = {
        str(item.path[0]): item
        for sealed in (page, replace(page, seals=(seal,)))
        for item in titled(document_of("title-certificate", sealed), Tools()).items
    }
    assert found["issued_by"].value == "广东省人力资源和社会保障厅"
    assert found["issued_by"].repaired
    assert "issued_by" not in {
        str(item.path[0]) for item in titled(document_of("title-certificate", page), Tools()).items
    }


SENTENCE = """编号：GR202399000021
高新技术企业证书
经审核，江陵云帆航空技术有限公司符合《高新技术企业认定管理办法》的规定，
自{since}起认定为高新技术企业，有效期三年，至{until}届满。
江陵市科学技术局
"""


@pytest.mark.parametrize(
    ("since", "until"),
    [("2023年12月5日", "2026年12月5日"), ("二〇二三年十二月五日", "二〇二六年十二月五日")],
)
def test_a_sentence_certifies_from_one_day_to_another(since: str, until: str) -> None:
    page = printed_page(SENTENCE.format(since=since, until=until))
    facts = qualified(document_of("qualification-certificate", page), Tools())
    found = {str(item.path[0]): item.value for item in facts.items}
    assert found["holder"] == "江陵云帆航空技术有限公司"
    assert (found["issued_on"], found["valid_until"]) == ("2023-12-05", "2026-12-05")


def test_what_a_sentence_calls_a_unit_may_not_be_the_heading() -> None:
    page = printed_page("江陵云帆航空技术有限公司\n经认定，你单位为高新技术企业。\n")
    facts = qualified(document_of("qualification-certificate", page), Tools())
    told = next(item for item in facts.items if item.path == ("title",))
    assert told.confidence < 0.95


INSTITUTION = """事业单位法人证书
名称                                 统一社会信用代码
江陵市航空技术研究院                 12420000MB0A12345X
有效期
自2020年03月23日至{until}
宗旨和业务范围
开展航空技术研究。


                         江陵市事业单位登记管理局
                         二〇二年三月二十三日
"""


def issued(page: Page) -> object:
    facts = registered(document_of("institution-certificate", page), Tools())
    return {str(item.path[0]): item.value for item in facts.items}.get("issued_on")


def test_a_year_that_lost_a_figure_is_the_one_another_date_bears_out() -> None:
    assert issued(printed_page(INSTITUTION.format(until="2025年03月23日"))) == "2020-03-23"


def test_a_year_that_lost_a_figure_stays_open_by_itself() -> None:
    page = INSTITUTION.replace("2020年03月23日", "2020年04月01日").format(until="2025年03月31日")
    assert issued(printed_page(page)) is None


@pytest.mark.parametrize(
    "line",
    ["本报告日期为2023.1.27", "审计报告签署于2023年1月27日", "报告日期：二〇二三年一月二十七日"],
)
def test_a_report_says_of_which_day_it_is(line: str) -> None:
    page = printed_page(
        "审计报告\n江陵云帆航空技术有限公司全体股东：\n我们审计了贵公司财务报表，包括2022年12月31日的"
        "资产负债表，2022年度的利润表。\n江陵会计师事务所（普通合伙）\n"
        f"中国注册会计师：容止\n中国注册会计师：岳青\n{line}\n"
    )
    facts = audited(document_of("audit-report", page), Tools())
    assert {str(item.path[0]): item.value for item in facts.items}["report_date"] == "2023-01-27"


def test_a_place_before_an_honour_is_no_verb() -> None:
    page = printed_page("证书\n江陵云帆航空技术有限公司：\n被认定为湖北省“专精特新”中小企业。\n")
    facts = qualified(document_of("qualification-certificate", page), Tools())
    found = {str(item.path[0]): item.value for item in facts.items}
    assert found["title"] == "湖北省“专精特新”中小企业"


def test_a_name_filled_into_a_blank_stands_apart_from_how_one_is_addressed() -> None:
    page = printed_page(
        "专业技术职务任职资格证书\n苗青禾   同志于 二〇二一 年 三 月 十七 日，经江陵市电气专业高级"
        "工程师评审委员会评审通过，具备高级工程师资格。\n"
    )
    facts = titled(document_of("title-certificate", page), Tools())
    assert {str(item.path[0]): item.value for item in facts.items}["holder"] == "苗青禾"
