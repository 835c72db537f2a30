"""页码连续完整: 共 8 页 means eight pages are here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed, unknown, unread
from docint.judge.subjects import labelled
from docint.judge.wording import title
from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.types.finding import Outcome
from docint.values.text import fold

CODE = "pages-missing"
_PRINTED = re.compile(
    r"第(\d{1,3})页[,，/、（(]?(?:共|总)计?(\d{1,3})页|共(\d{1,3})页[,，/、]?第(\d{1,3})页"
)


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.documents:
        if document.kind != "other":
            for total, printed in _series(document).items():
                yield _of(case, document, total, printed)


def _series(document: Document) -> dict[int, set[int]]:
    """Printed page numbers by the total printed beside them."""
    found: dict[int, set[int]] = {}
    for leaf in document.leaves:
        for number, total in _numbers(leaf):
            found.setdefault(total, set()).add(number)
    return found


def _numbers(leaf: Leaf) -> Iterator[tuple[int, int]]:
    printed = leaf.page.text
    for match in _PRINTED.finditer(fold(printed)) if "页" in printed else ():
        number = int(match[1] or match[4])
        total = int(match[2] or match[3])
        if 1 <= number <= total:
            yield number, total


def _of(case: Case, document: Document, total: int, printed: set[int]) -> Outcome:
    subject = labelled(case, document)
    wanting = sorted(set(range(1, total + 1)) - printed - _elsewhere(case, document, total))
    # a page whose number is not legible is still a page
    if not wanting or len(document.leaves) >= total:
        return passed(CODE, subject, f"载明共{total}页，页数齐全。")
    which = "、".join(f"第{number}页" for number in wanting)
    unnumbered = sum(1 for leaf in document.leaves if not list(_numbers(leaf)))
    if spots := unread(case, document):
        reason = f"载明共{total}页，未见{which}，但有文件或页面未能识读：{spots}。"
        return unknown(CODE, subject, reason, settled_by=f"{title(document)}完整件")
    if unnumbered:
        reason = f"载明共{total}页，实有{len(document.leaves)}页，部分页码无法辨认。"
    else:
        reason = f"载明共{total}页，未见{which}。"
    return failed(CODE, subject, reason, innocent=("扫描时漏页", "页码按整套材料编排"))


def _elsewhere(case: Case, document: Document, total: int) -> set[int]:
    """Numbers of the same series on pages of the same files that went to another document."""
    files = {leaf.source for leaf in document.leaves}
    return {
        number
        for other in case.documents
        if other.id != document.id
        for leaf in other.leaves
        if leaf.source in files
        for number, whole in _numbers(leaf)
        if whole == total
    }


check = Check(
    codes=(CODE,),
    statement="文件页数与所载总页数相符",
    run=_run,
    parameters={},
    standing=True,
)
