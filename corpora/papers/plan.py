"""建设运营方案: the eight parts that the program asks for."""

from __future__ import annotations

from random import Random

from corpora.blocks import Block, Heading, Prose, Shown, Stamp
from corpora.papers.plan_aims import AIMS
from corpora.papers.plan_funds import FUNDS
from corpora.papers.plan_heads import MARKS, NAMES, OPENINGS, SECTIONS
from corpora.papers.plan_people import TEAMS
from corpora.papers.plan_prose import PROSE
from corpora.papers.plan_summaries import SUMMARIES
from corpora.papers.plan_work import STAGES, WORK
from corpora.world import World


def blocks(world: World, random: Random, group: str) -> list[Block]:
    """The plan as blocks."""
    (names, order), (form, figures, bar) = random.choice(NAMES[group]), random.choice(MARKS[group])
    opening, texts = random.choice(OPENINGS[group]), random.choice(PROSE[group])
    summary, targets, budget = (random.choice(ways[group]) for ways in (SUMMARIES, AIMS, FUNDS))
    work, stages, team = (random.choice(ways[group]) for ways in (WORK, STAGES, TEAMS))
    bodies = (
        summary(world), _prose(texts["background"], world, random), _prose(texts["state"], world, random), work(world), targets(world),
        [*_prose(texts["steps"], world, random), *stages(world), *budget(world)], _prose(texts["basis"], world, random), team(world),
    )  # fmt: skip
    kept = [part for part in order if f"no-section:{SECTIONS[part]}" not in world.flags]
    heads = [
        (form.format(figure) + names[part], names[part])
        for figure, part in zip(figures, kept, strict=False)
    ]
    made = opening(world, [head for head, _ in heads])
    for number, (part, (head, name)) in enumerate(zip(kept, heads, strict=True)):
        made += [Heading(Shown(f"sections.{number}", head, name), row=bar), *bodies[part]]
    return [*made, Stamp("编制单位（盖章）：", world.lead.name, world.lead.seal_number, ())]


def _prose(texts: tuple[str, ...], world: World, random: Random) -> list[Block]:
    count = random.randrange(20, 90)
    return [Prose((text.format(world.subject, count),)) for text in texts]
