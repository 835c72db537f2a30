"""Names as a reader misread them elsewhere in a text (误识的名称): the same unit, called otherwise.

Only characters that readers take for one another may differ, and few of them: a sister firm's name
differs by another character, and stays another's. But sister firms do not differ in what a form of
company or a city is called: there one character may be any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from docint.extract.unit_names import is_place
from docint.values.lookalikes import alike

_LEAST = 5
"""Characters of a name that may be told from others though one is misread."""
_LONG = 8
"""Characters of a name of which the first may be a city's."""
_SLIPS = 6
"""One character of so many may be misread."""
_FORM = re.compile(r"(?:股份|集团)*有限(?:责任)?公司$|大学$|研究[院所]$|学院$|医院$")


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
    form = _FORM.search(name)
    city = range(2 if len(name) >= _LONG and is_place(name[:2]) else 0)
    common = {*city, *(range(form.start(), len(name)) if form else ())}
    for other in found:
        pairs = list(enumerate(zip(name, other, strict=True)))
        odd = [n for n, (a, b) in pairs if not alike(a, b)]
        if not odd or (len(odd) == 1 and odd[0] in common):
            yield other
