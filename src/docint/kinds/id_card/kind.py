"""居民身份证: the face with name and number, the emblem side with authority and term.

Number, birth date and sex bear each other out; copies are often crossed by 仅供…使用.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract.certificates import term_end
from docint.extract.extract import labelled_facts
from docint.extract.flow import page_flow
from docint.extract.naming import person
from docint.extract.parsers import number_as_read, one_date, words
from docint.extract.proof import attested, fact, proved
from docint.types.document import Document
from docint.types.fact import Fact, Facts, Value, Witness
from docint.values.ids import resident
from docint.values.text import fold


def holder(printed: str) -> str:
    """The name; what OCR joined from the next line's label is cut off.

    Raises:
        ValueError: no name.
    """
    return person(re.sub(r"性\s*别.*$", "", printed))


def sex(printed: str) -> str:
    """The first character behind 性别.

    Raises:
        ValueError: neither 男 nor 女.
    """
    match = re.match("[男女]", fold(printed))
    if not match:
        raise ValueError(f"neither 男 nor 女: {printed!r}")
    return match[0]


def home(printed: str) -> str:
    """The address without what is written across a copy (仅供…使用).

    Raises:
        ValueError: nothing is left.
    """
    return words(re.split(r"仅[供限用]|再次复印|与原件", printed)[0])


FIELDS = (
    Field("name", "person.name", ("姓名",), holder),
    Field("sex", "person.sex", ("性别",), sex),
    Field("birth_date", "person.birth-date", ("出生", "出生日期"), one_date),
    Field("address", "person.address", ("住址",), home, block=True),
    Field("id_number", "person.id-number", ("公民身份号码", "身份号码", "公民身份证号码")),
    Field("valid_until", "document.valid-until", ("有效期限", "有效期"), term_end),
)

_TERMS = {field.name: field.term for field in FIELDS}
_DAY = "[12][0-9]{3}[.年][0-9]{1,2}[.月][0-9]{1,2}日?"
_PATTERNS: dict[str, tuple[str, Callable[[str], Value]]] = {
    "name": (r"姓\n?名[::]?\n?(?P<v>[\u3400-\u9fff·]{2,15}?)(?=\n|性\n?别|$)", holder),
    "sex": (r"性\n?别[::]?\n?(?P<v>[男女])", sex),
    "birth_date": (
        r"出\n?生[::]?\n?(?P<v>[12][0-9]{3}\n?年\n?[0-9]{1,2}\n?月\n?[0-9]{1,2}\n?日)",
        one_date,
    ),
    "id_number": (r"(?<![0-9])(?P<v>[1-9][0-9]{16}[0-9Xx×])(?![0-9])", number_as_read),
    "valid_until": (
        rf"(?P<v>{_DAY}[-—–至]+(?:{_DAY}|长期))",
        term_end,
    ),
}
"""Where print stands too close for labels to be told by their place."""


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts, gaps filled by patterns; then number, birth and sex are compared."""
    facts = {item.path[0]: item for item in labelled_facts(document, FIELDS, tools)}
    for name, (pattern, parse) in _PATTERNS.items():
        if name not in facts and (found := _by_pattern(document, name, pattern, parse)):
            facts[name] = proved(found, _TERMS[name], tools)
    every = _compared(facts)
    if len({hit.value for hit in resident.find_all(document.text)}) > 1:
        # two cards on one sheet: whose is which cannot be told
        every = [replace(item, confidence=min(item.confidence, 0.5)) for item in every]
    return Facts(tuple(every))


def _by_pattern(
    document: Document, name: str, pattern: str, parse: Callable[[str], Value]
) -> Fact | None:
    for leaf in document.leaves:
        flow = page_flow(leaf)
        for match in flow.finditer(pattern):
            try:
                value = parse(match["v"].replace("\n", ""))
            except ValueError:
                continue
            return fact((name,), value, flow.group(match, "v").by("pattern", 0.96))
    return None


def _compared(facts: dict[str | int, Fact]) -> list[Fact]:
    number = facts.get("id_number")
    if number is None or not resident.valid(str(number.value)):
        return list(facts.values())
    born = resident.birth(str(number.value))
    told = {"birth_date": born.isoformat() if born else "", "sex": resident.sex(str(number.value))}
    for name, value in told.items():
        if item := facts.get(name):
            agrees = item.value == value
            note = "与公民身份号码所载一致" if agrees else "与公民身份号码所载不同"
            facts[name] = attested(item, Witness("check-character", agrees, note))
    return [replace(item) for item in facts.values()]


kind = Kind(
    name="id-card",
    title="身份证",
    cues=(
        Cue(r"公民身份号码", 0.75),
        Cue(r"姓名.{0,40}性别.{0,20}民族", 0.3),
        Cue(r"住址", 0.15),
        Cue(r"居民身份证", 0.45),
        Cue(r"签发机关", 0.4),
        Cue(r"有效期限", 0.2),
        Cue(r"注册会计师|会计师事务所|劳动合同|用人单位|合同期限", -1.2),
        Cue(r"参保|社会保险|申请表|申报书|登记表|简历|职称|资格证书|聘书", -1.0),
    ),
    fields=FIELDS,
    find=find,
    single_page=True,
)
