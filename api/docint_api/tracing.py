"""Traces for OpenTelemetry (链路追踪), where an operator asks for them; else nothing is loaded.

A span tells the route and never the address: addresses carry tokens and names.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

log = logging.getLogger(__name__)

ASKED = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")


def asked() -> bool:
    """Whether an operator named an endpoint."""
    return any(os.environ.get(name) for name in ASKED)


@cache
def tracer() -> Any:
    """OpenTelemetry's; None without an endpoint, or where the extra ``otel`` is not installed."""
    if not asked():
        return None
    try:
        sdk = import_module("opentelemetry.sdk.trace")
        export = import_module("opentelemetry.sdk.trace.export")
        sender = import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter")
        resources = import_module("opentelemetry.sdk.resources")
    except ImportError:
        log.warning("an OpenTelemetry endpoint is set, but docint[otel] is not installed")
        return None
    name = os.environ.get("OTEL_SERVICE_NAME", "docint")
    provider = sdk.TracerProvider(resource=resources.Resource.create({"service.name": name}))
    provider.add_span_processor(export.BatchSpanProcessor(sender.OTLPSpanExporter()))
    return provider.get_tracer("docint")


@contextmanager
def span(name: str, headers: Mapping[str, str] | None = None) -> Iterator[dict[str, Any]]:
    """Time what is done inside; what is put into the dictionary stands in the span.

    Args:
        name: of the span; ``name`` in the dictionary replaces it.
        headers: of a request that may belong to a caller's trace.
    """
    told: dict[str, Any] = {}
    found = tracer()
    if found is None:
        yield told
        return
    context = import_module("opentelemetry.propagate").extract(headers or {})
    with found.start_as_current_span(name, context=context) as current:
        yield told
        current.update_name(told.pop("name", name))
        current.set_attributes(told)
