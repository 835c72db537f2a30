"""What a printed label asks, and whose: ``首席技术负责人身份证号`` → chief engineer, id_number.

A Chinese label ends in its own word and begins with its owner, so an unseen label is taken apart
from both ends: owner, filler words, field word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from docint.kinds.application_form.fields import FAMILIES
from docint.kinds.application_form.nearest import nearest_fields
from docint.kinds.application_form.owners import FILLERS, HEADING_TAILS, OWNERS, Family
from docint.kinds.application_form.shapes import asked, headed, owned
from docint.values.text import fold

NEARLY = 0.7
"""Sureness of a label that is only like known ones."""
LONGEST = 30
"""Characters; whatever is longer is no label."""

_TABLES = frozenset({"budget", "targets", "claims", "economy"})
_CARDS: frozenset[Family] = frozenset({"unit", "person", "project"})
"""Families that are asked label by label; what asks one of them asks no other by likeness."""
_ORDINAL = "0-9一二三四五六七八九十"
_NUMBERING = re.compile(
    rf"^(?:Sheet\d{{1,2}}|第[{_ORDINAL}]{{1,3}}(?:部分|[章节栏篇编块])|[^\w\s(（\[【〖〔〈《“\"「『√☑☐□✓✔]+|第?[（(]?[{_ORDINAL}]{{1,3}}[)）.、．:：](?![0-9])|第[{_ORDINAL}]{{1,3}}[部章]分?"
    rf"|[\[【〖][A-Z]{{0,2}}[-.]?[{_ORDINAL}]{{1,4}}[\]】〗]|[A-Z]{{1,2}}[-.]?[0-9]{{1,4}}(?=[\u4e00-\u9fff])"
    rf"|0[0-9]{{1,2}}(?=[\u4e00-\u9fff]{{3}})|附[件表][{_ORDINAL}]{{0,2}}[:：.、]?|表[{_ORDINAL}]{{1,2}}[:：.、]?|[A-Z]\d?[.、])+"
)
_BRACKETS = re.compile(r"[(（\[【〔]([^()（）\[\]【】〔〕]*)[)）\]】〕]")
_MONEY_UNIT = re.compile(r"(百万|千万|[亿万千百])?(?:人民币)?(元)")
_YEAR = re.compile(
    r"(?:截至|截止|FY)?(?<![0-9])(20[0-4][0-9])(?![0-9])年?(?:12月31日|1[-—–一~至]{1,2}12月|度|末|底)?(?:数据?$|全年|[(（]?经审计[)）]?)?"
)
_BEFORE = re.compile(
    r"^(上上年度?|前年度?|大前年|上一?年度?|去年|近一年|前一年度?|前二年度?|前两年度?)"
)
_ROLE_NOTE = re.compile("(牵头|参与|参加)(?:方|人|单位|企业)?")
_ROLE_OWNERS = {"牵头": "lead", "参与": "members", "参加": "members"}
_IS = re.compile("(?<=[\u4e00-\u9fff]{3})[为是系](?=[:：]$)")
_REGISTERED = re.compile("注册|登记|住所|工商")
_YEARS_BACK = dict.fromkeys(("上上", "前年", "前二", "前两"), 2) | dict.fromkeys(
    ("上年", "上一", "去年", "近一", "前一"), 1
)
_COUNTED = re.compile(rf"^[（(]?([{_ORDINAL}]{{1,3}})[)）]?(?!览)")
_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九十")}


@dataclass(frozen=True, slots=True)
class Label:
    """A label understood; several meanings until the section decides."""

    fields: Mapping[Family, str] = field(default_factory=dict)
    """The field's name in each family that knows the word; ``-`` is known and not wanted."""
    owner: str = ""
    """Key of `OWNERS` the label itself names."""
    ordinal: int = 0
    """1 in ``参与单位1``; 0 where none is printed."""
    year: str = ""
    """``2023``, or ``-1`` for the year before the application."""
    unit: str = ""
    """Unit of money in it: ``万元``."""
    heading: bool = False
    """Whether it reads as a section's heading (``牵头单位基本情况``)."""
    sureness: float = 1.0

    @property
    def names(self) -> bool:
        """Whether it names its owner and asks nothing but the owner's own name (``牵头单位``)."""
        return bool(self.owner) and OWNERS[self.owner].family not in self.fields

    @property
    def heads(self) -> bool:
        """Whether it can head a section or a table: also a list's word that is a column's too."""
        return self.names or (bool(self.owner) and OWNERS[self.owner].family in _TABLES)


def money_unit(text: str) -> str:
    """The unit of money a text names (``（万元）``, ``单位：人民币万元``), or an empty string."""
    match = _MONEY_UNIT.search(fold(text))
    return (match[1] or "") + match[2] if match else ""


@cache
def match(text: str, noisy: bool = False) -> Label | None:
    """Understand a label.

    Args:
        text: as printed.
        noisy: allow one misread character in words of four and more (scans).
    """
    core = _NUMBERING.sub("", _IS.sub("", fold(text))).rstrip(":：;；。.,，_— ")
    if not core or len(core) > LONGEST:
        return None
    inner = _BRACKETS.findall(core)
    bare = _BRACKETS.sub("", core).strip("*※★_:：")
    unit = next((found for note in inner if (found := money_unit(note))), "")
    if not bare and inner:
        bare, inner = inner[0], inner[1:]
    bare, year = _without_year(bare)
    understood = _whole(core) or _alternatives(bare) or _numbered(bare)
    understood = understood or _ending(bare.upper())
    if understood is None and noisy:
        understood = _misread(bare)
    if understood is None:
        glossed = re.fullmatch(r"[\u4e00-\u9fffA-Za-z]{1,8}(?<!有限公司)", bare)
        for note in inner if glossed else ():  # USCC(信用代码), 领军人才(首席技术负责人)
            said = _whole(note)
            if said and (said.owner or set(said.fields.values()) - {"-"}):
                return replace(said, year=year, unit=unit, heading=said.names)
        roles = [told[1] for note in inner if (told := _ROLE_NOTE.fullmatch(note))]
        if roles and glossed and re.search(r"(?:单位|企业|机构|主体|公司|法人|方|成员)$", bare):
            return Label({}, _ROLE_OWNERS[roles[0]])  # 会员企业（牵头）
        return Label(year=year, unit=unit) if year and not bare else None
    understood = _noted(_shared(understood, bare), inner)
    return replace(understood, year=year, unit=unit or understood.unit)


def _shared(label: Label, bare: str) -> Label:
    """What a listed word asks of others too: 课题分工 is a person's as well."""
    more = asked(bare.upper())
    if "联合体" in bare and more.get("project") == "project_name":
        return replace(label, fields={"project": "project_name"})
    listed = (not label.owner and label.fields) or label.heading
    if not listed or (label.heading and OWNERS[label.owner].family in more):
        return label
    return replace(label, fields={**more, **label.fields})


def bare_heading(text: str) -> str:
    """A heading without its number, what stands in brackets, and words like 情况, 汇总."""
    core = _BRACKETS.sub("", _NUMBERING.sub("", fold(text))).strip(":：*※★")
    core = re.sub(r"^[一二三四五六七八九十]{1,3}(?=[\u4e00-\u9fff]{4})", "", core)
    while tail := next((t for t in _tails() if core.endswith(t) and len(core) > len(t) + 1), ""):
        core = core[: -len(tail)]
    return core


@cache
def likely(text: str, noisy: bool = False, family: Family = "none") -> Label | None:
    """A label understood, or what the known words ask that are nearest to one nobody knows.

    Only for what stands where labels stand: values have the words of labels, too.

    Args:
        text: as printed.
        noisy: as in `match`.
        family: what the section is about, if known: a label that asks nothing of it is asked anew.
    """
    known = match(text, noisy)
    if known and (known.owner or family == "none" or _CARDS & set(known.fields)):
        return known
    core = _BRACKETS.sub("", _NUMBERING.sub("", fold(text))).strip(":：*※★")
    near = {family: name for family, name in nearest_fields(core).items() if name != "-"}
    if known:
        return (
            replace(known, fields={**known.fields, family: near[family]})
            if family in near
            else known
        )
    return Label(near, unit=money_unit(text), sureness=NEARLY) if near else None


def _noted(label: Label, notes: Sequence[str]) -> Label:
    """What brackets add: 申报单位（牵头单位）, 合作企业（牵头）, 通信地址（注册地）."""
    owner, fields = label.owner, dict(label.fields)
    for note in notes:
        said = _whole(note)
        if said and said.names and owner in {"", "applicant"}:
            owner = said.owner
        if said and said.owner == "project" and fields.get("project") == "-":
            fields = {"project": "project_name"}  # 专项名称（联合体）
        if said and said.owner == "representative" and label.names:
            return said  # 企业负责人（法定代表人）
        asks_unit = not owner and fields.get("person") == "employer"  # 登记单位（牵头）
        known = asks_unit or owner in _ROLE_OWNERS.values()
        if known and (role := _ROLE_NOTE.fullmatch(note)):
            owner, fields = _ROLE_OWNERS[role[1]], {} if asks_unit else fields
        if fields.get("unit") == "contact_address" and _REGISTERED.match(note):
            fields["unit"] = "address"
    return replace(label, owner=owner, fields=fields)


def _numbered(bare: str) -> Label | None:
    """A heading whose number no mark parts from it: ``四　首席技术负责人``, ``6 参加单位``."""
    number = re.match(r"[一二三四五六七八九十]{1,3}|\d{1,2}(?=[\u4e00-\u9fff]{4})", bare)
    rest = _alternatives(bare[number.end() :]) if number else None
    if rest and rest.owner and set(rest.fields.values()) == {"-"}:
        return replace(rest, fields={}, heading=True)  # 4 项目负责人简历
    return rest if rest and (rest.heads or rest.heading) else None


def _shaped(bare: str) -> Label | None:
    """A label that no list has, by how it is built."""
    fields = asked(bare.upper())
    if owner := headed(bare):
        return Label(fields, owner, heading=True, sureness=0.95)
    owner, end = owned(bare)
    if owner and (found := _after_owner(bare[end:], bare[:end], owner, filled=False)):
        return replace(found, sureness=min(found.sureness, 0.95))
    return Label(fields, sureness=0.95) if fields else None


def _without_year(core: str) -> tuple[str, str]:
    """The label without the year it names, and the year."""
    if before := _BEFORE.match(core):
        rest = core[before.end() :]
        return rest, f"-{_YEARS_BACK[before[1][:2]]}" if before[1][:2] in _YEARS_BACK else "-3"
    if found := _YEAR.search(core):
        return core[: found.start()] + core[found.end() :], found[1]
    return core, ""


def _alternatives(bare: str) -> Label | None:
    """The label itself, without a unit behind it, or what its alternatives ask together.

    ``法定代表人/负责人``, ``登记证号/信用代码``, ``联系人及电话``: the first that knows a family
    speaks for it.
    """
    if whole := _whole(bare):
        return whole
    unit = _MONEY_UNIT.search(bare)
    if unit and unit.end() == len(bare):
        said = _whole(bare[: unit.start()].rstrip("/:,，-—"))
        return replace(said, unit=(unit[1] or "") + unit[2]) if said else None
    if built := _shaped(bare):
        return built
    if ":" in bare:
        return None  # 产业领域：新能源与储能
    known = [label for part in re.split(r"[/／、或及和与|]", bare) if (label := _whole(part))]
    if not known:
        return None
    named = OWNERS[known[0].owner].family if known[0].names else None
    if named == "person" and re.search("[及和与、].{0,4}(?:骨干|成员|团队|人员)$", bare):
        return Label({}, "team", heading=True)  # 技术带头人及骨干
    fields: dict[Family, str] = {}
    for label in known:
        for family, name in label.fields.items():
            if fields.get(family, "-") == "-" and family != named:
                fields[family] = name
    return replace(known[0], fields=fields)


@cache
def _index() -> dict[str, dict[Family, str]]:
    """All field words with their meaning by family."""
    index: dict[str, dict[Family, str]] = {}
    for family, fields in FAMILIES.items():
        for name, words in fields.items():
            for word in words:
                index.setdefault(fold(word).upper(), {}).setdefault(family, name)
    return index


@cache
def _owners() -> tuple[tuple[str, str], ...]:
    """Owner words and their owners, longest first."""
    pairs = [(fold(w).upper(), key) for key, owner in OWNERS.items() for w in owner.words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _fillers() -> tuple[str, ...]:
    return tuple(sorted((fold(word) for word in FILLERS), key=len, reverse=True))


@cache
def _tails() -> tuple[str, ...]:
    return tuple(sorted(HEADING_TAILS, key=len, reverse=True))


def _whole(core: str) -> Label | None:
    """A label whose every character is accounted for."""
    core = core.upper()
    known = _index().get(core)
    owned = _owned(core)
    if known:
        return Label(known, owned.owner if owned and not owned.fields else "")
    if owned:
        return owned
    if rest := _unfilled(core):
        return Label(_index()[rest], sureness=0.97)
    return None


def _owned(core: str) -> Label | None:
    """Owner, ordinal, then nothing, a heading's tail, or a field word."""
    for start in _starts(core):
        for word, owner in _owners():
            if not core.startswith(word, start) or (start and len(word) < 3):
                continue
            if word == "法人" and core.startswith(("单位", "企业", "机构"), start + 2):
                continue  # 法人单位全称 asks the unit's name
            found = _after_owner(core[start + len(word) :], word, owner, filled=start > 0)
            if found:
                return found
    return None


def _after_owner(rest: str, word: str, owner: str, *, filled: bool) -> Label | None:
    """What stands behind an owner's word; None if it makes no label."""
    family = OWNERS[owner].family
    ordinal = 0
    if counted := _COUNTED.match(rest):
        ordinal, rest = _number(counted[1]), rest[counted.end() :]
    rest = re.sub(r"^[的之:：\-—]", "", rest)
    if not rest:
        known = _index().get(word, {}) if filled else {}
        return Label(known, sureness=0.97) if family in known else Label({}, owner, ordinal)
    if family in _index().get(rest, {}):
        return Label({family: _index()[rest][family]}, owner, ordinal)
    if _is_tail(rest):
        return Label({}, owner, ordinal, heading=True)
    inner = _unfilled(rest)
    if inner and family in _index()[inner]:
        return Label({family: _index()[inner][family]}, owner, ordinal, sureness=0.95)
    if name := asked(rest).get(family):
        return Label({family: name}, owner, ordinal, sureness=0.95)
    if family in {"unit", "person"} and (second := _owned(rest)):
        # 牵头单位联系人电话: the last owner is the one that is asked
        return replace(second, sureness=0.9) if second.fields else second
    return None


def _starts(core: str) -> Iterator[int]:
    """0, and behind the filler words the label begins with."""
    yield 0
    for word in _fillers():
        if core.startswith(word) and len(core) > len(word) + 2:
            yield len(word)


def _is_tail(rest: str) -> bool:
    """Whether what follows an owner is nothing but heading words."""
    while rest:
        tail = next((t for t in _tails() if rest.startswith(t)), "")
        if not tail:
            return False
        rest = rest[len(tail) :].lstrip("及与和、")
    return True


def _unfilled(core: str) -> str:
    """The known word that is left when filler words before it and 情况 behind it are taken off."""
    rest = core
    for _ in range(3):
        if rest in _index():
            return rest
        tail = next((t for t in ("情况", "信息", "全称", "必填") if rest.endswith(t)), "")
        if tail and rest[: -len(tail)] in _index():
            return rest[: -len(tail)]
        amount = next((t for t in ("金额", "数额", "总额", "总数") if rest.endswith(t)), "")
        if amount and len(rest) >= 6 and rest[: -len(amount)] in _index():
            return rest[: -len(amount)]  # 营业收入金额; 项目金额 is no 项目
        filler = next((w for w in _fillers() if rest.startswith(w) and len(rest) > len(w)), "")
        if not filler:
            return ""
        rest = rest[len(filler) :]
    return rest if rest in _index() else ""


def _ending(core: str) -> Label | None:
    """A label that ends in a known word of three and more, which makes up half of it."""
    for length in range(len(core) - 1, max(2, (len(core) + 1) // 2 - 1), -1):
        word = core[-length:]
        if word in _index() and any(name != "-" for name in _index()[word].values()):
            return Label(_index()[word], sureness=0.85)
    return None


def _misread(core: str) -> Label | None:
    """A known word with one other character in it, if all such words mean the same."""
    if len(core) < 4:
        return None
    words = [(w, Label(f)) for w, f in _index().items()]
    words += [(w, Label({}, owner)) for w, owner in _owners()]
    found = {w: label for w, label in words if _one_off(w, core)}
    meanings = {(tuple(sorted(found[w].fields.items())), found[w].owner) for w in found}
    if len(meanings) != 1:
        return None
    return replace(next(iter(found.values())), sureness=0.8)


def _one_off(word: str, core: str) -> bool:
    """Whether two words of one length differ in one character."""
    return len(word) == len(core) and sum(a != b for a, b in zip(word, core, strict=True)) == 1


def _number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    if len(printed) == 1:
        return _DIGITS.get(printed, 0)
    tens, _, ones = printed.partition("十")
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
