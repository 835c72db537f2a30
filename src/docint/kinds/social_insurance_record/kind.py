"""社保证明: 参保证明, 缴费明细, 个人权益记录.

The payer's name and an unbroken run of months prove employment; where the record lists months one
by one, the first and the last of them are the period.
"""

from __future__ import annotations

from dataclasses import replace

from docint.contracts import Cue, Field, Kind, Tools
from docint.extract import families
from docint.extract.certificates import issued_on
from docint.extract.extract import labelled_facts
from docint.extract.flow import search
from docint.extract.naming import organisation, person
from docint.extract.parsers import month, one_date
from docint.extract.proof import fact
from docint.kinds.social_insurance_record.months import (
    between,
    first_month,
    in_cells,
    last_month,
    listed,
    number_of_months,
    stated,
    told,
)
from docint.kinds.social_insurance_record.said import said, signed_off
from docint.types.document import Document
from docint.types.fact import Fact, Facts
from docint.values.ids import resident

_PAID = ("", "缴费", "参保", "缴纳", "参保缴费", "费款", "社保缴纳")
_PERIOD = (
    *families.family(_PAID, ("起止年月", "起止时间", "起止日期", "起止", "年月起止", "时段")),
    *families.family(_PAID[1:], ("年月", "时间", "期间", "区间", "时间段", "所属期")),
    "所属期",
)

FIELDS = (
    Field(
        "employer",
        "person.employer",
        (
            "单位名称", "缴费单位", "参保单位", "缴纳单位", "单位全称", "企业名称", "公司名称",
            "投保单位", "参保缴费单位", "现工作单位", "单位(全称)", "参保企业", "申报单位",
            "用人单位", "现缴费单位", "参保单位名称",
            "缴费单位名称",
            "工作单位", "现参保单位", "当前参保单位", "所在单位", "现单位名称",
            "当前缴费单位", "当前单位",
            *families.family(
                ("扣缴", "代缴", "缴费所在", "所在参保", "所在缴费"), ("单位", "单位名称")
            ),
        ),
        organisation,
    ),
    Field("employee", "person.name", ("姓名", "参保人姓名", "参保人", "职工姓名", "参保人员",
    "参保人员姓名", "员工姓名",
         "个人姓名", "缴费人", "被保险人", "参保职工", "缴费人姓名", "被保险人姓名",
         "账户所有人", "账户人", "户主姓名", "参保职工姓名"), person),
    Field(
        "id_number",
        "person.id-number",
        (
            *families.ID_NUMBER, "社会保障号码", "社会保障号", "个人社保号", "社保号",
            "个人身份号码", "公民身份号码", "身份证号", "身份证号码", "证件号码",
            "身份证件号码", "公民身份证号码", "社会保障号码(身份证号码)", "社保号码",
            "居民身份证号码",
        ),
    ),
    Field("paid_from", "document.month", _PERIOD, first_month),
    Field("paid_until", "document.month", _PERIOD, last_month),
    Field(
        "months",
        "document.count",
        (
            "累计月数", "累计缴费月数", "累计实缴月数", "缴费总月数", "参保月数", "已缴月数",
            "缴费月数合计", "实缴期数",
            "累计缴纳月数", "缴纳月数", "连续缴费月数", "缴费年限(月)", "缴费月数",
            "实际缴费月数", "合计月数", "累计缴费月",
            "缴费累计月数", "累计参保月数", "累计缴费(月)", "实缴月数", "养老保险累计缴费月数",
        ),
        number_of_months,
    ),
    Field(
        "issued_on",
        "document.date",
        (
            "打印日期", "打印时间", "证明时间", "开具证明日期", "证明出具日期", "经办日期",
            "打印时间戳", "出具日期", "开具日期", "开具时间", "出具时间", "查询日期",
            "证明日期", "制表日期", "生成日期", "填表日期", "查询时间", "日期",
            *families.family(
                ("制表", "制单", "导出", "下载", "查询打印", "打印查询", "证明打印", "证明开具"),
                ("日期", "时间", "日"),
            ),
        ),
        one_date,
    ),
)  # fmt: skip


def _end(*words: str) -> tuple[str, ...]:
    """What one end of the period is called: ``缴费起始年月``, ``起始缴费年月``, ``费款起始``."""
    paid, when = ("缴费", "参保", "费款"), ("年月", "时间", "日期", "月")
    return families.family(
        ("", *paid), words, when, more=families.family(words, paid[:2], when[:1])
    ) + families.family(paid, words)


_ENDS = (
    Field(
        "paid_from",
        "document.month",
        _end("起始", "开始", "首次"),
        month,
    ),
    Field(
        "paid_until",
        "document.month",
        _end("截止", "终止", "结束", "最近", "最后"),
        month,
    ),
)  # fmt: skip


_SAID = r"(?:兹证明|参保人|职工)[::]?(?P<v>[\u3400-\u9fff·]{2,8}?)(?:同志|先生|女士|[((,,、:])"


def find(document: Document, tools: Tools) -> Facts:
    """Labelled facts; the months of a list where no field gives the whole period."""
    labelled = labelled_facts(document, (*_ENDS, *FIELDS), tools)
    labels = {item.path[0]: item for item in labelled}
    printed = labels.get("months")
    months = listed(document, printed.value if printed else None)
    one_period = "paid_until" in labels and labels["paid_until"].method != "below"
    facts = {**months, **labels} if one_period or printed else {**labels, **months}
    if {"paid_from", "paid_until"} <= labels.keys() and one_period and not printed:
        facts.pop("months", None)
        number = _number(document, labels["paid_from"], labels["paid_until"], months.get("months"))
        facts |= {"months": number} if number else {}
    facts |= in_cells(document) | stated(document)
    facts = {**said(document), **facts}
    if "employee" not in facts and (named := _said(document)):
        facts["employee"] = named
    date = signed_off(document) or issued_on(document, list(facts.values()))
    if "issued_on" not in facts and date:
        facts["issued_on"] = date
    return Facts(tuple(_of_many(document, item) for item in facts.values()))


def _number(document: Document, first: Fact, last: Fact, listed_: Fact | None) -> Fact | None:
    """The months of a labelled period: the list's if it has them all, else as words tell them."""
    whole = between(str(first.value), str(last.value))
    if listed_ and listed_.value == whole:
        return listed_
    return told(document, whole)


def _of_many(document: Document, item: Fact) -> Fact:
    """In a unit's list of several persons the first is only one of them."""
    if item.path[0] not in {"employee", "id_number", "months"}:
        return item
    numbers = {hit.value for hit in resident.find_all(document.text)}
    return replace(item, confidence=min(item.confidence, 0.6)) if len(numbers) > 1 else item


def _said(document: Document) -> Fact | None:
    """``兹证明某某（身份证号码：…）``."""
    for flow, match in search(document, _SAID, ""):
        try:
            value = person(match["v"])
        except ValueError:
            continue
        return fact(("employee",), value, flow.group(match, "v").by("clause", 0.96))
    return None


kind = Kind(
    name="social-insurance-record",
    title="社保证明",
    cues=(
        Cue(
            r"(?:社会保险|社保|养老保险)[^\n。]{0,16}(?:参保|缴费|权益|缴纳)[^\n。]{0,14}"
            r"(?:证明|明细|记录|清单|凭证|情况|历史|表)|参保证明|参保缴费证明",
            1.0,
            top=True,
        ),
        Cue(r"参保人员|缴费历史|缴费查询|参保缴费", 0.4, top=True),
        Cue(r"(?:社会保险|社保|养老保险|参保)[^\n。]{0,8}(?:证明|情况|明细|记录)", 0.6, top=True),
        Cue(
            r"缴纳(?:社会|养老)保险费?[^。]{0,12}\d{1,3}个?月|为其?[^。]{0,40}缴纳(?:社会|养老)保险",
            0.4,
        ),
        Cue(r"兹证明[^。]{0,90}(?:社会保险|养老保险|社保)[^。]{0,60}(?:缴费|缴纳|参保)", 0.7),
        Cue(r"参保|险种", 0.2),
        Cue(r"缴费基数", 0.35),
        Cue(r"养老保险?|养老", 0.15),
        Cue(r"医疗保险?|失业|工伤|生育", 0.1),
        Cue(r"单位编号|单位编码", 0.2),
        Cue(r"社会保险(?:基金)?(?:管理局|管理中心|事业)|社保局|人力资源和社会保障局", 0.2),
        Cue(r"电脑号|社会保障号码?|个人编号", 0.2),
        Cue(r"单位[缴交]|个人[缴交]|缴费(?:年月|月数|起止)", 0.25),
        Cue(r"劳动合同|聘用合同|申请表|申报书|审计报告|方案|管理办法|目录", -1.2, top=True),
        Cue(r"个人所得税|公积金", -1.0, top=True),
    ),
    fields=FIELDS,
    find=find,
)
