"""The words reviewers read for the codes programs read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from docint.vocabulary import DOCUMENT_TITLES, FINDINGS, OPEN, UNIT_KINDS

SEVERITY = {"high": "重要", "medium": "一般", "low": "提示"}
OUTCOME = {
    "pass": "相符",
    "fail": "不符",
    "unknown": "未能核实",
    "expert": "专家评议",
    "not-applicable": "不适用",
}
STATUS = {
    "rule": "规则核验",
    "expert": "专家评议",
    "procedure": "办理程序",
    "definition": "定义说明",
}
KIND = {
    "completeness": "完整性",
    "consistency": "一致性",
    "eligibility": "申报条件",
    "fraud-signal": "异常信号",
}
RECOMMENDATION = {
    "return": ("建议退回补正", "缺少按规定必须提交的材料，补正后方可继续审查。"),
    "review": ("建议人工复核", "存在需要核对或说明的事项，请逐条查看下列发现。"),
    "pass": ("未发现需处理的事项", "在能够核验的范围内，申报内容与所交材料一致。"),
}
READER = {"text": "文字层", "ocr": "图像识别", "docx": "Word 文档", "json": "数据文件"}
_CHOICES = {
    "unqualified": "无保留意见",
    "unqualified-emphasis": "带强调事项段的无保留意见",
    "qualified": "保留意见",
    "adverse": "否定意见",
    "disclaimer": "无法表示意见",
    "lead": "牵头单位",
    "participant": "参与单位",
    "fixed": "固定期限",
    "open-ended": "无固定期限",
    "task": "以完成一定工作任务为期限",
    "long-term": "长期",
}


def value(found: Any) -> str:
    """A canonical value as a person would write it."""
    if isinstance(found, bool):
        return "是" if found else "否"
    if isinstance(found, Mapping):
        if "name" in found:
            return str(found["name"])
        return f"{found.get('amount', '')} {found.get('currency', '')}".strip()
    text = str(found)
    if text in _CHOICES:
        return _CHOICES[text]
    return amount(text) if _is_money(text) else text


def amount(text: str) -> str:
    """``"12345678.90"`` → ``12,345,678.90 元``."""
    return f"{Decimal(text):,.2f} 元"


def title(code: str) -> str:
    """A code's title in Chinese; the code itself where it is none of a finding."""
    return FINDINGS[code].title if code in FINDINGS else OPEN.get(code, code)


def matter(check: Mapping[str, Any]) -> str:
    """What an open question is about: what should hold, for nothing is found against it."""
    return OPEN.get(check["code"]) or check["statement"] or title(check["code"])


def spot(box: Sequence[float] | None) -> str:
    """A box as a person would point: ``距左 12%–40%，距顶 30%–33%``."""
    if box is None:
        return ""
    left, top, right, bottom = (f"{100 * edge:.0f}%" for edge in box)
    return f"距左 {left}–{right}，距顶 {top}–{bottom}"


def weight(check: Mapping[str, Any], checks: Sequence[Mapping[str, Any]]) -> str:
    """Materiality in a sentence: whether it decides, by how much, where it turns.

    Args:
        check: a plain check result.
        checks: all of them, for the conditions it bears on.
    """
    found = check["decides"]
    if not found:
        return ""
    said = ["影响申报条件" if found["eligibility"] else "不直接决定申报条件"]
    if found["margin"]:
        said.append(_distance(found["margin"], check))
    touched = [one for one in checks if one["id"] in found["affects"]]
    if touched:
        names = dict.fromkeys(
            title(one["code"]) + (f"（{one['rule']['article']}）" if one["rule"] else "")
            for one in touched
        )
        said.append(f"牵动：{'、'.join(names)}")
    if found["turns_at"]:
        said.append(f"改变结论的条件：{found['turns_at']}")
    return "；".join(said) + "。"


_KEYS = {
    "kinds": "可由",
    "count": "家数",
    "number": "不少于",
    "words": "含",
    "without": "不含",
    "unit": "单位",
    "proof": "凭",
}


def parameter(given: Any) -> str:
    """A rule's parameter as a person would write it: ``市学会（可由 市级学会，家数 3）``."""
    if isinstance(given, Mapping):
        rest = [
            f"{_KEYS.get(key, key)} {parameter(x)}" for key, x in given.items() if key != "title"
        ]
        said, title_ = "，".join(rest), str(given.get("title", ""))
        return f"{title_}（{said}）" if title_ and said else title_ or said
    if isinstance(given, list | tuple):
        mark = "；" if any(isinstance(item, Mapping) for item in given) else "、"
        return mark.join(parameter(item) for item in given)
    if isinstance(given, str):
        return UNIT_KINDS.get(given) or DOCUMENT_TITLES.get(given) or value(given)
    return value(given)


def asked(meaning: str) -> str:
    """What a parameter is, without the guide to its form that writers of policies need."""
    return meaning.partition("：")[0]


def _distance(margin: str, check: Mapping[str, Any]) -> str:
    """How far it is: from the threshold, or from one paper to the other."""
    size = margin.removeprefix("-")
    size = amount(size) if _is_money(size) else size
    code = check["code"]
    if code in FINDINGS and FINDINGS[code].kind == "consistency":
        return f"相差 {size}"
    return f"与标准相差 {size}（不符合）" if margin.startswith("-") else f"距标准 {size}"


def _is_money(text: str) -> bool:
    whole, point, cents = text.lstrip("-").partition(".")
    return bool(point) and whole.isdigit() and cents.isdigit() and len(cents) == 2


def place(fact: Mapping[str, Any]) -> str:
    """Where a fact of the plain report stands: file and page, or the words for it."""
    name = str(fact.get("file") or "")
    where = fact.get("where") or (f"第 {fact['page']} 页" if fact.get("page") else "")
    return " ".join(part for part in (name, str(where)) if part)
