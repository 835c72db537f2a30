"""Times ``docint screen`` against RapidOCR alone on the same page images, in one run.

    python tools/bench.py BUNDLE [--policy NAME] [--rounds 3]

Both sides start a fresh process and load their models; RapidOCR runs with its own defaults on the
backend that docint uses. Page images are the pages docint has to OCR, drawn at docint's resolution.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from docint import shelf
from docint.readers import Readers
from docint.screen import taken
from docint.settings import settings

PEER = """
import sys, time
from pathlib import Path
begun = time.perf_counter()
import numpy as np
from rapidocr import EngineType, RapidOCR
kind = EngineType.OPENVINO
engine = RapidOCR(params={"Global.log_level": "critical", "Det.engine_type": kind,
                          "Cls.engine_type": kind, "Rec.engine_type": kind})
for path in sorted(Path(sys.argv[1]).glob("*.npy")):
    engine(np.load(path))
print(time.perf_counter() - begun)
"""


def scans(bundle: Path, folder: Path) -> int:
    """Draw the pages that docint must OCR into ``folder``; how many there are."""
    chosen = settings()
    count = 0
    with taken(bundle, chosen) as held, Readers(chosen) as readers:
        readings, _ = readers.start(held).result(lambda _: None)
        contents = {source.sha256: source.content for source in held.sources}
        for source, reading in readings.items():
            form = shelf.unit("formats", reading.format, "format")
            opened = form.open(contents[source].read_bytes())
            for page in reading.pages:
                if page.origin == "ocr":
                    image = opened.sheets[page.number - 1].image(chosen.dpi)
                    np.save(folder / f"{count:04}.npy", image[:, :, ::-1])
                    count += 1
            opened.close()
    return count


def screened(bundle: Path, policy: str) -> tuple[float, float]:
    """Seconds of one screening without cache, and those of them spent on second readings."""
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run(
            [sys.executable, "-m", "docint", "screen", bundle, "--policy", policy, "--out", out],
            env={**os.environ, "DOCINT_CACHE": "off"},
            capture_output=True,
            text=True,
            check=True,
        )
    seconds = time.perf_counter() - begun
    second = re.search(r"复读 ([\d.]+) 秒", done.stderr)
    return seconds, float(second[1]) if second else 0.0


def alone(folder: Path) -> float:
    """Seconds RapidOCR takes for the page images."""
    done = subprocess.run(
        [sys.executable, "-c", PEER, folder], capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


def main() -> None:
    """Alternate both sides and print medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--policy", default="futian-2023")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = scans(asked.bundle, Path(folder))
        ours, theirs, seconds = [], [], []
        for _ in range(asked.rounds):
            theirs.append(alone(Path(folder)))
            whole, second = screened(asked.bundle, asked.policy)
            ours.append(whole - second)
            seconds.append(second)
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"OCR pages            {pages}")
    print(f"RapidOCR alone       {statistics.median(theirs):.1f} s")
    print(f"docint screen        {statistics.median(ours):.1f} s (second readings apart)")
    print(f"second readings      {statistics.median(seconds):.1f} s")
    print(f"ratio                {ratio:.2f}")


if __name__ == "__main__":
    main()
