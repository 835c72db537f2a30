"""Seals (印章) and signatures as ink: round, oval and square seals, and names as pens write them.

Sizes are pixels; a company's seal is about 40 mm wide (470 px at 300 dpi), a name seal 18 mm.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from corpora import pen
from corpora.die import Mask, arc, blank, font, glyph, origin, place, star, straight, window
from corpora.press import Box
from corpora.scan import Matrix, carry
from corpora.wear import Picture, cloud, generator

Ink = NDArray[np.uint8]
"""Height × width × 4: the ink's colour, and how much of it lies there."""

COLORS = {
    "red": ((214, 32, 44), (226, 44, 50), (200, 26, 40), (222, 52, 66)),
    "blue": ((38, 62, 160), (30, 80, 176), (52, 58, 140)),
}


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


def round_seal(  # noqa: PLR0913 - each is a feature of real seals
    text: str,
    random: Random,
    *,
    number: str = "4403041234567",
    diameter: int = 470,
    color: str = "red",
    line: str = "",
    starred: bool = True,
    worn: bool = True,
) -> Ink:
    """A round seal (公章): the name on the arc, a star, 13 digits below.

    Args:
        text: the unit's name.
        random: source of every choice.
        number: digits on the lower arc; empty for none.
        diameter: of the outer ring, in pixels.
        color: ``red`` or ``blue``.
        line: a straight line under the star, such as 合同专用章.
        starred: with a five-pointed star in the middle.
        worn: pressed by hand; else as electronic seals are drawn.
    """
    size = diameter * 2
    die, middle = blank(size, size), size / 2
    ring = random.uniform(0.02, 0.03) * size
    cv2.circle(die, (round(middle),) * 2, round(middle - ring), 1.0, round(ring), cv2.LINE_AA)
    face = font(bold=random.random() < 0.4)
    tall = size * (random.uniform(0.145, 0.17) if len(text) <= 16 else random.uniform(0.12, 0.14))
    radius = middle - ring * 1.5 - size * random.uniform(0.018, 0.03) - tall / 2
    widest = 212 if line else 270 if number else 290
    span = math.radians(min(widest, len(text) * random.uniform(17, 24)))
    arc(die, text, face, (radius, radius), tall, span)
    if number:
        digits = size * random.uniform(0.042, 0.052)
        low = middle - ring * 1.5 - size * 0.015 - digits / 2
        arc(
            die,
            number,
            font(bold=True),
            (low, low),
            digits,
            math.radians(len(number) * 4.6),
            below=True,
        )
    if starred:
        star(die, (middle, middle * (0.94 if line else 1.0)), size * random.uniform(0.135, 0.165))
    if line:
        straight(die, line, face, (middle, middle * 1.45), size * 0.08, size * 0.44)
    return _print(die, color, random, 5 if worn else 0, worn=worn)


def oval(
    text: str,
    random: Random,
    *,
    number: str = "",
    line: str = "发票专用章",
    width: int = 470,
    color: str = "red",
) -> Ink:
    """An oval seal, 4:3, as for invoices and departments: name on the arc, the rest across."""
    wide, high = width * 2, round(width * 1.5)
    die = blank(high, wide)
    ring = random.uniform(0.02, 0.028) * wide
    axes = (round(wide / 2 - ring), round(high / 2 - ring))
    cv2.ellipse(die, (wide // 2, high // 2), axes, 0, 0, 360, 1.0, round(ring), cv2.LINE_AA)
    face = font(bold=random.random() < 0.4)
    tall = wide * (0.115 if len(text) <= 14 else 0.095)
    inset = ring * 1.5 + wide * 0.02 + tall / 2
    span = math.radians(min(190 if number else 225, len(text) * 18))
    arc(die, text, face, (wide / 2 - inset, high / 2 - inset), tall, span)
    if number:
        straight(die, number, font(bold=True), (wide / 2, high * 0.58), wide * 0.06, wide * 0.58)
    straight(die, line, face, (wide / 2, high * 0.76), wide * 0.08, wide * 0.44)
    return _print(die, color, random, 5)


def square_name_seal(
    name: str, random: Random, *, side: int = 212, color: str = "red", ending: str = "印"
) -> Ink:
    """A person's square seal (私章): four characters in two columns, right to left.

    Short names are filled up with 印 or 之印; ``ending`` may be empty for names of four.
    """
    signs = name if len(name) >= 4 else (name + ("之印" if len(name) == 2 else ending))
    size = side * 2
    die = blank(size, size)
    edge = round(size * random.uniform(0.03, 0.05))
    inset, far = edge, size - edge - 1
    cv2.rectangle(die, (inset, inset), (far, far), 1.0, edge)
    face = font(bold=random.random() < 0.7)
    room = (size - 4 * edge) / 2
    for index, sign in enumerate(signs[:4]):
        column, row = divmod(index, 2)
        at = (size / 2 + room * (0.5 - column), size / 2 + room * (row - 0.5))
        place(die, glyph(sign, face, round(room * 0.98), round(room * 0.96)), at, 0.0)
    if random.random() < 0.25:
        # Cut in relief the other way: white characters on red (白文).
        inner = die[2 * edge : -2 * edge, 2 * edge : -2 * edge]
        inner[:] = 1 - inner
    return _print(die, color, random, 4)


def signature(name: str, random: Random, *, height: int = 150) -> Ink:
    """A name of two to four characters written by hand, each about so many pixels high."""
    return pen.write(name, random, height=height)


def stamp(page: Picture, ink: Ink, centre: tuple[float, float], random: Random) -> Picture:
    """A copy of the page with the ink on it; print below stays dark, as ink lets it through.

    Args:
        page: RGB bytes.
        ink: from one of the functions above.
        centre: x and y in pixels; what falls off the page is lost.
        random: source of the pressure.
    """
    result, pressure = page.copy(), random.uniform(0.86, 1.0)
    there, part = window(page.shape[:2], ink.shape[:2], centre)
    drop = ink[part].astype(np.float32)
    cover = drop[..., 3:] / 255 * pressure
    result[there] = np.rint(result[there] * (1 - cover * (1 - drop[..., :3] / 255))).astype(
        np.uint8
    )
    return result


def paste(page: Picture, ink: Ink, centre: tuple[float, float]) -> Picture:
    """A copy of the page with the seal laid over it as picture editors do: it hides the print."""
    result = page.copy()
    there, part = window(page.shape[:2], ink.shape[:2], centre)
    drop = ink[part].astype(np.float32)
    cover = drop[..., 3:] / 255
    result[there] = np.rint(result[there] * (1 - cover) + drop[..., :3] * cover).astype(np.uint8)
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
    left, top = origin(ink.shape[:2], centre)
    edges = (
        (left + columns.min()) / width,
        (top + rows.min()) / height,
        (left + columns.max() + 1) / width,
        (top + rows.max() + 1) / height,
    )
    x0, y0, x1, y1 = (min(1.0, max(0.0, float(edge))) for edge in edges)
    return Seal(text, color, number, (x0, y0, x1, y1))


def _print(die: Mask, color: str, random: Random, tilt: float, *, worn: bool = True) -> Ink:
    """Ink a die and press it: edges creep, ink is uneven, spots stay empty or fill up."""
    rng, turned = generator(random), random.gauss(0, 1) * tilt
    margin = round(max(die.shape) * 0.06)
    die = np.pad(die, margin)
    height, width = die.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), turned, 1.0)
    die = cv2.warpAffine(die, turn, (width, height))
    die = cv2.resize(die, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    height, width = die.shape
    cover = _pressed(die, rng, random) if worn else die * 0.94
    rgb = np.array(random.choice(COLORS[color])) + rng.integers(-8, 9, 3)
    flat = np.broadcast_to(np.clip(rgb, 0, 255), (height, width, 3))
    return np.dstack([flat, np.clip(cover * 255, 0, 255)]).astype(np.uint8)


def _pressed(die: Mask, rng: np.random.Generator, random: Random) -> Mask:
    """The edge of the ink follows the paper's fibres and the amount of ink."""
    height, width = die.shape
    size = max(height, width)
    soft = cv2.GaussianBlur(die, (0, 0), max(0.6, size * 0.0017))
    rough = 0.16 * cloud(rng, height, width, max(1.6, size * 0.005)) + random.uniform(-0.08, 0.08)
    full = random.uniform(0.0, 0.14) + 0.1 * cloud(rng, height, width, size * 0.3)
    edge = np.clip((soft - 0.5 + rough + full) * 3.2 + 0.5, 0, 1) * (soft > 0.04)
    pressed: Mask = edge * _density(rng, random, height, width)
    return pressed


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
