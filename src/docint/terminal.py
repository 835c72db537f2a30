"""Tables for the terminal: a report at a glance, a call at a glance, policies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from docint.report import wording
from docint.report.masked import masked
from docint.types.article import Policy, Rule

COLOR = {"high": "bold red", "medium": "yellow", "low": "cyan"}


def show_report(console: Console, report: Mapping[str, Any], out: Path) -> None:
    """Verdict, findings, and where the report lies; personal numbers masked."""
    report = masked(report)
    counts = report["summary"]
    verdict, meaning = wording.RECOMMENDATION[counts["recommendation"]]
    console.print(f"[bold]{verdict}[/bold]  {meaning}")
    for remark in report["remarks"]:
        console.print(Text("提示：" + remark, style="yellow"))
    if report["findings"]:
        console.print(_findings(report["findings"]))
    refused = len(report["refused"])
    console.print(
        f"材料 {len(report['documents'])} 份；重要 {counts['high']}，一般 {counts['medium']}，"
        f"提示 {counts['low']}，未能核实 {counts['unknown']}"
        + (f"；未能读取 {refused} 处" if refused else "")
    )
    console.print(f"报告：{out / 'report.html'}", soft_wrap=True, highlight=False, markup=False)


def _findings(findings: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("程度", "事项", "对象", "申报", "材料所载", "依据"):
        table.add_column(title, overflow="fold")
    for finding in findings:
        severity = finding["severity"]
        found = finding["found"]
        table.add_row(
            Text(wording.SEVERITY[severity], style=COLOR[severity]),
            Text(finding["title"]),
            Text(finding["subject"]),
            Text(wording.value(finding["declared"]["value"]) if finding["declared"] else "—"),
            Text(wording.value(found[-1]["value"]) if found else "—"),
            Text(finding["rule"]["article"] if finding["rule"] else "—"),
        )
    return table


def outcome(row: Mapping[str, Any]) -> str:
    """How a bundle of a call fared, in a few words."""
    counts = row["summary"]
    if counts is None:
        return f"未完成，{row['error']}"
    verdict = wording.RECOMMENDATION[counts["recommendation"]][0]
    return f"{verdict}（重要 {counts['high']}，一般 {counts['medium']}）"


def show_rows(console: Console, rows: Sequence[Mapping[str, Any]], out: Path) -> None:
    """How each bundle of a call fared."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("申报件", "建议", "重要", "一般", "提示", "未能核实"):
        table.add_column(title, overflow="fold")
    for row in rows:
        counts = row["summary"]
        if counts is None:
            table.add_row(Text(row["name"]), Text(f"未完成：{row['error']}", style="red"))
            continue
        table.add_row(
            Text(row["name"]),
            wording.RECOMMENDATION[counts["recommendation"]][0],
            *(str(counts[key]) for key in ("high", "medium", "low", "unknown")),
        )
    console.print(table)
    console.print(f"总表：{out / 'index.html'}", soft_wrap=True, highlight=False, markup=False)


def show_policies(console: Console, policies: Sequence[Policy]) -> None:
    """All programs, a line each."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("名称", "办法", "条款", "规则", "专家", "施行期"):
        table.add_column(title, overflow="fold")
    for policy in policies:
        statuses = [article.status for article in policy.articles]
        span = f"{policy.valid_from or ''} — {policy.valid_until or ''}".strip(" —")
        table.add_row(
            policy.name,
            policy.title,
            str(len(statuses)),
            str(statuses.count("rule")),
            str(statuses.count("expert")),
            span or "—",
        )
    console.print(table)


def show_policy(console: Console, policy: Policy) -> None:
    """One program's articles, their standing, and what each asks."""
    console.print(Text(f"《{policy.title}》 {policy.issuer}", style="bold"))
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("条款", "性质", "原文", "核验项与参数"):
        table.add_column(title, overflow="fold")
    for article in policy.articles:
        rules = "\n".join(map(_rule, article.rules))
        table.add_row(
            Text(article.number), wording.STATUS[article.status], Text(article.quote), Text(rules)
        )
    console.print(table)


def _rule(rule: Rule) -> str:
    """A rule's check and parameters, and where it is not asked of everyone in full."""
    stage = "（验收阶段）" if rule.stage == "acceptance" else ""
    lowered = f"（至多{wording.SEVERITY[rule.severity]}）" if rule.severity else ""
    given = "".join(f"\n  {k}：{wording.parameter(v)}" for k, v in rule.parameters.items())
    return rule.check + stage + lowered + given + (f"\n  注：{rule.note}" if rule.note else "")


def show_chain(console: Console, links: Mapping[str, Any]) -> None:
    """A finding's chain, from the article down to the printed text."""
    result = links["result"]
    head = f"{links['id']}  {links['title']}（{links['subject']}）"
    console.print(Text(head, style="bold"))
    for title, lines in (
        ("条文", _article_lines(links["article"])),
        ("规则", _rule_lines(links["rule"])),
        ("数据与原文位置", [line for fact in links["facts"] for line in _fact_lines(fact)]),
        ("结果", [f"{wording.OUTCOME[result['outcome']]}：{result['message']}"]),
        ("影响", [result["weight"]] if result["weight"] else []),
        ("可由何种材料核实", [result["settled_by"]] if result["settled_by"] else []),
    ):
        if lines:
            console.print(Text(f"\n{title}", style="cyan"))
            for line in lines:
                console.print(Text("  " + line))


def _article_lines(article: Mapping[str, Any] | None) -> list[str]:
    if article is None:
        return ["本项不出自某一条文，适用于各办法的全部申报。"]
    mark = "（引自修复文本）" if article["restored"] else ""
    return [f"《{article['title']}》{article['number']}{mark}", article["quote"]]


def _rule_lines(rule: Mapping[str, Any]) -> list[str]:
    lines = [f"{rule['statement']}（{rule['check']}）"]
    lines += [
        f"{wording.asked(one['meaning']) or one['name']}：{wording.parameter(one['value'])}"
        for one in rule["parameters"]
    ]
    return [*lines, f"条文的适用：{rule['note']}"] if rule["note"] else lines


def _fact_lines(fact: Mapping[str, Any]) -> list[str]:
    spot = f"（{fact['spot']}）" if fact["spot"] else ""
    lines = [
        f"[{fact['role']}] {wording.value(fact['value'])}",
        f"    {fact['field']}，可信度 {fact['confidence']:.0%}",
        f"    {fact['place']}{spot}",
        f"    原文“{fact['text']}”",
    ]
    marks = ((("佐证" if w["agrees"] else "另一读数"), w["note"]) for w in fact["witnesses"])
    return lines + [f"    {kind}：{note}" for kind, note in marks if note]


def show_difference(console: Console, found: Mapping[str, Any]) -> None:
    """What two programs ask differently."""
    console.print(Text("　对比　".join(f"《{title}》" for title in found["titles"]), style="bold"))
    if found["articles"] is None:
        console.print("两个办法的条文不同源，只比较所用的核验项。", style="dim")
    elif any(found["articles"].values()):
        console.print(_articles_apart(found))
    if not found["rules"]:
        console.print("所用的核验项及参数相同。")
        return
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("核验项", found["a"], found["b"]):
        table.add_column(title, overflow="fold")
    for rule in found["rules"]:
        table.add_row(Text(rule["check"]), *(Text(_rules(rule[side])) for side in "ab"))
    console.print(table)


def _articles_apart(found: Mapping[str, Any]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for title in ("条款", found["a"], found["b"]):
        table.add_column(title, overflow="fold")
    apart = found["articles"]
    for number in apart["only_a"]:
        table.add_row(number, "有", "—")
    for number in apart["only_b"]:
        table.add_row(number, "—", "有")
    for article in apart["changed"]:
        sides = zip(article["status"], article["quote"], strict=True)
        shown = (Text(f"【{wording.STATUS[status]}】{quote}") for status, quote in sides)
        table.add_row(article["number"], *shown)
    return table


def _rules(rules: Sequence[Mapping[str, Any]]) -> str:
    return (
        "\n".join(
            rule["article"]
            + ("（验收阶段）" if rule["stage"] == "acceptance" else "")
            + "".join(f"\n  {k}：{wording.parameter(v)}" for k, v in rule["parameters"].items())
            for rule in rules
        )
        or "—"
    )
