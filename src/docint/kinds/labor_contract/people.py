"""Employer and employee of a labour contract where a sentence names them, not a form's cells.

``某公司（下称甲方）与张三（下称乙方，男，1970年7月4日出生，身份证：…）``,
``乙方：张三，男，身份证号：…``, ``劳动者姓名：张三（男）``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docint.extract.clauses import Prose
from docint.extract.naming import person
from docint.extract.unit_names import at_start, units_in
from docint.types.fact import Fact
from docint.values import dates
from docint.values.ids import resident
from docint.values.surnames import surnamed
from docint.values.text import tidy

_HAN = r"\u4e00-\u9fff"
FIRST = (
    r"(?:甲方|用人单位|用工单位|用人方|用工方|聘用单位|聘用方|聘任单位|聘方|雇主|雇用单位|录用单位"
    r"|劳动合同甲方|公司名称|单位名称)"
)
SECOND = (
    r"(?:乙方|劳动者|受聘人员|受聘人|受聘方|受聘者|被聘人|应聘人|员工|职工|雇员|从业人员|聘用人员"
    r"|工作人员|教职工|姓名|受雇人|个人|雇员姓名)"
)
_GLOSS = r"(?:\([^()\n]{1,16}\)|/[^:：\n]{1,8})*"
_EMPLOYER = re.compile(
    rf"(?:^|[\n;；。,，)_(（、])(?:{FIRST}){_GLOSS}(?:单位)?(?:名称|全称)?{_GLOSS}[:：]_*\n?_*"
)
_BARE = re.compile(
    rf"(?:^|\n)(?:第[一二三四五六七八九十\d]+[条款]|[（(]?[一二三四五六七八九十\d]{{1,2}}[）)]?[、.．,]?)?"
    rf"(?:{FIRST}{_GLOSS}(?:单位)?(?:名称|全称)?(?:是|为)?|[方称]:)\n?(?:名?称:)?"
)
"""The first party without its colon, or behind a label of which only the end was read."""
_ENDS = re.compile(
    r"$|[,，;；。(（]|法定|主要负责|负责人|住所|地址|注册|统一|联系|登记|电话|通[讯信]"
)
_NAMED_FIRST = re.compile(
    r"[,，]?\(?(?:以下|下)?(?:统?简?称|简称|称|又称)?(?:为|作)?[:：]?[“\"'‘「《]?(?:甲方|用人单位"
    r"|聘用单位|聘方|[本我该]?(?:公司|单位|企业|学校|院校|医院|校|院|所|方))[”\"'’」》]?"
)
_DEFINES = re.compile(r"[,，]?\((?:以下|下|简|甲|统|称|用)|[,，](?:以下|下|简)")
_ROLE = re.compile(
    r"(?:(?:聘用|聘任|聘请|用人|用工|录用|雇用|招聘)/?(?:\([^()]{1,8}\))?)+(?:单位|企业|方|公司)"
    r"(?:\([^()]{1,8}\))?(?:名称|全称)?"
)
"""What the employer is called before its name (聘用（用工）单位某公司), no part of the name."""
_NAME = (
    rf"(?P<name>[{_HAN}]{{2,4}}?(?=先生|女士|同志|小姐)|[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}·[{_HAN}]{{1,8}}"
    r"|[A-Z][A-Za-z .'-]{3,40})"
    r"(?:先生|女士|同志|小姐)?"
)
"""A name, and how the person is addressed behind it."""
_QUOTE, _UNQUOTE = "[“\"'‘「《]?", "[”\"'’」》]?"
_LATER = (
    r"[^()。\n]{4,80}\(\n?(?:以下|下)?(?:统?简?称)?(?:为|作)?[:：]?"
    rf"{_QUOTE}(?:[{_HAN}]{{2,4}}{_UNQUOTE}[或、/]{_QUOTE})?"
)
"""What is told of a party before the bracket that gives it its role: ``某公司，一家…（“甲方”``."""
_DEFINED_FIRST = re.compile(
    rf"[,，]{_LATER}(?:甲方|公司|单位|用人单位|聘用单位|聘方){_UNQUOTE}(?:[或、/]|\))"
)
_DEFINED_SECOND = re.compile(
    rf"(?:^|[\n)、;；与和]){_NAME}[,，]{_LATER}(?:乙方|劳动者|员工|受聘人员?|职工|雇员){_UNQUOTE}(?:[或、/]|\))"
)
_EMPLOYEE = re.compile(
    rf"(?:^|[\n;；。,，)_(（、]|[\u4e00-\u9fff](?=劳动者姓名|乙方[(:：]))(?:{SECOND}){{1,2}}"
    rf"(?P<gloss>{_GLOSS})(?:的?姓名)?{_GLOSS}[:：]_*\n?_*{_NAME}"
    rf"(?=$|[\n,，;；。()（）_/\d]|性别|男|女|身份|证件|公民|居民|出生|住址|联系|电话|民族|学历"
    rf"|户籍|家庭|签)"
)
_CALLED = re.compile(
    rf"(?:[,，;；\n(]?(?:与|和|、|同|聘用|聘请|聘任|录用|招用)|[,，;；\n(]){_NAME}[,，]?\n?\((?:[^()\n]{{1,70}}[,，;；])?\n?"
    rf"(?:以\n?下|下)?\n?(?:统?简?\n?称|简称|称)?\n?(?:为|作)?\n?[:：]?"
    rf"[“\"'‘「]?(?:乙\n?方|劳\n?动\n?者|员\n?工|受聘人员|受聘人|职\n?工|雇\n?员)[”\"'’」]?"
)
"""A sentence's name and what it is called from there on; lines may break anywhere between."""
_TO_SIGN = re.compile(r"签[字名章]|盖章|公章|手印|捺印")
_SEX_NEAR = re.compile(
    r"^(?:\((?P<a>[男女])[),，]"
    r"|[,，、/;；]?\n?(?:性别[:：]?_*)?(?P<b>[男女])(?=[,，。;；、)\n_\d]|一九|二[〇○零O]|民族|出生|身份|汉族|$))"
)
_SEX_IN = re.compile(r"[,，(、;；](?:性别[:：]?)?(?P<a>[男女])(?=[,，、;；()。])")
_SEX_ROLE = re.compile(
    r"称\n?(?:为|作)?[:：]?[“\"'‘「]?(?:乙方|劳动者|员工|受聘人员|受聘人|职工|雇员)[”\"'’」]?"
    r"[,，、;；]\n?(?:性别[:：]?)?(?P<a>[男女])(?=[,，、;；。)）])"
)
"""The sex right behind what the employee is called: ``张三（以下称乙方，女，身份证号…）``."""
_SEX_LABEL = re.compile(r"性别[:：]?_*(?P<a>[男女])_*(?![□☐○/、或☑√■✓女男])")
_TICK, _BOX = r"\[?[☑√✓■●▣◉✔☒]\]?", r"(?:[□☐○]|\[\])"
_SEX_TICKED = re.compile(
    rf"性别[:：]?_*(?:{_BOX}[男女][/、]?{_TICK}(?P<a>[男女])|{_TICK}(?P<b>[男女])[/、]?{_BOX}[男女]"
    rf"|(?P<c>[男女])_*{_TICK}[/、]?[男女]_*{_BOX}|[男女]_*{_BOX}[/、]?(?P<d>[男女])_*{_TICK})"
)
_SEX_CHOSEN = re.compile(
    rf"[(（,，、:：_\n](?:{_BOX}[男女][/、_]?)?{_TICK}_*(?P<a>[男女])(?={_BOX}|[/、)）,，。;；_\n]|$)"
)
"""A ticked choice without its label, as it stands behind a name: ``张三（☑男□女）``."""
_DAY = (
    r"(?:(?:19|20)\d{2}[年./\-]_*\d{1,2}[月./\-]_*\d{1,2}日?"
    r"|[一二]九?[〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_BORN = re.compile(
    rf"(?:出生(?:日期|年月日?|时间)?|生日|生于)[:：于为]?_*\n?(?P<a>{_DAY})"
    rf"|(?P<b>{_DAY})_*(?:出?生)(?!效)"
)
_NUMBER = re.compile(
    r"(?:身份证|证件|公民身份|居民身份"
    r"|身份号码)[^\d。\n]{0,16}?[:：为]?_*\n?_*(?P<a>[1-9]\d{16}[\dXx×])(?![\dA-Za-z])"
)


def employer(prose: Prose) -> Iterator[Fact]:
    """Every print of the employer's name, the surest first."""
    for match in _EMPLOYER.finditer(prose.text):
        line = prose.text[match.end() :].split("\n", 1)[0]
        found = at_start(line)
        if found and not _TO_SIGN.search(match[0]):
            yield _unit(prose, match.end(), match.end() + found[1], 0.99)
    for match in _BARE.finditer(prose.text):
        line = prose.text[match.end() :].split("\n", 1)[0]
        found = at_start(line)
        if found and _ENDS.match(line, found[1]):
            yield _unit(prose, match.end(), match.end() + found[1], 0.97)
    for name, left, right in units_in(prose.text, 0, len(prose.text)):
        if name and _DEFINES.match(prose.text, right) and _NAMED_FIRST.match(prose.text, right):
            yield _unit(prose, left + _role(name), right, 0.98)
        elif name and _DEFINED_FIRST.match(prose.text, right):
            yield _unit(prose, left + _role(name), right, 0.95)
    for match in _EMPLOYER.finditer(prose.text):
        line = prose.text[match.end() :].split("\n", 1)[0]
        found = at_start(line)
        if found and _TO_SIGN.search(match[0]):
            yield _unit(prose, match.end(), match.end() + found[1], 0.95)


def _role(name: str) -> int:
    """How many characters of a name say only what the unit is to the contract."""
    role = _ROLE.match(name)
    return role.end() if role and at_start(name[role.end() :]) else 0


def _unit(prose: Prose, start: int, end: int, sure: float) -> Fact:
    return prose.fact(("employer",), tidy(prose.quote(start, end)), start, end, certainty=sure)


def employee(prose: Prose) -> Iterator[tuple[Fact, int]]:
    """Every print of the employee's name, with where it ends."""
    for form in (_EMPLOYEE, _CALLED, _DEFINED_SECOND):
        for match in form.finditer(prose.text):
            if _TO_SIGN.search(match.groupdict().get("gloss") or ""):
                continue
            try:
                value = person(match["name"])
            except ValueError:
                continue
            value = _without_sex(value, prose)
            if at_start(match["name"]) or re.search(r"应当|同意|岗位|工作|承诺|确认", value):
                continue
            start, end = _first(match, value)
            yield (
                prose.fact(("employee",), value, start, end, certainty=0.99),
                end,
            )


def _first(match: re.Match[str], value: str) -> tuple[int, int]:
    """Where the name stands in its match, without the sex behind it."""
    start, end = match.span("name")
    return start, start + len(value) if match["name"].startswith(value) else end


def _without_sex(name: str, prose: Prose) -> str:
    """A name without the sex that a form prints right behind it: ``童春女``.

    Only where nothing else tells the sex and the ID number tells the same one: names end so too.
    """
    bare_, last = name[:-1], name[-1:]
    if last not in {"男", "女"} or not surnamed(bare_) or "性别" in prose.text:
        return name
    number = next((hit.value for hit in resident.find_all(prose.text)), "")
    return bare_ if resident.valid(number) and resident.sex(number) == last else name


def particulars(prose: Prose, name_end: int | None) -> list[Fact]:
    """``sex``, ``birth_date`` and ``id_number`` as the contract itself prints them."""
    found = [_sex(prose, name_end), _birth(prose), _id_number(prose)]
    return [made for made in found if made]


def _sex(prose: Prose, name_end: int | None) -> Fact | None:
    for form in (_SEX_TICKED, _SEX_LABEL, _SEX_ROLE):
        if match := form.search(prose.text):
            return _said_sex(prose, match)
    chosen = list(_SEX_CHOSEN.finditer(prose.text))
    if len({match["a"] for match in chosen}) == 1:
        return _said_sex(prose, chosen[0])
    if name_end is None:
        return None
    after = prose.text[name_end : name_end + 120].split("\n\n")[0]
    match = _SEX_NEAR.match(after) or _SEX_IN.search(re.split(r"[。;；]", after)[0])
    return _said_sex(prose, match, name_end) if match else None


def _said_sex(prose: Prose, match: re.Match[str], base: int = 0) -> Fact | None:
    group = next(name for name, value in match.groupdict().items() if value)
    span = base + match.start(group), base + match.end(group)
    return prose.fact(("sex",), match[group], *span, certainty=0.99)


def _birth(prose: Prose) -> Fact | None:
    for match in _BORN.finditer(prose.text):
        group = "a" if match["a"] else "b"
        try:
            value = dates.parse(match[group].replace("_", ""))
        except ValueError:
            continue
        if len(value) == 10:
            return prose.fact(("birth_date",), value, *match.span(group), certainty=0.99)
    return None


def _id_number(prose: Prose) -> Fact | None:
    numbers = list(_NUMBER.finditer(prose.text))
    values = {m["a"].upper().replace("×", "X") for m in numbers}
    if not numbers:
        return None
    match = numbers[0]
    value = match["a"].upper().replace("×", "X")
    return prose.fact(("id_number",), value, *match.span("a"), doubtful=len(values) > 1)
