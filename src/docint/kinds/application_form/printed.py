"""From a form's print to the contract's value, field by field."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from docint.extract.parsers import code_as_read, number_as_read
from docint.kinds.application_form import choices
from docint.kinds.application_form.owners import NOTHING
from docint.types.fact import Path, Value
from docint.values import dates, districts, employment, money, names, numerals
from docint.values.text import fold, has_han, tidy

_HOLLOW = re.compile(r"[\s_＿/\\\-—–×xX*·.…:：,，。、()（）\[\]〔〕【】年月日元万%□☐○至]*")
_NOTHING = frozenset(fold(word).upper() for word in NOTHING)
_STAMP = re.compile(
    r"[(（\[【](?:单位)?(?:盖章|公章|签字|签章|签名|加盖公章|盖公章|签字盖章|章)[^()（）]{0,8}[)）\]】]"
)
_CODE_BESIDE = re.compile(r"[(（]?(?:统一社会信用代码|信用代码)?[:：]?[0-9A-Z]{18}[)）]?")
_LIST = re.compile(r"[\n、；;，,]|(?<=[^0-9A-Za-z])\s+(?=\S)")
_ITEM_NUMBER = re.compile(
    r"^\s*(?:[(（]?\d{1,2}[)）.、．]|[①-⑳]|[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|RD\d+[:：])\s*"
)
_MONTHS = re.compile(
    r"(?:共|为期|建设期|期限|周期)?[:：]?(?:约)?((?<![0-9])[0-9]{1,3}|[一二两三四五六七八九十]+)(?:个)?(年|月)"
)
_NUMBER = re.compile(
    r"(?:[≥>＞≧]|不少于|不低于|至少|大于|超过|达到?)?=?\s*(\d[\d,，]*(?:\.\d+)?)\s*(?:[-—~～至]\s*\d+\s*)?(?:余|多)?([^\d\s,，。;；()（）]{0,6})"
)

_PHONE = re.compile(
    r"(?:\+?86[- ]?)?(?:1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[-— ]?\d{7,8}(?:[-转]\d{1,5})?"
    r"|[48]00[- ]?\d{3}[- ]?\d{4}|\d{7,8})"
)


class BlankError(ValueError):
    """Nothing, or nothing that counts, is written there."""


def said(text: str) -> str:
    """The print without stamps, underscores and the like.

    Raises:
        BlankError: a blank field or a placeholder.
    """
    kept = _STAMP.sub("", text)
    kept = re.sub(r"_+|＿+", " ", kept).strip(" \t\n\u3000:：;；")
    if _HOLLOW.fullmatch(fold(kept)) or fold(kept).upper() in _NOTHING:
        raise BlankError(f"blank: {text!r}")
    if re.fullmatch(r"[(（](?:请|如|注|填|例|格式|选).*[)）]", fold(kept)):
        raise BlankError(f"a hint: {text!r}")
    return kept


def text(printed: str) -> str:
    """A plain text value."""
    return tidy(said(printed).replace("\n", "")).rstrip("。;；，,")


def unit_name(printed: str) -> str:
    """A unit's name, without a code or a number printed beside it."""
    kept = _CODE_BESIDE.sub("", said(printed))
    kept = _ITEM_NUMBER.sub("", kept.replace("\n", ""))
    kept = re.sub(
        r"[(（](?:牵头单位|参与单位|甲方|乙方|丙方|丁方|牵头|参与|全称)[)）]$", "", kept.strip()
    )
    name = names.parse(said(kept))
    if len(name) < 2:
        raise BlankError(f"no unit: {printed!r}")
    return name


def person_name(printed: str) -> str:
    """A person's name, without a number before it or an office behind it."""
    kept = _ITEM_NUMBER.sub("", said(printed).replace("\n", ""))
    kept = re.split(r"[/／、]", _PHONE.sub("", kept))[0]
    kept = re.sub(
        r"(?<=[\u4e00-\u9fff]{2})[(（](?:组长|团长|牵头|负责人|院士|女|男|兼|博士|硕士|\d\d周?岁?)[)）]$",
        "",
        kept.strip(),
    )
    name = names.parse_person(kept)
    if has_han(name) and len(name) > 15:
        raise ValueError(f"no person's name: {printed!r}")
    return name


def day(printed: str) -> str:
    """A date; partial ones stay partial (``2019-03``)."""
    kept = said(printed)
    try:
        value = dates.parse(kept)
    except ValueError:
        found = dates.find_all(kept)
        if not found:
            raise
        value = found[0].value
    if value == dates.LONG_TERM:
        raise ValueError(f"no day: {printed!r}")
    return value


def full_day(printed: str) -> str:
    """A date with its day."""
    value = day(printed)
    if len(value) != 10:
        raise ValueError(f"not a full date: {printed!r}")
    return value


def period(printed: str) -> tuple[str, str]:
    """First and last day of a term: months give their first and last day.

    Raises:
        ValueError: no two dates, and no date with a number of months or years.
    """
    kept = re.sub(r"(?<=[起始日])\s*[/／→]\s*(?=(?:19|20)\d\d)", "至", said(printed))
    try:
        begin, end = dates.parse_range(re.sub(r"[(（][^()（）]*[)）]", "", kept))
    except ValueError:
        begin, end = None, None
    if begin and end and end != dates.LONG_TERM:
        first, last = dates.bounds(begin)[0], dates.bounds(end)[1]
        if first >= last or (len(end) == 4) != (len(begin) == 4):
            raise ValueError(f"ends before it begins, or is cut off: {printed!r}")
        return first.isoformat(), last.isoformat()
    if inner := re.search(r"[(（]([^()（）]*\d{4}[^()（）]*)[)）]", kept):
        return period(inner[1])  # 2年（2024年5月—2026年4月）
    found = dates.find_all(kept)
    rest = "".join(_outside(kept, [(hit.start, hit.end) for hit in found]))
    length = _MONTHS.search(fold(rest))
    if len(found) == 1 and length:
        count_ = int(length[1]) if length[1].isdigit() else numerals.whole(length[1])
        first = dates.bounds(found[0].value)[0]
        months = count_ * (12 if length[2] == "年" else 1)
        return first.isoformat(), _later(first, months).isoformat()
    raise ValueError(f"no term: {printed!r}")


def _outside(kept: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """The text between spans."""
    at = 0
    for start, end in spans:
        yield kept[at:start]
        at = end
    yield kept[at:]


def _later(first: date, months: int) -> date:
    """The last day of a term of months that begins on a day."""
    total = first.year * 12 + first.month - 1 + months
    year, month = divmod(total, 12)
    day_of = min(first.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day_of) - timedelta(days=1)


def first_day(printed: str) -> str:
    """A term's beginning."""
    return dates.bounds(day(printed))[0].isoformat()


def last_day(printed: str) -> str:
    """A term's end."""
    return dates.bounds(day(printed))[1].isoformat()


def amount(printed: str, unit: str = "") -> str:
    """An amount in yuan, by the unit that applies where none is printed beside it."""
    kept = said(printed)
    kept = re.sub(r"^(?:约|共计?|合计|总计|人民币大写)[:：]?", "", kept.replace("\n", "").strip())
    try:
        value = money.parse(kept, unit or "元")
    except ValueError:
        found = money.find_all(kept)
        values = {str(hit.value) for hit in found}
        if len(values) != 1:
            raise
        value = found[0].value
    if not isinstance(value, str):
        raise ValueError(f"not in yuan: {printed!r}")  # noqa: TRY004 - it is no yuan value
    return value


def capital(printed: str, unit: str = "") -> Value:
    """Registered capital, also in another currency."""
    try:
        return amount(printed, unit)
    except ValueError:
        return money.parse(said(printed), unit or "元")


def count(printed: str) -> int:
    """A whole number: ``52``, ``52岁``, ``五十二``."""
    kept = re.sub(r"(?:周岁|岁|人|项|个)$", "", fold(said(printed)))
    if kept.isdigit() and len(kept) < 12:
        return int(kept)
    return numerals.whole(kept)


def age(printed: str) -> int:
    """Years of age, 16 to 100."""
    years = count(printed)
    if not 16 <= years <= 100:
        raise ValueError(f"no age: {printed!r}")
    return years


def target(printed: str) -> tuple[int, str]:
    """A number with its unit: ``≥5项`` → (5, 项); whole numbers only.

    Raises:
        ValueError: no number, or one with a fraction.
    """
    kept = fold(said(printed))
    match = _NUMBER.search(kept)
    if match:
        number = match[1].replace(",", "").replace("，", "")
        if float(number) != int(float(number)):
            raise ValueError(f"no whole number: {printed!r}")
        return int(float(number)), match[2].strip("以上左右及")
    spelled = re.fullmatch(
        r"(?:不少于|至少|达到)?([一二两三四五六七八九十百]+)([^\d\s]{0,4})", kept
    )
    if not spelled:
        raise ValueError(f"no number: {printed!r}")
    return numerals.whole(spelled[1]), spelled[2].strip("以上左右")


def measure(printed: str) -> str:
    """A unit of measure: ``项``, ``万元``."""
    kept = tidy(printed).strip("()（）")
    if not re.search(r"[^\W\d_]|%", kept):
        raise BlankError(f"no unit: {printed!r}")
    return kept


def items(printed: str) -> tuple[str, ...]:
    """A list in one field: ``1.甲；2.乙`` → (甲, 乙)."""
    found = []
    for part in _LIST.split(said(printed)):
        try:
            found.append(tidy(said(_ITEM_NUMBER.sub("", part))))
        except BlankError:
            continue
    return tuple(found)


def phone(printed: str) -> str:
    """A telephone number as printed, blanks taken out."""
    match = _PHONE.search(said(printed))
    if not match:
        raise ValueError(f"no telephone number: {printed!r}")
    return match.group().replace(" ", "").replace("—", "-")


def email(printed: str) -> str:
    """A mailbox."""
    match = re.search(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}", fold(said(printed)))
    if not match:
        raise ValueError(f"no mailbox: {printed!r}")
    return match.group()


def unit_kind(printed: str) -> str:
    """The kind of unit that is written or ticked."""
    options = choices.chosen(printed)
    return choices.unit_kind(" ".join(options) if options is not None else said(printed))


def role(printed: str) -> str:
    """``lead`` or ``participant``, written or ticked."""
    options = choices.chosen(printed)
    return choices.role(" ".join(options) if options is not None else said(printed))


def project_name(printed: str) -> str:
    """A project's name; what is asked of the office (``创新联合体认定``) is none.

    Raises:
        ValueError: an office's matter.
    """
    name = text(printed).strip('“”"《》')
    if re.fullmatch(
        r"(?:企业|市级?|省级?|区级?)*(?:创新)?联合体(?:的|项目)?(?:认定|申报|申请|备案|组建|建设)+(?:事项)?",
        name,
    ):
        raise ValueError(f"no project: {printed!r}")
    return name


def option(printed: str) -> str:
    """Text, or the options that are ticked."""
    options = choices.chosen(printed)
    if options is None:
        return text(printed)
    if not options:
        raise BlankError(f"nothing is ticked: {printed!r}")
    return "、".join(text(one) for one in options)


_UNIT: dict[str, Callable[[str], Value]] = {
    "name": unit_name,
    "uscc": lambda printed: code_as_read(said(printed)),
    "kind": unit_kind,
    "role": role,
    "address": text,
    "established_on": day,
    "legal_representative": person_name,
    "phone": phone,
    "email": email,
}
_PERSON_FIELDS: dict[str, Callable[[str], Value]] = {
    "name": person_name,
    "id_number": lambda printed: number_as_read(said(printed)),
    "birth_date": day,
    "age": age,
    "sex": lambda printed: employment.parse_sex(said(printed)),
    "title": text,
    "employer": unit_name,
    "role": text,
}
_CLAIM: dict[str, Callable[[str], Value]] = {
    "holder": unit_name,
    "title": lambda printed: text(printed).strip("《》"),
    "number": text,
    "date": day,
    "kind": text,
}
_TOP: dict[str, Callable[[str], Value]] = {
    "project_name": project_name,
    "industry": option,
    "program": text,
    "applied_on": full_day,
    "period_from": first_day,
    "period_until": last_day,
}
_SECTIONS: dict[str, dict[str, Callable[[str], Value]]] = {
    "lead": _UNIT,
    "applicant": {key: _UNIT[key] for key in ("name", "uscc", "kind")},
    "members": {
        key: _UNIT[key] for key in ("name", "uscc", "kind", "role", "legal_representative")
    },
    "project_leader": {key: _PERSON_FIELDS[key] for key in ("name", "employer", "title")},
    "chief_engineer": {key: value for key, value in _PERSON_FIELDS.items() if key != "role"},
    "team": {key: _PERSON_FIELDS[key] for key in ("name", "age", "title", "employer", "role")},
    "experts": {key: _PERSON_FIELDS[key] for key in ("name", "employer", "title")},
    "budget": {"item": text},
    "targets": {"item": text, "number": lambda printed: target(printed)[0], "unit": measure},
    "claims": _CLAIM,
}


def parser(path: Path) -> Callable[[str], Value] | None:
    """What reads the value of a path; None where the contract asks no such leaf, or an amount."""
    if len(path) == 1:
        return _TOP.get(str(path[0]))
    return _SECTIONS.get(str(path[0]), {}).get(str(path[-1]))


def is_money(path: Path) -> bool:
    """Whether a path leads to an amount."""
    if path[0] in {"rd_expense", "revenue", "matching_funds", "grant"}:
        return True
    return (path[0], path[-1]) in {("lead", "registered_capital"), ("budget", "amount")}


def district(printed: str, hint: str = "") -> Mapping[str, str]:
    """The division a place names (GB/T 2260).

    Args:
        printed: ``福田区``, ``广东省深圳市福田区梅林街道`` …
        hint: an address of the same unit, to choose by where a bare name is ambiguous.

    Raises:
        ValueError: none, or an ambiguous one.
    """
    city = districts.split(hint)[0] if hint else ""
    municipal = city[:2] in {"11", "12", "31", "50"}
    return districts.parse(
        said(printed), city and city[:2] + "0000" if municipal else city[:4] + "00" if city else ""
    )


def has_street(printed: str) -> bool:
    """Whether a place goes on behind its district."""
    return bool(re.search(r"[路街道巷号楼室座栋村镇乡]", districts.split(printed)[1]))
