"""社保证明: 参保证明, 缴费明细, 个人权益记录.

The payer's name and an unbroken run of months prove employment; where the record lists months one
by one, the first and the last of them are the period.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families
from docint.extract.certificates import issued_on
from docint.extract.extract import labelled_facts
from docint.extract.flow import Span, flow_of, search
from docint.extract.grown import grown
from docint.extract.naming import organisation, person
from docint.extract.parsers import month, one_date
from docint.extract.proof import fact
from docint.extract.rows import Piece, layout
from docint.extract.unit_names import whole
from docint.kinds.social_insurance_record.labels import ENDS, FORMS
from docint.kinds.social_insurance_record.months import (
    between,
    first_month,
    in_cells,
    last_month,
    listed,
    number_of_months,
    stated,
    told,
)
from docint.kinds.social_insurance_record.said import said, signed_off
from docint.types.document import Document, Leaf
from docint.types.fact import Fact, Facts
from docint.values.ids import resident
from docint.values.text import fold


def paying_unit(printed: str) -> str:
    """A unit's whole name.

    Raises:
        ValueError: no such name.
    """
    value = organisation(printed)
    if not whole(fold(value)):
        raise ValueError(f"no unit's whole name: {printed!r}")
    return value


def payer(printed: str) -> str:
    """A unit's name, not the beginning of a sentence about it.

    Raises:
        ValueError: no such name.
    """
    value = organisation(printed)
    folded = fold(value)
    if re.match(r"[兹经]|特此|证明", folded) or folded.count("(") != folded.count(")"):
        raise ValueError(f"a sentence: {printed!r}")
    return value


_PAID = ("", "缴费", "参保", "缴纳", "参保缴费", "费款", "社保缴纳")
_PERIOD = (
    *families.family(_PAID, ("起止年月", "起止时间", "起止日期", "起止", "年月起止", "时段")),
    *families.family(_PAID[1:], ("年月", "时间", "期间", "区间", "时间段", "所属期")),
    "所属期",
)

FIELDS = (
    Field(
        "employer",
        "person.employer",
        ("单位名称", "单位全称", "企业名称", "公司名称", "单位(全称)", "参保单位名称",
         "缴费单位名称"),
        payer,
    ),
    Field("employee", "person.name", ("姓名", "参保职工", "参保人姓名", "参保人员姓名"), person),
    Field("id_number", "person.id-number", families.ID_NUMBER),
    Field("paid_from", "document.month", _PERIOD, first_month),
    Field("paid_until", "document.month", _PERIOD, last_month),
    Field(
        "months",
        "document.count",
        ("缴费月数合计", "缴费年限(月)", "累计缴费月", "累计缴费(月)", "累计缴费月数"),
        number_of_months,
    ),
    Field("issued_on", "document.date", ("日期", "打印时间戳"), one_date),
)  # fmt: skip
"""Labels besides the compounds of `labels`."""
_UNDER = Field("employer", "person.employer", ("单位",), paying_unit)
"""What else may stand under this head are amounts."""
_ENDS = (
    Field("paid_from", "document.month", (), month),
    Field("paid_until", "document.month", (), month),
)


_SAID = r"(?:兹证明|参保人|职工)[::]?(?P<v>[\u3400-\u9fff·]{2,8}?)(?:同志|先生|女士|[((,,、:])"


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts; the months of a list where no field gives the whole period."""
    fields = (_UNDER, *grown(_ENDS, ENDS, document), *grown(FIELDS, FORMS, document))
    labelled = labelled_facts(document, fields, tools)
    labels = {item.path[0]: item for item in labelled}
    if _one_of_many(labels, listed(document)):
        labels = {name: item for name, item in labels.items() if name not in _PERIODS}
    printed = labels.get("months")
    months = listed(document, printed.value if printed else None)
    one_period = "paid_until" in labels and labels["paid_until"].method != "below"
    facts = {**months, **labels} if one_period or printed else {**labels, **months}
    if {"paid_from", "paid_until"} <= labels.keys() and one_period and not printed:
        facts.pop("months", None)
        number = _number(document, labels["paid_from"], labels["paid_until"], months.get("months"))
        facts |= {"months": number} if number else {}
    facts |= in_cells(document) | stated(document)
    facts = {**said(document), **facts}
    if "employer" not in facts and (unit := _placed(document)):
        facts["employer"] = unit
    if "employee" not in facts and (named := _said(document)):
        facts["employee"] = named
    date = signed_off(document) or issued_on(document, list(facts.values()))
    if "issued_on" not in facts and date:
        facts["issued_on"] = date
    return Facts(tuple(_of_many(document, item) for item in facts.values()))


_PERIODS = frozenset({"paid_from", "paid_until", "months"})


def _one_of_many(labels: Mapping[str | int, Fact], months: Mapping[str | int, Fact]) -> bool:
    """Whether the period under its head is only the first of those that stand there."""
    ends = [labels.get("paid_from"), labels.get("paid_until")]
    columns = {"below", "cell"}
    if any(item is None or item.method not in columns for item in ends) or not months:
        return False
    first, last = (str(item.value) for item in ends if item)
    low, high = str(months["paid_from"].value), str(months["paid_until"].value)
    return low <= first and last <= high and (low, high) != (first, last)


def _number(document: Document, first: Fact, last: Fact, listed_: Fact | None) -> Fact | None:
    """The months of a labelled period: the list's if it has them all, else as words tell them."""
    whole = between(str(first.value), str(last.value))
    if listed_ and listed_.value == whole:
        return listed_
    return told(document, whole)


def _of_many(document: Document, item: Fact) -> Fact:
    """In a unit's list of several persons the first is only one of them."""
    if item.path[0] not in {"employee", "id_number", "months"}:
        return item
    numbers = {hit.value for hit in resident.find_all(document.text)}
    return replace(item, confidence=min(item.confidence, 0.6)) if len(numbers) > 1 else item


_IN_CITY = re.compile(r"[\u4e00-\u9fff]{2,8}[市区县州]:(?P<v>.+)")


def _placed(document: Document) -> Fact | None:
    """The unit that a record names behind the city in which it pays: ``广州市：某公司``."""
    found: dict[str, Span] = {}
    for leaf in document.leaves:
        for piece in layout(leaf).pieces:
            if not _IN_CITY.match(piece.text):
                continue
            lines = [piece, *_next_lines(leaf, piece)]
            for end in range(1, len(lines) + 1):
                flow = flow_of(leaf, [glyph for line in lines[:end] for glyph in line.glyphs])
                match = _IN_CITY.fullmatch(flow.text)
                if match and whole(match["v"]):
                    found.setdefault(match["v"], flow.group(match, "v").by("row", 0.95))
                    break
    if len(found) != 1:
        return None
    span = next(iter(found.values()))
    return fact(("employer",), organisation(span.text), span)


def _next_lines(leaf: Leaf, piece: Piece) -> list[Piece]:
    """The two lines under a piece in the same cell."""
    lines = [piece]
    for other in sorted(layout(leaf).pieces, key=lambda other: other.box.top):
        last = lines[-1]
        apart = other.box.middle[1] - last.box.middle[1]
        across = min(other.box.x1, piece.box.x1) - max(other.box.x0, piece.box.x0)
        if 0.4 * last.size < apart < 2 * last.size and across > 0.8 * other.box.width:
            lines.append(other)
    return lines[1:3]


def _said(document: Document) -> Fact | None:
    """``兹证明某某（身份证号码：…）``."""
    for flow, match in search(document, _SAID, ""):
        try:
            value = person(match["v"])
        except ValueError:
            continue
        return fact(("employee",), value, flow.group(match, "v").by("clause", 0.96))
    return None


kind = Kind(
    name="social-insurance-record",
    title="社保证明",
    cues=(
        Cue(
            r"(?:社会保险|社保|养老保险)[^\n。]{0,16}(?:参保|缴费|权益|缴纳)[^\n。]{0,14}"
            r"(?:证明|明细|记录|清单|凭证|情况|历史|表)|参保证明|参保缴费证明",
            1.0,
            top=True,
        ),
        Cue(r"参保人员|缴费历史|缴费查询|参保缴费", 0.4, top=True),
        Cue(r"(?:社会保险|社保|养老保险|参保)[^\n。]{0,8}(?:证明|情况|明细|记录)", 0.6, top=True),
        Cue(
            r"缴纳(?:社会|养老)保险费?[^。]{0,12}\d{1,3}个?月|为其?[^。]{0,40}缴纳(?:社会|养老)保险",
            0.4,
        ),
        Cue(r"兹证明[^。]{0,90}(?:社会保险|养老保险|社保)[^。]{0,60}(?:缴费|缴纳|参保)", 0.7),
        Cue(r"参保|险种", 0.2),
        Cue(r"缴费基数", 0.35),
        Cue(r"养老保险?|养老", 0.15),
        Cue(r"医疗保险?|失业|工伤|生育", 0.1),
        Cue(r"单位编号|单位编码", 0.2),
        Cue(r"社会保险(?:基金)?(?:管理局|管理中心|事业)|社保局|人力资源和社会保障局", 0.2),
        Cue(r"电脑号|社会保障号码?|个人编号", 0.2),
        Cue(r"单位[缴交]|个人[缴交]|缴费(?:年月|月数|起止)", 0.25),
        Cue(r"劳动合同|聘用合同|申请表|申报书|审计报告|方案|管理办法|目录", -1.2, top=True),
        Cue(r"个人所得税|公积金", -1.0, top=True),
    ),
    fields=FIELDS,
    find=find,
)
