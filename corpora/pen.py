"""Names written by hand: middle lines of printed characters, slanted, bent and run together."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from corpora import die
from corpora.die import Mask
from corpora.wear import cloud, generator

_AROUND = ((1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1))
"""Moves that bring the eight neighbours of a pixel onto it, clockwise from the north."""
PENS = ((18, 18, 22), (24, 26, 40), (26, 34, 92), (34, 52, 128))


def write(name: str, random: Random, *, height: int) -> NDArray[np.uint8]:
    """A name written by hand: thin slanted strokes that sway, swell and run together.

    Args:
        name: two to four characters.
        random: source of every choice.
        height: of one character, in pixels.

    Returns:
        Height × width × 4: the pen's colour, and how much of it lies there.
    """
    rng = generator(random)
    font, em = die.font(sans=True), 140
    step = round(em * random.uniform(0.62, 0.85))
    margin = em // 2
    paper = np.zeros((em * 2, margin * 2 + step * (len(name) - 1) + em), np.uint8)
    for index, sign in enumerate(name):
        tall = round(em * random.uniform(0.75, 1.1))
        lines = bones(die.glyph(sign, font, round(tall * random.uniform(0.8, 1.0)), tall) > 0.5)
        top = em - tall // 2 + round(random.gauss(0, em * 0.05) - index * em * 0.03)
        left = margin + index * step
        part = paper[top : top + lines.shape[0], left : left + lines.shape[1]]
        np.maximum(part, lines, out=part)
    _run_on(paper, random, margin, step, len(name))
    written = _sway(paper, random, rng)
    return _pen(written, height / em, random, rng)


def bones(shape: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The middle lines of strokes (thinning after Zhang and Suen, 1984)."""
    image = np.pad(shape, 1).astype(np.uint8)
    changed = True
    while changed:
        changed = False
        for first in (True, False):
            ring = [np.roll(image, move, (0, 1)) for move in _AROUND]
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


def _pen(
    written: Mask, scale: float, random: Random, rng: np.random.Generator
) -> NDArray[np.uint8]:
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
