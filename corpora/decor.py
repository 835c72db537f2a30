"""What certificates are decorated with: emblem, guilloche border, QR code, spread labels."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from random import Random

import zxingcpp
from markupsafe import Markup

_RED, _GOLD = "#d81e20", "#e8b923"


def emblem(size: str, red: str = _RED, gold: str = _GOLD) -> Markup:
    """A national emblem in outline: wreath, stars, gate, gear, ribbon."""
    ears = "".join(
        f'<ellipse cx="{50 + 43 * math.cos(a):.1f}" cy="{48 + 43 * math.sin(a):.1f}" rx="4.6" ry="2.1" '
        f'transform="rotate({math.degrees(a) + 60:.0f} {50 + 43 * math.cos(a):.1f} {48 + 43 * math.sin(a):.1f})"/>'
        for a in (math.radians(d) for d in range(100, 441, 7))
        if not 250 < math.degrees(a) % 360 < 290
    )
    stars = _star(50, 24, 8) + "".join(
        _star(x, y, 3.4) for x, y in ((33, 31), (41, 40), (59, 40), (67, 31))
    )
    gate = (
        '<path d="M26 62h48v5H26zM32 56h36v6H32zM36 51h28l3 4H33zM40 46h20l3 4H37z"/>'
        f'<rect x="47" y="57" width="6" height="10" fill="{red}"/>'
    )
    drawn = (
        f'<svg viewBox="0 0 100 104" style="width:{size};height:{size}"><circle cx="50" cy="48" r="45" fill="{red}" stroke="{gold}" stroke-width="1.5"/>'
        f'<g fill="{gold}">{ears}{stars}{gate}<circle cx="50" cy="82" r="8" stroke="{red}"/><circle cx="50" cy="82" r="3.5" fill="{red}"/></g>'
        f'<path d="M20 84c16 12 44 12 60 0l3 14c-10-6-20 2-33 2s-23-8-33-2z" fill="{red}" stroke="{gold}"/></svg>'
    )
    return Markup(drawn)  # noqa: S704 - drawn here from numbers


def _star(x: float, y: float, radius: float) -> str:
    points = " ".join(
        f"{x + r * math.sin(a):.2f},{y - r * math.cos(a):.2f}"
        for a, r in ((i * math.pi / 5, radius * (0.382 if i % 2 else 1)) for i in range(10))
    )
    return f'<polygon points="{points}"/>'


def border(random: Random, width: float, height: float, inset: float = 9) -> Markup:
    """A guilloche frame (防伪花边) of woven waves, in millimetres of the page."""
    color = random.choice(("#9a8b5c", "#b59b58", "#8c9c90", "#b98d63", "#a39a86", "#7f9a8b"))
    band = random.uniform(6.5, 9.5)
    waves = random.choice((2, 3, 4))
    lines = []
    for side in range(4):
        length = (width if side % 2 == 0 else height) - 2 * inset
        for phase in range(waves):
            points = _wave(length, band, phase / waves)
            lines.append(f'<path d="{_turned(points, side, width, height, inset)}"/>')
    frames = "".join(
        f'<rect x="{inset - g}" y="{inset - g}" width="{width - 2 * (inset - g)}" height="{height - 2 * (inset - g)}" stroke-width="{w}"/>'
        for g, w in ((band / 2 + 0.8, 0.7), (band / 2 + 0.1, 0.2), (-band / 2 - 0.4, 0.25))
    )
    drawn = (
        f'<svg viewBox="0 0 {width} {height}" style="position:absolute;left:0;top:0;width:{width}mm;height:{height}mm">'
        f'<g fill="none" stroke="{color}" stroke-width=".22">{"".join(lines)}{frames}</g></svg>'
    )
    return Markup(drawn)  # noqa: S704 - drawn here from numbers


def _wave(length: float, band: float, phase: float) -> list[tuple[float, float]]:
    period = length / max(1, round(length / 11))
    steps = round(length / 0.7)
    made = []
    for i in range(steps + 1):
        t = length * i / steps
        turn = 2 * math.pi * (t / period + phase)
        made.append((t, band / 2 * math.sin(turn) * (0.75 + 0.25 * math.cos(turn / 2))))
    return made


def _turned(
    points: list[tuple[float, float]], side: int, width: float, height: float, inset: float
) -> str:
    place: Callable[[float, float], tuple[float, float]] = (
        lambda t, d: (inset + t, inset + d), lambda t, d: (width - inset + d, inset + t),
        lambda t, d: (inset + t, height - inset + d), lambda t, d: (inset + d, inset + t),
    )[side]  # fmt: skip
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in (place(t, d) for t, d in points))


def qr(text: str, size: str) -> Markup:
    """A QR code that can be read."""
    drawn = zxingcpp.write_barcode_to_svg(
        zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    )
    side = re.search(r'<svg width="(\d+)"', drawn)
    group = re.search(r"<g.*?</g>", drawn, re.DOTALL)
    if not side or not group:
        raise ValueError("the QR code was not drawn")
    box = f'<svg viewBox="0 0 {side[1]} {side[1]}" style="width:{size};height:{size}" shape-rendering="crispEdges">'
    return Markup(f"{box}{group[0]}</svg>")  # noqa: S704 - drawn by the library from modules


def spread(label: str, width: int) -> Markup:
    """A label spread evenly to a width in characters (名　　称)."""
    style = f"display:inline-block;width:{width}em;text-align-last:justify;white-space:nowrap"
    return Markup('<span style="{}">{}</span>').format(style, label)
