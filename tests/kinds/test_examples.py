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
from tests.printed import leaf_of, printed_page

KINDS: dict[str, Kind] = units("kinds", "kind")
ROOT = Path(__file__).parents[2] / "src" / "docint" / "kinds"


def examples() -> list[tuple[str, dict[str, Any]]]:
    return [
        (name, example)
        for name in KINDS
        if (ROOT / name / "examples.yaml").exists()
        for example in yaml.safe_load((ROOT / name / "examples.yaml").read_text("utf-8"))
    ]


def leaves_of(example: dict[str, Any]) -> list[Leaf]:
    plain = bool(example.get("plain"))
    return [
        leaf_of(printed_page(text, n, plain=plain)) for n, text in enumerate(example["pages"], 1)
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
