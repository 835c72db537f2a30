from __future__ import annotations

from docint.contracts import Tools
from docint.extract.flow import Span
from docint.extract.proof import attested, confidence, fact, proved
from docint.types.fact import Fact, Witness
from docint.types.place import Box, Place

PLACE = Place("0" * 64, 1, Box(0, 0, 10, 10))
RIGHT = "91440300MA5F8K2Q3U"


def read(code: str, reader: str = "rapidocr", score: float = 0.99) -> Fact:
    return fact(("uscc",), code, Span(code, PLACE, reader, score, "label"))


def second(text: str) -> Tools:
    return Tools(reread=lambda _place: (text, 0.9))


def test_a_code_whose_check_character_holds_is_proved() -> None:
    made = proved(read(RIGHT), "unit.uscc", Tools())
    assert made.proved
    assert made.confidence >= 0.95
    assert not made.repaired


def test_letters_that_no_code_contains_are_folded_and_disclosed() -> None:
    made = proved(read("9144O300MA5F8K2Q3U"), "unit.uscc", Tools())
    assert (made.value, made.raw, made.repaired) == (RIGHT, "9144O300MA5F8K2Q3U", True)


def test_a_text_layer_is_never_repaired() -> None:
    made = proved(read("9144O300MA5F8K2Q3U", "text", 1.0), "unit.uscc", second(RIGHT))
    assert (made.value, made.repaired) == ("9144O300MA5F8K2Q3U", False)


def test_a_repaired_code_needs_a_second_witness() -> None:
    misread = RIGHT.replace("8", "B")
    alone = proved(read(misread), "unit.uscc", Tools())
    assert (alone.value, alone.repaired) == (misread, False)
    assert alone.confidence < 0.9
    seconded = proved(read(misread), "unit.uscc", second(f"统一社会信用代码 {RIGHT}"))
    assert (seconded.value, seconded.repaired) == (RIGHT, True)
    assert [witness.kind for witness in seconded.witnesses] == ["second-reader"]


def test_another_print_in_the_document_may_be_the_second_witness() -> None:
    made = proved(read(RIGHT.replace("8", "B")), "unit.uscc", Tools(), [RIGHT])
    assert (made.value, made.witnesses[0].kind) == (RIGHT, "document")


def test_a_second_reader_that_reads_the_same_wrong_code_proves_the_print() -> None:
    wrong = RIGHT[:-1] + "X"
    made = proved(read(wrong), "unit.uscc", second(wrong))
    assert (made.value, made.proved, made.repaired) == (wrong, True, False)


def test_an_id_numbers_check_digit_is_heard() -> None:
    number = "44030419700305123X"
    held = proved(
        fact(("id",), number, Span(number, PLACE, "rapidocr", 0.99)), "person.id-number", Tools()
    )
    assert held.proved
    broken = proved(
        fact(("id",), number[:-1] + "1", Span(number, PLACE, "rapidocr", 0.99)),
        "person.id-number",
        Tools(),
    )
    assert broken.confidence < 0.9


def test_an_ambiguous_place_keeps_a_value_below_nine_tenths() -> None:
    assert confidence(Span("x", PLACE, "text", 1.0, "below", 0.9)) < 0.9
    assert confidence(Span("x", PLACE, "text", 1.0, "label", 1.0)) >= 0.9


def test_a_disagreeing_witness_leaves_an_even_chance() -> None:
    made = attested(read(RIGHT), Witness("qr", False, "二维码载有另一代码"))
    assert made.confidence == 0.5
    assert not made.proved


def test_a_second_reading_that_reads_nothing_changes_nothing() -> None:
    made = fact(("name",), "澄川公司", Span("澄川公司", PLACE, "rapidocr", 0.97))
    assert proved(made, "unit.name", second("澄川")) == made


def test_what_a_text_layer_states_is_not_read_again() -> None:
    def fails(_place: Place) -> tuple[str, float]:
        raise AssertionError("asked for nothing")

    made = fact(("name",), "澄川公司", Span("澄川公司", PLACE, "text"))
    assert proved(made, "unit.name", Tools(reread=fails)) == made
