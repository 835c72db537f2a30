"""Chinese fonts that are installed, by style; Noto CJK is always among them."""

from __future__ import annotations

import subprocess
from functools import cache
from random import Random

from markupsafe import Markup

_WANTED = {
    "sans": ("Noto Sans CJK SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei"),
    "serif": ("Noto Serif CJK SC", "AR PL UMing CN", "SimSun", "FangSong"),
    "kai": ("AR PL UKai CN", "KaiTi", "Noto Serif CJK SC"),
}


@cache
def installed() -> frozenset[str]:
    """Families that fontconfig knows."""
    asked = ["fc-list", ":lang=zh-cn", "family"]
    done = subprocess.run(asked, capture_output=True, text=True, check=True)  # noqa: S603
    return frozenset(name.strip() for line in done.stdout.splitlines() for name in line.split(","))


def font(random: Random, style: str) -> Markup:
    """A CSS font family of a style: ``sans`` (黑体), ``serif`` (宋体), ``kai`` (楷体)."""
    there = [name for name in _WANTED[style] if name in installed()]
    return Markup("'{}'").format(random.choice(there or ["Noto Sans CJK SC"]))
