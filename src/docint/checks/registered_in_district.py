"""牵头单位注册地在规定区域: read from the licence's 住所, never from the code's division."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docint.contracts import Check, Parameter
from docint.judge import fitting
from docint.judge.outcomes import failed, passed, unknown
from docint.judge.places import covers, district_of, named
from docint.judge.subjects import subjects
from docint.judge.wording import says
from docint.types.case import Case
from docint.types.finding import Decides, Outcome

CODE = "lead-outside-district"


def _run(case: Case, parameters: Mapping[str, Any]) -> Iterator[Outcome]:
    area = parameters["district"]
    lead = subjects(case).lead
    if lead is None or not lead.identity:
        subject = lead.label if lead else "牵头单位"
        reason = "未见牵头单位的营业执照或法人证书，注册地无从核对。"
        settled = "营业执照或事业单位法人证书"
        decides = Decides(True, turns_at=f"住所位于{named(area)}")
        yield unknown(CODE, subject, reason, settled_by=settled, decides=decides)
        return
    seen = [(d, x) for d in lead.identity if (x := district_of(case, d))]
    inside = {covers(area, x.code) for _, x in seen}
    shown = tuple(x.exhibit for _, x in seen)
    decides = Decides(True, turns_at=f"住所位于{named(area)}")
    if inside == {True}:
        reason = f"{says(case, shown[0])}，在{named(area)}。"
        yield passed(CODE, lead.label, reason, shown[0], decides=decides)
    elif inside == {False}:
        reason = f"{says(case, shown[0])}，不在{named(area)}。"
        yield failed(
            CODE, lead.label, reason, shown[0], decides=decides,
            innocent=("住所已变更而证照尚未更换", "住所中的行政区划为旧称"),
        )  # fmt: skip
    else:
        reason = f"证照住所不足以判断是否在{named(area)}（未写明所在区，或各份证照所载不同）。"
        yield unknown(
            CODE, lead.label, reason, *shown, settled_by="载明所在区的住所证明", decides=decides
        )


check = Check(
    codes=(CODE,),
    statement="牵头单位的注册地在规定区域",
    run=_run,
    parameters={
        "district": Parameter(str, "行政区划代码（GB/T 2260），如 440304", fits=fitting.division)
    },
)
