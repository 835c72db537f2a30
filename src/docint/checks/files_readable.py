"""所有文件均可识读."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed
from docint.types.case import Case
from docint.types.finding import Outcome

UNSUPPORTED, UNREADABLE = "unsupported-file", "unreadable-document"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    seen: set[tuple[str, int | None]] = set()
    # a file refused whole is not counted again by its pages
    for refusal in sorted(case.refusals, key=lambda r: r.page is not None):
        if {(refusal.path, None), (refusal.path, refusal.page)} & seen:
            continue
        seen.add((refusal.path, refusal.page))
        spot = f"{refusal.path} 第{refusal.page}页" if refusal.page else refusal.path
        code = refusal.code if refusal.code in (UNSUPPORTED, UNREADABLE) else UNREADABLE
        yield failed(code, spot, f"{spot}：{refusal.reason}")
    for document in case.documents:
        for leaf in document.leaves:
            spots = {(leaf.file, None), (leaf.file, leaf.page.number)}
            if leaf.page.problem and not spots & seen:
                seen.add((leaf.file, leaf.page.number))
                spot = f"{leaf.file} 第{leaf.page.number}页"
                yield failed(UNREADABLE, spot, f"{spot}：{leaf.page.problem}")
    if not seen:
        yield passed(UNREADABLE, "全部文件", "全部文件和页面均已识读。")


check = Check(
    codes=(UNREADABLE, UNSUPPORTED),
    statement="所有文件和页面均可识读",
    run=_run,
    parameters={},
    standing=True,
)
