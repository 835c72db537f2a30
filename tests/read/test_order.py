from __future__ import annotations

from docint.read.order import in_columns
from docint.types.place import Box
from docint.types.reading import Line


def line(text: str, x0: float, y: float, x1: float) -> Line:
    return Line(text, Box(x0, y, x1, y + 10))


def licence(wrapped: int) -> list[Line]:
    rows = [line("营业执照", 200, 0, 400)]
    for n in range(6):
        rows.append(line(f"左{n}", 20, 40 + n * 12, 260 if n < wrapped else 90))
        rows.append(line(f"右{n}", 320, 40 + n * 12, 420 + 9 * n))
    return [*rows, line("国家企业信用信息公示系统网址", 150, 300, 450)]


def test_a_wrapped_paragraph_beside_other_text_is_read_as_a_column() -> None:
    texts = [entry.text for entry in in_columns(licence(5))]
    assert texts == [
        "营业执照",
        *(f"左{n}" for n in range(6)),
        *(f"右{n}" for n in range(6)),
        "国家企业信用信息公示系统网址",
    ]


def test_labels_and_values_side_by_side_stay_rows() -> None:
    rows = licence(0)
    assert in_columns(rows) == tuple(rows)


def test_one_column_of_prose_stays_as_it_is() -> None:
    rows = [line(f"第{n}行", 20, n * 12.0, 560) for n in range(12)]
    assert in_columns(rows) == tuple(rows)
