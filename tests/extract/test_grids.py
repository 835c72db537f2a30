"""Rows, pieces and columns of print."""

from __future__ import annotations

from docint.extract.columns import heads, is_amount, is_nil, joined, under_heads
from docint.extract.grids import Piece, Row, line_rows, page_rows
from docint.types.document import Leaf
from docint.types.place import Box
from docint.types.reading import Cell, Line, Page, Table, Word


def line(text: str, x0: float, x1: float, top: float = 10.0, height: float = 10.0) -> Line:
    box = Box(x0, top, x1, top + height)
    return Line(text, box, (Word(text, box),))


def leaf(*lines: Line, tables: tuple[Table, ...] = ()) -> Leaf:
    return Leaf("0" * 64, "a.pdf", Page(1, 600, 800, "ocr", "rapidocr", lines, tables))


def texts(row: Row) -> list[str]:
    return [piece.text for piece in row.pieces]


def piece(text: str, x0: float, x1: float) -> Piece:
    return Piece(text, x0, x1, Box(x0, 10, x1, 20))


def test_a_row_that_slopes_is_followed_from_left_to_right() -> None:
    lines = [
        line("资产总计", 50, 100, 100),
        line("1.00", 250, 280, 103),
        line("2.00", 450, 480, 107),
    ]
    below = [
        line("负债合计", 50, 100, 112),
        line("3.00", 250, 280, 115),
        line("4.00", 450, 480, 119),
    ]
    assert [texts(row) for row in line_rows(leaf(*lines, *below))] == [
        ["资产总计", "1.00", "2.00"],
        ["负债合计", "3.00", "4.00"],
    ]


def test_a_dash_stands_in_the_row_though_it_is_flat() -> None:
    rows = line_rows(
        leaf(line("净利润", 50, 90), line("-", 300, 303, 15, 1.5), line("5.00", 304, 330))
    )
    assert [texts(row) for row in rows] == [["净利润", "-", "5.00"]]
    assert [p.text for p in joined(rows[0].pieces)] == ["净利润", "-5.00"]


def test_letterspaced_words_are_put_together() -> None:
    (row,) = line_rows(leaf(line("合", 50, 60), line("计", 90, 100), line("1,000.00", 300, 350)))
    assert texts(row) == ["合计", "1,000.00"]


def test_a_label_glued_to_an_amount_by_a_narrow_gutter_is_cut() -> None:
    words = (Word("5,186.85", Box(100, 10, 150, 20)), Word("负债合计", Box(154, 10, 200, 20)))
    joint = Line("5,186.85 负债合计", Box(100, 10, 200, 20), words)
    (row,) = line_rows(leaf(joint))
    assert texts(row) == ["5,186.85", "负债合计"]


def test_an_amount_split_into_two_boxes_is_put_together() -> None:
    assert [p.text for p in joined([piece("12,345", 0, 30), piece(",678.90", 31, 60)])] == [
        "12,345,678.90"
    ]


def test_a_line_number_is_never_joined_to_the_amount_beside_it() -> None:
    pieces = [piece("6", 0, 5), piece("6,697,802.68", 10, 70)]
    assert [p.text for p in joined(pieces)] == ["6", "6,697,802.68"]


def test_dates_percentages_and_dashes_are_no_amounts() -> None:
    assert all(
        is_amount(t) for t in ("1,234.56", "(28,901.95)", "-3.2", "1.234.567,89", "l,234.00")
    )
    assert not any(is_amount(t) for t in ("2023年12月31日", "2023", "12.5%", "五、23", "RD01"))
    assert all(is_nil(t) for t in ("-", "—", "－", "/", "——", "不适用"))


def test_amounts_fall_under_their_heads_in_order_though_another_head_is_nearer() -> None:
    # heads stand at the left of their columns, amounts at the right
    rows = [Row(leaf(), (piece("2023年度", 299, 333), piece("2022年度", 419, 453)), 0, 10)]
    amounts = [
        [piece("2,154,392.34", 363, 407), piece("5,064,796.36", 483, 527)],
        [piece("0.50", 395, 407), piece("1.00", 515, 527)],
    ]
    found = under_heads(amounts, heads(rows))
    assert [[found[id(p)] for p in row] for row in amounts] == [[0, 1], [0, 1]]


def test_an_empty_column_of_notes_takes_no_amounts() -> None:
    found = heads(
        [
            Row(
                leaf(),
                (piece("附注", 200, 220), piece("本期", 300, 320), piece("上期", 400, 420)),
                0,
                10,
            )
        ]
    )
    amounts = [[piece("1,000.00", 290, 340), piece("2,000.00", 390, 440)]]
    assert sorted(under_heads(amounts, found).values()) == [1, 2]


def test_a_period_spans_the_heads_printed_below_it() -> None:
    upper = Row(leaf(), (piece("期末余额", 200, 260), piece("年初余额", 400, 460)), 0, 10)
    lower = Row(
        leaf(),
        (
            piece("合并", 170, 190),
            piece("公司", 270, 290),
            piece("合并", 370, 390),
            piece("公司", 470, 490),
        ),
        12,
        10,
    )
    found = heads([upper, lower], lambda text: "余额" in text)
    assert [head.text for head in found] == [
        "期末余额合并",
        "期末余额公司",
        "年初余额合并",
        "年初余额公司",
    ]


def test_tables_without_geometry_stand_between_the_paragraphs_around_them() -> None:
    cells = (
        Cell(0, 0, "项目", where="表1 第1行第1列"),
        Cell(0, 1, "金额", where="表1 第1行第2列"),
        Cell(1, 0, "设备费", where="表1 第2行第1列"),
        Cell(1, 1, "3.00", where="表1 第2行第2列"),
    )
    lines = (
        Line("经费预算", None, where="第1段"),
        *(Line(cell.text, None, where=cell.where) for cell in cells),
        Line("完", None, where="第2段"),
    )
    page = Page(1, 0, 0, "docx", "docx", lines, (Table(cells),))
    rows = page_rows(Leaf("0" * 64, "a.docx", page), tables=True)
    assert [texts(row) for row in rows] == [
        ["经费预算"],
        ["项目", "金额"],
        ["设备费", "3.00"],
        ["完"],
    ]
