"""Agreements of many wordings."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page


def read(*pages: str, plain: bool = False) -> Facts:
    drawn = [printed_page(page, n, plain=plain) for n, page in enumerate(pages, 1)]
    return find(document_of("cooperation-agreement", *drawn), Tools())


def values(facts: Facts) -> dict[str, object]:
    return {".".join(str(step) for step in fact.path): fact.value for fact in facts}


def test_units_listed_behind_one_head_are_parties_each() -> None:
    found = values(
        read(
            "创新联合体共建协议\n牵头单位：蓝桥智能科技（深圳）有限公司（以下简称“蓝桥智能”）\n"
            "参与单位：南方理工大学、海岳精密仪器有限公司\n二、各方职责\n"
            "（一）蓝桥智能：负责统筹管理，承担感知算法的研发。\n（二）南方理工大学：负责理论研究。\n"
            "三、知识产权管理\n（一）各方已有知识产权归各自所有。\n（二）共同研发形成的由各方共有。\n",
            plain=True,
        )
    )
    assert [found[f"parties.{n}.role"] for n in range(3)] == ["lead", "participant", "participant"]
    assert found["parties.2.name"] == "海岳精密仪器有限公司"
    assert found["rd_division.0.party"] == "蓝桥智能科技（深圳）有限公司"
    assert str(found["ip_clause"]).endswith("由各方共有。")


def test_the_standard_technology_contract_is_read() -> None:
    found = values(
        read(
            "技术开发（合作）合同\n合同登记编号：2024440300000123\n"
            "委托方（甲方）：蓝桥智能科技有限公司\n法定代表人：程亦白\n受托方（乙方）：南方理工大学\n"
            "法定代表人：方 刚\n签订时间：2024年5月6日\n有效期限：2024年5月6日至2026年5月5日\n"
            "第三条 各方的研究开发分工：\n甲方：承担工程化开发；\n"
            "乙方：承担核心算法研究，提交技术报告。\n"
            "第五条 研究开发经费及报酬总额为：￥2,000,000.00元（大写：贰佰万元整）。\n",
            plain=True,
        )
    )
    assert found["title"] == "技术开发（合作）合同"
    assert found["parties.1.representative"] == "方刚"
    assert (found["signed_on"], found["valid_until"]) == ("2024-05-06", "2026-05-05")
    assert found["rd_division.1.text"] == "承担核心算法研究，提交技术报告。"
    assert found["amount"] == found["amount_words"] == "2000000.00"


def test_figures_and_words_that_differ_are_both_given() -> None:
    found = values(
        read(
            "合作协议\n甲方：某某公司\n合同总金额为人民币500,000.00元（大写：伍拾伍万元整）。",
            plain=True,
        )
    )
    assert (found["amount"], found["amount_words"]) == ("500000.00", "550000.00")


def test_a_mention_of_intellectual_property_is_no_clause() -> None:
    for sentence in (
        "本协议所称知识产权是指专利权、著作权等。",
        "双方对合作中知悉的技术成果和知识产权予以保密，不得向第三方披露。",
        "双方在人才培养、技术交流、知识产权等方面开展合作。",
        "双方保证所提供的技术不侵犯他人的知识产权。",
    ):
        facts = read(
            f"战略合作协议\n甲方：甲有限公司\n乙方：乙大学\n一、内容\n{sentence}", plain=True
        )
        assert facts.get("ip_clause") is None, sentence


def test_an_unheaded_clause_that_allots_results_is_one() -> None:
    facts = read(
        "合作协议\n甲方：甲有限公司\n乙方：乙大学\n4. 合作产生的专利由双方共有。\n5. 保密。",
        plain=True,
    )
    assert facts.get("ip_clause").value == "合作产生的专利由双方共有。"  # type: ignore[union-attr]


def test_duties_of_payment_are_no_division_of_research() -> None:
    facts = read(
        "战略合作框架协议\n甲方：甲有限公司\n乙方：乙大学\n2. 双方权利义务\n"
        "甲方应按时支付费用。乙方应保证其提供的资料真实。",
        plain=True,
    )
    assert not facts.under("rd_division")


def test_a_term_counted_from_a_day_ends_the_day_before_its_anniversary() -> None:
    facts = read(
        "合作协议\n甲方：甲有限公司\n六、本协议有效期两年，自2024年4月1日起算。", plain=True
    )
    until = facts.get("valid_until")
    assert until is not None
    assert until.value == "2026-03-31"
    assert until.confidence < 0.9


def test_places_left_blank_in_the_signature_block_are_told() -> None:
    found = values(
        read(
            "合作协议\n甲方：甲有限公司\n乙方：乙大学\n",
            "甲方（盖章）：甲有限公司\n法定代表人（签字）：程亦白\n日期：2024年3月20日\n"
            "乙方（盖章）：乙大学\n法定代表人（签字）：________\n日期：____年__月__日\n",
        )
    )
    assert (found["signatures.0.signed"], found["signatures.0.date"]) == (True, "2024-03-20")
    assert (found["signatures.1.signed"], found["signatures.1.date"]) == (False, "")
