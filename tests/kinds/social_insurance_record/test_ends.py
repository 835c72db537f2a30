"""Records that name both ends of the period, beside a list that may show less of it."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.social_insurance_record.kind import find
from tests.printed import document_of, printed_page

HEAD = "参保人员缴费查询单\n姓名：苗青禾\n参保单位：深圳市霁川医疗科技有限公司\n"
LIST = "年月      单位编号   养老\n2024-03   9398762    已缴\n2024-02   9398762    已缴\n"


def read(text: str) -> dict[str, object]:
    facts = find(document_of("social-insurance-record", printed_page(HEAD + text)), Tools())
    return {str(item.path[0]): item.value for item in facts.items}


@pytest.mark.parametrize("first", ["缴费开始", "费款起始年月", "起始时间", "起始缴费年月"])
@pytest.mark.parametrize("last", ["缴费结束", "费款终止年月", "截止时间", "终止缴费年月"])
def test_the_ends_go_by_many_names(first: str, last: str) -> None:
    said = read(f"{first}：2022-07\n{last}：2024-03\n累计21个月（下表为近期明细）\n{LIST}")
    assert (said["paid_from"], said["paid_until"], said["months"]) == ("2022-07", "2024-03", 21)


def test_months_of_a_list_that_falls_short_are_not_the_periods() -> None:
    said = read(f"缴费开始：2022-07\n缴费结束：2024-03\n{LIST}")
    assert (said["paid_from"], said.get("months")) == ("2022-07", None)


def test_rows_of_insurances_give_both_ends_and_their_number() -> None:
    said = read(
        "险种类型    参保单位                     起始年月   终止年月   月数\n"
        "企业养老    深圳市霁川医疗科技有限公司   202304     202406     15\n"
        "失业保险    深圳市霁川医疗科技有限公司   202304     202406     15\n"
    )
    assert (said["paid_from"], said["paid_until"], said["months"]) == ("2023-04", "2024-06", 15)
