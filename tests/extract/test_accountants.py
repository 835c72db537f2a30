from __future__ import annotations

import pytest

from docint.extract.accountants import accountants
from docint.types.reading import Page
from tests.printed import document_of, printed_page

INTRO = "审计报告\n我们按照中国注册会计师审计准则的规定执行了审计工作。\n注册会计师的责任\n"
A, B = ("岳青禾", "110101230015"), ("闻人拓", "110101230027")


def signed(text: str, *, plain: bool = False) -> list[tuple[str, str | None]]:
    """Names with their numbers as read from a signature block."""
    return read(printed_page(INTRO + text, plain=plain))


def read(page: Page) -> list[tuple[str, str | None]]:
    facts = {f.path: f.value for f in accountants(document_of("audit-report", page))}
    count = len({path[1] for path in facts})
    return [
        (
            str(facts["cpas", n, "name"]),
            str(facts["cpas", n, "certificate_number"])
            if ("cpas", n, "certificate_number") in facts
            else None,
        )
        for n in range(count)
    ]


LAYOUTS = {
    "behind the word, numbers below": (
        "青岩会计师事务所（普通合伙）      中国注册会计师：岳青禾\n"
        "                                  证书编号：110101230015\n"
        "中国·济南                         中国注册会计师：闻人拓\n"
        "                                  证书编号：110101230027"
    ),
    "one word over a list with brackets": (
        "                  签字注册会计师\n"
        "青岩会计师事务所  岳青禾（110101230015）\n"
        "                  闻人拓（110101230027）\n"
        "                  2024年3月18日"
    ),
    "numbered, numbers beside": (
        "注册会计师一：岳青禾    证书编号：110101230015\n"
        "注册会计师二：闻人拓    证书编号：110101230027"
    ),
    "the partner and another, number with its own label": (
        "项目合伙人：岳青禾       注册会计师证书号110101230015\n"
        "中国注册会计师：闻人拓   注册会计师证书号110101230027"
    ),
    "two columns, names under the words": (
        "中国注册会计师              中国注册会计师\n"
        "（签名并盖章）              （签名并盖章）\n"
        "岳青禾                      闻人拓\n"
        "110101230015                110101230027"
    ),
    "names set apart": (
        "中国注册会计师（项目合伙人）：岳 青 禾\n"
        "证书编号：1101 0123 0015\n"
        "中国注册会计师：闻 人 拓\n"
        "证书编号：1101 0123 0027"
    ),
    "a table of names and numbers": (
        "签字注册会计师\n姓名        证书编号\n岳青禾      110101230015\n闻人拓      110101230027"
    ),
    "remarks with both": (
        "中国注册会计师：岳青禾（项目合伙人）（证书编号：110101230015）\n"
        "中国注册会计师：闻人拓（证书编号：110101230027）"
    ),
    "the last number wrapped to the next line": (
        "注册会计师：岳青禾（110101230015）        注册会计师：闻人拓\n（110101230027）"
    ),
    "numbers as No., the small seals beside": (
        "中国注册会计师（签章）：\n岳青禾 No. 110101230015   禾岳\n"
        "中国注册会计师（签章）：\n闻人拓No.110101230027    印闻"
    ),
    "the firm in the line of the first mark, the lead named in brackets": (
        "青和岩会计师事务所（普通合伙） 签字注册会计师（主审）：\n"
        "                               岳青禾\n                               110101230015\n"
        "                               签字注册会计师：\n"
        "                               闻人拓\n                               110101230027"
    ),
    "the words under the names": (
        "岳青禾                     闻人拓\n"
        "中国注册会计师             中国注册会计师\n"
        "110101230015               110101230027"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_accountants_are_read_with_their_numbers(layout: str) -> None:
    assert sorted(signed(LAYOUTS[layout])) == sorted([A, B])


def test_two_names_may_stand_behind_one_word() -> None:
    assert signed("中国注册会计师：岳青禾、闻人拓") == [("岳青禾", None), ("闻人拓", None)]


def test_a_number_in_the_mark_is_no_part_of_the_name() -> None:
    assert signed("注册会计师一岳青禾\n注册会计师二闻人拓") == [("岳青禾", None), ("闻人拓", None)]


def test_a_transcribed_name_is_kept_whole() -> None:
    assert signed("中国注册会计师：买买提·艾力") == [("买买提·艾力", None)]


@pytest.mark.parametrize(
    "text",
    [
        "中国注册会计师：\n中国·济南\n2024年3月18日",
        "注册会计师行业统一监管平台查验",
        "中国注册会计师协会\n联系电话 110101230015",
    ],
)
def test_nobody_is_invented(text: str) -> None:
    assert signed(text) == []


def test_a_page_without_geometry_is_read_line_by_line() -> None:
    text = "中国注册会计师：岳青禾\n证书编号：110101230015\n中国注册会计师：闻人拓"
    assert signed(text, plain=True) == [A, ("闻人拓", None)]


def test_the_box_is_that_of_the_name_alone() -> None:
    page = printed_page(INTRO + "中国注册会计师：岳青禾（110101230015）")
    found = {f.path[2]: f for f in accountants(document_of("audit-report", page))}
    name, number = found["name"].evidence[0].place.box, found["certificate_number"].evidence[0]
    assert name
    assert number.place.box
    assert name.x1 <= number.place.box.x0 + 1
    assert name.width < 50
