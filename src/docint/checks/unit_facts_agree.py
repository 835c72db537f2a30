"""申报的单位登记事项与证照一致: name, code, head, capital, day of establishment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from docint.contracts import Check
from docint.judge.agreements import parties
from docint.judge.amounts import near
from docint.judge.naming import same_name
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.proof import declared, misread, recognised, stated, text
from docint.judge.subjects import IDENTITY, NAME_OF_UNIT, Unit, subjects
from docint.judge.wording import differs, title
from docint.types.case import Case
from docint.types.document import Document
from docint.types.finding import Exhibit, Outcome, Severity
from docint.values import dates
from docint.values.ids import uscc as codes
from docint.values.names import lookalike
from docint.values.text import bare, simplified


def _same_name(said: Exhibit, printed: Exhibit) -> bool | None:
    return same_name(said, printed)


def _same_text(said: Exhibit, printed: Exhibit) -> bool | None:
    return simplified(bare(text(said))) == simplified(bare(text(printed)))


def _same_amount(said: Exhibit, printed: Exhibit) -> bool | None:
    if not isinstance(said.fact.value, str) or not isinstance(printed.fact.value, str):
        # other currencies are never converted
        return said.fact.value == printed.fact.value or None
    return near(said.fact, printed.fact, Decimal("0.00001"))


def _same_date(said: Exhibit, printed: Exhibit) -> bool | None:
    return dates.agree(text(said), text(printed))


@dataclass(frozen=True, slots=True)
class _Item:
    code: str
    title: str
    keys: tuple[str, ...]
    """Where papers state it; the first is the declared key."""
    same: Callable[[Exhibit, Exhibit], bool | None]


_ITEMS = (
    _Item("name-mismatch", "名称", ("name",), _same_name),
    _Item("uscc-mismatch", "统一社会信用代码", ("uscc",), _same_text),
    _Item("legal-representative-mismatch", "法定代表人", ("legal_representative",), _same_text),
    _Item(
        "registered-capital-mismatch",
        "注册资本",
        ("registered_capital", "opening_funds"),
        _same_amount,
    ),
    _Item("established-date-mismatch", "成立日期", ("established_on",), _same_date),
)
_INNOCENT = ("证照所载事项后来办理过变更登记", "申报书填写笔误")


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    done: set[str] = set()
    for unit in sorted(subjects(case).units, key=lambda u: u.role == "applicant"):
        for item in _ITEMS:
            said = declared(case, *unit.path, item.keys[0])
            printed = list(_printed(case, unit, item))
            key = f"{item.code} {text(said)} {','.join(d.id for d, _ in printed)}"
            if said is None or key in done:  # an applicant that leads is compared once
                continue
            done.add(key)
            if printed:
                yield _of(case, unit, item, said, printed)
            elif unit.role == "lead":
                yield _unprinted(unit, item, said)


def _unprinted(unit: Unit, item: _Item, said: Exhibit) -> Outcome:
    """Shenzhen's licences print no capital, and certificates no foundation: that is in order."""
    reason = f"所交证照未载{item.title}，申报内容无从核对。"
    if not unit.identity:
        reason = f"未见{unit.label}的证照，申报的{item.title}无从核对。"
    settled = "国家企业信用信息公示系统登记信息" if unit.identity else "营业执照或事业单位法人证书"
    return unknown(item.code, unit.label, reason, declared=said, settled_by=settled)


def _printed(case: Case, unit: Unit, item: _Item) -> Iterator[tuple[Document, Exhibit]]:
    for document in unit.identity:
        for key in item.keys:
            if found := stated(case, document, key):
                yield document, found


def _of(
    case: Case, unit: Unit, item: _Item, said: Exhibit, printed: list[tuple[Document, Exhibit]]
) -> Outcome:
    answers = [item.same(said, found) for _, found in printed]
    if True in answers:
        document, found = printed[answers.index(True)]
        reason = f"申报的{item.title}与{title(document)}一致。"
        return passed(item.code, unit.label, reason, found, declared=said)
    document, found = printed[0]
    reason = differs(case, found, said, item.title)
    if item.same is _same_name and _told_elsewhere(case, unit, found):
        return failed(item.code, unit.label, reason, found, declared=said, innocent=_INNOCENT)
    if doubt := _doubt(item, said, found, answers):
        return unknown(
            item.code, unit.label, f"{reason}{doubt}", found, declared=said,
            settled_by=f"{title(document)}原件",
        )  # fmt: skip
    # in print a short or former form is another name too, but hardly another unit
    lower: Severity | None = "medium" if None in answers and not _plainly(said, found) else None
    return failed(
        item.code, unit.label, reason, found, declared=said, severity=lower, innocent=_INNOCENT
    )


def _told_elsewhere(case: Case, unit: Unit, printed: Exhibit) -> bool:
    """Whether other papers bear the printed name: no slip of a reader then.

    Two papers of the unit do, or one agreement or plan that states it in characters.
    """
    wanted = text(printed)
    names = [
        text(stated(case, document, NAME_OF_UNIT[document.kind]))
        for document in unit.documents
        if document.kind not in IDENTITY
    ]
    beside = [party.name for party in parties(case)]
    plans = case.of_kind("construction-plan")
    beside += [lead for plan in plans if (lead := stated(case, plan, "lead"))]
    told = any(text(name) == wanted and not recognised(name.fact) for name in beside)
    return told or names.count(wanted) >= 2


def _doubt(item: _Item, said: Exhibit, found: Exhibit, answers: list[bool | None]) -> str:
    if None in answers and (unsure(said, found) or item.same is _same_amount):
        return "两者仅有形近、简称或币种之别，不能断定不同。"
    if unsure(said, found) and misread(text(said), text(found)):
        return "两者仅个别形近字符不同，可能为识别误差。"
    if (
        item.code == "uscc-mismatch"
        and unsure(found)
        and codes.valid(text(said))
        and not codes.valid(text(found))
    ):
        return "证照上的代码校验不符而申报的代码校验相符，可能为识别误差。"
    return ""


def _plainly(said: Exhibit, found: Exhibit) -> bool:
    """Whether look-alike characters differ in print: no reader took one for the other."""
    printed = not recognised(said.fact) and not recognised(found.fact)
    return printed and lookalike(text(said), text(found))


check = Check(
    codes=tuple(item.code for item in _ITEMS),
    statement="申报的单位名称、代码、法定代表人、注册资本和成立日期与证照一致",
    run=_run,
    parameters={},
    standing=True,
)
