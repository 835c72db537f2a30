"""Chinese surnames (姓氏): whether a text of Chinese characters may be a person's name."""

from __future__ import annotations

import re

SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛"
    "奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康"
    "伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵"
    "席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗"
    "丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫"
    "乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄"
    "印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛"
    "寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国"
    "文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后"
    "荆红游竺权逯盖益桓公付肖闫苑代邸佟兰揣楚智仝展岳初由原迟信亢阳敬令逢苟苌揭青檀冼覃佘邝邬"
    "粟隋吾庹商海奉占战鹿帅植练母危官门麦缑矫栗郇萨麹豆仉侴修展朴祖靖花郄郅崇谌盘冒闭桐延晋"
)
"""Surnames of one character: 百家姓 and what is common today besides."""
DOUBLE = frozenset({
    "万俟", "司马", "上官", "欧阳", "夏侯", "诸葛", "闻人", "东方", "赫连", "皇甫", "尉迟",
    "公羊", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "公孙", "仲孙",
    "轩辕", "令狐", "钟离", "宇文", "长孙", "慕容", "鲜于", "闾丘", "司徒", "司空", "呼延",
    "端木", "南宫", "西门", "百里", "独孤", "拓跋", "完颜", "纳兰", "叶赫",
})  # fmt: skip
"""Surnames of two characters."""
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,10})+")
_PLAIN = re.compile(r"[\u3400-\u9fff]{2,4}")


def surnamed(text: str) -> bool:
    """Whether a text has the shape of a Chinese name and begins with a known surname.

    Two or three characters behind a single surname's, four only with a surname of two or two
    surnames (``王李思远``); transcribed names are parted by ``·``.
    """
    if _DOTTED.fullmatch(text):
        return True
    if not _PLAIN.fullmatch(text):
        return False
    if text[:2] in DOUBLE:
        return len(text) >= 3
    if len(text) == 4:
        return text[0] in SINGLE and text[1] in SINGLE
    return text[0] in SINGLE
