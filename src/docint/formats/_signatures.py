"""Digital signatures of a PDF: basic facts, nothing verified."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pypdfium2 import raw

MOST = 64


def signatures(document: Any, length: int) -> Iterator[Mapping[str, Any]]:
    """One mapping for each signature field that holds a signature.

    Args:
        document: an open ``PdfDocument``.
        length: bytes of the file, to tell what was added after signing.

    Yields:
        ``subfilter``, ``time``, ``reason``, ``byte_range`` and ``covers_file`` (nothing was
        appended after it).
    """
    for index in range(min(raw.FPDF_GetSignatureCount(document), MOST)):
        field = raw.FPDF_GetSignatureObject(document, index)
        if not field:
            continue
        spans = _byte_range(field)
        yield {
            "subfilter": _text(raw.FPDFSignatureObj_GetSubFilter, field, "ascii"),
            "time": _text(raw.FPDFSignatureObj_GetTime, field, "ascii"),
            "reason": _text(raw.FPDFSignatureObj_GetReason, field, "utf-16-le"),
            "byte_range": spans,
            "covers_file": len(spans) == 4 and spans[0] == 0 and length - sum(spans[2:]) <= 2,
        }


def _byte_range(field: Any) -> tuple[int, ...]:
    count = raw.FPDFSignatureObj_GetByteRange(field, None, 0)
    if not 0 < count <= 1024:
        return ()
    numbers = (ctypes.c_int * count)()
    raw.FPDFSignatureObj_GetByteRange(field, numbers, count)
    return tuple(numbers)


def _text(get: Callable[..., int], field: Any, encoding: str) -> str:
    size = get(field, None, 0)
    if not 0 < size < 65536:
        return ""
    held = ctypes.create_string_buffer(size)
    get(field, held, size)
    return held.raw[:size].decode(encoding, "replace").rstrip("\0")
