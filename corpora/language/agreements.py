"""Whole agreements of sentences, with what they say: who plays which part, does and owns what.

Sentences come from ``clauses.txt``. Every third of each part is kept: no rule was written with an
eye on it. Whole agreements in manners of their own come from ``manners.txt`` and
``manners_unseen.txt``, all of them kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from corpora.language.grammar import Example, damaged
from corpora.language.words import WORDS

_SLOT = re.compile(r"\{([A-Za-z]+)\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
MANNERS, UNSEEN = "manners.txt", "manners_unseen.txt"
"""Files of whole agreements."""
_LABELS = "甲乙丙丁戊"
_LINE = 36
"""Characters of a printed line."""


@dataclass(frozen=True)
class Agreement:
    """Printed lines and what they say; the first unit leads."""

    paragraphs: tuple[str, ...]
    units: tuple[str, ...]
    work: tuple[tuple[str, str], ...]
    """Unit and its piece of work."""
    allots: bool
    """Whether a clause says whose the results are."""
    form: str
    """The sentences it was made of, to look mistakes up."""


@cache
def parts(kept: bool) -> dict[str, tuple[str, ...]]:
    """Sentences of each part: every third is kept, or the others."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    part = ""
    for line in Path(__file__).with_name("clauses.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif line and not line.startswith("#"):
            found[part].append(line)
    return {
        name: tuple(line for n, line in enumerate(lines) if (n % 3 == 2) is kept)
        for name, lines in found.items()
    }


def agreement(random: Random, *, kept: bool) -> Agreement:
    """An agreement of two to four units, in one of its many manners."""
    book, count = parts(kept), random.choice((2, 3, 3, 4))
    units = _units(random, count)
    labelled = random.random() < 0.6
    called = [f"{_LABELS[n]}方" for n in range(count)] if labelled else list(units)
    paragraphs = [_filled(random.choice(book["titles"]), random, {})]
    if labelled:
        head = random.choice(book["heads-labelled"])
        paragraphs += _party_lines(head, random, units)
        told = "{ROLE}" in head
    else:
        head, told = random.choice(book["heads-spoken"]), False
        paragraphs.append(_filled(head, random, _names(units, called, random)))
    roles = random.choice(book["roles"])
    forms = [random.choice(book["work"])] if random.random() < 0.5 else list(book["work"])
    work = _works(random, units)
    tasks = [
        _filled(random.choice(forms), random, {"p": name, "w": piece})
        for name, (_, piece) in zip(called, work, strict=True)
    ]
    allots = random.random() < 0.6
    owned = random.choice(book["ip" if allots else "ip-none"])
    said = _names(units, called, random)
    rest = [_filled(s, random, said) for s in random.sample(book["other"], 3)]
    ip_title = "知识产权" if allots or random.random() < 0.3 else "其他约定"
    sections = [
        ("研发内容分工", tasks),
        (random.choice((ip_title, "成果归属")) if allots else ip_title, [_filled(owned, random, said)]),
        ("期限与费用", rest[:2]), ("其他", rest[2:]),
    ]  # fmt: skip
    if not told or random.random() < 0.3:
        sections.insert(0, ("合作各方", [_filled(roles, random, said)]))
    paragraphs += _set_out(sections, random)
    form = " ｜ ".join((head, roles, *forms[:1], owned))
    return Agreement(tuple(paragraphs), tuple(units), tuple(work), allots, form)


@cache
def manners(file: str = MANNERS) -> dict[str, tuple[str, ...]]:
    """The lines of each whole agreement of a file."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    name = ""
    for line in Path(__file__).with_name(file).read_text("utf-8").splitlines():
        if re.fullmatch(r"\[[a-z]+\]", line):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            found[name].append(line)
    return {name: tuple(lines) for name, lines in found.items()}


def in_manner(random: Random, name: str, file: str = MANNERS) -> Agreement:
    """An agreement of two to four units in one of a file's manners."""
    units = _units(random, random.choice((2, 3, 3, 4)))
    work, allots = _works(random, units), random.random() < 0.6
    said = _names(units, units, random) | {
        "second": units[1], "labels": "、".join(f"{label}方" for label in _LABELS[1 : len(units)]),
    }  # fmt: skip
    paragraphs: list[str] = []
    lines = list(manners(file)[name])
    while lines:
        block = [lines.pop(0)]
        while block[0][0] in "*^+" and lines and lines[0][0] in "*^+":
            block.append(lines.pop(0))
        for n, (unit, piece) in enumerate(work if block[0][0] in "*^+" else work[:1]):
            words = {
                **said, "p": unit, "w": piece, "L": f"{_LABELS[n]}方",
                "n": _NUMBERS[n], "m": str(n + 1),
            }  # fmt: skip
            left_out = ("+" if n == 0 else "^") + ("!" if allots else "?")
            kept = [line for line in block if line[0] not in left_out]
            paragraphs += [_filled(line.lstrip("*^+?!"), random, words) for line in kept]
    return Agreement(tuple(paragraphs), tuple(units), tuple(work), allots, name)


def _units(random: Random, count: int) -> list[str]:
    units: list[str] = []
    while len(units) < count:
        name = WORDS["ORG"](random)
        whole = name.endswith(("公司", "大学", "学院", "研究院", "研究所", "中心", "医院", "学会"))
        if whole and len(name) > 6 and not re.search("[a-zA-Z]", name):
            units.append(name)
    return units


def _works(random: Random, units: list[str]) -> list[tuple[str, str]]:
    pieces: list[str] = []
    while len(pieces) < len(units):
        piece = WORDS["work"](random)
        if len(piece) > 6 and all(piece not in other and other not in piece for other in pieces):
            pieces.append(piece)
    return list(zip(units, pieces, strict=True))


def _names(units: list[str], called: list[str], random: Random) -> dict[str, str]:
    def listed(names: list[str]) -> str:
        last = random.choice(("、", "和", "及"))
        return last.join(("、".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]

    return {
        "lead": called[0], "others": listed(called[1:]), "all": listed(called),
        "LEAD": units[0], "OTHERS": listed(units[1:]), "ALL": listed(units),
    }  # fmt: skip


def _party_lines(head: str, random: Random, units: list[str]) -> list[str]:
    lines = []
    for n, unit in enumerate(units):
        role = "牵头单位" if n == 0 else "参与单位"
        words = {"LABEL": f"{_LABELS[n]}方", "P": unit, "ROLE": role, "short": f"{_LABELS[n]}方"}
        lines += _filled(head, random, words).split("|")
    return lines


_OWN: dict[str, str] = {
    "date": "DATE", "money": "MONEY", "district": "DISTRICT", "address": "ADDRESS",
    "person": "PERSON", "project": "PROJECT", "code": "ID.unit",
}  # fmt: skip


def _filled(sentence: str, random: Random, words: dict[str, str]) -> str:
    chosen = _CHOICE.sub(lambda m: random.choice(m[1].split("|")), sentence)
    return _SLOT.sub(lambda m: words[m[1]] if m[1] in words else WORDS[_OWN[m[1]]](random), chosen)


_NUMBERS = "一二三四五六七八九"


def _set_out(sections: list[tuple[str, list[str]]], random: Random) -> list[str]:
    """Sections under headings of one manner; their sentences numbered, apart or in a row."""
    heading: Callable[[int, str], str] = random.choice((
        lambda n, title: f"第{_NUMBERS[n]}条 {title}",
        lambda n, title: f"{_NUMBERS[n]}、{title}",
        lambda n, title: f"{n + 1}. {title}",
    ))  # fmt: skip
    manner, lines = random.choice(("apart", "row", "numbered")), []
    for n, (title, sentences) in enumerate(sections):
        lines.append(heading(n, title))
        if manner == "row":
            lines.append("".join(sentences))
        elif manner == "numbered" and len(sentences) > 1:
            lines += [f"（{_NUMBERS[m]}）{s}" for m, s in enumerate(sentences)]
        else:
            lines += sentences
    return lines


def printed(found: Agreement, random: Random, *, noise: bool) -> list[list[str]]:
    """Paragraphs as printed lines; with noise as a reader gives them."""
    return [
        [_read(p[at : at + _LINE], random) if noise else p[at : at + _LINE]
         for at in range(0, len(p), _LINE)]
        for p in found.paragraphs
    ]  # fmt: skip


def _read(line: str, random: Random) -> str:
    return damaged(Example(line, ()), random).text.replace("\n", " ")
