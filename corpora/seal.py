"""Seals (印章) and signatures as ink: round, oval and square seals, and names as pens write them.

Sizes are pixels; a company's seal is about 40 mm wide (470 px at 300 dpi), a name seal 18 mm.
"""

from __future__ import annotations

import math
import subprocess
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from corpora.press import Box
from corpora.scan import Matrix, Picture, carry, cloud, generator

Ink = NDArray[np.uint8]
"""Height × width × 4: the ink's colour, and how much of it lies there."""
Mask = NDArray[np.float32]
"""Where the die or pen touches, 0 to 1."""

COLORS = {
    "red": ((214, 32, 44), (226, 44, 50), (200, 26, 40), (222, 52, 66)),
    "blue": ((38, 62, 160), (30, 80, 176), (52, 58, 140)),
}
PENS = ((18, 18, 22), (24, 26, 40), (26, 34, 92), (34, 52, 128))
_SERIFS = ("FangSong", "STFangsong", "SimSun", "AR PL UMing CN", "Noto Serif CJK SC")


@dataclass(frozen=True, slots=True)
class Seal:
    """What is true of a seal on a page."""

    text: str
    color: str
    """``red``, ``blue``, or ``grey`` after a copier."""
    page: int
    """From 1 inside the file."""
    box: Box
    """Around the ink, fractions of the page."""

    def carried(self, matrix: Matrix, *, grey: bool = False) -> Seal:
        """The same seal on the scanned page."""
        return replace(self, box=carry(self.box, matrix), color="grey" if grey else self.color)

    def gold(self) -> dict[str, Any]:
        """As the gold lists it."""
        box = [round(edge, 4) for edge in self.box]
        return {"text": self.text, "color": self.color, "page": self.page, "box": box}


def round_seal(
    text: str,
    random: Random,
    *,
    number: str = "4403041234567",
    diameter: int = 470,
    color: str = "red",
    line: str = "",
    star: bool = True,
) -> Ink:
    """A round seal (公章): the name on the arc, a star, 13 digits below.

    Args:
        text: the unit's name.
        random: source of every choice.
        number: digits on the lower arc; empty for none.
        diameter: of the outer ring, in pixels.
        color: ``red`` or ``blue``.
        line: a straight line under the star, such as 合同专用章.
        star: five-pointed, in the middle.
    """
    size = diameter * 2
    die, middle = _blank(size, size), size / 2
    ring = random.uniform(0.02, 0.03) * size
    cv2.circle(die, (round(middle),) * 2, round(middle - ring), 1.0, round(ring), cv2.LINE_AA)
    font = _font(bold=random.random() < 0.4)
    tall = size * (random.uniform(0.145, 0.17) if len(text) <= 16 else random.uniform(0.12, 0.14))
    radius = middle - ring * 1.5 - size * random.uniform(0.018, 0.03) - tall / 2
    span = min(
        math.radians(270 if number else 290), len(text) * math.radians(random.uniform(17, 24))
    )
    _arc(die, text, font, (radius, radius), tall, span)
    if number:
        digits = size * random.uniform(0.042, 0.052)
        low = middle - ring * 1.5 - size * 0.015 - digits / 2
        _arc(die, number, font, (low, low), digits, math.radians(len(number) * 4.6), below=True)
    if star:
        _star(die, (middle, middle * (0.96 if line else 1.0)), size * random.uniform(0.135, 0.165))
    if line:
        _straight(die, line, font, (middle, middle * 1.46), size * 0.085, size * 0.5)
    return _print(die, color, random, turned=random.gauss(0, 5))


def oval(
    text: str,
    random: Random,
    *,
    number: str = "",
    line: str = "发票专用章",
    width: int = 470,
    color: str = "red",
) -> Ink:
    """An oval seal, 4:3, as for invoices and departments: name on the arc, number and use across."""
    wide, high = width * 2, round(width * 1.5)
    die = _blank(high, wide)
    ring = random.uniform(0.02, 0.028) * wide
    axes = (round(wide / 2 - ring), round(high / 2 - ring))
    cv2.ellipse(die, (wide // 2, high // 2), axes, 0, 0, 360, 1.0, round(ring), cv2.LINE_AA)
    font = _font(bold=random.random() < 0.4)
    tall = wide * (0.115 if len(text) <= 14 else 0.095)
    inset = ring * 1.5 + wide * 0.02 + tall / 2
    span = min(math.radians(230), len(text) * math.radians(18))
    _arc(die, text, font, (wide / 2 - inset, high / 2 - inset), tall, span)
    if number:
        _straight(die, number, font, (wide / 2, high * 0.53), wide * 0.062, wide * 0.62)
    _straight(die, line, font, (wide / 2, high * 0.75), wide * 0.08, wide * 0.44)
    return _print(die, color, random, turned=random.gauss(0, 5))


def square_name_seal(
    name: str, random: Random, *, side: int = 212, color: str = "red", ending: str = "印"
) -> Ink:
    """A person's square seal (私章): four characters in two columns, right to left.

    Short names are filled up with 印 or 之印; ``ending`` may be empty for names of four.
    """
    signs = name if len(name) >= 4 else (name + ("之印" if len(name) == 2 else ending))
    size = side * 2
    die = _blank(size, size)
    edge = round(size * random.uniform(0.03, 0.05))
    inset, far = edge, size - edge - 1
    cv2.rectangle(die, (inset, inset), (far, far), 1.0, edge)
    font = _font(bold=random.random() < 0.7)
    room = (size - 4 * edge) / 2
    for index, sign in enumerate(signs[:4]):
        column, row = divmod(index, 2)
        at = (size / 2 + room * (0.5 - column), size / 2 + room * (row - 0.5))
        _place(die, _glyph(sign, font, round(room * 0.98), round(room * 0.96)), at, 0.0)
    if random.random() < 0.25:
        # Cut in relief the other way: white characters on red (白文).
        inner = die[2 * edge : -2 * edge, 2 * edge : -2 * edge]
        inner[:] = 1 - inner
    return _print(die, color, random, turned=random.gauss(0, 4))


def signature(name: str, random: Random, *, height: int = 150) -> Ink:
    """A name written by hand: thin slanted strokes that sway, swell and run together.

    Args:
        name: two to four characters.
        random: source of every choice.
        height: of one character, in pixels.
    """
    rng = generator(random)
    font, em = _font(sans=True), 140
    step = round(em * random.uniform(0.62, 0.85))
    margin = em // 2
    paper = np.zeros((em * 2, margin * 2 + step * (len(name) - 1) + em), np.uint8)
    for index, sign in enumerate(name):
        tall = round(em * random.uniform(0.75, 1.1))
        bones = _bones(_glyph(sign, font, round(tall * random.uniform(0.8, 1.0)), tall) > 0.5)
        top = em - tall // 2 + round(random.gauss(0, em * 0.05) - index * em * 0.03)
        left = margin + index * step
        part = paper[top : top + bones.shape[0], left : left + bones.shape[1]]
        np.maximum(part, bones, out=part)
    _run_on(paper, random, margin, step, len(name))
    written = _sway(paper, random, rng)
    return _pen(written, height / em, random, rng)


def stamp(page: Picture, ink: Ink, centre: tuple[float, float], random: Random) -> Picture:
    """A copy of the page with the ink on it; print below stays dark, as ink lets it through.

    Args:
        page: RGB bytes.
        ink: from one of the functions above.
        centre: x and y in pixels; what falls off the page is lost.
        random: source of the pressure.
    """
    result = page.copy()
    pressure = random.uniform(0.86, 1.0)
    window, part = _window(page.shape[:2], ink.shape[:2], centre)
    if window is None or part is None:
        return result
    below = result[window].astype(np.float32)
    drop = ink[part].astype(np.float32)
    cover = drop[..., 3:] / 255 * pressure
    result[window] = np.rint(below * (1 - cover * (1 - drop[..., :3] / 255))).astype(np.uint8)
    return result


def sealed(
    text: str,
    ink: Ink,
    centre: tuple[float, float],
    page: Picture,
    *,
    number: int = 1,
    color: str = "red",
) -> Seal:
    """What is true of a seal that ``stamp`` puts there.

    Args:
        text: what the seal says: the name on its arc.
        ink: the seal.
        centre: as for ``stamp``.
        page: the page it is stamped on.
        number: of that page in its file, from 1.
        color: of the ink.
    """
    height, width = page.shape[:2]
    rows, columns = np.nonzero(ink[..., 3] > 40)
    left, top = _origin(ink.shape[:2], centre)
    edges = (
        (left + columns.min()) / width,
        (top + rows.min()) / height,
        (left + columns.max() + 1) / width,
        (top + rows.max() + 1) / height,
    )
    x0, y0, x1, y1 = (min(1.0, max(0.0, float(edge))) for edge in edges)
    return Seal(text, color, number, (x0, y0, x1, y1))


def _origin(size: tuple[int, ...], centre: tuple[float, float]) -> tuple[int, int]:
    return round(centre[0] - size[1] / 2), round(centre[1] - size[0] / 2)


def _window(page: tuple[int, ...], ink: tuple[int, ...], centre: tuple[float, float]) -> Any:
    """Slices of the page and of the ink that lie on each other."""
    left, top = _origin(ink, centre)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(page[1], left + ink[1]), min(page[0], top + ink[0])
    if x0 >= x1 or y0 >= y1:
        return None, None
    there = (slice(y0, y1), slice(x0, x1))
    return there, (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))


def _blank(height: int, width: int) -> Mask:
    return np.zeros((height, width), np.float32)


@cache
def _face(family: str, style: str) -> tuple[str, int, str]:
    """File and index of a font, and the family that fontconfig really gives."""
    wanted = ["fc-match", "-f", "%{file}|%{index}|%{family[0]}", f"{family}:style={style}"]
    done = subprocess.run(wanted, capture_output=True, text=True, check=True)  # noqa: S603
    path, index, given = done.stdout.split("|")
    return path, int(index), given


@cache
def _font(*, bold: bool = False, sans: bool = False) -> ImageFont.FreeTypeFont:
    """A serif for seals, the nearest to FangSong there is; Noto is always there."""
    if sans:
        path, index, _ = _face("Noto Sans CJK SC", "Regular")
        return ImageFont.truetype(path, 200, index=index)
    style = "Bold" if bold else "Regular"
    faces = [_face(family, style) for family in (_SERIFS[-1:] if bold else _SERIFS)]
    path, index, _ = next(
        f
        for f, wanted in zip(faces, _SERIFS[-1:] if bold else _SERIFS, strict=True)
        if f[2] == wanted or wanted == _SERIFS[-1]
    )
    return ImageFont.truetype(path, 200, index=index)


def _glyph(sign: str, font: ImageFont.FreeTypeFont, width: int, height: int) -> Mask:
    """One character filling a box."""
    em = 240
    canvas = Image.new("L", (em, em))
    ImageDraw.Draw(canvas).text((em / 2, em / 2), sign, 255, font=font, anchor="mm")
    drawn = np.asarray(canvas)
    rows, columns = np.nonzero(drawn > 60)
    if rows.size == 0:
        return _blank(height, width)
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


def _place(die: Mask, glyph: Mask, at: tuple[float, float], angle: float) -> None:
    """Lay a character on the die, turned by an angle in radians, clockwise."""
    height, width = glyph.shape
    reach = math.ceil(math.hypot(height, width) / 2) + 2
    x, y = round(at[0]), round(at[1])
    cos, sin = math.cos(angle), math.sin(angle)
    move = np.array([[cos, -sin, reach + at[0] - x], [sin, cos, reach + at[1] - y]])
    move[:, 2] -= move[:, :2] @ np.array([width / 2, height / 2])
    turned = cv2.warpAffine(glyph, move, (2 * reach, 2 * reach), flags=cv2.INTER_LINEAR)
    window, part = _window(die.shape, turned.shape, (x, y))
    if window is not None:
        die[window] = np.maximum(die[window], turned[part])


def _arc(
    die: Mask,
    text: str,
    font: Any,
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
        glyph = _glyph(
            sign, font, round(min(tall * (0.62 if below else 0.8), pitch * 0.9)), round(tall)
        )
        up = 1 if below else -1
        x = width / 2 + radii[0] * math.sin(angle)
        y = height / 2 + up * radii[1] * math.cos(angle)
        normal = math.atan2(math.sin(angle) / radii[0], math.cos(angle) / radii[1])
        _place(die, glyph, (x, y), -normal if below else normal)


def _straight(
    die: Mask, text: str, font: Any, at: tuple[float, float], tall: float, wide: float
) -> None:
    """Characters on a straight line around a middle."""
    pitch = min(wide / len(text), tall * (1.05 if ord(text[0]) > 255 else 0.6))
    for index, sign in enumerate(text):
        x = at[0] + (index - (len(text) - 1) / 2) * pitch
        _place(die, _glyph(sign, font, round(pitch * 0.92), round(tall)), (x, at[1]), 0.0)


def _star(die: Mask, at: tuple[float, float], radius: float) -> None:
    points = []
    for index in range(10):
        reach = radius if index % 2 == 0 else radius * 0.382
        angle = math.pi / 5 * index
        points.append((at[0] + reach * math.sin(angle), at[1] - reach * math.cos(angle)))
    cv2.fillPoly(die, [np.rint(points).astype(np.int32)], 1.0, cv2.LINE_AA)


def _print(die: Mask, color: str, random: Random, *, turned: float) -> Ink:
    """Ink a die and press it: edges creep, ink is uneven, spots stay empty or fill up."""
    rng = generator(random)
    margin = round(max(die.shape) * 0.06)
    die = cv2.copyMakeBorder(die, *[margin] * 4, cv2.BORDER_CONSTANT, value=0.0)
    height, width = die.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), turned, 1.0)
    die = cv2.warpAffine(die, turn, (width, height))
    die = cv2.resize(die, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    height, width = die.shape
    size = max(height, width)
    # The edge of the ink follows the paper's fibres and the amount of ink.
    spread = cv2.GaussianBlur(die, (0, 0), max(0.6, size * 0.0017))
    rough = 0.16 * cloud(rng, height, width, max(1.6, size * 0.005)) + random.uniform(-0.08, 0.08)
    full = random.uniform(-0.02, 0.1) + 0.1 * cloud(rng, height, width, size * 0.3)
    edge = np.clip((spread - 0.5 + rough + full) * 3.2 + 0.5, 0, 1) * (spread > 0.04)
    cover = edge * _density(rng, random, height, width)
    rgb = np.array(random.choice(COLORS[color])) + rng.integers(-8, 9, 3)
    flat = np.broadcast_to(np.clip(rgb, 0, 255), (height, width, 3))
    return np.dstack([flat, np.clip(cover * 255, 0, 255)]).astype(np.uint8)


def _density(rng: np.random.Generator, random: Random, height: int, width: int) -> Mask:
    """How much ink the paper took: lean of the hand, patches, grain, gaps and blots."""
    size = max(height, width)
    y, x = np.mgrid[-0.5 : 0.5 : height * 1j, -0.5 : 0.5 : width * 1j].astype(np.float32)
    angle = random.uniform(0, 2 * math.pi)
    lean = random.choice((0.0, 0.15, 0.3, 0.55)) * (x * math.cos(angle) + y * math.sin(angle))
    patches = 0.1 * cloud(rng, height, width, size * 0.12) + 0.07 * cloud(
        rng, height, width, size * 0.03
    )
    grain = 0.1 * cloud(rng, height, width, 1.7) + 0.06 * cloud(rng, height, width, 4)
    density = random.uniform(0.72, 0.92) + lean + patches + grain
    # Dry spots: where two fields meet in a valley, the ink is missing.
    dry = cloud(rng, height, width, size * 0.05) + 0.7 * cloud(rng, height, width, size * 0.013)
    density -= np.clip(dry - random.uniform(0.7, 1.15), 0, 0.5) * 1.5
    blots = np.clip(cloud(rng, height, width, size * 0.04) - 0.75, 0, 0.25)
    inked: Mask = np.clip(density + blots, 0.0, 1.0).astype(np.float32)
    return inked


def _bones(shape: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The middle lines of strokes (thinning after Zhang and Suen, 1984)."""
    image = np.pad(shape, 1).astype(np.uint8)
    changed = True
    while changed:
        changed = False
        for first in (True, False):
            ring = [np.roll(image, move, (0, 1)) for move in
                    ((1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1))]  # fmt: skip
            north, _, east, _, south, _, west, _ = ring
            count = sum(part.astype(np.int16) for part in ring)
            turns = sum((a == 0) & (b == 1) for a, b in zip(ring, ring[1:] + ring[:1], strict=True))
            sides = (
                (north * east * south == 0) & (east * south * west == 0)
                if first
                else (north * east * west == 0) & (north * south * west == 0)
            )
            gone = (image == 1) & (count >= 2) & (count <= 6) & (turns == 1) & sides
            if gone.any():
                image[gone], changed = 0, True
    return image[1:-1, 1:-1]


def _run_on(paper: NDArray[np.uint8], random: Random, margin: int, step: int, count: int) -> None:
    """Pen lines between characters, and mostly a last sweep."""
    middle = paper.shape[0] // 2
    for index in range(count - 1):
        if random.random() < 0.6:
            start = (margin + index * step + step * 0.75, middle + random.uniform(0.1, 0.4) * step)
            end = (
                margin + (index + 1) * step + step * 0.2,
                middle - random.uniform(0.1, 0.45) * step,
            )
            _curve(paper, start, end, random.uniform(-0.4, 0.4) * step)
    if random.random() < 0.6:
        start = (margin + (count - 0.4) * step, middle + random.uniform(0.0, 0.4) * step)
        end = (
            start[0] + random.uniform(0.3, 0.8) * step,
            start[1] - random.uniform(-0.2, 0.4) * step,
        )
        _curve(paper, start, end, random.uniform(0.1, 0.5) * step)


def _curve(
    paper: NDArray[np.uint8], start: tuple[float, float], end: tuple[float, float], bend: float
) -> None:
    t = np.linspace(0, 1, 24)[:, None]
    middle = (np.array(start) + np.array(end)) / 2 + np.array([0, bend])
    points = (1 - t) ** 2 * np.array(start) + 2 * t * (1 - t) * middle + t**2 * np.array(end)
    cv2.polylines(paper, [np.rint(points).astype(np.int32)], False, 1, 1)


def _sway(paper: NDArray[np.uint8], random: Random, rng: np.random.Generator) -> Mask:
    """Slant the writing and bend it as a moving hand does."""
    height, width = paper.shape
    slant, rise = random.uniform(0.05, 0.4), random.uniform(-0.02, 0.12)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    bend = height * 0.03
    from_x = x + slant * (y - height / 2) + bend * cloud(rng, height, width, height * 0.2)
    from_y = y + rise * (x - width / 2) + bend * cloud(rng, height, width, height * 0.2)
    lines = cv2.GaussianBlur(paper.astype(np.float32), (0, 0), 0.8)
    swayed: Mask = cv2.remap(
        lines, from_x.astype(np.float32), from_y.astype(np.float32), cv2.INTER_LINEAR
    )
    return swayed


def _pen(written: Mask, scale: float, random: Random, rng: np.random.Generator) -> Ink:
    """Give lines the width of a pen, swelling with its pressure."""
    size = (round(written.shape[1] * scale), round(written.shape[0] * scale))
    lines = cv2.resize(
        written, size, interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    )
    height, width = lines.shape
    width_of_pen = max(0.8, random.uniform(0.012, 0.024) * scale * 140)
    soft = cv2.GaussianBlur(lines, (0, 0), width_of_pen)
    soft /= max(float(np.percentile(soft[soft > soft.max() * 0.2], 60)), 1e-6)
    pressure = 0.62 + 0.22 * cloud(rng, height, width, height * 0.12)
    stroke = np.clip((soft - pressure) * 4 + 0.5, 0, 1)
    flow = random.uniform(0.82, 0.97) + 0.08 * cloud(rng, height, width, 3)
    rgb = np.broadcast_to(np.array(random.choice(PENS)), (height, width, 3))
    return np.dstack([rgb, np.clip(stroke * flow * 255, 0, 255)]).astype(np.uint8)
