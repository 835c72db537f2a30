"""One sentence to each party (各方一句) under a heading that divides the work.

``样机研制落在甲方。试验评价归口乙方。``: the verbs that charge with work are without number, but
where a clause on the division of work names one party in each sentence, each sentence is that
party's share, however it is said. What verbs told already stays: this takes what they left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.extract.clauses import Clause, Prose, sentences
from docint.extract.headings import level
from docint.kinds.cooperation_agreement.charges import ASIDE, RESEARCH, ROLES, WORK, Share, Words

_NO_WORK = re.compile(
    r"经费|费用|款项?|支付|出资|万元|违约|赔偿|通知|通报|会议|协商|同意|应当?(?:遵守|配合)|不得|有权|保密|归属"
    r"|所有权|(?:牵头|参与|成员|合作)(?:单位|方)[。;；]?$|履行|监督|验收|联系人|盖章|签字"
)
"""What sentences tell that charge nobody with work: money, rights, manners, roles."""
_LEAST = 6
"""Characters beside the party's name that a share takes."""


def numbered(text: str) -> int:
    """Length of an item's number and bullets."""
    mark = level(text)
    cut = mark[1] if mark else 0
    bullets = re.match(r"[-•●·*◆■➢>\s]*", text[cut:])
    return cut + (bullets.end() if bullets else 0)


def left_over(
    prose: Prose, words: Words, clause: Clause, found: Sequence[Share]
) -> Iterator[Share]:
    """Shares of parties without one, from sentences that none was told by.

    Two such parties at least, or the only one left; each with one sentence that names it alone.
    A sentence that begins with the party's name need not have others beside it.
    """
    taken = {share.party for share in found}
    told: dict[int, list[tuple[int, int]]] = {}
    for start, end in sentences(prose.text[: clause.end], clause.body):
        begin = start + numbered(prose.text[start:end])
        who = words.named(prose.text[begin:end])
        free = not any(a < end and begin < b for share in found for a, b in share.runs)
        if len(who) == 1 and who[0] not in taken and free and _works(prose.text[begin:end], words):
            told.setdefault(who[0], []).append((begin, end))
    alone = {party: spans[0] for party, spans in told.items() if len(spans) == 1}
    if len(alone) < 2 and len(taken) + len(alone) < len(words.parties):
        alone = {n: at for n, at in alone.items() if words.some.match(prose.text, at[0])}
    for party, (start, end) in alone.items():
        text = prose.text[start:end].rstrip("\n,，")
        yield Share(party, ((start, start + len(text)),), False, bool(RESEARCH.search(text)))


def _works(text: str, words: Words) -> bool:
    """Whether a sentence is about work, beside the words that name parties and their roles."""
    rest = ROLES.sub("", words.some.sub("", text))
    work = WORK.search(rest) or RESEARCH.search(rest)
    aside = ASIDE.search(text) or _NO_WORK.search(text)
    return bool(work) and not aside and len(re.sub(r"\W", "", rest)) >= _LEAST
