"""Labels told by the words they are made of (标签构词): ``代扣代缴`` + ``单位`` + ``名称``.

Authorities call one thing by ever new compounds; their words are few. The compounds that a
document prints count as labels of a field like the ones it lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docint.contracts import Field
from docint.extract.cells import bare_label
from docint.extract.rows import layout
from docint.types.document import Document

_HAN = re.compile(r"[\u4e00-\u9fff]")


def grown(
    fields: Sequence[Field], forms: Mapping[str, re.Pattern[str]], document: Document
) -> tuple[Field, ...]:
    """The fields, with the compounds among their labels that the document prints.

    Args:
        fields: with the labels they list.
        forms: by the name of a field, what else its labels look like, folded.
        document: to be searched.
    """
    made = []
    for field in fields:
        form = forms.get(field.name)
        found = _printed(form, document) if form else ()
        labels = dict.fromkeys((*field.labels, *found))
        made.append(replace(field, labels=tuple(labels)))
    return tuple(made)


def _printed(form: re.Pattern[str], document: Document) -> Iterator[str]:
    """Compounds at the beginning of a run, or alone in a cell."""
    for leaf in document.leaves:
        for piece in layout(leaf).pieces:
            for match in form.finditer(piece.text):
                if not _HAN.match(piece.text[match.start() - 1 : match.start()]):
                    yield match[0]
        for table in leaf.page.tables:
            for cell in table.cells:
                if form.fullmatch(bare_label(cell.text)):
                    yield bare_label(cell.text)
