"""A rule's parameters as an officer reads them."""

from __future__ import annotations

from docint.report.wording import asked, parameter


def test_a_row_of_a_rule_reads_as_its_title_with_what_belongs_to_it() -> None:
    slot = {"title": "市学会", "kinds": ["city-society"], "count": 3}
    assert parameter([slot]) == "市学会（可由 市学会，家数 3）"
    assert parameter(["audit-report", "lead"]) == "财务审计报告、牵头单位"


def test_the_guide_for_writers_of_policies_is_left_out() -> None:
    assert asked("规定的类别：title 名称，kinds 可充任的单位类别") == "规定的类别"
    assert asked("年龄上限，周岁") == "年龄上限，周岁"
