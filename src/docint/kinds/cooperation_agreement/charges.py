"""Words that charge a party with work (负责、承担、牵头 …), and what a charge is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docint.extract.celled import Runs
from docint.kinds.cooperation_agreement.party import Party, alternatives, bearer

WORK = re.compile(
    r"负责|负总责|负主责|总负责|承担|牵头|主导|开展|完成|研发|研究|开发|研制|设计|攻关|提供|配合|协助|参与|组织|推广"
    r"|测试|验证|建设|示范|转化"
    r"|从事|投入|交付|承接|致力|制定|编制|搭建|实施|统筹|协调|引进|培养|构建|集成|优化|主攻|突破|落实|侧重|着力|聚焦|专注"
    r"|试验|中试|产业化|工程化|部署|选型|建模|采集|标注|评价"
)
RESEARCH = re.compile(
    r"研发|研究|开发|研制|攻关|设计|测试|验证|试验|算法|技术|系统|平台|工艺|样机|课题|应用示范"
    r"|标准|模型|数据|软件|装备|材料|临床"
    r"|监测|检测|分析|仿真|评估|识别|控制|器件|方法|机理|集成|制备|理论"
)
ROLES = re.compile(
    r"(?:总?牵头|参与|参加|成员|协作|合作|共建|主导|承担|委托|受托|主办|协办)(?:单位|方|人)|开发区"
)
_WHOLE = re.compile(
    r"联合体|本项目|该项目|本协议|原协议|合作|各方|全体|双方|三方|一致|以下|单位|签订|共同|协商|大学|公司|研究院|会议"
)
"""What makes the words before a role speak of the consortium, or of who joins in it."""


def one_task(before: str) -> bool:
    """Whether the words before a role are a task's name, so that the role is for it alone."""
    bare = re.sub(r"^[^,，]{0,6}[)、.]", "", before)
    return len(re.sub(r"\W", "", bare)) >= 4 and not _WHOLE.search(bare)


ASIDE = re.compile(
    r"盖章|签字|公章|签章|法定代表人|统一社会信用代码|知识产权[^。]{0,20}归|违约金|保密"
)
_VERB = (
    r"负责|承担|牵头|主导|开展|完成|研发|研究|提供|配合|协助|参与|组织|围绕|依托|利用|发挥|重点"
    r"|侧重|主攻|统筹|制定|编制|搭建"
    r"|实施|主持|派出|安排|协调|推进|推动|构建|支持|落实|引进|培养|设计|开发|建设|聚焦|面向|针对"
    r"|着重|做好|抓好|搞好|主抓|担纲|承揽|承办|攻克|分担|认领"
    r"|进行|保障|汇总|选派|从事|致力|承接|投入|攻关|研制|交付|参加|担负|着力|专注"
    r"|[就对](?=[^,。;；]{2,60}(?:投入|提供|开展|负责|承担|组织|完成|进行|安排))"
    r"|将(?=[^,。;；]{2,60}(?:列为|列入|纳入))"
)
_SOFT = (
    r"应当|应|须|将|需|可|要|则|均|全面|主要|具体|共同|联合|协同|合力|独立|同时|分别|也|还|另"
    r"|在[^,。;]{1,24}?(?:基础上|方面|框架下|过程中|领域)?[,，]?"
    r"|(?:以(?![下上])|通过|凭借|运用)(?:(?!方式|支付|提交|如下|下列)[^,，。;]){2,24}?[,，]?"
)
BEARS = re.compile(rf"(?:{_SOFT})*(?:{_VERB})")
"""How what a party does begins, whose name stands before it."""
_LABELLED = (
    r"(?:应当?|同意|承诺|须)?[:：]|[—\-]{1,3}|[的之]?(?:主要)?(?:研发|研究|工作|具体|合作)?(?:任务|分工|职责|内容|义务|责任"
    r"|工作|范围){1,2}(?:为|是|如下|包括|[:：])"
)
_LIST = r"(?:[、,，和与及]|以及)"


@dataclass(frozen=True, slots=True)
class Share:
    """What one party is to do."""

    party: int
    """Index among the parties."""
    runs: Runs
    sure: bool
    research: bool = True


class Words:
    """Patterns over the words that name this agreement's parties."""

    def __init__(self, parties: Sequence[Party]) -> None:
        self.parties = tuple(parties)
        who = alternatives(self.parties)
        gloss = r"(?:\([^()]{1,30}\)|双方|三方|各自|共同|单位)*"
        self.some = re.compile(who)
        many = rf"(?P<who>(?:{who}){gloss}(?:{_LIST}(?:{who}){gloss})*)"
        lead = (
            r"(?:其中[:,，]?|由|以)?(?:作为[^,，。]{2,16}[,，])?(?:(?:牵头|参与|承担|责任|负责"
            r"|实施|协作)(?:单位|方)[:：]?)?"
        )
        self.subject = re.compile(
            rf"{lead}{many}(?=(?:{_LABELLED})|(?:作为|为|是|系)[^,，。;；]{{2,20}}[,，]"
            rf"|[,，]?(?:{_SOFT})*(?:{_VERB})|(?<=\))[^,，。;；\n的]{{6}}|$)"
        )
        self.acts = re.compile(rf"(?:由)?{many}[,，]?(?:{_SOFT})*(?:{_VERB})")
        self.agent = re.compile(
            rf"由{many}(?:{_SOFT}|牵头|总体|组织|抓总|统一)*(?:负责|承担|牵头|主导|完成|实施|组织|开展"
            rf"|研发|提供|落实|执行|主持|承揽|承办|承接|抓总|主抓|推进|攻关|攻坚|担纲|落地)(?P<rest>[^,，。;；\n]*)"
        )
        bears = r"(?:主要|课题|任务|项目|总体)?(?:承担|负责|牵头|责任|实施|主持|主责|完成)"
        self.task = re.compile(
            rf"(?:\({bears}(?:单位|方|主体|人)?|[\n,，的]{bears}(?:单位|方|主体)"
            rf"|(?:牵头|责任|承担)(?:单位|主体))[:：为是]{many}"
        )

    def named(self, text: str) -> tuple[int, ...]:
        """The parties that a piece of text names, in order."""
        found = [bearer(m[0], self.parties) for m in self.some.finditer(text)]
        return tuple(dict.fromkeys(n for n in found if n is not None))
