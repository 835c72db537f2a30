from random import Random

import numpy as np
import pytest

from corpora import scan, seal
from corpora.wear import Picture

NAME = "深圳市福田区某某科技有限公司"


def _blank() -> Picture:
    return np.full((1169, 827, 3), 255, np.uint8)


def _ink(drawn: seal.Ink, rows: slice, columns: slice) -> float:
    """Share of ink in a part given in hundredths of the picture."""
    height, width = drawn.shape[:2]
    part = drawn[
        rows.start * height // 100 : rows.stop * height // 100,
        columns.start * width // 100 : columns.stop * width // 100,
        3,
    ]
    return float(part.mean() / 255)


@pytest.mark.parametrize(
    "draw",
    [seal.round_seal, seal.oval, seal.square_name_seal, seal.signature],
    ids=["round", "oval", "square", "signature"],
)
def test_one_seed_gives_one_impression_and_another_seed_another(draw) -> None:  # type: ignore[no-untyped-def]
    first, again, other = (draw("张小明", Random(seed)) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert first.shape != other.shape or (first != other).any()
    assert first.dtype == np.uint8
    assert first.shape[2] == 4


def test_a_round_seal_has_its_ring_name_star_and_number() -> None:
    drawn = seal.round_seal(NAME, Random(3), diameter=300)
    rows, columns = np.nonzero(drawn[..., 3] > 60)
    assert np.ptp(rows) == pytest.approx(300, abs=8)
    assert np.ptp(columns) == pytest.approx(300, abs=8)
    middle = slice(48, 52)
    assert _ink(drawn, middle, middle) > 0.5
    below = (slice(84, 91), slice(38, 62))
    unnumbered = seal.round_seal(NAME, Random(3), diameter=300, number="")
    assert _ink(drawn, *below) > 3 * _ink(unnumbered, *below)
    # Between star and name there is nothing.
    assert _ink(drawn, slice(47, 53), slice(29, 32)) < 0.02


def test_a_seal_without_star_and_with_a_line_says_its_use() -> None:
    use = (slice(64, 70), slice(35, 65))
    plain = seal.round_seal(NAME, Random(3), starred=False)
    lined = seal.round_seal(NAME, Random(3), starred=False, line="合同专用章")
    assert _ink(plain, *use) == 0
    assert _ink(lined, *use) > 0.05


@pytest.mark.parametrize(("color", "strongest"), [("red", 0), ("blue", 2)])
def test_ink_has_the_colour_asked_for(color: str, strongest: int) -> None:
    drawn = seal.round_seal(NAME, Random(4), color=color)
    assert drawn[..., :3].reshape(-1, 3).mean(axis=0).argmax() == strongest


def test_ink_is_uneven_unless_the_seal_is_electronic() -> None:
    def shades(worn: bool) -> int:
        drawn = seal.round_seal(NAME, Random(5), worn=worn)[..., 3]
        height, width = drawn.shape
        star = drawn[height * 48 // 100 : height * 52 // 100, width * 48 // 100 : width * 52 // 100]
        return len(np.unique(star))

    assert shades(worn=True) > 20
    assert shades(worn=False) == 1


def test_long_names_leave_the_middle_and_the_number_free() -> None:
    long = seal.round_seal("粤港澳大湾区先进材料与智能制造创新联合体有限公司", Random(6), number="")
    assert _ink(long, slice(47, 53), slice(30, 34)) < 0.05
    assert _ink(long, slice(80, 90), slice(42, 58)) == 0


@pytest.mark.parametrize("name", ["王芳", "张小明", "欧阳志远"])
def test_a_name_seal_has_four_characters(name: str) -> None:
    drawn = seal.square_name_seal(name, Random(7))
    quarters = [
        _ink(drawn, rows, columns)
        for rows in (slice(20, 45), slice(55, 80))
        for columns in (slice(20, 45), slice(55, 80))
    ]
    assert min(quarters) > 0.15


def test_print_under_a_stamp_stays_dark_and_the_page_itself_is_kept() -> None:
    page = _blank()
    page[400:600, 300:310] = 20
    before = page.copy()
    stamped = seal.stamp(
        page, seal.round_seal(NAME, Random(8), diameter=300), (400, 500), Random(9)
    )
    assert np.array_equal(page, before)
    assert (stamped <= page).all()
    assert stamped[400:600, 300:310].max() <= 20
    red = (stamped[..., 0].astype(int) - stamped[..., 1]) > 60
    assert red.sum() > 5000


def test_a_pasted_seal_hides_what_lies_beneath() -> None:
    page = np.zeros((600, 600, 3), np.uint8)
    ink = seal.round_seal(NAME, Random(8), diameter=300, worn=False)
    assert seal.stamp(page, ink, (300, 300), Random(1)).max() == 0
    assert seal.paste(page, ink, (300, 300))[300, 300, 0] > 150


@pytest.mark.parametrize("centre", [(0, 500), (827, 20), (400, 1169), (-400, -400), (5000, 10)])
def test_what_falls_off_the_page_is_lost(centre: tuple[int, int]) -> None:
    ink = seal.round_seal(NAME, Random(8), diameter=300)
    whole = seal.stamp(_blank(), ink, (400, 500), Random(1))
    partly = seal.stamp(_blank(), ink, centre, Random(1))
    assert partly.shape == whole.shape
    assert (partly < 255).sum() < (whole < 255).sum()


def test_the_box_of_a_seal_holds_all_its_ink_and_goes_with_the_page() -> None:
    page, centre = _blank(), (500.0, 800.0)
    ink = seal.round_seal(NAME, Random(10), diameter=200)
    truth = seal.sealed(NAME, ink, centre, page, number=3)
    rows, columns = np.nonzero(seal.stamp(page, ink, centre, Random(1))[..., 1] < 200)
    drawn = (
        columns.min() / 827,
        rows.min() / 1169,
        (columns.max() + 1) / 827,
        (rows.max() + 1) / 1169,
    )
    assert truth.box == pytest.approx(drawn, abs=0.004)
    assert truth.gold()["page"] == 3
    assert truth.gold()["text"] == NAME
    matrix = np.array([[0.5, 0, 0.1], [0, 0.5, 0.2], [0, 0, 1]])
    copied = truth.carried(matrix, grey=True)
    assert copied.color == "grey"
    assert copied.box == scan.carry(truth.box, matrix)
    assert truth.carried(matrix).color == "red"


def test_a_seal_across_the_edge_has_a_box_on_the_page() -> None:
    ink = seal.round_seal(NAME, Random(10), diameter=200)
    box = seal.sealed(NAME, ink, (827, 500), _blank()).box
    assert box[2] == 1.0
    assert box[2] - box[0] == pytest.approx(100 / 827, abs=0.02)


def test_a_signature_is_a_thin_dark_line_as_long_as_the_name() -> None:
    def extent(name: str) -> int:
        columns = np.nonzero(seal.signature(name, Random(11), height=120)[..., 3] > 80)[1]
        return int(np.ptp(columns))

    assert extent("欧阳志远") > 1.4 * extent("王芳")
    drawn = seal.signature("陈晓东", Random(12))
    assert 0.01 < (drawn[..., 3] > 80).mean() < 0.2
    assert drawn[..., :3].max() < 140
