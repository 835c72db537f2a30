"""A service of a test: its own folder, no workers of its own, callers of every role."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docint_api.accounts import add_account, add_key
from docint_api.app import application
from docint_api.configuration import Configuration, Service
from docint_api.deps import Running
from docint_api.working import Worker
from fastapi import FastAPI
from fastapi.testclient import TestClient

from docint.settings import Settings
from tests import submissions

API = "/api/v1/submissions"
POLICY = "futian-2023"


@dataclass(frozen=True)
class House:
    """An application with a client, and keys by role."""

    app: FastAPI
    client: TestClient
    keys: dict[str, str]
    configuration: Configuration

    @property
    def running(self) -> Running:
        found: Running = self.app.state.running
        return found

    def headers(self, role: str, **more: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.keys[role]}", **more}

    def get(self, path: str, role: str = "submitter", **more: Any) -> Any:
        return self.client.get(path, headers=self.headers(role, **more.pop("headers", {})), **more)

    def post(self, path: str, role: str = "submitter", **more: Any) -> Any:
        return self.client.post(path, headers=self.headers(role, **more.pop("headers", {})), **more)

    def work(self) -> None:
        """Do what is waiting, here and now."""
        worker = Worker(self.configuration, ("read", "judge"), "test:0:all")
        try:
            worker.run(once=True)
        finally:
            worker.end()

    def submit(self, folder: Path, role: str = "submitter", **fields: str) -> str:
        """Hand a folder in; the submission's id."""
        answer = self.post(API, role, files=parts(folder), data={"policy": POLICY, **fields})
        assert answer.status_code == 202, answer.text
        return str(answer.json()["id"])

    def screened(self, folder: Path, role: str = "submitter", **fields: str) -> str:
        """Hand a folder in and screen it."""
        number = self.submit(folder, role, **fields)
        self.work()
        return number


def parts(folder: Path) -> list[tuple[str, tuple[str, bytes]]]:
    """A folder's files as parts of a form."""
    return [
        ("files", (path.relative_to(folder).as_posix(), path.read_bytes()))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def built(folder: Path, database: str = "", **service: Any) -> House:
    """A service in a folder; engines are off, texts are read from their layer."""
    configuration = Configuration(
        Settings(ocr="null", second="", workers=1, cache=folder / "data" / "readings"),
        Service(data=folder / "data", database=database, workers=False, **service),
    )
    app = application(configuration)
    running: Running = app.state.running
    keys: dict[str, str] = {}
    with running.database.write() as session:
        for name in ("submitter", "stranger", "reviewer", "lead", "operator"):
            role = "submitter" if name == "stranger" else name
            _, keys[name] = add_key(session, add_account(session, name, role), "test")
    client = TestClient(app, raise_server_exceptions=False, follow_redirects=False)
    return House(app, client, keys, configuration)


def bundle(folder: Path) -> Path:
    """A small submission with known discrepancies."""
    return submissions.submission(folder)
