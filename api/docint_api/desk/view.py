"""A report with what the people did about it → what the page of a submission shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docint.report import wording
from docint.screen import checks
from docint.values.mask import mask
from docint.vocabulary import DOCUMENT_TITLES, FINDINGS
from docint_api.desk.wording import named
from docint_api.reviews import keyed, leaves, trees

_written = json.JSONEncoder(ensure_ascii=False).encode
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_OF_CHECKS = ("check", "code", "reason", "rule", "settled_by", "subject")
"""What is shown of a check that stays open."""


class View:
    """Looks things up while a page is made."""

    def __init__(
        self,
        report: Mapping[str, Any],
        pages: Sequence[Mapping[str, Any]],
        decided: Mapping[str, Any],
        *,
        unmasked: bool,
    ) -> None:
        self._full = report
        used = {name: report[name] for name in ("declared", "documents", "findings")}
        used["checks"] = [
            {name: check[name] for name in _OF_CHECKS}
            for check in report["checks"]
            if check["outcome"] == "unknown"
        ]
        self._shown = used if unmasked else veiled(used)
        self._pages = pages
        self._numbers = {(page["file"], page["page"]): page["number"] for page in pages}
        self._decided = decided
        self._trees = trees(self._shown)
        self._paths = dict(self._places())

    def _places(self) -> Iterable[tuple[tuple[Any, ...], tuple[str, list[Any]]]]:
        """From how a fact looks in an exhibit back to where it hangs."""
        for name, (_, tree) in trees(self._full).items():
            for path, fact in leaves(tree):
                yield (name, *_looks(fact)), (name, list(path))

    def first(self) -> Mapping[str, Any] | None:
        """The page that is seen when this one is opened: that of the first finding's ink."""
        top = self._full["findings"][:1]
        found = [fact for finding in top for fact in finding["found"]]
        found.sort(key=lambda fact: not fact["box"])  # a box before a mere page, else in order
        found += [finding["declared"] for finding in top if finding["declared"]]
        numbers = (self._numbers.get((fact.get("file"), fact["page"])) for fact in found)
        wanted = next((number for number in numbers if number), 1)
        return next((page for page in self._pages if page["number"] == wanted), None)

    def findings(self) -> list[dict[str, Any]]:
        """Every finding with its evidence on numbered pages and its decision."""
        full = keyed(self._full["findings"])
        return [
            {
                "key": original["key"],
                "id": finding["id"],
                "code": finding["code"],
                "severity": finding["severity"],
                "level": wording.SEVERITY[finding["severity"]],
                "kind": wording.KIND[finding["kind"]],
                "title": finding["title"],
                "subject": finding["subject"],
                "message": finding["message"],
                "rule": finding["rule"],
                "decides": finding["decides"],
                "confidence": finding["confidence"],
                "declared": self._exhibit(finding["declared"], original["declared"]),
                "found": [
                    self._exhibit(shown, whole)
                    for shown, whole in zip(finding["found"], original["found"], strict=True)
                ],
                "decision": self._decided.get(original["key"]),
            }
            for finding, original in zip(self._shown["findings"], full, strict=True)
        ]

    def _exhibit(
        self, fact: Mapping[str, Any] | None, whole: Mapping[str, Any] | None
    ) -> dict[str, Any] | None:
        if fact is None or whole is None:
            return None
        place = self._paths.get((whole["document"], *_looks(whole)))
        kind = self._trees[whole["document"]][0]["type"] if place else ""
        label = named(place[1], kind) if place else ""
        return self._fact(fact, place, fact.get("file", ""), label)

    def _fact(
        self, fact: Mapping[str, Any], place: tuple[str, list[Any]] | None, file: str, label: str
    ) -> dict[str, Any]:
        value = wording.value(fact["value"])
        raw = fact["value"] if isinstance(fact["value"], str) else None
        document, path = place or (None, None)
        fix = {"document": document, "path": path, "label": label}
        return {
            "label": label,
            "value": value,
            "raw": raw,
            "text": fact["text"] if fact["text"] != str(fact["value"]) else "",
            "file": file,
            "page": fact["page"],
            "number": self._numbers.get((file, fact["page"])),
            "box": fact["box"],
            "where": fact.get("where") or "",
            "confidence": fact["confidence"],
            "corrected": fact.get("method") == "reviewer",
            "notes": [w["note"] for w in fact.get("witnesses", ()) if w["note"]],
            "fix": _written(fix | {"value": value if raw is None else raw}) if place else None,
        }

    def unknowns(self) -> list[dict[str, Any]]:
        """What could not be checked, why, and what would settle it."""
        return [
            {
                "title": _matter(check),
                "subject": check["subject"],
                "reason": check["reason"],
                "settled_by": check["settled_by"],
                "article": check["rule"]["article"] if check["rule"] else "",
            }
            for check in self._shown["checks"]
        ]

    def documents(self) -> list[dict[str, Any]]:
        """Every document with its facts, each with its place."""
        return [
            {
                "id": name,
                "title": DOCUMENT_TITLES.get(document["type"], document["type"]),
                "declares": tree is self._shown["declared"],
                "file": document["file"],
                "pages": document["pages"],
                "number": self._numbers.get((document["file"], document["pages"][0])),
                "reader": wording.READER[document["reader"]],
                "facts": [
                    self._fact(
                        fact,
                        (name, list(path)),
                        fact.get("file") or document["file"],
                        named(path, document["type"]),
                    )
                    for path, fact in leaves(tree)
                ],
                "seals": [
                    seal | {"number": self._numbers.get((seal["file"], seal["page"]))}
                    for seal in document["seals"]
                ],
            }
            for name, (document, tree) in self._trees.items()
        ]

    def timeline(self, documents: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Every full date of every document, oldest first, one entry for each meaning and day."""
        found: dict[tuple[str, str, str], dict[str, Any]] = {}
        for document in documents:
            for fact in document["facts"]:
                if fact["raw"] and _DATE.fullmatch(fact["raw"]):
                    key = (fact["raw"], document["title"], fact["label"])
                    found.setdefault(key, fact | {"title": document["title"]})
        return sorted(found.values(), key=lambda fact: (fact["raw"], fact["title"]))


def veiled(tree: Any, seen: dict[str, str] | None = None) -> Any:
    """A tree with every personal number masked; the same words are looked at once only."""
    seen = {} if seen is None else seen
    if isinstance(tree, str):
        if tree not in seen:
            seen[tree] = mask(tree)
        return seen[tree]
    if isinstance(tree, Mapping):
        return {key: veiled(value, seen) for key, value in tree.items()}
    return [veiled(value, seen) for value in tree] if isinstance(tree, list) else tree


def _matter(check: Mapping[str, Any]) -> str:
    """What an open question is about: the finding's headline, else what should hold."""
    if check["code"] in FINDINGS:
        return FINDINGS[check["code"]].title
    known = checks().get(check["check"])
    return known.statement if known else check["code"]


def _looks(fact: Mapping[str, Any]) -> tuple[Any, ...]:
    """What tells a fact from others of its document, whatever its path."""
    box = tuple(fact["box"]) if fact["box"] else fact.get("where", "")
    return (fact["page"], box, fact["text"], str(fact["value"]))


def ticks(entries: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The timeline by year, for the picture: years without dates are folded together."""
    years: dict[int, list[Mapping[str, Any]]] = {}
    for entry in entries:
        years.setdefault(int(entry["raw"][:4]), []).append(entry)
    made: list[dict[str, Any]] = []
    for year in sorted(years):
        gap = year - made[-1]["year"] - 1 if made else 0
        made.append({"year": year, "gap": gap, "entries": years[year]})
    return made
