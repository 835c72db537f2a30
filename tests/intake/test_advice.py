from __future__ import annotations

import pytest

from docint.intake.advice import unrecognised

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("path", "head", "code", "words"),
    [
        ("方案.doc", OLE, "unsupported-file", ("旧版 Word", ".doc", "请另存为 PDF 或 DOCX")),
        ("方案.wps", OLE, "unsupported-file", ("WPS", "请另存为 PDF 或 DOCX")),
        ("预算.xls", OLE, "unsupported-file", ("电子表格", "请另存为 PDF 后重新提交")),
        ("方案.docx", OLE, "unreadable-document", ("密码",)),
        ("方案", OLE, "unsupported-file", ("旧版 Word",)),
        ("材料.rar", b"Rar!\x1a\x07\x01\0", "unsupported-file", ("RAR", "ZIP")),
        ("材料.zip", b"Rar!\x1a\x07\x01\0", "unsupported-file", ("RAR", "ZIP")),
        ("材料.7z", b"7z\xbc\xaf\x27\x1c", "unsupported-file", ("7z", "ZIP")),
        ("照片.heic", b"\0\0\0\x18ftypheic", "unsupported-file", ("HEIC", "JPEG")),
        ("照片.jpg", b"\0\0\0\x18ftypheic", "unsupported-file", ("HEIC", "JPEG")),
        ("合同.ofd", b"?", "unsupported-file", ("OFD", "PDF")),
        ("汇报.ppt", OLE, "unsupported-file", ("演示文稿", "PDF")),
        ("报告.pdf", b"nothing", "unreadable-document", ("PDF", "损坏")),
        ("说明.txt", "说明".encode(), "unsupported-file", ("文本文件", "DOCX")),
        ("数据.xyz", b"?", "unsupported-file", ("无法识别", ".xyz")),
        ("无后缀", b"?", "unsupported-file", ("无法识别",)),
        ("录像.mov", b"\0\0\0\x14ftypqt  ", "unsupported-file", ("音视频", ".mov")),
    ],
)
def test_each_file_is_told_what_it_is_and_what_to_hand_in(
    path: str, head: bytes, code: str, words: tuple[str, ...]
) -> None:
    refusal = unrecognised(path, head)
    assert refusal.code == code
    assert refusal.path == path
    assert all(word in refusal.reason for word in words), refusal.reason
    assert refusal.reason.endswith("。")
