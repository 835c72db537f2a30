"""What a screening found: report, findings, facts, pages and crops."""

from __future__ import annotations

import io
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from PIL import Image as Pillow
from pydantic_core import to_json

from docint.report import overview
from docint_api.accounts import Principal
from docint_api.deps import Reading, Running, Service
from docint_api.printing import printed
from docint_api.problems import Problem, missing
from docint_api.reviews import decisions, keyed
from docint_api.submissions import report_of, visible
from docint_api.tables import ReportRow

router = APIRouter(prefix="/api/v1/submissions/{id}", tags=["reports"])

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "docx": DOCX,
    "pdf": "application/pdf",
    "xlsx": XLSX,
}
SMALLEST, LARGEST = 16, 4000


def of(service: Running, who: Principal, submission: str, number: int | None = None) -> ReportRow:
    """The report of a submission that the caller may see."""
    with service.database.read() as session:
        return report_of(session, visible(session, who, submission), number)


def viewed(service: Running, who: Principal, submission: str, what: str) -> None:
    """Note that somebody saw personal data."""
    with service.database.write() as session:
        service.record(session, who, f"{what}.viewed", submission)


def loaded(service: Running, row: ReportRow) -> dict[str, Any]:
    """The plain report."""
    data: dict[str, Any] = service.store.plain(row.json)
    return data


def marked(content: str) -> dict[str, str]:
    """Headers by which a caller need not be sent twice what stayed the same."""
    return {"ETag": f'"{content}"', "Cache-Control": "private, no-cache"}


def unchanged(request: Request, headers: dict[str, str]) -> Response | None:
    """The short answer to those who have it already."""
    known = request.headers.get("if-none-match") == headers["ETag"]
    return Response(status_code=304, headers=headers) if known else None


def _plain(told: dict[str, Any], headers: dict[str, str]) -> Response:
    """Plain data, written at once: a report's tree is large."""
    return Response(to_json(told), headers=headers, media_type="application/json")


@router.get("/report", summary="The report as JSON, HTML, DOCX, PDF or XLSX")
def report(
    request: Request,
    id: str,
    who: Reading,
    service: Service,
    format: Annotated[str, Query(pattern="^(json|html|docx|pdf|xlsx)$")] = "",
    number: int | None = None,
) -> Response:
    """By ``format``, else by ``Accept``; JSON carries full values, and that is logged."""
    row = of(service, who, id, number)
    form = format or _wanted(request.headers.get("accept", ""))
    blob = {"html": row.html, "pdf": row.html, "docx": row.docx}.get(form, row.json)
    headers = marked(f"{blob[:24]}-{form}") | {"Vary": "Accept"}
    if known := unchanged(request, headers):
        return known
    if form == "json":
        viewed(service, who, id, "report")
    if form in {"docx", "pdf", "xlsx"}:
        headers["Content-Disposition"] = f'attachment; filename="{id}.{form}"'
    if form == "pdf":
        content = printed(service.store.get(blob).decode("utf-8"))
    elif form == "xlsx":
        content = _workbook(service, row)
    else:
        content = service.store.get(blob)
    return Response(content, headers=headers, media_type=TYPES[form])


def _workbook(service: Running, row: ReportRow) -> bytes:
    data = loaded(service, row)
    name = data["submission"]["source"]
    line = {"name": name, "report": None, "summary": row.summary, "error": None}
    return overview.as_xlsx([line], {name: data})


def _wanted(accept: str) -> str:
    """JSON unless a browser or a word processor asks."""
    places = {form: accept.find(kind.split(";")[0]) for form, kind in TYPES.items()}
    found = {form: place for form, place in places.items() if place >= 0}
    return min(found, key=lambda form: found[form]) if found else "json"


@router.get("/findings", summary="The findings, most serious first")
def findings(
    request: Request,
    id: str,
    who: Reading,
    service: Service,
    severity: str = "",
    kind: str = "",
    code: str = "",
) -> Response:
    """With their evidence and articles."""
    with service.database.read() as session:
        submission = visible(session, who, id)
        row = report_of(session, submission)
        decided = decisions(session, id)
    headers = marked(f"{row.json[:24]}-{submission.version}")
    if known := unchanged(request, headers):
        return known
    wanted = {"severity": severity, "kind": kind, "code": code}
    items = [
        finding | {"decision": decided.get(finding["key"])}
        for finding in keyed(loaded(service, row)["findings"])
        if all(not value or finding[name] == value for name, value in wanted.items())
    ]
    viewed(service, who, id, "findings")
    told = {"items": items, "summary": row.summary, "report": row.number}
    return _plain(told, headers)


@router.get("/facts", summary="What was declared and what each document says")
def facts(request: Request, id: str, who: Reading, service: Service) -> Response:
    """Every value with its file, page, box and confidence."""
    row = of(service, who, id)
    headers = marked(f"{row.json[:24]}-facts")
    if known := unchanged(request, headers):
        return known
    data = loaded(service, row)
    viewed(service, who, id, "facts")
    told = {"declared": data["declared"], "documents": data["documents"], "report": row.number}
    return _plain(told, headers)


@router.get("/pages", summary="All pages of the submission")
def pages(request: Request, id: str, who: Reading, service: Service) -> Response:
    """Numbered through all files; ``file`` and ``page`` are those of the report."""
    row = of(service, who, id)
    headers = marked(f"{row.pages[:24]}-pages")
    if known := unchanged(request, headers):
        return known
    base = f"/api/v1/submissions/{id}/pages"
    items = [
        {
            "number": page["number"],
            "file": page["file"],
            "page": page["page"],
            "width": page["width"],
            "height": page["height"],
            "origin": page["origin"],
            "problem": page["problem"],
            "image": f"{base}/{page['number']}" if page["image"] else None,
        }
        for page in service.store.pages(row.pages)
    ]
    return _plain({"items": items}, headers)


@router.get("/pages/{n}", summary="The picture of a page, or a crop of it")
def page(
    request: Request,
    id: str,
    n: int,
    who: Reading,
    service: Service,
    box: str = "",
    width: Annotated[int, Query(ge=SMALLEST, le=LARGEST)] = LARGEST,
    unmasked: bool = False,
) -> Response:
    """JPEG; personal numbers are covered unless ``unmasked=true``, which is logged.

    ``box=left,top,right,bottom`` in fractions of the page cuts a part out.
    """
    row = of(service, who, id)
    found = next((one for one in service.store.pages(row.pages) if one["number"] == n), None)
    if found is None or not found["image"]:
        raise missing()
    blob = found["image"] if unmasked else found["masked"]
    if unmasked and found["image"] != found["masked"]:
        with service.database.write() as session:
            service.record(session, who, "page.unmasked", id, page=n)
    cut = _corners(box)
    headers = marked(f"{blob[:24]}-{width}-{box}") | {"Cache-Control": "private, max-age=3600"}
    if known := unchanged(request, headers):
        return known
    content = service.store.get(blob)
    if cut is not None or width < found["width"]:
        content = _drawn(content, cut, width)
    return Response(content, headers=headers, media_type="image/jpeg")


def _corners(box: str) -> tuple[float, ...] | None:
    if not box:
        return None
    try:
        corners = tuple(float(part) for part in box.split(","))
    except ValueError:
        corners = ()
    fit = len(corners) == 4 and all(0 <= c <= 1 for c in corners)
    if not fit or corners[0] >= corners[2] or corners[1] >= corners[3]:
        zh = "box 应为四个 0 至 1 之间的数：左,上,右,下。"
        raise Problem("invalid", zh, "box is left,top,right,bottom within 0 and 1.", field="box")
    return corners


def _drawn(content: bytes, cut: tuple[float, ...] | None, width: int) -> bytes:
    """A part of a picture of our own making, not larger than asked."""
    picture: Pillow.Image = Pillow.open(io.BytesIO(content))
    if cut:
        wide, high = picture.size
        left, top = int(cut[0] * wide), int(cut[1] * high)
        right, bottom = int(cut[2] * wide) + 1, int(cut[3] * high) + 1
        picture = picture.crop((left, top, min(right, wide), min(bottom, high)))
    if picture.width > width:
        picture.thumbnail((width, LARGEST * 4))
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()
