"""An evaluation as one self-contained page that a person can read (评测报告)."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from docint import __version__
from docint.evaluate.corpus import Case
from docint.evaluate.curve import curve
from docint.evaluate.cuts import key_of
from docint.evaluate.measure import Evaluation, Score
from docint.evaluate.shares import Share
from docint.evaluate.tables import percent
from docint.report.html import environment
from docint.values.mask import mask
from docint.vocabulary import DOCUMENT_TITLES, FINDINGS

SHOWN = 60
"""Mistakes shown with their pictures; all others are listed."""
LISTED = 400


@dataclass(frozen=True, slots=True)
class Mistake:
    """A field that is not right."""

    bundle: str
    type: str
    field: str
    gold: str
    found: str
    sure: float | None
    apart: bool
    cut: Markup

    @property
    def kind(self) -> str:
        """What went wrong, in a word."""
        if not self.found:
            return "缺失"
        return "有误" if self.gold else "多出"


def html(made: Evaluation, cases: Sequence[Case], corpus: str) -> str:
    """The page: measures, calibration, findings, and the worst cases with their pictures.

    Args:
        made: the measures.
        cases: the bundles they were taken of, with cuts of what was misread.
        corpus: its name.
    """
    mistakes = _mistakes(made, {case.name: case for case in cases})
    return (
        _environment()
        .get_template("evaluation.html.j2")
        .render(
            made=made,
            corpus=corpus,
            version=__version__,
            qualities=sorted({str(case.gold.get("quality", "")) for case in cases} - {""}),
            policies=sorted({str(case.gold["policy"]) for case in cases}),
            types={kind: sum(f.values(), Score()) for kind, f in made.fields.items()},
            caught=sum(made.planted.values(), Share()),
            critical=sum(made.critical.values(), Share()),
            curve=Markup(curve(made.bins)),  # noqa: S704 - numbers of our own
            shown=mistakes[:SHOWN],
            others=mistakes[SHOWN:LISTED],
            left=max(0, len(mistakes) - LISTED),
        )
    )


def _environment() -> Environment:
    made = environment().overlay(
        loader=ChoiceLoader([PackageLoader("docint.evaluate"), PackageLoader("docint.report")])
    )
    made.filters.update(percent=percent, title=_title, finding=_finding)
    return made


def _title(kind: str) -> str:
    return DOCUMENT_TITLES.get(kind, kind)


def _finding(code: str) -> str:
    return FINDINGS[code].title if code in FINDINGS else code


def _mistakes(made: Evaluation, cases: Mapping[str, Case]) -> list[Mistake]:
    """Surely said and wrong first, then the less sure, then what is missing."""
    ranked = sorted(
        made.mistakes,
        key=lambda m: (
            m["found"] is None,
            m["apart"],
            m["gold"] is None,
            -(m["confidence"] or 0.0),
        ),
    )
    return [_mistake(one, cases[one["bundle"]]) for one in ranked]


def _mistake(one: Mapping[str, Any], case: Case) -> Mistake:
    cut = case.cuts.get(key_of(one["type"], one["field"], one["gold"], one["found"]))
    # Base64 of our own bytes: nothing in it needs escaping.
    shown = "data:image/jpeg;base64," + base64.b64encode(cut).decode("ascii") if cut else ""
    return Mistake(
        one["bundle"], one["type"], one["field"], _said(one["gold"]), _said(one["found"]),
        one["confidence"], one["apart"], Markup(shown),  # noqa: S704
    )  # fmt: skip


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "，".join(str(part) for part in value.values())
    return mask(str(value))
