from __future__ import annotations

import pytest

from docint.values import addresses

FULL = "广东省深圳市福田区梅林街道梅都社区中康路136号深圳新一代产业园1栋1901室"


def test_an_address_is_taken_apart_down_to_the_room() -> None:
    of = addresses.split(FULL)
    assert (of.district, of.town, of.village) == ("440304", "梅林街道", "梅都社区")
    assert (of.road, of.number, of.building) == ("中康路", "136", "深圳新一代产业园")
    assert (of.block, of.floor, of.room) == ("1", "", "1901")


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("深圳市福田区深南大道6001号A栋201室", ("深南大道", "6001", "A", "", "201")),
        ("福田区深南大道6001号A座201", ("深南大道", "6001", "A", "", "201")),
        ("北京市朝阳区建国路88号院3号楼十六层1602", ("建国路", "88", "3", "16", "1602")),
        ("北京市海淀区中关村南大街甲12号3号楼5层501室", ("中关村南大街", "甲12", "3", "5", "501")),
        ("深圳市南山区科技中一路腾讯大厦35层", ("科技中一路", "", "", "35", "")),
        (
            "深圳市前海深港合作区前湾一路1号A栋201室（入驻深圳市前海商务秘书有限公司）",
            ("前海深港合作区前湾一路", "1", "A", "", "201"),
        ),
    ],
)  # fmt: skip
def test_numbers_blocks_floors_and_rooms_are_told_apart(
    printed: str, parts: tuple[str, ...]
) -> None:
    of = addresses.split(printed)
    assert (of.road, of.number, of.block, of.floor, of.room) == parts


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("深圳市福田区深南大道6001号A栋201室", "广东省深圳市福田区深南大道6001号A座201", True),
        (FULL, "深圳市福田区中康路136号新一代产业园1栋1901", True),
        ("深圳市福田区深南大道6001号", "广东省深圳市福田区 深南大道 6001号", True),
        ("深圳市福田区深南大道6001号A栋201室", "深圳市福田区深南大道6001号A栋202室", False),
        ("深圳市福田区深南大道6001号A栋201室", "深圳市福田区深南大道6001号B栋201室", False),
        ("深圳市福田区深南大道6001号", "深圳市南山区深南大道6001号", False),
        ("深圳市福田区深南大道6001号A栋201室", "深圳市福田区深南大道6001号", None),
        ("深圳市福田区深南大道6001号", "深圳市福田区探南大道6001号", None),
        ("深圳市福田区", "深圳市福田区", None),
        ("北京市崇文区东花市大街3号楼501", "北京市东城区东花市大街3号楼501", True),
        ("上海市南汇区人民西路9号", "上海市浦东新区人民西路9号", True),
        ("深圳市宝安县福永镇和平路5号", "深圳市宝安区福永街道和平路5号", True),
        (
            "深圳市宝安区光明街道华强路1号2栋301",
            "深圳市光明区光明街道华强路1号2栋301",
            None,
        ),
        ("深圳市福田区泰然九路海松大厦B座1801", "福田区泰然九路海松大厦B-1801", True),
        ("深圳市福田区泰然九路海松大厦B座1801", "深圳市福田区泰然九路海松大厦A座1801", False),
        ("深圳市福田区市花路019号港安大厦8A", "518000深圳市福田区市花路19号港安大厦8楼A", True),
        ("深圳市福田区深南大道6001号A栋201室", "深圳市福田区深南大道6001号A栋201-203室", None),
        ("深圳市福田區深南大道6001號A棟201室", "深圳市福田区深南大道６００１号Ａ栋２０１室", True),
    ],
)
def test_addresses_are_one_place_down_to_the_room(a: str, b: str, verdict: bool | None) -> None:
    assert addresses.same(a, b) is verdict
    assert addresses.same(b, a) is verdict


def test_a_blank_is_no_address() -> None:
    with pytest.raises(ValueError, match="no text"):
        addresses.parse(" / ")
