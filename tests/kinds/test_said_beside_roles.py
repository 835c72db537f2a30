"""What stands beside a person's role, a field of study, or a day from which a title counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docint.contracts import Tools
from docint.kinds.labor_contract import kind as contract
from docint.kinds.title_certificate import kind as title
from docint.types.document import Document
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


@pytest.mark.parametrize(
    "words",
    [
        "(以下称乙方，女，1990年5月1日出生",
        "（下称“乙方”，性别：女，汉族",
        "（以下简称劳动者,女,本科",
    ],
)
def test_the_sex_behind_what_the_employee_is_called_is_told(words: str) -> None:
    text = f"劳动合同\n甲方：武汉云帆软件有限公司\n柳如松\n{words}）\n经协商订立本合同。"
    assert _value(contract.find, text, "labor-contract", "sex") == "女"


def test_the_sex_of_the_employers_representative_is_not_the_employees() -> None:
    text = (
        "劳动合同\n甲方：武汉云帆软件有限公司\n（以下称甲方，女，代表人）\n乙方：柳如松\n订立合同。"
    )
    assert _value(contract.find, text, "labor-contract", "sex") is None


@pytest.mark.parametrize("before", ["任职资格时间", "资格取得时间均", "职称", "任职资格年限统一"])
def test_a_title_counts_from_a_day_told_in_a_sentence_over_two_lines(before: str) -> None:
    text = f"职称评审结果通知书\n现确认下列人员取得职称，{before}自2012\n年06月21日起计算。"
    assert _value(title.find, text, "title-certificate", "issued_on") == "2012-06-21"


@pytest.mark.parametrize("label", ["所属专业", "专业（学科）", "申报专业"])
def test_the_field_of_a_title_is_found_by_its_label(label: str) -> None:
    text = f"职称证书\n姓名：柳如松\n{label}：海洋工程\n级别：高级"
    assert _value(title.find, text, "title-certificate", "specialty") == "海洋工程"


def _value(find: Callable[[Document, Tools], Facts], text: str, kind: str, field: str) -> object:
    found = find(document_of(kind, printed_page(text)), Tools())
    fact = found.get(field)
    return fact.value if fact else None
