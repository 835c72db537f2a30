"""Clean pages to scans: office scanner, phone photo, poor copy; with the mapping of every place.

Everything is drawn from the given randomness: one seed, one picture, to the last pixel.
Pages are RGB arrays of bytes; the short side of a page is taken for 210 mm (A4).
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpora import photo, wear
from corpora.press import Box
from corpora.wear import Picture, Range, cloud, generator

Matrix = NDArray[np.float64]
"""3 × 3, from fractions of one page to fractions of another."""

SHORT_SIDE = 210 / 25.4
"""Short side of A4 in inches."""


@dataclass(frozen=True, slots=True)
class Quality:
    """How pages were captured; pairs are ranges, single fractions are chances."""

    name: str
    dpi: tuple[int, ...]
    """One is drawn; a page is never enlarged to it."""
    jpeg: tuple[int, int]
    skew: float = 0.0
    """Largest angle either way, degrees."""
    noise: Range = (0.0, 0.0)
    """Standard deviation in grey levels."""
    blur: Range = (0.0, 0.0)
    """Standard deviation in pixels."""
    black: tuple[int, int] = (0, 0)
    """Level of the darkest print."""
    paper: tuple[int, int] = (255, 255)
    """Level of blank paper."""
    mottle: float = 0.0
    """Depth of uneven light and paper, as a fraction."""
    fold: float = 0.0
    holes: float = 0.0
    staple: float = 0.0
    streak: float = 0.0
    specks: float = 0.0
    """Dust and toner specks per square inch."""
    show_through: Range = (0.0, 0.0)
    """Darkness of the mirrored print of the other side."""
    sharpened: float = 0.0
    grey: float = 0.0
    bilevel: float = 0.0
    """Chance that a grey copy has black and white only."""
    desk: bool = False
    """A photograph: perspective, shadow, part of the desk in view."""
    whitened: bool = False
    """Straightened and brightened by a scanning app."""
    seals_over_text: bool = False
    """A wish to whoever places the seals."""
    rendered: bool = False
    """Never on paper: an electronic rendering."""


CLEAN = Quality("clean", (200, 300), (90, 95), rendered=True)
OFFICE = Quality(
    "office", (200, 240, 300), (60, 85), skew=1.2, noise=(0.8, 2.4), blur=(0.35, 0.75),
    black=(14, 52), paper=(240, 254), mottle=0.015, fold=0.15, holes=0.12, staple=0.2,
    streak=0.08, specks=0.12, show_through=(0.0, 0.03), sharpened=0.5, grey=0.06,
)  # fmt: skip
PHOTO = Quality(
    "photo", (180, 200, 230), (75, 75), skew=2.5, noise=(1.5, 3.5), blur=(0.5, 0.9),
    black=(28, 60), paper=(222, 246), mottle=0.03, fold=0.3, staple=0.1, specks=0.02,
    show_through=(0.0, 0.03), sharpened=0.7, desk=True,
)  # fmt: skip
APP = Quality(
    "app", (150, 180, 200), (70, 85), skew=0.6, noise=(1.0, 2.5), blur=(0.5, 1.0), black=(40, 75),
    paper=(215, 240), mottle=0.06, fold=0.25, specks=0.02, show_through=(0.0, 0.04),
    sharpened=1.0, grey=0.1, bilevel=0.2, whitened=True,
)  # fmt: skip
POOR = Quality(
    "poor", (150,), (35, 35), skew=2.0, noise=(5.0, 10.0), blur=(0.5, 0.85), black=(60, 105),
    paper=(205, 238), mottle=0.07, fold=0.35, holes=0.3, staple=0.3, streak=0.3, specks=1.2,
    show_through=(0.06, 0.16), grey=0.35, bilevel=0.35, seals_over_text=True,
)  # fmt: skip
QUALITIES = {quality.name: quality for quality in (OFFICE, PHOTO, APP, POOR, CLEAN)}


@dataclass(frozen=True, slots=True)
class Scanned:
    """A captured page."""

    image: Picture
    matrix: Matrix
    """From fractions of the clean page to fractions of this one."""
    jpeg_quality: int
    dpi: int
    grey: bool
    """All colour is lost: seals are no longer red."""
    bilevel: bool = False


def scan(page: Picture, random: Random, quality: Quality) -> Scanned:
    """Capture a clean page; the page itself is not changed.

    Args:
        page: height × width × 3 bytes, RGB, drawn at 200 dpi or more.
        random: source of every choice.
        quality: one of ``QUALITIES`` or one's own.
    """
    rng = generator(random)
    grey = random.random() < quality.grey
    bilevel = grey and random.random() < quality.bilevel
    jpeg = random.randint(*quality.jpeg)
    sheet, dpi = _at_dpi(page, random.choice(quality.dpi))
    if quality.rendered:
        return Scanned(sheet, np.eye(3), jpeg, dpi, grey=False)
    sheet = _paper(sheet, dpi, random, rng, quality)
    if quality.desk:
        image, matrix = _photograph(sheet, random, rng, quality)
    else:
        image, matrix = _lay(sheet, dpi, random, rng, quality)
    image = _lens(_light(image, random, rng, quality), random, quality)
    image = _sensor(image, dpi, random, rng, quality)
    if quality.whitened:
        image = photo.whiten(image, random)
    if grey:
        image = _copy(image, random, bilevel)
    return Scanned(image, matrix, jpeg, dpi, grey, bilevel)


def encode(scanned: Scanned) -> bytes:
    """The scan as a JPEG file with its resolution; black and white pages as PNG."""
    picture, buffer = Image.fromarray(scanned.image), io.BytesIO()
    resolution = (scanned.dpi, scanned.dpi)
    if scanned.bilevel:
        picture.convert("1").save(buffer, "PNG", dpi=resolution)
    else:
        shown = picture.convert("L") if scanned.grey else picture
        shown.save(buffer, "JPEG", quality=scanned.jpeg_quality, dpi=resolution)
    return buffer.getvalue()


def carry(box: Box, matrix: Matrix) -> Box:
    """The axis-aligned box around a box that was moved with the page, within the page."""
    left, top, right, bottom = box
    corners = np.array([[left, right, right, left], [top, top, bottom, bottom], [1, 1, 1, 1]])
    moved = matrix @ corners
    flat = np.clip(moved[:2] / moved[2], 0.0, 1.0)
    (x0, y0), (x1, y1) = flat.min(axis=1), flat.max(axis=1)
    return float(x0), float(y0), float(x1), float(y1)


def turn(image: Picture, degrees: int) -> Picture:
    """The page as it comes from a scanner that was fed sideways.

    Args:
        image: the page.
        degrees: clockwise, a multiple of 90.

    Raises:
        ValueError: for any other angle.
    """
    if degrees % 90:
        raise ValueError(f"pages are turned by quarters, not by {degrees} degrees")
    return np.ascontiguousarray(np.rot90(image, k=-(degrees // 90) % 4))


def _at_dpi(page: Picture, dpi: int) -> tuple[Picture, int]:
    """A copy at a resolution, or at its own where that is lower."""
    height, width = page.shape[:2]
    drawn = min(height, width) / SHORT_SIDE
    if drawn <= dpi * 1.01:
        return page.copy(), round(drawn)
    size = (round(width * dpi / drawn), round(height * dpi / drawn))
    smaller: Picture = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    return smaller, dpi


def _paper(
    sheet: Picture, dpi: int, random: Random, rng: np.random.Generator, quality: Quality
) -> Picture:
    """Print, paper and what happened to it since."""
    sheet = wear.other_side(wear.toner(sheet, dpi, rng), random, quality.show_through)
    sheet = wear.level(sheet, random, quality.black, quality.paper)
    if random.random() < quality.fold:
        at = random.choice((1 / 2, 1 / 2, 1 / 3, 2 / 3)) + random.uniform(-0.012, 0.012)
        wear.fold(sheet, round(at * sheet.shape[0]), dpi, rng)
    if random.random() < quality.holes:
        wear.punch(sheet, dpi, random)
    if random.random() < quality.staple:
        wear.staple(sheet, dpi, random)
    wear.dust(sheet, dpi, rng, quality.specks)
    return sheet


def _lay(
    sheet: Picture, dpi: int, random: Random, rng: np.random.Generator, quality: Quality
) -> tuple[Picture, Matrix]:
    """The page on the scanner's glass: a little askew, moved and stretched; the lid around it."""
    height, width = sheet.shape[:2]
    angle = math.radians(random.gauss(0, quality.skew / 2))
    angle = max(-math.radians(quality.skew), min(math.radians(quality.skew), angle))
    cos, sin = math.cos(angle), math.sin(angle)
    wide, tall = random.uniform(0.988, 1.002), random.uniform(0.988, 1.002)
    aside, down = random.gauss(0, 0.004) * width, random.gauss(0, 0.003) * height
    middle = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1]])
    turned = np.array([[cos * wide, -sin * tall, 0], [sin * wide, cos * tall, 0], [0, 0, 1]])
    back = np.array([[1, 0, width / 2 + aside], [0, 1, height / 2 + down], [0, 0, 1]])
    move = back @ turned @ middle
    lid = random.choice((252, 250, 244, 238, 232, 226, 70))
    image = cv2.warpPerspective(
        sheet, _for_centres(move), (width, height), flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT, borderValue=(lid, lid, lid),
    )  # fmt: skip
    corners = _corners(move, width, height)
    # Only two edges of a sheet throw a shadow on the lid.
    first = random.randrange(4)
    edge = [corners[(first + i) % 4] for i in range(3)]
    shade = int(rng.integers(120, 215))
    cv2.polylines(
        image,
        [np.rint(edge).astype(np.int32)],
        False,
        (shade,) * 3,
        max(1, dpi // 110),
        cv2.LINE_AA,
    )
    return image, _fractions(move, (width, height), (width, height))


def _photograph(
    sheet: Picture, random: Random, rng: np.random.Generator, quality: Quality
) -> tuple[Picture, Matrix]:
    """The page on a desk, seen by a hand-held phone."""
    height, width = sheet.shape[:2]
    frame = photo.frame(width, height, random)
    angle = math.radians(random.gauss(0, quality.skew / 2))
    cos, sin = math.cos(angle), math.sin(angle)
    centre = np.array(frame) / 2 + np.array(
        [random.uniform(-0.012, 0.012) * side for side in frame]
    )
    square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (width / 2, height / 2)
    placed = square @ np.array([[cos, sin], [-sin, cos]]) + centre
    lean = rng.uniform(-0.022, 0.022, (4, 2)) * min(frame)
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    move = cv2.getPerspectiveTransform(source, (placed + lean).astype(np.float32))
    image = photo.desk(frame, placed + lean, random, rng)
    cv2.warpPerspective(
        sheet,
        _for_centres(move),
        frame,
        dst=image,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    return image, _fractions(move, (width, height), frame)


def _light(image: Picture, random: Random, rng: np.random.Generator, quality: Quality) -> Picture:
    """Uneven lamp and paper; on photographs fall-off to the corners and a soft shadow."""
    height, width = image.shape[0] // 8 + 1, image.shape[1] // 8 + 1
    glow = 1 + quality.mottle * (
        0.6 * cloud(rng, height, width, width / 2) + 0.3 * cloud(rng, height, width, width / 12)
    )
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    if quality.desk:
        glow *= photo.room(x, y, random)
    elif random.random() < quality.mottle * 4:
        # The bound edge does not lie flat on the glass.
        glow *= 1 - random.uniform(0.08, 0.3) * np.exp(-x / random.uniform(0.02, 0.05))
    tint = np.array([1.0, random.uniform(0.985, 1.0), random.uniform(0.96, 1.0)])
    if quality.desk and random.random() < 0.35:
        tint = tint[::-1]
    table = np.clip(glow[..., None] * tint * 245, 0, 255).astype(np.uint8)
    full = cv2.resize(table, image.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    lit: Picture = cv2.multiply(image, full, scale=1 / 245)
    return lit


def _lens(image: Picture, random: Random, quality: Quality) -> Picture:
    """Blur of lens or movement, colours slightly apart, then the driver's own sharpening."""
    sigma = random.uniform(*quality.blur)
    image = cv2.GaussianBlur(image, (0, 0) if sigma > 1 else (5, 5), sigma)
    if quality.desk and random.random() < 0.6:
        image = cv2.filter2D(
            image, -1, photo.movement(random.uniform(1.5, 3.6), random.uniform(0, math.pi))
        )
    else:
        shift = np.array([[1, 0, random.uniform(-0.3, 0.3)], [0, 1, random.uniform(-0.5, 0.5)]])
        red = cv2.warpAffine(
            image[..., 0], shift, image.shape[1::-1], borderMode=cv2.BORDER_REPLICATE
        )
        image[..., 0] = red
    if random.random() < quality.sharpened:
        amount = random.uniform(0.3, 0.9)
        image = cv2.addWeighted(image, 1 + amount, cv2.GaussianBlur(image, (7, 7), 1.3), -amount, 0)
    return image


def _sensor(
    image: Picture, dpi: int, random: Random, rng: np.random.Generator, quality: Quality
) -> Picture:
    """Noise, mostly of brightness, and now and then the streak of a dusty sensor."""
    height, width = image.shape[:2]
    side = 640
    bright = rng.standard_normal((side, side, 1), np.float32)
    colour = rng.standard_normal((side, side, 3), np.float32)
    grains = cv2.GaussianBlur(bright + 0.45 * colour, (3, 3), 0.6)
    grains *= random.uniform(*quality.noise) / max(float(grains.std()), 1e-6)
    tile = np.clip(np.rint(grains + 128), 0, 255).astype(np.uint8)
    noise = wear.spread(tile, (height, width), rng)
    noisy: Picture = cv2.addWeighted(image, 1.0, noise, 1.0, -128)
    if random.random() < quality.streak:
        x, wide = random.randrange(width), max(1, dpi // 150)
        column = noisy[:, x : x + wide].astype(np.float32)
        noisy[:, x : x + wide] = np.clip(column + random.uniform(-60, -15), 0, 255).astype(np.uint8)
    return noisy


def _copy(image: Picture, random: Random, bilevel: bool) -> Picture:
    """A photocopy: grey, or black and white only."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if bilevel:
        # Copiers smooth before they decide; hairlines thin out but can still be read.
        grey = cv2.GaussianBlur(grey, (3, 3), 0.6)
        limit = float(np.percentile(grey[::8, ::8], 60)) * random.uniform(0.78, 0.88)
        grey = np.where(grey > limit, 255, 0).astype(np.uint8)
    copied: Picture = cv2.merge([grey] * 3)
    return copied


def _for_centres(move: Matrix) -> Matrix:
    """OpenCV counts from the middle of the first pixel, fractions from its corner."""
    half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    centred: Matrix = np.linalg.inv(half) @ move @ half
    return centred


def _corners(move: Matrix, width: int, height: int) -> NDArray[np.float64]:
    points = move @ np.array([[0, width, width, 0], [0, 0, height, height], [1, 1, 1, 1]])
    corners: Matrix = (points[:2] / points[2]).T
    return corners


def _fractions(move: Matrix, before: tuple[int, int], after: tuple[int, int]) -> Matrix:
    scaled: Matrix = (
        np.diag([1 / after[0], 1 / after[1], 1.0]) @ move @ np.diag([before[0], before[1], 1.0])
    )
    return scaled
