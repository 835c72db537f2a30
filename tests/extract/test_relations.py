from __future__ import annotations

import re

import pytest

from docint.extract.entities import Entity
from docint.extract.relations import relations

_MARKED = re.compile(r"<(?P<label>[A-Z]+) (?P<text>[^<>]+)>")


def said(marked: str) -> set[tuple[str, str, str]]:
    text, entities, end = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        start, end = len(text), match.end()
        text += match["text"]
        entities.append(Entity(match["label"], start, len(text), match["text"]))
    found = relations(text + marked[end:], entities)
    return {(r.name, r.who.text, r.post.text if r.post else r.what) for r in found}


A, B, C = "<ORG 甲某科技有限公司>", "<ORG 乙某大学>", "<ORG 丙某研究院>"
a, b, c = "甲某科技有限公司", "乙某大学", "丙某研究院"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"推举{A}为<ROLE 牵头单位>,{B}和{C}为<ROLE 参与单位>。",
         {("plays", a, "牵头单位"), ("plays", b, "参与单位"), ("plays", c, "参与单位")}),
        (f"<ROLE 牵头单位>:{A};<ROLE 参与单位>:{B}、{C}。",
         {("plays", a, "牵头单位"), ("plays", b, "参与单位"), ("plays", c, "参与单位")}),
        (f"本联合体由{A}担任<ROLE 牵头方>。", {("plays", a, "牵头方")}),
        (f"{A}(<ROLE 牵头单位>)与{B}(以下简称“<ROLE 参与单位>”)签订本协议。",
         {("plays", a, "牵头单位"), ("plays", b, "参与单位")}),
        (f"{A}负责芯片设计与流片;{B}承担算法模型研究。",
         {("does", a, "负责芯片设计与流片"), ("does", b, "承担算法模型研究")}),
        (f"芯片设计与流片由{A}负责,算法研究由{B}承担。",
         {("does", a, "芯片设计与流片"), ("does", b, "算法研究")}),
        (f"{A}的任务:样机研制与验证。", {("does", a, "样机研制与验证")}),
        (f"项目形成的专利归{A}所有。", {("owns", a, "项目形成的专利")}),
        (f"共同完成的成果由{A}和{B}共有。",
         {("owns", a, "共同完成的成果"), ("owns", b, "共同完成的成果")}),
        (f"{B}享有该专利的申请权。", {("owns", b, "该专利的申请权")}),
        (f"<PERSON 张某某>,男,<AGE 52岁>,<TITLE 教授>,{A}<ROLE 技术总监>。",
         {("works-for", "张某某", "技术总监")}),
        (f"{A}聘请<PERSON 李某>为<ROLE 总工程师>。", {("works-for", "李某", "总工程师")}),
        (f"<PERSON 李某>任职于{B}。", {("works-for", "李某", b)}),
        (f"{A}与{B}就合作事宜达成如下协议。", set()),
        ("甲方负责组织协调,乙方予以配合。", set()),
    ],
)  # fmt: skip
def test_sentences_tell_who_plays_does_owns_and_works_where(
    sentence: str, expected: set[tuple[str, str, str]]
) -> None:
    assert said(sentence) == expected
