"""Whose the results are: where the clause begins and ends in numberings of several kinds."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from tests.printed import document_of, printed_page

ALLOTS = "合作取得的专利申请权由作出贡献的一方享有，难以区分的由各方平均共有。"


def clause(page: str) -> object:
    document = document_of("cooperation-agreement", printed_page(page, plain=True))
    made = find(document, Tools()).get("ip_clause")
    return made.value if made else None


def test_an_announcement_is_no_part_of_the_clause() -> None:
    for announcement in (
        "各方约定，因履行本合同所产生成果的权利归属，按下列方式处理：",
        "关于本项目所形成的知识产权，各方一致同意遵循以下原则：",
    ):
        page = f"合作合同\n第四条 期限两年。\n第五条 {announcement}\n{ALLOTS}\n第六条 保密。\n"
        assert clause(page) == ALLOTS, announcement


def test_an_announcement_that_chooses_belongs_to_the_clause() -> None:
    chosen = (
        "各方确定，因履行本合同所产生成果的归属，按下列第2种方式处理：\n"
        "1.专利权归甲方所有。\n2.双方共有专利权。"
    )
    found = str(clause(f"合作合同\n第五条 知识产权归属\n{chosen}\n第六条 保密。\n"))
    assert "第2种方式" in found


def test_a_list_of_parties_does_not_swallow_the_clauses_behind_it() -> None:
    page = (
        "合作合同\n本协议由以下各方签署：\n（1）衡和通信技术有限公司（“甲方”）；\n"
        "（2）东湖工业研究院（“乙方”）；\n各方兹达成协议如下：\n1 定义\n1.1 “项目”指芯片。\n"
        f"2 出资\n2.1 甲方出资。\n3 IP权利\n3.1 {ALLOTS}\n4 期限与终止\n4.1 本协议有效期两年。\n"
    )
    assert clause(page) == ALLOTS


def test_a_clause_without_a_heading_is_its_paragraph_alone() -> None:
    filler = "各方应当诚实守信，按照约定履行。\n" * 60
    page = f"合作合同\n（1）衡和通信技术有限公司。\n{filler}{ALLOTS}\n{filler}"
    assert clause(page) == ALLOTS


def test_sharing_listed_as_a_principle_is_no_clause() -> None:
    principles = "联合体遵循平等自愿、权责一致、成果共享的原则，不设独立法人。"
    assert clause(f"合作合同\n第三条 {principles}\n第四条 期限两年。\n") is None
