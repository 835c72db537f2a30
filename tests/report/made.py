"""A small report made by hand: one scanned contract with private numbers, one DOCX, one JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from docint.types.article import Article, Policy, Rule
from docint.types.case import Case
from docint.types.document import Document, Leaf, Rival
from docint.types.fact import Fact, Facts, Value, Witness
from docint.types.fact import Path as FactPath
from docint.types.finding import (
    ArticleOutcome,
    CheckResult,
    Citation,
    Decides,
    Exhibit,
    Finding,
    Judgement,
    Outcome,
)
from docint.types.place import Box, Evidence, Place
from docint.types.reading import Line, Page, Reading, Seal, Word
from docint.types.report import Report
from docint.types.source import Bundle, Refusal, Source
from tests.submissions import ACCOUNT, ID_NUMBER, LEAD, PHONE

if TYPE_CHECKING:
    from docint.contracts import Image

SCAN, WORD, JSON = "a" * 64, "b" * 64, "c" * 64
PRIVATE = (ID_NUMBER, PHONE, ACCOUNT)
PRINTED = (
    f"居民身份证号码：{ID_NUMBER}",
    f"联系电话：{PHONE}",
    f"开户银行账号：{ACCOUNT}",
)
"""The lines of the scan, 20 points high, the first at 100."""


OTHER_READING = "第二识别引擎读作“另一公司”"


def report() -> Report:
    """A report whose every room holds a private number."""
    documents = (
        Document("d1", "labor-contract", 0.98, (Leaf(SCAN, "劳动合同.jpg", scan()),),
                 (Rival("other", 0.1),)),
        Document("d2", "construction-plan", 0.9, (Leaf(WORD, "方案.docx", _word()),)),
        Document("d3", "application-form", 1.0, (Leaf(JSON, "application.json", _record()),)),
    )  # fmt: skip
    declared = Facts(
        (
            _given(("lead", "name"), LEAD),
            _given(("lead", "phone"), PHONE),
            _given(("lead", "district"), {"code": "440304", "name": "广东省深圳市福田区"}),
            _given(("chief_engineer", "id_number"), ID_NUMBER),
            _given(("team", 0, "name"), "韩晓岚"),
            _given(("team", 1, "name"), "许建新"),
            _given(("rd_expense", "2023"), "12345678.90"),
        )
    )
    case = Case(
        applied_on=date(2024, 4, 10),
        declared=declared,
        documents=documents,
        facts={"d1": _contract(), "d2": _plan(), "d3": declared},
        refusals=(
            Refusal("旧/说明.wps", "unsupported-file", "请另存为 DOCX。"),
            Refusal("劳动合同.jpg", "unreadable-document", f"本页污损，见身份证号{ID_NUMBER}。", 2),
        ),
        declared_document="d3",
    )
    readings = {
        SCAN: Reading(SCAN, "image", (scan(),)),
        WORD: Reading(WORD, "docx", (_word(),)),
        JSON: Reading(JSON, "record", (_record(),)),
    }
    names = {SCAN: "劳动合同.jpg", WORD: "方案.docx", JSON: "application.json"}
    bundle = Bundle(
        "甲<b>申报件</b>",
        "d" * 64,
        tuple(Source(path, digest, 1, Path(path)) for digest, path in names.items()),
    )
    return Report(
        bundle=bundle,
        policy=_policy(),
        case=case,
        judgement=_judgement(declared),
        readings=readings,
        screened_at="2024-04-11T09:30:00+08:00",
        version="0.0",
        models={"ocr": "null 1"},
        remarks=(f"联系人电话{PHONE}无人接听。",),
    )


def look(source: str, page: int) -> Image | None:
    """A white page for the scan, nothing for the others."""
    if source != SCAN or page != 1:
        return None
    return np.full((1684, 1190, 3), 255, np.uint8)


def scan() -> Page:
    """The scanned page: each character in a box of its own."""
    lines = []
    for number, text in enumerate(PRINTED):
        top = 100.0 + 40 * number
        words = tuple(
            Word(c, Box(60 + 12 * n, top, 72 + 12 * n, top + 20)) for n, c in enumerate(text)
        )
        lines.append(Line(text, Box(60, top, 60 + 12 * len(text), top + 20), words, 0.97))
    seals = (Seal(LEAD, "red", "round", Box(300, 600, 420, 720), 0.8),)
    return Page(1, 595, 842, "ocr", "null", tuple(lines), seals=seals)


def _word() -> Page:
    return Page(1, 0, 0, "docx", "docx", (Line("建设运营方案", None, where="第1段"),))


def _record() -> Page:
    return Page(1, 0, 0, "json", "json")


def _given(path: FactPath, value: Value) -> Fact:
    place = Place(JSON, 1, None, ".".join(map(str, path)))
    return Fact(path, value, (Evidence(place, str(value), "json"),), "given", 0.99)


def _contract() -> Facts:
    line = Box(156, 100, 372, 120)
    return Facts(
        (
            Fact(
                ("id_number",), ID_NUMBER,
                (Evidence(Place(SCAN, 1, line), ID_NUMBER, "null", 0.97),), "label", 0.91,
                (Witness("second-reader", True, f"第二识别引擎读作“{ID_NUMBER}”"),),
            ),
            # A box may stick out of the page by rounding.
            Fact(
                ("employer",), LEAD,
                (Evidence(Place(SCAN, 1, Box(-1.0, 800, 600, 850)), LEAD, "null"),), "label", 0.9,
                (Witness("second-reader", False, OTHER_READING),), True,
            ),
        )
    )  # fmt: skip


def _plan() -> Facts:
    place = Place(WORD, 1, None, "第1段")
    evidence = (Evidence(place, "高精度惯性传感", "docx"),)
    return Facts((Fact(("project_name",), "高精度惯性传感", evidence, "label", 0.95),))


def _policy() -> Policy:
    rule = Article(
        "第四条第5项", "首席技术负责人须为全职人员。", "rule", (Rule("full_time_at_lead"),)
    )
    expert = Article("第五条", "由专家评议。", "expert")
    return Policy("futian-2023", "某区创新联合体管理办法", "某局", (rule, expert))


def _judgement(declared: Facts) -> Judgement:
    cited = Citation("futian-2023", "第四条第5项", "首席技术负责人须为全职人员。")
    fact = _contract().get("id_number")
    given = declared.get("chief_engineer", "id_number")
    assert fact
    assert given
    message = f"劳动合同载明身份证号“{ID_NUMBER}”、电话{PHONE}、账号{ACCOUNT}，请说明。"
    shown, said = Exhibit(fact, "d1"), Exhibit(given, "d3")
    decides = Decides(True, "124000.00", "如为牵头单位即符合", ("c2",))
    outcome = Outcome(
        "employer-mismatch", "fail", "许建新", message, said, (shown,), decides=decides
    )
    unknown = Outcome(
        "chief-engineer-over-age",
        "unknown",
        "许建新",
        f"仅见号码{ID_NUMBER}。",
        settled_by="身份证",
    )
    finding = Finding(
        "f1", "employer-mismatch", "consistency", "high", f"许建新 {ID_NUMBER}",
        "用人单位不一致", message, cited, said, (shown,), 0.97,
        decides, "c1",
    )  # fmt: skip
    return Judgement(
        articles=(
            ArticleOutcome("第四条第5项", "rule", "fail", ("c1", "c2")),
            ArticleOutcome("第五条", "expert", "expert", ()),
        ),
        checks=(
            CheckResult("c1", "full_time_at_lead", outcome, cited, "high", {"years": 1}),
            CheckResult("c2", "age_at_most", unknown, None, "high", {}),
        ),
        findings=(finding,),
        recommendation="review",
    )
