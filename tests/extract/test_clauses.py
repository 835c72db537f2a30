"""Paragraphs over line and page breaks, and numbered clauses."""

from __future__ import annotations

from docint.extract.clauses import clauses, prose, sentences
from tests.printed import document_of, printed_page

LONG = "各方围绕低空感知关键技术开展联合攻关优势互补共同提升产业链"


def test_a_paragraph_goes_on_over_lines_and_pages_without_the_running_foot() -> None:
    one = f"  第一条 合作目标\n{LONG}\n{LONG}\n第 1 页 共 2 页"
    two = f"协同创新能力。\n第二条 期限\n本协议有效期两年。{LONG}\n第 2 页 共 2 页"
    text = prose(document_of("x", printed_page(one), printed_page(two, 2)))
    assert f"{LONG}{LONG}协同创新能力。" in text.text
    assert "页" not in text.text
    start = text.text.index("协同")
    spans = text.spans(start - 4, start + 4)
    assert [span.place.page for span in spans] == [1, 2]


def titles(print_: str) -> list[tuple[str, str, str]]:
    text = prose(document_of("x", printed_page(print_, plain=True)))
    return [(c.number, c.title, text.text[c.body : c.end].strip("\n")) for c in clauses(text)]


def test_a_clause_holds_what_is_numbered_under_it() -> None:
    found = titles("第一条 分工\n1. 甲方研究。\n2. 乙方测试。\n第二条 保密\n不得泄露。")
    assert [(number, title) for number, title, _ in found] == [
        ("第一条", "分工"), ("1.", ""), ("2.", ""), ("第二条", "保密"),
    ]  # fmt: skip
    assert found[0][2] == "1.甲方研究。\n2.乙方测试。"


def test_a_series_may_change_its_style_of_numbers() -> None:
    found = titles("第一条 分工\n甲方研究。\n二、保密\n不得泄露。\n第三条 期限\n两年。")
    assert [body for _, _, body in found] == ["甲方研究。", "不得泄露。", "两年。"]


def test_articles_that_count_on_through_chapters_stay_inside_them() -> None:
    found = titles(
        "第一章 总则\n第一条 目标\n攻关。\n第二章 成果\n第二条 归属\n共有。\n"
        "第三章 附则\n第三条 生效\n签字。"
    )
    bodies = {title: body for _, title, body in found}
    assert bodies["成果"] == "第二条归属\n共有。"
    assert bodies["归属"] == "共有。"


def test_a_title_is_told_from_its_sentence_by_a_colon() -> None:
    assert titles("一、知识产权归属：成果由双方共有。")[0][1:] == (
        "知识产权归属",
        "成果由双方共有。",
    )


def test_a_title_may_end_with_a_stop_on_its_own_line_or_before_its_sentence() -> None:
    found = titles(
        "1、合作分工。\n甲方研究测试方法。\n2、成果权属。共同完成的，由各方共有。\n"
        "3、【保密】各方不得对外泄露。\n4、成果归甲方所有。乙方可以无偿使用，为期三年。"
    )
    assert [title for _, title, _ in found] == ["合作分工", "成果权属", "保密", ""]
    assert [body for _, _, body in found][:2] == ["甲方研究测试方法。", "共同完成的,由各方共有。"]


def test_short_sentences_in_a_list_are_no_titles() -> None:
    found = titles("一、分工\n1、样机研制。\n2、系统测试。\n二、期限\n两年。")
    assert [title for _, title, _ in found] == ["分工", "", "", "期限"]


def test_sentences_end_at_stops_and_paragraphs() -> None:
    text = "甲方研究;乙方测试。\n丙方推广"
    assert [text[a:b] for a, b in sentences(text)] == ["甲方研究;", "乙方测试。", "丙方推广"]


def test_chinese_numbers_in_brackets_may_stand_under_plain_figures() -> None:
    found = titles(
        "1. 目标\n攻关。\n2. 分工\n（一）甲方研究。\n（二）乙方测试。\n3. 保密\n不得泄露。"
    )
    bodies = {title: body for _, title, body in found}
    assert bodies["分工"] == "(一)甲方研究。\n(二)乙方测试。"


def test_headings_without_numbers_part_a_text_that_has_none() -> None:
    found = titles("工作安排\n甲方研究。\n权益归属\n成果由双方共有。\n时限\n两年。")
    assert [(title, body) for _, title, body in found] == [
        ("工作安排", "甲方研究。"),
        ("权益归属", "成果由双方共有。"),
        ("时限", "两年。"),
    ]


def test_the_lines_to_sign_on_end_the_last_clause() -> None:
    found = titles("一、目标\n攻关。\n二、归属\n成果共有。\n甲方（盖章）：\n乙方（盖章）：")
    assert found[1][2] == "成果共有。"


def test_a_figure_with_a_blank_behind_it_numbers_a_clause() -> None:
    found = titles("1 项目概况\n概况。\n2 建设背景及意义\n背景。\n30名博士参与")
    assert [(number, title) for number, title, _ in found] == [
        ("1", "项目概况"),
        ("2", "建设背景及意义"),
    ]


def test_a_name_that_wraps_goes_on_and_the_next_cell_of_a_row_does_not() -> None:
    page = (
        "甲方（牵头单位）：沈阳重器高端装备与智能制造\n                  技术有限公司\n"
        "序号      名称                    负责人\n1         南方理工大学            左丘明\n"
    )
    text = prose(document_of("x", printed_page(page))).text.split("\n")
    assert text[0] == "甲方(牵头单位):沈阳重器高端装备与智能制造技术有限公司"
    assert text[1:4] == ["序号", "名称", "负责人"]
