"""``/docs``: the interface explained, made from the OpenAPI document, without a foreign script."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, Request, Response

from docint_api.desk.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/docs")
def docs(request: Request) -> Response:
    """Every route with its parameters, its body and a call by curl."""
    schema = request.app.openapi()
    rooms: dict[str, list[dict[str, Any]]] = {}
    for path, methods in schema["paths"].items():
        for method, route in methods.items():
            tag = (route.get("tags") or ["operating"])[0]
            rooms.setdefault(tag, []).append(_route(path, method, route, schema))
    return page(request, "docs.html.j2", None, rooms=rooms, info=schema["info"])


def _route(path: str, method: str, route: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    content = route.get("requestBody", {}).get("content", {})
    kind = next(iter(content), "")
    body = _resolved(content[kind]["schema"], schema) if kind else {}
    example = _example(body)
    return {
        "path": path,
        "method": method.upper(),
        "summary": route.get("summary", ""),
        "text": route.get("description", ""),
        "parameters": [p for p in route.get("parameters", []) if p["in"] != "header"],
        "headers": [p for p in route.get("parameters", []) if p["in"] == "header"],
        "kind": kind,
        "fields": body.get("properties", {}),
        "required": body.get("required", []),
        "statuses": sorted(route["responses"]),
        "curl": _curl(path, method, kind, example),
    }


def _resolved(found: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    name = found.get("$ref", "").rpartition("/")[2]
    resolved: dict[str, Any] = schema["components"]["schemas"][name] if name else found
    return resolved


def _example(body: dict[str, Any]) -> dict[str, Any]:
    return {
        name: (field.get("examples") or [field.get("example", "…")])[0]
        for name, field in body.get("properties", {}).items()
        if name in body.get("required", []) or "examples" in field
    }


def _curl(path: str, method: str, kind: str, example: dict[str, Any]) -> str:
    lines = [f"curl -X {method.upper()}"] if method != "get" else ["curl"]
    lines.append('-H "Authorization: Bearer $DOCINT_KEY"')
    if kind == "multipart/form-data":
        lines += ["-F policy=futian-2023", "-F files=@申报件.zip"]
    elif kind == "application/octet-stream":
        lines.append("-T 申报件.zip")
    elif kind:
        written = json.dumps(example, ensure_ascii=False)
        lines += ['-H "Content-Type: application/json"', f"-d '{written}'"]
    query = "?policy=futian-2023" if kind == "application/octet-stream" else ""
    return " \\\n  ".join([*lines, f"$DOCINT{path}{query}"])
