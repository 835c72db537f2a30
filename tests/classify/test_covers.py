from __future__ import annotations

from dataclasses import replace

from docint.classify.classify import classify
from docint.shelf import units
from docint.types.document import Document, Leaf
from docint.types.place import Box
from docint.types.reading import Page
from tests.printed import leaf_of, printed_page

KINDS = units("kinds", "kind")
BODY = "\n".join(["管理层负责按照企业会计准则的规定编制财务报表，并使其实现公允反映。"] * 12)
LETTER = (
    "审计报告\n青岩会审字（2024）第0118号\n澄川精密制造有限公司全体股东：\n一、审计意见\n"
    "二、形成审计意见的基础\n" + BODY
)
STATEMENT = (
    "资产负债表\n编制单位：澄川精密制造有限公司\n流动资产合计  12.00  13.00\n资产总计 1.00 2.00"
)
CONTRACT = (
    "甲方（用人单位）：澄川精密制造有限公司\n乙方（劳动者）：岳青禾\n"
    "双方订立劳动合同。\n试用期三个月\n劳动报酬每月支付\n" + BODY
)


def large(page: Page, *words: str, times: float = 2.0) -> Page:
    """The page with some of its lines set larger."""
    lines = []
    for line in page.lines:
        box = line.box
        if box and any(word in line.text for word in words):
            box = Box(box.x0, box.top, box.x0 + box.width * times, box.top + box.height * times)
        lines.append(replace(line, box=box))
    return replace(page, lines=tuple(lines))


def scan(*pages: str | Page) -> list[Leaf]:
    """Pages of one merged scan."""
    made = [p if isinstance(p, Page) else printed_page(p) for p in pages]
    return [leaf_of(replace(page, number=n)) for n, page in enumerate(made, 1)]


def shape(documents: tuple[Document, ...]) -> list[tuple[str, list[int]]]:
    return [(d.kind, [leaf.page.number for leaf in d.leaves]) for d in documents]


def test_a_cover_set_low_on_its_page_belongs_to_the_report_behind_it() -> None:
    cover = large(
        printed_page(
            "\n" * 16 + "澄川精密制造有限公司\n2023年度审计报告\n\n防伪编号：鲁24AB12CD34"
        ),
        "审计报告",
    )
    assert shape(classify(scan(cover, LETTER, STATEMENT), KINDS)) == [("audit-report", [1, 2, 3])]


def test_a_cover_that_only_names_the_firm_and_the_number_is_known_by_the_number() -> None:
    cover = "青岩会计师事务所（普通合伙）\n\n青岩会审字（2024）第0118号"
    assert shape(classify(scan(CONTRACT, cover, LETTER), KINDS)) == [
        ("labor-contract", [1]),
        ("audit-report", [2, 3]),
    ]


def test_a_table_of_contents_stands_between_cover_and_report() -> None:
    cover = large(printed_page("\n" * 12 + "澄川精密制造有限公司\n财务报表及审计报告"), "审计报告")
    contents = "目录\n一、审计报告  1-3\n二、已审财务报表  4-8\n三、财务报表附注  9-20"
    assert shape(classify(scan(CONTRACT, cover, contents, LETTER, STATEMENT), KINDS)) == [
        ("labor-contract", [1]),
        ("audit-report", [2, 3, 4, 5]),
    ]


def test_two_covered_contracts_behind_each_other_are_two() -> None:
    def cover(name: str) -> Page:
        return large(
            printed_page(
                f"\n\n\n\n劳动合同书\n\n\n\n甲方：澄川精密制造有限公司\n乙方：{name}\n签订日期：2022年5月1日"
            ),
            "合同书",
        )

    pages = scan(cover("岳青禾"), CONTRACT, cover("闻人拓"), CONTRACT.replace("岳青禾", "闻人拓"))
    assert shape(classify(pages, KINDS)) == [("labor-contract", [1, 2]), ("labor-contract", [3, 4])]


def test_a_signature_page_is_no_cover_of_the_contract_behind_it() -> None:
    agreement = (
        "创新联合体合作协议\n甲方：澄川精密制造有限公司\n乙方：远岫大学\n知识产权归属\n" + BODY
    )
    signed = large(
        printed_page(
            "甲方（盖章）：澄川精密制造有限公司\n乙方（盖章）：远岫大学\n签订日期：2023年1月5日"
        ),
        "甲方",
    )
    titled = large(printed_page("劳动合同书\n" + CONTRACT), "劳动合同书")
    assert shape(classify(scan(agreement, signed, titled), KINDS)) == [
        ("cooperation-agreement", [1, 2]),
        ("labor-contract", [3]),
    ]


def test_a_numbered_heading_with_a_titles_words_opens_no_document() -> None:
    plan = "创新联合体建设运营方案\n一、建设目标\n" + BODY
    more = "六、建设运营方案的组织实施与进度安排\n" + BODY
    assert len(classify(scan(plan, more), KINDS)) == 1


def test_page_numbers_that_begin_anew_begin_another_document() -> None:
    def page(number: int, name: str) -> str:
        return CONTRACT.replace("岳青禾", name) + f"\n\n\n第{number}页 共2页"

    pages = scan(page(1, "岳青禾"), page(2, "岳青禾"), page(1, "闻人拓"), page(2, "闻人拓"))
    assert shape(classify(pages, KINDS)) == [("labor-contract", [1, 2]), ("labor-contract", [3, 4])]


def test_notes_that_number_their_pages_anew_stay_with_their_report() -> None:
    notes = "财务报表附注\n一、公司基本情况\n" + BODY + "\n\n第1页 共9页"
    pages = scan(LETTER + "\n\n第1页 共2页", STATEMENT + "\n\n第2页 共2页", notes)
    assert shape(classify(pages, KINDS)) == [("audit-report", [1, 2, 3])]


def test_two_insurance_records_of_two_persons_are_two() -> None:
    def record(number: str) -> str:
        return (
            f"社会保险参保证明\n姓名：某某  身份证号：{number}\n单位编号 1\n养老保险 缴费基数 5000"
        )

    pages = scan(record("440304199001011234"), record("110105198502022345"))
    assert len(classify(pages, KINDS)) == 2


def test_a_house_number_is_no_report_number() -> None:
    one = LETTER + "\n注册地址：青岛市市南区香港中路1234号"
    two = "现金流量表\n编制单位地址：青岛市崂山区海尔路5678号\n经营活动产生的现金流量净额 1.00 2.00"
    assert len(classify(scan(one, two), KINDS)) == 1


def test_a_title_certificate_whose_large_title_was_not_read_is_still_one() -> None:
    report = "研发费用专项审计报告\n研究开发费用结构明细表\n人员人工费用 12.00\n" + BODY
    certificate = (
        "岳青禾于2019年11月经青岛市机械工程专业职称评审委员会评审通过，具备高级工程师资格。\n"
        "证书编号：1937\n青岛市人力资源和社会保障局"
    )
    assert shape(classify(scan(report, certificate), KINDS)) == [
        ("rd-audit-report", [1]),
        ("title-certificate", [2]),
    ]


def test_a_list_of_many_persons_goes_on_over_its_pages() -> None:
    def listed(*numbers: str) -> str:
        rows = "\n".join(f"某某 {number} 养老保险 缴费基数 5000" for number in numbers)
        return f"单位社会保险参保缴费明细表\n单位编号 1\n{rows}"

    one = listed("440304199001011234", "440304199001011235")
    two = listed("110105198502022345", "110105198502022346")
    assert len(classify(scan(one, two), KINDS)) == 1


def test_a_short_certificate_is_no_cover_of_the_next_persons() -> None:
    def record(name: str, number: str) -> Page:
        text = (
            f"社会保险参保缴费证明\n参保人姓名 {name}  社会保障号码 {number}\n"
            "缴费单位 澄川公司\n养老保险 缴费基数 5000\n社会保险基金管理局"
        )
        return large(printed_page(text), "缴费证明")

    pages = scan(record("岳青禾", "440304199001011234"), record("闻人拓", "110105198502022345"))
    assert len(classify(pages, KINDS)) == 2
