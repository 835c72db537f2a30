"""The unit that an auditor's report is about (被审计单位).

Addressee, cover, letter and statements name it, each in its own form: the places vote (`votes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docint.extract.flow import Flow, Span, joined, page_flow, reader_of
from docint.extract.grids import Piece, Row, evidence, line_rows, together
from docint.extract.votes import Vote, voted
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.place import Place
from docint.values.text import fold, tidy

_HAN = r"\u4e00-\u9fff"
_NAME = rf"[{_HAN}][{_HAN}()A-Za-z0-9·&]{{3,48}}"
_ORGANISED = re.compile(
    rf"[{_HAN}()A-Za-z0-9·&]{{2,48}}(?:公司|集团|企业|\(有限合伙\)|\(普通合伙\)|院|所|中心"
    rf"|大学|学校|学会|协会|研究会|促进会"
    r"|联盟|基金会|医院|工厂|厂|社|合作社|银行|实验室|事务所)"
)
_ADDRESSEE = re.compile(
    rf"(?m)^(?:谨?[致呈][:：]?)?(?P<name>{_NAME}?)(?:全体(?:股东|合伙人|出资人|投资者|投资人|所有者"
    rf"|会员|理事|成员)|董事会|理事会|股东会|股东|管理层|经营管理层|执行董事)"
    r"(?:(?:和|及|、|与)?(?:全体)?(?:股东|董事会|管理层))?:?$"
)
_INSTITUTION = re.compile(rf"(?m)^(?:致[:：]?)?(?P<name>[{_HAN}][{_HAN}()A-Za-z0-9·&]{{3,40}}):$")
_COVERED = re.compile(
    rf"(?:被审计?(?:单位|企业)|受审单位|被审核单位|被鉴证单位|委托单位|委托方|企业名称|单位名称"
    rf"|公司名称|客户名称)(?:名称)?(?:\((?:全称|盖章|公章)\))?[:：]\n?(?P<name>{_NAME})$",
    re.MULTILINE,
)
_AUDITED = re.compile(
    rf"(?:我们(?:接受委托[,，]?)?(?:对|已?审计了|已审计|审核了)|(?:接受|受)(?:贵公司"
    rf"|贵单位)?委托[,，]?(?:我们)?(?:对|审计了?)|审计了|审核了)(?:[后随所]附的)?(?P<name>{_NAME}?)"
    r"(?:\((?:以下|下)?(?:简称|称)|的?(?:合并及(?:母)?公司)?(?:财务报表|20\d\d年|研究?开?发?费用"
    r"|按照|编制|管理层|二[〇○零Oo0]|截至)|[,，])"
)
_PREPARED = re.compile(
    rf"(?:编制单位|编报单位|填报单位)(?:\(盖章\))?[:：](?P<name>{_NAME}?)(?=\n|20\d\d"
    rf"|单位[:：]|金额|日期|$)"
)
_TITLED = re.compile(
    rf"(?m)^(?P<name>{_NAME}(?:公司|院|所|中心|大学|学院|学会|协会"
    rf"|\(有限合伙\)))(?:\n?(?:关于)?(?:二[〇○零Oo0][^\n]{{2,6}}"
    rf"|20\d\d)?年?度?[-—至、和及]*(?:20\d\d年?度?)?(?:\n)?(?:财务(?:报表|会计报告|报告)?|年度"
    rf"|专项)*(?:报表)?(?:的)?审计报告(?:及财务报表)?$)"
)
_ABOUT = re.compile(
    rf"(?:^|\n|审计报告|专审报告)关于(?:对)?(?P<name>{_NAME}?)(?:\((?:以下)?简?称[^)]{{0,20}}\))?\n?(?:截至)?"
    rf"(?=20\d\d\s?年|二[〇○零Oo0]|的?(?:研究|研发|专项|财务|科技|项目|年度|加计))"
    rf"[^。]{{2,60}}?(?:审计|审核|鉴证)(?:情况|结果)?报告"
)
_ABOVE = re.compile(
    r"(?m)^(?P<name>[^\n:：。,，]{4,40})\n(?:20\d\d年?度?[至到—-]?){0,3}"
    r"(?:研究?开?发(?:费用|投入)|财务(?:报表|会计报告)?|会计报表|专项){0,3}(?:审计|审核|鉴证)报告书?$"
)
"""A title whose first line is the unit's name."""
_TO = re.compile(rf"(?m)^谨?[致呈][:：]?(?P<name>{_NAME})$")
_STATEMENT_OF = re.compile(
    rf"(?m)^(?:附[件表录]?[一二三四\d]{{0,2}}[:：、]?)?(?P<name>{_NAME}?(?:公司|研究院|研究所|中心|大学|学院))\n?"
    rf"20\d\d年[^\n。]{{0,16}}(?:研发|研究)[^\n。]{{0,16}}表$"
)
"""What a ledger is called that tells the unit's name in its title."""
_TOUCH = 0.45
"""Pieces with a narrower gap, in line heights, are one line that was read in two."""
_NOT_A_COMPANY = re.compile(
    r"会计师事务所|税务师事务所|我们|报告|审计|编制|责任|管理层|如下|包括|注册会计师|附件|目录"
    r"|情况|事项|说明|项目|根据|附注|日期|^贵|意见|单位$|^(?:上述|前述|该|本)(?:企业|公司|单位)"
)


_NO_UNIT = re.compile(
    r"会计师事务所|税务师事务所|我们|管理层|注册会计师|贵公司|贵单位|^贵|如下|审计报告|报表|责任由|^(?:上述|前述|该|本)(?:企业|公司|单位)"
)
"""What no unit's name holds, whatever its form: 有限责任公司 and 项目管理公司 are units."""


def _value(flow: Flow, match: re.Match[str]) -> tuple[str, Span]:
    span = flow.group(match, "name")
    return tidy(span.text), span


def _company_votes(leaf: Leaf) -> Iterator[Vote]:
    lines, run = page_flow(leaf, "\n"), page_flow(leaf, "")
    letter = bool(re.search("审计|审核|鉴证", run.text))
    forms = (
        (lines, _ADDRESSEE, 3.0), (lines, _COVERED, 2.5), (run, _AUDITED, 2.0),
        (lines, _ABOUT, 2.5), (lines, _PREPARED, 1.0), (lines, _TITLED, 1.5),
        (lines, _INSTITUTION, 1.5), (lines, _ABOVE, 1.5), (lines, _TO, 2.5),
        (lines, _STATEMENT_OF, 1.5),
    )  # fmt: skip
    for flow, form, weight in forms:
        if form is _INSTITUTION and not letter:
            continue
        for match in flow.finditer(form):
            name, span = _value(flow, match)
            organised = bool(_ORGANISED.fullmatch(fold(name)))
            if (_NO_UNIT if organised else _NOT_A_COMPANY).search(fold(name)):
                continue
            if form in (_INSTITUTION, _ABOVE, _TO, _STATEMENT_OF) and not organised:
                continue
            yield Vote(name, span, weight if organised else weight * 0.4)


_COVERED_LABEL = re.compile(
    r"致送?:?|(?:被审计?|受审|被审核|被鉴证|接受审计|审计对象|委托)(?:的)?(?:单位|企业|公司|方|人)?(?:名称|全称)?(?:\([^()]{2,4}\))?:?"
    r"|(?:(?:申报|申请|报告)?(?:企业|单位|公司|主体|客户))(?:名称|全称)(?:\([^()]{2,4}\))?:?"
    r"|(?:申报|申请)(?:企业|单位|公司)(?:\([^()]{2,4}\))?:?|报告主体:?"
)


def _runs(row: Row) -> list[Piece]:
    """A row's pieces, those that touch as one: a reader may cut a line in two."""
    runs: list[Piece] = []
    for piece in row.pieces:
        if runs and piece.left - runs[-1].right < _TOUCH * row.height:
            runs[-1] = together(runs[-1], piece)
        else:
            runs.append(piece)
    return runs


def _under(label: Piece, below: Sequence[Piece], height: float) -> Iterator[Piece]:
    """The piece of the next row that begins or has its middle where a label has."""
    for piece in below:
        if label.box is None or piece.box is None:
            continue
        near = piece.box.top - label.box.bottom < height
        off = min(abs(piece.left - label.left), abs(piece.middle - label.middle))
        if near and off < height:
            yield piece


def _beside_votes(leaf: Leaf) -> Iterator[Vote]:
    """A unit's name in the column beside its label or right under it, without a colon between."""
    rows = line_rows(leaf)
    lines = [_runs(row) for row in rows]
    for number, runs in enumerate(lines):
        beside = list(pairwise(runs))
        following = lines[number + 1] if number + 1 < len(lines) else []
        below = [(one, v) for one in runs for v in _under(one, following, rows[number].height)]
        for label, value in (*beside, *below):
            named = _ORGANISED.fullmatch(value.folded) and not _NO_UNIT.search(value.folded)
            if named and _COVERED_LABEL.fullmatch(label.folded):
                proof = evidence(leaf, [value])
                span = Span(value.text, proof.place, reader_of(leaf), value.confidence)
                yield Vote(tidy(value.text), span, 2.5)


def celled(leaf: Leaf) -> Iterator[tuple[str, Span]]:
    """Labels of a grid with the whole cell to their right, however often it wraps."""
    for table in leaf.page.tables:
        for number in range(table.rows):
            for label, value in pairwise(table.row(number)):
                place = Place(leaf.source, leaf.page.number, value.box, value.where)
                text = joined(value.text.splitlines())
                yield fold(label.text), Span(text, place, reader_of(leaf), value.confidence)


def _cell_votes(leaf: Leaf) -> Iterator[Vote]:
    for label, span in celled(leaf):
        name = fold(span.text)
        organised = _ORGANISED.fullmatch(name) and not _NO_UNIT.search(name)
        if organised and _COVERED_LABEL.fullmatch(label):
            yield Vote(tidy(span.text), span, 2.5)


def company(document: Document) -> Fact | None:
    """The audited unit (被审计单位): addressee, cover, letter and statements vote."""
    votes = [
        v
        for leaf in document.leaves
        for v in (*_company_votes(leaf), *_beside_votes(leaf), *_cell_votes(leaf))
    ]
    return voted(("company",), votes)
