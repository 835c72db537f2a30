"""The truth of a bundle as plain data (``docint.gold/1``)."""

from __future__ import annotations

from typing import Any

from corpora import scan as scanning
from corpora.draw import Drawn
from corpora.paper import Paper, Truth
from corpora.press import Box, Print, Sheet

Spot = tuple[str, int]
"""File and page, from 1."""


def document(printed: Print, origin: str, drawn: list[Drawn], spots: list[Spot]) -> dict[str, Any]:
    """A paper's entry: where it lies, its facts, seals and signatures."""
    paper = printed.paper
    several = len({file for file, _ in spots}) > 1
    entry = {
        "type": paper.kind,
        "parts": _parts(spots),
        "origin": origin,
        "layout": paper.layout,
        "facts": _facts(printed, drawn, spots, several=several),
        "seals": [
            _seen(s, spot, several=several)
            for d, spot in zip(drawn, spots, strict=True)
            for s in d.seals
        ],
        "signatures": [
            _seen(s, spot, several=several)
            for d, spot in zip(drawn, spots, strict=True)
            for s in d.signatures
        ],
    }
    if paper.annex_of is not None:
        entry["annex_of"] = paper.annex_of.name
    return entry


def unprinted(
    kind: str, file: str, origin: str, layout: str, truth: dict[str, Truth]
) -> dict[str, Any]:
    """The entry of a file without geometry: DOCX, JSON."""
    facts: dict[str, Any] = {}
    for path, leaf in truth.items():
        nest(facts, path.split("."), _leaf(leaf) | {"page": 1, "box": None})
    return {
        "type": kind,
        "parts": [{"file": file, "pages": [1]}],
        "origin": origin,
        "layout": layout,
        "facts": listed(facts),
        "seals": [],
        "signatures": [],
    }


def page(sheet: Sheet, paper: Paper, spot: Spot, drawn: Drawn, origin: str) -> dict[str, Any]:
    """A page's entry: its printed lines, which of its strings decide, and what stands where."""
    here = {paper.truth[path]["text"] for path in sheet.facts if path in paper.truth}
    return {
        "file": spot[0],
        "page": spot[1],
        "turned": drawn.turned,
        "origin": origin,
        "lines": sheet.lines,
        "runs": [[words, _carried(box, drawn)] for words, box in sheet.runs],
        "critical": sorted(text for text in here if text in paper.critical),
    }


def plain(tree: Any) -> Any:
    """A tree of facts as plain values."""
    if isinstance(tree, dict):
        return (
            tree["value"]
            if "value" in tree and "text" in tree
            else {k: plain(v) for k, v in tree.items()}
        )
    return [plain(item) for item in tree] if isinstance(tree, list) else tree


def listed(tree: Any) -> Any:
    """Objects whose keys are 0, 1, 2 … become lists."""
    if not isinstance(tree, dict) or ("value" in tree and "text" in tree):
        return tree
    if tree and all(key.isdigit() and len(key) < 3 for key in tree):
        return [listed(tree[key]) for key in sorted(tree, key=int)]
    return {key: listed(value) for key, value in tree.items()}


def _parts(spots: list[Spot]) -> list[dict[str, Any]]:
    parts: dict[str, list[int]] = {}
    for file, number in spots:
        parts.setdefault(file, []).append(number)
    return [{"file": file, "pages": numbers} for file, numbers in parts.items()]


def _facts(printed: Print, drawn: list[Drawn], spots: list[Spot], *, several: bool) -> Any:
    facts: dict[str, Any] = {}
    for path, leaf in printed.paper.truth.items():
        if path == "period":
            continue  # printed as one; its two ends are facts
        placed = _place(leaf.get("at") or path, printed.sheets, drawn)
        if placed is None and "at" not in leaf:
            continue  # the page it stood on is lost
        number, box = placed or (0, None)
        entry = _leaf(leaf) | {"page": spots[number][1], "box": box}
        nest(facts, path.split("."), entry | ({"file": spots[number][0]} if several else {}))
    return listed(facts)


def _leaf(leaf: Truth) -> Truth:
    return {"value": leaf["value"], "text": leaf["text"]}


def _place(
    path: str, sheets: list[Sheet], drawn: list[Drawn]
) -> tuple[int, list[float] | None] | None:
    """Page and box of a fact; of ``mark:n``, of the seal that was set there."""
    for number, sheet in enumerate(sheets):
        if path.startswith("mark:") and int(path[5:]) in sheet.marks:
            boxes = drawn[number].seals
            return number, boxes[0]["box"] if boxes else None
        if path in sheet.facts:
            return number, _carried(_around(sheet.facts[path]), drawn[number])
    return None


def _carried(box: Box, drawn: Drawn) -> list[float]:
    """A box of the print where it lies on the picture."""
    return [round(float(v), 4) for v in scanning.carry(box, drawn.matrix)]


def _around(boxes: list[Box]) -> Box:
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def nest(tree: dict[str, Any], steps: list[str], leaf: Any) -> None:
    """Hang a leaf into a tree at a path."""
    for step in steps[:-1]:
        tree = tree.setdefault(step, {})
    tree[steps[-1]] = leaf


def _seen(mark: dict[str, Any], spot: Spot, *, several: bool) -> dict[str, Any]:
    return mark | {"page": spot[1]} | ({"file": spot[0]} if several else {})
