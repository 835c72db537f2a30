"""What a page is from all its words (按用词辨认), asked where neither titles nor labels tell.

A linear model over pairs and triples of characters, weighed by how rare they are (tf-idf) and put
through a softmax: the plain text classifier of Joulin et al. 2017 ("Bag of Tricks"), which needs
no more than a sum over the page. ``tools/pages.py`` trains it; its card tells on what.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from docint.classify.text import folded
from docint.types.reading import Page

BUCKETS = 2**15
"""Pairs and triples share so many places; what collides is told apart by its company."""
OTHER = "other"
"""Papers that none of the kinds asked for is."""
SHORT = 40
"""Characters; less says too little of the whole."""
SURE = 0.8
"""From here on a guess is taken where nothing else tells."""
CERTAIN = 0.9
"""From here on a guess is taken against titles and labels."""
_DIGITS = str.maketrans("0123456789", "0" * 10)

Floats = npt.NDArray[np.float32]


class Guess(NamedTuple):
    """The likeliest kind of a page by its words."""

    kind: str
    odds: float
    """How likely, 0 to 1."""

    @property
    def certain(self) -> bool:
        """Whether it outweighs titles and labels: so far no such guess was wrong."""
        return self.odds >= CERTAIN and self.kind != OTHER

    @property
    def sure(self) -> bool:
        """Whether it may be taken for the truth where nothing else speaks."""
        return self.odds >= SURE


@dataclass(frozen=True, slots=True)
class Model:
    """Weights, and how rare each place is."""

    kinds: tuple[str, ...]
    weights: Floats
    """kinds x ``BUCKETS``."""
    bias: Floats
    rarity: Floats
    """ln of pages over pages that have it, per bucket."""

    def guess(self, text: str) -> Guess:
        """The likeliest kind of a page with this folded text."""
        places, shares = features(text, self.rarity)
        sums = self.weights[:, places] @ shares + self.bias
        odds = np.exp(sums - sums.max())
        best = int(odds.argmax())
        return Guess(self.kinds[best], float(odds[best] / odds.sum()))


def buckets(text: str) -> tuple[npt.NDArray[np.int64], Floats]:
    """The places of a folded text's pairs and triples, and 1 + ln of how often each stands there.

    Digits count alike: a date is a date.
    """
    codes = np.frombuffer(text.translate(_DIGITS).encode("utf-32-le"), np.uint32).astype(np.uint64)
    pairs = codes[:-1] * 0x9E3779B1 + codes[1:] * 0x85EBCA6B
    triples = pairs[:-1] * 31 + codes[2:] * 0xC2B2AE35 + 1
    mixed = np.concatenate((pairs, triples))
    mixed ^= mixed >> np.uint64(15)
    places, counts = np.unique(mixed % BUCKETS, return_counts=True)
    return places.astype(np.int64), (1 + np.log(counts)).astype(np.float32)


def features(text: str, rarity: Floats) -> tuple[npt.NDArray[np.int64], Floats]:
    """Places and their weights, of length one together."""
    places, often = buckets(text)
    shares = often * rarity[places]
    return places, shares / (np.linalg.norm(shares) or 1.0)


def guessed(page: Page) -> Guess:
    """What a page is by its words; nothing where it says too little."""
    text = folded(page)
    return model().guess(text) if len(text) >= SHORT else Guess("", 0.0)


@cache
def model() -> Model:
    """The model that comes with the code."""
    content = (files("docint") / "models/pages/weights.npz").read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as kept:
        return Model(
            tuple(str(kind) for kind in kept["kinds"]),
            kept["weights"].astype(np.float32),
            kept["bias"].astype(np.float32),
            kept["rarity"].astype(np.float32),
        )
