"""What lies in the repository: light, portable, complete, and documented."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "docint"
ROOMS = ("src", "api", "corpora", "models", "tests", "tools", ".ci")
PASSED_OVER = {"__pycache__", "made", "node_modules"}
TEXTS = {
    ".py", ".yaml", ".yml", ".toml", ".md", ".txt", ".j2", ".css", ".js", ".sh", ".json", ".lock",
    ".cfg", ".ini", "",
}  # fmt: skip
HOSTS = re.compile(
    r"pypi\.(?:org|python)|pythonhosted|registry\.npmjs|mirrors?\.(?:aliyun|tuna|ustc|cloud)"
    r"|huggingface\.co|modelscope|github\.com/[\w.-]+/[\w.-]+/releases/download"
)
PATHS = re.compile(
    r"(?<![\w.<])/(?:home|Users|root|work|opt|mnt)/[\w.-]+|[A-Z]:\\\\?Users|file:///[a-z]"
)
ITSELF = Path(__file__)


def files() -> Iterator[Path]:
    """Everything that is kept, made folders left out."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.is_file() and not PASSED_OVER & set(path.parts):
                yield path
    yield from (path for path in sorted(ROOT.iterdir()) if path.is_file())


def texts() -> Iterator[tuple[Path, str]]:
    """Text files with their content; this one speaks of what must not be."""
    for path in files():
        if path.suffix in TEXTS and path != ITSELF:
            yield path, path.read_text("utf-8", errors="replace")


def named(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}: {hit.group()}"
        for path, text in texts()
        for hit in pattern.finditer(text)
    ]


def packages(lock: str) -> list[tuple[str, str]]:
    """Names pinned in a lock file, each with the condition behind its version."""
    pattern = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\\\n]+)", re.MULTILINE)
    return pattern.findall((ROOT / lock).read_text("utf-8"))


def test_no_file_is_heavy() -> None:
    assert not [p for p in files() if p.stat().st_size > 6_000_000]


def test_nothing_names_a_place_on_one_machine() -> None:
    assert named(PATHS) == []


def test_nothing_names_a_registry() -> None:
    assert named(HOSTS) == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_shows_the_two_commands(readme: str) -> None:
    text = (ROOT / readme).read_text("utf-8")
    assert "make demo" in text
    assert "make test" in text


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_pin_hashes_and_name_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert text.count("--hash=sha256:") >= len(packages(lock)) > 20


def test_both_lock_files_pin_the_same_versions() -> None:
    runtime, developing = (
        {name: version.split(";")[0].strip() for name, version in packages(lock)}
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert {n: v for n, v in developing.items() if n in runtime and runtime[n] != v} == {}


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[^A-Za-z0-9._-]", asked)[0] for asked in project["dependencies"]}
    assert names
    assert names <= {name for name, _ in packages("requirements.lock")}


def test_the_licences_of_all_dependencies_are_listed() -> None:
    text = (ROOT / "THIRD_PARTY.md").read_text("utf-8")
    listed = {name.lower() for name in re.findall(r"^\| ([A-Za-z0-9._-]+) \|", text, re.MULTILINE)}
    # A package under a condition may be of another platform.
    always = {n.lower() for n, version in packages("requirements.lock") if ";" not in version}
    assert always - listed == set()


def test_every_policy_has_its_text_and_its_table_of_cases() -> None:
    policies = {path.stem for path in (SRC / "policies").glob("*.yaml")}
    cases = {path.stem for path in (ROOT / "tests" / "policies").glob("*.yaml")}
    assert policies == cases
    assert policies


def test_every_kind_has_its_examples() -> None:
    kinds = [path.parent for path in (SRC / "kinds").glob("*/kind.py")]
    assert len(kinds) >= 16
    assert [kind.name for kind in kinds if not (kind / "examples.yaml").is_file()] == []


def test_every_make_target_explains_itself() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    for target in phony[1].split():
        assert re.search(rf"^{target}:.*## ", makefile, re.MULTILINE), target
