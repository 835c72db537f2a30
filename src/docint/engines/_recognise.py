"""Crops of lines to text: one pass of the model for each line, greedy CTC decoding.

The model's time is proportional to the pixels it is given, batching itself gains nothing
(22–25 µs a column of 48 pixels for one line or twelve). What costs is a shape the compiled model
has not met: it is compiled for each, and keeps what it compiled. So lines come one by one, in few
widths: with batches by exact width a worker grew by 130 MB a page, without end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
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
WIDTHS = (
    *range(48, 256, 16), *range(256, 512, 32), *range(512, 1024, 64), *range(1024, 2048, 128),
    *range(2048, 3201, 384),
)  # fmt: skip
"""Widths the model is given, in pixels; a line is padded to the next (4 % on average)."""
NARROWEST = WIDTHS[0]
WIDEST = WIDTHS[-1]
"""A longer line is squeezed: nothing printed on one page needs more."""


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
    return [_recognised(crop, model, characters) for crop in crops]


def _recognised(crop: Image, model: Model, characters: Sequence[str]) -> Text:
    width = _width(crop)
    across = WIDTHS[bisect_left(WIDTHS, width)]
    line = np.zeros((1, 3, HEIGHT, across), np.float32)
    line[0, :, :, :width] = _normal(crop, width)
    return _decode(model(line)[0], characters, width / across)


def _width(crop: Image) -> int:
    height, width = crop.shape[:2]
    return int(min(max(round(HEIGHT * width / max(height, 1)), NARROWEST // 3), WIDEST))


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
