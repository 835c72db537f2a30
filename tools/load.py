"""Measures the service's promises on this machine, against a service of its own in a new folder.

    python tools/load.py [repeats] [upload] [page] [clients] [--bundle DIR] [--minutes 10]

repeats   many concurrent requests under one Idempotency-Key: how many submissions come of them
upload    one large file, streamed: what it adds to the server's memory
page      a submission with 60 findings in Chromium: until it stands, until its picture is seen
clients   clients that ask once a second while bundles are screened: percentiles and statuses

Nothing named: all of it. Other work on the machine counts against the service: see the load.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import secrets
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from docint_api.database import Database
from docint_api.store import Store
from docint_api.tables import ReportRow
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import select

API = "/api/v1/submissions"
POLICY = "futian-2023"
MOST_FINDINGS = 60
PATIENCE = 1800.0
FIRST_BYTE = "performance.getEntriesByType('navigation')[0].responseStart"
PAINTED = """new Promise((done) => new PerformanceObserver((told) => told.getEntries()
  .filter((one) => one.element?.matches(".page img")).forEach((one) => done(one.startTime)))
  .observe({ type: "largest-contentful-paint", buffered: true }))"""
"""When the browser painted the page's picture, by its own clock."""


@dataclass(frozen=True)
class Served:
    """A service that runs, and the way in."""

    url: str
    key: str
    data: Path
    pid: int
    welcome: str

    def client(self) -> httpx2.AsyncClient:
        """A caller with an operator's key."""
        headers = {"Authorization": f"Bearer {self.key}"}
        limits = httpx2.Limits(max_connections=None)
        return httpx2.AsyncClient(
            base_url=self.url, headers=headers, timeout=PATIENCE, limits=limits
        )


@contextmanager
def served() -> Iterator[Served]:
    """``docint serve`` in a folder that goes away."""
    with tempfile.TemporaryDirectory(prefix="docint-load-") as folder:
        environment = os.environ | {
            "DOCINT_SERVICE_DATA": folder,
            "DOCINT_SERVICE_REQUESTS_PER_MINUTE": "1000000",
        }
        docint = [sys.executable, "-m", "docint"]
        port = _free_port()
        log = Path(folder) / "serve.log"
        with log.open("wb") as written:
            server = subprocess.Popen(
                [*docint, "serve", "--port", str(port)],
                env=environment, stdout=written, stderr=written,
            )  # fmt: skip
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url)
            said = re.search(r"/welcome/\S+", log.read_text("utf-8"))
            key = subprocess.run(
                [*docint, "keys", "add", "admin"],
                env=environment, check=True, capture_output=True, text=True,
            ).stdout.strip()  # fmt: skip
            yield Served(url, key, Path(folder), server.pid, said[0] if said else "")
        finally:
            server.terminate()
            server.wait(60)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(url: str) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        with suppress(httpx2.HTTPError, KeyError):
            if httpx2.get(f"{url}/readyz").json()["workers"] == "ok":
                return
        time.sleep(0.2)
    raise SystemExit("the service did not start")


# ---------------------------------------------------------------- one key, many times


async def repeats(service: Served, times: int) -> None:
    """Send one request many times at once."""
    files = [("files", ("申请表.txt", b"one and the same"))]
    async with service.client() as client:
        key = {"Idempotency-Key": secrets.token_hex(8)}

        async def send() -> tuple[int, str]:
            answer = await client.post(API, files=files, data={"policy": POLICY}, headers=key)
            return answer.status_code, answer.json().get("id", "")

        begun = time.perf_counter()
        answers = await asyncio.gather(*(send() for _ in range(times)))
        took = time.perf_counter() - begun
        there = (await client.get(API)).json()["items"]
    made = {number for _, number in answers}
    kept = sum(one["id"] in made for one in there)
    print(f"repeats   {times} at once in {took:.1f} s: {len(made)} id, {kept} submission(s)")
    print(f"          statuses {dict(Counter(status for status, _ in answers))}")


# ---------------------------------------------------------------- a large file


async def upload(service: Served, megabytes: int) -> None:
    """Stream a file and watch the server's memory."""
    chunk = random.Random(1).randbytes(1 << 20)

    async def body() -> AsyncIterator[bytes]:
        for _ in range(megabytes):
            yield chunk

    before, seen = _resident(service.pid), 0
    done = asyncio.Event()

    async def watch() -> None:
        nonlocal seen
        while not done.is_set():
            seen = max(seen, _resident(service.pid))
            await asyncio.sleep(0.02)

    async with service.client() as client:
        watching = asyncio.create_task(watch())
        begun = time.perf_counter()
        answer = await client.put(API, params={"policy": POLICY}, content=body())
        took = time.perf_counter() - begun
        done.set()
        await watching
    more = (seen - before) / 1024
    print(f"upload    {megabytes} MB in {took:.1f} s: {answer.status_code}, memory +{more:.1f} MB")


def _resident(pid: int) -> int:
    """Kilobytes of memory a process holds."""
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) if found else 0


# ---------------------------------------------------------------- the page of a submission


def page(service: Served, number: str) -> None:
    """Open the page of a submission with many findings, cold, several times."""
    _swell(service, number)
    answered: list[float] = []
    opened: list[float] = []
    pictured: list[float] = []
    turned: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        state = _entered(browser, service)
        for _ in range(5):  # each time with an empty cache
            context = browser.new_context(
                storage_state=state, viewport={"width": 1440, "height": 900}
            )
            shown = context.new_page()
            shown.goto(f"{service.url}/submissions/{number}", wait_until="commit")
            shown.wait_for_selector(f".finding:nth-of-type({MOST_FINDINGS})")
            opened.append(_now(shown))
            pictured.append(float(shown.evaluate(PAINTED)))
            answered.append(float(shown.evaluate(FIRST_BYTE)))
            before = _now(shown)
            shown.keyboard.press("]")
            _seen(shown)
            turned.append(_now(shown) - before)
            context.close()
        browser.close()
    for name, times in (
        (f"page      of {MOST_FINDINGS} findings: first byte", answered),
        ("          findings stand", opened),
        ("          picture of the page painted, from opening", pictured),
        ("          picture of the next page, from the key", turned),
    ):
        print(f"{name}: {statistics.median(times):.0f} ms median, {max(times):.0f} ms at most")


def _entered(browser: Browser, service: Served) -> Any:
    """The cookies of somebody who has signed in."""
    context = browser.new_context()
    shown = context.new_page()
    shown.goto(service.url + service.welcome)
    for field in ("password", "again"):
        shown.fill(f"[name={field}]", "only for this measure")
    shown.click("button.main")
    shown.wait_for_url(service.url + "/")
    state = context.storage_state()
    context.close()
    return state


def _now(shown: Page) -> float:
    return float(shown.evaluate("performance.now()"))


def _seen(shown: Page) -> None:
    """Wait until the page's picture, or its text where it has none, has come and was painted."""
    shown.wait_for_function(
        "() => { const i = document.querySelector('.page img');"
        " return (i.src && !i.hidden && i.complete && i.naturalWidth)"
        " || !document.querySelector('.lines').hidden; }"
    )
    shown.evaluate(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def _swell(service: Served, number: str) -> None:
    """Repeat a report's findings until there are many."""
    database, store = Database(f"sqlite:///{service.data / 'docint.sqlite'}"), Store(service.data)
    with database.write() as session:
        row = session.scalars(select(ReportRow).where(ReportRow.submission == number)).one()
        report = store.plain(row.json)
        known = report["findings"]
        report["findings"] = [
            known[n % len(known)] | {"id": f"f{n + 1}", "subject": f"第 {n + 1} 项"}
            for n in range(MOST_FINDINGS)
        ]
        row.json = store.put(json.dumps(report, ensure_ascii=False).encode())
    database.close()


# ---------------------------------------------------------------- many clients


async def clients(service: Served, bundle: Path, number: str, count: int, minutes: float) -> None:
    """Clients that look at things while bundles are screened one after the other."""
    times: list[float] = []
    statuses: Counter[int | str] = Counter()
    until = time.monotonic() + minutes * 60
    async with service.client() as client:
        pages = (await client.get(f"{API}/{number}/pages")).json()["items"]
        pictures = [one["image"] for one in pages if one["image"]]

        async def look(seed: int) -> None:
            chance = random.Random(seed)
            await asyncio.sleep(chance.random())
            while time.monotonic() < until:
                path = chance.choice(
                    [API, f"{API}/{number}", f"{API}/{number}/report", f"{API}/{number}/findings",
                     f"{API}/{number}/facts", "/api/v1/calls", *chance.sample(pictures, 2)]
                )  # fmt: skip
                begun = time.perf_counter()
                try:
                    statuses[(await client.get(path)).status_code] += 1
                except httpx2.TransportError as error:
                    statuses[type(error).__name__] += 1
                took = time.perf_counter() - begun
                times.append(took * 1000)
                await asyncio.sleep(max(0.0, 1 - took))

        screening = asyncio.create_task(_screening(client, bundle, until))
        await asyncio.gather(*(look(seed) for seed in range(count)))
        screened = await screening
    ranked = sorted(times)
    print(f"clients   {count} for {minutes:g} min: {len(times)} GETs, statuses {dict(statuses)}")
    for share in (0.5, 0.95, 0.99):
        print(f"          p{share * 100:g} {ranked[int(share * len(ranked))]:.0f} ms")
    print(f"          at most {ranked[-1]:.0f} ms; {screened} bundles screened meanwhile")


async def _screening(client: httpx2.AsyncClient, bundle: Path, until: float) -> int:
    """Hand in the bundle again and again, each time of other bytes, so that all is read anew."""
    done = 0
    while time.monotonic() < until:
        await _screened(client, bundle, mark=secrets.token_bytes(8))
        done += 1
    return done


async def _screened(client: httpx2.AsyncClient, bundle: Path, mark: bytes = b"") -> str:
    """Hand a bundle in and wait for its report; its number."""
    kinds = {".pdf", ".jpg", ".jpeg", ".png"}
    files = [
        ("files", (path.relative_to(bundle).as_posix(),
                   path.read_bytes() + (mark if path.suffix.lower() in kinds else b"")))
        for path in sorted(bundle.rglob("*")) if path.is_file()
    ]  # fmt: skip
    answer = await client.post(API, files=files, data={"policy": POLICY})
    number = str(answer.json()["id"])
    while (await client.get(f"{API}/{number}")).json()["state"] not in {"done", "failed"}:
        await asyncio.sleep(1)
    return number


async def _first(service: Served, bundle: Path) -> str:
    async with service.client() as client:
        return await _screened(client, bundle)


def main() -> None:
    """Start a service, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parts: dict[str, Any] = dict.fromkeys(("repeats", "upload", "page", "clients"))
    parser.add_argument("parts", nargs="*", metavar="PART", help="、".join(parts))
    parser.add_argument("--bundle", type=Path, default=Path("corpora/demo/2-moved-office"))
    parser.add_argument("--repeats", type=int, default=1000)
    parser.add_argument("--megabytes", type=int, default=512)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=10)
    asked = parser.parse_args()
    wanted = asked.parts or list(parts)
    if unknown := set(wanted) - set(parts):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    with served() as service:
        if "upload" in wanted:  # first, while the server has not grown by anything else
            asyncio.run(upload(service, asked.megabytes))
        if "repeats" in wanted:
            asyncio.run(repeats(service, asked.repeats))
        number = (
            asyncio.run(_first(service, asked.bundle)) if {"page", "clients"} & {*wanted} else ""
        )
        if "clients" in wanted:
            asyncio.run(clients(service, asked.bundle, number, asked.clients, asked.minutes))
        if "page" in wanted:
            page(service, number)
    print(f"machine   {os.cpu_count()} cores, load {' '.join(f'{x:.1f}' for x in os.getloadavg())}")


if __name__ == "__main__":
    main()
