"""A manner of the application form: what it calls things, in which order and form."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpora.papers.columns import Added


@dataclass(frozen=True)
class Manner:
    """How a form is laid out and what it calls things."""

    name: str
    title: str
    across: int
    grouped: bool
    headed: str
    """``paragraph``, ``row``, ``none`` or how the number (``han``: 一, 二) stands before the heading."""
    words: dict[str, str]
    date_label: str
    says: dict[str, str] = field(default_factory=dict)
    """Other words for headings, columns and labels that are the same in most forms."""
    order: tuple[int, ...] = tuple(range(9))
    """The sections in another order."""
    unit: str = "万元"
    """Unit of all amounts."""
    span: str = "{}至{}"
    """How the term is written; ``{months}``: how long it is."""
    kind: str = "☑企业 □高校 □科研院所 □其他"
    promise: str = "本单位承诺：所提交的申报材料真实、准确、完整，如有不实，愿承担相应责任。"
    stamp: str = "牵头单位（盖章）："
    styles: tuple[int, ...] = (0, 1, 2, 3, 4)
    """Forms of dates, of ``print_forms.day``."""
    columns: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """Columns of a section's table in another order; those left out are not asked for."""
    blank: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Columns of a section's table that are left empty."""
    years_down: bool = False
    """Years as rows of the figures, not as columns."""
    totals: bool = False
    """The budget ends with its sum."""
    cover: bool = False
    """A page with project, lead and date goes before."""
    ruled: bool = True
    """Particulars in tables, not in lines."""
    places: int = 2
    """Decimals of amounts in 万元 or 千元."""
    mark: str = "："
    """Between label and value where particulars are lines."""
    foreword: tuple[str, ...] = ()
    """Paragraphs before the first section."""
    ways: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Sections, by their number, that are laid out in another way (``ways.py``)."""
    adds: dict[str, tuple[Added, ...]] = field(default_factory=dict)
    """Further columns of a section's table, filled in."""
    year: str = "{}年"
    """How the head of a year's figures is written."""
    oldest_first: bool = False
    """The earlier of the two years comes first."""
    unit_apart: bool = True
    """The unit of measure stands behind the headings of tables; else the manner's words hold it."""
    capital: str = "{}"
    """How the registered capital is written: ``人民币{}万元``; ``{words}``: in capitals."""
    money: str = "{}"
    """How an amount is written: ``¥{}``, ``{}万元``."""
    commas: bool = True
    """Amounts have commas."""
    coupled: str = ""
    """Chief engineer and project leader are columns of one table: the heading over it."""
    opinions: tuple[str, ...] = ()
    """Boxes on a page after the stamp that others fill in."""


def words(*pairs: str) -> dict[str, str]:
    """The words of a manner, in their order."""
    keys = (
        "project", "industry", "period", "name", "district", "address", "established", "head", "capital", "phone", "rd",
        "revenue", "id", "birth", "title", "employer", "role",
    )  # fmt: skip
    return dict(zip(keys, pairs, strict=True))
