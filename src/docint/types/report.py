"""The whole story of one submission, before it is written in any form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docint.types.article import Policy
from docint.types.case import Case
from docint.types.finding import Judgement
from docint.types.reading import Reading
from docint.types.source import Bundle


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report is written from (核验报告)."""

    bundle: Bundle
    policy: Policy
    case: Case
    judgement: Judgement
    readings: Mapping[str, Reading]
    """By source hash."""
    screened_at: str
    """ISO 8601 with zone; the only part that differs between two runs."""
    version: str
    """docint's own."""
    models: Mapping[str, str] = field(default_factory=dict)
    """Versions of engines and models used."""
    remarks: tuple[str, ...] = ()
    """What the reader of the report must know first, e.g. how to give the application date."""
