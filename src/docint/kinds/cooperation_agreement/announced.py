"""Work on the line below the words that announce whose it is (``拟请承担的，乙方为：``).

Letters and lists turn to each unit with a few words that end in a colon; what it is to do fills
the next line.
"""

from __future__ import annotations

import re

from docint.extract.clauses import Prose
from docint.kinds.cooperation_agreement.charges import ASIDE, RESEARCH, WORK, Share, Words

_TURNS = re.compile(r"(?:(?<=[\n。;；])|^)(?P<words>[^\n。;；:：]{2,24})[:：]\n")
_OTHER = re.compile(r"盖章|签[字章署]|代表|经费|款项?|地址|电话|账|知识产权|保密|违约")
"""What a line that names a party announces besides its work."""


def announced(prose: Prose, words: Words) -> list[Share]:
    """Shares told below the words that turn to one party each; empty unless two are told so."""
    turns = [m for m in _TURNS.finditer(prose.text) if not _OTHER.search(m["words"])]
    nexts = [*(turn.start() for turn in turns[1:]), len(prose.text)]
    found = []
    for turn, following in zip(turns, nexts, strict=False):
        who = words.named(turn["words"])
        span = _below(prose.text, turn.end(), following)
        text = prose.text[slice(*span)]
        if len(who) == 1 and _tells(text) and not ASIDE.search(text):
            found.append(Share(who[0], (span,), True, bool(RESEARCH.search(text))))
    parties = [share.party for share in found]
    return found if len(set(parties)) == len(parties) >= 2 else []


def _tells(text: str) -> bool:
    return bool(WORK.search(text) or RESEARCH.search(text))


def _below(text: str, start: int, until: int) -> tuple[int, int]:
    """The paragraph from a place on, up to the next turn, without its last stop."""
    close = text.find("\n", start)
    end = min(until, close if close >= 0 else len(text))
    return start, start + len(text[start:end].rstrip("\n;；。,，"))
