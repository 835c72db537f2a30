"""Lines and columns of R&D ledgers (研究开发费用结构明细表): what a label or a head means.

Names are those of 国科发火〔2016〕195号 (高企口径) and 国税公告2015年97号 (加计扣除口径).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docint.values.text import fold

_ITEMS: dict[str, str] = {
    "人员人工费用": "人员人工|人员人工费|人工费用|人工费|职工薪酬|人员费用|人员费|工资薪金"
    "|人员工资|工资|直接人工",
    "直接投入费用": "直接投入|直接投入费|材料费|材料费用|原材料|直接材料|直接消耗"
    "|材料燃料和动力费用",
    "折旧费用与长期待摊费用": "折旧费用与长期费用摊销|折旧与长期待摊费用|折旧费与长期待摊费用"
    "|折旧费用和长期待摊费用"
    "|折旧费用及长期待摊费用|折旧与长期费用摊销|折旧及长期待摊费用|折旧及摊销|折旧与摊销"
    "|折旧摊销|折旧与长期待摊|折旧费及长期待摊费用",
    "折旧费用": "折旧费|折旧|仪器设备折旧|仪器设备折旧费|固定资产折旧|固定资产折旧费"
    "|设备折旧费|设备折旧",
    "无形资产摊销费用": "无形资产摊销费|无形资产费用摊销",
    "无形资产摊销": "无形资产",
    "设计费用": "设计费|设计|设计费用等",
    "新产品设计费等": "新产品设计费|新产品设计费用|新产品设计",
    "装备调试费用与试验费用": "装备调试费与试验费用|装备调试费用和试验费用"
    "|装备调试费用及试验费用|装备调试与试验费用|装备调试费"
    "|装备调试费用"
    "|装备调试|装备调试与试验费|调试与试验费用|装备调试费及试验费|试验费|试验费用|测试试验费"
    "|装备调试费与试验费",
    "其他费用": "其它费用|其他|其它|其他费",
    "其他相关费用": "其它相关费用|其他相关费|其他相关费用合计",
    "委托外部研究开发费用": "委托外部研发费用|委外研发费用|委外研究开发费用|委外研发"
    "|委托外部研究开发费|委托外部研究开发投入额|委托外部研发"
    "|外部研究开发费用"
    "|委托外部研究开发|委托外部开发费用|委外费用|委托外部机构研究开发费用",
    "委托研发": "委托研发费用|委托研发费|委托研究开发费用|委托开发费用|委托研究开发",
    "内部研究开发费用": "自主研发|自主研发费用|自行研发"
    "|内部研究开发投入|内部研究开发投入额|内部研发费用|内部研究开发"
    "|内部研究开发费用合计|内部研究开发费用小计|内部研发费用小计"
    "|内部研发投入",
    "其中：境外": "境外|其中境外|委托境外|境外研究开发费用|委托境外研究开发费用"
    "|委托境外机构研发费用|其中境外的研发费用|委托境外研发费用"
    "|其中境外的外部研发费用",
    "其中：境内": "境内|其中境内|委托境内|境内研究开发费用|委托境内研究开发费用"
    "|境内的外部研发费用|其中境内的外部研发费用|中国境内|其中中国境内"
    "|在中国境内发生的研究开发费用",
    "合计": "总计|共计|总和|合计数|合计额|总计数|费用合计"
    "|合计金额|金额合计|研发费用合计|研发费用总计|研究开发费用合计"
    "|研究开发费用总计|研究开发费用总额|研发费用总额|研发费用"
    "|研究开发费用|研究开发费|研发投入|研发投入合计|研发支出|研发支出合计|研究开发投入额"
    "|研究开发投入合计|本年合计|当年合计|年度合计|研究开发费用内外部合计"
    "|内外部合计|研究开发费用(内、外部)小计|研究开发费用小计|项目合计|各项目合计|总额|总金额"
    "|发生额合计|合计研发费用|研究开发经费|金额|发生额|发生金额|投入金额"
    "|研发费用金额|研发投入金额|审定金额|审定数|审计确认金额|确认金额|本期发生额|本年发生额"
    "|审定发生额|支出金额|费用金额|研发金额|经费支出|项目经费|项目投入|投入总额|研发费用发生额"
    "|研发经费",
}  # fmt: skip
_SUM_OF = re.compile(
    r"(?:(?:本|全|当|该|各|年|度|期|所有|全部|以上|上述|内外部|研发|研究开发|项目|课题|费用|投入|支出|经费)*"
    r"(?:合计|总计|共计|总和))(?:数|额|金额)?|全部(?:研发|研究开发)(?:费用?|支出|投入)"
)
"""A total by whatever scope is named before it: ``全年合计``, ``各项目费用合计``."""
_ALIASES = {
    alias: name for name, others in _ITEMS.items() for alias in (name, *others.split("|"))
} | {re.sub(r"[()（）、:：]", "", a): n for n, o in _ITEMS.items() for a in (n, *o.split("|"))}
ITEMS = frozenset(_ITEMS) - {"合计"}
"""Canonical names of ledger lines."""
GROUPS = frozenset({"内部研究开发费用", "委托外部研究开发费用", "合计"})
"""Lines that head others as well as sum them."""

_STRIP = re.compile(
    r"^(?:[A-K][.．、](?=[\u4e00-\u9fff])|\(?[一二三四五六七八九十\d]{1,3}(?:\.\d{1,2})*[)）、.,．:]|[①-⑳]|其中[:：]"
    r"|[加减][:：]|[*※\-—])+"
)
_REMARK = re.compile(r"\((?:[^()]{0,30})\)?$|[:：*]+$|[(（](?:万?元|人民币)[)）]")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?:年度?|(?!\d))(?:1[-—至~]12月)?")
_CODE = re.compile(
    r"(?:RD|PS|YF|XM|R&D)[-_]?(?:20\d\d[-_]?)?\d{1,3}(?!\d)"
    r"|(?<![A-Z])[A-Z]{2,6}[-_]?20\d{2}[-_]?\d{1,3}(?!\d)",
    re.IGNORECASE,
)
_NAME_HEAD = re.compile(
    r"(?:研发|研究开发|研究|开发|科研|技术开发|所立|立项)?(?:项目|课题|活动)(?:名称)?(?:/?\(?(?:名称"
    r"|研发活动)\)?)?|项目及课题名称|名称|研究开发活动名称|立项名称|研发课题"
)
_CODE_HEAD = re.compile(
    r"(?:研发|研究开发)?(?:(?:项目|课题|活动)?(?:编号|编码|代码)|(?:项目|课题|活动|立项)号)[/、]?"
)
_OTHER_HEAD = re.compile(
    r"序号?|编号|行次|(?:起始|开始|立项|启动|结束|完成|终止|截止)年[份度]|.*形式|.*方式|(?:研发|研究开发)?(?:项目|课题|活动)?(?:编号|编码|代码)|起止.*|.*时间"
    r"|.*日期|占比.*|比例.*|.*比例|.*比重|技术领域|.*领域|备注|完成情况|.*状态|进度|附注|人数"
    r"|.*人员数|立项.*|负责人|知识产权.*|核心技术.*|索引号?|底稿(?:索引|编号)?"
)
_AMOUNT_HEAD = re.compile(
    r"(?:本(?:年度?|期)|当[年期]|全年|实际|审[定计]后?|研发|费用|投入|列支|归集|入账|确认|核定|认定|累计)*"
    r"(?:累计|发生|金额|支出|列支|归集|投入|总|数)(?:额|数|金额|总额)?"
)
"""What a column of whole amounts may be called: ``本年累计``, ``审定发生额``."""
_LABEL_HEAD = re.compile(
    r"(?:费用|支出|会计|研发费用|研究开发费用|明细|归集|核算|投入)*(?:科目|项目|类别|明细|类型"
    r"|名称|内容|构成|结构)(?:名称)?|摘要|内容|年度|会计年度"
)


@lru_cache(maxsize=2048)
def item(text: str) -> str | None:
    """The canonical ledger line a label names; ``合计`` for a total; None if it names none."""
    folded = fold(text)
    for reading in (folded, _STRIP.sub("", folded)):
        for form in (reading, _REMARK.sub("", reading), re.sub(r"[()、:：]", "", reading)):
            if form in _ALIASES:
                return _ALIASES[form]
            if _SUM_OF.fullmatch(form):
                return "合计"
    bare = re.sub(r"[()、:：]", "", _REMARK.sub("", _STRIP.sub("", folded)))
    if len(bare) >= 5:
        near = {
            name
            for alias, name in _ALIASES.items()
            if len(alias) == len(bare)
            and sum(a != b for a, b in zip(alias, bare, strict=True)) == 1
        }
        if len(near) == 1:
            return near.pop()
    return None


@dataclass(frozen=True, slots=True)
class Aspect:
    """What a head or a label says of the amounts beside it."""

    year: int | None = None
    item: str | None = None
    """Canonical; ``合计`` for a total."""
    code: str | None = None
    """A project's code, e.g. ``RD01``."""
    name: str | None = None
    """What is left beside a code, or text that may be a project's name."""


def code_of(text: str) -> str | None:
    """The project code in a text, upper case, without blanks and strokes."""
    match = _CODE.search(fold(text))
    return re.sub(r"[-_]", "", match[0]).upper() if match else None


def aspect(text: str) -> Aspect:
    """Year, item, project code and remaining name that a head or a label states."""
    folded = fold(text)
    if known := item(folded):
        return Aspect(item=known)
    if _AMOUNT_HEAD.fullmatch(_REMARK.sub("", folded)):
        return Aspect(item="合计")
    year: int | None = None
    rest = folded
    if not _CODE.search(folded) and (match := _YEAR.search(folded)):
        year = int(match[1])
        rest = (folded[: match.start()] + folded[match.end() :]).strip("度:：-—、()")
        if not rest or re.fullmatch(
            r"研发费用|研究开发费用|金额|发生额|合计|小计|总计|(?:万?元)|[(]?万?元[)]?", rest
        ):
            return Aspect(year=year, item=None if not rest or "元" in rest else "合计")
    if known := item(rest):
        return Aspect(year=year, item=known)
    code = code_of(rest)
    if code:
        name = _CODE.sub("", rest).strip(":：-—_、()")
        return Aspect(year=year, code=code, name=name or None)
    return Aspect(year=year, name=rest or None)


Role = Literal["name", "code", "other", "label", "amount"]


_BESIDE = re.compile(
    r"预算|计划|费用化|资本化|占|比例|比重|结构比|构成比|百分比|%|人数|限额|税前|账面|账载|账列|核增|核减|企业申报|申报数|细目|调整|差异|增减|加计扣除(?:额|金额|总额)"
    r"|可加计|允许|收入"
)


def role(head: str) -> Role:
    """What the column under a head holds, as far as the head says.

    Budgets, shares, book figures before adjustment and deductions are not the R&D expense; nor
    is the part that was expensed or capitalised.
    """
    folded = re.sub(r"[:：*]", "", fold(head))
    if _BESIDE.search(folded) and not _CODE.search(folded) and len(folded) <= 24:
        return "other"
    if _CODE_HEAD.fullmatch(folded):
        return "code"
    if (code := _CODE_HEAD.match(folded)) and _NAME_HEAD.fullmatch(folded[code.end() :]):
        return "name"
    if _NAME_HEAD.fullmatch(folded):
        return "name"
    if _OTHER_HEAD.fullmatch(folded):
        return "other"
    if item(folded):
        return "amount"
    if _LABEL_HEAD.fullmatch(folded):
        return "label"
    return "amount"
