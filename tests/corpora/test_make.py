"""A run that was cut short goes on where it stopped; a run of its own begins anew."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpora import __main__ as cli
from corpora.bundle import Wish


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the bundles that are written."""
    names: list[str] = []

    def write(folder: Path, wish: Wish) -> None:
        folder.mkdir(parents=True)
        gold = {
            "seed": wish.seed,
            "policy": wish.policy,
            "quality": wish.quality,
            "layouts": wish.layouts,
        }
        (folder / "gold.json").write_text(json.dumps(gold))
        names.append(folder.name)

    monkeypatch.setattr(cli, "write", write)
    return names


def _make(out: Path, *more: str) -> None:
    asked = ["make", "--out", str(out), "--seed", "7", "--bundles", "4", *more]
    assert CliRunner().invoke(cli.app, asked).exit_code == 0


def test_what_is_finished_is_kept_and_the_rest_is_made(made: list[str], tmp_path: Path) -> None:
    _make(tmp_path)
    (tmp_path / "003-planted" / "gold.json").unlink()
    made.clear()
    _make(tmp_path, "--resume")
    assert made == ["003-planted"]


def test_bundles_of_another_corpus_are_made_anew(made: list[str], tmp_path: Path) -> None:
    _make(tmp_path)
    made.clear()
    _make(tmp_path, "--resume", "--layouts", "held-out")
    assert len(made) == 4


def test_without_being_asked_nothing_is_kept(made: list[str], tmp_path: Path) -> None:
    _make(tmp_path)
    made.clear()
    _make(tmp_path)
    assert len(made) == 4
