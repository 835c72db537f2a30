"""申报职称与职称证书一致."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.outcomes import failed, not_applicable, passed, unknown, unsure
from docint.judge.proof import declared, stated, text
from docint.judge.subjects import Person, subjects
from docint.judge.wording import differs
from docint.types.case import Case
from docint.types.finding import Exhibit, Outcome
from docint.values.names import lookalike
from docint.values.text import bare, simplified

CODE = "title-mismatch"
_ALSO = {
    "教授级高级工程师": "正高级工程师",
    "教授级高工": "正高级工程师",
    "教高": "正高级工程师",
    "正高工": "正高级工程师",
    "研究员级高级工程师": "正高级工程师",
    "研究员级高工": "正高级工程师",
    "高级工程师正高级": "正高级工程师",
    "高级工程师教授级": "正高级工程师",
    "高工": "高级工程师",
    "副研": "副研究员",
    "助工": "助理工程师",
    "助研": "助理研究员",
}
"""Everyday and former names of titles."""
_RANKS = ("正高级", "副高级", "高级", "中级", "初级", "正高", "副高")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for person in subjects(case).persons:
        said = declared(case, *person.path, "title")
        if said:
            yield _of(case, person, said)


def _of(case: Case, person: Person, said: Exhibit) -> Outcome:
    certificates = person.of_kind("title-certificate")
    if not certificates:
        return not_applicable(CODE, person.label, "未见该人员的职称证书，无从比对。")
    titles = [x for d in certificates if (x := stated(case, d, "title"))]
    levels = [x for d in certificates if (x := stated(case, d, "level"))]
    for exhibit in (*titles, *(levels if _is_rank(said) else ())):
        if _agree(text(said), text(exhibit)):
            return passed(CODE, person.label, "申报职称与证书相符。", exhibit, declared=said)
    shown = (titles or levels)[:1]
    if not shown:
        reason = "职称证书的资格名称无法辨认。"
        return unknown(CODE, person.label, reason, declared=said, settled_by="职称证书清晰件")
    reason = differs(case, shown[0], said)
    if (
        _is_rank(said)
        or _rank_alone(said, shown[0])
        or (unsure(shown[0], said) and lookalike(text(shown[0]), text(said)))
    ):
        reason += "两者可能只是写法不同。"
        return unknown(CODE, person.label, reason, *shown, declared=said, settled_by="职称证书原件")
    return failed(
        CODE, person.label, reason, *shown, declared=said,
        innocent=("另有更高级别的证书未提交", "填报的是职务而非职称"),
    )  # fmt: skip


def _is_rank(said: Exhibit) -> bool:
    return bare(text(said)).removesuffix("职称") in _RANKS


def _agree(one: str, other: str) -> bool:
    a, b = (_ALSO.get(name, name) for name in (simplified(bare(t)) for t in (one, other)))
    if a == b:
        return True
    # 高级工程师（计算机） and 计算机专业高级工程师 hold 高级工程师; 正高级工程师 does not mean it
    short, long = sorted((a, b), key=len)
    beside = long.removesuffix(short)
    field = beside != long and re.search("(?:专业|系列|学科|方向|类)$", beside)
    return len(short) >= 2 and (long.startswith(short) or bool(field))


def _rank_alone(said: Exhibit, shown: Exhibit) -> bool:
    """Whether only the certificate's rank could be read: several titles bear one rank."""
    return bare(text(shown)).removesuffix("职称") in _RANKS and not _is_rank(said)


check = Check(
    codes=(CODE,),
    statement="申报的职称与职称证书一致",
    run=_run,
    parameters={},
    standing=True,
)
