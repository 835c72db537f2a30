"""事业单位法人证书: valid five years, then void; it prints no 成立日期.

``valid_from`` is the beginning of this certificate's term, never the unit's founding.
"""

from __future__ import annotations

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
from docint.values.offices import STAFFING

FIELDS = (
    Field("name", "unit.name", families.UNIT, organisation),
    Field("uscc", "unit.uscc", families.USCC),
    Field("legal_representative", "unit.legal-representative", families.HEAD, head),
    Field("opening_funds", "unit.registered-capital", families.CAPITAL),
    Field(
        "organizer",
        "unit.organizer",
        ("举办单位", "主办单位", "举办者", "举办单位名称", "主管单位", "主管部门", "上级主管部门"),
        organisation,
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
    Field(
        "issued_by",
        "document.issuer",
        (*families.ISSUER, "登记管理机关(盖章)"),
        issuer,
    ),
    Field("issued_on", "document.date", families.ISSUED, one_date),
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
        more.append(authority_of_seal(document, "issued_by", known, STAFFING))
    return Facts((*facts, *(item for item in more if item)))


kind = Kind(
    name="institution-certificate",
    title="事业单位法人证书",
    cues=(
        Cue(r"事业单位法人证书", 1.0, top=True),
        Cue(r"举办单位", 0.3),
        Cue(r"开办资金", 0.25),
        Cue(r"经费来源", 0.3),
        Cue(r"宗旨和?业务范围", 0.35),
        Cue(r"国家事业单位登记管理局监制|事业单位登记管理", 0.4),
        Cue(r"合同|协议|申请表|申报书|目录|清单|方案|公共信用信息", -1.0, top=True),
        Cue(r"民办非企业单位", -1.0),
    ),
    fields=FIELDS,
    find=find,
    single_page=True,
)
