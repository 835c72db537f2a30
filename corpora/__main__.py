"""``python -m corpora make``: corpora on demand; ``demo``: the samples kept with the code."""

from __future__ import annotations

import json
import shutil
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from corpora.bundle import Wish, write
from corpora.plant import BY_PROGRAM, PLANTINGS
from corpora.samples import write_samples

app = typer.Typer(help="Makes seeded synthetic submissions with exact truth.", add_completion=False)


class Quality(StrEnum):
    """How papers are handed in."""

    OFFICE = "office"
    POOR = "poor"
    MIXED = "mixed"
    TEXT = "text"
    SMALL = "small"


class Layouts(StrEnum):
    """Layouts to tune on, and layouts to measure on."""

    MAIN = "main"
    HELD_OUT = "held-out"


class Policy(StrEnum):
    """Programs that submissions can be made for."""

    FUTIAN = "futian-2023"
    CONSORTIUM = "bast-consortium"
    REGIONAL = "bast-regional-2022"
    INDUSTRIAL = "bast-industrial-2022"


@app.callback()
def commands() -> None:
    """Corpora."""


@app.command()
def plantings() -> None:
    """List what can be planted."""
    for name in sorted({*PLANTINGS, *(n for table in BY_PROGRAM.values() for n in table)}):
        typer.echo(name)


@app.command()
def make(  # noqa: PLR0913, PLR0917 - each option is an argument
    out: Annotated[Path, typer.Option(help="Folder to fill; emptied first.")],
    seed: Annotated[int, typer.Option(help="Same seed, same truth.")],
    bundles: Annotated[int, typer.Option(min=1)] = 8,
    quality: Annotated[Quality, typer.Option()] = Quality.OFFICE,
    layouts: Annotated[Layouts, typer.Option()] = Layouts.MAIN,
    policy: Annotated[Policy, typer.Option()] = Policy.FUTIAN,
    planted: Annotated[int, typer.Option(help="Discrepancies in a bundle that has any.")] = 3,
    plant: Annotated[list[str] | None, typer.Option(help="Plant this by name; may repeat.")] = None,
    clean: Annotated[bool, typer.Option("--clean", help="No discrepancies at all.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Keep the finished bundles of a run cut short.")
    ] = False,
) -> None:
    """Make a corpus: ``OUT/<name>/bundle/…`` and ``OUT/<name>/gold.json``; a quarter is clean."""
    if not resume:
        shutil.rmtree(out, ignore_errors=True)
    random = Random(seed)
    named = tuple(plant or ())
    if unknown := [name for name in named if name not in BY_PROGRAM.get(policy.value, PLANTINGS)]:
        raise typer.BadParameter(f"no planting of this name: {unknown[0]}")
    for number in range(1, bundles + 1):
        tidy = not named and (clean or number <= round(bundles * 0.25))
        wish = Wish(
            random.randrange(2**31),
            quality.value,
            layouts.value,
            0 if tidy else planted,
            named,
            policy.value,
        )
        folder = out / f"{number:03d}-{'clean' if tidy else 'planted'}"
        if not _finished(folder, wish):
            shutil.rmtree(folder, ignore_errors=True)
            write(folder, wish)
        typer.echo(f"{folder}", err=True)


def _finished(folder: Path, wish: Wish) -> bool:
    """Whether this very bundle is there: its truth is written last."""
    there = folder / "gold.json"
    if not there.exists():
        return False
    gold = json.loads(there.read_text("utf-8"))
    asked = {
        "seed": wish.seed,
        "policy": wish.policy,
        "quality": wish.quality,
        "layouts": wish.layouts,
    }
    return {key: gold.get(key) for key in asked} == asked


@app.command()
def demo(
    out: Annotated[Path, typer.Option(help="Folder of the samples; theirs are replaced.")],
) -> None:
    """Make the sample submissions: ``OUT/<name>/…`` and ``OUT/<name>.gold.json``."""
    write_samples(out)


if __name__ == "__main__":
    app()
