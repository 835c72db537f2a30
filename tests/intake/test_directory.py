from __future__ import annotations

import io
import struct
import zipfile
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docint.errors import UnreadableError
from docint.intake.advice import package_ending
from docint.intake.directory import members
from docint.intake.unpack import unpacked
from tests.intake.archives import Entry, zipped


def test_members_agree_with_the_standard_library() -> None:
    data = zipped(Entry("a.pdf", b"x" * 500), Entry("b/", b""), Entry("c.pdf", b"", method=0))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        expected = [(i.filename, i.file_size, i.CRC, i.header_offset) for i in file.infolist()]
    found = members(io.BytesIO(data))
    assert [(m.name, m.size, m.crc, m.start) for m in found] == expected


def test_bytes_before_and_after_the_archive_do_no_harm() -> None:
    data = zipped(Entry("a.pdf", b"text"), before=b"stub", comment=b"hello") + b"\n\n"
    file = io.BytesIO(data)
    (member,) = members(file)
    assert b"".join(unpacked(file, member)) == b"text"


def test_an_info_zip_unicode_name_wins_if_it_belongs_to_the_name() -> None:
    raw = b"???.pdf"
    body = b"\1" + struct.pack("<L", zlib.crc32(raw)) + "合同.pdf".encode()
    extra = struct.pack("<2H", 0x7075, len(body)) + body
    assert members(io.BytesIO(zipped(Entry(raw, extra=extra))))[0].name == "合同.pdf"
    assert members(io.BytesIO(zipped(Entry(b"b.pdf", extra=extra))))[0].name == "b.pdf"


def test_sixty_four_bit_archives_are_read() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file, file.open("a", "w", force_zip64=True) as member:
        member.write(b"text")
    assert members(buffer)[0].size == 4


def test_an_offset_beyond_all_files_is_no_crash() -> None:
    extra = struct.pack("<2HQ", 1, 8, 2**64 - 1)
    entry = Entry("a.pdf", extra=extra, lies={"start": 0xFFFFFFFF})
    assert members(io.BytesIO(zipped(entry)))[0].data == -1


def test_a_part_of_a_split_archive_is_refused() -> None:
    data = bytearray(zipped(Entry("a.pdf")))
    data[-18:-16] = b"\1\0"
    with pytest.raises(UnreadableError, match="分卷"):
        members(io.BytesIO(bytes(data)))


def test_a_directory_reached_into_by_a_member_is_marked() -> None:
    entry = Entry("a.pdf", b"x" * 10, method=0, lies={"packed": 30, "size": 30})
    assert members(io.BytesIO(zipped(entry)))[0].overlaps


@pytest.mark.parametrize(
    ("names", "ending"),
    [
        (["[Content_Types].xml", "word/document.xml"], ".docx"),
        (["[Content_Types].xml", "xl/workbook.xml"], ".xlsx"),
        (["[Content_Types].xml", "ppt/presentation.xml"], ".pptx"),
        (["OFD.xml", "Doc_0/Document.xml"], ".ofd"),
        (["mimetype", "content.xml"], ".odt"),
        (["a.docx", "b.pdf"], ""),
        (["x/[Content_Types].xml", "x/word/document.xml"], ""),
    ],
)
def test_formats_packed_as_zip_are_told_from_archives(names: list[str], ending: str) -> None:
    found = members(io.BytesIO(zipped(*(Entry(name) for name in names))))
    assert package_ending(found) == ending


@settings(max_examples=300)
@given(st.data())
def test_flipped_bytes_give_an_error_or_members_never_more_than_stated(data: st.DataObject) -> None:
    whole = bytearray(zipped(Entry("a.pdf", b"abc" * 50), Entry("b.pdf", b"xyz" * 9, method=0)))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    file = io.BytesIO(bytes(whole))
    with suppress(UnreadableError):
        for member in members(file):
            with suppress(UnreadableError):
                if member.data >= 0:
                    assert sum(map(len, unpacked(file, member))) == member.size
