"""Sentences with their entities: templates filled, damaged as readers damage them, and split."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from corpora.language.misreadings import misreadings
from corpora.language.words import ROLES, WORDS

_PIECE = re.compile(r"\{(?P<slot>[A-Za-z.]+)\}|\[(?P<choice>[^\[\]]*)\]")
_ROLE = re.compile("|".join(sorted(ROLES, key=len, reverse=True)))


@dataclass(frozen=True)
class Example:
    """A text and its entities: start, end, label."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


@cache
def templates() -> tuple[str, ...]:
    """All templates, in order."""
    lines = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def split() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Templates to train on, and every fifth, never trained on."""
    every = templates()
    return (
        tuple(t for n, t in enumerate(every) if n % 5 != 2),
        tuple(t for n, t in enumerate(every) if n % 5 == 2),
    )


def fill(template: str, random: Random) -> Example:
    """A sentence of a template."""
    text, spans, at = "", [], 0
    for match in _PIECE.finditer(template):
        text, at = text + template[at : match.start()], match.end()
        if match["choice"] is not None:
            chosen = fill(random.choice(match["choice"].split("|")), random)
            spans += [(s + len(text), e + len(text), label) for s, e, label in chosen.spans]
            text += chosen.text
            continue
        slot = match["slot"]
        word = WORDS[slot](random)
        if slot == "AGE" and text.endswith(("年龄", "年龄：")) and random.random() < 0.5:
            word = word.rstrip("岁周 ")
        quoted = slot == "PROJECT" and not text.endswith(("《", "“")) and random.random() < 0.3
        before, after = random.choice(("“”", "《》")) if quoted else ("", "")
        text += before
        if slot[0].isupper():
            spans.append((len(text), len(text) + len(word), slot.partition(".")[0]))
        text += word + after
    text += template[at:]
    spans += [(m.start(), m.end(), "ROLE") for m in _ROLE.finditer(text) if _free(m, spans)]
    return Example(text, tuple(sorted(spans)))


def _free(match: re.Match[str], spans: list[tuple[int, int, str]]) -> bool:
    return all(match.end() <= start or match.start() >= end for start, end, _ in spans)


def joined(examples: list[Example], random: Random) -> Example:
    """Sentences one behind the other."""
    text, spans = "", []
    for example in examples:
        if text:
            text += random.choice(("\n", "\n", "", " "))
        spans += [(s + len(text), e + len(text), label) for s, e, label in example.spans]
        text += example.text
    return Example(text, tuple(spans))


@cache
def _slips() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for drawn, read in (*misreadings("known"), *misreadings("apart")):
        found.setdefault(drawn, []).append(read)
        found.setdefault(read, []).append(drawn)
    more = {
        "日": "曰目",
        "：": ":;",
        "，": ",.",
        "0": "O",
        "1": "l",
        "（": "(",
        "）": ")",
        "。": ".",
    }
    return {c: tuple(x) for c, x in {**found, **more}.items()}


def damaged(example: Example, random: Random) -> Example:
    """As a reader gives it: characters confused, marks lost, blanks and line breaks inside names."""
    slips = _slips()
    rate = random.choice((0.01, 0.02, 0.04))
    pieces: list[str] = []
    for char in example.text:
        drawn = random.random()
        if drawn < 3 * rate and char in slips:
            pieces.append(random.choice(slips[char]))
        elif drawn < rate / 2:
            pieces.append(char + random.choice((" ", "\n")))
        elif char in " ，、：；" and drawn < 4 * rate:
            pieces.append("")
        else:
            pieces.append(char)
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    text = "".join(pieces)
    spans = []
    for start, end, label in example.spans:
        s, e = places[start], places[end]
        while e > s and text[e - 1].isspace():
            e -= 1
        if e > s:
            spans.append((s, e, label))
    return Example(text, tuple(spans))


def examples(which: tuple[str, ...], count: int, random: Random, noise: float) -> Iterator[Example]:
    """As many texts of one to three sentences; this share of them damaged."""
    for _ in range(count):
        chosen = [fill(random.choice(which), random) for _ in range(random.choice((1, 1, 2, 3)))]
        whole = joined(chosen, random)
        yield damaged(whole, random) if random.random() < noise else whole
