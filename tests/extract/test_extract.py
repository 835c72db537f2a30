from __future__ import annotations

from typing import Any

import pytest

from docint.contracts import Field, Kind, Tools
from docint.extract.extract import facts_of, labelled_facts
from docint.types.document import Document
from docint.types.fact import Facts
from docint.types.place import Box
from docint.types.reading import Cell, Line, Page, Table, Word
from tests.printed import document_of, leaf_of, printed_page

FIELDS = (
    Field("name", "unit.name", ("名称", "甲方")),
    Field("uscc", "unit.uscc", ("统一社会信用代码",)),
    Field("capital", "unit.registered-capital", ("注册资本",)),
    Field("address", "unit.address", ("住所",), block=True),
    Field("scope", "unit.business-scope", ("经营范围",), block=True),
    Field("established_on", "unit.established-on", ("成立日期",)),
)


def values(document: Document) -> dict[Any, Any]:
    return {item.path[0]: item.value for item in labelled_facts(document, FIELDS, Tools())}


def read(text: str, *, plain: bool = False) -> dict[Any, Any]:
    return values(document_of("business-license", printed_page(text, plain=plain)))


def test_columns_side_by_side_keep_their_values_apart() -> None:
    found = read(
        "名    称  深圳市澄川数据有限公司      注册资本  壹佰万元\n"
        "经营范围  数据处理服务；软件开发；    住    所  深圳市福田区八卦\n"
        "          信息系统集成。                        路11号"
    )
    assert found == {
        "name": "深圳市澄川数据有限公司",
        "capital": "1000000.00",
        "scope": "数据处理服务；软件开发；信息系统集成。",
        "address": "深圳市福田区八卦路11号",
    }


def test_a_long_name_wraps_under_itself() -> None:
    found = read(
        "名    称  深圳市澄川数据与人工智能应用\n"
        "          技术有限公司\n"
        "住    所  深圳市福田区八卦路11号一楼"
    )
    assert found["name"] == "深圳市澄川数据与人工智能应用技术有限公司"


def test_a_value_stands_under_its_label() -> None:
    found = read("统一社会信用代码            营业执照\n91440300MA5F8K2Q3U")
    assert found["uscc"] == "91440300MA5F8K2Q3U"


def test_a_blank_to_be_filled_in_is_absent() -> None:
    assert read("名称：____________\n注册资本：      万元") == {}


def test_a_code_with_a_wrong_check_character_comes_out_as_read() -> None:
    assert read("统一社会信用代码：91440300MA5F8K2Q3X")["uscc"] == "91440300MA5F8K2Q3X"


def test_plain_paragraphs_give_label_and_value_on_one_line() -> None:
    found = read("甲方：深圳市澄川数据有限公司  成立日期：2016年11月8日", plain=True)
    assert found == {"name": "深圳市澄川数据有限公司", "established_on": "2016-11-08"}


def table_page(*rows: tuple[str, ...]) -> Page:
    cells = tuple(
        Cell(r, c, text, where=f"表1 第{r + 1}行第{c + 1}列")
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Page(1, 0, 0, "docx", "docx", (), (Table(cells),))


def test_a_tables_value_stands_right_of_its_label() -> None:
    page = table_page(("名 称", "深圳市澄川数据有限公司", "成立日期", "2016.11.8"))
    document = document_of("application-form", page)
    assert values(document) == {"name": "深圳市澄川数据有限公司", "established_on": "2016-11-08"}
    fact = labelled_facts(document, FIELDS, Tools()).get("name")
    assert fact is not None
    assert fact.evidence[0].place.where == "表1 第1行第2列"


def test_a_tables_value_stands_under_a_header() -> None:
    page = table_page(("名称", "注册资本"), ("深圳市澄川数据有限公司", "100万元"))
    assert values(document_of("other", page)) == {
        "name": "深圳市澄川数据有限公司",
        "capital": "1000000.00",
    }


def test_a_cell_may_hold_label_and_value() -> None:
    page = table_page(("名称：深圳市澄川数据有限公司", "注册资本：100万元"))
    assert values(document_of("other", page))["capital"] == "1000000.00"


def test_a_small_first_line_beside_a_tall_label_is_its_value() -> None:
    def line(text: str, x: float, top: float, size: float) -> Line:
        words = tuple(
            Word(char, Box(x + n * size, top, x + (n + 1) * size, top + size))
            for n, char in enumerate(text)
        )
        return Line(text, Box(x, top, x + len(text) * size, top + size), words)

    lines = (
        line("经营范围", 60, 260, 16),
        line("数据处理服务；软件开发；", 140, 254, 9),
        line("信息系统集成。", 140, 266, 9),
    )
    page = Page(1, 600, 400, "text", "text", lines)
    found = values(document_of("business-license", page))
    assert found["scope"] == "数据处理服务；软件开发；信息系统集成。"


def test_the_box_is_that_of_the_values_words_only() -> None:
    document = document_of("business-license", printed_page("名称  澄川公司"))
    fact = labelled_facts(document, FIELDS, Tools()).get("name")
    assert fact is not None
    assert fact.evidence[0].place.box == Box(76, 60, 124, 72)
    assert fact.raw == "澄川公司"


@pytest.mark.parametrize(("score", "sure"), [(1.0, True), (0.93, False), (0.6, False)])
def test_a_value_read_with_doubt_is_less_than_nine_tenths_sure(score: float, sure: bool) -> None:
    page = printed_page("名称  深圳市澄川数据有限公司", origin="ocr", score=score)
    fact = labelled_facts(document_of("other", page), FIELDS, Tools()).get("name")
    assert fact is not None
    assert (fact.confidence >= 0.9) is sure


def test_two_prints_that_differ_contest_each_other() -> None:
    page = printed_page("名称：深圳市澄川数据有限公司\n\n名称：深圳市云岭精密科技有限公司")
    fact = labelled_facts(document_of("other", page), FIELDS, Tools()).get("name")
    assert fact is not None
    assert fact.confidence < 0.9


def test_the_same_print_elsewhere_in_the_document_is_a_witness() -> None:
    pages = [printed_page("名称：深圳市澄川数据有限公司", n) for n in (1, 2)]
    fact = labelled_facts(document_of("other", *pages), FIELDS, Tools()).get("name")
    assert fact is not None
    assert [witness.kind for witness in fact.witnesses] == ["document"]


def test_a_leaf_names_its_file() -> None:
    assert leaf_of(printed_page("甲"), "a.jpg").file == "a.jpg"


def test_what_a_kind_refused_does_not_come_back_by_its_label() -> None:
    kind = Kind("labor-contract", "劳动合同", (), FIELDS, find=lambda _, tools: Facts())
    document = document_of(
        "labor-contract", printed_page("甲方：深圳市澄川数据有限公司", plain=False)
    )
    assert labelled_facts(document, kind.fields, Tools()).items
    assert not facts_of(document, kind, Tools()).items


UNDER = """
   住所                                   经营范围
   深圳市南山区高新南四道18号创维半       集成电路设计；仪器仪表制造；软
   导体设计大厦1201室                     件开发；技术进出口。
"""


def test_a_block_under_its_label_goes_on_while_its_lines_fill_the_column() -> None:
    found = read(UNDER)
    assert found["scope"] == "集成电路设计；仪器仪表制造；软件开发；技术进出口。"
