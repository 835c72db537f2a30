"""Translations printed beside the Chinese text (中外文对照), which the Chinese text prevails over.

An agreement in two languages says everything twice; a sentence that runs into its own translation
is neither. Lines of another script are left out of the running text, the Chinese ones stay.
"""

from __future__ import annotations

import re

from docint.types.reading import Page
from docint.values.text import fold

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_WORDS = re.compile(r"[a-z]{3}|^\D{10,}$")
"""Words, which codes and abbreviations do not hold."""
_FEWEST = 6
"""Lines in another language that make a page bilingual; fewer are names and addresses."""


def translated(page: Page) -> frozenset[int]:
    """Numbers of a page's lines that hold words and no Chinese, where these are many."""
    found = [n for n, line in enumerate(page.lines) if _foreign(line.text)]
    return frozenset(found if len(found) >= _FEWEST else ())


def _foreign(text: str) -> bool:
    folded = fold(text)
    latin = len(_LATIN.findall(folded))
    return not _HAN.search(folded) and bool(_WORDS.search(folded)) and latin >= 0.4 * len(folded)
