"""What reviewers say of findings and put right in values (审查意见与更正)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from docint import screen
from docint.errors import UsageError
from docint_api import jobs
from docint_api.accounts import Principal
from docint_api.corrections import fitting
from docint_api.names import fresh
from docint_api.problems import Problem, missing
from docint_api.tables import Account, Correction, Decision, Job, Submission, now

VERDICTS = {"accept": "采纳", "dismiss": "不采纳", "ask": "请申报人说明", "reopen": "重新打开"}
NEEDS_REASON = frozenset({"dismiss", "ask"})


def keyed(findings: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Findings with a ``key`` that stays the same when the submission is judged again."""
    seen: dict[str, int] = {}
    result = []
    for finding in findings:
        told = f"{finding['code']}\0{finding['subject']}"
        seen[told] = seen.get(told, 0) + 1
        key = sha256(f"{told}\0{seen[told]}".encode()).hexdigest()[:16]
        result.append({**finding, "key": key})
    return result


def decide(
    session: Session, who: Principal, submission: Submission, key: str, verdict: str, reason: str
) -> Decision:
    """Note what a reviewer decided of a finding.

    Raises:
        Problem: no such verdict, or it needs a reason.
    """
    if verdict not in VERDICTS:
        raise Problem("invalid", f"verdict 应为 {'、'.join(VERDICTS)} 之一。", field="verdict")
    if verdict in NEEDS_REASON and not reason.strip():
        zh = "不采纳或请申报人说明时，请写明理由。"
        raise Problem("invalid", zh, "Give a reason.", field="reason")
    made = Decision(
        id=fresh("dec"),
        submission=submission.id,
        finding=key,
        verdict=verdict,
        reason=reason.strip()[:4000],
        account=who.account,
    )
    session.add(made)
    submission.version += 1
    session.flush()
    return made


def decisions(session: Session, submission: str) -> dict[str, dict[str, Any]]:
    """The decision in force for each finding's key."""
    found = {one["finding"]: one for one in reversed(history(session, submission))}
    return {key: one for key, one in found.items() if one["verdict"] != "reopen"}


def history(session: Session, submission: str) -> list[dict[str, Any]]:
    """Every decision ever made, newest first."""
    return [plain_decision(row, name) for row, name in _signed(session, Decision, submission)]


def _signed(
    session: Session, table: type[Decision] | type[Correction], submission: str
) -> list[tuple[Any, str]]:
    """Rows of a submission with the name of who made them, newest first."""
    query = (
        select(table, Account.name)
        .join(Account, Account.id == table.account)
        .where(table.submission == submission)
        .order_by(table.id.desc())
    )
    return [(row, name) for row, name in session.execute(query)]


def plain_decision(row: Decision, name: str) -> dict[str, Any]:
    """A decision as plain data."""
    return {
        "id": row.id,
        "finding": row.finding,
        "verdict": row.verdict,
        "reason": row.reason,
        "by": name,
        "at": row.created_at.isoformat(timespec="seconds"),
    }


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Facts of a plain report's tree with their paths."""
    if isinstance(tree, Mapping) and "value" in tree and "confidence" in tree:
        yield path, tree
    elif isinstance(tree, Mapping):
        for key, branch in tree.items():
            yield from leaves(branch, (*path, key))
    elif isinstance(tree, list):
        for place, branch in enumerate(tree):
            yield from leaves(branch, (*path, place))


def trees(report: Mapping[str, Any]) -> dict[str, tuple[dict[str, Any], Any]]:
    """Document and tree of facts by document id; a form's content is what was declared."""
    form = _form(report)
    return {
        document["id"]: (
            document,
            report["declared"] if document["id"] == form else document["facts"],
        )
        for document in report["documents"]
    }


def _form(report: Mapping[str, Any]) -> str:
    """Which of the forms declares: that whose pages the declared facts stand on."""
    forms = [d for d in report["documents"] if d["type"] == "application-form"]
    places = {(fact.get("file"), fact["page"]) for _, fact in leaves(report["declared"])}
    for form in forms:
        pages = {page for part in form["parts"] for page in part["pages"]}
        if all(file is not None or page in pages for file, page in places):
            as_json = any(f["reader"] == "json" for f in forms)
            if not as_json or form["reader"] == "json":
                return str(form["id"])
    return str(forms[0]["id"]) if forms else ""


def correct(
    session: Session,
    who: Principal,
    submission: Submission,
    report: Mapping[str, Any],
    wish: Mapping[str, Any],
) -> tuple[Correction, Job]:
    """Put a value right and have everything judged again; nothing is read anew.

    Args:
        session: of a transaction that writes.
        who: the reviewer.
        submission: whose value it is.
        report: the report in force.
        wish: ``document``, ``path``, ``value`` and ``reason``.

    Raises:
        Problem: there is no such fact, or the value does not fit it.
    """
    document, tree = trees(report).get(wish["document"], ({}, {}))
    path = tuple(wish["path"])
    fact = next((fact for place, fact in leaves(tree) if place == path), None)
    if fact is None:
        raise missing()
    try:
        kind = screen.kinds().get(document["type"])
        fitting(fact["value"], path, wish["value"], kind)
    except UsageError as error:
        raise Problem("invalid", str(error), "The value does not fit.", field="value") from error
    _revert_earlier(session, who, submission, document, path)
    made = Correction(
        id=fresh("cor"),
        submission=submission.id,
        file=document["file"],
        page=document["pages"][0],
        path=list(path),
        was=_text(fact["value"]),
        value=wish["value"].strip(),
        reason=wish["reason"].strip()[:4000],
        account=who.account,
    )
    session.add(made)
    return made, jobs.add(session, submission, "judge")


def _revert_earlier(
    session: Session,
    who: Principal,
    submission: Submission,
    document: Mapping[str, Any],
    path: tuple[Any, ...],
) -> None:
    for row in in_force(session, submission.id):
        place = (row.file, row.page, tuple(row.path))
        if place == (document["file"], document["pages"][0], path):
            row.reverted_by, row.reverted_at = who.account, now()


def in_force(session: Session, submission: str) -> Sequence[Correction]:
    """Corrections that were not taken back."""
    return session.scalars(
        select(Correction)
        .where(Correction.submission == submission, Correction.reverted_at.is_(None))
        .order_by(Correction.id)
    ).all()


def revert(session: Session, who: Principal, submission: Submission, number: str) -> Job:
    """Take a correction back and judge again.

    Raises:
        Problem: there is none of this id in force.
    """
    row = session.get(Correction, number)
    if row is None or row.submission != submission.id or row.reverted_at is not None:
        raise missing()
    row.reverted_by, row.reverted_at = who.account, now()
    return jobs.add(session, submission, "judge")


def corrections(session: Session, submission: str) -> list[dict[str, Any]]:
    """Every correction, newest first, those taken back too."""
    return [
        {
            "id": row.id,
            "file": row.file,
            "page": row.page,
            "path": row.path,
            "was": row.was,
            "value": row.value,
            "reason": row.reason,
            "by": name,
            "at": row.created_at.isoformat(timespec="seconds"),
            "reverted_at": row.reverted_at.isoformat() if row.reverted_at else None,
        }
        for row, name in _signed(session, Correction, submission)
    ]


def _text(value: Any) -> str:
    return str(value["name"]) if isinstance(value, Mapping) and "name" in value else str(value)
