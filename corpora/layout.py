"""Layouts: templates by kind of paper and group, filled with facts.

A layout is one file, ``templates/<kind>/<main|held-out>/<layout>.html.j2``. It begins with
``<style page="…">``: the CSS of its pages, then its own; selectors need no care, they reach no
other paper. Nobody tunes on ``held-out``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import jinja2

from corpora import decor, print_forms
from corpora.fonts import font
from corpora.paper import Ink, Paper

TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(
        day=print_forms.day,
        capitals=print_forms.capitals,
        yuan=print_forms.yuan,
        tens=print_forms.tens,
        rounded=print_forms.rounded,
        bare=print_forms.bare,
        small=print_forms.small,
        emblem=decor.emblem,
        border=decor.border,
        qr=decor.qr,
        spread=decor.spread,
    )
    return environment


def names(kind: str, group: str) -> tuple[str, ...]:
    """Layouts of a kind in a group, sorted."""
    return tuple(
        sorted(p.name.removesuffix(".html.j2") for p in (TEMPLATES / kind / group).glob("*.j2"))
    )


def drawn(kind: str, layouts: list[str], random: Random) -> str:  # noqa: ARG001
    """One of a kind's layouts that fit, by chance; tests walk through them instead."""
    return random.choice(layouts)


def lay(
    kind: str, name: str, group: str, random: Random, only: tuple[str, ...] = (), **facts: Any
) -> Paper:
    """Print a paper in a layout drawn by chance.

    Args:
        kind: folder of its templates, and the contract's type unless ``as_kind`` says otherwise.
        name: what the applicant calls the file.
        group: ``main`` or ``held-out``.
        random: source of every choice, in the template too (``pick``, ``chance``).
        only: the layouts to draw from; all of the group's if none of these is there.
        facts: what the template prints.
    """
    there = names(kind, group)
    layout = drawn(kind, [n for n in only if n in there] or list(there), random)
    ink, inner = Ink(), Random(random.getrandbits(48))
    template = _environment().get_template(f"{kind}/{group}/{layout}.html.j2")
    html = template.render(
        ink=ink,
        random=inner,
        pick=lambda *of: inner.choice(of),
        chance=lambda p: inner.random() < p,
        number=lambda digits: f"{inner.randrange(10**digits):0{digits}d}",
        song=font(inner, "serif"),
        hei=font(inner, "sans"),
        kai=font(inner, "kai"),
        **facts,
    )
    css, page, body = _parts(html)
    return Paper(
        facts.get("as_kind", kind),
        name,
        f"{group}/{layout}",
        css,
        body,
        page,
        ink.truth,
        ink.critical,
        ink.marks,
    )


def _parts(html: str) -> tuple[str, str, str]:
    found = re.match(r'\s*<style page="([^"]*)">(.*?)</style>(.*)', html, re.DOTALL)
    if not found:
        raise ValueError('a template begins with <style page="…">')
    page, css, body = found.groups()
    return css, page, body
