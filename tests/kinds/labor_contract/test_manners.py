"""Contracts of employment in many manners: who is employed by whom, how long, how."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from docint.contracts import Tools
from docint.kinds.labor_contract.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

ID = "440304198803151233"


@dataclass(frozen=True)
class Manner:
    """A print and what it says; an empty value must be absent."""

    name: str
    page: str
    says: dict[str, object]
    plain: bool = True


SENTENCE = Manner(
    "one running sentence",
    f"劳动合同\n深圳市鹏澜传感技术有限公司（下称甲方）与柳如松（下称乙方，男，1988年3月15日出生，"
    f"身份证：{ID}）经协商一致，订立本合同。\n"
    "甲方聘用乙方担任算法工程师。合同属固定期限，自2022年3月1日起生效，至2025年2月28日终止。\n"
    "乙方为甲方全职员工。\n甲方（公章）：深圳市鹏澜传感技术有限公司\n乙方签字：\n2022年2月20日",
    {
        "employer": "深圳市鹏澜传感技术有限公司", "employee": "柳如松", "sex": "男",
        "birth_date": "1988-03-15", "id_number": ID, "valid_from": "2022-03-01",
        "valid_until": "2025-02-28", "full_time": True, "position": "算法工程师",
    },
)  # fmt: skip
COLUMNS = Manner(
    "two columns with a name that wraps",
    "劳 动 合 同 书\n\n"
    "用人单位：广州市澜川海洋装备智能制造        劳动者：苗小青（女）\n"
    "有限责任公司                                证件号码：440304198803151233\n"
    "负责人：容止                                出生年月日：1988年3月15日\n\n"
    "一、期限\n固定期限，起始日2021.8.20，届满日2026.8.19。\n二、岗位\n岗位为结构工程师。\n"
    "三、工时\n实行标准工时制，每日工作8小时。\n",
    {
        "employer": "广州市澜川海洋装备智能制造有限责任公司", "employee": "苗小青", "sex": "女",
        "birth_date": "1988-03-15", "id_number": ID, "term_kind": "fixed",
        "valid_from": "2021-08-20", "valid_until": "2026-08-19", "full_time": True,
    },
    plain=False,
)  # fmt: skip
BLANKS = Manner(
    "the municipal form: blanks and ticks",
    f"深圳市劳动合同\n甲方（用人单位）：__深圳云岫智能科技有限公"
    f"司__\n乙方（劳动者）：__钟离恪__  性别：☑男 □女\n"
    f"身份证号码：__{ID}__\n第一条 合同期限\n"
    "☑固定期限：从_2023_年_7_月_1_日起至_2026_年_6"
    "_月_30_日止。\n□无固定期限：从____年__月__日起。\n"
    "□以完成一定工作任务为期限。\n第二条 工作岗位：__"
    "系统架构师__\n第三条 乙方实行标准工时工作制。\n",
    {
        "employer": "深圳云岫智能科技有限公司", "employee": "钟离恪", "sex": "男", "id_number": ID,
        "term_kind": "fixed", "valid_from": "2023-07-01", "valid_until": "2026-06-30",
        "position": "系统架构师", "full_time": True,
    },
)  # fmt: skip
PUBLIC = Manner(
    "a public institution's appointment",
    f"事业单位聘用合同书\n聘用单位（甲方）：广东省深海探测研究院"
    f"\n受聘人员（乙方）：欧阳澜，女，汉族，身份证号：{ID}\n"
    "一、聘用合同期限\n本合同为无固定期限合同，自2020年1月1日起。\n二、聘用岗位\n"
    "甲方聘用乙方在专业技术岗位从事研究员工作。\n三、工作时间\n每周工作40小时。\n",
    {
        "employer": "广东省深海探测研究院", "employee": "欧阳澜", "sex": "女", "id_number": ID,
        "term_kind": "open-ended", "valid_from": "2020-01-01", "full_time": True,
    },
)  # fmt: skip
PART_TIME = Manner(
    "part time by the hour",
    f"非全日制用工劳动合同\n甲方：成都芯垣微电子有限公司\n乙方：夏侯瑾\n性别：女\n身份证号：{ID}\n"
    "乙方每周工作时间累计不超过二十四小时，以小时计酬。\n合"
    "同期限自2024年1月1日至2024年12月31日。\n",
    {
        "employer": "成都芯垣微电子有限公司", "employee": "夏侯瑾", "sex": "女", "full_time": False,
        "valid_from": "2024-01-01", "valid_until": "2024-12-31", "birth_date": "",
    },
)  # fmt: skip
FORM = Manner(
    "a form of labels, one to a line",
    f"员工劳动合同\n甲方名称：杭州拓岚机器人有限公司\n法定"
    f"代表人：简宁\n乙方姓名：闻人舟\n性    别：男\n"
    f"出生日期：1988年03月15日\n公民身份号码：{ID}\n现住址：杭州市滨江区江南大道1号\n"
    "第一条 双方选择以下第2种形式确定合同期限：\n1、固定期限：自/起至/止。\n"
    "2、无固定期限：自2019年5月6日起至法定终止条件出现时止。\n第二条 乙方从事机器人研发工作。\n",
    {
        "employer": "杭州拓岚机器人有限公司", "employee": "闻人舟", "sex": "男",
        "birth_date": "1988-03-15", "id_number": ID, "term_kind": "open-ended",
        "valid_from": "2019-05-06",
    },
)  # fmt: skip
RENEWED = Manner(
    "renewed on a page of its own",
    f"劳动合同书\n甲方（单位）：苏州衡石新材料股份有限公司\n乙方（员工）：秦川\n身份证号码：{ID}\n"
    "一、合同期限：固定期限，自2018年9月1日起至2021年8月31日止。\n二、乙方担任材料工程师职务。\n"
    "劳动合同续订书\n经双方协商，续订合同期限自2021年9月1日起至2024年8月31日止。\n",
    {
        "employer": "苏州衡石新材料股份有限公司", "employee": "秦川", "term_kind": "fixed",
        "valid_from": "2018-09-01", "valid_until": "2024-08-31", "sex": "",
    },
)  # fmt: skip
AGENCY = Manner(
    "an agency's contract of assignment",
    f"劳动合同（派遣）\n用人单位（甲方）：深圳市众联人力"
    f"资源有限公司\n劳动者（乙方）：梁克庸　性别：男\n"
    f"居民身份证号码：{ID}\n用工单位：深圳臻行康复科技有限公司\n"
    "本合同期限自二〇二三年四月一日起至二〇二五年三月三十一日止，为固定期限。\n",
    {
        "employer": "深圳市众联人力资源有限公司", "employee": "梁克庸", "sex": "男",
        "valid_from": "2023-04-01", "valid_until": "2025-03-31",
    },
)  # fmt: skip
LETTER = Manner(
    "an agreement on employment in the form of a letter",
    f"聘任协议\n聘方：珠江海洋大学（以下简称学校）\n受聘人"
    f"：容华，女，1988年3月15日生，身份证号码{ID}\n"
    "学校聘任容华为全职教授，聘期自2022年9月1日至2027年8月31日。\n"
    "签订日期：2022年6月18日\n",
    {
        "employer": "珠江海洋大学", "employee": "容华", "sex": "女", "birth_date": "1988-03-15",
        "id_number": ID, "signed_on": "2022-06-18", "full_time": True,
        "valid_from": "2022-09-01", "valid_until": "2027-08-31",
    },
)  # fmt: skip
TRIAL = Manner(
    "a trial period is no term",
    f"劳动合同\n甲方：武汉星野遥感技术有限公司（盖章）\n乙方：曲直（身份证号：{ID}）\n"
    "合同期三年，自2023年2月1日起至2026年1月31日止，其中试用期自2023年2月1日起至2023年4月30日止。\n"
    "工作岗位为遥感数据工程师，月薪20000元。\n每天工作八小时。\n",
    {
        "employer": "武汉星野遥感技术有限公司", "employee": "曲直", "valid_from": "2023-02-01",
        "valid_until": "2026-01-31", "position": "遥感数据工程师", "full_time": True,
    },
)  # fmt: skip
MANNERS = (
    SENTENCE, COLUMNS, BLANKS, PUBLIC, PART_TIME, FORM, RENEWED, AGENCY, LETTER, TRIAL,
)  # fmt: skip


def read(manner: Manner) -> Facts:
    return find(
        document_of("labor-contract", printed_page(manner.page, plain=manner.plain)), Tools()
    )


@pytest.mark.parametrize("manner", MANNERS, ids=lambda m: m.name)
def test_who_is_employed_and_how_long_is_read(manner: Manner) -> None:
    facts = read(manner)
    found = {name: fact.value if (fact := facts.get(name)) else "" for name in manner.says}
    assert found == manner.says


def test_a_name_that_breaks_off_and_goes_on_nowhere_is_doubtful() -> None:
    page = printed_page("劳动合同\n用人单位：深圳市某某海洋装备智能制造\n\n\n\n劳动者：苗小青\n")
    made = find(document_of("labor-contract", page), Tools()).get("employer")
    assert made is None or made.confidence <= 0.6
