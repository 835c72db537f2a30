from __future__ import annotations

import hashlib
import json
import time

import pytest

from docint.extract import entities
from docint.extract.entities import MODEL
from docint.values.text import fold

CARD = json.loads((MODEL / "card.json").read_text("utf-8"))
PROSE = (
    "推举云岫智能装备（深圳）有限公司为牵头单位，江陵理工大学和南浦半导体研究院为参与单位。\n"
    "项目负责人：欧阳晓岚，女，47岁，正高级工程师，云岫智能装备（深圳）有限公司研发总监。\n"
    "本协议自2024年5月1日起至2026年4月30日止，总经费人民币1200万元，签订地点：广东省深圳市福田区。"
)


def found(text: str) -> set[tuple[str, str]]:
    folded = "\n".join(fold(line) for line in text.split("\n"))
    return {(entity.label, entity.text) for entity in entities.entities(folded)}


def test_prose_without_labels_gives_its_units_people_and_days() -> None:
    assert found(PROSE) >= {
        ("ORG", "云岫智能装备(深圳)有限公司"),
        ("ORG", "江陵理工大学"),
        ("ORG", "南浦半导体研究院"),
        ("ROLE", "牵头单位"),
        ("PERSON", "欧阳晓岚"),
        ("AGE", "47岁"),
        ("TITLE", "正高级工程师"),
        ("DATE", "2024年5月1日"),
        ("DATE", "2026年4月30日"),
        ("MONEY", "人民币1200万元"),
    }


def test_sentences_that_name_nobody_give_no_units_or_people() -> None:
    prose = (
        "双方应当遵守国家有关法律法规，保护商业秘密。\n甲方有权监督乙方的研发进度，乙方应予以配合。"
    )
    assert not {label for label, _ in found(prose)} & {"ORG", "PERSON", "MONEY", "ID"}


def test_places_are_those_of_the_text_however_long() -> None:
    folded = "\n".join(fold(line) for line in PROSE.split("\n"))
    text = "\n".join([folded] * 8)
    for entity in entities.entities(text):
        assert text[entity.start : entity.end].replace("\n", "") == entity.text


def test_the_card_is_of_these_files() -> None:
    total = hashlib.sha256()
    for path in sorted(p for p in MODEL.rglob("*") if p.is_file() and p.name != "card.json"):
        total.update(path.relative_to(MODEL).as_posix().encode() + path.read_bytes())
    assert total.hexdigest() == CARD["sha256"]
    assert sum(p.stat().st_size for p in MODEL.rglob("*") if p.is_file()) < 6_000_000


def test_the_card_keeps_its_promises() -> None:
    clean, damaged = CARD["scores"]["clean"], CARD["scores"]["damaged"]
    assert clean["all"] >= 0.93
    assert min(clean.values()) >= 0.88
    assert clean["all"] - damaged["all"] <= 0.03
    assert CARD["scores"]["characters_a_second"] >= 20_000


@pytest.mark.slow
def test_a_long_text_is_read_fast() -> None:
    text = "\n".join([fold(PROSE)] * 150)
    entities.entities(text[:500])
    begun = time.process_time()
    entities.entities(text)
    assert len(text) / (time.process_time() - begun) >= 8_000  # 20,000 on an idle core
