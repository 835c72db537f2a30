"""What kind of unit a unit is (单位类别): claimed by the form, shown by its code and name."""

from __future__ import annotations

import re

from docint.judge.proof import text
from docint.judge.subjects import Unit
from docint.values.ids import uscc as codes
from docint.values.text import bare

_SOCIETY = re.compile(
    r"(?:学会|协会|研究会|促进会|联合会|商会|联盟)(?:[^司]{0,12}(?:专业|工作)委员会)?$"
)
_NATIONAL = re.compile(r"^(?:中国|中华|全国)")
_BRANCH_OF_SOCIETY = re.compile(r"(?:专业|工作)委员会|分会$|专委会$")
_UNIVERSITY = re.compile(r"(?:大学|学院|高等专科学校|职业技术学校)(?:（.*）)?$")
_INSTITUTE = re.compile(r"研究院|研究所|科学院|实验室|研究中心|设计院|技术院|工研院")
_PARK = re.compile(
    r"园区|产业园|科技园|工业园|科学城|开发区|孵化|创业园|软件园|产业基地|示范区|创新园"
)
_BANK = re.compile(r"银行|保险|信托|证券|期货|信用社|融资担保|金融租赁|财务有限公司")
_FUND = re.compile(r"投资|基金|资本|创投|小额贷款|融资租赁|保理|金融")
_DISTRICT_ASSOCIATION = re.compile(r"[区县]科学技术协会$|[区县]科协$")

SIZES = frozenset({"large-enterprise", "medium-enterprise"})
"""Sizes need staff and revenue by trade (国统字〔2017〕213号): no paper of a bundle proves them."""


def shown(unit: Unit) -> frozenset[str]:
    """Kinds that a unit's code and name show by themselves."""
    name, category = bare(text(unit.name)), _category(unit)
    kinds: set[str] = set()
    if _SOCIETY.search(name) and category in ("", "51"):
        kinds |= {"social-organization"}
        # 专业委员会 are no legal persons: they have no code, and belong to their society
        kinds |= {"national-society"} if _national(unit, name) else {"city-society"}
        if _DISTRICT_ASSOCIATION.search(name):
            kinds = {"district-association"}
    if _DISTRICT_ASSOCIATION.search(name):
        kinds = {"district-association"}
    if category == "51":
        kinds |= {"social-organization"}
    if category in ("", "12", "52", "13") and _UNIVERSITY.search(name):
        kinds |= {"university"}
    if category in ("", "12", "52", "91") and _INSTITUTE.search(name) and "大学" not in name[-2:]:
        kinds |= {"research-institute"}
    if _PARK.search(name):
        kinds |= {"park"}
    if category in ("", "91"):
        kinds |= _of_company(name, category)
    return frozenset(kinds)


def _of_company(name: str, category: str) -> set[str]:
    kinds = {"financial-institution"} if _BANK.search(name) else set()
    if category == "91" or name.endswith("公司"):
        kinds |= {"enterprise"}
    return kinds


def _national(unit: Unit, name: str) -> bool:
    code = text(unit.uscc)
    if codes.valid(code) and code[:2] == "51":
        return code[2:8] == "100000"
    return bool(_NATIONAL.search(name))


def _category(unit: Unit) -> str:
    """First two characters of a valid code: the papers' before the declared one."""
    code = text(unit.uscc)
    return code[:2] if codes.valid(code) else ""


def claimed(unit: Unit) -> frozenset[str]:
    """Kinds the form claims; a society of any level is a 科技服务机构 and a 社会团体 too."""
    if not unit.kind or unit.kind == "other":
        return frozenset()
    wider = {
        "large-enterprise": {"enterprise"},
        "medium-enterprise": {"enterprise"},
        "city-society": {"social-organization", "tech-service"},
        "national-society": {"social-organization", "tech-service"},
        "financial-institution": {"enterprise"},
        "tech-service": set(),
    }
    return frozenset({unit.kind} | wider.get(unit.kind, set()))


def possible(unit: Unit) -> frozenset[str]:
    """Kinds a unit may be though neither form nor name says so: any company may be large."""
    kinds = set(shown(unit) | claimed(unit))
    name = bare(text(unit.name))
    if unit.kind in ("", "enterprise", "other") and "enterprise" in kinds:
        kinds |= SIZES
    if _FUND.search(name):
        kinds |= {"financial-institution"}
    if not unit.kind and not kinds:
        kinds |= {"tech-service", "research-institute"}
    return frozenset(kind for kind in kinds if not disproved(unit, kind))


def disproved(unit: Unit, kind: str) -> bool:
    """Whether a claimed kind cannot be, by the code's category: a 91 is no society."""
    category = _category(unit)
    fits = {
        "enterprise": ("91", "93"),
        "large-enterprise": ("91",),
        "medium-enterprise": ("91",),
        "university": ("12", "52", "11", "13"),
        "city-society": ("51",),
        "national-society": ("51", "13", "12"),
        "social-organization": ("51", "52", "53", "13"),
        "financial-institution": ("91", "12", "11"),
        # a 科技服务机构 (全国或北京市学会) that is a company may be one, but its word is not enough
        "tech-service": ("51", "52", "12", "13"),
    }.get(kind)
    return bool(category and fits and category not in fits)
