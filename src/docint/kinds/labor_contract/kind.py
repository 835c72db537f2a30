"""劳动合同 and 聘用合同书: who is employed by whom, how long, and whether full time.

The term is that of the branch whose blanks are filled (ticks are often lost), or that a written
choice names; a renewal extends it. 劳务合同, 返聘协议 and the like prove no employment: `other`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract.clauses import Prose, prose
from docint.extract.extract import labelled_facts
from docint.extract.families import family
from docint.extract.grown import grown
from docint.extract.labels import COMMON
from docint.extract.naming import organisation, person
from docint.extract.parsers import one_date, words
from docint.extract.proof import proved
from docint.extract.unit_names import ended
from docint.extract.wrapped import unbroken
from docint.kinds.labor_contract.duties import full_time, named_position, position
from docint.kinds.labor_contract.labels import FORMS
from docint.kinds.labor_contract.party_rows import party_rows
from docint.kinds.labor_contract.people import employee, employer, particulars
from docint.kinds.labor_contract.signing import signed_on
from docint.kinds.labor_contract.terms import term
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values import dates
from docint.values.ids import resident
from docint.values.text import fold


def unit(printed: str) -> str:
    """An employer's name without the note where to put the seal (印章).

    Raises:
        ValueError: no unit's name.
    """
    value = _SEAL_HERE.sub("", printed)
    if broken := _BROKEN.search(value):  # the line below completes it, see _employer
        whole = "有限公司" if broken[0].startswith("有限") else "股份公司"
        organisation(value[: broken.start()] + whole)
        return words(value)
    return organisation(value)


def birthday(printed: str) -> str:
    """A whole day of birth; a month alone (1980.12) is none.

    Raises:
        ValueError: no whole date.
    """
    value = one_date(re.sub("^[男女] ?[/／|]", "", printed.strip()))
    if len(value) != len("1980-12-17"):
        raise ValueError(f"no day of birth: {printed!r}")
    return value


def last_day(printed: str) -> str:
    """The day a term ends; ``long-term`` where words say that it has no end.

    Raises:
        ValueError: neither.
    """
    return dates.LONG_TERM if _NO_END.search(fold(printed)) else one_date(printed)


_SEAL_HERE = re.compile(r"[(（][^()（）]{0,6}(?:章|签字|签署)[^()（）]{0,6}[)）]\s*$")
_BROKEN = re.compile(r"(?:有限责任|股份有限|有限责?|有限责任公|股份公|有限公)$")
"""Where a line breaks off a name's legal form."""
_NO_END = re.compile(r"无固定(?:期限|终止)|^长期")

EMPLOYER = (
    *family(
        (
            "甲方", "用人单位", "用工单位", "聘用单位", "聘任单位", "用人方", "用工方", "聘用方",
            "聘方",
        ),
        ("", "名称", "全称", "单位名称", "单位全称"),
    ),
    *family(("", "单位", "企业", "公司"), ("名称", "全称")),
    "甲方(用人单位)", "用人单位(甲方)", "聘用单位(甲方)", "甲方(聘用单位)", "甲方(单位)",
)  # fmt: skip
FIELDS = (
    Field(
        "employer",
        "person.employer",
        EMPLOYER,
        unit,
    ),
    Field(
        "employee",
        "person.name",
        (
            "乙方(劳动者)", "劳动者(乙方)", "乙方", "劳动者", "劳动者姓名", "乙方姓名", "姓名",
            "受聘人员", "受聘人", "受聘人员(乙方)", "乙方(受聘人员)", "受聘方",
            "员工姓名", "职工姓名",
            "乙方(员工)", "乙方(职工)", "员工", "职工", "雇员", "受雇人", "雇员姓名", "受雇人姓名",
            "劳动者名称", "乙方员工", "乙方个人",
            *family(("乙方/",), ("员工", "劳动者", "职工", "受聘人"), ("", "姓名")),
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
    Field("birth_date", "person.birth-date", ("出生日期", "出生年月日", "出生年月"), birthday),
    Field("sex", "person.sex", ("性别",)),
    Field(
        "position",
        "person.position",
        ("工作岗位", "岗位", "岗位名称", "岗位(工种)", "工作岗位(工种)", "职务", "受聘岗位",
         "聘用岗位", "岗位(职务)", "担任职务", "职位", "职位名称", "任职岗位", "聘任岗位",
         "岗位/职务", "职务/岗位", "岗位及职务", "拟任岗位", "录用岗位", "工种", "所任岗位",
         "所任职务", "担任岗位"),
        named_position,
    ),
)  # fmt: skip

SIGNED = Field(
    "signed_on",
    "document.date",
    (
        "签订日期",
        "签约日期",
        "签署日期",
        "签订时间",
        "合同签订日期",
        "签约时间",
        "订立日期",
        "签约日",
        "签订日",
        "签署日",
        "订立时间",
        "签字日期",
        "签字日",
    ),
    one_date,
)

_WHOSE = (
    "", "合同", "劳动合同", "聘用合同", "合同期限", "合同期", "劳动合同期限", "聘期", "聘用",
    "聘任", "聘用期限", "固定期限",
)  # fmt: skip
_WHEN = ("日", "日期", "时间")
TERM = (
    Field(
        "valid_from",
        "document.valid-from",
        family(_WHOSE, family(("起始", "开始", "生效", "起算"), _WHEN))
        + family(_WHOSE[1:], ("起", "自")),
        one_date,
    ),
    Field(
        "valid_until",
        "document.valid-until",
        family(
            _WHOSE,
            family(("终止", "结束", "到期", "截止", "届满", "期满", "终了", "失效"), _WHEN),
        )
        + family(_WHOSE[1:], ("止", "至")),
        last_day,
    ),
)  # fmt: skip
"""The term where a form gives its two days a cell each."""

STOPS = (
    *COMMON, "工作地点", "工作地", "合同类型", "合同期限", "试用期", "试用期限", "工时制度", "薪酬",
    "劳动报酬", "工资", "月工资", "注册地址", "用工形式", "工作部门", "部门", "所属部门",
    "入职日期", "到岗日期", "户籍地址", "户籍", "学历", "职称",
)  # fmt: skip
"""Labels of a contract's form that nobody asks for, but that end a neighbour's value."""


def find(document: Document, tools: Tools) -> Facts:
    """Parties from labels or sentences; term, signing date, position and hours from clauses."""
    text = prose(document)
    fields = grown((*FIELDS, SIGNED, *TERM), FORMS, document)
    labelled = labelled_facts(document, fields, tools, STOPS)
    own = {item.path[0]: item for item in labelled}
    own |= {item.path[0]: item for item in _people(document, text, own, tools)}
    own |= {item.path[0]: item for item in _term(term(document, tools), own)}
    extra: list[Fact | None] = [full_time(document, tools)]
    earliest = _of_age(own)
    if "signed_on" in own and str(own["signed_on"].value) < earliest:
        del own["signed_on"]
    late, stated = signed_on(document, earliest, _end(own)), own.get("signed_on")
    if stated is None or (late is not None and _signed_after(late, stated)):
        own.pop("signed_on", None)
        extra.append(late)
    facts = [*own.values()]
    if "position" not in own:
        extra.append(position(document))
    found = [_half_hidden(item) for item in (*facts, *extra) if item]
    if _two_on_a_sheet(document):  # whose is which cannot be told
        found = [replace(item, confidence=min(item.confidence, 0.5)) for item in found]
    return Facts(tuple(found))


def _two_on_a_sheet(document: Document) -> bool:
    """Whether one page bears the titles and the ID numbers of two contracts."""
    return any(
        sum(bool(_HEADED.fullmatch(fold(line.text))) for line in leaf.page.lines) > 1
        and len({hit.value for hit in resident.find_all(leaf.page.text)}) > 1
        for leaf in document.leaves
    )


_HEADED = re.compile(r"(?:劳动|聘用)合同书?(?:\([^()]{1,12}\))?")


def _term(said: Sequence[Fact], own: Mapping[str | int, Fact]) -> Iterator[Fact]:
    """The term as clauses tell it, else as cells do; one without an end is ``long-term``."""
    told = {item.path[0]: item for item in said}
    yield from said
    kind_ = told.get("term_kind")
    if kind_ is None or kind_.value != "open-ended":
        return
    if "valid_until" not in told and "valid_until" not in own:
        yield replace(
            kind_,
            path=("valid_until",),
            value=dates.LONG_TERM,
            confidence=min(kind_.confidence, 0.85),
        )


_WORKING_AGE = 16
"""Years before which nobody is employed (劳动法第十五条)."""


def _of_age(own: Mapping[str | int, Fact]) -> str:
    """The day from which the employee may sign, by birth date or ID number; empty if unknown."""
    born = own.get("birth_date")
    number = own.get("id_number")
    day = str(born.value) if born else ""
    if not day and number is not None and resident.valid(str(number.value)):
        digits = str(number.value)[6:14]
        day = f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return f"{int(day[:4]) + _WORKING_AGE}{day[4:]}" if day[:4].isdigit() else ""


def _end(own: Mapping[str | int, Fact]) -> str:
    """The day the term ends, from which on nobody signs; empty where it has none."""
    until = own.get("valid_until")
    return str(until.value)[:10] if until and str(until.value)[:4].isdigit() else ""


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
    rows = party_rows(document, text)
    if unit := _employer(document, [*employer(rows), *employer(text)], own.get("employer")):
        yield unit
    in_rows = list(employee(rows))
    said = in_rows or list(employee(text))
    # a hand is read less surely than print: what sentences say comes first, signatures last
    named = sorted(said, key=lambda pair: (_by_hand(document, text, pair[0]), _page(pair[0])))
    labelled = own.get("employee")
    if (
        labelled
        and named
        and (_in_signature(document, labelled) or _page(named[0][0]) < _page(labelled))
    ):
        labelled = None
    if first := labelled or (named[0][0] if named else None):
        hand = _by_hand(document, text, first)
        yield replace(first, confidence=min(first.confidence, _HAND)) if hand else first
    called = fold(str((labelled or named[0][0]).value)) if labelled or named else ""
    ends = [end for made, end in named if fold(str(made.value)) == called]
    end = ends[0] if ends else None
    told = (
        [*particulars(rows, end), *particulars(text, None)] if in_rows else particulars(text, end)
    )
    for path, made in {made.path: made for made in reversed(told)}.items():
        if path[0] not in own:
            term_ = "person.id-number" if path[0] == "id_number" else ""
            yield proved(made, term_, tools) if term_ else made


def _page(made: Fact) -> int:
    return made.evidence[0].place.page


_HAND = 0.6
"""No surer is a name read from a hand alone."""


def _by_hand(document: Document, text: Prose, made: Fact) -> bool:
    """Whether a name is read nowhere but where the contract is signed."""
    once = fold(text.text).count(fold(str(made.value))) < 2
    return once and _in_signature(document, made)


def _in_signature(document: Document, made: Fact) -> bool:
    """Whether a name stands where the contract is signed: 乙方（签字）： or beside 甲方（盖章）."""
    place = made.evidence[0].place
    if place.box is None:
        return False
    here = place.box
    lines = [
        line
        for leaf in document.leaves
        if (leaf.source, leaf.page.number) == (place.source, place.page)
        for line in leaf.page.lines
    ]
    return any(
        (line.box.covers(*here.middle) and re.search(r"签[字名章署]", line.text))
        or (line.box.top < here.bottom and _FIRST_SIGNS.match(fold(line.text)))
        for line in lines
        if line.box is not None
    )


_FIRST_SIGNS = re.compile(r"(?:甲 ?方|用人单位|聘用单位)[^。]{0,40}\((?:签字|签名|公|签|盖)?章\)?")
"""Where the first party signs: the second's name beside or below it is a hand's."""


def _employer(document: Document, said: Sequence[Fact], labelled: Fact | None) -> Fact | None:
    """The labelled name where it is whole; else completed by the print below or elsewhere."""
    if labelled is None:
        return said[0] if said else None
    value = fold(str(labelled.value))
    if ended(value):
        return None
    inside = [made for made in said if _DRESSED.fullmatch(value.replace(fold(str(made.value)), ""))]
    if inside:
        return inside[0]
    longer = [made for made in said if fold(str(made.value)).startswith(value)]
    whole = unbroken(labelled, document)
    return whole if whole.value != labelled.value or not longer else longer[0]


_DRESSED = re.compile(
    r"[1lI|丨]|\(?(?:用工|用人|聘用|聘任|录用|雇用)(?:单位|企业|方|公司|主体)?\)?"
)
"""What a name was read with that is none of it: a rule of the form, or its label's second line."""

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
        Cue(r"用人(?:单位|方)", 0.2),
        Cue(r"劳动者", 0.2),
        Cue(r"试用期", 0.25),
        Cue(r"劳动报酬|工资标准|月工资", 0.25),
        Cue(r"劳动合同", 0.15),
        Cue(r"社会保险", 0.1),
        Cue(r"工时制|工作时间和休息休假|休息休假", 0.25),
        Cue(r"劳动保护|劳动条件", 0.15),
        Cue(r"劳动争议|经济补偿|解除(?:、终止)?劳动合同|续订", 0.2),
        Cue(r"(?:受聘|应聘|被聘)(?:人员?|方|者)|(?:聘用|聘任)(?:单位|方|人)", 0.25),
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
