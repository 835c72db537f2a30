"""Where a finding comes from (依据链): read back from a report that was written before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docint.errors import DocintError, UsageError
from docint.report.chain import chain, named
from docint.report.masked import masked
from docint.report.plain import SCHEMA

NAME = "report.json"


def explained(path: Path, key: str) -> dict[str, Any]:
    """The chain of a finding (``f1``) or of a check result (``c7``); personal numbers masked.

    Args:
        path: ``report.json``, or the folder it lies in.
        key: the id.

    Raises:
        DocintError: there is no report there, or it is not one of this version.
        UsageError: the report has nothing of this id.
    """
    report = masked(_report(path / NAME if path.is_dir() else path))
    check = named(report, key)
    if check is None:
        known = "、".join(finding["id"] for finding in report["findings"]) or "无"
        raise UsageError(
            f"报告中没有编号为“{key}”的发现或核验项；发现有：{known}；"
            f"核验项为 c1 至 c{len(report['checks'])}。"
        )
    return chain(report, check)


def _report(path: Path) -> Mapping[str, Any]:
    try:
        report = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise DocintError(f"找不到报告“{path}”；请给出 report.json 或其所在目录。") from error
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise DocintError(f"“{path}”无法作为核验报告读取。") from error
    if not isinstance(report, dict) or report.get("schema") != SCHEMA:
        raise DocintError(f"“{path}”不是核验报告（{SCHEMA}）。")
    if any("statement" not in check for check in report["checks"]):
        raise DocintError(f"“{path}”由较早的版本写出，请重新核验后再查看来由。")
    return report
