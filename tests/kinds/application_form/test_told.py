"""Applications told in letters and articles."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.application_form.kind import find
from tests.printed import document_of, printed_page

LETTER = """关于商请支持组建创新联合体的函
其一：组建事项
本联合体面向海洋装备产业，全称拟定为深海浮标创新联合体。
组建工作安排在二〇二四年三月一日起，二〇二六年二月二十八日止。
其二：牵头单位简介
设于深圳市福田区的翊川精密仪器有限公司为牵头单位，其统一社会信用代码是91440300MA5FQ2H16T，2015年4月3日在深圳市福田区工业二路8号登记成立。
现任法定代表人卫青禾；单位性质属企业；登记的注册资本计500万元；可致电13800000000联系。
"""
ARTICLES = "\n".join(
    [
        "协同创新联合体申报书",
        "第一章 申报事项",
        "第一条 申请设立的联合体，定名为“深海浮标创新联合体”。",
        (
            "第二条 建设期满，联合体须交出以下成果：（一）形成需求清单，不少于1份；"
            "（二）凝聚科技人才，不少于80名。"
        ),
        "第三条 资助经费共申请200000元，分别用于：专家咨询费150000元、会议费50000元。",
        "第二章 牵头单位",
        "第四条 由翊川精密仪器有限公司担任牵头单位，该单位属企业，法定代表人是卫青禾。",
        "第三章 成员和专家",
        (
            "第五条 另有两家单位加入联合体：（一）澄海海洋大学，高校，代码12370000MB2865147W，"
            "法定代表人江若溪，为参与单位；（二）青岛海工学会，市学会，代码51370200MJD7205188，"
            "法定代表人唐一诺，为参与单位。"
        ),
        (
            "第六条 联合体聘请专家三名：来自澄海海洋大学的卢雁（教授）、苏临（研究员）；"
            "来自青岛海工学会的沈岚（高级工程师）。"
        ),
    ]
)
FORM = """创新联合体申请表
牵头单位名称：翊川精密仪器有限公司
由澄海海洋大学担任牵头单位，法定代表人是江若溪。
"""


def _facts(text: str) -> dict[str, object]:
    page = printed_page(text, plain=True)
    found = find(document_of("application-form", page), Tools())
    return {".".join(map(str, fact.path)): fact.value for fact in found.items}


def test_a_letter_tells_the_project_and_its_lead() -> None:
    facts = _facts(LETTER)
    assert facts["project_name"] == "深海浮标创新联合体"
    assert (facts["period_from"], facts["period_until"]) == ("2024-03-01", "2026-02-28")
    assert facts["lead.name"] == "翊川精密仪器有限公司"
    assert facts["lead.legal_representative"] == "卫青禾"
    assert facts["lead.address"] == "深圳市福田区工业二路8号"
    assert facts["lead.established_on"] == "2015-04-03"


def test_articles_list_aims_costs_members_and_experts() -> None:
    facts = _facts(ARTICLES)
    assert [facts[f"targets.{n}.number"] for n in range(2)] == [1, 80]
    assert [facts[f"budget.{n}.amount"] for n in range(2)] == ["150000.00", "50000.00"]
    assert [facts[f"members.{n}.name"] for n in range(2)] == ["澄海海洋大学", "青岛海工学会"]
    assert [facts[f"experts.{n}.employer"] for n in range(3)] == [
        "澄海海洋大学",
        "澄海海洋大学",
        "青岛海工学会",
    ]
    assert facts["experts.2.name"] == "沈岚"


def test_sentences_of_a_form_that_asks_tell_nothing_new() -> None:
    assert _facts(FORM)["lead.name"] == "翊川精密仪器有限公司"
