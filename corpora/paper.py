"""A paper: what a template prints, the truth of it, and the seals and signatures it carries."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any

from markupsafe import Markup

FACT = "http://fact/"
MARK = "http://mark/"
PAPER = "http://paper/"

Truth = dict[str, Any]
"""``{"value", "text"}``; page and box are added when the paper is drawn."""


@dataclass(frozen=True)
class Mark:
    """A seal or a signature, to be set on the spot the template keeps for it."""

    kind: str
    """``seal``, ``contract`` (合同专用章), ``electronic``, ``name`` (私章) or ``hand``."""
    text: str
    role: str = ""
    """Whose hand: 甲方, 注册会计师 …"""
    number: str = ""
    """The 13 digits of a unit's seal."""


@dataclass
class Paper:
    """One document (文件) of a bundle before it is drawn."""

    kind: str
    name: str
    """What the applicant would call the file."""
    layout: str
    css: str
    html: str
    page: str
    """The CSS of its pages, e.g. ``size:A4;margin:24mm``."""
    truth: dict[str, Truth]
    """By dotted path."""
    critical: set[str]
    """Printed strings that decide: codes, amounts, dates, names."""
    marks: list[Mark]
    role: str = ""
    """What the bundle knows it by (``licence``, ``agreement`` …)."""
    drop: set[int] = field(default_factory=set)
    """Sheets that are lost before it is handed in, from 0."""
    annex_of: Paper | None = None
    """The paper it is bound into (an audit firm's licence in its report)."""


class Ink:
    """Prints facts into a template and keeps the truth of them."""

    def __init__(self) -> None:
        self.truth: dict[str, Truth] = {}
        self.critical: set[str] = set()
        self.marks: list[Mark] = []

    def __call__(self, path: str, text: Any, value: Any = None, *, critical: bool = True) -> Markup:
        """Print a fact: the text as it stands on paper, its canonical value, a link around it."""
        shown = str(text)
        self.truth.setdefault(path, {"value": shown if value is None else value, "text": shown})
        if critical:
            self.critical.add(shown)
        return Markup('<a href="{}{}">{}</a>').format(FACT, path, Markup(escape(shown)))  # noqa: S704 - escaped

    def free(self, path: str, text: Any, value: Any = None) -> Markup:
        """Print a fact that decides nothing: prose, counts."""
        return self(path, text, value, critical=False)

    def known(self, path: str, value: Any, text: str, at: str = "") -> Markup:
        """A fact that follows from what is printed; ``at`` names the fact whose box it shares."""
        self.truth.setdefault(path, {"value": value, "text": text, "at": at})
        return Markup("")

    def around(self, path: str, value: Any, drawn: Markup) -> Markup:
        """A fact that is drawn, not written: a QR code."""
        self.truth.setdefault(path, {"value": value, "text": value})
        return Markup('<a href="{}{}">{}</a>').format(FACT, path, drawn)

    def mark(self, kind: str, text: str, role: str = "", number: str = "") -> Markup:
        """Keep a spot for a seal or a signature."""
        self.marks.append(Mark(kind, text, role, number))
        return Markup('<a class="spot" href="{}{}">&nbsp;</a>').format(MARK, len(self.marks) - 1)
