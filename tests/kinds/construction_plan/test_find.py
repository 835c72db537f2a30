"""Construction plans: lead and members in sentences, targets in words and tables."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.construction_plan.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


def read(text: str) -> dict[str, object]:
    facts: Facts = find(document_of("construction-plan", printed_page(text, plain=True)), Tools())
    return {".".join(str(step) for step in fact.path): fact.value for fact in facts}


def test_lead_and_members_are_found_in_a_sentence() -> None:
    found = read(
        "低空感知创新联合体建设运营方案\n一、项目简介\n本项目由蓝桥科技有限公司牵头，联合南方理工大学、"
        "海岳仪器有限公司共同建设，建设期2023年12月1日至2025年11月30日。\n二、研发团队\n略。"
    )
    assert found["project_name"] == "低空感知创新联合体"
    assert found["lead"] == "蓝桥科技有限公司"
    assert (found["members.0"], found["members.1"]) == ("南方理工大学", "海岳仪器有限公司")
    assert (found["period_from"], found["period_until"]) == ("2023-12-01", "2025-11-30")
    assert (found["sections.0"], found["sections.1"]) == ("项目简介", "研发团队")


def test_a_sentence_behind_the_word_lead_is_no_name() -> None:
    found = read("工作方案\n一、基础\n牵头单位建有研发实验室，具备条件。\n二、团队\n略。")
    assert "lead" not in found


def test_targets_said_in_words_are_counted() -> None:
    found = read(
        "工作方案\n一、目标\n申请发明专利不少于17件，培养研发人才35名以上，形成5项成果。\n二、团队\n略。"
    )
    said = {found[f"targets.{n}.item"]: found[f"targets.{n}.number"] for n in range(3)}
    assert said == {"发明专利": 17, "研发人才": 35, "成果": 5}
