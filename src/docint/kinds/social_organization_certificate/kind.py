"""社会团体法人登记证书, 民办非企业单位登记证书 (社会服务机构), 基金会法人登记证书."""

from __future__ import annotations

import re

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families, orphans, terms
from docint.extract.certificates import (
    authority_of_seal,
    district_of,
    issued_on,
    issuer,
    term_end,
    term_start,
    until,
)
from docint.extract.extract import labelled_facts
from docint.extract.naming import head, organisation
from docint.extract.parsers import one_date, scope
from docint.types.document import Document
from docint.types.fact import Facts
from docint.values.offices import CIVIL
from docint.values.text import fold


def supervisor(printed: str) -> str:
    """The supervising unit; ``无`` where the body is registered directly.

    Raises:
        ValueError: no unit.
    """
    folded = re.sub(r"[()（）]", "", fold(printed))
    if folded in {"无", "无业务主管单位", "直接登记"}:
        return "无"
    return organisation(printed)


FIELDS = (
    Field(
        "name",
        "unit.name",
        families.UNIT,
        organisation,
    ),
    Field("uscc", "unit.uscc", families.USCC),
    Field(
        "legal_representative",
        "unit.legal-representative",
        (*families.HEAD, "会长", "理事长"),
        head,
    ),
    Field(
        "registered_capital",
        "unit.registered-capital",
        families.CAPITAL,
    ),
    Field(
        "supervisor",
        "unit.organizer",
        ("业务主管单位", "主管单位", "业务主管部门", "主管部门", "业务指导单位", "业务主管机关"),
        supervisor,
        block=True,
    ),
    Field("address", "unit.address", families.ADDRESS, block=True),
    Field(
        "business_scope",
        "unit.business-scope",
        families.SCOPE,
        scope,
        block=True,
    ),
    Field("valid_from", "document.valid-from", families.TERM, term_start),
    Field("valid_until", "document.valid-until", families.TERM, term_end),
    Field("valid_from", "document.valid-from", families.SINCE, one_date),
    Field("valid_until", "document.valid-until", families.UNTIL, until),
    Field("issued_by", "document.issuer", families.ISSUER, issuer),
    Field(
        "issued_on",
        "document.date",
        families.ISSUED,
        one_date,
    ),
)


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts, the district of the address, and what stands at the foot."""
    labelled = labelled_facts(document, FIELDS, tools)
    facts = list({item.path: item for item in reversed(labelled.items)}.values())
    if all(item.path != ("address",) for item in facts) and (
        shaped := orphans.address(document, facts)
    ):
        facts.append(shaped)
    if all(item.path != ("name",) for item in facts) and (
        alone := orphans.declared(document) or orphans.institution(document, facts)
    ):
        facts.append(alone)
    facts += terms.told(document, facts)
    own = {item.path[0]: item for item in facts}
    if "uscc" not in own and (code := orphans.code(document)):
        facts.append(code)
    district = district_of(own.get("address"))
    more = [district]
    if "issued_on" not in own:
        more.append(issued_on(document, facts))
    if "issued_by" not in own:
        known = [*facts, district] if district else facts
        more.append(authority_of_seal(document, "issued_by", known, CIVIL))
    return Facts((*facts, *(item for item in more if item)))


_FORM = "(?:社会团体|民办非企业单位|社会服务机构|基金会)"
_TITLE = (
    rf"{_FORM}\n?(?:\([^\n]{{1,4}}\)|法人)?\n?(?:法人)?\n?"
    r"登记\n?证书"
)

kind = Kind(
    name="social-organization-certificate",
    title="社会团体法人登记证书",
    cues=(
        Cue(_TITLE, 1.0, top=True),
        # a landscape certificate has its title half way down its left half, in pieces
        Cue(rf"^{_FORM}(?:\([^()\n]{{2,8}}\))?(?:法人)?$", 0.4),
        Cue(r"^(?:法人)?登记证书$", 0.3),
        Cue(r"信用\n?代码:?\n?5[1239][1-9]\d{5}[0-9A-Z]{9,10}(?![0-9A-Z])", 0.4),
        Cue(r"业务主管单位", 0.3),
        Cue(r"活动地域", 0.4),
        Cue(r"原始基金数额", 0.4),
        Cue(r"注册资金|开办资金", 0.15),
        Cue(r"中华人民共和国民政部[监印]?制|民政[局厅]", 0.3),
        Cue(r"发证机关", 0.1),
        Cue(r"合同|协议|申请表|申报书|目录|清单|方案|公共信用信息", -1.0, top=True),
    ),
    fields=FIELDS,
    find=find,
    single_page=True,
)
