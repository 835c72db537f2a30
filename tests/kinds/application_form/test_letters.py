"""Applications written as letters: all is told in sentences, no section says whose it is."""

from __future__ import annotations

from docint.types.fact import Path, Value
from tests.kinds.application_form.paper import blank, page, saved, scanned, values

LEAD = "苏州晨曦微纳制造有限公司"
CODE = "91320500MA1X8K3T2Q"
SCHOOL = "江南理工大学"
THIRD = "无锡瀚海传感技术有限公司"


def written(*lines: str) -> dict[Path, Value]:
    paper = blank()
    for line in lines:
        paper.add_paragraph(line)
    return values(saved(paper))


def test_one_sentence_names_the_lead_its_partners_and_the_project() -> None:
    found = written(
        f"{LEAD}（统一社会信用代码：{CODE}，法定代表人：周启明，注册资本5000万元，成立于2013年7月9日，"
        f"住所：江苏省苏州市姑苏区人民路88号）拟牵头联合{SCHOOL}、{THIRD}共同组建“微纳制造创新联合体”，"
        "建设期为2024年5月1日至2026年4月30日，申请市级财政资金500万元，自筹1500万元。"
    )
    assert found == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "legal_representative"): "周启明",
        ("lead", "registered_capital"): "50000000.00",
        ("lead", "established_on"): "2013-07-09",
        ("lead", "address"): "江苏省苏州市姑苏区人民路88号",
        ("members", 0, "name"): SCHOOL,
        ("members", 1, "name"): THIRD,
        ("project_name",): "微纳制造创新联合体",
        ("period_from",): "2024-05-01",
        ("period_until",): "2026-04-30",
        ("grant",): "5000000.00",
        ("matching_funds",): "15000000.00",
    }


def test_a_project_s_name_field_and_term_in_a_sentence() -> None:
    found = written(
        "拟建联合体命名为“微纳制造创新联合体”，属高端装备领域，"
        "建设期自二〇二四年五月一日至二〇二六年四月三十日。"
    )
    assert found["project_name",] == "微纳制造创新联合体"
    assert found["industry",] == "高端装备"
    assert found["period_until",] == "2026-04-30"


def test_a_person_serves_by_his_office_at_his_employer() -> None:
    found = written(
        "二、项目负责人",
        f"项目负责人由{LEAD}的高级工程师吴静怡担任。",
        "三、首席技术负责人",
        "由欧阳志远（男，一九七八年五月十二日出生，现年45岁）担任首席技术负责人，"
        f"职称为正高级工程师，供职于{LEAD}。",
    )
    assert found["project_leader", "name"] == "吴静怡"
    assert found["project_leader", "title"] == "高级工程师"
    assert found["project_leader", "employer"] == LEAD
    assert found["chief_engineer", "name"] == "欧阳志远"
    assert found["chief_engineer", "birth_date"] == "1978-05-12"
    assert found["chief_engineer", "employer"] == LEAD


def test_a_unit_told_over_two_lines() -> None:
    found = written(
        "（一）牵头企业",
        f"{LEAD}（信用代码为{CODE}）系本会会员，二〇一三年七月九日成立，地属苏州市姑苏区。",
        "该公司注册资本5000万元，联系电话13812345678，单位性质为企业。",
        "（二）参与各方",
        f"参与单位{SCHOOL}，高校类，法定代表人陈砚秋。",
    )
    assert found["lead", "established_on"] == "2013-07-09"
    assert found["lead", "district"] == {"code": "320508", "name": "江苏省苏州市姑苏区"}
    assert found["lead", "phone"] == "13812345678"
    assert found["members", 0, "role"] == "participant"
    assert found["members", 0, "kind"] == "university"


def test_who_only_reports_on_others_leads_nothing() -> None:
    found = written(
        f"{LEAD}近年来参与多项课题，2021年牵头单位变更后，联合{SCHOOL}开展测试。",
        f"{THIRD}为行业骨干，产品质量居前列。",
    )
    assert found == {}


def wrapped(*paragraphs: str) -> list[tuple[str, float, float]]:
    """Lines of a scan, 38 characters wide; a paragraph's first one stands in by two."""
    lines, y = [], 60.0
    for paragraph in paragraphs:
        rest, x = paragraph, 84.0
        while rest:
            width, end = (0.0 if x == 60.0 else 2.0), 0
            while end < len(rest) and width < 38:
                width += 0.5 if rest[end].isascii() else 1
                end += 1
            lines.append((rest[:end], x, y))
            rest, x, y = rest[end:], 60.0, y + 20
        y += 4
    return lines


def test_a_scanned_letter_s_paragraph_is_read_over_its_lines() -> None:
    lines = wrapped(
        f"{LEAD}（统一社会信用代码：{CODE}，法定代表人：周启明，注册资本5000万元，成立于2013年7月9日，"
        f"住所：江苏省苏州市姑苏区人民路88号）拟牵头联合{SCHOOL}、{THIRD}共同组建“微纳制造创新联合体”。",
        f"首席技术负责人孙志远，男，1978年5月12日生，身份证号320504197805123416，高级工程师，现任职于{LEAD}。",
        "项目期满时，申请发明专利10件，培养研发人才50名，参与制定标准2项，新增营业收入3000万元，发表论文6篇。",
    )
    found = values(scanned(page(lines)))
    assert found["lead", "legal_representative"] == "周启明"
    assert found["lead", "address"] == "江苏省苏州市姑苏区人民路88号"
    assert found["members", 1, "name"] == THIRD
    assert found["chief_engineer", "employer"] == LEAD
    assert found["targets", 3, "item"] == "新增营业收入"


def test_a_label_on_the_next_line_is_no_rest_of_a_sentence() -> None:
    lines = [
        ("一、牵头单位", 60.0, 60.0),
        ("单位名称：苏州晨曦微纳制造有限公司（中外合资，独立法人，高新企业）", 60.0, 80.0),
        ("法定代表人：周启明", 60.0, 100.0),
    ]
    assert values(scanned(page(lines)))["lead", "legal_representative"] == "周启明"
