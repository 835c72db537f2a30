"""其他材料: papers one knows by name and that are none of the asked ones, look-alikes first.

A 企业信用信息公示报告 is no 信用中国 report, a 劳务合同 no 劳动合同, a 验资报告 no 审计报告: they
are recognised here so that a report can say what was handed in instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.contracts import Cue, Kind, Tools
from docint.extract.flow import Flow, page_flow
from docint.extract.parsers import words
from docint.extract.proof import fact
from docint.types.document import Document, Leaf
from docint.types.fact import Facts
from docint.types.place import Box

_LOOK_ALIKES = (
    (
        r"企业信用信息\n?公示\n?报告|个人信用报告|企业信用报告(?:\([^\n]{1,8}\))?|征信(?:中心)?[^\n]{0,6}报告|"
        r"无违法违规(?:记录)?(?:证明|信息)|(?:信用报告|公共信用)[^\n]{0,6}无违法违规"
    ),
    (
        r"劳务(?:合同|协议|派遣)[^\n]{0,6}$|返聘(?:合同|协议)|实习(?:合同|协议)|顾问(?:合同|协议|聘用)|"
        r"非全日制劳务|兼职(?:合同|协议)|保密协议|竞业(?:限制|禁止)[^\n]{0,4}协议|就业协议"
    ),
    (
        r"验\n?资\n?报\n?告|审\n?阅\n?报\n?告|清产核资[^\n]{0,6}报告|经济责任审计|内部审计报告|"
        r"汇算清缴[^\n]{0,12}鉴证报告|加计扣除[^\n]{0,10}鉴证报告|资产评估报告|审计业务约定书|管理建议书"
    ),
    (
        r"食品经营许可证|开户许可证|税务登记证|组织机构代码证|安全生产许可证|道路运输[^\n]{0,4}许可证|"
        r"执业证书|注册会计师证书|排污许可证|印刷经营许可证|营业执照[^\n]{0,4}遗失|金融许可证"
    ),
    (
        r"职业资格证书|职业技能等级证书|(?:继续教育|培训)(?:合格|结业)?证书|结业证书|毕业证书|学位证书|"
        r"聘\n?书$|聘任书|离职证明|在职证明|工作证明"
    ),
    (
        r"(?:税收|中华人民共和国税收)?完税证明|纳税(?:信用|证明|记录)|个人所得税[^\n]{0,10}(?:明细|证明|记录)|"
        r"公积金[^\n]{0,10}(?:明细|证明)|银行(?:回单|流水|资信证明)|发\n?票$"
    ),
    (
        r"公\n?司\n?章\n?程|授权委托书|法定代表人(?:身份)?证明书|(?:申报|诚信|真实性)?承诺书|声明(?:书|函)|"
        r"(?:材料|附件|文件)(?:目录|清单)|房屋租赁(?:合同|协议)|股东(?:会)?决议|会议纪要|获奖证书|"
        r"推荐(?:函|信)|检测报告|查新报告|意向书|设备清单|情况说明"
    ),
)
_TITLE = re.compile("|".join(_LOOK_ALIKES))


def find(document: Document, _tools: Tools) -> Facts:
    """The paper's own title: the line that names it, else its largest line near the top."""
    for flow in _upper(document.leaves[0]):
        if _TITLE.search(flow.text) and len(flow.text) <= 40:
            return Facts((fact(("title",), words(flow.text), flow.span().by("title", 0.95)),))
    return Facts()


def _upper(leaf: Leaf) -> Iterator[Flow]:
    """Lines of the upper third, one flow each."""
    whole = page_flow(leaf)
    start = 0
    for text in whole.text.split("\n"):
        glyphs = whole.glyphs[start : start + len(text)]
        start += len(text) + 1
        box: Box | None = glyphs[0].box if glyphs else None
        if glyphs and (box is None or box.top < leaf.page.height / 3):
            yield Flow(leaf, glyphs, text)


kind = Kind(
    name="other",
    title="其他材料",
    cues=(
        *(Cue(pattern, 1.3, top=True) for pattern in _LOOK_ALIKES),
        Cue(r"国家企业信用信息公示系统.{0,30}报告", 0.6, top=True),
        Cue(r"^目\n?录$", 0.5, top=True),
        Cue(
            r"申请表|申报书|申请书|联合体[^\n]{0,12}(?:方案|协议)|劳动合同书?$",
            -0.8,
            top=True,
        ),
    ),
    find=find,
)
