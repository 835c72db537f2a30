"""What sentences say of units and people: who plays which part, does or owns what, works where.

Entities stand as one sign each in the sentence; rules are patterns over signs and words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docint.extract.entities import Entity

_SIGNS = {
    "ORG": "Ⓞ", "PERSON": "Ⓟ", "ROLE": "Ⓡ", "TITLE": "Ⓣ", "DATE": "Ⓓ", "MONEY": "Ⓜ",
    "ADDRESS": "Ⓐ", "DISTRICT": "Ⓢ", "ID": "Ⓘ", "AGE": "Ⓖ",
}  # fmt: skip
_UNITS = r"(?:Ⓞ(?:\((?!Ⓡ)[^()]{0,20}\))?(?:、|,|和|与|及|以及|联合)?)+"
_IS = (
    r"(?:共同|均|一致)?(?:被?推[举选]?)?(?:作为|担任|出任|充任|充当|当选为?|成为|系|为|是|任|以)"
    r"(?:本?(?:联合体|项目|协议|课题)?的?)"
)
_DO = (
    r"(?:(?:主要|具体|共同|总体|全面)?(?:负责|承担|牵头承担|牵头开展|牵头(?!组建|成立)|开展|从事|完成|承接"
    r"|组织实施|组织力量开展|组织|侧重于?|主攻|攻关|攻克|着力于?|着重|聚焦于?|专注于?|担负|执行|实施|提供|投入|建设|参与|协助|配合)(?!单位|方(?!案)))"
)
_MATTER = r"(?![,的单])[^。;；\nⓄⓇⓅ]{4,120}"
_RIGHT = r"(?:所有权|著作权|专利权?|申请权|知识产权|使用权|成果|权利|份额|权益)"

_ROLES = (
    re.compile(rf"(?P<who>{_UNITS}){_IS}(?P<what>Ⓡ)"),
    re.compile(
        rf"(?P<what>Ⓡ)(?:\([^()]{{0,12}}\))?(?:分别)?[:为是系——]{{0,3}}(?P<who>{_UNITS})(?!\()"
    ),
    re.compile(r"(?P<who>Ⓞ)\((?:以下简?称为?[:“\"]*)?[“\"]?(?P<what>Ⓡ)[”\"]?\)"),
    re.compile(r"(?P<what>Ⓡ)\((?P<who>Ⓞ)\)"),
    re.compile(r"(?P<who>Ⓞ)以(?P<what>Ⓡ)(?:的)?身份"),
    re.compile(rf"(?P<what>牵头|主导|发起)的?(?:单位|方|人)?(?:是|为|:)(?P<who>{_UNITS})"),
    re.compile(rf"(?P<who>{_UNITS})(?:共同)?(?P<what>牵头|主导|发起|统筹|参与|参加|协同)"),
    re.compile(rf"(?P<what>联合|携手|协同)(?P<who>{_UNITS})"),
    re.compile(
        rf"(?P<what>参加|参与|成员|合作)(?:本次|本项目|单位|方|合作|联合体|的){{0,3}}(?:有|包括|为|是|:)+"
        rf"(?P<who>{_UNITS}(?:还有|以及|另有)?(?:{_UNITS})?)"
    ),
)
_WORKS = (
    re.compile(rf"(?:[由以])(?P<who>{_UNITS})(?:共同)?(?:{_DO})(?P<what>{_MATTER})"),
    re.compile(rf"(?P<who>{_UNITS})(?:应|须|将|拟|主要|具体|则)*(?P<what>{_DO}{_MATTER})"),
    re.compile(rf"(?:^|[;；。,，\n]|\d[、.)])(?P<what>[^。;；,，\nⓄ]{{4,60}}?)(?:工作|任务)?(?:交|均|统一)?由(?P<who>{_UNITS})(?:具体|组织|总体|全面)?(?:负责|承担|完成|牵头|实施|研发|执行|办理|落实)"),
    re.compile(rf"(?P<who>{_UNITS})(?:派出|派驻|组织|组建|安排|抽调|依托|利用|发挥|凭借)[^。;；\nⓄ,，]{{2,20}}[,，](?P<what>{_DO}{_MATTER})"),
    re.compile(rf"(?:^|[;；。\n)])(?P<who>Ⓞ)(?:\(Ⓡ\))?(?:(?:所承担)?的?(?:主要|研究|研发|工作)*(?:任务|分工|内容|职责)(?:为|是|包括|[:：])|:)(?P<what>{_MATTER})"),
    re.compile(r"(?P<what>[^。;；\nⓄ]{4,60}?)\((?:责任|牵头|承担|负责)单位[::](?P<who>Ⓞ)"),
    re.compile(rf"(?P<what>[^。;；,，\nⓄⓇ]{{4,60}}?)[,，的](?:Ⓡ|(?:责任|牵头|承担|负责|实施)(?:主体|单位|方))(?:为|是|:)(?P<who>{_UNITS})"),
    re.compile(rf"由(?P<who>{_UNITS})(?:牵头|主导|总体负责)[,，](?P<what>{_DO}{_MATTER})"),
)  # fmt: skip
_OWNS = (
    re.compile(rf"(?P<what>[^。;；\nⓄ]{{2,80}}?)(?:均|应|全部|可)?(?:归属于?|属于|归|由)(?P<who>{_UNITS})(?:单独|独自|共同|独占)*(?:所有|享有|持有|共有|拥有|申请)"),
    re.compile(rf"(?P<what>[^。;；\nⓄ]{{2,80}}?)(?:归属于?|属于)(?P<who>{_UNITS})"),
    re.compile(rf"(?P<who>{_UNITS})(?:各?占?各?(?:单独|独占|共同|依法)?(?:享有|拥有|持有|保留))(?P<what>[^。;；\nⓄ]{{0,30}}{_RIGHT})"),
)  # fmt: skip
_EMPLOYS = (
    re.compile(r"(?P<who>Ⓟ)(?:\([^()]{0,20}\))?[,，:]?(?:[男女],)?(?:Ⓖ,)?(?:Ⓣ,)?(?:Ⓓ)?(?:现|自Ⓓ起|于Ⓓ)?(?:全职)?(?:就职于|任职于|供职于|受聘于|加入|入职|现任|系|在|是)?(?P<what>Ⓞ)(?:全职)?(?:担?任|工作|任职|的)?(?P<as>[ⓇⓉ])?"),
    re.compile(r"(?P<what>Ⓞ)(?:聘请|聘任|聘用|委派|指派|派驻|指定|任命|推荐)(?P<who>Ⓟ)(?:\([^()]{0,20}\))?(?:担?任|为|作为)?(?P<as>[ⓇⓉ])?"),
    re.compile(r"(?P<what>Ⓞ)的?(?P<as>[ⓇⓉ])?(?P<who>Ⓟ)(?:[ⓇⓉ])?"),
    re.compile(r"(?P<who>Ⓟ)\((?:Ⓣ[,、])?(?P<what>Ⓞ)[^()]{0,12}\)"),
)  # fmt: skip
_RULES = {"plays": _ROLES, "does": _WORKS, "owns": _OWNS, "works-for": _EMPLOYS}


@dataclass(frozen=True, slots=True)
class Relation:
    """One thing a sentence says: ``plays``, ``does``, ``owns`` or ``works-for``.

    Ends of ``what`` are places in the text; of a person's work, ``what`` is the employer and
    ``post`` the part or title that goes with it.
    """

    name: str
    who: Entity
    start: int
    end: int
    what: str
    post: Entity | None = None


def relations(text: str, entities: Sequence[Entity]) -> tuple[Relation, ...]:
    """What folded text says, sentence by sentence; each thing once."""
    found: dict[tuple[str, int, int, int], Relation] = {}
    # a project's title may be the work itself, and where it begins is the least sure; people
    # work for units and play no part in what units do: 雷达 is no person there
    known = [e for e in entities if e.label != "PROJECT"]
    for name, patterns in _RULES.items():
        people = name == "works-for"
        coded, places, at = _coded(text, [e for e in known if people or e.label != "PERSON"])
        for pattern in patterns:
            for match in pattern.finditer(coded):
                for relation in _said(name, match, text, places, at):
                    key = (name, relation.who.start, relation.start, relation.end)
                    if not _told(found, relation):
                        found.setdefault(key, relation)
    return tuple(sorted(found.values(), key=lambda r: (r.who.start, r.name, r.start)))


def _told(found: dict[tuple[str, int, int, int], Relation], new: Relation) -> bool:
    """Whether an earlier rule has said the same of the same unit, on an overlapping stretch."""
    return any(
        old.name == new.name and old.who == new.who and old.start < new.end and new.start < old.end
        for old in found.values()
    )


def _coded(text: str, entities: Sequence[Entity]) -> tuple[str, list[int], dict[int, Entity]]:
    """The text with a sign for each entity; the place of each sign; entities by sign."""
    pieces: list[str] = []
    places: list[int] = []
    at: dict[int, Entity] = {}
    end = 0
    for entity in entities:
        pieces.append(text[end : entity.start])
        places += range(end, entity.start)
        at[len(places)] = entity
        pieces.append(_SIGNS[entity.label])
        places.append(entity.start)
        end = entity.end
    pieces.append(text[end:])
    places += range(end, len(text) + 1)
    return "".join(pieces), places, at


def _said(
    name: str, match: re.Match[str], text: str, places: list[int], at: dict[int, Entity]
) -> Iterator[Relation]:
    start, end = (places[i] for i in match.span("what"))
    last = at.get(match.end("what") - 1)
    end = last.end if last else end
    post = at.get(match.start("as")) if "as" in match.groupdict() and match["as"] else None
    for index in range(*match.span("who")):
        if index in at and at[index].label in {"ORG", "PERSON"}:
            yield Relation(name, at[index], start, end, text[start:end].strip(",，:"), post)
