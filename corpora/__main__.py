"""``python -m corpora make``: corpora on demand."""

from __future__ import annotations

import shutil
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from corpora.bundle import Wish, write

app = typer.Typer(help="Makes seeded synthetic submissions with exact truth.", add_completion=False)


class Quality(StrEnum):
    """How papers are handed in."""

    OFFICE = "office"
    POOR = "poor"
    MIXED = "mixed"
    TEXT = "text"


class Layouts(StrEnum):
    """Layouts to tune on, and layouts to measure on."""

    MAIN = "main"
    HELD_OUT = "held-out"


@app.callback()
def commands() -> None:
    """Corpora."""


@app.command()
def make(
    out: Annotated[Path, typer.Option(help="Folder to fill; emptied first.")],
    seed: Annotated[int, typer.Option(help="Same seed, same truth.")],
    bundles: Annotated[int, typer.Option(min=1)] = 8,
    quality: Annotated[Quality, typer.Option()] = Quality.OFFICE,
    layouts: Annotated[Layouts, typer.Option()] = Layouts.MAIN,
    planted: Annotated[int, typer.Option(help="Discrepancies in a bundle that has any.")] = 3,
    clean: Annotated[float, typer.Option(help="Share of bundles without discrepancies.")] = 0.25,
) -> None:
    """Make a corpus: ``OUT/<name>/bundle/…`` and ``OUT/<name>/gold.json``."""
    shutil.rmtree(out, ignore_errors=True)
    random = Random(seed)
    for number in range(1, bundles + 1):
        tidy = number <= round(bundles * clean)
        wish = Wish(random.randrange(2**31), quality.value, layouts.value, 0 if tidy else planted)
        folder = out / f"{number:03d}-{'clean' if tidy else 'planted'}"
        write(folder, wish)
        typer.echo(f"{folder}", err=True)


if __name__ == "__main__":
    app()
