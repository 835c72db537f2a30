from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import pytest
from PIL import Image

from docint.errors import UnreadableError
from docint.formats.image import format as form


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    held = BytesIO()
    image.save(held, kind, **options)
    return held.getvalue()


def drawn(mode: str = "RGB", size: tuple[int, int] = (200, 300)) -> Image.Image:
    image = Image.new("RGB", size, "white")
    image.paste((255, 0, 0), (0, 0, 100, 50))
    return image.convert(mode)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "BMP", "WEBP"])
def test_every_promised_format_is_recognised_and_opened(kind: str) -> None:
    content = saved(drawn(), kind)
    assert form.recognises(content[:512])
    (sheet,) = form.open(content).sheets
    assert sheet.number == 1
    assert sheet.printed() is None
    pixels = sheet.image(300)
    assert pixels is not None
    assert pixels.shape == (300, 200, 3)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("CMYK", "JPEG"), ("P", "PNG"), ("L", "PNG"), ("1", "TIFF"), ("RGBA", "PNG"), ("LA", "PNG")],
)
def test_every_color_space_becomes_rgb(mode: str, kind: str) -> None:
    image = Image.new("L", (200, 300), 255).convert(mode)
    pixels = form.open(saved(image, kind)).sheets[0].image(300)
    assert pixels is not None
    assert pixels.shape[2] == 3
    assert pixels.min() > 240


def test_sixteen_bit_grey_keeps_its_range() -> None:
    image = Image.fromarray(np.linspace(0, 65535, 200 * 300).reshape(300, 200).astype(np.uint16))
    pixels = form.open(saved(image, "PNG")).sheets[0].image(300)
    assert pixels is not None
    assert pixels.min() == 0
    assert pixels.max() == 255


def test_what_is_transparent_is_paper() -> None:
    image = Image.new("RGBA", (200, 300), (0, 0, 0, 0))
    pixels = form.open(saved(image, "PNG")).sheets[0].image(300)
    assert pixels is not None
    assert pixels.min() == 255


def test_exif_orientation_is_obeyed() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    (sheet,) = form.open(saved(drawn(), "JPEG", exif=exif)).sheets
    pixels = sheet.image(300)
    assert pixels is not None
    assert pixels.shape[:2] == (200, 300)
    assert tuple(pixels[10, 290] > 128) == (True, False, False)


def test_all_pages_of_a_tiff_are_sheets() -> None:
    pages = [drawn(size=(200 + n, 300)) for n in range(3)]
    content = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert [sheet.number for sheet in form.open(content).sheets] == [1, 2, 3]


def test_only_the_first_frame_of_an_animation_is_a_page() -> None:
    content = saved(drawn(), "PNG", save_all=True, append_images=[drawn(size=(200, 300))])
    assert len(form.open(content).sheets) == 1


def test_the_size_in_points_follows_a_sane_resolution() -> None:
    (sheet,) = form.open(saved(drawn(size=(1654, 2339)), "PNG", dpi=(200, 200))).sheets
    assert sheet.size == pytest.approx((595, 842), abs=1)


@pytest.mark.parametrize("dpi", [1, 5000])
def test_an_absurd_resolution_is_not_believed(dpi: int) -> None:
    (sheet,) = form.open(saved(drawn(size=(1000, 1414)), "PNG", dpi=(dpi, dpi))).sheets
    assert sheet.size[0] == pytest.approx(595)


def test_a_fine_scan_is_scaled_to_the_asked_resolution() -> None:
    (sheet,) = form.open(saved(drawn(size=(2480, 3508)), "PNG", dpi=(300, 300))).sheets
    pixels = sheet.image(100)
    assert pixels is not None
    assert pixels.shape[1] == pytest.approx(827, abs=1)


def test_a_truncated_file_is_refused() -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (300, 200, 3), np.uint8))
    content = saved(noise, "JPEG")
    with pytest.raises(UnreadableError, match="不完整"):
        form.open(content[: len(content) // 2])


def test_a_decompression_bomb_is_refused_by_its_size() -> None:
    content = saved(Image.new("1", (12_000, 9_000)), "TIFF", compression="group4")
    with pytest.raises(UnreadableError, match="100百万像素"):
        form.open(content)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UnreadableError):
        form.open(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
