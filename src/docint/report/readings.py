"""Readings and documents → plain data, for ``docint read`` and ``docint extract``."""

from __future__ import annotations

from typing import Any

from docint.report.plain import fractions, seal
from docint.types.reading import Cell, Line, Page, Reading, Table, Word


def plain_reading(reading: Reading, file: str) -> dict[str, Any]:
    """Pages with lines and words, tables, seals and codes; boxes as fractions of the page."""
    return {
        "schema": "docint.reading/1",
        "file": file,
        "sha256": reading.source,
        "format": reading.format,
        "pages": [plain_page(page) for page in reading.pages],
    }


def plain_page(page: Page) -> dict[str, Any]:
    """One page; ``turned`` and ``skew`` tell how it was set upright."""
    return {
        "number": page.number,
        "width": round(page.width, 1),
        "height": round(page.height, 1),
        "origin": page.origin,
        "reader": page.reader,
        "turned": page.turned,
        "skew": round(page.skew, 2),
        "problem": page.problem or None,
        "notes": list(page.notes),
        "text": page.text,
        "lines": [_line(line, page) for line in page.lines],
        "tables": [_table(table, page) for table in page.tables],
        "seals": [seal(found, page) for found in page.seals],
        "codes": [
            {"format": code.format, "text": code.text, "box": fractions(code.box, page)}
            for code in page.codes
        ],
    }


def _line(line: Line, page: Page) -> dict[str, Any]:
    written: dict[str, Any] = {
        "text": line.text,
        "box": fractions(line.box, page),
        "confidence": round(line.confidence, 4),
        "words": [_word(word, page) for word in line.words],
    }
    return written | ({"where": line.where} if line.where else {})


def _word(word: Word, page: Page) -> dict[str, Any]:
    return {"text": word.text, "box": fractions(word.box, page)}


def _table(table: Table, page: Page) -> dict[str, Any]:
    return {
        "box": fractions(table.box, page),
        "ruled": table.ruled,
        "rows": table.rows,
        "columns": table.columns,
        "cells": [_cell(cell, page) for cell in table.cells],
    }


def _cell(cell: Cell, page: Page) -> dict[str, Any]:
    return {
        "row": cell.row,
        "column": cell.column,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": cell.text,
        "box": fractions(cell.box, page),
        "where": cell.where or None,
    }
