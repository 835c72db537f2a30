"""What is shown of an evaluation."""

from __future__ import annotations

import json

from rich.console import Console

from docint.evaluate.measure import evaluate
from docint.evaluate.tables import as_json, show

FACT = {"value": "甲公司", "text": "甲公司", "page": 1, "box": [0, 0, 1, 1], "confidence": 0.9}
DOCUMENT = {
    "type": "business-license",
    "parts": [{"file": "a.pdf", "pages": [1]}],
    "origin": "scan",
    "facts": {"name": FACT},
}
REPORT = {"submission": {"source": "a"}, "declared": {}, "documents": [DOCUMENT], "findings": []}
GOLD = {"quality": "worn", "declared": {}, "documents": [DOCUMENT], "pages": [], "planted": []}


def test_the_tables_name_types_fields_and_rates() -> None:
    console = Console(width=140)
    with console.capture() as capture:
        console.print(show(evaluate([(REPORT, GOLD)])))
    text = capture.get()
    assert "business-license name" in text
    assert "100.0 %" in text
    assert "置信度校准" in text


def test_the_plain_data_can_be_written_as_json() -> None:
    made = as_json(evaluate([(REPORT, GOLD)]))
    assert made["schema"] == "docint.evaluation/1"
    assert made["fields"]["business-license"]["name"]["f1"] == 1.0
    assert made["boxes"] == {"hits": 1, "of": 1, "rate": 1.0, "overlap": 1.0}
    assert json.loads(json.dumps(made, ensure_ascii=False)) == made
