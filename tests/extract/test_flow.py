from __future__ import annotations

from docint.extract.flow import page_flow, search
from docint.types.place import Box
from docint.types.reading import Line, Page, Word
from tests.printed import document_of, leaf_of, printed_page


def test_a_match_in_folded_text_leads_back_to_the_print_and_its_box() -> None:
    flow = page_flow(leaf_of(printed_page("名称：深圳市澄川数据有限公司")))
    match = next(flow.finditer("深圳市"))
    span = flow.group(match)
    assert span.text == "深圳市"
    assert span.place.box == Box(76, 60, 112, 72)


def test_full_width_figures_are_found_and_quoted_as_printed() -> None:
    flow = page_flow(leaf_of(printed_page("注册资本：１００万元")))
    match = next(flow.finditer("100万元"))
    assert flow.group(match).text == "１００万元"


def test_a_match_over_a_lines_end_joins_the_two_prints() -> None:
    document = document_of("other", printed_page("深圳市福田\n区梅林路"))
    flow, match = next(search(document, "福田\n?区"))
    assert flow.group(match).text == "福田区"


def test_a_line_without_words_shares_its_box_among_its_characters() -> None:
    line = Line("甲乙丙丁", Box(0, 0, 40, 10))
    flow = page_flow(leaf_of(Page(1, 100, 100, "ocr", "rapidocr", (line,))))
    assert flow.span(1, 3).place.box == Box(10, 0, 30, 10)


def test_words_that_do_not_spell_their_line_are_not_trusted_for_boxes() -> None:
    line = Line("甲乙", Box(0, 0, 20, 10), (Word("丙", Box(50, 50, 60, 60)),))
    flow = page_flow(leaf_of(Page(1, 100, 100, "ocr", "rapidocr", (line,))))
    assert flow.span(0, 1).place.box == Box(0, 0, 10, 10)


def test_a_docx_line_has_words_for_a_place_and_no_box() -> None:
    flow = page_flow(leaf_of(printed_page("甲方：某某公司", plain=True)))
    span = flow.span(3)
    assert (span.place.box, span.place.where, span.reader) == (None, "第1段", "docx")


def test_a_part_of_a_span_keeps_only_its_own_box() -> None:
    flow = page_flow(leaf_of(printed_page("自2021年3月5日至长期")))
    part = flow.span().part("长期")
    assert part is not None
    assert part.place.box == Box(136, 60, 160, 72)
