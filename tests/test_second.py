"""A second reading confirms only what decides."""

from __future__ import annotations

import pytest

from docint.second import confirms


@pytest.mark.parametrize(
    ("read", "first", "against", "said"),
    [
        ("深圳市南山区科技园路8号", "深圳市南山区科技园路8号", "深圳市福田区", True),
        ("深圳天枢量子有眼公司", "深圳天枢量子有限公司", "深圳天璇量子有限公司", True),
        ("深圳天璇量子有限公司", "深圳天枢量子有限公司", "深圳天璇量子有限公司", False),
        ("12,345,678.90", "12,345,678.90", "12,345,678.00", True),
        ("12,345,678.00", "12,345,678.90", "12,345,678.00", False),
        ("12,845,678.90", "12,345,678.90", "12,345,678.00", None),
        ("", "深圳天枢量子有限公司", "深圳天璇量子有限公司", None),
        ("□■ 一 丨", "深圳天枢量子有限公司", "深圳天璇量子有限公司", None),
    ],
)
def test_the_second_reader_decides_by_the_characters_in_doubt(
    read: str, first: str, against: str, said: bool | None
) -> None:
    assert confirms(read, first, against) is said
