"""Files that belong together by name: ``营业执照-1.jpg``, ``营业执照-2.jpg``, ``合同(03).png``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePosixPath

from docint.types.document import Leaf
from docint.values.text import fold

_SIDE = re.compile(r"(?P<stem>.+?)[-_ ·.((]*(?P<side>正面?|人像面|头像面|反面?|背面?|国徽面)[))]?$")
_FIRST = frozenset({"正", "正面", "人像面", "头像面"})
_INDEX = re.compile(
    r"(?P<stem>.*?)[-_ ·.]*(?:第|p|page)?[((\[]?(?P<n>\d{1,17})[))\]]?(?:页|张|of\d+)?$",
    re.IGNORECASE,
)


def index_of(file: str) -> tuple[str, int] | None:
    """Folder with stem, and the number (or side) at the end of a file's name; None without one."""
    path = PurePosixPath(file)
    name = fold(path.stem)
    if side := _SIDE.fullmatch(name):
        return f"{path.parent}/{side['stem'].lower()}", 1 if side["side"] in _FIRST else 2
    match = _INDEX.fullmatch(name)
    if not match:
        return None
    return f"{path.parent}/{match['stem'].lower()}", int(match["n"])


def by_file(leaves: Sequence[Leaf]) -> list[list[Leaf]]:
    """Leaves of each file in page order, files in bundle order."""
    files = [list(group) for _, group in groupby(leaves, key=lambda leaf: (leaf.file, leaf.source))]
    return [sorted(file, key=lambda leaf: leaf.page.number) for file in files]


def stacks(leaves: Sequence[Leaf]) -> list[list[list[Leaf]]]:
    """Files, those numbered under one stem put together in the order of their numbers.

    A stack stands where its first file stood.
    """
    homes: dict[str, list[tuple[int, list[Leaf]]]] = {}
    order: list[str] = []
    for position, file in enumerate(by_file(leaves)):
        index = index_of(file[0].file)
        stem, number = index or (f"\0{position}", 0)
        if stem not in homes:
            order.append(stem)
        homes.setdefault(stem, []).append((number, file))
    return [[file for _, file in sorted(homes[stem], key=lambda pair: pair[0])] for stem in order]
