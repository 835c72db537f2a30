"""Report → a Word document for the file (归档)."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from docx import Document
from docx.document import Document as Paper
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from docint.report import wording
from docint.report.masked import masked
from docint.report.pictures import Look, picture
from docint.report.plain import page_at, plain
from docint.types.finding import Finding
from docint.types.report import Report
from docint.vocabulary import DOCUMENT_TITLES

FONT = "宋体"


def docx(report: Report, look: Look) -> bytes:
    """The report as DOCX: verdict, findings with their cuts, open questions, documents.

    Args:
        report: what to write.
        look: gives the upright page images for the cuts.
    """
    data = masked(plain(report))
    paper = _paper()
    _head(paper, data, report.policy.title)
    paper.add_heading("一、核验发现", 1)
    for number, (written, finding) in enumerate(
        zip(data["findings"], report.judgement.findings, strict=True), 1
    ):
        _finding(paper, number, written, data)
        _cut(paper, finding, report, look)
    if not data["findings"]:
        paper.add_paragraph("未发现申报内容与材料之间的不一致。")
    _unknowns(paper, data)
    _articles(paper, data)
    _documents(paper, data)
    paper.add_paragraph("本报告供审查人员参考，不代替决定。扫描件内容由程序识别，请核对原件。")
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def _paper() -> Paper:
    paper = Document()
    for style in ("Normal", "Heading 1", "Heading 2", "Title"):
        font = paper.styles[style].font
        font.name = FONT
        paper.styles[style].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        font.color.rgb = RGBColor(0x1D, 0x24, 0x30)
    paper.styles["Normal"].font.size = Pt(10.5)
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    return paper


def _head(paper: Paper, data: Mapping[str, Any], program: str) -> None:
    paper.add_heading("申报材料核验报告", 0)
    counts = data["summary"]
    verdict, meaning = wording.RECOMMENDATION[counts["recommendation"]]
    _table(
        paper,
        [
            ("申报件", data["submission"]["source"]),
            ("依据", f"《{program}》"),
            ("申报日期", data["applied_on"] or "未知"),
            ("核验时间", data["screened_at"][:16].replace("T", " ")),
            ("结论建议", f"{verdict}。{meaning}"),
            (
                "发现",
                (
                    f"重要 {counts['high']} 项，一般 {counts['medium']} 项，"
                    f"提示 {counts['low']} 项；未能核实 {counts['unknown']} 项"
                ),
            ),
        ],
    )
    for remark in data["remarks"]:
        paper.add_paragraph(remark)


def _finding(
    paper: Paper, number: int, finding: Mapping[str, Any], data: Mapping[str, Any]
) -> None:
    program = data["policy_title"]
    paper.add_heading(f"{number}. {finding['title']}（{finding['subject']}）", 2)
    level = f"{wording.SEVERITY[finding['severity']]} · {wording.KIND[finding['kind']]}"
    paper.add_paragraph(f"{level} · {finding['code']}")
    paper.add_paragraph(finding["message"])
    rows = [("申报内容", _fact(finding["declared"]))] if finding["declared"] else []
    rows += [("材料所载", _fact(fact)) for fact in finding["found"]]
    if finding["rule"]:
        rule = finding["rule"]
        mark = "（引自修复文本）" if rule.get("restored") else ""
        rows.append((f"《{program}》{rule['article']}{mark}", rule["quote"]))
    check = next(c for c in data["checks"] if c["id"] == finding["check"])
    rows.append(("影响", wording.weight(check, data["checks"])))
    _table(paper, rows)


def _fact(fact: Mapping[str, Any]) -> str:
    notes = [wording.place(fact), f"可信度 {fact['confidence']:.0%}"]
    notes += ["经校验修正"] if fact.get("repaired") else []
    heard = (w for w in fact.get("witnesses", ()) if w["note"])
    notes += [f"{'佐证' if w['agrees'] else '另一读数'}：{w['note']}" for w in heard]
    return f"{wording.value(fact['value'])}（{'；'.join(notes)}）"


def _cut(paper: Paper, finding: Finding, report: Report, look: Look) -> None:
    for exhibit in finding.found[:2]:
        place = exhibit.fact.evidence[0].place
        page = page_at(report.readings, place.source, place.page)
        made = picture(place, page, look) if page else None
        if made:
            paper.add_picture(io.BytesIO(made.cut), width=Cm(16.5))


def _unknowns(paper: Paper, data: Mapping[str, Any]) -> None:
    paper.add_heading("二、未能核实的事项", 1)
    rows = [
        (
            f"{wording.matter(c)}（{c['subject']}）",
            c["reason"]
            + (f"可由以下材料核实：{c['settled_by']}。" if c["settled_by"] else "")
            + wording.weight(c, data["checks"]),
        )
        for c in data["checks"]
        if c["outcome"] == "unknown"
    ]
    _table(paper, rows) if rows else paper.add_paragraph("无。")


def _articles(paper: Paper, data: Mapping[str, Any]) -> None:
    paper.add_heading("三、逐条对照", 1)
    checks = {check["id"]: check for check in data["checks"]}
    rows = []
    for article in data["articles"]:
        if article["outcome"]:
            said = f"{wording.STATUS[article['status']]}：{wording.OUTCOME[article['outcome']]}"
            reasons = "\n".join(_reason(checks[id_]) for id_ in article["checks"])
            rows.append((f"{article['number']}\n{said}", reasons))
    _table(paper, rows)


def _reason(check: Mapping[str, Any]) -> str:
    said = f"【{wording.OUTCOME[check['outcome']]}】{check['subject']}：{check['reason']}"
    if check["outcome"] != "expert":
        return said
    # what the expert must judge is laid out; everything else stands in its own section
    spots = (f"· {wording.place(fact)}：“{fact['text']}”" for fact in check["evidence"])
    return "\n".join((said, *spots))


def _documents(paper: Paper, data: Mapping[str, Any]) -> None:
    paper.add_heading("四、材料清单", 1)
    rows = [
        (
            DOCUMENT_TITLES.get(document["type"], document["type"]),
            "；".join(
                f"{part['file']} 第 {'、'.join(map(str, part['pages']))} 页"
                for part in document["parts"]
            ),
        )
        for document in data["documents"]
    ]
    rows += [(f"未能读取：{r['file']}", r["reason"]) for r in data["refused"]]
    _table(paper, rows)


def _table(paper: Paper, rows: Sequence[tuple[str, str]]) -> None:
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    for label, text in rows:
        cells = table.add_row().cells
        cells[0].width, cells[1].width = Cm(4.2), Cm(12.4)
        cells[0].text, cells[1].text = _printable(label), _printable(text)


def _printable(text: str) -> str:
    # Control characters from damaged sources are no valid XML.
    return "".join(c for c in text if c.isprintable() or c in "\n\t")
