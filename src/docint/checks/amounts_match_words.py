"""金额大写与小写一致."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from docint.contracts import Check
from docint.judge.amounts import amount
from docint.judge.outcomes import failed, passed, unknown, unsure
from docint.judge.passages import passage
from docint.judge.proof import recognised, stated
from docint.judge.subjects import labelled
from docint.judge.wording import title
from docint.types.case import Case
from docint.types.document import Document, Leaf
from docint.types.finding import Outcome
from docint.types.reading import Line
from docint.values import money
from docint.values.numerals import NUMERAL
from docint.values.text import fold

CODE = "amount-words-conflict"
_WORDS = re.compile(rf"{NUMERAL}{{2,}}[元圆](?:{NUMERAL}+角)?(?:{NUMERAL}+分)?[整正]?")
_FORMAL = re.compile(r"[壹贰叁肆伍陆柒捌玖拾佰仟圆]")
"""Only financial characters are 大写; 三万元 in prose is not."""
_FIGURES = re.compile(
    r"(?:[¥￥]|RMB|小写[:：]?(?:人民币)?[¥￥]?)([0-9][0-9,]*(?:\.[0-9]+)?)(亿|万|千)?元?"
    r"|([0-9][0-9,]*(?:\.[0-9]+)?)(亿|万|千)?元"
)
_UNIT = {"亿": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(10**3)}
BESIDE = 24
"""Folded characters between words and figures of one amount."""


def _run(case: Case, _: Mapping[str, Any]) -> Iterator[Outcome]:
    for document in case.documents:
        if document.kind != "other" and document.data is None:
            if by_fact := _by_facts(case, document):
                yield by_fact
                continue
            for leaf in document.leaves:
                yield from _on(document, leaf)


def _by_facts(case: Case, document: Document) -> Outcome | None:
    """Where extraction found both forms of one amount (合作协议)."""
    figures, words = stated(case, document, "amount"), stated(case, document, "amount_words")
    if not figures or not words:
        return None
    subject = labelled(case, document)
    a, b = amount(figures.fact), amount(words.fact)
    if a == b:
        return passed(CODE, subject, "大写与小写一致。", figures, words)
    reason = (
        f"{document.file}第{words.fact.evidence[0].place.page}页大写为“{words.fact.raw}”，"
        f"小写为“{figures.fact.raw}”，两者不一致。"
    )
    if unsure(figures, words) and str(figures.fact.value) in money.word_readings(words.fact.raw):
        reason += "可能为识别误差。"
        settled = f"{title(document)}原件"
        return unknown(CODE, subject, reason, figures, words, settled_by=settled)
    return failed(CODE, subject, reason, figures, words, innocent=_INNOCENT)


_INNOCENT = ("笔误", "金额单位（万元、元）不同")


def _on(document: Document, leaf: Leaf) -> Iterator[Outcome]:
    lines = leaf.page.lines
    for index, line in enumerate(lines):
        if not _FORMAL.search(line.text):
            continue
        joined = fold(line.text) + fold(lines[index + 1].text if index + 1 < len(lines) else "")
        for words in _WORDS.finditer(joined):
            if words.start() < len(fold(line.text)) and _FORMAL.search(words[0]):
                figures = _beside(joined, words)
                if figures is not None:
                    yield from _compared(document, leaf, line, words[0], figures)


def _beside(text: str, words: re.Match[str]) -> tuple[str, Decimal] | None:
    """The figures nearest to the words, behind them first."""
    behind = _FIGURES.search(text, words.end(), words.end() + BESIDE + 20)
    if (
        behind
        and behind.start() - words.end() <= BESIDE
        and not _stop(text, words.end(), behind.start())
    ):
        return behind[0], _amount(behind)
    before = [
        m
        for m in _FIGURES.finditer(text, max(0, words.start() - BESIDE - 20), words.start())
        if words.start() - m.end() <= BESIDE and not _stop(text, m.end(), words.start())
    ]
    return (before[-1][0], _amount(before[-1])) if before else None


def _stop(text: str, start: int, end: int) -> bool:
    """A sentence's end, or further words, between the two: then they are two amounts."""
    between = text[start:end]
    return bool(re.search(r"[。；;，,]", between) or _WORDS.search(between))


def _amount(match: re.Match[str]) -> Decimal:
    figures, unit = match[1] or match[3], match[2] or match[4]
    return Decimal(figures.replace(",", "")) * _UNIT.get(unit or "", Decimal(1))


def _compared(
    document: Document, leaf: Leaf, line: Line, words: str, figures: tuple[str, Decimal]
) -> Iterator[Outcome]:
    try:
        spelled = Decimal(money.parse_words(words))
    except ValueError:
        return
    subject = f"{title(document)}（{document.file} 第{leaf.page.number}页）"
    shown = passage(document, leaf, line)
    if spelled == figures[1]:
        yield passed(CODE, subject, f"大写“{words}”与小写“{figures[0]}”一致。", shown)
        return
    reason = (
        f"{document.file}第{leaf.page.number}页大写为“{words}”，小写为“{figures[0]}”，两者不一致。"
    )
    readings = {Decimal(reading) for reading in money.word_readings(words)}
    if recognised(shown.fact) and (figures[1] in readings or line.confidence < 0.95):
        reason += "可能为识别误差。"
        yield unknown(CODE, subject, reason, shown, settled_by=f"{title(document)}原件")
        return
    yield failed(CODE, subject, reason, shown, innocent=_INNOCENT)


check = Check(
    codes=(CODE,),
    statement="金额的大写与小写一致",
    run=_run,
    parameters={},
    standing=True,
)
