"""A name with more in its own cell (一格多值): ``鲁青　工程师``, ``甲公司［参与单位］``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docint.extract.unit_names import whole
from docint.kinds.application_form.choices import ROLE
from docint.kinds.application_form.entries import Entry
from docint.kinds.application_form.owners import OWNERS
from docint.kinds.application_form.senses import CODE, IDENTITY, PERSON, TITLE
from docint.values.text import fold

_BEHIND = re.compile(
    r"^(?P<name>.*?\S)\s*(?:[(（\[［【〔](?P<noted>[^()（）\[\]［］【】〔〕]+)[)）\]］】〕]"
    r"|[\s/／|｜、，,；;](?P<rest>[^\s/／|｜、，,；;]+))\s*$",
    re.DOTALL,
)
"""The last thing behind a name: in brackets, or parted by a blank or a mark."""
_PARTS = re.compile(r"[\s/／|｜、，,；;]+")
_LABELLED = re.compile(r"^(?:统一社会信用代码|信用代码|身份证号码?|职称|年龄|角色)[:：]?")
_FORMS: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "unit": (("uscc", CODE), ("role", ROLE)),
    "person": (
        ("id_number", IDENTITY),
        ("title", TITLE),
        ("age", re.compile(r"(?:现年)?[1-8]\d周?岁")),
        ("sex", re.compile("[男女]")),
    ),
}
"""What stands behind the name of each family, told by itself."""


def apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries, with what stands behind a name as entries of their own.

    A cell is parted only where every piece of it is understood. What has a place of its own in the
    form is not told twice.
    """
    given = {entry.path for entry in entries}
    for entry in entries:
        name, found = _parted(entry)
        yield name
        yield from (one for one in found if one.path not in given)


def _parted(entry: Entry) -> tuple[Entry, list[Entry]]:
    """A name's entry without what stands behind it, and that; nothing if not all is understood."""
    owner = OWNERS.get(str(entry.path[0]))
    if entry.path[-1] != "name" or owner is None or owner.family not in _FORMS:
        return entry, []
    text, found = entry.text, dict[str, str]()
    while behind := _BEHIND.match(text):
        pieces = [p for p in _PARTS.split(behind["noted"] or behind["rest"]) if p]
        told = [_told(owner.family, piece) for piece in pieces]
        if not all(name and name not in found for name, _ in told):
            break
        found.update(told)
        text = behind["name"]
    if not found or not _is_name(owner.family, text):
        return entry, []
    less = min(entry.sureness, 0.95)
    more = [
        replace(entry, path=(*entry.path[:-1], name), text=value, sureness=less)
        for name, value in found.items()
        if name != "role" or owner.many
    ]
    return replace(entry, text=text), more


def _told(family: str, piece: str) -> tuple[str, str]:
    """The field that a piece is by its form, and its value."""
    bare = _LABELLED.sub("", fold(piece))
    return next(((name, bare) for name, form in _FORMS[family] if form.fullmatch(bare)), ("", ""))


def _is_name(family: str, text: str) -> bool:
    name = fold(text)
    return whole(name) if family == "unit" else bool(PERSON.fullmatch(name))
