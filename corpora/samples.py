"""The sample submissions kept with the code: small, each with what is planted in it."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from corpora.bundle import Wish, write

SAMPLES: dict[str, tuple[int, tuple[str, ...]]] = {
    "1-consistent": (206, ()),
    "2-moved-office": (210, ("lead_outside_district", "report_out_of_date")),
    "3-figures": (218, ("rd_expense_mismatch", "amount_words_conflict")),
    "4-people": (204, ("employer_mismatch", "member_not_in_agreement")),
}
"""Seed and plantings by name."""


def write_samples(out: Path) -> None:
    """Make all samples anew: ``out/<name>/…`` and ``out/<name>.gold.json``."""
    out.mkdir(parents=True, exist_ok=True)
    for name, (seed, plant) in SAMPLES.items():
        target = out / name
        shutil.rmtree(target, ignore_errors=True)
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder, name)
            write(made, Wish(seed, "small", plant=plant))
            shutil.copytree(made / "bundle", target)
            gold = json.loads((made / "gold.json").read_text("utf-8"))
            for page in gold["pages"]:
                page.pop("runs", None)  # thousands of boxes that the samples can do without
            text = json.dumps(gold, ensure_ascii=False, separators=(",", ":"))
            (out / f"{name}.gold.json").write_text(text, "utf-8")
