"""When two amounts agree."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from docint.judge.amounts import near, rounding, unit_slip, unit_unread
from docint.judge.proof import misread
from docint.types.fact import Fact
from docint.types.finding import Exhibit
from tests.judge.papers import facts


def amount(value: str, printed: str) -> Fact:
    fact = facts({"x": value}, "text").items[0]
    return replace(fact, evidence=(replace(fact.evidence[0], quote=printed),))


@pytest.mark.parametrize(
    ("value", "printed", "half"),
    [
        ("12345678.90", "12,345,678.90", "0.005"),
        ("12340000.00", "1,234", "5000"),
        ("12345000.00", "1,234.50万元", "50"),
        ("0.00", "0", "0.005"),
        ("1.00", "无", "0.005"),
    ],
)
def test_rounding_is_half_the_last_printed_place(value: str, printed: str, half: str) -> None:
    assert rounding(amount(value, printed)) == Decimal(half)


def test_a_figure_rounded_to_whole_wan_agrees_with_the_exact_one() -> None:
    assert near(amount("12340000.00", "1234"), amount("12344999.00", "12,344,999.00"), Decimal())
    assert not near(amount("12340000.00", "1234"), amount("12345001.00", "12,345,001"), Decimal())


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [("16800000", "1680", True), ("16800000", "16800", True), ("16800000", "168", False)],
)
def test_a_slip_of_the_unit_is_a_whole_ratio(one: str, other: str, slip: bool) -> None:
    assert unit_slip(Decimal(one), Decimal(other)) is slip


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("16800000.00", "15800000.00", True),
        ("16800000.00", "12800000.00", False),
        ("16800000.00", "15300000.00", False),
        ("王未来", "王末来", True),
        ("王未来", "李未来", False),
    ],
)
def test_one_figure_or_look_alikes_may_be_misread(one: str, other: str, slip: bool) -> None:
    assert misread(one, other) is slip


@pytest.mark.parametrize(("sure", "open_"), [(0.59, True), (0.97, False)])
def test_a_difference_of_the_unit_is_open_while_the_unit_is_not_sure(
    sure: float, open_: bool
) -> None:
    declared = Exhibit(replace(amount("1680.00", "1,680.00"), confidence=sure), "d1")
    found = Exhibit(amount("16800000.00", "16,800,000.00"), "d2")
    assert unit_unread(found, declared) is open_
