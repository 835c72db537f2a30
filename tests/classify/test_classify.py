from __future__ import annotations

import pytest

from docint.classify.classify import classify
from docint.contracts import Cue, Kind
from docint.types.document import Document, Leaf
from docint.types.reading import Page
from tests.printed import leaf_of, printed_page

KINDS = {
    "license": Kind(
        "business-license",
        "营业执照",
        (Cue("^营业执照$", 1.0, top=True), Cue("经营范围", 0.3), Cue("登记机关", 0.3)),
        single_page=True,
    ),
    "contract": Kind(
        "labor-contract",
        "劳动合同",
        (Cue("^劳动合同书?$", 1.0, top=True), Cue("劳动者", 0.5), Cue("试用期", 0.5)),
    ),
    "audit": Kind(
        "audit-report", "审计报告", (Cue("审计报告", 1.0, top=True), Cue("审计意见", 0.5))
    ),
    "card": Kind(
        "id-card",
        "身份证",
        (Cue("公民身份号码", 1.0), Cue("居民身份证", 0.6), Cue("签发机关", 0.5)),
        single_page=True,
    ),
}
FILLER = "\n".join(
    ["双方按照法律规定履行各自的义务和责任，并对由此产生的后果承担相应的责任。"] * 12
)
LICENSE = "营业执照\n名称：澄川公司\n经营范围：软件\n登记机关"
CONTRACT = "劳动合同书\n劳动者：岳青禾\n试用期两个月\n" + FILLER


def pages(*texts: str, file: str = "扫描件.pdf") -> list[Leaf]:
    return [leaf_of(printed_page(text, n), file) for n, text in enumerate(texts, 1)]


def shape(documents: tuple[Document, ...]) -> list[tuple[str, int]]:
    return [(document.kind, len(document.leaves)) for document in documents]


def test_pages_without_a_title_belong_to_the_document_before() -> None:
    documents = classify(pages(CONTRACT, FILLER, "甲方（盖章）  乙方（签字）"), KINDS)
    assert shape(documents) == [("labor-contract", 3)]


def test_one_scan_of_many_documents_is_split() -> None:
    documents = classify(pages(LICENSE, CONTRACT, FILLER, LICENSE), KINDS)
    assert shape(documents) == [
        ("business-license", 1),
        ("labor-contract", 2),
        ("business-license", 1),
    ]


def test_two_licences_on_two_pages_are_two_documents() -> None:
    assert shape(classify(pages(LICENSE, LICENSE), KINDS)) == [("business-license", 1)] * 2


def test_two_sides_of_a_card_are_one_document() -> None:
    documents = classify(pages("姓名岳青禾\n公民身份号码 1", "居民身份证\n签发机关 某局"), KINDS)
    assert shape(documents) == [("id-card", 2)]


def test_a_second_contract_begins_where_the_title_comes_again() -> None:
    documents = classify(pages(CONTRACT, FILLER, CONTRACT, FILLER), KINDS)
    assert shape(documents) == [("labor-contract", 2)] * 2


def test_a_cover_and_the_titled_page_behind_it_are_one_report() -> None:
    cover = "澄川公司\n审计报告\n2023年度\n深会审字[2024]第0123号"
    body = "审计报告\n深会审字[2024]第0123号\n一、审计意见\n" + FILLER
    assert shape(classify(pages(cover, body, FILLER), KINDS)) == [("audit-report", 3)]


def test_another_report_number_begins_another_report() -> None:
    one = "审计报告\n深会审字[2024]第0123号\n一、审计意见\n" + FILLER
    two = "审计报告\n深会审字[2023]第0099号\n一、审计意见\n" + FILLER
    assert shape(classify(pages(one, FILLER, two), KINDS)) == [
        ("audit-report", 2),
        ("audit-report", 1),
    ]


def test_a_contract_photographed_page_by_page_is_joined() -> None:
    leaves = [
        *pages(FILLER, file="合同-2.jpg"),
        *pages(CONTRACT, file="合同-1.jpg"),
        *pages("甲方（盖章）\n乙方（签字）", file="合同-10.jpg"),
    ]
    documents = classify(leaves, KINDS)
    assert [[leaf.file for leaf in d.leaves] for d in documents] == [
        ["合同-1.jpg", "合同-2.jpg", "合同-10.jpg"]
    ]


def test_page_numbers_join_files_of_different_names() -> None:
    first = leaf_of(printed_page(CONTRACT + "\n\n第1页共2页"), "a.jpg")
    last = leaf_of(printed_page(FILLER + "\n\n第2页共2页"), "乙.jpg")
    assert shape(classify([first, last], KINDS)) == [("labor-contract", 2)]


def test_unrelated_files_are_not_joined() -> None:
    leaves = [*pages(CONTRACT, file="a.pdf"), *pages(FILLER, file="说明.pdf")]
    assert shape(classify(leaves, KINDS)) == [("labor-contract", 1), ("unknown", 1)]


def test_the_audit_firms_own_licence_is_an_annex() -> None:
    report = "审计报告\n一、审计意见\n" + FILLER
    own = "营业执照\n名称：深圳鹏城会计师事务所（特殊普通合伙）\n经营范围：审计\n登记机关"
    documents = classify(pages(report, own), KINDS)
    assert [(d.kind, d.annex_of) for d in documents] == [
        ("audit-report", ""),
        ("business-license", "d1"),
    ]


def test_an_applicants_licence_is_no_annex() -> None:
    leaves = [
        *pages("审计报告\n一、审计意见\n" + FILLER, file="a.pdf"),
        *pages(LICENSE, file="b.pdf"),
    ]
    assert [d.annex_of for d in classify(leaves, KINDS)] == ["", ""]


def test_a_machines_application_is_the_form() -> None:
    leaf = Leaf("1" * 64, "application.json", Page(1, 0, 0, "json", "json"))
    data = {"1" * 64: {"lead": {"name": "澄川公司"}}}
    (document,) = classify([leaf], KINDS, data)
    assert (document.kind, document.data) == ("application-form", data["1" * 64])


def test_any_other_json_is_unknown() -> None:
    leaf = Leaf("1" * 64, "x.json", Page(1, 0, 0, "json", "json"))
    (document,) = classify([leaf], KINDS, {"1" * 64: {"colour": "red"}})
    assert document.kind == "unknown"


@pytest.mark.parametrize("text", ["请提交营业执照复印件", "附件：劳动合同、审计意见"])
def test_a_mere_mention_makes_no_kind(text: str) -> None:
    (document,) = classify(pages(text + "\n" + FILLER), KINDS)
    assert document.kind == "unknown"


def test_a_document_names_its_rivals() -> None:
    (document,) = classify(pages("劳动合同书\n经营范围\n登记机关\n" + FILLER), KINDS)
    assert [rival.kind for rival in document.rivals] == ["business-license"]


def test_a_card_among_a_contracts_photographs_stands_by_itself() -> None:
    leaves = [
        *pages(CONTRACT, file="IMG_1.jpg"),
        *pages(FILLER, file="IMG_2.jpg"),
        *pages("姓名岳青禾\n公民身份号码 1", file="IMG_3.jpg"),
    ]
    assert shape(classify(leaves, KINDS)) == [("labor-contract", 2), ("id-card", 1)]


def test_two_sides_of_a_card_may_be_two_files() -> None:
    leaves = [
        *pages("居民身份证\n签发机关 某局", file="身份证反面.jpg"),
        *pages("姓名岳青禾\n公民身份号码 1", file="身份证正面.jpg"),
    ]
    assert shape(classify(leaves, KINDS)) == [("id-card", 2)]


def test_a_readers_stray_traditional_characters_hide_no_title() -> None:
    page = printed_page(
        "营業执照\n名称：澄川公司\n经营范围：软件和技术服务\n登记机关", origin="ocr"
    )
    (document,) = classify([leaf_of(page)], KINDS)
    assert document.kind == "business-license"
    assert "营业执照" in document.text


def test_a_text_layers_traditional_characters_are_what_is_printed() -> None:
    (document,) = classify(pages("营業执照\n名称：澄川公司\n经营范围：软件\n登记机关"), KINDS)
    assert "营業执照" in document.text
