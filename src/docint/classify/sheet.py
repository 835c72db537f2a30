"""A page with what its text says of kind and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docint.classify.cues import ENOUGH, Tally, tallies
from docint.classify.learned import Guess, guessed
from docint.classify.marks import Marks, marks
from docint.contracts import Kind
from docint.types.document import Leaf


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with what its text says of kind and place."""

    leaf: Leaf
    tallies: tuple[Tally, ...]
    """All kinds, best first."""
    marks: Marks
    words: Guess
    """What it is by all its words."""
    opens_file: bool
    """First page of its file."""
    single_file: bool
    """The only page of its file."""

    @property
    def best(self) -> Tally | None:
        """The kind the page alone would be given, if any."""
        first = self.tallies[0] if self.tallies else None
        return first if first and first.score >= ENOUGH else None

    def of(self, kind: str) -> Tally:
        """What one kind's cues found here."""
        return next((t for t in self.tallies if t.kind == kind), Tally(kind, 0.0, frozenset()))


def sheets_of(stack: Sequence[Sequence[Leaf]], kinds: Mapping[str, Kind]) -> list[Sheet]:
    """The pages of a stack of files in order."""
    return [
        Sheet(
            leaf,
            tuple(tallies(kinds, leaf)),
            marks(leaf.page),
            guessed(leaf.page),
            number == 0,
            len(file) == 1,
        )
        for file in stack
        for number, leaf in enumerate(file)
    ]
