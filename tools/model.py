"""Train the pipeline for prose from nothing: ``python tools/model.py`` (minutes on two cores).

Sentences come from ``corpora/language``; every fifth template is kept for the test. With
``--segmenter jieba`` it measures the other segmentation and writes nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the same sums whatever the machine does
import spacy
from spacy.training import Example as Gold
from spacy.util import compounding, fix_random_seed, minibatch
from thinc.api import Config

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from corpora.language.grammar import Example, damaged, examples, folded, split
from corpora.language.vary import ordinary
from docint.extract.entities import WORDS, found_by, marked, quickened

OUT = ROOT / "src/docint/models/prose"
CONFIG = """
[model]
@architectures = "spacy.Tagger.v2"
[model.tok2vec]
@architectures = "spacy.Tok2Vec.v2"
[model.tok2vec.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 80
attrs = ["NORM", "LEMMA"]
rows = [6000, 60]
include_static_vectors = false
[model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 80
window_size = 3
maxout_pieces = 2
depth = 4
"""


def pipeline(segmenter: str) -> Any:
    """An untrained pipeline: segmentation and entities."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": segmenter}}})
    nlp.add_pipe("tagger", config=Config().from_str(CONFIG))
    return nlp


def gold(nlp: Any, texts: Iterable[Example]) -> list[Any]:
    """Examples as spaCy has them: a tag for each token, ``B-ORG``, ``I-ORG`` … or ``O``."""
    found = []
    for example in texts:
        doc = marked(nlp, example.text, ordinary())
        reference = doc.copy()
        for token in reference:
            token.tag_ = "O"
        for start, end, label in example.spans:
            span = reference.char_span(start, end, alignment_mode="expand")
            for number, token in enumerate(span or ()):
                token.tag_ = f"{'I' if number else 'B'}-{label}"
        found.append(Gold(doc, reference))
    return found


def scores(nlp: Any, texts: list[Example]) -> dict[str, float]:
    """F1 over exact spans, all and of each type, as the product finds them."""
    hits: dict[str, list[int]] = {}
    for example in texts:
        found = found_by(nlp, example.text, ordinary())
        true, said = set(example.spans), {(e.start, e.end, e.label) for e in found}
        for number, group in enumerate((true & said, said, true)):
            for *_, label in group:
                for name in ("all", label):
                    hits.setdefault(name, [0, 0, 0])[number] += 1
    return {n: round(2 * h / max(1, s + t), 4) for n, (h, s, t) in sorted(hits.items())}


def train(nlp: Any, data: list[Any], epochs: int, seed: int) -> None:
    """Update on shuffled batches."""
    optimizer = quickened(nlp).initialize(lambda: data)
    optimizer.learn_rate = 0.001
    shuffled = random.Random(seed)
    for epoch in range(epochs):
        optimizer.learn_rate = 0.0015 * (1 - epoch / epochs) + 0.0001
        shuffled.shuffle(data)
        losses: dict[str, float] = {}
        for batch in minibatch(data, size=compounding(4.0, 20.0, 1.005)):
            nlp.update(batch, sgd=optimizer, drop=0.15, losses=losses)
        print(f"epoch {epoch + 1}: loss {losses['tagger']:.0f}", flush=True)


def measure(nlp: Any, seed: int) -> dict[str, Any]:
    """Scores on templates never trained on, clean and damaged, and the speed."""
    _, kept = split()
    clean = list(examples(kept, 1200, random.Random(seed), 0.0))
    noise = random.Random(seed + 1)
    noisy = [folded(damaged(e, noise)) for e in clean]
    prose = "\n".join(e.text for e in clean)
    text = prose[:60000]
    begun = time.process_time()
    found_by(nlp, text, ordinary())
    speed = len(text) / (time.process_time() - begun)
    return {
        "clean": scores(nlp, clean),
        "damaged": scores(nlp, noisy),
        "characters_a_second": round(speed),
    }


def fingerprint(directory: Path) -> str:
    """SHA-256 over all files, in order of their names."""
    total = hashlib.sha256()
    for path in sorted(p for p in directory.rglob("*") if p.is_file() and p.name != "card.json"):
        total.update(path.relative_to(directory).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


def main() -> None:
    """Train, measure, and write the pipeline with its card."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--segmenter", default="char", choices=("char", "jieba"))
    parser.add_argument("--texts", type=int, default=6000)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    fix_random_seed(asked.seed)
    nlp = pipeline(asked.segmenter)
    known, kept = split()
    drawn = list(examples(known, asked.texts, random.Random(asked.seed), 0.45, 0.3, 0.4))
    begun = time.monotonic()
    train(nlp, gold(nlp, drawn), asked.epochs, asked.seed)
    spent = time.monotonic() - begun
    measured = measure(nlp, asked.seed + 100)
    print(json.dumps(measured, ensure_ascii=False, indent=1), f"{spent:.0f} s")
    if asked.segmenter == "char":
        shutil.rmtree(OUT, ignore_errors=True)
        OUT.mkdir(parents=True)
        nlp.to_disk(OUT)
        words = "".join(f"{word} {kind}\n" for word, kind in sorted(ordinary().items()))
        (OUT / WORDS).write_text(words, "utf-8")
        card = {
            "what": "entities in prose of agreements, contracts, plans and CVs",
            "segmenter": asked.segmenter,
            "labels": sorted(nlp.get_pipe("tagger").labels),
            "data": f"{asked.texts} generated texts of {len(known)} templates, 45 % damaged as "
            f"readers damage them; {len(kept)} other templates for the test",
            "seed": asked.seed,
            "epochs": asked.epochs,
            "spacy": spacy.__version__,
            "scores": measured,
            "limits": "measured on generated sentences only; a helper to find, never the only "
            "witness of a value",
            "sha256": fingerprint(OUT),
        }
        (OUT / "card.json").write_text(
            json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8"
        )


if __name__ == "__main__":
    main()
