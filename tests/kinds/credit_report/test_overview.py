"""Overviews of credit reports, whose figures stand on any side of their captions."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.credit_report.kind import find
from tests.printed import document_of, printed_page

HEAD = """
          信用信息报告（公共信用信息）
  深圳市凌元集成电路有限公司
  统一社会信用代码 91440300143008392Y        法定代表人 路杰芳
"""


def read(overview: str) -> dict[str, object]:
    page = printed_page(HEAD + overview, origin="ocr")
    facts = find(document_of("credit-report", page), Tools())
    return {str(fact.path[0]): fact.value for fact in facts}


def test_figures_may_stand_before_their_captions() -> None:
    found = read(
        "  5    行政许可              2    行政处罚\n"
        "  0    守信激励              0    严重失信主体名单\n"
        "  0    经营异常              1    信用承诺\n"
    )
    assert found["penalty_count"] == 2
    assert (found["dishonest_count"], found["abnormal_count"]) == (0, 0)


def test_or_behind_them() -> None:
    found = read("  行政许可    5          行政处罚    2\n  经营异常    0          信用承诺    1\n")
    assert (found["penalty_count"], found["abnormal_count"]) == (2, 0)


def test_a_name_that_stands_alone_is_the_companys() -> None:
    assert read("")["company"] == "深圳市凌元集成电路有限公司"


@pytest.mark.parametrize(
    "line",
    [
        "报告生成于2023/11/15  来源：信用中国（www.creditchina.gov.cn）",
        "本报告数据截至2023年11月15日，由信用中国网站归集。",
        "本报告于2023年11月15日 10:20:33 从信用中国网站下载",
    ],
)
def test_a_sentence_dates_the_report(line: str) -> None:
    found = read(f"  成立日期  2016-05-10\n  承诺类型：主动公示型  公示日期：2022-07-03\n{line}\n")
    assert found["report_date"] == "2023-11-15"


def test_other_days_are_not_the_reports() -> None:
    assert "report_date" not in read("  成立日期  2016-05-10\n  公示日期：2022-07-03\n")


@pytest.mark.parametrize("day", ["二〇二四年六月十二日", "2024/6/12"])
def test_the_day_of_a_report_may_stand_over_its_label(day: str) -> None:
    page = printed_page(f"""
     公共信用信息报告
     衢州白浪仪表有限公司

     {day}
     报告生成日期
""")
    found = find(document_of("credit-report", page), Tools()).get("report_date")
    assert found is not None
    assert found.value == "2024-06-12"


@pytest.mark.parametrize(
    "sentence",
    [
        "截至2023年11月15日，“信用中国”网站归集的{}（统一社会信用代码：{}）公共信用信息如下。",
        "兹证明{}（统一社会信用代码{}）信用状况如下。",
        "本报告查询主体为：{}，统一社会信用代码：{}。",
    ],
)
def test_a_sentence_names_whom_it_reports_on(sentence: str) -> None:
    text = "公共信用信息报告\n" + sentence.format("江陵青禾精密有限公司", "91440300143008392Y")
    page = printed_page(text)
    facts = find(document_of("credit-report", page), Tools())
    assert {fact.path[0]: fact.value for fact in facts}["company"] == "江陵青禾精密有限公司"


def test_the_last_day_beside_the_code_is_the_reports_and_not_sure() -> None:
    text = """
  信用中国
  江陵青禾精密有限公司    91440300143008392Y    苗青禾    2024-05-15
  行政许可决定日期 2019-09-30
"""
    facts = find(document_of("credit-report", printed_page(text)), Tools())
    made = facts.get("report_date")
    assert made is not None
    assert made.value == "2024-05-15"
    assert made.confidence < 0.9
