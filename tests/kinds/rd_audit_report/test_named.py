"""Two readings of one project's name, and two names that are much alike."""

from __future__ import annotations

import pytest

from docint.kinds.rd_audit_report.named import another


@pytest.mark.parametrize(
    "name", ["潮流能发电机组的研发", "潮流能发电机纽的研发", "潮流能发电机组的"]
)
def test_a_misread_or_broken_name_is_the_same(name: str) -> None:
    assert not another(name, "潮流能发电机组的研发")


@pytest.mark.parametrize("name", ["潮流能发电机组开发", "潮流能发电机组研发", "深海电缆的研发"])
def test_another_word_at_the_end_makes_another_project(name: str) -> None:
    assert another(name, "潮流能发电机组的研发")
