"""Applications told in sentences (函、条文): ``由某公司担任牵头单位，统一社会信用代码为…``.

Letters and articles ask nothing; their sentences say the fields in passing. What a sentence says
of the project or of its lead becomes a row of label and value, a list of units or experts a table,
so that all other rooms read it like any form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from docint.extract.counting import counted
from docint.kinds.application_form.labels import match
from docint.kinds.application_form.pieces import DAY, SPELLED
from docint.kinds.application_form.sentences import records
from docint.kinds.application_form.slots import Slot
from docint.kinds.application_form.stream import Row
from docint.values.text import level

_DAY = rf"(?:{DAY}|{SPELLED})"
_ENDS = "(?:公司|大学|学院|研究院|研究所|医院|中心|[学协]会|银行|集团)"
_NAME = rf"(?:(?![的于由为])[\u4e00-\u9fff（()）A-Za-z0-9·]){{4,40}}?{_ENDS}"
_STOP = "[。，,；;]"
_OF_PROJECT = {
    "联合体名称": r"(?:定名为?|(?:全称|名称)(?:拟?定?为|是)|取名为?)[“\"「]?"
    r"(?P<v>[^”\"」。，,；;]{4,40})",
    "产业领域": r"面向(?P<v>[\u4e00-\u9fff]{2,14}?)(?:产业|行业|领域)",
    "建设期": r"(?:建设|组建|实施)(?:工作|期限?|时间)?[^。；;\d]{0,8}?"
    rf"(?P<v>{_DAY}(?:起|开始)?[，,]?(?:至|到)?{_DAY}(?:结束|止)?)",
}
_OF_LEAD = {
    "牵头单位名称": rf"(?:由(?P<v1>{_NAME})(?:担任|作为|为)|[区县市]的(?P<v2>{_NAME})[为是]"
    rf"|^\s*(?P<v3>{_NAME})(?:是|为|担任))(?:本?(?:创新)?联合体的?)?牵头(?:单位|主体|方)",
    "牵头单位所在区": r"(?:[设位]于|坐落于|注册于|隶属于?)(?P<v>[\u4e00-\u9fff]{2,12}[区县])"
    rf"(?=的|{_STOP}|$)",
    "牵头单位类型": rf"(?:单位(?:性质|类型)?|企业)属于?(?P<v>[\u4e00-\u9fff]{{2,8}})(?={_STOP})",
    "牵头单位统一社会信用代码": r"统一社会信用代码[为是:：](?P<v>[0-9A-Z]{18})",
    "牵头单位法定代表人": rf"法定代表人[为是:：]?(?P<v>[\u4e00-\u9fff·]{{2,6}})(?={_STOP})",
    "牵头单位成立日期": rf"(?P<v>{_DAY})(?:在[^。，,；;]{{4,60}})?"
    r"(?:正式|依法)?(?:登记|注册)?[成设]立",
    "牵头单位注册地址": r"(?:(?:住所|地址)[为是在:：](?P<v1>[^。，,；;]{6,60})"
    rf"|{_DAY}在(?P<v2>[^。，,；;]{{6,60}}?)(?:登记|注册)?[成设]立)",
    "牵头单位注册资本": r"注册资本(?:金|额)?[为是计共:：]*(?P<v>(?:人民币)?[\d,.]+[亿万]?元)",
    "牵头单位联系电话": r"(?:致电|电话[为是:：]?)(?P<v>1\d{10}|0\d{2,3}-?\d{7,8})",
}
_NAMED = re.compile(_OF_LEAD["牵头单位名称"])
_PARTNERS = re.compile(
    r"(?:(?:参与|成员|共建|协作|合作)单位|[家个]单位)[^。：:（(]{0,12}[：:](?=\s*[（(]?[一1①])"
)
_EXPERTS = re.compile(r"(?:聘请|邀请|聘任)[^。：:]{0,12}专家[^。：:]{0,12}[：:]")
_FROM = re.compile(r"来\s*自\s*(?P<v>[^。，,；;、（(]{4,40}?)的(?=[\u4e00-\u9fff·]{2,6}[（(])")
_EXPERT = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,6})[（(](?P<title>[\u4e00-\u9fff]{2,8})[）)]")
_LEADS = re.compile("牵头(?:单位|主体|方)")
_COSTS = re.compile(r"(?:用于|安排|列支|包括)[^。：:]{0,6}[：:]")
_COST = re.compile(r"(?P<item>[\u4e00-\u9fff]{2,12}费用?)(?P<amount>[\d,.]+[亿万]?元)")
_COLUMNS = {
    "name": "单位名称",
    "kind": "单位类型",
    "uscc": "统一社会信用代码",
    "legal_representative": "法定代表人",
    "role": "承担角色",
}

_SPENT = {"item": "支出科目", "amount": "金额"}
_AIMS = re.compile(r"(?:成果|目标|指标|产出)[^。：:]{0,6}[：:]")
_AIMED = {"item": "指标名称", "number": "目标值", "unit": "计量单位"}
_PEOPLE = {"employer": "专家所在单位", "name": "专家姓名", "title": "专家职称"}


def told(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows; sentences about the project, its lead, its members and experts as fields.

    Untouched where no sentence names the lead, or a label does: then sentences only repeat.
    """
    named = any(_NAMED.search(text.text) for row in rows if (text := _sentence(row)))
    if not named or any(_asked(row) for row in rows):
        return tuple(rows)
    made: list[Row] = []
    numbers = count(1 + max(row.table for row in rows))
    of_lead = False
    for row in rows:
        text = _sentence(row)
        if text is None:
            of_lead = _about_lead(row)
            made.append(row)
            continue
        of_lead = of_lead or bool(_LEADS.search(text.text))
        found = list(_table(row, text, next(numbers))) or [
            *_fields(row, text, _OF_PROJECT),
            *(_fields(row, text, _OF_LEAD) if of_lead else ()),
        ]
        made += found or [row]
    return tuple(made)


def _sentence(row: Row) -> Slot | None:
    """The running text that a row is; None for anything else."""
    full = row.full
    alone = full[-1] if len(full) == 1 and not row.table else None
    if alone is None or not re.search(r"[，,。；;、]", alone.text):
        return None
    return replace(alone, text=alone.text.replace("\n", ""), runs_on="\n" in alone.text)


def _asked(row: Row) -> bool:
    """Whether a row names the lead behind or beside a label."""
    inline = re.findall(r"^([^：:]{2,20})[：:]", row.full[0].text) if row.full else []
    labels = [slot.text for slot in row.full[:-1]] or inline
    found = (match(label) for label in labels)
    return any(one and one.owner == "lead" and one.fields.get("unit") == "name" for one in found)


def _about_lead(row: Row) -> bool:
    """Whether a row is a heading that speaks of the lead."""
    return not row.table and len(row.full) == 1 and bool(_LEADS.search(row.full[0].text))


def _fields(row: Row, text: Slot, forms: Mapping[str, str]) -> Iterator[Row]:
    for label, form in forms.items():
        if found := re.search(form, text.text):
            group = next(name for name, value in found.groupdict().items() if value)
            value = text.cut(*found.span(group))
            yield replace(row, slots=(_label(value, label), value))


def _label(beside: Slot, word: str) -> Slot:
    """A label to the left of a value."""
    return replace(beside, text=word, left=beside.left - 1.0, right=beside.left, box=None)


def _table(row: Row, text: Slot, number: int) -> Iterator[Row]:
    """A list of members or of experts as a table with its heading."""
    partners, experts = _PARTNERS.search(text.text), _EXPERTS.search(text.text)
    if partners:
        units = records(text.cut(partners.end(), len(text.text)), "unit")
        found = [dict(unit) for unit in units]
        yield from _listed(Row((text,), row.leaf, number), "参与单位", _COLUMNS, found)
    elif experts:
        found = list(_experts(text, experts.end()))
        yield from _listed(Row((text,), row.leaf, number), "专家名单", _PEOPLE, found)
    elif aims := _AIMS.search(text.text):
        found = list(_aims(text, aims.end()))
        yield from _listed(Row((text,), row.leaf, number), "绩效目标", _AIMED, found)
    elif spent := _COSTS.search(text.text):
        costs = _COST.finditer(text.text, spent.end())
        found = [{key: text.cut(*cost.span(key)) for key in _SPENT} for cost in costs]
        yield from _listed(Row((text,), row.leaf, number), "经费预算", _SPENT, found)


def _experts(text: Slot, start: int) -> Iterator[dict[str, Slot]]:
    """``来自某大学的甲（教授）、乙（研究员）；来自…``: each with the unit named last before."""
    places = list(_FROM.finditer(text.text, start))
    ends = [*(place.start() for place in places[1:]), len(text.text)]
    for place, end in zip(places, ends, strict=False):
        for found in _EXPERT.finditer(text.text, place.end(), end):
            yield {
                "employer": text.cut(*place.span("v")),
                "name": text.cut(*found.span("name")),
                "title": text.cut(*found.span("title")),
            }


def _aims(text: Slot, start: int) -> Iterator[dict[str, Slot]]:
    """``（一）形成需求清单，不少于1份；``: the item, the number and its measure."""
    for one in counted(level(text.text), start):
        yield {
            "item": text.cut(one.start, one.start + len(one.item)),
            "number": text.cut(one.number_start, one.number_end),
            "unit": text.cut(one.unit_start, one.unit_start + len(one.unit)),
        }


def _listed(
    row: Row, heading: str, columns: Mapping[str, str], entries: Sequence[Mapping[str, Slot]]
) -> Iterator[Row]:
    """A heading, the columns' labels and a row for each entry; nothing without entries."""
    if not entries:
        return
    blank = replace(row.slots[0], text="", box=None)
    yield Row((replace(blank, text=heading),), row.leaf)
    heads = [_placed(replace(blank, text=word), n) for n, word in enumerate(columns.values())]
    yield Row(tuple(heads), row.leaf, row.table, opens=True)
    for entry in entries:
        slots = [_placed(entry.get(name, blank), n) for n, name in enumerate(columns)]
        yield Row(tuple(slots), row.leaf, row.table)


def _placed(slot: Slot, column: int) -> Slot:
    return replace(slot, left=float(column), right=column + 1.0)
