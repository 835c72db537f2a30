"""Headings of plans behind numbers of any form, with and without a line's end between."""

from __future__ import annotations

import pytest

from tests.kinds.construction_plan.test_other_plans import listed, read

TITLES = ["项目概述", "国内外技术现状", "攻关内容", "实施进度与经费", "工作基础"]
BODY = (
    "本联合体面向产业需求开展联合攻关，形成自主可控的产业链条，带动上下游企业发展。\n"
    "牵头单位负责统筹，各方分工协作，共同推进平台建设、成果转化和人才培养等各项工作。"
)
MARKS = {
    "han": "一二三四五",
    "figure": "12345",
    "roman": "ⅠⅡⅢⅣⅤ",
    "stem": "甲乙丙丁戊",
    "letter": "ABCDE",
}


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("{}{}", "han"),
        ("{}\n{}", "han"),
        ("其{} {}", "han"),
        ("模块{}：{}", "han"),
        ("第{}讲 {}", "han"),
        ("0{}{}", "figure"),
        ("0{}/{}", "figure"),
        ("No.{} {}", "figure"),
        ("〈{}〉{}", "figure"),
        ("PART {} {}", "figure"),
        ("{} | {}", "roman"),
        ("{}、{}", "stem"),
        ("{}. {}", "letter"),
    ],
)
def test_any_number_that_counts_up_heads_a_section(form: str, kind: str, *, plain: bool) -> None:
    heads = [form.format(mark, title) for mark, title in zip(MARKS[kind], TITLES, strict=True)]
    found = read("工作方案\n" + "\n".join(f"{head}\n{BODY}" for head in heads), plain=plain)
    assert listed(found, "sections") == TITLES


@pytest.mark.parametrize("form", ["◇{}", "—— {} ——", "★{}★", "{}："])
def test_what_adorns_a_heading_is_no_part_of_it(form: str) -> None:
    found = read("工作方案\n" + "\n".join(f"{form.format(title)}\n{BODY}" for title in TITLES))
    assert listed(found, "sections") == TITLES


def test_a_list_of_units_or_of_figures_is_no_series_of_headings() -> None:
    found = read(
        "工作方案\n一、项目概述\n参与单位如下：\n1甲岳仪器有限公司\n2乙岳仪器有限公司\n3丙岳仪器有限公司\n"
        "二、攻关内容\n①设计\n②试制\n③验证\n略。\n"
    )
    assert listed(found, "sections") == ["项目概述", "攻关内容"]
