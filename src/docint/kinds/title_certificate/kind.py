"""职称证书: booklets, electronic certificates of the provinces, and examination certificates.

A 聘书 appoints, it does not qualify; 职业资格 and 技能等级 are no 职称.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families
from docint.extract.certificates import issued_on, issuer, issuer_at_foot, issuer_of_seal
from docint.extract.extract import labelled_facts
from docint.extract.flow import page_flow
from docint.extract.grown import grown
from docint.extract.naming import person
from docint.extract.parsers import one_date, words
from docint.extract.proof import fact
from docint.extract.rows import layout
from docint.kinds.title_certificate import sentence
from docint.kinds.title_certificate.labels import FORMS, GRANTED
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values.text import fold

_RANK = (
    r"(?:正高级|副高级|高级|中级|助理|初级)?(?:[\u4e00-\u9fff]{0,16})"
    r"(?:工程师|研究员|实验师|经济师|会计师|审计师|统计师|农艺师|教授|讲师|助教|医师|药师|技师|技术员|"
    r"设计师|规划师|分析师|架构师|编审|编辑|翻译|馆员|员)"
)


_SENTENCE = re.compile(
    r"[,;。:]|同志|先生|女士|评审|委员会|审核|审定|考核|考试|具备|具有|取得|获得|授予|符合|证明|批准|聘任|经"
    r"(?!济|营)|证书|资格证"
)
"""What stands in sentences about a title and in no title (经济师 is one)."""


_LEVEL_BEHIND = re.compile(r"\((?:正高|副高|高|中|初|助理|员)级(?:职称)?\)$")
"""A level in brackets behind a title (``高级工程师（副高级）``), no part of it."""
_LEVEL_BEFORE = re.compile(r"^(?:正高级(?=正高级)|[正副]高级(?=高级))")
"""The level of another line before a title that has its own: ``副高级高级工程师``."""
_MARK = re.compile(r"^[☑√✓☒□☐■▣●○◉_·\s]+")
"""What a scan reads of a wide blank or a rule between a label and its value."""


def title(printed: str) -> str:
    """A professional title: ``高级工程师``.

    Raises:
        ValueError: words that name none.
    """
    value = fold(printed).strip(":。,")
    if _SENTENCE.search(value):
        raise ValueError(f"a sentence: {printed!r}")
    value = re.sub(r"^[^()]{2,16}专[业業](?=.)", "", value)
    value = _LEVEL_BEFORE.sub("", _LEVEL_BEHIND.sub("", value))
    if not re.search(_RANK + r"(?:\([^()]{1,12}\))?$", value) or len(value) > 30:
        raise ValueError(f"no title: {printed!r}")
    return words(value)


def level(printed: str) -> str:
    """A level: 正高级, 副高级, 高级, 中级, 初级.

    Raises:
        ValueError: none of them.
    """
    value = fold(printed)
    if not re.fullmatch(
        r"(?:正高|副高|高|中|初|助理|员)级?(?:职称)?(?:\([^()]{1,8}\))?|[一二三四五]级", value
    ):
        raise ValueError(f"no level: {printed!r}")
    return words(value)


def specialty(printed: str) -> str:
    """The field of the title.

    Raises:
        ValueError: a sentence or nothing.
    """
    value = words(_MARK.sub("", printed))
    refused = re.search(
        r"^[(（].*[)）]$|考试|[。;:：]|[0-9]{5}|技术资格|委员会|证书|职称|评审|同志", value
    )
    if len(value) > 30 or refused or re.fullmatch(_RANK, value):
        raise ValueError(f"no specialty: {printed!r}")
    return value


_DAMAGED = re.compile(r"月\s*\d")
"""Figures behind a month that make no day (``2014年1月2年``)."""

FIELDS = (
    Field("holder", "person.name", ("姓名", "持证人", "持证人姓名", "持证者", "证书持有人",
    "持有人",
    "证书持有人姓名"), person),
    Field(
        "title",
        "person.title",
        (
            "资格名称", "职称", "职称名称", "专业技术资格", "专业技术资格名称", "任职资格",
            "专业技术职务任职资格", "取得资格", "资格", "专业技术职务", "评审资格", "任职资格名称",
            "专业技术职务资格", "取得职称", "职务名称", "所获职称", "获得职称", "所取得职称",
            "所获资格", "获得资格", "授予职称", "授予资格",
        ),
        title,
    ),
    Field(
        "level",
        "document.choice",
        ("级别", "资格级别", "职称级别", "等级", "职称等级", "资格等级", "层级", "职称层级"),
        level,
    ),
    Field(
        "specialty",
        "document.text",
        families.family(
            ("专业", "申报专业", "从事专业", "资格专业", "评审专业", "职称专业", "所学专业"),
            ("", "名称", "类别", "领域", "方向"),
            more=("学科", "学科(专业)", "专业(学科)", "学科专业", "专业/学科", "学科/专业"),
        ),
        specialty,
    ),
    Field(
        "issued_by",
        "document.issuer",
        (
            *families.ISSUER,
        ),
        issuer,
    ),
    Field(
        "issued_on",
        "document.date",
        (
            *families.ISSUED,
        ),
        one_date,
    ),
)  # fmt: skip

_GRANTED = Field(
    "issued_on",
    "document.date",
    (
        "批准日期", "批准时间", "授予时间", "授予日期", "取得时间", "资格取得时间", "取得日期",
        "评审通过时间", "通过时间", "资格授予时间", "评审时间", "评审通过日期",
        *families.family(("", "证书"), ("生效日期", "生效时间")),
        *families.family(("评定", "认定", "审批", "公布", "发文"), ("日期", "时间")),
    ),
    one_date,
)  # fmt: skip
"""The day the title was granted, for certificates that print no day of issue."""

_PROSE = (
    (
        rf"(?:具备|取得|获得|授予|评为|具有|评定为|认定为)(?:了)?(?P<v>{_RANK})"
        r"(?:专业技术)?(?:职务)?(?:任职)?(?:资格|职称)"
    ),
    r"(?:\n|^)(?P<v>(?:正高级|高级|助理)?[\u4e00-\u9fff]{0,6}(?:工程师|研究员|教授))(?:\n|$)",
)


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts; a certificate written as a sentence is read as one."""
    fields = (*grown(FIELDS, FORMS, document), *grown((_GRANTED,), GRANTED, document))
    labelled = labelled_facts(document, fields, tools)
    facts = list({item.path: item for item in reversed(labelled.items)}.values())
    facts = [_without_series(document, item) for item in facts]
    own = {item.path[0] for item in facts}
    more: list[Fact | None] = []
    if "title" not in own:
        more.append(_said(document))
    if "holder" not in own:
        more.append(sentence.holder(document))
    if "level" not in own:
        more.append(sentence.level(document))
    if "specialty" not in own:
        more.append(sentence.specialty(document))
    if "issued_on" not in own:
        more.append(sentence.effective(document) or _whole(issued_on(document, facts), document))
    if "issued_by" not in own:
        more.append(issuer_at_foot(document) or issuer_of_seal(document))
    return Facts((*facts, *(item for item in more if item)))


def _without_series(document: Document, made: Fact) -> Fact:
    """A specialty without the series (系列) that stands in the line over it in one cell."""
    if made.path != ("specialty",):
        return made
    for leaf in document.leaves:
        pieces = layout(leaf).pieces
        for left, right in pairwise(pieces):
            if _SERIES.fullmatch(left.text) and left.row == right.row:
                rest = str(made.value).removeprefix(right.text)
                if rest != made.value and len(rest) > 1:
                    return replace(made, value=rest, confidence=min(made.confidence, 0.85))
    return made


_SERIES = re.compile("(?:职称|专业|评审|所属)?系列:?")


def _whole(made: Fact | None, document: Document) -> Fact | None:
    """A day at the foot; none if only its month was read before figures that make no day."""
    if made is None or len(str(made.value)) == len("2014-01-02"):
        return made
    return None if any(_DAMAGED.search(fold(leaf.page.text)) for leaf in document.leaves) else made


def _said(document: Document) -> Fact | None:
    """The title that a sentence grants, or that stands alone on its line."""
    for pattern in _PROSE:
        for leaf in document.leaves:
            flow = page_flow(leaf, "\n" if r"\n" in pattern else "")
            for match in flow.finditer(pattern):
                try:
                    value = title(match["v"])
                except ValueError:
                    continue
                return fact(("title",), value, flow.group(match, "v").by("clause", 0.95))
    return None


kind = Kind(
    name="title-certificate",
    title="职称证书",
    cues=(
        Cue(
            r"职\n?称\n?证\n?书|专业\n?技术\n?(?:职务)?\n?(?:任职)?\n?资格\n?证书|任职资格证书|"
            r"专业技术职务任职资格|职称(?:评审)?(?:结果|电子)[^\n]{0,4}证",
            1.0,
            top=True,
        ),
        Cue(r"职称[^\n]{0,6}(?:证书?|核验|查询|查验|信息|结果|证明)", 0.7, top=True),
        Cue(r"资格名称|专业技术资格|任职资格|职称名称", 0.35),
        Cue(r"评审委员会|评委会|评审(?:组织|专业|通过)|职称级别", 0.3),
        Cue(
            r"(?:评审|考试|考核|认定|审核)[^。]{0,6}(?:通过|合格)[^。]{0,20}(?:具备|取得|获得|具有)"
            r"[^。]{2,16}(?:资格|职称|任职)|(?:具备|取得|获得|授予)[^。]{2,12}"
            r"(?:工程师|研究员|教授|经济师|会计师|实验师|农艺师)(?:任职|职务)?资格",
            0.6,
        ),
        Cue(r"工程师|研究员|教授|经济师|实验师", 0.15),
        Cue(r"管理号|证书编号", 0.1),
        Cue(r"人力资源和?社会保障", 0.15),
        Cue(r"级别|专业", 0.05),
        Cue(r"聘\n?书|职业资格证书|技能等级|培训|学位|毕业证|执业证书", -1.2, top=True),
        Cue(r"申请表|申报书|合同|协议|方案|简历|目录|清单|审计报告|花名册|名单", -1.0, top=True),
    ),
    fields=FIELDS,
    find=find,
    single_page=True,
)
