"""Papers that are easily taken for another (形近材料), known by their own title."""

from __future__ import annotations

import re

from docint.judge.proof import stated, text
from docint.types.case import Case
from docint.types.document import Document
from docint.values.text import fold

LOOKALIKES: dict[str, re.Pattern[str]] = {
    # 国家企业信用信息公示系统, 人民银行征信, local credit sites: none is the 信用中国 report
    "credit-report": re.compile(
        r"企业信用信息公示报告|企业信用报告|征信报告|信用信息公示|信用报告|违法违规记录证明|"
        r"无违法违规|公共信用信息查询"
    ),
    "audit-report": re.compile(
        r"验资报告|清产核资|经济责任审计|汇算清缴|审阅报告|内部审计|鉴证报告|评估报告|财务报表"
    ),
    "rd-audit-report": re.compile(
        r"加计扣除.{0,8}(?:鉴证|备案|明细)|研发费用.{0,6}(?:鉴证|辅助账)"
    ),
    "labor-contract": re.compile(r"劳务(?:合同|协议)|返聘|实习协议|派遣协议|顾问协议"),
    "cooperation-agreement": re.compile(r"合作意向|意向书|备忘录|战略合作"),
}
"""By the kind that was asked for: titles of what is handed in instead."""

HEAD = 120
"""Characters of a document's beginning in which its title is looked for."""


def lookalikes(case: Case, kind: str) -> tuple[Document, ...]:
    """Documents of no asked kind whose title is that of a look-alike."""
    pattern = LOOKALIKES.get(kind)
    if pattern is None:
        return ()
    return tuple(d for d in case.of_kind("other", "unknown") if pattern.search(title_of(case, d)))


def title_of(case: Case, document: Document) -> str:
    """A document's title as extracted, else its first characters."""
    said = stated(case, document, "title")
    return fold(text(said)) if said else fold(document.text[:HEAD])
