"""Text (文本): folding for matching, tidying for showing, and the contract's equality."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

_HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE = _HAN + r"\u2014\u2018-\u201d\u2026\u3001-\u303f\uff01-\uff60"

# Private-use code points of Wingdings and Symbol that Word leaves behind, and radicals of the
# CJK Radicals Supplement that PDF fonts map to instead of the character (NFKC leaves them).
_GLYPHS: dict[int, Any] = str.maketrans(
    "\uf0fe\uf052\uf053\uf0fd\uf0a8\uf06f\uf0a3\uf071\uf0fc\uf050\uf0fb\uf0b7\uf06c\uf09f"
    "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺎⺝⺮⻁⻑"
    "\u2e92\u2e93\u2e9c\u2ea9\u2eaa\u2eac\u2eb1\u2eb6\u2ebb\u2ebc\u2ebd\u2ec7"
    "\u2eca\u2ed2\u2ed7\u2edf\u2ee1\u2ee7\u2eea\u2eeb\u2eed\u2eef\u2ef1\u2ef2",
    "☑☑☒☒□□□□✓✓✗•••母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟兀月竹虎长"
    "巳幺日王疋示网羊聿月臼角足长雨食首卤黾齐齿龙龟龟",
)
_GLYPHS |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
"""… and the Kangxi radicals, which look exactly like the characters they stand for."""
_PINYIN = re.compile(
    rf"(?<=[{_HAN}])[（(][a-zü]{{0,4}}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][a-zü]{{0,3}}[)）]"
)
"""A reading that a web page puts behind a character: ``驅（qū）``; always with its tone."""
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_BLANK = re.compile(r"\s+")
_FOLDED_AWAY = re.compile(rf"[\s{_PRIVATE.pattern[1:-1]}{_INVISIBLE.pattern[1:-1]}]+")
_BLANK_BY_HAN = re.compile(rf"(?<=[{_WIDE}]) | (?=[{_WIDE}])")
_HAN_ONE = re.compile(f"[{_HAN}]")
_GLOSS = re.compile(rf"(?<=[{_HAN})])[/(]?[A-Za-z][A-Za-z,.&'()/\-]{{3,}}$")
_RUN = re.compile(r"\S+")
_FILLER = re.compile(r"[\W_×xX*]*")


def parse(text: str) -> str:
    """The canonical text value (contract §2): see `tidy`.

    Raises:
        ValueError: nothing but blanks, punctuation or filler (``____``, ``×××``, ``/``).
    """
    value = tidy(text)
    if _FILLER.fullmatch(value):
        raise ValueError(f"no text: {text!r}")
    return value


def show(value: str) -> str:
    """The value as it is: text prints itself."""
    return value


def legible(text: str) -> str:
    """Known private-use glyphs and radicals replaced; other private-use and invisible ones gone."""
    return _INVISIBLE.sub("", _PRIVATE.sub("", text.translate(_GLYPHS)))


def fold(text: str) -> str:
    """NFKC without blanks, controls, zero-width and private-use characters, to match labels in."""
    return _FOLDED_AWAY.sub("", unicodedata.normalize("NFKC", text.translate(_GLYPHS)))


@cache
def _narrow(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char.translate(_GLYPHS))
    if char.isspace() or _FOLDED_AWAY.fullmatch(char):
        return char if char == "\n" else " "
    return folded if len(folded) == 1 else char


def level(text: str) -> str:
    """NFKC where it keeps a character one character; blanks become ``" "``; same length.

    For searching with spans: an index in the result is an index in the original.
    """
    return text if text.isascii() and "\t" not in text else "".join(map(_narrow, text))


def without_gloss(folded: str) -> str:
    """Folded Chinese without its English beside it (双语): ``研发费用Researchexpenses``.

    An English text of its own is kept.
    """
    return _GLOSS.sub("", folded)


def is_han(char: str) -> bool:
    """Whether a character is a Chinese ideograph (〇 included)."""
    return bool(_HAN_ONE.fullmatch(char))


def has_han(text: str) -> bool:
    """Whether there is any Chinese ideograph in the text."""
    return bool(_HAN_ONE.search(text))


def wide_brackets(text: str) -> str:
    """Round brackets made full-width, as the contract writes names."""
    return text.translate(str.maketrans("()﹙﹚", "（）（）"))


def tidy(text: str) -> str:
    """Canonical text: NFC, no blanks beside Chinese, full-width brackets if Chinese is in it.

    Blanks between Latin words shrink to one; line breaks count as blanks. Fake bold is undone,
    readings in brackets are dropped. What was printed stays with the fact, as its raw text.
    """
    value = _PINYIN.sub("", unicodedata.normalize("NFC", undouble(legible(text))))
    value = _BLANK_BY_HAN.sub("", _BLANK.sub(" ", value)).strip()
    if not has_han(value):
        return value
    value = re.sub(" ?([()]) ?", r"\1", value)
    return wide_brackets(value)


def bare(text: str) -> str:
    """What the contract compares: NFKC without blanks and punctuation (categories C, P, Z)."""
    return "".join(c for c in fold(text) if unicodedata.category(c)[0] not in "CPZ")


def same(a: str, b: str) -> bool:
    """The contract's equality: NFKC, without blanks and punctuation."""
    return bare(a) == bare(b)


@cache
def _converter() -> Any:
    import opencc  # noqa: PLC0415 - loaded only where traditional characters may occur

    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """Traditional characters made simplified (繁体转简体), for comparing only."""
    return text if text.isascii() else str(_converter().convert(text))


def _halves(run: str) -> str | None:
    """Every second character, if the run consists of pairs of equal ones."""
    return run[::2] if len(run) % 2 == 0 and run[::2] == run[1::2] else None


def _twins(line: str) -> set[int]:
    """Places of the second characters of runs printed twice."""
    runs = [(match, _halves(match.group())) for match in _RUN.finditer(line)]
    whole = "".join(half or "" for _, half in runs)
    every = all(half for _, half in runs) and len(whole) >= 3 and _words(whole)
    # 高高兴兴 and 1122 are honest: it takes three pairs and two different Chinese ones
    twice = [m for m, half in runs if every or (half and len(half) >= 3 and _words(half))]
    return {at for match in twice for at in range(match.start() + 1, match.end(), 2)}


def _words(half: str) -> bool:
    return len(set(_HAN_ONE.findall(half))) >= 2


def superfluous(line: str) -> set[int]:
    """Places of a line that add nothing: fake bold, readings of characters in brackets."""
    readings = {at for m in _PINYIN.finditer(line) for at in range(*m.span())}
    return _twins(line) | readings


def undouble(text: str) -> str:
    """Fake bold undone: ``营营业业执执照照`` → ``营业执照``, only where a whole run doubles."""
    return "\n".join(_undoubled(line) for line in text.split("\n"))


def _undoubled(line: str) -> str:
    twins = _twins(line)
    return "".join(char for at, char in enumerate(line) if at not in twins) if twins else line
