from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docint.intake.bundle import take
from docint.types.limits import Limits
from docint.types.source import Bundle

Taken = Callable[..., Bundle]


def recognise(head: bytes) -> str | None:
    for magic, name in ((b"%PDF", "pdf"), (b"\xff\xd8\xff", "image"), (b"PK\3\4", "docx")):
        if head.startswith(magic):
            return name
    return None


@pytest.fixture
def taken(tmp_path: Path) -> Taken:
    def taken(path: Path, limits: Limits | None = None) -> Bundle:
        return take(path, tmp_path / "spool", limits or Limits(), recognise)

    return taken
