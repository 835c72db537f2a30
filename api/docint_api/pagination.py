"""Lists in pages: the cursor is the last id that was shown."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, Session

from docint_api.problems import Problem

Row = TypeVar("Row", bound=Any)


def page(
    session: Session,
    query: Select[Row],
    column: InstrumentedAttribute[str],
    cursor: str,
    limit: int,
) -> tuple[list[Row], str | None]:
    """Rows from the newest, and the cursor of the next page or None.

    Raises:
        Problem: the cursor is none of ours.
    """
    if cursor:
        if not cursor.replace("_", "").isalnum() or not cursor.isascii():
            raise Problem("bad-request", "cursor 无效。", "The cursor is not valid.")
        query = query.where(column < cursor)
    rows = list(session.scalars(query.order_by(column.desc()).limit(limit + 1)))
    more = len(rows) > limit
    rows = rows[:limit]
    return rows, (getattr(rows[-1], column.key) if more and rows else None)
