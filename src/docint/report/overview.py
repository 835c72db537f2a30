"""Many reports → the tables an officer works from: JSON, CSV, XLSX and an index page."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from docint.report import wording
from docint.report.html import environment
from docint.report.masked import masked

SCHEMA = "docint.summary/1"
COLUMNS = ("申报件", "建议", "重要", "一般", "提示", "未能核实", "报告", "未能完成的原因")

Row = Mapping[str, Any]
"""``{"name", "report", "summary", "error"}`` of one bundle."""


def summary(policy: str, rows: Sequence[Row], findings: Sequence[Row] = ()) -> dict[str, Any]:
    """``summary.json`` as the contract's §7 lays it down."""
    return {
        "schema": SCHEMA,
        "policy": policy,
        "bundles": [dict(row) for row in rows],
        "findings": [dict(finding) for finding in findings],
    }


def by_risk(rows: Sequence[Row]) -> list[Row]:
    """Rows with most serious findings first; failures before all, for they need a person."""
    return sorted(rows, key=_risk)


def _risk(row: Row) -> tuple[Any, ...]:
    counts = row["summary"]
    if not counts:
        return (0, 0, 0, 0, 0, row["name"])
    order = {"return": 0, "review": 1, "pass": 2}[counts["recommendation"]]
    return (1, -counts["high"], -counts["medium"], order, -counts["low"], row["name"])


def _cells(row: Row) -> tuple[Any, ...]:
    counts = row["summary"]
    if not counts:
        return (row["name"], "未完成", "", "", "", "", "", row["error"] or "")
    return (
        row["name"],
        wording.RECOMMENDATION[counts["recommendation"]][0],
        counts["high"],
        counts["medium"],
        counts["low"],
        counts["unknown"],
        row["report"],
        "",
    )


def as_csv(rows: Sequence[Row]) -> str:
    """The table as CSV; formula characters are defused, Excel opens it by double click."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for row in by_risk(rows):
        writer.writerow([_inert(cell) for cell in masked(list(_cells(row)))])
    return buffer.getvalue()


def _inert(cell: Any) -> Any:
    return "'" + cell if isinstance(cell, str) and cell[:1] in "=+-@\t\r" else cell


def as_xlsx(rows: Sequence[Row], reports: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The table, and every finding of every bundle on a second sheet.

    Args:
        rows: one for each bundle.
        reports: plain reports by bundle name, for the sheet of findings.
    """
    buffer = io.BytesIO()
    # What applicants wrote stays text: no formulas, no links.
    inert = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, inert)
    head = book.add_format({"bold": True, "bg_color": "#EEF2F7", "border": 1})
    sheet = book.add_worksheet("总表")
    _fill(sheet, head, COLUMNS, [_cells(row) for row in by_risk(rows)])
    sheet.set_column(0, 1, 24)
    findings = book.add_worksheet("发现")
    titles = ("申报件", "程度", "事项", "对象", "说明", "依据")
    _fill(findings, head, titles, _findings(rows, reports))
    findings.set_column(0, 3, 22)
    findings.set_column(4, 5, 60)
    book.close()
    return buffer.getvalue()


def _findings(
    rows: Sequence[Row], reports: Mapping[str, Mapping[str, Any]]
) -> list[tuple[Any, ...]]:
    return [
        (
            row["name"],
            wording.SEVERITY[finding["severity"]],
            finding["title"],
            finding["subject"],
            finding["message"],
            finding["rule"]["article"] if finding["rule"] else "",
        )
        for row in by_risk(rows)
        for finding in reports.get(row["name"], {}).get("findings", ())
    ]


def _fill(sheet: Any, head: Any, titles: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    sheet.write_row(0, 0, titles, head)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(masked(list(row))):
            sheet.write(number, column, cell)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(rows)), len(titles) - 1)


def as_html(title: str, rows: Sequence[Row], findings: Sequence[Row] = ()) -> str:
    """``index.html``: bundles by risk, each linked to its report."""
    return (
        environment()
        .get_template("overview.html.j2")
        .render(
            title=title,
            rows=masked([dict(row) for row in by_risk(rows)]),
            findings=masked(list(findings)),
        )
    )
