"""Twelve forms nobody's corpus holds: other layouts, wordings and merges; every leaf is checked."""

from __future__ import annotations

from docx.shared import Pt

from tests.kinds.application_form.paper import blank, facts_of, grid, saved, values

LEAD = "深圳市明澜微电子有限公司"
CODE = "91440300MA5G8XK72P"


def test_four_columns_under_numbered_headings() -> None:
    paper = blank()
    paper.add_heading("福田区创新联合体认定申请表", 0)
    paper.add_paragraph("项目名称：____先进封测创新联合体____")
    paper.add_paragraph("牵头单位（盖章）：深圳市明澜微电子有限公司")
    paper.add_paragraph("申报日期：2024年3月15日")
    paper.add_paragraph("一、牵头单位基本情况")
    grid(
        paper,
        [
            ["单位名称（全称）", LEAD, "统一社会信用代码", CODE],
            ["法定代表人", "梁素云", "成立日期", "2015年3月2日"],
            ["注册资本（万元）", "5,000", "单位性质", "☑企业 □高校 □科研院所 □其他"],
            ["注册地址", "深圳市福田区梅林街道中康路8号", "所属区", "福田区"],
            ["联系人", "何一帆", "联系电话", "0755-83210000"],
            ["电子邮箱", "he@example.com", "邮编", "518000"],
        ],
    )
    paper.add_paragraph("二、首席技术负责人基本情况")
    grid(
        paper,
        [
            ["姓名", "丁海平", "性别", "男", "年龄", "45"],
            ["身份证号", "440304197903051239", "职称", "正高级工程师", "工作单位", LEAD],
        ],
    )
    assert values(saved(paper)) == {
        ("project_name",): "先进封测创新联合体",
        ("lead", "name"): LEAD,
        ("applied_on",): "2024-03-15",
        ("lead", "uscc"): CODE,
        ("lead", "legal_representative"): "梁素云",
        ("lead", "established_on"): "2015-03-02",
        ("lead", "registered_capital"): "50000000.00",
        ("lead", "kind"): "enterprise",
        ("lead", "address"): "深圳市福田区梅林街道中康路8号",
        ("lead", "district"): {"code": "440304", "name": "广东省深圳市福田区"},
        ("lead", "phone"): "0755-83210000",
        ("lead", "email"): "he@example.com",
        ("chief_engineer", "name"): "丁海平",
        ("chief_engineer", "sex"): "男",
        ("chief_engineer", "age"): 45,
        ("chief_engineer", "id_number"): "440304197903051239",
        ("chief_engineer", "title"): "正高级工程师",
        ("chief_engineer", "employer"): LEAD,
    }


def test_one_big_table_with_section_labels_down_the_left_edge() -> None:
    paper = blank()
    rows = [
        ["项目名称", "量子测量创新联合体", "", "", ""],
        ["牵头单位情况", "名称", LEAD, "信用代码", CODE],
        ["", "法人代表", "梁素云", "注册时间", "2015-03-02"],
        ["", "注册资金", "5000万元", "地址", "深圳市福田区中康路8号"],
        ["首席技术负责人", "姓名", "丁海平", "出生年月", "1979年3月"],
        ["", "证件号码", "440304197903051239", "专业技术职务", "正高级工程师"],
        ["联系人", "姓名", "何一帆", "手机", "13800000000"],
        ["申请资助金额", "300万元", "", "自筹经费", "700万元"],
        ["建设期", "2024年4月—2026年3月", "", "", ""],
    ]
    grid(paper, rows, (0, 1, 0, 4), (1, 0, 3, 0), (4, 0, 5, 0), (7, 1, 7, 2), (8, 1, 8, 4))
    assert values(saved(paper)) == {
        ("project_name",): "量子测量创新联合体",
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "legal_representative"): "梁素云",
        ("lead", "established_on"): "2015-03-02",
        ("lead", "registered_capital"): "50000000.00",
        ("lead", "address"): "深圳市福田区中康路8号",
        ("lead", "phone"): "13800000000",
        ("chief_engineer", "name"): "丁海平",
        ("chief_engineer", "birth_date"): "1979-03",
        ("chief_engineer", "id_number"): "440304197903051239",
        ("chief_engineer", "title"): "正高级工程师",
        ("grant",): "3000000.00",
        ("matching_funds",): "7000000.00",
        ("period_from",): "2024-04-01",
        ("period_until",): "2026-03-31",
    }


def test_the_same_labels_belong_to_the_section_they_stand_under() -> None:
    paper = blank()
    rows = [
        ["一、申报单位信息", "", "", ""],
        ["单位名称", "北京激光学会", "联系电话", "010-62000000"],
        ["统一社会信用代码", "51110000500001234H", "单位类型", "市级学会"],
        ["二、牵头单位信息", "", "", ""],
        ["单位名称", "北京衡光科技股份有限公司", "联系电话", "010-88000000"],
        ["法定代表人", "苏晚晴", "单位类型", "大型企业"],
        ["三、参与单位信息", "", "", ""],
        ["参与单位1", "", "", ""],
        ["单位名称", "华北光电大学", "法定代表人", "程又青"],
        ["单位类型", "高等院校", "联系电话", "010-66000000"],
        ["参与单位2", "", "", ""],
        ["单位名称", "京北科技园发展有限公司", "法定代表人", "杜若"],
        ["单位类型", "产业园区", "联系电话", "010-65000000"],
        ["四、项目负责人", "", "", ""],
        ["姓名", "白川", "单位名称", "北京衡光科技股份有限公司"],
        ["职称", "研究员", "联系电话", "13900000000"],
    ]
    spans = [(n, 0, n, 3) for n, row in enumerate(rows) if not any(row[1:])]
    grid(paper, rows, *spans)
    assert values(saved(paper)) == {
        ("applicant", "name"): "北京激光学会",
        ("applicant", "uscc"): "51110000500001234H",
        ("applicant", "kind"): "city-society",
        ("lead", "name"): "北京衡光科技股份有限公司",
        ("lead", "phone"): "010-88000000",
        ("lead", "legal_representative"): "苏晚晴",
        ("lead", "kind"): "large-enterprise",
        ("members", 0, "name"): "华北光电大学",
        ("members", 0, "legal_representative"): "程又青",
        ("members", 0, "kind"): "university",
        ("members", 1, "name"): "京北科技园发展有限公司",
        ("members", 1, "legal_representative"): "杜若",
        ("members", 1, "kind"): "park",
        ("project_leader", "name"): "白川",
        ("project_leader", "employer"): "北京衡光科技股份有限公司",
        ("project_leader", "title"): "研究员",
    }


def test_row_tables_of_all_kinds() -> None:
    paper = blank()
    paper.add_paragraph("（一）联合体成员单位一览表")
    grid(
        paper,
        [
            ["序号", "单位名称", "统一社会信用代码", "单位类别", "承担角色", "法人"],
            ["1", LEAD, CODE, "企业", "牵头", "梁素云"],
            ["2", "南粤理工大学", "12440000455860000X", "高校", "参与", "程又青"],
            ["3", "华微检测研究院", "", "科研院所", "参与", "/"],
        ],
    )
    paper.add_paragraph("（二）核心研发团队")
    grid(
        paper,
        [
            ["姓名", "年龄", "学历", "职称/职务", "所在单位", "在项目中的分工"],
            ["陆 遥", "41", "博士", "副教授", "南粤理工大学", "算法设计"],
            ["欧阳静怡", "三十五", "硕士", "工程师", LEAD, "测试验证"],
        ],
    )
    paper.add_paragraph("（三）专家名单")
    grid(
        paper,
        [
            ["姓名", "单位", "职称", "姓名", "单位", "职称"],
            ["甄子墨", "华微检测研究院", "研究员", "康宁", "南粤理工大学", "教授"],
            ["袁野", LEAD, "高级工程师", "", "", ""],
        ],
    )
    paper.add_paragraph("（四）经费支出预算（单位：万元）")
    grid(
        paper,
        [
            ["支出科目", "预算金额", "", "测算依据"],
            ["", "合计", "其中：资助资金", ""],
            ["设备费", "200", "100", "询价"],
            ["人力资源费", "150.5", "50", "人月"],
            ["合计", "350.5", "150", ""],
        ],
        (0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3),
    )  # fmt: skip
    paper.add_paragraph("（五）量化指标")
    grid(
        paper,
        [
            ["一级指标", "三级指标", "指标值"],
            ["产出", "授权发明专利", "≥5项"],
            ["", "培养人才", "不少于50名"],
            ["效益", "形成标准", "2项"],
        ],
        (1, 0, 2, 0),
    )
    paper.add_paragraph("（六）近三年承担的市级以上项目")
    grid(
        paper,
        [
            ["项目名称", "承担单位", "立项编号", "立项时间"],
            ["高密度互连攻关", LEAD, "JSGG20220101", "2022年1月"],
        ],
    )
    found = values(saved(paper))
    assert found == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "kind"): "enterprise",
        ("lead", "legal_representative"): "梁素云",
        ("members", 0, "name"): "南粤理工大学",
        ("members", 0, "uscc"): "12440000455860000X",
        ("members", 0, "kind"): "university",
        ("members", 0, "role"): "participant",
        ("members", 0, "legal_representative"): "程又青",
        ("members", 1, "name"): "华微检测研究院",
        ("members", 1, "kind"): "research-institute",
        ("members", 1, "role"): "participant",
        ("team", 0, "name"): "陆遥",
        ("team", 0, "age"): 41,
        ("team", 0, "title"): "副教授",
        ("team", 0, "employer"): "南粤理工大学",
        ("team", 0, "role"): "算法设计",
        ("team", 1, "name"): "欧阳静怡",
        ("team", 1, "age"): 35,
        ("team", 1, "title"): "工程师",
        ("team", 1, "employer"): LEAD,
        ("team", 1, "role"): "测试验证",
        ("experts", 0, "name"): "甄子墨",
        ("experts", 0, "employer"): "华微检测研究院",
        ("experts", 0, "title"): "研究员",
        ("experts", 1, "name"): "康宁",
        ("experts", 1, "employer"): "南粤理工大学",
        ("experts", 1, "title"): "教授",
        ("experts", 2, "name"): "袁野",
        ("experts", 2, "employer"): LEAD,
        ("experts", 2, "title"): "高级工程师",
        ("budget", 0, "item"): "设备费",
        ("budget", 0, "amount"): "2000000.00",
        ("budget", 1, "item"): "人力资源费",
        ("budget", 1, "amount"): "1505000.00",
        ("targets", 0, "item"): "授权发明专利",
        ("targets", 0, "number"): 5,
        ("targets", 0, "unit"): "项",
        ("targets", 1, "item"): "培养人才",
        ("targets", 1, "number"): 50,
        ("targets", 1, "unit"): "名",
        ("targets", 2, "item"): "形成标准",
        ("targets", 2, "number"): 2,
        ("targets", 2, "unit"): "项",
        ("claims", 0, "title"): "高密度互连攻关",
        ("claims", 0, "holder"): LEAD,
        ("claims", 0, "number"): "JSGG20220101",
        ("claims", 0, "date"): "2022-01",
        ("claims", 0, "kind"): "project",
    }


def test_years_may_be_columns() -> None:
    paper = blank()
    paper.add_paragraph("近两年经济数据")
    grid(
        paper,
        [
            ["指标", "单位", "2022年", "2023年"],
            ["营业收入", "万元", "12,345.67", "23456"],
            ["净利润", "万元", "800", "900"],
            ["研发投入", "万元", "1200", "1500.5"],
            ["研发投入占营业收入比例", "%", "9.7", "6.4"],
        ],
    )
    assert values(saved(paper)) == {
        ("revenue", "2022"): "123456700.00",
        ("revenue", "2023"): "234560000.00",
        ("rd_expense", "2022"): "12000000.00",
        ("rd_expense", "2023"): "15005000.00",
    }


def test_years_may_be_rows() -> None:
    paper = blank()
    paper.add_paragraph("六、牵头单位近两年经营情况")
    grid(
        paper,
        [
            ["年度", "营业收入（万元）", "研发费用（元）", "资产总额（万元）"],
            ["2023年度", "23456", "15,005,000.00", "99999"],
            ["2022年度", "12345.67", "12,000,000.00", "88888"],
        ],
    )
    assert values(saved(paper)) == {
        ("revenue", "2022"): "123456700.00",
        ("revenue", "2023"): "234560000.00",
        ("rd_expense", "2022"): "12000000.00",
        ("rd_expense", "2023"): "15005000.00",
    }


def test_years_may_stand_under_a_shared_heading_or_in_the_label() -> None:
    paper = blank()
    grid(
        paper,
        [
            ["营业收入（万元）", "", "研究开发费用（万元）", ""],
            ["2022年", "2023年", "2022年", "2023年"],
            ["12345.67", "23456", "1200", "1500.5"],
        ],
        (0, 0, 0, 1), (0, 2, 0, 3),
    )  # fmt: skip
    shared = values(saved(paper))
    paper = blank()
    grid(
        paper,
        [
            ["2022年度营业收入", "12345.67万元", "2023年度营业收入", "2.3456亿元"],
            ["2022年研发投入（万元）", "1200", "2023年研发投入（万元）", "1500.5"],
        ],
    )
    labelled = values(saved(paper))
    paper = blank()
    grid(
        paper,
        [
            ["近两年营业收入（万元）", "2022年：12345.67；2023年：23456"],
            ["近两年研发投入", "2022年1200万元，2023年1500.5万元"],
        ],
    )
    told = values(saved(paper))
    expected = {
        ("revenue", "2022"): "123456700.00",
        ("revenue", "2023"): "234560000.00",
        ("rd_expense", "2022"): "12000000.00",
        ("rd_expense", "2023"): "15005000.00",
    }
    assert shared == expected
    assert labelled == expected
    assert told == expected


def test_the_year_before_the_application_is_named_by_its_date() -> None:
    paper = blank()
    paper.add_paragraph("填报时间：2024.03.15")
    grid(
        paper,
        [
            ["", "上年度", "上上年度"],
            ["研发经费投入（万元）", "1500.5", "1200"],
        ],
    )
    assert values(saved(paper)) == {
        ("applied_on",): "2024-03-15",
        ("rd_expense", "2023"): "15005000.00",
        ("rd_expense", "2022"): "12000000.00",
    }


def test_two_columns_without_any_section() -> None:
    paper = blank()
    paper.add_paragraph("创新联合体组建申报书")
    grid(
        paper,
        [
            ["拟建创新联合体名称", "海洋装备创新联合体"],
            ["牵头单位名称", "深圳蔚蓝重工股份有限公司"],
            ["牵头单位统一社会信用代码", CODE],
            ["牵头单位性质", "企业（√） 高校（ ） 科研院所（ ）"],
            ["牵头单位注册地", "深圳市福田区"],
            ["首席技术负责人姓名", "丁海平"],
            ["首席技术负责人身份证号码", "440304197903051239"],
            ["项目负责人", "白川"],
            ["参与单位", "1.南粤理工大学；2.华微检测研究院；3.深圳乙木科技有限公司"],
            ["所属产业领域", "□生物医药 ☑半导体与集成电路 □量子信息"],
            ["资质荣誉", "国家级高新技术企业、深圳市专精特新中小企业"],
            ["申请资助金额（万元）", "300"],
            ["单位配套资金（万元）", "无"],
            ["项目起止时间", "2024.4-2026.3"],
        ],
    )
    assert values(saved(paper)) == {
        ("project_name",): "海洋装备创新联合体",
        ("lead", "name"): "深圳蔚蓝重工股份有限公司",
        ("lead", "uscc"): CODE,
        ("lead", "kind"): "enterprise",
        ("lead", "district"): {"code": "440304", "name": "广东省深圳市福田区"},
        ("lead", "qualifications", 0): "国家级高新技术企业",
        ("lead", "qualifications", 1): "深圳市专精特新中小企业",
        ("chief_engineer", "name"): "丁海平",
        ("chief_engineer", "id_number"): "440304197903051239",
        ("project_leader", "name"): "白川",
        ("members", 0, "name"): "南粤理工大学",
        ("members", 1, "name"): "华微检测研究院",
        ("members", 2, "name"): "深圳乙木科技有限公司",
        ("industry",): "半导体与集成电路",
        ("grant",): "3000000.00",
        ("period_from",): "2024-04-01",
        ("period_until",): "2026-03-31",
    }


def test_blanks_and_placeholders_are_absent() -> None:
    paper = blank()
    paper.add_paragraph("申报单位：________________")
    paper.add_paragraph("申报日期：    年   月   日")
    paper.add_paragraph("一、牵头单位基本情况")
    grid(
        paper,
        [
            ["单位名称", "×××", "统一社会信用代码", "____"],
            ["法定代表人", "", "成立日期", "年  月  日"],
            ["注册资本", "万元", "单位性质", "□企业 □高校 □科研院所"],
            ["联系电话", "/", "电子邮箱", "无"],
        ],
    )
    paper.add_paragraph("二、团队成员")
    grid(paper, [["姓名", "年龄", "职称", "单位"], ["", "", "", ""], ["……", "", "", ""]])
    assert values(saved(paper)) == {}


def test_paragraphs_only_with_tabs_letter_spacing_and_a_commitment() -> None:
    paper = blank()
    paper.sections[0].header.paragraphs[0].text = "项目名称：海洋装备创新联合体"
    paper.add_paragraph("申 报 书")
    paper.add_paragraph(f"牵 头 单 位：{LEAD}（盖章）\t\t联系电话：0755-83210000")
    paper.add_paragraph("项目负责人：白川        填 表 日 期：二〇二四年三月十五日")
    paper.add_paragraph("首席技术负责人")
    paper.add_paragraph("姓    名：丁海平    性    别：男    职    称：正高级工程师")
    paper.add_paragraph("身份证号：440304197903051239；出生日期：1979年3月5日")
    paper.add_paragraph("申报单位承诺")
    paper.add_paragraph("本单位承诺所填内容真实。法定代表人（签字）：梁素云")
    paper.add_paragraph("2024年3月18日")
    found = facts_of(saved(paper))
    assert {fact.path: fact.value for fact in found} == {
        ("project_name",): "海洋装备创新联合体",
        ("lead", "name"): LEAD,
        ("lead", "phone"): "0755-83210000",
        ("lead", "legal_representative"): "梁素云",
        ("project_leader", "name"): "白川",
        ("applied_on",): "2024-03-15",
        ("chief_engineer", "name"): "丁海平",
        ("chief_engineer", "sex"): "男",
        ("chief_engineer", "title"): "正高级工程师",
        ("chief_engineer", "id_number"): "440304197903051239",
        ("chief_engineer", "birth_date"): "1979-03-05",
    }


def test_units_side_by_side_as_columns() -> None:
    paper = blank()
    grid(
        paper,
        [
            ["", "牵头单位", "参与单位1", "参与单位2"],
            ["单位名称", LEAD, "南粤理工大学", "华微检测研究院"],
            ["统一社会信用代码", CODE, "12440000455860000X", ""],
            ["法定代表人", "梁素云", "程又青", "甄子墨"],
            ["单位性质", "企业", "高校", "科研院所"],
        ],
    )
    assert values(saved(paper)) == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "legal_representative"): "梁素云",
        ("lead", "kind"): "enterprise",
        ("members", 0, "name"): "南粤理工大学",
        ("members", 0, "uscc"): "12440000455860000X",
        ("members", 0, "legal_representative"): "程又青",
        ("members", 0, "kind"): "university",
        ("members", 1, "name"): "华微检测研究院",
        ("members", 1, "legal_representative"): "甄子墨",
        ("members", 1, "kind"): "research-institute",
    }


def test_owners_at_the_head_of_a_row_and_codes_in_boxes() -> None:
    paper = blank()
    rows = [
        ["牵头单位", LEAD, *[""] * 17],
        ["统一社会信用代码", *CODE],
        ["法定代表人", "梁素云", *[""] * 7, "电话", *[""] * 9],
        ["参与单位", "南粤理工大学", *[""] * 7, "法定代表人", "程又青", *[""] * 8],
        ["参与单位", "华微检测研究院", *[""] * 7, "法定代表人", "甄子墨", *[""] * 8],
        ["技术负责人", "丁海平", *[""] * 7, "职务", "项目负责人", *[""] * 8],
    ]
    merges = [(0, 1, 0, 18)]
    for row in (2, 3, 4, 5):
        merges += [(row, 1, row, 8), (row, 10, row, 18)]
    grid(paper, rows, *merges)
    assert values(saved(paper)) == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "legal_representative"): "梁素云",
        ("members", 0, "name"): "南粤理工大学",
        ("members", 0, "legal_representative"): "程又青",
        ("members", 1, "name"): "华微检测研究院",
        ("members", 1, "legal_representative"): "甄子墨",
        ("chief_engineer", "name"): "丁海平",
    }


def test_a_table_nested_in_a_cell_belongs_to_the_row_it_stands_in() -> None:
    paper = blank()
    outer = grid(paper, [["牵头单位", LEAD], ["专家团队", ""], ["项目负责人", "白川"]])
    inner = outer.cell(1, 1).add_table(2, 3)
    for row, texts in enumerate([["姓名", "工作单位", "职称"], ["康宁", "南粤理工大学", "教授"]]):
        for column, text in enumerate(texts):
            inner.cell(row, column).text = text
    assert values(saved(paper)) == {
        ("lead", "name"): LEAD,
        ("project_leader", "name"): "白川",
        ("experts", 0, "name"): "康宁",
        ("experts", 0, "employer"): "南粤理工大学",
        ("experts", 0, "title"): "教授",
    }


def test_labels_and_values_share_cells() -> None:
    paper = blank()
    paper.styles["Normal"].font.size = Pt(12)
    grid(
        paper,
        [
            ["申报单位（牵头单位）：" + LEAD, f"信用代码：{CODE}"],
            ["成立时间：2015.3.2", "注册资本：人民币伍仟万元整"],
            [
                "首席技术负责人：丁海平\n身份证号：440304197903051239\n职称：正高级工程师",
                "年龄：45岁",
            ],
        ],
    )
    assert values(saved(paper)) == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("lead", "established_on"): "2015-03-02",
        ("lead", "registered_capital"): "50000000.00",
        ("chief_engineer", "name"): "丁海平",
        ("chief_engineer", "id_number"): "440304197903051239",
        ("chief_engineer", "title"): "正高级工程师",
        ("chief_engineer", "age"): 45,
    }


def test_a_fact_names_its_place_and_quotes_the_print() -> None:
    paper = blank()
    grid(paper, [["牵头单位", LEAD], ["注册资本（万元）", "5,000"]])
    fact = facts_of(saved(paper)).get("lead", "registered_capital")
    assert fact is not None
    assert (fact.raw, fact.evidence[0].reader) == ("5,000", "docx")
    assert fact.evidence[0].place.where == "表1 第2行第2列"
    assert fact.confidence >= 0.97


def test_an_amount_without_any_unit_is_doubtful() -> None:
    paper = blank()
    grid(paper, [["牵头单位", LEAD], ["注册资本", "5000000"]])
    fact = facts_of(saved(paper)).get("lead", "registered_capital")
    assert fact is not None
    assert fact.confidence < 0.9


def test_a_form_that_knows_only_an_applicant_means_the_lead() -> None:
    paper = blank()
    grid(paper, [["申报单位", LEAD], ["统一社会信用代码", CODE], ["合作单位", "南粤理工大学"]])
    assert values(saved(paper)) == {
        ("lead", "name"): LEAD,
        ("lead", "uscc"): CODE,
        ("members", 0, "name"): "南粤理工大学",
    }


def test_the_line_of_signature_is_no_record_of_the_table_above() -> None:
    paper = blank()
    paper.add_heading("创新联合体成立申请表", 0)
    paper.add_paragraph("绩效目标")
    grid(paper, [["指标", "数量"], ["凝聚科技人才", "62"], ["编写人才工作报告", "1"]])
    paper.add_paragraph("单位（盖章）：\u3000\u3000\u3000\u3000\u3000申报日期：2022-07-20")
    assert values(saved(paper))["applied_on",] == "2022-07-20"
