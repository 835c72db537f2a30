"""Picture bytes to pixels: the one place where Pillow meets files from outside."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from PIL import ExifTags, Image, ImageOps, ImageSequence, UnidentifiedImageError

from docint.errors import UnreadableError
from docint.types.reading import Traces

if TYPE_CHECKING:
    from docint.contracts import Image as Pixels

MOST_PIXELS = 100_000_000
MOST_FRAMES = 500
SHORT_SIDE = 595.0
"""Points (A4) taken for the short side where the file states no believable resolution."""
FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "MPO")


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame of a picture file, as RGB, turned as EXIF says."""

    pixels: Pixels
    size: tuple[float, float]
    """Width and height in points."""

    def at(self, dpi: int) -> Pixels:
        """The frame at a resolution, or its own pixels where they are coarser."""
        wanted = self.size[0] / 72 * dpi
        width = self.pixels.shape[1]
        if width <= wanted * 1.1:
            return self.pixels
        factor = wanted / width
        scaled: Any = cv2.resize(
            self.pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA
        )
        return scaled  # type: ignore[no-any-return]


def decode(content: bytes) -> tuple[tuple[Frame, ...], Traces]:
    """All frames of a picture file, and what it tells of its history.

    Raises:
        UnreadableError: damaged, truncated or too large.
    """
    with _plain_words(), Image.open(BytesIO(content), formats=FORMATS) as image:
        _check(image)
        traces = _traces(image)
        return tuple(_upright(frame) for frame in _frames(image)), traces


@contextmanager
def _plain_words() -> Iterator[None]:
    """Pillow's many complaints as one sentence of ours."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except UnreadableError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise UnreadableError(_too_large()) from error
    except UnidentifiedImageError as error:
        raise UnreadableError("图片文件已损坏或内容不是图片，请重新导出后提交") from error
    except Exception as error:  # decoders raise whatever they like on damaged files
        raise UnreadableError("图片文件已损坏或不完整，请重新扫描或导出后提交") from error


def _too_large() -> str:
    return (
        f"图片超过{MOST_PIXELS // 1_000_000}百万像素的上限，请降低分辨率（300dpi 即可）后重新提交"
    )


def _check(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise UnreadableError(_too_large())
    if min(image.size) < 1:
        raise UnreadableError("图片没有内容（宽或高为零），请重新扫描后提交")


def _frames(image: Image.Image) -> Iterator[Image.Image]:
    """The pages of a TIFF; of other formats, the first frame only (the rest is animation)."""
    if image.format != "TIFF":
        image.load()
        yield image
        return
    total = 0
    for number, frame in enumerate(ImageSequence.Iterator(image)):
        total += frame.width * frame.height
        if number >= MOST_FRAMES or total > 5 * MOST_PIXELS:
            raise UnreadableError(f"图片页数超过{MOST_FRAMES}页或总像素过大，请拆分后重新提交")
        _check(frame)
        frame.load()
        yield frame


def _upright(frame: Image.Image) -> Frame:
    """Pixels as RGB, turned as EXIF says, and the page's size in points."""
    dpi = frame.info.get("dpi")
    turned = ImageOps.exif_transpose(frame)
    pixels = np.ascontiguousarray(np.asarray(_rgb(turned)), dtype=np.uint8)
    return Frame(pixels, _points(turned.size, dpi))


def _rgb(image: Image.Image) -> Image.Image:
    """Three channels of 8 bits; transparent parts become paper white."""
    if image.mode in {"I", "F"} or image.mode.startswith("I;16"):
        return _from_deep(image)
    if image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    return image.convert("RGB")


def _from_deep(image: Image.Image) -> Image.Image:
    """16-bit or float grey, scaled by its type's range, else by its own."""
    values = np.asarray(image, dtype=np.float64)
    top = 65535.0 if image.mode != "F" and values.max(initial=0) > 255 else 255.0
    top = max(top, float(values.max(initial=0)))
    grey = (np.clip(values, 0, None) / top * 255).astype(np.uint8)
    return Image.fromarray(grey).convert("RGB")


def _points(size: tuple[int, int], dpi: Any) -> tuple[float, float]:
    """Points of the page: by the stated resolution where it gives a sheet between A6 and A2."""
    width, height = size
    if isinstance(dpi, tuple) and len(dpi) == 2:
        try:
            short = min(width / float(dpi[0]), height / float(dpi[1])) * 72
        except (ValueError, ZeroDivisionError, TypeError):
            short = 0.0
        across = float(dpi[0]) if short else 0.0
        even = across and abs(float(dpi[1]) - across) < 0.02 * across
        if 290 <= short <= 1250 and across >= 72 and even:
            return width / across * 72, height / across * 72
    scale = SHORT_SIDE / min(width, height)
    return width * scale, height * scale


def _traces(image: Image.Image) -> Traces:
    """Software and dates that EXIF states."""
    try:
        exif = image.getexif()
    except Exception:  # damaged metadata says nothing
        return Traces()

    def text(tag: int) -> str:
        value = exif.get(tag, "")
        return value.strip("\0 ") if isinstance(value, str) else ""

    return Traces(
        producer=text(ExifTags.Base.Software),
        creator=" ".join(filter(None, (text(ExifTags.Base.Make), text(ExifTags.Base.Model)))),
        modified=text(ExifTags.Base.DateTime),
    )
