"""营业执照, in the layouts of its day: six items (Shenzhen), portrait, landscape, electronic."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from corpora.layout import lay
from corpora.paper import Paper
from corpora.print_forms import bare, capitals
from corpora.world import Unit

LANDSCAPE, WITHOUT_TERM = date(2019, 3, 1), date(2022, 3, 1)
# By their form; a group has some of them.
_SIX = (
    "six_items",
    "six_plain",
    "six_centred",
    "six_framed",
    "six_2013",
    "six_wavy",
    "six_agents_scan",
    "six_right_heads",
    "six_dotted_lines",
    "six_original_stack",
)
_PORTRAIT = (
    "portrait",
    "portrait_ruled",
    "portrait_2014",
    "portrait_2016",
    "portrait_two_codes",
    "portrait_dotted",
    "portrait_reduced",
    "portrait_numbered_items",
    "portrait_table_rows",
    "portrait_overprinted",
    "portrait_foot_pairs",
)
_ELECTRONIC = (
    "electronic",
    "landscape_copy",
    "applet",
    "phone_card",
    "hall_print",
    "archive_extract",
    "landscape_one_column",
    "landscape_three_columns",
    "landscape_scope_right",
    "electronic_use_record",
)
_PLAIN = (
    "landscape_grid",
    "landscape_copy",
    "half_sheet",
    "annexed_copy",
    "landscape_scan_sheet",
    "archive_extract",
    "landscape_one_column",
    "landscape_three_columns",
    "landscape_scope_right",
    "landscape_original_a3",
    "landscape_overprinted",
)
_WITH_TERM = (
    "landscape_2019",
    "landscape_copy",
    "landscape_wide",
    "landscape_plain_ground",
    "landscape_scan_sheet",
    "landscape_labels_over",
    "landscape_one_column",
    "landscape_three_columns",
    "landscape_scope_right",
    "landscape_original_a3",
    "landscape_overprinted",
)
_SIX_ACROSS = (
    "six_across",
    "six_wide",
    "six_across_agent",
    "six_band_across",
    "six_across_hint_row",
    *_WITH_TERM,
)
_LATEST = (
    "landscape_2022",
    "landscape_copy",
    "landscape_wide",
    "landscape_plain_ground",
    "landscape_scan_sheet",
    "landscape_labels_over",
    "landscape_one_column",
    "landscape_three_columns",
    "landscape_scope_right",
    "landscape_original_a3",
    "landscape_overprinted",
)

_LABELS = {
    "法定代表人": {"head": "法定代表人", "address": "住所", "capital": "注册资本", "term": "营业期限"},
    "负责人": {"head": "负责人", "address": "营业场所", "capital": "", "term": "营业期限"},
    "执行事务合伙人": {"head": "执行事务合伙人", "address": "主要经营场所", "capital": "出资额", "term": "合伙期限"},
}  # fmt: skip


def licence(
    unit: Unit, random: Random, group: str, qr_of: Unit | None = None, *, full: bool = True
) -> Paper:
    """A unit's licence.

    Args:
        unit: whose it is.
        random: source of every choice.
        group: of layouts.
        qr_of: whom its QR code names, if that is another.
        full: whether it names the capital, which those of Shenzhen leave out.
    """
    labels = _LABELS[unit.head_label]
    return lay(
        "business-license", "营业执照", group, random, _of_its_day(unit, random, full=full),
        unit=unit, labels=labels, capital=_capital(unit, random), qr_text=_named(qr_of) if qr_of else _qr(unit, random),
        open_end=random.choice(("长期", "长期", "永续经营", "无固定期限", "永久")),
        authority_number=unit.division[:4] + f"00{random.randrange(10**7):07d}",
        downloaded=unit.issued + timedelta(days=random.randrange(1, 200)),
    )  # fmt: skip


def _of_its_day(unit: Unit, random: Random, *, full: bool) -> tuple[str, ...]:
    shenzhen = unit.authority.startswith("深圳")
    if unit.issued < LANDSCAPE:
        six = shenzhen and random.random() < 0.6
        return _SIX if six else _PORTRAIT
    if shenzhen and not full and random.random() < 0.5:
        return _SIX_ACROSS
    if random.random() < 0.2:
        return _ELECTRONIC
    if random.random() < 0.2:
        return _PLAIN
    return _WITH_TERM if unit.issued < WITHOUT_TERM else _LATEST


def _capital(unit: Unit, random: Random) -> str:
    """A capital as licences print it."""
    thousands = unit.capital / 10000
    words = capitals(unit.capital)
    if unit.capital % 10000:
        return random.choice(
            (f"{thousands:.4f}万元人民币", f"人民币{thousands:.4f}万元", f"{thousands:.4f}万人民币")
        )
    return random.choice((
        f"{bare(thousands)}万元人民币", f"{thousands:.4f}万元人民币", f"人民币{words}", words, f"{bare(thousands)}万元",
        f"人民币{thousands:,.0f}万元", f"人民币{thousands:.4f}万元整", words.replace("元", "圆"), f"{bare(thousands)}.0000万人民币",
    ))  # fmt: skip


def _qr(unit: Unit, random: Random) -> str:
    """Newer codes lead to a token; older ones name the unit."""
    if unit.issued >= LANDSCAPE or random.random() < 0.4:
        token = "".join(random.choice("0123456789ABCDEFabcdef") for _ in range(40))
        return f"http://www.gsxt.gov.cn/index.html?token={token}"
    return _named(unit)


def _named(unit: Unit) -> str:
    return f"名称:{unit.name};统一社会信用代码:{unit.uscc};"
