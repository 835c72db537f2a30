"""A program's text as law: articles, their standing, and the rules they set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Status = Literal["rule", "expert", "procedure", "definition"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing an article asks, put to a check with parameters."""

    check: str
    """File name of a unit in ``checks/``."""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    severity: str = ""
    """Lowers the contract's severity (``原则上``); empty keeps it."""
    stage: Literal["application", "acceptance"] = "application"
    note: str = ""
    """How the clause was read where its words leave room, in Chinese."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article (条) or numbered item (项) of a program."""

    number: str
    """As cited: ``第四条第1项``."""
    quote: str
    """Verbatim text; the start fails if it is not in the policy's text."""
    status: Status
    rules: tuple[Rule, ...] = ()
    restored: bool = False
    """True where the quote stands on a repaired text and must be marked so."""
    passages: tuple[str, ...] = ()
    """For ``expert`` articles: words whose passages in the bundle are laid before the expert."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A program (管理办法、通知) as data."""

    name: str
    title: str
    """Full Chinese title, without book-title marks."""
    issuer: str
    articles: tuple[Article, ...]
    valid_from: date | None = None
    valid_until: date | None = None
    text: str = ""
    """The program's own text, whole."""
    restored: bool = False
    digest: str = ""
    """SHA-256 of the policy file and its text: two runs under one digest judged alike."""
