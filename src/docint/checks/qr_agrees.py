"""营业执照二维码与证照一致: its content is data, never followed; a bare token says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unsure
from docint.judge.proof import misread, stated, text
from docint.judge.subjects import IDENTITY
from docint.judge.wording import says, title
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Outcome
from docint.values.ids import uscc as codes
from docint.values.names import same
from docint.values.text import bare

CODE = "qr-conflict"
_RUN = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])")
"""A code stands alone; eighteen characters out of a longer token are none."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.of_kind(*IDENTITY):
        if stated(case, document, "qr_text"):
            yield _of(case, document)


def _of(case: Case, document: Document) -> Outcome:
    qr, printed = stated(case, document, "qr_text"), stated(case, document, "uscc")
    assert qr  # noqa: S101 - asked for before
    name = stated(case, document, "name")
    subject = text(name) or document.file
    coded = [run for run in _RUN.findall(text(qr).upper()) if codes.valid(run)]
    if not coded:
        return _by_name(case, document, subject)
    if printed is None:
        reason = f"二维码载有代码{coded[0]}，证照上的代码未能识读。"
        return unknown(CODE, subject, reason, qr, settled_by=f"{title(document)}原件")
    if text(printed) in coded:
        return passed(CODE, subject, "二维码所载代码与证照一致。", qr, printed)
    reason = f"{says(case, printed)}为统一社会信用代码，二维码载有“{coded[0]}”，两者不一致。"
    if unsure(printed) and (misread(coded[0], text(printed)) or not codes.valid(text(printed))):
        reason += "可能为识别误差。"
        return unknown(CODE, subject, reason, qr, printed, settled_by=f"{title(document)}原件")
    return failed(CODE, subject, reason, qr, printed, innocent=("扫描件中混有其他证照的二维码",))


def _by_name(case: Case, document: Document, subject: str) -> Outcome:
    """Some codes carry the unit's name; most carry a link with a token only."""
    qr, name = stated(case, document, "qr_text"), stated(case, document, "name")
    content = text(qr)
    lines = [part for part in content.replace(";", "\n").replace("，", "\n").split("\n") if part]
    named = [
        p.split("：")[-1].split(":")[-1] for p in lines if p.strip().endswith(("公司", "院", "会"))
    ]
    if not qr or not name or not named or "//" in content:
        return not_applicable(CODE, subject, "二维码只含查询链接，未载单位名称或代码。")
    if any(bare(text(name)) in bare(one) or same(text(name), one) is not False for one in named):
        return passed(CODE, subject, "二维码所载名称与证照一致。", qr, name)
    reason = f"{says(case, name)}，二维码载有“{named[0]}”，两者不一致。"
    return failed(CODE, subject, reason, qr, name, innocent=("扫描件中混有其他证照的二维码",))


check = Check(
    codes=(CODE,),
    statement="证照二维码的内容与证照一致",
    run=_run,
    parameters={},
    standing=True,
)
