"""A world to the files an applicant hands in, and the gold beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from corpora import beijing, blocks, draw, gold, office, save
from corpora import plant as planting
from corpora import scan as scanning
from corpora.arrange import File, Piece, files
from corpora.dossier import Dossier
from corpora.invent import make
from corpora.paper import Paper
from corpora.papers import bast, form, plan
from corpora.press import press
from corpora.scan import Quality
from corpora.world import World


@dataclass(frozen=True)
class Wish:
    """What kind of bundle is wanted."""

    seed: int
    quality: str = "office"
    """``office``, ``poor``, ``mixed``, ``small`` or ``text``."""
    layouts: str = "main"
    planted: int = 0
    plant: tuple[str, ...] = ()
    """Plantings asked for by name; else ``planted`` of them by chance."""
    policy: str = "futian-2023"


@dataclass
class _Bundle:
    """What has been written so far."""

    folder: Path
    gold: dict[str, Any]
    archives: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def put(self, file: File, name: str, content: bytes) -> str:
        """Keep a file; returns its path as reports name it."""
        if file.archive:
            self.archives.setdefault(file.archive, {})[name] = content
            return f"{file.archive}/{name}"
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return name


def write(folder: Path, wish: Wish) -> None:
    """Make one bundle: ``folder/bundle/…`` and ``folder/gold.json``."""
    random = Random(wish.seed)
    inner = Random(random.getrandbits(48))
    other = wish.policy in beijing.PROGRAMS
    world = beijing.make(inner, wish.policy) if other else make(inner)
    if wish.quality == "small":
        _trim(world)
    planted = planting.plant(world, Random(random.getrandbits(48)), wish.planted, wish.plant)
    papers = Dossier(world, random.getrandbits(48), wish.layouts).papers()
    (folder / "bundle").mkdir(parents=True)
    bundle = _Bundle(folder / "bundle", {
        "schema": "docint.gold/1", "seed": wish.seed, "policy": wish.policy,
        "applied_on": world.applied_on.isoformat(), "quality": wish.quality,
        "layouts": wish.layouts, "declared": {}, "documents": [], "pages": [], "planted": planted,
    })  # fmt: skip
    papers = [*_office(bundle, world, Random(random.getrandbits(48)), wish), *papers]
    inner = Random(random.getrandbits(48))
    for file in files(press(papers), inner, wish.quality):
        _hand_in(bundle, file, world, inner, wish)
    for name, members in bundle.archives.items():
        (bundle.folder / name).write_bytes(save.archive(members, gbk=inner.random() < 0.5))
    text = json.dumps(bundle.gold, ensure_ascii=False, indent=1)
    (folder / "gold.json").write_text(text, "utf-8")


def _trim(world: World) -> None:
    """Fewer participants and people, hence fewer pages."""
    world.members = world.members[:2]
    world.team = []
    world.high_tech = False
    world.flags.add("brief-audits")
    kept = {unit.name for unit in (world.lead, *world.members)}
    world.tasks = {name: task for name, task in world.tasks.items() if name in kept}


# ---------------------------------------------------------------- form and plan


def _office(bundle: _Bundle, world: World, random: Random, wish: Wish) -> list[Paper]:
    """The form as DOCX, JSON or both, or to be printed; the plan as DOCX or to be printed."""
    maker = bast if world.program in beijing.PROGRAMS else form
    data = maker.declared(world)
    manner, sheet = maker.blocks(world, data, random, wish.layouts)
    way = random.choices(("docx", "scan", "json", "both"), (62, 20, 12, 6))[0]
    if "unsealed:form" in world.flags:
        way, sheet = "scan", _unsealed(sheet)
    if "form" in world.absent:
        return _plan(bundle, world, random, wish)
    printed: list[Paper] = []
    bundle.gold["declared"] = _stated(sheet, world)
    if way in ("docx", "both"):
        name = random.choice(_FORM_NAMES) + ".docx"
        _word(bundle, "application-form", name, manner, sheet, world, random)
    if way in ("json", "both"):
        bundle.gold["declared"] = data
        _record(bundle, data)
    if way == "scan":
        paper = blocks.printed("application-form", "创新联合体认定申请表", manner, sheet, random)
        paper.truth |= _truth(sheet, world)
        paper.role = "form"
        printed.append(paper)
    return [*printed, *_plan(bundle, world, random, wish)]


def _unsealed(sheet: list[blocks.Block]) -> list[blocks.Block]:
    """The same form with nothing to be sealed."""
    return [
        blocks.Prose((b.text, "　" * 8, *b.after), indent=False)
        if isinstance(b, blocks.Stamp)
        else b
        for b in sheet
    ]


_FORM_NAMES = ("申请表", "创新联合体认定申请表", "01-申报书", "附件1 认定申请表", "申请表（定稿）")


def _ends(world: World) -> dict[str, Any]:
    """Both ends of the term, which the form prints in one cell."""
    first, last = world.period
    return {
        "period_from": {"value": first.isoformat(), "text": "", "at": "period"},
        "period_until": {"value": last.isoformat(), "text": "", "at": "period"},
    }


def _stated(sheet: list[blocks.Block], world: World) -> dict[str, Any]:
    """What the form says, plain; money rounded as printed."""
    tree: dict[str, Any] = {}
    for path, leaf in (_truth(sheet, world)).items():
        gold.nest(tree, path.split("."), leaf)
    plain: dict[str, Any] = gold.plain(gold.listed(tree))
    return plain


def _truth(sheet: list[blocks.Block], world: World) -> dict[str, Any]:
    # what is left blank says nothing
    truth = {path: leaf for path, leaf in blocks.truth(sheet).items() if leaf["value"] != ""}
    if "period" in truth:
        shown = truth.pop("period")["text"]
        truth |= {path: leaf | {"text": shown} for path, leaf in _ends(world).items()}
    return truth


def _word(
    bundle: _Bundle,
    kind: str,
    file: str,
    layout: str,
    sheet: list[blocks.Block],
    world: World,
    random: Random,
) -> None:
    (bundle.folder / file).write_bytes(office.word(sheet, random))
    bundle.gold["documents"].append(
        gold.unprinted(kind, file, "docx", layout, _truth(sheet, world))
    )
    bundle.gold["pages"].append({
        "file": file, "page": 1, "turned": 0, "origin": "docx", "lines": blocks.lines(sheet),
        "critical": [],
    })  # fmt: skip


def _record(bundle: _Bundle, data: dict[str, Any]) -> None:
    plain = {**data, "lead": {**data["lead"], "district": data["lead"]["district"]["name"]}}
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    (bundle.folder / "application.json").write_text(text, "utf-8")
    entry = gold.unprinted("application-form", "application.json", "json", "json", {})
    bundle.gold["documents"].append(entry)


def _plan(bundle: _Bundle, world: World, random: Random, wish: Wish) -> list[Paper]:
    if "plan" in world.absent:
        return []
    make_plan = bast.plan if world.program in beijing.PROGRAMS else plan.blocks
    sheet = make_plan(world, random, wish.layouts)
    if random.random() < 0.7:
        name = random.choice(("建设运营方案", "创新联合体建设运营方案", "06 建设运营方案", "方案"))
        _word(bundle, "construction-plan", name + ".docx", "plan", sheet, world, random)
        return []
    paper = blocks.printed("construction-plan", "建设运营方案", "plan", sheet, random)
    paper.role = "plan"
    return [paper]


# ---------------------------------------------------------------- printed papers


def _hand_in(bundle: _Bundle, file: File, world: World, random: Random, wish: Wish) -> None:
    if file.pieces[0].way == "text":
        _electronic(bundle, file, random)
        return
    drawn: list[list[draw.Drawn]] = []
    for piece in file.pieces:
        quality = _quality(piece, wish, random)
        drawn.append(
            draw.pages(piece.printed, quality, random, colored=_must_show_ink(piece, world))
        )
    flat = [page for pages in drawn for page in pages]
    if file.single:
        stem, _, suffix = file.name.rpartition(".")
        names = [f"{stem}-{n}.{suffix}" for n in range(1, len(flat) + 1)]
        spots = [
            (bundle.put(file, n, save.images(n, [p])), 1) for n, p in zip(names, flat, strict=True)
        ]
    else:
        path = bundle.put(file, file.name, save.images(file.name, flat))
        spots = [(path, number) for number in range(1, len(flat) + 1)]
    for piece, pages in zip(file.pieces, drawn, strict=True):
        mine, spots = spots[: len(pages)], spots[len(pages) :]
        _note(bundle, piece, pages, mine, "scan")


def _electronic(bundle: _Bundle, file: File, random: Random) -> None:
    start = 0
    contents = []
    for piece in file.pieces:
        content, pages = draw.electronic(piece.printed, random)
        contents.append(content)
        path = f"{file.archive}/{file.name}" if file.archive else file.name
        spots = [(path, start + n) for n in range(1, len(pages) + 1)]
        _note(bundle, piece, pages, spots, "text")
        start += len(pages)
    bundle.put(file, file.name, save.joined(contents))


def _note(
    bundle: _Bundle, piece: Piece, pages: list[draw.Drawn], spots: list[gold.Spot], origin: str
) -> None:
    paper = piece.printed.paper
    bundle.gold["documents"].append(gold.document(piece.printed, origin, pages, spots))
    for sheet, drawn, spot in zip(piece.printed.sheets, pages, spots, strict=True):
        bundle.gold["pages"].append(gold.page(sheet, paper, spot, drawn, origin))


SMALL = replace(
    scanning.OFFICE,
    name="small",
    dpi=(150,),
    jpeg=(27, 31),
    noise=(0.0, 0.0),
    mottle=0.0,
    show_through=(0.0, 0.0),
    sharpened=0.0,
    specks=0.05,
    grey=0.0,
)
"""Office pages that travel: for samples kept with the code."""


def _quality(piece: Piece, wish: Wish, random: Random) -> Quality:
    if wish.quality == "small":
        return SMALL
    if piece.way in ("photo", "app") and wish.quality != "poor":
        return scanning.QUALITIES[piece.way]
    mixed = random.choices(("office", "poor"), (65, 35))[0]
    return scanning.QUALITIES[wish.quality if wish.quality in ("office", "poor") else mixed]


def _must_show_ink(piece: Piece, world: World) -> bool:
    """Where a seal is missing on purpose, a grey copy would hide it."""
    return any(flag.startswith(("unsealed:", "seal:")) for flag in world.flags) or bool(
        piece.printed.paper.role == "agreement"
        and any(k.startswith("seal:") for k in world.printed)
    )
