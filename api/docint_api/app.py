"""The HTTP application (服务)."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, HTTPException

from docint import __version__
from docint.errors import UsageError
from docint.judge.policy import load_all
from docint.report.policies import plain_policy
from docint.screen import checks, kinds, policy


def application() -> FastAPI:
    """The application; every unit on the shelves is loaded, a malformed one stops the start."""
    load_all(checks())
    made = FastAPI(title="docint", version=__version__, docs_url=None, redoc_url=None)
    made.add_api_route("/healthz", healthz, summary="Whether the process answers")
    made.add_api_route("/readyz", readyz, summary="Whether requests can be served")
    made.add_api_route("/api/v1/policies", policies, summary="All programs (办法)")
    made.add_api_route("/api/v1/policies/{name}", one_policy, summary="One program's articles")
    return made


def healthz() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok", "docint": __version__}


def readyz() -> dict[str, Any]:
    """The shelves are loaded."""
    return {"status": "ok", "kinds": len(kinds()), "checks": len(checks())}


def policies() -> list[dict[str, Any]]:
    """All programs with their articles."""
    return [plain_policy(found) for found in load_all(checks()).values()]


def one_policy(name: str) -> dict[str, Any]:
    """One program, or 404."""
    try:
        return plain_policy(policy(name))
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
