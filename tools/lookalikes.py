"""Draw every character of GB 2312 and write the ones that look most alike (形近字).

``python tools/lookalikes.py > src/docint/values/lookalikes.txt`` (needs the fonts of Noto CJK).
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter, ImageFont

sys.path.insert(0, str(Path(__file__).parents[1]))
from corpora.language.misreadings import misreadings

FONTS = (
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
)
NEAREST = {True: 32, False: 12}
"""Neighbours kept of common characters and of others: with the known slips they hold seven in ten
slips of a drawing kept apart."""
LEAST = 0.75
"""Least correlation of two drawings."""


def characters() -> list[str]:
    """The 6,763 characters of GB 2312."""
    rows = [(h, low) for h in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    return [bytes(r).decode("gb2312") for r in rows if not (r[0] == 0xD7 and r[1] > 0xF9)]


def drawn(chars: list[str], path: str, index: int) -> npt.NDArray[np.float32]:
    """One blurred drawing a row, of mean 0 and length 1."""
    font = ImageFont.truetype(path, 36, index=index)
    rows = []
    for char in chars:
        image = Image.new("L", (40, 40), 0)
        ImageDraw.Draw(image).text((20, 20), char, fill=255, font=font, anchor="mm")
        blurred = image.filter(ImageFilter.GaussianBlur(2.6)).resize((14, 14), Image.Resampling.BOX)
        rows.append(np.asarray(blurred, dtype=np.float32).ravel())
    found = np.stack(rows)
    found -= found.mean(1, keepdims=True)
    norm: npt.NDArray[np.float32] = found / np.linalg.norm(found, axis=1, keepdims=True)
    return norm


def main() -> None:
    """Print a line for each character: itself, then its look-alikes."""
    chars = characters()
    total = np.zeros((len(chars), len(chars)), dtype=np.float32)
    for path, index in FONTS:
        rows = drawn(chars, path, index)
        total += rows @ rows.T
    total /= len(FONTS)
    np.fill_diagonal(total, 0)
    seen: dict[str, list[str]] = {}
    for drawn_as, read_as in misreadings("known"):
        seen.setdefault(drawn_as, []).append(read_as)
    for at, char in enumerate(chars):
        order = np.argsort(-total[at])[: NEAREST[char.encode("gb2312") < b"\xd8"]]
        near = [chars[i] for i in order if total[at, i] >= LEAST] + seen.get(char, [])
        if near:
            print(char + "".join(dict.fromkeys(near)))


if __name__ == "__main__":
    main()
