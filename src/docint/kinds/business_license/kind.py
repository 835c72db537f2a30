"""营业执照, all layouts since the registration reform and the older ones before it.

Shenzhen's licences print neither 注册资本 nor 经营范围, those since 2022 no 营业期限: what is not
printed is absent. The date at the foot is the day of issue, never 成立日期.
"""

from __future__ import annotations

import re

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families, orphans, terms, unlabelled
from docint.extract.certificates import (
    authority_of_seal,
    district_of,
    issued_on,
    term_end,
    term_start,
)
from docint.extract.extract import labelled_facts
from docint.extract.flow import Span, reader_of
from docint.extract.naming import head, organisation
from docint.extract.parsers import amount, one_date, scope, words
from docint.extract.proof import attested, fact
from docint.types.document import Document
from docint.types.fact import Fact, Facts, Value, Witness
from docint.types.place import Place
from docint.values.offices import MARKET
from docint.values.text import fold

_TERM = (
    "营业期限", "经营期限", "合伙期限", "有效期", "有效期限", "经营(营业)期限", "存续期限",
    "经营期间",
    "营业期间",
)  # fmt: skip
_AUTHORITY = re.compile(
    r"[\u4e00-\u9fff]{2,24}?(?:市场监督管理|工商行政管理|行政审批(?:服务)?|市场监管|行政服务|"
    r"政务服务[\u4e00-\u9fff]{0,6}管理)(?:管理)?(?:委员会|总局|分局|局|厅)"
    r"(?:[\u4e00-\u9fff]{1,8}(?:分局|监督管理所|监管所|监管局))?"
)


def capital(printed: str) -> Value:
    """Registered capital; a dash or ``/`` is none.

    Raises:
        ValueError: no amount.
    """
    return amount(re.sub(r"^(?:人民币)?[:：]", "", printed))


def authority(printed: str) -> str:
    """The registering authority in print.

    Raises:
        ValueError: no authority is named.
    """
    match = _AUTHORITY.search(fold(printed))
    if not match:
        raise ValueError(f"no authority: {printed!r}")
    return words(match[0])


FIELDS = (
    Field(
        "name",
        "unit.name",
        families.UNIT,
        organisation,
    ),
    Field(
        "uscc",
        "unit.uscc",
        families.USCC,
    ),
    Field(
        "entity_type",
        "unit.type",
        ("类型", "公司类型", "企业类型", "主体类型", "商事主体类型", "经济性质", "市场主体类型",
         "经营主体类型", "机构类型", "企业性质", "登记类型"),
    ),
    Field(
        "legal_representative",
        "unit.legal-representative",
        (
            *families.HEAD, "经营者", "经营者姓名", "执行事务合伙人", "投资人", "投资人姓名",
            "首席代表",
            "执行合伙事务的合伙人", "执行事务合伙人姓名",
        ),
        head,
    ),
    Field(
        "registered_capital",
        "unit.registered-capital",
        (*families.CAPITAL, "出资额", "出资总额", "成员出资总额", "资金数额", "认缴资本"),
        capital,
    ),
    Field("established_on", "unit.established-on", ("成立日期", "注册日期", "设立日期",
    "成立时间", "注册时间", "成立年月", "设立时间"), one_date),
    Field("valid_from", "document.valid-from", _TERM, term_start),
    Field("valid_until", "document.valid-until", _TERM, term_end),
    Field(
        "address",
        "unit.address",
        (*families.ADDRESS, "经营场所", "营业场所", "主要经营场所", "经营地址", "住所(经营场所)"),
        block=True,
    ),
    Field(
        "business_scope",
        "unit.business-scope",
        ("经营范围", "经营范围及方式", "业务范围", "主营业务范围", "经营项目"),
        scope,
        block=True,
    ),
    Field("registration_authority", "document.issuer", ("登记机关", "发照机关", "注册机关",
    "登记部门"), authority),
)  # fmt: skip

ISSUED = Field("issued_on", "document.date", families.ISSUED, one_date)


def find(document: Document, tools: Tools) -> Facts:
    """All facts: labelled ones, then those that stand at the foot, in the seal or in the QR."""
    facts = list(labelled_facts(document, (*FIELDS, ISSUED), tools))
    for missing, shaped in (("name", orphans.name), ("address", orphans.address)):
        if all(item.path != (missing,) for item in facts):
            facts += _one(shaped(document, facts))
    own = {item.path[0]: item for item in facts}
    if "uscc" not in own:
        facts += _one(orphans.code(document))
    if not {"legal_representative", "established_on"} & set(own):
        facts += orphans.in_column(document, facts)
        facts += unlabelled.licence(document, facts)
    facts += terms.told(document, facts)
    if "issued_on" not in own:
        facts += _one(issued_on(document, facts))
    facts += _one(district_of(own.get("address")))
    if "registration_authority" not in own:
        facts += _one(authority_of_seal(document, "registration_authority", facts, MARKET))
    return Facts(tuple(_with_codes(document, facts)))


def _one(found: Fact | None) -> list[Fact]:
    return [found] if found else []


def _with_codes(document: Document, facts: list[Fact]) -> list[Fact]:
    """The QR's content as a fact, and as a witness for the code it repeats."""
    for leaf in document.leaves:
        for code in leaf.page.codes:
            if "qr" not in code.format.lower():
                continue
            place = Place(leaf.source, leaf.page.number, code.box)
            span = Span(code.text, place, reader_of(leaf), 1.0, "qr")
            content = fact(("qr_text",), code.text, span)
            return [*(_heard(item, code.text) for item in facts), content]
    return facts


def _heard(item: Fact, content: str) -> Fact:
    if item.path != ("uscc",) or str(item.value) not in content.upper():
        return item
    return attested(item, Witness("qr", True, "二维码载有相同代码"))


kind = Kind(
    name="business-license",
    title="营业执照",
    cues=(
        Cue(r"^[^\n。]{0,6}营\n?业\n?执\n?照[^\n。]{0,10}$", 0.8, top=True),
        Cue(r"统一社会信用代码|注册号", 0.25),
        Cue(r"法定代表人|负责人|经营者|投资人|执行事务合伙人", 0.15),
        Cue(r"成立日期|注册日期", 0.2),
        Cue(r"经营范围", 0.15),
        Cue(r"登记机关", 0.25),
        Cue(r"营业期限|经营期限|合伙期限", 0.15),
        Cue(r"(?:国家市场监督管理总局|国家工商行政管理总局)监制|信用信息公示系统", 0.25),
        Cue(r"公示报告|信用报告|信用信息报告", -1.5),
        Cue(r"联合体|目录|清单|申请表|申报书|遗失|合同|协议|承诺书|审计报告", -0.8, top=True),
        Cue(r"许可证|税务登记证|组织机构代码证|执业证书", -0.8, top=True),
        Cue(r"提交[^。]{0,20}营业执照|营业执照复印件", -0.5),
        Cue(r"举办单位|业务主管单位|开办资金", -1.0),
        Cue(r"股权出质|抽查检查|严重违法失信|经营异常", -0.6),
    ),
    fields=FIELDS,
    find=find,
    single_page=True,
)
