from __future__ import annotations

from docint.read.columns import columns_of
from docint.types.place import Box
from docint.types.reading import Line


def row(y: float, *cells: tuple[str, float, float]) -> list[Line]:
    return [Line(text, Box(x0, y, x1, y + 10)) for text, x0, x1 in cells]


def statement() -> list[Line]:
    lines = row(0, ("项目", 0, 20), ("本期金额", 200, 240), ("上期金额", 300, 340))
    names = ["营业收入", "营业成本", "管理费用", "研发费用"]
    for number, name in enumerate(names, start=1):
        lines += row(number * 20.0, (name, 0, 60), (f"{number},000.00", 190, 240), ("-", 330, 340))
    return lines


def test_an_unruled_statement_becomes_a_table() -> None:
    (table,) = columns_of(statement())
    assert not table.ruled
    assert [cell.text for cell in table.row(0)] == ["项目", "本期金额", "上期金额"]
    assert [cell.text for cell in table.row(4)] == ["研发费用", "4,000.00", "-"]


def test_two_rows_of_figures_are_no_table() -> None:
    lines = row(0, ("金额", 0, 20), ("12.00", 100, 130)) + row(
        20, ("税", 0, 10), ("3.00", 100, 130)
    )
    assert columns_of(lines) == []


def test_prose_is_no_table() -> None:
    lines = [
        line for n in range(8) for line in row(n * 14.0, ("本协议一式两份自签订之日起生效", 0, 300))
    ]
    assert columns_of(lines) == []


def test_a_wide_gap_ends_a_table() -> None:
    far = [
        Line(line.text, Box(line.box.x0, line.box.top + 400, line.box.x1, line.box.bottom + 400))
        for line in statement()
        if line.box
    ]
    assert len(columns_of(statement() + far)) == 2
