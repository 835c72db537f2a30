"""页面图像与文字层一致: what a careful reader noted while reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, passed
from docint.judge.wording import title
from docint.types.case import Case
from docint.types.finding import Outcome

CODE = "text-layer-conflict"


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    found = False
    for document in case.documents:
        for leaf in document.leaves:
            notes = [note for note in leaf.page.notes if note.startswith(CODE)]
            for note in notes:
                found = True
                subject = f"{title(document)}（{leaf.file} 第{leaf.page.number}页）"
                what = note.removeprefix(CODE).lstrip(": ：")
                reason = (
                    f"{leaf.file}第{leaf.page.number}页图像所示与文字层不同：{what}。以图像为准。"
                )
                # one signal alone: high only where a second, independent one agrees
                yield failed(
                    CODE, subject, reason, severity="medium",
                    innocent=("扫描软件生成的文字层识别有误", "文件经压缩或合并处理"),
                )  # fmt: skip
    if not found and case.documents:
        yield passed(CODE, "全部材料", "未见页面图像与文字层的差异。")


check = Check(
    codes=(CODE,),
    statement="页面图像与文字层一致",
    run=_run,
    parameters={},
    standing=True,
)
