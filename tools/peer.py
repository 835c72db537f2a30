"""docint beside plain readers, on the same scanned pages and against the same truth.

    python tools/peer.py CORPUS

Critical strings (codes, ID numbers, amounts, dates, names) are those the corpus's gold lists for a
page; one counts as shown if it stands anywhere in the page's text, blanks and punctuation aside.

Facts are those of papers with labels (certificates, contracts, credit reports …). The peers take
what a regular expression finds: a label of docint's own lists, then the rest of its line or the
line below, parsed by docint's own parsers; and they are told what each paper is and which pages
it has, which docint has to find out.

RapidOCR runs with its own defaults on OpenVINO, Tesseract with ``chi_sim``, both on the stored
page turned upright for them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytesseract
from rapidocr import EngineType, RapidOCR

from docint import shelf
from docint.contracts import Kind
from docint.evaluate.compare import compare, leaves, paired
from docint.evaluate.shares import Share
from docint.extract.parsers import parser_of
from docint.readers import Readers
from docint.screen import extracted, kinds, taken
from docint.settings import settings
from docint.types.reading import Reading
from docint.types.source import Bundle
from docint.values.text import bare

PageKey = tuple[str, int]
TYPES = (
    "business-license", "institution-certificate", "social-organization-certificate",
    "credit-report", "labor-contract", "social-insurance-record", "id-card",
    "title-certificate", "qualification-certificate",
)  # fmt: skip


@dataclass
class Tally:
    """What one reader showed, and which facts it gave."""

    shown: Share = field(default_factory=Share)
    given: Share = field(default_factory=Share)
    """Right ones among the facts it gave."""
    right: Share = field(default_factory=Share)
    """Right ones among the facts there are."""
    missed: set[tuple[str, PageKey, str]] = field(default_factory=set)


def rapidocr() -> Callable[[Any], str]:
    """RapidOCR with its own defaults, on the backend docint uses."""
    kinds_of = ("Det", "Cls", "Rec")
    engine = RapidOCR(
        params={"Global.log_level": "critical"}
        | {f"{part}.engine_type": EngineType.OPENVINO for part in kinds_of}
    )
    return lambda image: "\n".join(engine(image[:, :, ::-1]).txts or ())


def tesseract() -> Callable[[Any], str]:
    """Tesseract with its own defaults and the data docint uses."""
    return lambda image: str(pytesseract.image_to_string(image, lang="chi_sim"))


def upright(
    bundle: Bundle, readings: Mapping[str, Reading], page: Mapping[str, Any], dpi: int
) -> Any:
    """The image of a page of the gold, as it is stored but upright; None if it was refused."""
    source = next((s for s in bundle.sources if s.path == page["file"]), None)
    if source is None or source.sha256 not in readings:
        return None
    form = readings[source.sha256].format
    opened = shelf.unit("formats", form, "format").open(source.content.read_bytes())
    image = opened.sheets[page["page"] - 1].image(dpi)
    opened.close()
    return np.ascontiguousarray(np.rot90(image, page["turned"] // 90))


def by_expression(kind: Kind, text: str) -> dict[str, Any]:
    """What labels and the text behind or under them give: the peers' extraction."""
    found: dict[str, Any] = {}
    text = re.sub(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])", "", text)  # as Tesseract spaces it
    for one in kind.fields:
        labels = "|".join(map(re.escape, sorted(one.labels, key=len, reverse=True)))
        for match in re.finditer(rf"(?:{labels})[ \t]*[:：]?\s*(\S[^\n]*)", text) if labels else ():
            with suppress(ValueError):
                found.setdefault(one.name, {"value": parser_of(one)(match[1].strip())})
    return found


def texts_of(
    bundle: Bundle, readings: Mapping[str, Reading], gold: Mapping[str, Any], dpi: int,
    readers: Mapping[str, Callable[[Any], str]],
) -> dict[str, dict[PageKey, str]]:  # fmt: skip
    """By reader, the text of each scanned page."""
    texts: dict[str, dict[PageKey, str]] = defaultdict(dict)
    for page in gold["pages"]:
        image = upright(bundle, readings, page, dpi) if page["origin"] == "scan" else None
        if image is None:
            continue
        key = (page["file"], page["page"])
        source = next(s for s in bundle.sources if s.path == page["file"])
        texts["docint"][key] = readings[source.sha256].page(page["page"]).text
        for name, read in readers.items():
            texts[name][key] = read(image)
    return texts


def strings(
    tally: Tally, folder: str, gold: Mapping[str, Any], texts: Mapping[PageKey, str]
) -> None:
    """Count the critical strings a reader shows."""
    for page in gold["pages"]:
        key = (page["file"], page["page"])
        if key in texts:
            text = bare(texts[key])
            for one in map(bare, page["critical"]):
                tally.shown += Share(int(one in text), 1)
                if one not in text:
                    tally.missed.add((folder, key, one))


def facts(tally: Tally, truth: Mapping[str, Any], given: Mapping[str, Any]) -> None:
    """Count the facts of one paper; lists and derived values are left out."""
    asked = {name: leaf for name, leaf in truth.items() if "value" in leaf}
    mine = {name: leaf for name, leaf in given.items() if name in asked}
    for _, gold, found, fits in compare(dict(leaves(asked)), dict(leaves(mine))):
        tally.right += Share(int(fits), int(gold is not None))
        tally.given += Share(int(fits), int(found is not None))


def papers(
    gold: Mapping[str, Any], report: Mapping[str, Any], texts: Mapping[str, Mapping[PageKey, str]]
) -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Of each scanned paper with labels: reader, the facts there are, the facts it gives."""
    known = kinds()
    for truth, found in paired(gold["documents"], report["documents"]):
        kind = known.get(truth["type"])
        if truth["type"] not in TYPES or truth["origin"] != "scan" or kind is None:
            continue
        labelled = {one.name for one in kind.fields if one.labels}
        asked = {name: leaf for name, leaf in truth["facts"].items() if name in labelled}
        same = found is not None and found["type"] == truth["type"]
        yield "docint", asked, found["facts"] if found is not None and same else {}
        keys = [(part["file"], page) for part in truth["parts"] for page in part["pages"]]
        for name, pages in texts.items():
            if name != "docint":
                whole = "\n".join(pages.get(key, "") for key in keys)
                yield name, asked, by_expression(kind, whole)


def main() -> None:
    """Print both tables."""
    chosen = settings()
    readers = {"RapidOCR": rapidocr(), "Tesseract": tesseract()}
    tallies = {name: Tally() for name in ("docint", *readers)}
    for folder in sorted(path.parent for path in Path(sys.argv[1]).glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        with taken(folder / "bundle", chosen) as bundle, Readers(chosen) as pool:
            readings, _ = pool.start(bundle).result(lambda _: None)
            texts = texts_of(bundle, readings, gold, chosen.dpi, readers)
            report = extracted(bundle, readings, chosen)
        for name, pages in texts.items():
            strings(tallies[name], folder.name, gold, pages)
        for name, truth, given in papers(gold, report, texts):
            facts(tallies[name], truth, given)
    print("| | critical strings shown | given facts that are right | facts given right |")
    print("| --- | --- | --- | --- |")
    for name, tally in tallies.items():
        print(f"| {name} | {_of(tally.shown)} | {_of(tally.given)} | {_of(tally.right)} |")
    for name in readers:
        lost, also = tallies[name].missed, tallies["docint"].missed & tallies[name].missed
        print(f"Of {len(lost)} critical strings that {name} misses, docint misses {len(also)}.")


def _of(share: Share) -> str:
    return f"{share.rate or 0.0:.1%} of {share.of}"


if __name__ == "__main__":
    main()
