from __future__ import annotations

import json

import pytest

from docint.errors import UnreadableError
from docint.formats.record import format as form

DATA = {
    "project_name": "某项目",
    "lead": {"name": "某公司", "qualifications": ["甲"]},
    "grant": None,
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_every_common_encoding_is_read(encoding: str) -> None:
    opened = form.open(json.dumps(DATA, ensure_ascii=False).encode(encoding))
    assert opened.data == DATA


def test_leaves_become_lines_with_their_paths() -> None:
    page = form.open(json.dumps(DATA).encode()).sheets[0].printed()
    assert page is not None
    assert page.origin == "json"
    assert [line.text for line in page.lines] == [
        "project_name：某项目",
        "lead.name：某公司",
        "lead.qualifications[0]：甲",
    ]
    assert page.lines[1].where == "lead.name"


@pytest.mark.parametrize(
    "content", [b"[1, 2]", b'{"a": 1}', b"{", b'{"lead": NaN}', b"", b"\xff\xfe\x00"]
)
def test_what_is_no_application_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        form.open(content)


def test_a_bottomless_file_is_refused_or_cut_not_crashed() -> None:
    deep = '{"lead": ' * 500 + "1" + "}" * 500
    page = form.open(deep.encode()).sheets[0].printed()
    assert page is not None
    assert page.lines == ()


def test_only_objects_are_recognised() -> None:
    assert form.recognises(b"\xef\xbb\xbf \n{}")
    assert not form.recognises(b"[]")
