"""成果证明: a project's approval, a patent's certificate, a paper, a standard."""

from __future__ import annotations

import re

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract.certificates import issued_on
from docint.extract.extract import labelled_facts
from docint.extract.flow import flow_of, page_flow
from docint.extract.parsers import one_date, prose, words
from docint.extract.proof import fact
from docint.extract.rows import layout
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values.text import fold

_KINDS = (
    ("patent", r"专利证书|专利号|专利权人|发明专利|实用新型"),
    ("standard", r"(?:国家|行业|地方|团体|企业)标准|ICS[0-9]|GB/?T|标准号|起草单位"),
    ("paper", r"DOI|关键词|摘要[::]|收稿日期|期刊|检索报告|论文收录"),
    ("project", r"立项|项目编号|课题编号|任务书|资助|项目承担单位|科技计划"),
)
_STANDARD = (
    r"(?P<v>(?:GB(?:/[TZ])?|DB[0-9]{2,4}(?:/T)?|T/[A-Z]{2,8}|[A-Z]{2}/T|Q/[A-Z]{2,10})"
    r"[0-9]{1,6}(?:\.[0-9]+)?[-—–][0-9]{4})"
)
_PATENT = r"(?P<v>ZL[0-9]{12}\.?[0-9X]|ZL[0-9]{8}\.?[0-9X])"
_MASTHEAD = re.compile(r"学报|杂志|期刊|第[0-9]+卷|标准$|发布|实施|ICS|CCS|单位[::]|[::]|[,,]")
_DOI = r"(?P<v>10\.[0-9]{4,5}/[^\s\n,;。]{4,60})"


def holder(printed: str) -> str:
    """A unit or person, or several as printed.

    Raises:
        ValueError: a sentence or nothing.
    """
    value = words(printed)
    if (
        len(value) > 120
        or re.search("[。]", value)
        or not re.search(r"[\u3400-\u9fffA-Za-z]{2}", value)
    ):
        raise ValueError(f"no holder: {printed!r}")
    return value


def number(printed: str) -> str:
    """A patent's, project's or standard's number.

    Raises:
        ValueError: nothing with figures.
    """
    value = fold(printed).strip(":。")
    if not re.search("[0-9]{3}", value) or len(value) > 50 or re.search("[年月]", value):
        raise ValueError(f"no number: {printed!r}")
    return words(value)


FIELDS = (
    Field(
        "holder",
        "unit.name",
        (
            "专利权人", "承担单位", "项目承担单位", "课题承担单位", "项目单位", "单位名称",
            "完成单位",
            "第一完成单位", "起草单位", "主要起草单位", "本文件起草单位", "本标准起草单位",
            "作者单位",
            "第一作者单位", "著作权人", "牵头单位", "权利人", "申请人", "项目牵头单位", "所有权人",
        ),
        holder,
        block=True,
    ),
    Field(
        "title",
        "document.title",
        (
            "发明名称", "实用新型名称", "外观设计名称", "专利名称", "项目名称", "课题名称",
            "标准名称",
            "论文题目", "论文名称", "题目", "题名", "成果名称", "软件名称", "论文题名", "文件名称",
        ),
        prose,
        block=True,
    ),
    Field(
        "number",
        "document.number",
        (
            "专利号", "项目编号", "课题编号", "立项编号", "合同编号", "标准号", "标准编号",
            "登记号",
            "项目批准号", "计划编号", "批准号", "批准文号", "DOI", "文号", "立项文号", "任务书编号",
        ),
        number,
    ),
    Field(
        "issued_on",
        "document.date",
        (
            "授权公告日", "立项日期", "批准日期", "发布日期", "出版日期", "发表日期", "下达日期",
            "立项时间", "批准时间", "发表时间", "授权日期", "授权公告日期", "公告日", "登记日期",
            "出版时间", "见刊时间", "下达时间", "发布时间", "签发日期", "授权日",
        ),
        one_date,
    ),
)  # fmt: skip


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts, what sort of proof it is, and numbers that stand without a label."""
    facts = list(labelled_facts(document, FIELDS, tools))
    own = {item.path[0] for item in facts}
    sort = _sort(document)
    more: list[Fact | None] = [sort]
    if "number" not in own:
        more.append(_number(document))
    if "issued_on" not in own:
        more.append(_published(document) or issued_on(document, facts))
    if "title" not in own and sort and sort.value in {"paper", "standard"}:
        more.append(_headline(document))
    return Facts((*facts, *(item for item in more if item)))


def _headline(document: Document) -> Fact | None:
    """The largest Chinese line of the upper half that is not a masthead."""
    page = layout(document.leaves[0])
    height = document.leaves[0].page.height
    rows = [
        row
        for row in page.rows
        if not page.grid
        and row.top < 0.6 * height
        and len(re.findall(r"[\u4e00-\u9fff]", row.text)) >= 6
        and not _MASTHEAD.search(row.text)
    ]
    if not rows:
        return None
    span = flow_of(page.leaf, max(rows, key=lambda row: row.size).glyphs).span()
    return fact(("title",), prose(span.text), span.by("headline", 0.85), doubtful=True)


def _sort(document: Document) -> Fact | None:
    """The sort whose words are most frequent; the order of the table breaks a tie."""
    best: tuple[int, Fact] | None = None
    for name, pattern in _KINDS:
        for leaf in document.leaves[:2]:
            flow = page_flow(leaf, "")
            matches = list(flow.finditer(pattern))
            if matches and (best is None or len(matches) > best[0]):
                made = fact(("kind",), name, flow.group(matches[0]).by("cue", 0.95))
                best = (len(matches), made)
    return best[1] if best else None


def _number(document: Document) -> Fact | None:
    for pattern in (_PATENT, _STANDARD, _DOI):
        for leaf in document.leaves:
            flow = page_flow(leaf)
            if match := re.search(pattern, flow.text):
                return fact(("number",), match["v"], flow.group(match, "v").by("pattern", 0.95))
    return None


def _published(document: Document) -> Fact | None:
    """``2023-05-23发布`` on a standard's cover."""
    for leaf in document.leaves[:1]:
        flow = page_flow(leaf)
        if match := re.search(r"(?P<v>20[0-9]{2}-[0-9]{2}-[0-9]{2})\n?发布", flow.text):
            return fact(("issued_on",), match["v"], flow.group(match, "v").by("pattern", 0.97))
    return None


kind = Kind(
    name="proof-of-claim",
    title="成果证明材料",
    cues=(
        Cue(r"(?:发明|实用新型|外观设计)?\n?专\n?利\n?证\n?书", 1.0, top=True),
        Cue(r"专利权人", 0.4),
        Cue(r"专利号", 0.35),
        Cue(r"授权公告", 0.3),
        Cue(
            r"立项(?:的)?(?:通知|批复|证明)|立项通知书|项目任务书|计划项目合同书|资助(?:项目)?(?:合同|通知)",
            1.0,
            top=True,
        ),
        Cue(
            r"关于(?!公布|印发|申报|组织)[^\n。]{0,40}(?:立项|资助|下达)[^\n。]{0,20}(?:通知|公告|批复|决定)",
            1.0,
            top=True,
        ),
        Cue(r"科技计划项目|重点研发计划|自然科学基金", 0.35, top=True),
        Cue(r"项目编号|课题编号|立项编号", 0.25),
        Cue(r"承担单位", 0.2),
        Cue(r"(?:国家|行业|地方|团体)\n?标\n?准$|标准(?:发布)?公告", 0.7, top=True),
        Cue(r"ICS[0-9]{2}", 0.4, top=True),
        Cue(r"发布\n?.{0,30}实施|20[0-9]{2}-[0-9]{2}-[0-9]{2}实施", 0.3),
        Cue(r"起草单位", 0.3),
        Cue(r"DOI|收稿日期", 0.4),
        Cue(r"关键词|Key ?words", 0.4),
        Cue(r"摘要[::]|Abstract", 0.4),
        Cue(r"检索报告|收录证明|录用通知|计算机软件著作权登记证书|科学技术奖", 1.0, top=True),
        Cue(
            r"创新联合体|申请表|申报书|工作方案|建设方案|建设运营方案|合作协议|劳动合同|审计报告",
            -1.2,
            top=True,
        ),
        Cue(r"营业执照|信用报告|信用信息|参保|职称", -1.0, top=True),
    ),
    fields=FIELDS,
    find=find,
)
