"""Roles and labels in brackets of any kind (``〈牵头单位〉``, ``【甲方】``): as round brackets."""

from __future__ import annotations

import re
from dataclasses import replace

from docint.extract.clauses import Prose
from docint.kinds.cooperation_agreement.party import LABEL, ROLE

_WORD = rf"(?:{LABEL}|{ROLE})"
_BRACKETED = re.compile(
    rf"(?<=[\u4e00-\u9fff)])[〈<《【\[〔「『{{](?P<inside>{_WORD}(?:[,，、/]{_WORD})?)[〉>》】\]〕」』}}]"
)


def with_glosses(prose: Prose) -> Prose:
    """The prose with what glosses a name in round brackets; every character keeps its place."""
    text = _BRACKETED.sub(lambda match: f"({match['inside']})", prose.text)
    return replace(prose, text=text) if text != prose.text else prose
