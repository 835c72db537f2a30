"""Photographs of pages: the phone's frame, the desk, the light of the room, a moving hand."""

from __future__ import annotations

import math
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from corpora.wear import Picture, cloud

DESKS = (
    (150, 112, 78),
    (98, 70, 50),
    (190, 178, 160),
    (70, 74, 80),
    (205, 206, 204),
    (120, 132, 140),
)
"""Colours; those much redder than blue are wood."""


def frame(width: int, height: int, random: Random) -> tuple[int, int]:
    """A phone's 3:4 picture around the page, upright or across as the page is."""
    fill = random.uniform(0.84, 0.91)
    long_side, short_side = max(width, height) / fill, min(width, height) / fill
    long_side, short_side = max(long_side, short_side * 4 / 3), max(short_side, long_side * 3 / 4)
    return (
        (round(short_side), round(long_side))
        if height >= width
        else (round(long_side), round(short_side))
    )


def desk(
    size: tuple[int, int], page: NDArray[np.float64], random: Random, rng: np.random.Generator
) -> Picture:
    """A desk top, wooden or plain, with the shadow of the page on it."""
    width, height = size[0] // 4, size[1] // 4
    base = np.array(random.choice(DESKS))
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
        np.clip(small, 0, 255).astype(np.uint8), size, interpolation=cv2.INTER_CUBIC
    )
    return full


def room(x: NDArray[np.float32], y: NDArray[np.float32], random: Random) -> NDArray[np.float32]:
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


def movement(length: float, angle: float) -> NDArray[np.float32]:
    """Kernel of a short straight movement."""
    reach = np.arange(-3, 4)
    x, y = np.meshgrid(reach, reach)
    along = np.abs(x * math.cos(angle) + y * math.sin(angle))
    across = np.abs(-x * math.sin(angle) + y * math.cos(angle))
    kernel = np.clip(length / 2 + 0.5 - along, 0, 1) * np.clip(1 - across, 0, 1)
    even: NDArray[np.float32] = (kernel / kernel.sum()).astype(np.float32)
    return even


def whiten(image: Picture, random: Random) -> Picture:
    """What scanning apps do: divide by the guessed paper, so that most of it turns white."""
    height, width = image.shape[:2]
    small = cv2.resize(image, (width // 16, height // 16), interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 15)
    full = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    bright: Picture = cv2.divide(image, full, scale=random.uniform(248, 272))
    return bright
