"""Measure “same or different?” on pairs of names: ``python tools/names.py [--seed 1] [--wrong]``.

Each answer is one of three. *Surely one* counts only True as one unit; *taken as one* counts None
too, as papers are bound to units (an officer is asked where it matters).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from corpora.language.pairs import pairs
from docint.judge.naming import near
from docint.values.names import same


def answers(seed: int, count: int, *, read: bool) -> list[tuple[bool | None, bool, str, str, str]]:
    """Answer, truth, way and both names of each pair; ``read`` says that readers may have erred."""
    found = []
    for pair in pairs(seed, count):
        said = same(pair.one, pair.other)
        if said is False and read and near(pair.one, pair.other):
            said = None
        found.append((said, pair.same, pair.way, pair.one, pair.other))
    return found


def rates(found: list[tuple[bool | None, bool, str, str, str]], taken: set[bool | None]) -> str:
    """Precision and recall where these answers count as one unit."""
    hits = sum(truth for said, truth, *_ in found if said in taken)
    claimed = sum(said in taken for said, *_ in found)
    there = sum(truth for _, truth, *_ in found)
    return f"precision {hits / claimed:.4f}  recall {hits / there:.4f}"


def main() -> None:
    """Print both rates, then the answers of each way."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--wrong", action="store_true", help="print what was answered wrongly")
    asked = parser.parse_args()
    for read in (True, False):
        found = answers(asked.seed, asked.count, read=read)
        print("as a reader gave them" if read else "as printed")
        print("  surely one    ", rates(found, {True}))
        print("  taken as one  ", rates(found, {True, None}))
    table: defaultdict[tuple[bool, str], Counter[bool | None]] = defaultdict(Counter)
    for said, truth, way, one, other in found:
        table[truth, way][said] += 1
        if asked.wrong and (said is False if truth else said is not False):
            print(f"    {way}: {one!r} {other!r} → {said}")
    for (truth, way), counts in sorted(table.items(), reverse=True):
        shown = "  ".join(f"{said}: {counts[said]:3}" for said in (True, None, False))
        print(f"  {'one' if truth else 'two'} {way:16} {shown}")


if __name__ == "__main__":
    main()
