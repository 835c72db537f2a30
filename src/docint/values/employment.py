"""用工形式: sex, kind of term, and whether a contract's words speak of full-time employment."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docint.values.text import fold, legible

_TICKED = "[☑☒✓✔√■▣●◉]"
_EMPTY = "[□○◯☐◇]"
_PART_TIME = re.compile(
    r"非全日制|(?<!全)兼职|劳务(?:合同|协议|派遣|关系|外包)|被?派遣(?:员工|人员|至|到|单位)|返聘|退休(?:人员)?聘用"
    r"|实习|见习协议|顾问(?:协议|合同)|外聘|竞业限制协议|小时工|临时工"
)
_FULL_TIME = re.compile(
    r"(?<!非)全日制|全职|劳动合同(?:书)?|聘用合同(?:书)?|标准工时|综合计算工时|不定时工(?:作|时)|每周工作(?:五|5)天|每日工作(?:八|8)小时"
)


def parse_sex(text: str) -> str:
    """``男`` or ``女``; of a pair of boxes the ticked one.

    Raises:
        ValueError: neither, or both and none ticked.
    """
    line = fold(legible(text))
    ticked = set(_ticked(line, ("男", "女")))
    if len(ticked) == 1:
        return str(ticked.pop())
    named = set(re.findall("[男女]", line))
    if len(named) == 1 and not re.search(f"{_EMPTY}[男女]", line):
        return str(named.pop())
    if re.fullmatch(r"(?i)m(?:ale)?", line):
        return "男"
    if re.fullmatch(r"(?i)f(?:emale)?", line):
        return "女"
    raise ValueError(f"no sex: {text!r}")


def _ticked(line: str, options: Iterable[str]) -> list[str]:
    """The options (patterns) whose box is ticked; boxes stand before all of them or behind all."""
    boxes = _TICKED[1:-1] + _EMPTY[1:-1]
    places = [(m.start(), m.end(), o) for o in options for m in [re.search(o, line)] if m]
    first = re.search(f"[{boxes}]", line)
    before = bool(first and places and first.start() < min(places)[0])
    if before:
        return [
            o for start, _, o in places if re.search(f"{_TICKED}[^{boxes}]{{0,3}}$", line[:start])
        ]
    return [o for _, end, o in places if re.match(f"[合同劳动:()]{{0,6}}{_TICKED}", line[end:])]


def full_time(text: str) -> bool:
    """Whether the words of a contract speak of full-time employment (全日制).

    非全日制, 劳务, 返聘, 派遣, 实习, 顾问, 兼职 are not; 劳动合同 and 聘用合同 are, unless such a
    word stands in them. Clauses that only forbid or mention them (不得兼职) do not count.

    Raises:
        ValueError: the words say neither.
    """
    line = fold(text)
    line = re.sub(
        r"(?:不得|禁止|未经[^。]{0,20}不得|不|非因)[^。;]{0,12}(?:兼职|实习|派遣)[^。;]*[。;]?",
        "",
        line,
    )
    line = re.sub(rf"{_EMPTY}(?:非全日制|劳务派遣|兼职|实习|返聘)[^□☐☑√]{{0,6}}", "", line)
    if _PART_TIME.search(line):
        return False
    if _FULL_TIME.search(line):
        return True
    raise ValueError(f"neither full nor part time: {text[:60]!r}")
