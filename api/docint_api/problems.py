"""Errors as RFC 9457 problem documents, in the caller's language (错误)."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from docint_api.blobs import UnreachableError

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

TITLES: dict[str, tuple[int, str, str]] = {
    "bad-request": (400, "请求有误", "Bad request"),
    "not-authenticated": (401, "请提供有效的密钥或先登录", "Authentication is required"),
    "not-allowed": (403, "没有进行此操作的权限", "You are not allowed to do this"),
    "not-found": (404, "没有找到", "Not found"),
    "method-not-allowed": (405, "不支持此请求方法", "Method not allowed"),
    "not-ready": (409, "尚未完成", "Not finished yet"),
    "conflict": (409, "与当前状态冲突", "Conflict with the current state"),
    "changed": (412, "内容已被他人更改", "It was changed in the meantime"),
    "too-large": (413, "内容超过上限", "Content is too large"),
    "unsupported-type": (415, "不支持此内容类型", "Unsupported media type"),
    "invalid": (422, "内容不符合要求", "Invalid content"),
    "idempotency-key-reused": (
        422,
        "同一个 Idempotency-Key 已用于另一请求",
        "This Idempotency-Key was used for another request",
    ),
    "too-many-requests": (429, "请求过于频繁，请稍后再试", "Too many requests"),
    "internal": (500, "服务内部出错", "Internal error"),
    "not-available": (503, "服务暂不可用", "Service unavailable"),
}
"""Kinds of problem: status, title in Chinese, title in English."""

_BY_STATUS = {
    400: "bad-request", 401: "not-authenticated", 403: "not-allowed", 404: "not-found",
    405: "method-not-allowed", 413: "too-large", 415: "unsupported-type", 422: "invalid",
    429: "too-many-requests", 503: "not-available",
}  # fmt: skip


class Problem(Exception):  # noqa: N818 - it is what RFC 9457 calls it
    """Something the caller can mend; becomes a problem document."""

    def __init__(
        self,
        kind: str,
        zh: str = "",
        en: str = "",
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> None:
        """``kind`` is a key of `TITLES`; the sentences say what is wrong and what to do."""
        super().__init__(zh or kind)
        self.kind = kind
        self.zh = zh
        self.en = en or zh
        self.headers = headers or {}
        self.more = more

    @property
    def status(self) -> int:
        """HTTP status."""
        return TITLES[self.kind][0]


def missing() -> Problem:
    """Nothing there, or nothing this caller may know of."""
    return Problem(
        "not-found", "没有这项内容，或您无权查看。", "There is no such thing, or it is not yours."
    )


def english(request: Request) -> bool:
    """Whether the caller prefers English to Chinese; Chinese where nothing is said."""
    weights: dict[str, float] = {}
    for part in request.headers.get("accept-language", "").split(","):
        tag, _, rest = part.strip().partition(";")
        try:
            weight = float(rest.strip().removeprefix("q=")) if rest else 1.0
        except ValueError:
            weight = 0.0
        language = tag.split("-")[0].lower()
        weights[language] = max(weight, weights.get(language, 0.0))
    return weights.get("en", 0.0) > weights.get("zh", 0.0)


def problem_response(request: Request, problem: Problem) -> Response:
    """The document, in the caller's language."""
    status, zh, en = TITLES[problem.kind]
    shown = getattr(request.app.state, "problem_page", None)
    if shown and not request.url.path.startswith("/api/") and _browsing(request):
        found: Response = shown(request, zh, problem)
        return found
    foreign = english(request)
    body = {
        "type": f"/problems/{problem.kind}",
        "title": en if foreign else zh,
        "status": status,
        "detail": (problem.en if foreign else problem.zh) or (en if foreign else zh),
        "instance": request.url.path,
        "request_id": getattr(request.state, "request_id", None),
        **problem.more,
    }
    headers = {"Content-Language": "en" if foreign else "zh-CN", **problem.headers}
    if status == 401:
        headers.setdefault("WWW-Authenticate", 'Bearer realm="docint"')
    return JSONResponse(body, status, headers, MEDIA_TYPE)


def _browsing(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")


def install(app: FastAPI) -> None:
    """Answer every error of the application with a problem document."""
    app.add_exception_handler(Problem, _own)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(UnreachableError, _unreachable)
    app.add_exception_handler(Exception, _internal)


def _own(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)  # noqa: S101 - registered for it
    return problem_response(request, error)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    kind = _BY_STATUS.get(error.status_code, "internal" if error.status_code > 499 else "conflict")
    return problem_response(request, Problem(kind, headers=dict(error.headers or {})))


def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    places = [
        {"where": ".".join(map(str, one["loc"])), "message": one["msg"]} for one in error.errors()
    ]
    said = "；".join(f"{place['where']}：{place['message']}" for place in places)
    return problem_response(request, Problem("invalid", said, said, errors=places))


def _unreachable(request: Request, error: Exception) -> Response:
    log.error("the files cannot be reached", exc_info=error)
    en = "The files cannot be reached; try again later."
    return problem_response(request, Problem("not-available", str(error), en))


def _internal(request: Request, error: Exception) -> Response:
    log.error("request failed", exc_info=error)
    zh = "服务内部出错，已记录；请稍后重试，或凭 request_id 联系管理员。"
    return problem_response(request, Problem("internal", zh, "It was logged; try again later."))
