"""Costs with what they are for: beside where the money comes from, behind a colon, in sentences."""

from __future__ import annotations

from tests.kinds.construction_plan.test_other_plans import budget, read

BOTH_SIDES = """资金平衡表    单位：万元
来源              金额          支出科目          预算数
申请财政资助      230.00        设备费            192.00
组建单位自筹      345.00        人力资源费        135.00
来源合计          575.00        支出合计          327.00"""
WITH_USE = """经费开支计划
开支科目及主要用途                      预计支出
设备费：购置、租赁试验与检测仪器        146万元
人力资源费：研发人员薪酬及专家咨询      100万元"""
EXPLAINED = """预算说明。本项目总预算205.00万元，分项说明如下。
1. 设备费。主要用于购置、租赁试验与检测仪器，列预算176.00万元，占总预算的85.9%。
2. 人力资源费。主要用于研发人员薪酬及专家咨询，列预算29.00万元，占总预算的14.1%。"""


def test_the_half_of_the_sources_is_no_spending() -> None:
    assert budget(read(BOTH_SIDES)) == [("设备费", "1920000.00"), ("人力资源费", "1350000.00")]


def test_an_item_may_say_what_it_is_for() -> None:
    assert budget(read(WITH_USE)) == [("设备费", "1460000.00"), ("人力资源费", "1000000.00")]


def test_a_paragraph_may_explain_each_cost() -> None:
    assert budget(read(EXPLAINED)) == [("设备费", "1760000.00"), ("人力资源费", "290000.00")]


def test_a_unit_s_part_may_stand_in_square_brackets() -> None:
    found = read(
        "深海装备创新联合体\n建设运营方案\nA．概要\n深圳青岩科技有限公司〔牵头单位〕\n"
        "山东云麓大学〔参与单位〕\n2024.5.1〔建设期首日〕  2026.4.30〔建设期末日〕"
    )
    assert found["lead"] == "深圳青岩科技有限公司"
    assert found["members.0"] == "山东云麓大学"


def test_costs_right_below_the_targets_are_no_targets() -> None:
    found = read(
        "四、目标指标\n指标名称        目标值        计量单位\n研制样机        3        台\n"
        "申请专利        12        件\n五、资金预算\n支出科目        金额（万元）\n"
        "专家咨询费        9.00\n会议费        15.00"
    )
    assert not any(value == "会议费" for key, value in found.items() if key.startswith("targets"))
    assert budget(found) == [("专家咨询费", "90000.00"), ("会议费", "150000.00")]
