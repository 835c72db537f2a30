"""Crops of lines to text: batches by width, one pass of the model, greedy CTC decoding.

The model's time is proportional to the pixels it is given, batching itself gains nothing
(22–25 µs a column of 48 pixels for one line or twelve); what pays is not to pad short lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from docint.contracts import Image

    Floats = npt.NDArray[np.float32]
    Model = Callable[[Floats], Floats]

HEIGHT = 48
"""Pixels the recogniser wants a line to be high."""
STEP = 16
"""Widths are rounded up to this, so that few shapes meet the compiled model."""
NARROWEST = 48
WIDEST = 3200
"""A longer line is squeezed: nothing printed on one page needs more."""
BATCH = 6
SLACK = 1.12
"""Widest over narrowest line of a batch: more padding costs more than another call."""


@dataclass(frozen=True, slots=True)
class Text:
    """A recognised line: text, mean score, and the characters' spans along it (0 to 1)."""

    text: str
    score: float
    spans: tuple[tuple[str, float, float], ...] = ()
    scores: tuple[float, ...] = ()


def recognise(crops: Sequence[Image], model: Model, characters: Sequence[str]) -> list[Text]:
    """Read crops that hold one line each.

    Args:
        crops: RGB or BGR alike, any size; the model was trained on both.
        model: float32 batch × 3 × 48 × width to batch × columns × classes.
        characters: by class; 0 is CTC's blank.

    Returns:
        One text for each crop, in their order.
    """
    found: list[Text] = [Text("", 0.0)] * len(crops)
    widths = [_width(crop) for crop in crops]
    for group in _batches(widths):
        across = -(-max(widths[i] for i in group) // STEP) * STEP
        batch = np.zeros((len(group), 3, HEIGHT, across), np.float32)
        for row, i in enumerate(group):
            batch[row, :, :, : widths[i]] = _normal(crops[i], widths[i])
        columns = model(batch)
        for row, i in enumerate(group):
            found[i] = _decode(columns[row], characters, widths[i] / across)
    return found


def _width(crop: Image) -> int:
    height, width = crop.shape[:2]
    return int(min(max(round(HEIGHT * width / max(height, 1)), NARROWEST // 3), WIDEST))


def _batches(widths: Sequence[int]) -> Iterator[list[int]]:
    """Indices in groups of nearly equal width, narrow ones first."""
    group: list[int] = []
    for i in sorted(range(len(widths)), key=lambda i: (widths[i], i)):
        if group and (len(group) == BATCH or widths[i] > max(widths[group[0]], STEP) * SLACK):
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _normal(crop: Image, width: int) -> Floats:
    """Scaled to the model's height, values −1 to 1, channels first."""
    scaled: Any = cv2.resize(crop, (width, HEIGHT), interpolation=cv2.INTER_LINEAR)
    normal: Floats = scaled.astype(np.float32).transpose(2, 0, 1) / 127.5 - 1.0
    return normal


def _decode(columns: Floats, characters: Sequence[str], used: float) -> Text:
    """Greedy CTC: the best class of each column, repeats and blanks dropped."""
    best = columns.argmax(axis=1)
    kept = best != 0
    kept[1:] &= best[1:] != best[:-1]
    places = np.flatnonzero(kept)
    if not len(places):
        return Text("", 0.0)
    scores = columns[places, best[places]]
    text = "".join(characters[int(best[p])] for p in places)
    ends = _ends(best, places)
    spans = _spans(text, places, ends, len(best) * used)
    return Text(text, float(scores.mean()), spans, tuple(float(s) for s in scores))


def _ends(best: npt.NDArray[np.int64], places: npt.NDArray[np.int64]) -> list[int]:
    """The last column of each character's run."""
    ends = []
    for place in places:
        end = int(place)
        while end + 1 < len(best) and best[end + 1] == best[place]:
            end += 1
        ends.append(end)
    return ends


def _spans(
    text: str, places: npt.NDArray[np.int64], ends: Sequence[int], length: float
) -> tuple[tuple[str, float, float], ...]:
    """Characters as pieces of the line: borders lie midway between neighbours.

    The firing columns sit near the middle of a glyph; a wide gap is not given to either side:
    a glyph reaches at most the typical half pitch beyond its firing columns.
    """
    middles = [(int(p) + e) / 2 + 0.5 for p, e in zip(places, ends, strict=True)]
    pitches = [b - a for a, b in pairwise(middles)]
    wide = [p for p, c in zip(pitches, text, strict=False) if not c.isascii()]
    reach = float(np.median(wide or pitches)) / 2 if pitches else length / 2
    reach = max(reach, 1.0)
    spans = []
    for i, (character, middle) in enumerate(zip(text, middles, strict=True)):
        half = reach if not character.isascii() else reach * 0.7
        left = middle - (min(pitches[i - 1] / 2, half) if i else half)
        right = middle + (min(pitches[i] / 2, half) if i < len(pitches) else half)
        spans.append((character, max(0.0, left / length), min(1.0, right / length)))
    return tuple(spans)
