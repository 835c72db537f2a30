"""What an installation of the service may set: ``[service]`` in TOML, ``DOCINT_SERVICE_…``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from platformdirs import user_data_path

from docint.errors import UsageError
from docint.settings import Settings
from docint.settings import settings as configured


@dataclass(frozen=True, slots=True)
class Service:
    """Everything about the service that may be set."""

    data: Path = field(default_factory=lambda: user_data_path("docint"))
    """Folder of the database, of the files and of the readings."""
    database: str = ""
    """URL of a database; empty: SQLite in the data folder."""
    files: str = ""
    """URL of a place for files, e.g. ``s3://bucket/docint``; empty: the data folder."""
    workers: bool = True
    """Whether ``docint serve`` starts workers of its own."""
    lease_seconds: float = 30.0
    """Time after which a job whose worker fell silent is given to another."""
    stall_seconds: float = 900.0
    """Time without progress after which a worker is taken for stuck and ends itself."""
    session_hours: float = 12.0
    """Time a person stays signed in."""
    retention_days: int = 0
    """Days after which a submission and its files are purged; 0: never."""
    precheck_hours: int = 24
    """Hours a pre-check and its files are kept."""
    idempotency_hours: int = 48
    """Hours a repeated ``Idempotency-Key`` gives the first answer again."""
    secure_cookies: bool = False
    """Whether cookies travel by HTTPS only; set it behind a TLS proxy."""
    requests_per_minute: int = 1200
    """Requests one key, person or address may send in a minute."""
    metrics: bool = True
    """Whether ``/metrics`` answers."""

    @property
    def database_url(self) -> str:
        """The database in force."""
        return self.database or f"sqlite:///{self.data / 'docint.sqlite'}"

    @property
    def local(self) -> bool:
        """Whether database and files lie on this machine: workers need no network then."""
        return self.database_url.startswith("sqlite") and not self.files


@dataclass(frozen=True, slots=True)
class Configuration:
    """Settings of docint with those of the service."""

    docint: Settings
    service: Service


def configuration(environ: Mapping[str, str] | None = None) -> Configuration:
    """The settings in force; readings are kept in the service's own folder.

    Raises:
        UsageError: a key or value is wrong.
    """
    found = configured(environ)
    service = Service(**{key: _typed(key, raw) for key, raw in found.service.items()})
    service = replace(service, data=service.data.expanduser().absolute())
    return Configuration(replace(found, cache=service.data / "readings"), service)


def _typed(key: str, raw: Any) -> Any:
    kinds = get_type_hints(Service)
    known = [one.name for one in fields(Service)]
    if key not in known:
        raise UsageError(f"service.{key} 不是已知的设置；可用的有：{'、'.join(known)}。")
    try:
        return _value(kinds[key], raw)
    except (TypeError, ValueError) as error:
        raise UsageError(f"设置 service.{key} 的值 {raw!r} 不对：{error}。") from error


def _value(kind: Any, raw: Any) -> Any:
    if kind is bool:
        words = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
        if str(raw).lower() not in words:
            raise ValueError("应为 true 或 false")
        return words[str(raw).lower()]
    if kind in {int, float}:
        try:
            number = kind(raw)
        except ValueError as error:
            raise ValueError("应为数字") from error
        if number < 0:
            raise ValueError("不应为负数")
        return number
    if not isinstance(raw, str):
        raise TypeError("应为文字")
    return Path(raw) if kind is Path else raw
