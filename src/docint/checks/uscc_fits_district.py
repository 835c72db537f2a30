"""代码的登记管理机关区划是或包含住所所在区: 440300 contains 福田区, and 100000 everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed
from docint.judge.places import covers, district_of, named
from docint.judge.proof import stated, text
from docint.judge.subjects import IDENTITY, NAME_OF_UNIT
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Outcome
from docint.values.ids import uscc as codes

CODE = "uscc-district-conflict"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.of_kind(*IDENTITY):
        if outcome := _of(case, document):
            yield outcome


def _of(case: Case, document: Document) -> Outcome | None:
    code, district = stated(case, document, "uscc"), district_of(case, document)
    if code is None or district is None or not codes.valid(text(code)):
        return None
    division = text(code)[2:8]
    subject = text(stated(case, document, NAME_OF_UNIT[document.kind])) or document.file
    if covers(division, district.code) is not False:
        reason = f"代码区划{division}是或包含住所所在区。"
        return passed(CODE, subject, reason, code, district.exhibit)
    reason = (
        f"{says(case, code)}，其登记机关区划为{named(division)}（{division}）；"
        f"{says(case, district.exhibit)}，两者不同。"
    )
    return failed(
        CODE, subject, reason, code, district.exhibit,
        innocent=("迁址不改代码", "由上级或其他登记机关登记", "行政区划曾调整"),
    )  # fmt: skip


check = Check(
    codes=(CODE,),
    statement="统一社会信用代码的登记机关区划与住所相容",
    run=_run,
    parameters={},
    standing=True,
)
