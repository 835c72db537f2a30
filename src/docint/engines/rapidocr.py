"""RapidOCR with the PP-OCRv6 models of its wheel, on OpenVINO or ONNX Runtime.

Its parts are used one by one (detection, crops, recognition), so that one detection serves
the page's orientation too, and lines are batched without padding.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docint.contracts import Reader


class RapidEngine:
    """RapidOCR; the models lie in its wheel, nothing is downloaded."""

    name = "rapidocr"

    @property
    def version(self) -> str:
        """Package and models; part of the cache key."""
        try:
            return f"rapidocr {version('rapidocr')} PP-OCRv6-small {self._backend()}"
        except PackageNotFoundError:
            return "rapidocr"

    def available(self) -> bool:
        """Whether RapidOCR and a runtime for its models are installed."""
        return find_spec("rapidocr") is not None and bool(self._backend())

    def _backend(self) -> str:
        return next((b for b in ("openvino", "onnxruntime") if find_spec(b)), "")

    def load(self, threads: int) -> Reader:
        """Load and warm the models: 1 to 2 seconds, 400 MB."""
        from docint.engines._rapid import load  # noqa: PLC0415 - seconds, and gigabytes

        return load(self._backend(), threads)


engine = RapidEngine()
