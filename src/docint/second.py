"""Has a second, independent engine read again what a serious finding rests on (第二次识读).

Only the few values that would carry a high finding are read twice; a finding whose value the
second reader does not confirm is stated with less weight, or not at all.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from rapidfuzz.distance import Levenshtein

from docint import shelf
from docint.contracts import Engine, Reader
from docint.extract.proof import attested
from docint.judge.proof import proved
from docint.sheets import Sheets
from docint.types.case import Case
from docint.types.fact import Fact, Facts, Value, Witness
from docint.types.finding import Exhibit, Judgement
from docint.types.place import Evidence, Place
from docint.values import districts
from docint.values.text import fold
from docint.vocabulary import FINDINGS

Doubt = tuple[Exhibit, str]
"""What is to be read again, and the text it is held against."""


class SecondReader:
    """The second engine, asked for single places; loaded when first asked."""

    def __init__(self, engine: str, sheets: Sheets) -> None:
        self._engine = engine
        self._sheets = sheets
        self._seen: dict[tuple[Place, int], tuple[str, float] | None] = {}
        self.seconds = 0.0
        """Time spent so far, loading included."""

    def reread(self, place: Place) -> tuple[str, float] | None:
        """What the second engine reads in a place that holds one line, or None."""
        return self._timed(place, 1)

    def lines(self, evidence: Evidence) -> str:
        """What it reads where a quote stands, over as many lines as that has."""
        seen = self._timed(evidence.place, _lines(evidence))
        return seen[0] if seen else ""

    def _timed(self, place: Place, lines: int) -> tuple[str, float] | None:
        """The reading of a place; what several doubts ask for is read once."""
        if (place, lines) not in self._seen:
            begun = time.monotonic()
            self._seen[place, lines] = self._read(place, lines)
            self.seconds += time.monotonic() - begun
        return self._seen[place, lines]

    def _read(self, place: Place, lines: int) -> tuple[str, float] | None:
        reader = _reader(self._engine)
        image = self._sheets.at(place) if reader else None
        if reader is None or image is None:
            return None
        if lines == 1:
            return reader.read_line(image)
        seen = reader.read(image).lines
        return "".join(line.text for line in seen), min((s.score for s in seen), default=0.0)


def second_readings(case: Case, judgement: Judgement, second: SecondReader) -> Case:
    """The case with the second reader's witnesses of what carries a serious finding.

    Args:
        case: as judged.
        judgement: tells which values those are.
        second: the second engine.

    Returns:
        The very same case where there was nothing to read.
    """
    better: dict[tuple[str, tuple[str | int, ...]], Fact] = {}
    for exhibit, against in _doubts(case, judgement):
        witness = _witness(exhibit.fact, against, second)
        if witness:
            better[exhibit.document, exhibit.fact.path] = attested(exhibit.fact, witness)
    return _with(case, better) if better else case


def available(engine: str) -> bool:
    """Whether a second engine of this name can be asked."""
    if engine not in shelf.names("engines"):
        return False
    found: Engine = shelf.unit("engines", engine, "engine")
    return found.available()


@cache
def _reader(engine: str) -> Reader | None:
    if not engine or not available(engine):
        return None
    found: Engine = shelf.unit("engines", engine, "engine")
    return found.load(1)


def _doubts(case: Case, judgement: Judgement) -> Iterator[Doubt]:
    seen: set[tuple[str, tuple[str | int, ...]]] = set()
    for result in judgement.checks:
        outcome = result.outcome
        code = FINDINGS.get(outcome.code)
        if outcome.verdict != "fail" or code is None or code.severity != "high":
            continue
        declared = outcome.declared
        exhibits = [*([declared] if declared else []), *outcome.found]
        for exhibit in exhibits:
            key = (exhibit.document, exhibit.fact.path)
            if key not in seen and not proved(case, exhibit):
                seen.add(key)
                yield exhibit, _against(exhibit, exhibits)


def _against(exhibit: Exhibit, exhibits: list[Exhibit]) -> str:
    return next((other.fact.raw for other in exhibits if other is not exhibit), "")


def _witness(fact: Fact, against: str, second: SecondReader) -> Witness | None:
    read = "".join(second.lines(evidence) for evidence in fact.evidence)
    first = "".join(evidence.quote for evidence in fact.evidence)
    agrees = True if _says(read, fact.value) else confirms(read, first, against)
    if agrees is None:
        return None
    return Witness("second-reader", agrees, f"第二识别引擎读作“{read.strip()}”")


def _lines(evidence: Evidence) -> int:
    """About how many printed lines a quote's box holds."""
    box = evidence.place.box
    if box is None or not evidence.quote:
        return 1
    # Text of n characters in k lines fills a box of width w with k·(w·k/n)-high rows.
    width = sum(0.55 if c.isascii() else 1.0 for c in evidence.quote)
    return max(1, round(math.sqrt(box.height * width / max(box.width, 1.0))))


def _says(read: str, value: Value) -> bool:
    """Whether a reading states the very value, whatever else it got wrong."""
    if isinstance(value, str):
        return len(value) > 1 and fold(value) in fold(read)
    if isinstance(value, Mapping) and "code" in value:
        try:
            return districts.parse(read)["code"] == value["code"]
        except ValueError:
            return False
    return False


def confirms(read: str, first: str, against: str) -> bool | None:
    """Whether a second reading confirms the first rather than what it is held against.

    The second engine need not read every character right, only the ones that decide: those in
    which ``first`` and ``against`` differ.

    Returns:
        None where the second reading is too poor to tell.

    >>> confirms("深圳市南山区科技园路8号", "深圳市南山区科技园路8号", "深圳市福田区")
    True
    """
    read, first, against = fold(read), fold(first), fold(against)
    if not read or not first:
        return None
    if first in read:
        return True
    if against and against in read:
        return False
    near = Levenshtein.distance(read, first)
    if near > 0.4 * len(first):
        return None
    if not against or any(c.isdigit() for c in first):
        # One digit more or less is another value: nothing short of equality confirms it.
        return None
    apart = Levenshtein.distance(first, against)
    gained = Levenshtein.distance(read, against) - near
    if gained >= 0.5 * apart:
        return True
    return False if gained <= -0.5 * apart else None


def _with(case: Case, better: Mapping[tuple[str, tuple[str | int, ...]], Fact]) -> Case:
    facts = {
        document: Facts(tuple(better.get((document, fact.path), fact) for fact in found))
        for document, found in case.facts.items()
    }
    declared = facts.get(case.declared_document, case.declared)
    return replace(case, facts=facts, declared=declared)
