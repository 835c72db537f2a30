"""Statement algebra (勾稽关系): tables of an audit are equations, and equations are witnesses.

Statement lines hang under ``("statement", year, line)``, R&D ledgers under ``("rd_items", year,
item)``, ``("projects", n, "amount", year)`` and ``("rd_expense", year)``. Equations are those of
财会〔2019〕6号 and, for ledgers, of 国科发火〔2016〕195号 (items and projects add up to the year).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from itertools import product

from docint.types.fact import Fact, Facts, Path, Witness
from docint.values.text import fold

Term = tuple[int, str]
"""Sign and line of a part of a sum."""


@dataclass(frozen=True, slots=True)
class Equation:
    """A total and the signed lines it is made of (勾稽公式)."""

    total: str
    needed: tuple[Term, ...]
    """Without these nothing can be said."""
    optional: tuple[Term, ...] = ()
    """Lines that a unit may not have: nil counts as nothing."""
    either: frozenset[str] = frozenset()
    """Lines printed with either sign (损失 as a positive or a negative number)."""
    weak: bool = False
    """The sum may have parts that this table does not know: a failure proves nothing."""


EQUATIONS: tuple[Equation, ...] = (
    Equation("资产总计", ((1, "流动资产合计"), (1, "非流动资产合计"))),
    Equation("负债合计", ((1, "流动负债合计"),), ((1, "非流动负债合计"),)),
    Equation("所有者权益合计", ((1, "归属于母公司所有者权益合计"), (1, "少数股东权益"))),
    Equation("负债和所有者权益总计", ((1, "负债合计"), (1, "所有者权益合计"))),
    Equation("资产总计", ((1, "负债和所有者权益总计"),)),
    Equation("资产总计", ((1, "负债合计"), (1, "所有者权益合计"))),
    Equation(
        "营业利润",
        ((1, "营业收入"), (-1, "营业成本")),
        (
            (-1, "税金及附加"), (-1, "销售费用"), (-1, "管理费用"), (-1, "研发费用"),
            (-1, "财务费用"), (1, "其他收益"), (1, "投资收益"), (1, "净敞口套期收益"),
            (1, "公允价值变动收益"), (1, "信用减值损失"), (1, "资产减值损失"),
            (1, "资产处置收益"), (1, "汇兑收益"),
        ),
        frozenset({"信用减值损失", "资产减值损失"}),
        weak=True,
    ),
    Equation(
        "利润总额",
        ((1, "营业利润"),),
        ((1, "营业外收入"), (-1, "营业外支出"), (1, "补贴收入")),
    ),
    Equation("净利润", ((1, "利润总额"),), ((-1, "所得税费用"),)),
    Equation("净利润", ((1, "持续经营净利润"),), ((1, "终止经营净利润"),)),
    Equation("净利润", ((1, "归属于母公司所有者的净利润"), (1, "少数股东损益"))),
    Equation("本期盈余", ((1, "本期收入"), (-1, "本期费用"))),
    Equation(
        "现金及现金等价物净增加额",
        ((1, "经营活动产生的现金流量净额"),),
        (
            (1, "投资活动产生的现金流量净额"), (1, "筹资活动产生的现金流量净额"),
            (1, "汇率变动对现金及现金等价物的影响"),
        ),
    ),
    Equation(
        "期末现金及现金等价物余额",
        ((1, "期初现金及现金等价物余额"), (1, "现金及现金等价物净增加额")),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tie:
    """One equation over printed figures of one year (一项勾稽)."""

    name: str
    """The equation in words: ``资产总计＝流动资产合计＋非流动资产合计``."""
    year: str
    total: Fact
    parts: tuple[tuple[int, Fact], ...]
    difference: Decimal
    """Total less sum, in yuan."""
    tolerance: Decimal
    """What rounding of the printed unit explains, in yuan."""
    complete: bool
    """False where an optional line was not found, so that a difference may be that line."""
    weak: bool
    """The equation may lack parts: only its holding means something."""

    @property
    def holds(self) -> bool:
        """Whether the figures add up."""
        return abs(self.difference) <= self.tolerance

    @property
    def broken(self) -> bool:
        """Whether the figures contradict each other, nothing being left to explain it."""
        return not self.holds and self.complete and not self.weak

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Total and parts."""
        return (self.total, *(fact for _, fact in self.parts))


# ---------------------------------------------------------------- amounts


def amount(fact: Fact) -> Decimal | None:
    """A fact's yuan; None for another currency."""
    try:
        return Decimal(fact.value) if isinstance(fact.value, str) else None
    except InvalidOperation:
        return None


def grain(fact: Fact) -> Decimal:
    """The smallest step of a printed figure in yuan: ``1,234.56`` in 万元 → 100.

    It is the value's own relation to its print, so no unit need be handed along.
    """
    printed = re.sub(r"[^\d.]", "", fold(fact.raw))
    value = amount(fact)
    if value is None or not re.fullmatch(r"\d+(?:\.\d+)?", printed) or not Decimal(printed):
        return Decimal("0.01")
    places = len(printed.partition(".")[2])
    return abs(value) / Decimal(printed) * Decimal(1).scaleb(-places)


def _tolerance(facts: Sequence[Fact]) -> Decimal:
    step = max(grain(fact) for fact in facts)
    return max(Decimal(1), step * len(facts) / 2)


# ---------------------------------------------------------------- ties


def _named(equation: Equation) -> str:
    words = "".join(
        ("＋" if sign > 0 else "－") + line for sign, line in (*equation.needed, *equation.optional)
    )
    return f"{equation.total}＝{words.removeprefix('＋')}"


def _tie(equation: Equation, year: str, lines: Mapping[str, Fact]) -> Tie | None:
    total = lines.get(equation.total)
    if total is None or any(line not in lines for _, line in equation.needed):
        return None
    terms = [(s, n) for s, n in (*equation.needed, *equation.optional) if n in lines]
    parts = tuple((sign, lines[name]) for sign, name in terms)
    values = [amount(fact) for _, fact in parts]
    whole = amount(total)
    if whole is None or None in values:
        return None
    complete = len(terms) == len(equation.needed) + len(equation.optional)
    best: tuple[Decimal, tuple[tuple[int, Fact], ...]] | None = None
    choices = [(s, -s) if name in equation.either else (s,) for s, name in terms]
    for signs in product(*choices):
        total_of = sum(
            (s * v for s, v in zip(signs, values, strict=True) if v is not None), Decimal()
        )
        gap = whole - total_of
        if best is None or abs(gap) < abs(best[0]):
            best = gap, tuple((s, f) for s, (_, f) in zip(signs, parts, strict=True))
    assert best is not None  # product yields at least one choice  # noqa: S101
    tolerance = _tolerance([total, *(f for _, f in parts)])
    return Tie(_named(equation), year, total, best[1], best[0], tolerance, complete, equation.weak)


def _statement_ties(facts: Facts) -> Iterator[Tie]:
    years: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        if fact.path[0] == "statement" and len(fact.path) == 3:
            years.setdefault(str(fact.path[1]), {})[str(fact.path[2])] = fact
    for year, lines in years.items():
        for equation in EQUATIONS:
            if tie := _tie(equation, year, lines):
                yield tie
        opening = lines.get("期初现金及现金等价物余额")
        closing = years.get(_before(year), {}).get("期末现金及现金等价物余额")
        if opening and closing:
            equation = Equation("期初现金及现金等价物余额", ((1, "上年期末现金及现金等价物余额"),))
            named = {"期初现金及现金等价物余额": opening, "上年期末现金及现金等价物余额": closing}
            if tie := _tie(equation, year, named):
                yield tie


def _before(year: str) -> str:
    return str(int(year) - 1) if year.isdigit() else ""


def _sum_tie(name: str, year: str, total: Fact, parts: Sequence[Fact]) -> Tie | None:
    values = [amount(part) for part in parts]
    whole = amount(total)
    if whole is None or not values or None in values:
        return None
    gap = whole - sum((v for v in values if v is not None), Decimal())
    return Tie(
        name, year, total, tuple((1, part) for part in parts), gap,
        _tolerance([total, *parts]), complete=True, weak=False,
    )  # fmt: skip


PARTIAL_ITEMS = frozenset({"其中：境外", "内部研究开发费用", "合计"})
"""Ledger lines that are contained in others."""


def _ledger_ties(facts: Facts) -> Iterator[Tie]:
    totals = {str(f.path[1]): f for f in facts if f.path[0] == "rd_expense" and len(f.path) == 2}
    lines = {str(f.path[-1]) for f in facts if f.path[0] == "rd_items"} - PARTIAL_ITEMS
    for year, total in totals.items():
        items = [
            f for f in facts if f.path[:2] == ("rd_items", year) and f.path[-1] not in PARTIAL_ITEMS
        ]
        inner = facts.get("rd_items", year, "内部研究开发费用")
        own = [f for f in items if not str(f.path[-1]).startswith("委托")]
        if len(items) >= 2 and (
            tie := _sum_tie("研发费用合计＝各费用项目之和", year, total, items)
        ):
            # a line that another year has may have been lost here
            lost = tie.difference > 0 and not lines <= {str(f.path[-1]) for f in items}
            yield replace(tie, weak=lost)
        if (
            inner
            and own
            and (tie := _sum_tie("内部研究开发费用＝各内部费用项目之和", year, inner, own))
        ):
            yield tie
        projects = [
            f
            for f in facts
            if f.path[0] == "projects" and len(f.path) == 4 and f.path[2:] == ("amount", year)
        ]
        if projects and (tie := _sum_tie("研发费用合计＝各研发项目之和", year, total, projects)):
            # projects have no fixed number: a list that falls short may have lost a line
            yield replace(tie, weak=tie.difference > 0)


def ties(facts: Facts) -> tuple[Tie, ...]:
    """Every equation whose figures stand in a document's facts, holding or not.

    Raise ``totals-conflict`` for those that are `Tie.broken`; the figures' boxes are their own.
    """
    return (*_statement_ties(facts), *_ledger_ties(facts))


# ---------------------------------------------------------------- witnesses


def witnessed(facts: Facts) -> Facts:
    """The facts with a ``sum`` witness for each equation they stand in.

    A broken equation speaks against a figure only where no other equation holds it: of four
    figures in two equations the one that stands in the broken one alone is the doubtful one.
    """
    found = ties(facts)
    held = {fact.path for tie in found if tie.holds for fact in tie.facts}
    common = _common(found, held)
    notes: dict[Path, list[Witness]] = {}
    for tie in found:
        blamed = [f for f in tie.facts if f.path in common]
        blamed = blamed or [f for f in tie.facts if f.path not in held] or list(tie.facts)
        for fact in tie.facts:
            if tie.holds:
                note = f"{tie.year} 年度 {tie.name} 成立"
                notes.setdefault(fact.path, []).append(Witness("sum", agrees=True, note=note))
            elif tie.broken and fact in blamed:
                note = f"{tie.year} 年度 {tie.name} 不成立，相差 {abs(tie.difference):,.2f} 元"
                notes.setdefault(fact.path, []).append(Witness("sum", agrees=False, note=note))
    return Facts(tuple(_with(fact, notes.get(fact.path, ())) for fact in facts))


def _common(found: Sequence[Tie], held: set[Path]) -> set[Path]:
    """Figures that alone explain all broken equations of their year, where there are several."""
    result: set[Path] = set()
    for year in {tie.year for tie in found}:
        broken = [{f.path for f in tie.facts} for tie in found if tie.broken and tie.year == year]
        if len(broken) > 1:
            result |= set.intersection(*broken) - held
    return result


def _with(fact: Fact, new: Sequence[Witness]) -> Fact:
    if not new:
        return fact
    confidence = fact.confidence
    if any(not witness.agrees for witness in new):
        confidence = min(confidence, 0.9 if stated(fact) else 0.5)
    elif confidence > 0.6:
        # A figure in a sum that holds is right but for two errors that cancel out.
        confidence = max(confidence, 0.985)
    return replace(fact, witnesses=(*fact.witnesses, *new), confidence=confidence)


def stated(fact: Fact) -> bool:
    """Whether the source states its characters (text layer, DOCX) instead of showing them."""
    return fact.evidence[0].reader in {"text", "docx", "json"}
