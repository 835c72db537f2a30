"""Ink seals (印章): where they stand, and the curved name round their rim.

Red or blue ink is told from black by colour; a seal is a ring of it (or a frame) of a seal's
size. The ring is unwrapped into a straight line and read by the page's own recogniser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import cv2
import numpy as np

from docint.read.frames import frames, lines_of
from docint.read.impressions import MARGIN, Color, by_color, by_shade, cut_out, strength
from docint.read.ring_names import ENDINGS, agreed
from docint.read.rings import ROUND, Spot, circles, components, grey_circles, is_ring
from docint.read.squares import squares
from docint.types.place import Box
from docint.types.reading import Seal

if TYPE_CHECKING:
    from docint.contracts import Image

ReadLine: TypeAlias = Callable[["Image"], tuple[str, float]]

LOOK = 1000
"""Longest side in pixels at which seals are looked for."""
STRONG = (40, 26, 17)
"""How far a colour must stand above the other two, and above the paper's own tint, to be seal ink:
first fresh ink, then what pale pads, old scans and JPEG leave of it."""
LEAST_INK = 0.0004
"""Share of a page that must be of the colour before anything is looked for."""
BANDS = ((0.58, 0.98), (0.62, 0.94), (0.52, 0.90))
"""Rings, as shares of the radius, in which the name is looked for."""
AROUND = 1536
"""Pixels of the unwrapped rim."""
SURE = 0.85
"""A name from which a square amid other ink is a person's seal."""
CLEAR = 0.8
"""A name from which a seal's colour alone will do."""
WHOLE = 5
"""Characters of the shortest name round a rim."""
POOR = 0.5
"""Names read with a lower score are left out: a seal with no text is still a seal."""


def seals_of(
    image: Image,
    scale: float,
    read_line: ReadLine,
    printed: Iterable[Box] | None = None,
) -> tuple[Seal, ...]:
    """All seals of a page, from top to bottom: red and blue ones, or grey on a copy.

    Args:
        image: RGB, upright.
        scale: points a pixel.
        read_line: reads a picture of one straight line.
        printed: lines of text on a grey or bilevel copy, where a seal is told from print by
            its rim alone; None on a page with colour.
    """
    seals = []
    colors: tuple[Color, ...] = ("red", "blue") if printed is None else ("grey",)
    for color in colors:
        read: list[Spot] = []
        for spot in spots_of(image, scale, color, printed or ()):
            text, score = _name(image, spot, color, read_line)
            if color == "grey" and not _is_name(text):
                continue  # a circle without a name may be anything
            if text and spot.shape != "oval":  # an oval may be several seals
                read.append(spot)
            seals.append(Seal(text, color, spot.shape, _box(spot, scale), round(score, 4)))
        if color != "grey":
            seals += _persons(image, scale, color, read, read_line)
    return tuple(sorted(seals, key=lambda seal: (seal.box.top, seal.box.x0)))


def _persons(
    image: Image, scale: float, color: Color, read: Sequence[Spot], read_line: ReadLine
) -> Iterator[Seal]:
    """Name seals that touch others, beside those read already: only whose name can be read."""
    factor = _factor(image)
    known = [_enlarged(spot, 1 / factor) for spot in read]
    seen: list[Spot] = [spot for spot in known if spot.shape == "rectangle"]
    for ink in _inks(image, color):
        for spot in squares(ink, scale / factor, known):
            if any(_overlap(spot, other) for other in seen):
                continue
            whole = _enlarged(spot, factor)
            text, score = _name(image, whole, color, read_line)
            if _is_persons(text, score):
                seen.append(spot)
                yield Seal(text, color, "rectangle", _box(whole, scale), round(score, 4))


def _is_persons(text: str, score: float) -> bool:
    """A person's name as seals have it, with 印 or 之印 behind it or nothing."""
    chinese = all("\u4e00" <= c <= "\u9fff" for c in text)
    return chinese and 3 <= len(text) <= 5 and score >= SURE


def _overlap(spot: Spot, other: Spot) -> bool:
    return max(abs(spot.x - other.x), abs(spot.y - other.y)) < other.half_width


def _box(spot: Spot, scale: float) -> Box:
    """The upright box round a seal, in points."""
    aslant = np.deg2rad(abs(spot.turned))
    wide = (spot.half_width * np.cos(aslant) + spot.half_height * np.sin(aslant)) * scale
    high = (spot.half_width * np.sin(aslant) + spot.half_height * np.cos(aslant)) * scale
    x, y = spot.x * scale, spot.y * scale
    return Box(float(x - wide), float(y - high), float(x + wide), float(y + high))


def spots_of(image: Image, scale: float, color: Color, printed: Iterable[Box] = ()) -> list[Spot]:
    """Where seals of a colour stand, in pixels; ``printed`` are boxes of text in points."""
    points = scale / _factor(image)
    found: list[Spot] = []
    for ink in _inks(image, color):
        if color == "grey":
            found += grey_circles(ink, points, printed)
        else:
            found += _more(ink.copy(), points, found)
    return [_enlarged(spot, _factor(image)) for spot in found]


def _factor(image: Image) -> float:
    """How much smaller a page is than its image where seals are looked for."""
    return min(1.0, LOOK / float(max(image.shape[:2])))


def _inks(image: Image, color: Color) -> Iterator[Any]:
    """1 where there is ink of the colour, coarse: fresh ink first, then paler ink, too."""
    factor = _factor(image)
    small: Any = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    stands_out = strength(small, color)
    if color == "grey":
        yield (stands_out > STRONG[0]).astype(np.uint8)
        return
    tint = float(np.median(stands_out))
    for least in STRONG:
        ink = (stands_out > tint + least).astype(np.uint8)
        if ink.mean() >= LEAST_INK:
            yield ink


def _more(ink: Any, points: float, found: Sequence[Spot]) -> list[Spot]:
    """Seals of this ink that were not found before."""
    new = list(frames(ink, points))
    for spot in (*found, *new):
        _erase(ink, spot)
    for spot in _rings(ink, points):
        if not any(_same(spot, other) for other in (*found, *new)):
            new.append(spot)
    return [spot for spot in new if not any(_same(spot, other) for other in found)]


def _same(one: Spot, other: Spot) -> bool:
    return float(np.hypot(one.x - other.x, one.y - other.y)) <= 0.4 * other.half_width


def _enlarged(s: Spot, factor: float) -> Spot:
    half_width, half_height = s.half_width / factor, s.half_height / factor
    return Spot(s.x / factor, s.y / factor, half_width, half_height, s.shape, s.turned)


def _rings(ink: Any, points: float) -> Iterator[Spot]:
    """Round and oval seals, at the coarse size."""
    for x, y, width, height in components(ink, 3.0 / points):
        if max(width, height) * points < ROUND[0]:
            continue
        spot = Spot(x + width / 2, y + height / 2, width / 2, height / 2, "round")
        if _fits(width, height, points) and is_ring(ink, spot):
            oval = not 0.87 < width / height < 1.15
            yield Spot(spot.x, spot.y, spot.half_width, spot.half_height, "oval") if oval else spot
        else:
            yield from circles(ink[y : y + height, x : x + width], x, y, points)


def _fits(width: int, height: int, points: float) -> bool:
    small, large = min(width, height) * points, max(width, height) * points
    return small >= ROUND[0] * 0.6 and large <= ROUND[1] and small / large > 0.6


def _erase(ink: Any, spot: Spot) -> None:
    if spot.shape == "rectangle":
        size = (spot.half_width * 2.1 + 1, spot.half_height * 2.1 + 1)
        corners = cv2.boxPoints(((spot.x, spot.y), size, spot.turned))
        cv2.fillConvexPoly(ink, corners.round().astype(np.int32), 0)
        return
    centre = round(spot.x), round(spot.y)
    axes = round(spot.half_width * 1.08) + 1, round(spot.half_height * 1.08) + 1
    cv2.ellipse(ink, centre, axes, 0, 0, 360, 0, -1)


def _name(image: Image, spot: Spot, color: Color, read_line: ReadLine) -> tuple[str, float]:
    """A seal's text and its score; empty where it cannot be read."""
    cut = cut_out(image, spot)
    patch = by_color(cut, color)
    if spot.shape == "rectangle":
        return max((_kept(*read_line(line)) for line in lines_of(patch)), key=lambda read: read[1])
    name, score = _round(patch, read_line)
    if color != "grey" and not _is_whole(name, score):
        name, score = max(
            (name, score), _round(by_shade(cut, color), read_line), key=lambda read: _rank(*read)
        )
    below, sure = read_line(_lower(patch))
    if name and sure > 0.85 and below.endswith("章") and below not in name:
        name = f"{name} {below}"
    return name, score


def _round(patch: Image, read_line: ReadLine) -> tuple[str, float]:
    """The name round the rim of a seal's picture."""
    readings = (read_line(strip) for strip in strips(patch))
    return agreed((text, sure) for text, sure in readings if sure >= POOR)


def _is_whole(name: str, score: float) -> bool:
    """Whether a name needs no other picture of its seal."""
    return name.endswith(ENDINGS) and len(name) >= WHOLE and score >= CLEAR


def _rank(name: str, score: float) -> tuple[bool, float]:
    return name.endswith(ENDINGS), score


def _is_name(text: str) -> bool:
    return sum("\u4e00" <= c <= "\u9fff" for c in text) >= 4


def _kept(text: str, score: float) -> tuple[str, float]:
    kept = "".join(c for c in text if c.isalnum() or c in "（）()·-")
    if any("\u4e00" <= c <= "\u9fff" for c in kept):
        kept = kept.strip("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-·")
    return (kept, score) if len(kept) > 1 and score >= POOR else ("", 0.0)


def strips(patch: Image) -> Iterator[Image]:
    """The ring unwrapped clockwise, once for each band and each place where it may begin.

    Names leave a gap at the bottom; a seal put on aslant has it elsewhere.

    Args:
        patch: a square with the seal in its middle.
    """
    middle, radius = patch.shape[0] / 2, patch.shape[0] / 2 / MARGIN
    polar: Any = cv2.warpPolar(patch, (256, AROUND), (middle, middle), radius, cv2.INTER_LINEAR)
    # rows run clockwise from three o'clock: outer rim up, then clockwise is to the right
    level = np.rot90(polar)
    bottom = AROUND // 4
    starts = [bottom]
    for gap in _gaps(level):
        if all(abs((gap - s + AROUND // 2) % AROUND - AROUND // 2) > AROUND // 18 for s in starts):
            starts.append(gap)
    for start in starts:
        rolled = np.roll(level, -start, axis=1)
        for inner, outer in BANDS:
            top, end = round(256 * (1 - outer)), round(256 * (1 - inner))
            yield np.ascontiguousarray(rolled[top:end])


def _gaps(level: Image) -> list[int]:
    """The middles of the two widest stretches of the ring without ink, in columns."""
    band = level[round(256 * 0.1) : round(256 * 0.36), :, 0]
    inked = np.flatnonzero((band < 128).mean(axis=0) > 0.04)
    if not len(inked):
        return []
    ends = np.append(inked[1:], inked[0] + AROUND)
    widest = np.argsort(inked - ends, kind="stable")[:2]
    return [int((inked[i] + ends[i]) // 2 % AROUND) for i in widest]


def _lower(patch: Image) -> Image:
    """Where a seal says what it is for (合同专用章): below the star, written straight."""
    side = patch.shape[0]
    return np.ascontiguousarray(
        patch[round(side * 0.60) : round(side * 0.76), round(side * 0.2) : round(side * 0.8)]
    )
