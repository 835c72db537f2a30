"""What anybody may ask: alive, ready, and the programs."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from docint import __version__
from docint.report.policies import plain_policy
from docint.screen import checks, kinds
from docint.vocabulary import FINDINGS
from docint_api.deps import Service, Signed
from docint_api.problems import Problem, missing

router = APIRouter()


@router.get("/healthz", tags=["operating"], summary="Whether the process answers")
def healthz() -> dict[str, str]:
    """The process answers."""
    return {"status": "ok", "docint": __version__}


@router.get("/readyz", tags=["operating"], summary="Whether requests can be served")
def readyz(request: Request, service: Service) -> dict[str, Any]:
    """The shelves are loaded, the database answers, workers live."""
    try:
        with service.database.read() as session:
            session.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        raise Problem("not-available", "数据库没有应答。", "The database is down.") from error
    supervisor = getattr(request.app.state, "supervisor", None)
    workers = "elsewhere" if supervisor is None else ("ok" if supervisor.alive else "starting")
    return {"status": "ok", "kinds": len(kinds()), "checks": len(checks()), "workers": workers}


@router.get("/api/v1/policies", tags=["shelves"], summary="All programs (办法)")
def policies(_who: Signed, service: Service) -> list[dict[str, Any]]:
    """All programs with their articles."""
    return [plain_policy(found) for found in service.policies.values()]


@router.get("/api/v1/policies/{name}", tags=["shelves"], summary="One program's articles")
def one_policy(name: str, _who: Signed, service: Service) -> dict[str, Any]:
    """One program, or 404."""
    if name not in service.policies:
        raise missing()
    return plain_policy(service.policies[name])


@router.get("/api/v1/kinds", tags=["shelves"], summary="All kinds of document that are known")
def all_kinds(_who: Signed) -> list[dict[str, Any]]:
    """With their fields."""
    return [
        {"name": kind.name, "title": kind.title, "fields": [field.name for field in kind.fields]}
        for kind in kinds().values()
    ]


@router.get("/api/v1/checks", tags=["shelves"], summary="All checks and the findings they raise")
def all_checks(_who: Signed) -> list[dict[str, Any]]:
    """With their statements and codes."""
    return [
        {
            "name": name,
            "statement": check.statement,
            "codes": list(check.codes),
            "titles": [FINDINGS[code].title for code in check.codes if code in FINDINGS],
        }
        for name, check in checks().items()
    ]
