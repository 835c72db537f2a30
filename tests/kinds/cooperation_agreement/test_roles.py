"""Who leads and who takes part, in lists, lines of particulars and places to sign."""

from __future__ import annotations

from docint.contracts import Tools
from docint.kinds.cooperation_agreement.kind import find
from docint.types.fact import Facts
from tests.printed import document_of, printed_page

LISTED = """共建创新联合体合同
第一章 总则
第二条 联合体由以下成员组成：
（一）深圳市翊川精密仪器有限公司，{lead}，法定代表人为潘若水；
（二）南方海洋大学，系成员单位，法定代表人为房青禾。
第三条 各成员按下列安排开展研究开发：
1·深圳市翊川精密仪器有限公司就总体方案设计投入人员、场地和设备并按期交付成果。
2·南方海洋大学主要从事可靠性试验与数据采集。
第四条 本协议经各方盖章并经代表签署后生效。
"""
SIGNED_SIDE_BY_SIDE = """
牵头单位：                                          成员单位：
深圳市翊川精密仪器有限公司                          南方海洋大学
（单位公章）                                        （单位公章）
代表：潘展                                          代表：扇雨
2024年2月24日                                       2024年2月24日
"""


def read(page: str, *, plain: bool = False) -> Facts:
    document = document_of("cooperation-agreement", printed_page(page, plain=plain))
    return find(document, Tools())


def said(facts: Facts, what: str) -> list[object]:
    parties = facts.under("parties")
    return [
        fact.value if (fact := facts.get("parties", n, what)) else None
        for n in range(len(list(parties.keys())))
    ]


def test_a_list_of_members_gives_their_roles() -> None:
    for lead in ("担任牵头单位", "系牵头方", "为联合体牵头单位", "作为牵头单位"):
        facts = read(LISTED.format(lead=lead))
        assert said(facts, "role") == ["lead", "participant"], lead
        assert said(facts, "representative") == ["潘若水", "房青禾"], lead


def test_labels_side_by_side_where_the_parties_sign_are_not_mixed_up() -> None:
    facts = read(LISTED.format(lead="担任牵头单位") + SIGNED_SIDE_BY_SIDE)
    assert said(facts, "role") == ["lead", "participant"]
    assert said(facts, "representative") == ["潘若水", "房青禾"]


def test_labels_to_sign_under_alone_give_each_the_role_above_its_name() -> None:
    head = "合作协议\n第一条 各方共同研发。\n第二条 成果各自所有。\n第三条 未尽事宜另行协商。\n"
    facts = read(head + SIGNED_SIDE_BY_SIDE)
    assert said(facts, "role") in (["lead", "participant"], [None, None])


def test_two_statements_that_differ_make_a_role_doubtful() -> None:
    facts = read(
        LISTED.format(lead="担任牵头单位")
        + "\n成员单位：深圳市翊川精密仪器有限公司（盖章）\n2024年2月24日\n"
    )
    role = facts.get("parties", 0, "role")
    assert role is None or role.confidence <= 0.85


def test_names_in_quotes_in_one_bracket_are_label_and_role() -> None:
    facts = read(
        "合作研究合同\n本协议由以下各方于2023年7月26日在中国深圳签署：\n"
        "（1）衡和通信技术有限公司，一家依中国法律设立并有效存续的企业法人，"
        "法定代表人为郝颖明（“甲方”或“牵头单位”）；\n"
        "（2）东湖工业研究院，一家依中国法律设立的法人单位，"
        "法定代表人为黄国立（“乙方”或“协作单位”）。\n"
        "各方兹达成协议如下：\n1 研发分工\n（a）甲方主要从事总体设计；\n"
        "（b）乙方就样机试制投入人员和设备。\n"
        "甲方：衡和通信技术有限公司\n签署：\n姓名：郝颖明\n职务：法定代表人\n"
        "乙方：东湖工业研究院\n签署：\n姓名：黄国立\n职务：法定代表人\n",
        plain=True,
    )
    assert said(facts, "label") == ["甲方", "乙方"]
    assert said(facts, "role") == ["lead", "participant"]
    assert said(facts, "representative") == ["郝颖明", "黄国立"]


def test_a_line_of_particulars_gives_the_role() -> None:
    facts = read(
        "联合研发协议书\n甲方：深圳市沐川数据服务有限公司\n法定代表人：华若文\n承担角色：牵头单位\n"
        "乙方：南屏科技大学\n法定代表人：司徒明\n承担角色：协作单位\n第一条 分工如下。\n",
        plain=True,
    )
    assert said(facts, "role") == ["lead", "participant"]


def test_a_bare_role_in_brackets_counts() -> None:
    facts = read(
        "联合研发协议书\n甲方（牵头）：深圳市沐川数据服务有限公司\n乙方（参与）：南屏科技大学\n",
        plain=True,
    )
    assert said(facts, "role") == ["lead", "participant"]


def test_work_is_read_without_a_common_verb() -> None:
    facts = read(LISTED.format(lead="担任牵头单位"))
    texts = [item.value for item in facts.items if item.path[0::2] == ("rd_division", "text")]
    assert len(texts) == 2
    assert str(texts[0]).endswith("按期交付成果。")


def test_what_a_pen_wrote_on_a_scan_names_no_representative() -> None:
    page = (
        "合作协议\n甲方：深圳市沐川数据服务有限公司\n乙方：南屏科技大学\n"
        "第一条 各方共同研发芯片。\n第二条 未尽事宜另行协商。\n"
        "甲方：深圳市沐川数据服务有限公司（盖章）\n法定代表人：\n华若文\n"
        "乙方：南屏科技大学（盖章）\n法定代表人：司徒明\n"
    )
    clear = find(
        document_of("cooperation-agreement", printed_page(page, origin="ocr", score=0.99)), Tools()
    )
    unclear = find(
        document_of("cooperation-agreement", printed_page(page, origin="ocr", score=0.9)), Tools()
    )
    assert said(clear, "representative") == [None, "司徒明"]
    assert said(unclear, "representative") == [None, None]


def test_work_listed_by_nouns_behind_each_name_is_read() -> None:
    facts = read(
        "联合研发协议\n牵头方：北京澜川智能科技有限公司\n参与方：江海大学\n一、职责划分\n"
        "北京澜川智能科技有限公司：总体架构与算法；\n江海大学：样机制造。\n二、其他\n另行协商。\n",
        plain=True,
    )
    texts = [item.value for item in facts.items if item.path[0::2] == ("rd_division", "text")]
    assert texts == ["总体架构与算法；", "样机制造。"]


BLOCKS = """联合攻关协议
甲方
深圳市翊川精密仪器有限公司
{what}
联合体牵头方
法定代表人
潘若水
乙方
南方海洋大学
{what}
协同单位
法定代表人
房青禾
1、攻关内容。各方就深海传感开展联合攻关，共享试验条件。
2、合作期限。{term}，期满前可书面续期。
3、各方承担的任务。
甲方的任务：落实总体方案设计，按节点交付。
南方海洋大学：分担可靠性试验，自备所需场地和仪器。
4、成果权属。联合攻关形成的新成果归完成单位持有，他方有优先实施权。
5、文本。一式两份，签字盖章后生效，具有同等效力。
"""
TERM = "从2024年6月1日开始，到2026年5月31日结束"


def test_a_role_that_fills_a_line_of_the_particulars_is_the_partys_whatever_its_label() -> None:
    for what in ("类别", "承担方式", "在联合体中的位置"):
        facts = read(BLOCKS.format(what=what, term=TERM), plain=True)
        assert said(facts, "role") == ["lead", "participant"], what
        assert said(facts, "representative") == ["潘若水", "房青禾"]


def test_clauses_titled_before_a_stop_are_read_as_what_their_titles_say() -> None:
    facts = read(BLOCKS.format(what="类别", term=TERM), plain=True)
    texts = [facts.get("rd_division", n, "text") for n in (0, 1)]
    assert [fact and str(fact.value) for fact in texts] == [
        "落实总体方案设计，按节点交付。", "分担可靠性试验，自备所需场地和仪器。",
    ]  # fmt: skip
    clause = facts.get("ip_clause")
    assert clause
    assert str(clause.value).startswith("联合攻关形成的新成果")


def test_a_term_is_read_in_many_words() -> None:
    for term in (
        TERM,
        "自2024年6月1日（含当日）起，至2026年5月31日届满",
        "2024年6月1日起算，持续至2026年5月31日",
        "由2024年6月1日起实施，到2026年5月31日终止",
    ):
        facts = read(BLOCKS.format(what="类别", term=term), plain=True)
        days = [fact and fact.value for fact in (facts.get("valid_from"), facts.get("valid_until"))]
        assert days == ["2024-06-01", "2026-05-31"], term
