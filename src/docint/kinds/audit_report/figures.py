"""Statement lines (报表数) as facts: by fiscal year, in yuan, with the sums they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from docint.contracts import Tools
from docint.extract import periods
from docint.extract.columns import well_formed
from docint.extract.flow import Span
from docint.extract.grids import evidence
from docint.extract.repairs import repaired
from docint.extract.rereading import doubter
from docint.extract.statements import witnessed
from docint.extract.votes import Vote
from docint.kinds.audit_report.sheets import Figure, figures
from docint.types.document import Document
from docint.types.fact import Fact, Facts, Path
from docint.values import money
from docint.values.text import fold

GOALS: dict[str, tuple[str, ...]] = {
    "revenue": ("营业收入", "主营业务收入", "营业总收入", "本期收入"),
    "rd_expense": ("研发费用", "研究费用"),
    "net_profit": ("净利润", "本期盈余"),
    "total_assets": ("资产总计",),
    "total_liabilities": ("负债合计",),
    "owners_equity": ("所有者权益合计",),
}
"""The contract's facts and the statement lines that give them, the first found wins."""

_LETTERS = str.maketrans("OoQDlI|SBZ", "0000111582")


def figure_text(text: str, *, ocr: bool) -> str:
    """A printed amount without dressing; OCR's letters among the digits made digits."""
    folded = fold(text)
    return folded.translate(_LETTERS) if ocr else folded


def year_of(figure: Figure, fiscal_year: int | None) -> tuple[int, bool] | None:
    """The fiscal year a figure belongs to, and whether a statement of its own year said so."""
    if figure.period.year:
        return figure.period.year, True
    base = figure.stated_year or fiscal_year
    if base is None:
        return None
    return base + figure.period.offset, figure.stated_year is not None


def _scoped(found: Sequence[Figure]) -> tuple[list[Figure], str]:
    """The company's own figures where a report prints both; and how they were chosen."""
    scopes = {f.scope for f in found}
    if "own" in scopes and scopes & {"consolidated", ""}:
        return [f for f in found if f.scope == "own"], "cell:母公司"
    if "consolidated" in scopes and "" in scopes:
        # Titles without a word beside consolidated ones are the company's own.
        return [f for f in found if f.scope == ""], "cell:母公司"
    if "consolidated" in scopes:
        return list(found), "cell:合并"
    return list(found), "cell"


def _fact(figure: Figure, path: Path, unit: str, method: str, certainty: float) -> Fact | None:
    ocr = figure.leaf.page.origin == "ocr"
    text = figure_text(figure.piece.text, ocr=ocr)
    try:
        value = money.parse(text, unit)
    except ValueError:
        options = money.readings(text, unit)
        if not options:
            return None
        # Several readings: the likeliest is kept with little trust, a sum may prove it.
        value, certainty = options[0], min(certainty, 0.5)
    if not isinstance(value, str):
        return None
    if ocr:
        seen = figure.piece.confidence
        certainty = min(certainty, 0.93 if seen >= 0.98 else 0.85 if seen >= 0.95 else 0.7)
        if not well_formed(text):
            certainty = min(certainty, 0.7)
    return Fact(path, value, (evidence(figure.leaf, [figure.piece]),), method, certainty)


def _certainty(figure: Figure, year_stated: bool, unit_known: bool) -> float:
    certainty = 0.98 if figure.account.exact else 0.9
    if figure.doubtful:
        return 0.5
    if not unit_known:
        certainty = min(certainty, 0.75)
    return certainty if year_stated or figure.period.year else min(certainty, 0.93)


def _rank(figure: Figure) -> tuple[int, int, bool]:
    """Which of several columns or pages of one year and line is taken: the lower."""
    return figure.period.rank, abs(figure.period.offset), not figure.account.exact


def statement_facts(document: Document, fiscal_year: int | None) -> Facts:
    """``("statement", year, line)`` for every recognised line of balance sheet, P&L, cash flow.

    An opening restated on 1 January beside the closing of the year before is
    ``("statement", year, line + "@期初")``.
    """
    found = figures(document)
    by_sheet = {
        sheet: [f for f in found if f.sheet == sheet] for sheet in ("balance", "income", "cash")
    }
    items: dict[Path, Fact] = {}
    for group in by_sheet.values():
        chosen, method = _scoped(group)
        if not chosen:
            continue
        plain = [f for f in chosen if f.unit is None]
        guess = periods.unstated_unit([f.piece.text for f in plain])
        for figure in sorted(chosen, key=_rank):
            _add(items, figure, fiscal_year, method, guess)
    ordered = {fact.path: fact for f in found for fact in items.values() if _cited(fact, f)}
    rest = {path: fact for path, fact in items.items() if path not in ordered}
    return Facts((*ordered.values(), *rest.values()))


def _cited(fact: Fact, figure: Figure) -> bool:
    place = fact.evidence[0].place
    return (
        place.box == figure.piece.box
        and place.page == figure.leaf.page.number
        and (fact.raw == figure.piece.text)
    )


def _add(
    items: dict[Path, Fact],
    figure: Figure,
    fiscal_year: int | None,
    method: str,
    guess: str | None,
) -> None:
    placed = year_of(figure, fiscal_year)
    unit = figure.unit or guess
    if placed is None or unit is None:
        return
    year, stated = placed
    line = figure.account.name
    if figure.period.opening:
        line, year = figure.account.name + "@期初", year + 1
    path = ("statement", str(year), line)
    if path in items:
        return
    fact = _fact(figure, path, unit, method, _certainty(figure, stated, figure.unit is not None))
    if fact is not None:
        items[path] = fact


def _readings(fact: Fact) -> Sequence[str]:
    """Other values the print may stand for where OCR took a comma for a point."""
    value = Decimal(str(fact.value))
    text = figure_text(fact.raw, ocr=True)
    options = money.readings(text)
    return [o for o in options if Decimal(o) != value]


def goal_facts(statement: Facts) -> list[Fact]:
    """The contract's amounts by year, taken from the statement lines that give them."""
    years = list(dict.fromkeys(str(f.path[1]) for f in statement))
    result = []
    for goal, lines in GOALS.items():
        for year in years:
            fact = next(
                (f for line in lines if (f := statement.get("statement", year, line))), None
            )
            if fact is not None:
                method = fact.method
                confidence = fact.confidence
                if fact.path[2] in {"本期收入", "本期盈余"}:
                    confidence = min(confidence, 0.8)
                result.append(
                    Fact(
                        (goal, year), fact.value, fact.evidence, method, confidence,
                        fact.witnesses, fact.repaired,
                    )
                )  # fmt: skip
    return result


def amount_facts(document: Document, fiscal_year: int | None, tools: Tools) -> list[Fact]:
    """All amounts of a financial audit: the contract's goals, then the statement lines."""
    raw = statement_facts(document, fiscal_year)
    proved = witnessed(repaired(raw, _readings, doubter(tools)))
    return [*goal_facts(proved), *proved]


def stated_years(document: Document) -> list[Vote]:
    """Votes for the fiscal year by the statements' own sub-headings and heads."""
    votes = {}
    for figure in figures(document):
        year = figure.stated_year or figure.period.year
        if figure.period.offset == 0 and year and year not in votes:
            place = evidence(figure.leaf, [figure.piece])
            span = Span(place.quote, place.place, place.reader, place.confidence)
            votes[year] = Vote(year, span, 1.5)
    # Without sub-headings both years of a comparison stand in heads: the later one is audited.
    return [votes[max(votes)]] if votes else []
