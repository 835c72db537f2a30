"""A program's text → its articles and items, and the policy file to fill in (政策文件的骨架).

Every article gets its number and its quote; what it asks is for the author to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from docint.contracts import Check
from docint.judge.policy import without_debris

PLACEHOLDER = "第一条 请将办法原文粘贴于此，逐条换行，并在上一级的文件中逐条填写。\n"

_ARTICLE = re.compile(r"(第[一二三四五六七八九十百]+条)")
_HEADING = re.compile(r"([一二三四五六七八九十]+)、")
_PART = re.compile(r"[（(]([一二三四五六七八九十]+)[）)]")
_ITEM = re.compile(r"(\d{1,2})\s*[.．、](?!\d)")
_CHAPTER = re.compile(r"第[一二三四五六七八九十]+章")

_HEAD = """\
# 政策文件：{name}
# 每一条款写明编号、原文（须与 texts/{name}.txt 逐字相符）和性质：
#   rule        由规则核验：在 rules 下列出核验项及参数
#   expert      由专家评议：以 code 命名，passages 列出查找相关段落所用的词
#   procedure   办理程序        definition  定义说明
# 写完后运行 docint policies {name}，如有错误将指明行号。
name: {name}
title: {title}
issuer: （发文机关）
# valid_from: 2024-01-01
# valid_until: 2025-12-31
text: {name}.txt
articles:
"""
_EXAMPLE = """\
    # 规则条款的写法：
    # status: rule
    # rules:
    #   - check: registered_in_district
    #     parameters: {district: '440304'}
    #   - check: document_present
    #     parameters: {kinds: [business-license], whose: lead}
    #     severity: medium          # 条文称“原则上”时降低程度
    #     note: 条文的字句如何适用
    # 专家条款的写法：
    # status: expert
    # code: lead-standing-expert
    # passages: [龙头, 高新技术企业]
"""


def articles(text: str) -> Iterator[tuple[str, str]]:
    """Numbers, as they are cited, and quotes of all articles and numbered items of a text.

    Laws are cut at 第…条, notices at 一、; a text that is neither comes paragraph by paragraph.
    """
    lines = [row.strip() for row in without_debris(text).splitlines() if row.strip()]
    top = next((one for one in (_ARTICLE, _HEADING) if any(map(one.match, lines))), None)
    seen: dict[str, int] = {}
    for number, quote in _cut(lines, top) if top else _paragraphs(lines):
        seen[number] = seen.get(number, 0) + 1
        yield (number if seen[number] == 1 else f"{number}之{seen[number]}", quote)


def _paragraphs(lines: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"正文{place}", line) for place, line in enumerate(lines, 1)]


def _cut(lines: Sequence[str], top: re.Pattern[str]) -> list[tuple[str, str]]:
    number, part, after_break = "", "", True
    found: list[tuple[str, str]] = []
    for line in lines:
        cited = ""
        if _CHAPTER.match(line):
            after_break = True
            continue
        if article := top.match(line):
            number, part = article[1], ""
            cited = number
        elif number and (section := _PART.match(line)):
            part = f"（{section[1]}）"
            cited = number + part
        elif number and (item := _ITEM.match(line)):
            cited = f"{number}{part}第{item[1]}项"
        if cited:
            found.append((cited, line))
            after_break = False
        elif not after_break:  # broken in print, or a further paragraph of the same article
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def skeleton(name: str, text: str, checks: Mapping[str, Check]) -> str:
    """A policy file for a text: valid as it stands, with every article still a procedure.

    Args:
        name: the policy's name.
        text: the program's own text.
        checks: units of the shelf, listed at the end with what they take.
    """
    title = next((line.strip() for line in text.splitlines() if line.strip()), name)
    title = "（办法全称）" if _ARTICLE.match(title) else title.strip("《》")
    rows = [_HEAD.format(name=name, title=_quoted(title))]
    for place, (number, quote) in enumerate(articles(text)):
        rows.append(f"  - number: {number}\n    status: procedure\n    quote: {_quoted(quote)}\n")
        rows += [_EXAMPLE] if place == 0 else []
    rows.append("\n# 可用的核验项及其参数（带 * 者必填）：\n")
    rows += [_described(check, unit) for check, unit in sorted(checks.items())]
    return "".join(rows)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _described(name: str, check: Check) -> str:
    lines = [f"#   {name}：{check.statement}\n"]
    lines += [
        f"#       {'*' * one.required}{key}（{one.type.__name__}）：{one.meaning}\n"
        for key, one in check.parameters.items()
    ]
    return "".join(lines)
