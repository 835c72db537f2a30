"""Targets before and after, terms with notes, costs shared out, units counted in one cell."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.construction_plan.kind import find
from tests.kinds.construction_plan.test_other_plans import listed, read
from tests.kinds.construction_plan.test_storeys import page, plain
from tests.printed import document_of

BEFORE_AND_AFTER = [
    [("", 0, 1), ("研制样机（台）", 1, 1), ("申请发明专利（件）", 2, 1)],
    [("建设前", 0, 1), ("0", 1, 1), ("0", 2, 1)],
    [("期满时", 0, 1), ("3", 1, 1), ("10", 2, 1)],
]
SHARED_OUT = [
    plain("单位", "设备费", "人力资源费", "小计"),
    plain("甲科技有限公司", "56.00", "43.00", "99.00"),
    plain("乙大学", "14.00", "10.00", "24.00"),
    plain("合计", "70.00", "53.00", "123.00"),
]


def _values(rows: list[list[tuple[str, int, int]]], *said: str) -> dict[str, object]:
    laid = page(1, [[cell for cell in row if cell[0]] for row in rows], said)
    found = find(document_of("construction-plan", laid), Tools())
    return {".".join(map(str, fact.path)): fact.value for fact in found.items}


def test_of_a_table_of_before_and_after_the_end_counts() -> None:
    found = _values(BEFORE_AND_AFTER, "三、预期目标", "建设前后对比：")
    assert [found.get(f"targets.{n}.number") for n in range(3)] == [3, 10, None]
    assert (found["targets.0.item"], found["targets.0.unit"]) == ("研制样机", "台")


def test_costs_shared_out_among_units_are_told_by_their_sums() -> None:
    found = _values([list(row) for row in SHARED_OUT], "五、经费在各单位间的分配（万元）")
    costs = [(found.get(f"budget.{n}.item"), found.get(f"budget.{n}.amount")) for n in range(3)]
    assert costs == [("设备费", "700000.00"), ("人力资源费", "530000.00"), (None, None)]


@pytest.mark.parametrize(
    "said",
    [
        "2024.5.1〔建设期首日〕  2026.4.30〔建设期末日〕",
        "2024年5月1日，深海装备创新联合体将正式启动建设。\n联合体将于2026年4月30日完成全部建设任务。",
    ],
)
def test_both_ends_of_the_term_may_be_told_apart(said: str) -> None:
    found = read(f"深海装备创新联合体\n建设运营方案\n一、概要\n{said}")
    assert (found["period_from"], found["period_until"]) == ("2024-05-01", "2026-04-30")


def test_units_of_one_cell_may_be_counted() -> None:
    rows = [
        plain("牵头建设主体", "深圳青岩科技有限公司"),
        plain("协同建设主体", "①山东云麓大学；②青岛澄海仪器有限公司"),
    ]
    found = _values([list(row) for row in rows], "一、概要")
    assert listed(found, "members") == ["山东云麓大学", "青岛澄海仪器有限公司"]


def test_customers_somebody_hopes_for_are_no_target() -> None:
    found = read("一、背景\n——市场：需求旺盛，目标客户22家。\n二、预期目标\n申请发明专利9件。")
    assert [found[key] for key in found if key.endswith(".item")] == ["申请发明专利"]


def test_a_measure_may_stand_in_brackets_behind_the_number() -> None:
    found = read(
        "三、目标\n目标事项        承诺值（计量单位）        权重\n"
        "研制样机        2（台）        50%\n发表论文        5（篇）        50%"
    )
    assert (found["targets.1.number"], found["targets.1.unit"]) == (5, "篇")
