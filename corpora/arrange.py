"""How papers become files: handed in how, under which name, together with which."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from random import Random

from corpora.press import Print

SINGLE = (".jpg",) * 6 + (".pdf",) * 5 + (".jpeg", ".png")
RARE = (".bmp", ".webp", ".tif")


@dataclass
class Piece:
    """A printed paper and the way it is handed in."""

    printed: Print
    way: str
    """``text``, ``scan``, ``photo`` or ``app``."""


@dataclass
class File:
    """A file of the bundle: one paper or several, one after the other."""

    name: str
    """Path in the bundle; of several single images, the name they share."""
    pieces: list[Piece] = field(default_factory=list)
    single: bool = False
    """Every page an image of its own: ``…-1.jpg``, ``…-2.jpg``."""
    archive: str = ""
    """The zip it lies in."""


_WAYS = {
    "credit-report": 0.55,
    "social-insurance-record": 0.35,
    "audit-report": 0.3,
    "rd-audit-report": 0.25,
    "cooperation-agreement": 0.1,
    "construction-plan": 0.4,
    "application-form": 0.2,
}
"""Chance that a paper comes as a PDF with a text layer."""

_STAFF = ("labor-contract", "social-insurance-record", "id-card", "title-certificate")
_PROOFS = (
    "business-license",
    "institution-certificate",
    "social-organization-certificate",
    "qualification-certificate",
)
_FOLDERS = {
    "business-license": "证照",
    "institution-certificate": "证照",
    "social-organization-certificate": "证照",
    "qualification-certificate": "证照",
    "audit-report": "审计",
    "rd-audit-report": "审计",
    "labor-contract": "人员",
    "social-insurance-record": "人员",
    "id-card": "人员",
    "title-certificate": "人员",
}


def files(prints: list[Print], random: Random, quality: str) -> list[File]:
    """Arrange the papers of a bundle."""
    scheme = (
        "separate"
        if quality == "text"
        else random.choices(
            ("separate", "folders", "staff merged", "all merged", "zipped"), (40, 20, 20, 8, 12)
        )[0]
    )
    numbered = random.random() < 0.5
    made: list[File] = []
    last: dict[int, File] = {}
    for printed in prints:
        paper = printed.paper
        piece = Piece(printed, _way(printed, random, quality))
        if paper.annex_of is not None and id(paper.annex_of) in last:
            file = last[id(paper.annex_of)]
            piece.way = file.pieces[0].way
            file.pieces.append(piece)
            continue
        file = _home(made, piece, scheme, random) or _own(
            piece, scheme, random, len(made) + 1 if numbered else 0
        )
        if file not in made:
            made.append(file)
        file.pieces.append(piece)
        last[id(paper)] = file
    if quality == "small":
        for file in made:  # lossless pictures of noisy paper are heavy
            file.name = re.sub(r"\.(png|bmp)$", ".jpg", re.sub(r"\.tif$", ".pdf", file.name))
    return [_settled(file, random) for file in _distinct(made)]


def _way(printed: Print, random: Random, quality: str) -> str:
    if quality == "text":
        return "text"
    paper = printed.paper
    if quality == "small":  # embedded fonts outweigh scans
        return "scan"
    if paper.layout.endswith("electronic") and random.random() < 0.6:
        return "text"
    if random.random() < _WAYS.get(paper.kind, 0.0):
        return "text"
    if paper.kind in _PROOFS or paper.kind in ("id-card", "title-certificate"):
        return random.choices(("scan", "photo", "app"), (74, 14, 12))[0]
    return random.choices(("scan", "app"), (93, 7))[0]


def _home(made: list[File], piece: Piece, scheme: str, random: Random) -> File | None:
    """The merged scan that a paper goes into, if its scheme has one."""
    if piece.way == "text":
        return None
    merged = {
        "staff merged": (_STAFF, "人员材料"),
        "all merged": (None, random.choice(("全套材料扫描件", "申报材料"))),
    }
    if scheme not in merged or (merged[scheme][0] and piece.printed.paper.kind not in _STAFF):
        return None
    piece.way = "scan"
    there = next((f for f in made if f.name.endswith("合并.pdf")), None)
    return there or File(f"{merged[scheme][1]}合并.pdf")


def _own(piece: Piece, scheme: str, random: Random, number: int) -> File:
    paper, sheets = piece.printed.paper, len(piece.printed.sheets)
    single = sheets > 1 and piece.way != "text" and random.random() < 0.1
    if piece.way == "text":
        suffix = ".pdf"
    elif sheets > 1:
        suffix = ".jpg" if single else random.choices((".pdf", ".tif"), (88, 12))[0]
    else:
        suffix = random.choice(RARE) if random.random() < 0.04 else random.choice(SINGLE)
    stem = _stem(paper.name, random, number)
    folder = _FOLDERS.get(paper.kind, "其他") + "/" if scheme == "folders" else ""
    archive = (
        "证照及人员材料.zip" if scheme == "zipped" and paper.kind in (*_STAFF, *_PROOFS) else ""
    )
    return File(folder + stem + suffix, single=single, archive=archive)


def _stem(name: str, random: Random, number: int) -> str:
    """What a clerk calls the file; now and then the scanner named it."""
    if random.random() < 0.07:
        return (
            random.choice(("扫描件", "IMG_", "Scan", "微信图片_", "新建文档"))
            + f"{random.randrange(10**6):06d}"
        )
    short = name if random.random() < 0.6 else name[:12]
    return f"{number:02d}{random.choice(('-', '.', '_'))}{short}" if number else short


def _distinct(made: list[File]) -> list[File]:
    taken: set[str] = set()
    for file in made:
        stem, dot, suffix = file.name.rpartition(".")
        count = 2
        while file.name in taken:
            file.name = f"{stem}（{count}）{dot}{suffix}"
            count += 1
        taken.add(file.name)
    return made


def _settled(file: File, random: Random) -> File:
    """An annex may have made a single image a paper of several pages."""
    pages = sum(len(p.printed.sheets) for p in file.pieces)
    if pages > 1 and not file.single and not file.name.endswith((".pdf", ".tif")):
        file.name = file.name.rpartition(".")[0] + random.choice((".pdf", ".tif"))
    return file
