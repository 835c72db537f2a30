"""Reports and letters as PDF: Chinese text in it, personal numbers not."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pypdfium2
import pytest
from docint_api import printing
from docint_api.problems import Problem

from tests.api.house import API, built, bundle
from tests.submissions import ID_NUMBER

pytestmark = pytest.mark.browser


def test_a_report_is_printed(tmp_path: Path) -> None:
    house = built(tmp_path)
    number = house.screened(bundle(tmp_path / "x"), "reviewer")
    answer = house.get(f"{API}/{number}/report", "reviewer", params={"format": "pdf"})
    assert answer.status_code == 200
    paper = pypdfium2.PdfDocument(answer.content)
    text = "".join(page.get_textpage().get_text_bounded() for page in paper)
    paper.close()
    assert "申报材料核验报告" in text
    assert "南山区" in text
    assert ID_NUMBER not in text
    house.running.database.close()


def test_without_a_browser_it_says_what_to_do() -> None:
    with (
        patch.object(printing, "browser", return_value=None),
        pytest.raises(Problem, match="DOCX") as refused,
    ):
        printing.printed("<p>x</p>")
    assert refused.value.status == 503
