from __future__ import annotations

import pytest

from docint.values import lookalikes, names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("腾讯科技(深圳) 有限公司", "腾讯科技（深圳）有限公司"),
        ("深圳市福田智联\n科技有限公司（盖章）", "深圳市福田智联科技有限公司"),
        (
            "深圳市福田智联科技有限公司（曾用名：深圳市旧名科技有限公司）",
            "深圳市福田智联科技有限公司",
        ),
        ("深圳市福田智联科技有限公司（以下简称“甲方”）", "深圳市福田智联科技有限公司"),
        ("ABC  Technology (Shenzhen) Co., Ltd.", "ABC Technology (Shenzhen) Co., Ltd."),
        ("：深圳大学 ", "深圳大学"),
        ("6793076深圳市福田智联科技有限公司", "深圳市福田智联科技有限公司"),
        ("单位编号：6793076深圳市福田智联科技有限公司", "深圳市福田智联科技有限公司"),
        ("91440300MA5DABCD1X深圳市福田智联科技有限公司", "深圳市福田智联科技有限公司"),
        ("深圳市福田智联科技有限公司(6793076)", "深圳市福田智联科技有限公司"),
        ("58同城信息技术有限公司", "58同城信息技术有限公司"),
        ("深圳大学", "深圳大学"),
    ],
)
def test_names_are_tidy_and_without_what_is_only_beside_them(printed: str, name: str) -> None:
    assert names.parse(printed) == name


@pytest.mark.parametrize("printed", ["", "____", "×××", "（盖章）", "123", "/"])
def test_what_is_no_name_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        names.parse(printed)


def test_former_names_are_given_apart() -> None:
    printed = "深圳市新名科技有限公司（原名：旧名科技（深圳）有限公司）"
    assert names.former(printed) == ("旧名科技（深圳）有限公司",)
    assert names.former("深圳大学") == ()


@pytest.mark.parametrize(
    ("name", "region", "brand", "industry", "form"),
    [
        ("深圳市福田智联科技有限公司", "深圳市", "福田智联", "科技", "有限公司"),
        ("腾讯科技（深圳）有限公司", "", "腾讯", "科技", "有限公司"),
        ("深圳市腾讯计算机系统有限公司", "深圳市", "腾讯", "计算机系统", "有限公司"),
        ("广东省深圳市福田区某某协会", "广东省深圳市福田区", "某某", "", "协会"),
        ("天健会计师事务所（特殊普通合伙）", "", "天健", "", "会计师事务所(特殊普通合伙)"),
        ("深圳大学", "", "深圳", "", "大学"),
        ("北京清远某某科技有限公司", "北京", "清远某某", "科技", "有限公司"),
        ("广东深圳某某科技有限公司", "广东深圳", "某某", "科技", "有限公司"),
    ],
)  # fmt: skip
def test_names_are_taken_apart(
    name: str, region: str, brand: str, industry: str, form: str
) -> None:
    of = names.parts(name)
    assert (of.region, of.brand, of.industry, of.form) == (region, brand, industry, form)


FIRM = "深圳市福田智联科技有限公司"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("腾讯科技（深圳）有限公司", "腾讯科技(深圳)有限公司", True),
        ("騰訊科技有限公司", "腾讯科技有限公司", True),
        (FIRM, " 深圳市 福田智联科技有限公司（盖章）", True),
        (FIRM, "深圳市宝安智联科技有限公司", False),
        ("深圳市智能科技有限公司", "深圳市智造科技有限公司", False),
        ("深圳市智联科技有限公司", "深圳市智联信息科技有限公司", False),
        ("腾讯科技（深圳）有限公司", "腾讯科技（北京）有限公司", False),
        (FIRM, "北京市福田智联科技有限公司", False),
        ("深圳大学", "深圳技术大学", False),
        (FIRM, FIRM + "深圳分公司", False),
        (FIRM + "北京分公司", FIRM + "上海分公司", False),
        ("中国电子学会", "中国电子学会区块链专业委员会", False),
        (FIRM, "深圳市褔田智联科技有限公司", None),
        (FIRM, "深圳市福田智联科枝有限公司", None),
        (FIRM, "福田智联科技有限公司", None),
        (FIRM, "深圳福田智联科技有限公司", None),
        (FIRM, "深圳市福田智联科技有限责任公司", None),
        (FIRM, "深圳市福田智联科技有限公", None),
        (FIRM, "", None),
        (FIRM, "6793076" + FIRM, True),
        ("深圳市新名科技有限公司（曾用名：" + FIRM + "）", FIRM, True),
        (FIRM, "深圳福田智联", None),
        (FIRM, "福田智联公司", None),
        (FIRM, "宝安智联公司", False),
        (FIRM, "深圳市福田智联科技集团有限公司", False),
        ("中国电子学会", "中国电子学会青年工作委员会", False),
        ("霁曦科技（深圳）有限公司", "霁曦技术（深圳）有限公司", False),
    ],
)
def test_parts_decide_whether_two_names_are_one_units(a: str, b: str, verdict: bool | None) -> None:
    assert names.same(a, b) is verdict
    assert names.same(b, a) is verdict


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [("福田", "褔田", True), ("人", "入", True), ("日曰", "日日", True), ("福田", "宝安", False),
     ("福田", "福田", False), ("福", "福田", False), ("末来", "未来", True)],
)  # fmt: skip
def test_lookalikes_differ_only_by_confusable_characters(a: str, b: str, alike: bool) -> None:
    assert names.lookalike(a, b) is alike
    assert names.lookalike(b, a) is alike


def test_confusable_characters_confuse_both_ways() -> None:
    for char in "福日末己壹贰叁伍陆拾佰仟元整圆0158":
        assert lookalikes.neighbours(char)
        assert all(lookalikes.alike(other, char) for other in lookalikes.neighbours(char))


@pytest.mark.parametrize(
    ("printed", "name"),
    [("张　三", "张三"), ("阿依古丽•买买提", "阿依古丽·买买提"), ("李四（签字）", "李四"),
     ("王五先生", "王五"), ("John  A. Smith", "John A. Smith")],
)  # fmt: skip
def test_persons_names_have_one_form(printed: str, name: str) -> None:
    assert names.parse_person(printed) == name


@pytest.mark.parametrize("printed", ["", "×××", "无", "13800138000", "张三1"])
def test_what_is_no_persons_name_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match="no person's name"):
        names.parse_person(printed)
