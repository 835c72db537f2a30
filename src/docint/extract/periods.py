"""Heads of amount columns (栏目): which period, which scope, or no amount at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docint.values import numerals
from docint.values.text import fold, without_gloss

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d|19[89]\d)(?:年?度?|(?=[-./]))")
_DATE = re.compile(r"\(?20\d\d(?:年\d{1,2}月\d{1,2}日|([-./])\d{1,2}\1\d{1,2}|年度?)\)?")
_JANUARY_FIRST = re.compile(r"20\d\d(?:年0?1月0?1日|[-./]0?1[-./]0?1)(?!\d|[-—~至])")
_PRIOR = re.compile(
    r"上年年末|上年末|上期期末|上年度末|上年期末|年初|期初|上期|上年|上一年|上一期|上一会计"
    r"|去年|前期|前一[年期]|比较期|上度"
)
_CURRENT = re.compile(r"期末|年末|本期|本年|本会计年|今年|全年|当期|当年|累计|报告期|本度")
_MONTH = re.compile(
    r"本月|本季|当月|上月|增减|变动|差异|比例|比重|%|预算|未审|审计前|调整(?!后)|重分类"
)
_IGNORED = re.compile(
    r"(?:报表|财务报表|会计报表)?附?注(?:释|解)?(?:编号|序号|号|项"
    r"|\(?[一二三四五六七八九十]\)?|号码)?|行次|行号|序号|编号|备注|项次|索引(?:号)?"
)
_LABEL = re.compile(
    r"(?:报表|列报)?项目(?:名称)?|科目(?:名称)?|资产(?:类)?|负债.{0,16}|(?:所有者|股东)权益.{0,12}"
    r"|内容|摘要|(?:主要)?(?:财务|经济)?指标(?:名称)?"
)
_WHEN = (
    "上年年末|上年度?末?|上期期?末?|上一(?:会计)?(?:年度?|期)|前一(?:年度?|期)|去年度?|上年同期|年初|期初"
    "|期末|年末|本期|本(?:会计)?年度?|今年度?|当期|当年|报告期|比较期间?|全年"
)
_WHAT = (
    "累计|实际|发生|同期|年末|期末|末|初|全年|(?:经|已)?审[定计](?:后|的)?|账面|报表|列报|合并|确认"
    "|调整后|决算|结存|结余|完成"
)
_HEADY = re.compile(
    r"(?:经审计的?|截[至止])?(?:\d{4}|20\d\d)?(?:年度?|[-—–~～至到一ー./\d年月日]*)?"
    rf"(?:{_WHEN})?(?:{_WHAT})*(?:余额|金额|价值|数额|数|额|度|期|年)?"
    r"(?:\([^()]*\)?|\(?(?:合并|母公司|公司|本公司|人民币元|万元|元)\)?)*"
)


@dataclass(frozen=True, slots=True)
class Period:
    """What a head says of its column."""

    role: Literal["amount", "ignored", "label"]
    year: int | None = None
    """A printed calendar year; an opening on 1 January counts as the year before."""
    offset: int = 0
    """0 the year of the statement, -1 the year before; where no year is printed."""
    opening: bool = False
    """年初余额 as restated on 1 January, beside the closing of the year before."""
    scope: Literal["own", "consolidated", ""] = ""
    rank: int = 0
    """Where two columns mean one year the lower rank is taken: 年末 before 年初."""


def _scope(folded: str) -> Literal["own", "consolidated", ""]:
    if "母公司" in folded or re.search(r"(?<!合并)(?:本公司|公司)$", folded):
        return "own"
    return "consolidated" if "合并" in folded else ""


_SPELLED = re.compile(
    r"(?P<year>[一二][九〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})年(?P<since>一月?[至到—-])?(?:(?P<month>[一二三四五六七八九十]{1,2})月"
    r"(?:(?P<day>[一二三四五六七八九十]{1,3})日)?)?"
)
_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")


def in_figures(folded: str) -> str:
    """A text with its dates in figures: ``二〇二三年十二月三十一日`` → ``2023年12月31日``."""

    def plain(found: re.Match[str]) -> str:
        told = found["year"].translate(_DIGITS) + "年" + ("1至" if found["since"] else "")
        for part, mark in (("month", "月"), ("day", "日")):
            told += f"{numerals.whole(found[part])}{mark}" if found[part] else ""
        return told

    return _SPELLED.sub(plain, folded)


@lru_cache(maxsize=1024)
def period(head: str) -> Period | None:
    """The meaning of a head of a statement's column; None if it is none.

    ``期末余额`` → this year; ``上年年末余额`` → the year before; ``2023年度`` → 2023;
    ``附注`` → ignored; ``项目`` → label.
    """
    folded = re.sub(r"[\s*:：、]+", "", in_figures(without_gloss(fold(head))))
    folded = re.sub(r"(?<=.)合计$", "", folded)
    folded = re.sub(r"^(20\d\d)年?末/\1年度?$|^(20\d\d)年度?/\2年?末$", r"\1\2年度", folded)
    if _IGNORED.fullmatch(folded) or "限定性" in folded:
        return Period("ignored")
    if _LABEL.fullmatch(folded):
        return Period("label")
    if _MONTH.search(folded) and len(folded) <= 12:
        return Period("ignored")
    if not folded or len(folded) > 30 or not _HEADY.fullmatch(_DATE.sub("", folded)):
        return None
    return _dated(folded) or _relative(folded)


def _dated(folded: str) -> Period | None:
    """A head with a calendar year."""
    match = _YEAR.search(folded)
    if not match:
        return None
    year, scope = int(match[1]), _scope(folded)
    if _JANUARY_FIRST.search(folded):
        return Period("amount", year - 1, -1, opening=True, scope=scope, rank=1)
    return Period("amount", year, scope=scope)


def _relative(folded: str) -> Period | None:
    """A head that speaks of this year or the year before."""
    if match := _PRIOR.search(folded):
        rank = 1 if match[0] in {"年初", "期初"} else 0
        return Period("amount", offset=-1, scope=_scope(folded), rank=rank)
    return Period("amount", scope=_scope(folded)) if _CURRENT.search(folded) else None


# ---------------------------------------------------------------- units and years beside a table

YUAN = 9
"""Figures, fen included, of an amount that is hardly one of 万元: ten thousand million yuan."""


def unstated_unit(amounts: Sequence[str]) -> str | None:
    """The unit of a table that prints none: ``元`` where that is plausible, else None.

    Most amounts show fen, as those of tables in 万元 do too; but theirs are short.
    """
    shown = [fold(text) for text in amounts]
    fen = sum(bool(re.search(r"[.,]\d\d\)?$", text)) for text in shown) * 2 > len(shown)
    return "元" if fen and any(len(re.sub(r"\D", "", text)) >= YUAN for text in shown) else None


_STATED = re.compile(
    r"(?P<year>20[0-4]\d)(?:年(?:度|12月(?:31日?)?|1(?:月1日)?[-—~–至到](?:20\d\d年)?12月.*)?"
    r"|[-./]12[-./]31|年$)"
)


def stated_year(text: str) -> int | None:
    """The fiscal year in a statement's sub-heading: ``2023年12月31日``, ``2023年1-12月`` …"""
    match = _STATED.search(in_figures(fold(text)))
    return int(match["year"]) if match else None
