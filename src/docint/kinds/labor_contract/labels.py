"""What the fields of a contract's form are called: compounds of few words."""

from __future__ import annotations

import re

_GOES_ON = "的应须在于承为与和及、根依有可不将同提安"
"""What follows where the words are a sentence's, not a label."""
_WHOSE = "(?:乙方|劳动者|员工|职工|雇员|本人|个人|受聘人员?|受聘方)"
_HIRES = "用人|用工|聘用|聘任|聘请|录用|雇用|雇佣|招聘|招用"

FORMS = {
    "employer": re.compile(
        rf"(?:甲方)?(?:{_HIRES})(?:单位|企业|公司|主体|机构|方)(?:名称|全称)?(?![{_GOES_ON}])"
    ),
    "employee": re.compile(
        rf"(?:乙方)?(?:劳动者|员工|职工|雇员|(?:受聘|应聘|受雇|入职|被聘|{_HIRES})(?:人员|人|者|员工|职工))"
        rf"(?:姓名|名称)?(?![{_GOES_ON}方])"
    ),
    "id_number": re.compile(
        r"(?:乙方|公民|居民|有效|劳动者|员工|本人|身份证|身份|证件|证照)+(?:号码|号)(?:\([^()]{2,8}\))?"
    ),
    "birth_date": re.compile(rf"{_WHOSE}?(?:出生|生辰)(?:日期|年月日|年月|时间|日)"),
    "sex": re.compile(rf"{_WHOSE}的?性别"),
    "position": re.compile(
        rf"{_WHOSE}?(?:工作)?(?:岗位|职位|职务)(?:序列|类别|类型|层级|级别|等级|工种|性质)?(?:及|和|与|/|、)?名称"
        r"|(?:工作|拟任|拟聘|聘用|聘任|任职|担任|从事|所任|录用|应聘|受聘|现任|入职|约定)+"
        rf"(?:岗位|职位|职务|工种)(?:名称)?(?![{_GOES_ON}职责类等级说工规津变调内制要地])"
    ),
    "signed_on": re.compile(
        r"(?:合同|协议|双方)?(?:签订|签约|签署|订立|签字|签名|签章)(?:日期|时间|年月日|日)(?![期起止内])"
    ),
}
"""Labels of a contract's fields."""
