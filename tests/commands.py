"""Runs the command line inside the test, on a machine without OCR, and keeps what it says."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest.mock import patch

from docint import cli
from docint.commands import _shared

BARE = {
    "DOCINT_OCR": "null",
    "DOCINT_SECOND": "",
    "DOCINT_WORKERS": "1",
    "DOCINT_CACHE": "off",
}
"""One worker, no engines, no cache: quick, and the same on every machine."""


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str


def docint(*words: object) -> Said:
    """Run ``docint`` with these words."""
    out, err = io.StringIO(), io.StringIO()
    argv = ["docint", *map(str, words)]
    code = 0
    with (
        patch.dict(os.environ, BARE),
        patch.object(sys, "argv", argv),
        patch.object(cli.errors, "_width", 200),
        patch.object(_shared.errors, "_width", 200),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            cli.main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(bool(end.code))
    return Said(code, out.getvalue(), err.getvalue())
