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
    r"(?:知识产权|IP权利|专利|成果|著作权|软著|技术秘密|发明|论文)[^。]{0,80}"
    r"(?:归|[共享所]有|共享|分[配享成]|持有|拥有|受益|收益|许可(?:使用|实施)|优先购买|转让|权利|权益"
    r"|(?:申请|署名|使用|收益|处分|处置|专利|著作|所有)权)|权益分配"
    r"|(?:就|关于|有关|对于?)[^。:：]{0,12}(?:知识产权|成果)[^。:：]{0,8}[:：]"
    r"|(?<!知识)产权(?:[与和及、]?(?:收益|归属|分配|权益))"
    r"|权利[^。]{0,40}(?:共同|各自|分别)(?:申请|持有|所有|拥有|享有)"
)
_HEADING = re.compile(
    r"[^。:：,，]{0,12}(?:知识产权|成果)(?:条款|归属|权属|权益|归置|安排|约定|处理)?[:：]?"
)
"""A line that heads a passage on whose the results are."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    documents = agreements(case)
    if not documents:
        yield not_applicable(CODE, "合作协议", "未见合作协议，另作缺少材料处理。")
        return
    clauses = [x for document in documents if (x := stated(case, document, "ip_clause"))]
    if clauses:
        reason = f"{place(case, clauses[0])}载有知识产权条款。"
        yield passed(CODE, "合作协议", reason, *clauses)
    elif any(_hints(document.text) for document in documents):
        reason = "合作协议中有关于成果归属的文字，但未能认出知识产权条款。"
        yield unknown(CODE, "合作协议", reason, settled_by="合作协议知识产权条款页")
    elif spots := unread(case, *documents):
        reason = f"尚有未能识读的文件或页面（{spots}），请重新提交后再核对。"
        yield unknown(CODE, "合作协议", reason, settled_by="合作协议全文")
    else:
        reason = f"合作协议（{documents[0].file}）通篇未见知识产权分配的条款。"
        yield failed(CODE, "合作协议", reason, innocent=("知识产权分配另见补充协议或附件",))


def _hints(text: str) -> bool:
    """Whether a passage may allot rights in results, or a line heads one that does."""
    headed = any(_HEADING.fullmatch(fold(line)) for line in text.splitlines())
    return headed or bool(_CUE.search(without_principles(fold(text))))


check = Check(
    codes=(CODE,),
    statement="合作协议明确知识产权的分配",
    run=_run,
    parameters={},
)
