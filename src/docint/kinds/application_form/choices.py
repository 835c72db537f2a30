"""Ticked boxes (勾选) and the words for kinds of units and roles."""

from __future__ import annotations

import re

from docint.values.text import fold

TICKED = "☑☒√✓✔■●◉▣⊠☻"
"""Marks that choose an option."""
OPEN = "□☐○◯▢⬜〇"
"""Marks that leave it."""
_MISREAD_OPEN = "口囗"
_MISREAD_TICKED = "区回团国凶図囤因固园圆圉VvRT"
_BRACKETED = re.compile(r"[(（\[【]\s*([√✓✔☑×xX]?)\s*[)）\]】]")
_MARK = re.compile(f"[{TICKED}{OPEN}]")

# Tried in this order: the more telling word first (大型企业 before 企业, 民办学校 before 学校).
KINDS: tuple[tuple[str, str], ...] = (
    (r"^特?大型$", "large-enterprise"),
    (r"^中型$", "medium-enterprise"),
    (r"^[小微]型?$", "enterprise"),
    (r"区科协|区级科协|街道科协", "district-association"),
    (r"(全国(性)?|国家级)(学会|协会|研究会|社团)|中国[^,，]{0,12}[学协]会", "national-society"),
    (r"(省|市)级?(学会|协会|研究会)|地方(学会|协会)|科技社团", "city-society"),
    (r"科技(中介|创新)?服务(机构|单位|企业)|服务机构|中介(服务)?机构|技术转移机构", "tech-service"),
    (r"金融|银行|证券|保险|基金公司|投资机构|创投", "financial-institution"),
    (r"园区|开发区|孵化器|高新区", "park"),
    (r"高校|大学|学院|院校|高等学校|高等教育", "university"),
    (r"科研|研究(院|所|机构|中心|单位)|新型研发机构|科学院|院所|实验室", "research-institute"),
    (r"[学协商]会|研究会|社团|社会(团体|组织)|民办非企业|民非|基金会", "social-organization"),
    (r"大型(骨干)?企业|特大型?企业|行业龙头|龙头企业", "large-enterprise"),
    (r"中型企业", "medium-enterprise"),
    (r"企业|公司|厂|集团|合伙", "enterprise"),
    (r"事业单位|机关|其他|其它|医院|医疗", "other"),
)  # fmt: skip

_BESIDE = re.compile(
    r"[(（]((?:全国|[省市]级?|国家级)?(?:学会|协会)|产业园区|园区|高校|院校|科研院所|院所|企业|龙头企业"
    r"|科技服务机构|服务机构|金融机构|区科协|社会组织|社会团体)[)）]$"
)


def kind_beside(name: str) -> tuple[str, str]:
    """A unit's name and the kind that stands in brackets behind it: ``北京光学学会（市学会）``."""
    match = _BESIDE.search(name.strip())
    return (name.strip()[: match.start()], match[1]) if match else (name, "")


ROLE = re.compile(
    "(?:联合体)?(?:牵头|参与|参加|成员|合作|协作|共建|联合)(?:承担|建设)?(?:单位|方|企业|机构)?"
)
"""What says nothing but a unit's role."""
LEAD, PARTICIPANT = "lead", "participant"


def chosen(text: str) -> tuple[str, ...] | None:
    """The options whose box is ticked; None where there are no boxes.

    Args:
        text: as printed: ``☑企业 □高校``, ``企业（√） 高校（ ）``, ``[×]企业 [ ]高校``.
    """
    flat = re.sub(r"\s+", " ", _bracketed(text))
    marks = list(_MARK.finditer(flat))
    if not marks:
        return None
    leading = not flat[: marks[0].start()].strip(" :：")
    options = []
    for number, mark in enumerate(marks):
        if leading:
            end = marks[number + 1].start() if number + 1 < len(marks) else len(flat)
            option = flat[mark.end() : end]
        else:
            option = flat[marks[number - 1].end() if number else 0 : mark.start()]
        if mark.group() in TICKED and (said := option.strip(" ,，、;；:：/。.")):
            options.append(said)
    return tuple(options)


def _bracketed(text: str) -> str:
    """``（√）`` and ``[ ]`` as boxes."""
    return _BRACKETED.sub(lambda m: "☑" if m[1] else "□", text)


def mended(text: str) -> str:
    """Boxes that OCR took for characters or lost, where others of the row are plainly boxes.

    ``区企业 口高校`` → ``☑企业 □高校``; a ticked box is what OCR loses, so in
    ``□生物医药 半导体 □量子信息`` it is the option without one.
    """
    flat = _bracketed(text)
    boxes = re.findall(f"[{OPEN}{TICKED}]|(?:^|\\s)[{_MISREAD_OPEN}](?=[\u4e00-\u9fff])", flat)
    if not any(mark in OPEN + TICKED for mark in boxes) and len(boxes) < 2:
        return text
    flat = re.sub(f"(^|\\s)[{_MISREAD_TICKED}](?=[\u4e00-\u9fff]{{2}})", r"\1☑", flat)
    flat = re.sub(f"[{_MISREAD_OPEN}](?=[\u4e00-\u9fff]{{2}})", "□", flat)
    flat = re.sub(f"([{TICKED}][^\\s{TICKED}{OPEN}]+)\\s+(?=[\u4e00-\u9fff])", r"\1 □", flat)
    if _MARK.search(flat) and not any(mark in flat for mark in TICKED) and flat[-1] not in OPEN:
        parts = re.split(r"(?=□)|(?<=[^□\s])\s+(?=[^□\s])", flat.strip())
        bare = [part for part in parts if part.strip() and part.strip()[0] not in OPEN]
        if len(bare) == 1:
            return "".join("☑" + part if part is bare[0] else part for part in parts)
    return flat


def unit_kind(text: str) -> str:
    """The contract's kind of a unit (§4) from a form's word.

    Raises:
        ValueError: no such word.
    """
    folded = fold(text)
    if folded in _NAMES:
        return folded
    for pattern, kind in KINDS:
        if re.search(pattern, folded):
            return kind
    raise ValueError(f"no kind of unit: {text!r}")


_NAMES = frozenset(kind for _, kind in KINDS)


def role(text: str) -> str:
    """``lead`` or ``participant`` from 牵头/参与 words.

    Raises:
        ValueError: neither, or both.
    """
    folded = fold(text)
    if folded in {LEAD, PARTICIPANT}:
        return folded
    leads = bool(re.search("牵头|主持|主导|组长|理事长", folded))
    follows = bool(re.search("参与|参加|成员|合作|协作|配合|联合|共建|支撑", folded))
    if leads == follows:
        raise ValueError(f"no role: {text!r}")
    return LEAD if leads else PARTICIPANT


_CLAIMS = (
    ("专利|发明|实用新型|软件著作权|软著|著作权|知识产权", "patent"),
    ("论文|文章|期刊|著作", "paper"),
    ("标准", "standard"),
    ("资质|资格|认定|证书|高新技术企业|专精特新|荣誉", "qualification"),
    ("项目|课题|攻关|立项|载体|平台", "project"),
)


def claim_kind(text: str) -> str:
    """The contract's kind of a claim (§4) from a form's word.

    Raises:
        ValueError: no such word.
    """
    folded = fold(text)
    for pattern, kind in _CLAIMS:
        if folded == kind or re.search(pattern, folded):
            return kind
    raise ValueError(f"no kind of claim: {text!r}")
