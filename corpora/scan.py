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

from corpora.press import Box

Picture = NDArray[np.uint8]
"""Height × width × 3, RGB."""
Matrix = NDArray[np.float64]
"""3 × 3, from fractions of one page to fractions of another."""
Range = tuple[float, float]

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
    seals_over_text: bool = False
    """A wish to whoever places the seals."""


CLEAN = Quality("clean", (200, 300), (90, 95))
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
POOR = Quality(
    "poor", (150,), (35, 35), skew=2.0, noise=(5.0, 10.0), blur=(0.5, 0.85), black=(60, 105),
    paper=(205, 238), mottle=0.07, fold=0.35, holes=0.3, staple=0.3, streak=0.3, specks=1.2,
    show_through=(0.06, 0.16), grey=0.35, bilevel=0.35, seals_over_text=True,
)  # fmt: skip
QUALITIES = {quality.name: quality for quality in (OFFICE, PHOTO, POOR, CLEAN)}


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
    if quality.name == CLEAN.name:
        return Scanned(sheet, np.eye(3), jpeg, dpi, grey=False)
    sheet = _wear(
        _level(_other_side(sheet, random, quality), random, quality), dpi, random, rng, quality
    )
    image, matrix = (_photograph if quality.desk else _lay)(sheet, dpi, random, rng, quality)
    image = _lens(_light(image, random, rng, quality), random, quality)
    image = _sensor(image, dpi, random, rng, quality)
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


def generator(random: Random) -> np.random.Generator:
    """A numpy generator that follows from the randomness given."""
    return np.random.default_rng(random.getrandbits(64))


def cloud(rng: np.random.Generator, height: int, width: int, cell: float) -> NDArray[np.float32]:
    """A smooth random field, about -1 to 1, whose spots are ``cell`` pixels wide."""
    rows, columns = max(2, round(height / cell) + 1), max(2, round(width / cell) + 1)
    coarse = rng.uniform(-1, 1, (rows, columns)).astype(np.float32)
    smooth: NDArray[np.float32] = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return smooth


def _at_dpi(page: Picture, dpi: int) -> tuple[Picture, int]:
    """A copy at a resolution, or at its own where that is lower."""
    height, width = page.shape[:2]
    drawn = min(height, width) / SHORT_SIDE
    if drawn <= dpi * 1.01:
        return page.copy(), round(drawn)
    size = (round(width * dpi / drawn), round(height * dpi / drawn))
    smaller: Picture = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    return smaller, dpi


def _other_side(sheet: Picture, random: Random, quality: Quality) -> Picture:
    """Print of the back shines through: this page mirrored and moved stands for it."""
    strength = random.uniform(*quality.show_through)
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


def _level(sheet: Picture, random: Random, quality: Quality) -> Picture:
    """Print is never black and paper never white; both have a tint."""
    paper, black = random.randint(*quality.paper), random.randint(*quality.black)
    warm = random.choice((0.0, 0.0, 0.3, 1.0)) * random.uniform(2, 13)
    papers = (paper, paper - warm * 0.25, paper - warm)
    blacks = [black + random.uniform(-5, 5) + cool for cool in (0, 0, random.uniform(0, 8))]
    gamma = random.uniform(0.85, 1.15)
    ramp = (np.arange(256) / 255.0) ** gamma
    table = np.stack(
        [low + (high - low) * ramp for low, high in zip(blacks, papers, strict=True)], 1
    )
    lut = np.clip(np.rint(table), 0, 255).astype(np.uint8)[None]
    tinted: Picture = cv2.LUT(sheet, lut)
    return tinted


def _wear(
    sheet: Picture, dpi: int, random: Random, rng: np.random.Generator, quality: Quality
) -> Picture:
    """Folds, punch holes, staples and dust, drawn on the paper itself (in place: it is a copy)."""
    height, width = sheet.shape[:2]
    if random.random() < quality.fold:
        at = random.choice((1 / 2, 1 / 2, 1 / 3, 2 / 3)) + random.uniform(-0.012, 0.012)
        _fold(sheet, round(at * height), dpi, rng)
    if random.random() < quality.holes:
        _holes(sheet, dpi, random)
    if random.random() < quality.staple:
        _staple(sheet, dpi, random)
    area = height * width / dpi**2
    for _ in range(rng.poisson(quality.specks * area)):
        centre = (int(rng.integers(width)), int(rng.integers(height)))
        shade = int(rng.integers(40, 190))
        cv2.circle(
            sheet,
            centre,
            int(rng.integers(0, max(2, dpi // 90))),
            (shade, shade, shade),
            -1,
            cv2.LINE_AA,
        )
    return sheet


def _fold(sheet: Picture, row: int, dpi: int, rng: np.random.Generator) -> None:
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


def _holes(sheet: Picture, dpi: int, random: Random) -> None:
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


def _staple(sheet: Picture, dpi: int, random: Random) -> None:
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
    lid = random.choice((250, 244, 232, 226, 70 if quality.name == POOR.name else 238))
    image = cv2.warpPerspective(
        sheet, _for_centres(move), (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT,
        borderValue=(lid, lid, lid),
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
    sheet: Picture, dpi: int, random: Random, rng: np.random.Generator, quality: Quality
) -> tuple[Picture, Matrix]:
    """The page on a desk, seen by a hand-held phone."""
    height, width = sheet.shape[:2]
    frame = _frame(width, height, random)
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
    image = _desk(frame, placed + lean, random, rng)
    cv2.warpPerspective(
        sheet,
        _for_centres(move),
        frame,
        dst=image,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )
    return image, _fractions(move, (width, height), frame)


def _frame(width: int, height: int, random: Random) -> tuple[int, int]:
    """A phone's 3:4 picture around the page, upright or across as the page is."""
    fill = random.uniform(0.84, 0.91)
    long_side, short_side = max(width, height) / fill, min(width, height) / fill
    long_side, short_side = max(long_side, short_side * 4 / 3), max(short_side, long_side * 3 / 4)
    return (
        (round(short_side), round(long_side))
        if height >= width
        else (round(long_side), round(short_side))
    )


def _desk(
    frame: tuple[int, int], page: NDArray[np.float64], random: Random, rng: np.random.Generator
) -> Picture:
    """A desk top, wooden or plain, with the shadow of the page on it."""
    width, height = frame[0] // 4, frame[1] // 4
    base = np.array(
        random.choice(
            (
                (150, 112, 78),
                (98, 70, 50),
                (190, 178, 160),
                (70, 74, 80),
                (205, 206, 204),
                (120, 132, 140),
            )
        )
    )
    grain = cloud(rng, height, width, 3) * 0.03
    if base[0] > base[2] * 1.3:
        stretched = cloud(rng, height, max(2, width // 60), 2.2)
        grain = (
            grain
            + cv2.resize(stretched, (width, height)) * 0.10
            + cloud(rng, height, width, 60) * 0.06
        )
    shadow = np.zeros((height, width), np.float32)
    offset = np.array([random.uniform(-5, 5), random.uniform(1, 6)])
    cv2.fillPoly(shadow, [np.rint(page / 4 + offset).astype(np.int32)], 1.0)
    shadow = cv2.GaussianBlur(shadow, (0, 0), random.uniform(2, 5))
    small = base * (1 + grain - 0.45 * shadow)[..., None]
    full: Picture = cv2.resize(
        np.clip(small, 0, 255).astype(np.uint8), frame, interpolation=cv2.INTER_CUBIC
    )
    return full


def _light(image: Picture, random: Random, rng: np.random.Generator, quality: Quality) -> Picture:
    """Uneven lamp and paper; on photographs fall-off to the corners and a soft shadow."""
    height, width = image.shape[0] // 8 + 1, image.shape[1] // 8 + 1
    glow = 1 + quality.mottle * (
        0.6 * cloud(rng, height, width, width / 2) + 0.3 * cloud(rng, height, width, width / 12)
    )
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j].astype(np.float32)
    if quality.desk:
        glow *= _room(x, y, random)
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


def _room(x: NDArray[np.float32], y: NDArray[np.float32], random: Random) -> NDArray[np.float32]:
    """Window on one side, vignette, and mostly the shadow of hand and phone."""
    angle = random.uniform(0, 2 * math.pi)
    along = (x - 0.5) * math.cos(angle) + (y - 0.5) * math.sin(angle)
    glow = 1 - random.uniform(0.05, 0.28) * (along + 0.5)
    glow *= 1 - random.uniform(0.05, 0.2) * ((x - 0.5) ** 2 + (y - 0.5) ** 2) * 2
    if random.random() < 0.7:
        angle = random.uniform(0, 2 * math.pi)
        across = (x - 0.5) * math.cos(angle) + (y - 0.5) * math.sin(angle)
        bend = 0.03 * np.sin(across * 9 + along * 7)
        soft = random.uniform(0.015, 0.06)
        edge = (across + bend - random.uniform(0.05, 0.35)) / soft
        glow *= 1 - random.uniform(0.12, 0.38) / (1 + np.exp(-np.clip(edge, -30, 30)))
    lit: NDArray[np.float32] = glow.astype(np.float32)
    return lit


def _lens(image: Picture, random: Random, quality: Quality) -> Picture:
    """Blur of lens or movement, colours slightly apart, then the driver's own sharpening."""
    sigma = random.uniform(*quality.blur)
    image = cv2.GaussianBlur(image, (0, 0) if sigma > 1 else (5, 5), sigma)
    if quality.desk and random.random() < 0.6:
        image = cv2.filter2D(
            image, -1, _movement(random.uniform(1.5, 3.6), random.uniform(0, math.pi))
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


def _movement(length: float, angle: float) -> NDArray[np.float32]:
    """Kernel of a short straight movement."""
    reach = np.arange(-3, 4)
    x, y = np.meshgrid(reach, reach)
    along = np.abs(x * math.cos(angle) + y * math.sin(angle))
    across = np.abs(-x * math.sin(angle) + y * math.cos(angle))
    kernel = np.clip(length / 2 + 0.5 - along, 0, 1) * np.clip(1 - across, 0, 1)
    even: NDArray[np.float32] = (kernel / kernel.sum()).astype(np.float32)
    return even


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
    repeats = (height // side + 1, width // side + 1)
    rows = [
        np.hstack(
            [np.roll(tile, tuple(rng.integers(side, size=2)), (0, 1)) for _ in range(repeats[1])]
        )
        for _ in range(repeats[0])
    ]
    noise = np.vstack(rows)[:height, :width]
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
        limit = float(np.percentile(grey[::8, ::8], 60)) * random.uniform(0.68, 0.82)
        grey = np.where(grey > limit, 255, 0).astype(np.uint8)
    copied: Picture = cv2.merge([grey] * 3)
    return copied


def _for_centres(move: Matrix) -> Matrix:
    """OpenCV counts from the middle of the first pixel, fractions from its corner."""
    half = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    return np.linalg.inv(half) @ move @ half


def _corners(move: Matrix, width: int, height: int) -> NDArray[np.float64]:
    points = move @ np.array([[0, width, width, 0], [0, 0, height, height], [1, 1, 1, 1]])
    return (points[:2] / points[2]).T


def _fractions(move: Matrix, before: tuple[int, int], after: tuple[int, int]) -> Matrix:
    return np.diag([1 / after[0], 1 / after[1], 1.0]) @ move @ np.diag([before[0], before[1], 1.0])
