"""Dies of seals before they are inked: characters on arcs and lines, stars, fonts."""

from __future__ import annotations

import math
import subprocess
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Mask = NDArray[np.float32]
"""Where the die or pen touches, 0 to 1."""
Cut = tuple[slice, slice]

_SERIFS = ("FangSong", "STFangsong", "SimSun", "AR PL UMing CN", "Noto Serif CJK SC")


def blank(height: int, width: int) -> Mask:
    """A die with nothing cut."""
    return np.zeros((height, width), np.float32)


@cache
def _face(family: str, style: str) -> tuple[str, int, str]:
    """File and index of a font, and the family that fontconfig really gives."""
    wanted = ["fc-match", "-f", "%{file}|%{index}|%{family[0]}", f"{family}:style={style}"]
    done = subprocess.run(wanted, capture_output=True, text=True, check=True)  # noqa: S603
    path, index, given = done.stdout.split("|")
    return path, int(index), given


@cache
def font(*, bold: bool = False, sans: bool = False) -> ImageFont.FreeTypeFont:
    """A serif for seals, the nearest to FangSong there is; Noto is always there."""
    families = ("Noto Sans CJK SC",) if sans else _SERIFS[-1:] if bold else _SERIFS
    faces = [_face(family, "Bold" if bold else "Regular") for family in families]
    same = [face for face, wanted in zip(faces, families, strict=True) if face[2] == wanted]
    path, index, _ = (same or faces[-1:])[0]
    return ImageFont.truetype(path, 200, index=index)


def glyph(sign: str, face: ImageFont.FreeTypeFont, width: int, height: int) -> Mask:
    """One character filling a box."""
    em = 240
    canvas = Image.new("L", (em, em))
    ImageDraw.Draw(canvas).text((em / 2, em / 2), sign, 255, font=face, anchor="mm")
    drawn = np.asarray(canvas)
    rows, columns = np.nonzero(drawn > 60)
    if rows.size == 0:
        return blank(height, width)
    # Flat signs such as 一 keep their shape: the box is at least 0.8 em each way.
    top, bottom = _at_least(rows.min(), rows.max() + 1, 160 if ord(sign) > 255 else 1, em)
    left, right = _at_least(columns.min(), columns.max() + 1, 160 if ord(sign) > 255 else 70, em)
    cut = drawn[top:bottom, left:right].astype(np.float32) / 255
    fitted: Mask = cv2.resize(cut, (max(1, width), max(1, height)), interpolation=cv2.INTER_AREA)
    return fitted


def _at_least(low: int, high: int, least: int, most: int) -> tuple[int, int]:
    lack = max(0, least - (high - low))
    start = max(0, int(low) - lack // 2)
    return start, min(most, max(int(high), start + least))


def place(die: Mask, sign: Mask, at: tuple[float, float], angle: float) -> None:
    """Lay a character on the die, turned by an angle in radians, clockwise."""
    height, width = sign.shape
    reach = math.ceil(math.hypot(height, width) / 2) + 2
    x, y = round(at[0]), round(at[1])
    cos, sin = math.cos(angle), math.sin(angle)
    move = np.array([[cos, -sin, reach + at[0] - x], [sin, cos, reach + at[1] - y]])
    move[:, 2] -= move[:, :2] @ np.array([width / 2, height / 2])
    turned = cv2.warpAffine(sign, move, (2 * reach, 2 * reach), flags=cv2.INTER_LINEAR)
    there, part = window(die.shape, turned.shape, (x, y))
    die[there] = np.maximum(die[there], turned[part])


def arc(
    die: Mask,
    text: str,
    face: ImageFont.FreeTypeFont,
    radii: tuple[float, float],
    tall: float,
    span: float,
    *,
    below: bool = False,
) -> None:
    """Characters along an ellipse, feet to the middle; below: tops to the middle."""
    height, width = die.shape
    # Even steps of arc length, not of angle: the two differ on an ellipse.
    fine = np.linspace(-span / 2, span / 2, 721)
    steps = np.hypot(radii[0] * np.cos(fine), radii[1] * np.sin(fine))
    length = np.concatenate([[0.0], np.cumsum((steps[1:] + steps[:-1]) / 2)]) * (fine[1] - fine[0])
    places = np.interp(np.linspace(0, length[-1], max(2, len(text))), length, fine)
    pitch = length[-1] / max(1, len(text) - 1)
    for sign, angle in zip(text, places, strict=False):
        drawn = glyph(
            sign, face, round(min(tall * (0.62 if below else 0.8), pitch * 0.9)), round(tall)
        )
        up = 1 if below else -1
        x = width / 2 + radii[0] * math.sin(angle)
        y = height / 2 + up * radii[1] * math.cos(angle)
        normal = math.atan2(math.sin(angle) / radii[0], math.cos(angle) / radii[1])
        place(die, drawn, (x, y), -normal if below else normal)


def straight(
    die: Mask,
    text: str,
    face: ImageFont.FreeTypeFont,
    at: tuple[float, float],
    tall: float,
    wide: float,
) -> None:
    """Characters on a straight line around a middle."""
    pitch = min(wide / len(text), tall * (1.05 if ord(text[0]) > 255 else 0.6))
    for index, sign in enumerate(text):
        x = at[0] + (index - (len(text) - 1) / 2) * pitch
        place(die, glyph(sign, face, round(pitch * 0.92), round(tall)), (x, at[1]), 0.0)


def star(die: Mask, at: tuple[float, float], radius: float) -> None:
    """A five-pointed star, one point up."""
    points = []
    for index in range(10):
        reach = radius if index % 2 == 0 else radius * 0.382
        angle = math.pi / 5 * index
        points.append((at[0] + reach * math.sin(angle), at[1] - reach * math.cos(angle)))
    cv2.fillPoly(die, [np.rint(points).astype(np.int32)], 1.0, cv2.LINE_AA)


def window(
    page: tuple[int, ...], ink: tuple[int, ...], centre: tuple[float, float]
) -> tuple[Cut, Cut]:
    """Slices of the page and of the ink that lie on each other; empty where none does."""
    left, top = origin(ink, centre)
    x0, y0 = min(page[1], max(0, left)), min(page[0], max(0, top))
    x1, y1 = max(x0, min(page[1], left + ink[1])), max(y0, min(page[0], top + ink[0]))
    there = (slice(y0, y1), slice(x0, x1))
    if x0 == x1 or y0 == y1:
        return there, (slice(0, y1 - y0), slice(0, x1 - x0))
    return there, (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))


def origin(size: tuple[int, ...], centre: tuple[float, float]) -> tuple[int, int]:
    """Left and top of a picture of this size around a centre."""
    return round(centre[0] - size[1] / 2), round(centre[1] - size[0] / 2)
