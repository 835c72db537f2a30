"""Forms told in sentences: units, persons and figures without a table."""

from __future__ import annotations

from docint.types.fact import Path, Value
from tests.kinds.application_form.paper import blank, saved, values

LEAD = "深圳市栖云精密仪器有限公司"
FIRST = "广州澜石新材料（深圳）有限公司"
SECOND = "深圳北麓理工大学"


def told(*lines: str) -> dict[Path, Value]:
    paper = blank()
    for line in lines:
        paper.add_paragraph(line)
    return dict(values(saved(paper)))


def test_a_person_is_told_behind_a_label() -> None:
    found = told(f"首席技术负责人：宋知遥，女，1975年8月出生，52岁，正高级工程师，现任职于{LEAD}。")
    assert found["chief_engineer", "name"] == "宋知遥"
    assert found["chief_engineer", "sex"] == "女"
    assert found["chief_engineer", "birth_date"] == "1975-08"
    assert found["chief_engineer", "title"] == "正高级工程师"
    assert found["chief_engineer", "employer"] == LEAD


def test_a_team_is_told_line_by_line_under_its_heading() -> None:
    found = told(
        "五、研发团队成员",
        f"1.白简，41岁，高级工程师，{FIRST}，负责样机研制；",
        f"2.易青，36岁，工程师，{SECOND}，负责算法研究。",
    )
    assert found["team", 0, "employer"] == FIRST
    assert found["team", 1, "name"] == "易青"
    assert found["team", 1, "role"] == "算法研究"


def test_members_are_told_in_one_running_line() -> None:
    found = told(f"参与单位：1.{FIRST}（企业，参与单位）；2.{SECOND}（高校，参与单位）")
    assert found["members", 0, "name"] == FIRST
    assert found["members", 0, "kind"] == "enterprise"
    assert found["members", 1, "role"] == "participant"


def test_a_sentence_about_something_else_names_nobody() -> None:
    found = told(
        "五、研发团队成员",
        "团队结构合理，专业互补，具备完成任务的能力。",
        "三、参与单位",
        "各单位分工明确，责任到人，共同承担研发任务。",
    )
    assert not found
