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
    assert said == {"申请发明专利": 17, "培养研发人才": 35, "成果": 5}


def test_targets_on_lines_of_their_own_keep_their_words() -> None:
    found = read(
        "低空感知创新联合体项目建设运营实施方案\n一、目标\n（1）申请发明专利13件；\n"
        "（2）新增营业收入5577万元；\n（3）培养研发人才不少于11名。\n二、团队\n略。"
    )
    said = {found[f"targets.{n}.item"]: found[f"targets.{n}.number"] for n in range(3)}
    assert said == {"申请发明专利": 13, "新增营业收入": 5577, "培养研发人才": 11}
    assert found["targets.1.unit"] == "万元"
    assert found["project_name"] == "低空感知创新联合体"


def test_figures_with_a_blank_number_the_sections_and_members_may_be_stations() -> None:
    found = read(
        "低空智能管控创新联合体建设运营实施方案\n1 项目概况\n牵头企业：深圳云翼空管科技有限公司\n"
        "成员单位：南粤航空航天大学、深圳市无线电监测站\n实施期限：2024年4月—2026年3月\n"
        "2 建设背景\n背景。\n3 研究内容\n研究。"
    )
    assert found["project_name"] == "低空智能管控创新联合体"
    assert found["lead"] == "深圳云翼空管科技有限公司"
    assert [found["members.0"], found["members.1"]] == ["南粤航空航天大学", "深圳市无线电监测站"]
    assert [found[f"sections.{n}"] for n in range(3)] == ["项目概况", "建设背景", "研究内容"]
    assert (found["period_from"], found["period_until"]) == ("2024-04", "2026-03")


def test_a_table_of_targets_goes_on_over_the_page() -> None:
    pages = (
        "四、绩效指标\n指标名称          指标值        单位\n申请发明专利      16            件\n",
        "发表论文          5             篇\n五、实施方案\n分三个阶段实施。\n",
    )
    drawn = [printed_page(page, n) for n, page in enumerate(pages, 1)]
    facts = find(document_of("construction-plan", *drawn), Tools())
    found = {facts.get("targets", n, "item").value for n in range(2)}  # type: ignore[union-attr]
    assert found == {"申请发明专利", "发表论文"}
