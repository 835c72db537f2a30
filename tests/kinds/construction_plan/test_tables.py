"""Tables of plans in many shapes: turned, in halves, with bases, groups and columns by year."""

from __future__ import annotations

import pytest

from tests.kinds.construction_plan.test_other_plans import budget, listed, read

TARGETS = [["研制样机", 3, "台"], ["申请软件著作权", 12, "件"], ["发布规范", 2, "项"]]


def targets(found: dict[str, object]) -> list[list[object]]:
    count = sum(path.startswith("targets") and path.endswith("item") for path in found)
    return [listed(found, f"targets.{n}") for n in range(count)]


TURNED = """考核事项        研制样机        申请软件著作权        发布规范
应完成          3               12                    2
计量            台              件                    项"""
TURNED_WITH_UNITS = """成果名称        研制样机        申请软件著作权        发布规范
数量            3台             12件                  2项"""
BASED = """约定内容          计量        基期        期末        佐证
（一）硬性
研制样机          台          0           3           报告
申请软件著作权    件          0           12          证书
（二）预期
发布规范          项          1           2           文本"""
HALFWAY = """指标名称          中期目标值        期末目标值        单位
研制样机          1                 3                 台
申请软件著作权    5                 12                件
发布规范          1                 2                 项"""
BY_YEAR = """绩效内容          2025年        2026年        全部        单位
研制样机          1             2             3           台
申请软件著作权    5             7             12          件
发布规范          1             1             2           项"""
IN_ONE_CELL = """预期成果          交付量        验收材料
研制样机          ≥3台          报告
申请软件著作权    12件以上      证书
发布规范          不少于2项     文本"""
PROMISED = """产出                    承诺
研制样机（台）          3
申请软件著作权（件）    12
发布规范（项）          2"""
BRACKETED = """指标              目标值
研制样机（台）          3
申请软件著作权（件）    12
发布规范（项）          2"""


@pytest.mark.parametrize(
    "table", [TURNED, TURNED_WITH_UNITS, BASED, HALFWAY, BY_YEAR, IN_ONE_CELL, BRACKETED, PROMISED]
)
def test_a_table_of_targets_is_told_by_what_its_cells_hold(table: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n四、安排\n{table}\n五、其他\n", plain=False)
    assert targets(found) == TARGETS


def test_what_is_reached_halfway_is_not_what_is_aimed_at() -> None:
    table = """指标名称      2025年      2026年      单位
研制样机      1           2           台
发布规范      1           3           项"""
    assert targets(read(f"工作方案\n四、安排\n{table}", plain=False)) == []


def test_targets_may_be_a_list_with_the_numbers_behind_colons() -> None:
    said = "①研制样机：3台；\n②申请软件著作权：12件；\n③发布规范：2项。"
    assert targets(read(f"工作方案\n四、预期成效\n届满之日应当交付：\n{said}")) == TARGETS


COSTS = [("设备购置费", "480000.00"), ("材料费", "305000.00"), ("差旅费", "20000.00")]
HALVES = """经费去向        万元        经费去向        万元
设备购置费      48.00       材料费          30.50
差旅费          2.00
以上总计：80.50万元"""
SHARES = """（金额单位：人民币千元）
去处            占比        数目
设备购置费      59.6%       480.0
材料费          37.9%       305.0
差旅费          2.5%        20.0"""
GROUPED = """单位：万元
科目            金额
一、直接费用    80.50
1.设备购置费    48.00
2.材料费        30.50
3.差旅费        2.00
总计            80.50"""
YEARS = """单位：万元
开销            第一年        第二年        两年
设备购置费      40.00         8.00          48.00
材料费          20.00         10.50         30.50
差旅费          1.00          1.00          2.00"""
LAID_DOWN = """单位：万元
费用类目    设备购置费    材料费    差旅费    合计
计划金额    48.00         30.50     2.00      80.50"""
UNITS = """列支内容        数额        币种单位
设备购置费      48          万元
材料费          30.5        万元
差旅费          2           万元"""


@pytest.mark.parametrize("table", [HALVES, SHARES, GROUPED, YEARS, LAID_DOWN, UNITS])
def test_a_budget_is_told_by_what_its_cells_hold(table: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n五、用款\n{table}\n", plain=False)
    assert budget(found) == COSTS


@pytest.mark.parametrize(
    "said",
    [
        "经费按下列科目编列：\n1、设备购置费：编列48万元。\n2、材料费：编列30.5万元。\n3、差旅费：编列2万元。",
        "总预算80.5万元，48万元用于设备购置费，30.5万元用于材料费，2万元用于差旅费。",
        "经费概算80.5万元：设备购置费（48万元）、材料费（30.5万元）、差旅费（2万元）。",
        "用款如下：\n（1）设备购置费 480,000元\n（2）材料费 305,000元\n（3）差旅费 20,000元",
    ],
)
def test_what_sentences_and_lists_spend(said: str) -> None:
    assert budget(read(f"工作方案\n五、经费\n{said}\n六、基础\n略。")) == COSTS


SAID = [["申请发明专利", 9, "件"], ["参与制定标准", 2, "项"], ["培养人才", 3235, "人次"]]


@pytest.mark.parametrize(
    "said",
    [
        "到期末申请发明专利不少于9件，参与制定标准2项，培养人才3,235人次。",
        "申请发明专利（9件）、参与制定标准（2项）、培养人才（3235人次）",
        "一是申请发明专利9件；二是参与制定标准2项；三是培养人才3235人次。",
        "申请发明专利9件（其中PCT专利2件），参与制定标准2项，培养人才3235人次。",
        "申请发明专利：9（件）\n参与制定标准：2（项）\n培养人才：3235（人次）",
        "申请发明专利的数量为9件，参与制定标准的数量为2项，培养人才达到3235人次。",
        "申请发明专利 …… 9 件\n参与制定标准 …… 2 项\n培养人才 …… 3235 人次",
    ],
)
def test_targets_said_in_sentences_and_lists(said: str) -> None:
    assert targets(read(f"工作方案\n五、预期目标\n{said}\n六、实施\n现有设备35台套。")) == SAID


def test_of_what_several_years_bring_their_sum_counts() -> None:
    said = "2024年：申请发明专利3件；2025年：申请发明专利6件。累计申请发明专利9件。发布规范2项。"
    found = targets(read(f"工作方案\n五、预期目标\n{said}"))
    assert found == [["申请发明专利", 9, "件"], ["发布规范", 2, "项"]]


def test_a_column_for_each_year_without_their_sum_is_no_budget() -> None:
    table = """单位：万元
预算科目        第一年度        第二年度
设备费          4.00            6.00
材料费          10.00           10.00"""
    assert budget(read(f"工作方案\n五、经费\n{table}", plain=False)) == []


@pytest.mark.parametrize("head", ["现有成果", "近三年成果", "已取得成果"])
def test_what_is_there_already_is_no_target(head: str) -> None:
    table = f"""{head}      数量      单位
授权专利      30        件
发表论文      20        篇"""
    assert targets(read(f"工作方案\n七、工作基础\n{table}", plain=False)) == []


def test_costs_and_their_budget_may_both_be_called_so() -> None:
    table = """单位：元
序号    费用          预算
1       设备购置费    480,000.00
2       材料费        305,000.00
3       差旅费        20,000.00
合计    805,000.00"""
    assert budget(read(f"工作方案\n五、经费\n{table}", plain=False)) == COSTS


def test_what_a_team_has_is_no_target() -> None:
    table = """构成          人数        计量
高级职称      12          名
博士          20          名"""
    assert targets(read(f"工作方案\n七、人员队伍与基础\n{table}", plain=False)) == []
