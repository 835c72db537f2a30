"""劳动合同 and 聘用合同书: who is employed by whom, how long, and whether full time.

The term is that of the branch whose blanks are filled (ticks are often lost), or that a written
choice names; a renewal extends it. 劳务合同, 返聘协议 and the like prove no employment: `other`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract.clauses import Prose, prose
from docint.extract.extract import labelled_facts
from docint.extract.naming import organisation, person
from docint.extract.parsers import one_date
from docint.extract.proof import proved
from docint.extract.unit_names import ended
from docint.extract.wrapped import unbroken
from docint.kinds.labor_contract.duties import full_time, named_position, position
from docint.kinds.labor_contract.people import employee, employer, particulars
from docint.kinds.labor_contract.terms import signed_on, term
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values.text import fold

FIELDS = (
    Field(
        "employer",
        "person.employer",
        (
            "甲方(用人单位)", "用人单位(甲方)", "甲方", "用人单位", "用人单位名称", "甲方名称",
            "聘用单位", "聘用单位(甲方)", "甲方(聘用单位)", "聘用方", "单位名称", "甲方单位名称",
            "用人单位全称", "甲方(单位)", "企业名称", "名称", "单位全称",
        ),
        organisation,
    ),
    Field(
        "employee",
        "person.name",
        (
            "乙方(劳动者)", "劳动者(乙方)", "乙方", "劳动者", "劳动者姓名", "乙方姓名", "姓名",
            "受聘人员", "受聘人", "受聘人员(乙方)", "乙方(受聘人员)", "受聘方",
            "员工姓名", "职工姓名",
            "乙方(员工)", "乙方(职工)",
        ),
        person,
    ),
    Field(
        "id_number",
        "person.id-number",
        (
            "身份证号", "身份证号码", "居民身份证号码", "公民身份号码", "身份证件号码", "证件号码",
            "有效身份证件号码", "居民身份证号", "身份证", "公民身份证号码", "乙方身份证号码",
            "身份证(护照)号码", "身份证号码(护照号码)",
        ),
    ),
    Field("birth_date", "person.birth-date", ("出生日期", "出生年月日", "出生年月"), one_date),
    Field("sex", "person.sex", ("性别",)),
    Field(
        "position",
        "person.position",
        ("工作岗位", "岗位", "岗位名称", "岗位(工种)", "工作岗位(工种)", "职务", "受聘岗位",
         "聘用岗位", "岗位(职务)", "担任职务"),
        named_position,
    ),
)  # fmt: skip

SIGNED = Field(
    "signed_on",
    "document.date",
    ("签订日期", "签约日期", "签署日期", "签订时间", "合同签订日期", "签约时间", "订立日期"),
    one_date,
)


def find(document: Document, tools: Tools) -> Facts:
    """Parties from labels or sentences; term, signing date, position and hours from clauses."""
    text = prose(document)
    own = {item.path[0]: item for item in labelled_facts(document, (*FIELDS, SIGNED), tools)}
    own |= {item.path[0]: item for item in _people(document, text, own, tools)}
    facts = [*own.values(), *term(document)]
    extra: list[Fact | None] = [full_time(document)]
    late, stated = signed_on(document), own.get("signed_on")
    if stated is None or (late is not None and _signed_after(late, stated)):
        facts = [item for item in facts if item is not stated]
        extra.append(late)
    if "position" not in own:
        extra.append(position(document))
    return Facts(tuple(_half_hidden(item) for item in (*facts, *extra) if item))


def _half_hidden(made: Fact) -> Fact:
    """A day of signing of which ink hides a part is doubtful."""
    partial = made.path == ("signed_on",) and len(str(made.value)) < len("2024-01-01")
    return replace(made, confidence=min(made.confidence, 0.6)) if partial else made


def _signed_after(late: Fact, stated: Fact) -> bool:
    """Whether of two dates beside the signatures the labelled one is the earlier."""
    one, two = late.evidence[0].place, stated.evidence[0].place
    return one.page == two.page and str(late.value) > str(stated.value)


def _people(
    document: Document, text: Prose, own: Mapping[str | int, Fact], tools: Tools
) -> Iterator[Fact]:
    """What sentences tell of the two, and labelled values that sentences complete or contest."""
    if unit := _employer(document, text, own.get("employer")):
        yield unit
    named = list(employee(text))
    labelled = own.get("employee")
    if labelled is None and named:
        yield named[0][0]
    called = fold(str((labelled or named[0][0]).value)) if labelled or named else ""
    ends = [end for made, end in named if fold(str(made.value)) == called]
    for made in particulars(text, ends[0] if ends else None):
        if made.path[0] not in own:
            term_ = "person.id-number" if made.path[0] == "id_number" else ""
            yield proved(made, term_, tools) if term_ else made


def _employer(document: Document, text: Prose, labelled: Fact | None) -> Fact | None:
    """The labelled name where it is whole; else completed by the print below or elsewhere."""
    said = list(employer(text))
    if labelled is None:
        return said[0] if said else None
    value = fold(str(labelled.value))
    if ended(value):
        return None
    longer = [made for made in said if fold(str(made.value)).startswith(value)]
    whole = unbroken(labelled, document)
    return whole if whole.value != labelled.value or not longer else longer[0]


_TITLE = "(?:劳动合同书?|聘用合同书?)"
_NO_EMPLOYMENT = "劳务合同|劳务协议|返聘|劳务派遣协议|实习协议|(?:顾问|兼职)(?:合同|协议)"

kind = Kind(
    name="labor-contract",
    title="劳动合同",
    cues=(
        Cue(
            r"^[^\n。]{0,20}(?:劳动合同书?|聘用合同书?)(?:\([^\n]{1,12}\))?$",
            0.9,
            top=True,
        ),
        Cue(r"劳\n动\n合\n同", 0.9, top=True),
        Cue(r"用人单位", 0.2),
        Cue(r"劳动者", 0.2),
        Cue(r"试用期", 0.25),
        Cue(r"劳动报酬|工资标准|月工资", 0.25),
        Cue(r"劳动合同", 0.15),
        Cue(r"社会保险", 0.1),
        Cue(r"工时制|工作时间和休息休假|休息休假", 0.25),
        Cue(r"劳动保护|劳动条件", 0.15),
        Cue(r"劳动争议|经济补偿|解除(?:、终止)?劳动合同|续订", 0.2),
        Cue(r"受聘人员|聘用单位", 0.25),
        Cue(
            r"劳务合同|劳务协议|返聘|劳务派遣协议|实习协议|顾问(?:合同|协议)|兼职(?:合同|协议)",
            -1.6,
            top=True,
        ),
        Cue(r"合作协议|联合体|申请表|申报书|建设方案|工作方案|审计报告|参保", -0.8, top=True),
        Cue(r"知识产权归属|成果归属|研发内容分工", -0.3),
    ),
    fields=FIELDS,
    find=find,
)
