"""Seals of scans: seen, named, and the print under them."""

from __future__ import annotations

from typing import Any

from docint.evaluate.seals import sealed
from docint.evaluate.shares import Share

BOX = [0.5, 0.6, 0.7, 0.75]
NAME = "深圳市市场监督管理局"


def gold(**more: Any) -> dict[str, Any]:
    paper = {
        "type": "business-license",
        "origin": "scan",
        "parts": [{"file": "a.pdf", "pages": [1]}],
        "seals": [{"text": NAME, "color": "red", "page": 1, "box": BOX}],
    }
    page = {
        "file": "a.pdf",
        "page": 1,
        "runs": [["2021年03月02日", [0.55, 0.65, 0.65, 0.67]], ["营业执照", [0.3, 0.1, 0.6, 0.15]]],
    }
    return {"documents": [paper | more], "pages": [page]}


def report(text: str, box: list[float]) -> dict[str, Any]:
    seal = {"text": text, "page": 1, "box": box, "file": "a.pdf"}
    return {"documents": [{"parts": [{"file": "a.pdf", "pages": [1]}], "seals": [seal]}]}


def test_a_seal_read_right_may_say_what_it_is_for() -> None:
    made = sealed(report(f"{NAME} 登记专用章", BOX), gold(), {("a.pdf", 1): "2021年03月02日"})
    assert (made.seen, made.named, made.under) == (Share(1, 1), Share(1, 1), Share(1, 1))


def test_a_slip_in_its_name_is_none_and_hidden_print_is_missed() -> None:
    made = sealed(report("深圳市市场监餐管理局", BOX), gold(), {("a.pdf", 1): "营业执照"})
    assert (made.seen, made.named, made.under) == (Share(1, 1), Share(0, 1), Share(0, 1))


def test_a_seal_elsewhere_is_another() -> None:
    made = sealed(report(NAME, [0.1, 0.1, 0.3, 0.25]), gold(), {})
    assert (made.seen, made.named) == (Share(0, 1), Share(0, 1))


def test_seals_of_electronic_files_are_not_counted() -> None:
    assert sealed(report(NAME, BOX), gold(origin="text"), {}).seen == Share()
