"""Every extension point, on one page.

A shelf is a folder whose units are found by file name (``shelf.py``); a unit is one module (or one
folder, for kinds) that binds the name given here.

| shelf      | a unit binds | to a          |
| ---------- | ------------ | ------------- |
| formats/   | ``format``   | `Format`      |
| engines/   | ``engine``   | `Engine`      |
| kinds/     | ``kind``     | `Kind`        |
| checks/    | ``check``    | `Check`       |
| policies/  | a YAML file  | see `docint.judge.policy` |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from docint.types.case import Case
from docint.types.document import Document
from docint.types.fact import Facts, Value
from docint.types.finding import Outcome
from docint.types.place import Box, Place
from docint.types.reading import Line, Page, Traces

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Image: TypeAlias = npt.NDArray[np.uint8]
    """Height × width × 3, RGB."""


# ---------------------------------------------------------------- formats


class Sheet(Protocol):
    """One page as a file holds it, not yet read."""

    @property
    def number(self) -> int:
        """From 1."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as ``image`` shows the page; zeros without geometry."""

    def printed(self) -> Page | None:
        """What the file itself states of the page (text layer, markup), or None."""

    def image(self, dpi: int) -> Image | None:
        """The page drawn at a resolution, or None where a format has no picture.

        An image file returns its own pixels if they are coarser than ``dpi``.
        """


class Opened(Protocol):
    """A file that was opened; closed by the reading stage."""

    traces: Traces
    data: Mapping[str, Any] | None
    sheets: Sequence[Sheet]

    def close(self) -> None:
        """Let go of the file."""


class Format(Protocol):
    """A file format (格式) docint reads."""

    name: str
    """``pdf``, ``docx``, ``image`` …"""
    suffixes: tuple[str, ...]
    """Lower case, with the dot; a hint only."""

    def recognises(self, head: bytes) -> bool:
        """Whether a file starting with these (at least 512, if it has them) bytes is of it."""

    def open(self, content: bytes) -> Opened:
        """Open a file's bytes.

        Raises:
            UnreadableError: damaged, encrypted, or over a limit; one Chinese sentence.
        """


# ---------------------------------------------------------------- engines


@dataclass(frozen=True, slots=True)
class Seen:
    """A line an engine read: text, score, and four corners in pixels of the upright image."""

    text: str
    score: float
    corners: tuple[tuple[float, float], ...]
    """Clockwise from the text's own top left."""
    spans: tuple[tuple[str, float, float], ...] = ()
    """Pieces of the text with their start and end along the line, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What an engine saw on one page image."""

    lines: tuple[Seen, ...]
    turned: int = 0
    """Degrees clockwise (0, 90, 180, 270) the image was turned before it was read."""


class Reader(Protocol):
    """A loaded engine, warm and ready."""

    def read(self, image: Image) -> Sight:
        """Read a whole page, turning it upright by quarter turns first."""

    def read_line(self, image: Image) -> tuple[str, float]:
        """Read a crop that holds a single upright line: text and score."""


class Engine(Protocol):
    """An OCR engine (识别引擎)."""

    name: str
    version: str
    """With the model's name; part of the cache key."""

    def available(self) -> bool:
        """Whether its parts are installed on this machine."""

    def load(self, threads: int) -> Reader:
        """Load models; seconds. ``threads`` 0 takes all cores."""


# ---------------------------------------------------------------- kinds


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that speaks for (or, with a negative weight, against) a kind of document."""

    pattern: str
    """Regular expression on the page's text as `docint.values.text.fold` gives it: no blanks."""
    weight: float
    """1.0 alone makes the kind probable; below 0.5 it needs company."""
    top: bool = False
    """Counts only within the upper third of the page."""


@dataclass(frozen=True, slots=True)
class Field:
    """A fact a kind of document carries."""

    name: str
    """As in the contract, e.g. ``legal_representative``."""
    term: str
    """Entry of ``vocabulary.py`` it means."""
    labels: tuple[str, ...] = ()
    """What is printed before it, without blanks; longest first is not needed."""
    parse: Callable[[str], Value] | None = None
    """From printed text to value; raises ValueError if it is none. None takes the term's own."""
    block: bool = False
    """May wrap over several lines."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What extraction may ask of the world; handed in by ``screen``."""

    look: Callable[[Place], Image | None] | None = None
    """The picture of a place, at its best resolution."""
    reread: Callable[[Place], tuple[str, float] | None] | None = None
    """The place read again by a second, independent engine."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of document (文件类型)."""

    name: str
    """As in the contract, e.g. ``business-license``."""
    title: str
    """In Chinese."""
    cues: tuple[Cue, ...]
    fields: tuple[Field, ...] = ()
    find: Callable[[Document, Tools], Facts] | None = None
    """Own extraction; it may call `docint.extract` for the labelled fields. None: fields only."""
    single_page: bool = False
    """True for certificates: every page with the title starts a new document."""


# ---------------------------------------------------------------- checks


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter a policy may give a check."""

    type: type
    """``int``, ``str``, ``bool``, ``list`` …; decimals are given as strings."""
    meaning: str
    """In Chinese."""
    required: bool = True
    fits: Callable[[Any], bool] | None = None
    """Whether a value of the type is of the form the check counts on; see `judge.fitting`."""


@dataclass(frozen=True, slots=True)
class Check:
    """A statement that should hold (核验项); the module is named for it."""

    codes: tuple[str, ...]
    """Finding codes of the contract it may raise."""
    statement: str
    """What should hold, one Chinese sentence."""
    run: Callable[[Case, Mapping[str, Any]], Iterable[Outcome]]
    """Every outcome, passes included; never raises on odd data."""
    parameters: Mapping[str, Parameter]
    """By name; a policy naming any other stops the start."""
    standing: bool = False
    """True: runs under every policy, whether or not an article names it."""


__all__ = [
    "Box",
    "Check",
    "Cue",
    "Engine",
    "Field",
    "Format",
    "Kind",
    "Line",
    "Opened",
    "Parameter",
    "Reader",
    "Seen",
    "Sheet",
    "Sight",
    "Tools",
]
