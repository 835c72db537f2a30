"""What the forms and plans of the Beijing programs call things, and how sections are laid out."""

from __future__ import annotations

WORDS: tuple[dict[str, str], ...] = (
    {
    "project": "联合体名称", "industry": "产业领域", "applicant": "申报单位", "lead": "牵头单位", "leader": "项目负责人",
    "address": "注册地址", "established": "成立日期", "period": "建设期限", "matching": "配套经费（万元）",
    "members": "成员单位", "experts": "专家团队", "budget": "经费预算（单位：万元）", "targets": "绩效目标", "date": "申报日期",
    "form": "科创协同联合体项目申报书",
    },
    {
    "project": "拟成立联合体全称", "industry": "所属产业", "applicant": "申请单位名称", "lead": "牵头单位名称", "leader": "项目责任人",
    "address": "单位住所", "established": "登记成立时间", "period": "实施周期", "matching": "自筹配套资金（万元）",
    "members": "组成单位名单", "experts": "科技服务团专家名单", "budget": "资助经费使用计划（单位：万元）", "targets": "工作指标", "date": "填表日期",
    "form": "北京市科学技术协会科创协同联合体申报表",
    },
    {
    "project": "联合体（项目）名称", "industry": "面向产业", "applicant": "申报主体", "lead": "联合体牵头单位", "leader": "项目负责人姓名",
    "address": "住所（注册地址）", "established": "成立时间", "period": "项目起止时间", "matching": "配套资金投入（万元）",
    "members": "联合体组成情况", "experts": "专家组成员", "budget": "支出预算明细（单位：万元）", "targets": "预期成果与考核指标", "date": "填报日期",
    "form": "科创协同联合体建设项目申请书",
    },
    {
    "project": "申报项目名称", "industry": "重点领域", "applicant": "申请单位", "lead": "牵头组建单位", "leader": "联合体负责人",
    "address": "登记地址", "established": "设立日期", "period": "计划实施时间", "matching": "自有配套经费（万元）",
    "members": "参加单位基本信息", "experts": "拟聘专家", "budget": "经费测算（单位：万元）", "targets": "年度工作目标", "date": "日期",
    "form": "科创协同联合体项目任务申报表",
    },
    {
    "project": "联合体全称", "industry": "服务产业方向", "applicant": "牵头申报学会", "lead": "联合体牵头机构", "leader": "项目第一负责人",
    "address": "注册登记地址", "established": "注册登记日期", "period": "建设起止年月日", "matching": "匹配经费（万元）",
    "members": "联合体成员单位一览", "experts": "专家组名单", "budget": "资助经费预算表（单位：万元）", "targets": "任务考核指标", "date": "填写日期",
    "form": "科创协同联合体建设申报表",
    },
    {
    "project": "联合体（拟用名称）", "industry": "产业类别", "applicant": "申报机构名称", "lead": "牵头机构全称", "leader": "牵头人",
    "address": "住所地", "established": "批准成立日期", "period": "项目执行期限", "matching": "自筹及配套经费（万元）",
    "members": "参与机构信息", "experts": "咨询专家名单", "budget": "项目支出预算（单位：万元）", "targets": "成果指标", "date": "申报时间",
    "form": "北京市科协科创协同联合体项目申报书（2023版）",
    },
    {
    "project": "联合体名称（全称）", "industry": "所在产业链", "applicant": "组织申报学会", "lead": "牵头法人单位", "leader": "联合体召集人",
    "address": "法人登记住所", "established": "法人成立日期", "period": "任务执行时间", "matching": "单位配套投入（万元）",
    "members": "联合体单位构成", "experts": "科技服务团组成", "budget": "项目经费开支计划（单位：万元）", "targets": "量化指标", "date": "报送时间",
    "form": "科创协同联合体建设任务申请表",
    },
    {
    "project": "申报联合体", "industry": "聚焦产业", "applicant": "申报学会（协会）", "lead": "牵头企（事）业单位", "leader": "首席负责人",
    "address": "营业执照地址", "established": "营业执照成立日期", "period": "项目期", "matching": "配套资金额度（万元）",
    "members": "共建单位名册", "experts": "专家库名单", "budget": "费用概算（单位：万元）", "targets": "产出指标", "date": "填报年月日",
    "form": "科创协同联合体入库申报表",
    },
    {
    "project": "项目（联合体）全称", "industry": "服务的重点产业", "applicant": "推荐申报单位", "lead": "主要承担单位", "leader": "负责人（签约人）",
    "address": "详细住所", "established": "核准成立日期", "period": "合作期", "matching": "承诺配套经费（万元）",
    "members": "参加单位情况", "experts": "拟聘任专家情况", "budget": "财政经费支出明细（单位：万元）", "targets": "任务及成果数量", "date": "申请日期",
    "form": "科创协同联合体申报审核表",
    },
    {
    "project": "联合体中文名称", "industry": "聚焦产业赛道", "applicant": "申报学会（协会）", "lead": "牵头法人单位", "leader": "总负责人",
    "address": "单位注册住所", "established": "获准登记日期", "period": "建设时间段", "matching": "单位配套资金（万元）",
    "members": "联合体成员构成", "experts": "专家智库成员", "budget": "经费使用预算（万元）", "targets": "量化考核目标", "date": "报送日期",
    "form": "科创协同联合体建设项目申报材料",
    },
    {
    "project": "1 联合体名", "industry": "2 产业", "applicant": "3 申报方", "lead": "4 牵头方", "leader": "9 负责人",
    "address": "6 法定注册地址", "established": "7 注册成立时间", "period": "2.1 起止时间", "matching": "10 配套投入（万元）",
    "members": "成员方明细", "experts": "入库专家明细", "budget": "支出明细（单位：万元）", "targets": "产出明细", "date": "导出日期",
    "form": "科协项目管理平台——科创协同联合体申报信息导出表",
    },
    {
    "project": "联合体之名称", "industry": "对接产业", "applicant": "申请方", "lead": "联合体发起单位", "leader": "牵头负责人姓名",
    "address": "登记住所地", "established": "设立登记日期", "period": "实施区间", "matching": "自有资金配套（万元）",
    "members": "发起单位及参与单位", "experts": "顾问专家", "budget": "资金用途（单位：万元）", "targets": "预期成效指标", "date": "落款日期",
    "form": "关于申请科创协同联合体项目的申请书",
    },
    {
    "project": "联合体正式名称", "industry": "服务产业集群", "applicant": "申报社团名称", "lead": "龙头单位", "leader": "执行负责人",
    "address": "法人住所", "established": "法人登记日期", "period": "任务期限", "matching": "配套投入总额（万元）",
    "members": "联合体成员登记表", "experts": "专家委员会成员", "budget": "资助资金预算（金额单位：万元）", "targets": "验收考核指标", "date": "申报时间",
    "form": "科创协同联合体项目立项申报表",
    },
    {
    "project": "组建联合体名称", "industry": "拟服务产业", "applicant": "主申报单位", "lead": "牵头建设单位", "leader": "联合体秘书长（负责人）",
    "address": "证照登记地址", "established": "证照所载成立日期", "period": "服务期", "matching": "配套经费金额（万元）",
    "members": "各成员单位概况", "experts": "科技专家一览", "budget": "经费列支计划（万元）", "targets": "服务成效指标", "date": "制表日期",
    "form": "科创协同联合体申报信息采集表",
    },
    {
    "project": "本联合体定名", "industry": "所涉产业", "applicant": "具名申请单位", "lead": "牵头之单位", "leader": "主事人（项目负责人）",
    "address": "登记机关核定住所", "established": "核准登记日", "period": "建设年限（起止）", "matching": "配套款项（万元）",
    "members": "共同组建单位", "experts": "受聘专家", "budget": "款项用途（万元）", "targets": "应完成指标", "date": "具文日期",
    "form": "科创协同联合体组建申请文书",
    },
    {
    "project": "联合体规范全称", "industry": "面向的产业领域", "applicant": "申报学会（协会）", "lead": "牵头组建方", "leader": "总协调人",
    "address": "法人证照地址", "established": "取得法人资格日期", "period": "约定建设期", "matching": "匹配资金（万元）",
    "members": "共建方名册", "experts": "专家顾问团", "budget": "专项资金安排（单位：万元）", "targets": "考核要点", "date": "呈报日期",
    "form": "科创协同联合体备案与申报一览表",
    },
    {
    "project": "申报联合体", "industry": "产业门类", "applicant": "牵头申报主体", "lead": "龙头牵头单位", "leader": "首席召集人",
    "address": "登记证书住所", "established": "初次登记日期", "period": "项目周期（起止日）", "matching": "自筹匹配额（万元）",
    "members": "参建单位台账", "experts": "服务专家台账", "budget": "资金台账（万元）", "targets": "成果台账", "date": "登记造册日期",
    "form": "科创协同联合体项目台账式申报书",
    },
    {
    "project": "联合体叫什么名称", "industry": "服务哪个产业", "applicant": "由哪个单位申报", "lead": "由哪个单位牵头", "leader": "谁是负责人",
    "address": "牵头单位在何处登记", "established": "牵头单位何时登记", "period": "何时起、何时止", "matching": "配套多少经费（万元）",
    "members": "哪些单位参加", "experts": "聘请哪些专家", "budget": "经费怎样安排（万元）", "targets": "取得什么成果", "date": "填写时间",
    "form": "科创协同联合体申报问答表",
    },
    {
    "project": "Consortium／联合体名称", "industry": "Industry／产业", "applicant": "Applicant／申报单位", "lead": "Lead／牵头单位", "leader": "PI／项目负责人",
    "address": "Address／注册地址", "established": "Founded／成立日期", "period": "Term／建设周期", "matching": "Matching Fund／配套经费（万元）",
    "members": "Members／成员单位", "experts": "Experts／专家", "budget": "Budget／经费预算（单位：万元）", "targets": "Targets／绩效指标", "date": "Date／申报日期",
    "form": "科创协同联合体申报书（中英文对照）",
    },
)  # fmt: skip
"""What a form calls things; ``form``: its title."""

BUILDS: dict[str, dict[str, tuple[str, ...]]] = {
    "科创协同联合体建设任务申请表": {
        "members": ("records", "单位{}", "2"), "experts": ("storeys", "序号|1", "专家信息|3"), "budget": ("run", "", "（{n}）{0}{1}万元", "；", "。"), "targets": ("abreast",),
    },
    "科创协同联合体入库申报表": {
        "members": ("said", "{0}．单位名称：{1}；统一社会信用代码：{2}；单位类型：{3}；法定代表人：{4}；角色：{5}。"), "experts": ("abreast",), "budget": ("turned",),
        "targets": ("noted", "注：指标以联合体成立后两年为期计算。"),
    },
    "科创协同联合体申报审核表": {
        "basics": ("above", "3"), "members": ("storeys", "序号|1", "单位信息|4", "角色|1"), "experts": ("said", "{0}．姓名：{1}；工作单位：{2}；职称：{3}。"),
        "budget": ("abreast",), "targets": ("run", "", "（{n}）{0}{1}{2}", "；", "。"),
    },
    "科创协同联合体建设项目申报材料": {
        "basics": ("above", "3"), "members": ("records", "成员{}", "2"), "budget": ("shares", "序号", "占比"), "targets": ("noted", "注：各项指标验收时均须提供佐证材料。"),
    },
    "科协项目管理平台——科创协同联合体申报信息导出表": {
        "basics": ("above", "2"), "members": ("storeys", "序号|1", "单位|3", "其他|2"), "experts": ("abreast",), "budget": ("abreast",), "targets": ("noted", "以上由平台导出，与填报内容一致。"),
    },
    "关于申请科创协同联合体项目的申请书": {
        "members": ("said", "{0}．{1}（统一社会信用代码{2}），{3}，法定代表人：{4}，{5}。"), "experts": ("run", "本联合体聘请下列专家：", "{1}（{2}，{3}）", "、", "。"),
        "budget": ("run", "资助经费拟用于以下方面：", "{0}{1}万元", "；", "。"), "targets": ("said", "——{0}：{1}{2}；"),
    },
    "科创协同联合体项目立项申报表": {
        "members": ("twice",), "experts": ("banded", "（一）技术研发类专家", "（二）应用推广类专家"), "budget": ("banded", "一、业务费", "二、其他费用"), "targets": ("banded", "第一年度重点指标", "第二年度重点指标"),
    },
    "科创协同联合体申报信息采集表": {
        "basics": ("numbered", "采集项", "内容"), "members": ("records", "成员单位（{}）", "2"), "experts": ("cards", "专家{}：", "1", "："), "budget": ("noted", "说明：以上均为资助资金。"), "targets": ("abreast",),
    },
    "科创协同联合体组建申请文书": {
        "basics": ("above", "4"), "members": ("said", "{0}．{5}——{1}，系{3}，法定代表人{4}，统一社会信用代码{2}。"), "experts": ("twice",),
        "budget": ("said", "{0}列支{1}万元。"), "targets": ("run", "联合体成立后应完成：", "{0}（{1}{2}）", "，", "。"),
    },
    "科创协同联合体备案与申报一览表": {
        "basics": ("uneven", "1", "2", "1", "2", "2", "2"), "members": ("composed", "单位（角色）|{1}（{5}）", "统一社会信用代码|{2}", "类型／法定代表人|{3}／{4}"),
        "experts": ("composed", "专家|{1}，{3}", "所在单位|{2}"), "budget": ("in_words", "合计人民币（大写）{}"), "targets": ("composed", "考核要点|{0}", "数量|{1}{2}"),
    },
    "科创协同联合体项目台账式申报书": {
        "basics": ("each", "{n}　{l}｜{v}"), "members": ("continued", "参建单位台账（续页）"), "experts": ("run", "", "{1}（{2}，{3}）", "；", "。"), "targets": ("narrated", "{0} —— {1} {2}"),
    },
    "科创协同联合体申报问答表": {
        "basics": ("under",), "members": ("labelled", "单位{}", "3"), "experts": ("narrated", "{0}．{2}的{1}，职称{3}。"), "budget": ("narrated", "用于{0}：{1}万元。"),
    },
    "科创协同联合体申报书（中英文对照）": {
        "basics": ("uneven", "1", "1", "1", "2", "2", "1", "2"), "members": ("twice",), "experts": ("continued", "（续表）"), "targets": ("composed", "Target／指标|{0}", "Value／值（单位）|{1}（{2}）"),
    },
}  # fmt: skip
"""Sections of a form that are laid out in another way, by the form's name."""

_PARTS = ("建设背景", "组织架构", "主要任务", "预期目标", "经费安排", "保障措施")
PLANS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("{}、", _PARTS), ("（{}）", _PARTS),
    ("第{}部分　", ("立项背景与意义", "联合体组织架构", "重点任务", "预期目标与成果", "经费使用计划", "保障措施")),
    ("{}．", ("产业需求与建设背景", "组织架构与运行机制", "主要建设任务", "目标及考核指标", "经费预算安排", "组织保障")),
    ("第{}章　", ("组建背景", "联合体组成与架构", "工作任务", "工作目标与指标", "经费预算", "保障机制")),
    ("{}　", ("背景和必要性", "成员构成及组织架构", "建设内容和任务分工", "建设目标", "资金预算及用途", "组织与条件保障")),
    ("第{}篇　", ("设立缘由", "单位组成和治理结构", "年度任务安排", "产出目标", "经费支出概算", "工作保障")),
    ("【{}】", ("形势与需求", "联合体成员与运行架构", "具体工作内容", "量化指标", "资金方案", "制度和人员保障")),
    ("{}）", ("为什么组建", "由谁组建、怎样运行", "做哪些工作", "达到什么目标", "经费怎样使用", "如何保障")),
    ("{}／", ("立项缘由", "成员与治理结构", "任务清单", "成效目标", "资金安排", "支撑与保障")),
    ("〔{}〕", ("联合体建设的背景与意义", "组织体系与成员单位", "重点工作及分工", "量化目标与产出", "经费来源及支出计划", "制度、人员和条件保障")),
    ("第{}、", ("组建动因", "成员单位与组织机制", "工作内容", "考核目标", "资金使用", "机制与保障")),
    ("{}·", ("产业背景及组建必要性", "联合体架构与单位职责", "任务安排", "预期成果", "费用计划", "实施保障")),
    ("［{}］", ("基本考虑", "单位构成和运行方式", "拟开展的工作", "工作成效目标", "预算说明", "支持条件")),
    ("◎{}　", ("产业形势及组建理由", "参与单位与治理机制", "建设任务分解", "成果目标", "资金开支计划", "保障条件和措施")),
    ("{}：", ("需求牵引", "协同体系", "任务体系", "目标体系", "经费体系", "保障体系")),
    ("第 {} 部分：", ("立项理由", "联合体成员", "工作计划", "验收指标", "资金计划", "管理与保障")),
    ("{}是　", ("为何建", "谁来建", "建什么", "建成什么样", "花多少钱", "靠什么保障")),
)  # fmt: skip
"""How headings are numbered, and what they are."""
