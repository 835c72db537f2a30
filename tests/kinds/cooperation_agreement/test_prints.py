"""Agreements as text files beside what they say, read as DOCX and as printed pages alike.

The prints were written before the code had seen their like; their readings were proofread by hand.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

PRINTS = sorted((Path(__file__).parent / "prints").glob("*.txt"))
WIDE = 34
"""Characters to a printed line."""


def flat(tree: object, path: str = "") -> dict[str, object]:
    if isinstance(tree, dict):
        return {k: v for key, sub in tree.items() for k, v in flat(sub, f"{path}.{key}").items()}
    if isinstance(tree, list):
        return {k: v for n, sub in enumerate(tree) for k, v in flat(sub, f"{path}.{n}").items()}
    return {path.strip("."): tree}


def values(facts: Facts) -> dict[str, object]:
    found = {".".join(map(str, f.path)): f.value for f in facts if f.path[-1] != "uscc"}
    return {path: value for path, value in found.items() if not path.startswith("signatures")}


def wrapped(text: str) -> str:
    """Long paragraphs broken into full lines with the first one indented, as they are printed."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.append("" if len(paragraph) < WIDE // 2 or "    " in paragraph else "　　")
        if not lines[-1]:
            lines[-1] = paragraph
            continue
        for char in paragraph:
            if sum(map(width, lines[-1])) + width(char) > WIDE and char not in "，。；、）：":
                lines.append("")
            lines[-1] += char
    return "\n".join(lines)


def width(char: str) -> float:
    return 1.0 if ord(char) > 0x2E80 else 0.5


@pytest.mark.parametrize("print_", PRINTS, ids=lambda path: path.stem)
def test_an_agreement_says_what_was_proofread(print_: Path) -> None:
    wanted = flat(json.loads(print_.with_suffix(".json").read_text("utf-8")))
    page = printed_page(print_.read_text("utf-8"), plain=True)
    assert values(find(document_of("cooperation-agreement", page), Tools())) == wanted


CHINESE = [path for path in PRINTS if path.stem != "two-languages"]
"""Printed pages of these tests lose the blanks between Latin words."""


@pytest.mark.parametrize("print_", CHINESE, ids=lambda path: path.stem)
def test_lines_that_wrap_change_nothing(print_: Path) -> None:
    wanted = flat(json.loads(print_.with_suffix(".json").read_text("utf-8")))
    page = printed_page(wrapped(print_.read_text("utf-8")))
    assert values(find(document_of("cooperation-agreement", page), Tools())) == wanted
