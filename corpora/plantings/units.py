"""Plantings on units: names, codes, places, dates, forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from corpora import identity
from corpora.plantings.said import Planted, said
from corpora.units import firm
from corpora.world import Unit, World


def name_mismatch(w: World, r: Random) -> Planted:
    """The form writes one character of the trade name otherwise, or another form of company."""
    name = w.lead.name
    if r.random() < 0.5 and "科技" not in name:
        other = (
            name.replace("有限", "科技有限").replace("股份科技", "科技股份").replace("责任", "", 1)
        )
    else:
        place = identity.city(w.lead.division)
        own = next((p for p in (f"{place}市", place) if name.startswith(p)), "")
        rest = name.removeprefix(own)
        other = own + rest[0] + next(c for c in "恒瑞达信" if c != rest[1]) + rest[2:]
    w.declared["lead.name"] = other
    return said("name-mismatch", w.lead.name, f"申请表写作{other}")


def uscc_mismatch(w: World, r: Random) -> Planted:
    """The form states another, valid code."""
    w.declared["lead.uscc"] = identity.uscc(r, "91", w.lead.uscc[2:8])
    return said("uscc-mismatch", w.lead.name, "申请表填写另一有效代码")


def uscc_invalid(w: World, r: Random) -> Planted:
    """The code's check character is wrong wherever it stands."""
    code = w.lead.uscc
    w.lead.uscc = code[:-1] + r.choice([c for c in identity.ALPHABET if c != code[-1]])
    return said("uscc-invalid", w.lead.name, "各处代码的校验位均有误")


def uscc_kind_conflict(w: World, r: Random) -> Planted:
    """An institution's certificate bears a code of enterprises."""
    unit = next(m for m in w.members if m.category == "12")
    unit.uscc = identity.uscc(r, "91", unit.uscc[2:8])
    return said("uscc-kind-conflict", unit.name, "事业单位法人证书上的代码以91开头")


def district_mismatch(w: World, r: Random) -> Planted:
    """The form names another district than that of the licence, which lies in Futian."""
    other = r.choice(("440305", "440306", "440303"))
    w.declared["lead.district"] = {"code": other, "name": identity.DISTRICTS[other]}
    return said(
        "district-mismatch", w.lead.name, f"申请表填写{identity.DISTRICTS[other]}，执照在福田区"
    )


def lead_outside_district(w: World, r: Random) -> Planted:
    """The lead stands elsewhere in every paper, while the form says 福田区."""
    w.declared["lead.district"] = w.lead.district
    w.lead.division = r.choice(("440305", "440306", "440303", "440307", "440309"))
    w.lead.address = identity.address(r, w.lead.division)
    note = f"各材料住所在{identity.DISTRICTS[w.lead.division]}，申请表填写福田区"
    return said("district-mismatch", w.lead.name, note) + said(
        "lead-outside-district", w.lead.name, note
    )


def lead_openly_outside(w: World, r: Random) -> Planted:
    """The lead stands elsewhere, and the form says so."""
    w.lead.division = r.choice(("440305", "440306", "440303", "440307"))
    w.lead.address = identity.address(r, w.lead.division)
    return said("lead-outside-district", w.lead.name, "申请表与各材料一致，但不在福田区")


def legal_representative_mismatch(w: World, r: Random) -> Planted:
    """The form names another head than the licence."""
    w.declared["lead.legal_representative"] = identity.person_name(r)
    return said("legal-representative-mismatch", w.lead.name, "申请表与执照的法定代表人不同")


def member_head_mismatch(w: World, r: Random) -> Planted:
    """The form names another head of a participant than its licence or certificate."""
    number = r.randrange(len(w.members))
    w.declared[f"members.{number}.legal_representative"] = identity.person_name(r)
    return said(
        "legal-representative-mismatch", w.members[number].name, "申请表与证照的法定代表人不同"
    )


def registered_capital_mismatch(w: World, r: Random) -> Planted:
    """The form states another capital; the licence must print one."""
    w.lead.issued = max(w.lead.issued, _since_2019(w))
    w.declared["lead.registered_capital"] = f"{w.lead.capital * r.choice((2, 5)):.2f}"
    return said("registered-capital-mismatch", w.lead.name, "申请表的注册资本与执照不同")


def _since_2019(w: World) -> date:
    """From then on Shenzhen's licences print the capital."""
    return w.applied_on.replace(year=2019, month=6, day=3)


def established_date_mismatch(w: World, r: Random) -> Planted:
    """The form states an earlier day of establishment."""
    other = w.lead.established - timedelta(days=r.randrange(200, 900))
    w.declared["lead.established_on"] = other.isoformat()
    return said("established-date-mismatch", w.lead.name, "申请表的成立日期与执照不同")


def registered_too_recently(w: World, r: Random) -> Planted:
    """A participant was established some months before the application; all papers are later."""
    unit = next((m for m in w.members if m.category == "91"), w.members[0])
    unit.established = w.applied_on - timedelta(days=r.randrange(100, 330))
    unit.issued = unit.established
    unit.valid = (
        (unit.established, None)
        if unit.category == "91"
        else (unit.established, identity.later(unit.established, 5))
    )
    _employ_later(w, unit)
    w.signed_on = max(w.signed_on, unit.established + timedelta(days=20))
    return said(
        "registered-too-recently", unit.name, f"参与单位成立于{unit.established.isoformat()}"
    )


def lead_registered_too_recently(w: World, r: Random) -> Planted:
    """The lead is some months old: it has audits of one year at most, and no title yet."""
    unit = w.lead
    unit.established = unit.issued = w.applied_on - timedelta(days=r.randrange(100, 330))
    unit.valid = (unit.established, None)
    _employ_later(w, unit)
    w.signed_on = max(w.signed_on, unit.established + timedelta(days=20))
    w.high_tech = False
    w.absent.add(f"audit-{w.last - 1}")
    w.flags.add("rd-one-year")
    note = f"牵头单位成立于{unit.established.isoformat()}"
    return [
        *said("registered-too-recently", unit.name, note),
        *said("audit-year-missing", f"{w.last - 1} audit-report", note),
        *said("audit-year-missing", f"{w.last - 1} rd-audit-report", note),
    ]


def _employ_later(w: World, unit: Unit) -> None:
    for person in w.people:
        if person.employer == unit.name:
            person.since = max(person.since, unit.established + timedelta(days=15))


def not_legal_person(w: World, r: Random) -> Planted:
    """A participant is a branch (分公司) or a partnership."""
    number = next((n for n, m in enumerate(w.members) if m.category == "91"), 0)
    unit = w.members[number]
    before = unit.name
    if r.random() < 0.5:
        unit.name, unit.head_label = (
            before + f"{r.choice(('深圳', '广州', '武汉'))}分公司",
            "负责人",
        )
        unit.entity_type = r.choice(
            (
                "有限责任公司分公司(自然人投资或控股)",
                "股份有限公司分公司(非上市)",
                "有限责任公司分公司",
            )
        )
    else:
        base = before.split("股份")[0].split("有限")[0]
        unit.name, unit.head_label = base + "合伙企业（有限合伙）", "执行事务合伙人"
        unit.entity_type = "有限合伙企业"
    _rename(w, before, unit.name)
    return said("not-legal-person", unit.name, unit.entity_type)


def lead_is_branch(w: World, r: Random) -> Planted:
    """The lead is a branch (分公司), wherever it is named."""
    unit, before = w.lead, w.lead.name
    place = identity.DISTRICTS[unit.division].rpartition("市")[2].removesuffix("区")
    unit.name, unit.head_label = f"{before}{place}分公司", "负责人"
    unit.entity_type = r.choice(
        ("有限责任公司分公司(自然人投资或控股)", "股份有限公司分公司", "其他有限责任公司分公司")
    )
    _rename(w, before, unit.name)
    return said("not-legal-person", unit.name, unit.entity_type)


def _rename(w: World, before: str, after: str) -> None:
    w.tasks[after] = w.tasks.pop(before)
    for person in w.people:
        if person.employer == before:
            person.employer = after


def shared_legal_representative(w: World, r: Random) -> Planted:
    """A participant's head is the lead's."""
    unit = r.choice(w.members)
    unit.head = w.lead.head
    return said("shared-legal-representative", unit.name, f"与牵头单位法定代表人同为{w.lead.head}")


def licence_before_establishment(w: World, r: Random) -> Planted:
    """The lead's licence was issued before the company was established."""
    # Late enough for a licence that bears a code, and before anybody's contract.
    w.lead.established = date(2016, 10, 10) + timedelta(days=r.randrange(700))
    w.lead.valid = (w.lead.established, None)
    w.lead.issued = w.lead.established - timedelta(days=r.randrange(30, 300))
    return said("date-order-conflict", w.lead.name, "执照核发日期早于成立日期")


def qr_conflict(w: World, r: Random) -> Planted:
    """The licence's QR code names another unit."""
    other = firm(r, identity.FUTIAN, w.applied_on, set())
    w.printed[f"qr:{w.lead.name}"] = other
    return said("qr-conflict", w.lead.name, f"二维码内容为{other.name}")


PLANTINGS: dict[Callable[[World, Random], Planted], str] = {
    name_mismatch: "lead-name",
    uscc_mismatch: "lead-code",
    uscc_invalid: "lead-code",
    uscc_kind_conflict: "institution",
    district_mismatch: "lead-place",
    lead_outside_district: "lead-place",
    lead_openly_outside: "lead-place",
    legal_representative_mismatch: "lead-head",
    member_head_mismatch: "member-head",
    registered_capital_mismatch: "lead-capital lead-licence",
    established_date_mismatch: "lead-dates",
    registered_too_recently: "member agreement",
    lead_registered_too_recently: "lead-dates lead-licence agreement audit rd revenue qualification"
    " chief-contract",
    not_legal_person: "member agreement",
    lead_is_branch: "lead-name lead-licence lead-head lead-code lead-dates lead-place lead-capital"
    " agreement audit rd credit plan qualification",
    shared_legal_representative: "lead-head member-head",
    licence_before_establishment: "lead-dates lead-licence",
    qr_conflict: "lead-licence lead-name lead-code",
}
