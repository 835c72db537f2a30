"""Rows that head the columns of a statement (报表)."""

from __future__ import annotations

import re
from itertools import pairwise

from docint.extract.columns import is_amount
from docint.extract.grids import Row
from docint.extract.periods import period

_OF_WHOM = re.compile(
    r"(?:单位|公司|企业)(?:名称)?:|^(?:编[制报]|报[表告]|被审计?)单位|(?:公司|企业)$"
)
"""Words that name whose statement it is; they stand over its heads."""
_ASKS = re.compile(r"(?:年度|年份|期间|日期|时间|基准日):?$")
"""A label that asks for a day or a year."""


def is_head(row: Row) -> bool:
    """Whether a row heads a statement's columns: periods over amounts, none of those in it."""
    roles = [period(p.text) for p in row.pieces]
    paid = [r for r in roles if r and r.role == "amount"]
    if not paid or any(is_amount(p.text) and period(p.text) is None for p in row.pieces):
        return False
    named = zip(row.pieces, [*pairwise(roles), (None, None)], strict=True)
    if any(r is None and told in paid and _ASKS.search(p.folded) for p, (r, told) in named):
        return False  # 会计年度 2021: what a box beside the statement tells
    beside = row.unit or any(_OF_WHOM.search(p.folded) for p in row.pieces)
    # a date before words that head nothing is the statement's: labels stand left of amounts
    beside = beside or (not row.celled and roles[0] in paid and None in roles)
    if beside and len(paid) < 2:
        return False
    known = sum(r is not None for r in roles)
    alone = len(row.pieces) == 1 or (len(paid) == 1 and len(row.pieces) > 2 and known == 1)
    return known * 2 >= len(row.pieces) and (not alone or row.celled)


_SECOND = re.compile(
    r"合并数?|母?公司数?|本公司|非?限定性|合计|\(?(?:附注.*|注释.*|[一二三四五六七八九十])\)?"
)


def below(row: Row) -> bool:
    """A second header row: 合并 and 公司, or dates, under the heads above."""
    words = [p.folded for p in row.pieces]
    roles = [period(word) for word in words]
    known = [
        bool(_SECOND.fullmatch(word)) or (role is not None and not is_amount(word))
        for word, role in zip(words, roles, strict=True)
    ]
    telling = [w for w in words if re.fullmatch(r"合并数?|母?公司数?|本公司|非?限定性|20\d\d.*", w)]
    return bool(telling) and all(known)


def spans(head: str) -> bool:
    """Whether a head of an upper row may stand over several columns: a period does."""
    role = period(head)
    return role is not None and role.role == "amount"
