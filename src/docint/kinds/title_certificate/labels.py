"""What the fields of a title certificate are called: compounds of few words."""

from __future__ import annotations

import re

_SUBJECT = "专业|技术|职务|任职|资格|职称|证书"
_ACT = "评审|评定|认定|审批|批准|授予|取得|获得|核准|确认|公布|发文|通过"

FORMS = {
    "holder": re.compile(
        r"(?:证书|资格|职称|获得|取得|持有|持证|获证|获评|获批|被授予)+[人者](?:姓名)?(?![单类身])"
    ),
    "title": re.compile(
        rf"(?:所|已|现|取得|获得|获|授予|具备|评审|评定|认定|{_SUBJECT})*(?:职称|资格|职务)(?:名称)?"
        r"(?![证级等序系类编管号审评取获授批认核起生有任考])"
    ),
    "level": re.compile(rf"(?:{_SUBJECT}|评审)*(?:级别|等级|层级|层次)"),
    "specialty": re.compile(
        r"(?:系列(?=专业(?:$|[^方名类领]))|申报|现?从事|评审|资格|职称|所学|所属|工作|学科)*专业"
        r"(?:名称|类别|领域|方向|系列|\(?学科\)?)?(?![技资职])"
    ),
    "issued_by": re.compile(
        r"(?:发证|颁证|颁发|核发|签发|授予|批准|审批|认定|核准|公布|印发|证书)+(?:机关|机构|单位|部门)"
    ),
    "issued_on": re.compile(
        r"(?:发证|颁证|颁发|核发|签发|填发|制证|证书)+(?:日期|时间|年月日|日)(?![期至起止])"
    ),
}
"""Labels of a certificate's fields."""
GRANTED = {
    "issued_on": re.compile(
        rf"(?:{_SUBJECT}|{_ACT})*(?:{_ACT}|起算|生效|计算|资格|职称)(?:日期|时间|年月日|日)(?![期至止])"
    )
}
"""Labels of the day on which the title was granted."""
