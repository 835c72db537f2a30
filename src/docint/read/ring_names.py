"""The name round a seal's rim (环排印文) from several readings of the ring.

A ring has no beginning, and digits of the seal's code may stand in it: every reading is put into
the order of a name before readings are counted against each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from docint.values.offices import mended, placed, slips
from docint.values.text import bare

ENDINGS = (
    "公司", "集团", "大学", "学院", "学校", "院", "所", "中心", "局", "厅", "会", "厂", "委", "处",
    "部", "行", "室", "政府", "合伙）", "章",
)  # fmt: skip
"""What units' names end with."""
ENOUGH = 1.6
"""Weight from which a name needs no further reading: one without a doubt, or two good ones."""
WHOLE = 4
"""How much more a reading weighs that ends as names do: the others lack a part."""
SHARPNESS = 20
"""A reading's weight falls to a tenth for each twentieth its score falls short of 1."""

MENDED = 0.89
"""What a score is multiplied by where slips were mended: never a sure one."""
SLIPPED = 0.985
"""And what its vote is: others that lack nothing go first."""

_PARTNERSHIP = re.compile(r"^（?((?:特殊)?普通合伙)）?(.+?)（?$")
_FORMS = str.maketrans("()", "（）")


def named(text: str) -> str:
    """A reading of a ring as a name: without the code's digits, begun where the name begins.

    >>> named("会保障厅广东省人力资源和社")
    '广东省人力资源和社会保障厅'
    >>> named("(特殊普通合伙)69010深圳衡诚会计师事务所")
    '深圳衡诚会计师事务所（特殊普通合伙）'
    """
    text = "".join(c for c in text.translate(_FORMS) if "\u4e00" <= c <= "\u9fff" or c in "（）·")
    if turned := _PARTNERSHIP.match(text):
        return f"{turned[2]}（{turned[1]}）"
    if text.endswith(ENDINGS) and (slips(text) == 0 or placed(text)):
        return text
    if begun := _turned_to_ending(text):
        return begun
    if text.endswith(ENDINGS):
        return text
    end = max((text.rfind(one) + len(one) for one in ENDINGS if one in text), default=0)
    return text[end:] + text[:end]


def _turned_to_ending(text: str) -> str:
    """The ring begun so that it ends as names must, with the fewest slips; empty if none does."""
    ways = (text[n:] + text[:n] for n in range(len(text)))
    ranked = [(found, n, way) for n, way in enumerate(ways) if (found := slips(way)) is not None]
    return min(ranked, default=(0, 0, ""))[2]


def agreed(readings: Iterable[tuple[str, float]]) -> tuple[str, float]:
    """The name most readings agree on, the surer the more; read only as many as it takes.

    Args:
        readings: texts with their scores, made while they are asked for.

    Returns:
        The name in its fullest form and the best score it was read with; empty for none.
    """
    weights: dict[str, float] = defaultdict(float)
    fullest: dict[str, str] = {}
    scores: dict[str, float] = defaultdict(float)
    for text, score in readings:
        read = named(text)
        name = mended(read)
        whole = name == read
        key = bare(name)
        if len(key) < 2:
            continue
        ends = WHOLE if name.endswith(ENDINGS) else 1
        weights[key] += ends * 10 ** (SHARPNESS * (score * (1 if whole else SLIPPED) - 1))
        fullest[key] = max(fullest.get(key, ""), name, key=len)
        scores[key] = max(scores[key], score * (1 if whole else MENDED))
        if weights[key] >= ENOUGH:
            break
    best = max(weights, key=lambda key: weights[key], default="")
    return fullest.get(best, ""), scores.get(best, 0.0)
