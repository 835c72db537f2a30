"""From when to when a plan is carried out, in many wordings."""

from __future__ import annotations

import pytest

from tests.kinds.construction_plan.test_other_plans import read


@pytest.mark.parametrize(
    "said",
    [
        "建设期：2024.3.1 - 2026.2.28",
        "本项目自2024年3月1日起，为期两年。",
        "建设周期24个月，自2024年3月1日起算。",
        "自2024年3月1日始，至2026年2月28日终。",
        "计划2024年3月1日启动，2026年2月28日完成。",
        "建设期共24个月，起：2024年3月1日，止：2026年2月28日。",
        "于2024年3月1日正式启动，2026年2月28日前全面完成建设任务。",
        "项目起始日为2024年3月1日，截止日为2026年2月28日。",
        "联合体运行周期设定为24个月：始于2024年3月1日，终于2026年2月28日。",
        "何时开始、何时结束？2024/3/1开始，2026/2/28结束。",
        "建设起点 2024年3月1日，建设终点 2026年2月28日。",
        "开工时间        完工时间\n2024年3月1日    2026年2月28日",
        "总投入      起讫时间\n300万元     2024年3月1日至2026年2月28日",
    ],
)
def test_a_term_is_told_by_its_ends(said: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n一、概况\n{said}\n二、背景\n略。", plain=False)
    assert (found.get("period_from"), found.get("period_until")) == ("2024-03-01", "2026-02-28")


@pytest.mark.parametrize(
    "said",
    [
        "牵头单位2020年3月1日至2022年2月28日承担市级项目。",
        "2024年5月1日完成平台搭建，2025年3月1日完成样机。",
        "第一阶段（2024年3月1日至2024年12月31日）：搭建平台。",
        "阶段      开始时间        结束时间\n搭建      2024年3月1日    2024年12月31日",
    ],
)
def test_phases_and_other_projects_are_no_term(said: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n一、概况\n{said}\n二、背景\n略。", plain=False)
    assert "period_from" not in found
