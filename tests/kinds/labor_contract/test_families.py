"""Contracts of employment as publishers, HR offices and platforms print them."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.labor_contract.kind import find
from tests.printed import document_of, printed_page


def read(text: str) -> dict[str, object]:
    pages = [printed_page(page, n, origin="ocr") for n, page in enumerate(text.split("\f"), 1)]
    return {
        str(item.path[0]): item.value
        for item in find(document_of("labor-contract", *pages), Tools()).items
    }


NUMBERED = """               劳动合同要素表
A1 甲方（聘用企业名称）        宁波屿光新能源有限公司
A2 职工姓名（乙方）            祝棠
A3 证件类型及号码              居民身份证 330203199001014519
A4 乙方性别                    男
A5 岗位序列及名称              电池工程师
A6 期限类型                    固定期限
A7 开始日期                    2022/8/1
A8 终止日                      2025/7/31
A9 工时制度                    乙方属全日制从业人员。
\f甲方（公章）                 乙方签字

                               签约日 2022/7/28
"""


def test_items_with_letters_and_numbers_open_labels() -> None:
    said = read(NUMBERED)
    assert (said["employer"], said["employee"]) == ("宁波屿光新能源有限公司", "祝棠")
    assert (said["sex"], said["position"]) == ("男", "电池工程师")
    assert (said["signed_on"], said["full_time"]) == ("2022-07-28", True)


BILINGUAL = """               劳动合同
               EMPLOYMENT CONTRACT
用人单位全称（甲方）Party A         南京栖霞软件股份有限公司
法定代表人 Legal Representative     戚岚
乙方（职工本人）Party B             翁楚
性别 Gender                         女
身份证号 ID No.                     320104198706152025
1. 合同的起始与终止 Term
本合同为固定期限合同，合同期自2019年11月28日起，至2024年11月27日届满。
\f甲方盖章 Seal of Party A           乙方签名 Signature of Party B

                                     日期 Date2019年11月25日
"""


def test_english_behind_a_label_is_no_value() -> None:
    said = read(BILINGUAL)
    assert (said["employer"], said["employee"]) == ("南京栖霞软件股份有限公司", "翁楚")
    assert (said["sex"], said["signed_on"]) == ("女", "2019-11-25")


def test_a_definition_names_the_employee_before_a_hand_does() -> None:
    said = read(
        "劳动合同\n    2020年10月14日，砺石医疗器械（北京）有限公司（以下称甲方）与韦青华（下称\n"
        "  “乙方”，女，1995年9月19日出生）在深圳订立本劳动合同。\n"
        "\f甲方：砺石医疗器械（北京）有限公司\n\n乙方：  韦青\n"
    )
    assert (said["employee"], said["sex"]) == ("韦青华", "女")


def test_a_party_may_be_described_before_its_role_is_given() -> None:
    said = read(
        "劳动合同\n本合同由以下双方于2020年11月3日在南京签订：\n"
        "（1）南京栖霞软件股份有限公司，一家依照中国法律设立的公司（“公司”或“甲方”）；与\n"
        "（2）翁楚，身份证号码320104198706152025，女（“员工”或“乙方”）。\n"
    )
    assert (said["employer"], said["employee"]) == ("南京栖霞软件股份有限公司", "翁楚")
    assert (said["sex"], said["signed_on"]) == ("女", "2020-11-03")


def test_blanks_may_stand_in_frames() -> None:
    said = read(
        "劳动合同书\n甲方：杭州临澜人力资源服务有限公司\n乙方：费思源\n"
        "2.1 本合同期限类型为【固定期限】，自【2021】年【03】月【15】日起"
        "至【2024】年【03】月【14】日止。\n"
        "3.1 乙方担任【数据分析师】一职，用工形式为全日制。\n"
    )
    assert (said["valid_from"], said["valid_until"]) == ("2021-03-15", "2024-03-14")
    assert said["position"] == "数据分析师"


PLATFORM = """电子劳动合同
合同开始日期
2022-08-01
合同结束日期
2025-07-31
岗位名称
电池工程师
甲方电子签章                     乙方电子签名
签署时间 2022-07-28 10:22:31     签署时间 2022-07-29 18:01:44
"""


def test_the_later_of_two_stamped_hours_is_when_both_had_signed() -> None:
    assert read(PLATFORM)["signed_on"] == "2022-07-29"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("乙方属全日制从业人员，每天工作不超过八小时。", True),
        ("乙方为全日制本科毕业。", None),
        ("本合同为非全日制用工合同。", False),
    ],
)
def test_only_work_is_full_time_not_schooling(words: str, value: bool | None) -> None:
    assert read(f"劳动合同\n甲方：某某\n{words}\n").get("full_time") is value
