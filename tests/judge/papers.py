"""Cases made from plain data, as a table writes them: what is declared, and what papers state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import date
from typing import Any

from docint.types.case import Case
from docint.types.document import Document, Leaf, Rival
from docint.types.fact import Fact, Facts, Path, Value, Witness
from docint.types.place import Box, Evidence, Place
from docint.types.reading import Cell, Line, Origin, Page, Seal, Table
from docint.types.source import Refusal

SQUARE = Box(0, 0, 100, 100)
STAMP = Box(300, 500, 412, 612)
ORIGINS: Mapping[str, Origin] = {"text": "text", "docx": "docx", "json": "json"}
LEAVES = ({"code", "name"}, {"amount", "currency"})
"""Objects that are one value: districts and other currencies."""


def case(data: Mapping[str, Any]) -> Case:
    """A case.

    ``applied_on``, ``stage``, ``declared`` (contract §4, nested), ``documents`` by id: ``kind``,
    ``facts`` (nested), and optionally ``reader``, ``sure``, ``text`` or ``pages``, ``seals``,
    ``file`` …;
    ``refusals``: ``path``, ``code``, ``page``.
    """
    papers: Mapping[str, Any] = data.get("documents", {})
    applied = data.get("applied_on")
    return Case(
        applied_on=date.fromisoformat(applied) if applied else None,
        declared=facts(data.get("declared", {}), data.get("declared_reader", "json")),
        documents=tuple(document(name, paper) for name, paper in papers.items()),
        facts={
            name: facts(
                paper.get("facts", {}),
                paper.get("reader", "text"),
                paper.get("witnesses", {}),
                paper.get("sure", 0.97),
                paper.get("file", f"{name}.pdf"),
            )
            for name, paper in papers.items()
        },
        refusals=tuple(
            Refusal(r["path"], r.get("code", "unreadable-document"), "无法打开。", r.get("page"))
            for r in data.get("refusals", ())
        ),
        stage=data.get("stage", "application"),
        declared_document=data.get("declared_document", ""),
    )


def document(name: str, paper: Mapping[str, Any]) -> Document:
    """A document; its pages carry the given texts."""
    file = paper.get("file", f"{name}.pdf")
    texts = paper.get("pages") or [paper.get("text", "")]
    pages = [page(n, text, paper) for n, text in enumerate(texts, 1)]
    return Document(
        id=name,
        kind=paper["kind"],
        score=paper.get("score", 0.99),
        leaves=tuple(Leaf(file, file, one) for one in pages),
        rivals=tuple(Rival(k, s) for k, s in paper.get("rivals", {}).items()),
        data=paper.get("data"),
        annex_of=paper.get("annex_of", ""),
    )


def page(number: int, text: str, paper: Mapping[str, Any]) -> Page:
    """A page of a line each row of the text."""
    reader: str = paper.get("reader", "text")
    origin = ORIGINS.get(reader, "ocr")
    shape = paper.get("shape", "round")
    seals = [Seal(s, "red", shape, STAMP, 0.95) for s in paper.get("seals", ())]
    return Page(
        number=number,
        width=595,
        height=842,
        origin=origin,
        reader=reader,
        lines=tuple(Line(row, SQUARE) for row in text.splitlines()),
        tables=tuple(grid(rows) for rows in paper.get("tables", ())),
        seals=tuple(seals),
        colored=paper.get("colored", True),
        problem=paper.get("problem", ""),
        notes=tuple(paper.get("notes", ())),
    )


def grid(rows: Sequence[Sequence[str]]) -> Table:
    """A table of these rows of cells."""
    return Table(
        tuple(Cell(r, c, text, SQUARE) for r, row in enumerate(rows) for c, text in enumerate(row))
    )


def facts(
    tree: Mapping[str, Any],
    reader: str,
    witnesses: Mapping[str, bool] | None = None,
    sure: float = 0.97,
    source: str = "s",
) -> Facts:
    """Facts of a nested object; ``witnesses`` by last key: whether a second reader agrees."""
    place = Place(source, 1, SQUARE) if reader == "ocr" else Place(source)
    return Facts(
        tuple(
            Fact(
                path=path,
                value=value,
                evidence=(Evidence(place, str(value), reader, 0.99),),
                method="label",
                confidence=sure,
                witnesses=tuple(
                    Witness("second-reader", agrees)
                    for key, agrees in (witnesses or {}).items()
                    if key in path
                ),
            )
            for path, value in leaves(tree)
        )
    )


def leaves(tree: Any, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Leaves of a nested object with their paths; None and blanks are no facts."""
    if isinstance(tree, Mapping) and set(tree) not in LEAVES:
        for key, value in tree.items():
            yield from leaves(value, (*path, key))
    elif isinstance(tree, Sequence) and not isinstance(tree, str):
        for number, value in enumerate(tree):
            yield from leaves(value, (*path, number))
    elif tree not in (None, ""):
        yield path, tree


def changed(base: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The base with dotted paths set; a value of None takes the key away."""
    data = deepcopy(dict(base))
    for dotted, value in changes.items():
        *steps, last = dotted.split(".")
        branch: Any = data
        for step in steps:
            branch = branch[int(step)] if isinstance(branch, list) else branch.setdefault(step, {})
        if isinstance(branch, list):
            _set(branch, int(last), value)
        elif value is None:
            branch.pop(last, None)
        else:
            branch[last] = value
    return data


def _set(branch: list[Any], index: int, value: Any) -> None:
    if value is None:
        del branch[index]
    elif index == len(branch):
        branch.append(value)
    else:
        branch[index] = value
