"""合作协议明确知识产权分配."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.extract.clauses import without_principles
from docint.judge.agreements import agreements
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unread
from docint.judge.proof import stated
from docint.judge.wording import place
from docint.types.case import Case
from docint.types.finding import Outcome
from docint.values.text import fold

CODE = "agreement-lacks-ip-clause"
_CUE = re.compile(
    r"(?:知识产权|IP权利|专利权?|成果|著作权|技术秘密)[^。]{0,80}"
    r"(?:归属|归|共有|共享|所有|分配|享有|分享)|权益分配"
)


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    documents = agreements(case)
    if not documents:
        yield not_applicable(CODE, "合作协议", "未见合作协议，另作缺少材料处理。")
        return
    clauses = [x for document in documents if (x := stated(case, document, "ip_clause"))]
    if clauses:
        reason = f"{place(case, clauses[0])}载有知识产权条款。"
        yield passed(CODE, "合作协议", reason, *clauses)
    elif any(_CUE.search(without_principles(fold(d.text))) for d in documents):
        reason = "合作协议中有关于成果归属的文字，但未能认出知识产权条款。"
        yield unknown(CODE, "合作协议", reason, settled_by="合作协议知识产权条款页")
    elif spots := unread(case, *documents):
        reason = f"尚有未能识读的文件或页面（{spots}），请重新提交后再核对。"
        yield unknown(CODE, "合作协议", reason, settled_by="合作协议全文")
    else:
        reason = f"合作协议（{documents[0].file}）通篇未见知识产权分配的条款。"
        yield failed(CODE, "合作协议", reason, innocent=("知识产权分配另见补充协议或附件",))


check = Check(
    codes=(CODE,),
    statement="合作协议明确知识产权的分配",
    run=_run,
    parameters={},
)
