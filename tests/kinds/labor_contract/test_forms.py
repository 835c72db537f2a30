"""Contracts of employment as forms of cells: the term's two days, the post, the day of signing."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.labor_contract.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


def read(page: str) -> dict[str, object]:
    facts: Facts = find(document_of("labor-contract", printed_page(page)), Tools())
    return {str(item.path[0]): item.value for item in facts.items}


CELLS = """劳动合同信息表
公司名称        深圳市霁川医疗科技有限公司
职工姓名        苗青禾                  性别            女
岗位            嵌入式软件工程师        工作地点        深圳市
合同类型        固定期限                试用期          6个月
合同开始日期    {start}              合同到期日      {end}
工时            执行标准工时制

公司（盖章）：                          职工（签字）：
{signing}
"""


def test_the_days_of_a_term_are_read_from_a_cell_each() -> None:
    said = read(CELLS.format(start="2021/3/8", end="2024/3/7", signing="签署日期：2021/3/2"))
    assert (said["valid_from"], said["valid_until"]) == ("2021-03-08", "2024-03-07")
    assert said["term_kind"] == "fixed"


def test_a_short_label_of_the_post_ends_at_the_next_cell() -> None:
    said = read(CELLS.format(start="2021-03-08", end="2024-03-07", signing=""))
    assert said["position"] == "嵌入式软件工程师"


def test_the_day_of_signing_is_not_the_day_a_term_ends() -> None:
    said = read(CELLS.format(start="2021/3/8", end="2024/3/7", signing="签署日期：2021/3/2"))
    assert said["signed_on"] == "2021-03-02"


def test_no_day_of_signing_is_taken_from_the_cells_of_the_term() -> None:
    said = read(CELLS.format(start="2021/3/8", end="2024/3/7", signing=""))
    assert "signed_on" not in said


def test_a_form_without_an_end_is_long_term() -> None:
    said = read(
        "聘用合同\n聘用单位    珠江海洋研究院\n受聘人    容若水\n合同类型    无固定期限\n"
        "合同起始日    2020.9.1\n合同终止日    /\n聘用单位（盖章）：\n2020年8月25日\n"
    )
    assert (said["term_kind"], said["valid_until"]) == ("open-ended", "long-term")
    assert (said["valid_from"], said["signed_on"]) == ("2020-09-01", "2020-08-25")


def test_a_term_told_with_beginning_and_end_is_read() -> None:
    said = read(
        "劳动合同\n甲方：成都衡石材料有限公司\n乙方：秦川\n"
        "合同期限为固定期限，从2021年5月23日开始，到2024年5月22日结束，前三个月为试用期。\n"
    )
    assert (said["valid_from"], said["valid_until"]) == ("2021-05-23", "2024-05-22")


def test_a_contract_may_open_with_the_day_of_signing() -> None:
    said = read(
        "劳动合同\n2021年5月17日，武汉星野遥感技术有限公司（以下简称“公司”，注册地址为武汉市\n"
        "江夏区光谷大道1号）与曲直（以下简称“员工”）签订本合同。\n"
        "合同期限自2021年6月1日起至2024年5月31日止。\n"
    )
    assert said["signed_on"] == "2021-05-17"
    assert said["valid_from"] == "2021-06-01"


def test_a_note_where_to_put_the_seal_is_no_part_of_the_employer() -> None:
    said = read("劳动合同\n用人单位：深圳市沐川数据服务有限公司（印章）\n劳动者：曲直\n")
    assert said["employer"] == "深圳市沐川数据服务有限公司"


def test_the_day_work_begins_is_no_day_of_signing() -> None:
    said = read(
        "劳动合同\n入职日期：2021年3月1日\n用人单位：北京澜川智能科技有限公司\n劳动者：赵若水\n"
        "起始日期：2021.03.01    终止日期：无固定期限\n二、乙方的岗位：数据分析师；地点：北京。\n"
        "用人单位（盖章）：\n"
    )
    assert "signed_on" not in said
    assert said["position"] == "数据分析师"
    assert (said["valid_from"], said["valid_until"]) == ("2021-03-01", "long-term")


def test_an_employer_that_wraps_inside_its_legal_form_is_put_together() -> None:
    said = read(
        "劳动合同书\n\n用人单位：深圳市禾川海洋人工智能有限        劳动者：苗青禾\n"
        "责任公司                                      性别：女\n\n一、期限\n"
    )
    assert said["employer"] == "深圳市禾川海洋人工智能有限责任公司"
