"""A seal's ring has no beginning and is read several times; its name has one, and is one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docint.read.ring_names import agreed, named


@pytest.mark.parametrize(
    ("ring", "name"),
    [
        ("会保障厅广东省人力资源和社", "广东省人力资源和社会保障厅"),
        ("有限公司星元通信技术（深圳）", "星元通信技术（深圳）有限公司"),
        ("(特殊普通合伙)69010深圳衡诚会计师事务所", "深圳衡诚会计师事务所（特殊普通合伙）"),
        ("普通合伙）深圳芯观会计师事务所（", "深圳芯观会计师事务所（普通合伙）"),
        ("深圳市社会保险基金管理局", "深圳市社会保险基金管理局"),
        ("4403000012深圳市市场监督管理局", "深圳市市场监督管理局"),
        ("某某工会", "某某工会"),
        ("440300", ""),
        ("北京市工商行政管理局房山分局", "北京市工商行政管理局房山分局"),
        ("保障湖北省人力资源和社会", "湖北省人力资源和社会保障"),
        ("计师事务所（普通合伙）深圳衡诚会", "深圳衡诚会计师事务所（普通合伙）"),
    ],
)
def test_a_ring_is_turned_to_where_its_name_begins(ring: str, name: str) -> None:
    assert named(ring) == name


def test_readings_from_different_beginnings_are_one_vote() -> None:
    readings = [
        ("州市科技创新委员会", 0.9),
        ("科技创新委员会深圳市", 0.97),
        ("深圳市科技创新委员会00", 0.97),
        ("州市科技创新委员会", 0.9),
    ]
    assert agreed(readings) == ("深圳市科技创新委员会", 0.97)


def test_a_sure_name_is_read_once() -> None:
    def readings() -> Iterator[tuple[str, float]]:
        yield "合肥市事业单位登记管理局", 0.999
        pytest.fail("read again")

    assert agreed(readings())[0] == "合肥市事业单位登记管理局"


def test_nothing_legible_is_no_name() -> None:
    assert agreed([("", 0.0), ("Ee1", 0.9)]) == ("", 0.0)


def test_a_name_with_a_mended_slip_is_never_a_sure_one() -> None:
    name, score = agreed([("深圳芯观信息技术有限司", 0.99), ("司深圳芯观信息技术有", 0.99)])
    assert name == "深圳芯观信息技术有限公司"
    assert score < 0.9


def test_a_reading_without_slips_goes_before_a_mended_one() -> None:
    readings = [("深圳芯观信息技术有限司", 0.95), ("深圳芯观信息技术有限公司", 0.94)]
    assert agreed(readings) == ("深圳芯观信息技术有限公司", 0.94)
