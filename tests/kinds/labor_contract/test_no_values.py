"""What stands beside a label in a contract's form and is no value of it."""

from __future__ import annotations

import pytest

from docint.extract.naming import organisation
from docint.kinds.labor_contract.duties import named_position
from docint.kinds.labor_contract.kind import unit


@pytest.mark.parametrize("printed", ["第五条", "7解除与终止", "7、工时与休假", "工作地点"])
def test_a_clause_or_its_heading_is_no_position(printed: str) -> None:
    with pytest.raises(ValueError, match="no position"):
        named_position(printed)


@pytest.mark.parametrize(
    "printed",
    ["法定代表人（主要负责人）", "登记地深圳市福田区福田街道八卦二路4097号", "乙方（手写签名"],
)
def test_another_line_of_the_form_is_no_employer(printed: str) -> None:
    with pytest.raises(ValueError, match="no unit"):
        organisation(printed)
    with pytest.raises(ValueError, match="no unit"):
        unit(printed)


def test_values_are_values() -> None:
    assert named_position("总工程师") == "总工程师"
    assert unit("星禾微电子（深圳）有限公司") == "星禾微电子（深圳）有限公司"
