"""代码的机构类别与证照种类相符: 9x on a 营业执照, 1x on institutions', 5x on societies'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import stated, text
from docint.judge.subjects import NAME_OF_UNIT
from docint.judge.wording import says, title
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Outcome
from docint.values.ids import uscc as codes

CODE = "uscc-kind-conflict"
FITS = {
    "business-license": "9",
    "institution-certificate": "1",
    "social-organization-certificate": "5",
}
"""First character: 工商 9, 机构编制 1, 民政 5."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.of_kind(*FITS):
        code = stated(case, document, "uscc")
        if code and codes.valid(text(code)):
            yield _of(case, document)


def _of(case: Case, document: Document) -> Outcome:
    code = stated(case, document, "uscc")
    assert code  # noqa: S101 - asked for before
    subject = text(stated(case, document, NAME_OF_UNIT[document.kind])) or document.file
    kind = codes.parts(text(code)).kind or text(code)[:2]
    if text(code)[0] == FITS[document.kind]:
        return passed(CODE, subject, f"代码类别（{kind}）与{title(document)}相符。", code)
    reason = f"{says(case, code)}，代码类别为{kind}，与{title(document)}不符。"
    if document.score < 0.8 or unsure(code):
        reason += "证照种类或代码的识别尚不确定。"
        return unknown(CODE, subject, reason, code, settled_by=f"{title(document)}原件")
    return failed(CODE, subject, reason, code, innocent=("单位改制后换证", "证照种类辨认有误"))


check = Check(
    codes=(CODE,),
    statement="统一社会信用代码的类别与证照种类相符",
    run=_run,
    parameters={},
    standing=True,
)
