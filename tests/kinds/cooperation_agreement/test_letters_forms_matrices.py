"""Agreements by letter, as a form to tick, as a matrix of tasks, in two languages."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.document import Document
from docint.types.fact import Facts
from docint.types.place import Box, Place
from docint.types.reading import Cell, Line, Page, Table
from tests.printed import document_of, printed_page

LETTER = """联合研发约定书
致
澄海海洋大学（乙方）
住所：青岛市市南区学苑路6号　法定代表人：江若溪
本单位翊川精密仪器有限公司（甲方，住所：深圳市福田区工业二路8号，法定代表人：卫青禾）拟以召集单位名义
组建“深海浮标创新联合体”，诚邀贵单位加入。
a.合作自2024年3月1日确立，至2026年2月28日自行终止。
b.研究开发的工作这样安排。甲方自任：
将深海浮标总体设计列为年度重点任务；
拟请承担的，乙方为：
水声信号处理算法的论证与定型。
c.关于合作产生的知识产权，商定为：新成果由各方共同拥有。
往来文件按商业秘密保管，不得外传。
"""
FORM = """联合攻关协议
主体名称
翊川精密仪器有限公司
合同中称谓
甲方
参与方式
☑领衔单位
☐参建单位
法定代表人
卫青禾
主体名称
澄海海洋大学
合同中称谓
乙方
参与方式
☐领衔单位
☑参建单位
法定代表人
江若溪
开始日
2024-03-01
失效日期
2026-02-28
产权归属方式
☐全部归甲方
☑按以下约定：
新成果由各方共同拥有，份额按投入计算。
"""
ENGLISH = (
    "This Agreement is made among:",
    "the legal entity named in the Chinese text (Party A);",
    "the legal entity named in the Chinese text (Party B).",
    "Party A signs as the lead party.",
    "Scope of Work",
    "Work of Party A",
    "Work of Party B",
)


def _found(text: str, *, plain: bool = False) -> Facts:
    page = printed_page(text, plain=plain)
    return find(document_of("cooperation-agreement", page), Tools())


def _value(facts: Facts, *path: str | int) -> object:
    made = facts.get(*path)
    return made and made.value


def _parties(facts: Facts) -> dict[object, tuple[object, object]]:
    return {
        _value(facts, "parties", n, "name"): (
            _value(facts, "parties", n, "role"),
            _value(facts, "parties", n, "representative"),
        )
        for n in range(2)
    }


PARTIES = {"翊川精密仪器有限公司": ("lead", "卫青禾"), "澄海海洋大学": ("participant", "江若溪")}


def test_a_letter_tells_its_sender_its_addressees_and_the_work_of_each() -> None:
    facts = _found(LETTER)
    assert _parties(facts) == PARTIES
    assert _value(facts, "valid_from") == "2024-03-01"
    assert _value(facts, "valid_until") == "2026-02-28"
    work = {_value(facts, "rd_division", n, "text") for n in range(2)}
    assert work == {"将深海浮标总体设计列为年度重点任务", "水声信号处理算法的论证与定型"}
    assert _value(facts, "ip_clause") == "新成果由各方共同拥有。"


def test_of_a_form_only_what_is_ticked_is_said() -> None:
    facts = _found(FORM, plain=True)
    assert _parties(facts) == PARTIES
    assert _value(facts, "valid_from") == "2024-03-01"
    assert "全部归甲方" not in str(_value(facts, "ip_clause"))


def test_where_nothing_is_ticked_every_option_stays() -> None:
    facts = _found(FORM.replace("☑", "☐"), plain=True)
    assert {role for role, _ in _parties(facts).values()} != {"lead", "participant"}


def test_a_translation_beside_the_clauses_is_no_part_of_them() -> None:
    chinese = [
        "甲方：翊川精密仪器有限公司",
        "乙方：澄海海洋大学",
        "一、研发分工",
        "甲方负责深海浮标总体设计、样机试制和全部",
        "的海上试验。",
        "乙方负责水声信号处理算法研究，并逐年提交",
        "阶段研究报告。",
    ]
    lines = [text for pair in zip(chinese, ENGLISH, strict=True) for text in pair]
    facts = _found("\n".join(["联合研发协议", *lines]))
    work = {_value(facts, "rd_division", n, "text") for n in range(2)}
    assert "乙方负责水声信号处理算法研究，并逐年提交阶段研究报告。" in work


def _matrix(mark: str) -> tuple[Document, dict[tuple[int, int], Box]]:
    """A page with two parties, and a table that gives each a task by a mark (none if empty)."""
    rows = [
        ("研发事项", "甲方", "乙方"),
        ("整机总体设计与研制", mark, ""),
        ("信号处理算法研究", "", mark),
    ]
    heads = ["甲方：翊川精密仪器有限公司", "乙方：澄海海洋大学"]
    lines = [
        Line(text, Box(60, 60 + 20 * n, 60 + 12 * len(text), 72 + 20 * n))
        for n, text in enumerate(heads)
    ]
    boxes, cells = {}, []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            left = (60, 300, 400)[c]
            box = Box(left, 120 + 30 * r, (300, 400, 500)[c], 150 + 30 * r)
            boxes[r, c] = box
            cells.append(Cell(r, c, text, box))
            if text:
                lines.append(
                    Line(text, Box(left + 4, box.top + 8, left + 4 + 12 * len(text), box.top + 20))
                )
    table = Table(tuple(cells), Box(60, 120, 500, 210))
    page = Page(1, 600, 840, "ocr", "rapidocr", tuple(lines), (table,))
    return document_of("cooperation-agreement", page), boxes


def _shares(facts: Facts) -> dict[object, object]:
    return {
        _value(facts, "rd_division", n, "text"): _value(facts, "rd_division", n, "party")
        for n in range(2)
    }


SHARES = {"整机总体设计与研制": "翊川精密仪器有限公司", "信号处理算法研究": "澄海海洋大学"}


@pytest.mark.parametrize("mark", ["√", "●"])
def test_a_mark_in_a_party_s_column_gives_it_the_task(mark: str) -> None:
    document, _ = _matrix(mark)
    assert _shares(find(document, Tools())) == SHARES


def test_a_mark_that_no_reader_read_is_seen() -> None:
    document, boxes = _matrix("")
    marked = {(1, 1), (2, 2)}

    def look(place: Place) -> np.ndarray[Any, Any]:
        inside = next(
            at for at, box in boxes.items() if place.box and box.covers(*place.box.middle)
        )
        image = np.full((40, 80, 3), 250, np.uint8)
        if inside in marked:
            image[15:25, 35:45] = 20
        return image

    assert _shares(find(document, Tools(look=look))) == SHARES
