"""Forms of other programs: a society that applies, a city's filing form, three columns."""

from __future__ import annotations

from tests.kinds.application_form.paper import blank, grid, saved, values


def test_a_society_applies_and_a_company_leads() -> None:
    paper = blank()
    paper.add_paragraph("北京市科协创新联合体成立申请表")
    rows = [
        ["联合体名称", "京西光电子产业创新联合体", "", "联合体类型", "□区域 ☑产业"],
        ["申报单位", "学会名称", "北京激光学会", "登记证号/信用代码", "51110000500001234H"],
        ["", "理事长", "钱又川", "秘书长", "王五一"],
        ["牵头单位", "单位名称", "北京衡光科技股份有限公司", "单位性质", "国有企业☐ 民营企业☑"],
        ["", "注册地址", "北京市海淀区中关村南大街1号", "法定代表人/电话", "苏晚晴/010-88000000"],
        [
            "成员单位",
            "1.北京光学学会（市学会）\n2.中国光学工程学会（全国学会）\n3.京北光电园（园区）",
            "",
            "",
            "",
        ],
        ["申请经费", "10万元", "", "建设周期", "2022年7月至2024年6月"],
        ["预期成果", "1.发布技术路线图1份；2.开展学术交流不少于4场。", "", "", ""],
        ["申报单位意见", "同意申报。\n（盖章）\n2022年7月1日", "", "", ""],
        ["北京市科协意见", "同意。\n2022年8月1日", "", "", ""],
    ]
    spans = [(0, 1, 0, 2), (1, 0, 2, 0), (3, 0, 4, 0), (5, 1, 5, 4), (6, 1, 6, 2)]
    grid(paper, rows, *spans, *((n, 1, n, 4) for n in (7, 8, 9)))
    assert values(saved(paper)) == {
        ("project_name",): "京西光电子产业创新联合体",
        ("applicant", "name"): "北京激光学会",
        ("applicant", "uscc"): "51110000500001234H",
        ("lead", "name"): "北京衡光科技股份有限公司",
        ("lead", "kind"): "enterprise",
        ("lead", "address"): "北京市海淀区中关村南大街1号",
        ("lead", "legal_representative"): "苏晚晴",
        ("members", 0, "name"): "北京光学学会",
        ("members", 0, "kind"): "city-society",
        ("members", 1, "name"): "中国光学工程学会",
        ("members", 1, "kind"): "national-society",
        ("members", 2, "name"): "京北光电园",
        ("members", 2, "kind"): "park",
        ("grant",): "100000.00",
        ("period_from",): "2022-07-01",
        ("period_until",): "2024-06-30",
        ("targets", 0, "item"): "发布技术路线图",
        ("targets", 0, "number"): 1,
        ("targets", 0, "unit"): "份",
        ("targets", 1, "item"): "开展学术交流",
        ("targets", 1, "number"): 4,
        ("targets", 1, "unit"): "场",
        ("applied_on",): "2022-07-01",
    }


def test_figures_by_year_under_a_merged_label_and_sources_beside_expenses() -> None:
    paper = blank()
    paper.add_paragraph("牵头单位：（公章）             西安锐昇动力股份有限公司")
    paper.add_paragraph("推荐单位：西安市科学技术局")
    grid(
        paper,
        [
            ["成立时间", "2009-08", "注册资本", "1.2亿元"],
            ["企业规模", "□大型 ☑中型 □小型", "所属领域", "高端装备"],
            ["近两年营业收入（万元）", "2022年", "50123.4", ""],
            ["", "2023年", "60234.5", ""],
            ["近两年研发经费支出（万元）", "2022年", "3001.2", ""],
            ["", "2023年", "4002.3", ""],
        ],
        (2, 0, 3, 0), (4, 0, 5, 0), (2, 2, 2, 3), (3, 2, 3, 3), (4, 2, 4, 3), (5, 2, 5, 3),
    )  # fmt: skip
    paper.add_paragraph("四、经费来源与支出（单位：万元）")
    grid(
        paper,
        [
            ["经费来源", "", "经费支出", ""],
            ["科目", "金额", "科目", "金额"],
            ["申请财政资金", "200", "设备费", "150"],
            ["单位自筹", "600", "材料费", "650"],
            ["合计", "800", "合计", "800"],
        ],
        (0, 0, 0, 1), (0, 2, 0, 3),
    )  # fmt: skip
    paper.add_paragraph("五、考核指标")
    paper.add_paragraph("（一）申请发明专利10件以上；（二）培养博士5名。")
    assert values(saved(paper)) == {
        ("lead", "name"): "西安锐昇动力股份有限公司",
        ("lead", "established_on"): "2009-08",
        ("lead", "registered_capital"): "120000000.00",
        ("lead", "kind"): "medium-enterprise",
        ("industry",): "高端装备",
        ("revenue", "2022"): "501234000.00",
        ("revenue", "2023"): "602345000.00",
        ("rd_expense", "2022"): "30012000.00",
        ("rd_expense", "2023"): "40023000.00",
        ("grant",): "2000000.00",
        ("matching_funds",): "6000000.00",
        ("budget", 0, "item"): "设备费",
        ("budget", 0, "amount"): "1500000.00",
        ("budget", 1, "item"): "材料费",
        ("budget", 1, "amount"): "6500000.00",
        ("targets", 0, "item"): "申请发明专利",
        ("targets", 0, "number"): 10,
        ("targets", 0, "unit"): "件",
        ("targets", 1, "item"): "培养博士",
        ("targets", 1, "number"): 5,
        ("targets", 1, "unit"): "名",
    }


def test_three_columns_with_owners_and_units_down_the_side() -> None:
    paper = blank()
    rows = [
        ["项 目 名 称", "", "低空物流网络创新联合体"],
        ["申 报 单 位", "名      称", "深圳云翼科技有限公司"],
        ["", "组织机构代码/统一社会信用代码", "91440300MA5G8XK72P"],
        ["", "地      址", "深圳市福田区莲花街道1号"],
        ["", "注 册 资 金", "人民币 3000 万元"],
        ["项目负责人", "姓    名", "白川"],
        ["", "职    称", "高级工程师"],
        ["首席技术负责人", "姓    名", "丁海平"],
        ["", "年    龄", "45"],
        ["经费（万元）", "项目总投资", "1000"],
        ["", "申请资助", "300"],
        ["", "自筹", "700"],
        ["起止年限", "", "2024年至2026年"],
    ]
    spans = [(0, 0, 0, 1), (1, 0, 4, 0), (5, 0, 6, 0), (7, 0, 8, 0), (9, 0, 11, 0), (12, 0, 12, 1)]
    grid(paper, rows, *spans)
    assert values(saved(paper)) == {
        ("project_name",): "低空物流网络创新联合体",
        ("lead", "name"): "深圳云翼科技有限公司",
        ("lead", "uscc"): "91440300MA5G8XK72P",
        ("lead", "address"): "深圳市福田区莲花街道1号",
        ("lead", "registered_capital"): "30000000.00",
        ("project_leader", "name"): "白川",
        ("project_leader", "title"): "高级工程师",
        ("chief_engineer", "name"): "丁海平",
        ("chief_engineer", "age"): 45,
        ("grant",): "3000000.00",
        ("matching_funds",): "7000000.00",
        ("period_from",): "2024-01-01",
        ("period_until",): "2026-12-31",
    }
