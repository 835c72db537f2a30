"""The OpenAPI document as it truly is: problems for errors, files for files, keys for all."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from docint_api.problems import MEDIA_TYPE, TITLES

OPEN = ("/healthz", "/readyz")
PROBLEM = "Problem"
_BINARY: dict[str, Any] = {"type": "string", "format": "binary"}
_OF_FIELDS = {"application/json", "text/event-stream"}
_OFFICE = "application/vnd.openxmlformats-officedocument"
FILES: dict[tuple[str, str], tuple[str, ...]] = {
    ("/api/v1/submissions/{id}/report", "get"): (
        "application/json",
        "text/html",
        "application/pdf",
        f"{_OFFICE}.wordprocessingml.document",
        f"{_OFFICE}.spreadsheetml.sheet",
    ),
    ("/api/v1/submissions/{id}/pages/{n}", "get"): ("image/jpeg",),
    ("/api/v1/submissions/{id}/events", "get"): ("text/event-stream",),
    ("/api/v1/calls/{id}/summary", "get"): (
        "application/json",
        "text/csv",
        f"{_OFFICE}.spreadsheetml.sheet",
    ),
    ("/metrics", "get"): ("text/plain",),
}
"""Answers that are no plain JSON."""
UPLOADS = {"multipart/form-data", "application/octet-stream"}


def describe(app: FastAPI) -> None:
    """Have the application tell of itself as below."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = document(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def document(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document."""
    schema = get_openapi(
        title=app.title, version=app.version, summary=app.summary, routes=app.routes
    )
    components = schema.setdefault("components", {})
    components.setdefault("schemas", {})[PROBLEM] = _problem()
    components["securitySchemes"] = {
        "key": {"type": "http", "scheme": "bearer", "description": "docint keys add"},
        "session": {"type": "apiKey", "in": "cookie", "name": "docint"},
    }
    for path, methods in schema["paths"].items():
        for method, route in methods.items():
            _mended(path, method, route)
    return schema


def _mended(path: str, method: str, route: dict[str, Any]) -> None:
    answers = route["responses"]
    for status in _troubles(path, method, route):
        answers[str(status)] = {
            "description": "; ".join(en for code, _, en in TITLES.values() if code == status),
            "content": {MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{PROBLEM}"}}},
        }
    if kinds := FILES.get((path, method)):
        answers["200"]["content"] = {
            kind: {"schema": {} if kind in _OF_FIELDS else _BINARY} for kind in kinds
        }
    if path not in OPEN:
        route["security"] = [{"key": []}, {"session": []}]
    if method == "get" and path.startswith("/api/v1/submissions/{id}"):
        answers["304"] = {"description": "Not changed"}


def _troubles(path: str, method: str, route: dict[str, Any]) -> set[int]:
    """Statuses of the problem documents that a route may answer with."""
    found = {503} if path == "/readyz" else set()
    if path in OPEN:
        return found
    found |= {401, 403, 429, 500}
    bodies = route.get("requestBody", {}).get("content", {})
    if bodies or route.get("parameters"):
        found.add(422)
    if bodies:
        found.add(400)
    if "{" in path or path == "/metrics":
        found.add(404)
    if bodies.keys() & UPLOADS:
        found |= {404, 409, 413}
    if path.startswith(("/api/v1/submissions/{id}/", "/api/v1/accounts/{id}")):
        found.add(409)
    if (path, method) == ("/api/v1/submissions/{id}", "delete"):
        found.add(412)
    return found


def _problem() -> dict[str, Any]:
    kinds = [f"/problems/{kind}" for kind in TITLES]
    return {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string", "enum": kinds},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string", "description": "What is wrong and what to do"},
            "instance": {"type": "string"},
            "request_id": {"type": ["string", "null"]},
        },
        "example": {
            "type": "/problems/not-found",
            "title": "没有找到",
            "status": 404,
            "detail": "没有这项内容，或您无权查看。",
            "instance": "/api/v1/submissions/sub_x",
            "request_id": "0ac41f0b9d5e7a11",
        },
    }
