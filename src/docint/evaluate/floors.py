"""Floors under accuracy (底线): what was reached once must be reached again; they only go up.

A floors file holds, by corpus, the least rate of each measure::

    {"<corpus>": {"made": "<how>", "slack": 0.05, "floors": {"recall": 0.93, "boxes": 0.94, …}}}

``slack`` is how far below what was measured a floor is laid: little for papers that are kept, more
for papers that are made anew, which change with their maker.
"""

from __future__ import annotations

from collections.abc import Mapping

from docint.evaluate.measure import Evaluation
from docint.evaluate.shares import Share

SLACK = 0.003
"""Slack of a corpus that names none: engines differ a little between machines."""


def rates(made: Evaluation) -> dict[str, float]:
    """Every measure as a share of 1, more being better; those without a case are left out."""
    found = {
        "precision": made.total.precision,
        "recall": made.total.recall,
        "pages": made.pages.rate,
        "splitting": made.splitting.rate,
        "critical": sum(made.critical.values(), Share()).rate,
        "boxed": made.boxed.rate,
        "boxes": made.boxes.rate,
        "planted": sum(made.planted.values(), Share()).rate,
        "calibration": None if made.ece is None else 1 - made.ece,
        "quiet": float(not made.false_alarms) if made.clean else None,
    }
    return {name: round(rate, 4) for name, rate in found.items() if rate is not None}


def below(measured: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The measures that are below their floors, each with both numbers."""
    return [
        f"{name} {measured.get(name, 0.0):.4f} < {floor:.4f}"
        for name, floor in floors.items()
        if measured.get(name, 0.0) < floor
    ]


def raised(
    floors: Mapping[str, float], measured: Mapping[str, float], slack: float = SLACK
) -> dict[str, float]:
    """Floors as high as they were, or higher where more was reached.

    >>> raised({"recall": 0.9, "boxes": 0.99}, {"recall": 0.953, "boxes": 0.98})
    {'recall': 0.95, 'boxes': 0.99}
    """
    laid = {name: round(max(0.0, rate - slack), 4) for name, rate in measured.items()}
    return {name: max(floors.get(name, 0.0), laid.get(name, 0.0)) for name in {**floors, **laid}}
