"""Counts critical strings that plain RapidOCR and docint show on the same scanned pages.

    python tools/peer.py CORPUS

Critical strings (codes, ID numbers, amounts, dates, names) are those the corpus's gold lists for a
page; one counts as shown if it stands anywhere in the page's text, blanks and punctuation aside.
Plain RapidOCR runs with its own defaults on OpenVINO, on the stored page turned upright for it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from rapidocr import EngineType, RapidOCR

from docint import shelf
from docint.readers import Readers
from docint.screen import taken
from docint.settings import settings
from docint.types.reading import Reading
from docint.types.source import Bundle
from docint.values.text import bare


def engine() -> Any:
    """RapidOCR with its own defaults, on the backend docint uses."""
    kind = EngineType.OPENVINO
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Det.engine_type": kind,
            "Cls.engine_type": kind,
            "Rec.engine_type": kind,
        }
    )


def pages(folder: Path) -> Iterator[tuple[list[str], str, Any]]:
    """Of each scanned page with critical strings: the strings, docint's text, the image."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    chosen = settings()
    with taken(folder / "bundle", chosen) as bundle, Readers(chosen) as readers:
        readings, _ = readers.start(bundle).result(lambda _: None)
        for page in gold["pages"]:
            if page["origin"] == "scan" and page["critical"]:
                seen = _page(bundle, readings, page, chosen.dpi)
                if seen:
                    yield [bare(one) for one in page["critical"]], *seen


def _page(
    bundle: Bundle, readings: Mapping[str, Reading], page: Mapping[str, Any], dpi: int
) -> tuple[str, Any] | None:
    source = next((s for s in bundle.sources if s.path == page["file"]), None)
    if source is None or source.sha256 not in readings:
        return None
    reading = readings[source.sha256]
    opened = shelf.unit("formats", reading.format, "format").open(source.content.read_bytes())
    image = opened.sheets[page["page"] - 1].image(dpi)
    opened.close()
    text = bare(reading.page(page["page"]).text)
    return text, np.ascontiguousarray(np.rot90(image, page["turned"] // 90)[:, :, ::-1])


def main() -> None:
    """Print the counts."""
    plain = engine()
    strings = ours = theirs = both = 0
    for folder in sorted(path.parent for path in Path(sys.argv[1]).glob("*/gold.json")):
        for critical, text, image in pages(folder):
            seen = plain(image)
            other = bare("".join(seen.txts or ()))
            missed = [one for one in critical if one not in text]
            lost = [one for one in critical if one not in other]
            strings += len(critical)
            ours += len(missed)
            theirs += len(lost)
            both += len(set(missed) & set(lost))
    print(f"critical strings       {strings}")
    print(f"plain RapidOCR misses  {theirs} ({1 - theirs / strings:.1%} shown)")
    print(f"docint misses          {ours} ({1 - ours / strings:.1%} shown)")
    print(f"of those RapidOCR misses, docint misses {both} ({both / max(1, theirs):.0%})")


if __name__ == "__main__":
    main()
