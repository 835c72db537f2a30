"""Templates of the desk, and what all of its pages know."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from docint.report import wording
from docint_api.accounts import ACCOUNT_STATES, KEY_STATES, ROLES, Principal
from docint_api.reviews import VERDICTS

STATES = {
    "queued": "排队中",
    "reading": "识读中",
    "judging": "核对中",
    "done": "已核验",
    "failed": "未完成",
}
SCOPE_NAMES = {
    "submit": "提交",
    "read": "查看本人的",
    "read-all": "查看全部",
    "review": "审查",
    "manage": "管理批次",
    "operate": "运维",
}
STATUSES = {"open": "待审", "asked": "待申报人说明", "decided": "已审结"}


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("docint_api"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["moment"] = moment
    made.filters["size"] = size
    made.globals.update(
        RECOMMENDATION=wording.RECOMMENDATION,
        SEVERITY=wording.SEVERITY,
        STANDING=wording.STATUS,
        ACCOUNT_STATES=ACCOUNT_STATES,
        KEY_STATES=KEY_STATES,
        ROLES=ROLES,
        SCOPE_NAMES=SCOPE_NAMES,
        STATES=STATES,
        STATUSES=STATUSES,
        VERDICTS=VERDICTS,
    )
    return made


def moment(given: datetime | str | None) -> str:
    """A moment as people write it, in the machine's own zone."""
    if given is None:
        return ""
    found = datetime.fromisoformat(given) if isinstance(given, str) else given
    return found.astimezone().strftime("%Y-%m-%d %H:%M")


def size(count: int) -> str:
    """A file's size as the upload page writes it."""
    return f"{-(-count // 1024)} KB" if count < 1 << 20 else f"{count / (1 << 20):.1f} MB"


_templates = _environment()


def page(
    request: Request, template: str, who: Principal | None, status: int = 200, **data: Any
) -> HTMLResponse:
    """A page of the desk; never kept by caches, for it may show personal data."""
    text = _templates.get_template(template).render(
        who=who, here=request.url.path, csrf=who.csrf if who else "", **data
    )
    return HTMLResponse(text, status, {"Cache-Control": "no-store"})
