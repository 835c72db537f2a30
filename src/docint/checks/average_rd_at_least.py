"""年平均研发投入不低于规定数额: by fiscal years, over every audited reading.

The special audit (专项审计) is one reading, the financial audit's 研发费用 another. Only where
every reading of the average is below is it called so; readings on both sides are unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.amounts import amount_of, by_year, unit_slip
from docint.judge.outcomes import NO_DATE, failed, passed, unknown
from docint.judge.periods import days, fiscal_years
from docint.judge.proof import stated
from docint.judge.subjects import Unit, subjects
from docint.judge.wording import money, place
from docint.types.case import Case
from docint.types.finding import Decides, Exhibit, Outcome

CODE = "rd-expense-below-threshold"
_SOURCES = {"rd-audit-report": "专项审计口径", "audit-report": "财务审计口径"}


@dataclass(frozen=True, slots=True)
class _Average:
    source: str
    value: Decimal
    exhibits: tuple[Exhibit, ...]


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    lead = subjects(case).lead
    threshold = Decimal(parameters["amount"])
    if lead is None or case.applied_on is None:
        subject = lead.label if lead else "牵头单位"
        settled = NO_DATE if lead else "申请表"
        yield unknown(CODE, subject, "缺少计算年平均研发投入的依据。", settled_by=settled)
        return
    years = fiscal_years(case.applied_on, parameters.get("years", 2))
    yield _judged(case, lead, years, threshold)


def _judged(case: Case, lead: Unit, years: tuple[str, ...], threshold: Decimal) -> Outcome:
    readings = {kind: _readings(case, lead, kind, years) for kind in _SOURCES}
    averages = [
        _Average(_SOURCES[kind], sum(map(amount_of, found), Decimal()) / len(years), tuple(found))
        for kind, per_year in readings.items()
        if len(found := list(per_year.values())) == len(years)
    ]
    if averages and (slip := _slip(case, averages)):
        return unknown(
            CODE, lead.label, slip, *averages[0].exhibits, settled_by="研发费用专项审计报告原件"
        )
    if averages:
        return _compared(case, lead, averages, threshold, years)
    return _early(case, lead, readings, threshold, years)


def _readings(case: Case, lead: Unit, kind: str, years: tuple[str, ...]) -> dict[str, Exhibit]:
    """The reading of each year; where documents of one kind differ, the larger."""
    found: dict[str, Exhibit] = {}
    for year in years:
        of_year = by_year(case, lead.of_kind(kind), "rd_expense", year)
        if of_year:
            found[year] = max(of_year, key=amount_of)
    return found


def _slip(case: Case, averages: list[_Average]) -> str:
    """A sentence where the figures are a 万元 table read as 元, judged by what was declared."""
    for average in averages:
        for exhibit in average.exhibits:
            said = case.declared.get("rd_expense", str(exhibit.fact.path[-1]))
            if said and unit_slip(amount_of(exhibit), Decimal(str(said.value))):
                return f"{place(case, exhibit)}的金额单位与申报数相差整倍，可能是万元与元之别。"
    return ""


def _compared(
    case: Case, lead: Unit, averages: list[_Average], threshold: Decimal, years: tuple[str, ...]
) -> Outcome:
    best = averages[0]  # the special audit where there is one
    margin = best.value - threshold
    decides = Decides(True, f"{margin:.2f}", f"两年合计达到{money(threshold * len(years))}")
    shown = "；".join(f"{a.source}{money(a.value)}" for a in averages)
    said = f"{'、'.join(reversed(years))}年年平均研发投入：{shown}；规定不低于{money(threshold)}"
    exhibits = tuple(x for a in averages for x in a.exhibits)
    above = {a.value >= threshold for a in averages}
    if above == {True}:
        reason = f"{said}，高出{money(margin)}。"
        return passed(CODE, lead.label, reason, *exhibits, decides=decides)
    if above == {True, False}:
        reason = f"{said}；两种口径分居标准两侧，须由主管部门认定口径。"
        return unknown(
            CODE, lead.label, reason, *exhibits, decides=decides,
            settled_by="审计机构对两份报告研发费用口径差异的说明",
        )  # fmt: skip
    if (young := _young(case, lead, best, threshold, years)) is not None:
        return young
    # a lone 利润表 line may leave out capitalised or commissioned research
    alone = all(a.source == _SOURCES["audit-report"] for a in averages)
    return failed(
        CODE, lead.label, f"{said}，相差{money(-margin)}。", *exhibits, decides=decides,
        severity="medium" if alone else None,
        innocent=("资本化支出或委托外部研发未计入", "报表口径为合并或母公司"),
    )  # fmt: skip


def _young(
    case: Case, lead: Unit, best: _Average, threshold: Decimal, years: tuple[str, ...]
) -> Outcome | None:
    """A lead founded within the two years: the article is silent on what to divide by."""
    for document in lead.identity:
        founded = stated(case, document, "established_on")
        since = days(founded.fact.value) if founded else None
        if founded and since and str(since[0].year) > years[-1]:
            spent = [x for x in best.exhibits if amount_of(x) > 0]
            if sum(map(amount_of, spent), Decimal()) / max(len(spent), 1) >= threshold:
                reason = (
                    "牵头单位成立不足两个会计年度，按实有年度计算达到标准；办法未规定如何计算。"
                )
                return unknown(
                    CODE, lead.label, reason, *best.exhibits, founded,
                    settled_by="主管部门对不足两个会计年度单位的计算口径",
                )  # fmt: skip
    return None


def _early(
    case: Case,
    lead: Unit,
    readings: Mapping[str, Mapping[str, Exhibit]],
    threshold: Decimal,
    years: tuple[str, ...],
) -> Outcome:
    """One year may decide alone; else name the year that is wanting."""
    found = [x for per_year in readings.values() for x in per_year.values()]
    alone = max(found, key=amount_of, default=None)
    if alone and amount_of(alone) >= threshold * len(years):
        margin = amount_of(alone) - threshold * len(years)
        reason = (
            f"{place(case, alone)}{alone.fact.path[-1]}年研发投入{money(amount_of(alone))}，"
            f"仅此一年已使年平均不低于{money(threshold)}。"
        )
        decides = Decides(True, f"{margin / len(years):.2f}")
        return passed(CODE, lead.label, reason, alone, decides=decides)
    wanting = [y for y in years if not any(y in per_year for per_year in readings.values())]
    which = "、".join(wanting or years)
    reason = f"缺少{which}年度经审计的研发费用，年平均研发投入无从计算。"
    settled = f"{which}年度研发费用专项审计报告"
    decides = Decides(True, turns_at=_wanting(alone, wanting, threshold * len(years)))
    return unknown(CODE, lead.label, reason, *found, settled_by=settled, decides=decides)


def _wanting(known: Exhibit | None, years: Sequence[str], total: Decimal) -> str:
    """What the missing years must come to."""
    if not years:
        return ""
    left = total - (amount_of(known) if known else Decimal())
    return f"{'、'.join(reversed(years))}年研发投入{'合计' * (len(years) > 1)}不低于{money(left)}"


check = Check(
    codes=(CODE,),
    statement="牵头单位近两个会计年度的年平均研发投入不低于规定数额",
    run=_run,
    parameters={
        "amount": Parameter(str, "年平均数额下限，元，两位小数的字符串", fits=fitting.amount),
        "years": Parameter(int, "会计年度数，缺省为 2", False),
    },
)
