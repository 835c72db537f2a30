"""The page, the Word file and the tables: self-contained, escaped, defused."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from docx import Document

from docint.report.docx import docx
from docint.report.html import html
from docint.report.overview import as_csv, as_html, as_xlsx, by_risk, summary
from tests.report.made import OTHER_READING, look, report

COUNTS = {"high": 0, "medium": 0, "low": 0, "unknown": 0, "recommendation": "pass"}


def row(name: str, error: str | None = None, **counts: object) -> dict[str, object]:
    made = None if error else COUNTS | counts
    return {"name": name, "report": f"{name}/report.json", "summary": made, "error": error}


@pytest.fixture(scope="module")
def page() -> str:
    return html(report(), look)


def test_the_page_loads_nothing_from_elsewhere(page: str) -> None:
    loaded = re.findall(r"(?:src|href|srcset|action)\s*=\s*[\"']([^\"']*)", page)
    assert loaded
    assert [link for link in loaded if not link.startswith(("data:image/", "#"))] == []
    assert not re.search(r"@import|url\(", page)


def test_the_page_forbids_scripts_and_foreign_content(page: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "script-src" not in policy[1]
    assert "<script" not in page


def test_what_applicants_wrote_stays_text(page: str) -> None:
    assert "<b>申报件</b>" not in page
    assert "&lt;b&gt;申报件&lt;/b&gt;" in page


def test_the_page_shows_the_cut_and_quotes_the_article(page: str) -> None:
    assert "data:image/jpeg;base64," in page
    assert "首席技术负责人须为全职人员。" in page
    assert "劳动合同.jpg 第 1 页" in page


def test_the_page_shows_repairs_and_readings_that_differ_beside_the_value(page: str) -> None:
    facts = page.rsplit('id="documents"', maxsplit=1)[-1]
    assert f"另一读数：{OTHER_READING}" in facts
    assert "经校验修正，原文" in facts
    assert "佐证：第二识别引擎读作“440" not in facts


def test_the_word_file_tells_who_vouches_for_a_value() -> None:
    paper = Document(io.BytesIO(docx(report(), look)))
    cells = " ".join(c.text for t in paper.tables for r in t.rows for c in r.cells)
    assert "；佐证：第二识别引擎读作“" in cells


def test_the_page_lists_what_is_open_and_what_was_not_read(page: str) -> None:
    assert "未能核实的事项（1 项）" in page
    assert "旧/说明.wps" in page


def test_the_word_file_opens_and_holds_finding_and_picture() -> None:
    paper = Document(io.BytesIO(docx(report(), look)))
    headings = [p.text for p in paper.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings
    assert headings[0].startswith("1. 用人单位不一致")
    assert paper.inline_shapes


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_csv_is_a_formula(start: str) -> None:
    cells = list(csv.reader(io.StringIO(as_csv([row(start + "HYPERLINK(1)")]))))[1]
    assert not cells[0].startswith(("=", "+", "-", "@", "\t", "\r"))


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    book = as_xlsx([row("=1+1"), row("https://example.org/")], {})
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheets = [archive.read(n).decode() for n in archive.namelist() if "sheets/sheet" in n]
    assert sheets
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_failures_come_first_then_the_most_serious() -> None:
    rows = [row("c"), row("b", high=1, recommendation="review"), row("a", error="损坏")]
    assert [one["name"] for one in by_risk(rows)] == ["a", "b", "c"]


def test_the_index_links_every_report_and_escapes_names() -> None:
    page = as_html("办法", [row("甲 乙&丙"), row("<i>丁</i>", error="<u>坏</u>")])
    assert 'href="%E7%94%B2%20%E4%B9%99%26%E4%B8%99/report.html"' in page
    assert "<i>丁" not in page
    assert "<u>坏" not in page


def test_the_summary_has_the_shape_other_programs_rely_on() -> None:
    made = summary("futian-2023", [row("a"), row("b", error="损坏")])
    assert made["schema"] == "docint.summary/1"
    assert [set(one) for one in made["bundles"]] == [{"name", "report", "summary", "error"}] * 2
    assert made["findings"] == []


def test_the_page_shows_the_chain_and_what_hangs_on_each_finding(page: str) -> None:
    assert page.count("依据链：") == 2  # the finding and the open question
    said = (
        "影响申报条件；相差 124,000.00 元；牵动：首席技术负责人超过规定年龄；改变结论的条件：如为"
    )
    assert said in page


def test_the_word_file_goes_through_every_judged_article() -> None:
    paper = Document(io.BytesIO(docx(report(), look)))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert any(cell.startswith("第四条第5项\n规则核验：不符") for cell in cells)
