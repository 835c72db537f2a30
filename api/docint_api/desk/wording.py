"""The names of facts as reviewers read them (字段名称)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from docint.screen import kinds
from docint.vocabulary import TERMS

NAMES = {
    "abnormal_count": "经营异常条数", "address": "住所", "age": "年龄", "amount": "金额",
    "applicant": "申报单位", "applied_on": "申报日期", "audit_firm": "会计师事务所",
    "birth_date": "出生日期", "budget": "预算", "business_scope": "经营范围",
    "certificate_number": "证书编号", "chief_engineer": "总工程师", "claims": "申报业绩",
    "company": "被审计单位", "cpas": "注册会计师", "date": "日期", "dishonest_count": "失信条数",
    "district": "行政区划", "email": "邮箱", "employee": "劳动者", "employer": "用人单位",
    "entity_type": "主体类型", "established_on": "成立日期", "experts": "专家",
    "fiscal_year": "会计年度", "full_time": "全日制", "grant": "申请资助", "holder": "持有人",
    "id_number": "身份证号", "industry": "所属产业", "ip_clause": "知识产权条款",
    "issued_by": "发证机关", "issued_on": "发证日期", "item": "事项", "kind": "类别",
    "label": "称谓", "lead": "牵头单位", "legal_representative": "法定代表人", "level": "级别",
    "matching_funds": "配套资金", "members": "成员单位", "months": "月数", "name": "名称",
    "net_profit": "净利润", "number": "编号", "opening_funds": "开办资金", "opinion": "审计意见",
    "organizer": "举办单位", "owners_equity": "所有者权益", "paid_from": "缴费起",
    "paid_until": "缴费止", "parties": "签约方", "party": "当事方", "penalty_count": "处罚条数",
    "period_from": "实施期起", "period_until": "实施期止", "phone": "电话", "position": "岗位",
    "program": "办法", "project_leader": "项目负责人", "project_name": "项目名称",
    "projects": "项目", "qr_text": "二维码内容", "qualifications": "资质",
    "rd_division": "研发分工",
    "rd_expense": "研发费用", "rd_items": "研发费用明细", "registered_capital": "注册资本",
    "registration_authority": "登记机关", "report_date": "报告日期", "report_number": "报告文号",
    "representative": "代表人", "revenue": "营业收入", "role": "角色", "sections": "章节",
    "sex": "性别", "signed_on": "签订日期", "specialty": "专业", "supervisor": "业务主管单位",
    "targets": "目标", "team": "团队", "term_kind": "期限类型", "text": "内容", "title": "名称",
    "total_assets": "资产总额", "total_liabilities": "负债总额", "unit": "单位",
    "uscc": "统一社会信用代码", "valid_from": "有效期起", "valid_until": "有效期止",
    "verification_code": "验证码",
}  # fmt: skip
"""Names of steps in a fact's path."""

_PERSON = {"name": "姓名", "title": "职称"}
_OF_PEOPLE = frozenset({"chief_engineer", "project_leader", "team", "experts", "cpas"})


def named(path: Sequence[Any], kind: str = "") -> str:
    """A fact's path in Chinese: ``牵头单位 · 成立日期``, ``签约方 2 · 名称``."""
    said: list[str] = []
    person = bool(path) and path[0] in _OF_PEOPLE
    for place, step in enumerate(path):
        if isinstance(step, int):
            said[-1:] = [f"{said[-1]} {step + 1}" if said else str(step + 1)]
        elif person and step in _PERSON:
            said.append(_PERSON[step])
        elif str(step).isdigit():
            said.append(f"{step} 年")
        else:
            own = _own(kind).get(str(step), "") if place == 0 else ""
            said.append(own or NAMES.get(str(step), str(step)))
    return " · ".join(said)


@cache
def _own(kind: str) -> dict[str, str]:
    """What a kind calls its fields: names that are too general by their term."""
    found = kinds().get(kind)
    general = {"name", "title", "number", "holder"}
    return {
        field.name: TERMS[field.term].zh
        for field in (found.fields if found else ())
        if field.name in general and TERMS[field.term].zh != "内容"
    }
