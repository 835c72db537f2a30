"""Printed choices (勾选项): of ``☑合作开发　☐委托开发`` only what is ticked is said.

Whoever ticks ``按以下约定`` does not say ``全部归甲方``; text patterns must not read it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from docint.extract.clauses import Prose

_TICKED = "☑☒✓✔√■"
_EMPTY = "☐□"
_UNTICKED = re.compile(rf"[{_EMPTY}][^{_EMPTY}{_TICKED}\n。;；:：]{{0,24}}")
_TICK = re.compile(rf"[{_TICKED}](?=[\u4e00-\u9fff])")


def without_unticked(text: Prose) -> Prose:
    """The text without the options nobody ticked, and without the ticks of the others.

    Untouched where no option is ticked: then it cannot be known which one was meant.
    """
    if not _TICK.search(text.text) or not _UNTICKED.search(text.text):
        return text
    dropped = {
        n for form in (_UNTICKED, _TICK) for m in form.finditer(text.text) for n in range(*m.span())
    }
    kept = [n for n in range(len(text.text)) if n not in dropped]
    return replace(
        text,
        text="".join(text.text[n] for n in kept),
        glyphs=tuple(text.glyphs[n] for n in kept),
        leaves=tuple(text.leaves[n] for n in kept),
    )
