"""HTML of our own → PDF (打印), by the Chromium of this machine, where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from docint_api.problems import Problem

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 60.0
FLAGS = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
    "--no-pdf-header-footer",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip
"""No network: the page is printed as it is; its own policy (CSP) forbids scripts."""


def browser() -> str | None:
    """The Chromium of this machine, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def printed(html: str) -> bytes:
    """A page as PDF.

    Raises:
        Problem: there is no browser here, or it failed.
    """
    program = browser()
    if program is None:
        zh = "本机没有安装 Chromium，不能生成 PDF；请用浏览器打印网页报告，或下载 DOCX。"
        raise Problem("not-available", zh, "Chromium is not installed here; take HTML or DOCX.")
    with tempfile.TemporaryDirectory(prefix="docint-pdf-") as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(html, "utf-8")
        flags = [*FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}"]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")  # as root it would not start at all
        try:
            subprocess.run(  # noqa: S603 - a program of this machine, a page of our own
                [program, *flags, source.as_uri()],
                capture_output=True, check=True, timeout=PATIENCE,
            )  # fmt: skip
            return target.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            zh = "PDF 未能生成；请稍后重试，或下载 DOCX。"
            raise Problem("not-available", zh, "Printing failed; take DOCX instead.") from error
