"""A real ``docint serve`` in a process of its own, on a port of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import httpx2

from tests.commands import BARE

CODE = "import sys; from docint.cli import main; sys.argv[0] = 'docint'; main()"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Live:
    """The server's process and how to reach it."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    key: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "serve.log"

    def environ(self) -> dict[str, str]:
        service = {"DOCINT_SERVICE_DATA": str(self.folder / "data")}
        return os.environ | BARE | service | self.environment

    def command(self, *words: str) -> str:
        """Run ``docint`` beside the server; what it writes to standard output."""
        done = subprocess.run(
            [sys.executable, "-c", CODE, *words],
            env=self.environ(), cwd=self.folder, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout.strip()

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", CODE, "serve", "--port", str(self.port)],
                env=self.environ(), cwd=self.folder, stderr=log, stdout=log,
            )  # fmt: skip
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                if httpx2.get(f"{self.url}/readyz").json()["workers"] == "ok":
                    return
            except (httpx2.HTTPError, KeyError):
                pass
            time.sleep(0.2)
        raise AssertionError(self.log.read_text("utf-8"))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def client(self) -> httpx2.Client:
        """A client with the first operator's key."""
        self.key = self.key or self.command("keys", "add", "admin", "--label", "test")
        headers = {"Authorization": f"Bearer {self.key}"}
        return httpx2.Client(base_url=self.url, headers=headers, timeout=60)

    def workers(self) -> list[int]:
        """Process ids of its workers."""
        assert self.process
        children = Path(f"/proc/{self.process.pid}/task")
        found = {int(n) for t in children.iterdir() for n in (t / "children").read_text().split()}
        return [pid for pid in found if b"docint_api.worker" in _told(pid)]

    def kill(self) -> None:
        """``kill -9`` the server."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """End it as an operator would."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)


def _told(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
