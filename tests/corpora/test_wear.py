from random import Random

import numpy as np
import pytest

from corpora import wear
from corpora.wear import Picture


def _sheet(level: int = 255) -> Picture:
    return np.full((2339, 1654, 3), level, np.uint8)


def test_a_fold_marks_its_row_and_cracks_the_print_in_it() -> None:
    sheet = _sheet()
    wear.fold(sheet, 1000, 200, wear.generator(Random(1)))
    assert sheet[:900].min() == 255
    assert sheet[1100:].min() == 255
    assert sheet[980:1020].min() < 245
    printed = _sheet()
    printed[990:1010, ::2] = 0
    before = printed[990:1010, ::2].max()
    wear.fold(printed, 1000, 200, wear.generator(Random(1)))
    assert printed[990:1010, ::2].max() > before


def test_punch_holes_are_eighty_millimetres_apart_at_the_left_edge() -> None:
    sheet = _sheet(200)
    wear.punch(sheet, 200, Random(2))
    rows, columns = np.nonzero((sheet != 200).any(axis=2))
    assert columns.max() / 200 * 25.4 < 15
    assert np.ptp(rows) / 200 * 25.4 == pytest.approx(85.5, abs=1)


@pytest.mark.parametrize("seed", range(6))
def test_a_staple_or_its_pricks_stay_in_the_upper_left_corner(seed: int) -> None:
    sheet = _sheet()
    wear.staple(sheet, 200, Random(seed))
    rows, columns = np.nonzero((sheet < 230).any(axis=2))
    assert rows.size > 0
    assert max(rows.max(), columns.max()) / 200 * 25.4 < 25


def test_dust_is_as_dense_as_asked() -> None:
    def dirty(density: float) -> int:
        sheet = _sheet()
        wear.dust(sheet, 200, wear.generator(Random(3)), density)
        return int((sheet < 255).any(axis=2).sum())

    assert dirty(0) == 0
    assert dirty(2) > 2 * dirty(0.5) > 0


def test_print_of_the_other_side_is_mirrored_and_faint() -> None:
    sheet = _sheet()
    sheet[1000:1100, 100:300] = 0
    seen = wear.other_side(sheet, Random(4), (0.1, 0.1))
    changed = (seen < sheet).all(axis=2)
    assert seen[changed].min() > 215
    columns = np.nonzero(changed)[1]
    # Mirrored about the middle, give or take the shift of a sheet.
    assert columns.min() == pytest.approx(1654 - 300, abs=40)
    assert columns.max() == pytest.approx(1654 - 100, abs=40)
    assert np.array_equal(wear.other_side(sheet, Random(4), (0.0, 0.0)), sheet)


def test_neither_black_nor_white_is_left_after_levelling() -> None:
    sheet = _sheet()
    sheet[:1000] = 0
    seen = wear.level(sheet, Random(5), (40, 40), (230, 230))
    assert 30 < seen[0, 0].min() <= seen[0, 0].max() < 60
    assert 200 < seen[-1, -1].min() <= seen[-1, -1].max() <= 230


def test_toner_frays_edges_by_less_than_a_pixel_and_leaves_paper_alone() -> None:
    sheet = _sheet()
    sheet[1000:1100, 400:1200] = 0
    seen = wear.toner(sheet, 200, wear.generator(Random(6)))
    changed = (seen != sheet).any(axis=2)
    assert changed[999:1101, 399:1201].sum() == changed.sum() > 0
    assert len(np.unique(seen[1000, 400:1200])) > 1
    assert seen[1010:1090, 410:1190].mean() < 10


def test_a_tile_covers_any_size_without_a_visible_period() -> None:
    rng = wear.generator(Random(7))
    tile = rng.integers(0, 255, (64, 64, 3)).astype(np.uint8)
    cover = wear.spread(tile, (200, 150), rng)
    assert cover.shape == (200, 150, 3)
    assert not np.array_equal(cover[:64, :64], cover[64:128, :64])


def test_clouds_are_smooth_at_their_scale() -> None:
    field = wear.cloud(wear.generator(Random(8)), 300, 200, 50)
    assert field.shape == (300, 200)
    assert float(np.abs(np.diff(field, axis=1)).max()) < 0.15
    assert float(field.std()) > 0.2
