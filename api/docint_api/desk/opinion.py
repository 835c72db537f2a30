"""The opinion letter (审查意见书): accepted, to be explained, set aside."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from docint.report import wording
from docint.report.masked import masked
from docint_api.reviews import keyed

SECTIONS = (
    ("accept", "一、经审查采纳的问题"),
    ("ask", "二、请申报单位说明或补正的事项"),
    ("dismiss", "三、经核实不予采纳的提示"),
)

_MACHINE = re.compile(r"以上为识别结果（置信度 [\d.]+），请核对原件。")
"""What was said to the reviewer, who has looked at the paper since."""


def letter_data(
    report: Mapping[str, Any], decided: Mapping[str, Any], policy: str
) -> dict[str, Any]:
    """What the letter says, personal numbers masked."""
    findings = keyed(masked(dict(report))["findings"])
    by_key = {whole["key"]: shown for whole, shown in zip(
        keyed(report["findings"]), findings, strict=True)}  # fmt: skip
    sections = []
    for verdict, title in SECTIONS:
        items = [
            finding
            | {"message": _MACHINE.sub("", finding["message"])}
            | {"rule": _cited(finding["rule"]), "decision": decided[key], "where": _where(finding)}
            for key, finding in by_key.items()
            if key in decided and decided[key]["verdict"] == verdict
        ]
        sections.append({"title": title, "verdict": verdict, "items": items})
    return {
        "name": report["submission"]["source"],
        "policy": policy,
        "applied_on": report["applied_on"],
        "sections": sections,
        "open": len([key for key in by_key if key not in decided]),
        "today": datetime.now().astimezone().strftime("%Y 年 %m 月 %d 日"),
    }


def _cited(rule: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """The rule, its number not said twice: some quotes begin with it."""
    return {**rule, "quote": rule["quote"].removeprefix(rule["article"])} if rule else None


def _where(finding: Mapping[str, Any]) -> str:
    places = dict.fromkeys(wording.place(fact) for fact in finding["found"])
    return "；".join(place for place in places if place)


def letter(data: Mapping[str, Any]) -> bytes:
    """The letter as DOCX."""
    paper = docx.Document()
    _fonts(paper)
    head = paper.add_heading("申报材料审查意见书", 0)
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paper.add_paragraph(f"申报件：{data['name']}")
    paper.add_paragraph(f"依据：《{data['policy']}》")
    paper.add_paragraph(f"申报日期：{data['applied_on'] or '未载明'}")
    for section in data["sections"]:
        paper.add_heading(section["title"], 1)
        if not section["items"]:
            paper.add_paragraph("无。")
        for number, item in enumerate(section["items"], 1):
            _item(paper, number, item)
    if data["open"]:
        paper.add_paragraph(f"另有 {data['open']} 项核验发现尚未作出审查意见，未列入本意见书。")
    paper.add_paragraph("")
    for line in ("审查人（签字）：________________", f"日期：{data['today']}"):
        paper.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    buffer = io.BytesIO()
    paper.save(buffer)
    return buffer.getvalue()


def _item(paper: Any, number: int, item: Mapping[str, Any]) -> None:
    line = paper.add_paragraph()
    line.add_run(f"{number}. {item['title']}（{item['subject']}）").bold = True
    paper.add_paragraph(_printable(item["message"]))
    if item["rule"]:
        paper.add_paragraph(_printable(f"依据{item['rule']['article']}：{item['rule']['quote']}"))
    if item["where"]:
        paper.add_paragraph(_printable(f"见：{item['where']}"))
    if item["decision"]["reason"]:
        paper.add_paragraph(_printable(f"审查意见：{item['decision']['reason']}"))


def _fonts(paper: Any) -> None:
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "SimSun", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")


def _printable(text: str) -> str:
    return "".join(c for c in text if c.isprintable() or c in "\n\t")
