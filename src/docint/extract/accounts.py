"""Lines of Chinese financial statements (报表项目): printed label → canonical name.

Labels come with numerals (一、), signs (减：), remarks (亏损以“-”号填列), blanks and one misread
character. Sources: 财会〔2019〕6号 (一般企业), 财会〔2011〕17号 (小企业), 政府会计制度,
民间非营利组织会计制度.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from docint.values.text import fold, without_gloss

Sheet = Literal["balance", "income", "cash", "equity"]

_BALANCE: dict[str, str] = {
    "货币资金": "", "短期投资": "", "交易性金融资产": "", "应收票据": "", "应收账款": "应收帐款",
    "应收款项融资": "", "预付款项": "预付账款|预付帐款", "其他应收款": "其它应收款", "存货": "",
    "合同资产": "", "一年内到期的非流动资产": "", "其他流动资产": "其它流动资产",
    "流动资产合计": "流动资产总计|流动资产小计",
    "长期股权投资": "", "固定资产": "固定资产净值|固定资产账面价值", "在建工程": "",
    "使用权资产": "", "无形资产": "", "开发支出": "", "商誉": "", "长期待摊费用": "",
    "递延所得税资产": "", "其他非流动资产": "其它非流动资产",
    "非流动资产合计": "非流动资产总计|长期资产合计|非流动资产小计",
    "资产总计": "资产合计|资产总额|总资产|资产总计合计",
    "短期借款": "", "应付票据": "", "应付账款": "应付帐款", "预收款项": "预收账款|预收帐款",
    "合同负债": "", "应付职工薪酬": "", "应交税费": "", "其他应付款": "其它应付款",
    "一年内到期的非流动负债": "", "其他流动负债": "其它流动负债",
    "流动负债合计": "流动负债总计|流动负债小计",
    "长期借款": "", "应付债券": "", "租赁负债": "", "长期应付款": "", "预计负债": "",
    "递延收益": "", "递延所得税负债": "", "其他非流动负债": "其它非流动负债",
    "非流动负债合计": "非流动负债总计|长期负债合计|非流动负债小计",
    "负债合计": "负债总计|负债总额|总负债",
    "实收资本": "股本|实收股本|实收资本净额|开办资金", "资本公积": "资本公积金",
    "盈余公积": "盈余公积金", "未分配利润": "",
    "归属于母公司所有者权益合计": "归属于母公司股东权益合计|归属于母公司所有者权益"
    "|归属于母公司股东权益",
    "少数股东权益": "",
    "所有者权益合计": "净资产|所有者权益|股东权益"
    "|股东权益合计|所有者权益总计|股东权益总计|净资产合计|净资产总计"
    "|所有者权益总额"
    "|股东权益总额|所有者权益股东权益合计|所有者权益或股东权益合计|所有者权益及股东权益合计"
    "|净资产总额"
    "|所有者权益小计|权益合计|所有者权益和股东权益合计",
    "负债和所有者权益总计": "负债及所有者权益总计|负债和股东权益总计|负债及股东权益总计"
    "|负债和所有者权益合计|负债及所有者权益合计|负债和股东权益合计|负债及股东权益合计"
    "|负债和净资产总计|负债及净资产总计|负债和净资产合计|负债与所有者权益总计|负债与股东权益总计"
    "|负债与所有者权益合计|负债和所有者权益或股东权益总计|负债及所有者权益或股东权益总计"
    "|负债和权益总计|负债及权益总计|负债和所有者权益总额|负债与净资产合计|负债及净资产合计",
}  # fmt: skip
_INCOME: dict[str, str] = {
    "营业总收入": "", "营业收入": "主营业务收入净额|营业收入合计", "主营业务收入": "产品销售收入",
    "其他业务收入": "", "营业总成本": "", "营业成本": "营业成本合计", "主营业务成本": "",
    "其他业务成本": "其他业务支出",
    "税金及附加": "营业税金及附加|主营业务税金及附加|税金与附加", "销售费用": "营业费用|经营费用",
    "管理费用": "", "研发费用": "研究开发费用|研究与开发费用|研究开发费|研发支出", "研究费用": "",
    "财务费用": "", "利息费用": "利息支出", "利息收入": "", "资产减值损失": "",
    "信用减值损失": "", "公允价值变动收益": "公允价值变动净收益|公允价值变动损益",
    "投资收益": "投资净收益|对外投资收益", "净敞口套期收益": "", "其他收益": "其它收益",
    "资产处置收益": "资产处置损益", "汇兑收益": "汇兑净收益|汇兑损益",
    "营业利润": "经营利润", "营业外收入": "", "营业外支出": "", "补贴收入": "",
    "利润总额": "税前利润", "所得税费用": "所得税|企业所得税",
    "净利润": "税后利润|税后净利润|净利润合计|净利|本年净利润|本期净利润|本年度净利润",
    "持续经营净利润": "", "终止经营净利润": "",
    "归属于母公司所有者的净利润": "归属于母公司股东的净利润|归属于母公司股东净利润"
    "|归属于母公司所有者净利润",
    "少数股东损益": "", "其他综合收益的税后净额": "", "综合收益总额": "",
    "毛利润": "毛利|主营业务利润",
    "本期收入": "收入合计|收入总计|本年收入合计|本期收入合计",
    "本期费用": "费用合计|费用总计|支出合计|本期费用合计|本年支出合计",
    "本期盈余": "净资产变动额|本年盈余|本期结余",
}  # fmt: skip
_CASH: dict[str, str] = {
    "经营活动现金流入小计": "", "经营活动现金流出小计": "",
    "经营活动产生的现金流量净额": "经营活动现金流量净额",
    "投资活动现金流入小计": "", "投资活动现金流出小计": "",
    "投资活动产生的现金流量净额": "投资活动现金流量净额",
    "筹资活动现金流入小计": "", "筹资活动现金流出小计": "",
    "筹资活动产生的现金流量净额": "筹资活动现金流量净额",
    "汇率变动对现金及现金等价物的影响": "汇率变动对现金的影响|汇率变动对现金的影响额"
    "|汇率变动对现金及现金等价物的影响额",
    "现金及现金等价物净增加额": "现金净增加额|现金及现金等价物净增加",
    "期初现金及现金等价物余额": "期初现金余额|现金及现金等价物期初余额|年初现金及现金等价物余额",
    "期末现金及现金等价物余额": "期末现金余额|现金及现金等价物期末余额|年末现金及现金等价物余额",
}  # fmt: skip


def _aliases(table: dict[str, str]) -> dict[str, str]:
    pairs = {name: name for name in table}
    for name, others in table.items():
        pairs.update({other: name for other in others.split("|") if other})
    return pairs


LINES: dict[Sheet, dict[str, str]] = {
    "balance": _aliases(_BALANCE),
    "income": _aliases(_INCOME),
    "cash": _aliases(_CASH),
    "equity": {},
}
"""For each statement its labels, each with the canonical name it means."""

_REMARK = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]|[(（][^()（）]*$")
_MARKS = re.compile(r"[*※△▲#☆◇+“”\"'‘’.。,，、:：;；·|_\-−–—\s]+")
# A note's or a line's number that OCR glued to the label: 营业收入五、23, 营业收入1.
_NOTE = re.compile(
    r"(?:附注)?(?:[一二三四五六七八九十]{1,3}[、.,．:]?)?[(（]?(?:\d{1,2}"
    r"|(?<=[、.,．(（])[一二三四五六七八九十]{1,3})[)）]?$"
)
_NUMERAL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}|[A-Z]{1,2}[\dOIl]{1,3}|\d{1,2}|[ⅠⅡⅢIVX]{1,3})"
)
_NOTE_ALONE = re.compile(
    r"(?:附?注释?)?[(（]?[一二三四五六七八九十ⅠⅡⅢIVX]{0,4}[)）]?[、.,．:-]?[(（]?[一二三四五六七八九十\d]{0,3}[)）]?"
    r"(?:[、.,．-]?\d{1,2})?"
)
_SIGN = re.compile(r"^(?:其中|加|减|扣除)")
Sign = Literal["加", "减", "其中", ""]


@dataclass(frozen=True, slots=True)
class Account:
    """A recognised line of a statement."""

    name: str
    sign: Sign
    """The word before the label; 其中 lines are parts of the line above."""
    headed: bool
    """Whether a numeral (一、) stood before it: such lines begin a new section."""
    exact: bool
    """False where one character had to be taken for another."""


def _stripped(label: str) -> str:
    return _MARKS.sub("", _REMARK.sub("", label))


def is_note(text: str) -> bool:
    """Whether a piece of a row is a reference to a note (附注 五、23) and no label."""
    return bool(_NOTE_ALONE.fullmatch(fold(text)))


def _readings(label: str) -> list[tuple[str, Sign, bool]]:
    """A label and what is left of it without numeral and sign, from most to least."""
    bare = _stripped(label)
    found: list[tuple[str, Sign, bool]] = [(bare, "", False)]
    if match := _NOTE.search(label):
        found.append((_stripped(label[: match.start()]), "", False))
    for text, sign, headed in found:
        if match := _NUMERAL.match(text):
            found.append((text[match.end() :], sign, True))
        if match := _SIGN.match(text):
            word: Sign = "其中" if match[0] == "其中" else "加" if match[0] == "加" else "减"
            found.append((text[match.end() :], word, headed))
    return found


def _one_off(label: str, names: dict[str, str]) -> str | None:
    """The one name that differs from the label in a single character, or None."""
    if len(label) < 3:
        return None
    near = {
        name
        for printed, name in names.items()
        if len(printed) == len(label)
        and sum(a != b for a, b in zip(printed, label, strict=True)) == 1
    }
    return near.pop() if len(near) == 1 else None


@lru_cache(maxsize=4096)
def account(label: str, sheet: Sheet) -> Account | None:
    """The line of a statement that a printed label names; None if it names none.

    Args:
        label: as printed, blanks and remarks included.
        sheet: the statement it stands in; labels of the others do not count.
    """
    names = LINES[sheet]
    readings = _readings(without_gloss(fold(label)))
    for text, sign, headed in readings:
        if text in names:
            return Account(names[text], sign, headed, exact=True)
    for text, sign, headed in readings:
        if name := _one_off(text, names):
            return Account(name, sign, headed, exact=False)
    return None


# ---------------------------------------------------------------- titles of statements

_TITLES: tuple[tuple[Sheet, str], ...] = (
    ("balance", r"资产负债表|财务状况表"),
    ("income", r"利润|损益表|收入费用表|业务活动表|综合收益表"),
    ("cash", r"现金流量表"),
    ("equity", r"变动表"),
)  # fmt: skip
_TITLE_LINE = re.compile(
    r"(?P<unit>.{2,40}?(?:公司|集团|院|所|中心|学会|协会))?(?P<scope>合并及(?:母)?公司|合并"
    r"|母公司|公司|本部)?"
    r"(?:年度|简要|比较)?(?P<title>资产负债表|财务状况表|利润及利润分配表|利润表|损益表|收入费用表"
    r"|业务活动表|综合收益表|现金流量表|(?:所有者|股东)权益变动表|净资产变动表"
    r"|所有者权益\((?:或)?股东权益\)变动表)"
    r"(?:\(?(?:续表?[一二三\d]?|[一二三\d]/\d)\)?)?(?:\(?(?P<after>合并|母公司)\)?)?(?:[-—]?续表?)?"
)
# What may stand on the title's own line: the form's code, the date, the unit.
_BESIDE_TITLE = re.compile(
    r"会(?:企|小企|民非|政财|外|股|工|商)*0?\d表|(?:金额|货币)?单位[:：].*$"
    r"|20\d\d年(?:度|\d{1,2}月\d{1,2}日)?(?:[至-](?:20\d\d年)?\d{1,2}月(?:\d{1,2}日)?)?"
)


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of a statement."""

    sheet: Sheet
    scope: Literal["own", "consolidated", "both", ""]
    continued: bool


def title(text: str) -> Title | None:
    """The statement a line heads, or None: ``合并资产负债表（续）`` → balance, consolidated."""
    folded = re.sub(r"[\[\]【】《》<>_*]", "", without_gloss(fold(text)))
    folded = _BESIDE_TITLE.sub("", folded)
    match = _TITLE_LINE.fullmatch(folded)
    if not match:
        return None
    sheet = next(name for name, words in _TITLES if re.search(words, match["title"]))
    scope = (match["scope"] or "") + (match["after"] or "")
    if re.fullmatch("合并及(?:母)?公司", match["unit"] or ""):
        scope = "合并及公司"
    kind: Literal["own", "consolidated", "both", ""] = ""
    if "及" in scope:
        kind = "both"
    elif "合并" in scope:
        kind = "consolidated"
    elif scope:
        kind = "own"
    return Title(sheet, kind, "续" in folded)
