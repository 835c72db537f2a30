"""Forms of the Beijing programs that are drawn as a whole, and headings of plans, to measure on."""

from __future__ import annotations

from corpora.papers.bast_parts import Draw
from corpora.papers.bast_tables import checked, performance
from corpora.papers.bast_texts import articles, card

DRAWN: dict[str, tuple[tuple[Draw, tuple[int, ...]], ...]] = {
    "main": (),
    "held-out": ((performance, (8, 5)), (card, (4, 9)), (articles, (6, 2)), (checked, (5, 1))),
}  # fmt: skip
"""Forms that are drawn as a whole, with the ways in which they write dates (``print_forms.day``)."""

_BODY = ("设立背景", "成员及架构", "工作任务", "预期成果", "经费使用", "工作保障")
KEPT_PLANS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("板块{}｜", ("产业痛点与建设动因", "协作单位及治理安排", "工作任务书", "成果清单与数量", "资金来源与开支", "机制和资源支撑")),
    ("第{}节　", ("建设依据与现实需要", "共建单位和工作机构", "具体举措", "目标和成果", "经费预算说明", "配套保障")),
    ("{}◇", _BODY),
    ("其{}，", ("关于建设缘起", "关于参与单位与架构", "关于工作任务", "关于目标指标", "关于资金预算", "关于保障措施")),
)  # fmt: skip
"""How headings of plans to measure on are numbered, and what they are."""
