"""Characters that readers take for one another (形近字).

The groups are of figures, letters and marks, and of what is known from practice; the table beside
this module holds, for each character of GB 2312, those that look most like it when drawn and those
that a reader gave instead (``tools/lookalikes.py`` makes it).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

_GROUPS = """
0OoQDＤ〇○ 1Il|!丨 2Zz 5Ss 8B3 6Gb 9gq UuVv CcG EF Xx× 日曰目田 末未朱 己已巳 人入八 土士上
干千于 大太犬丈 天夫无元兀 王玉主五 木本术 刀力刁 九丸几 儿几 口囗日 白自百 厂广 门问间闫闰阎
今令 午牛年 甲申由田电 贝见 手毛 风凤 乌鸟 代伐 仑仓 折拆析 拔拨 抬拾 拾恰 捡检险 扰拢 技枝 抗杭
招拍 持特待侍 提堤 换焕唤 授受 推椎 投没设 择泽释 护炉 住佳往任 任伍仕 什仕 估佑 作仵昨 伯佰柏
供洪 促捉 候侯 倍陪培 值植直 修侈 体休 使便 例列 低底抵 陆陵 陈阵 际标 阳阴 隆降 院完皖 限恨很
陕狭峡 随隋 障漳彰 部陪 邦帮 郑邓 邮邯 祁祈 福褔幅辐副 祖租组粗 祥详洋样 社杜 神伸 视现规 礼孔
禾木 秀季 种和 积枳 税锐 稳隐 秋秒 深琛探 圳训川 海悔每 沙砂 汕汉 汇江 河何 油抽 治冶 注往 洁浩
济挤 涛祷 清情晴睛青请 源原愿 温湿 湖胡 湾弯 滨宾 漫慢 潮朝 澳奥 兴共 永水 泳咏 冰水 冷泠 决块快
次吹 况祝 鑫森 铁铗 钢铜纲 铜桐 钦软 银根 锋峰蜂 镇填 锦棉绵 键健 铭名 云去 会全 合台 吉告 右石古
各名 向问 同问 启后 周用 和知 宇字 安按 宝室 实买 定走 宜宣 宫官 家冢 容客 富当 密蜜 寒塞 察祭
华毕 单革 博搏 卓章 南甫 卫下 印卯 厚原 友发反 双汉 叶计 司同 史吏 吴昊 吕昌 员圆 园圆国 图固
壹壶壸 贰贮貮 叁参 柒染 捌扒 玖政 仟千任 整正 万方 亿忆 工二 巨臣 巧功 布希 帅师 帆机 带常 平乎
并开 幸辛 庆床 应庄 庄压 库车 府俯 度席 康廉 建健 开井 弘红 张帐 强弹 德得 心必 志忘 忠患 恒垣
悦说 惠慧 成戊咸 戌戍戊 戴载 房屋 扬杨场 明朋 易昜 星皇 春看 晓哓 晨震 普晋 景影 晶品 曙署 朗郎
期朝 杰木 松忪 林材 枫机 栋拣 校较 核该 格洛 桂挂 桥侨 梁粱 梅海 榕溶 欣欧 歌哥 正止 武式 毅殷
民氏 气乞 沃天 波坡 秦泰奉 流疏 浦捕 淘陶 渔鱼 港巷 游遊 湘相 灵录 炎淡 炬距 烨晔 焊悍 照昭 熙煦
玛码 玲铃 珠殊 理埋 瑞端 瑶摇 环坏 用甩 甘廿 生主 男另 畅肠 畜蓄 皓浩 盈盆 盐监 盛咸 盟盈 研妍
碧珀 磁滋 确硝 秉乘 空穴 竞竟 童竜 管营菅 箭前 精情 糖塘 系糸 素索 紫柴 纪记 纳钠 纵纷 细绅 经径
结洁 绿录 维难 网冈 罗萝 羽习 翔祥 耀曜 联耿 聚骤 肖肯 育盲 胜姓 能熊 腾滕 航舫 舟丹 艺芝 范苑
蓝篮 薄簿 藏臧 虹虾 融触 行衍 装袭 裕格 西酉 要耍 观现 言信 讯汛 许讦 论沦 诚城 评坪 诺若 谊宜
谐楷 谱普 财材 货贷 质盾 贸贺 资咨 赛寨 赢羸 起赴 超趋 越赵 跃沃 车东 轩杆 辉晖 辰唇 迅讯 迈万
进迸 远运 连莲 迪油 逸免 通遁 道遒 遨邀 酒洒 里理 量重 长张 闵闽 雅稚 霖森 露路 韦书 顺项 顾硕
颖颍 马鸟 驰弛 骏俊 鸿鸣 余佘 冼洗 沈忱 芮内 邢那 邱印 郝赫 戚威 粟栗 晏宴 尹伊 付什 刘列 到列
孙外 国囯固 圆园图 市布币 旗旅族旋施
"""


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group in _GROUPS.split():
        for char in group:
            found[char].update(set(group) - {char})
    for line in Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines():
        for other in line[1:]:
            found[line[0]].add(other)
            found[other].add(line[0])
    return {char: frozenset(others) for char, others in found.items()}


def alike(a: str, b: str) -> bool:
    """Whether two characters are equal or taken for one another by readers."""
    return a == b or b in neighbours(a)


def neighbours(char: str) -> frozenset[str]:
    """The characters a reader may have seen instead."""
    return _neighbours().get(char, frozenset())
