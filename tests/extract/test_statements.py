"""The equations of audits, and what they say of the figures in them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from docint.contracts import Tools
from docint.extract.repairs import repaired
from docint.extract.rereading import doubter
from docint.extract.statements import grain, ties, witnessed
from docint.types.fact import Fact, Facts, Path
from docint.types.place import Box, Evidence, Place

BALANCE = {
    "流动资产合计": "6,000,000.00",
    "非流动资产合计": "4,000,000.00",
    "资产总计": "10,000,000.00",
    "流动负债合计": "2,500,000.00",
    "非流动负债合计": "500,000.00",
    "负债合计": "3,000,000.00",
    "所有者权益合计": "7,000,000.00",
    "负债和所有者权益总计": "10,000,000.00",
}


def figure(
    path: Path, printed: str, reader: str = "ocr", score: float = 0.9, unit: int = 1
) -> Fact:
    value = f"{Decimal(printed.replace(',', '')) * unit:.2f}"
    proof = Evidence(Place("0" * 64, 1, Box(0, 0, 1, 1)), printed, reader, score)
    return Fact(path, value, (proof,), "cell", 0.9)


def sheet(printed: dict[str, str], **how: object) -> Facts:
    return Facts(
        tuple(figure(("statement", "2023", k), v, **how) for k, v in printed.items())  # type: ignore[arg-type]
    )


def test_a_balance_sheet_that_adds_up_breaks_no_tie() -> None:
    found = ties(sheet(BALANCE))
    assert len(found) == 5
    assert all(tie.holds and not tie.broken for tie in found)


def test_every_figure_in_a_sum_that_holds_is_proved_though_it_was_recognised() -> None:
    proved = witnessed(sheet(BALANCE))
    assert all(fact.proved and fact.confidence > 0.98 for fact in proved)


def test_the_figure_that_all_broken_sums_share_is_the_doubtful_one() -> None:
    facts = witnessed(sheet(BALANCE | {"负债合计": "3,310,000.00"}, score=1.0))
    doubted = [fact.path[-1] for fact in facts if any(not w.agrees for w in fact.witnesses)]
    assert doubted == ["负债合计"]
    assert facts.get("statement", "2023", "资产总计").proved  # type: ignore[union-attr]


def test_rounding_of_a_printed_unit_breaks_nothing() -> None:
    printed = {"流动资产合计": "600.26", "非流动资产合计": "400.26", "资产总计": "1,000.51"}
    (tie,) = ties(sheet(printed, unit=10_000))
    assert tie.holds
    assert tie.difference == Decimal(-100)
    assert grain(tie.total) == 100


def test_a_sum_whose_optional_line_was_not_found_is_not_broken() -> None:
    (tie,) = ties(sheet({"利润总额": "110.00", "营业利润": "100.00", "营业外收入": "20.00"}))
    assert not tie.holds
    assert not tie.broken


def test_a_loss_printed_with_either_sign_satisfies_the_profit_formula() -> None:
    lines = {"营业收入": "100.00", "营业成本": "60.00", "信用减值损失": "5.00", "营业利润": "35.00"}
    (tie,) = ties(sheet(lines))
    assert tie.holds


def test_one_misread_digit_of_an_unsure_reading_is_repaired_and_disclosed() -> None:
    misread = sheet(BALANCE | {"负债合计": "8,000,000.00"})
    facts = witnessed(repaired(misread))
    fact = facts.get("statement", "2023", "负债合计")
    assert fact is not None
    assert (fact.value, fact.repaired, fact.raw) == ("3000000.00", True, "8,000,000.00")
    assert fact.proved


def test_a_clear_print_is_never_repaired_for_it_may_have_been_altered() -> None:
    for reader, score in (("ocr", 0.999), ("text", 0.5)):
        facts = repaired(sheet(BALANCE | {"负债合计": "8,000,000.00"}, reader=reader, score=score))
        assert not any(fact.repaired for fact in facts)


def test_the_second_reader_decides_whether_a_figure_was_misread() -> None:
    clear = sheet(BALANCE | {"负债合计": "8,000,000.00"}, score=0.999)
    yes = doubter(Tools(reread=lambda _: ("3,000,000.00", 0.9)))
    no = doubter(Tools(reread=lambda _: ("8,000,000.00", 0.9)))
    unsure = Facts(
        tuple(replace(f, evidence=(replace(f.evidence[0], confidence=0.5),)) for f in clear)
    )
    assert any(fact.repaired for fact in repaired(clear, unsure=yes))
    assert not any(fact.repaired for fact in repaired(unsure, unsure=no))


def test_two_possible_repairs_are_none() -> None:
    # 3 for 8 in either part would do
    doubtful = sheet({"流动资产合计": "8.00", "非流动资产合计": "8.00", "资产总计": "11.00"})
    assert not any(fact.repaired for fact in repaired(doubtful))


def test_items_and_projects_of_a_ledger_add_up_to_the_year() -> None:
    facts = Facts((
        figure(("rd_expense", "2023"), "300.00"),
        figure(("rd_items", "2023", "人员人工费用"), "200.00"),
        figure(("rd_items", "2023", "直接投入费用"), "100.00"),
        figure(("rd_items", "2023", "其中：境外"), "50.00"),
        figure(("projects", 0, "amount", "2023"), "120.00"),
        figure(("projects", 1, "amount", "2023"), "170.00"),
    ))  # fmt: skip
    by_name = {tie.name: tie for tie in ties(facts)}
    assert by_name["研发费用合计＝各费用项目之和"].holds
    assert by_name["研发费用合计＝各研发项目之和"].difference == Decimal(10)
    # a line of the list may be lost; what exceeds the total is a contradiction
    assert not by_name["研发费用合计＝各研发项目之和"].broken
    more = Facts((*facts, figure(("projects", 2, "amount", "2023"), "30.00")))
    assert {tie.name for tie in ties(more) if tie.broken} == {"研发费用合计＝各研发项目之和"}


def test_items_that_fall_short_where_a_line_of_another_year_is_missing_accuse_nobody() -> None:
    facts = Facts((
        figure(("rd_expense", "2023"), "300.00"),
        figure(("rd_items", "2023", "人员人工费用"), "200.00"),
        figure(("rd_items", "2023", "直接投入费用"), "90.00"),
        figure(("rd_items", "2022", "其他费用"), "10.00"),
    ))  # fmt: skip
    assert not any(tie.broken for tie in ties(facts))
    whole = Facts((*facts, figure(("rd_items", "2023", "其他费用"), "5.00")))
    assert [tie.year for tie in ties(whole) if tie.broken] == ["2023"]
