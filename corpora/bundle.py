"""A world to the files an applicant hands in, and the gold beside them."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import cv2
import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from corpora import plant as planting
from corpora import scan as scanning
from corpora import seal as seals
from corpora.paper import Paper
from corpora.papers import audits, certificates, contracts, form
from corpora.papers.licence import licence
from corpora.press import Print, press
from corpora.world import World, make


@dataclass(frozen=True)
class Wish:
    """What kind of bundle is wanted."""

    seed: int
    quality: str = "office"
    """``office``, ``poor``, ``mixed`` or ``text``."""
    layouts: str = "main"
    planted: int = 0


@dataclass
class Piece:
    """A printed paper with how it is handed in."""

    printed: Print
    way: str
    """``photo``, ``scan`` or ``text``."""
    file: str


def write(folder: Path, wish: Wish) -> None:
    """Make one bundle: ``folder/bundle/…`` and ``folder/gold.json``."""
    random = Random(wish.seed)
    world = make(random)
    planted = planting.plant(world, random, wish.planted)
    prints = press(_papers(world, random, wish))
    (folder / "bundle").mkdir(parents=True)
    gold: dict[str, Any] = {
        "schema": "docint.gold/1", "seed": wish.seed, "policy": "futian-2023",
        "applied_on": world.applied_on.isoformat(), "quality": wish.quality, "layouts": wish.layouts,
        "declared": {}, "documents": [], "pages": [], "planted": planted,
    }  # fmt: skip
    _declared(folder / "bundle", world, random, wish, gold)
    for file, pieces in _files(prints, random, wish).items():
        _draw(folder / "bundle" / file, file, pieces, random, wish, gold)
    (folder / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")


def _papers(world: World, random: Random, wish: Wish) -> list[Paper]:
    """All papers that are printed; the form and the plan are Word files."""
    kind, applied = wish.layouts, world.applied_on
    last = applied.year - 1
    papers: list[Paper] = []

    def add(name: str, paper: Paper, *seal: str) -> None:
        if name in world.absent:
            return
        paper.name = paper.name if name in ("audit", "agreement") else paper.name
        for index, text in enumerate(seal):
            paper.seals.append({"text": text, "sheet": None if index else 0, "at": (0.62, 0.78)})
        papers.append(paper)

    lead_licence = licence(world.lead, random, kind)
    lead_licence.name = "牵头单位营业执照"
    lead_licence.truth["registration_authority"] = {"value": world.lead.authority, "text": world.lead.authority}
    add("licence", lead_licence, world.lead.authority)
    for member in world.members:
        if member.uscc.startswith("12"):
            add("member", certificates.institution(member, applied, random, kind), "国家事业单位登记管理局")
        else:
            paper = licence(member, random, kind)
            paper.name = f"{member.name[:8]}营业执照"
            paper.truth["registration_authority"] = {"value": member.authority, "text": member.authority}
            add("member", paper, member.authority)
    if "gsxt" in world.flags:
        add("gsxt", certificates.gsxt(world.lead, world.credit_on, random))
    else:
        add("credit", certificates.credit(world.lead, world.credit_on, random, kind, int("dishonest" in world.flags)), world.lead.name)
    for year in (last, last - 1):
        paper = audits.financial(world, year, random, kind)
        paper.seals = [{"text": world.firm.name, "sheet": 1, "at": (0.6, 0.8)}]
        add(f"audit-{year}", paper)
    ledger = audits.research(world, (last, last - 1), random, kind)
    ledger.seals = [{"text": world.firm.name, "sheet": 0, "at": (0.6, 0.62)}]
    add("rd", ledger)
    add("agreement", contracts.agreement(world, random, kind))
    employer = str(world.printed.get("labor:employer", world.lead.name))
    add("labor", contracts.labor(world, world.chief, employer, random, kind))
    if "labor:employer" not in world.printed:
        add("insurance", certificates.insurance(world, world.chief, random), "深圳市社会保险基金管理局")
    add("id", certificates.id_card(world.chief, random))
    add("title", certificates.title_certificate(world.chief, random, str(world.printed.get("title:title", world.chief.title))))
    for person in (world.leader, *world.team):
        add("title", certificates.title_certificate(person, random, person.title))
    if random.random() < 0.6:
        add("qualification", certificates.qualification(world.lead, applied, random), "全国高新技术企业认定管理机构")
    return papers


def _declared(folder: Path, world: World, random: Random, wish: Wish, gold: dict[str, Any]) -> None:
    data = form.declared(world)
    if random.random() < 0.2:
        gold["declared"] = data
        _record(folder / "application.json", data)
        file, origin = "application.json", "json"
    else:
        content, gold["declared"] = form.form(world, data, random, wish.layouts)
        file, origin = random.choice(("申请表.docx", "创新联合体认定申请表.docx", "01-申报书.docx")), "docx"
        (folder / file).write_bytes(content)
    gold["documents"].append(_gold("application-form", file, [1], origin, "form", {}))
    if "plan" not in world.absent:
        (folder / "建设运营方案.docx").write_bytes(form.plan(world, random))
        facts = {"project_name": {"value": world.project, "text": world.project, "page": 1, "box": None}}
        gold["documents"].append(_gold("construction-plan", "建设运营方案.docx", [1], "docx", "plan", facts))


def _record(path: Path, data: Mapping[str, Any]) -> None:
    plain = {**data, "lead": {**data["lead"], "district": data["lead"]["district"]["name"]}}
    path.write_text(json.dumps(plain, ensure_ascii=False, indent=1), "utf-8")


def _gold(kind: str, file: str, pages: list[int], origin: str, layout: str, facts: Any) -> dict[str, Any]:
    return {"type": kind, "parts": [{"file": file, "pages": pages}], "origin": origin, "layout": layout, "facts": facts, "seals": []}  # fmt: skip


_MERGED = ("labor-contract", "social-insurance-record", "id-card", "title-certificate")


def _files(prints: list[Print], random: Random, wish: Wish) -> dict[str, list[Piece]]:
    """Which papers share a file, and in which way each is handed in."""
    merge = wish.quality != "text" and random.random() < 0.5
    files: dict[str, list[Piece]] = {}
    for number, printed in enumerate(prints, 1):
        kind = printed.paper.kind
        folder = random.choice(("", "", "证照/" if "certificate" in kind or "license" in kind else "材料/"))
        if merge and kind in _MERGED:
            files.setdefault("人员材料合并扫描.pdf", []).append(Piece(printed, "scan", "人员材料合并扫描.pdf"))
            continue
        way = _way(kind, random, wish)
        suffix = ".pdf" if way == "text" or len(printed.sheets) > 1 else random.choice((".jpg", ".jpg", ".pdf", ".png" if wish.quality == "office" else ".jpg"))
        name = f"{folder}{number:02d}-{printed.paper.name}{suffix}"
        files[name] = [Piece(printed, way, name)]
    return files


def _way(kind: str, random: Random, wish: Wish) -> str:
    if wish.quality == "text":
        return "text"
    if kind == "business-license" and random.random() < 0.2:
        return "photo"
    chance = {"credit-report": 0.6, "audit-report": 0.4, "rd-audit-report": 0.3, "social-insurance-record": 0.4}.get(kind, 0.0)
    return "text" if random.random() < chance else "scan"


def _draw(path: Path, file: str, pieces: list[Piece], random: Random, wish: Wish, gold: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if pieces[0].way == "text":
        path.write_bytes(_sealed(pieces[0].printed, random))
        _note(pieces[0], file, 0, [np.eye(3)] * len(pieces[0].printed.sheets), [0] * len(pieces[0].printed.sheets), gold)
        return
    images: list[tuple[np.ndarray[Any, Any], int]] = []
    for piece in pieces:
        before = len(images)
        matrices, turns = [], []
        for sheet, clean in enumerate(_rendered(piece.printed.pdf)):
            stamped = _stamped(clean, piece.printed.paper, sheet, random)
            quality = {"photo": "photo", "scan": wish.quality if wish.quality != "mixed" else random.choice(("office", "poor"))}[piece.way]
            seen = scanning.scan(stamped, random, scanning.QUALITIES[quality])
            turn = random.choice((90, 180, 270)) if random.random() < 0.05 else 0
            images.append((scanning.turn(seen.image, turn), seen.jpeg_quality))
            matrices.append(seen.matrix)
            turns.append(turn)
        _note(piece, file, before, matrices, turns, gold)
    _save(path, images)


def _sealed(printed: Print, random: Random) -> bytes:
    """A PDF with a text layer, stamped with electronic seals (电子印章)."""
    document = pdfium.PdfDocument(printed.pdf)
    for wanted in printed.paper.seals:
        if wanted["sheet"] is None:
            continue
        page = document[wanted["sheet"]]
        width, height = page.get_size()
        picture = pdfium.PdfImage.new(document)
        drawn = Image.fromarray(seals.round_seal(wanted["text"], random, diameter=420), "RGBA")
        picture.set_bitmap(pdfium.PdfBitmap.from_pil(drawn))
        size = width * 0.2 if height > width else width * 0.14
        x, y = wanted["at"]
        picture.set_matrix(pdfium.PdfMatrix().scale(size, size).translate(width * x - size / 2, height * (1 - y) - size / 2))
        page.insert_obj(picture)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _rendered(pdf: bytes) -> list[np.ndarray[Any, Any]]:
    document = pdfium.PdfDocument(pdf)
    return [np.ascontiguousarray(page.render(scale=300 / 72, rev_byteorder=True).to_numpy()[:, :, :3]) for page in document]


def _stamped(page: np.ndarray[Any, Any], paper: Paper, sheet: int, random: Random) -> np.ndarray[Any, Any]:
    for wanted in paper.seals:
        if wanted["sheet"] == sheet:
            height, width = page.shape[:2]
            size = int(width * (0.2 if height > width else 0.14))
            x, y = wanted["at"]
            at = (int(width * (x + random.uniform(-0.03, 0.03))), int(height * (y + random.uniform(-0.015, 0.015))))
            page = seals.stamp(page, seals.round_seal(wanted["text"], random, diameter=size), at, random)
    return page


def _note(piece: Piece, file: str, offset: int, matrices: list[Any], turns: list[int], gold: dict[str, Any]) -> None:
    """The gold of one paper: facts with page and box as they lie on the scan."""
    paper, sheets = piece.printed.paper, piece.printed.sheets
    facts: dict[str, Any] = {}
    for dotted, truth in paper.truth.items():
        placed = _placed("address" if dotted == "district" else dotted, sheets, matrices)
        page, box = placed if placed else (0, None)
        _nest(facts, dotted.split("."), {**truth, "page": page + offset + 1, "box": box})
    pages = [offset + n + 1 for n in range(len(sheets))]
    origin = "text" if piece.way == "text" else "scan"
    entry = _gold(paper.kind, file, pages, origin, paper.layout, _listed(facts))
    entry["seals"] = [{"text": s["text"], "page": offset + s["sheet"] + 1} for s in paper.seals if s["sheet"] is not None]
    gold["documents"].append(entry)
    for number, sheet in enumerate(sheets):
        text = "".join(sheet.lines).replace(" ", "")
        critical = sorted(c for c in paper.critical if c.replace(" ", "") in text or len(sheets) == 1)
        gold["pages"].append({"file": file, "page": pages[number], "turned": turns[number], "origin": origin, "lines": sheet.lines, "critical": critical})  # fmt: skip


def _placed(path: str, sheets: list[Any], matrices: list[Any]) -> tuple[int, list[float]] | None:
    for number, sheet in enumerate(sheets):
        boxes = sheet.facts.get(path)
        if boxes:
            whole = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
            return number, [round(float(v), 5) for v in scanning.carry(whole, matrices[number])]
    return None


def _nest(tree: dict[str, Any], steps: list[str], leaf: Any) -> None:
    for step in steps[:-1]:
        tree = tree.setdefault(step, {})
    tree[steps[-1]] = leaf


def _listed(tree: Any) -> Any:
    if not isinstance(tree, dict) or "value" in tree:
        return tree
    if tree and all(key.isdigit() and len(key) < 3 for key in tree):
        return [_listed(tree[key]) for key in sorted(tree, key=int)]
    return {key: _listed(value) for key, value in tree.items()}


def _save(path: Path, images: list[tuple[np.ndarray[Any, Any], int]]) -> None:
    if path.suffix == ".pdf":
        path.write_bytes(_pdf(images))
        return
    image, quality = images[0]
    if path.suffix == ".png":
        cv2.imwrite(str(path), image[:, :, ::-1])
    else:
        Image.fromarray(image).save(path, quality=quality, dpi=(_dpi(image),) * 2)


def _dpi(image: np.ndarray[Any, Any]) -> int:
    return round(min(image.shape[:2]) / (210 / 25.4))


def _pdf(images: list[tuple[np.ndarray[Any, Any], int]]) -> bytes:
    """Scanned pages as a PDF of JPEGs, A4 on the short side."""
    document = pdfium.PdfDocument.new()
    for image, quality in images:
        buffer = io.BytesIO()
        Image.fromarray(image).save(buffer, "JPEG", quality=quality)
        scale = 595.0 / min(image.shape[:2])
        width, height = image.shape[1] * scale, image.shape[0] * scale
        page = document.new_page(width, height)
        picture = pdfium.PdfImage.new(document)
        buffer.seek(0)
        picture.load_jpeg(buffer, inline=True)
        picture.set_matrix(pdfium.PdfMatrix().scale(width, height))
        page.insert_obj(picture)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
