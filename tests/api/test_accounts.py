"""Keys, roles, passwords, and the commands that hand them out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from docint_api import accounts
from docint_api.accounts import KeyRing
from docint_api.tables import Key, now
from sqlalchemy import select

from docint.errors import DocintError, UsageError
from tests.api.house import API, House, built, parts
from tests.commands import docint


def _key(house: House, role: str) -> Key:
    with house.running.database.read() as session:
        prefix = "_".join(house.keys[role].split("_")[:2])
        found = session.scalars(select(Key).where(Key.prefix == prefix)).first()
    assert found
    return found


def test_a_key_is_kept_as_a_hash(house: House) -> None:
    key = _key(house, "submitter")
    assert key.hash.startswith("$argon2id$")
    assert house.keys["submitter"] not in key.hash


def test_an_expired_key_is_401(house: House) -> None:
    assert house.get(API).status_code == 200
    with house.running.database.write() as session:
        session.get_one(Key, _key(house, "submitter").id).expires_at = now() - timedelta(1)
    assert house.get(API).status_code == 401


def test_a_revoked_key_is_401_at_once(house: House) -> None:
    assert house.get(API).status_code == 200
    with house.running.database.write() as session:
        session.get_one(Key, _key(house, "submitter").id).revoked_at = now()
    assert house.get(API).status_code == 401


def test_a_key_may_do_less_than_its_account(house: House, folder: Path) -> None:
    with house.running.database.write() as session:
        account = accounts.account_named(session, "submitter")
        _, text = accounts.add_key(session, account, "reads only", ["read"])
    headers = {"Authorization": f"Bearer {text}"}
    assert house.client.get(API, headers=headers).status_code == 200
    answer = house.client.post(API, headers=headers, files=parts(folder))
    assert answer.status_code == 403


def test_a_key_never_does_more_than_its_account(house: House) -> None:
    with house.running.database.write() as session:
        account = accounts.account_named(session, "submitter")
        with pytest.raises(UsageError, match="没有权限"):
            accounts.add_key(session, account, "too much", ["operate"])


@pytest.mark.parametrize("role", ["submitter", "reviewer", "lead"])
def test_only_operators_see_the_audit_log(house: House, role: str) -> None:
    assert house.get("/api/v1/audit", role).status_code == 403


def test_argon2_is_paid_once_for_a_key(house: House) -> None:
    ring = KeyRing()
    with (
        house.running.database.read() as session,
        patch.object(accounts, "_keys", wraps=accounts._keys) as hasher,
    ):
        for _ in range(3):
            assert ring.principal(session, house.keys["submitter"])
        assert hasher.verify.call_count == 1
        assert ring.principal(session, house.keys["submitter"] + "x") is None


def test_an_invitation_works_once(house: House) -> None:
    with house.running.database.write() as session:
        account = accounts.add_account(session, "李老师", "reviewer")
        token = accounts.invite(account)
    with house.running.database.write() as session:
        found = accounts.invited(session, token)
        assert found
        with pytest.raises(DocintError, match="至少"):
            accounts.set_password(found, "short")
        accounts.set_password(found, "long enough 1")
    with house.running.database.read() as session:
        assert accounts.invited(session, token) is None
        assert accounts.with_password(session, "李老师", "long enough 1")
        assert accounts.with_password(session, "李老师", "long enough 2") is None
        assert accounts.with_password(session, "nobody", "long enough 1") is None


def test_too_many_requests_are_429(tmp_path: Path) -> None:
    house = built(tmp_path, requests_per_minute=5)
    codes = [house.get(API).status_code for _ in range(7)]
    assert codes == [200] * 5 + [429] * 2
    assert int(house.get(API).headers["retry-after"]) > 0


def test_the_commands_add_list_and_revoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCINT_SERVICE_DATA", str(tmp_path / "data"))
    link = docint("users", "add", "王老师", "--role", "reviewer")
    assert link.code == 0
    assert link.out.startswith("/welcome/")
    text = docint("keys", "add", "王老师", "--label", "脚本").out.strip()
    prefix = "_".join(text.split("_")[:2])
    assert prefix in docint("keys", "list").out
    assert text not in docint("keys", "list").out
    assert docint("keys", "revoke", prefix).code == 0
    assert "已吊销" in docint("keys").out
    assert "王老师" in docint("users").out


@pytest.mark.parametrize(
    "words",
    [("users", "add", "x", "--role", "king"), ("users", "fly"), ("keys", "add", "nobody"),
     ("keys", "revoke", "dk_none"), ("users", "disable", "nobody")],
)  # fmt: skip
def test_wrong_usage_of_the_commands_is_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DOCINT_SERVICE_DATA", str(tmp_path / "data"))
    assert docint(*words).code == 2
