"""Labels and headings in words that no list has, understood by how they are built."""

from __future__ import annotations

import pytest

from docint.kinds.application_form.labels import match
from docint.kinds.application_form.owners import Family
from tests.kinds.application_form.paper import blank, grid, saved, values


@pytest.mark.parametrize(
    ("label", "family", "name"),
    [
        ("工商登记地所在市区", "unit", "district"),
        ("单位公务手机号", "unit", "phone"),
        ("企业首次登记时间", "unit", "established_on"),
        ("现有专业技术职称等级", "person", "title"),
        ("目前全职供职单位", "person", "employer"),
        ("拟申请组建的创新联合体", "project", "project_name"),
        ("拟申报重点产业链方向", "project", "industry"),
        ("全年研发经费投入总额", "economy", "rd_expense"),
        ("年度主营业务收入总计", "economy", "revenue"),
        ("主管模块说明", "person", "role"),
        ("选派单位", "person", "employer"),
        ("联盟内角色", "unit", "role"),
        ("细分赛道名称", "project", "industry"),
        ("行业代码与名称", "project", "industry"),
    ],
)
def test_a_label_is_known_by_its_last_word_and_what_narrows_it(
    label: str, family: Family, name: str
) -> None:
    found = match(label)
    assert found is not None
    assert found.fields.get(family) == name


@pytest.mark.parametrize(
    "value", ["福田区", "研发骨干", "深圳市电话设备有限公司", "联合体建设", "产业技术研究"]
)
def test_a_value_has_no_labels_build(value: str) -> None:
    found = match(value)
    assert found is None or not found.fields


@pytest.mark.parametrize(
    ("heading", "owner"),
    [
        ("四　首席技术负责人", "chief_engineer"),
        ("七、拟投入的主要研究人员情况", "team"),
        ("六、共同承担单位一览表", "members"),
    ],
)
def test_a_heading_opens_a_section_by_its_build(heading: str, owner: str) -> None:
    found = match(heading)
    assert found is not None
    assert (found.heads, found.owner) == (True, owner)


def test_a_counted_list_of_persons_is_no_single_persons_section() -> None:
    paper = blank()
    paper.add_paragraph("五、项目负责人")
    paper.add_paragraph("姓名：容若水")
    paper.add_paragraph("六、名录")
    grid(
        paper,
        [
            ["序号", "姓名", "年龄", "职称", "所在单位", "承担任务"],
            ["1", "苗青禾", "35", "工程师", "深圳市霁川医疗科技有限公司", "测试"],
        ],
    )
    said = values(saved(paper))
    assert said[("project_leader", "name")] == "容若水"
    assert said[("team", 0, "name")] == "苗青禾"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（申报单位公章）　　　登记日期：2024年08月06日", "2024-08-06"),
        ("参与单位（盖章）　　　登记日期：2024年08月06日", None),
        ("审核单位（盖章）　　　登记日期：2024年08月06日", None),
    ],
)
def test_the_date_beside_the_applicants_seal_is_that_of_the_application(
    line: str, expected: str | None
) -> None:
    paper = blank()
    grid(paper, [["牵头单位", "深圳市霁川医疗科技有限公司"], ["注册住所", "深圳市福田区"]])
    paper.add_paragraph(line)
    said = values(saved(paper))
    assert said.get(("applied_on",)) == expected
    if expected:
        assert ("lead", "established_on") not in said
