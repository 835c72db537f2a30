"""Small submissions of invented units and people, made in a test: fast to read, true to the eye."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from stdnum.cn import uscc

LEAD = "深圳市岚图精密仪器有限公司"
MEMBER = "武汉东湖应用技术大学"
PHONE = "13912345678"
ACCOUNT = "755012345678901"


def code(category: str, division: str, body: str) -> str:
    """A credit code with its right check character; ``body`` is the organisation code."""
    start = category + division + body
    return start + str(uscc.calc_check_digit(start))


def resident(first: str) -> str:
    """An ID number with its right check digit from its first 17."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(c) * w for c, w in zip(first, weights, strict=True)) % 11
    return first + "10X98765432"[rest]


LEAD_CODE = code("91", "440300", "MA5FABCD1")
ID_NUMBER = resident("43010319750618421")

DECLARED: dict[str, Any] = {
    "program": "futian-2023",
    "applied_on": "2024-04-10",
    "project_name": "高精度惯性传感创新联合体",
    "industry": "智能传感器",
    "period_from": "2024-05-01",
    "period_until": "2026-04-30",
    "lead": {
        "name": LEAD,
        "uscc": LEAD_CODE,
        "kind": "enterprise",
        "district": "深圳市福田区",
        "address": "深圳市福田区深南大道6013号创新大厦1203",
        "established_on": "2016-05-20",
        "legal_representative": "韩晓岚",
        "registered_capital": "50000000.00",
        "phone": PHONE,
    },
    "members": [
        {"name": MEMBER, "uscc": code("12", "420100", "441623957"), "kind": "university",
         "role": "participant", "legal_representative": "魏志明"},
    ],
    "chief_engineer": {
        "name": "许建新", "id_number": ID_NUMBER, "birth_date": "1975-06-18", "age": 48,
        "sex": "男", "title": "高级工程师", "employer": LEAD,
    },
}  # fmt: skip

LICENCE = (
    "营业执照",
    "（副 本）",
    f"统一社会信用代码 {LEAD_CODE}",
    f"名　　称 {LEAD}",
    "类　　型 有限责任公司",
    "住　　所 深圳市南山区科技南路18号软件大厦502",
    "法定代表人 韩晓岚",
    "注册资本 5000万元人民币",
    "成立日期 2016年05月20日",
    "营业期限 2016年05月20日 至 长期",
    "登记机关 深圳市市场监督管理局",
    "2021年03月02日",
)
"""The lead's licence; its address is not where the form says."""

CONTRACT = (
    "劳动合同书",
    f"甲方（用人单位）：{LEAD}",
    "乙方（劳动者）：许建新",
    "性别：男　出生日期：1975年6月18日",
    f"居民身份证号码：{resident('43010319750618419')}",
    f"联系电话：{PHONE}",
    f"开户银行账号：{ACCOUNT}",
    "一、劳动合同期限",
    "本合同为固定期限：自2021年3月1日起至2027年2月28日止。",
    "二、工作内容和工作地点",
    "乙方担任总工程师岗位，工作地点为深圳市。",
    "三、乙方实行标准工时制，每日工作八小时，为全日制用工。",
    "甲方（盖章）　乙方（签字）：许建新",
    "签订日期：2021年2月26日",
)
"""A contract whose ID number ends otherwise than the declared one's."""


def pdf(path: Path, *pages: Sequence[str]) -> Path:
    """A PDF with a text layer, a line for each string."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for page in pages:
        for number, line in enumerate(page):
            canvas.setFont("STSong-Light", 22 if number == 0 else 13)
            canvas.drawString(150 if number == 0 else 70, 760 - 30 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def word(path: Path, *blocks: str | Sequence[Sequence[str]]) -> Path:
    """A DOCX: a string is a paragraph, rows of strings are a table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    paper = Document()
    for block in blocks:
        if isinstance(block, str):
            paper.add_paragraph(block)
            continue
        table = paper.add_table(rows=0, cols=len(block[0]), style="Table Grid")
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    paper.save(str(path))
    return path


def declaration(path: Path, **changes: Any) -> Path:
    """``application.json``; keyword arguments replace top-level keys, None drops them."""
    data = deepcopy(DECLARED) | changes
    kept = {key: value for key, value in data.items() if value is not None}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return path


def submission(folder: Path, **changes: Any) -> Path:
    """A folder with a declaration, the lead's licence and the chief engineer's contract."""
    declaration(folder / "application.json", **changes)
    pdf(folder / "证照" / "营业执照.pdf", LICENCE)
    pdf(folder / "劳动合同.pdf", CONTRACT)
    return folder


def zipped(path: Path, folder: Path) -> Path:
    """A folder's files as an archive."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(folder).as_posix())
    return path
