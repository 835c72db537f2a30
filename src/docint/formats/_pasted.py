"""Scans pasted into a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docint.errors import UnreadableError
from docint.read.pixels import Frame, decode

EMU = 12_700
"""English metric units a point."""
SHOWN = (200, 120)
"""Points a picture must be shown at, at least, to be a page rather than a logo."""
PIXELS = 300
MOST = 200
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def pasted(document: Any) -> Iterator[Frame]:
    """Pictures of the body as large as a paper, in document order, each once.

    Args:
        document: what ``docx.Document`` opened.
    """
    seen: set[str] = set()
    for drawing in document.element.body.iter(f"{W}drawing", f"{W}pict"):
        for name in _names(drawing):
            if name in seen or not _large(drawing):
                continue
            seen.add(name)
            frame = _frame(document, name)
            if frame is not None:
                yield frame
        if len(seen) >= MOST:
            return


def _names(drawing: Any) -> Iterator[str]:
    for node in drawing.iter():
        for attribute in (f"{R}embed", f"{R}id"):
            name = node.get(attribute) if isinstance(node.tag, str) else None
            if name and node.tag.endswith(("}blip", "}imagedata")):
                yield name


def _large(drawing: Any) -> bool:
    """As shown on the page; old-style pictures state no size and are judged by pixels."""
    for node in drawing.iter():
        if isinstance(node.tag, str) and node.tag.endswith("}extent"):
            try:
                across, down = int(node.get("cx", 0)) / EMU, int(node.get("cy", 0)) / EMU
            except ValueError:
                return False
            return max(across, down) >= SHOWN[0] and min(across, down) >= SHOWN[1]
    return True


def _frame(document: Any, name: str) -> Frame | None:
    try:
        frames, _ = decode(document.part.related_parts[name].blob)
    except (KeyError, UnreadableError, AttributeError):
        return None  # drawings in vector formats, or a dangling name
    frame = frames[0] if frames else None
    return frame if frame is not None and min(frame.pixels.shape[:2]) >= PIXELS else None
