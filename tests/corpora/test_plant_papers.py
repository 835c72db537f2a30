"""Each planting changes only what it says: everything else stays, to the letter."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from corpora import blocks, invent
from corpora.dossier import Dossier
from corpora.papers import form, plan
from corpora.plant import PLANTINGS, plant
from corpora.world import World

State = dict[str, Any]

LEAD_PLACE = "declared:lead.address licence:address licence:district"
CHIEF = "declared:chief_engineer"
MONEY = r"audit-\d+:(net_profit|owners_equity|rd_expense|total_assets)"
MAY_CHANGE = {
    "name_mismatch": "declared:lead.name",
    "uscc_mismatch": "declared:lead.uscc",
    "uscc_invalid": "declared:lead.uscc credit:uscc licence:uscc licence:qr_text",
    "uscc_kind_conflict": r"declared:members.\d.uscc member:.*:uscc",
    "district_mismatch": "declared:lead.district",
    "lead_outside_district": LEAD_PLACE,
    "lead_openly_outside": f"{LEAD_PLACE} declared:lead.district",
    "legal_representative_mismatch": "declared:lead.legal_representative",
    "member_head_mismatch": r"declared:members.\d.legal_representative",
    "registered_capital_mismatch": "declared:lead.registered_capital licence:",
    "established_date_mismatch": "declared:lead.established_on",
    "registered_too_recently": "member: labor: insurance: agreement:signed_on",
    "not_legal_person": r"member: agreement: labor: insurance: plan: declared:(members|team)",
    "shared_legal_representative": (
        r"declared:members.\d.legal_representative member:.*:legal_representative "
        r"agreement:parties.\d.representative agreement:marks"
    ),
    "licence_before_establishment": "declared:lead.established_on licence:",
    "qr_conflict": "licence:qr_text",
    "rd_expense_mismatch": r"declared:rd_expense.\d+$",
    "revenue_mismatch": r"declared:revenue.\d+$",
    "rd_audit_conflict": MONEY,
    "rd_expense_below_threshold": f"{MONEY} rd: declared:rd_expense",
    "totals_conflict_statement": r"audit-\d+:total_liabilities",
    "totals_conflict_ledger": "rd:rd_items",
    "amount_words_conflict": "agreement:words$",
    "audit_before_year_end": r"audit-\d+:(report_date|cpas)",
    "audit_year_missing": r"audit-\d+: annex:",
    "rd_audit_year_missing": "rd:",
    "employer_mismatch": "labor:employer labor:marks insurance:",
    "age_mismatch": f"{CHIEF}.(age|birth_date)",
    "title_mismatch": "title:.*:(issued_on|level|title)",
    "chief_engineer_over_age": (
        f"{CHIEF}.(age|birth_date|id_number) id: labor:(birth_date|id_number) "
        "insurance:id_number title:.*:issued_on"
    ),
    "chief_engineer_not_full_time": "labor: insurance:",
    "id_number_invalid": f"{CHIEF}.id_number id:id_number labor:id_number insurance:id_number",
    "missing_business_license": "licence:",
    "missing_credit_report": "credit:",
    "missing_cooperation_agreement": "agreement:",
    "missing_construction_plan": "plan:",
    "missing_rd_audit_report": "rd:",
    "missing_chief_contract": "labor: insurance:",
    "missing_title_certificate": "title:",
    "missing_member_licence": "member:",
    "wrong_document": "credit:",
    "report_out_of_date": "credit:report_date",
    "dishonest_unit": "credit:dishonest_count",
    "member_not_in_agreement": "agreement:",
    "undeclared_agreement_party": "agreement:",
    "member_role_mismatch": "agreement:",
    "agreement_lacks_rd_division": "agreement:rd_division",
    "agreement_lacks_ip_clause": "agreement:ip_clause",
    "agreement_before_establishment": "agreement:signed_on",
    "unsigned_document": "agreement:marks",
    "seal_missing_agreement": "agreement:marks",
    "seal_missing_form": "flag",
    "seal_missing_audit": r"audit-\d+:marks",
    "seal_name_mismatch": "agreement:marks",
    "expired_certificate": "member:.*:(issued_on|valid_from|valid_until)",
    "expired_qualification": "qualification: declared:lead.qualifications",
    "pages_missing": r"audit-\d+:drop",
    "plan_section_missing": "plan:sections",
    "claim_unsupported": "declared:lead.qualifications qualification:",
    "forbidden_expense": r"(declared|plan):budget.\d",
    "lead_is_branch": (
        "licence:(entity_type|name|qr_text|registered_capital) plan:lead$ "
        r"agreement:(marks|parties|rd_division) (audit-\d+|credit|rd):company "
        "qualification:holder declared:(.*employer|lead.name)$ "
        "(labor|insurance):(.*:)?(employer|marks)$"
    ),
    "lead_registered_too_recently": (
        r"audit-\d+: annex: rd: qualification: licence: agreement:signed_on "
        "declared:lead.(established_on|qualifications) "
        "labor:.*(signed_on|valid_from|valid_until) insurance:.*(months|paid_from)"
    ),
    "missing_form": "declared:",
    "period_unusual": "(agreement:valid_until|declared:period_until|plan:period_until)$",
}  # fmt: skip
"""What may differ from the clean world, as patterns on ``paper:fact``."""


def _plain(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(tree, dict) and set(tree) != {"code", "name"}:
        for key, value in tree.items():
            yield from _plain(value, f"{path}.{key}".strip("."))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from _plain(value, f"{path}.{number}")
    else:
        yield path, tree


def _state(w: World, seed: int, group: str) -> State:
    declared = {} if "form" in w.absent else form.declared(w)
    state: State = {f"declared:{path}": value for path, value in _plain(declared)}
    for paper in Dossier(w, seed, group).papers():
        state[f"{paper.role}:kind"] = paper.kind
        state[f"{paper.role}:drop"] = paper.drop
        state[f"{paper.role}:marks"] = [(mark.kind, mark.text) for mark in paper.marks]
        if words := re.search(r"（大写：(.*?)）", paper.html):
            state[f"{paper.role}:words"] = words[1]
        state[f"{paper.role}:print"] = re.sub(
            r"<style.*?</style>|<svg.*?</svg>|<[^>]*>", "", paper.html, flags=re.DOTALL
        )
        state |= {f"{paper.role}:{path}": leaf["value"] for path, leaf in paper.truth.items()}
    if "plan" not in w.absent:
        written = blocks.truth(plan.blocks(w, Random(f"{seed}/plan"), group))
        state |= {f"plan:{path}": leaf["value"] for path, leaf in written.items()}
    return state | {"flag": sorted(w.flags) if w.flags == {"unsealed:form"} else []}


def _changed(name: str, seed: int, group: str) -> set[str]:
    clean, altered = invent.make(Random(seed)), invent.make(Random(seed))
    plant(altered, Random(seed + 7919), 0, (name,))
    before, after = _state(clean, seed, group), _state(altered, seed, group)
    return {k for k in before.keys() | after.keys() if before.get(k) != after.get(k)}


def test_the_table_knows_every_planting() -> None:
    assert set(MAY_CHANGE) == set(PLANTINGS)


@pytest.mark.parametrize("name", PLANTINGS)
@pytest.mark.parametrize(("seed", "group"), [(11, "main"), (13, "held-out")])
def test_a_planting_changes_only_what_it_says(name: str, seed: int, group: str) -> None:
    changed = _changed(name, seed, group)
    allowed = [re.compile(pattern) for pattern in MAY_CHANGE[name].split()]
    assert changed, "a planting that changes nothing plants nothing"
    facts = {key for key in changed if not key.endswith(":print")}
    assert not {key for key in facts if not any(p.match(key) for p in allowed)}
