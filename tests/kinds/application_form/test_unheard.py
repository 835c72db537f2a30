"""What no list has is read by the words it is nearest to, or by its values."""

from __future__ import annotations

import pytest

from docint.kinds.application_form.labels import likely, match
from docint.kinds.application_form.nearest import nearest_fields, nearest_owner
from tests.kinds.application_form.paper import blank, grid, saved, values

LEAD = "深圳市明澜微电子有限公司"
CODE = "91440300MA5G8XK72P"


@pytest.mark.parametrize(
    ("label", "family", "field"),
    [
        ("机构注册登记日", "unit", "established_on"),
        ("支出科目分类", "budget", "item"),
        ("计划建设年限", "project", "period"),
        ("法定住所地址", "unit", "address"),
    ],
)
def test_a_label_asks_what_its_nearest_words_ask(label: str, family: str, field: str) -> None:
    assert nearest_fields(label)[family] == field  # type: ignore[index]


@pytest.mark.parametrize("text", ["量子", "张三", "深圳市南山区", "12", "云岭智造", "ABC"])
def test_what_is_like_nothing_asks_nothing(text: str) -> None:
    assert nearest_fields(text) == {}
    assert nearest_owner(text) == ""


def test_a_value_with_a_label_s_words_is_a_label_only_where_labels_stand() -> None:
    assert match("先进制造业集群") is None
    assert likely("先进制造业集群") is not None


def test_values_below_labels_need_no_section_where_one_of_them_tells_itself() -> None:
    paper = blank()
    grid(paper, [["客户名称", "统一信用代码", "行政区"], [LEAD, CODE, "深圳市福田区"]])
    found = values(saved(paper))
    assert (found["lead", "name"], found["lead", "uscc"]) == (LEAD, CODE)


def test_a_numbered_list_of_fields_is_a_list_of_labels() -> None:
    paper = blank()
    rows = [
        ["序号", "字段", "填报值"],
        ["1", "牵头单位名称", LEAD],
        ["2", "统一社会信用代码", CODE],
    ]
    grid(paper, rows)
    assert values(saved(paper)) == {("lead", "name"): LEAD, ("lead", "uscc"): CODE}


def test_records_of_two_rows_are_one_record_each() -> None:
    paper = blank()
    paper.add_paragraph("三、参与单位汇总")
    grid(
        paper,
        [
            ["编号", "参与单位全称", "法人代码"],
            ["", "法人代表", "单位类型"],
            ["1", "南粤理工大学", "12440000455858221Q"],
            ["", "陈一帆", "高校"],
            ["2", "深圳市云岭智造有限公司", CODE],
            ["", "林知远", "企业"],
        ],
    )
    found = values(saved(paper))
    assert found["members", 0, "legal_representative"] == "陈一帆"
    assert found["members", 1, "name"] == "深圳市云岭智造有限公司"
    assert found["members", 1, "uscc"] == CODE


def test_columns_are_told_by_their_cells_where_headings_are_unheard() -> None:
    paper = blank()
    paper.add_paragraph("三、参与单位")
    grid(
        paper,
        [
            ["编号", "伙伴", "客群", "码", "法代"],
            ["1", "南粤理工大学", "高校", "12440000455858221Q", "陈一帆"],
            ["2", "深圳市云岭智造有限公司", "企业", CODE, "林知远"],
        ],
    )
    found = values(saved(paper))
    assert found["members", 0, "name"] == "南粤理工大学"
    assert found["members", 1, "legal_representative"] == "林知远"


def test_paragraphs_that_only_count_are_targets_under_any_heading() -> None:
    paper = blank()
    paper.add_paragraph("四、里程碑")
    paper.add_paragraph("研制样机（应达2台），新增营业收入（应达1300万元），发表论文（应达6篇）。")
    found = values(saved(paper))
    assert [found["targets", n, "number"] for n in range(3)] == [2, 1300, 6]


def test_what_was_done_is_no_target() -> None:
    paper = blank()
    paper.add_paragraph("近三年已研制样机2台，已申请专利13件，已发表论文6篇。")
    assert not values(saved(paper))


def test_a_group_s_heading_does_not_end_a_list() -> None:
    paper = blank()
    paper.add_paragraph("五、建设目标")
    rows = [["目标名称", "期末值", "计量单位"], ["（一）约束性", "", ""], ["研制样机", "5", "台"]]
    grid(paper, [*rows, ["（二）预期性", "", ""], ["发表论文", "9", "篇"]])
    found = values(saved(paper))
    assert (found["targets", 0, "item"], found["targets", 1, "number"]) == ("研制样机", 9)


def test_a_sentence_tells_of_a_person_named_right_behind_the_part() -> None:
    paper = blank()
    paper.add_paragraph(
        f"首席技术负责人周一鸣，男，生日为1980年10月7日，今年43岁，在{LEAD}全职工作。"
    )
    found = values(saved(paper))
    assert found["chief_engineer", "name"] == "周一鸣"
    assert found["chief_engineer", "birth_date"] == "1980-10-07"
    assert found["chief_engineer", "employer"] == LEAD
