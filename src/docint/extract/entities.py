"""Entities of prose found by the trained pipeline (实体识别), and what sentences say of them.

The pipeline finds what no label announces; it is a helper to recall. What it alone has seen is
never surer than `SUREST`, and every entity must have the shape of its type besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
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
WORDS = "words.txt"
"""Beside the pipeline: ordinary words, so that it knows what is no name."""
_LED_TO = re.compile(r"[是由与跟请](?=.{5})")
"""A word before a name that the pipeline took along."""
_TOGETHER = 8
"""Texts tagged in one go: few, so that what is worked on stays in the processor's cache."""
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

    return quickened(spacy.load(MODEL))


def quickened(nlp: Any) -> Any:
    """The pipeline with numpy's products of matrices: thrice as fast as those spaCy brings."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - comes with spaCy

    for node in nlp.get_pipe("tagger").model.walk():
        node.ops = NumpyOps(use_blis=False)
    return nlp


def available() -> bool:
    """Whether the trained pipeline is there."""
    return (MODEL / "meta.json").exists()


def entities(text: str) -> tuple[Entity, ...]:
    """Entities in folded text (lines kept), left to right; each has the shape of its type."""
    return found_by(_pipeline(), text, _words())


def found_by(nlp: Any, text: str, words: Mapping[str, str]) -> tuple[Entity, ...]:
    """Entities as a pipeline finds them with a list of ordinary words."""
    starts = list(_chunks(text))
    docs = [marked(nlp, text[a:b], words) for a, b in starts]
    return tuple(
        found
        for (at, _), spans in zip(starts, tagged(nlp, docs), strict=True)
        for start, end, label in spans
        if (found := _shaped(text, at + start, at + end, label))
        and not (label == "PERSON" and found.text in words)  # 雷达, 严格: words with a surname
    )


@cache
def _words() -> dict[str, str]:
    lines = (MODEL / WORDS).read_text("utf-8").splitlines()
    return dict(line.split(" ") for line in lines)


def marked(nlp: Any, text: str, words: Mapping[str, str]) -> Any:
    """A document whose characters know the ordinary word they stand in (as their lemma).

    Args:
        nlp: the pipeline.
        text: folded.
        words: ordinary words of two to four characters with their class.
    """
    doc, marks = nlp.make_doc(text), ["x"] * len(text)
    at = 0
    while at < len(text):
        word = next((w for n in (4, 3, 2) if (w := text[at : at + n]) in words), "")
        if word:
            marks[at : at + len(word)] = [words[word] + "B", *[words[word] + "I"] * (len(word) - 1)]
        at += len(word) or 1
    for token in doc:
        token.lemma_ = marks[token.idx]
    return doc


def tagged(nlp: Any, docs: Sequence[Any]) -> Iterator[list[tuple[int, int, str]]]:
    """Start, end and type of the entities of each document: the best row of tags that is one."""
    tagger = nlp.get_pipe("tagger")
    for first in range(0, len(docs), _TOGETHER):
        batch = docs[first : first + _TOGETHER]
        rows = _best(tagger.model.predict(batch), tuple(tagger.labels))
        for doc, row in zip(batch, rows, strict=True):
            yield _spans(doc, [tagger.labels[tag] for tag in row])


def _best(logits: Sequence[npt.NDArray[np.float32]], labels: tuple[str, ...]) -> list[list[int]]:
    """The row of tags of most probability for each text (Viterbi, all texts in step).

    Only one thing is forbidden: ``I-X`` stands behind ``B-X`` and ``I-X`` alone.
    """
    inside = [n for n, label in enumerate(labels) if label.startswith("I-")]
    begin = [labels.index(f"B-{labels[n][2:]}") for n in inside]
    lengths = [len(one) for one in logits]
    odds = np.zeros((len(logits), max(lengths, default=0), len(labels)), dtype=np.float32)
    for number, one in enumerate(logits):
        odds[number, : len(one)] = one - np.logaddexp.reduce(one, axis=1, keepdims=True)
    odds[:, :1, inside] = -np.inf
    score, back = odds.copy(), np.zeros(odds.shape, dtype=np.int16)
    for at in range(1, odds.shape[1]):
        before = score[:, at - 1]
        top = before.argmax(1)
        back[:, at] = top[:, None]
        score[:, at] += before.max(1)[:, None]
        stays = before[:, inside] >= before[:, begin]
        back[:, at, inside] = np.where(stays, inside, begin)
        led = np.maximum(before[:, inside], before[:, begin])
        score[:, at, inside] = odds[:, at, inside] + led
    return [_traced(score[n], back[n], length) for n, length in enumerate(lengths)]


def _traced(score: npt.NDArray[np.float32], back: npt.NDArray[np.int16], length: int) -> list[int]:
    row = [int(score[length - 1].argmax())] if length else []
    for at in range(length - 1, 0, -1):
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
