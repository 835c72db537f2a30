"""Manners of the application form: a registry's, a street office's, a sheet in two tongues."""

from __future__ import annotations

from corpora.papers.manner import Manner, words

SHEETS = (
    # A district court-like registry of contracts: a receipt's words, people in sentences, sums as lines with leaders.
    Manner("technology-market", "技术市场管理办公室创新联合体登记申请书", 2, False, "〖{}〗", words(
        "登记之联合体名称", "国民经济行业（产业）", "履行期间", "申请登记单位（牵头）", "登记单位所属行政区", "登记单位法定地址", "登记单位成立年月日", "法定代表人（签字人）", "注册资本数额", "办公电话",
        "研究与试验发展支出", "主营及其他业务收入合计", "公民身份号码", "出生年月日", "技术职称（资格）", "受聘单位", "在联合体中的身份"), "申请登记日期", {
            "项目基本情况": "登记事项", "牵头单位情况": "登记单位", "经济数据": "登记单位经济规模", "首席技术负责人": "首席技术负责人", "项目负责人": "项目负责人",
            "参与单位情况": "共同登记单位", "主要研发人员": "研究开发人员", "经费预算": "费用构成", "绩效指标": "应交付成果", "支出科目": "费用构成", "金额": "数额",
            "指标名称": "成果形式", "目标值": "应交数量", "计量单位": "计数单位", "单位类型": "法人类别", "统一社会信用代码": "统一代码", "单位性质": "法人类别", "资质荣誉": "认定资质", "指标": "规模指标",
            "单位名称": "登记单位名称", "所在单位": "受聘单位", "承担任务": "研发分工",
        }, (0, 8, 1, 5, 3, 4, 6, 7, 2), "万元", "{}起至{}止", "企业法人√　事业法人　社团法人",
        "申请登记单位对登记事项的真实性、合法性负责。", "申请登记单位（公章）：", (4, 1), {"参与单位情况": (0, 4, 1, 2, 3, 5), "主要研发人员": (0, 5, 1, 3, 2, 4)}, {"主要研发人员": ("本人签字",)},
        places=5, totals=True, capital="{}万元整", year="{}会计年度", oldest_first=True, adds={"参与单位情况": ((2, "经办人电话", "phone"),)}, ways={
            0: ("each", "{l}为：{v}"), 1: ("uneven", "1", "3", "2", "1", "2"), 3: ("told", "{0}，{1}，{2}生，{3}岁；公民身份号码：{4}。", "受聘于{6}，取得{5}资格。"), 4: ("across", "3"),
            7: ("narrated", "{0}…………{1}"), 8: ("storeys", "成果形式|1", "数量要求|2"),
        }),
    # A street office collects by phone: all particulars as rows, people composed in one cell with units apart, figures narrated.
    Manner("street-office", "街道企业服务中心创新联合体摸底申报单", 1, False, "【{han}】", words(
        "牵头组建的联合体", "行业领域", "组建期限", "企业名称", "企业在哪个区", "企业地址（执照地址）", "企业何时成立", "法人代表", "注册资本（元）", "企业电话",
        "研发花费（元）", "营业总收入（元）", "身份证号码", "出生日期", "职称", "在哪个单位工作", "牵头或参与"), "填单日期", {
            "项目基本情况": "联合体情况", "牵头单位情况": "企业情况", "经济数据": "企业两年数据", "首席技术负责人": "首席技术负责人", "项目负责人": "项目负责人",
            "参与单位情况": "一起组建的单位", "主要研发人员": "主要研发人员", "经费预算": "经费打算", "绩效指标": "目标打算", "支出科目": "用在什么地方", "金额": "用多少（元）",
            "指标名称": "目标内容", "目标值": "多少", "计量单位": "单位", "单位类型": "属于哪类", "统一社会信用代码": "信用代码", "单位性质": "属于哪类", "资质荣誉": "有何资质", "指标": "数据",
            "单位名称": "单位名称", "所在单位": "工作单位", "承担任务": "做什么", "法定代表人": "法人代表",
        }, (1, 0, 4, 3, 6, 5, 8, 7, 2), "元", "{}——{}", "企业",
        "以上由企业如实填写，街道不作实质审查。", "企业盖章：", (0, 3), {"主要研发人员": (0, 1, 4, 5, 3, 2)}, {"参与单位情况": ("走访情况",)}, unit_apart=False, years_down=True, ways={
            0: ("numbered", "问题", "回答"), 1: ("numbered", "问题", "回答"), 2: ("narrated", "{0}：{h1}{1}，{h2}{2}。"), 3: ("each", "{n}、{l}（{v}）"), 4: ("each", "{n}、{l}（{v}）"),
            6: ("composed", "姓名（年龄）|{1}（{5}）", "职称|{4}", "做什么|{3}", "工作单位|{2}"), 5: ("storeys", "序号|1", "单位|3", "登记信息|2", "街道填|1"),
            7: ("noted", "（以上为企业自报数）"), 8: ("run", "打算到期时：", "{0}做到{1}{2}", "；", "。"),
        }),
    # A foreign-invested firm's bilingual sheet: labels in two tongues above values, members turned, people twice.
    Manner("bilingual-sheet", "创新联合体认定申请 Application Form", 2, False, "{}  ", words(
        "项目名称 Project", "产业领域 Sector", "建设周期 Term", "牵头单位 Lead Entity", "所在区 District", "注册地址 Registered Address", "成立日期 Date of Incorporation", "法定代表人 Legal Rep.", "注册资本 Registered Capital", "联系电话 Tel.",
        "研发费用 R&D Expenses", "营业收入 Revenue", "身份证号 ID No.", "出生日期 Date of Birth", "职称 Title", "工作单位 Employer", "角色 Role"), "申请日期 Date", {
            "项目基本情况": "项目信息 Project", "牵头单位情况": "牵头单位 Lead Entity", "经济数据": "财务数据 Financials", "首席技术负责人": "首席技术负责人 CTO", "项目负责人": "项目负责人 Project Leader",
            "参与单位情况": "参与单位 Members", "主要研发人员": "研发团队 Team", "经费预算": "经费预算 Budget", "绩效指标": "绩效指标 KPIs", "支出科目": "科目 Item", "金额": "金额 Amount",
            "指标名称": "指标 KPI", "目标值": "目标值 Target", "计量单位": "单位 Unit", "单位类型": "类型 Type", "统一社会信用代码": "统一社会信用代码 USCC", "单位性质": "类型 Type", "资质荣誉": "资质 Qualification", "指标": "项目 Item",
            "单位名称": "名称 Name", "所在单位": "单位 Employer", "承担任务": "分工 Duty", "法定代表人": "法定代表人 Legal Rep.", "姓名": "姓名 Name", "性别": "性别 Sex", "年龄": "年龄 Age", "职称": "职称 Title", "序号": "No.",
        }, (0, 1, 5, 4, 3, 6, 8, 7, 2), "千元", "{} – {}", "企业 Enterprise",
        "本单位确认所填内容真实、准确、完整。", "牵头单位盖章 Company Chop：", (3, 5), {"绩效指标": (1, 2, 0)}, places=3, totals=True, cover=True, capital="人民币{}千元", ways={
            0: ("above", "2"), 1: ("above", "2"), 3: ("above", "3"), 4: ("above", "3"), 5: ("records", "Member {}", "1"), 6: ("labelled", "Team {}", "5"), 7: ("shares", "No.", "%"),
        }),
)  # fmt: skip
