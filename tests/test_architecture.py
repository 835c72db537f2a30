"""The house stays a house: sizes, names, imports."""

from __future__ import annotations

import ast
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "api").rglob("*.py")])
DRAWERS = {"utils", "util", "helpers", "helper", "common", "base", "misc", "manager"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_module_fits_on_a_few_screens(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_function_fits_on_one_screen(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.body[0].lineno + 1 > 40
    ]
    assert not long


def test_no_module_is_a_junk_drawer() -> None:
    assert not [path for path in SOURCES if path.stem.lower() in DRAWERS]


def test_package_roots_import_nothing() -> None:
    roots = [path for path in SOURCES if path.name == "__init__.py"]
    loud = [p for p in roots if re.search(r"^(from|import) ", p.read_text("utf-8"), re.MULTILINE)]
    assert not loud


@pytest.mark.slow
def test_help_is_there_within_two_seconds() -> None:
    # Processor time: on a busy machine the clock says nothing about docint.
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "docint", "--help"], capture_output=True, check=True, text=True
    )
    assert "screen" in done.stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2.0
