"""Where labels stand in a layout.

A label counts only where a form would print one: at the start of a piece, after a wide gap or a
separator, and followed by a colon, a gap, the end of the row, or something no sentence goes on
with. ``提交营业执照复印件`` names a licence; it is no label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from docint.extract.flow import around
from docint.extract.rows import Layout, Row, box_of
from docint.types.place import Box

COMMON = (
    "统一社会信用代码", "名称", "类型", "住所", "地址", "法定代表人", "注册资本", "成立日期",
    "营业期限", "经营范围", "登记机关", "实收资本", "电话", "联系电话", "邮编", "邮政编码", "传真",
    "联系人", "性别", "民族", "出生", "住址", "公民身份号码", "身份证号", "身份证号码", "电子邮箱",
    "组成形式", "证书编号", "发证机关", "发证日期", "有效期", "有效期限", "签发机关", "开户银行",
    "账号", "经费来源", "活动地域", "举办单位", "业务主管单位", "开办资金", "宗旨和业务范围",
    "登记管理机关", "登记状态", "主体类型", "专业", "级别", "资格名称", "出生年月", "出生日期",
    "工作单位", "事业单位法人证书", "社会团体法人登记证书", "民办非企业单位登记证书",
)  # fmt: skip
"""Labels that end a neighbour's value even where nobody asks for theirs."""

# What follows a noun in a sentence, never a label in a form.
_SENTENCE = re.compile(
    r"[)的应为是及或与、,。;等之在必须者变已并且]|不[得应能可]|[将由][在对按由甲乙双公本其市]|对[甲乙公其该]|"
    r"签[字名订署章]|盖章|印章|所[在属有]|证[书明照]|书面|未[经在按能]|要求|可以|"
    r"和(?:注册|住所|法定|联系|公司|名称|地址|职|其)"
)
_BEFORE = frozenset(":;,、。)(□☑☒√✓■*★●·|/")
_DISTINCT = frozenset("甲乙丙丁戊己自至起止始终上下男女年月日基签区一二三四五六七八九十")
"""Characters that tell one label from another: where one of them differs, so does the label."""
_ALIKE = ({"日", "曰"}, {"己", "已"}, {"自", "白"}, {"月", "用"}, {"始", "姶"})
"""Pairs of which OCR takes one for the other all the same."""
_GLOSS = (
    "(?:(?:Full|Legal|Name|Type|Kind|Category|Sex|Gender|Address|Domicile|Residence|Registered|Place"
    "|Representative|Person|Principal|Date|Day|Birth|Establishment|Founded|Founding|Issue|Issued|Issuance"
    "|Issuing|Capital|Business|Scope|Operation|Unified|Social|Credit|Code|Certificate|Registration"
    "|Number|ID|Identity|Card|Employer|Employee|Company|Party|Nationality|Ethnicity|Job|Position|Post"
    "|Duty|Work|Validity|Valid|Until|Expiry|Period|Term|Contract|Authority|Organization|Organisation"
    "|Qualifications?|Approval|Approved|Professional|Technical|Title|Level|Grade|Speciali[sz]?(?:ty|ation)|Major|Field|Signing|Signed|Signature|Seal|Holder"
    "|Mobile|Phone|Telephone|Tel|Email|Start|Starting|End|Ending|From|To|and|of|the|by|on|No"
    "|(?<=Party)[AB])[./&]?)+(?![A-Za-z])"
)
"""What bilingual forms print behind a label: words of the trade, as many as there are."""
_TWIN = (
    r"(?:(?<=机关)|(?<=机构)|(?<=单位))[及和与、/]"
    r"(?:[发颁登签核批][证记发布准]|颁发|制证)?(?:日期|时间)"
)
"""The day that stands under the same label as who issued a paper: ``登记机关及日期``."""
_TAIL = re.compile(
    rf"(?P<twin>{_TWIN})?(?i:{_GLOSS})?(?:\([^()]{{1,20}}\))?(?i:{_GLOSS})?(?:(?:名称|姓名|全称)(?=:))?"
    r"(?P<colon>[::]*[-—_]{0,3}[::]*)"
)
_GENERIC = re.compile(r"[\u4e00-\u9fff]{2,10}(?:\([^()]{1,12}\))?:")
_NUMBER = re.compile(
    r"\(?(?:[A-Z]?[0-9]{1,2}(?:[.\-][0-9]{1,2}){0,2}|[一二三四五六七八九十]{1,3}|[A-Z](?=[).、]))[).、,]*"
)
_ITEMS = ("一般项目", "许可项目", "一般经营项目", "许可经营项目", "其中")
_PARTY = frozenset("甲乙丙丁戊己")
_TO_SIGN = re.compile("[盖公签]章|签[字名]|印章|手印")
NARROW = 0.3
"""A gap this many sizes wide tells label from value."""
WIDE = 7.5
"""Letter-spacing inside a label never exceeds this."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A label in a row."""

    label: str
    """As the field gives it; empty for a label nobody asks for."""
    row: int
    start: int
    """Index of its first glyph in the row."""
    end: int
    """Index after it, its bracket and its colon."""
    box: Box
    size: float
    certainty: float
    stop: int
    """Index after its own last character."""
    bracket: str = ""
    """What stands in brackets behind it: ``法定代表人（负责人）``."""


def _opens(row: Row, start: int) -> bool:
    if row.gaps[start] >= 0.6:
        return True
    return row.text[start - 1] in _BEFORE or _numbered(row.text[:start])


def _numbered(before: str) -> bool:
    """Whether nothing but an item's number stands before: ``1.``, ``(二)``, ``2.1``, ``A6``."""
    return bool(_NUMBER.fullmatch(before))


def _inner_gaps_fit(row: Row, start: int, end: int) -> bool:
    return all(gap <= WIDE for gap in row.gaps[start + 1 : end])


def _closing(row: Row, start: int, end: int) -> tuple[int, float, str] | None:
    """Where the label with its dressing ends, how clearly, and its bracket; None in a sentence."""
    tail = _TAIL.match(row.text, end)
    assert tail is not None  # noqa: S101 - the pattern matches the empty text
    dressed = row.text[tail.end("twin") if tail["twin"] else end : tail.start("colon")]
    bracket = re.sub(rf"(?i:^{_GLOSS}|{_GLOSS}$)", "", dressed)
    if tail.start("colon") > end and not bracket:
        return tail.end(), 1.0, ""
    after = tail.end()
    if tail["colon"]:
        return after, 1.0, bracket
    if after == len(row.text) or row.gaps[after] >= NARROW:
        return after, 1.0, bracket
    if any(gap >= 1.0 for gap in row.gaps[start + 1 : end]):
        return after, 1.0, bracket  # 名    称: nobody letter-spaces a sentence
    if _SENTENCE.match(row.text, end) or (bracket and _SENTENCE.match(row.text, after)):
        return None
    if row.text[start] in _PARTY and end - start <= 2:
        return None  # 甲方安排乙方从事…: a party without a colon is a sentence's subject
    # a label of two characters may just as well begin a word: 名称 and 名称权
    return after, 0.98 if end - start >= 4 else 0.93, bracket


@cache
def _pattern(label: str) -> re.Pattern[str]:
    """The label with the specks OCR sees in its gaps: ``级·别``, ``级☑别``."""
    return re.compile("[·•.'˙☑□■]?".join(map(re.escape, label)))


def _hit(row: Row, number: int, label: str, seen: tuple[int, int], certainty: float) -> Hit | None:
    start, end = seen
    if not _inner_gaps_fit(row, start, end):
        return None
    closing = _closing(row, start, end)
    if closing is None:
        return None
    after, clear, bracket = closing
    in_text = row.gaps[start] < 0.6 and row.text[start - 1] in ";,、。)"
    if in_text and not _numbered(row.text[:start]) and ":" not in row.text[end:after]:
        return None
    if not _opens(row, start):
        # in the middle of a run only a long label with a colon counts: 某某公司法定代表人：张三
        if len(label) < 4 or ":" not in row.text[end:after]:
            return None
        certainty *= 0.93
    if _TO_SIGN.search(bracket):
        certainty *= 0.75  # what stands there was written by hand, or is a seal
    box = around([box_of(glyph) for glyph in row.glyphs[start:end]])
    assert box is not None  # noqa: S101 - labels are not empty
    return Hit(label, number, start, after, box, row.size, certainty * clear, end, bracket)


def _exact(row: Row, number: int, label: str) -> Iterator[Hit]:
    if label[0] not in row.text or label[-1] not in row.text:
        return
    for match in _pattern(label).finditer(row.text):
        if hit := _hit(row, number, label, match.span(), 1.0):
            yield hit


def _one_off(seen: str, label: str) -> bool:
    """Whether exactly one character differs, and not one that tells two labels apart."""
    pairs = [(a, b) for a, b in zip(seen, label, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    pair = set(pairs[0])
    return not pair & _DISTINCT or pair in _ALIKE


def _even(row: Row, start: int, label: str, seen: str) -> bool:
    """Whether a label whose last character differs does not take its value's first for it."""
    if seen[-1] == label[-1]:
        return True
    inner = row.gaps[start + 1 : start + len(label)]
    return inner[-1] < NARROW or inner[-1] <= 1.5 * max(inner[:-1], default=0.0)


def _misread(row: Row, number: int, label: str, openings: Sequence[int]) -> Iterator[Hit]:
    """Labels of four and more characters with one of them misread."""
    for start in openings:
        seen = row.text[start : start + len(label)]
        if len(seen) == len(label) and _one_off(seen, label) and _even(row, start, label, seen):
            hit = _hit(row, number, label, (start, start + len(label)), 0.96)
            # with the value close behind it, only where a column begins
            if hit and (hit.certainty > 0.95 or row.gaps[start] >= 1.0):
                yield hit


def _generic(row: Row, number: int, taken: Sequence[Hit]) -> Iterator[Hit]:
    """Anything that looks like another column's label: ``联系方式：`` after a wide gap."""
    ends = {hit.end for hit in taken}
    for start in range(1, len(row.text)):
        if row.gaps[start] < 1.0 or start in ends:
            continue
        match = _GENERIC.match(row.text, start)
        if match is None or match[0].startswith(_ITEMS):
            continue
        if hit := _hit(row, number, "", (start, match.end() - 1), 1.0):
            yield replace(hit, label="", end=match.end())


def _without_overlaps(found: Sequence[Hit]) -> list[Hit]:
    """Of overlapping labels the longest stays; at equal length the surer one."""
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: (-len(h.label), -h.certainty)):
        if all(hit.stop <= other.start or hit.start >= other.stop for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _in_row(row: Row, number: int, labels: Sequence[str], stops: Sequence[str]) -> list[Hit]:
    known = [hit for label in (*labels, *stops) for hit in _exact(row, number, label)]
    exact = {hit.start for hit in known}
    openings = [n for n in range(len(row.text)) if n not in exact and _opens(row, n)]
    long = [label for label in labels if len(label) >= 4]
    known += [hit for label in long for hit in _misread(row, number, label, openings)]
    kept = _without_overlaps(known)
    return sorted(
        _without_overlaps([*kept, *_generic(row, number, kept)]), key=lambda hit: hit.start
    )


def hits(page: Layout, labels: Sequence[str], stops: Sequence[str] = COMMON) -> list[Hit]:
    """All labels of a page from top to bottom.

    Args:
        page: the page as rows.
        labels: folded labels somebody asks for.
        stops: further labels that only end a neighbour's value.
    """
    others = [stop for stop in stops if stop not in labels]
    found = [
        hit for number, row in enumerate(page.rows) for hit in _in_row(row, number, labels, others)
    ]
    return sorted(found, key=lambda hit: (hit.row, hit.start))


def is_gloss(text: str) -> bool:
    """Whether a folded run is but the English of a label: ``DateofApproval``."""
    return bool(re.fullmatch(rf"(?i:{_GLOSS})", text))


def looks_like_label(text: str) -> bool:
    """Whether a folded run begins like any form's label: ``联系方式：``."""
    match = _GENERIC.match(text)
    return bool(match and not match[0].startswith(_ITEMS))


def by_row(found: Sequence[Hit]) -> Mapping[int, list[Hit]]:
    """Hits by the number of their row."""
    rows: dict[int, list[Hit]] = {}
    for hit in found:
        rows.setdefault(hit.row, []).append(hit)
    return rows
