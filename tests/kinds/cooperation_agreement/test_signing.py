"""Places to sign on scans, where the picture tells what no reader reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.place import Box, Place
from docint.types.reading import Page, Seal
from tests.printed import document_of, printed_page

Look = Callable[[Place], npt.NDArray[np.uint8] | None]
HEAD = "合作协议\n甲方：甲有限公司\n乙方：乙大学\n"
SIGNING = (
    "甲方：甲有限公司\n(公章)\n授权代表：\n{first}\n\n"
    "乙方：乙大学\n(公章)\n授权代表：\n{second}\n"
)  # fmt: skip


def inked_at(*tops: float) -> Look:
    """A picture of a place: strokes where its top is given, else bare paper."""

    def look(place: Place) -> npt.NDArray[np.uint8]:
        image = np.full((36, 200, 3), 235, np.uint8)
        if place.box and place.box.top in tops:
            image[4:32, 60:66] = 30
        return image

    return look


def signs(page: Page, look: Look | None) -> list[object]:
    pages = printed_page(HEAD, origin="ocr"), page
    facts = find(document_of("cooperation-agreement", *pages), Tools(look=look))
    found = {fact.path: fact.value for fact in facts}
    return [found.get(("signatures", n, "signed")) for n in range(2)]


def signing(first: str = "2024年3月20日", second: str = "年  月  日") -> Page:
    text = SIGNING.format(first=first, second=second)
    return replace(printed_page(text, origin="ocr"), number=2)


FIRST, SECOND = 100.0, 200.0
"""Tops of the two signers' lines."""


def test_bare_paper_beside_the_others_writing_is_a_missing_signature() -> None:
    assert signs(signing(), inked_at(FIRST)) == [None, False]


def test_ink_that_nobody_can_read_is_a_signature_all_the_same() -> None:
    assert signs(signing(), inked_at(FIRST, SECOND)) == [None, None]


def test_where_nothing_is_seen_of_anybody_nothing_is_said() -> None:
    assert signs(signing(), inked_at()) == [None, None]
    assert signs(signing(), None) == [None, None]


def test_who_dated_it_may_have_signed_elsewhere() -> None:
    assert signs(signing(second="2024年3月21日"), inked_at(FIRST)) == [None, None]


def test_a_persons_seal_signs() -> None:
    seal = Seal("李四印", "red", "rectangle", Box(110, SECOND - 8, 140, SECOND + 22), 0.9)
    assert signs(replace(signing(), seals=(seal,)), inked_at(FIRST)) == [None, None]


def test_one_date_below_all_places_to_sign_is_nobodys_own() -> None:
    page = printed_page(
        SIGNING.format(first="", second="\n\n\n\n签约日期：2024年3月20日"), origin="ocr"
    )
    assert signs(replace(page, number=2), inked_at(FIRST)) == [None, False]
