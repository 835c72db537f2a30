"""社会团体法人登记证书, 民办非企业单位登记证书 (社会服务机构), 基金会法人登记证书."""

from __future__ import annotations

import re

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import orphans
from docint.extract.authorities import CIVIL
from docint.extract.certificates import (
    authority_of_seal,
    district_of,
    issued_on,
    issuer,
    term_end,
    term_start,
)
from docint.extract.extract import labelled_facts
from docint.extract.naming import head, organisation
from docint.extract.parsers import one_date, prose
from docint.types.document import Document
from docint.types.fact import Facts
from docint.values.text import fold

_TERM = ("有效期限", "有效期", "证书有效期", "证书有效期限")


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
        ("名称", "单位名称", "社会团体名称", "社团名称", "基金会名称", "机构名称"),
        organisation,
    ),
    Field("uscc", "unit.uscc", ("统一社会信用代码", "社会信用代码", "信用代码")),
    Field(
        "legal_representative",
        "unit.legal-representative",
        ("法定代表人", "法定代表人(负责人)", "负责人", "法人代表", "法定代表人/负责人"),
        head,
    ),
    Field(
        "registered_capital",
        "unit.registered-capital",
        ("注册资金", "开办资金", "原始基金数额", "原始基金", "注册资本", "注册资金数额"),
    ),
    Field(
        "supervisor",
        "unit.organizer",
        ("业务主管单位", "主管单位", "业务主管部门"),
        supervisor,
        block=True,
    ),
    Field("address", "unit.address", ("住所", "住所地", "地址", "单位住所"), block=True),
    Field(
        "business_scope",
        "unit.business-scope",
        ("业务范围", "宗旨和业务范围", "活动范围", "业务活动范围"),
        prose,
        block=True,
    ),
    Field("valid_from", "document.valid-from", _TERM, term_start),
    Field("valid_until", "document.valid-until", (*_TERM, "有效期至"), term_end),
    Field(
        "issued_by", "document.issuer", ("发证机关", "登记管理机关", "登记机关", "颁证机关"), issuer
    ),
    Field(
        "issued_on",
        "document.date",
        ("发证日期", "颁发日期", "颁证日期", "核准日期", "签发日期", "发证时间"),
        one_date,
    ),
)


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts, the district of the address, and what stands at the foot."""
    facts = list(labelled_facts(document, FIELDS, tools))
    if all(item.path != ("address",) for item in facts) and (
        shaped := orphans.address(document, facts)
    ):
        facts.append(shaped)
    own = {item.path[0]: item for item in facts}
    district = district_of(own.get("address"))
    more = [district]
    if "issued_on" not in own:
        more.append(issued_on(document, facts))
    if "issued_by" not in own:
        known = [*facts, district] if district else facts
        more.append(authority_of_seal(document, "issued_by", known, CIVIL))
    return Facts((*facts, *(item for item in more if item)))


_TITLE = (
    r"(?:社会团体|民办非企业单位|社会服务机构|基金会)\n?(?:\([^\n]{1,4}\)|法人)?\n?(?:法人)?\n?"
    r"登记\n?证书"
)

kind = Kind(
    name="social-organization-certificate",
    title="社会团体法人登记证书",
    cues=(
        Cue(_TITLE, 1.0, top=True),
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
