"""应盖章的材料已盖章: a grey or bilevel copy, or one without a picture, proves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.judge.proof import stated, text
from docint.judge.stamps import blocks, only_name_seals, stamped
from docint.judge.subjects import labelled
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Outcome
from docint.types.reading import Page
from docint.values.text import fold

CODE = "seal-missing"
AUDITS = ("audit-report", "rd-audit-report")
_PLACE = re.compile(
    r"(?:单位|方|机构|部门|公司)[^。;,]{0,6}\([^()]{0,6}(?:盖章|公章|签章)[^()]{0,6}\)"
    r"|(?:盖章|公章)处?:|^(?:法人|[^。;,:]{0,8}(?:单位|机构|公司|[甲乙丙丁]方))(?:盖章|公章|签章)处?$",
)
"""A place to stamp (``申报单位（盖章）``, ``单位公章：``); lists of papers speak of stamps too."""
_INNOCENT = ("盖章页未一并提交", "印迹过浅未能检出", "加盖的是电子签章")


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.of_kind(*parameters["kinds"]):
        if document.data is None:
            yield _of(case, document)


def _of(case: Case, document: Document) -> Outcome:
    subject = labelled(case, document)
    pages = [leaf.page for leaf in document.leaves]
    sealed = next((page for page in pages if page.seals), None)
    settled = "加盖公章的彩色扫描件或原件"
    if sealed or case.fact(document, "seals", 0, "text"):
        if (part := _of_issuer(case, document, subject)) is not None:
            return part
        if (part := _of_parties(case, document, subject)) is not None:
            return part
        where = f"第{sealed.number}页" if sealed else ""
        return passed(CODE, subject, f"{document.file}{where}见有印章。")
    if all(_never_scanned(page) for page in pages) and not _left_empty(case, document):
        reason = f"{document.file}为电子文档，不是盖章后的扫描件，无法据以判断是否盖章。"
        return unknown(CODE, subject, reason, settled_by=settled)
    if not _any_seal(case):
        reason = f"{document.file}未检出印章；整套材料均未检出印章，可能为盖章前的电子稿。"
        return unknown(CODE, subject, reason, settled_by=settled)
    if not all(page.colored or _never_scanned(page) for page in pages):
        reason = f"{document.file}为黑白或灰度件，未检出红色印章不能说明未盖章。"
        return unknown(CODE, subject, reason, settled_by=settled)
    if spots := unread(case, document):
        reason = f"{document.file}未检出印章，但有页面未能识读：{spots}。"
        return unknown(CODE, subject, reason, settled_by=settled)
    reason = f"{document.file}各页均未检出印章。"
    return failed(CODE, subject, reason, innocent=_INNOCENT)


def _of_issuer(case: Case, document: Document, subject: str) -> Outcome | None:
    """An audit report that its accountants have stamped, and their firm has not."""
    if document.kind not in AUDITS or not only_name_seals(document):
        return None
    firm = text(stated(case, document, "audit_firm"))
    who = f"会计师事务所（{firm}）" if firm else "会计师事务所"
    reason = f"{document.file}仅检出注册会计师名章，未检出{who}的印章。"
    if unread(case, document):
        return unknown(CODE, subject, reason, settled_by="审计报告正文签章页")
    return failed(CODE, subject, reason, innocent=_INNOCENT)


def _of_parties(case: Case, document: Document, subject: str) -> Outcome | None:
    """Parties of a stamped agreement whose own place bears no seal; None where nothing is open."""
    asked = blocks(case, document)
    found = stamped(document, asked)
    if len(asked) < 2 or not found.without:
        return None
    who = "、".join(block.party for block in found.without)
    shown = [block.exhibit for block in found.without]
    reason = f"{document.file}已有印章，但未检出{who}的印章。"
    signing = {block.page for block in asked}
    clear = not unread(case, document) and all(
        leaf.page.colored
        for leaf in document.leaves
        if leaf.page.seals or (leaf.source, leaf.page.number) in signing
    )
    if found.loose or not clear or len(found.without) == len(asked):
        return unknown(CODE, subject, reason, *shown, settled_by="各方盖章页的彩色扫描件或原件")
    return failed(CODE, subject, reason, *shown, innocent=_INNOCENT)


def _never_scanned(page: Page) -> bool:
    """Whether a page comes from a word processor: the paper that bears the seal is another."""
    return page.origin in ("docx", "json") or (page.origin == "text" and not page.colored)


def _left_empty(case: Case, document: Document) -> bool:
    """Whether a paper handed in as printed (PDF) shows its own place for the seal, and none there.

    A draft to be edited (DOCX) is not what is stamped; nor is a print whose stamped copy is here.
    """
    if any(leaf.page.origin != "text" for leaf in document.leaves):
        return False
    others = [d for d in case.of_kind(document.kind) if d.id != document.id]
    lines = [fold(line) for line in document.text.splitlines()]
    return not others and any(_PLACE.search(line) for line in lines)


def _any_seal(case: Case) -> bool:
    """Whether any page of the bundle shows a seal: else these are papers from before the stamp."""
    return any(leaf.page.seals for document in case.documents for leaf in document.leaves)


check = Check(
    codes=(CODE,),
    statement="应盖章的材料已加盖印章",
    run=_run,
    parameters={"kinds": Parameter(list, "应盖章的材料类型", fits=fitting.papers)},
)
