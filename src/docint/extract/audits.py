"""What every auditor's report (审计报告) states outside its tables, whatever it audits.

Company, firm, number, date, fiscal year, signing accountants, verification code: found on the
cover, in the letter (正文) and in the signature block; the places vote (`votes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docint.extract.accounts import title
from docint.extract.flow import Flow, Span, joined, page_flow, reader_of
from docint.extract.grids import evidence, line_rows
from docint.extract.votes import Vote, voted
from docint.types.document import Document, Leaf
from docint.types.fact import Fact
from docint.types.place import Place
from docint.values import dates, numerals
from docint.values.text import fold, tidy

_HAN = r"\u4e00-\u9fff"
_NAME = rf"[{_HAN}][{_HAN}()A-Za-z0-9·&]{{3,48}}"
_ORGANISED = re.compile(
    rf"[{_HAN}()A-Za-z0-9·&]{{2,48}}(?:公司|集团|企业|\(有限合伙\)|\(普通合伙\)|院|所|中心"
    rf"|大学|学校|学会|协会|研究会|促进会"
    r"|联盟|基金会|医院|工厂|厂|社|合作社|银行|实验室|事务所)"
)
_ADDRESSEE = re.compile(
    rf"(?m)^(?:致[:：]?)?(?P<name>{_NAME}?)(?:全体(?:股东|合伙人|出资人|投资者|投资人|所有者"
    rf"|会员|理事|成员)|董事会|理事会|股东会|股东|管理层|经营管理层|执行董事)"
    r"(?:(?:和|及|、|与)?(?:全体)?(?:股东|董事会|管理层))?:?$"
)
_INSTITUTION = re.compile(rf"(?m)^(?:致[:：]?)?(?P<name>[{_HAN}][{_HAN}()A-Za-z0-9·&]{{3,40}}):$")
_COVERED = re.compile(
    rf"(?:被审计?单位|受审单位|被审核单位|被鉴证单位|委托单位|委托方|企业名称|单位名称"
    rf"|公司名称|客户名称)(?:名称)?(?:\((?:全称|盖章|公章)\))?[:：]\n?(?P<name>{_NAME})$",
    re.MULTILINE,
)
_AUDITED = re.compile(
    rf"(?:我们(?:接受委托[,，]?)?(?:对|已?审计了|已审计|审核了)|(?:接受|受)(?:贵公司"
    rf"|贵单位)?委托[,，]?(?:我们)?(?:对|审计了?)|审计了|审核了)(?:后附的)?(?P<name>{_NAME}?)"
    r"(?:\((?:以下)?(?:简称|称)|的?(?:合并及(?:母)?公司)?(?:财务报表|20\d\d年|研究?开?发?费用"
    r"|按照|编制|管理层|二[〇○零Oo0]|截至)|[,，])"
)
_PREPARED = re.compile(
    rf"(?:编制单位|编报单位|填报单位)(?:\(盖章\))?[:：](?P<name>{_NAME}?)(?=\n|20\d\d"
    rf"|单位[:：]|金额|日期|$)"
)
_TITLED = re.compile(
    rf"(?m)^(?P<name>{_NAME}(?:公司|院|所|中心|大学|学院|学会|协会"
    rf"|\(有限合伙\)))(?:\n?(?:关于)?(?:二[〇○零Oo0][^\n]{{2,6}}"
    rf"|20\d\d)?年?度?[-—至、和及]*(?:20\d\d年?度?)?(?:\n)?(?:财务(?:报表|会计报告|报告)?|年度"
    rf"|专项)*(?:报表)?(?:的)?审计报告(?:及财务报表)?$)"
)
_ABOUT = re.compile(
    rf"(?:^|\n|审计报告|专审报告)关于(?:对)?(?P<name>{_NAME}?)(?:\((?:以下)?简?称[^)]{{0,20}}\))?\n?(?:截至)?"
    rf"(?=20\d\d\s?年|二[〇○零Oo0]|的?(?:研究|研发|专项|财务|科技|项目|年度|加计))"
    rf"[^。]{{2,60}}?(?:审计|审核|鉴证)报告"
)
_ABOVE = re.compile(
    r"(?m)^(?P<name>[^\n:：。,，]{4,40})\n(?:20\d\d年?度?[至到—-]?){0,3}"
    r"(?:研究?开?发(?:费用|投入)|财务(?:报表|会计报告)?|会计报表|专项){0,3}(?:审计|审核|鉴证)报告书?$"
)
"""A title whose first line is the unit's name."""
_NOT_A_COMPANY = re.compile(
    r"会计师事务所|税务师事务所|我们|报告|审计|编制|责任|管理层|如下|包括|注册会计师|附件|目录"
    r"|情况|事项|说明|项目|根据|附注|日期|^贵|意见|单位$|^(?:上述|前述|该|本)(?:企业|公司|单位)"
)


_NO_UNIT = re.compile(
    r"会计师事务所|税务师事务所|我们|管理层|注册会计师|贵公司|贵单位|^贵|如下|审计报告|报表|责任由|^(?:上述|前述|该|本)(?:企业|公司|单位)"
)
"""What no unit's name holds, whatever its form: 有限责任公司 and 项目管理公司 are units."""


def _value(flow: Flow, match: re.Match[str]) -> tuple[str, Span]:
    span = flow.group(match, "name")
    return tidy(span.text), span


def _company_votes(leaf: Leaf) -> Iterator[Vote]:
    lines, run = page_flow(leaf, "\n"), page_flow(leaf, "")
    letter = "审计" in run.text
    forms = (
        (lines, _ADDRESSEE, 3.0), (lines, _COVERED, 2.5), (run, _AUDITED, 2.0),
        (lines, _ABOUT, 2.5), (lines, _PREPARED, 1.0), (lines, _TITLED, 1.5),
        (lines, _INSTITUTION, 1.5), (lines, _ABOVE, 1.5),
    )  # fmt: skip
    for flow, form, weight in forms:
        if form is _INSTITUTION and not letter:
            continue
        for match in flow.finditer(form):
            name, span = _value(flow, match)
            organised = bool(_ORGANISED.fullmatch(fold(name)))
            if (_NO_UNIT if organised else _NOT_A_COMPANY).search(fold(name)):
                continue
            if form in (_INSTITUTION, _ABOVE) and not organised:
                continue
            yield Vote(name, span, weight if organised else weight * 0.4)


_COVERED_LABEL = re.compile(
    r"(?:被审计?单位|受审单位|被审核单位|被鉴证单位|审计对象|委托单位|委托方|委托人|企业名称|单位名称"
    r"|公司名称|客户名称|被审计企业|申报企业|报告主体)(?:名称|全称)?(?:\([^()]{2,4}\))?:?"
)


def _beside_votes(leaf: Leaf) -> Iterator[Vote]:
    """A unit's name in the column beside its label, without a colon between them."""
    for row in line_rows(leaf):
        for label, value in pairwise(row.pieces):
            if _COVERED_LABEL.fullmatch(label.folded) and _ORGANISED.fullmatch(value.folded):
                proof = evidence(leaf, [value])
                span = Span(value.text, proof.place, reader_of(leaf), value.confidence)
                if not _NO_UNIT.search(value.folded):
                    yield Vote(tidy(value.text), span, 2.5)


def _celled(leaf: Leaf) -> Iterator[tuple[str, Span]]:
    """Labels of a grid with the whole cell to their right, however often it wraps."""
    for table in leaf.page.tables:
        for number in range(table.rows):
            for label, value in pairwise(table.row(number)):
                place = Place(leaf.source, leaf.page.number, value.box, value.where)
                text = joined(value.text.splitlines())
                yield fold(label.text), Span(text, place, reader_of(leaf), value.confidence)


def _cell_votes(leaf: Leaf) -> Iterator[Vote]:
    for label, span in _celled(leaf):
        name = fold(span.text)
        organised = _ORGANISED.fullmatch(name) and not _NO_UNIT.search(name)
        if organised and _COVERED_LABEL.fullmatch(label):
            yield Vote(tidy(span.text), span, 2.5)


def company(document: Document) -> Fact | None:
    """The audited unit (被审计单位): addressee, cover, letter and statements vote."""
    votes = [
        v
        for leaf in document.leaves
        for v in (*_company_votes(leaf), *_beside_votes(leaf), *_cell_votes(leaf))
    ]
    return voted(("company",), votes)


# ---------------------------------------------------------------- the firm

_FIRM = re.compile(
    rf"(?m)(?:^|(?<=[:：\]】>])|(?<=机构)"
    rf"|(?<=单位))(?P<name>[{_HAN}]{{2,16}}(?:\([{_HAN}]{{2,6}}\))?[{_HAN}]{{0,8}}(?:会计"
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
        alone = flow.text[max(0, start - 1) : start] in {"", "\n"}
        if labelled or alone:
            yield Vote(tidy(span.text), span, 2.5)
    for label, span in _celled(leaf):
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
    r"(?m)^(?:(?:报告)?(?:统一)?(?:编|赋|备案|验证|查验)?码)?:?"
    r"(?P<name>[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新深]2\d(?=[A-Z\d]*[A-Z\d]{8})[A-Z\d]{8})$"
)


def verification_code(document: Document) -> Fact | None:
    """The filing or verification code (报告编码、防伪编号、备案号), upper case, no blanks."""
    votes = []
    for leaf in document.leaves:
        flow = page_flow(leaf, "\n")
        for form, weight in ((_CODE, 2.5), (_BARE_CODE, 2.0)):
            for match in flow.finditer(form):
                span = flow.group(match, "name")
                if leaf.page.origin == "ocr" and re.search("[OIQ]", fold(span.text).upper()):
                    span = span.by("pattern", 0.85)  # these may be figures
                votes.append(Vote(fold(span.text).upper(), span, weight))
    return voted(("verification_code",), votes)


# ---------------------------------------------------------------- dates and years

_DATE_LABEL = re.compile(
    r"^(?:(?:审计|专项|审核|鉴证)*(?:报告)?(?:出具|签发|签署|签字|签章|落款|完成|发文)?"
    r"(?:日期|日|时间)(?:Date)?|Date)[:：]?",
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
