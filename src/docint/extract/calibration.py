"""What is said of a value's sureness, fitted on corpora (置信度校准).

Extraction judges sureness by rules (``proof.py`` and the kinds); a table fitted on corpora with
known truth (``models/calibration``, drawn by ``tools/calibrate.py``) says how often values of such
sureness are right. Values that a file states and values that were recognised have a table each.

Rules and checks ask whether a value is doubted (below 0.9), or proved (0.98 and more). A corpus
must not talk a doubt away that other papers may bear out, so a value stays within its band: the
table lowers it as far as it will, and raises it no further than to the band's upper edge.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

from docint.extract.proof import STATED
from docint.types.fact import Fact, Facts

TABLE = Path(__file__).parents[1] / "models" / "calibration" / "table.json"
BANDS = (0.5, 0.8, 0.9, 0.98, 0.99)
"""Edges that checks and people go by; 0.99 is what must be right 995 times in a thousand."""
UNDER = 0.001
"""How far below a band's upper edge a value stays."""
Knots: TypeAlias = Sequence[tuple[float, float]]
"""Sureness as judged, at least → how often such values are right; both ascending."""


def source_of(fact: Fact) -> str:
    """The class of readers that a fact's table is for."""
    return "stated" if fact.evidence[0].reader in STATED else "recognised"


def calibrated(facts: Facts) -> Facts:
    """The facts with the table's sureness in place of the rules'."""
    tables = _tables()
    return Facts(
        tuple(
            replace(fact, confidence=sure(fact.confidence, tables[source_of(fact)]))
            for fact in facts
        )
    )


def sure(judged: float, knots: Knots) -> float:
    """The table's word for a sureness, within its band.

    >>> sure(0.85, [(0.0, 0.7), (0.8, 0.97)])
    0.899
    >>> sure(0.85, [(0.0, 0.7), (0.9, 0.97)])
    0.7
    """
    at = bisect_right([least for least, _ in knots], judged) - 1
    ceiling = next((edge - UNDER for edge in BANDS if judged < edge), 1.0)
    return round(min(knots[at][1], ceiling), 3)


@cache
def _tables() -> Mapping[str, Knots]:
    tables: Mapping[str, Knots] = json.loads(TABLE.read_text("utf-8"))
    return tables
