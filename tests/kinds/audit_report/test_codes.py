from __future__ import annotations

import pytest

from docint.extract.audits import verification_code
from tests.printed import document_of, printed_page


@pytest.mark.parametrize(
    "print_",
    [
        "编    码      ：粤24VZ9XQAGN",
        "报告编码：粤24VZ9XQAGN",
        "粤24VZ9XQAGN",
        "监管平台登记号  粤24VZ9XQAGN",
    ],
)
def test_a_code_is_known_by_its_shape_however_its_label_is_spread(print_: str) -> None:
    page = printed_page(f"        审计报告\n{print_}\n")
    found = verification_code(document_of("audit-report", page))
    assert found is not None
    assert found.value == "粤24VZ9XQAGN"
