"""Sentences with their entities: templates filled, damaged as readers damage them, and split."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from corpora.language.misreadings import misreadings
from corpora.language.vary import before, behind, varied
from corpora.language.words import ROLES, WORDS
from docint.values.text import fold

_PIECE = re.compile(r"\{(?P<slot>[A-Za-z.]+)\}|\[(?P<choice>[^\[\]]*)\]")
_ROLE = re.compile("|".join(sorted(ROLES, key=len, reverse=True)))


LABELS = {
    "PERSON": "姓名 户名 联系人 紧急联系人 法定代表人 负责人 授权代表 委托代理人 代表（签字） 签字 经办人 发明人 中国注册会计师 申请人 "
    "乙方 劳动者 被聘用人 持证人 主持人 审核人 指导教师 项目成员 收件人 参保人 员工姓名 法人代表 签章 起草人 完成人 第一作者",
    "ORG": "单位名称 工作单位 所在单位 甲方 乙方 丙方 用人单位 名称 企业名称 开户名称 开户行 参保单位 被审计单位 发证机关 登记机关 主管部门 推荐单位 "
    "发证单位 专利权人 毕业院校 单位（公章） 聘用单位 委托方 受托方 供职单位 立项部门 承办单位 任职单位 完成单位",
    "ADDRESS": "住址 地址 住所 家庭住址 通讯地址 注册地址 办公地址 户籍地址 经营场所 送达地址 工作地点 建设地点 场所 联系地址",
    "DATE": "日期 签订日期 签订时间 申请日 出生日期 出生年月 成立日期 核准日期 发证日期 有效期至 入职时间 报告日期 完成时间 起止时间 批准日期 时间",
    "DISTRICT": "地点 签订地点 所属区域 属地 注册地 籍贯 所在地区 行政区划 服务范围",
    "MONEY": "金额 注册资本 经费 总投资 合同金额 预算 工资 自筹资金 申请资助 研发费用 营业收入 合计 奖金 拨款",
    "TITLE": "职称 专业技术职务 技术职称 任职资格 职称名称 专业技术资格", "AGE": "年龄",
    "ID.person": "身份证号 公民身份号码 身份证号码 证件号码 身份证 居民身份证号", "ID.unit": "统一社会信用代码 信用代码 社会信用代码 税号",
    "ROLE.post": "职务 岗位 担任职务 工作岗位 行政职务 职位", "ROLE.person": "项目角色 承担角色 本项目职责 角色",
    "PROJECT": "项目名称 课题名称 项目 课题 所属项目 联合体名称", "work": "任务 内容 承担工作 研究内容 分工 主要工作 备注",
    "num": "序号 编号 邮编 电话 民族 学历 页码 批次",
}  # fmt: skip
"""What forms print before each kind of entry; the parts of a line stand close once folded."""


def labelled(random: Random) -> str:
    """A template of labels and entries, as a line of a form or a list gives them."""
    slots = random.sample(list(LABELS), random.randrange(2, 6))
    mark, gap = (
        random.choice(("：", "：", "：", " ", "")),
        random.choice((" ", " ", "，", "；", "\n")),
    )
    if not mark and random.random() < 0.5:  # rows of a table: entries alone
        return " ".join(f"{{{slot}}}" for slot in slots)
    words = [(random.choice(LABELS[slot].split()), slot) for slot in slots]
    return gap.join(word + mark + f"{{{slot}}}" for word, slot in words)


@dataclass(frozen=True)
class Example:
    """A text and its entities: start, end, label."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


@cache
def templates() -> tuple[str, ...]:
    """All templates, in order."""
    lines = Path(__file__).with_name("sentences.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def split() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Templates to train on, and every fifth, never trained on."""
    every = templates()
    return (
        tuple(t for n, t in enumerate(every) if n % 5 != 2),
        tuple(t for n, t in enumerate(every) if n % 5 == 2),
    )


def fill(template: str, random: Random, freedom: float = 0.0) -> Example:
    """A sentence of a template; with freedom, so many of its words are any others."""

    def plain(words: str) -> str:
        return varied(words, random, freedom) if freedom else words

    text, spans, at = "", [], 0
    for match in _PIECE.finditer(template):
        text, at = text + plain(template[at : match.start()]), match.end()
        if match["choice"] is not None:
            chosen = fill(random.choice(match["choice"].split("|")), random, freedom)
            spans += [(s + len(text), e + len(text), label) for s, e, label in chosen.spans]
            text += chosen.text
            continue
        slot = match["slot"]
        word = WORDS[slot](random)
        if slot == "AGE" and text.endswith(("年龄", "年龄：")) and random.random() < 0.5:
            word = word.rstrip("岁周 ")
        quoted = slot == "PROJECT" and not text.endswith(("《", "“")) and random.random() < 0.3
        head, tail = random.choice(("“”", "《》")) if quoted else ("", "")
        if slot[0].isupper() and random.random() < freedom / 3:
            head = before(random) + head
        if slot[0].isupper() and random.random() < freedom / 3:
            tail += behind(random)
        text += head
        if slot[0].isupper():
            spans.append((len(text), len(text) + len(word), slot.partition(".")[0]))
        text += word + tail
    text += plain(template[at:])
    spans += [(m.start(), m.end(), "ROLE") for m in _ROLE.finditer(text) if _free(m, spans)]
    return Example(text, tuple(sorted(spans)))


def _free(match: re.Match[str], spans: list[tuple[int, int, str]]) -> bool:
    return all(match.end() <= start or match.start() >= end for start, end, _ in spans)


def joined(examples: list[Example], random: Random) -> Example:
    """Sentences one behind the other."""
    text, spans = "", []
    for example in examples:
        if text:
            text += random.choice(("\n", "\n", "", " "))
        spans += [(s + len(text), e + len(text), label) for s, e, label in example.spans]
        text += example.text
    return Example(text, tuple(spans))


@cache
def _slips() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for drawn, read in (*misreadings("known"), *misreadings("apart")):
        found.setdefault(drawn, []).append(read)
        found.setdefault(read, []).append(drawn)
    more = {
        "日": "曰目",
        "：": ":;",
        "，": ",.",
        "0": "O",
        "1": "l",
        "（": "(",
        "）": ")",
        "。": ".",
    }
    return {c: tuple(x) for c, x in {**found, **more}.items()}


def damaged(example: Example, random: Random) -> Example:
    """As a reader gives it: characters confused, marks lost, blanks and line breaks inside names."""
    slips = _slips()
    rate = random.choice((0.005, 0.01, 0.02))
    pieces: list[str] = []
    for char in example.text:
        drawn = random.random()
        if drawn < rate and char in slips:
            pieces.append(random.choice(slips[char]))
        elif drawn < 1.5 * rate:
            pieces.append(char + random.choice((" ", "\n")))
        elif char in " ，、：；" and drawn < 4 * rate:
            pieces.append("")
        else:
            pieces.append(char)
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    text = "".join(pieces)
    spans = []
    for start, end, label in example.spans:
        s, e = places[start], places[end]
        while e > s and text[e - 1].isspace():
            e -= 1
        if e > s:
            spans.append((s, e, label))
    return Example(text, tuple(spans))


def folded(example: Example) -> Example:
    """As prose is matched: NFKC, without blanks; line breaks stay."""
    places, text = [0], ""
    for char in example.text:
        text += char if char == "\n" else fold(char)
        places.append(len(text))
    return Example(text, tuple((places[s], places[e], label) for s, e, label in example.spans))


def examples(
    which: tuple[str, ...],
    count: int,
    random: Random,
    noise: float,
    forms: float = 0.0,
    freedom: float = 0.0,
) -> Iterator[Example]:
    """As many texts of one to three sentences; so many lines of forms, so many texts damaged.

    Two of three sentences have other words put for so many of theirs (``freedom``).
    """

    def drawn() -> Example:
        if random.random() < forms:
            return fill(labelled(random), random)
        free = freedom if random.random() < 2 / 3 else 0.0
        return fill(random.choice(which), random, free)

    for _ in range(count):
        whole = joined([drawn() for _ in range(random.choice((1, 1, 2, 3)))], random)
        yield folded(damaged(whole, random) if random.random() < noise else whole)
