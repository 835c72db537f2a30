"""Who leads a plan's consortium and who takes part, in many wordings."""

from __future__ import annotations

import pytest

from tests.kinds.construction_plan.test_other_plans import listed, read

LEAD, UNIVERSITY, COMPANY = "海岳仪器有限公司", "南方理工大学", "蓝桥科技（广州）有限公司"


@pytest.mark.parametrize(
    "said",
    [
        f"◆哪家单位牵头？{LEAD}。\n◆哪些单位参与？{UNIVERSITY}、{COMPANY}。",
        f"问：由谁牵头？\n答：{LEAD}。\n问：有谁参加？\n答：{UNIVERSITY}、{COMPANY}。",
        f"牵头单位{LEAD}，参与单位{UNIVERSITY}、{COMPANY}。",
        f"牵头——{LEAD}；共建——{UNIVERSITY}；共建——{COMPANY}",
        f"{LEAD}——牵头单位\n{UNIVERSITY}——参与单位\n{COMPANY}——参与单位",
        f"1.{LEAD}：牵头方\n2.{UNIVERSITY}：协作方\n3.{COMPANY}：协作方",
        f"（一）{LEAD}（牵头）\n（二）{UNIVERSITY}（共建）\n（三）{COMPANY}（共建）",
        f"本联合体由{LEAD}领衔，{UNIVERSITY}、{COMPANY}共同参与建设。",
        f"以{LEAD}为龙头，{UNIVERSITY}和{COMPANY}协同参与。",
        f"{LEAD}牵头，{UNIVERSITY}、{COMPANY}参与。",
        f"{LEAD}作为链主企业，携手{UNIVERSITY}、{COMPANY}组建联合体。",
        f"联合体由{LEAD}发起，联合{UNIVERSITY}、{COMPANY}共同组建。",
        f"联合体成员共3家：{LEAD}（牵头）、{UNIVERSITY}、{COMPANY}。",
        f"主导方：{LEAD}\n协作方：{UNIVERSITY}；{COMPANY}",
        f"牵头：{LEAD}\n参与：{UNIVERSITY}，{COMPANY}",
        f"【牵头】{LEAD}\n【共建】{UNIVERSITY}\n【共建】{COMPANY}",
        f"{LEAD}（以下称“总牵头方”）与{UNIVERSITY}、{COMPANY}（以下合称“成员方”）共同组建联合体。",
        f"链主企业\n{LEAD}\n共建伙伴\n{UNIVERSITY}\n{COMPANY}\n二、背景",
        f"牵头单位：{LEAD}\n合作单位（1）：{UNIVERSITY}\n合作单位（2）：{COMPANY}",
        f"牵头单位：\n{LEAD}\n共建单位：\n{UNIVERSITY}、{COMPANY}",
    ],
)
def test_who_leads_and_who_takes_part_in_any_words(said: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n一、概况\n{said}\n三、背景\n略。")
    assert found.get("lead") == LEAD
    assert listed(found, "members") == [UNIVERSITY, COMPANY]


@pytest.mark.parametrize(
    "table",
    [
        f"单位        身份        分工\n{LEAD}    总体    设计\n{UNIVERSITY}    参加    算法",
        f"课题    牵头    参与\n标定    {LEAD}    {UNIVERSITY}\n装配    {UNIVERSITY}    {LEAD}",
    ],
)
def test_a_lead_that_is_not_told_is_not_guessed(table: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n一、概况\n{table}\n三、背景\n略。", plain=False)
    assert "lead" not in found


@pytest.mark.parametrize(
    "said",
    [
        f"专家组由{LEAD}牵头，{UNIVERSITY}、{COMPANY}参与评审。",
        f"近年来由{LEAD}牵头，联合{UNIVERSITY}完成了国家项目。",
        f"子课题一由{LEAD}牵头，{UNIVERSITY}参与。\n子课题二由{COMPANY}牵头。",
    ],
)
def test_who_led_something_else_does_not_lead(said: str) -> None:
    found = read(f"深海装备创新联合体工作方案\n一、概况\n略。\n三、背景\n{said}")
    assert "lead" not in found
    assert listed(found, "members") == []
