"""Ways to say what a plan's units do, and when; those that nobody tunes on are in ``plan_kept_work``."""

from __future__ import annotations

from corpora.blocks import Block, Prose
from corpora.papers import plan_kept_work
from corpora.papers.plan_facts import Way
from corpora.world import World


def _contents(world: World) -> list[Block]:
    return [Prose((f"{name}{task}。",)) for name, task in world.tasks.items()]


def _unsaid(_: World) -> list[Block]:
    """No more about stages than the prose says."""
    return []


WORK: dict[str, tuple[Way, ...]] = {"main": (_contents,), "held-out": plan_kept_work.WORK}
STAGES: dict[str, tuple[Way, ...]] = {"main": (_unsaid,), "held-out": plan_kept_work.STAGES}
