"""What a piece of a sentence says by itself (句中一截): a sex, a birth, a title, a place."""

from __future__ import annotations

import re
from collections.abc import Mapping

from docint.kinds.application_form.choices import ROLE
from docint.kinds.application_form.owners import Family
from docint.kinds.application_form.senses import CODE, IDENTITY, KIND, TITLE

DAY = r"(?:19|20)\d\d\s*(?:年|[-./])\s*\d{1,2}\s*(?:月|[-./])\s*\d{1,2}\s*日?"
"""A full date in figures …"""
SPELLED = (
    r"[一二][九〇零○][〇零○一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月"
    r"(?:[一二三四五六七八九十]{1,3}日)?"
)
"""… and one in words."""
PIECES: Mapping[Family, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "person": (
        ("sex", re.compile(r"(?:性别[:：]?)?(?P<value>[男女])")),
        ("id_number", re.compile(rf"[^\d]*?(?P<value>{IDENTITY.pattern})")),
        (
            "birth_date",
            re.compile(
                r"(?:出?生于?|(?:出生(?:日期|年月日?|时间)|生日)为?[:：]?)?(?P<value>19\d\d\s*(?:年|[-./])\s*\d{1,2}"
                rf"\s*(?:月|[-./])?\s*(?:\d{{1,2}}\s*日?)?|{SPELLED})(?:出?生)?"
            ),
        ),
        ("age", re.compile(r"(?:现年|今年|时年|年龄为?[:：]?)?(?P<value>\d\d(?:周?岁)?)")),
        (
            "title",
            re.compile(
                rf"(?:现任|其?职称为?[:：]?|具有|具备|取得|获得|获评|评为|拥有)?了?(?P<value>{TITLE.pattern})"
                r"(?:任职)?(?:职称|资格)?"
            ),
        ),
        (
            "role",
            re.compile(
                r"(?:主要)?(?:负责|承担|分工为?|任务为?)[:：]?(?P<value>[\u4e00-\u9fff]{2,20})"
            ),
        ),
    ),
    "unit": (
        ("uscc", re.compile(rf"[^\dA-Z]*?(?P<value>{CODE.pattern})")),
        (
            "legal_representative",
            re.compile(
                r"(?:法定代表人|法人代表|法人)(?:姓名|为|是|[:：])*(?P<value>[\u4e00-\u9fff·]{2,6})"
            ),
        ),
        (
            "role",
            re.compile(
                rf"(?:角色|身份)?(?:[为系是:：]|作为)?(?:[本该]?(?:创新)?(?:联合体|项目)的?)?(?P<value>{ROLE.pattern})"
            ),
        ),
        (
            "established_on",
            re.compile(
                rf"(?:[于自]?(?P<value>(?:19|20)\d\d年\d{{1,2}}月(?:\d{{1,2}}日)?|{SPELLED})"
                r"(?:在[\u4e00-\u9fff]{2,8})?(?:依法|正式|登记|注册|核准)*(?:成立|设立|创立|创办))"
            ),
        ),
        (
            "established_on",
            re.compile(
                rf"(?:依法|正式|登记|注册)*(?:成立|设立|创立|创办|注册)[于自](?P<value>{DAY}|{SPELLED})"
            ),
        ),
        (
            "kind",
            re.compile(
                rf"(?:单位|企业|法人)?(?:类型|性质|类别)?[为是属于系:：]*(?P<value>{KIND.pattern})(?:类|性质)?"
            ),
        ),
        (
            "address",
            re.compile(
                r"(?:注册|登记|法定)?(?:住所地?|地址|址)?(?:设|位|坐落|落户|为|是|系|在|于|[:：])*"
                r"(?P<value>(?=.{2,9}[省市区县])[\u4e00-\u9fff][^，,；;。]*\d+号?[^，,；;。]*)"
            ),
        ),
        (
            "district",
            re.compile(
                r"(?:地属|隶属于?|属于?|归属|所属(?:区|辖区|行政区)[为是:：]?|注册(?:于|在)|登记(?:于|在))"
                r"(?P<value>[\u4e00-\u9fff]{2,14}[区县市])"
            ),
        ),
        (
            "phone",
            re.compile(
                r"(?:(?:联系|办公)?电话|手机|联系方式|座机)(?:号码)?[为是:：]?"
                r"(?P<value>1\d{10}|0\d{2,3}-?\d{7,8})"
            ),
        ),
        ("email", re.compile(r"[\u4e00-\u9fff]*[:：]?(?P<value>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
    ),
}
"""By family the fields that a whole piece may say, the surest first."""
