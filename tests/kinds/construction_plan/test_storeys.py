"""Plans' tables with heads in two storeys, over two pages, and cards of one column."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from docint.contracts import Tools
from docint.kinds.construction_plan.kind import find
from docint.types.place import Box
from docint.types.reading import Cell, Line, Page, Table
from tests.kinds.construction_plan.test_other_plans import listed, read
from tests.printed import document_of

WIDTH, HEIGHT = 100.0, 20.0
Laid = Sequence[tuple[str, int, int]]
"""Cells of a row: text, first column, columns covered."""


def page(number: int, rows: Sequence[Laid], said: Sequence[str] = ()) -> Page:
    """A page with a ruled table below lines of text."""
    above = 60 + HEIGHT * len(said)
    lines = [
        Line(text, Box(40, 60 + HEIGHT * n, 40 + 12 * len(text), 72 + HEIGHT * n))
        for n, text in enumerate(said)
    ]
    cells = []
    for r, row in enumerate(rows):
        for text, column, over in row:
            left, top = 40 + WIDTH * column, above + HEIGHT * r
            box = Box(left, top, left + WIDTH * over, top + HEIGHT)
            lines.append(Line(text, Box(left + 4, top + 4, left + 4 + 9 * len(text), top + 16)))
            cells.append(Cell(r, column, text, box, 1, over))
    columns = max(column + over for row in rows for _, column, over in row)
    table = Table(tuple(cells), Box(40, above, 40 + WIDTH * columns, above + HEIGHT * len(rows)))
    return Page(number, 595, 842, "text", "text", tuple(lines), (table,))


def plain(*cells: str) -> Laid:
    return [(text, n, 1) for n, text in enumerate(cells)]


def found_on(*pages: Page) -> dict[str, object]:
    facts = find(document_of("construction-plan", *pages), Tools())
    return {".".join(str(step) for step in fact.path): fact.value for fact in facts}


def targets(found: dict[str, object]) -> list[list[object]]:
    count = sum(path.startswith("targets") and path.endswith("item") for path in found)
    return [listed(found, f"targets.{n}") for n in range(count)]


BODY = [plain("研制样机", "1", "3台"), plain("申请软件著作权", "5", "12件")]
AIMED = [["研制样机", 3, "台"], ["申请软件著作权", 12, "件"]]


@pytest.mark.parametrize(
    ("group", "half", "end"),
    [
        ("考核节点", "中期评估应达", "期满验收应达"),
        ("目标值", "中期", "期末"),
        ("应完成数", "第一年", "累计"),
        ("年度指标", "2025年", "合计"),
    ],
)
def test_a_head_over_two_columns_belongs_to_both(group: str, half: str, end: str) -> None:
    head = [[("考核内容", 0, 1), (group, 1, 2)], [(half, 1, 1), (end, 2, 1)]]
    assert targets(found_on(page(1, [*head, *BODY], ["四、预期成果"]))) == AIMED


def test_a_table_may_go_on_after_its_first_row() -> None:
    head = [[("考核内容", 0, 1), ("考核节点", 1, 2)], [("中期应达", 1, 1), ("期满应达", 2, 1)]]
    first = page(1, [*head, BODY[0]], ["四、预期成果"])
    assert targets(found_on(first, page(2, BODY[1:]))) == AIMED


def test_a_number_like_a_year_is_a_target_all_the_same() -> None:
    rows = [plain("目标", "计数单位", "期末值"), plain("新增营业收入", "万元", "2093"),
            plain("研制样机", "台", "3")]  # fmt: skip
    aims = [["新增营业收入", 2093, "万元"], ["研制样机", 3, "台"]]
    assert targets(found_on(page(1, rows, ["四、成效"]))) == aims


def test_prose_that_a_line_breaks_heads_no_table() -> None:
    said = [
        "甲公司负责总体方案设计、基础理论与核心算法研究以及设备调试并提交阶段性的报告",
        "5、预期成果",
    ]
    rows = [plain("验收内容", "期初", "应达"), *BODY]
    assert targets(found_on(page(1, rows, said))) == AIMED


def test_labels_stand_in_rows_of_their_own_over_their_values() -> None:
    rows = [plain("建设期开始"), plain("2025年3月1日"), plain("建设期结束"), plain("2027年2月28日")]
    found = found_on(page(1, rows))
    assert (found["period_from"], found["period_until"]) == ("2025-03-01", "2027-02-28")


def test_what_is_to_be_carried_forward_is_no_part_of_the_name() -> None:
    title = "推进深海装备创新联合体建设运营的总体方案"
    assert read(f"{title}\n一、概述\n略。\n二、目标\n略。")["project_name"] == "深海装备创新联合体"


def scanned(*titles: str) -> dict[str, object]:
    body = "各方分工协作，共同推进各项工作，按期完成任务。"
    lines = [text for title in titles for text in (title, body)]
    boxes = [Box(40, 60 + 20 * n, 40 + 12 * len(t), 72 + 20 * n) for n, t in enumerate(lines)]
    made = tuple(Line(text, box) for text, box in zip(lines, boxes, strict=True))
    return found_on(Page(1, 595, 842, "ocr", "rapidocr", made))


def test_titles_between_numbers_count_though_a_scan_lost_their_own() -> None:
    titles = ["1、概况", "2、背景与意义", "研究课题的安排", "4、建设目标", "5、研究队伍"]
    found = scanned(*titles)
    assert listed(found, "sections") == [
        "概况",
        "背景与意义",
        "研究课题的安排",
        "建设目标",
        "研究队伍",
    ]


def test_a_short_line_where_no_number_is_missing_is_no_title() -> None:
    found = scanned("1、概况", "2、背景与意义", "研究课题的安排", "3、建设目标", "4、研究队伍")
    assert "研究课题的安排" not in found.values()
