"""Screens every bundle of a corpus and pairs its report with the gold."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docint.errors import DocintError
from docint.evaluate.compare import Judged, judged_of
from docint.evaluate.cuts import Key, cuts
from docint.evaluate.measure import annotated
from docint.readers import Readers, Tell
from docint.screen import Asked, Extract, policy, screen, taken, written
from docint.settings import Settings
from docint.types.reading import Reading
from docint.types.source import Bundle

PageTexts = dict[tuple[str, int], str]
"""What was read, by file and page."""


@dataclass(frozen=True, slots=True)
class Case:
    """A bundle of a corpus with what docint made of it."""

    name: str
    report: Mapping[str, Any]
    gold: Mapping[str, Any]
    texts: PageTexts
    cuts: Mapping[Key, bytes] = field(default_factory=dict)
    """Pictures of what was misread, where they were asked for."""


def cases(
    corpus: Path,
    settings: Settings,
    tell: Tell,
    done: Callable[[str], None],
    extract: Extract | None = None,
    pictures: int = 0,
) -> tuple[Case, ...]:
    """Screen ``CORPUS/<name>/bundle`` under the policy of ``CORPUS/<name>/gold.json``.

    Args:
        corpus: the folder.
        settings: what reads, and how.
        tell: hears of every page.
        done: hears of every bundle.
        extract: takes the place of ``facts_in``.
        pictures: how many mistakes of each bundle are cut from their pages.

    Raises:
        DocintError: no corpus there.
    """
    folders = sorted(path.parent for path in corpus.glob("*/gold.json"))
    if not folders:
        raise DocintError(f"“{corpus}”不是语料库：应有 <名称>/bundle/ 与 <名称>/gold.json。")
    made = []
    with Readers(settings) as readers:
        for folder in folders:
            made.append(_case(folder, readers, settings, tell, extract, pictures))
            done(folder.name)
    return tuple(made)


def _case(
    folder: Path,
    readers: Readers,
    settings: Settings,
    tell: Tell,
    extract: Extract | None,
    pictures: int,
) -> Case:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    with taken(folder / "bundle", settings) as bundle:
        read = readers.start(bundle).result(tell)
        asked = Asked(policy(gold["policy"]))
        screened = screen(bundle, read, asked, readers.version, settings, extract)
        report = written(screened)
        with closing(screened.sheets):
            shown = cuts(_worst(report, gold), bundle, read[0], screened.sheets.look, pictures)
        return Case(folder.name, report, gold, _texts(bundle, read[0]), shown)


def _worst(report: Mapping[str, Any], gold: Mapping[str, Any]) -> list[Judged]:
    """What is not right: surely said and wrong first, what is missing last."""
    judged = annotated([(0, one) for one in judged_of(report, gold)])[0]
    wrong = [one for _, one in judged if not one.right]
    return sorted(wrong, key=lambda one: -float((one.found or {}).get("confidence", -1.0)))


def _texts(bundle: Bundle, readings: Mapping[str, Reading]) -> PageTexts:
    return {
        (source.path, page.number): page.text
        for source in bundle.sources
        if source.sha256 in readings
        for page in readings[source.sha256].pages
    }
