from __future__ import annotations

import pytest

from corpora.language.pairs import pairs
from docint.values.names import same


@pytest.mark.slow
def test_two_thousand_pairs_of_names_are_told_apart() -> None:
    drawn = pairs(seed=41)
    answers = [(same(p.one, p.other), p.same) for p in drawn]
    surely = [truth for said, truth in answers if said is True]
    taken = [truth for said, truth in answers if said is not False]
    units = sum(p.same for p in drawn)
    assert len(drawn) == 2000
    assert sum(surely) / len(surely) >= 0.995
    assert sum(taken) / len(taken) >= 0.995
    assert sum(taken) / units >= 0.97
    assert sum(surely) / units >= 0.6
