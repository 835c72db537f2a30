"""Whole bundles: one seed, one truth; facts lie in their boxes, seals where the gold says."""

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from corpora.bundle import Wish, write

pytestmark = pytest.mark.browser
Gold = dict[str, Any]


@pytest.fixture(scope="module", params=["main", "held-out"])
def text(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Gold]:
    return _made(tmp_path_factory.mktemp("text"), Wish(41, "text", request.param))


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Gold]:
    return _made(tmp_path_factory.mktemp("scanned"), Wish(42, "office", plant=("age_mismatch",)))


def _made(folder: Path, wish: Wish) -> tuple[Path, Gold]:
    write(folder / "b", wish)
    return folder / "b", json.loads((folder / "b" / "gold.json").read_text("utf-8"))


def _leaves(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict) and {"value", "text"} <= set(tree):
        yield tree
    elif isinstance(tree, dict | list):
        for branch in tree.values() if isinstance(tree, dict) else tree:
            yield from _leaves(branch)


def _content(folder: Path, file: str) -> bytes:
    name, _, member = file.partition(".zip/")
    if not member:
        return (folder / "bundle" / file).read_bytes()
    with zipfile.ZipFile(folder / "bundle" / f"{name}.zip", metadata_encoding="gb18030") as archive:
        return archive.read(member)


def _bare(text: str) -> str:
    # Fonts of Kangxi radicals come back as compatibility characters.
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_one_seed_gives_one_truth_to_the_byte(text: tuple[Path, Gold], tmp_path: Path) -> None:
    folder, gold = text
    write(tmp_path / "again", Wish(41, "text", gold["layouts"]))
    assert (tmp_path / "again" / "gold.json").read_bytes() == (folder / "gold.json").read_bytes()


def test_every_fact_of_a_text_layer_stands_in_its_box(text: tuple[Path, Gold]) -> None:
    folder, gold = text
    checked = 0
    for entry in (e for e in gold["documents"] if e["origin"] == "text"):
        drawn = [seal["box"] for seal in entry["seals"]]  # an authority may stand in its seal only
        whole = pdfium.PdfDocument(_content(folder, entry["parts"][0]["file"]))
        for leaf in _leaves(entry["facts"]):
            if leaf["box"] and leaf["box"] not in drawn and not _is_code(leaf):
                # A wrapped fact shares its box with neighbours: its signs must all be there.
                found = _bare(_within(whole[leaf["page"] - 1], leaf["box"]))
                assert set(_bare(leaf["text"])) <= set(found), (entry["parts"], leaf)
                checked += 1
    assert checked > 150


def _is_code(leaf: dict[str, Any]) -> bool:
    return str(leaf["text"]).startswith(("http", "名称:"))


def _within(page: pdfium.PdfPage, box: list[float]) -> str:
    width, height = page.get_size()
    left, top, right, bottom = box
    edges = (left * width - 1, (1 - bottom) * height - 1, right * width + 1, (1 - top) * height + 1)
    return str(page.get_textpage().get_text_bounded(*edges))


def test_every_file_and_page_of_the_gold_is_there(scanned: tuple[Path, Gold]) -> None:
    folder, gold = scanned
    seen: dict[str, set[int]] = {}
    for entry in gold["documents"]:
        for part in entry["parts"]:
            assert not seen.setdefault(part["file"], set()) & set(part["pages"])
            seen[part["file"]] |= set(part["pages"])
    for file, pages in seen.items():
        content = _content(folder, file)
        if file.endswith(".pdf"):
            assert pages == set(range(1, len(pdfium.PdfDocument(content)) + 1))
        elif not file.endswith((".docx", ".json")):
            frames = getattr(Image.open(io.BytesIO(content)), "n_frames", 1)
            assert pages == set(range(1, frames + 1))
    there = {str(p.relative_to(folder / "bundle")) for p in (folder / "bundle").rglob("*.*")}
    assert {
        file.partition(".zip/")[0] + (".zip" if ".zip/" in file else "") for file in seen
    } == there


def test_red_seals_lie_in_their_boxes(scanned: tuple[Path, Gold]) -> None:
    folder, gold = scanned
    turned = {(page["file"], page["page"]): page["turned"] for page in gold["pages"]}
    checked = 0
    for entry in (e for e in gold["documents"] if e["origin"] == "scan"):
        for seal in (s for s in entry["seals"] if s["color"] == "red"):
            file = seal.get("file", entry["parts"][0]["file"])
            page = _upright(_content(folder, file), file, seal["page"], turned[file, seal["page"]])
            height, width = page.shape[:2]
            left, top, right, bottom = seal["box"]
            part = page[
                round(top * height) : round(bottom * height),
                round(left * width) : round(right * width),
            ]
            red = part[..., 0].astype(int) - part[..., 1:].max(axis=2)
            assert (red > 25).mean() > 0.03, (file, seal)
            checked += 1
    assert checked > 10


def _upright(content: bytes, file: str, number: int, turned: int) -> Any:
    if file.endswith(".pdf"):
        image = pdfium.PdfDocument(content)[number - 1].render(scale=1.5).to_pil()
    else:
        image = Image.open(io.BytesIO(content))
        image.seek(number - 1)
    return np.rot90(np.asarray(image.convert("RGB")), k=turned // 90)


def test_what_the_form_says_is_declared(scanned: tuple[Path, Gold]) -> None:
    _, gold = scanned
    assert gold["planted"][0]["code"] == "age-mismatch"
    chief = gold["declared"]["chief_engineer"]
    card = next(e for e in gold["documents"] if e["type"] == "id-card")["facts"]
    assert chief["id_number"] == card["id_number"]["value"]
    assert chief["birth_date"] != card["birth_date"]["value"]
    assert set(gold["declared"]["lead"]["district"]) == {"code", "name"}
