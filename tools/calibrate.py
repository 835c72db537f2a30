"""Fit what is said of a value's sureness to how often it is right: ``python tools/calibrate.py``.

Makes corpora (office and poor scans, one seed to fit, another to check), reads them, fits a
monotone table for each class of readers and writes it to ``src/docint/models/calibration`` with a
card. ``--fit`` and ``--check`` take corpora that are there already.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from pathlib import Path
from typing import Any

from docint.evaluate.compare import judged_of
from docint.evaluate.corpus import Case, cases
from docint.evaluate.measure import annotated, calibration
from docint.extract.calibration import BANDS, TABLE, Knots, sure
from docint.extract.proof import STATED
from docint.screen import facts_in
from docint.settings import settings

Z = 1.645
"""The table says the lower end of what the counts allow (Wilson, one-sided 95 %)."""
LEAST = 100
"""Values that one step of the table rests on, at least."""
MADE = (("office", 6), ("poor", 4))
"""Qualities and bundles of the corpora that are made when none is given."""


@dataclass(frozen=True)
class Told:
    """One value: its class of readers, how sure the rules were, whether it is right."""

    source: str
    judged: float
    right: bool


@dataclass(frozen=True)
class Corpus:
    """A corpus as it was made, and its values as the rules judge them."""

    about: Mapping[str, Any]
    values: Sequence[Told]


def read(folders: Iterable[Path]) -> list[Corpus]:
    """Every judged value of the corpora."""
    corpora = []
    plain = partial(facts_in, said=lambda facts: facts)
    for folder in folders:
        made = cases(folder, settings(), lambda _: None, print, plain)
        values = list(_values(made))
        about = {
            "bundles": len(made), "quality": sorted({c.gold["quality"] for c in made}),
            "layouts": sorted({c.gold["layouts"] for c in made}),
            "first bundle's seed": made[0].gold["seed"],
            "wrong": sum(not value.right for value in values),
        }  # fmt: skip
        corpora.append(Corpus(about, values))
    return corpora


def _values(made: Sequence[Case]) -> Iterable[Told]:
    every = [(n, one) for n, case in enumerate(made) for one in judged_of(case.report, case.gold)]
    for _, one in annotated(every)[0]:
        if one.found is not None and "confidence" in one.found:
            source = "stated" if one.origin in STATED else "recognised"
            yield Told(source, float(one.found["confidence"]), one.right or one.apart)


def fitted(values: Iterable[Told]) -> list[tuple[float, float]]:
    """A monotone table by pooling adjacent violators, each step at its lower bound."""
    groups: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for value in values:
        group = groups[round(value.judged, 2)]
        group[0] += value.right
        group[1] += 1
    blocks: list[tuple[float, int, int]] = []
    for judged, (right, count) in sorted(groups.items()):
        blocks.append((judged, right, count))
        while len(blocks) > 1 and _out_of_order(blocks[-2], blocks[-1]):
            (least, one, all_one), (_, two, all_two) = blocks[-2:]
            blocks[-2:] = [(least, one + two, all_one + all_two)]
    knots: list[tuple[float, float]] = []
    floor = 0.0
    for judged, right, count in blocks:
        bound = round(_bound(right, count), 3)
        if bound > floor:
            floor = bound
            knots.append((0.0 if not knots else round(judged - 0.005, 3), bound))
    return knots


def _out_of_order(one: tuple[float, int, int], two: tuple[float, int, int]) -> bool:
    """Whether two steps must be one: the lower is right more often, or either has few values."""
    return one[1] * two[2] >= two[1] * one[2] or min(one[2], two[2]) < LEAST


def _bound(right: int, count: int) -> float:
    share, spread = right / count, Z * Z / count
    margin = Z * sqrt((share * (1 - share) + spread / 4) / count)
    return (share + spread / 2 - margin) / (1 + spread)


def measured(values: Sequence[Told], tables: Mapping[str, Knots]) -> dict[str, Any]:
    """Calibration error before and after, and how right the surest values are."""
    before = [(v.judged, v.right) for v in values]
    after = [(sure(v.judged, tables[v.source]), v.right) for v in values]
    top = {
        str(edge): {
            "values": sum(said >= edge for said, _ in after),
            "wrong": sum(said >= edge and not right for said, right in after),
        }
        for edge in BANDS
    }
    errors = (calibration(told)[1] or 0.0 for told in (before, after))
    return dict(zip(("ECE before", "ECE after"), (round(e, 4) for e in errors), strict=True)) | {
        "values": len(values), "at least": top,
    }  # fmt: skip


def make(folder: Path, seed: int) -> list[Path]:
    """Corpora of every quality, made with a seed."""
    made = []
    for quality, bundles in MADE:
        out = folder / f"{quality}-{seed}"
        if not out.exists():
            command = ["-m", "corpora", "make", "--out", str(out), "--seed", str(seed)]
            command += ["--bundles", str(bundles), "--quality", quality]
            subprocess.run([sys.executable, *command], check=True)
        made.append(out)
    return made


def card(
    fit: Sequence[Corpus], check: Sequence[Corpus], tables: Mapping[str, Knots]
) -> dict[str, Any]:
    """What the table is, what it rests on, and how good it is on each corpus and on all."""

    def seen(corpora: Sequence[Corpus]) -> dict[str, Any]:
        every = [value for corpus in corpora for value in corpus.values]
        each = [{**c.about, **measured(c.values, tables)} for c in corpora]
        return {"corpora": each, "together": measured(every, tables)}

    return {
        "what": "sureness as judged by rules → lower bound of how often such values are right",
        "method": f"pool adjacent violators, steps of at least {LEAST} values, Wilson's lower "
        f"bound at z = {Z}; applied within the bands {BANDS}",
        "command": "python tools/calibrate.py [--fit CORPUS …] [--check CORPUS …]",
        "fitted on": seen(fit),
        "checked on": seen(check),
        "limits": "generated papers by few makers, many values of one bundle stand or fall "
        "together, few are wrong: the bounds are too good for papers of other makers, which is "
        "why the bands hold; values of a part split off its document are judged by the whole",
    }


def main() -> None:
    """Fit, check, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--fit", type=Path, action="append", help="corpus to fit on; may repeat")
    asked.add_argument("--check", type=Path, action="append", help="corpus to check on")
    asked.add_argument("--seed", type=int, default=20261)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fit = read(given.fit or make(Path(folder), given.seed))
        check = read(given.check or make(Path(folder), given.seed + 1))
    tables = {
        source: fitted(v for corpus in fit for v in corpus.values if v.source == source)
        for source in ("stated", "recognised")
    }
    made = card(fit, check, tables)
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    for name, content in (("table.json", tables), ("card.json", made)):
        text = json.dumps(content, ensure_ascii=False, indent=1)
        TABLE.with_name(name).write_text(text + "\n", "utf-8")
    print(json.dumps(made, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
