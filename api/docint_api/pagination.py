"""Lists in pages: the cursor is the last id that was shown."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from fastapi import Query
from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, Session

Row = TypeVar("Row", bound=Any)
Cursor = Annotated[
    str,
    Query(pattern="^[0-9a-z_]*$", max_length=64, description="`next` of the page before"),
]
Limit = Annotated[int, Query(ge=1, le=200)]


def page(
    session: Session,
    query: Select[Row],
    column: InstrumentedAttribute[str],
    cursor: str,
    limit: int,
) -> tuple[list[Row], str | None]:
    """Rows from the newest, and the cursor of the next page or None."""
    if cursor:
        query = query.where(column < cursor)
    rows = list(session.scalars(query.order_by(column.desc()).limit(limit + 1)))
    more = len(rows) > limit
    rows = rows[:limit]
    return rows, (getattr(rows[-1], column.key) if more and rows else None)
