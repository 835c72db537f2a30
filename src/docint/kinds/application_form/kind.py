"""Application form (申请表、申报书): what the applicant declares (contract §4)."""

from __future__ import annotations

from docint.contracts import Cue, Kind, Tools
from docint.kinds.application_form.assemble import facts
from docint.kinds.application_form.keyed import spread
from docint.kinds.application_form.record import declared
from docint.kinds.application_form.stream import rows_of
from docint.kinds.application_form.told import told
from docint.kinds.application_form.turned import turned
from docint.kinds.application_form.walk import Walk
from docint.types.document import Document
from docint.types.fact import Facts


def find(document: Document, tools: Tools) -> Facts:
    """The declared application, by paths as in the contract's §4."""
    if document.data is not None:
        return declared(document)
    noisy = any(leaf.page.origin == "ocr" for leaf in document.leaves)
    rows = told(tuple(turned(spread(rows_of(document)))))
    walk = Walk(rows, noisy)
    return facts(list(walk.entries()), tools)


_FORM = (
    r"(?:申请表|申报表|申请书|申报书|认定表|推荐表|备案表|登记表|任务书|审批表|呈报表"
    r"|(?:申请|申报|备案)信息表?)"
)

kind = Kind(
    name="application-form",
    title="申请表、申报书",
    cues=(
        Cue(
            rf"(?:联合体|项目|建设|成立|认定|组建|申报)[^，。；、]{{0,10}}{_FORM}(?![》”（(]?(?:盖章|原件|复印件|、|；|。|，))",
            0.8,
            top=True,
        ),
        Cue(r"(?:申请表|申报书|申报表|申请书)$", 0.6, top=True),
        Cue(
            r"联合体[^\n。]{0,10}(?:申报|申请|认定|备案|组建)[^\n。]{0,8}(?:表|书|单|材料|文件|数据|信息|报告|模板)(?:详情|预览|明细|打印页?)?(?:[(（][^()（）]{1,6}[)）])?$"
            r"|申[报请][^\n。]{0,16}联合体[^\n。]{0,10}(?:表|书|单|函|材料|文件|报告)$",
            1.0,
            top=True,
        ),
        Cue(
            r"(?:联合体|组团)[^\n]{0,6}名称|(?:牵头|链主)(?:[(（]牵头[)）])?(?:企业|单位)(?:信息|情况|名称)?",
            0.25,
        ),
        Cue(r"联合体[^\n。]{0,12}(?:登记|信息|情况|备案|入库|推荐|报名)[表卡单]$", 1.0, top=True),
        Cue(r"\"?schema\"?[:：]\"?docint\.application|^lead\.name[:：]", 1.5),
        Cue(
            r"(?:(?:牵头|申报|申请)(?:单位|法人)|申请人)(?:名称|类[型别]|性质|基本情况|信息|[(（]盖章|[:：])",
            0.35,
        ),
        Cue(r"(?:首席技术负责人|项目负责人)(?:基本情况|信息|姓名|情况|卡|[:：])", 0.3),
        Cue(
            r"(?:(?:参与|参加|成员|组成)单位|联合申请人)(?:基本情况|情况|名称|名单|信息|一览)",
            0.25,
        ),
        Cue(r"^[一二三四五六七八九十\d(（)）、.]*(?:参与|参加|成员|组成)单位卡?$", 0.2),
        Cue(r"(?:申报日期|填表日期|填报日期|申请日期|填报时间|申报时间)", 0.3),
        Cue(r"填[表报写]说明", 0.35),
        Cue(
            r"(?:申报|申请|牵头)单位(?:承诺|声明|意见)|申报承诺|承诺书|(?:所填|填报|申报)(?:内容|材料|信息)[^。]{0,12}真实",
            0.3,
        ),
        Cue(
            r"团队成员(?:情况|名单|表|一览)|经济数据|近两年(?:营业收入|研发投入)|经费预算|绩效指标",
            0.25,
        ),
        Cue(r"统一社会信用代码.{0,200}法定代表人.{0,400}(?:联系人|首席技术负责人|项目名称)", 0.25),
        Cue(r"劳动合同书|劳动报酬|试用期", -0.6),
        Cue(r"甲方.{0,200}乙方.{0,800}(?:违约|争议)", -0.7),
        Cue(r"审计意见|形成审计意见的基础|注册会计师", -0.6),
        Cue(r"管理办法|第[一二三四五六七八九十]+条", -0.35),
        Cue(r"(?:建设运营方案|实施方案|工作方案|建设方案)$", -0.4, top=True),
        Cue(r"公共信用信息报告|营业执照[(（]?[正副]本", -0.6, top=True),
    ),
    find=find,
)
