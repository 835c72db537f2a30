from __future__ import annotations

import pytest

from docint.judge.naming import near

FIRM = "深圳市福田智联科技有限公司"


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        (FIRM, "深圳市福田智眹科技有限公司", True),
        (FIRM, "深圳市福田智科技有限公司", True),
        ("深圳市霁曦经纬科技有限公司", "深圳市霁嚷经伟科技有限公司", True),
        (FIRM, "广州市福田智联科技有限公司", False),
        (FIRM, "深圳市福田智联电子有限公司", False),
        ("广州市材料研究院", "广州市材料研究所", False),
        ("北京民曜机器人有限公司苏州分公司", "北京民曜机器人有限公司杭州分公司", False),
        ("福田智联", "福田智耿", False),
    ],
)
def test_a_reader_slips_on_a_character_not_on_a_word(one: str, other: str, slip: bool) -> None:
    assert near(one, other) is slip
    assert near(other, one) is slip
