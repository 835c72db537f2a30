"""An agreement set out as one form, and one whose clauses are sentences that name their subject."""

from __future__ import annotations

from docint.contracts import Tools
from docint.extract.celled import Field, Grid
from docint.kinds.cooperation_agreement.kind import find
from docint.kinds.cooperation_agreement.tables import sections, tabled
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

ROWS = (
    ("缔约各方", "称谓", "地位", "单位名称", "法人代表"),
    ("", "甲方", "主导方", "江陵量测仪器有限公司", "司马光宗"),
    ("", "乙方", "配合方", "南方海洋大学", "上官婉如"),
    ("经费", "叁佰万元整"),
    ("任务安排", "称谓", "工作内容", "完成时间"),
    ("", "甲方", "样机总体设计与试制", "2026年5月"),
)
SENTENCES = """海洋装备联合攻关协议
签署方一江陵量测仪器有限公司
在联合体中为总牵头单位法定代表人司马光宗联系地址武汉市学府路9号
参与签署方二南方海洋大学
身份为协同单位法定代表人上官婉如联系地址三亚市海榆路5号
其一，各单位结成联合体，存续期间自2024年6月1日至2026年5月31日。
其二，就成果与知识产权：联合体成果的申请权和收益权遵循多投入多受益的规则处理。
其三，各单位分别承担下列研发任务：
江陵量测——负责样机总体设计与试制；
南方海洋——承担海上试验与数据分析。
其四，对未公开信息各单位均负保密之责。
"""


def grid(rows: tuple[tuple[str, ...], ...]) -> Grid:
    fields = [
        Field(n, column, text, ((n * 100, n * 100 + len(text)),))
        for n, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]
    return Grid(tuple(fields))


def said() -> Facts:
    page = printed_page(SENTENCES, plain=True)
    return find(document_of("cooperation-agreement", page), Tools())


def test_a_row_of_heads_in_a_form_opens_a_table_of_its_own() -> None:
    parts = sections(grid((("项目", "深海机器人"), *ROWS)))
    assert [part.rows[0][0].text for part in parts] == ["项目", "缔约各方", "任务安排"]


def test_label_and_role_may_stand_in_cells_before_the_name() -> None:
    found = [(p.label, p.role, p.name, p.representative) for p in tabled(grid(ROWS[:4]))]
    assert found == [
        ("甲方", "lead", "江陵量测仪器有限公司", "司马光宗"),
        ("乙方", "participant", "南方海洋大学", "上官婉如"),
    ]


def test_particulars_in_a_line_under_the_name_tell_role_and_representative() -> None:
    facts = said()
    for n, told in enumerate([("lead", "司马光宗"), ("participant", "上官婉如")]):
        made = [facts.get("parties", n, key) for key in ("role", "representative")]
        assert tuple(fact.value if fact else None for fact in made) == told


def test_a_sentence_that_names_its_subject_opens_a_clause() -> None:
    made = said().get("ip_clause")
    assert made
    assert made.value == "联合体成果的申请权和收益权遵循多投入多受益的规则处理。"


def test_the_time_a_consortium_lasts_is_the_term() -> None:
    made = said().get("valid_until")
    assert made
    assert made.value == "2026-05-31"


def test_a_part_of_a_name_that_opens_an_item_names_the_party() -> None:
    work = [fact.value for fact in said().under("rd_division")]
    assert work == [
        "江陵量测仪器有限公司",
        "负责样机总体设计与试制；",
        "南方海洋大学",
        "承担海上试验与数据分析。",
    ]
