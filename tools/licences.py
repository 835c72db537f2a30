"""Writes the dependencies' licences as Markdown, read off the installed packages themselves.

Stops if a package that the wheel pulls in is under a licence that may not be linked in.
"""

from __future__ import annotations

import re
import sys
from email.message import Message
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import cast

LOCK = Path(__file__).parents[1] / "requirements.lock"
FORBIDDEN = re.compile(r"\b(AGPL|GPL-?[23]|GNU (Affero )?General Public)", re.IGNORECASE)
LESSER = re.compile(r"LGPL|Lesser", re.IGNORECASE)


def names() -> list[str]:
    """Packages pinned in ``requirements.lock``."""
    pattern = re.compile(r"^([A-Za-z0-9_.-]+)(\[.*\])?==", re.MULTILINE)
    found = pattern.findall(LOCK.read_text("utf-8"))
    return sorted({name for name, _ in found}, key=str.lower)


def licence(package: Distribution) -> str:
    """The licence a package states: the expression, else classifiers, else the free text."""
    meta = cast("Message", package.metadata)
    stated = meta.get("License-Expression")
    if stated:
        return str(stated)
    classed = [c.rsplit(" :: ", 1)[-1] for c in meta.get_all("Classifier", []) if "License ::" in c]
    if classed:
        return ", ".join(dict.fromkeys(classed))
    return str(meta.get("License") or "not stated").strip().splitlines()[0][:80]


def main() -> int:
    """Print the table; 1 if something forbidden is among them."""
    bad = []
    print("# Licences of the dependencies\n")
    print("Made by `make licences` from the packages pinned in `requirements.lock`.\n")
    print("| package | version | licence |\n| --- | --- | --- |")
    for name in names():
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # pinned for another platform
        stated = licence(package)
        print(f"| {name} | {package.version} | {stated} |")
        if FORBIDDEN.search(stated) and not LESSER.search(stated):
            bad.append(f"{name}: {stated}")
    for line in bad:
        print(f"not allowed: {line}", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
