"""Amounts are held against their characters and the second reader; what differs is shown."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.extract.amounts import testified as heard
from docint.types.fact import Fact, Facts
from docint.types.place import Box, Evidence, Place


def _amount(
    value: str, quote: str, path: tuple[str, ...] = ("amount",), reader: str = "rapidocr"
) -> Fact:
    place = Place("0" * 64, 1, Box(0, float(len(path[0])), 10, 20))
    return Fact(path, value, (Evidence(place, quote, reader, 0.99),), "pattern", 0.94)


def _second(text: str) -> Tools:
    return Tools(reread=lambda _place: (text, 0.9))


def _words(value: str, quote: str) -> Fact:
    return _amount(value, quote, ("amount_words",))


@pytest.mark.parametrize(
    ("seen", "agrees"),
    [
        ("75,690,000.00元", True),
        ("75.690.000.00 元", True),  # commas taken for points
        ("76,690,000.00元", False),
        ("75,690,000", None),  # too poor to tell: fewer digits
        ("75,690|000.00", None),
        ("", None),
    ],
)
def test_an_amount_that_nobody_vouches_for_is_read_again(seen: str, agrees: bool | None) -> None:
    (made,) = heard(Facts((_amount("75690000.00", "75,690,000.00元"),)), _second(seen))
    assert [w.agrees for w in made.witnesses] == ([] if agrees is None else [agrees])
    assert (made.confidence > 0.94, made.confidence <= 0.5) == (agrees is True, agrees is False)
    assert made.value == "75690000.00"


def test_the_unit_of_the_print_holds_for_the_second_reading() -> None:
    (made,) = heard(Facts((_amount("75690000.00", "7569.00万元"),)), _second("7569.00 Fie"))
    assert [(w.kind, w.agrees) for w in made.witnesses] == [("second-reader", True)]


def test_what_a_file_states_is_not_read_again() -> None:
    stated = _amount("75690000.00", "7569.00万元", reader="text")
    assert heard(Facts((stated,)), _second("7568.00万元")).items == (stated,)


def test_figures_and_characters_of_one_amount_vouch_for_each_other() -> None:
    facts = Facts((_amount("3000000.00", "300万元"), _words("3000000.00", "叁佰万元整")))
    for made in heard(facts, Tools()):
        assert [(w.kind, w.agrees) for w in made.witnesses] == [("words", True)]
        assert made.confidence > 0.94


def test_an_amount_given_in_characters_alone_does_not_vouch_for_itself() -> None:
    words = _words("3000000.00", "叁佰万元整")
    same = Fact(("amount",), words.value, words.evidence, "pattern", 0.94)
    assert all(not made.witnesses for made in heard(Facts((same, words)), Tools()))


def test_figures_give_way_to_characters_that_the_second_reader_bears_out() -> None:
    facts = Facts((_amount("8000000.00", "800万元"), _words("3000000.00", "叁佰万元整")))
    figures, words = heard(facts, _second("300万元"))
    assert (figures.value, figures.repaired, figures.raw) == ("3000000.00", True, "800万元")
    assert {(w.kind, w.agrees) for w in figures.witnesses} == {
        ("words", True),
        ("second-reader", True),
    }
    assert all(w.agrees for w in words.witnesses)


def test_a_paper_that_contradicts_itself_is_read_as_printed_and_doubted() -> None:
    facts = Facts((_amount("8000000.00", "800万元"), _words("3000000.00", "叁佰万元整")))
    for tools in (_second("800万元"), Tools()):
        figures, words = heard(facts, tools)
        assert (figures.value, words.value) == ("8000000.00", "3000000.00")
        assert ("words", False) in {(w.kind, w.agrees) for w in figures.witnesses}
        assert figures.confidence < 0.9
        assert words.confidence <= 0.5
