"""Who represents each party, where one sentence names them all and where forms call them again."""

from __future__ import annotations

from dataclasses import replace

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.document import Document
from docint.types.place import Box
from docint.types.reading import Cell, Table
from tests.printed import document_of, printed_page

SENTENCE = """合作协议书
深圳松涛医疗科技有限公司（以下称“甲方”，法定代表人钟离晚）、深圳
青桐大学（以下称“乙方”，法定代表人向晚晴）、广州云渡软件有限公司
（以下称“丙方”，法定代表人池砚）为共建联合体，达成如下协议。
一、联合体由甲方担任牵头单位，乙方、丙方为参加单位。
二、研发分工
甲方承担病理影像总体设计与系统集成；乙方以自有技术、人员和设备
开展影像识别算法研究；丙方完成应用示范与数据采集。
三、本协议自签字盖章之日起生效。
甲方  深圳松涛医疗科技有限公司  签字
乙方  深圳青桐大学  签字
"""


def parties_of(document: Document) -> dict[str, dict[str, object]]:
    made: dict[int, dict[str, object]] = {}
    for item in find(document, Tools()).items:
        if item.path[0] == "parties":
            made.setdefault(int(item.path[1]), {})[str(item.path[2])] = item.value
    return {str(party["name"]): party for party in made.values()}


def shares_of(document: Document) -> list[str]:
    items = find(document, Tools()).items
    return [str(i.value) for i in items if i.path[0] == "rd_division" and i.path[2] == "text"]


def signed_in_a_table(text: str) -> Document:
    """The page with its two signature rows ruled as a table."""
    page = printed_page(text)
    boxes = {line.text: line.box for line in page.lines if line.box}
    cells: list[Cell] = []
    for row, names in enumerate(
        (("甲方", "深圳松涛医疗科技有限公司", "签字"), ("乙方", "深圳青桐大学", "签字"))
    ):
        top = next(b.top for t, b in boxes.items() if t == names[1])
        for column, name in enumerate(names):
            edges = (36.0, 70.0, 240.0, 400.0)
            cells.append(
                Cell(row, column, name, Box(edges[column], top - 3, edges[column + 1], top + 16))
            )
    around = Box(36.0, cells[0].box.top, 400.0, cells[-1].box.bottom)  # type: ignore[union-attr]
    return document_of(
        "cooperation-agreement", replace(page, tables=(Table(tuple(cells), around),))
    )


def test_each_party_that_one_sentence_names_has_its_representative() -> None:
    found = parties_of(document_of("cooperation-agreement", printed_page(SENTENCE)))
    said = {name: party.get("representative") for name, party in found.items()}
    assert said == {
        "深圳松涛医疗科技有限公司": "钟离晚",
        "深圳青桐大学": "向晚晴",
        "广州云渡软件有限公司": "池砚",
    }


def test_a_table_to_sign_in_does_not_replace_what_the_text_says_of_the_parties() -> None:
    found = parties_of(signed_in_a_table(SENTENCE))
    assert found["深圳松涛医疗科技有限公司"].get("representative") == "钟离晚"


def test_a_sentence_for_several_parties_is_parted_where_means_are_named_first() -> None:
    shares = shares_of(document_of("cooperation-agreement", printed_page(SENTENCE)))
    assert [share[:2] for share in shares] == ["甲方", "乙方", "丙方"]


def test_work_behind_a_partys_label_is_no_partys_name() -> None:
    found = parties_of(
        document_of(
            "cooperation-agreement",
            printed_page(
                "联合体协议书\n主持单位名称：深圳松涛医疗科技有限公司\n法定代表人：_钟离晚\n"
                "联合体成员一名称：深圳青桐大学\n法定代表人：向晚晴\n"
                "各方现订立协议如下:\n1.研发职责分工如下：\n"
                "主持单位：以自有设备开展样机研制；\n"
                "联合体成员一：完成行业应用示范与数据采集；\n"
                "2.本协议一式三份。\n"
            ),
        )
    )
    assert {name: p.get("representative") for name, p in found.items()} == {
        "深圳松涛医疗科技有限公司": "钟离晚",
        "深圳青桐大学": "向晚晴",
    }


COVERED = """项目名称：先进封装联合体
牵头单位：深圳市霁川医疗科技有限公司（甲方）
合作单位：武汉青岩大学（乙方）
签订时间：2023年7月29日
牵头单位（甲方）：深圳市霁川医疗科技有限公司
住所地：深圳市福田区八卦路11号
法定代表人：卓一舟
合作单位（乙方）：武汉青岩大学
住所地：武汉市洪山区学府路2号创新中心B座
法定代表人：苗青禾
第一条 各方就先进封装开展合作研究。
第二条 各方在研究开发中承担如下工作：
1. 甲方（牵头单位）：协同推进封装工艺优化并提交测试报告
2. 乙方（合作单位） 独立开展封装材料制备与表征。
"""


def test_a_representative_stands_in_the_partys_own_block_not_on_the_cover() -> None:
    facts = find(document_of("cooperation-agreement", printed_page(COVERED)), Tools())
    said = {item.path: item.value for item in facts.items}
    people = [said.get(("parties", n, "representative")) for n in (0, 1)]
    assert people == ["卓一舟", "苗青禾"]


def test_a_party_with_its_role_behind_it_only_labels_what_it_does() -> None:
    shares = shares_of(document_of("cooperation-agreement", printed_page(COVERED)))
    assert [share.strip("。") for share in shares] == [
        "协同推进封装工艺优化并提交测试报告", "独立开展封装材料制备与表征"
    ]  # fmt: skip


SEATED = """本合同由以下各方于2024年6月25日签署：
(1) 深圳市霁川医疗科技有限公司，项目牵头单位，住所为深圳市福田区八卦路11号产业园38层，法定代表人卓一舟（以下简称“甲方”或“霁川医疗”）；
(2) 武汉青岩大学，项目参与单位，住所为武汉市洪山区学府路2号财富中心B座，法定代表人苗青禾（以下简称“乙方”或“青岩大学”）。
"""  # noqa: E501


def test_a_park_in_an_address_is_no_party() -> None:
    facts = find(document_of("cooperation-agreement", printed_page(SEATED, plain=True)), Tools())
    names = [item.value for item in facts.items if item.path[-1] == "name"]
    assert names == ["深圳市霁川医疗科技有限公司", "武汉青岩大学"]


BESIDE_THE_SIGNATURE = """
甲方
单位名称（公章）
{name}
法定代表人/授权代表
钟云
姓名（印刷体）
钟离晚
签订日期
2024年3月1日
乙方
单位名称（公章）
深圳青桐大学
法定代表人/授权代表
姓名（正楷）
向晚晴
签订日期
2024年3月1日
"""


def test_a_name_in_print_beside_the_signature_goes_before_the_hand() -> None:
    head = "合作协议书\n甲方：深圳松涛医疗科技有限公司\n乙方：深圳青桐大学\n一、保密\n"
    head += "各方不得对外泄露。\n" * 12
    for name in ("深圳松涛医疗科技有限公司", "深印松章司"):  # a seal may cover the name
        text = head + BESIDE_THE_SIGNATURE.format(name=name)
        found = parties_of(document_of("cooperation-agreement", printed_page(text, plain=True)))
        assert [party.get("representative") for party in found.values()] == ["钟离晚", "向晚晴"]
