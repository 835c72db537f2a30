"""What agreements and contracts say, by group: titles, roles, labels, clauses."""

from __future__ import annotations

from dataclasses import dataclass

Worded = tuple[tuple[str, str], ...]
"""Pairs that are drawn together."""


@dataclass(frozen=True)
class Accord:
    """Wordings of an agreement (合作协议)."""

    titles: tuple[str, ...]
    roles: Worded
    """Who leads, who takes part."""
    tasks: tuple[str, ...]
    """How a unit's work is said; empty: as the plan says it."""
    rights: tuple[str, ...]
    """Clauses on intellectual property; empty: the world's."""


@dataclass(frozen=True)
class Hiring:
    """Wordings of a contract of employment (劳动合同, 聘用合同)."""

    titles: tuple[str, ...]
    public_titles: tuple[str, ...]
    part_titles: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    public: tuple[str, str]
    full: Worded
    """Sentences on hours, each with the words that make it full time."""
    part: Worded
    terms: tuple[str, ...]


ACCORDS = {
    "main": Accord(
        titles=(
            "创新联合体合作协议", "创新联合体共建协议", "创新联合体合作协议书", "共建创新联合体协议", "合作协议书",
            "联合体协议书", "产学研合作协议", "共同组建创新联合体合同书", "联合研发合作合同",
        ),
        roles=(("牵头单位", "参与单位"), ("牵头单位", "参与单位"), ("牵头方", "参与方")),
        tasks=(),
        rights=(),
    ),
    "held-out": Accord(
        titles=(
            "协同创新联合体组建协议", "关于共建创新联合体的协议", "创新联合体联合申报及合作协议", "联合攻关合作合同书",
            "技术合作开发合同", "创新联合体成员单位合作合同",
        ),
        roles=(("牵头单位", "成员单位"), ("牵头方", "合作方"), ("牵头单位", "联合单位"), ("牵头单位", "协作单位")),
        tasks=("主要从事{}", "组织实施{}", "完成{}等研究任务", "就{}投入人员、场地和设备并按期交付成果", "具体实施{}"),
        rights=(
            ("各方确认：本协议签订前各自持有的专利、软件著作权及技术秘密不因合作而变更权属。合作中新形成的成果，"
            "独立完成的归该方，两方以上共同完成的由完成方按贡献比例共有，共有人行使权利所得收益按比例分享。"),
            ("合作期内取得的专利申请权、论文署名权及科技奖励申报权，由实际作出创造性贡献的一方享有；"
            "难以区分贡献的，由牵头方与该项任务的承担方平均享有。任何一方对外许可前应征得其他权利人书面同意。"),
            ("联合体成果的所有权属于产生该成果的单位，其他成员享有同等条件下的优先受让权和优先使用权；"
            "成果转化所得净收益在扣除成本后，按各单位经费投入的比例进行分配。"),
        ),
    ),
}  # fmt: skip

HIRINGS = {
    "main": Hiring(
        titles=("劳动合同书", "劳动合同", "员工劳动合同书"),
        public_titles=("聘用合同书", "事业单位聘用合同书"),
        part_titles=("非全日制用工劳动合同", "非全日制劳动合同书"),
        first=("甲方（用人单位）", "甲方（用人单位）", "甲方（单位）"),
        second=("乙方（劳动者）", "乙方（劳动者）", "乙方（员工）"),
        public=("甲方（聘用单位）", "乙方（受聘人员）"),
        full=(
            ("乙方实行标准工时制，每日工作八小时，每周工作四十小时。", "标准工时制"),
            ("甲方安排乙方执行标准工时工作制，为全日制用工，每周休息日为周六、周日。", "全日制"),
            ("乙方所在岗位实行不定时工作制，乙方为甲方全职员工，不得在其他单位兼职。", "全职"),
            ("双方同意按标准工时工作制执行，每天工作不超过8小时，平均每周不超过40小时。", "标准工时工作制"),
        ),
        part=(
            ("乙方以小时计酬为主，平均每日工作时间不超过四小时，每周累计不超过二十四小时，为非全日制用工。", "非全日制"),
            ("本合同为非全日制用工，乙方每周到岗两个半天，可与其他单位同时建立劳动关系。", "非全日制用工"),
        ),
        terms=("劳动合同期限", "合同期限"),
    ),
    "held-out": Hiring(
        titles=("劳动合同", "劳 动 合 同", "劳动合同（企业版）", "劳动用工合同书"),
        public_titles=("聘用合同", "工作人员聘用合同书"),
        part_titles=("非全日制用工合同书", "非全日制劳动合同"),
        first=("用人单位（甲方）", "甲方（用人单位）"),
        second=("劳动者（乙方）", "乙方（员工）"),
        public=("聘用单位（甲方）", "受聘人员（乙方）"),
        full=(
            ("甲方实行标准工时制度，乙方每周工作五天，每天八小时。", "标准工时制度"),
            ("乙方属甲方专职人员，执行甲方考勤制度，每周工作四十小时。", "专职人员"),
            ("乙方的岗位执行综合计算工时工作制，并保证全日制在岗。", "全日制在岗"),
        ),
        part=(
            ("乙方系非全日制用工，每周工作时间累计不超过二十四小时，按小时计付报酬。", "非全日制用工"),
            ("乙方以非全日制形式为甲方提供劳动，日均工作不超过四小时。", "非全日制"),
        ),
        terms=("合同期", "期限"),
    ),
}  # fmt: skip
