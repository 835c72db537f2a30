"""Labels taken apart from both ends, and boxes that are ticked."""

from __future__ import annotations

import pytest

from docint.kinds.application_form.choices import chosen, mended, role, unit_kind
from docint.kinds.application_form.labels import match
from docint.kinds.application_form.printed import amount, period, target


@pytest.mark.parametrize(
    ("text", "owner", "family", "field"),
    [
        ("单位名称（盖章）", "", "unit", "name"),
        ("*1.注册资本（万元）", "", "unit", "registered_capital"),
        ("首席技术负责人身份证号", "chief_engineer", "person", "id_number"),
        ("牵头单位联系人电话", "lead", "unit", "phone"),
        ("企业统一社会信用代码", "", "unit", "uscc"),
        ("登记证号/信用代码", "", "unit", "uscc"),
        ("姓 名", "", "person", "name"),
        ("拟申请资助金额", "", "project", "grant"),
    ],
)
def test_a_label_is_its_owner_and_its_own_word(
    text: str, owner: str, family: str, field: str
) -> None:
    label = match(text)
    assert label is not None
    assert label.owner == owner
    assert {str(key): name for key, name in label.fields.items()}[family] == field


@pytest.mark.parametrize(
    ("text", "owner", "ordinal"),
    [
        ("一、牵头单位基本情况", "lead", 0),
        ("（二）参与单位二基本情况", "members", 2),
        ("创新联合体组成单位一览表", "members", 0),
        ("申报单位（牵头单位）", "lead", 0),
        ("核心研发团队情况", "team", 0),
    ],
)
def test_a_heading_names_its_owner(text: str, owner: str, ordinal: int) -> None:
    label = match(text)
    assert label is not None
    assert (label.owner, label.ordinal, label.names) == (owner, ordinal, True)


@pytest.mark.parametrize("text", ["深圳市明澜微电子有限公司", "张三", "高级工程师", "1,200.50", ""])
def test_a_value_is_no_label(text: str) -> None:
    assert match(text) is None


def test_one_misread_character_is_forgiven_in_scans_only() -> None:
    assert match("统一社会信用代砖") is None
    label = match("统一社会信用代砖", noisy=True)
    assert label is not None
    assert label.fields["unit"] == "uscc"
    assert label.sureness < 0.9
    assert match("姓石", noisy=True) is None


def test_a_label_names_its_year_and_unit() -> None:
    label = match("2023年度研发投入（万元）")
    assert label is not None
    assert (label.year, label.unit, label.fields["economy"]) == ("2023", "万元", "rd_expense")
    before = match("上年度研发费用")
    assert before is not None
    assert before.year == "-1"


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("☑企业 □高校", ("企业",)),
        ("企业（√） 高校（ ）", ("企业",)),
        ("国有企业☐ 民营企业☑", ("民营企业",)),
        ("□企业 □高校", ()),
        ("企业", None),
    ],
)
def test_ticked_options(text: str, options: tuple[str, ...] | None) -> None:
    assert chosen(text) == options


def test_boxes_that_ocr_misread_or_lost_are_put_back() -> None:
    assert chosen(mended("区企业 口高校 口科研院所")) == ("企业",)
    assert chosen(mended("□生物医药 半导体与集成电路□量子信息")) == ("半导体与集成电路",)
    assert mended("口腔医院") == "口腔医院"


def test_kinds_and_roles_are_the_contracts() -> None:
    assert unit_kind("全国学会") == "national-society"
    assert unit_kind("市级学会") == "city-society"
    assert unit_kind("科研院所") == "research-institute"
    assert role("牵头单位") == "lead"
    assert role("参与") == "participant"
    with pytest.raises(ValueError, match="no role"):
        role("牵头/参与")


def test_terms_amounts_and_targets() -> None:
    assert period("2024年4月至2026年3月") == ("2024-04-01", "2026-03-31")
    assert period("自2024年4月1日起24个月") == ("2024-04-01", "2026-03-31")
    with pytest.raises(ValueError, match="cut off"):
        period("2023年12月1日至2025年11")
    assert amount("5,000", "万元") == "50000000.00"
    assert amount("5000万元", "元") == "50000000.00"
    assert target("≥5项") == (5, "项")
    assert target("不少于50名") == (50, "名")
