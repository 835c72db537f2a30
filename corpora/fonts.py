"""Chinese fonts that are installed, by style; Noto CJK is always among them."""

from __future__ import annotations

import subprocess
from functools import cache
from random import Random

_WANTED = {
    "sans": ("Noto Sans CJK SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"),
    "serif": ("Noto Serif CJK SC", "AR PL UMing CN"),
    "kai": ("AR PL UKai CN", "Noto Serif CJK SC"),
}


@cache
def installed() -> frozenset[str]:
    """Families that fontconfig knows."""
    done = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=True)  # noqa: S607
    return frozenset(name.strip() for line in done.stdout.splitlines() for name in line.split(","))


def font(random: Random, style: str) -> str:
    """A CSS font family of a style (``sans``, ``serif``, ``kai``)."""
    there = [name for name in _WANTED[style] if name in installed()]
    chosen = random.choice(there or ["Noto Sans CJK SC"])
    return f"'{chosen}'"
