"""Names of units in running text."""

from __future__ import annotations

import pytest

from docint.extract.unit_names import at_start, ended, units_in, whole


def names(text: str) -> list[str]:
    return [name for name, _, _ in units_in(text, 0, len(text))]


def test_units_joined_by_and_are_several_and_a_name_with_and_is_one() -> None:
    text = "由南方理工大学、海岳精密仪器有限公司和深圳和而泰智能控制股份有限公司共同建设"
    assert names(text) == [
        "南方理工大学",
        "海岳精密仪器有限公司",
        "深圳和而泰智能控制股份有限公司",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("寒江工业大学(深圳校区)法定代表人:尉迟恭", "寒江工业大学(深圳校区)"),
        ("寒江工业大学(深圳)", "寒江工业大学(深圳)"),
        ("岭南药科大学(药物智能研究院)", "岭南药科大学"),
        ("蓝桥智能科技(深圳)有限公司(以下简称“甲方”)", "蓝桥智能科技(深圳)有限公司"),
        ("腾远创业投资合伙企业(有限合伙)", "腾远创业投资合伙企业(有限合伙)"),
        ("某某银行股份有限公司深圳分行", "某某银行股份有限公司深圳分行"),
        ("深圳大学总医院为牵头单位", "深圳大学总医院"),
    ],
)
def test_a_name_ends_with_its_form_and_its_own_bracket(text: str, name: str) -> None:
    found = at_start(text)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "甲方负责平台研发",
        "提交仲裁委员会仲裁",
        "参与单位应当配合",
        "创新联合体",
        "各公司",
        "本单位",
    ],
)
def test_a_sentence_names_no_unit(text: str) -> None:
    assert names(text) == []


def test_a_name_broken_off_has_no_form_at_its_end() -> None:
    assert not ended("深圳市融和半导体技术")
    assert ended("深圳市融和半导体技术有限公司")
    assert whole("深圳市融和半导体技术有限公司")
    assert not whole("有限公司")


def test_a_role_before_a_name_is_no_part_of_it() -> None:
    text = "联合单位西安东湖交通学院;联合北京制冷学会;委托单位北京云瞻科技有限公司"
    assert names(text) == ["西安东湖交通学院", "北京制冷学会", "北京云瞻科技有限公司"]
