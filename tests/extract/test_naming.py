from __future__ import annotations

import pytest

from docint.extract.naming import organisation


@pytest.mark.parametrize("cut", ["青岩云帆数据（深圳）有限责任", "青岩云帆数据有限责任公"])
def test_half_a_name_is_no_name(cut: str) -> None:
    with pytest.raises(ValueError, match="half"):
        organisation(cut)


def test_a_whole_name_is_a_name() -> None:
    assert organisation("青岩云帆数据有限责任公司") == "青岩云帆数据有限责任公司"
