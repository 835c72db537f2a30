"""Train what tells a page's kind by all its words: ``python tools/pages.py`` (ten minutes).

Pages come from corpora of the tuning layouts, made here with their text, and from the excerpts of
other papers in ``corpora/language/others.txt``; each is shown many times, cut and misread anew, so
that no title and no single word is relied on. Measured on layouts never trained on.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from corpora.beijing import PROGRAMS
from corpora.bundle import Wish, write
from docint.classify.learned import (
    BUCKETS,
    OTHER,
    SHORT,
    SURE,
    Floats,
    Model,
    buckets,
    features,
)
from docint.classify.text import folded
from docint.intake.bundle import take
from docint.readers import Readers, recognise
from docint.settings import Settings

OUT = ROOT / "src/docint/models/pages"
OTHERS = ROOT / "corpora/language/others.txt"
FUTIAN = "futian-2023"
RATE = 2.0
"""Of the first steps; it falls to nothing."""


class Text(NamedTuple):
    """What a page says, folded, and what it is."""

    text: str
    kind: str


def made(folder: Path, layouts: str, counts: dict[str, int], seed: int) -> None:
    """Make bundles without scans: their text needs no reader."""
    random = Random(seed)
    for program, count in counts.items():
        for number in range(count):
            there = folder / f"{layouts}-{program}-{number:03d}"
            wish = Wish(random.getrandbits(31), "text", layouts, policy=program)
            if not (there / "gold.json").exists():
                write(there, wish)
                print(there.name, file=sys.stderr)


def pages(folder: Path, layouts: str) -> Iterator[Text]:
    """The pages of the bundles made, with the kinds they were made as."""
    settings = Settings(ocr="null")
    with Readers(settings) as readers, tempfile.TemporaryDirectory() as spool:
        for gold in sorted(folder.glob(f"{layouts}-*/gold.json")):
            room = Path(spool) / gold.parent.name
            room.mkdir()
            bundle = take(gold.parent / "bundle", room, settings.limits, recognise)
            readings, _ = readers.start(bundle).result(lambda _: None)
            kinds = _kinds(json.loads(gold.read_text("utf-8")))
            for source in bundle.sources:
                for page in readings[source.sha256].pages:
                    kind = kinds.get((source.path, page.number))
                    if kind and len(folded(page)) >= SHORT:
                        yield Text(folded(page), kind)


def _kinds(gold: dict[str, object]) -> dict[tuple[str, int], str]:
    documents = gold["documents"]
    assert isinstance(documents, list)  # noqa: S101 - our own file
    return {
        (part["file"], number): document["type"]
        for document in documents
        for part in document["parts"]
        for number in part["pages"]
    }


def others() -> list[Text]:
    """The excerpts of papers that are none of those asked for."""
    papers = OTHERS.read_text("utf-8").split("\n\n")[1:]
    return [Text("\n".join(paper.split()), OTHER) for paper in papers]


def worn(text: str, random: Random, letters: str) -> str:
    """A page as a reader may give it: without its head, a part of it, characters mistaken."""
    lines = text.split("\n")
    if random.random() < 0.5:
        lines = lines[random.randint(0, min(5, len(lines) // 3)) :]
    if random.random() < 0.5:
        length = max(1, round(len(lines) * random.uniform(0.3, 1.0)))
        start = random.randint(0, len(lines) - length)
        lines = lines[start : start + length]
    rate = random.choice((0.0, 0.01, 0.04))
    kept = (
        random.choice(letters) if random.random() < rate else char
        for char in "\n".join(lines)
        if random.random() >= rate / 2
    )
    return "".join(kept)


def trained(texts: list[Text], turns: int, seed: int) -> Model:
    """Softmax regression by stochastic steps; every kind comes equally often."""
    random = Random(seed)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for one in texts:
        by_kind[one.kind].append(one.text)
    kinds = tuple(sorted(by_kind))
    letters = "".join(sorted({char for one in texts for char in one.text if char != "\n"}))
    model = Model(
        kinds,
        np.zeros((len(kinds), BUCKETS), np.float32),
        np.zeros(len(kinds), np.float32),
        _rarity(texts),
    )
    for turn in range(turns):
        rate = RATE * (1 - turn / turns)
        number = random.randrange(len(kinds))
        text = worn(random.choice(by_kind[kinds[number]]), random, letters)
        if len(text) >= SHORT:
            _step(model, text, number, rate)
    return model


def _rarity(texts: list[Text]) -> Floats:
    seen = np.ones(BUCKETS)
    for one in texts:
        seen[buckets(one.text)[0]] += 1
    return np.log((len(texts) + 1) / seen).astype(np.float32)


def _step(model: Model, text: str, number: int, rate: float) -> None:
    places, shares = features(text, model.rarity)
    sums = model.weights[:, places] @ shares + model.bias
    odds = np.exp(sums - sums.max())
    missed = odds / odds.sum()
    missed[number] -= 1
    model.weights[:, places] -= rate * np.outer(missed, shares)
    model.bias[:] -= 0.01 * rate * missed


def measured(model: Model, texts: list[Text], seed: int) -> dict[str, float]:
    """Right of all, of those it is sure of, and how many these are; whole and worn pages."""
    random = Random(seed)
    found: dict[str, float] = {}
    for name, wear in (("whole", False), ("worn", True)):
        guesses = []
        for one in texts:
            text = worn(one.text, random, "年月日公司研发") if wear else one.text
            if len(text) >= SHORT:
                kind, odds = model.guess(text)
                guesses.append((kind == one.kind, odds >= SURE))
        sure = [right for right, is_sure in guesses if is_sure]
        found |= {
            f"{name}_right": round(sum(right for right, _ in guesses) / len(guesses), 4),
            f"{name}_sure": round(len(sure) / len(guesses), 4),
            f"{name}_sure_right": round(sum(sure) / max(1, len(sure)), 4),
            f"{name}_pages": len(guesses),
        }
    return found


def main() -> None:
    """Make, read, train, measure, and write the weights with their card."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--made", type=Path, help="keep the bundles in this folder")
    parser.add_argument("--turns", type=int, default=60_000)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as spool:
        folder = asked.made or Path(spool)
        made(folder, "main", {FUTIAN: 24} | dict.fromkeys(sorted(PROGRAMS), 5), asked.seed)
        made(folder, "held-out", {FUTIAN: 8}, asked.seed + 1)
        known, kept = list(pages(folder, "main")), list(pages(folder, "held-out"))
    papers = others()
    model = trained([*known, *papers], asked.turns, asked.seed)
    card = {
        "what": "kinds of pages by their pairs and triples of characters",
        "kinds": model.kinds,
        "data": f"{len(known)} pages of generated submissions and {len(papers)} excerpts of "
        "other papers",
        "seed": asked.seed,
        "turns": asked.turns,
        "sure_from": SURE,
        "scores": measured(model, kept, asked.seed + 2),
        "limits": "measured on generated pages of layouts never trained on; asked only where "
        "neither title nor labels tell",
    }
    OUT.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        OUT / "weights.npz",
        kinds=np.array(model.kinds),
        weights=model.weights.astype(np.float16),
        bias=model.bias.astype(np.float16),
        rarity=model.rarity.astype(np.float16),
    )
    text = json.dumps(card, ensure_ascii=False, indent=1)
    (OUT / "card.json").write_text(text + "\n", "utf-8")
    print(text)


if __name__ == "__main__":
    main()
