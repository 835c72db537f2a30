"""An evaluation shown: tables for a terminal, plain data for a machine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table

from docint.evaluate.measure import Evaluation, Score
from docint.evaluate.shares import Share

SCHEMA = "docint.evaluation/1"


def as_json(made: Evaluation) -> dict[str, Any]:
    """Everything as plain data, rates included."""
    return {
        "schema": SCHEMA,
        "bundles": made.bundles,
        "total": _score(made.total),
        "fields": {
            kind: {name: _score(score) for name, score in scores.items()}
            for kind, scores in made.fields.items()
        },
        "origins": {origin: _score(score) for origin, score in made.origins.items()},
        "pages": _share(made.pages),
        "documents": _share(made.documents),
        "splitting": _share(made.splitting),
        "confusions": dict(made.confusions),
        "critical": {quality: _share(share) for quality, share in made.critical.items()},
        "boxed": _share(made.boxed),
        "boxes": {**_share(made.boxes), "overlap": _round(made.overlap)},
        "proved": _share(made.proved),
        "seals": {
            "seen": _share(made.sealed.seen),
            "named": _share(made.sealed.named),
            "under": _share(made.sealed.under),
        },
        "planted": {code: _share(share) for code, share in made.planted.items()},
        "unplanted": dict(made.unplanted),
        "clean": {"bundles": made.clean, "false_alarms": made.false_alarms},
        "calibration": {"ece": _round(made.ece), "bins": [asdict(one) for one in made.bins]},
        "unjudged": dict(made.unjudged),
        "mistakes": [dict(one) for one in made.mistakes],
        "overlooked": [dict(one) for one in made.overlooked],
        "beside": [dict(one) for one in made.beside],
    }


def show(made: Evaluation, fields: bool = True) -> RenderableType:
    """Tables for a terminal.

    Args:
        made: the measures.
        fields: also every field of every type.
    """
    tables = [_types(made), _classes(made), _findings(made), _sure(made)]
    if fields:
        tables.insert(1, _fields(made))
    return Group(*tables)


def _score(score: Score) -> dict[str, Any]:
    rates = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {**asdict(score), **{name: _round(rate) for name, rate in rates.items()}}


def _share(share: Share) -> dict[str, Any]:
    return {**asdict(share), "rate": _round(share.rate)}


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def percent(value: float | None) -> str:
    """A share as people read it; a dash for none."""
    return "—" if value is None else f"{100 * value:.1f} %"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, justify="left" if number == 0 else "right")
    return table


def _counted(name: str, score: Score) -> Iterator[str]:
    yield name
    yield from (percent(score.precision), percent(score.recall), percent(score.f1))
    yield from (str(n) for n in (score.right, score.wrong, score.spurious, score.missed))


_COUNTS = ("精确率", "召回率", "F1", "正确", "有误", "多出", "缺失")


def _types(made: Evaluation) -> Table:
    table = _table(f"字段，共 {made.bundles} 份申报", "文件类型", *_COUNTS)
    for kind, scores in made.fields.items():
        table.add_row(*_counted(kind, sum(scores.values(), Score())))
    table.add_section()
    for origin, score in made.origins.items():
        table.add_row(*_counted(f"（{origin or '未注明来源'}）", score))
    table.add_section()
    table.add_row(*_counted("合计", made.total))
    if made.unjudged:
        table.caption = f"另有 {sum(made.unjudged.values())} 项事实所属字段未作标注，不计入"
    return table


def _fields(made: Evaluation) -> Table:
    table = _table("逐字段", "字段", *_COUNTS)
    for kind, scores in made.fields.items():
        table.add_section()
        for name, score in scores.items():
            table.add_row(*_counted(f"{kind} {name}", score))
    return table


def _classes(made: Evaluation) -> Table:
    table = _table("识别与定位", "项目", "比例", "计数")
    rows: Mapping[str, Share] = {
        "页面类型正确": made.pages,
        "文件类型正确": made.documents,
        "文件页码范围正确": made.splitting,
        "事实带有位置框": made.boxed,
        "位置框落在原文上": made.boxes,
        "有两个佐证的金额正确": made.proved,
        "扫描件印章检出": made.sealed.seen,
        "印章名称读对": made.sealed.named,
        "印章下文字读出": made.sealed.under,
        **{f"关键文字识读（{quality}）": share for quality, share in made.critical.items()},
    }
    for name, share in rows.items():
        table.add_row(name, percent(share.rate), f"{share.hits} / {share.of}")
    table.add_row("位置框平均重合度", percent(made.overlap), "")
    for pair, count in made.confusions.items():
        table.add_row(f"误判：{pair}", "", str(count))
    return table


def _findings(made: Evaluation) -> Table:
    table = _table("核验发现", "代码", "检出", "计数", "另有（高、中）")
    for code in sorted({*made.planted, *made.unplanted}):
        share = made.planted.get(code, Share())
        counts = f"{share.hits} / {share.of}" if share.of else ""
        table.add_row(code, percent(share.rate), counts, str(made.unplanted.get(code, "")))
    every = sum(made.planted.values(), Share())
    table.add_section()
    table.add_row(
        "合计",
        percent(every.rate),
        f"{every.hits} / {every.of}",
        str(sum(made.unplanted.values())),
    )
    each = made.false_alarms / made.clean if made.clean else None
    alarms = "—" if each is None else f"每份 {each:.2f}"
    table.add_row(f"无植入问题的 {made.clean} 份", alarms, "", str(made.false_alarms))
    return table


def _sure(made: Evaluation) -> Table:
    error = "—" if made.ece is None else f"{made.ece:.4f}"
    table = _table(f"置信度校准（ECE {error}）", "置信度不低于", "平均置信度", "实际正确率", "数量")
    for one in made.bins:
        table.add_row(
            f"{one.least:.2f}", percent(one.confidence), percent(one.accuracy), str(one.count)
        )
    return table
