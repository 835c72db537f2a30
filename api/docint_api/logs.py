"""Structured logs (日志): one JSON object a line on standard error, no personal data."""

from __future__ import annotations

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from docint.values.mask import mask

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""Of the request being answered."""

_PLAIN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}


class Lines(logging.Formatter):
    """A record as one line of JSON, masked."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "said": mask(record.getMessage()),
        }
        if request_id.get():
            told["request_id"] = request_id.get()
        told |= {key: value for key, value in vars(record).items() if key not in _PLAIN}
        if record.exc_info:
            told["trace"] = mask(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False, default=str)


def configure(level: int = logging.INFO) -> None:
    """Send everything to standard error; chatter of libraries only from warnings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in ("docint", "docint_api"):
        logging.getLogger(name).setLevel(level)
