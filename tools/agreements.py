"""Measure what agreements are understood to say.

``tools/agreements.py [--known | --manners | --manner NAME | --unseen]``.

Generated agreements of sentences that no rule was written after; ``--known`` takes the others,
``--manners`` whole agreements in manners of their own (minutes, a letter, cards, a supplement),
``--unseen`` whole agreements in twelve further manners, by whose mistakes no rule is mended.
Roles and work are F1 over (unit, role) and (unit, piece of work); the clause on results is
accuracy of present or absent. Once as printed, once as readers damage it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).parents[1]))
from corpora.language.agreements import (
    MANNERS,
    UNSEEN,
    Agreement,
    agreement,
    in_manner,
    manners,
    printed,
)
from docint.contracts import Tools
from docint.extract.entities import MODEL
from docint.kinds.cooperation_agreement.kind import find
from docint.types.document import Document, Leaf
from docint.types.fact import Facts
from docint.types.place import Box
from docint.types.reading import Line, Origin, Page, Word
from docint.values.text import fold

_SIZE, _PITCH, _LEFT, _ROWS = 12.0, 20.0, 60.0, 36
_ALIKE = 85
"""Likeness in hundredths at which what was read with slips is the same name or work."""
Counts = Counter[str]


Make = Callable[[Random, int], Agreement]


def measured(make: Make, seed: int, count: int, *, noise: bool, wrong: bool) -> dict[str, float]:
    """The three figures."""
    random, counts = Random(seed), Counts()
    for n in range(count):
        made = make(random, n)
        facts = find(_document(printed(made, random, noise=noise), noise), Tools())
        for mistake in _judged(made, facts, counts):
            if wrong:
                print(mistake)
    return {
        "roles": _f1(counts, "role"),
        "work": _f1(counts, "work"),
        "results": round(counts["results right"] / count, 4),
    }


def _judged(made: Agreement, facts: Facts, counts: Counts) -> Iterator[str]:
    yield from _compared("role", _roles(made), _said_roles(made, facts), counts, made)
    yield from _compared("work", set(made.work), _said_work(made, facts), counts, made)
    allots = facts.get("ip_clause") is not None
    counts["results right"] += allots == made.allots
    if allots != made.allots:
        yield f"results: {allots} for {made.allots}: {made.form}"


Pairs = set[tuple[str, str]]


def _compared(
    name: str, true: Pairs, said: Pairs, counts: Counts, made: Agreement
) -> Iterator[str]:
    counts[f"{name} hit"] += len(true & said)
    counts[f"{name} true"] += len(true)
    counts[f"{name} said"] += len(said)
    for unit, what in sorted(true ^ said):
        yield f"{name} {'missed' if (unit, what) in true else 'wrong'}: {unit} {what}: {made.form}"


def _f1(counts: Counts, name: str) -> float:
    both = counts[f"{name} true"] + counts[f"{name} said"]
    return round(2 * counts[f"{name} hit"] / max(1, both), 4)


def _roles(made: Agreement) -> Pairs:
    return {(u, "lead" if n == 0 else "participant") for n, u in enumerate(made.units)}


def _said_roles(made: Agreement, facts: Facts) -> Pairs:
    found = set()
    for n in facts.under("parties").keys():  # noqa: SIM118 - Facts is no mapping
        name, role = facts.get("parties", n, "name"), facts.get("parties", n, "role")
        if name and role and role.value in {"lead", "participant"}:
            found.add((_unit(made, str(name.value)), str(role.value)))
    return found


def _said_work(made: Agreement, facts: Facts) -> Pairs:
    """Units with the pieces of work inside the passage said to be theirs."""
    found = set()
    for n in facts.under("rd_division").keys():  # noqa: SIM118 - Facts is no mapping
        party, text = facts.get("rd_division", n, "party"), facts.get("rd_division", n, "text")
        if party is None or text is None:
            continue
        words = fold(str(text.value))
        found |= {
            (_unit(made, str(party.value)), piece)
            for _, piece in made.work
            if fuzz.partial_ratio(fold(piece), words) >= _ALIKE and len(words) >= len(piece)
        }
    return found


def _unit(made: Agreement, name: str) -> str:
    best = max(made.units, key=lambda unit: fuzz.ratio(fold(unit), fold(name)))
    return best if fuzz.ratio(fold(best), fold(name)) >= _ALIKE else name


def _of_sentences(random: Random, _: int, *, kept: bool) -> Agreement:
    return agreement(random, kept=kept)


def _in_manners(only: str | None, file: str) -> Make:
    names = [only] if only else sorted(manners(file))
    return lambda random, n: in_manner(random, names[n % len(names)], file)


def _document(paragraphs: list[list[str]], scanned: bool = False) -> Document:
    lines = [line for paragraph in paragraphs for line in _set(paragraph)]
    pages = [lines[at : at + _ROWS] for at in range(0, len(lines), _ROWS)]
    leaves = tuple(
        Leaf("0" * 64, "协议.pdf", _page(number, rows, scanned))
        for number, rows in enumerate(pages, 1)
    )
    return Document("d1", "cooperation-agreement", 1.0, leaves)


def _set(paragraph: list[str]) -> list[tuple[str, float]]:
    """Lines with their left edge: the first is set in by two characters."""
    return [(text, _LEFT if n else _LEFT + 2 * _SIZE) for n, text in enumerate(paragraph)]


def _page(number: int, rows: list[tuple[str, float]], scanned: bool) -> Page:
    lines = tuple(_line(text, x, 60 + n * _PITCH) for n, (text, x) in enumerate(rows))
    origin: Origin = "ocr" if scanned else "text"
    return Page(number, 595.0, 842.0, origin, "rapidocr" if scanned else "text", lines)


def _line(text: str, x: float, top: float) -> Line:
    words = []
    for char in text:
        width = _SIZE if ord(char) > 0x2E80 else _SIZE / 2
        if not char.isspace():
            words.append(Word(char, Box(x, top, x + width, top + _SIZE)))
        x += width
    box = Box(words[0].box.x0, top, x, top + _SIZE) if words and words[0].box else None
    return Line(text, box, tuple(words))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--count", type=int, default=400)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--known", action="store_true", help="sentences that rules may follow")
    which.add_argument("--manners", action="store_true", help="whole agreements, every manner")
    which.add_argument("--unseen", action="store_true", help="whole agreements of the second file")
    which.add_argument("--manner", choices=sorted(manners()), help="only this one of them")
    parser.add_argument("--wrong", action="store_true", help="print mistakes (not of kept ones)")
    parser.add_argument("--card", action="store_true", help="write the figures into the card")
    asked = parser.parse_args()
    whole = asked.manners or asked.unseen or asked.manner is not None
    if whole:
        make = _in_manners(asked.manner, UNSEEN if asked.unseen else MANNERS)
    else:
        make = partial(_of_sentences, kept=not asked.known)
    found = {
        name: measured(
            make, asked.seed, asked.count, noise=name == "damaged",
            wrong=asked.wrong and (asked.known or asked.manner is not None),
        )
        for name in ("clean", "damaged")
    }  # fmt: skip
    print(json.dumps(found, indent=1))
    if asked.card and not asked.known and not whole:
        card = MODEL / "card.json"
        written = json.loads(card.read_text("utf-8")) | {"agreements": found}
        card.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
