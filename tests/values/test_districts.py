from __future__ import annotations

import pytest

from docint.values import districts, divisions, gazetteer


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("广东省深圳市福田区深南大道1号", "440304"),
        ("深圳市福田区深南大道1号", "440304"),
        ("住所：深圳市 福田区 莲花街道", "440304"),
        ("福田区北京大厦", "440304"),
        ("福田区", "440304"),
        ("福田區", "440304"),
        ("深圳福田", "440304"),
        ("440304", "440304"),
        ("深圳市盐田区福田路1号", "440308"),
        ("北京市朝阳区建国路88号", "110105"),
        ("长春市朝阳区", "220104"),
        ("北京市北京市海淀区", "110108"),
        ("北京市市辖区海淀区", "110108"),
        ("上海市浦东新区张江路", "310115"),
        ("江苏省昆山市", "320583"),
        ("苏州市昆山市玉山镇", "320583"),
        ("吉林省吉林市昌邑区", "220202"),
        ("湖北省恩施州恩施市", "422801"),
        ("湖北省仙桃市", "429004"),
        ("海南省琼海市", "469002"),
        ("内蒙古呼和浩特市赛罕区", "150105"),
        ("广东省东莞市松山湖高新区", "441900"),
        ("中山市火炬开发区", "442000"),
        ("阳泉市城区", "140302"),
        ("中国（广东）自由贸易试验区深圳市南山区", "440305"),
        ("重庆市渝北区", "500112"),  # 2025 年撤销，此前的材料仍指该区
        ("杭州市钱塘区", "330114"),
    ],
)
def test_the_head_of_an_address_gives_its_district(address: str, code: str) -> None:
    assert districts.parse(address) == {"code": code, "name": gazetteer.full_name(code)}


@pytest.mark.slow
def test_every_county_in_force_reads_back_from_its_full_name() -> None:
    counties = [
        code for code in divisions.table()
        if gazetteer.level_of(code) == 3 and not gazetteer.placeholder(code)
    ]  # fmt: skip
    assert len(counties) > 2800
    wrong = [c for c in counties if districts.parse(gazetteer.full_name(c) + "路1号")["code"] != c]
    assert wrong == []


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("北京市崇文区", "110101"),
        ("宣武区", "110102"),
        ("上海市南汇区", "310115"),
        ("天津市塘沽区", "120116"),
        ("广州市萝岗区", "440112"),
        ("从化市", "440117"),
        ("深圳市上步区", "440304"),
        ("深圳市宝安县", "440306"),
        ("襄樊市襄城区", "420602"),
        ("莱芜市莱城区", "370116"),
        ("深圳市光明新区", "440311"),
    ],
)
def test_abolished_divisions_lead_to_todays_where_that_is_known(address: str, code: str) -> None:
    assert districts.parse(address)["code"] == code


@pytest.mark.parametrize("address", ["朝阳区建国路88号", "南山区", "西湖区", "鼓楼区"])
def test_an_ambiguous_name_is_never_guessed(address: str) -> None:
    with pytest.raises(ValueError, match="ambiguous"):
        districts.parse(address)


@pytest.mark.parametrize(
    "address",
    [
        "深圳市前海深港合作区前湾一路1号A栋201室",
        "深圳市前海深港合作区南山街道",
        "深圳市河套深港科技创新合作区",
        "北京市北京经济技术开发区",
        "成都市高新区天府大道",
        "深圳市深南大道福田区政府旁",
        "杭州市江干区",  # 分属上城、钱塘两区
        "深圳市海淀区",
        "深圳市",
        "北京路123号",
        "城区",
        "有限公司",
        "",
        "999999",
    ],
)
def test_without_a_district_at_its_head_there_is_none(address: str) -> None:
    with pytest.raises(ValueError, match=r"no d"):
        districts.parse(address)


def test_a_hint_chooses_among_namesakes() -> None:
    assert districts.parse("南山区", "深圳市")["code"] == "440305"
    assert districts.parse("朝阳区", "110000")["code"] == "110105"
    assert districts.parse("朝阳区", "吉林省长春市")["code"] == "220104"


def test_a_city_alone_counts_only_on_request() -> None:
    assert districts.parse("深圳市深南大道1号", coarse=True)["code"] == "440300"
    assert districts.parse("广东省", coarse=True)["name"] == "广东省"


def test_a_misread_county_is_mended_only_if_one_fits() -> None:
    assert districts.parse("深圳市褔田区")["code"] == "440304"
    with pytest.raises(ValueError, match="no district"):
        districts.parse("深圳市褔田区", mend=False)
    with pytest.raises(ValueError, match="no district"):
        districts.parse("深圳市龙湖区")  # 龙华、龙岗都只差一字


def test_a_city_contains_its_districts_and_not_the_other_way_round() -> None:
    assert districts.contains("440300", "440304")
    assert districts.contains(districts.of("440300"), districts.of("440304"))
    assert districts.contains("440304", "440304")
    assert districts.contains("110000", "110108")
    assert districts.contains("100000", "110108")
    assert not districts.contains("440304", "440300")
    assert not districts.contains("440300", "440100")
    assert districts.division_name("440300") == "广东省深圳市"
