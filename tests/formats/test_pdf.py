from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from docint.errors import UnreadableError
from docint.formats.pdf import format as form

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def made(draw: Any, **options: Any) -> bytes:
    held = BytesIO()
    canvas = Canvas(held, pagesize=(595, 842), **options)
    draw(canvas)
    canvas.save()
    return held.getvalue()


def text(canvas: Canvas, words: str = "Total 1,234.56 CNY", x: float = 72, y: float = 742) -> None:
    canvas.setFont("Helvetica", 12)
    canvas.drawString(x, y, words)


def test_words_have_boxes_in_points_from_the_top() -> None:
    page = form.open(made(text)).sheets[0].printed()
    assert page is not None
    (line,) = page.lines
    assert line.text == "Total 1,234.56 CNY"
    assert [word.text for word in line.words] == ["Total", "1,234.56", "CNY"]
    assert line.box is not None
    assert line.box.x0 == pytest.approx(72, abs=1)
    assert line.box.bottom == pytest.approx(842 - 742, abs=4)


def test_chinese_text_is_read_in_rows() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(72, 700, "住所：深圳市福田区")
        canvas.drawString(72, 740, "名称：某某有限公司")

    page = form.open(made(draw)).sheets[0].printed()
    assert page is not None
    assert page.text.split("\n") == ["名称：某某有限公司", "住所：深圳市福田区"]


def test_a_rotated_page_has_upright_measures_and_boxes() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        text(canvas, x=72, y=-100)

    document = pdfium.PdfDocument(made(draw))
    document[0].set_rotation(90)
    held = BytesIO()
    document.save(held)
    (sheet,) = form.open(held.getvalue()).sheets
    page = sheet.printed()
    image = sheet.image(72)
    assert page is not None
    assert image is not None
    assert sheet.size == (842, 595)
    assert image.shape[:2] == (595, 842)
    box = page.lines[0].box
    assert box is not None
    assert box.width > box.height
    ink = image[int(box.top) - 1 : int(box.bottom) + 2, int(box.x0) : int(box.x1)]
    assert ink.min() < 100


def test_the_picture_has_the_asked_resolution_and_is_rgb() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, 595, 842, fill=1)

    image = form.open(made(draw)).sheets[0].image(144)
    assert image is not None
    assert image.shape == (1684, 1190, 3)
    assert image[800, 600].tolist() == [255, 0, 0]


def test_a_poster_is_drawn_coarser_not_larger() -> None:
    held = BytesIO()
    canvas = Canvas(held, pagesize=(8000, 8000))
    canvas.drawString(10, 10, "x")
    canvas.save()
    image = form.open(held.getvalue()).sheets[0].image(300)
    assert image is not None
    assert image.shape[0] * image.shape[1] <= 41_000_000


def test_a_hidden_layer_over_a_scan_is_remarked() -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (420, 297, 3), np.uint8))

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(noise), 0, 0, 595, 842)
        hidden = canvas.beginText(72, 700)
        hidden.setTextRenderMode(3)
        hidden.setFont("Helvetica", 12)
        hidden.textLine("hidden words of a scanner")
        canvas.drawText(hidden)

    page = form.open(made(draw)).sheets[0].printed()
    assert page is not None
    assert page.notes == ("text-invisible", "image-covers-page")


def test_a_page_without_text_states_nothing() -> None:
    assert form.open(made(lambda canvas: canvas.rect(9, 9, 50, 50))).sheets[0].printed() is None


def test_filled_in_fields_are_text() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, "Name:")
        canvas.acroForm.textfield(name="n", value="Zhang San", x=150, y=735, width=200, height=20)

    page = form.open(made(draw)).sheets[0].printed()
    assert page is not None
    assert "Zhang San" in page.text


def test_a_locked_file_is_refused_with_what_to_do() -> None:
    content = made(text, encrypt=StandardEncryption("secret", canPrint=1))
    with pytest.raises(UnreadableError, match="文件设有打开密码，请去除密码后重新提交"):
        form.open(content)


def test_a_file_locked_against_printing_only_is_read() -> None:
    content = made(text, encrypt=StandardEncryption("", ownerPassword="o", canPrint=0))
    page = form.open(content).sheets[0].printed()
    assert page is not None
    assert "1,234.56" in page.text


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(UnreadableError, match="损坏"):
        form.open(b"%PDF-1.7\n" + b"\0" * 200)


def test_the_file_tells_who_made_it_and_how_often_it_was_saved() -> None:
    content = made(text)
    again = content + content[content.rindex(b"startxref") :]
    assert form.open(content).traces.revisions == 1
    assert form.open(again).traces.revisions == 2
    assert "ReportLab" in form.open(content).traces.producer


def test_a_linearised_file_was_saved_once() -> None:
    content = made(text)
    linear = content.replace(b"%PDF-1.3", b"%PDF-1.3\nstartxref\n0\n%%EOF", 1)
    assert form.open(linear).traces.revisions == 1


def test_a_document_can_be_closed() -> None:
    opened = form.open(made(text))
    opened.close()
    assert len(opened.sheets) == 1
