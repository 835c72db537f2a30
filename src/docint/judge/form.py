"""What the application form asks: a key it has no field for can only be unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docint.types.case import Case
from docint.types.document import Document
from docint.values.text import fold


def forms(case: Case) -> tuple[Document, ...]:
    """The application forms of the bundle, the declared one among them."""
    return tuple(
        d for d in case.documents if d.kind == "application-form" or d.id == case.declared_document
    )


def asks(case: Case, key: str, *labels: str) -> bool:
    """Whether a form has a field: the key in a JSON application, or a label on a printed form."""
    for form in forms(case):
        if _has_key(form.data, key):
            return True
        printed = fold(form.text)
        if any(label in printed for label in labels):
            return True
    return False


def _has_key(data: Mapping[str, Any] | None, key: str) -> bool:
    return data is not None and key in data
