"""Leaves → Documents: pages scored, consecutive pages grouped, parts in several files joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docint.classify.annexes import annexed
from docint.classify.cues import ENOUGH, surety
from docint.classify.group import UNKNOWN, Group, grouped, linked
from docint.classify.sheet import sheets_of
from docint.classify.slips import cleared
from docint.classify.stacks import stacks
from docint.contracts import Kind
from docint.types.document import Document, Leaf, Rival

FORM = "application-form"
_DECLARED = frozenset({
    "program", "applied_on", "project_name", "industry", "applicant", "lead", "members",
    "project_leader", "chief_engineer", "team", "experts", "rd_expense", "revenue", "claims",
})  # fmt: skip
"""Keys of which a machine's application has at least one (contract §4)."""


def classify(
    leaves: Sequence[Leaf],
    kinds: Mapping[str, Kind],
    data: Mapping[str, Mapping[str, Any]] | None = None,
) -> tuple[Document, ...]:
    """Tell what documents a bundle holds.

    Args:
        leaves: all pages of the bundle, file by file in bundle order.
        kinds: the shelf, by any key.
        data: parsed content of structured files, by source hash.

    Returns:
        Documents in bundle order, ``d1``, ``d2`` …; pages nobody recognises are ``unknown``.
    """
    data = data or {}
    leaves = [cleared(leaf) for leaf in leaves]
    by_name = {kind.name: kind for kind in kinds.values()}
    printed = [leaf for leaf in leaves if leaf.page.origin != "json"]
    groups = [
        group for stack in stacks(printed) for group in grouped(sheets_of(stack, by_name), by_name)
    ]
    drafts = [_document(group) for group in linked(groups)]
    drafts += [_structured(leaf, data) for leaf in leaves if leaf.page.origin == "json"]
    place = {id(leaf): number for number, leaf in enumerate(leaves)}
    drafts.sort(key=lambda draft: place[id(draft.leaves[0])])
    return annexed(tuple(_numbered(draft, n) for n, draft in enumerate(drafts, 1)))


def _document(group: Group) -> Document:
    leaves = tuple(sheet.leaf for sheet in group.sheets)
    best: dict[str, float] = {}
    for sheet in group.sheets:
        for tally in sheet.tallies:
            if tally.kind != group.kind and tally.score >= ENOUGH / 2:
                best[tally.kind] = max(best.get(tally.kind, 0.0), tally.score)
    rivals = [Rival(kind, surety(score)) for kind, score in best.items()]
    ranked = sorted(rivals, key=lambda rival: (-rival.score, rival.kind))[:3]
    score = surety(group.score) if group.kind != UNKNOWN else 0.0
    return Document("", group.kind, score, leaves, tuple(ranked))


def _structured(leaf: Leaf, data: Mapping[str, Mapping[str, Any]]) -> Document:
    content = data.get(leaf.source)
    if content is not None and _DECLARED & set(content):
        return Document("", FORM, 1.0, (leaf,), data=content)
    return Document("", UNKNOWN, 0.0, (leaf,), data=content)


def _numbered(draft: Document, number: int) -> Document:
    return Document(f"d{number}", draft.kind, draft.score, draft.leaves, draft.rivals, draft.data)
