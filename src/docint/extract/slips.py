"""Names as a reader misread them elsewhere in a text (误识的名称): the same unit, called otherwise.

Only characters that readers take for one another may differ, and few of them: a sister firm's name
differs by another character, and stays another's.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from docint.values.lookalikes import alike

_LEAST = 5
"""Characters of a name that may be told from others though one is misread."""
_SLIPS = 6
"""One character of so many may be misread."""


def misread(name: str, text: str) -> Iterator[str]:
    """Stretches of a folded text that are the name with slips, each once."""
    if len(name) < _LEAST or len(text) < len(name):
        return
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    own = np.frombuffer(name.encode("utf-32-le"), np.uint32)
    equal = (np.lib.stride_tricks.sliding_window_view(codes, len(name)) == own).sum(axis=1)
    least = len(name) - max(1, len(name) // _SLIPS)
    places = np.flatnonzero((equal >= least) & (equal < len(name)))
    found = dict.fromkeys(text[at : at + len(name)] for at in places.tolist())
    for other in found:
        if all(alike(a, b) for a, b in zip(name, other, strict=True)):
            yield other
