"""Plantings on people: employer, age, title, identity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from corpora import identity
from corpora.plantings.said import Planted, said
from corpora.world import World


def employer_mismatch(w: World, r: Random) -> Planted:
    """The chief engineer's contract is with another firm, and no contributions prove the lead."""
    w.printed["labor:employer"] = identity.firm_name(
        r, r.choice(("东莞", "惠州", "珠海")), set(), "智能装备"
    )
    w.absent.add("insurance")
    return said("employer-mismatch", w.chief.name, "劳动合同的用人单位不是牵头单位")


def age_mismatch(w: World, r: Random) -> Planted:
    """The form makes the chief engineer some years younger."""
    less = r.choice((3, 4, 6))
    w.declared["chief_engineer.birth_date"] = identity.later(w.chief.birth, less).isoformat()
    w.declared["chief_engineer.age"] = w.chief.age(w.applied_on) - less
    return said("age-mismatch", w.chief.name, f"申请表的出生日期晚{less}年")


def title_mismatch(w: World, r: Random) -> Planted:
    """The certificate is for a lower title than the form states."""
    w.printed["title:title"] = r.choice([t for t in ("工程师", "助理工程师") if t != w.chief.title])
    return said("title-mismatch", w.chief.name, "职称证书的职称低于申请表")


def chief_engineer_over_age(w: World, r: Random) -> Planted:
    """The chief engineer is well past sixty in every paper."""
    years = r.choice((61, 62, 64))
    birth = identity.later(w.applied_on, -years) - timedelta(days=r.randrange(30, 300))
    w.chief.birth = birth
    w.chief.id_number = identity.id_number(r, birth, w.chief.sex, r.choice(identity.BIRTHPLACES))
    return said("chief-engineer-over-age", w.chief.name, f"出生于{birth.isoformat()}")


def chief_engineer_not_full_time(w: World, r: Random) -> Planted:
    """The contract says 非全日制."""
    w.flags.add("part-time")
    w.absent.add("insurance")
    return said("chief-engineer-not-full-time", w.chief.name, "合同为非全日制用工")


def id_number_invalid(w: World, r: Random) -> Planted:
    """The ID number's check digit is wrong wherever it stands."""
    number = w.chief.id_number
    w.chief.id_number = number[:-1] + r.choice([c for c in "0123456789" if c != number[-1]])
    return said("id-number-invalid", w.chief.name, "各处身份证号校验位均有误")


PLANTINGS: dict[Callable[[World, Random], Planted], str] = {
    employer_mismatch: "chief-contract",
    age_mismatch: "chief-birth",
    title_mismatch: "chief-title",
    chief_engineer_over_age: "chief-birth",
    chief_engineer_not_full_time: "chief-contract",
    id_number_invalid: "chief-birth",
}
