"""印章名称与应签章单位一致: only a legible seal with a clearly different name counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check
from docint.judge.agreements import parties
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.proof import stated, text
from docint.judge.stamps import blocks, place_of
from docint.judge.subjects import subjects
from docint.judge.wording import title
from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.finding import Exhibit, Outcome
from docint.types.place import Evidence, Place
from docint.types.reading import Seal
from docint.values.names import Parts, parts, same
from docint.values.text import bare

CODE = "seal-name-mismatch"
KINDS = (
    "application-form", "cooperation-agreement", "labor-contract", "audit-report",
    "rd-audit-report", "construction-plan",
)  # fmt: skip
SIGNER = {
    "audit-report": "audit_firm", "rd-audit-report": "audit_firm", "labor-contract": "employer",
}  # fmt: skip
"""Who besides the declared units stamps a paper; unread, a stranger's seal may well be theirs."""
LEGIBLE = 0.9
TURNED = 8
"""Characters from which a name read from another beginning of the ring is surely the same."""
SHARED = 0.5
"""A name that shares so much of its characters with one expected may be that one, misread."""

BRAND = 2
"""Characters of a 字号 at the least."""

_PURPOSE = re.compile(
    r"(?:[（(].*?[)）]|合同专用章|财务专用章|业务专用章|报告专用章|审计专用章|公章|专用章|行政章|印章|[0-9*])+$"
)
_ORGANISATION = re.compile(
    r"(?:公司|事务所|大学|学院|研究院|研究所|协会|学会|中心|委员会|银行|合伙）|促进会|联合会)$"
)


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.of_kind(*KINDS):
        outcomes = list(_seals(case, document))
        stamped = any(outcome.verdict == "pass" for _, outcome in outcomes)
        for seal, outcome in outcomes:
            # beside a unit's own seal one of which nothing is legible is a person's (名章)
            if not (_is_persons(seal) or (stamped and not seal.text.strip())):
                yield outcome


def _is_persons(seal: Seal) -> bool:
    """A person's seal (名章): in a square frame, of two to four characters."""
    wide, high = seal.box.x1 - seal.box.x0, seal.box.bottom - seal.box.top
    square = seal.shape == "rectangle" and 0.7 < wide / high < 1.4
    return square and 2 <= len(seal.text.strip()) <= 4


def _seals(case: Case, document: Document) -> Iterator[tuple[Seal, Outcome]]:
    expected = _expected(case, document)
    known = _signer_known(case, document)
    seen: set[str] = set()
    for leaf in document.leaves if expected else ():
        for seal in leaf.page.seals:
            if seal.text not in seen:  # one seal on every page is one seal
                seen.add(seal.text)
                yield seal, _of(case, document, leaf, seal, expected, known=known)


def _signer_known(case: Case, document: Document) -> bool:
    field = SIGNER.get(document.kind)
    return field is None or stated(case, document, field) is not None


def _expected(case: Case, document: Document) -> tuple[str, ...]:
    """Everyone who may rightly stamp a document: who it names, and the declared units."""
    named = (
        text(stated(case, document, key)) for key in ("company", "audit_firm", "employer", "lead")
    )
    signed = (text(party.name) for party in parties(case) if party.document.id == document.id)
    units = (
        name
        for unit in subjects(case).units
        for name in (text(unit.name), *(text(stated(case, d, "name")) for d in unit.identity))
    )
    return tuple(dict.fromkeys(name for name in (*named, *signed, *units) if name))


def _of(
    case: Case,
    document: Document,
    leaf: Leaf,
    seal: Seal,
    expected: tuple[str, ...],
    *,
    known: bool,
) -> Outcome:
    subject = f"{title(document)}（{leaf.file} 第{leaf.page.number}页）"
    name = _PURPOSE.sub("", seal.text.strip())
    shown = _exhibit(document, leaf, seal)
    if any(_within(one, other) for one in (name, seal.text) for other in expected):
        return passed(CODE, subject, f"印章“{seal.text}”与签章单位相符。", shown)
    unclear = seal.confidence < LEGIBLE or not _ORGANISATION.search(name) or len(name) < 6
    if unclear or any(_near(name, other) for other in expected):
        reason = f"印章文字（识读为“{seal.text}”）不够清楚，不能确认是否为应签章单位。"
        return unknown(CODE, subject, reason, shown, settled_by="签章页原件")
    if not known:
        reason = f"印章为“{seal.text}”；文件的出具或签约单位未能识读，不能确认是否相符。"
        return unknown(CODE, subject, reason, shown, settled_by="签章页原件")
    place = place_of(document, leaf, seal, blocks(case, document))
    where = f"{leaf.file}第{leaf.page.number}页{place.party + '签章处' if place else ''}的印章"
    who = "、".join(_unsealed_first(document, expected)[:3])
    reason = f"{where}为“{seal.text}”，不是文件所载签章单位（{who}等）。"
    # one signal alone: high only where a second, independent one agrees
    return failed(
        CODE, subject, reason, shown, severity="medium",
        innocent=("单位更名后沿用旧章", "由主管单位或分支机构代章", "印章识读有误"),
    )  # fmt: skip


def _unsealed_first(document: Document, expected: tuple[str, ...]) -> list[str]:
    """Who should stamp a document; first those whose own seal is nowhere on it."""
    seals = [seal.text for leaf in document.leaves for seal in leaf.page.seals]
    return sorted(expected, key=lambda unit: any(_within(seal, unit) for seal in seals))


def _within(name: str, other: str) -> bool:
    a, b = bare(name), bare(other)
    # a ring has no beginning: （普通合伙）may be read before the name that it ends
    turned = len(a) == len(b) >= TURNED and b in a + a
    return same(name, other) is True or (len(b) >= 4 and b in a) or turned


def _near(name: str, other: str) -> bool:
    if same(name, other) is None:
        return True
    if _strange(name, other):
        return False
    a, b = set(bare(name)), set(bare(other))
    # forms and trades (有限公司, 科技) are common to most names
    for common in "有限责任股份公司科技集团中国北京深圳市":
        a.discard(common)
        b.discard(common)
    return len(a & b) >= SHARED * min(len(a), len(b)) if a and b else True


def _others(named: Parts) -> tuple[str, str, str]:
    return named.region, named.industry, named.form


def _strange(name: str, other: str) -> bool:
    """Whether a whole name shares nothing of its 字号 with another, nor two of its other parts.

    Trades are common to many names (电子科技): that they agree makes nobody the same unit.
    """
    p, q = parts(name), parts(other)
    whole = p.region and len(p.brand) >= BRAND and p.form
    apart = sum(one != two for one, two in zip(_others(p), _others(q), strict=True))
    return bool(whole) and not set(p.brand) & set(q.brand + q.industry) and apart > 1


def _exhibit(document: Document, leaf: Leaf, seal: Seal) -> Exhibit:
    spot = Place(leaf.source, leaf.page.number, seal.box)
    evidence = Evidence(spot, seal.text, leaf.page.reader or "ocr", seal.confidence)
    return Exhibit(Fact(("seal",), seal.text, (evidence,), "seal", seal.confidence), document.id)


check = Check(
    codes=(CODE,),
    statement="印章名称与应签章的单位一致",
    run=_run,
    parameters={},
    standing=True,
)
