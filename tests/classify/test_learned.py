"""A page that neither title nor label tells is told by all its words, or by none."""

from __future__ import annotations

import pytest

from docint.classify.classify import classify
from docint.classify.learned import SHORT, SURE, guessed, model
from docint.screen import kinds
from docint.types.document import Leaf
from tests.printed import printed_page

TERMS = """
用人一方    深圳市云岭智造有限公司
受聘一方    司徒然
双方经平等协商，自愿签订本书，共同遵守下列各条。
一、本书为固定期限，自2022年3月1日起至2025年2月28日止，其中试用期三个月。
二、受聘一方在研发部门担任算法工程师，工作地点为深圳市，执行标准工时制度，每日工作八小时。
三、月工资为税前人民币贰万元，于每月十日前以货币形式支付，不得拖欠。
四、双方依法参加社会保险，缴纳住房公积金，受聘一方应缴部分由用人一方代扣代缴。
五、受聘一方享有年休假、婚假、产假等假期，用人一方提供必要的劳动保护与劳动条件。
六、解除、终止时用人一方出具证明，依法支付经济补偿，十五日内办理档案与社会保险转移。
"""
LEASE = """
出租一方    深圳市云岭物业有限公司
承租一方    深圳市云岭智造有限公司
双方就房屋租赁事宜经协商一致，共同遵守下列各条。
一、租赁房屋坐落于科技园某栋五层，建筑面积八百二十平方米，作办公使用。
二、租赁期限三年，月租金每平方米九十五元，押金为两个月租金，水电费由承租一方承担。
三、承租一方不得擅自改变房屋结构，未经书面同意不得转租。
"""


def kind_of(text: str) -> str:
    (document,) = classify([Leaf("a", "扫描件.pdf", printed_page(text, origin="ocr"))], kinds())
    return document.kind


def test_a_contract_that_calls_nothing_by_its_usual_name_is_told_by_its_words() -> None:
    assert kind_of(TERMS) == "labor-contract"


def test_a_paper_that_nobody_asked_for_is_not_taken_for_one_that_is() -> None:
    assert kind_of(LEASE) in {"unknown", "other"}


@pytest.mark.parametrize("text", ["", "一页纸\n第3页\n", "甲\n" * 15])
def test_a_page_that_says_little_is_guessed_to_be_nothing(text: str) -> None:
    page = printed_page(text)
    assert sum(map(len, text.split())) < SHORT
    assert not guessed(page).sure


def test_odds_are_shared_among_all_kinds() -> None:
    guess = guessed(printed_page("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥" * 3))
    assert 1 / len(model().kinds) <= guess.odds < SURE


def test_every_kind_of_the_model_stands_on_the_shelf() -> None:
    assert set(model().kinds) <= {kind.name for kind in kinds().values()}
