"""Names that only a hand wrote, and days that sentences tell."""

from __future__ import annotations

import re

import pytest

from docint.kinds.labor_contract import duties, people
from docint.kinds.title_certificate import sentence


@pytest.mark.parametrize("broken", ["(下\n称“乙方”,女", "(以下称乙\n方,男", "(以\n下简称“乙方”)"])
def test_a_sentence_names_the_employee_wherever_its_lines_break(broken: str) -> None:
    match = people._CALLED.search(f"某某技术(深圳)有限公司(下称甲方)与钱若兰{broken}在深圳")
    assert match is not None
    assert match["name"] == "钱若兰"


@pytest.mark.parametrize(
    "said",
    ["资格取得时间为2015年3月15日", "职称获得日期:2015年3月15日", "资格授予时间均为2015年3月15日"],
)
def test_a_sentence_tells_when_the_title_was_granted(said: str) -> None:
    match = re.search(sentence._EFFECTIVE[0], said)
    assert match is not None
    assert match["v"] == "2015年3月15日"


def test_whom_one_is_employed_as_is_a_position() -> None:
    text = "乙方受聘为甲方的测试主管,应尽责。"
    found = [m["v"] for p in duties._POSITIONS if (m := re.search(p, text))]
    assert "测试主管" in found
