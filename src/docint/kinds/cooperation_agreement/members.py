"""Members of a consortium in a numbered list that tells of each (由以下成员组成)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.clauses import Prose
from docint.extract.unit_names import units_in
from docint.kinds.cooperation_agreement.party import ROLE, Party, role_of
from docint.kinds.cooperation_agreement.sentenced import INTRODUCED
from docint.kinds.cooperation_agreement.terms_defined import NUMBER

_TOLD = re.compile(
    rf"[,，](?:现|拟)?(?:(?:(?:担任|出任|作为|充当|属于|承担|系|为|是|任)(?:本|该)?"
    rf"(?:创新联合体|联合体|项目|协议)?的?(?P<role>{ROLE}))"
    r"|一家|住所|住址|地址|注册|法定代表人|统一社会信用代码|负责人)"
)
"""What a list of members tells behind a name."""


def told(prose: Prose) -> Iterator[Party]:
    """``（一）某公司，担任牵头单位，法定代表人为某某；`` under 由以下成员组成."""
    items = False
    for start, end in prose.paragraphs():
        line = prose.text[start:end]
        found = next(iter(units_in(prose.text, start, end)), None)
        number = prose.text[start : found[1]] if found else ""
        behind = _TOLD.match(prose.text, found[2], end) if found else None
        if found is None or not number or not re.fullmatch(NUMBER, number) or behind is None:
            items = bool(INTRODUCED.search(line)) and line[-1:] in ":："
            continue
        if not items:
            continue
        name, left, right = found
        role = role_of(behind["role"]) if behind["role"] else ""
        yield Party(
            "", name, ((left, right),), None, role, (left, behind.end()) if role else None,
            head=behind["role"] or "",
        )  # fmt: skip
