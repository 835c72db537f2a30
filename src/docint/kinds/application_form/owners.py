"""The words of application forms (申请表、申报书): whose section it is, and what a label asks.

Pure data. A form nobody has seen before is read because its labels end in one of these words and
begin with one of these owners; new wordings are added here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["unit", "person", "budget", "targets", "claims", "economy", "project", "none"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom or what a section of a form is about."""

    family: Family
    words: tuple[str, ...]
    many: bool = False
    """Whether it is a list in the declared application (contract §4)."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


OWNERS: dict[str, Owner] = {
    "lead": Owner(
        "unit",
        _words(
            """
            牵头单位 牵头申报单位 牵头建设单位 牵头承担单位 牵头组建单位 牵头企业 牵头机构
            牵头方 牵头人 联合体牵头单位 创新联合体牵头单位 联合体牵头方 项目牵头单位 盟主单位
            理事长单位 龙头企业 依托单位 牵头法人单位 申报单位(牵头单位) 牵头(申报)单位
            牵头龙头企业 组长单位 项目承担单位 承担单位 主承担单位 主要承担单位 主申报单位
            第一申报单位 牵头主体
            """
        ),
    ),
    "applicant": Owner(
        "unit",
        _words(
            """
            申报单位 申请单位 申报主体 申请机构 申报机构 申请主体 填报单位 申报学会 申请学会
            秘书处单位 秘书处依托单位 项目申报单位 项目申请单位 申报企业 申请企业 申请人 申报人
            申报方
            """
        ),
    ),
    "members": Owner(
        "unit",
        _words(
            """
            参与单位 成员单位 合作单位 参加单位 联合单位 协作单位 联合申报单位 共建单位 组成单位
            参研单位 参与方 合作方 联合体成员 联合体成员单位 其他成员单位 创新联合体成员单位
            创新联合体成员 联合体组成单位 联合承担单位 创新联合体组成单位 参与企业 合作机构
            参与机构 成员 参建单位 主要参与单位 主要成员单位 联合共建单位 项目参与单位
            项目合作单位 主要参加单位 配合单位 其他参与单位 各成员单位 联建单位 成员机构
            """
        ),
        many=True,
    ),
    "project_leader": Owner(
        "person",
        _words(
            """
            项目负责人 联合体负责人 创新联合体负责人 项目总负责人 项目主持人 项目带头人
            课题负责人 负责人 总负责人 项目第一负责人 项目组长 项目牵头人 任务负责人 申报负责人
            建设负责人
            """
        ),
    ),
    "chief_engineer": Owner(
        "person",
        _words(
            """
            首席技术负责人 技术负责人 首席技术官 首席工程师 技术总负责人 总工程师 首席科学家
            首席专家 技术带头人 首席技术专家 首席技术责任人 总技术负责人 联合体首席技术负责人
            创新联合体首席技术负责人 首席技术带头人 CTO 技术总师 项目技术负责人
            """
        ),
    ),
    "team": Owner(
        "person",
        _words(
            """
            团队成员 研发团队 研发团队成员 核心成员 核心团队 项目组成员 研究人员 主要研究人员
            研发人员 项目组主要成员 专职人员 科研团队 技术团队 工作团队 项目团队 团队骨干
            骨干人员 骨干成员 主要参加人员 主要参与人员 项目主要人员 全职科研人员 科研人员
            主要成员 团队核心成员 项目成员 主要技术人员 专职人员团队 研究团队 技术骨干
            主要研发人员 项目参加人员 参与人员 课题组成员 联合体团队成员 创新联合体团队成员
            项目人员 人员 研发骨干 项目骨干 核心研发人员 全职研发人员 项目团队成员 核心人员
            """
        ),
        many=True,
    ),
    "experts": Owner(
        "person",
        _words(
            """
            专家 专家团队 专家团队成员 科技服务团 科技服务团专家 服务团专家 专家组成员
            专家委员会 专家委员会成员 咨询专家 专家库 科技服务团成员 服务团成员 服务专家 专家组
            顾问专家 技术专家 专家成员 专家委员 专家信息
            """
        ),
        many=True,
    ),
    "representative": Owner(
        "person",
        _words("法定代表人 法人代表 法人 单位负责人 主要负责人"),
    ),
    "contact": Owner(
        "person",
        _words(
            """
            联系人 项目联系人 单位联系人 经办人 联络人 业务联系人 申报联系人 具体联系人
            指定联系人 日常联系人 联系方式
            """
        ),
    ),
    "other-person": Owner(
        "person",
        _words(
            """
            财务负责人 财务联系人 科研管理部门负责人 科研负责人 推荐人 审核人 填表人 填报人
            制表人 实际控制人 参与单位负责人 子课题负责人
            """
        ),
    ),
    "other-unit": Owner(
        "unit",
        _words(
            """
            推荐单位 主管部门 归口管理部门 主管单位 受理单位 管理单位 组织单位 审计机构
            会计师事务所 开户银行 推荐部门 下属单位 股东 主要股东 股权结构 主要客户 服务机构
            业务主管单位 举办单位 监管单位
            """
        ),
    ),
    "economy": Owner(
        "economy",
        _words(
            """
            经济数据 经营情况 经营状况 财务状况 财务情况 财务数据 经营数据 主要经济指标
            近两年经济数据 近两年经营情况 近两年财务状况 近两年财务数据 经营指标 财务指标
            经济效益 收入及研发投入 研发投入情况 研发投入 近两年主要经济指标 近两年财务情况
            近两年经营状况 近两年营业收入及研发投入 营业收入和研发投入 营业收入及研发投入
            经济情况 经营和研发情况 收入与研发
            """
        ),
    ),
    "budget": Owner(
        "budget",
        _words(
            """
            经费预算 资金预算 预算明细 经费使用计划 资金使用计划 支出预算 经费支出 资金用途
            项目预算 经费预算明细 项目经费预算 资助资金使用计划 经费支出预算 经费安排 资金安排
            投资预算 预算 资助经费预算 经费概算 预算安排 经费使用预算 资金使用预算 项目资金预算
            项目投资预算 经费测算 费用预算 资助资金使用预算 资助经费使用计划 经费开支
            """
        ),
        many=True,
    ),
    "targets": Owner(
        "targets",
        _words(
            """
            绩效指标 绩效目标 预期目标 考核指标 预期成果 任务目标 建设目标 预期指标 主要指标
            量化指标 项目目标 预期绩效 技术指标 学术指标 目标任务 预期效益 成果指标 成果目标
            绩效考核指标 预期绩效指标 预期成果指标 主要考核指标 建设任务 建设指标 任务指标
            产出指标 工作目标 主要绩效指标 预期绩效目标 成果形式 验收指标 项目绩效目标 任务清单
            目标清单 成果清单
            """
        ),
        many=True,
    ),
    "claims": Owner(
        "claims",
        _words(
            """
            项目清单 承担项目 已承担项目 承担科研项目 已承担科技项目 科研项目 知识产权 专利清单
            专利 发明专利 论文 论文清单 标准 标准清单 成果清单 科研成果 科技成果 代表性成果
            主要成果 已取得成果 工作基础 已有成果 承担技术攻关项目 技术攻关项目 创新载体项目
            参与制定标准 已获专利 研发成果 荣誉资质 已取得的成果 项目与成果 立项情况
            近三年承担项目 证明成果 前期成果 研究成果 前期基础 创新载体 成果与资质 业绩 资质
            荣誉
            """
        ),
        many=True,
    ),
    "project": Owner(
        "project",
        _words(
            """
            项目 项目基本信息 联合体 创新联合体 项目概况 基本信息 课题 联合体基本信息 项目信息
            项目简介
            """
        ),
    ),
    "opinion": Owner(
        "none",
        _words(
            """
            审核意见 推荐意见 审批意见 评审意见 专家意见 受理意见 主管部门意见 参与单位意见
            推荐单位意见 附件 附件清单 材料清单 填表说明 填报说明 填写说明 目录
            """
        ),
    ),
    "commitment": Owner(
        "none",
        _words(
            """
            承诺书 承诺 单位意见 牵头单位意见 申报单位意见 申报承诺 真实性承诺 承诺函 声明
            诚信承诺 申请承诺 单位承诺 申报单位承诺 牵头单位承诺 申报声明 信用承诺
            牵头单位承诺意见 真实性声明 诚信声明 材料真实性承诺 法定代表人承诺 承诺事项
            """
        ),
    ),
}

FILLERS = _words(
    """
    本项目 本单位 该单位 申报 申请 单位 企业 公司 机构 项目 联合体 创新联合体 建设 主要 现 所在
    近两年 拟 本人 其 法人 详细 学会 学校 完整 最高 预计 计划 工商 登记 实际 目前 有效 常用 团队
    个人 人员 成员 申请人 年度 上一年度 预期 总 的 证照 核心 是否为 在 本 中 负责人 全体 各 其他
    全部 拟申报 其中
    """
)
"""Words that may stand before a label's own word without changing what it asks."""

HEADING_TAILS = _words(
    """
    基本情况表 基本信息表 情况汇总表 信息汇总表 基本情况 基本信息 有关情况 相关情况 情况介绍
    情况简介 概况 情况表 信息表 一览表 汇总表 明细表 清单 名单 情况 信息 简况 简介 介绍 组成
    构成 列表 名录 明细 及分工 分工 统计表 登记表 数据 表 填写 部分 目录 汇总 概述 栏
    """
)
"""Words that turn an owner into a section's heading."""

NOTHING = _words(
    """
    无 暂无 没有 略 / 不适用 未填 空 N/A NA 待定 待填 暂缺 详见附件 见附件 详见附表 见附表 另附
    同上 年月日 元 万元 盖章 公章 签字 签章 签名 请填写 请选择 选填 必填 如有 填写 是 否
    单位公章 (盖章) (公章) (签字) (签章) (签名) 待补充 省市区 年月至年月 手写签名 年月 省市 万
    至
    """
)
"""What stands in a field that says nothing."""
