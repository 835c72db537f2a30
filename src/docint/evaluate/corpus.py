"""Screens every bundle of a corpus and pairs its report with the gold."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docint.errors import DocintError
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


def cases(
    corpus: Path,
    settings: Settings,
    tell: Tell,
    done: Callable[[str], None],
    extract: Extract | None = None,
) -> tuple[Case, ...]:
    """Screen ``CORPUS/<name>/bundle`` under the policy of ``CORPUS/<name>/gold.json``.

    Args:
        corpus: the folder.
        settings: what reads, and how.
        tell: hears of every page.
        done: hears of every bundle.
        extract: takes the place of ``facts_in``.

    Raises:
        DocintError: no corpus there.
    """
    folders = sorted(path.parent for path in corpus.glob("*/gold.json"))
    if not folders:
        raise DocintError(f"“{corpus}”不是语料库：应有 <名称>/bundle/ 与 <名称>/gold.json。")
    made = []
    with Readers(settings) as readers:
        for folder in folders:
            made.append(_case(folder, readers, settings, tell, extract))
            done(folder.name)
    return tuple(made)


def _case(
    folder: Path, readers: Readers, settings: Settings, tell: Tell, extract: Extract | None
) -> Case:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    with taken(folder / "bundle", settings) as bundle:
        read = readers.start(bundle).result(tell)
        asked = Asked(policy(gold["policy"]))
        screened = screen(bundle, read, asked, readers.version, settings, extract)
        screened.sheets.close()
        return Case(folder.name, written(screened), gold, _texts(bundle, read[0]))


def _texts(bundle: Bundle, readings: Mapping[str, Reading]) -> PageTexts:
    return {
        (source.path, page.number): page.text
        for source in bundle.sources
        if source.sha256 in readings
        for page in readings[source.sha256].pages
    }
