"""Amounts and who else can testify to them (金额互证): characters beside figures, a second reading.

Sums and further prints testify where the kinds read them (``statements.py``, ``votes.py``). An
amount that nobody vouches for so is held against its characters (大写) and, where it was
recognised, read again by the second engine. Independent support decides: figures that the
characters contradict give way only if the second reader reads them as the characters do, which is
disclosed as a repair; any other difference leaves the figures as printed, in doubt and shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from docint.contracts import Tools
from docint.extract.proof import CONFIRMED, DOUBTFUL, STATED, attested
from docint.types.fact import Fact, Facts, Witness
from docint.values.text import fold

FIGURES = ("amount",)
WORDS = ("amount_words",)
DETAILS = frozenset({"statement"})
"""Lines by the hundred, proved by their equations or by nothing: not read again one by one."""
_MONEY = re.compile(r"-?\d+\.\d{2}")
_NUMBER = re.compile(r"\d[\d,，.]*")


def testified(facts: Facts, tools: Tools) -> Facts:
    """The facts with their amounts' witnesses heard; values change only by a disclosed repair."""
    spelled = {fact.path: fact for fact in _spelled(facts, tools)}
    return Facts(tuple(_seconded(spelled.get(f.path, f), tools) for f in facts))


def _spelled(facts: Facts, tools: Tools) -> Iterator[Fact]:
    """Figures and characters of one amount, each a witness of the other."""
    figures, words = facts.get(*FIGURES), facts.get(*WORDS)
    if figures is None or words is None or figures.evidence == words.evidence:
        return
    agree = figures.value == words.value
    said = Witness("words", agree, f"大写为“{words.raw}”")
    shown = Witness("words", agree, f"小写为“{figures.raw}”")
    if agree:
        yield from (attested(figures, said), attested(words, shown))
        return
    seen = _second(figures, tools)
    if seen is not None and seen[1] == words.value:
        note = Witness("second-reader", True, f"第二识别引擎读作“{seen[0]}”")
        heard = (replace(said, agrees=True), note)
        yield replace(
            figures, value=seen[1], repaired=True, confidence=CONFIRMED,
            witnesses=(*figures.witnesses, *heard),
        )  # fmt: skip
        yield attested(words, replace(note, kind="words", note=f"小写经第二识别为“{seen[0]}”"))
    elif seen is not None and seen[1] == figures.value:
        # Both engines read the figures so: the paper contradicts itself, nobody misread it.
        note = Witness("second-reader", True, f"第二识别引擎读作“{seen[0]}”")
        sure = min(figures.confidence, DOUBTFUL)
        yield replace(figures, confidence=sure, witnesses=(*figures.witnesses, note, said))
        yield attested(words, shown)
    else:
        yield from (attested(figures, said), attested(words, shown))


def _seconded(fact: Fact, tools: Tools) -> Fact:
    """A recognised amount that nobody vouches for, with the second reader heard."""
    if (
        fact.witnesses
        or fact.path[0] in DETAILS
        or not isinstance(fact.value, str)
        or not _MONEY.fullmatch(fact.value)
    ):
        return fact
    seen = _second(fact, tools)
    if seen is None:
        return fact
    agrees = seen[1] == fact.value
    return attested(fact, Witness("second-reader", agrees, f"第二识别引擎读作“{seen[0]}”"))


def _second(fact: Fact, tools: Tools) -> tuple[str, str] | None:
    """What the second reader reads where a recognised amount stands, and the value of that.

    None where it reads too poorly to tell: anything but a single number of as many digits.
    """
    first = _NUMBER.findall(fold(fact.raw))
    if fact.evidence[0].reader in STATED or not tools.reread or len(first) != 1:
        return None
    seen = tools.reread(fact.evidence[0].place)
    numbers = _NUMBER.findall(fold(seen[0])) if seen else []
    if len(numbers) != 1 or _digits(numbers[0]) != _digits(first[0]):
        return None
    try:
        scale = Decimal(str(fact.value)) / Decimal(_plain(first[0]))
        return numbers[0], f"{scale * Decimal(_plain(numbers[0])):.2f}"
    except (InvalidOperation, ZeroDivisionError):
        return None


def _plain(number: str) -> str:
    """A number without its separators; of several points only the last one is a decimal's."""
    whole, _, cents = re.sub(r"[,，]", ".", number.rstrip(".,，")).rpartition(".")
    if not whole or len(cents) == 3:
        return re.sub(r"\D", "", number)
    return f"{re.sub(r'[^0-9]', '', whole)}.{cents}"


def _digits(number: str) -> int:
    return sum(char.isdigit() for char in number)
