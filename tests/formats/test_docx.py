from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
import numpy as np
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Cm
from PIL import Image

from docint.errors import UnreadableError, UnsupportedError
from docint.formats.docx import format as form
from docint.types.reading import Page

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Any) -> bytes:
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def pages(document: Any) -> list[Page]:
    printed = (sheet.printed() for sheet in form.open(saved(document)).sheets)
    return [page for page in printed if page is not None]


def with_xml(inner: str) -> Any:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {NS}>{inner}</w:p>"))
    return document


def test_paragraphs_and_tables_come_in_document_order() -> None:
    document = docx.Document()
    document.add_paragraph("一、基本情况")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "单位名称", "某某公司"
    document.add_paragraph("二、承诺")
    (page,) = pages(document)
    assert [(line.text, line.where) for line in page.lines] == [
        ("一、基本情况", "第1段"),
        ("单位名称", "表1 第1行第1列"),
        ("某某公司", "表1 第1行第2列"),
        ("二、承诺", "第2段"),
    ]
    assert (page.origin, page.width) == ("docx", 0)


def test_merged_cells_stand_once_with_their_spans() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "横"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "竖"
    (page,) = pages(document)
    spans = {c.text: (c.row_span, c.column_span) for c in page.tables[0].cells if c.text}
    assert spans == {"横": (1, 2), "竖": (2, 1)}


def test_a_nested_table_is_a_table_of_its_own() -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).add_table(1, 1).cell(0, 0).text = "内表"
    (page,) = pages(document)
    assert [[cell.text for cell in table.cells] for table in page.tables] == [[""], ["内表"]]
    assert page.tables[1].cells[0].where == "表2 第1行第1列（在表1 第1行第1列内）"


def test_headers_and_footers_are_read_once() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    document.sections[0].header.paragraphs[0].text = "某某集团"
    document.sections[0].footer.paragraphs[0].text = "第 1 页"
    (page,) = pages(document)
    assert [(line.text, line.where) for line in page.lines] == [
        ("某某集团", "页眉"),
        ("正文", "第1段"),
        ("第 1 页", "页脚"),
    ]


def test_deletions_are_left_out_and_insertions_kept() -> None:
    document = with_xml(
        "<w:r><w:t>金额</w:t></w:r>"
        '<w:del w:id="1" w:author="a"><w:r><w:delText>100</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>200</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r>'
    )
    assert pages(document)[0].text == "金额200万元"


@pytest.mark.parametrize(
    ("code", "shown"), [("F0FE", "☑"), ("F0A8", "☐"), ("F052", "☑"), ("F0FC", "√")]
)
def test_ticks_of_symbol_fonts_are_characters(code: str, shown: str) -> None:
    document = with_xml(f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/><w:t>是</w:t></w:r>')
    assert pages(document)[0].text == f"{shown}是"


@pytest.mark.parametrize(("value", "shown"), [("1", "☑"), ("0", "☐")])
def test_check_boxes_of_form_fields_are_characters(value: str, shown: str) -> None:
    document = with_xml(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>'
        f'<w:checked w:val="{value}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
        "<w:r><w:t>全职</w:t></w:r>"
    )
    assert pages(document)[0].text == f"{shown}全职"


def test_content_controls_and_their_boxes_are_read() -> None:
    document = with_xml(
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☑ 企业</w:t></w:r></w:sdtContent></w:sdt>"
    )
    assert pages(document)[0].text == "☑ 企业"


def test_field_codes_are_not_text() -> None:
    document = with_xml("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r>")
    assert pages(document)[0].text == "3"


def test_a_text_box_is_read_apart_from_its_paragraph() -> None:
    box = f"<w:txbxContent {NS}><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent>"
    document = with_xml(f"<w:r><w:t>段落</w:t></w:r><w:r><w:pict>{box}</w:pict></w:r>")
    assert [(line.text, line.where) for line in pages(document)[0].lines] == [
        ("段落", "第1段"),
        ("框中文字", "文本框1"),
    ]


def test_a_page_break_begins_a_page_and_numbering_goes_on() -> None:
    document = docx.Document()
    document.add_paragraph("甲").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("乙")
    found = pages(document)
    assert [(page.number, page.lines[0].text, page.lines[0].where) for page in found] == [
        (1, "甲", "第1段"),
        (2, "乙", "第2段"),
    ]


def test_a_pasted_scan_is_a_sheet_and_a_logo_is_not() -> None:
    scan, logo = BytesIO(), BytesIO()
    noise = np.random.default_rng(1).integers(0, 255, (800, 600, 3), np.uint8)
    Image.fromarray(noise).save(scan, "PNG")
    Image.fromarray(noise[:100, :100]).save(logo, "PNG")
    document = docx.Document()
    document.add_paragraph("附件")
    document.add_picture(BytesIO(logo.getvalue()), width=Cm(2))
    document.add_picture(BytesIO(scan.getvalue()), width=Cm(14))
    sheets = form.open(saved(document)).sheets
    assert len(sheets) == 2
    assert sheets[1].number == 2
    image = sheets[1].image(300)
    assert image is not None
    assert image.shape == (800, 600, 3)


def test_an_encrypted_file_is_refused_with_what_to_do() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert form.recognises(ole)
    with pytest.raises(UnreadableError, match="密码"):
        form.open(ole + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(UnsupportedError, match="另存为"):
        form.open(ole)


def test_a_damaged_file_is_refused() -> None:
    content = saved(docx.Document())
    with pytest.raises(UnreadableError):
        form.open(content[: len(content) // 2])


def test_a_workbook_is_no_word_file() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(UnsupportedError):
        form.open(held.getvalue())


def test_an_ordinary_archive_is_not_taken_for_word() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("营业执照.jpg", b"x" * 600)
    assert not form.recognises(held.getvalue()[:512])
    assert form.recognises(saved(docx.Document())[:512])
