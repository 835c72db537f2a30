"""Signatures under the signer's label are signatures."""

from __future__ import annotations

from typing import Any

import numpy as np

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from docint.types.place import Place
from tests.printed import document_of, printed_page

PAGE = """联合研发协议
甲方：翊川精密仪器有限公司
乙方：澄海海洋大学
一、研发分工
甲方负责总体设计与研制。乙方负责算法研究。
二、其他
未尽事宜另行商定。
甲方：翊川精密仪器有限公司（盖章）
法定代表人或其委托代理人（签字）：{first}


乙方：澄海海洋大学（盖章）
法定代表人或其委托代理人（签字）：


2024年5月1日
"""


def _found(first: str, inked: tuple[float, float] | None) -> Facts:
    """Facts of a scan that has ink between two heights of the page."""

    def look(place: Place) -> np.ndarray[Any, Any]:
        box = place.box
        image = np.full((60, 160, 3), 250, np.uint8)
        if box and inked and inked[0] < box.middle[1] < inked[1]:
            image[10:50, 60:64] = 20
        return image

    page = printed_page(PAGE.format(first=first), origin="ocr")
    return find(document_of("cooperation-agreement", page), Tools(look=look))


def _unsigned(facts: Facts) -> list[object]:
    return [
        fact.path[1]
        for fact in facts.items
        if fact.path[0] == "signatures" and fact.path[-1] == "signed" and fact.value is False
    ]


def test_a_place_without_ink_beside_or_below_is_blank() -> None:
    assert _unsigned(_found("卫青禾", None)) == [1]


def test_ink_below_the_label_is_a_signature() -> None:
    second = 60 + 20 * 11
    assert _unsigned(_found("卫青禾", (second + 12, second + 60))) == []
