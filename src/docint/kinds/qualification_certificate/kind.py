"""资质证书: 高新技术企业, 专精特新 and the like, with number and term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families
from docint.extract.certificates import (
    issued_on,
    issuer,
    issuer_at_foot,
    issuer_of_seal,
    until,
)
from docint.extract.days import day, disclosed
from docint.extract.extract import labelled_facts
from docint.extract.flow import Flow, page_flow, search, span_of
from docint.extract.naming import organisation
from docint.extract.parsers import one_date, words
from docint.extract.proof import DOUBTFUL, fact
from docint.extract.rows import layout
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values.dates import add_years
from docint.values.text import fold

_TITLES = (
    r"(?:国家级?)?高新技术企业",
    r"(?:国家级?|省级|市级|(?:(?![为定认被评是获予])[\u4e00-\u9fff]){2,4}[省市])?专精特新[“\"]?小巨人[”\"]?企业",
    r"(?:国家级?|省级|市级|(?:(?![为定认被评是获予])[\u4e00-\u9fff]){2,4}[省市])?[“\"]?专精特新[”\"]?(?:中小)?企业",
    r"(?:科技型|创新型)中小企业",
    (
        r"(?:国家级?|省级|市级|(?:(?![为定认被评是获予])[\u4e00-\u9fff]){2,4}[省市])?(?:企业技术中心|工程(?:技术)?研究中心|重点实验室|"
        r"工程实验室|制造业单项冠军[\u4e00-\u9fff]{0,4}|技术先进型服务企业|知识产权(?:示范|优势)企业|瞪羚企业)"
    ),
)
_YEARS = {
    "一": 1,
    "壹": 1,
    "二": 2,
    "贰": 2,
    "两": 2,
    "三": 3,
    "叁": 3,
    "四": 4,
    "肆": 4,
    "五": 5,
    "伍": 5,
}


def number(printed: str) -> str:
    """A certificate's number.

    Raises:
        ValueError: nothing with figures, or a sentence.
    """
    value = fold(printed).strip(":。")
    if not re.fullmatch(r"[A-Za-z0-9\u4e00-\u9fff()〔〕\[\]【】\-—_/.第号]{4,40}", value):
        raise ValueError(f"no number: {printed!r}")
    if len(re.findall("[0-9]", value)) < 4 or re.search(r"[年月]", value):
        raise ValueError(f"no number: {printed!r}")
    return words(value)


def first_issuer(printed: str) -> str:
    """The authority that leads where several of one place certify together (科技、财政、税务).

    Raises:
        ValueError: no authority.
    """
    value = issuer(printed)
    for match in re.finditer(r"委员会|厅|(?<!总)局|部", value):
        rest = value[match.end() :]
        if rest.startswith((value[:2], "国家")) and len(rest) >= 4:
            return value[: match.end()]
    return value


def years(printed: str) -> int:
    """A term in whole years (``三年``, ``叁年``, ``3 年``).

    Raises:
        ValueError: none.
    """
    match = re.match(
        rf"(?P<n>[{''.join(_YEARS)}1-5])个?年(?!\d|[〇○零一二三四五六七八九十])", fold(printed)
    )
    if not match:
        raise ValueError(f"no term of years: {printed!r}")
    return _YEARS.get(match["n"]) or int(match["n"])


TERM = Field("years", "document.count", families.TERM, years)
"""A term that only says how many years it lasts."""
FIELDS = (
    Field(
        "holder",
        "unit.name",
        (*families.UNIT, "持证单位", "获证单位", "获证企业", "证书持有单位", "企业", "依托单位",
         "持证企业", "持证人", "证书持有人", "获证机构", "授予对象"),
        organisation,
    ),
    Field(
        "number",
        "document.number",
        ("证书编号", "编号", "证书号", "入库登记编号", "认定编号", "证书编码", "证书号码", "证号",
         "登记编号", "证书统一编号", "注册号", "证书代码"),
        number,
    ),
    Field(
        "issued_by",
        "document.issuer",
        families.ISSUER,
        first_issuer,
        block=True,
    ),
    Field(
        "issued_on",
        "document.date",
        (*families.ISSUED, "批准日期", "批准时间", "认定日期", "认定时间", "授予日期", "授予时间"),
        one_date,
    ),
    Field(
        "valid_until",
        "document.valid-until",
        (
            *families.TERM, *families.UNTIL, "资格有效期", "证照有效期", "证照有效期截止",
            "资格有效期至",
        ),
        until,
    ),
)  # fmt: skip


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts, the honour's own name, and a term of years counted from the day of issue."""
    facts = list(labelled_facts(document, FIELDS, tools))
    facts = [_led(document, item) if item.path == ("issued_by",) else item for item in facts]
    own = {item.path[0]: item for item in facts}
    more: list[Fact | None] = [title(document)]
    issued = own.get("issued_on") or issued_on(document, facts)
    issued = issued or _sentence_day(document, "issued_on", _SINCE)
    if "issued_on" not in own:
        more.append(issued)
    if "issued_by" not in own:
        more.append(issuer_at_foot(document) or issuer_of_seal(document))
    if "holder" not in own:
        more.append(_addressee(document))
    if "valid_until" not in own and (said := _sentence_day(document, "valid_until", _TO)):
        more.append(said)
    elif "valid_until" not in own and issued:
        term = next(iter(labelled_facts(document, (TERM,), tools)), None) or _told(document)
        more.append(_counted(term, issued) if term else None)
    return Facts((*facts, *(item for item in more if item)))


def _led(document: Document, made: Fact) -> Fact:
    """The first of several authorities one under another, of which a label stood beside another."""
    place = made.evidence[0].place
    box = place.box
    for leaf in document.leaves:
        if box is None or (leaf.source, leaf.page.number) != (place.source, place.page):
            continue
        for piece in sorted(layout(leaf).pieces, key=lambda piece: -piece.box.top):
            near = 0 < box.middle[1] - piece.box.middle[1] <= 2 * piece.size
            flush = abs(piece.box.x0 - box.x0) <= piece.size
            if near and flush and _AUTHORITY.fullmatch(piece.text):
                box, span = piece.box, span_of(leaf, piece.glyphs).by("label", 0.93)
                made = fact(("issued_by",), first_issuer(span.text), span)
    return made


_AUTHORITY = re.compile(r"[\u4e00-\u9fff]{4,20}(?:委员会|[局厅部])")
_UNIT = re.compile(r"(?:公司|研究院|大学|中心|厂|所|医院|集团|合伙企业)(?:\([^()]+\))?$")
_LINE = r"(?:^|\n)(?:致|授予)?:?(?P<v>[\u4e00-\u9fffA-Za-z()]{6,40}):?"
_FORM = r"(?:公司|研究院|大学|厂|集团|合伙企业)"
_ADDRESSES = (
    ("\n", _LINE + r"(?=\n|$)"),
    ("\n", _LINE + r"(?=[,:]?(?:经|被|已|贵|你|根据|依据|符合|通过|于20))"),
    (
        "",
        (
            rf"(?:认定|证明|确认|评定|授予|批准|准予|经[^,。]{{2,12}},(?!认定|确认|评定|授予|批准))"
            rf"(?P<v>[\u4e00-\u9fffA-Za-z()]{{4,40}}?{_FORM})"
            r"(?=为|是|被|符合|通过|[,“]|高新|专精|国家|已|系|[自于][二\d])"
        ),
    ),
)
_ABOUT = re.compile(r"^(?:认定|兹|确认|评定|授予|批准|证明|根据|经|由)|证书|[局厅]")


def _addressed(document: Document) -> Iterator[tuple[Flow, re.Match[str]]]:
    for joint, pattern in _ADDRESSES:
        for flow, match in search(document, pattern, joint):
            if not _ABOUT.search(match["v"]):
                yield flow, match


def _addressee(document: Document) -> Fact | None:
    """Whom the certificate addresses: alone on a line, or before what is said of it.

    ``某某有限公司：经认定为高新技术企业``, ``认定某某有限公司为高新技术企业``.
    """
    for flow, match in _addressed(document):
        if not _UNIT.search(match["v"]):
            continue
        try:
            value = organisation(match["v"])
        except ValueError:
            continue
        return fact(("holder",), value, flow.group(match, "v").by("addressee", 0.95))
    return None


def title(document: Document) -> Fact | None:
    """What is certified, as the certificate is headed: ``高新技术企业证书``."""
    for pattern in _TITLES:
        for leaf in document.leaves:
            flow = page_flow(leaf, "")
            if match := re.search(rf"(?:{pattern})(?:证书|称号)?", flow.text):
                told = flow.text[: match.start()].endswith(("为", "是"))  # not the heading
                span = flow.group(match).by("title", 0.8 if told else 0.96)
                return fact(("title",), words(match[0]), span, doubtful=told)
    return next(_by_number(document), None)


def _by_number(document: Document) -> Iterator[Fact]:
    """A high-tech enterprise's certificate by its number (GR, year, province), its head unread.

    The numbers of no other certificate begin so.
    """
    for leaf in document.leaves:
        flow = page_flow(leaf, "\n")
        for match in flow.finditer(r"(?<![0-9A-Z])(?P<v>GR20\d{10})(?!\d)"):
            span = flow.group(match, "v").by("number", 0.9)
            yield fact(("title",), "高新技术企业证书", span, doubtful=True)


_DAY = (
    r"(?P<v>(?:20\d\d|二[〇○零O0][〇○零一二三四五六七八九]{2})年[^,。;年]{2,4}月[^,。;月]{1,4}日)"
)
_SINCE = rf"自{_DAY}起?[,]?(?:被?认定|生效|获评|授予|有效|具有)"
_TO = (
    rf"(?:有效期|有效)[^。;]{{0,30}}?[至到]{_DAY}"
    rf"|至{_DAY.replace('<v>', '<w>')}(?:届满|失效|到期|止)"
)


def _sentence_day(document: Document, name: str, pattern: str) -> Fact | None:
    """The day that a sentence gives: ``自…起认定为…，有效期三年，至…届满``."""
    for flow, match in search(document, pattern, ""):
        group = "v" if match["v"] else "w"
        with suppress(ValueError):
            value, lost = day(match[group])
            made = fact((name,), value, flow.group(match, group).by("clause", 0.96))
            return disclosed(made, lost)
    return None


def _told(document: Document) -> Fact | None:
    """A term of years within a sentence: ``本证书有效期三年``."""
    signs = "".join(_YEARS)
    for flow, match in search(document, rf"有效期限?[::为是]?(?P<v>[{signs}1-5]年)(?!\d)", ""):
        return fact(("years",), years(match["v"]), flow.group(match, "v").by("clause"))
    return None


def _counted(term: Fact, issued: Fact) -> Fact | None:
    """``有效期：三年``: counted from the day of issue; the last day may be a day off."""
    if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", str(issued.value)):
        return None
    whole = str(issued.value) if len(str(issued.value)) == 10 else f"{issued.value}-01"
    end = add_years(date.fromisoformat(whole), int(str(term.value)))
    return replace(
        term,
        path=("valid_until",),
        value=end.isoformat()[: len(str(issued.value))],
        method="counted",
        confidence=min(term.confidence, DOUBTFUL),
    )


kind = Kind(
    name="qualification-certificate",
    title="资质证书",
    cues=(
        Cue(r"(?:高新技术|专精特新|科技型|小巨人)[^\n。]{0,12}\n?(?:企业)?\n?证书", 1.0, top=True),
        Cue(r"高\n?新\n?技\n?术\n?企\n?业(?:证书)?$", 0.7, top=True),
        Cue(r"专精特新[^\n。]{0,8}企业$|小巨人企业$|资质证书|荣誉证书", 0.7, top=True),
        Cue(r"^[^\n。]{0,16}(?:专精特新|小巨人)[^\n。]{0,10}企业(?:证书)?$", 0.95, top=True),
        Cue(r"科技型中小企业", 0.5, top=True),
        Cue(r"入库登记编号", 0.5),
        Cue(r"G[RFS]20[0-9]{10}", 0.6),
        Cue(r"证书编号|证书号", 0.25),
        Cue(r"批准机关|发证机关|认定机构|认定为", 0.15),
        Cue(r"有效期", 0.1),
        Cue(
            r"申请表|申报书|合同|协议|方案|审计报告|管理办法|通知|目录|清单|营业执照|专利",
            -1.0,
            top=True,
        ),
        Cue(r"公共信用信息|信用报告|职称|资格名称|姓名", -0.8),
    ),
    fields=FIELDS,
    find=find,
    single_page=True,
)
