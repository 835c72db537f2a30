"""What every auditor's report (审计报告) states outside its tables, whatever it audits.

Firm, number, date, fiscal year, signing accountants, verification code: found on the
cover, in the letter (正文) and in the signature block; the places vote (`votes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docint.extract.accounts import title
from docint.extract.audited_unit import celled
from docint.extract.flow import Flow, Span, page_flow
from docint.extract.grids import line_rows
from docint.extract.votes import Vote, voted
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.values import dates, numerals
from docint.values.text import fold, tidy

_HAN = r"\u4e00-\u9fff"
# ---------------------------------------------------------------- the firm

_BY = "审计|审核|鉴证|中介|承办|受托"
_NO_LABEL = rf"(?!(?:{_BY}|执业|本)?(?:会计师|审计)?事务所|(?:{_BY})(?:机构|单位))"
"""What stands before a firm's name in its line and is none of it."""
_FIRM = re.compile(
    rf"(?m)(?:^|(?<=[:：\]】>])|(?<=机构)"
    rf"|(?<=单位)|(?<=名称)|(?<=事务所)){_NO_LABEL}(?P<name>[{_HAN}]{{2,16}}(?:\([{_HAN}]{{2,6}}\))?[{_HAN}]{{0,8}}(?:会计"
    rf"|税务)师事务所"
    rf"(?:\n?\((?:特殊)?(?:普通|有限)?(?:合伙)(?:企业)?\)|(?:集团)?(?:股份)?有限(?:责任)?公司"
    rf"|\([{_HAN}]{{2,8}}\))?(?:[{_HAN}]{{2,6}}分所)?)(?P<end>\n|$|\(?盖章|中国注册|中国·|地址"
    rf"|\d|[:：]|20)?"
)
_STRAY = re.compile(r"^(?:由|与|及|和|的)|我们|聘请|委托|上述|前任|本所|根据|关于|贵公司")
_LINKED = re.compile(r"由|与|及|和|的")
"""Characters of names as well: in a line of prose they are taken for words between two names."""


_CUT_FORM = re.compile(r"\((?:特殊?普?通?合?伙?|普通?合?伙?)(?=\n|$|_?(?:中国)?注册)")
"""A legal form that its line or column breaks off: the first character tells which it is."""
_FORM_ALONE = re.compile(r"(?m)^\((?:特殊)?普通合伙\)$")


def _completed(flow: Flow, match: re.Match[str]) -> tuple[str, Span]:
    """A firm's name, with its legal form where that stands alone on one of the next lines."""
    span = flow.group(match, "name")
    if match["name"].endswith("事务所"):
        form = _FORM_ALONE.search(flow.text, match.end(), match.end() + 90)
        if form:
            below = flow.group(form)
            return tidy(span.text + below.text), span
        if cut := _CUT_FORM.match(flow.text, match.end("name")):
            form_ = "特殊普通合伙" if "特" in cut[0] else "普通合伙"
            return tidy(f"{span.text}({form_})"), span.by("pattern", 0.9)
    return tidy(span.text), span


def _firm_votes(leaf: Leaf) -> Iterator[Vote]:
    flow = page_flow(leaf, "\n")
    signed = "中国注册会计师" in flow.text
    for match in flow.finditer(_FIRM):
        name, span = _completed(flow, match)
        proper = name[: name.index("师事务所")]
        if _STRAY.search(proper) or (match["end"] is None and _LINKED.search(proper)):
            continue
        weight = 2.0 if match["end"] is not None else 0.7
        yield Vote(name, span, weight + (1.0 if signed else 0.0))


def audit_firm(document: Document) -> Fact | None:
    """The auditing firm: cover, letterhead and signature vote; the fuller of two forms stands."""
    votes = [vote for leaf in document.leaves for vote in _firm_votes(leaf)]
    names = {str(vote.value) for vote in votes}

    def full(vote: Vote) -> bool:
        stem = fold(str(vote.value))
        return not any(fold(n) != stem and fold(n).startswith(stem) for n in names)

    return voted(("audit_firm",), [vote for vote in votes if full(vote)])


# ---------------------------------------------------------------- number and code

_OPEN, _CLOSE = r"[\[(〔【{「［〈<]", r"[\])〕】}」］〉>]"
_NUMBER = re.compile(
    rf"(?P<name>(?:[{_HAN}]{{2,14}}(?:\([{_HAN}]{{1,4}}\))?[{_HAN}]{{0,6}}"
    rf"|[A-Z]{{2,6}}[{_HAN}]{{1,8}})"
    rf"(?:{_OPEN}(?:20)?\d\d{_CLOSE}(?:[{_HAN}]{{0,5}}字)?第?[A-Z\d][A-Z\d_./-]{{0,24}}号"
    rf"|字第?\d[A-Z\d_-]{{3,20}}号|字?{_OPEN}?20\d\d{_CLOSE}?年?第[A-Z\d][A-Z\d_-]{{0,20}}号)"
    rf"|XYZH/20\d\d[A-Z\d]{{4,20}}(?:号)?)"
)
_NUMBER_LABEL = re.compile(
    r"^.*?(?:报告文号|报告编号|报告号|审计报告号|文件编号|文号|编号|字号)(?:为|是)?[:：]?"
    r"|^(?:审计报告|专项审计报告|审核报告|鉴证报告)(?=.{3})"
)
_NUMBER_CELL = re.compile(r"(?:(?:审计|专项)?报告)?(?:文号|编号|字号|号)(?:\(文号\))?:?")
_FOREIGN = re.compile(r"财会|国科发|财税|国税|公告|会协|国发|财企|证监|条例|准则|工商|发改")


def _number_votes(leaf: Leaf) -> Iterator[Vote]:
    flow = page_flow(leaf, "\n")
    for match in flow.finditer(_NUMBER):
        folded = match["name"]
        cut = _NUMBER_LABEL.match(folded)
        start = match.start("name") + (cut.end() if cut and cut.end() < len(folded) - 5 else 0)
        if _FOREIGN.search(folded[:10]):
            continue
        span = flow.span(start, match.end("name"))
        labelled = bool(cut) or flow.text[:start].endswith((":", "："))
        alone = flow.text[max(0, start - 1) : start] in {"", "\n", "("}
        if labelled or alone:
            yield Vote(tidy(span.text), span, 2.5)
    for label, span in celled(leaf):
        if _NUMBER_CELL.fullmatch(label) and _NUMBER.fullmatch(fold(span.text)):
            yield Vote(tidy(span.text), span, 2.5)


def report_number(document: Document) -> Fact | None:
    """The report's number (报告文号), brackets as printed."""
    votes = [vote for leaf in document.leaves for vote in _number_votes(leaf)]
    return voted(("report_number",), votes)


_CODE = re.compile(
    r"(?:(?:报告|业务|统一)编码|赋码"
    r"|(?:报告|业务|统一|查询|行业|电子|注协)*(?:防伪|验证|验真|查验|校验|核验|备案|报备|标识|识别|监管|追溯)"
    r"(?:报告|业务|统一|查询|防伪|验证|报备|标识|识别)*(?:编?(?:号码|码|号)|标识))"
    rf"(?:\([^()]{{1,12}}\))?(?:为|是)?[:：]?\n?(?P<name>[{_HAN}]?[A-Z\d][A-Z\d-]{{5,34}})",
    re.IGNORECASE,
)
_BARE_CODE = re.compile(
    r"(?m)(?:^|(?<=[码号:：]))"
    r"(?P<name>[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新深]2\d(?=[A-Z\d]*[A-Z\d]{8})[A-Z\d]{8})$"
)
"""A province, a year and eight characters: unmistakable whatever its label is."""


def verification_code(document: Document) -> Fact | None:
    """The filing or verification code (报告编码、防伪编号、备案号), upper case, no blanks."""
    votes = []
    for leaf in document.leaves:
        flow = page_flow(leaf, "\n")
        seen: set[int] = set()
        for form, weight in ((_CODE, 2.5), (_BARE_CODE, 2.0)):
            for match in flow.finditer(form):
                if match.end() in seen:
                    continue
                seen.add(match.end())
                span = flow.group(match, "name")
                if leaf.page.origin == "ocr" and re.search("[OIQ]", fold(span.text).upper()):
                    span = span.by("pattern", 0.85)  # these may be figures
                votes.append(Vote(fold(span.text).upper(), span, weight))
    return voted(("verification_code",), votes)


# ---------------------------------------------------------------- dates and years

_DATE_LABEL = re.compile(
    r"^(?:[本此该]?(?:(?:审计|专项|审核|鉴证)*(?:报告)?的?(?:出具|签发|签署|签字|签章|落款|完成|发文)?"
    r"(?:日期|日|时间)(?:Date)?(?:为|是)?|(?:审计|专项|审核|鉴证)*(?:报告)?(?:(?:出具|签发|签署)[于日]|(?<=报告)于))"
    r"|Date)[:：]?",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"^(?:中国)?[·.•,，、:-]?[{_HAN}]{{0,8}}(?=[二12])|^(?:地址|住所)[:：].*")


def is_letter(leaf: Leaf) -> bool:
    """Whether a page belongs to cover, letter or signatures and not to statements or notes."""
    rows = [row.text for row in line_rows(leaf)[:8]]
    return not any(title(text) for text in rows) and not any(
        "附注" in text[:14] for text in rows[:4]
    )


_AT_FOOT = 3.5
"""The weight of the last date of a page with signatures."""


_PLACE = re.compile(
    rf"^\s*于\s*[{_HAN}]{{2,5}}\s*$|^\s*(?:在[{_HAN}]{{2,8}})?(?:出具|签署|签发)(?:[,，].{{0,24}})?。?\s*$"
)
"""Where a report was signed, behind the day; that it was."""


def _date_votes(leaf: Leaf) -> Iterator[Vote]:
    text = leaf.page.text
    signed = "注册会计师" in fold(text) or "税务师" in fold(text)
    flow = page_flow(leaf, "\n")
    found = []
    for match in re.finditer(r"(?m)^[^\n]{6,40}$", flow.text):
        line = match[0]
        label = _DATE_LABEL.match(line)
        rest = line[label.end() :] if label else line
        hits = dates.find_all(rest)
        if len(hits) != 1 or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", hits[0].value):
            continue
        outside = rest[: hits[0].start] + rest[hits[0].end :]
        outside = _PLACE.sub("", outside)
        if not re.fullmatch(rf"[{_HAN}·.•・‧∙,、:()\s-]{{0,16}}", outside) or re.search(
            r"[于至止截起为]|年度|之日|资产负债表", outside
        ):
            continue
        start = match.start() + len(line) - len(rest) + hits[0].start
        span = flow.span(start, start + hits[0].end - hits[0].start)
        whole = len(hits[0].value) == 10
        weight = (2.5 if signed else 1.2) + (1.0 if label else 0.0) - (0.0 if whole else 1.0)
        found.append(Vote(hits[0].value, span, weight))
    # Signatures are dated at the foot: the last date of a page is the surest.
    if found and signed:
        last = found[-1]
        found[-1] = Vote(last.value, last.span, last.weight + 1.0)
    yield from found


def _signed_early(vote: Vote, year: int) -> bool:
    """Whether signatures are dated within the audited year, on no balance-sheet date."""
    return (
        vote.weight >= _AT_FOOT
        and str(vote.value)[:4] == str(year)
        and str(vote.value)[5:]
        not in {
            "12-31",
            "01-01",
        }
    )


def report_date(document: Document, after: int | None) -> Fact | None:
    """The date of the signature block; never the balance-sheet date.

    Args:
        document: the report.
        after: the fiscal year audited, if known: a report is signed after it has ended.
    """
    votes = [v for leaf in document.leaves if is_letter(leaf) for v in _date_votes(leaf)]
    if after is not None:
        # a signature dated before the year's end stays: that is for a reviewer to see
        votes = [v for v in votes if str(v.value) > f"{after}-12-31" or _signed_early(v, after)]
    return voted(("report_date",), votes)


_YEAR_WORD = r"(?P<year>20[0-4]\d|二[〇○零Oo0][一二三四五六七八九零〇○Oo0]{2})"
_TITLE_YEAR = re.compile(
    rf"{_YEAR_WORD}年?度?\n?(?:\)?的?(?:财务|会计|年度|年报|合并|研发|研究|专项|企业).{{0,14}}"
    rf"|\)?)(?:审计报告|审计|报表)"
)
_STATED_YEAR = re.compile(rf"{_YEAR_WORD}年12月31日(?:止|\(?的|资产负债|年度|,|合并)")


def _as_year(text: str) -> int:
    return int(text) if text.isdigit() else int(numerals.digits(text))


def year_votes(document: Document) -> list[Vote]:
    """Fiscal years in titles and in the letter's first sentence."""
    votes = []
    for leaf in document.leaves:
        if not is_letter(leaf):
            continue
        flow = page_flow(leaf, "")
        for form, weight in ((_TITLE_YEAR, 1.5), (_STATED_YEAR, 2.0)):
            votes += [
                Vote(_as_year(match["year"]), flow.group(match, "year"), weight)
                for match in flow.finditer(form)
            ]
    return votes


def fiscal_year(document: Document, extra: Sequence[Vote] = ()) -> Fact | None:
    """The audited fiscal year; of a report over several the latest that is named as often."""
    return voted(("fiscal_year",), [*year_votes(document), *extra])
