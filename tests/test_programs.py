"""Each program end to end: what its text asks for is asked, nothing else; all articles show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from docint import shelf
from docint.judge import policy
from tests.commands import docint
from tests.submissions import LEAD, LICENCE, declaration, pdf, word

TABLES = Path(__file__).parent / "policies"
BEIJING = ("bast-consortium", "bast-regional-2022", "bast-industrial-2022")

PLAN = (
    "智能制造创新联合体",
    "工作方案",
    "一、建设背景",
    "围绕“三城一区”和中关村一区16园发展需求，面向智能制造产业领域，聚焦关键共性技术和“卡脖子”问题。",
    "二、合作机制",
    "各成员单位建立产学研合作机制，形成可复制、可推广的模式，具有前沿技术识别能力和辐射带动作用。",
    "三、组织体系",
    "设立秘书处，配备专职人员3名，知识产权管理体系健全，运行机制完善；成员单位合作基础良好，合作意愿明确。",
    "四、绩效指标",
    [["指标", "数量", "单位"], ["产业成果", "6", "项"], ["学术论坛", "2", "场"]],
    "五、经费预算",
    [["科目", "金额（万元）"], ["科技咨询费", "6"], ["学术交流费", "4"]],
    "依托“数字科协”开展信息化管理。",
)


def handed_in(folder: Path, program: str) -> Path:
    """The papers a Beijing program's text asks for, and no more: form, plan, agreement."""
    data = yaml.safe_load((TABLES / f"{program}.yaml").read_text("utf-8"))["base"]
    declared = data["declared"] | {"applied_on": data["applied_on"]}
    lead = declared["lead"]
    lead["district"] = lead["district"]["name"]
    folder.mkdir(parents=True)
    (folder / "application.json").write_text(json.dumps(declared, ensure_ascii=False), "utf-8")
    if program != "bast-consortium":
        word(folder / "工作方案.docx", *PLAN)
        return folder
    parties = zip("乙丙丁戊己", declared["members"], strict=True)
    word(
        folder / "合作协议.docx",
        "科创协同联合体合作协议",
        f"甲方：{lead['name']}",
        *(f"{label}方：{member['name']}" for label, member in parties),
        "第一条 合作目标",
        "各方共同建设科创协同联合体。",
        "第二条 知识产权",
        "各方独立完成的成果归各自所有，共同完成的共有。",
        "签订日期：2024年5月10日",
    )
    return folder


@pytest.fixture(scope="module", params=BEIJING)
def screened(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    program = str(request.param)
    folder = tmp_path_factory.mktemp(program)
    said = docint("screen", handed_in(folder / "in", program), "-p", program, "-o", folder / "out")
    assert said.code == 0, said.err
    return program, folder / "out"


def report(out: Path) -> dict[str, Any]:
    return json.loads((out / "report.json").read_text("utf-8"))  # type: ignore[no-any-return]


def test_a_beijing_bundle_of_just_the_papers_asked_for_passes(screened: tuple[str, Path]) -> None:
    made = report(screened[1])
    assert made["findings"] == []
    assert made["summary"]["recommendation"] == "pass"
    asked = {c["subject"] for c in made["checks"] if c["code"] == "missing-document"}
    assert not any(word in one for one in asked for word in ("执照", "审计", "信用", "劳动"))


def test_the_page_goes_through_every_article(screened: tuple[str, Path]) -> None:
    program, out = screened
    page = (out / "report.html").read_text("utf-8")
    for article in policy.load(program, shelf.units("checks", "check")).articles:
        assert f">{article.number}</td>" in page
    by_number = {a["number"]: a for a in report(out)["articles"]}
    for one in by_number.values():
        assert (one["outcome"] is None) == (one["status"] in ("procedure", "definition"))


def test_what_experts_judge_has_its_passages_and_no_verdict(screened: tuple[str, Path]) -> None:
    made = report(screened[1])
    asked = [c for c in made["checks"] if c["check"] == "expert_judges"]
    assert {c["outcome"] for c in asked} == {"expert"}
    placed = [fact for check in asked for fact in check["evidence"]]
    assert placed
    assert all(fact["file"] and (fact["box"] or fact["where"]) for fact in placed)


def test_at_acceptance_numbers_stand_side_by_side_and_the_experts_conclude(tmp_path: Path) -> None:
    folder = tmp_path / "验收"
    targets = [
        {"item": "发明专利", "number": 5, "unit": "项"},
        {"item": "发表论文", "number": 3, "unit": "篇"},
    ]
    declaration(folder / "application.json", targets=targets)
    pdf(folder / "营业执照.pdf", LICENCE)
    word(
        folder / "验收报告.docx",
        "高精度惯性传感创新联合体",
        "项目验收报告",
        "二、指标完成情况",
        [
            ["序号", "指标名称", "约定指标值", "实际完成值", "完成率"],
            ["1", "发明专利授权", "5项", "6项", "120%"],
            ["2", "发表论文", "3篇", "2篇", "67%"],
        ],
        "项目组按期完成监管协议约定的研究内容。",
    )
    word(
        folder / "通知.docx",
        "关于认定2024年福田区创新联合体的通知",
        f"{LEAD}：",
        "经评审，予以认定。",
    )
    out = tmp_path / "out"
    said = docint(
        "screen", folder, "-p", "futian-2023", "--stage", "acceptance",
        "--applied-on", "2026-10-31", "-o", out,
    )  # fmt: skip
    assert said.code == 0, said.err
    made = report(out)
    assert made["remarks"] == []
    by_subject = {c["subject"]: c for c in made["checks"] if c["check"] == "targets_delivered"}
    assert by_subject["发明专利"]["outcome"] == "pass"
    assert by_subject["发表论文"]["outcome"] == "fail"
    assert by_subject["发表论文"]["decides"]["margin"] == "-1 篇"
    said_of = {(c["code"], c["subject"]): c["outcome"] for c in made["checks"]}
    assert said_of["acceptance-overdue", "验收申请"] == "fail"  # 2026-04-30 and half a year: a day
    assert said_of["acceptance-material-missing", "认定为区创新联合体的相关证明文件"] == "pass"
    assert said_of["acceptance-material-missing", "建设期内财务审计报告"] == "fail"
    conclusions = [a for a in made["articles"] if a["number"].startswith("第十六条")]
    assert conclusions
    assert {a["outcome"] for a in conclusions} == {"expert"}


def test_there_are_two_stages(tmp_path: Path) -> None:
    said = docint("screen", tmp_path, "-p", "futian-2023", "--stage", "审批")
    assert said.code == 2
    assert "acceptance" in said.err


def test_a_program_without_rules_for_the_acceptance_says_so(tmp_path: Path) -> None:
    folder, out = handed_in(tmp_path / "in", "bast-regional-2022"), tmp_path / "out"
    words = ("-p", "bast-regional-2022", "--stage", "acceptance", "-o", out)
    assert docint("screen", folder, *words).code == 0
    assert any("没有验收阶段的核验项" in remark for remark in report(out)["remarks"])
