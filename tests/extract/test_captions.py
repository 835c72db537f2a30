"""Values printed over small captions."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.institution_certificate.kind import kind
from docint.types.place import Box
from docint.types.reading import Line, Page, Word
from tests.printed import document_of

CAPTIONS = [
    ("戚祺静", "法定代表人"),
    ("深圳市科学技术局", "举办单位"),
    ("¥765,610,000.00", "开办资金"),
    ("广东省深圳市南山区文化路8250号财富中心", "住所"),
    ("培养高等学历人才，促进科技文化发展。", "宗旨和业务范围"),
]


def _line(text: str, top: float, size: float) -> Line:
    box = Box(60, top, 60 + size * len(text), top + size)
    words = [
        Word(char, Box(60 + size * n, top, 60 + size * (n + 1), top + size))
        for n, char in enumerate(text)
    ]
    return Line(text, box, tuple(words))


def _page(*, over: bool) -> Page:
    """A certificate with values over their captions, or captions over their values."""
    lines = [_line("事业单位法人证书", 20, 20)]
    for n, (value, caption) in enumerate(CAPTIONS):
        top = 80 + 50.0 * n
        first, second = (
            ((value, 13.0), (caption, 10.0)) if over else ((caption, 10.0), (value, 13.0))
        )
        lines += [_line(first[0], top, first[1]), _line(second[0], top + 15, second[1])]
    return Page(1, 595, 842, "text", "text", tuple(lines))


def _facts(page: Page) -> dict[str, object]:
    assert kind.find is not None
    found = kind.find(document_of("institution-certificate", page), Tools())
    return {str(fact.path[0]): fact.value for fact in found.items}


def test_a_caption_names_what_stands_over_it() -> None:
    facts = _facts(_page(over=True))
    assert facts["legal_representative"] == "戚祺静"
    assert facts["organizer"] == "深圳市科学技术局"
    assert facts["opening_funds"] == "765610000.00"
    assert facts["address"] == "广东省深圳市南山区文化路8250号财富中心"


def test_labels_over_their_values_are_read_as_before() -> None:
    facts = _facts(_page(over=False))
    assert (facts["legal_representative"], facts["organizer"]) == ("戚祺静", "深圳市科学技术局")
    assert facts["address"] == "广东省深圳市南山区文化路8250号财富中心"
