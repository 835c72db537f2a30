"""What was reached once is reached again: floors under accuracy, on kept and on new papers."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from docint.cli import app
from docint.commands import evaluate as evaluate_command
from docint.evaluate.corpus import Case, cases
from docint.evaluate.floors import below, raised, rates
from docint.evaluate.measure import evaluate
from docint.settings import Settings

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "corpora/floors.json"
runner = CliRunner()


def test_a_measure_below_its_floor_is_named_with_both_numbers() -> None:
    assert below({"recall": 0.97, "boxes": 1.0}, {"recall": 0.98, "boxes": 0.99}) == [
        "recall 0.9700 < 0.9800"
    ]
    assert below({}, {"recall": 0.98}) == ["recall 0.0000 < 0.9800"]


def test_floors_rise_and_never_fall() -> None:
    before = {"recall": 0.98, "boxes": 0.99}
    after = raised(before, {"recall": 0.999, "boxes": 0.9, "pages": 1.0})
    assert after == {"recall": 0.996, "boxes": 0.99, "pages": 0.997}


def test_the_command_fails_below_a_floor_and_raises_what_was_exceeded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gold = {"policy": "p", "declared": {"grant": "1.00"}, "documents": [], "planted": []}
    report = {"declared": {"grant": {"value": "1.00", "confidence": 0.99}}, "documents": [],
              "findings": []}  # fmt: skip
    case = Case("001", report, gold, {})
    monkeypatch.setattr(evaluate_command, "cases", lambda *_, **__: (case,))
    path, asked = tmp_path / "floors.json", ["evaluate", str(tmp_path), "--floors"]
    assert runner.invoke(app, [*asked, str(path), "--raise"]).exit_code == 0
    laid = json.loads(path.read_text("utf-8"))
    assert laid[tmp_path.name]["floors"]["recall"] == 0.997
    laid[tmp_path.name]["floors"]["boxes"] = 0.9
    path.write_text(json.dumps(laid), "utf-8")
    failed = runner.invoke(app, [*asked, str(path), "--raise"])
    assert (failed.exit_code, json.loads(path.read_text("utf-8"))) == (1, laid)


def _versions() -> list[dict[str, Any]]:
    """The floors in every commit that is there, oldest first, and as they stand now."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("no history here")

    def said(*arguments: str) -> str:
        return subprocess.run(
            [git, "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True
        ).stdout

    commits = said("log", "--reverse", "--format=%h", "--", "corpora/floors.json").split()
    made = [json.loads(said("show", f"{commit}:corpora/floors.json")) for commit in commits]
    return [*made, json.loads(FLOORS.read_text("utf-8"))]


def test_no_commit_has_lowered_a_floor() -> None:
    for before, after in pairwise(_versions()):
        for corpus, entry in before.items():
            now = after.get(corpus, {})
            if now.get("made") == entry.get("made"):  # made otherwise it is another corpus
                assert below(now.get("floors", {}), entry["floors"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("corpus", json.loads(FLOORS.read_text("utf-8")))
def test_papers_are_read_no_worse_than_before(corpus: str, tmp_path: Path) -> None:
    entry = json.loads(FLOORS.read_text("utf-8"))[corpus]
    out = tmp_path / corpus
    if "kept" in entry:
        kept = ROOT / entry["kept"]
        shutil.copytree(kept, out / kept.name / "bundle")
        shutil.copy(kept.with_name(f"{kept.name}.gold.json"), out / kept.name / "gold.json")
    else:
        command = [sys.executable, *entry["made"].split()[1:], "--out", str(out)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    made = cases(out, Settings(cache=tmp_path / "cache"), lambda _: None, lambda _: None)
    measured = rates(evaluate([(c.report, c.gold) for c in made], [c.texts for c in made]))
    assert below(measured, entry["floors"]) == []
