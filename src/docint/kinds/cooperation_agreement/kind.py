"""Cooperation agreement (合作协议、合同书; 民法典 第三编).

Facts of the contract and, beyond it: ``("amount_words",)``, the amount in characters (大写) in
yuan, so that it may be compared with ``amount``; ``("parties", n, "uscc")``; and the signature
blocks ``("signatures", n, "party" | "name" | "signed" | "date")``, where an empty ``date`` and
``signed`` false say that the place was left blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract.celled import grids
from docint.extract.clauses import Prose, prose
from docint.extract.flow import page_flow
from docint.extract.options import without_unticked
from docint.extract.proof import fact, proved
from docint.kinds.cooperation_agreement.charges import Share
from docint.kinds.cooperation_agreement.division import division, text_of
from docint.kinds.cooperation_agreement.glosses import (
    LETTERED,
    spelled,
    with_forms,
    with_glosses,
    with_stems,
)
from docint.kinds.cooperation_agreement.ip import ip_clause
from docint.kinds.cooperation_agreement.parties import parties
from docint.kinds.cooperation_agreement.party import Party
from docint.kinds.cooperation_agreement.roles import scanned
from docint.kinds.cooperation_agreement.signing import signing
from docint.kinds.cooperation_agreement.spoken import spoken
from docint.kinds.cooperation_agreement.tables import heads_parties, opens, sections
from docint.kinds.cooperation_agreement.tasks import heads_work
from docint.kinds.cooperation_agreement.terms import amounts, signed_on, valid
from docint.kinds.cooperation_agreement.undivided import unparsed
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values.text import tidy

_TITLE = re.compile(
    r"(?m)^[^\n:：。]{0,60}(?:协议书?|合同书?|契约|约定书|章程|备忘录|承诺书|意向书)(?:\([^()\n]{1,20}\))?$"
)
_CUT_CLEAR = 0.95
"""Where a passage begins and ends is a reading of its own; its words are as sure as the print."""
_UNPARSED = 0.7
"""A clause on the division of work of which no share could be told."""
_ENDING = re.compile(r"(?:协议书?|合同书?|约定书|备忘录|意向书)(?:\([^()\n]{1,20}\))?$")


def _title(document: Document) -> Fact | None:
    """The heading on the first page that has one; two lines of it are put together."""
    for leaf in document.leaves[:2]:
        flow = page_flow(leaf, "\n")
        match = _TITLE.search(flow.text)
        if not match or re.search(r"编号|目录|本协议|本合同|甲方|签订", match[0]):
            continue
        start = match.start()
        before = flow.text[:start].rstrip("\n").rsplit("\n", 1)[-1]
        if start > 0 and _unfinished(match[0]) and _heading(before):
            start -= len(before) + 1
        span = flow.span(start, match.end())
        return fact(("title",), tidy(span.text), span)
    return None


def _unfinished(title: str) -> bool:
    return len(title) <= 8 or not re.search(r"合作|联合|共建|开发|战略|技术", title)


def _heading(line: str) -> bool:
    return 4 <= len(line) <= 40 and not re.search(r"[:：。；;,，]|编号|第\d|\d{4,}", line)


def _named(text: Prose, party: Party) -> str:
    """A party's name as it is printed; on a scan, with its form spelled right."""
    name = tidy("".join(text.quote(*run) for run in party.at))
    return spelled(name) if scanned(text) else name


def _party_facts(text: Prose, found: list[Party]) -> Iterator[Fact]:
    for n, party in enumerate(found):
        path = ("parties", n)
        if party.label and party.label_at:
            printed = tidy(text.quote(*party.label_at))
            label = printed if LETTERED.fullmatch(printed) else party.label
            yield text.fact((*path, "label"), label, *party.label_at)
        read = tidy("".join(text.quote(*run) for run in party.at))
        right = _named(text, party)
        yield text.fact_on((*path, "name"), right, party.at, doubtful=right != read)
        if party.role and party.role_at:
            yield text.fact(
                (*path, "role"), party.role, *party.role_at, doubtful=not party.role_sure
            )
        if party.representative and party.representative_at:
            yield text.fact(
                (*path, "representative"), party.representative, *party.representative_at
            )


def _code_facts(text: Prose, found: list[Party], tools: Tools) -> Iterator[Fact]:
    for n, party in enumerate(found):
        if party.uscc and party.uscc_at:
            made = text.fact(("parties", n, "uscc"), party.uscc, *party.uscc_at)
            yield proved(made, "unit.uscc", tools)


def _division_facts(text: Prose, found: list[Party], shares: list[Share]) -> Iterator[Fact]:
    for n, share in enumerate(shares):
        name = _named(text, found[share.party])
        path, doubtful = ("rd_division", n), not share.sure
        value = text_of(text, share.runs)
        for key, what in (("party", name), ("text", value)):
            yield text.fact_on(
                (*path, key), what, share.runs, certainty=_CUT_CLEAR, doubtful=doubtful
            )


def _unparsed_fact(text: Prose, span: tuple[int, int]) -> Fact:
    """A clause that divides work among parties nobody could tell apart: its words alone."""
    value = text_of(text, (span,))
    return text.fact(("rd_division", 0, "text"), value, *span, certainty=_UNPARSED, doubtful=True)


def _heads(texts: Sequence[str]) -> bool:
    return heads_parties(texts) or heads_work(texts)


def find(document: Document, tools: Tools) -> Facts:
    """All facts of an agreement; see the module for those beyond the contract."""
    text = with_stems(with_glosses(without_unticked(prose(document))))
    text = with_forms(text) if scanned(text) else text
    tables = [part for grid in grids(document, text, _heads, opens) for part in sections(grid)]
    found = parties(text, tables)
    facts: list[Fact] = [made for made in (_title(document),) if made]
    facts += _party_facts(text, found)
    facts += _code_facts(text, found, tools) if found else spoken(text)
    signing_day = signed_on(text)
    facts += [signing_day] if signing_day else []
    facts += valid(text, signing_day)
    facts += _division_facts(text, found, division(text, found, tables, tools))
    if not any(item.path[0] == "rd_division" for item in facts) and (span := unparsed(text)):
        facts.append(_unparsed_fact(text, span))
    if clause := ip_clause(text):
        span = clause.start, clause.end
        value = text_of(text, (span,))
        facts.append(text.fact(("ip_clause",), value, *span, certainty=clause.certainty))
    return Facts((*facts, *amounts(text), *signing(document, found, tools)))


kind = Kind(
    name="cooperation-agreement",
    title="合作协议",
    cues=(
        Cue(
            r"(?:创新联合体|合作|共建|联合体|战略合作|技术开发|联合(?:研发|申报|攻关|组建|建设|开发)"
            r"|产学研)[^。]{0,12}(?:协议书?|合同书?|契约|约定书)",
            1.0,
            top=True,
        ),
        Cue(r"(?:协议书|合同书|合作协议|共建协议|伙伴协议|契约|约定书)", 0.6, top=True),
        Cue(r"甲方(?:[:(]|$)", 0.3),
        Cue(r"乙方(?:[:(]|$)", 0.3),
        Cue(r"丙方(?:[:(]|$)", 0.3),
        Cue(r"(?:知识产权|成果)(?:的)?(?:归属|分配|分享|约定)", 0.4),
        Cue(r"(?:研发内容|任务|职责)?分工|权利(?:和|与)义务", 0.3),
        Cue(r"违约责任", 0.3),
        Cue(r"争议(?:的)?解决", 0.3),
        Cue(r"本(?:协议|合同)(?:自|一式|经)", 0.5),
        Cue(r"保密(?:条款|义务|责任)", 0.2),
        Cue(r"甲方\(盖章\)|法定代表人或授权代表\(签字\)|\(签字盖章页\)|签署页", 0.4),
        Cue(r"劳动合同|聘用合同|劳动报酬|试用期|用人单位|劳动者", -0.9),
        Cue(r"申请表|申报书|建设(?:运营)?方案|审计报告|工作方案", -0.8, top=True),
        Cue(r"租赁合同|采购合同|买卖合同|购销合同|施工合同|借款合同|房屋租赁", -0.9, top=True),
    ),
    fields=(
        Field("title", "document.title"),
        Field("parties", "unit.name"),
        Field("signed_on", "document.date"),
        Field("valid_from", "document.valid-from"),
        Field("valid_until", "document.valid-until"),
        Field("rd_division", "document.prose"),
        Field("ip_clause", "document.prose"),
        Field("amount", "document.amount"),
        Field("amount_words", "document.amount"),
        Field("signatures", "document.text"),
    ),
    find=find,
)
