"""The shared language: terms that facts mean, and codes that findings carry.

Two fields of the same name need not mean the same (an agreement's ``valid_until`` is not a
licence's), so every field of a kind points to a term here; only facts of one term, said of one
subject, may be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docint.types.finding import FindingKind, Severity

ValueType = Literal[
    "text", "prose", "date", "month", "money", "uscc", "id-number", "district", "opinion",
    "sex", "flag", "count", "choice",
]  # fmt: skip
Owner = Literal["unit", "person", "document"]


@dataclass(frozen=True, slots=True)
class Term:
    """A meaning that fields of several kinds share (术语)."""

    type: ValueType
    zh: str
    owner: Owner
    code: str = ""
    """Finding raised when declared and proved value differ; empty: not compared."""


TERMS: dict[str, Term] = {
    "unit.name": Term("text", "单位名称", "unit", "name-mismatch"),
    "unit.uscc": Term("uscc", "统一社会信用代码", "unit", "uscc-mismatch"),
    "unit.type": Term("text", "主体类型", "unit"),
    "unit.legal-representative": Term(
        "text", "法定代表人", "unit", "legal-representative-mismatch"
    ),
    "unit.registered-capital": Term("money", "注册资本", "unit", "registered-capital-mismatch"),
    "unit.established-on": Term("date", "成立日期", "unit", "established-date-mismatch"),
    "unit.address": Term("text", "住所", "unit"),
    "unit.district": Term("district", "注册地行政区划", "unit", "district-mismatch"),
    "unit.business-scope": Term("prose", "经营范围", "unit"),
    "unit.organizer": Term("text", "举办单位或业务主管单位", "unit"),
    "unit.rd-expense": Term("money", "研发费用", "unit", "rd-expense-mismatch"),
    "unit.revenue": Term("money", "营业收入", "unit", "revenue-mismatch"),
    "unit.role": Term("choice", "联合体内角色", "unit", "member-role-mismatch"),
    "unit.statement": Term("money", "财务报表项目", "unit"),
    "unit.record-count": Term("count", "信用记录条数", "unit"),
    "person.name": Term("text", "姓名", "person", "person-name-mismatch"),
    "person.id-number": Term("id-number", "公民身份号码", "person"),
    "person.birth-date": Term("date", "出生日期", "person", "age-mismatch"),
    "person.sex": Term("sex", "性别", "person"),
    "person.address": Term("text", "住址", "person"),
    "person.employer": Term("text", "用人单位", "person", "employer-mismatch"),
    "person.position": Term("text", "岗位", "person"),
    "person.title": Term("text", "职称", "person", "title-mismatch"),
    "person.full-time": Term("flag", "全日制用工", "person"),
    "person.certificate-number": Term("text", "注册会计师证书编号", "person"),
    "document.title": Term("text", "文件名称", "document"),
    "document.number": Term("text", "文号", "document"),
    "document.date": Term("date", "出具日期", "document"),
    "document.valid-from": Term("date", "有效期起", "document"),
    "document.valid-until": Term("date", "有效期止", "document"),
    "document.month": Term("month", "年月", "document"),
    "document.issuer": Term("text", "出具机构", "document"),
    "document.year": Term("count", "会计年度", "document"),
    "document.opinion": Term("opinion", "审计意见", "document"),
    "document.amount": Term("money", "金额", "document"),
    "document.count": Term("count", "数量", "document"),
    "document.code": Term("text", "验证码", "document"),
    "document.choice": Term("choice", "类别", "document"),
    "document.prose": Term("prose", "条款", "document"),
    "document.text": Term("text", "内容", "document"),
}


@dataclass(frozen=True, slots=True)
class FindingCode:
    """A finding's code as the contract fixes it (§5)."""

    kind: FindingKind
    severity: Severity
    """The highest it may have; a rule may lower it."""
    title: str
    """What the reviewer reads first; states a fact, accuses nobody."""


def _codes(kind: FindingKind, **rows: tuple[Severity, str]) -> dict[str, FindingCode]:
    return {
        name.replace("_", "-"): FindingCode(kind, severity, title)
        for name, (severity, title) in rows.items()
    }


FINDINGS: dict[str, FindingCode] = {
    **_codes(
        "completeness",
        missing_document=("high", "缺少应提交的材料"),
        unsupported_file=("low", "文件格式无法读取"),
        unreadable_document=("medium", "文件无法识读"),
        seal_missing=("medium", "应盖章处未见印章"),
        expired_document=("medium", "证照在申报日不在有效期内"),
        wrong_document=("medium", "所交材料不是所要求的材料"),
        unsigned_document=("medium", "签署或日期处空白"),
        pages_missing=("medium", "缺页"),
        plan_section_missing=("medium", "方案缺少规定内容"),
        audit_code_missing=("low", "审计报告未见备案码或验证码"),
        claim_unsupported=("medium", "申报事项缺少证明材料"),
        acceptance_material_missing=("medium", "缺少验收材料"),
        acceptance_overdue=("medium", "验收申请超过规定期限"),
        annual_report_missing=("medium", "缺少年度绩效报告"),
        deliverable_missing=("medium", "缺少约定成果"),
    ),
    **_codes(
        "consistency",
        name_mismatch=("high", "单位名称与证照不一致"),
        uscc_mismatch=("high", "统一社会信用代码与证照不一致"),
        legal_representative_mismatch=("medium", "法定代表人与证照不一致"),
        registered_capital_mismatch=("medium", "注册资本与证照不一致"),
        established_date_mismatch=("medium", "成立日期与证照不一致"),
        district_mismatch=("high", "申报注册地与证照住所不一致"),
        rd_expense_mismatch=("high", "申报研发费用与审计报告不一致"),
        rd_audit_conflict=("medium", "两份审计报告的研发费用不一致"),
        revenue_mismatch=("medium", "申报营业收入与审计报告不一致"),
        member_not_in_agreement=("high", "申报成员不是合作协议签约方"),
        undeclared_agreement_party=("medium", "合作协议签约方未列入申报成员"),
        member_role_mismatch=("high", "申报角色与合作协议不一致"),
        employer_mismatch=("high", "用人单位与牵头单位不一致"),
        age_mismatch=("medium", "申报年龄或出生日期与身份号码不一致"),
        title_mismatch=("medium", "申报职称与证书不一致"),
        years_not_chained=("medium", "相邻年度期末数与期初数不衔接"),
        person_name_mismatch=("medium", "同一身份号码对应不同姓名"),
    ),
    **_codes(
        "eligibility",
        lead_outside_district=("high", "牵头单位注册地不在规定区域"),
        registered_too_recently=("high", "注册成立时间不足规定年限"),
        rd_expense_below_threshold=("high", "年平均研发投入低于规定标准"),
        chief_engineer_over_age=("high", "首席技术负责人超过规定年龄"),
        chief_engineer_not_full_time=("high", "首席技术负责人的全职身份未获证明"),
        lead_kind_not_allowed=("high", "牵头单位类别不符合规定"),
        not_legal_person=("high", "不具有独立法人资格"),
        applicant_not_allowed=("high", "申报单位类别不符合规定"),
        late_application=("medium", "超过申报截止日期"),
        industry_not_listed=("low", "产业方向不在所列范围"),
        budget_exceeds_grant=("medium", "资助支出预算超过资助额度"),
        target_below_required=("medium", "计划指标低于规定数量"),
        period_unusual=("low", "建设期与规定不同"),
        project_leader_missing=("medium", "未指定项目负责人"),
        affiliated_members=("medium", "成员之间存在隶属关系的记载"),
        too_few_members=("high", "组成单位数量不足"),
        composition_incomplete=("high", "缺少规定类别的组成单位"),
        agreement_lacks_rd_division=("medium", "合作协议未明确研发内容分工"),
        agreement_lacks_ip_clause=("medium", "合作协议未明确知识产权分配"),
        report_out_of_date=("medium", "信用报告日期不在规定期限内"),
        audit_year_missing=("high", "缺少规定年度的审计报告"),
        dishonest_unit=("high", "信用报告载有严重失信记录"),
        forbidden_expense=("medium", "预算含有不得列支的项目"),
        too_few_experts=("medium", "专家人数不足"),
        no_matching_funds=("medium", "未见明确的配套经费"),
        lead_applies_twice=("high", "同一牵头单位申报超过规定数量"),
        participant_in_too_many=("high", "同一参与单位参与申报超过规定数量"),
    ),
    **_codes(
        "fraud-signal",
        uscc_invalid=("high", "统一社会信用代码校验不符"),
        uscc_district_conflict=("low", "统一社会信用代码区划与住所不同"),
        uscc_kind_conflict=("medium", "统一社会信用代码类别与证照不符"),
        id_number_invalid=("high", "公民身份号码校验不符"),
        amount_words_conflict=("high", "金额大写与小写不一致"),
        totals_conflict=("high", "数据之间的加总关系不成立"),
        date_order_conflict=("high", "日期先后次序不合常理"),
        seal_name_mismatch=("high", "印章名称与签章单位不一致"),
        qr_conflict=("high", "二维码内容与证照不一致"),
        shared_legal_representative=("medium", "成员单位的法定代表人相同"),
        shared_address=("low", "成员单位的地址相同"),
        shared_contact=("low", "成员单位的联系方式相同"),
        edited_pdf=("medium", "PDF 文件有后续编辑记录"),
        text_layer_conflict=("high", "页面图像与文字层不一致"),
        altered_image=("medium", "图像局部与周围不一致"),
        pasted_seal=("medium", "不同页面的印章图像完全相同"),
        signature_invalid=("high", "数字签名验证未通过"),
        embedded_instruction=("low", "文件中含有面向审核程序的文字"),
        report_number_reused=("high", "同一报告编号用于不同单位或年度"),
        duplicate_document=("high", "不同申报中出现相同文件"),
        similar_text=("medium", "不同申报的方案文本高度相似"),
        shared_person=("high", "同一人员在不同申报中同时任职"),
    ),
}

OPEN: dict[str, str] = {
    "lead-tax-district-unproven": "税务登记地待核对",
    "lead-statistics-district-unproven": "统计关系待核对",
    "digital-platform-commitment-missing": "“数字科协”承诺待核对",
    "secretariat-team-missing": "秘书处团队待核对",
    "policy-period-outside": "施行期待确认",
    "industry-cluster-expert": "产业方向由专家评议",
    "lead-standing-expert": "行业地位由专家评议",
    "lead-capacity-expert": "整合与研发能力由专家评议",
    "acceptance-conclusion-expert": "验收结论由专家评定",
}
"""Matters that are no findings: left to an officer or to the experts."""

DECIDING = frozenset(
    {
        "lead-outside-district", "registered-too-recently", "rd-expense-below-threshold",
        "chief-engineer-over-age", "chief-engineer-not-full-time", "employer-mismatch",
        "lead-kind-not-allowed", "not-legal-person", "applicant-not-allowed", "late-application",
        "dishonest-unit", "too-few-members", "composition-incomplete", "too-few-experts",
        "no-matching-funds", "affiliated-members", "lead-applies-twice", "participant-in-too-many",
    }
)  # fmt: skip
"""Codes of conditions without which an application cannot succeed, whatever else it shows."""

TURNS: dict[str, str] = {
    "missing-document": "补交该材料",
    "unsupported-file": "另存为可读取的格式重新提交",
    "unreadable-document": "重新提交清晰、完整的文件",
    "seal-missing": "提交加盖印章的文件",
    "expired-document": "提交在申报日有效的证照",
    "wrong-document": "提交所要求的材料",
    "unsigned-document": "补签并填写日期",
    "pages-missing": "补齐所缺页",
    "plan-section-missing": "方案补充该部分",
    "audit-code-missing": "提交带有备案码或验证码的报告",
    "claim-unsupported": "补交证明材料，或删去该申报事项",
    "acceptance-material-missing": "补交该验收材料",
    "acceptance-overdue": "提交获准延期的文件",
    "annual-report-missing": "补交年度绩效报告",
    "deliverable-missing": "补交该成果，或达到约定数量",
    "member-not-in-agreement": "该成员补签合作协议",
    "undeclared-agreement-party": "申报成员中补列该单位，或说明其地位",
    "years-not-chained": "说明差异（会计政策变更、追溯调整等）",
    "rd-audit-conflict": "说明两份报告的口径差异",
    "agreement-lacks-rd-division": "协议补充研发内容分工",
    "agreement-lacks-ip-clause": "协议补充知识产权分配条款",
    "forbidden-expense": "预算中删去该项",
    "dishonest-unit": "已移出名单",
    "employer-mismatch": "劳动合同或社保证明的用人单位为牵头单位",
    "chief-engineer-not-full-time": "劳动合同或社保证明表明其为牵头单位全职人员",
    "not-legal-person": "证照表明其具有独立法人资格",
    "affiliated-members": "证明双方不存在隶属关系，或更换其中一方",
    "no-matching-funds": "载明大于零的配套经费",
    "project-leader-missing": "申报书载明项目负责人",
    "industry-not-listed": "申报的产业属于所列范围",
    "period-unusual": "建设期调整为规定的时长，或说明理由",
    "lead-applies-twice": "撤回多报的申请",
    "participant-in-too-many": "退出超出数量的申请",
    "shared-legal-representative": "说明两单位各自独立",
    "shared-address": "说明两单位各自独立",
    "shared-contact": "说明由一家统一联络",
    "embedded-instruction": "删去该段文字后重新提交",
    "report-number-reused": "出具机构说明报告编号",
    "duplicate-document": "说明相同文件的来由",
    "similar-text": "说明文本相同的来由",
    "shared-person": "确定该人员只在其中一项申报中任职",
}
"""What would turn a finding round, where no value does."""

DOCUMENT_TITLES: dict[str, str] = {
    "application-form": "申请表",
    "business-license": "营业执照",
    "institution-certificate": "事业单位法人证书",
    "social-organization-certificate": "社会组织法人登记证书",
    "audit-report": "财务审计报告",
    "rd-audit-report": "研发费用专项审计报告",
    "cooperation-agreement": "合作协议",
    "labor-contract": "劳动合同",
    "social-insurance-record": "社保证明",
    "title-certificate": "职称证书",
    "id-card": "身份证",
    "credit-report": "信用报告（信用中国）",
    "construction-plan": "建设运营方案",
    "qualification-certificate": "资质证书",
    "proof-of-claim": "成果证明材料",
    "other": "其他材料",
    "unknown": "未能识别的材料",
}
"""Types of the contract (§3) in Chinese."""

UNIT_KINDS: dict[str, str] = {
    "enterprise": "企业",
    "large-enterprise": "大型企业",
    "medium-enterprise": "中型企业",
    "university": "高等院校",
    "research-institute": "科研院所",
    "city-society": "市学会",
    "national-society": "全国学会",
    "tech-service": "科技服务机构",
    "financial-institution": "金融机构",
    "park": "产业园区",
    "social-organization": "社会团体",
    "district-association": "区科协",
    "other": "其他",
}
"""Kinds of unit of the contract (§4) in Chinese."""
