"""What happens to a sheet of paper before it is captured: toner, tint, folds, holes, staples, dust.

Sheets are RGB arrays of bytes; functions that return None draw on the sheet they are given.
"""

from __future__ import annotations

import math
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""Height × width × 3, RGB."""
Range = tuple[float, float]


def generator(random: Random) -> np.random.Generator:
    """A numpy generator that follows from the randomness given."""
    return np.random.default_rng(random.getrandbits(64))


def cloud(rng: np.random.Generator, height: int, width: int, cell: float) -> NDArray[np.float32]:
    """A smooth random field, about -1 to 1, whose spots are ``cell`` pixels wide."""
    rows, columns = max(2, round(height / cell) + 1), max(2, round(width / cell) + 1)
    coarse = rng.uniform(-1, 1, (rows, columns)).astype(np.float32)
    smooth: NDArray[np.float32] = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return smooth


def spread(tile: NDArray[np.uint8], size: tuple[int, int], rng: np.random.Generator) -> Picture:
    """Cover a height and width with a square tile, rolled anew for each repeat."""
    side = tile.shape[0]
    down, across = size[0] // side + 1, size[1] // side + 1
    rows = [
        np.hstack([np.roll(tile, tuple(rng.integers(side, size=2)), (0, 1)) for _ in range(across)])
        for _ in range(down)
    ]
    covered: Picture = np.vstack(rows)[: size[0], : size[1]]
    return covered


def toner(sheet: Picture, dpi: int, rng: np.random.Generator) -> Picture:
    """Laser print: edges ragged by a fraction of a dot, small voids in the black."""
    side, grain = 512, dpi / 300
    field = cv2.GaussianBlur(rng.standard_normal((side, side), np.float32), (0, 0), 1.1 * grain)
    field /= field.std()
    # Below 200 dpi a whole pixel is more than print ever strays.
    limit = 0.3 + max(0.0, (300 - dpi) / 100)
    result = sheet.copy()
    if dpi >= 180:
        for axis, sign in ((0, 1), (1, -1)):
            mask = spread((sign * field > limit).astype(np.uint8), sheet.shape[:2], rng)
            near = (slice(None), slice(1, None)) if axis else (slice(1, None), slice(None))
            far = (slice(None), slice(None, -1)) if axis else (slice(None, -1), slice(None))
            cv2.copyTo(sheet[far], np.ascontiguousarray(mask[near]), result[near])
    # Half a pixel is what remains after the two are mixed.
    result = cv2.addWeighted(sheet, 0.5, result, 0.5, 0)
    voids = np.clip((field - 2.1) * 90, 0, 110).astype(np.uint8)
    worn: Picture = cv2.max(result, cv2.merge([spread(voids, sheet.shape[:2], rng)] * 3))
    return worn


def other_side(sheet: Picture, random: Random, strengths: Range) -> Picture:
    """Print of the back shines through: this page mirrored and moved stands for it."""
    strength = random.uniform(*strengths)
    up, aside = random.uniform(0.1, 0.9), random.uniform(-0.01, 0.01)
    if strength < 0.005:
        return sheet
    height, width = sheet.shape[:2]
    small = cv2.resize(
        cv2.cvtColor(sheet, cv2.COLOR_RGB2GRAY),
        (width // 3, height // 3),
        interpolation=cv2.INTER_AREA,
    )
    back = np.roll(small[:, ::-1], (round(up * height / 3), round(aside * width)), (0, 1))
    back = cv2.GaussianBlur(back, (0, 0), 0.9)
    veil = (255 - (255 - back.astype(np.float32)) * strength).astype(np.uint8)
    full = cv2.resize(veil, (width, height), interpolation=cv2.INTER_LINEAR)
    seen: Picture = cv2.multiply(sheet, cv2.merge([full] * 3), scale=1 / 255)
    return seen


def level(
    sheet: Picture, random: Random, blacks: tuple[int, int], papers: tuple[int, int]
) -> Picture:
    """Print is never black and paper never white; both have a tint."""
    paper, black = random.randint(*papers), random.randint(*blacks)
    warm = random.choice((0.0, 0.0, 0.3, 1.0)) * random.uniform(2, 13)
    highs = (paper, paper - warm * 0.45, paper - warm)
    lows = [black + random.uniform(-5, 5) + cool for cool in (0, 0, random.uniform(0, 8))]
    gamma = random.uniform(0.85, 1.15)
    ramp = (np.arange(256) / 255.0) ** gamma
    table = np.stack([low + (high - low) * ramp for low, high in zip(lows, highs, strict=True)], 1)
    lut = np.clip(np.rint(table), 0, 255).astype(np.uint8)[None]
    tinted: Picture = cv2.LUT(sheet, lut)
    return tinted


def fold(sheet: Picture, row: int, dpi: int, rng: np.random.Generator) -> None:
    """A crease across the page: shade on one side, light on the other, print cracked in it."""
    reach = dpi // 5
    top, bottom = max(0, row - reach), min(sheet.shape[0], row + reach)
    width = sheet.shape[1]
    wave = cloud(rng, 1, width, width / 6)[0] * dpi * 0.006
    distance = (np.arange(top, bottom)[:, None] - row - wave[None]) / dpi
    side = rng.choice((-1, 1))
    shade = side * 0.09 * np.sign(distance) * np.exp(-np.abs(distance) / 0.045)
    crack = np.exp(-((distance / 0.0065) ** 2)) * (0.25 + 0.25 * cloud(rng, 1, width, dpi / 12))
    band = sheet[top:bottom].astype(np.float32)
    band += crack[..., None] * (np.median(band, axis=(0, 1)) - band)
    sheet[top:bottom] = np.clip(band * (1 - shade)[..., None], 0, 255).astype(np.uint8)


def punch(sheet: Picture, dpi: int, random: Random) -> None:
    """Two holes of a punch, 80 mm apart, at the left edge."""
    mm = dpi / 25.4
    x = random.uniform(8, 11) * mm
    middle = sheet.shape[0] / 2 + random.uniform(-6, 6) * mm
    behind = random.choice((250, 236, 90, 38))
    for y in (middle - 40 * mm, middle + 40 * mm):
        centre, radius = (round(x), round(y)), round(2.75 * mm)
        cv2.circle(sheet, centre, radius, (behind, behind, behind), -1, cv2.LINE_AA)
        # The near rim lies in shade, the far one catches the lamp.
        cv2.ellipse(
            sheet,
            centre,
            (radius, radius),
            0,
            170,
            350,
            (150, 148, 146),
            max(1, dpi // 120),
            cv2.LINE_AA,
        )


def staple(sheet: Picture, dpi: int, random: Random) -> None:
    """A staple in the upper left corner, or the two pricks that it left."""
    mm = dpi / 25.4
    angle = math.radians(random.uniform(-60, -20))
    x, y = random.uniform(7, 13) * mm, random.uniform(7, 13) * mm
    dx, dy = 5 * mm * math.cos(angle), 5 * mm * math.sin(angle)
    ends = [(round(x - dx), round(y - dy)), (round(x + dx), round(y + dy))]
    thick = max(1, round(0.5 * mm))
    if random.random() < 0.6:
        for end in ends:
            cv2.circle(sheet, end, max(1, thick // 2), (95, 92, 90), -1, cv2.LINE_AA)
        return
    size = round(16 * mm) + 2 * round(13 * mm)
    corner = sheet[:size, :size]
    shadow = np.full(corner.shape[:2], 255, np.uint8)
    shifted = [(px + thick, py + thick) for px, py in ends]
    cv2.line(shadow, shifted[0], shifted[1], 120, thick * 2, cv2.LINE_AA)
    shadow = cv2.GaussianBlur(shadow, (0, 0), thick)
    corner[:] = cv2.multiply(corner, cv2.merge([shadow] * 3), scale=1 / 255)
    cv2.line(sheet, ends[0], ends[1], (118, 120, 124), thick, cv2.LINE_AA)
    cv2.line(sheet, ends[0], ends[1], (205, 208, 212), max(1, thick // 3), cv2.LINE_AA)


def dust(sheet: Picture, dpi: int, rng: np.random.Generator, density: float) -> None:
    """Specks of dust and toner, so many to the square inch."""
    height, width = sheet.shape[:2]
    for _ in range(rng.poisson(density * height * width / dpi**2)):
        centre = (int(rng.integers(width)), int(rng.integers(height)))
        shade = int(rng.integers(40, 190))
        radius = int(rng.integers(0, max(2, dpi // 90)))
        cv2.circle(sheet, centre, radius, (shade, shade, shade), -1, cv2.LINE_AA)
