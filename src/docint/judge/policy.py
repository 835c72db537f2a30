"""Policies (政策): YAML on the shelf → `Policy`, or one sentence that names file and line.

A program is data: its articles, quoted verbatim from its own text, and what each asks. A policy
that is wrong in any way stops the start, for a rule that silently is not there gives silently
wrong reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from docint.contracts import Check
from docint.errors import ShelfError, UsageError
from docint.types.article import Article, Policy, Rule, Status
from docint.types.case import Stage
from docint.types.finding import Severity

EXPERT_CHECK = "expert_judges"
"""The check that an expert article's ``code`` and ``passages`` are put to."""

_DEBRIS = re.compile(r"\[bookmark:[^\]]*\]|</?[a-z]+>|^[ \t]*-[ \t]+(?=\S)", re.MULTILINE)
_POLICY_KEYS = {
    "name", "title", "issuer", "valid_from", "valid_until", "text", "restored", "articles",
}  # fmt: skip
_ARTICLE_KEYS = {"number", "quote", "status", "rules", "code", "passages", "units", "stage"}
_RULE_KEYS = {"check", "parameters", "severity", "stage", "note"}


class Block(dict[str, Any]):
    """A YAML mapping that remembers the line each key stands on (from 1)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}

    def at(self, key: str) -> int:
        """The line of a key, or of the mapping where the key is missing."""
        return self.lines.get(key, self.line)


def shelf() -> Path:
    """The folder of the policies that come with docint."""
    return Path(str(files("docint.policies")))


def shelves(extra: Path | None) -> tuple[Path, ...]:
    """The folders policies are looked for in: docint's own, and one an installation adds.

    Raises:
        UsageError: the added folder is not there.
    """
    if extra is None:
        return (shelf(),)
    if not extra.is_dir():
        raise UsageError(f"设置 policies 所指的文件夹“{extra}”不存在。")
    return (shelf(), extra)


def names(*folders: Path) -> tuple[str, ...]:
    """Names of all policies, sorted; without folders those that come with docint."""
    return tuple(sorted(path.stem for path in _files(folders)))


def load(name: str, checks: Mapping[str, Check], *folders: Path) -> Policy:
    """One policy by name, validated against its text and the checks.

    Raises:
        UsageError: there is no policy of this name.
        ShelfError: the policy is malformed; the sentence names file and line.
    """
    found = [path for path in _files(folders) if path.stem == name]
    if not found:
        raise UsageError(f"没有名为“{name}”的政策；现有：{'、'.join(names(*folders))}。")
    if len(found) > 1:
        raise ShelfError(f"政策“{name}”有两个文件：{'、'.join(map(str, found))}；请为其一更名。")
    return _Loader(found[0], checks).policy()


def load_all(checks: Mapping[str, Check], *folders: Path) -> dict[str, Policy]:
    """All policies by name.

    Raises:
        ShelfError: any of them is malformed.
    """
    return {name: load(name, checks, *folders) for name in names(*folders)}


def _files(folders: Sequence[Path]) -> list[Path]:
    return [path for folder in folders or (shelf(),) for path in sorted(folder.glob("*.yaml"))]


def joined(text: str) -> str:
    """A law's text without broken lines, blanks and debris, to look quotes up in."""
    return re.sub(r"\s+", "", without_debris(text))


def without_debris(text: str) -> str:
    """A law's text without what copying left in it: bookmarks, tags, bullets."""
    return _DEBRIS.sub("", text)


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _composed(text: str) -> yaml.Node | None:
    """YAML as nodes, once: a service judges many submissions by the same few policies."""
    node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    return node


class _Loader:
    """Reads one file; every complaint goes through `wrong`, so that all look alike."""

    def __init__(self, path: Path, checks: Mapping[str, Check]) -> None:
        self.path = path
        self.checks = checks

    def wrong(self, line: int, what: str) -> ShelfError:
        return ShelfError(f"{self.path.name} 第 {line} 行：{what}。")

    def policy(self) -> Policy:
        block = self._block()
        self._known(block, _POLICY_KEYS, "政策")
        if self._string(block, "name") != self.path.stem:
            raise self.wrong(block.at("name"), f"名称应与文件名“{self.path.stem}”相同")
        text = self._policy_text(block)
        restored = block.get("restored", False)
        if not isinstance(restored, bool):
            raise self.wrong(block.at("restored"), "restored 应为 true 或 false")
        return Policy(
            name=self.path.stem,
            title=self._string(block, "title"),
            issuer=self._string(block, "issuer"),
            articles=tuple(self._articles(block, joined(text), restored)),
            valid_from=self._date(block, "valid_from"),
            valid_until=self._date(block, "valid_until"),
            text=text,
            restored=restored,
            digest=sha256((_text(self.path) + text).encode()).hexdigest(),
        )

    def _block(self) -> Block:
        try:
            node = _composed(_text(self.path))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise self.wrong(line, f"YAML 无法解析（{error.problem}）") from error
        block = self._plain(node) if node else None
        if not isinstance(block, Block):
            raise self.wrong(1, "文件内容应为键值表")
        return block

    def _plain(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            block = Block(node.start_mark.line + 1)
            for key, value in node.value:
                if key.value in block:
                    raise self.wrong(key.start_mark.line + 1, f"键“{key.value}”重复")
                block[key.value] = self._plain(value)
                block.lines[key.value] = key.start_mark.line + 1
            return block
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item) for item in node.value]
        return yaml.SafeLoader("").construct_object(node)

    def _known(self, block: Block, keys: set[str], what: str) -> None:
        for key in block:
            if key not in keys:
                raise self.wrong(block.at(key), f"{what}没有名为“{key}”的项")

    def _string(self, block: Block, key: str) -> str:
        value = block.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(block.at(key), f"缺少“{key}”，或其内容不是文字")
        return value.strip()

    def _date(self, block: Block, key: str) -> date | None:
        value = block.get(key)
        if value is not None and not isinstance(value, date):
            raise self.wrong(block.at(key), f"“{key}”应为 YYYY-MM-DD 形式的日期")
        return value

    def _policy_text(self, block: Block) -> str:
        path = self.path.parent / "texts" / self._string(block, "text")
        if not path.is_file():
            raise self.wrong(block.at("text"), f"没有政策原文 texts/{path.name}")
        return _text(path)

    def _blocks(self, block: Block, key: str) -> Sequence[Block]:
        value = block.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, Block) for item in value):
            raise self.wrong(block.at(key), f"“{key}”应为键值表的列表")
        return value

    def _articles(self, block: Block, text: str, restored: bool) -> Iterator[Article]:
        seen: set[str] = set()
        if not block.get("articles"):
            raise self.wrong(block.at("articles"), "没有任何条款")
        for item in self._blocks(block, "articles"):
            article = self._article(item, text, restored)
            if article.number in seen:
                raise self.wrong(item.at("number"), f"条款“{article.number}”重复")
            seen.add(article.number)
            yield article

    def _article(self, block: Block, text: str, restored: bool) -> Article:
        self._known(block, _ARTICLE_KEYS, "条款")
        number = self._string(block, "number")
        status = block.get("status")
        if not isinstance(status, str) or status not in get_args(Status):
            raise self.wrong(block.at("status"), f"{number}缺少 status，或其值不在规定之列")
        quote = self._string(block, "quote")
        if joined(quote) not in text:
            raise self.wrong(block.at("quote"), f"{number}的引文不在政策原文之中")
        rules = tuple(self._rule(item) for item in self._blocks(block, "rules"))
        if status == "rule" and not rules:
            raise self.wrong(block.line, f"{number}为规则条款，但没有任何规则")
        passages = tuple(self._strings(block, "passages"))
        if status == "expert":
            rules += (self._expert_rule(block, passages),)
        return Article(number, quote, cast("Status", status), rules, restored, passages)

    def _strings(self, block: Block, key: str) -> Sequence[str]:
        value = block.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(block.at(key), f"“{key}”应为文字的列表")
        return value

    def _expert_rule(self, block: Block, passages: Sequence[str]) -> Rule:
        parameters = {"code": self._string(block, "code"), "words": list(passages)}
        if "units" in block:
            parameters["units"] = list(self._strings(block, "units"))
        stage = self._stage(block)
        if EXPERT_CHECK not in self.checks:
            raise self.wrong(block.line, f"没有名为“{EXPERT_CHECK}”的核验项")
        return Rule(EXPERT_CHECK, parameters, stage=stage)

    def _stage(self, block: Block) -> Stage:
        stage = block.get("stage", "application")
        if stage not in get_args(Stage):
            raise self.wrong(block.at("stage"), f"stage“{stage}”不在规定之列")
        return cast("Stage", stage)

    def _rule(self, block: Block) -> Rule:
        self._known(block, _RULE_KEYS, "规则")
        name = self._string(block, "check")
        if name not in self.checks:
            raise self.wrong(block.at("check"), f"没有名为“{name}”的核验项")
        severity = block.get("severity", "")
        if severity not in ("", *get_args(Severity)):
            raise self.wrong(block.at("severity"), f"severity“{severity}”不在规定之列")
        stage = self._stage(block)
        parameters = block.get("parameters", Block(block.line))
        if not isinstance(parameters, Block):
            raise self.wrong(block.at("parameters"), "parameters 应为键值表")
        self._check_parameters(self.checks[name], name, parameters)
        return Rule(name, dict(parameters), severity, stage, str(block.get("note", "")))

    def _check_parameters(self, check: Check, name: str, given: Block) -> None:
        for key, value in given.items():
            if key not in check.parameters:
                raise self.wrong(given.at(key), f"核验项“{name}”没有参数“{key}”")
            wanted = check.parameters[key].type
            # bool is an int to Python, not to whoever writes a policy
            if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
                raise self.wrong(
                    given.at(key), f"核验项“{name}”的参数“{key}”应为 {wanted.__name__} 类型"
                )
            fits = check.parameters[key].fits
            if fits and not fits(value):
                meaning = check.parameters[key].meaning
                raise self.wrong(given.at(key), f"核验项“{name}”的参数“{key}”不合要求（{meaning}）")
        for key, parameter in check.parameters.items():
            if parameter.required and key not in given:
                raise self.wrong(given.line, f"核验项“{name}”缺少参数“{key}”")
