import io
from dataclasses import replace
from random import Random

import cv2
import numpy as np
import pytest
from PIL import Image

from corpora import scan
from corpora.press import Box
from corpora.scan import Quality, Scanned
from corpora.wear import Picture

MARKS: tuple[Box, ...] = (
    (0.15, 0.1, 0.19, 0.13),
    (0.8, 0.12, 0.85, 0.15),
    (0.48, 0.46, 0.53, 0.485),
    (0.14, 0.84, 0.2, 0.87),
    (0.78, 0.8, 0.83, 0.84),
)
EVERY = pytest.mark.parametrize("quality", scan.QUALITIES.values(), ids=scan.QUALITIES)


def _page(width: int = 1240, height: int = 1754) -> Picture:
    page = np.full((height, width, 3), 255, np.uint8)
    for left, top, right, bottom in MARKS:
        rows, columns = _slices((left, top, right, bottom), page)
        page[rows, columns] = 0
    return page


def _slices(box: Box, image: Picture, margin: float = 0.0) -> tuple[slice, slice]:
    height, width = image.shape[:2]
    return (
        slice(round((box[1] - margin) * height), round((box[3] + margin) * height)),
        slice(round((box[0] - margin) * width), round((box[2] + margin) * width)),
    )


def _scan(quality: Quality, seed: int = 1, page: Picture | None = None) -> Scanned:
    return scan.scan(_page() if page is None else page, Random(seed), quality)


def _found(image: Picture, near: Box) -> Box:
    """Bounding box of what is dark in and around a place."""
    rows, columns = _slices(near, image, 0.02)
    part = cv2.cvtColor(image[rows, columns], cv2.COLOR_RGB2GRAY).astype(np.float32)
    limit = (np.percentile(part, 2) + np.percentile(part, 60)) / 2
    dark = cv2.morphologyEx((part < limit).astype(np.uint8), cv2.MORPH_OPEN, np.ones((9, 9)))
    y, x = np.nonzero(dark)
    height, width = image.shape[:2]
    return (
        (columns.start + x.min()) / width,
        (rows.start + y.min()) / height,
        (columns.start + x.max() + 1) / width,
        (rows.start + y.max() + 1) / height,
    )


@EVERY
def test_one_seed_gives_one_picture_and_another_seed_another(quality: Quality) -> None:
    first, again = _scan(quality, 7), _scan(quality, 7)
    assert np.array_equal(first.image, again.image)
    assert np.array_equal(first.matrix, again.matrix)
    if not quality.rendered:
        other = _scan(quality, 8)
        assert other.image.shape != first.image.shape or (other.image != first.image).any()


@EVERY
def test_the_clean_page_is_left_alone(quality: Quality) -> None:
    page = _page()
    before = page.copy()
    _scan(quality, 3, page)
    assert np.array_equal(page, before)


@EVERY
@pytest.mark.parametrize("seed", [1, 2])
def test_boxes_carried_along_lie_on_what_they_name(quality: Quality, seed: int) -> None:
    seen = _scan(quality, seed)
    for mark in MARKS:
        told = scan.carry(mark, seen.matrix)
        # Two thousandths of the page: two and a half pixels here.
        assert _found(seen.image, told) == pytest.approx(told, abs=0.002)


def test_ragged_print_of_finer_pages_stays_in_its_place() -> None:
    page = _page(1654, 2339)
    seen = _scan(replace(scan.OFFICE, dpi=(200,)), 6, page)
    told = scan.carry(MARKS[0], seen.matrix)
    assert _found(seen.image, told) == pytest.approx(told, abs=0.0015)


def test_a_page_across_is_photographed_across() -> None:
    seen = _scan(scan.PHOTO, 4, _page(1754, 1240))
    assert seen.image.shape[1] > seen.image.shape[0]
    told = scan.carry(MARKS[1], seen.matrix)
    assert _found(seen.image, told) == pytest.approx(told, abs=0.002)


@pytest.mark.parametrize("seed", range(4))
def test_the_whole_page_is_in_the_photograph(seed: int) -> None:
    left, top, right, bottom = scan.carry((0, 0, 1, 1), _scan(scan.PHOTO, seed).matrix)
    assert min(left, top) > 0
    assert max(right, bottom) < 1


def test_an_electronic_rendering_is_only_made_smaller() -> None:
    page = _page(2480, 3508)
    seen = _scan(replace(scan.CLEAN, dpi=(200,)), page=page)
    assert seen.dpi == 200
    assert seen.image.shape == (2339, 1654, 3)
    assert np.array_equal(seen.matrix, np.eye(3))


def test_a_page_is_never_enlarged() -> None:
    seen = _scan(replace(scan.OFFICE, dpi=(300,)))
    assert seen.dpi == 150
    assert seen.image.shape == (1754, 1240, 3)


def test_print_on_a_poor_copy_is_pale_and_the_paper_dirty() -> None:
    office, poor = (_scan(replace(q, grey=0.0)) for q in (scan.OFFICE, scan.POOR))
    blank = (0.3, 0.3, 0.4, 0.35)

    def part(seen: Scanned, place: Box) -> Picture:
        inside = _slices(scan.carry(place, seen.matrix), seen.image, -0.005)
        return seen.image[inside]

    assert part(poor, MARKS[2]).mean() > part(office, MARKS[2]).mean() + 10
    assert part(poor, blank).mean() < part(office, blank).mean() - 5
    assert part(poor, blank).std() > 2 * part(office, blank).std()


def test_an_app_turns_most_of_the_paper_white() -> None:
    page = replace(scan.APP, grey=0.0)
    bright = np.median(_scan(page).image)
    assert bright > np.median(_scan(replace(page, whitened=False)).image)
    assert bright >= 244


def test_a_grey_copy_has_lost_its_colours() -> None:
    page = _page()
    page[200:400, 600:900] = (220, 30, 40)
    seen = _scan(replace(scan.POOR, grey=1.0, bilevel=0.0), page=page)
    assert seen.grey
    assert not seen.bilevel
    assert (seen.image[..., 0] == seen.image[..., 2]).all()
    assert len(np.unique(seen.image)) > 50


def test_a_bilevel_copy_has_black_and_white_only_and_keeps_the_print() -> None:
    seen = _scan(replace(scan.POOR, grey=1.0, bilevel=1.0))
    assert seen.bilevel
    assert set(np.unique(seen.image)) == {0, 255}
    told = scan.carry(MARKS[2], seen.matrix)
    assert seen.image[_slices(told, seen.image, -0.004)].mean() < 30
    assert seen.image.mean() > 225


def test_a_file_carries_its_resolution_and_its_number_of_colours() -> None:
    colour = _scan(replace(scan.OFFICE, grey=0.0))
    opened = Image.open(io.BytesIO(scan.encode(colour)))
    assert (opened.format, opened.mode) == ("JPEG", "RGB")
    assert opened.info["dpi"] == (colour.dpi, colour.dpi)
    grey = Image.open(io.BytesIO(scan.encode(replace(colour, grey=True))))
    assert (grey.format, grey.mode) == ("JPEG", "L")
    copied = _scan(replace(scan.POOR, grey=1.0, bilevel=1.0))
    lines = Image.open(io.BytesIO(scan.encode(copied)))
    assert (lines.format, lines.mode) == ("PNG", "1")
    assert np.array_equal(np.asarray(lines.convert("L")), copied.image[..., 0])


def test_boxes_are_cut_at_the_edge_of_the_page() -> None:
    aside = np.array([[1, 0, 0.2], [0, 1, -0.3], [0, 0, 1]])
    assert scan.carry((0.7, 0.1, 0.9, 0.5), aside) == pytest.approx((0.9, 0.0, 1.0, 0.2))


def test_pages_turn_clockwise_by_quarters() -> None:
    page = _page(40, 60)
    page[0, 0] = (1, 2, 3)
    assert tuple(scan.turn(page, 90)[0, -1]) == (1, 2, 3)
    assert tuple(scan.turn(page, 180)[-1, -1]) == (1, 2, 3)
    assert tuple(scan.turn(page, 270)[-1, 0]) == (1, 2, 3)
    assert np.array_equal(scan.turn(scan.turn(page, 90), -90), page)
    with pytest.raises(ValueError, match="by quarters, not by 45 degrees"):
        scan.turn(page, 45)
