"""Traces go to the endpoint that is set, and carry no secrets; else nothing happens."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from docint_api import tracing

from tests.api.house import API, built, bundle


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """What one test set up is not another's."""
    tracing.tracer.cache_clear()
    yield
    tracing.tracer.cache_clear()


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    """What arrives at the endpoint."""
    arrived: list[bytes] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            arrived.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Silent."""

    with HTTPServer(("127.0.0.1", 0), Collector) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        endpoint = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_COMPRESSION", "none")
        yield arrived
        server.shutdown()
        thread.join()


def test_requests_and_jobs_are_traced_by_route_and_never_by_address(
    tmp_path: Path, collector: list[bytes]
) -> None:
    house = built(tmp_path)
    number = house.screened(bundle(tmp_path / "岚图申报件"))
    house.get(f"{API}/{number}", params={"token": "a-secret"})
    house.client.get("/welcome/a-one-time-secret")
    tracing.tracer().span_processor.force_flush()
    sent = b"".join(collector)
    assert b"GET /api/v1/submissions/{id}" in sent
    assert b"POST /api/v1/submissions" in sent
    assert b"job read" in sent
    assert number.encode() in sent
    assert b"secret" not in sent


def test_a_callers_trace_goes_on(tmp_path: Path, collector: list[bytes]) -> None:
    trace = "0af7651916cd43dd8448eb211c80319c"
    parent = {"traceparent": f"00-{trace}-b7ad6b7169203331-01"}
    built(tmp_path).client.get("/healthz", headers=parent)
    tracing.tracer().span_processor.force_flush()
    assert bytes.fromhex(trace) in b"".join(collector)


def test_without_an_endpoint_nothing_is_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in tracing.ASKED:
        monkeypatch.delenv(name, raising=False)
    assert tracing.tracer() is None
    with tracing.span("anything") as told:
        told["name"] = "goes nowhere"


def test_without_the_package_it_is_said_and_nothing_breaks(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    assert tracing.tracer() is None
    assert "docint[otel]" in caplog.text
