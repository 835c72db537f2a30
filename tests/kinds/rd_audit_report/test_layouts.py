"""R&D audits of invented firms, each in a layout of its own."""

from __future__ import annotations

import pytest

from docint.contracts import Tools
from docint.kinds.rd_audit_report.kind import find
from tests.printed import document_of, printed_page

LAYOUTS: dict[str, tuple[tuple[str, ...], dict[str, object]]] = {
    "years as blocks that end in 小计": (
        (
            """
       研究开发费用专项审计报告
  被审计单位：济南青岩精密有限责任公司
  附表：研发费用归集表                       单位：元
  2022年度
  序号   费用项目              金额
  1      人员人工费            100,000.00
  2      直接投入              50,000.00
         小计                  150,000.00
  2023年度
  序号   费用项目              金额
  1      人员人工费            120,000.00
  2      直接投入              60,000.00
         小计                  180,000.00
""",
        ),
        {
            "rd_items.2022.人员人工费用": "100000.00",
            "rd_items.2023.直接投入费用": "60000.00",
            "rd_expense.2022": "150000.00",
            "rd_expense.2023": "180000.00",
        },
    ),
    "columns of shares, of references and of amounts by another name": (
        (
            """
       高新技术企业研究开发费用专项审计报告
  被审计单位：济南青岩精密有限责任公司
""",
            """
  2023年度研究开发费用结构明细表               单位：人民币元
  序号   费用构成           本年累计       结构比    索引号
  1      人工费用           100,000.00     66.7%     YF-1
  2      直接投入费用       50,000.00      33.3%     YF-2
         合计               150,000.00     100.0%
  活动编号     研发活动名称           费用
  RD01         量子测控电子学系统     150,000.00
""",
            """
  2022年度研究开发费用结构明细表               单位：人民币元
  序号   费用构成           本年发生       结构比    索引号
  1      人工费用           80,000.00      80.0%     YF-1
  2      直接投入费用       20,000.00      20.0%     YF-2
         合计               100,000.00     100.0%
  活动编号     研发活动名称           费用
  RD01         毫米波雷达信号处理     100,000.00
""",
        ),
        {
            "rd_items.2023.人员人工费用": "100000.00",
            "rd_items.2022.直接投入费用": "20000.00",
            "rd_expense.2023": "150000.00",
            "rd_expense.2022": "100000.00",
            "projects.0.name": "量子测控电子学系统",
            "projects.0.amount.2023": "150000.00",
            "projects.1.name": "毫米波雷达信号处理",
            "projects.1.amount.2022": "100000.00",
        },
    ),
    "the unit named in the title's first line alone": (
        (
            """
              济南青岩精密有限责任公司
            2021年度至2022年度研究开发费用审计报告
                 鲁正专审〔2023〕1091号
  一、基本情况
    受贵公司委托，我们审计了贵公司2021年度至2022年度研究开发费用的发生和归集情况。
""",
        ),
        {"company": "济南青岩精密有限责任公司"},
    ),
    "a group's name beside its first item": (
        (
            """
       研究开发费用结构明细表
                                                  单位：人民币元
  费用类别                                2023年度         2022年度
  内部研究开发   人员人工费用              8,338,948.91     7,044,375.74
                 直接投入费用              5,583,696.36     5,145,388.80
  委托           委托外部研究开发费用      1,000,000.00     1,005,578.15
  研发费用合计                             14,922,645.27    13,195,342.69
""",
        ),
        {
            "rd_items.2023.人员人工费用": "8338948.91",
            "rd_items.2022.委托外部研究开发费用": "1005578.15",
            "rd_items.2023.内部研究开发费用": None,
            "rd_expense.2023": "14922645.27",
        },
    ),
    "projects down, years across, the total first": (
        (
            """
       研发费用专项审计报告
                            研发项目费用明细表                       （金额单位：万元）
  项目编号   项目名称              2021年       2022年       2023年       合计
             合计                 60.00        75.00        90.00        225.00
  RD01       轴承在线监测技术研究  60.00        -            30.00        90.00
  RD02       视觉检测平台开发      -            75.00        60.00        135.00
""",
        ),
        {
            "rd_expense.2021": "600000.00",
            "rd_expense.2023": "900000.00",
            "projects.0.name": "轴承在线监测技术研究",
            "projects.0.amount.2021": "600000.00",
            "projects.0.amount.2023": "300000.00",
            "projects.1.amount.2022": "750000.00",
            "projects.0.amount.2022": None,
        },
    ),
    "projects down, items across, a table for each year": (
        (
            """
       研发费用专项审计报告
  （一）2023年度研发费用明细                单位：人民币元
  项目           人员人工费用    直接投入费用   折旧费用与长期待摊费用   其他费用      合计
  RD01轴承监测   100,000.00      20,000.00      5,000.00                 1,000.00     126,000.00
  RD02视觉检测   200,000.00      30,000.00      6,000.00                 2,000.00     238,000.00
  合计           300,000.00      50,000.00      11,000.00                3,000.00     364,000.00
  （二）2022年度研发费用明细                单位：人民币元
  项目           人员人工费用    直接投入费用   折旧费用与长期待摊费用   其他费用      合计
  RD01轴承监测   80,000.00       10,000.00      4,000.00                 1,000.00     95,000.00
  合计           80,000.00       10,000.00      4,000.00                 1,000.00     95,000.00
""",
        ),
        {
            "rd_items.2023.人员人工费用": "300000.00",
            "rd_items.2022.其他费用": "1000.00",
            "rd_expense.2022": "95000.00",
            "projects.1.amount.2023": "238000.00",
            "projects.0.amount.2022": "95000.00",
        },
    ),
    "items down with shares beside the years": (
        (
            """
       关于济南青岩精密有限责任公司2022-2023年度研发费用的专项审计报告
  单位：元
  研发费用明细科目        2022年度         占比      2023年度         占比
  一、人员人工费用        80,000.00        84.21%    300,000.00       82.42%
  二、直接投入费用        10,000.00        10.53%    50,000.00        13.74%
  三、折旧费用            4,000.00         4.21%     11,000.00        3.02%
  四、其他相关费用        1,000.00         1.05%     3,000.00         0.82%
  研发费用合计            95,000.00        100%      364,000.00       100%
""",
        ),
        {
            "rd_items.2022.折旧费用": "4000.00",
            "rd_items.2023.其他相关费用": "3000.00",
            "rd_expense.2022": "95000.00",
            "rd_expense.2023": "364000.00",
        },
    ),
    "said in the letter only": (
        (
            """
       研发费用专项审计报告
  济南青岩精密有限责任公司：
  经审计，贵公司2022年度研发费用发生额为人民币95,000.00元，其中人员人工费用80,000.00元，直接投入费用10,000.00元；2023年度研发费用发生额为人民币364,000.00元。
""",
        ),
        {"rd_expense.2022": "95000.00", "rd_expense.2023": "364000.00"},
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_rd_audit_is_read_in_its_layout(layout: str) -> None:
    pages, expected = LAYOUTS[layout]
    drawn = [printed_page(page, n) for n, page in enumerate(pages, 1)]
    facts = find(document_of("rd-audit-report", *drawn), Tools())
    found = {".".join(str(step) for step in fact.path): fact.value for fact in facts}
    assert {name: found.get(name) for name in expected} == expected


def test_short_labels_under_a_centred_head_belong_to_it() -> None:
    page = printed_page(
        """
       研发费用专项审计报告
   2023年度研究开发费用结构表（单位：人民币元）
   序号            费用类别                                   金额
   1    人员人工费用                                  5,142,560.66
   2    设计费用                                        472,841.64
   3    折旧费用与长期待摊费用                          500,378.81
        研发费用合计                                  6,115,781.11
"""
    )
    facts = find(document_of("rd-audit-report", page), Tools())
    found = facts.get("rd_items", "2023", "设计费用")
    assert found is not None
    assert found.value == "472841.64"
