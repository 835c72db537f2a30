"""One submission in, one report out: the room where verbs meet shelves (单件核验)."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from docint import __version__, shelf
from docint.classify.classify import classify
from docint.contracts import Check, Kind, Tools
from docint.errors import DocintError, UnreadableError
from docint.extract.calibration import calibrated
from docint.extract.extract import facts_of
from docint.intake.bundle import take
from docint.judge.judge import judge
from docint.judge.policy import load, shelves
from docint.readers import Read, recognise
from docint.report.docx import docx
from docint.report.html import html
from docint.report.plain import plain, plain_documents
from docint.second import SecondReader, second_readings
from docint.settings import Settings
from docint.sheets import Sheets
from docint.types.article import Policy
from docint.types.case import Case, Stage
from docint.types.document import Document, Leaf
from docint.types.fact import Facts
from docint.types.reading import Reading
from docint.types.report import Report
from docint.types.source import Bundle, Refusal

NAMES = ("report.json", "report.html", "report.docx")
Extract = Callable[[tuple[Document, ...], Tools], dict[str, Facts]]
"""Documents → their facts by document id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a screening was asked to do; together with the bytes it decides the report."""

    policy: Policy
    applied_on: date | None = None
    """Overrides the date declared in the form."""
    stage: Stage = "application"


@dataclass(frozen=True, slots=True)
class Screened:
    """A report with the pictures it shows."""

    report: Report
    sheets: Sheets
    asked: Asked
    engine: str
    second_seconds: float = 0.0
    """Time spent on second readings of single values."""


@contextmanager
def taken(path: Path, settings: Settings) -> Iterator[Bundle]:
    """The bundle at a path, its archive members spooled for as long as the context lasts.

    Raises:
        DocintError: nothing there, or nothing that can be read.
    """
    with tempfile.TemporaryDirectory(prefix="docint-") as spool:
        yield take(path, Path(spool), settings.limits, recognise)


def kinds() -> Mapping[str, Kind]:
    """All kinds of document, by the contract's names."""
    found: Mapping[str, Kind] = shelf.units("kinds", "kind")
    return {kind.name: kind for kind in found.values()}


def checks() -> Mapping[str, Check]:
    """All checks by file name."""
    found: Mapping[str, Check] = shelf.units("checks", "check")
    return found


def policy(name: str, folder: Path | None = None) -> Policy:
    """A program by name, validated.

    Args:
        name: of docint's own, or of a file in the folder.
        folder: further policies of this installation (``Settings.policies``).

    Raises:
        UsageError: there is none of this name.
        ShelfError: it is malformed.
    """
    return load(name, checks(), *shelves(folder))


def screen(
    bundle: Bundle,
    read: Read,
    asked: Asked,
    engine: str,
    settings: Settings,
    extract: Extract | None = None,
) -> Screened:
    """Screen a bundle that was read.

    Args:
        bundle: what was handed in.
        read: readings and what could not be read, from ``Readers``.
        asked: policy, date, stage.
        engine: version of the engine that read.
        settings: resolution, and the second engine.
        extract: takes the place of ``facts_in``: facts known already, or put right by people.

    Raises:
        UnreadableError: no file of the bundle could be read.
    """
    readings, unread = read
    if not readings:
        first = (*unread, *bundle.refusals)[0]
        raise UnreadableError(f"“{bundle.name}”中没有可读取的文件。{first.path}：{first.reason}")
    sheets = Sheets(bundle, readings, settings.dpi)
    documents = documents_of(bundle, readings)
    second = SecondReader(settings.second, sheets)
    facts = (extract or facts_in)(documents, Tools(look=sheets.at, reread=second.reread))
    case = _case(bundle, documents, facts, unread, asked)
    judgement = judge(case, asked.policy, checks())
    proved = second_readings(case, judgement, second)
    if proved is not case:
        case, judgement = proved, judge(proved, asked.policy, checks())
    report = Report(
        bundle=bundle,
        policy=asked.policy,
        case=case,
        judgement=judgement,
        readings=readings,
        screened_at=datetime.now().astimezone().isoformat(timespec="seconds"),
        version=__version__,
        models={"ocr": engine},
        remarks=_remarks(case, asked),
    )
    return Screened(report, sheets, asked, engine, second.seconds)


def documents_of(bundle: Bundle, readings: Mapping[str, Reading]) -> tuple[Document, ...]:
    """The documents of a bundle, in its order; a file handed in twice is read once."""
    seen: set[str] = set()
    leaves: list[Leaf] = []
    data: dict[str, Mapping[str, Any]] = {}
    for source in bundle.sources:
        reading = readings.get(source.sha256)
        if reading is None or source.sha256 in seen:
            continue
        seen.add(source.sha256)
        leaves += [Leaf(source.sha256, source.path, page) for page in reading.pages]
        if reading.data is not None:
            data[source.sha256] = reading.data
    return classify(leaves, kinds(), data)


def facts_in(
    documents: tuple[Document, ...], tools: Tools, said: Callable[[Facts], Facts] = calibrated
) -> dict[str, Facts]:
    """Facts by document id.

    Args:
        documents: what to read.
        tools: what may be asked of the world.
        said: turns the sureness that rules judge into what is said of it.
    """
    known = kinds()
    return {
        document.id: said(facts_of(document, known[document.kind], tools))
        for document in documents
        if document.kind in known
    }


def extracted(
    bundle: Bundle, readings: Mapping[str, Reading], settings: Settings, kind: str | None = None
) -> dict[str, Any]:
    """The documents of a bundle with their facts, as plain data; no policy, no judgement.

    Args:
        bundle: what was handed in.
        readings: by source hash.
        settings: the resolution pages were read at.
        kind: takes every file as one document of this kind; None decides by content.
    """
    documents = documents_of(bundle, readings)
    if kind:
        documents = as_kind(documents, kind)
    with closing(Sheets(bundle, readings, settings.dpi)) as sheets:
        second = SecondReader(settings.second, sheets)
        facts = facts_in(documents, Tools(look=sheets.at, reread=second.reread))
    return plain_documents(bundle, readings, documents, facts)


def as_kind(documents: tuple[Document, ...], kind: str) -> tuple[Document, ...]:
    """The pages of each file as one document of a given kind."""
    files: dict[str, list[Leaf]] = {}
    for document in documents:
        for leaf in document.leaves:
            files.setdefault(leaf.source, []).append(leaf)
    data = {d.leaves[0].source: d.data for d in documents}
    return tuple(
        Document(f"d{number}", kind, 1.0, tuple(leaves), data=data.get(source))
        for number, (source, leaves) in enumerate(files.items(), 1)
    )


def _case(
    bundle: Bundle,
    documents: tuple[Document, ...],
    facts: Mapping[str, Facts],
    unread: tuple[Refusal, ...],
    asked: Asked,
) -> Case:
    form = _declaring(documents, facts)
    declared = facts[form.id] if form else Facts()
    return Case(
        applied_on=asked.applied_on or _declared_date(declared),
        declared=declared,
        documents=documents,
        facts=facts,
        refusals=(*bundle.refusals, *unread),
        stage=asked.stage,
        declared_document=form.id if form else "",
    )


def _declaring(documents: tuple[Document, ...], facts: Mapping[str, Facts]) -> Document | None:
    """The form that declares: ``application.json`` before paper, the fullest before others."""
    forms = [d for d in documents if d.kind == "application-form" and facts.get(d.id)]
    return max(
        forms, key=lambda form: (form.data is not None, len(facts[form.id].items)), default=None
    )


def _declared_date(declared: Facts) -> date | None:
    fact = declared.get("applied_on")
    try:
        return date.fromisoformat(str(fact.value)) if fact else None
    except ValueError:
        return None  # a month or a year alone is no date


def _remarks(case: Case, asked: Asked) -> tuple[str, ...]:
    remarks = []
    if case.applied_on is None:
        remarks.append(
            "申报日期未知，与日期有关的事项未能核实；可用 --applied-on YYYY-MM-DD 指定申报日期。"
        )
    if not case.declared:
        remarks.append("材料中未找到可读取的申请表，无法对照申报内容；其余材料已照常核验。")
    at_stage = _at_application if asked.stage == "application" else _at_acceptance
    return (*remarks, *at_stage(case, asked))


def _at_application(case: Case, asked: Asked) -> Iterator[str]:
    stated = _declared_date(case.declared)
    if asked.applied_on and stated and stated != asked.applied_on:
        yield (
            f"申报表载明的申报日期为 {stated}，核验时指定为 {asked.applied_on}；"
            "本报告按指定日期计算。"
        )
    begins, ends = asked.policy.valid_from, asked.policy.valid_until
    on = case.applied_on
    if on and ((begins and on < begins) or (ends and on > ends)):
        yield f"申报日期 {on} 不在《{asked.policy.title}》的施行期内，是否适用请主管部门确认。"


def _at_acceptance(case: Case, asked: Asked) -> Iterator[str]:
    """Years after the application its date and the program's validity ask nothing any more."""
    if not any(r.stage == asked.stage for a in asked.policy.articles for r in a.rules):
        yield f"《{asked.policy.title}》没有验收阶段的核验项，本报告只核对材料本身。"
    elif case.applied_on and asked.applied_on is None:
        yield f"验收申请日期取自申请表（{case.applied_on}）；可用 --applied-on 另行指定。"


def written(screened: Screened) -> dict[str, Any]:
    """The plain report with what was asked, so that a later run knows whether to repeat it."""
    return plain(screened.report) | {"asked": plain_asked(screened.asked, screened.engine)}


def plain_asked(asked: Asked, engine: str) -> dict[str, Any]:
    """What, besides the bytes, decides a report."""
    return {
        "policy": asked.policy.digest,
        "applied_on": asked.applied_on.isoformat() if asked.applied_on else None,
        "stage": asked.stage,
        "engine": engine,
    }


def write(screened: Screened, out: Path) -> dict[str, Any]:
    """Write ``report.json``, ``.html`` and ``.docx``; the JSON last, it marks them complete.

    Returns:
        The plain report.

    Raises:
        DocintError: the folder cannot be written.
    """
    with closing(screened.sheets):
        return _written(screened, out)


def _written(screened: Screened, out: Path) -> dict[str, Any]:
    report = written(screened)
    pages = html(screened.report, screened.sheets.look)
    paper = docx(screened.report, screened.sheets.look)
    text = json.dumps(report, ensure_ascii=False, indent=1)
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / NAMES[0]).unlink(missing_ok=True)
        _place(out / NAMES[1], pages.encode("utf-8"), 0o644)
        _place(out / NAMES[2], paper, 0o644)
        _place(out / NAMES[0], text.encode("utf-8"), 0o600)
    except OSError as error:
        raise DocintError(f"报告无法写入“{out}”：{error.strerror}；请检查路径和权限。") from error
    return report


def _place(path: Path, content: bytes, mode: int) -> None:
    """Write beside, then rename: a reader never meets half a file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    beside.replace(path)
