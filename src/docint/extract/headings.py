"""Lines that begin something (条款编号、标题、抬头): numbers, headings, labels, places to sign.

All patterns are for folded text.
"""

from __future__ import annotations

import re

CHINESE_NUMBER = "[一二三四五六七八九十百]{1,4}"
_FORMAL_NUMBER = (
    "[壹贰叁肆伍陆柒捌玖拾]{1,3}(?:[、.．:]|(?=[\u4e00-\u9fff、]{2,14}$)(?![佰仟万亿元圆角分整]))"
)
"""``叁、期限``, and ``叁　期限`` without its blank; no sum in characters."""
MARKERS: tuple[str, ...] = (
    rf"第(?:{CHINESE_NUMBER}|\d{{1,3}})[章部]分?",
    rf"第(?:{CHINESE_NUMBER}|\d{{1,3}})[条節节]|§\d{{1,2}}",
    rf"{CHINESE_NUMBER}[、.,．:]|{_FORMAL_NUMBER}",
    rf"\({CHINESE_NUMBER}\)[、.]?",
    r"\d{1,2}[、.．·](?!\d)",
    r"\d{1,2}[.．]\d{1,2}(?![\d.．%])[、.]?",
    r"\d{1,2}(?:[.．]\d{1,2}){2}[、.]?",
    r"\(\d{1,2}\)[、.]?|\d{1,2}\)",
    r"\([a-z]\)|[a-z][.、)]|[A-K][.、)](?=[\u4e00-\u9fff])",
    r"[①-⑳]",
)
"""Numbers of clauses, from the outermost level to the innermost, on folded text."""
_MARKER = [re.compile(pattern) for pattern in MARKERS]
LABELLED = re.compile(
    r"[(（]?(?:(?:子?课题|任务|专题|模块)[一二三四五六七八九十\d]{1,2}|[甲乙丙丁戊己庚辛壬癸]方"
    r"|第[一二三四五六七八九十]方|(?:联合体|项目|课题|总)?(?:牵头"
    r"|参与|参加|成员|协作|合作|共建|联合|主办|协办|发起|主导|主持|承担|依托|支撑|委托|受托"
    r"|研究开发|签约|聘用|用人|申报){1,2}"
    r"(?:单位|方|人|企业|机构|院校)|单位名称|名称|全称|姓名|劳动者|受聘人|职工|员工|法定代表人"
    r"|法人代表|负责人"
    r"|主要负责人|授权代表|委托代理人|代表|职务|地址|通讯地址|住所地?|住址|电话|联系电话|邮编"
    r"|邮政编码|传真"
    r"|统一社会信用代码|信用代码|联系人|项目联系人|开户行|开户银行|账号|税号|性别|出生|身份证"
    r"|证件|户籍|日期"
    r"|签[订署](?:日期|时间|地点))[^。,，;；]{0,20}[:：]"
)
PARTY_LINE = re.compile(
    r"(?:[甲乙丙丁戊己庚辛]方|(?:牵头|参与|参加|成员|协作|用人|聘用|合作|发起|主办)(?:单位|方)"
    r"|单位名称|名称|用人单位名称)"
    r"[^:：。]{0,16}[:：](?P<name>[^:：。;；,，]{4,40})"
)
_HEADING = re.compile(
    r"(?:[\u4e00-\u9fff、与和及的“”《》]{0,12})(?:知识产权|成果|权益|归属|产权|分工|任务|职责"
    r"|责任|义务|权利|期限|时限"
    r"|有效期|保密|违约|争议|仲裁|经费|资金|投入|背景|其他|其它|附则|签署|签章|生效|变更|终止"
    r"|解除|总则|目标|宗旨|原则"
    r"|内容|组织|机制|管理|安排|退出|加入|条款|事项|方式|定义|释义|前言|序言|鉴于|协议各方"
    r"|管理机构|收益|分配)"
    r"(?:[\u4e00-\u9fff、与和及]{0,8})"
)
"""Headings without a number, by what they speak of; only a line of its own, without a stop."""
RECITES = re.compile(
    r"(?:鉴于|兹|序言|前言|背景|引言|总则|释义)[:：]?"
    r"|(?:成员|单位|参与方|合作方)[一二三四五六七八九十\d]{1,2}"
    r"|(?:关于|有关)[甲乙丙丁戊己庚辛]方|[甲乙丙丁戊己庚辛]方(?:基本)?(?:情况|信息|资料|概况)"
)
"""What fills the line before recitals (鉴于条款), the first clause or a member's particulars."""
CLOSES = re.compile(
    r"[(（]?(?:本页无正文|以下无正文|此页无正文|下无正文|以下为签[署字]|签[署字盖章]{1,4}[页栏])"
    r"|附件[:：一1]"
)
STAMPED = re.compile(r"[^。;；]{0,40}(?:盖章|公章|签章|\(章\)|印章\))[^。;；]{0,30}")
"""What ends the last clause: a note, an annex, the lines to sign on."""


_PADDED = re.compile(
    r"0[1-9](?=[\u4e00-\u9fff])(?!年|月|日|时|分|秒|号|栋|楼|室|层|元|万|级|班|幢|座|单元|届|期)"
)
"""A clause's number with a nought before it (``04知识产权：``), which no quantity bears."""


def heading(text: str) -> bool:
    """Whether a folded paragraph is a heading without a number (``权益归属``)."""
    return len(text) <= 16 and bool(_HEADING.fullmatch(text))


def level(text: str) -> tuple[int, int] | None:
    """Depth and length of the clause number a folded paragraph begins with; None without one."""
    for depth, form in enumerate(_MARKER):
        if match := form.match(text):
            return depth, match.end()
    bare = _PADDED.match(text)
    if bare:
        return 4, bare.end()
    bare = re.match(r"\d{1,2}(?=[\u4e00-\u9fff])", text)
    return (4, bare.end()) if bare and heading(text[bare.end() :]) else None
