"""Forms with geometry: ruled tables, loose lines, tables that go on over pages, misread labels."""

from __future__ import annotations

from docint.types.place import Box
from tests.kinds.application_form.paper import facts_of, page, ruled, scanned, values

LEAD = "深圳市明澜微电子有限公司"
CODE = "91440300MA5G8XK72P"
EDGES = (60.0, 150.0, 310.0, 400.0, 540.0)


def test_a_ruled_form_with_a_misread_label() -> None:
    table, lines = ruled(
        [
            ["一、牵头单位基本情况", "<", "<", "<"],
            ["单位名称", LEAD, "统一社会信用代砖", CODE],
            ["法定代表人", "梁素云", "成立曰期", "2015年3月2日"],
            ["注册资本(万元)", "5,000", "单位性质", "区企业 口高校 口科研院所"],
            ["二、首席技术负责人", "<", "<", "<"],
            ["姓名", "丁海平", "身份证号", "440304197903051239"],
        ],
        120,
        EDGES,
    )
    heading = [("福田区创新联合体认定申请表", 200.0, 60.0), ("申报日期：2024年3月15日", 60.0, 90.0)]
    assert values(scanned(page([*heading, *lines], [table]))) == {
        ("applied_on",): "2024-03-15",
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "legal_representative"): "梁素云",
        ("lead", "established_on"): "2015-03-02",
        ("lead", "registered_capital"): "50000000.00",
        ("lead", "kind"): "enterprise",
        ("chief_engineer", "name"): "丁海平",
        ("chief_engineer", "id_number"): "440304197903051239",
    }


def test_a_fact_of_a_scan_has_the_box_of_its_print() -> None:
    table, lines = ruled([["牵头单位", LEAD]], 120, (60.0, 150.0, 540.0))
    fact = facts_of(scanned(page(lines, [table]))).get("lead", "name")
    assert fact is not None
    assert fact.evidence[0].place.box == Box(154, 126, 154 + 12 * 12, 138)
    assert fact.evidence[0].reader == "rapidocr"
    assert fact.confidence < 0.98


def test_loose_lines_without_any_table() -> None:
    lines = [
        ("项目申报书", 250.0, 60.0),
        ("牵头单位", 60.0, 100.0), (LEAD, 180.0, 100.0),
        ("信用代码", 60.0, 124.0), (CODE, 180.0, 124.0),
        ("成立日期：2015年3月2日", 60.0, 148.0), ("注册资本：5000万元", 320.0, 148.0),
        ("技术负责人", 60.0, 172.0), ("丁海平", 180.0, 172.0),
        ("年龄", 320.0, 172.0), ("45岁", 400.0, 172.0),
        ("2024年3月15日", 400.0, 700.0),
    ]  # fmt: skip
    assert values(scanned(page(lines))) == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "established_on"): "2015-03-02",
        ("lead", "registered_capital"): "50000000.00",
        ("chief_engineer", "name"): "丁海平",
        ("chief_engineer", "age"): 45,
        ("applied_on",): "2024-03-15",
    }


def test_rows_without_rules_follow_their_heading_and_wrap() -> None:
    columns = (60.0, 140.0, 200.0, 300.0, 440.0)
    rows = [
        ("姓名", "年龄", "职称", "工作单位", "分工"),
        ("陆遥", "41", "副教授", "南粤理工大学", "算法"),
        ("欧阳静怡", "35", "工程师", "深圳市明澜微电", "测试"),
    ]
    lines = [("三、研发团队成员情况", 60.0, 60.0)]
    for number, row in enumerate(rows):
        lines += [(text, x, 84.0 + 24 * number) for text, x in zip(row, columns, strict=True)]
    lines.append(("子有限公司", 300.0, 145.0))
    found = values(scanned(page(lines, origin="text")))
    assert found == {
        ("team", 0, "name"): "陆遥",
        ("team", 0, "age"): 41,
        ("team", 0, "title"): "副教授",
        ("team", 0, "employer"): "南粤理工大学",
        ("team", 0, "role"): "算法",
        ("team", 1, "name"): "欧阳静怡",
        ("team", 1, "age"): 35,
        ("team", 1, "title"): "工程师",
        ("team", 1, "employer"): LEAD,
        ("team", 1, "role"): "测试",
    }


def test_a_table_goes_on_over_the_page_without_its_header() -> None:
    edges = (60.0, 160.0, 240.0, 400.0, 540.0)
    first, above = ruled(
        [["姓名", "年龄", "职称", "工作单位"], ["陆遥", "41", "副教授", "南粤理工大学"]], 700, edges
    )
    second, below = ruled(
        [["钱晓", "35", "工程师", "华微检测研究院"], ["孙立", "29", "工程师", LEAD]], 80, edges
    )
    one = page([("团队成员", 60.0, 660.0), *above, ("- 1 -", 290.0, 810.0)], [first])
    two = page(
        [("福田区创新联合体认定申请表", 60.0, 40.0), *below, ("第2页", 290.0, 810.0)], [second], 2
    )
    found = values(scanned(one, two))
    assert [found["team", n, "name"] for n in range(3)] == ["陆遥", "钱晓", "孙立"]
    assert found["team", 2, "employer"] == LEAD


def test_figures_take_the_unit_of_their_own_table() -> None:
    edges = (60.0, 220.0, 380.0, 540.0)
    economy, above = ruled(
        [
            ["项目", "2022年", "2023年"],
            ["营业收入", "12,345.67", "23,456.00"],
            ["研发费用", "1,200", "1,500.5"],
        ],
        120,
        edges,
    )
    budget, below = ruled([["科目", "金额", "说明"], ["设备费", "1200000", "询价"]], 320, edges)
    lines = [("单位：万元", 480.0, 100.0), ("经费预算（单位：元）", 60.0, 300.0)]
    assert values(scanned(page([*lines, *above, *below], [economy, budget]))) == {
        ("revenue", "2022"): "123456700.00",
        ("revenue", "2023"): "234560000.00",
        ("rd_expense", "2022"): "12000000.00",
        ("rd_expense", "2023"): "15005000.00",
        ("budget", 0, "item"): "设备费",
        ("budget", 0, "amount"): "1200000.00",
    }
