"""Endings of names and places before offices: slips there are mended, and nowhere else."""

from __future__ import annotations

import pytest

from docint.values.offices import mended, slips


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("广东省力资源和会保障厅", "广东省人力资源和社会保障厅"),
        ("湖北人力资源和社会保障厅", "湖北省人力资源和社会保障厅"),
        ("深圳场督管理局", "深圳市市场监督管理局"),
        ("深市科技创新会", "深圳市科技创新委员会"),
        ("成都市武侯行审批局", "成都市武侯区行政审批局"),
        ("深训市社会保险基金管理局", "深圳市社会保险基金管理局"),
        ("合肥市蜀区市场监督管理局", "合肥市蜀山区市场监督管理局"),
        ("深圳市人力资源和社会保障层", "深圳市人力资源和社会保障局"),
        ("某某科技有限司", "某某科技有限公司"),
        ("深圳某某会师事务所（特殊普通合伙）", "深圳某某会计师事务所（特殊普通合伙）"),
    ],
)
def test_slips_in_fixed_parts_are_mended(read: str, name: str) -> None:
    assert mended(read) == name


@pytest.mark.parametrize(
    "name",
    [
        "东省力资源和会保障厅",  # 广东 or 山东
        "深洲市人力资源和社会保障局",  # no place is sure
        "深圳市桥池生物医药有限公司",  # what a firm is called is its own affair
        "某某大学",
        "深圳市市场监督管理局",
        "深圳市局",  # too little is left of it
        "广东省科技厅",  # lies within 科学技术厅 and lacks nothing
        "广州市社会保险管理局",
        "深圳市南山区人才集团",
        "",
    ],
)
def test_what_may_be_two_things_or_a_name_of_its_own_is_left(name: str) -> None:
    assert mended(name) == name


def test_an_ending_read_without_slips_is_told_from_one_with_and_from_none() -> None:
    assert slips("深圳某某有限公司") == 0
    assert slips("深圳某某有限司") == 1
    assert slips("有限公司深圳某某") is None
