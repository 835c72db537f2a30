"""Report → one self-contained page in Chinese that a reviewer reads in two minutes."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from docint.report import wording
from docint.report.chain import chain
from docint.report.masked import masked
from docint.report.pictures import Look, Picture, picture
from docint.report.plain import page_at, plain
from docint.types.finding import Exhibit, Finding
from docint.types.report import Report
from docint.vocabulary import DOCUMENT_TITLES, FINDINGS

PICTURES_PER_FINDING = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A cut ready for the page."""

    cut: str
    overview: str
    width: int
    height: int
    caption: str


def html(report: Report, look: Look) -> str:
    """The page, with every picture inside it; personal numbers masked.

    Args:
        report: what to show.
        look: gives the upright page images for the cuts.
    """
    data = masked(plain(report))
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            report=data,
            policy=report.policy,
            pictures={f.id: list(cuts(f, report, look)) for f in report.judgement.findings},
            checks={check["id"]: check for check in data["checks"]},
            documents={document["id"]: document for document in data["documents"]},
        )
    )


@cache
def environment() -> Environment:
    """Templates with the wording they share, compiled once."""
    made = Environment(
        loader=PackageLoader("docint.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["value"] = wording.value
    made.filters["place"] = wording.place
    made.filters["flat"] = flat
    made.filters["spot"] = wording.spot
    made.filters["weight"] = wording.weight
    made.filters["matter"] = wording.matter
    made.filters["parameter"] = wording.parameter
    made.filters["asked"] = wording.asked
    made.filters["chain"] = _chained
    made.globals.update(
        SEVERITY=wording.SEVERITY,
        OUTCOME=wording.OUTCOME,
        STATUS=wording.STATUS,
        KIND=wording.KIND,
        RECOMMENDATION=wording.RECOMMENDATION,
        READER=wording.READER,
        TYPES=DOCUMENT_TITLES,
        FINDINGS=FINDINGS,
    )
    return made


def _chained(check: Mapping[str, Any], report: Mapping[str, Any]) -> dict[str, Any]:
    return chain(report, check)


def cuts(finding: Finding, report: Report, look: Look) -> Iterable[Shown]:
    """Pictures of a finding's evidence, what was found first; each place once."""
    exhibits = [*finding.found, *([finding.declared] if finding.declared else [])]
    places = {e.fact.evidence[0].place: e for e in exhibits}
    shown = 0
    for exhibit in places.values():
        if shown == PICTURES_PER_FINDING:
            return
        made = _picture(exhibit, report, look)
        if made:
            shown += 1
            yield made


def _picture(exhibit: Exhibit, report: Report, look: Look) -> Shown | None:
    place = exhibit.fact.evidence[0].place
    page = page_at(report.readings, place.source, place.page)
    found: Picture | None = picture(place, page, look) if page else None
    if found is None:
        return None
    name = next((s.path for s in report.bundle.sources if s.sha256 == place.source), "")
    return Shown(
        _embedded(found.cut),
        _embedded(found.overview),
        found.width,
        found.height,
        f"{name} 第 {place.page} 页",
    )


def _embedded(jpeg: bytes) -> Markup:
    # Base64 of our own bytes: nothing in it needs escaping.
    return Markup("data:image/jpeg;base64," + base64.b64encode(jpeg).decode("ascii"))  # noqa: S704


def flat(tree: Any, name: str = "") -> list[tuple[str, Mapping[str, Any]]]:
    """A tree of plain facts → (dotted name, fact), for the tables of facts."""
    if isinstance(tree, Mapping) and "value" in tree and "confidence" in tree:
        return [(name, tree)]
    branches: Iterable[tuple[Any, Any]] = ()
    if isinstance(tree, Mapping):
        branches = tree.items()
    elif isinstance(tree, list):
        branches = ((index + 1, item) for index, item in enumerate(tree))
    return [
        leaf
        for key, branch in branches
        for leaf in flat(branch, f"{name}.{key}" if name else str(key))
    ]
