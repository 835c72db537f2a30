from __future__ import annotations

import pytest

from docint.values import opinions


@pytest.mark.parametrize(
    ("text", "opinion"),
    [
        ("标准无保留意见", "unqualified"),
        ("无 保 留 意 见", "unqualified"),
        (
            "我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了贵公司2023年12月31日的财务状况",
            "unqualified",
        ),
        ("带强调事项段的无保留意见", "unqualified-emphasis"),
        ("带有解释性说明的无保留意见", "unqualified-emphasis"),
        (
            "财务报表公允反映了财务状况。三、强调事项 我们提醒财务报表使用者关注附注十",
            "unqualified-emphasis",
        ),
        ("三、与持续经营相关的重大不确定性。公允反映了", "unqualified-emphasis"),
        ("保留意见", "qualified"),
        ("带强调事项段的保留意见", "qualified"),
        (
            "我们认为，除“形成保留意见的基础”部分所述事项可能产生的影响外，财务报表在所有重大方面公允反映了",
            "qualified",
        ),
        ("否定意见", "adverse"),
        (
            "财务报表没有在所有重大方面按照企业会计准则的规定编制，未能公允反映贵公司的财务状况",
            "adverse",
        ),
        ("无法表示意见", "disclaimer"),
        ("我们不对后附的财务报表发表审计意见", "disclaimer"),
        ("无法发表审计意见", "disclaimer"),
    ],
)
def test_opinions_are_read_from_headings_and_paragraphs(text: str, opinion: str) -> None:
    assert opinions.parse(text) == opinion
    assert opinions.parse(opinions.show(opinion)) == opinion


@pytest.mark.parametrize(
    "boilerplate",
    [
        "我们对财务报表发表的审计意见不涵盖其他信息，我们也不对其他信息发表任何形式的鉴证结论。",
        "如果披露不充分，我们应当发表非无保留意见。",
        "了解与审计相关的内部控制，但目的并非对内部控制的有效性发表意见。",
        "这些事项的应对以对财务报表整体进行审计并形成审计意见为背景，我们不对这些事项单独发表意见。",
    ],
)
def test_boilerplate_on_duties_states_no_opinion(boilerplate: str) -> None:
    with pytest.raises(ValueError, match="no audit opinion"):
        opinions.parse(boilerplate)
    assert (
        opinions.parse("我们认为，财务报表在所有重大方面公允反映了财务状况。" + boilerplate)
        == "unqualified"
    )


def test_without_an_opinion_there_is_none() -> None:
    with pytest.raises(ValueError, match="no audit opinion"):
        opinions.parse("审计报告")
