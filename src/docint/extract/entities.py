"""Entities of prose found by the trained pipeline (实体识别), and what sentences say of them.

The pipeline finds what no label announces; it is a helper to recall. What it alone has seen is
never surer than `SUREST`, and every entity must have the shape of its type besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from docint.extract import unit_names
from docint.values import dates, districts, money, names, surnames
from docint.values.text import fold

SUREST = 0.85
"""The most that may be believed of what only the pipeline has seen."""
MODEL = Path(__file__).parents[1] / "models" / "prose"
_LED_TO = re.compile(r"[是由与跟请](?=.{5})")
"""A word before a name that the pipeline took along."""
_CHUNK = 700
"""Characters a text is given to the pipeline in; a cut falls at the end of a line or sentence."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text with its type (``ORG``, ``PERSON``, ``ROLE`` …)."""

    label: str
    start: int
    end: int
    text: str


@cache
def _pipeline() -> Any:
    import spacy  # noqa: PLC0415 - a second, and only where prose has to be read

    return spacy.load(MODEL)


def available() -> bool:
    """Whether the trained pipeline is there."""
    return (MODEL / "meta.json").exists()


def entities(text: str) -> tuple[Entity, ...]:
    """Entities in folded text (lines kept), left to right; each has the shape of its type."""
    nlp, starts = _pipeline(), list(_chunks(text))
    docs = [nlp.make_doc(text[a:b]) for a, b in starts]
    return tuple(
        found
        for (at, _), spans in zip(starts, tagged(nlp, docs), strict=True)
        for start, end, label in spans
        if (found := _shaped(text, at + start, at + end, label))
    )


def tagged(nlp: Any, docs: Sequence[Any]) -> Iterator[list[tuple[int, int, str]]]:
    """Start, end and type of the entities of each document: the best row of tags that is one."""
    tagger = nlp.get_pipe("tagger")
    allowed = _transitions(tuple(tagger.labels))
    for first in range(0, len(docs), 64):
        batch = docs[first : first + 64]
        for doc, logits in zip(batch, tagger.model.predict(batch), strict=True):
            tags = [tagger.labels[i] for i in _best(logits, allowed)]
            yield _spans(doc, tags)


@cache
def _transitions(labels: tuple[str, ...]) -> npt.NDArray[np.float32]:
    """What it costs to go from one tag to the next: ``I-X`` only follows ``B-X`` and ``I-X``."""
    cost = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for n, label in enumerate(labels):
        if label.startswith("I-"):
            for m, before in enumerate(labels):
                cost[m, n] = 0.0 if before[2:] == label[2:] else -1e4
    return cost


def _best(logits: npt.NDArray[np.float32], allowed: npt.NDArray[np.float32]) -> list[int]:
    """The row of tags of most probability (Viterbi)."""
    if not len(logits):
        return []
    odds = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    score = odds[0]
    back = np.zeros(odds.shape, dtype=np.int16)
    for at in range(1, len(odds)):
        ways = score[:, None] + allowed
        back[at] = ways.argmax(0)
        score = ways.max(0) + odds[at]
    row = [int(score.argmax())]
    for at in range(len(odds) - 1, 0, -1):
        row.append(int(back[at, row[-1]]))
    return row[::-1]


def _spans(doc: Any, tags: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for token, tag in zip(doc, tags, strict=True):
        end = token.idx + len(token.text)
        if tag.startswith("I-") and found:
            found[-1] = (found[-1][0], end, found[-1][2])
        elif tag != "O":
            found.append((token.idx, end, tag[2:]))
    return found


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = min(len(text), start + _CHUNK)
        if end < len(text):
            cut = max(text.rfind(mark, start + 1, end) for mark in "\n。;；")
            end = cut + 1 if cut > start else end
        yield start, end
        start = end


def _shaped(text: str, start: int, end: int, label: str) -> Entity | None:
    """The entity without marks at its ends; None where its shape is another's."""
    while start < end and text[start] in " \n,，、:：;；。“”\"'《》":
        start += 1
    while start < end and text[end - 1] in " \n,，、:：;；。“”\"'《》":
        end -= 1
    if label == "ORG" and _LED_TO.match(text, start, end):
        start += 1
    printed = fold(text[start:end])
    fits = _SHAPES.get(label, bool)
    return Entity(label, start, end, printed) if printed and fits(printed) else None


def _unit(printed: str) -> bool:
    return len(printed) >= 4 and (unit_names.whole(printed) or unit_names.ended(printed))


def _parsed(parse: Callable[[str], Any]) -> Callable[[str], bool]:
    def fits(printed: str) -> bool:
        try:
            parse(printed)
        except ValueError:
            return False
        return True

    return fits


def _person(printed: str) -> bool:
    return surnames.surnamed(printed) and _parsed(names.parse_person)(printed)


def _district(printed: str) -> bool:
    code, rest = districts.split(printed)
    return bool(code) and not rest


_ROLE_ENDS = re.compile(
    r".*(?:单位|方|人|长|经理|总监|主管|师|员|家|成员|主任|董事|骨干|秘书|顾问|教练|官|书记|校长|博士后)"
)
_TITLE_ENDS = re.compile(
    r".*(?:工程师|教授|研究员|讲师|馆员|技师|实验师|医师|药师|经济师|会计师|师|员|教|研)"
)
_SHAPES: dict[str, Callable[[str], bool]] = {
    "ORG": _unit,
    "PERSON": _person,
    "DATE": _parsed(dates.parse),
    "MONEY": _parsed(money.parse),
    "PROJECT": lambda printed: len(printed) >= 6,
    "ROLE": lambda printed: bool(_ROLE_ENDS.fullmatch(printed)),
    "TITLE": lambda printed: bool(_TITLE_ENDS.fullmatch(printed)),
    "DISTRICT": _district,
    "ADDRESS": lambda printed: (
        bool(re.search(r"[路街道巷号区镇村园厦]", printed)) and len(printed) > 4
    ),
    "ID": lambda printed: bool(re.fullmatch(r"[0-9A-Z]{15,18}", printed)),
    "AGE": lambda printed: bool(re.match(r"[1-9]\d|[二三四五六七]?十", printed)),
}
