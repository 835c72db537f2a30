"""验收和年度材料已提交: known by their title, or by their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.lookalikes import title_of
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.judge.periods import days
from docint.judge.proof import stated
from docint.judge.term import term_days
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Decides, Outcome
from docint.values.text import fold

LINES = 6
"""A title and what stands with it on a cover take no more."""
_SENTENCE = re.compile(r"[。;,]")


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    code, paper = parameters["code"], parameters["title"]
    found = [d for d in case.documents if not d.annex_of and _is_it(case, d, parameters)]
    wanted = _years(case) if parameters.get("yearly") else 1
    files = "、".join(document.file for document in found)
    if found and len(found) >= wanted:
        yield passed(code, paper, f"已提交{paper}（{files}）。")
    elif spots := unread(case):
        reason = f"未见{paper}，但有文件或页面未能识读：{spots}。请将其重新提交后再核对。"
        yield unknown(code, paper, reason, settled_by=paper)
    elif found:
        reason = f"建设期约{wanted}年，应每年提交{paper}，材料中有{len(found)}份（{files}）。"
        decides = Decides(False, f"{len(found) - wanted} 份", f"各年度均有{paper}")
        innocent = ("一份材料包含各年度", "以往年度已另行提交")
        yield failed(code, paper, reason, decides=decides, innocent=innocent)
    else:
        yield failed(code, paper, f"材料中未见{paper}。", innocent=("漏交", "使用了其他名称"))


def _years(case: Case) -> int:
    """Whole years of the construction period; one where it is not legible."""
    span = term_days(case)
    return max(1, round((span[1] - span[0]).days / 365)) if span else 1


def _is_it(case: Case, document: Document, parameters: Mapping[str, Any]) -> bool:
    if parameters.get("since_term") and _older(case, document):
        return False
    if document.kind in parameters.get("kinds", ()):
        return True
    title = _heading(case, document)
    if any(word in title for word in parameters.get("without", ())):
        return False
    return any(re.search(word, title) for word in parameters.get("words", ()))


def _heading(case: Case, document: Document) -> str:
    """The title, or the lines above the first sentence: what the body mentions names nothing."""
    if stated(case, document, "title"):
        return title_of(case, document)
    lines = [fold(line) for line in document.text.splitlines() if line.strip()][:LINES]
    above = list(takewhile(lambda line: not _SENTENCE.search(line), lines))
    return "\n".join(above or lines[:1])


def _older(case: Case, document: Document) -> bool:
    """Whether a paper is surely of before the construction period: it was for the application."""
    span = term_days(case)
    dated = (stated(case, document, key) for key in ("report_date", "issued_on"))
    bounds = next((days(x.fact.value) for x in dated if x), None)
    return bool(span and bounds and bounds[1] < span[0])


check = Check(
    codes=("acceptance-material-missing", "annual-report-missing", "deliverable-missing"),
    statement="规定的验收或年度材料已经提交",
    run=_run,
    parameters={
        "code": Parameter(str, "缺少时的代码"),
        "title": Parameter(str, "条文对该材料的称谓"),
        "kinds": Parameter(list, "属于何种材料类型", False),
        "words": Parameter(list, "题名中可能出现的词（可用正则表达式）", False),
        "without": Parameter(list, "题名中不得出现的词", False),
        "since_term": Parameter(bool, "是否只计建设期开始之后的材料，缺省为否", False),
        "yearly": Parameter(bool, "是否建设期内每年一份，缺省为否", False),
    },
)
