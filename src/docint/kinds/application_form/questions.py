"""Labels that ask in plain words (问句式标签): ``企业在哪个区``, ``何时成立``, ``用了多少``.

Street offices and service centres put questions where ministries put nouns.
"""

from __future__ import annotations

import re
from functools import cache

from docint.kinds.application_form.owners import Family

_WHO = r"(?:本|贵|你|您|我)?(?:单位|企业|公司|机构|法人|学校)?"
_WHICH = r"(?:哪|何|什么|啥)(?:个|些|一|家|种|类)*"
_HAS = r"(?:有|获得|取得|具有|具备|拥有)"
_QUESTIONS: tuple[tuple[Family, str, str], ...] = (
    ("unit", "name", rf"{_WHO}叫{_WHICH}(?:名称|名字|名)?"),
    ("unit", "name", rf"{_WHO}(?:名称|名字)是{_WHICH}"),
    (
        "unit",
        "district",
        rf"{_WHO}(?:注册|登记|位于)*在?{_WHICH}(?:行政)?(?:区县|区|地区|城区)",
    ),
    ("unit", "address", rf"{_WHO}(?:注册|登记|执照)+在{_WHICH}(?:地方|地址|处|里)"),
    ("unit", "address", rf"{_WHO}(?:住所|地址)在{_WHICH}(?:里|处|地方)?"),
    (
        "unit",
        "established_on",
        rf"{_WHO}是?{_WHICH}(?:时候?|[年月日天])*(?:成立|设立|注册)的?",
    ),
    ("unit", "established_on", rf"{_WHO}(?:成立|设立)于{_WHICH}(?:时|年)"),
    ("unit", "legal_representative", rf"{_WHO}的?(?:法定代表人|法人代表|法人)是(?:谁|哪位)"),
    (
        "unit",
        "kind",
        rf"{_WHO}(?:属于|属|是|为){_WHICH}(?:类型?|种|类别|性质)?(?:单位|企业)?",
    ),
    ("unit", "qualifications", rf"{_WHO}{_HAS}{_WHICH}(?:资质|称号|荣誉|认定)"),
    ("unit", "role", rf"{_WHO}(?:在联合体)?[中里]?是?(?:牵头|主导)(?:或|还是|/)(?:参与|参加|配合)"),
    ("person", "employer", rf"现?在{_WHICH}(?:单位|企业|公司|机构)(?:工作|任职|上班|就职|供职)?"),
    ("person", "title", rf"[是有]{_WHICH}职称"),
    ("person", "age", r"(?:今年|现年)?(?:多大|多少岁|几岁)(?:年纪|年龄)?"),
    ("person", "role", rf"(?:负责|承担|干|做){_WHICH}(?:工作|任务|事)?"),
    ("project", "project_name", r"(?:牵头|拟|要|准备)*(?:组建|建设|申报)的?(?:创新)?联合体"),
    ("project", "project_name", rf"(?:创新)?联合体叫{_WHICH}(?:名称|名字)?"),
    ("project", "industry", rf"(?:属于|属|在){_WHICH}(?:产业|行业|领域)+"),
    ("project", "period", rf"[从自]?{_WHICH}(?:时候?|年)[到至]{_WHICH}(?:时候?|年)"),
    ("budget", "item", rf"(?:钱|资金|经费)?[用花投][在到于]{_WHICH}(?:地方|方面|处)?"),
    ("budget", "amount", r"(?:需要?|安排|[用花投])了?多少(?:钱|资金|经费)?"),
    ("targets", "item", rf"(?:要|打算|准备)(?:做|干|完成|实现){_WHICH}"),
    ("targets", "number", r"(?:要|打算|准备)?(?:做到|达到|完成)(?:多少|几)"),
)


@cache
def questioned(core: str) -> dict[Family, str]:
    """The fields that a bare label asks in plain words; empty if it is no such question."""
    found: dict[Family, str] = {}
    for family, name, form in _QUESTIONS:
        if re.fullmatch(form, core):
            found.setdefault(family, name)
    return found
