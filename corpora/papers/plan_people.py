"""Ways to present a plan's team; those that nobody tunes on are in ``plan_kept_work``."""

from __future__ import annotations

from corpora.blocks import Block, Prose
from corpora.papers import plan_kept_work
from corpora.papers.plan_facts import Way
from corpora.world import World


def _team(world: World) -> list[Block]:
    chief, leader = world.chief, world.leader
    people = "；".join(f"{p.name}，{p.title}，{p.employer}，负责{p.role}" for p in world.team)
    return [
        Prose((f"首席技术负责人{chief.name}，{chief.title}，现任职于{chief.employer}。",)),
        Prose((f"项目负责人{leader.name}，{leader.title}。其他主要成员：{people}。",)),
    ]


TEAMS: dict[str, tuple[Way, ...]] = {"main": (_team,), "held-out": plan_kept_work.TEAMS}
