"""Labels in words that no list has: the last word asks, the words before it narrow.

``注册地市区``, ``业务电话``, ``研发投入额``: any modifiers, then the word that asks. Every
character must be accounted for, so that no value passes for a label.
"""

from __future__ import annotations

import re
from functools import cache

from docint.kinds.application_form.owners import Family

_UNIT = "单位|企业|公司|机构|法人|院校|学会"
_FIELDS: tuple[tuple[Family, str, str], ...] = (
    (
        "unit",
        "district",
        (
            rf"(?:{_UNIT}|工商|税务|住所|商事主体)*(?:注册|登记|所属|所在|隶属|归属)+"
            r"(?:地址?|住所地?)?(?:所属|所在|归属|的)*(?:省|市|城市|行政)*"
            r"(?:区县|市县|县区|区域|辖区|市区|城区|地区|区划|区)"
        ),
    ),
    (
        "unit",
        "phone",
        (
            rf"(?:{_UNIT}|业务|办公|值班|固定|移动|日常|工作|咨询|联络|联系|公务|通讯|通信|常用|有效)*"
            r"(?:电话|手机|座机)(?:号码?)?"
        ),
    ),
    (
        "unit",
        "established_on",
        (
            rf"(?:{_UNIT}|工商|商事主体|首次)*(?:成立|设立|创立|创办|组建|注册|登记)+"
            r"(?:日期?|时间|年月日?|年份)"
        ),
    ),
    (
        "person",
        "title",
        (
            r"(?:现|现有|现任|最高|专业|技术|所持|取得|任职|评定)*(?:职称|任职资格|技术职务)"
            r"(?:等级|级别|名称|资格|系列|情况)*"
        ),
    ),
    (
        "person",
        "employer",
        (
            r"(?:现|目前|全职|人事|劳动|关系|所|的|在职|在岗|任职|就职|供职|工作|所在|所属|受聘|聘用"
            rf"|隶属)+(?:{_UNIT})(?:名称|全称)?"
        ),
    ),
    (
        "project",
        "project_name",
        (
            r"(?:拟|申请|申报|认定|组建|建设|创建|成立|登记|备案|推荐|的)+(?:创新)?联合体(?:项目|平台)?"
            r"(?:名称|全称)?|(?:创新)?联合体(?:项目|平台|课题)?(?:名称|全称)"
        ),
    ),
    (
        "project",
        "industry",
        (
            r"(?:所属|所在|申报|主要|重点|战略性|新兴|未来|项目|联合体|建设|面向|聚焦|服务|拟|的)*"
            r"(?:产业|技术|行业)+(?:集群|链)?(?:门类|领域|方向|类别|分类|类型|大类|范畴)+(?:名称)?"
            r"|(?:所属|所在|申报|面向|聚焦|服务)(?:的)?(?:战略性|新兴|未来|重点|优势|支柱|主导)+"
            r"(?:产业|领域)(?:集群|链)?"
        ),
    ),
    (
        "economy",
        "rd_expense",
        (
            r"(?:年度|全年|本年|企业|单位|自主|近两年|总)*"
            r"(?:研发|研究开发|研究与开发|研究与试验发展|R&D|科研|技术开发)"
            r"(?:活动|经费|资金|费用|费|投入|支出|开支)+(?:总?额|总量|总计|合计|金额|数额|数)*"
        ),
    ),
    (
        "economy",
        "revenue",
        (
            r"(?:年度|全年|本年|企业|单位|近两年|总)*(?:主营|营业|经营|销售|业务)+(?:总)?收入"
            r"(?:总?额|总计|合计|金额|数额)*"
        ),
    ),
)
_TEAM = (
    r"(?:拟|计划|主要|核心|骨干|参与|参加|投入|安排|专职|全职|项目|课题|联合体|本|的|研发|研究|技术|科研"
    r"|攻关|实施|工作|组)+(?:人员|团队|队伍|骨干)(?:名单|构成|组成|汇总|配备|安排)*"
)
_TOLD = re.compile("研发|研究|技术|科研|攻关|项目|课题|参与|参加|投入|骨干")
_MEMBERS = (
    rf"(?:共同|联合|其他|其它|合作|协作|参与|参加|成员|共建|配合)+"
    rf"(?:申请|申报|承担|建设|实施|研发|参与|共建)+(?:{_UNIT}|方|主体)"
)
_TAILS = "(?:基本)?(?:情况|信息|简况|概况|名单)?(?:汇总|一览)?表?"


@cache
def asked(core: str) -> dict[Family, str]:
    """The fields that a bare label asks by its build; empty if it has no such build."""
    found: dict[Family, str] = {}
    for family, name, form in _FIELDS:
        if re.fullmatch(form, core):
            found.setdefault(family, name)
    return found


@cache
def headed(core: str) -> str:
    """Whose section a heading opens by its build: ``team``, ``members`` or nobody's."""
    if re.fullmatch(_TEAM + _TAILS, core) and _TOLD.search(core):
        return "team"
    return "members" if re.fullmatch(_MEMBERS + _TAILS, core) else ""
