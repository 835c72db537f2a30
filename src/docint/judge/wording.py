"""Plain administrative Chinese for what was read, where, and what differs; accuses nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from docint.judge.proof import recognised
from docint.types.case import Case
from docint.types.document import Document
from docint.types.fact import Value
from docint.types.finding import Exhibit, FindingKind, Outcome
from docint.vocabulary import DOCUMENT_TITLES, UNIT_KINDS

_ID = re.compile(r"(?<![0-9A-Za-z])(\d{6})\d{7,10}([\dXx]{2})(?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9A-Za-z])(1[3-9]\d)\d{4}(\d{4})(?![0-9A-Za-z])")
_MONEY = re.compile(r"-?\d+\.\d{2}")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_KNOWN = frozenset(DOCUMENT_TITLES) - {"other", "unknown"}
_CHOICES = {
    "lead": "牵头单位",
    "participant": "参与单位",
    "long-term": "长期",
    "True": "是",
    "False": "否",
    **UNIT_KINDS,
}


def masked(text: str) -> str:
    """ID numbers (first 6 and last 2 shown) and mobile numbers covered."""
    return _MOBILE.sub(r"\1****\2", _ID.sub(r"\1**********\2", text))


def shown(value: Value) -> str:
    """A canonical value as a person would write it, masked."""
    if isinstance(value, Mapping):
        return str(value.get("name") or f"{value.get('amount', '')} {value.get('currency', '')}")
    text = str(value)
    if _MONEY.fullmatch(text):
        return money(Decimal(text))
    if day := _DAY.fullmatch(text):
        return f"{day[1]}年{int(day[2])}月{int(day[3])}日"
    return _CHOICES.get(text) or masked(text)


def money(amount: Decimal) -> str:
    """Yuan with thousands separators; whole 万元 are said as such."""
    if amount and amount % 10000 == 0:
        return f"{amount / 10000:,.0f} 万元"
    return f"{amount:,.2f} 元"


def title(document: Document) -> str:
    """A document's type in Chinese."""
    return DOCUMENT_TITLES.get(document.kind, document.kind)


def place(case: Case, exhibit: Exhibit) -> str:
    """``营业执照（证照/执照.jpg 第1页）``, or ``申报数据`` for what a machine declared."""
    document = next((d for d in case.documents if d.id == exhibit.document), None)
    spot = exhibit.fact.evidence[0].place
    if document is None:
        return "申报数据"
    file = next((x.file for x in document.leaves if x.source == spot.source), document.file)
    where = spot.where or f"第{spot.page}页"
    # a paper of no known kind is best told by its file
    return f"{title(document)}（{file} {where}）" if document.kind in _KNOWN else f"{file} {where}"


def says(case: Case, exhibit: Exhibit) -> str:
    """``营业执照（执照.jpg 第1页）载明“x”``."""
    return f"{place(case, exhibit)}载明“{shown(exhibit.fact.value)}”"


def differs(case: Case, found: Exhibit, declared: Exhibit, what: str = "") -> str:
    """The template's first sentence: what a paper states, what is declared, that they differ."""
    return (
        f"{place(case, found)}载明{what}“{shown(found.fact.value)}”，"
        f"申报为“{shown(declared.fact.value)}”，两者不一致。"
    )


def message(outcome: Outcome, kind: FindingKind) -> str:
    """A finding's message: the reason, ordinary explanations, what to do, and the OCR's caution."""
    parts = [masked(outcome.reason)]
    if outcome.innocent:
        parts.append(f"可能原因：{'、'.join(outcome.innocent)}。")
    parts.append("请申报单位补交或说明。" if kind == "completeness" else "请申报单位说明或补正。")
    exhibits = (*([outcome.declared] if outcome.declared else []), *outcome.found)
    seen = [exhibit.fact.confidence for exhibit in exhibits if recognised(exhibit.fact)]
    if seen:
        parts.append(f"以上为识别结果（置信度 {min(seen):.2f}），请核对原件。")
    return "".join(parts)
