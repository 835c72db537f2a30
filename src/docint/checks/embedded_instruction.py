"""文件中没有面向审核程序的文字: such text is data, shown and never obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed
from docint.judge.passages import passage
from docint.judge.printed import printed
from docint.judge.subjects import labelled
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome
from docint.values.text import fold

CODE = "embedded-instruction"
# plans write of systems and models all the time; only words spoken to a reviewing one count
_REVIEWER = (
    r"(?:审核|评审|审查|核验|评分)(?:系统|程序|模型|助手|机器人|AI|人工智能)"
    r"|AI(?:助手|审核)?|大?语言模型"
)
_ASKS = re.compile(
    r"(?:请|务必|必须|直接|一律)[^。，,；;]{0,12}"
    r"(?:判定|认定|标记|评定|判断|输出|给出|返回|评为|视为)[^。，,；;]{0,8}"
    r"(?:合格|通过|符合|无问题|无异常|pass|满分|真实)"
    r"|忽略(?:以上|上述|之前|前面|此前|所有)[^。]{0,10}(?:指令|要求|规则|提示|内容|条件)"
    rf"|(?:{_REVIEWER})[^。]{{0,6}}[:：,，]?(?:请|务必|忽略|跳过|不要)[^。]{{0,20}}"
    r"(?:合格|通过|核验|审核|检查|问题|不一致|符合|异常)"
    r"|(?:不要|请勿|无需)(?:再)?(?:报告|提示|标记|指出|列出)(?:任何|上述|本|该|其)?[^。，,]{0,4}"
    r"(?:问题|异常|不一致|疑点)"
    r"|ignore(?:all|any|the)?(?:previous|prior|above)[a-z]{0,12}instructions?"
    r"|you(?:are|must|should)[a-z]{0,40}(?:approve|eligible|pass|compliant)"
    r"|(?:mark|treat|classify|rate)(?:this|the)[a-z]{0,30}(?:approved|eligible|valid|passed)"
    r"|systemprompt",
    re.IGNORECASE,
)


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    found = False
    for document in case.documents:
        hits = tuple(_hits(case, document))
        if hits:
            found = True
            subject = labelled(case, document)
            words = str(hits[0].fact.value).strip()[:50]
            page = hits[0].fact.evidence[0].place.page
            reason = (
                f"{document.file}第{page}页含有面向审核程序的文字“{words}”，仅作记录，不影响审查。"
            )
            yield failed(CODE, subject, reason, *hits, innocent=("引用或说明性文字",))
    if not found:
        yield passed(CODE, "全部材料", "未见面向审核程序的文字。")


def _hits(case: Case, document: Document) -> Iterator[Exhibit]:
    for page in printed(case):
        if page.document is not document:
            continue
        # whole pages first: a sentence may wrap, and hardly any page holds one
        starts = [match.start() for match in _ASKS.finditer(page.text)]
        leaf, end = page.leaf, 0
        for line in leaf.page.lines if starts else ():
            begin, end = end, end + len(fold(line.text))
            if any(begin <= start < end for start in starts):
                yield passage(document, leaf, line)


check = Check(
    codes=(CODE,),
    statement="文件中没有面向审核程序的文字",
    run=_run,
    parameters={},
    standing=True,
)
