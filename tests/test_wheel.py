"""The wheel is whole: in an empty environment, offline, from any directory, it screens a scan."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.submissions import LEAD, LICENCE, declaration, pdf

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT],
        check=True, capture_output=True,
    )  # fmt: skip
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that holds the wheel and sees our dependencies."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    site = next((home / "lib").glob("python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin" / "python"


def cut_off() -> list[str]:
    """What to put before a command so that it has no network; nothing where that is forbidden."""
    alone = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") and subprocess.run([*alone, "true"], check=False).returncode == 0:
        return alone
    return []


def run(python: Path, folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return subprocess.run(
        [*cut_off(), python, "-m", "docint", *map(str, words)],
        cwd=folder,
        env={**kept, "HOME": str(folder), "DOCINT_CACHE": "off", "DOCINT_WORKERS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_carries_programs_kinds_pages_and_nothing_of_the_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for needed in (
        "docint/policies/futian-2023.yaml",
        "docint/policies/texts/futian-2023.txt",
        "docint/report/templates/report.html.j2",
        "docint/report/templates/style.css",
        "docint_api/app.py",
    ):
        assert needed in names
    assert not [n for n in names if n.startswith(("tests/", "corpora/", "tools/"))]


def test_the_code_comes_from_the_wheel(python: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [python, "-c", "import docint, docint_api; print(docint.__file__, docint_api.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(ROOT / "src") not in done.stdout
    assert done.stdout.count(str(python.parents[1])) == 2


def test_all_commands_are_there(python: Path, tmp_path: Path) -> None:
    done = run(python, tmp_path, "--help")
    assert done.returncode == 0
    for command in ("screen", "bulk", "read", "extract", "policies", "evaluate", "serve"):
        assert command in done.stdout


def test_it_screens_a_scan_offline_from_any_directory(python: Path, tmp_path: Path) -> None:
    declaration(tmp_path / "申报件" / "application.json")
    printed = pypdfium2.PdfDocument(pdf(tmp_path / "licence.pdf", LICENCE))
    page = printed[0]
    page.render(scale=200 / 72).to_pil().save(tmp_path / "申报件" / "营业执照.jpg", dpi=(200, 200))
    page.close()
    printed.close()
    done = run(python, tmp_path, "screen", "申报件", "--policy", "futian-2023")
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "out" / "申报件" / "report.json").read_text("utf-8"))
    licence = next(d for d in report["documents"] if d["type"] == "business-license")
    assert licence["reader"] == "ocr"
    assert licence["facts"]["name"]["value"] == LEAD
    assert any(f["code"] == "lead-outside-district" for f in report["findings"])
