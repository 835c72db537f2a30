from __future__ import annotations

import pytest

from docint.values.ids import registration


@pytest.mark.parametrize("number", ["440301103448669", "440301103097413", "110108012660422"])
def test_old_registration_numbers_pass_their_check(number: str) -> None:
    assert registration.problem(registration.parse(number)) == ""
    assert registration.problem(number[:-1] + str((int(number[-1]) + 1) % 10)) != ""
    assert [hit.value for hit in registration.find_all(f"注册号：{number}，")] == [number]
