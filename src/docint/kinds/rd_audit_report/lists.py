"""Projects (研发项目) named outside the ledger: in a sentence, with or without amounts, in a list.

A sentence says 共开展研发项目2项：（1）甲系统研发；（2）乙装置研制, 研发项目为甲、乙 or
甲、乙等2个研发项目.
A list puts codes beside names, or names under the head 项目名称.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from docint.extract.columns import is_amount
from docint.extract.flow import Flow, Span, page_flow
from docint.extract.grids import Piece, Row, page_rows
from docint.kinds.rd_audit_report.items import code_of, item, role
from docint.kinds.rd_audit_report.tables import Entry, Project
from docint.types.document import Leaf
from docint.values import numerals
from docint.values.text import fold

_COUNT = r"\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_OPENS = re.compile(
    rf"(?:(?P<before>{_COUNT})(?:个|项|件))?(?:研发|研究开发|科研|技术开发|开发|立项|涉及|实施|承担)的?(?:项目|课题|活动)"
    rf"(?:名称|清单|明细|情况)?(?:共计?|合计|总计)?(?P<after>{_COUNT})?(?:个|项|件)?"
    r"[^。;:\d]{0,12}?(?::|(?:分别)?[为是系](?![^,、;。]{0,3}[,。])|包括|包含)"
)
_MADE_UP = re.compile(
    r"(?:研究(?:与|和)?开发|研发)(?:费用?|支出|投入|经费)[^。;:]{0,16}(?:下列|以下|下述|如下|下面|各)"
    rf"(?:(?P<before>{_COUNT})(?:个|项))?(?:研发|研究开发|科研)?(?:项目|课题|活动)(?P<after>)[^。;:\d]{{0,8}}:"
)
"""``上述研究开发费由下列项目发生：``."""
_CLOSES = re.compile(
    rf"(?:涉及|包括|包含|开展|实施|进行|立项|归集|为|即)了?(?P<list>[^。;:]{{9,600}}?)(?:共|等|共计|合计)+"
    rf"(?P<count>{_COUNT})(?:个|项|件)(?:研发|研究开发|科研|开发)?(?:项目|课题)"
)
_REACH = 1500
"""So many characters a list in a sentence may be long."""
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z0-9()、\-—·/+.&<>《》“”]{4,60}")
_LISTED = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9()、\-—·/]{3,60}")
_NO_PROJECT = re.compile(
    r"(?:报告|决议|资料|凭证|合同|协议|名单|制度|费用|支出|核算|文件|明细|辅助账|预算|立项|情况|审批|台账"
    r"|人员|材料|折旧|摊销|归集|负责人|编号|名称|时间|日期|金额|状态|领域|来源|目的|内容|方法|政策|规定)$"
    r"|我们|贵公司|管理层|注册会计师|如下|以下|合计|小计|总计"
)
_TAIL = re.compile(
    r"[,，(:]?(?:项目)?(?:编号|编码|起止|实施期|本[年期]|当[年期]|20[0-4]\d年|研发(?:投入|费用|支出)|投入|发生|支出"
    r"|费用|金额|经费|预算|共计|合计)"
    r"|[,，;。:]"
)
_AMOUNT = re.compile(
    r"(?:(?P<year>20[0-4]\d)年度?)?(?P<said>[^\d;。]{0,20})(?P<v>(?:人民币|¥)?\d[\d,.]*(?:万|亿)?元)"
)
_PLANNED = re.compile(r"预算|计划|预计|总投资|资助|收入")
_YEAR = re.compile(r"(?:(?<!\d)|(?<=\.\d\d))(20[0-4]\d)年")  # an amount may end the line before
_HAN_COUNT = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class _Item:
    """A stretch of a flow that is one entry of a list."""

    start: int
    end: int
    code: str | None = None


def listed(leaf: Leaf) -> tuple[list[Entry], list[Project]]:
    """The projects that a page lists, and the amounts that its sentences tell of them."""
    flow = page_flow(leaf, "")
    entries: list[Entry] = []
    projects: list[Project] = []
    for items, year in _told(flow):
        for one in items:
            name = _named(flow, one)
            project = Project(one.code or fold(name.text), name.text, piece_of(name), leaf, True)
            projects.append(project)
            entries += _paid(flow, one, project, year)
    rows = page_rows(leaf, tables=True)
    projects += [p for row in rows if (p := _coded(row))]
    projects += _under_head(rows)
    return entries, projects


# ---------------------------------------------------------------- sentences


def _told(flow: Flow) -> Iterator[tuple[list[_Item], int | None]]:
    for match in (*flow.finditer(_OPENS), *flow.finditer(_MADE_UP)):
        count = match["before"] or match["after"]
        wanted = _number(count) if count else 0
        found = _numbered(flow, match.end()) or _enumerated(flow, match.end(), None)
        if _whole(flow, found, wanted):
            yield found, _year_before(flow, match.start())
    for match in flow.finditer(_CLOSES):
        found = _enumerated(flow, match.start("list"), match.end("list"))
        if len(found) == _number(match["count"]) and _whole(flow, found, len(found)):
            yield found, _year_before(flow, match.start())


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else numerals.whole(printed)


def _whole(flow: Flow, found: Sequence[_Item], wanted: int) -> bool:
    """Whether a list is one of projects, and as long as the sentence says."""
    if not found or (len(found) < 2 and wanted != 1) or (wanted and len(found) != wanted):
        return False
    names = [fold(_named(flow, one).text) for one in found]
    return all(
        _NAME.fullmatch(name)
        and len(re.findall(r"[\u4e00-\u9fff]", name)) >= 4
        and not _NO_PROJECT.search(name)
        and not item(name)
        for name in names
    )


def _mark(number: int) -> re.Pattern[str]:
    """How the n-th entry of a list may be numbered: （3）, 3、, 三、, RD03."""
    han = _HAN_COUNT[number - 1] if number <= len(_HAN_COUNT) else "\0"
    return re.compile(
        rf"\(?(?P<code>(?:RD|YF|PS|XM)[-_]?(?:20\d\d[-_]?)?0*{number}(?!\d))[):、.]?"
        rf"|\(0?{number}\)[、.]?|0?{number}[、.):](?!\d)|\({han}\)|{han}、|{number}(?=[\u4e00-\u9fff])"
    )


def _numbered(flow: Flow, start: int) -> list[_Item]:
    """Entries numbered from one, the first of them right behind ``start``."""
    end = min(start + _REACH, len(flow.text))
    lines = [glyph.line for glyph in flow.glyphs]
    breaks = {
        n
        for n in range(start, end)
        if n == start or flow.text[n - 1] in ";,、。:" or lines[n] != lines[n - 1]
    }
    marks: list[re.Match[str]] = []
    at = start
    while True:
        here = (m for m in _mark(len(marks) + 1).finditer(flow.text, at, end))
        mark = next((m for m in here if m.start() in breaks), None)
        if mark is None or (not marks and mark.start() > start + 2):
            break
        marks.append(mark)
        at = mark.end()
    items = [_Item(a.end(), b.start(), code_of(a["code"] or "")) for a, b in pairwise(marks)]
    if marks:
        last = re.compile("[。;]|$").search(flow.text, marks[-1].end())
        stop = last.start() if last else len(flow.text)
        items.append(_Item(marks[-1].end(), stop, code_of(marks[-1]["code"] or "")))
    return items


def _enumerated(flow: Flow, start: int, end: int | None) -> list[_Item]:
    """Entries parted by 、 or ; up to the end of the sentence."""
    stop = re.compile("。|$").search(flow.text, start) if end is None else None
    last = end if end is not None else (stop.start() if stop else len(flow.text))
    text = flow.text[start:last]
    if len(text) > _REACH:
        return []
    text = re.sub(
        r"(?:等|共)(?:\d+|[一二三四五六七八九十]+)?[个项]?(?:研发)?(?:项目|课题)?$", "", text
    )
    parts = ";" if ";" in text else "、" if "、" in text else ","
    items, at = [], start
    for part in text.split(parts):
        items.append(_Item(at, at + len(part)))
        at += len(part) + 1
    return items


def _named(flow: Flow, one: _Item) -> Span:
    """The name at the head of a list's entry."""
    text = flow.text[one.start : one.end]
    lead = re.match(r"[《“\"<及和与:、.)]*", text)
    start = lead.end() if lead else 0
    tail = _TAIL.search(text, start + 4)
    name = text[start : tail.start() if tail else len(text)].rstrip('》”">,、;(')
    return flow.span(one.start + start, one.start + start + len(name))


def piece_of(span: Span) -> Piece:
    """A stretch of print as a piece of a row."""
    box = span.place.box
    left, right = (box.x0, box.x1) if box else (0.0, 0.0)
    return Piece(span.text, left, right, box, span.score, span.place.where)


def _year_before(flow: Flow, at: int) -> int | None:
    """The one year that the words before a list speak of."""
    begin = max(0, at - 60)
    for start in (max(begin, flow.text.rfind("。", begin, at)), begin):
        years = {int(year) for year in _YEAR.findall(flow.text, start, at)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _paid(flow: Flow, one: _Item, project: Project, year: int | None) -> Iterator[Entry]:
    """The amounts told of a project behind its name."""
    for match in _AMOUNT.finditer(flow.text, one.start, one.end):
        when = int(match["year"]) if match["year"] else year
        if when and not _PLANNED.search(match["said"]):
            piece = piece_of(flow.group(match, "v"))
            yield Entry(when, None, project.key, piece, flow.leaf, "元", True)


# ---------------------------------------------------------------- lists


def _coded(row: Row) -> Project | None:
    """A project's code and name side by side in a list without amounts."""
    for code, name in pairwise(row.pieces):
        found = code_of(code.text)
        if not found or len(code.folded) > len(found) + 3 or item(name.text):
            continue
        if _LISTED.fullmatch(name.folded) and not is_amount(name.text):
            return Project(found, name.text, name, row.leaf, True)
    return None


def _under_head(rows: Sequence[Row]) -> Iterator[Project]:
    """Names under 项目名称 in a table that tells no amounts."""
    head: Piece | None = None
    for row in rows:
        roles = [role(piece.text) for piece in row.pieces]
        if "name" in roles and len(roles) > 1:
            plain = {"name", "code", "other"}
            named = row.pieces[roles.index("name")]
            head = named if plain.issuperset(roles) and re.search("项目|课题", named.text) else None
            continue
        if head is None:
            continue
        if any(_AMOUNT.fullmatch(p.folded) for p in row.pieces) or re.search("[。;]", row.text):
            head = None
            continue
        name = next((p for p in row.pieces if p.left < head.right and head.left < p.right), None)
        if name is None or len(row.pieces) < 2 or not _LISTED.fullmatch(name.folded):
            continue
        if not _NO_PROJECT.search(name.folded) and not item(name.text):
            yield Project(fold(name.text), name.text, name, row.leaf, True)
