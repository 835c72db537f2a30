"""Certificates that tell in sentences, or above and below, what others label."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.institution_certificate.kind import find as institution
from docint.kinds.qualification_certificate.kind import find as qualification
from docint.kinds.title_certificate.kind import find as title
from tests.printed import document_of, printed_page


def test_an_institution_is_named_by_the_sentence_that_registers_it() -> None:
    page = printed_page(
        "事业单位法人证书\n"
        "江陵应用技术学院依照《事业单位登记管理暂行条例》核准登记，取得事\n业单位法人资格，特发此证。\n"
        "本证书有效期自2020年2月23日至2025年2月23日\n"
    )
    found = institution(document_of("institution-certificate", page), Tools())
    values = {item.path[0]: item.value for item in found}
    assert values["name"] == "江陵应用技术学院"
    assert (values["valid_from"], values["valid_until"]) == ("2020-02-23", "2025-02-23")


@pytest.mark.parametrize("term", ["叁年", "三年", "3年"])
def test_years_under_the_label_of_the_term_are_counted(term: str) -> None:
    page = printed_page(
        "高新技术企业证书\n\n"
        "企业名称                        发证时间        有效期\n"
        f"江陵云帆航空技术有限公司        2023.12.26      {term}\n"
    )
    found = qualification(document_of("qualification-certificate", page), Tools())
    assert {item.path[0]: item.value for item in found}["valid_until"] == "2026-12-26"


def test_a_month_of_birth_is_no_day_of_issue() -> None:
    page = printed_page(
        "专业技术资格证书\n职称\n工程师\n\n持证人          出生日期\n苗青禾          1970年04月\n"
        "发证机关\n江陵市人力资源和社会保障局\n"
    )
    found = title(document_of("title-certificate", page), Tools())
    assert {item.path[0] for item in found}.isdisjoint({"issued_on", "specialty"})


BOARD = """          北京市职称证书
祝棠  男  身份证号 110108199001014519 ，于2019年10月28日经北京市工程
技术系列（电子信息）高级专业技术资格评审委员会评审通过，取得 高级工程师 职称。
"""
BRANCH = """  教师职务任职资格证书
诸葛云帆同志经珠江海洋大学教师职务评审委员会评审，具备教授任职资格。
学科（专业）：海洋工程
"""
EXAMINATION = """  专业技术资格证书
  （软件水平考试）
姓  名：费思源
级  别：中级
"""


@pytest.mark.parametrize(
    ("text", "holder", "specialty"),
    [(BOARD, "祝棠", "电子信息"), (BRANCH, "诸葛云帆", "海洋工程"), (EXAMINATION, "费思源", None)],
)
def test_a_board_or_a_branch_of_learning_tells_the_specialty(
    text: str, holder: str, specialty: str | None
) -> None:
    found = title(document_of("title-certificate", printed_page(text)), Tools())
    said = {item.path[0]: item.value for item in found.items}
    assert (said.get("holder"), said.get("specialty")) == (holder, specialty)
