"""Certificates of which labels or headings were not read, or stand for two things."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.business_license.kind import find as licence
from docint.kinds.institution_certificate.kind import find as institution
from docint.kinds.qualification_certificate.kind import find as qualification
from docint.kinds.title_certificate.sentence import effective
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


def values(found: Facts) -> dict[str, object]:
    return {str(item.path[0]): item.value for item in found.items}


PALE = """                             营业执照

宁波屿光新能源有限公司              贺青山              91330200MA2CJ1X09K

其他有限责任公司                    2012年1月26日

248.4655万元人民币                  2012年1月26日至{end}

宁波市鄞州区龙城大道85号A座18层

新能源设备的研发、生产和销售；信息系统集成服务；电子产品的研发与销售；数据处理
服务；仪器仪表制造。
                                              登记机关

                                              2021 年03 月 22 日
"""


@pytest.mark.parametrize(
    ("end", "until"), [("无固定期限", "long-term"), ("2032年1月25日", "2032-01-25")]
)
def test_a_licence_without_labels_tells_its_values_by_their_shapes(end: str, until: str) -> None:
    said = values(
        licence(document_of("business-license", printed_page(PALE.format(end=end))), Tools())
    )
    assert said["legal_representative"] == "贺青山"
    assert (said["established_on"], said["valid_from"]) == ("2012-01-26", "2012-01-26")
    assert said["valid_until"] == until
    assert said["registered_capital"] == "2484655.00"
    assert str(said["business_scope"]).startswith("新能源设备的研发")
    assert str(said["business_scope"]).endswith("仪器仪表制造。")


def test_two_sums_tell_no_capital() -> None:
    page = PALE.format(end="长期").replace("贺青山", "300万元人民币")
    said = values(licence(document_of("business-license", printed_page(page)), Tools()))
    assert "registered_capital" not in said


def test_the_end_of_a_label_before_its_colon_is_the_label() -> None:
    said = values(
        institution(
            document_of(
                "institution-certificate",
                printed_page(
                    "  事业单位法人证书\n发证日期：2020-04-30\n"
                    "    称：珠江海洋工程学院\n法定代表人：戚明远\n"
                ),
            ),
            Tools(),
        )
    )
    assert said["name"] == "珠江海洋工程学院"


def test_a_day_under_the_label_of_who_registered_is_the_day_of_issue() -> None:
    said = values(
        institution(
            document_of(
                "institution-certificate",
                printed_page(
                    "事业单位法人证书\n名称                    证书有效期\n"
                    "珠江海洋研究院          自2021-12-29至2026-12-29\n"
                    "宗旨和业务范围          登记机关及日期\n"
                    "开展海洋研究            广州市事业单位登记管理局\n"
                    "                        2021-12-29\n"
                ),
            ),
            Tools(),
        )
    )
    assert said["issued_on"] == "2021-12-29"


@pytest.mark.parametrize(
    ("number", "title"), [("GR202344203264", "高新技术企业证书"), ("QR202344203264", None)]
)
def test_the_number_of_a_high_tech_certificate_tells_its_title(
    number: str, title: str | None
) -> None:
    page = f"证书编号：{number}\n发证日期：2023年12月18日\n有效期：三年\n"
    found = qualification(document_of("qualification-certificate", printed_page(page)), Tools())
    assert values(found).get("title") == title


def test_a_sentence_that_a_rule_cut_is_read_across() -> None:
    page = printed_page(
        "经评审委员会评审，确认\n年08月20日。\n\n下列人员取得相应职称，资格取得时间为2017\n"
    )
    left, second, right = page.lines
    moved = [
        type(line)(
            line.text,
            type(line.box)(line.box.x0 + x, line.box.top + y, line.box.x1 + x, line.box.bottom + y),
            (),
            1.0,
        )
        for line, x, y in ((left, 0, 0), (second, 0, 0), (right, 150, -60))
        if line.box
    ]
    cut = type(page)(1, 595, 842, "ocr", "rapidocr", tuple(moved))
    made = effective(document_of("title-certificate", cut))
    assert made is not None
    assert made.value == "2017-08-20"
