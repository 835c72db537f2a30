"""The plain report: what other programs read."""

from __future__ import annotations

import json

from docint.report.plain import fractions, nested, plain
from docint.types.place import Box
from docint.types.reading import Page
from tests.report import shape
from tests.report.made import report
from tests.submissions import ID_NUMBER, PHONE


def test_the_report_has_the_shape_other_programs_rely_on() -> None:
    shape.check(plain(report()))


def test_the_report_is_json_and_reads_back_the_same() -> None:
    made = plain(report())
    assert json.loads(json.dumps(made, ensure_ascii=False)) == made


def test_facts_are_nested_by_their_paths() -> None:
    declared = plain(report())["declared"]
    assert [person["name"]["value"] for person in declared["team"]] == ["韩晓岚", "许建新"]
    assert declared["rd_expense"]["2023"]["value"] == "12345678.90"
    assert declared["lead"]["district"]["value"] == {
        "code": "440304",
        "name": "广东省深圳市福田区",
    }


def test_years_stay_names_and_items_become_lists_in_their_order() -> None:
    tree = nested([(("a", 2, "x"), 3), (("a", 0, "x"), 1), (("y", "2023"), 5)])
    assert tree == {"a": [{"x": 1}, {"x": 3}], "y": {"2023": 5}}


def test_boxes_are_fractions_of_the_upright_page() -> None:
    page = Page(1, 200, 400, "ocr")
    assert fractions(Box(20, 40, 100, 60), page) == [0.1, 0.1, 0.5, 0.15]


def test_a_box_over_the_edge_ends_at_the_edge() -> None:
    employer = plain(report())["documents"][0]["facts"]["employer"]
    assert employer["box"][0] == 0
    assert employer["box"][2:] == [1, 1]


def test_what_has_no_geometry_has_no_box_but_a_place_in_words() -> None:
    name = plain(report())["documents"][1]["facts"]["project_name"]
    assert name["box"] is None
    assert name["where"] == "第1段"


def test_the_form_shows_its_content_only_as_declared() -> None:
    made = plain(report())
    form = next(d for d in made["documents"] if d["type"] == "application-form")
    assert form["facts"] == {}
    assert made["declared"]["lead"]["name"]["value"]


def test_the_plain_report_alone_carries_full_values() -> None:
    made = plain(report())
    assert made["declared"]["chief_engineer"]["id_number"]["value"] == ID_NUMBER
    assert made["declared"]["lead"]["phone"]["value"] == PHONE


def test_what_could_not_be_read_is_listed_with_its_page() -> None:
    refused = plain(report())["refused"]
    assert [(r["file"], r["page"]) for r in refused] == [("旧/说明.wps", None), ("劳动合同.jpg", 2)]


def test_two_writings_of_one_report_are_equal() -> None:
    assert json.dumps(plain(report())) == json.dumps(plain(report()))
