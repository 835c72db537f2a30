"""签署和日期已填写: blanks left in what must be complete.

Handwriting is often not read at all, so on a picture a blank date line proves nothing; only printed
blanks (``____``, ``×××``) do, and signatures that were looked at and found empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import stated, steps, text
from docint.judge.subjects import labelled
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.types.place import Box
from docint.types.reading import Line

CODE = "unsigned-document"
# an underline, a cross or nothing where a year, month or day should stand
_GAP = r"[_＿\s]*"
_BLANK_DATE = re.compile(rf"(?<![0-9])(?:20)?{_GAP}年{_GAP}月{_GAP}日")
_PLACEHOLDER = re.compile(
    r"[_＿]{3,}\s*(?:$|[（(]|[，,。；;]|年)|[×Ⅹ✕]{2,}|[Xx]{3,}(?![0-9A-Za-z])"
)
_SIGNING = re.compile(
    r"签字|签名|签章|盖章|印章|公章|[(（]章[)）]|签署|签订日期|签约日期|日期[:：]|法定代表人|授权代表|代表人?[:：]"
)
# terms left open are options not taken (自____起至____止), not signatures
_TERM = re.compile(r"自|起至|至|止|期限|试用期|届满")
NEAR = 3
"""Lines around a signature within which a bare date line belongs to it."""


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.of_kind(*parameters["kinds"]):
        if document.data is None:
            yield _of(case, document)


def _of(case: Case, document: Document) -> Outcome:
    subject = labelled(case, document)
    empty = _empty(case, document)
    if empty:
        reason = f"{document.file}签署页未填写：{'、'.join(what for what, _ in empty)}。"
        return failed(CODE, subject, reason, *(x for _, x in empty), innocent=_INNOCENT)
    found = next(_blanks(case, document), None)
    if found is None:
        return passed(CODE, subject, f"{document.file}未见空白的签署或日期。")
    page, line, certain = found
    reason = f"{document.file}第{page}页“{line.strip()[:40]}”处空白。"
    if certain:
        return failed(CODE, subject, reason, innocent=_INNOCENT)
    reason += "手写内容可能未能识别。"
    return unknown(CODE, subject, reason, settled_by="签署页原件")


_INNOCENT = ("提交的是签署前的文本", "手写内容未能识别")


def _empty(case: Case, document: Document) -> list[tuple[str, Exhibit]]:
    """Signature blocks whose signature or date was looked at and is empty, with their party."""
    empty: list[tuple[str, Exhibit]] = []
    for step in steps(case.facts.get(document.id), "signatures"):
        party = text(stated(case, document, "signatures", step, "party"))
        signed = stated(case, document, "signatures", step, "signed")
        dated = stated(case, document, "signatures", step, "date")
        if signed and signed.fact.value is False:
            empty.append((f"{party}签名", signed))
        if dated and dated.fact.value == "":
            empty.append((f"{party}日期", dated))
    return empty


def _blanks(case: Case, document: Document) -> Iterator[tuple[int, str, bool]]:
    """Blank signing places: page, line, and whether print alone shows that they are blank."""
    drawn = _drawn(case, document)
    for leaf in document.leaves:
        stated = leaf.page.origin in ("text", "docx")
        lines = _rows(leaf.page.lines) if stated else [line.text for line in leaf.page.lines]
        for index, line in enumerate(lines):
            around = "".join(lines[max(0, index - NEAR) : index + NEAR + 1])
            if _TERM.search(line) or not _SIGNING.search(around):
                continue
            if _BLANK_DATE.search(line):
                yield leaf.page.number, line, stated or "_" in line or "＿" in line
            elif _SIGNING.search(line) and _PLACEHOLDER.search(line) and not drawn:
                yield leaf.page.number, line, True


def _rows(lines: Sequence[Line]) -> list[str]:
    """Printed text row by row: a blank date is often kept as several pieces (``年 月``, ``日``)."""
    rows: list[tuple[Box | None, str]] = []
    for line in lines:
        last = rows[-1][0] if rows else None
        beside = last and line.box and last.top < line.box.middle[1] < last.bottom
        if beside and last and line.box and line.box.x0 >= last.x1:
            rows[-1] = (line.box, f"{rows[-1][1]} {line.text}")
        else:
            rows.append((line.box, line.text))
    return [text for _, text in rows]


def _drawn(case: Case, document: Document) -> bool:
    """Whether a signature was seen on the document: then its underlines are not blank."""
    facts = case.facts.get(document.id)
    return any(f.path[-1] == "signed" and f.value is True for f in facts or ())


check = Check(
    codes=(CODE,),
    statement="应签署的材料已签名并注明日期",
    run=_run,
    parameters={"kinds": Parameter(list, "应签署的材料类型", fits=fitting.papers)},
)
