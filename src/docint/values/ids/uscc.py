"""统一社会信用代码 (GB 32100-2015): 18 characters, without I O Z S V, the last a check character.

`parse` takes anything of the shape, for a code that fails its check is still what was printed;
`problem` says what is wrong with it. Codes from OCR go through `fold_ocr` first; any further repair
is only proposed (`candidates`) and needs a second witness.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docint.values.divisions import existed, last_name
from docint.values.found import Found
from docint.values.ids import resident
from docint.values.text import fold, level

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE = {char: n for n, char in enumerate(ALPHABET)}
_SHAPE = re.compile("[0-9A-Z]{18}")
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_OCR = str.maketrans("IOZSV", "1025U")

CATEGORIES = {
    "11": "机关", "12": "事业单位", "13": "编办直接管理的群众团体", "19": "机构编制其他",
    "21": "外交", "29": "外交其他",
    "31": "律师执业机构", "32": "公证处", "33": "基层法律服务所", "34": "司法鉴定机构",
    "35": "仲裁委员会", "39": "司法行政其他",
    "41": "外国在华文化机构", "49": "文化其他",
    "51": "社会团体", "52": "民办非企业单位", "53": "基金会", "59": "民政其他",
    "61": "外国旅游部门常驻代表机构", "62": "港澳台旅游部门常驻内地代表机构", "69": "旅游其他",
    "71": "宗教活动场所", "72": "宗教院校", "79": "宗教其他",
    "81": "基层工会", "89": "工会其他",
    "91": "企业", "92": "个体工商户", "93": "农民专业合作社",
    "A1": "军队事业单位", "A9": "军队其他",
    "N1": "组级集体经济组织", "N2": "村级集体经济组织", "N3": "乡镇级集体经济组织",
    "N9": "农业其他",
    "Y1": "其他",
}  # fmt: skip
"""Registering authority and category (the first two characters) → whose code it is."""

_CONFUSIONS = (
    "0DOQUC", "1ILT7", "2Z7", "5S6", "8B36", "6G", "UVWY", "9GQ", "4A", "3E", "MNHW", "KXR", "PRF",
    "EFL", "CG",
)  # fmt: skip
"""Characters that look alike to OCR, in groups."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A code taken apart."""

    authority: str
    """登记管理部门代码, 1 character."""
    category: str
    """机构类别代码, 1 character."""
    division: str
    """登记管理机关行政区划码, 6 figures: the registering authority's, not the address's."""
    organisation: str
    """主体标识码 (组织机构代码), 9 characters."""
    check: str
    kind: str
    """What authority and category say, e.g. ``企业``; empty if they are no pair."""


def parse(text: str) -> str:
    """Canonical form: upper case, no blanks. The check character is not judged; see `problem`.

    Raises:
        ValueError: not 18 letters and figures.
    """
    code = re.sub(r"[\s\-‐–—.·]", "", fold(text)).upper()
    if not _SHAPE.fullmatch(code) or not re.search("[0-9]{4}", code):
        raise ValueError(f"not the shape of a USCC: {text!r}")
    return code


def show(value: str) -> str:
    """The code as it is."""
    return value


def check_character(first: str) -> str:
    """The check character of the first 17 characters.

    Raises:
        ValueError: a character outside the alphabet.
    """
    if not set(first) <= _VALUE.keys():
        raise ValueError(f"outside the alphabet: {first!r}")
    total = sum(_VALUE[char] * pow(3, n, 31) for n, char in enumerate(first))
    return ALPHABET[-total % 31]


def valid(code: str) -> bool:
    """Whether the alphabet and the check character are right."""
    return len(code) == 18 and set(code) <= _VALUE.keys() and check_character(code[:17]) == code[17]


def problem(code: str) -> str:
    """What makes a code invalid, one Chinese sentence; empty if nothing does."""
    if len(code) != 18:
        return f"统一社会信用代码应为18位，实为{len(code)}位。"
    if outside := sorted(set(code) - _VALUE.keys()):
        return f"统一社会信用代码不使用字符“{'、'.join(outside)}”。"
    if (due := check_character(code[:17])) != code[17]:
        return f"统一社会信用代码校验码应为“{due}”，所载为“{code[17]}”。"
    return ""


def warnings(code: str) -> tuple[str, ...]:
    """What is odd in a code, in Chinese; never a proof that it is wrong."""
    of = parts(code)
    odd = []
    if not of.kind:
        odd.append(f"登记管理部门和机构类别代码“{code[:2]}”不在标准所列范围")
    if not organisation_valid(of.organisation):
        odd.append(f"主体标识码“{of.organisation}”自身校验不符")
    if of.division != "100000" and not existed(of.division, 0):
        odd.append(f"行政区划码“{of.division}”未见于行政区划代码表")
    return tuple(odd)


def parts(code: str) -> Parts:
    """A code of 18 characters taken apart."""
    return Parts(code[0], code[1], code[2:8], code[8:17], code[17:], CATEGORIES.get(code[:2], ""))


def division_name(code: str) -> str | None:
    """Name of the registering authority's division, e.g. ``深圳市``; None if unknown."""
    return "国家" if code[2:8] == "100000" else last_name(code[2:8])


def organisation_valid(organisation: str) -> bool:
    """Whether a 组织机构代码 (GB 11714, 9 characters) agrees with its own check character."""
    code = organisation.replace("-", "").upper()
    if not re.fullmatch("[0-9A-Z]{8}[0-9X]", code):
        return False
    total = sum(int(c, 36) * w for c, w in zip(code[:8], _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11] == code[8]


def fold_ocr(text: str) -> str:
    """I O Z S V, which cannot occur, turned to 1 0 2 5 U. For OCR readings only."""
    return text.upper().translate(_OCR)


def candidates(text: str) -> tuple[str, ...]:
    """Codes that one look-alike character away pass both checks, for a reading that does not.

    Proposals only: more than a third of altered codes find a unique one. Empty if the folded
    reading is valid as it is, or not of the shape.
    """
    try:
        code = fold_ocr(parse(text))
    except ValueError:
        return ()
    if valid(code):
        return ()
    found = {
        near
        for n, char in enumerate(code)
        for group in _CONFUSIONS
        if char in group
        for other in group
        if other in _VALUE and other != char
        for near in [code[:n] + other + code[n + 1 :]]
        if valid(near) and organisation_valid(near[8:17]) and near[:2] in CATEGORIES
    }
    return tuple(sorted(found))


_TOKENS = re.compile(r"[0-9A-Za-z]+(?:[ \n\-]{1,3}[0-9A-Za-z]+)*")
_TOKEN = re.compile("[0-9A-Za-z]+")


def find_all(text: str, *, ocr: bool = False) -> tuple[Found[str], ...]:
    """Codes in running text, blanks inside them allowed, with or without a label before them.

    Valid ones, and ones that only fail their check but begin like a code; ID numbers are left
    out. With ``ocr`` impossible letters are folded first.
    """
    line = level(text)
    hits: list[Found[str]] = []
    for run in _TOKENS.finditer(line):
        tokens = [
            (m.start() + run.start(), m.end() + run.start()) for m in _TOKEN.finditer(run.group())
        ]
        hits.extend(_in_tokens(line, tokens, ocr=ocr))
    return tuple(hits)


def _in_tokens(line: str, tokens: list[tuple[int, int]], *, ocr: bool) -> list[Found[str]]:
    """Windows of whole tokens that make 18 characters; the valid ones first, none overlapping."""
    windows = []
    for first, (start, end) in enumerate(tokens):
        windows += [
            Found(glued, n, n + 18)
            for n in range(start, end - 17)
            if end - start > 18 and valid(glued := line[n : n + 18].upper()) and _plausible(glued)
        ]
        code, last = "", first
        while last < len(tokens) and len(code) < 18:
            code += line[tokens[last][0] : tokens[last][1]].upper()
            last += 1
        code = fold_ocr(code) if ocr else code
        if len(code) == 18 and _plausible(code):
            windows.append(Found(code, start, tokens[last - 1][1]))
    taken: list[Found[str]] = []
    for window in sorted(windows, key=lambda w: not valid(w.value)):
        if all(window.end <= t.start or t.end <= window.start for t in taken):
            taken.append(window)
    return sorted(taken, key=lambda w: w.start)


def _plausible(code: str) -> bool:
    if valid(code) and code[:2] in CATEGORIES:
        return not resident.valid(code)
    if code[:2] not in CATEGORIES or resident.shaped(code):
        return False
    return bool(re.fullmatch("[0-9IOZSV]{6}", code[2:8])) and existed(fold_ocr(code[2:8]), 0)
