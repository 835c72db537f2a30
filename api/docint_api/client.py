"""A small typed client of the HTTP API (客户端).

with Client("http://127.0.0.1:8000", key) as docint:
    handed = docint.submit(Path("申报件"), policy="futian-2023")
    done = docint.wait(handed.id)
    report = docint.report(done.id)
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx2

API = "/api/v1"
ENDED = frozenset({"done", "failed"})
TRIES = 4
"""Times an upload is sent where the connection breaks; its key makes that safe."""


class ApiError(Exception):
    """The service said no: a problem document."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        """``problem`` is the document's content."""
        super().__init__(str(problem.get("detail") or problem.get("title") or status))
        self.status = status
        self.problem = dict(problem)


@dataclass(frozen=True, slots=True)
class Submission:
    """A submission as the service tells of it."""

    id: str
    name: str
    policy: str
    state: str
    """``queued``, ``reading``, ``judging``, ``done`` or ``failed``."""
    error: str | None
    pages_done: int
    pages_total: int
    summary: Mapping[str, Any] | None
    """Counts by severity and the recommendation, once it is done."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """From the API's JSON."""
        progress = data["progress"] or {"pages_done": 0, "pages_total": 0}
        return cls(
            data["id"], data["name"], data["policy"], data["state"], data["error"],
            progress["pages_done"], progress["pages_total"], data["summary"],
        )  # fmt: skip


class Client:
    """A connection with a key; a context manager."""

    def __init__(self, url: str, key: str, *, seconds: float = 60.0) -> None:
        """Nothing is sent yet.

        Args:
            url: where the service is, e.g. ``http://127.0.0.1:8000``.
            key: from ``docint keys add``.
            seconds: time one answer may take.
        """
        headers = {"Authorization": f"Bearer {key}", "Accept": "application/json"}
        self._http = httpx2.Client(base_url=url, headers=headers, timeout=seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    # ------------------------------------------------------------ handing in

    def submit(
        self,
        path: Path,
        policy: str,
        *,
        applied_on: str | None = None,
        name: str | None = None,
        call: str | None = None,
        key: str | None = None,
    ) -> Submission:
        """Hand in a folder, a zip or a single file; a single file is streamed.

        Args:
            path: what to hand in.
            policy: name of the program.
            applied_on: ``YYYY-MM-DD``; None leaves it to the form.
            name: None takes the folder's or the file's.
            call: id of the call it belongs to.
            key: an ``Idempotency-Key`` of the caller's own; None makes one.

        Raises:
            ApiError: the service refused it.
        """
        given = {"policy": policy, "applied_on": applied_on, "call": call}
        fields = {k: v for k, v in given.items() if v}
        headers = {"Idempotency-Key": key or secrets.token_hex(16)}
        send = self._folder if path.is_dir() else self._file
        for attempt in range(TRIES):
            try:
                answer = send(path, fields | {"name": name or path.stem}, headers)
                return Submission.of(_checked(answer).json())
            except httpx2.TransportError:
                if attempt == TRIES - 1:
                    raise
                time.sleep(2**attempt)
        raise AssertionError("unreachable")

    def _folder(
        self, path: Path, fields: dict[str, str], headers: dict[str, str]
    ) -> httpx2.Response:
        with ExitStack() as stack:
            files = [
                (
                    "files",
                    (file.relative_to(path).as_posix(), stack.enter_context(file.open("rb"))),
                )
                for file in sorted(path.rglob("*"))
                if file.is_file()
            ]
            return self._http.post(f"{API}/submissions", data=fields, files=files, headers=headers)

    def _file(self, path: Path, fields: dict[str, str], headers: dict[str, str]) -> httpx2.Response:
        with path.open("rb") as content:
            return self._http.put(
                f"{API}/submissions",
                params=fields | {"filename": path.name},
                content=content,
                headers=headers | {"Content-Type": "application/octet-stream"},
            )

    # ------------------------------------------------------------ following

    def submission(self, number: str) -> Submission:
        """How a submission stands."""
        return Submission.of(self._json(f"{API}/submissions/{number}"))

    def submissions(self, **narrowed: str) -> Iterator[Submission]:
        """All submissions, newest first; ``state`` and ``call`` narrow them."""
        cursor: str | None = ""
        while cursor is not None:
            page = self._json(f"{API}/submissions", cursor=cursor, **narrowed)
            yield from map(Submission.of, page["items"])
            cursor = page["next"]

    def events(self, number: str) -> Iterator[Submission]:
        """The submission whenever it has come further, until it is done or failed."""
        path = f"{API}/submissions/{number}/events"
        with self._http.stream("GET", path, timeout=None) as answer:
            if not answer.is_success:
                answer.read()
            _checked(answer)
            for line in answer.iter_lines():
                if line.startswith("data: ") and line != "data: {}":
                    yield Submission.of(json.loads(line.removeprefix("data: ")))

    def wait(
        self,
        number: str,
        seconds: float = 3600.0,
        tell: Callable[[Submission], None] | None = None,
    ) -> Submission:
        """Wait until a submission is done or failed.

        Raises:
            TimeoutError: it took longer.
        """
        until = time.monotonic() + seconds
        while True:
            found = self.submission(number)
            if tell:
                tell(found)
            if found.state in ENDED:
                return found
            if time.monotonic() > until:
                raise TimeoutError(f"{number} is still {found.state}")
            time.sleep(0.5)

    # ------------------------------------------------------------ results

    def report(self, number: str) -> dict[str, Any]:
        """The report, schema ``docint.report/1``, full values."""
        found: dict[str, Any] = self._json(f"{API}/submissions/{number}/report", format="json")
        return found

    def report_file(self, number: str, form: str) -> bytes:
        """The report as ``html`` or ``docx``."""
        path = f"{API}/submissions/{number}/report"
        return _checked(self._http.get(path, params={"format": form})).content

    def findings(self, number: str) -> list[dict[str, Any]]:
        """The findings, most serious first, each with its decision."""
        found: list[dict[str, Any]] = self._json(f"{API}/submissions/{number}/findings")["items"]
        return found

    def page(self, number: str, n: int) -> bytes:
        """The picture of a page as JPEG, personal numbers covered."""
        return _checked(self._http.get(f"{API}/submissions/{number}/pages/{n}")).content

    def screen_again(
        self, number: str, *, policy: str | None = None, applied_on: str | None = None
    ) -> Submission:
        """Judge once more, under another policy or date; nothing is read anew."""
        asked = {"policy": policy, "applied_on": applied_on}
        path = f"{API}/submissions/{number}/screenings"
        return Submission.of(_checked(self._http.post(path, json=asked)).json())

    def delete(self, number: str) -> None:
        """Delete a submission with its files and reports."""
        _checked(self._http.delete(f"{API}/submissions/{number}"))

    def _json(self, path: str, **params: str) -> Any:
        return _checked(self._http.get(path, params=params)).json()


def _checked(answer: httpx2.Response) -> httpx2.Response:
    if answer.is_success:
        return answer
    try:
        problem = answer.json()
    except ValueError:
        problem = {"title": answer.text[:200]}
    raise ApiError(answer.status_code, problem)
