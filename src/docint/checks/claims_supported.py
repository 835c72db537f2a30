"""申报的项目、专利、论文、标准和资质有证明材料."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.judge.proof import declared, stated, steps, text
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.values.names import lookalike
from docint.values.text import bare

CODE = "claim-unsupported"
_PROOFS = ("proof-of-claim", "qualification-certificate")
_KINDS = {
    "project": "项目",
    "patent": "专利",
    "paper": "论文",
    "standard": "标准",
    "qualification": "资质",
}


SAYING = 6
"""Characters from which a claim's own words are no coincidence."""
_DRESSING = re.compile(r"^国家级?|(?:认定)?(?:证书|称号|资质)$")
"""国家级高新技术企业 is what a 高新技术企业证书 says."""


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    wanted = set(parameters.get("kinds") or _KINDS)
    proofs = case.of_kind(*_PROOFS)
    numbers = [n for n in steps(case.declared, "claims") if isinstance(n, int)]
    for number in sorted(numbers):
        if text(declared(case, "claims", number, "kind")) in wanted:
            yield _claim(case, number, proofs)
    if "qualification" in wanted:
        for fact in case.declared.under("lead", "qualifications"):
            said = declared(case, "lead", "qualifications", *fact.path)
            if said:
                yield _of(case, said, None, "资质", proofs)


def _claim(case: Case, index: int, proofs: tuple[Document, ...]) -> Outcome:
    kind = _KINDS[text(declared(case, "claims", index, "kind"))]
    name = declared(case, "claims", index, "title")
    number = declared(case, "claims", index, "number")
    return _of(case, name, number, kind, proofs)


def _of(
    case: Case,
    name: Exhibit | None,
    number: Exhibit | None,
    kind: str,
    proofs: tuple[Document, ...],
) -> Outcome:
    said = name or number
    subject = f"{kind}“{text(name) or text(number)}”"
    doubt: Exhibit | None = None
    for proof in proofs:
        for said_one, key in ((number, "number"), (name, "title")):
            printed = stated(case, proof, key)
            match = _match(text(said_one), text(printed))
            if match and printed:
                reason = f"{says(case, printed)}，与申报相符。"
                return passed(CODE, subject, reason, printed, declared=said)
            if match is None and printed:
                doubt = printed
        if _names(proof, text(said)):
            return passed(CODE, subject, f"{proof.file}载有所申报的{subject}。", declared=said)
    if doubt:
        reason = f"{says(case, doubt)}，与申报的{subject}相近而不全同，不能确认是其证明。"
        return unknown(
            CODE, subject, reason, doubt, declared=said, settled_by=f"该{kind}的证明材料清晰件"
        )
    if nameless := next((p for p in proofs if stated(case, p, "title") is None), None):
        reason = f"{nameless.file}所证事项未能识读，不能确认是否为{subject}的证明。"
        return unknown(CODE, subject, reason, declared=said, settled_by=f"该{kind}的证明材料清晰件")
    if spots := unread(case):
        reason = f"未见{subject}的证明材料，但有文件或页面未能识读：{spots}。"
        return unknown(CODE, subject, reason, declared=said, settled_by=f"该{kind}的证明材料")
    return failed(
        CODE, subject, f"申报了{subject}，材料中未见其证明。", declared=said,
        innocent=("证明材料漏交", "证明材料使用了其他名称"),
    )  # fmt: skip


def _names(proof: Document, said: str) -> bool:
    """Whether a paper's own words hold what is claimed, wherever they stand."""
    wanted = _DRESSING.sub("", bare(said))
    return len(wanted) >= SAYING and wanted in bare(
        "".join(leaf.page.text for leaf in proof.leaves)
    )


def _match(said: str, printed: str) -> bool | None:
    """Equal, or one within the other; None where they only look alike."""
    a, b = (_DRESSING.sub("", bare(name)) for name in (said, printed))
    if not a or not b:
        return False
    if a == b or (min(len(a), len(b)) >= 6 and (a in b or b in a)):
        return True
    return None if len(a) == len(b) and lookalike(a, b) else False


check = Check(
    codes=(CODE,),
    statement="申报的项目、专利、论文、标准和资质均有证明材料",
    run=_run,
    parameters={
        "kinds": Parameter(
            list, "核对哪些：project、patent、paper、standard、qualification，缺省为全部", False
        ),
    },
)
