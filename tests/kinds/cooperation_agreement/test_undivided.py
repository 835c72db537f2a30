"""A clause on the division of work counts even where no share can be told."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from tests.printed import document_of, printed_page

WORK = "课题一为总体方案设计与样机研制；课题二为可靠性试验与数据采集，按年度交付。"


def divided(page: str) -> list[object]:
    document = document_of("cooperation-agreement", printed_page(page, plain=True))
    facts = find(document, Tools())
    return [item.value for item in facts.items if item.path[0::2] == ("rd_division", "text")]


@pytest.mark.parametrize(
    "clause",
    [
        f"第二条 研发分工\n{WORK}\n",
        f"第二条 各方之间的研发工作分配如下：\n{WORK}\n",
        f"第二条 各成员按下列安排开展研究开发：\n{WORK}\n",
    ],
)
def test_a_clause_that_divides_work_is_given_without_its_bearers(clause: str) -> None:
    found = divided(f"合作协议\n第一条 总则。\n{clause}第三条 未尽事宜另行协商。\n")
    assert len(found) == 1
    assert "可靠性试验" in str(found[0])


@pytest.mark.parametrize(
    "clause",
    [
        "第二条 研发分工\n各方的研发分工另行约定，届时签订补充协议。\n",
        "第二条 经费分工\n研发经费由各方按比例投入并单独建账，接受审计。\n",
        "第二条 合作目标\n各方共同开展芯片研发，形成示范应用，推动产业化。\n",
    ],
)
def test_a_clause_that_divides_nothing_is_not_given(clause: str) -> None:
    assert divided(f"合作协议\n第一条 总则。\n{clause}第三条 未尽事宜另行协商。\n") == []
