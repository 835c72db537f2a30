"""Plans whose lists stand behind leaders, and forms that speak of legal persons."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.construction_plan.kind import find
from tests.printed import document_of, printed_page


def read(text: str, *, plain: bool = True) -> dict[str, object]:
    page = printed_page(text, plain=plain)
    facts = find(document_of("construction-plan", page), Tools())
    return {".".join(str(step) for step in fact.path): fact.value for fact in facts}


def test_targets_and_costs_stand_before_leaders() -> None:
    found = read(
        "深海装备创新联合体建设运营方案\n一、绩效承诺\n主要量化指标如下：\n"
        "申请软件著作权（项）………12\n培养工程博士（名）………7\n"
        "二、经费\n费用测算（人民币，元）\n设备费………¥350,000.00\n差旅费………¥80,000.00\n"
    )
    assert (found["targets.0.item"], found["targets.0.number"]) == ("申请软件著作权", 12)
    assert (found["targets.1.number"], found["targets.1.unit"]) == (7, "名")
    assert (found["budget.1.item"], found["budget.1.amount"]) == ("差旅费", "80000.00")


@pytest.mark.parametrize(
    "title",
    [
        "拟组建深海装备创新联合体之建设运营方案",
        "深海装备创新联合体（三年期）建设运营方案",
        "深海装备创新联合体建设运营任务方案（修订稿）",
    ],
)
def test_what_surrounds_a_project_in_its_title_is_no_part_of_its_name(title: str) -> None:
    assert read(f"{title}\n一、概述\n略。\n二、目标\n略。")["project_name"] == "深海装备创新联合体"


def test_a_law_that_supports_companies_is_no_member() -> None:
    found = read(
        "深海装备创新联合体建设运营方案\n牵头单位：青岛云澈海工有限公司\n"
        "依据科技进步法关于支持企业牵头组建创新联合体的规定，提出本方案。\n"
        "青岛云澈海工有限公司负责总体设计。\n"
    )
    assert not any(key.startswith("members") for key in found)


def test_a_term_may_stand_in_brackets_of_its_own_label() -> None:
    found = read("深海装备创新联合体建设运营方案\n［期限］2024.06.01—2026.05.31\n一、概述\n略。")
    assert (found["period_from"], found["period_until"]) == ("2024-06-01", "2026-05-31")
