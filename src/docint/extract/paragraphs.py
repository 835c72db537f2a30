"""Which lines make one paragraph (段落): by the page's own right margin and by their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from docint.extract.flow import plain
from docint.extract.headings import LABELLED, PARTY_LINE, RECITES, heading, level
from docint.extract.margins import Margin
from docint.extract.unit_names import at_start, ended, whole
from docint.types.document import Document
from docint.types.reading import Line, Page

_FURNITURE = re.compile(
    r"-?\d{1,3}-?|[-—–·]\d{1,3}[-—–·]|第?\d{1,3}页?[/,，]?共?\d{1,3}页?|第\d{1,3}页"
    r"|第[一二三四五六七八九十]+页(?:共[一二三四五六七八九十]+页)?|page\d+(?:of\d+)?",
    re.IGNORECASE,
)


_LABEL = re.compile("[甲乙丙丁戊己庚辛壬癸]方")
"""What begins a page's particulars and another's places to sign, and is no running head."""


_COMPANY = re.compile("(?:股份)?有限(?:责任)?公司")
_BLANK_LABEL = re.compile(
    r"(?:[\u4e00-\u9fff]{2,6}(?:单位|主体|方|人|代表|名称|地址|时间|日期)|(?:课题|任务|专题)[一二三四五六七八九十\d]{1,2})"
    r"(?:[ ]{2,}|[\u3000\t]+)\S"
)
"""A label with its value behind a blank (``承担单位　某大学``)."""
_LABEL_LINE = re.compile(r"(?!其中|如下|包括|以下|即)[\u4e00-\u9fff]{2,8}[:：](?=.{2})")
"""A line of particulars: two of them are never one sentence."""


def running(document: Document) -> set[str]:
    """Texts that stand at the top or the foot of several pages."""
    edge: Counter[str] = Counter()
    for leaf in document.leaves:
        lines = leaf.page.lines
        edge.update({plain(line.text) for line in (*lines[:2], *lines[-2:])})
    least = max(2, (len(document.leaves) + 1) // 2)
    return {
        text
        for text, count in edge.items()
        if count >= least and len(document.leaves) > 1 and not _LABEL.fullmatch(text)
    }


def furniture(page: Page, number: int, heads: Collection[str]) -> bool:
    """Whether a line at a page's top or foot is a running head or the page's number."""
    text = plain(page.lines[number].text)
    edge = number < 2 or number >= len(page.lines) - 2
    return edge and (text in heads or bool(_FURNITURE.fullmatch(text)))


def beside(before: Line, line: Line) -> bool:
    """Whether a line stands on the same row, right of the line before."""
    if before.box is None or line.box is None:
        return False
    low = min(before.box.bottom, line.box.bottom) - max(before.box.top, line.box.top)
    return low > 0.5 * min(before.box.height, line.box.height) and line.box.x0 >= before.box.x1


def _letterspaced(before: Line, line: Line) -> bool:
    """Whether two pieces of a row are one label set wide apart: ``甲``, ``方：…``."""
    one, two = plain(before.text), plain(line.text)
    if before.box is None or line.box is None or not re.fullmatch(r"[\u4e00-\u9fff]", one[-1:]):
        return False
    near = line.box.x0 - before.box.x1 < 6.0 * line.box.height
    single = len(one) == 1 and one not in "男女有无是否"
    return near and single and (len(two) == 1 or bool(re.match(r"[\u4e00-\u9fff]{1,3}[:：(]", two)))


_SHORT = re.compile("(?:[^。;；,，:：!?、]{1,3}、)?[^。;；,，:：!?、]{2,20}[:：]?")
_BEGINS = re.compile(
    r"[●◆■▪•★]|[-—–]{1,2}[\u4e00-\u9fff()]{2,40}[:：]|[\[〔【][一二三四五六七八九十\d]{1,3}[\]〕】]|§\d|[甲乙丙丁戊己庚辛壬癸]、|第[一二三四五六七八九十]{1,2}(?:[篇、,，]|单元|板块)"
)
"""Bullets, and numbers that clauses never bear: a line that begins with one goes on with none."""


_NUMERAL = re.compile("[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,3}")
_PERSON_ENDS = re.compile(r"(?:代表人?|负责人)[:：][\u4e00-\u9fff·]{2,4}$")
"""A unit's particulars end with who represents it; the next line's unit is another one."""
_OURS = re.compile(r"^[我本](?:单位|公司|校|院|所|方)")


def goes_on(before: Line, line: Line, margin: tuple[float, float]) -> bool:
    """Whether a line continues the paragraph of the line before."""
    text = plain(line.text)
    if before.box is None or line.box is None:
        return False
    if beside(before, line):
        # 第四条 and its title, set apart by a wide blank
        above = plain(before.text)
        number = level(above)
        whole_number = number is not None and number[1] == len(above)
        return whole_number or bool(_NUMERAL.fullmatch(above)) or _letterspaced(before, line)
    if level(text) is not None or _BEGINS.match(text):
        return False
    if LABELLED.match(text) or RECITES.fullmatch(text) or _BLANK_LABEL.match(line.text):
        return False
    above = plain(before.text)
    listed = above[-1:] == "、" or (above[-1:] in set("及与和") and ended(above[:-1]))
    broken = any(m.start() < len(above) < m.end() for m in _COMPANY.finditer(above + text))
    if _completes(before, line, text) or ((listed or broken) and line.box.x0 <= before.box.x0):
        return True
    if _another(above, text):
        return False
    height = line.box.height
    ends = margin[1] - 2.5 * height
    # what ends a paragraph ends with a stop: a short line without one begins something
    alone = above[-1:] in "。!" and _SHORT.fullmatch(text) and line.box.x1 < ends
    if alone or before.box.x1 < ends:
        return False
    opens = line.box.x0 > margin[0] + 1.4 * height and above[-1:] in "。;:；："
    return not opens and line.box.x0 < margin[0] + 6 * height


def _another(above: str, text: str) -> bool:
    """Whether a line's words begin something of their own: particulars, a unit, a heading."""
    labels = _LABEL_LINE.match(text) and _LABEL_LINE.match(above)
    unit = _PERSON_ENDS.search(above) and at_start(_OURS.sub("", text))
    return bool(labels or unit or (heading(text) and above[-1:] in "。;:；：!"))


def back(before: tuple[Line, Margin] | None, line: Line) -> bool:
    """Whether a line begins left of the cell that the line before stood in."""
    if before is None or before[0].box is None or line.box is None:
        return False
    return line.box.x0 < before[0].box.x0 - line.box.height


def _completes(before: Line, line: Line, text: str) -> bool:
    """Whether a line completes the unit's name that the line before it broke off."""
    if before.box is None or line.box is None or line.box.top > before.box.bottom + line.box.height:
        return False
    if re.fullmatch(r"\((?:特殊)?(?:有限|普通)合伙\)", text):
        return plain(before.text).endswith(("企业", "中心")) and line.box.x0 <= before.box.x1
    began = PARTY_LINE.fullmatch(plain(before.text))
    if began is None or ended(began["name"]) or line.box.x0 > before.box.x1:
        return False
    return len(text) <= 24 and whole(began["name"] + text)
