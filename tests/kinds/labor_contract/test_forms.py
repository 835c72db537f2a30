"""Contracts of employment as forms of cells: the term's two days, the post, the day of signing."""

from __future__ import annotations

from docint.classify.classify import classify
from docint.contracts import Tools
from docint.kinds.labor_contract.kind import find
from docint.shelf import units
from docint.types.fact import Facts
from tests.printed import document_of, leaf_of, printed_page


def read(page: str) -> dict[str, object]:
    facts: Facts = find(document_of("labor-contract", printed_page(page)), Tools())
    return {str(item.path[0]): item.value for item in facts.items}


CELLS = """劳动合同信息表
公司名称        深圳市霁川医疗科技有限公司
职工姓名        苗青禾                  性别            女
岗位            嵌入式软件工程师        工作地点        深圳市
合同类型        固定期限                试用期          6个月
合同开始日期    {start}              合同到期日      {end}
工时            执行标准工时制

公司（盖章）：                          职工（签字）：
{signing}
"""


def test_the_days_of_a_term_are_read_from_a_cell_each() -> None:
    said = read(CELLS.format(start="2021/3/8", end="2024/3/7", signing="签署日期：2021/3/2"))
    assert (said["valid_from"], said["valid_until"]) == ("2021-03-08", "2024-03-07")
    assert said["term_kind"] == "fixed"


def test_a_short_label_of_the_post_ends_at_the_next_cell() -> None:
    said = read(CELLS.format(start="2021-03-08", end="2024-03-07", signing=""))
    assert said["position"] == "嵌入式软件工程师"


def test_the_day_of_signing_is_not_the_day_a_term_ends() -> None:
    said = read(CELLS.format(start="2021/3/8", end="2024/3/7", signing="签署日期：2021/3/2"))
    assert said["signed_on"] == "2021-03-02"


def test_no_day_of_signing_is_taken_from_the_cells_of_the_term() -> None:
    said = read(CELLS.format(start="2021/3/8", end="2024/3/7", signing=""))
    assert "signed_on" not in said


def test_a_form_without_an_end_is_long_term() -> None:
    said = read(
        "聘用合同\n聘用单位    珠江海洋研究院\n受聘人    容若水\n合同类型    无固定期限\n"
        "合同起始日    2020.9.1\n合同终止日    /\n聘用单位（盖章）：\n2020年8月25日\n"
    )
    assert (said["term_kind"], said["valid_until"]) == ("open-ended", "long-term")
    assert (said["valid_from"], said["signed_on"]) == ("2020-09-01", "2020-08-25")


def test_a_term_told_with_beginning_and_end_is_read() -> None:
    said = read(
        "劳动合同\n甲方：成都衡石材料有限公司\n乙方：秦川\n"
        "合同期限为固定期限，从2021年5月23日开始，到2024年5月22日结束，前三个月为试用期。\n"
    )
    assert (said["valid_from"], said["valid_until"]) == ("2021-05-23", "2024-05-22")


def test_a_contract_may_open_with_the_day_of_signing() -> None:
    said = read(
        "劳动合同\n2021年5月17日，武汉星野遥感技术有限公司（以下简称“公司”，注册地址为武汉市\n"
        "江夏区光谷大道1号）与曲直（以下简称“员工”）签订本合同。\n"
        "合同期限自2021年6月1日起至2024年5月31日止。\n"
    )
    assert said["signed_on"] == "2021-05-17"
    assert said["valid_from"] == "2021-06-01"


def test_a_note_where_to_put_the_seal_is_no_part_of_the_employer() -> None:
    said = read("劳动合同\n用人单位：深圳市沐川数据服务有限公司（印章）\n劳动者：曲直\n")
    assert said["employer"] == "深圳市沐川数据服务有限公司"


def test_the_day_work_begins_is_no_day_of_signing() -> None:
    said = read(
        "劳动合同\n入职日期：2021年3月1日\n用人单位：北京澜川智能科技有限公司\n劳动者：赵若水\n"
        "起始日期：2021.03.01    终止日期：无固定期限\n二、乙方的岗位：数据分析师；地点：北京。\n"
        "用人单位（盖章）：\n"
    )
    assert "signed_on" not in said
    assert said["position"] == "数据分析师"
    assert (said["valid_from"], said["valid_until"]) == ("2021-03-01", "long-term")


def test_an_employer_that_wraps_inside_its_legal_form_is_put_together() -> None:
    said = read(
        "劳动合同书\n\n用人单位：深圳市禾川海洋人工智能有限        劳动者：苗青禾\n"
        "责任公司                                      性别：女\n\n一、期限\n"
    )
    assert said["employer"] == "深圳市禾川海洋人工智能有限责任公司"


PROSE = """劳动合同
甲方（用人方）：深圳市霁川医疗科技有限公司
乙方（劳动者姓名）：苗青禾（性别：女 身份证号：110105197904306228 出生日期：
1979年4月30日）
第1条 合同期限为固定期限，从2022年11月08日至2025年11月07日。
第3条 乙方的职务（岗位）：算法工程师。甲方可以调整其岗位。
甲方：（公章）                          乙方：（签字、指印）
{signing}
"""


def test_a_day_of_birth_that_wraps_onto_a_line_of_its_own_is_no_day_of_signing() -> None:
    assert "signed_on" not in read(PROSE.format(signing=""))


def test_the_place_beside_the_day_of_signing_does_not_hide_it() -> None:
    said = read(PROSE.format(signing="二〇二二年十一月四日签于深圳"))
    assert (said["signed_on"], said["position"]) == ("2022-11-04", "算法工程师")


def test_nobody_signs_before_the_age_of_sixteen() -> None:
    said = read(CELLS.format(start="2021/3/8", end="2024/3/7", signing="日期：1999年5月1日"))
    assert said["signed_on"] == "1999-05-01"
    young = CELLS.replace("性别            女", "身份证号        110105199001012227")
    assert "signed_on" not in read(
        young.format(start="2021/3/8", end="2024/3/7", signing="日期：1999年5月1日")
    )


ROWS = """劳动合同
单位名称        深圳市霁川医疗科技有限公司
员工姓名        苗青禾（{choice}）
出生年月        1990.01
工作岗位        甲方根据工作需要，安排乙方在总工程师岗位工作。
工作时间        标准工时工作制。
工资待遇        月工资标准为30000元。
乙方签名：田青禾
"""


def test_the_next_rows_label_is_no_position_where_a_sentence_tells_it() -> None:
    assert read(ROWS.format(choice="□男☑女"))["position"] == "总工程师"
    silent = ROWS.replace("安排乙方在总工程师岗位工作", "安排乙方的工作")
    assert "position" not in read(silent.format(choice=""))


def test_a_month_of_birth_is_no_day_of_birth() -> None:
    assert "birth_date" not in read(ROWS.format(choice=""))


def test_the_ticked_sex_behind_a_name_needs_no_label() -> None:
    assert read(ROWS.format(choice="□男☑女"))["sex"] == "女"
    assert read(ROWS.format(choice="[√]男[]女"))["sex"] == "男"
    assert "sex" not in read(ROWS.format(choice="□男□女"))


def test_a_signature_is_no_label_of_the_employees_name() -> None:
    unnamed = ROWS.format(choice="").replace("员工姓名        苗青禾（）\n", "")
    assert "employee" not in read(unnamed)


def test_a_cover_that_only_names_the_two_sides_is_known_for_a_contract() -> None:
    cover = printed_page("人员聘用合同书\n甲方（聘用方）：滨海研究院\n乙方（受聘方）：苗青禾\n")
    (known,) = classify([leaf_of(cover)], units("kinds", "kind"), {})
    assert known.kind == "labor-contract"


CLAUSES = """劳动合同（固定/无固定期限）
甲方（用工单      深圳市霁川医疗科技有限公司
位）：
乙方（劳动者）：苗青禾
第一条 甲方 深圳市霁川医疗科技有限公司
法定代表人（主要负责人） 卓一舟
第二条 乙方 苗青禾 性别 女
第三条 本合同期限按第二种方式：
（一）有固定期限：本合同于2021年3月8日生效，于2024年3月7日终止。
（二）无固定期限：本合同于  年  月  日生效。
（三）以完成      工作任务为期限。
乙方的工作岗位（工作内容）为：嵌入式软件工程师。乙方的工作地点为：深圳市。
"""


def test_a_clause_names_the_first_party_without_a_colon() -> None:
    assert read(CLAUSES)["employer"] == "深圳市霁川医疗科技有限公司"


def test_the_only_branch_filled_in_tells_the_term_though_the_numeral_is_another() -> None:
    said = read(CLAUSES)
    assert (said["term_kind"], said["valid_until"]) == ("fixed", "2024-03-07")


def test_a_post_may_have_any_gloss_behind_its_label() -> None:
    assert read(CLAUSES)["position"] == "嵌入式软件工程师"


CHOICES = """聘用合同
甲方：深圳市霁川医疗科技有限公司        乙方：苗青禾
合同期限    {choices}
            合同期间：{days}
工作岗位    嵌入式软件工程师
"""
FIXED = "{0}固定期限 {1}无固定期限 {2}以完成一定工作任务为期限"


def test_days_behind_a_row_of_choices_belong_to_the_ticked_one() -> None:
    days = "2021年3月8日至2024年3月7日"
    said = read(CHOICES.format(choices=FIXED.format(*"☑□□"), days=days))
    assert said["term_kind"] == "fixed"
    assert (said["valid_from"], said["valid_until"]) == ("2021-03-08", "2024-03-07")


def test_two_days_tell_a_fixed_term_where_the_tick_is_lost() -> None:
    days = "2021年3月8日一2024年3月7日"
    said = read(CHOICES.format(choices=FIXED.format(*"□□□"), days=days))
    assert (said["term_kind"], said["valid_until"]) == ("fixed", "2024-03-07")


def test_a_beginning_alone_tells_an_open_term_where_the_tick_is_lost() -> None:
    said = read(CHOICES.format(choices=FIXED.format(*"□□□"), days="自2021年3月8日起"))
    assert (said["term_kind"], said["valid_until"]) == ("open-ended", "long-term")


def test_the_terms_a_form_serves_for_are_not_its_own() -> None:
    title = "劳动合同书（固定期限、无固定期限通用）\n"
    said = read(title + CELLS.format(start="2021-03-08", end="2024-03-07", signing=""))
    assert (said["term_kind"], said["valid_from"]) == ("fixed", "2021-03-08")


SENTENCE = """劳动合同
聘任（用工）单位深圳市霁川医疗科技有限公司（以下简称甲方）因生产需要，
与苗青禾（以下简称乙方，女）经平等协商订立本合同。
一、合同期限自2021年3月8日起至2024年3月7日止。
乙方（签字）：黄育木
"""


def test_a_sentence_names_the_parties_without_their_roles() -> None:
    said = read(SENTENCE)
    assert said["employer"] == "深圳市霁川医疗科技有限公司"
    assert said["employee"] == "苗青禾"


OPTIONS = """
                     劳动合同
  单位名称    深圳市霁川医疗科技有限公司
  姓名        苗青禾
  聘用期限    固定期限：自{first}起至{last}止 （{fixed}）
              无固定期限 （{open}）
              以完成一定工作任务为期限 （）
  岗位与工时  【岗位】技术总监 【地点】深圳市
"""


def test_a_box_behind_an_option_is_its_own() -> None:
    said = read(OPTIONS.format(first="2019年8月14日", last="2024年8月13日", fixed="√", open=""))
    assert (said["term_kind"], said["valid_until"]) == ("fixed", "2024-08-13")
    said = read(OPTIONS.format(first="____年__月__日", last="____年__月__日", fixed="", open="√"))
    assert said["term_kind"] == "open-ended"


def test_a_heading_of_a_box_of_duties_is_no_position() -> None:
    said = read(OPTIONS.format(first="2019年8月14日", last="2024年8月13日", fixed="√", open=""))
    assert said["position"] == "技术总监"
