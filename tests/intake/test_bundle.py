from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from docint.errors import DocintError, UnreadableError
from docint.intake.bundle import take
from docint.types.limits import Limits
from docint.types.source import Bundle
from tests.intake.archives import Entry, zipped
from tests.intake.conftest import Taken

PDF = b"%PDF-1.7 one"
JPEG = b"\xff\xd8\xff\xe0 picture"


def paths(bundle: Bundle) -> list[str]:
    return [source.path for source in bundle.sources]


def reasons(bundle: Bundle) -> dict[str, str]:
    return {refusal.path: refusal.reason for refusal in bundle.refusals}


def folder(tmp_path: Path, **files: bytes) -> Path:
    top = tmp_path / "材料"
    for name, data in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(data)
    return top


def archive(tmp_path: Path, *entries: Entry) -> Path:
    file = tmp_path / "材料.zip"
    file.write_bytes(zipped(*entries))
    return file


def test_a_folder_is_taken_with_folders_first_and_numbers_by_value(
    taken: Taken, tmp_path: Path
) -> None:
    names = ["执照-10.jpg", "执照-2.jpg", "执照-1.jpg", "附件十.pdf", "附件二.pdf", "财务/审计.pdf"]
    bundle = taken(folder(tmp_path, **dict.fromkeys(names, PDF)))
    assert paths(bundle) == [
        "财务/审计.pdf",
        "执照-1.jpg",
        "执照-2.jpg",
        "执照-10.jpg",
        "附件二.pdf",
        "附件十.pdf",
    ]
    assert bundle.name == "材料"


def test_a_source_carries_hash_and_size_of_its_bytes(taken: Taken, tmp_path: Path) -> None:
    (source,) = taken(folder(tmp_path, **{"a.pdf": PDF})).sources
    assert source.sha256 == hashlib.sha256(PDF).hexdigest()
    assert source.size == len(PDF)
    assert source.content.read_bytes() == PDF


def test_a_zip_shows_its_members_at_the_top(taken: Taken, tmp_path: Path) -> None:
    bundle = taken(archive(tmp_path, Entry("b.jpg", JPEG), Entry("企业/a.pdf", PDF)))
    assert paths(bundle) == ["企业/a.pdf", "b.jpg"]
    assert bundle.name == "材料"
    assert [source.content.read_bytes() for source in bundle.sources] == [PDF, JPEG]


def test_members_are_spooled_under_generated_names(taken: Taken, tmp_path: Path) -> None:
    bundle = taken(archive(tmp_path, Entry("公司 机密.pdf", PDF)))
    assert bundle.sources[0].content.name.isdigit()
    assert (tmp_path / "spool") in bundle.sources[0].content.parents


def test_a_zip_in_a_folder_and_a_zip_in_that_are_opened_but_no_third(
    taken: Taken, tmp_path: Path
) -> None:
    third = zipped(Entry("d.pdf", PDF))
    second = zipped(Entry("c.pdf", PDF), Entry("third.zip", third))
    first = zipped(Entry("b.pdf", PDF), Entry("second.zip", second))
    bundle = taken(folder(tmp_path, **{"first.zip": first, "a.pdf": PDF}))
    assert paths(bundle) == ["first.zip/second.zip/c.pdf", "first.zip/b.pdf", "a.pdf"]
    (refusal,) = bundle.refusals
    assert refusal.path == "first.zip/second.zip/third.zip"
    assert "嵌套" in refusal.reason


def test_a_single_file_is_a_bundle(taken: Taken, tmp_path: Path) -> None:
    file = tmp_path / "营业执照.jpg"
    file.write_bytes(JPEG)
    assert paths(taken(file)) == ["营业执照.jpg"]


def test_gbk_names_without_the_flag_come_out_readable(taken: Taken, tmp_path: Path) -> None:
    bundle = taken(archive(tmp_path, Entry("企业证照/营业执照1.pdf".encode("gbk"))))
    assert paths(bundle) == ["企业证照/营业执照1.pdf"]


def test_a_gbk_folder_on_disk_comes_out_readable(taken: Taken, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / os.fsdecode("审计报告.pdf".encode("gbk"))).write_bytes(PDF)
    assert paths(taken(tmp_path / "x")) == ["审计报告.pdf"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("../../etc/x.pdf", "之外"),
        ("a/../../x.pdf", "之外"),
        ("..\\x.pdf", "之外"),
        ("/etc/x.pdf", "绝对路径"),
        ("C:\\x.pdf", "绝对路径"),
        ("", "没有文件名"),
        ("a" * 300 + ".pdf", "过长"),
    ],
)
def test_a_dangerous_name_is_refused_and_the_rest_goes_on(
    taken: Taken, tmp_path: Path, name: str, word: str
) -> None:
    bundle = taken(archive(tmp_path, Entry(name), Entry("good.pdf")))
    assert paths(bundle) == ["good.pdf"]
    assert word in bundle.refusals[0].reason


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        (Entry("x.pdf", mode=0o120777), "链接"),
        (Entry("x.pdf", mode=0o020666), "不是普通文件"),
        (Entry("x.pdf", flags=1), "加密"),
        (Entry("x.pdf", method=9), "Deflate64"),
        (Entry("x.pdf", method=77), "编号 77"),
        (Entry("x.pdf", lies={"crc": 1}), "损坏"),
        (Entry("x.pdf", lies={"size": 3}), "损坏"),
        (Entry("x.pdf", lies={"size": 3000}), "损坏"),
        (Entry("x.pdf", lies={"packed": 5}), "损坏"),
        (Entry("x.pdf", lies={"packed": 5000}), "重叠"),
        (Entry("x.pdf", lies={"start": 7}), "不符"),
        (Entry("x.pdf", b""), "0 字节"),
    ],
)
def test_a_bad_member_is_refused_with_its_reason_and_the_rest_goes_on(
    taken: Taken, tmp_path: Path, entry: Entry, word: str
) -> None:
    bundle = taken(archive(tmp_path, Entry("good.pdf"), entry))
    assert paths(bundle) == ["good.pdf"]
    assert word in reasons(bundle)["x.pdf"]
    assert bundle.refusals[0].code == "unreadable-document"


def test_a_broken_stream_is_refused(taken: Taken, tmp_path: Path) -> None:
    data = bytearray(zipped(Entry("x.pdf", os.urandom(5000)), Entry("good.pdf")))
    data[100:110] = bytes(10)
    (tmp_path / "a.zip").write_bytes(data)
    bundle = taken(tmp_path / "a.zip")
    assert paths(bundle) == ["good.pdf"]
    assert "损坏" in reasons(bundle)["x.pdf"]


def test_names_that_differ_in_case_or_composition_only_are_refused(
    taken: Taken, tmp_path: Path
) -> None:
    names = ["a.pdf", "A.PDF", "a.pdf", "\u00e9.pdf", "e\u0301.pdf"]
    bundle = taken(archive(tmp_path, *(Entry(name, flags=0x800) for name in names)))
    assert len(bundle.sources) == 2
    assert len(bundle.refusals) == 3
    assert all("重名" in refusal.reason for refusal in bundle.refusals)


def test_entries_that_share_bytes_are_all_refused(taken: Taken, tmp_path: Path) -> None:
    true = Entry("big.pdf", PDF, method=0)
    copies = [Entry(f"{n}.pdf", PDF, method=0, lies={"start": 0}) for n in range(20)]
    bundle = taken(archive(tmp_path, true, *copies, Entry("good.pdf")))
    assert paths(bundle) == ["good.pdf"]
    assert len(bundle.refusals) == 21
    assert all("重叠" in refusal.reason for refusal in bundle.refusals)


def test_a_bomb_stops_at_the_ratio(taken: Taken, tmp_path: Path) -> None:
    bomb = Entry("x.pdf", bytes(30 << 20))
    bundle = taken(archive(tmp_path, bomb, Entry("good.pdf")))
    assert paths(bundle) == ["good.pdf"]
    assert "200 倍" in reasons(bundle)["x.pdf"]


def test_a_small_blank_file_may_shrink_a_lot(taken: Taken, tmp_path: Path) -> None:
    assert paths(taken(archive(tmp_path, Entry("x.pdf", PDF + bytes(900_000))))) == ["x.pdf"]


def test_the_total_is_counted_while_reading(taken: Taken, tmp_path: Path) -> None:
    entries = [Entry(f"{n}.pdf", PDF + os.urandom(400)) for n in range(4)]
    bundle = taken(archive(tmp_path, *entries), Limits(expanded=1000))
    assert paths(bundle) == ["0.pdf", "1.pdf"]
    assert "1000 字节" in reasons(bundle)["2.pdf"]


def test_a_file_over_the_limit_is_refused_in_folder_and_zip(taken: Taken, tmp_path: Path) -> None:
    small = Limits(file=100)
    bundle = taken(folder(tmp_path, **{"big.pdf": PDF * 20, "a.pdf": PDF}), small)
    assert paths(bundle) == ["a.pdf"]
    assert "上限" in reasons(bundle)["big.pdf"]
    bundle = taken(archive(tmp_path, Entry("big.pdf", PDF * 20), Entry("a.pdf", PDF)), small)
    assert paths(bundle) == ["a.pdf"]


def test_files_over_the_count_are_one_refusal(taken: Taken, tmp_path: Path) -> None:
    bundle = taken(folder(tmp_path, **{f"{n}.pdf": PDF for n in range(9)}), Limits(files=5))
    assert paths(bundle) == ["0.pdf", "1.pdf", "2.pdf", "3.pdf", "4.pdf"]
    (refusal,) = bundle.refusals
    assert refusal.path == "5.pdf"
    assert "4 个文件未读取" in refusal.reason


def test_a_truncated_zip_stops_as_bundle_and_is_one_refusal_inside(
    taken: Taken, tmp_path: Path
) -> None:
    whole = zipped(Entry("a.pdf", PDF), Entry("b.pdf", PDF))
    (tmp_path / "x.zip").write_bytes(whole[:-30])
    with pytest.raises(UnreadableError, match="不完整"):
        taken(tmp_path / "x.zip")
    bundle = taken(folder(tmp_path, **{"x.zip": whole[:-30], "a.pdf": PDF}))
    assert paths(bundle) == ["a.pdf"]
    assert list(reasons(bundle)) == ["x.zip"]
    assert bundle.refusals[0].code == "unreadable-document"


@pytest.mark.parametrize("cut", range(1, 260, 7))
def test_a_zip_cut_anywhere_never_does_worse_than_an_error(
    taken: Taken, tmp_path: Path, cut: int
) -> None:
    (tmp_path / "x.zip").write_bytes(zipped(Entry("a.pdf", PDF), Entry("b.pdf", PDF))[:-cut])
    with pytest.raises(UnreadableError):
        taken(tmp_path / "x.zip")


def test_links_devices_and_pipes_of_a_folder_are_refused(taken: Taken, tmp_path: Path) -> None:
    top = folder(tmp_path, **{"a.pdf": PDF, "sub/b.pdf": PDF})
    (top / "link.pdf").symlink_to("/etc/passwd")
    (top / "loop").symlink_to(top)
    os.mkfifo(top / "pipe.pdf")
    bundle = taken(top)
    assert paths(bundle) == ["sub/b.pdf", "a.pdf"]
    assert "链接" in reasons(bundle)["link.pdf"]
    assert "链接" in reasons(bundle)["loop"]
    assert "普通文件" in reasons(bundle)["pipe.pdf"]


def test_what_systems_leave_behind_is_left_out_silently(taken: Taken, tmp_path: Path) -> None:
    debris = ["__MACOSX/._a.pdf", ".DS_Store", "Thumbs.db", "desktop.ini", "~$方案.docx", "._a.pdf"]
    bundle = taken(folder(tmp_path, **dict.fromkeys([*debris, "a.pdf"], PDF)))
    assert paths(bundle) == ["a.pdf"]
    assert not bundle.refusals
    bundle = taken(archive(tmp_path, *(Entry(name) for name in [*debris, "a.pdf"])))
    assert paths(bundle) == ["a.pdf"]
    assert not bundle.refusals


def test_equal_bytes_under_two_names_both_stay(taken: Taken, tmp_path: Path) -> None:
    bundle = taken(folder(tmp_path, **{"a.pdf": PDF, "b.pdf": PDF}))
    assert paths(bundle) == ["a.pdf", "b.pdf"]
    assert len({source.sha256 for source in bundle.sources}) == 1


def test_a_renamed_picture_is_taken_as_what_it_is(taken: Taken, tmp_path: Path) -> None:
    assert paths(taken(folder(tmp_path, **{"合同.docx": JPEG}))) == ["合同.docx"]


def test_old_office_files_are_refused_by_name_even_if_a_format_claims_their_container(
    tmp_path: Path,
) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    top = folder(tmp_path, **{"预算.xls": ole, "方案.docx": ole})
    bundle = take(top, tmp_path / "spool", Limits(), lambda head: "docx")
    assert paths(bundle) == ["方案.docx"]  # its format tells whether it is locked
    assert "电子表格" in reasons(bundle)["预算.xls"]


def test_a_docx_is_one_file_and_not_an_archive(taken: Taken, tmp_path: Path) -> None:
    parts = [Entry("[Content_Types].xml", b"<x/>"), Entry("word/document.xml", b"<x/>")]
    bundle = taken(folder(tmp_path, **{"方案.docx": zipped(*parts)}))
    assert paths(bundle) == ["方案.docx"]
    (tmp_path / "方案.zip").write_bytes(zipped(*parts))
    assert paths(taken(tmp_path / "方案.zip")) == ["方案.zip"]


def test_a_zip_that_stores_a_docx_is_an_archive(taken: Taken, tmp_path: Path) -> None:
    docx = zipped(Entry("[Content_Types].xml", b"<x/>"), Entry("word/document.xml", b"<x/>"))
    assert paths(taken(archive(tmp_path, Entry("a.docx", docx, method=0)))) == ["a.docx"]


def test_no_temporary_copy_is_left_of_what_was_refused(taken: Taken, tmp_path: Path) -> None:
    inner = zipped(Entry("c.pdf", PDF))
    entries = (Entry("a.xls", b"?"), Entry("i.zip", inner), Entry("x.pdf", lies={"crc": 1}))
    bundle = taken(archive(tmp_path, *entries))
    left = [file for file in (tmp_path / "spool").rglob("*") if file.is_file()]
    assert left == [source.content for source in bundle.sources]


def test_the_bundle_hash_depends_on_names_and_bytes_and_refusals_only(
    taken: Taken, tmp_path: Path
) -> None:
    first = taken(folder(tmp_path, **{"a.pdf": PDF, "b.doc": b"?"}))
    shutil.move(tmp_path / "材料", tmp_path / "elsewhere")
    assert taken(tmp_path / "elsewhere").sha256 == first.sha256
    (tmp_path / "elsewhere" / "b.doc").unlink()
    second = taken(tmp_path / "elsewhere")
    assert second.sha256 != first.sha256
    (tmp_path / "elsewhere" / "a.pdf").rename(tmp_path / "elsewhere" / "c.pdf")
    assert taken(tmp_path / "elsewhere").sha256 != second.sha256


@pytest.mark.parametrize("make", ["missing", "empty", "debris", "doc", "zip"])
def test_where_there_is_nothing_to_read_one_sentence_says_so(
    taken: Taken, tmp_path: Path, make: str
) -> None:
    path = tmp_path / "提交"
    if make == "zip":
        path.write_bytes(zipped())
    elif make != "missing":
        path.mkdir()
    if make == "debris":
        (path / ".DS_Store").write_bytes(b"x")
    if make == "doc":
        (path / "a.doc").write_bytes(b"x")
    with pytest.raises(DocintError, match="提交") as raised:
        taken(path)
    assert "\n" not in str(raised.value)


def test_a_zip_larger_than_an_upload_may_be_is_refused(taken: Taken, tmp_path: Path) -> None:
    file = archive(tmp_path, Entry("a.pdf", PDF))
    with pytest.raises(UnreadableError, match="上限"):
        taken(file, Limits(upload=10))
    bundle = taken(folder(tmp_path, **{"a.pdf": PDF, "x.zip": file.read_bytes()}), Limits(upload=9))
    assert paths(bundle) == ["a.pdf"]


def test_what_zipfile_writes_is_read(taken: Taken, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("目录/", b"")
        file.writestr("目录/甲.pdf", PDF * 10_000)
        with file.open("大.pdf", "w", force_zip64=True) as member:
            member.write(PDF)
    bundle = taken(tmp_path / "a.zip")
    assert paths(bundle) == ["目录/甲.pdf", "大.pdf"]
    assert bundle.sources[0].content.read_bytes() == PDF * 10_000
