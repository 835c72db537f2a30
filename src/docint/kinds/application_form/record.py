"""``application.json``: plain leaves → facts; a leaf of a wrong type is left out, never a crash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.kinds.application_form import choices, printed
from docint.types.document import Document
from docint.types.fact import Fact, Facts, Path, Value
from docint.types.place import Evidence, Place
from docint.values.text import tidy

_CONFIDENCE = 0.99
_TOP = ("program", "applied_on", "project_name", "industry", "period_from", "period_until")
_ONE = ("applicant", "lead", "project_leader", "chief_engineer")
_MANY = ("members", "team", "experts", "budget", "targets", "claims")
_BY_YEAR = ("rd_expense", "revenue")
_AMOUNTS = ("matching_funds", "grant")
_STRICT = frozenset(
    {
        "applied_on", "period_from", "period_until", "established_on", "birth_date", "date",
        "kind", "role", "sex",
    }
)  # fmt: skip
"""Fields whose form the contract fixes; any other text is a value as it stands."""


def declared(document: Document) -> Facts:
    """The facts of a machine's declaration, in the contract's order."""
    data = document.data or {}
    found = []
    for path, leaf in _leaves(data):
        value = _value(path, leaf)
        if value is not None:
            found.append(_fact(document, path, leaf, value))
    return Facts(tuple(found))


def wrong(document: Document) -> tuple[str, ...]:
    """Paths of leaves that were left out because they are not of their type."""
    leaves = list(_leaves(document.data or {}))
    return tuple(where(path) for path, leaf in leaves if _value(path, leaf) is None and _says(leaf))


def where(path: Path) -> str:
    """The place in words: ``members[0].name``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def _fact(document: Document, path: Path, leaf: Any, value: Value) -> Fact:
    place = Place(document.leaves[0].source, 1, None, where(path))
    return Fact(path, value, (Evidence(place, _shown(leaf), "json"),), "given", _CONFIDENCE)


def _shown(leaf: Any) -> str:
    if isinstance(leaf, bool):
        return "true" if leaf else "false"
    if isinstance(leaf, Mapping):
        return str(leaf.get("name") or leaf.get("amount") or dict(leaf))
    return str(leaf)


def _leaves(data: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    """Leaves at the contract's paths; whatever stands elsewhere is none."""
    for key in (*_TOP, *_AMOUNTS):
        if key in data:
            yield (key,), data[key]
    for key in _ONE:
        yield from _inside((key,), data.get(key))
    for key in _MANY:
        listed = data.get(key)
        for number, item in enumerate(listed if isinstance(listed, list) else []):
            yield from _inside((key, number), item)
    for key in _BY_YEAR:
        years = data.get(key)
        for year, leaf in (years if isinstance(years, Mapping) else {}).items():
            if str(year).isdigit() and len(str(year)) == 4:
                yield (key, str(year)), leaf


def _inside(path: Path, item: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(item, str) and path[0] in {"members", "team", "experts"}:
        yield (*path, "name"), item  # a bare name where an object is asked
        return
    if not isinstance(item, Mapping):
        return
    for key, leaf in item.items():
        if key == "qualifications" and isinstance(leaf, list):
            yield from (((*path, key, number), one) for number, one in enumerate(leaf))
        else:
            yield (*path, str(key)), leaf


def _says(leaf: Any) -> bool:
    return leaf not in (None, "", [], {})


def _value(path: Path, leaf: Any) -> Value | None:
    """The contract's value of a leaf, or None."""
    if not _says(leaf):
        return None
    try:
        return _read(path, leaf)
    except (ValueError, ArithmeticError, TypeError):
        return None


def _read(path: Path, leaf: Any) -> Value | None:
    last = path[-1]
    if path[:2] == ("lead", "district"):
        return _district(leaf)
    if printed.is_money(path):
        return _money(leaf)
    if last == "age" or (last == "number" and path[0] == "targets"):
        return _whole(leaf)
    if isinstance(leaf, bool) or not isinstance(leaf, (str, int)):
        raise TypeError(f"{path} is no text")
    if path[0] == "claims" and last == "kind":
        return choices.claim_kind(str(leaf))
    return _parsed(path, str(leaf))


def _parsed(path: Path, text: str) -> Value | None:
    parse = printed.text if "qualifications" in path else printed.parser(path)
    if parse is None:
        return None
    try:
        return parse(text)
    except printed.BlankError:
        return None
    except ValueError:
        # what a machine declares is shown as declared, also where it is odd
        return None if path[-1] in _STRICT else tidy(text)


def _district(leaf: Any) -> Value:
    if isinstance(leaf, Mapping):
        code, name = leaf.get("code"), leaf.get("name")
        if isinstance(code, str) and isinstance(name, str):
            return {"code": code, "name": name}
        leaf = name or code
    if not isinstance(leaf, str):
        raise TypeError("no district")
    return dict(printed.district(leaf))


def _money(leaf: Any) -> Value:
    if isinstance(leaf, Mapping) and {"amount", "currency"} <= leaf.keys():
        return {"amount": str(leaf["amount"]), "currency": str(leaf["currency"])}
    if isinstance(leaf, bool) or not isinstance(leaf, (str, int, float)):
        raise TypeError("no amount")
    return printed.capital(repr(leaf) if isinstance(leaf, float) else str(leaf))


def _whole(leaf: Any) -> int:
    if isinstance(leaf, bool):
        raise TypeError("no number")
    if isinstance(leaf, float):
        if leaf != int(leaf):
            raise ValueError("a fraction")
        return int(leaf)
    if isinstance(leaf, int):
        return leaf
    return printed.target(str(leaf))[0]
