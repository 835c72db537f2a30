"""验收和年度材料已提交: known by their title, or by their kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.lookalikes import title_of
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Outcome


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    code, paper = parameters["code"], parameters["title"]
    found = [d for d in case.documents if not d.annex_of and _is_it(case, d, parameters)]
    if found:
        yield passed(code, paper, f"已提交{paper}（{found[0].file}）。")
    elif spots := unread(case):
        reason = f"未见{paper}，但有文件或页面未能识读：{spots}。请将其重新提交后再核对。"
        yield unknown(code, paper, reason, settled_by=paper)
    else:
        yield failed(code, paper, f"材料中未见{paper}。", innocent=("漏交", "使用了其他名称"))


def _is_it(case: Case, document: Document, parameters: Mapping[str, Any]) -> bool:
    if document.kind in parameters.get("kinds", ()):
        return True
    return any(word in title_of(case, document) for word in parameters.get("words", ()))


check = Check(
    codes=("acceptance-material-missing", "annual-report-missing", "deliverable-missing"),
    statement="规定的验收或年度材料已经提交",
    run=_run,
    parameters={
        "code": Parameter(str, "缺少时的代码"),
        "title": Parameter(str, "条文对该材料的称谓"),
        "kinds": Parameter(list, "属于何种材料类型", False),
        "words": Parameter(list, "题名中可能出现的词", False),
    },
)
