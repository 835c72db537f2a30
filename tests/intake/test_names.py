from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docint.intake.names import cut, debris, fault, order, readable, same, shown, suffix


@pytest.mark.parametrize(
    "name", ["营业执照", "一.jpg", "二〇二三年度审计报告（终稿）", "社保 1-3月"]
)
def test_chinese_names_are_read_in_either_encoding_without_a_flag(name: str) -> None:
    assert readable(name.encode("gb18030")) == name
    assert readable(name.encode("utf-8")) == name


def test_a_wrong_utf8_flag_does_not_spoil_a_gbk_name() -> None:
    assert readable("验资报告.pdf".encode("gbk"), flagged=True) == "验资报告.pdf"


def test_a_right_utf8_flag_is_believed() -> None:
    assert readable("é.pdf".encode(), flagged=True) == "é.pdf"


def test_russian_utf8_is_not_taken_for_chinese() -> None:
    assert readable("Отчёт за год.pdf".encode()) == "Отчёт за год.pdf"


@given(st.binary(max_size=40), st.booleans())
def test_any_bytes_give_a_name_that_can_be_written_in_a_report(raw: bytes, flagged: bool) -> None:
    name = shown(readable(raw, flagged=flagged))
    name.encode()
    assert not any(sign in name for sign in "\0\n\r\x1b\u202e\\")


@given(st.lists(st.text(max_size=12), min_size=2, max_size=6))
def test_any_names_can_be_sorted(found: list[str]) -> None:
    assert len(sorted(found, key=order)) == len(found)


def test_numbers_sort_by_value_and_folders_stand_first() -> None:
    found = [
        "附件十一",
        "附件二",
        "附件十",
        "2.jpg",
        "10.jpg",
        "１.jpg",
        "z/1.jpg",
        "第二十页",
        "第三页",
    ]
    assert sorted(found, key=order) == [
        "z/1.jpg",
        "１.jpg",
        "2.jpg",
        "10.jpg",
        "第三页",
        "第二十页",
        "附件二",
        "附件十",
        "附件十一",
    ]


def test_a_direction_mark_cannot_disguise_an_ending() -> None:
    assert shown("图\u202egpj.exe") == "图\ufffdgpj.exe"


@pytest.mark.parametrize("name", ["a/../b", "..", "../x", "/x", "c:/x", "", "./", "x" * 256])
def test_names_that_leave_the_bundle_or_name_nothing_have_a_fault(name: str) -> None:
    assert fault(name)


@pytest.mark.parametrize("name", ["a/b.pdf", "a..b.pdf", "…/报告.pdf", "./a.pdf", "甲:乙.pdf"])
def test_ordinary_names_have_none(name: str) -> None:
    assert fault(name) == ""


@pytest.mark.parametrize("name", ["方案~$.docx", "DS_Store.pdf", "thumbs.db.pdf", "a/._", "a.b/c"])
def test_only_whole_steps_are_debris(name: str) -> None:
    assert debris(name) is (name == "a/._")


def test_case_and_composition_make_no_difference() -> None:
    assert same("É.PDF") == same("e\u0301.pdf")
    assert same("甲.pdf") != same("乙.pdf")


def test_the_ending_is_that_of_the_file_and_not_of_its_folder() -> None:
    assert suffix("a.b/报告.PDF") == ".pdf"
    assert suffix("a.b/报告") == ""
    assert suffix(".gitignore") == ""


def test_a_long_path_keeps_its_end() -> None:
    assert cut("x" * 2000 + "报告.pdf").endswith("报告.pdf")
    assert cut("短.pdf") == "短.pdf"
