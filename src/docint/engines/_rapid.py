"""RapidOCR's parts, used one by one; loaded only when a page needs OCR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from rapidocr import EngineType, RapidOCR
from rapidocr.main import RapidOCRError

from docint.contracts import Seen, Sight
from docint.engines._crops import Quad, crop, is_tall, length, thickness
from docint.engines._recognise import Text, recognise
from docint.read.ink import whitened

if TYPE_CHECKING:
    from docint.contracts import Image

DETECTED_AT = 960
"""Longest side in pixels at which lines are looked for (5.5-point print on A4 is still found);
they are read at full resolution."""
LARGEST = 5200
"""Longest side in pixels above which a page is scaled down before anything else."""
SMALLEST = 960
"""Longest side in pixels up to which a page is scaled up, at most twofold."""
WORST = 0.5
"""Lines with a lower score are texture, not text."""
DOUBTFUL = 0.9
"""Lines with a lower score (2 % of them) are read again."""
SAMPLE = 6
"""Longest lines read to see which way up a page stands."""
UPRIGHT = 0.85
"""Their median score when it stands upright; 0.97 to 1.0 on scans, 0.2 to 0.7 upside down."""


class RapidReader:
    """Models in memory; not to be shared between threads."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def read(self, image: Image) -> Sight:
        """Read a page; see `docint.contracts.Reader`."""
        image, scale = _within(image)
        quads = self._parts.detect(image)
        turned, known = self._turned(image, quads)
        if turned:
            image = _turn(image, turned)
            quads = self._parts.detect(image)
        texts = self._parts.texts(image, quads, known)
        lines = [
            Seen(text.text, text.score, _corners(quad, text, scale), text.spans)
            for quad, text in zip(quads, texts, strict=True)
            if text.text.strip() and text.score >= WORST
        ]
        return Sight(tuple(lines), turned)

    def read_line(self, image: Image) -> tuple[str, float]:
        """Read one upright line."""
        if not image.size:
            return "", 0.0
        text = self._parts.recognise([image])[0]
        return text.text, text.score

    def _turned(self, image: Image, quads: Sequence[Quad]) -> tuple[int, dict[int, Text]]:
        """Degrees clockwise that set the page upright, from its longest lines.

        Returns:
            The turn and, for a page that stands upright, what was read on the way, by quad.
        """
        sideways = _is_sideways(quads)
        along = [i for i, q in enumerate(quads) if is_tall(q) == sideways]
        sample = sorted(along, key=lambda i: -max(length(quads[i]), thickness(quads[i])))[:SAMPLE]
        if not sample:
            return 0, {}
        crops = [crop(image, quads[i]) for i in sample]
        # a tall quad's crop is turned by 90° counter-clockwise: it reads where the page wants that
        texts = self._parts.recognise(crops)
        here = _median(texts)
        if not sideways and here >= UPRIGHT:
            return 0, dict(zip(sample, texts, strict=True))
        if here >= UPRIGHT:
            return 270, {}
        there = _median(self._parts.recognise([_upside_down(c) for c in crops]))
        if sideways:
            return (90 if there > here else 270), {}
        return (180 if there > here + 0.1 else 0), {}


@dataclass(frozen=True, slots=True)
class Parts:
    """RapidOCR's parts: the detector, the recogniser's session, and its characters."""

    detector: Any
    session: Any
    characters: Sequence[str]

    def detect(self, image: Image) -> list[Quad]:
        """Corners of lines, clockwise from the top left of the image."""
        found = self.detector(whitened(image)).boxes
        return [] if found is None else [np.asarray(quad, np.float32) for quad in found]

    def texts(self, image: Image, quads: Sequence[Quad], known: Mapping[int, Text]) -> list[Text]:
        """What stands in the quads but those known; narrow tall ones are read standing, too.

        A tall quad may be a column of characters or a single thin one (``1``).
        """
        unread = [i for i in range(len(quads)) if i not in known]
        read = self.recognise([crop(image, quads[i]) for i in unread])
        found = {**known, **dict(zip(unread, read, strict=True))}
        texts = [found[i] for i in range(len(quads))]
        self._again(image, quads, texts)
        single = [i for i, q in enumerate(quads) if is_tall(q) and thickness(q) < 2.5 * length(q)]
        standing = self.recognise([crop(image, quads[i], turn=False) for i in single])
        for i, text in zip(single, standing, strict=True):
            if len(texts[i].text) < 2 and text.score > texts[i].score:
                texts[i] = text
        return texts

    def _again(self, image: Image, quads: Sequence[Quad], texts: list[Text]) -> None:
        """Doubtful lines a second time, what is pale in them whitened; the better reading stays."""
        doubtful = [i for i, text in enumerate(texts) if text.score < DOUBTFUL]
        if not doubtful:
            return
        clear = whitened(image)
        second = self.recognise([crop(clear, quads[i]) for i in doubtful])
        for i, text in zip(doubtful, second, strict=True):
            if text.score > texts[i].score:
                texts[i] = text

    def recognise(self, crops: Sequence[Image]) -> list[Text]:
        """What stands in the crops."""
        return recognise(crops, self.session, self.characters)


def _median(texts: Sequence[Text]) -> float:
    return float(np.median([text.score for text in texts]))


def _upside_down(image: Image) -> Image:
    return np.ascontiguousarray(image[::-1, ::-1])


def _is_sideways(quads: Sequence[Quad]) -> bool:
    """Whether most of the lines' length runs up or down."""
    wide = sum(max(0.0, length(q) - thickness(q)) for q in quads)
    tall = sum(max(0.0, thickness(q) - length(q)) for q in quads)
    return tall > wide


def _within(image: Image) -> tuple[Image, float]:
    """The image at a size the models are good at, and the factor back to its own pixels."""
    side = max(image.shape[:2])
    factor = min(1.0, LARGEST / side) if side > SMALLEST else min(2.0, SMALLEST / side)
    if factor == 1.0:
        return image, 1.0
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    scaled: Any = cv2.resize(image, None, fx=factor, fy=factor, interpolation=way)
    return scaled, 1 / factor


def _turn(image: Image, degrees: int) -> Image:
    """Turned clockwise by quarter turns."""
    return np.ascontiguousarray(np.rot90(image, -degrees // 90))


def _corners(quad: Quad, text: Text, scale: float) -> tuple[tuple[float, float], ...]:
    """Clockwise from the text's own top left: a column of characters begins at the right."""
    if is_tall(quad) and len(text.text) > 1:
        quad = quad[[1, 2, 3, 0]]
    return tuple((float(x) * scale, float(y) * scale) for x, y in quad)


def load(backend: str, threads: int) -> RapidReader:
    """Load and warm the models.

    Args:
        backend: ``openvino`` or ``onnxruntime``.
        threads: 0 takes all cores.
    """
    kind = EngineType.OPENVINO if backend == "openvino" else EngineType.ONNXRUNTIME
    settings = {
        "Global.log_level": "critical",
        "Global.use_cls": False,
        "Det.engine_type": kind,
        "Det.limit_type": "max",
        "Det.limit_side_len": DETECTED_AT,
        "Rec.engine_type": kind,
        "EngineConfig.openvino.inference_num_threads": threads or -1,
        "EngineConfig.onnxruntime.intra_op_num_threads": threads or -1,
    }
    whole = RapidOCR(params=settings)
    # its parts are loaded by their first use
    whole.recognize_txt([np.full((48, 96, 3), 255, np.uint8)])
    with suppress(RapidOCRError):  # nothing is found on a blank page
        whole.detect_and_crop(np.full((96, 96, 3), 255, np.uint8), {})
    recogniser = whole.text_rec
    characters = recogniser.postprocess_op.character
    return RapidReader(Parts(whole.text_det, recogniser.session, characters))
