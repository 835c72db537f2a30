"""What applicants hand in by mistake: each is named, with what to do instead; the rest is read."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.commands import docint
from tests.submissions import submission

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
RAR = b"Rar!\x1a\x07\x01\x00" + bytes(200)

BAD = {
    "方案.doc": ("unsupported-file", ("PDF", "DOCX")),
    "协议.wps": ("unsupported-file", ("PDF", "DOCX")),
    "发票.ofd": ("unsupported-file", ("PDF",)),
    "证照.rar": ("unsupported-file", ("ZIP",)),
    "表.xlsx": ("unsupported-file", ("PDF",)),
    "空.pdf": ("unreadable-document", ()),
    "加密.pdf": ("unreadable-document", ("密码",)),
    "坏.pdf": ("unreadable-document", ()),
    "坏.docx": ("unreadable-document", ()),
    "断.zip": ("unreadable-document", ()),
    "断.jpg": ("unreadable-document", ()),
    "资料.json": ("unreadable-document", ()),
    "程序.exe": ("unsupported-file", ()),
    "没有后缀": ("unsupported-file", ()),
}
"""Each file with the code it is listed under and words its reason must hold."""


def jpeg() -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((300, 300), 80).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "."), content)
    return buffer.getvalue()


def locked(path: Path) -> None:
    canvas = Canvas(str(path), encrypt=StandardEncryption("open sesame", ownerPassword="own"))
    canvas.drawString(100, 100, "secret")
    canvas.save()


def fill(folder: Path) -> None:
    contents = {
        "方案.doc": OLE,
        "协议.wps": OLE,
        "发票.ofd": archive(OFD__xml=b"<ofd/>"),
        "证照.rar": RAR,
        "表.xlsx": archive(**{"[Content_Types]__xml": b"<a/>", "xl/workbook__xml": b"<a/>"}),
        "空.pdf": b"",
        "坏.pdf": b"%PDF-1.7\n1 0 obj\nnothing",
        "坏.docx": archive(**{"[Content_Types]__xml": b"<a/>", "word/document__xml": b"<w"}),
        "断.zip": archive(a=jpeg())[:150],
        "断.jpg": jpeg()[:400],
        "资料.json": b'{"lead": {"name": "',
        "程序.exe": b"MZ" + bytes(100),
        "没有后缀": b"just some words",
        "照片.docx": jpeg(),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    locked(folder / "加密.pdf")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    folder = submission(tmp_path_factory.mktemp("handed-in") / "申报件")
    fill(folder)
    out = tmp_path_factory.mktemp("out")
    said = docint("screen", folder, "--policy", "futian-2023", "--out", out)
    assert said.code == 0
    assert "Traceback" not in said.err
    made: Mapping[str, Any] = json.loads((out / "report.json").read_text("utf-8"))
    return made


@pytest.mark.parametrize("file", BAD)
def test_each_bad_file_is_listed_with_what_to_do(report: Mapping[str, Any], file: str) -> None:
    code, words = BAD[file]
    refused = [r for r in report["refused"] if r["file"] == file]
    assert [r["code"] for r in refused] == [code]
    assert all(word in refused[0]["reason"] for word in words), refused[0]["reason"]


@pytest.mark.parametrize("file", BAD)
def test_each_bad_file_is_a_finding(report: Mapping[str, Any], file: str) -> None:
    code, _ = BAD[file]
    assert any(f["code"] == code and file in f["subject"] for f in report["findings"])


def test_nothing_else_is_refused(report: Mapping[str, Any]) -> None:
    blank = {r["file"] for r in report["refused"]} - set(BAD)
    assert blank <= {"照片.docx"}


def test_a_photo_named_docx_is_read_as_the_photo_it_is(report: Mapping[str, Any]) -> None:
    reasons = [r for r in report["refused"] if r["file"] == "照片.docx"]
    assert all(r["code"] == "unreadable-document" for r in reasons)
    assert not any("DOCX" in r["reason"] for r in reasons)


def test_good_papers_beside_bad_ones_are_read(report: Mapping[str, Any]) -> None:
    types = {d["type"] for d in report["documents"]}
    assert {"application-form", "business-license", "labor-contract"} <= types


def test_while_files_are_unread_no_paper_is_called_missing(report: Mapping[str, Any]) -> None:
    assert not [f for f in report["findings"] if f["code"] == "missing-document"]
    asked = [c for c in report["checks"] if c["code"] == "missing-document"]
    assert any(c["outcome"] == "unknown" for c in asked)


@pytest.mark.parametrize("file", ["方案.doc", "证照.rar", "加密.pdf", "空.pdf", "断.zip"])
def test_alone_a_bad_file_ends_with_1_and_its_name(file: str, tmp_path: Path) -> None:
    fill(tmp_path)
    said = docint("screen", tmp_path / file, "--policy", "futian-2023", "--out", tmp_path / "out")
    assert said.code == 1
    assert file in said.err
    assert "Traceback" not in said.err
    assert len(said.err.strip().splitlines()) == 1
