"""QR codes: what they say is data and is never followed."""

from __future__ import annotations

from typing import Any

import zxingcpp

from docint.types.place import Box
from docint.types.reading import Code

LONGEST = 4096
"""Characters of a code's content that are kept."""


def codes_of(grey: Any, scale: float) -> tuple[Code, ...]:
    """All QR codes of a page that can be decoded.

    Args:
        grey: one channel, upright.
        scale: points a pixel.
    """
    codes = []
    kind = zxingcpp.BarcodeFormat.QRCode
    for found in zxingcpp.read_barcodes(grey, formats=kind, try_invert=False):
        if not found.valid or not found.text:
            continue
        spot = found.position
        corners = (spot.top_left, spot.top_right, spot.bottom_right, spot.bottom_left)
        xs, ys = [c.x * scale for c in corners], [c.y * scale for c in corners]
        box = Box(min(xs), min(ys), max(xs), max(ys))
        codes.append(Code("QR", found.text[:LONGEST], box))
    return tuple(codes)
