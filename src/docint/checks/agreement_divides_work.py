"""合作协议明确研发内容分工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.agreements import agreements
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unread
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values.text import fold

CODE = "agreement-lacks-rd-division"
# whoever bears 民事责任 or 费用 is given no work
_CUE = re.compile(
    r"分工|任务分解|(?:[甲乙丙丁戊己庚]方|各方|牵头单位|参与单位)[^。；;]{0,12}(?<!不)(?:负责|承担)"
    r"(?![^。；;，,]{0,10}(?:责任|费用|风险|义务|损失|债务|后果|违约|赔偿|保密|税))"
    r"|(?:研发|研究|工作|任务|课题)[^。；;]{0,12}(?:分配|安排|划分|分担)如下"
    r"|负总责|分项承担|分头承担|分别承担"
    r"|(?:设计|研制|研究|研发|开发|试验|测试|示范)[^。;；]{0,20}(?:由[^。;；]{2,30}(?:负责|承担|完成|牵头))"
    r"|由[^。;；\n]{2,30}(?:负责|承担|完成|牵头|实施)[^。;；\n]{0,20}(?:设计|研制|研究|研发|开发|试验|测试|示范)"
    r"|(?:负责|承担|完成|开展|推进)[^。;；]{0,30}"
    r"(?:总体方案|算法|样机|中试|测试平台|工艺|材料制备|性能评测|应用示范)"
    r"|(?:[甲乙丙丁戊己庚]方|单位)[^。；;]{0,6}(?:主要从事|主要完成|主要开展|牵头完成|主持|承接)"
)
_HEADING = re.compile(
    r"[^。;；,，:：]{0,8}(?:任务|职责|工作内容|研发内容|研究内容|研发工作)"
    r"(?:划分|安排|分配|分解)?[:：]?"
)
"""A line that heads a passage on who does what."""
_MEASURE = re.compile(r"(?:按照?|依照?|根据)(?:其|各自|各方)?所?(?:承担|负责)")
"""``各方按承担任务编制预算`` measures money by the work and does not say whose it is."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    documents = agreements(case)
    if not documents:
        yield not_applicable(CODE, "合作协议", "未见合作协议，另作缺少材料处理。")
        return
    clauses = [
        Exhibit(fact, document.id)
        for document in documents
        for fact in (case.facts.get(document.id) or ())
        if fact.path[0] == "rd_division" and fact.path[-1] == "text"
    ]
    if clauses:
        yield passed(CODE, "合作协议", f"{says(case, clauses[0])}等分工条款。", *clauses)
    elif any(_hints(document.text) for document in documents):
        reason = "合作协议中有关于分工的文字，但未能认出分工条款。"
        yield unknown(CODE, "合作协议", reason, settled_by="合作协议分工条款页")
    elif spots := unread(case, *documents):
        reason = f"尚有未能识读的文件或页面（{spots}），请重新提交后再核对。"
        yield unknown(CODE, "合作协议", reason, settled_by="合作协议全文")
    else:
        reason = f"合作协议（{documents[0].file}）通篇未见各方研发内容分工的条款。"
        yield failed(CODE, "合作协议", reason, innocent=("分工另见补充协议或附件",))


def _hints(text: str) -> bool:
    """Whether a passage may divide work, or a line heads one that does."""
    headed = any(_HEADING.fullmatch(fold(line)) for line in text.splitlines())
    return headed or bool(_CUE.search(_MEASURE.sub("", fold(text))))


check = Check(
    codes=(CODE,),
    statement="合作协议明确各方的研发内容分工",
    run=_run,
    parameters={},
)
