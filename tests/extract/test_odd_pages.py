"""Nothing a reader hands over may make extraction fail: odd boxes, odd words, odd characters."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docint.classify.classify import classify
from docint.contracts import Kind, Tools
from docint.extract.extract import facts_of
from docint.shelf import unit
from docint.types.document import Document
from docint.types.place import Box
from docint.types.reading import Cell, Line, Page, Seal, Table, Word
from tests.printed import leaf_of

KINDS: dict[str, Kind] = {
    name: unit("kinds", name, "kind")
    for name in (
        "business_license",
        "credit_report",
        "id_card",
        "institution_certificate",
        "labor_contract",
        "other",
        "proof_of_claim",
        "qualification_certificate",
        "social_insurance_record",
        "social_organization_certificate",
        "title_certificate",
    )
}
LABELS = st.sampled_from(
    [
        "名称",
        "统一社会信用代码",
        "住所",
        "甲方：",
        "有效期自",
        "2021年3月5日",
        "至长期",
        "营业执照",
        "姓名",
    ]
)
TEXTS = st.one_of(LABELS, st.text(max_size=12), st.tuples(LABELS, st.text(max_size=8)).map("".join))
SPANS = st.floats(-5, 600, allow_nan=False)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x, y = draw(SPANS), draw(SPANS)
    return Box(x, y, x + draw(st.floats(0, 300)), y + draw(st.floats(0, 60)))


@st.composite
def lines(draw: st.DrawFn) -> Line:
    text, box = draw(TEXTS), draw(st.one_of(st.none(), boxes()))
    words = (Word(text, box),) if draw(st.booleans()) else ()
    return Line(text, box, words, draw(st.floats(0, 1)), "第1段")


@st.composite
def pages(draw: st.DrawFn) -> Page:
    cells = draw(st.lists(TEXTS, max_size=4))
    table = Table(tuple(Cell(n // 2, n % 2, text) for n, text in enumerate(cells)))
    seals = draw(st.lists(TEXTS, max_size=1))
    return Page(
        1,
        draw(st.sampled_from([0.0, 595.0])),
        draw(st.sampled_from([0.0, 842.0])),
        draw(st.sampled_from(["ocr", "text", "docx"])),
        "rapidocr",
        tuple(draw(st.lists(lines(), max_size=8))),
        (table,) if cells else (),
        tuple(Seal(text, "red", "round", Box(0, 0, 9, 9), 0.9) for text in seals),
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(pages(), min_size=1, max_size=3))
def test_odd_pages_give_facts_or_none_but_never_an_error(found: list[Page]) -> None:
    leaves = tuple(leaf_of(page) for page in found)
    documents = classify(leaves, KINDS)
    assert sum(len(document.leaves) for document in documents) == len(leaves)
    for kind in KINDS.values():
        for fact in facts_of(Document("d1", kind.name, 1.0, leaves), kind, Tools()):
            assert fact.raw
            assert 0.0 <= fact.confidence <= 1.0
