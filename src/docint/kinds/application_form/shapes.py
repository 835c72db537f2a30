"""Labels and headings in words that no list has: the last word asks, the words before it narrow.

``注册地市区``, ``营业执照住所``, ``研发投入额``: any modifiers, then the word that asks. Every
character must be accounted for, so that no value passes for a label.
"""

from __future__ import annotations

import re
from functools import cache

from docint.extract.counting import ITEM_HEAD, NUMBER_HEAD, SECTION, UNIT_HEAD
from docint.kinds.application_form.owners import Family

_UNIT = "单位|企业|公司|机构|法人|院校|学会|学校|团体|组织|主体|商事主体"
_PAPER = "营业执照|执照|证照|登记证书?|法人证书?|工商|税务|商事|登记|注册|法定|核准|载明|所载"
_ABOUT = "项目|课题|任务|平台|联合体|创新联合体|本|该|的|拟|拟定|计划|预计|总体|整体"
_TASK = "建设|实施|执行|运营|运行|研究|研发|合作|攻关|履行|共建|协同|起止|起讫"
_PLANNED = (
    "预算|计划|安排|测算|核定|申请|拟|经费|资金|支出|投入|列支|使用|概算|估算|需求|分配|费用|总"
    "|开支"
)
_FIELDS: tuple[tuple[Family, str, str], ...] = (
    ("unit", "name", rf"(?:{_UNIT}|{_PAPER}|中文)+(?:名称|全称|全名|名字|名)"),
    (
        "unit",
        "uscc",
        (
            rf"(?:{_UNIT}|{_PAPER}|统一|社会|信用)*(?:信用|组织机构)(?:登记)?(?:代码|编码|代号|号码|码)"
            r"(?:证?号码?)?|(?:营业)?执照(?:注册|登记)?(?:号码?|编号)"
        ),
    ),
    (
        "unit",
        "district",
        (
            rf"(?:{_UNIT}|{_PAPER}|住所)*(?:注册|登记|所属|所在|隶属|归属)+"
            r"(?:地址?|住所地?)?(?:所属|所在|归属|的)*(?:省|市|城市|行政)*"
            r"(?:区县|市县|县区|区域|辖区|市区|城区|地区|区划|区)"
        ),
    ),
    ("unit", "address", rf"(?:{_UNIT}|{_PAPER}|详细|所在|的)+(?:地址|住所地?|住址)(?:全称)?"),
    (
        "unit",
        "contact_address",
        r"(?:通讯|通信|联系|办公|经营|生产|邮寄|实际)+(?:地址|场所|地点|所在地)",
    ),
    ("unit", "phone", r"(?!传真)[\u4e00-\u9fff]{0,5}(?:电话|手机|座机)(?:号码?)?"),
    ("unit", "email", r"[\u4e00-\u9fff]{0,4}(?:邮箱|电子邮件|电子信箱)(?:地址)?"),
    (
        "unit",
        "established_on",
        (
            rf"(?:{_UNIT}|{_PAPER}|首次|正式)*(?:成立|设立|创立|创办|组建|注册|登记)+"
            r"(?:日期?|时间|年月日?|年份)"
        ),
    ),
    (
        "unit",
        "legal_representative",
        rf"(?:{_UNIT}|{_PAPER})*(?:法定代表人|法人代表|法定负责人)(?:姓名|名字)?",
    ),
    (
        "unit",
        "registered_capital",
        (
            rf"(?:{_UNIT}|{_PAPER}|现)*(?:注册|登记|认缴|开办|核定)+(?:资本金?|资金)"
            r"(?:总?额|金额|数额|数|规模|额度|总数)?"
        ),
    ),
    ("unit", "kind", rf"(?:{_UNIT}|成员)+的?(?:类型|类别|种类|性质|属性|类属)(?:选择|勾选)?"),
    (
        "unit",
        "qualifications",
        (
            rf"(?:{_UNIT}|已|所|获|获得|取得|具备|拥有|持有|主要|现有|证书|认定)+的?(?:资质|荣誉|称号)"
            r"(?:与|及|和|、)?(?:荣誉|资质|称号|情况|名称|证书)*"
        ),
    ),
    (
        "unit",
        "role",
        (
            r"(?:在|本|该|创新|联合体|项目|中|内|里|的|承担|参与|分工|合作|成员|参加|担任|加入|单位)+"
            r"(?:角色|身份|地位|方式)"
        ),
    ),
    ("person", "name", r"(?!法|联系|单位)[\u4e00-\u9fff]{0,5}姓名"),
    (
        "person",
        "id_number",
        r"(?:本人|居民|公民|有效|二代|个人|身份|证件)*(?:身份证|证件|身份)件?(?:号码?|编号)",
    ),
    ("person", "birth_date", r"(?:本人|实际)?(?:出生|生)(?:年月日?|日期|时间|年份|日)"),
    ("person", "age", r"(?:本人|实足|实际|现|申报时|当前)*(?:年龄|周岁|岁数)(?:周岁)?"),
    (
        "person",
        "title",
        (
            r"(?!.{0,3}[高中初]级职称)(?!无|没有)[\u4e00-\u9fff]{0,6}职称[\u4e00-\u9fff]{0,4}"
            r"|(?:现|现有|现任|最高|专业|技术|专技|所持|取得|已|任职|评定)*"
            r"(?:任职资格|技术职务|技术资格|专技资格|专技职务)(?:等级|级别|名称|资格|系列|情况)*"
        ),
    ),
    (
        "person",
        "employer",
        (
            r"(?:现|目前|全职|人事|劳动|合同|劳动合同|签订|关系|所|的|在职|在岗|任职|就职|供职|工作|所在|所属"
            rf"|受聘|聘用|聘任|用工|服务|参保|社保|缴纳|缴费|隶属)+(?:{_UNIT})(?:名称|全称)?"
        ),
    ),
    (
        "person",
        "role",
        (
            r"(?:在|本|该|项目|课题|任务|团队|联合体|中|内|的|所|主要|研发|研究|具体|拟|承担|担任|负责|分担|参与|工作|岗位"
            r"|职责|个人|组内|分工)+(?:分工|任务|职责|职能|工作|内容|岗位|角色|事项|事务)"
        ),
    ),
    (
        "project",
        "project_name",
        (
            r"(?:拟|申请|申报|认定|组建|建设|创建|成立|登记|备案|推荐|的)+(?:创新)?联合体(?:项目|平台|的)?"
            r"(?:名称|全称|名字|名)?|(?:创新)?联合体(?:项目|平台|课题|中文|的)?(?:名称|全称|名字|名)"
            r"|(?:申报|申请|拟|建设|攻关|中文|本)*(?:项目|课题|任务|平台)(?:中文)?(?:名称|全称|名字|题目|标题)"
        ),
    ),
    (
        "project",
        "industry",
        (
            r"(?:所属|所在|申报|主要|重点|战略性|新兴|未来|项目|任务|课题|联合体|建设|面向|聚焦|服务|细分|拟|的)*"
            r"(?:产业|技术|行业|[与及和、/])+(?:集群|链)?(?:门类|领域|方向|类别|分类|类型|大类|范畴|赛道)+"
            r"(?:名称)?"
            r"|(?:所属|所在|申报|面向|聚焦|服务|主攻|对应|瞄准|战略性|新兴|未来|重点|优势|支柱|主导|的)+"
            r"(?:产业|领域)(?:集群|链)?"
        ),
    ),
    (
        "project",
        "period",
        (
            rf"(?:{_ABOUT}|{_TASK})*(?:{_TASK})(?:时间|年)?(?:期限|周期|时段|时限|年限|期间|期)(?:起止|起讫)?"
            rf"|(?:{_ABOUT}|{_TASK})*(?:起止|起讫)(?:期限|时间|日期|年限|年月日?|时段)?"
            rf"|(?:{_ABOUT})*(?:建设|实施|执行|合作|履行)(?:时间|日期)"
            rf"|(?:{_ABOUT})+(?:期限|周期|时段)"
        ),
    ),
    (
        "project",
        "period_from",
        rf"(?:{_ABOUT}|{_TASK})*(?:开始|起始|启动|开工)(?:时间|日期|年月日?|日)",
    ),
    (
        "project",
        "period_until",
        rf"(?:{_ABOUT}|{_TASK})*(?:完成|结束|终止|截止|竣工|届满|完工)(?:时间|日期|年月日?|日)",
    ),
    (
        "project",
        "applied_on",
        (
            r"(?:材料|表格|本|申请表|申报书)*(?:申报|填报|填表|申请|填写|报送|提交|递交|上报|呈报|制表)+"
            r"(?:日期?|时间|年月日?)"
        ),
    ),
    (
        "project",
        "matching_funds",
        (
            r"(?:单位|企业|牵头|拟|承诺|落实|投入|项目|的)*(?:自筹|配套|匹配|自有)+(?:部分|投入)?"
            r"(?:资金|经费|投入|金额)+(?:总?额|合计|数额|数)?"
        ),
    ),
    (
        "project",
        "grant",
        (
            r"(?:拟|本次|项目)*(?:申请|申报)+(?:的)?(?:财政|专项|政府|市级|区级)*"
            r"(?:资助|补助|支持|扶持|补贴|资金|经费)+(?:总?额|金额|额度|数额)?"
        ),
    ),
    (
        "economy",
        "rd_expense",
        (
            rf"(?:年度|全年|本年|自主|近两年|总|内部|{_UNIT})*"
            r"(?:研发|研究开发|研究与开发|研究与试验发展|R&D|科研|技术开发)"
            r"(?:活动|经费|资金|费用|费|投入|支出|开支|总)+(?:总?额|总量|总计|合计|金额|数额|数)*"
        ),
    ),
    (
        "economy",
        "revenue",
        (
            rf"(?:年度|全年|本年|近两年|总|{_UNIT})*"
            r"(?:(?:主营|营业|经营|销售|业务)+(?:总)?收入|营收|营业额|销售额)"
            r"(?:总?额|总计|合计|金额|数额|总数|数)*"
        ),
    ),
    (
        "budget",
        "item",
        (
            r"(?:支出|预算|开支|经费|费用|资金|列支|使用|投入|成本|资助|概算)+的?"
            r"(?:科目|项目|内容|类别|名称|明细|用途|方向|事项|范围|类型|构成|种类|去向|项)(?:名称)?"
        ),
    ),
    (
        "budget",
        "amount",
        rf"(?:{_PLANNED})+(?:金额|额度?|数额?|总额|经费|费用|合计|小计|资金|支出|概算|预算|估算)+",
    ),
    ("targets", "item", ITEM_HEAD),
    ("targets", "number", NUMBER_HEAD),
    ("targets", "unit", UNIT_HEAD),
)
_MANY = "参与|参加|成员|协作|合作|联合|共建|参研|参建|配合|共同|协同|组成"
_SIDES = "单位|企业|机构|公司|院校|方|主体"
_OWNERS: tuple[tuple[str, str], ...] = (
    (
        "lead",
        (
            rf"(?:申报|申请|联合体|创新联合体|本|{_ABOUT})*牵头(?:申报|申请|建设|承担|组建|法人|实施|主体|龙头|责任|主要)*"
            rf"(?:{_SIDES})"
        ),
    ),
    (
        "members",
        (
            rf"(?:创新联合体|联合体|项目|其他|其它|其余|各|全体|主要|全部)*(?:{_MANY})+"
            rf"(?:申报|申请|承担|建设|实施|研发|攻关|组建|参与|共建|法人)*(?:{_SIDES})"
            r"|(?:创新)?联合体(?:其他|其它|其余|各|全体|主要|全部|的)*成员"
        ),
    ),
    (
        "chief_engineer",
        r"(?:项目|联合体|创新联合体|本)*(?:首席|总)技术(?:总)?(?:负责人|专家|工程师|责任人|总监|带头人|官)",
    ),
    (
        "project_leader",
        (
            r"(?:申报|建设|本|联合体|创新联合体)*(?:项目|任务|课题|平台|联合体)"
            r"(?:总|第一|牵头|主要)*(?:负责人|主持人|责任人|带头人)"
        ),
    ),
)
"""Whose a label or section is, by the build of the words that name them."""
_TEAM = (
    r"(?:拟|计划|主要|核心|骨干|参与|参加|投入|安排|专职|全职|项目|课题|任务|联合体|本|的|研发|研究|技术|科研"
    r"|攻关|实施|工作|组)+(?:人员|团队|队伍|骨干)(?:名单|构成|组成|汇总|配备|安排|名册|成员)*"
)
_TOLD = re.compile("研发|研究|技术|科研|攻关|项目|课题|任务|参与|参加|投入|骨干")
_SECTIONS: tuple[tuple[str, str], ...] = (
    (
        "economy",
        (
            rf"(?:近|上|前|最近|[一二两三]|个?年度?|会计|主要|{_UNIT}|牵头|申报|承担|的)*"
            r"(?:财务|经营|营收|营业|收入|经济|研发|投入|费用|与|及|和|、)+(?:主要)?(?:数据|指标|情况|状况|概况)*"
        ),
    ),
    (
        "budget",
        (
            r"(?:项目|任务|资助|财政|专项|拟|本|总|的|联合体|建设)*(?:经费|资金|费用|支出|投资|预算)+"
            r"(?:支出|使用|开支|投入|安排|测算|概算|预算|用途|计划|明细|分配|构成|方案)+"
        ),
    ),
    (
        "project",
        rf"(?:{_ABOUT}|申报|申请|建设|组建|认定)+(?:基本|主要|总体)?(?:情况|信息|概况|简况)",
    ),
    ("targets", SECTION),
)
_MONEY = re.compile("财务|经营|营收|收入|经济|研发(?:投入|费用|经费)")
_TAILS = "(?:基本)?(?:情况|信息|简况|概况|名单|名册)?(?:汇总|一览)?表?"


@cache
def asked(core: str) -> dict[Family, str]:
    """The fields that a bare label asks by its build; empty if it has no such build."""
    found: dict[Family, str] = {}
    for family, name, form in _FIELDS:
        if re.fullmatch(form, core):
            found.setdefault(family, name)
    return found


@cache
def owned(core: str) -> tuple[str, int]:
    """The owner that a bare label begins with by its build, and how far his name reaches."""
    for owner, form in _OWNERS:
        if found := re.match(form, core):
            return owner, found.end()
    return "", 0


@cache
def headed(core: str) -> str:
    """Whose section a heading opens by its build, or nobody's."""
    if re.fullmatch(_TEAM + _TAILS, core) and _TOLD.search(core):
        return "team"
    for owner, form in _SECTIONS:
        if re.fullmatch(form + _TAILS, core) and (owner != "economy" or _MONEY.search(core)):
            return owner
    return ""
