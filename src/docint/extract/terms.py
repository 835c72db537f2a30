"""A term that a certificate tells in words (有效期), without a label or across its lines.

``本证自2020年11月20日起至2025年11月20日止有效``; ``自 2011年9月22日`` over ``至 长期``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from docint.extract.certificates import term_end, term_start
from docint.extract.flow import Span, page_flow
from docint.extract.proof import fact
from docint.types.document import Document
from docint.types.fact import Fact

_YEAR = r"(?:(?:19|20)\d{2}|[二一][〇○零九][〇○零一二三四五六七八九]{2})"
_PART = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = rf"{_YEAR}(?:年{_PART}月{_PART}日|[-./]\d{{1,2}}[-./]\d{{1,2}})"
_OPEN = "长期|永久|永续经营|无固定期限|不约定期限"
_TERM = re.compile(
    rf"(?P<whole>(?:自|从|由)(?P<from>{_DAY})起?[,，]?(?:至|到)(?P<until>{_DAY}|{_OPEN}))"
)
_OTHER = re.compile(r"(?:检查|检验|年报|公示|报告|变更|备案)[^。;]{0,12}$")
"""Words before a term that is no certificate's own."""


def told(document: Document, taken: Sequence[Fact]) -> list[Fact]:
    """First and last day of the only term in words, those not yet known.

    Args:
        document: the certificate.
        taken: what was found before.
    """
    known = {item.path[0] for item in taken}
    terms = list(_terms(document))
    if len({span.text for span in terms}) != 1:
        return []
    made: list[Fact] = []
    for name, parse in (("valid_from", term_start), ("valid_until", term_end)):
        with suppress(ValueError):
            made.append(fact((name,), parse(terms[0].text), terms[0].by("clause", 0.95)))
    return [item for item in made if item.path[0] not in known]


def _terms(document: Document) -> Iterator[Span]:
    for leaf in document.leaves:
        flow = page_flow(leaf, joint="")
        for match in flow.finditer(_TERM):
            if not _OTHER.search(flow.text[: match.start()]):
                yield flow.group(match, "whole")
