"""Every kind's ``examples.yaml``: small printed pages and the facts a reader must find on them.

An example is a mapping:

    title: what it shows
    pages: list of printed pages, each a text in which blanks are the gaps of the print
    plain: true for a page without geometry (DOCX); default: laid out in columns by character
    facts: {name: value, "parties.0.name": value, "revenue.2023": value}
    absent: [facts that must not be found]
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from docint.classify.classify import classify
from docint.contracts import Kind, Tools
from docint.extract.extract import facts_of
from docint.shelf import units
from docint.types.document import Document, Leaf
from docint.types.place import Box
from docint.types.reading import Line, Page, Word

KINDS: dict[str, Kind] = units("kinds", "kind")
ROOT = Path(__file__).parents[2] / "src" / "docint" / "kinds"
SIZE, PITCH, LEFT, TOP = 12.0, 20.0, 40.0, 60.0


def examples() -> list[tuple[str, dict[str, Any]]]:
    return [
        (name, example)
        for name in KINDS
        if (ROOT / name / "examples.yaml").exists()
        for example in yaml.safe_load((ROOT / name / "examples.yaml").read_text("utf-8"))
    ]


def printed_page(text: str, number: int, plain: bool) -> Page:
    """A page as OCR would give it: pieces between wide gaps, one word for each character."""
    rows = text.rstrip("\n").split("\n")
    if plain:
        lines = [Line(row.strip(), None, where=f"第{n}段") for n, row in enumerate(rows, 1)]
        return Page(number, 0, 0, "docx", "docx", tuple(line for line in lines if line.text))
    lines = [line for n, row in enumerate(rows) for line in _pieces(row, TOP + n * PITCH)]
    width = max((line.box.x1 for line in lines if line.box), default=0.0) + LEFT
    height = max(842.0, TOP * 2 + len(rows) * PITCH)
    return Page(number, max(595.0, width), height, "text", "text", tuple(lines))


def _pieces(row: str, top: float) -> list[Line]:
    words: list[list[Word]] = [[]]
    x = LEFT
    for char in row:
        width = SIZE if ord(char) > 0x2E80 else SIZE / 2
        if char.isspace():
            if words[-1] and x - (words[-1][-1].box or Box(0, 0, 0, 0)).x1 >= SIZE / 2:
                words.append([])
        else:
            words[-1].append(Word(char, Box(x, top, x + width, top + SIZE)))
        x += width
    return [_line(run) for run in words if run]


def _line(run: list[Word]) -> Line:
    boxes = [word.box for word in run if word.box]
    box = Box(boxes[0].x0, boxes[0].top, boxes[-1].x1, boxes[0].bottom)
    return Line("".join(word.text for word in run), box, tuple(run))


def leaves_of(example: dict[str, Any]) -> list[Leaf]:
    plain = bool(example.get("plain"))
    return [
        Leaf("0" * 64, "扫描件.pdf", printed_page(text, n, plain))
        for n, text in enumerate(example["pages"], 1)
    ]


def steps(path: str) -> tuple[str | int, ...]:
    """``parties.0.name`` as a path; years stay text."""
    return tuple(int(s) if s.isdigit() and len(s) < 4 else s for s in path.split("."))


@pytest.mark.parametrize(
    ("name", "example"), examples(), ids=lambda v: v["title"] if isinstance(v, dict) else v
)
def test_an_examples_facts_are_found(name: str, example: dict[str, Any]) -> None:
    kind = KINDS[name]
    document = Document("d1", kind.name, 1.0, tuple(leaves_of(example)))
    facts = {item.path: item.value for item in facts_of(document, kind, Tools())}
    expected = {steps(str(path)): value for path, value in example["facts"].items()}
    assert {path: facts.get(path) for path in expected} == expected
    for path in example.get("absent", ()):
        assert facts.get(steps(path)) is None


@pytest.mark.parametrize(
    ("name", "example"), examples(), ids=lambda v: v["title"] if isinstance(v, dict) else v
)
def test_an_example_is_recognised_as_its_kind(name: str, example: dict[str, Any]) -> None:
    documents = classify(leaves_of(example), KINDS)
    assert [document.kind for document in documents] == [KINDS[name].name]
