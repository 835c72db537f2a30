"""RapidOCR's parts, used one by one; loaded only when a page needs OCR."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from rapidocr import EngineType, RapidOCR
from rapidocr.main import RapidOCRError
from rapidocr.utils.process_img import get_rotate_crop_image

from docint.contracts import Seen, Sight
from docint.engines._recognise import Text, recognise

if TYPE_CHECKING:
    import numpy.typing as npt

    from docint.contracts import Image

    Quad = npt.NDArray[np.float32]

DETECTED_AT = 960
"""Longest side in pixels at which lines are looked for; they are read at full resolution."""
LARGEST = 5200
"""Longest side in pixels above which a page is scaled down before anything else."""
WORST = 0.5
"""Lines with a lower score are texture, not text."""


class RapidReader:
    """Models in memory; not to be shared between threads."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def read(self, image: Image) -> Sight:
        """Read a page; see `docint.contracts.Reader`."""
        image, scale = _within(image, LARGEST)
        quads = self._parts.detect(image)
        turned = 0
        texts = self._parts.texts(image, quads)
        lines = [
            Seen(t.text, t.score, _corners(quad, scale), t.spans)
            for quad, t in zip(quads, texts, strict=True)
            if t.text.strip() and t.score >= WORST
        ]
        return Sight(tuple(lines), turned)

    def read_line(self, image: Image) -> tuple[str, float]:
        """Read one upright line."""
        text = self._parts.recognise([image])[0]
        return text.text, text.score


@dataclass(frozen=True, slots=True)
class Parts:
    """RapidOCR's parts: the detector, the recogniser's session, and its characters."""

    detector: Any
    session: Any
    characters: Sequence[str]

    def detect(self, image: Image) -> list[Quad]:
        """Corners of lines, clockwise from the top left of the image."""
        found = self.detector(image).boxes
        return [] if found is None else [quad.astype("float32") for quad in found]

    def texts(self, image: Image, quads: Sequence[Quad]) -> Sequence[Text]:
        """What stands in the quads."""
        return self.recognise([get_rotate_crop_image(image, quad) for quad in quads])

    def recognise(self, crops: Sequence[Image]) -> Sequence[Text]:
        """What stands in the crops."""
        return recognise(crops, self.session, self.characters)


def _within(image: Image, longest: int) -> tuple[Image, float]:
    """The image scaled down to fit, and the factor back to its own pixels."""
    side = max(image.shape[:2])
    if side <= longest:
        return image, 1.0
    factor = longest / side
    scaled: Any = cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    return scaled, 1 / factor


def _corners(quad: Quad, scale: float) -> tuple[tuple[float, float], ...]:
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
