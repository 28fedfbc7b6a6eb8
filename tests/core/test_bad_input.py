"""Bad input: each case ends in one clear sentence that says what to do, and the file is as it was."""

from __future__ import annotations

import os
import random
import sqlite3
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from core.messages import PolicyReviewError
from core.readers import LARGEST_MB, converting, read, read_bytes

WORDS = "全年地区生产总值增长6.8%，城镇新增就业4268人。"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**parts: str) -> bytes:
    """A zip archive with the given entries; `__` in a name stands for `/`, `_dot_` for a point."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


def word(words: str = WORDS) -> bytes:
    """A small good Word document."""
    document = Document()
    document.add_paragraph(words)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(encrypted: bool = False) -> bytes:
    """A PDF of one empty page; encrypted, its keys fit no password."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    trailer = b"/Root 1 0 R /Size 4"
    if encrypted:
        key = b"<" + b"4f" * 32 + b">"
        trailer += b" /ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O " + key + b" /U " + key + b" >>"
    written = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(written)
    written += b"xref\n0 4\n0000000000 65535 f \n" + table
    return written + b"trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start)


def database() -> bytes:
    """A SQLite file that is no project."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE t (a)")
        data = connection.serialize()
    connection.close()
    return data


def noise(size: int = 4000) -> bytes:
    """Bytes without any sense."""
    return random.Random(7).randbytes(size)


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Old Word files are refused, whether or not LibreOffice is installed here."""
    monkeypatch.setattr(converting, "converter", lambda: None)


_CASES: list[tuple[str, str, Callable[[], bytes]]] = [
    ("empty-file", "a.txt", lambda: b""),
    ("empty-file", "a.docx", lambda: b""),
    ("empty-file", "a.pdf", lambda: b" \r\n\t "),
    ("no-words", "a.txt", "——　12.5　……！".encode),
    ("no-words", "a.txt", lambda: b"\xef\xbb\xbf \n"),
    ("no-words", "a.html", lambda: b"<html><body><script>var a = 1</script></body></html>"),
    ("no-words", "a.docx", lambda: word("")),
    ("not-a-report", "a.txt", noise),
    ("not-a-report", "a.md", lambda: bytes(range(256)) * 20),
    ("not-a-report", "a.bin", lambda: b"\x7fELF\x02\x01\x01" + bytes(2000)),
    ("not-a-report", "a.txt", lambda: b"words\x00\x01\x02\x03" * 50),
    ("not-a-report", "a.sqlite", database),
    ("project-not-report", "评审.prv", database),
    ("project-not-report", "评审.prv", WORDS.encode),
    ("undecodable", "a.txt", lambda: b"\x81\xff\x8f\xfe\xa0\xff" * 100),
    ("scanned", "a.png", lambda: b"\x89PNG\r\n\x1a\n" + noise()),
    ("scanned", "照片.jpg", lambda: b"\xff\xd8\xff\xe0" + noise()),
    ("scanned", "a.webp", lambda: b"RIFF\x10\x00\x00\x00WEBPVP8 " + noise()),
    ("scanned", "a.pdf", pdf),
    ("password-needed", "a.pdf", lambda: pdf(encrypted=True)),
    ("encrypted", "a.docx", lambda: OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le")),
    ("damaged", "a.pdf", lambda: b"%PDF-1.7\n" + noise()),
    ("damaged", "a.pdf", lambda: b"\x00\x01" + noise()),
    ("damaged", "a.docx", lambda: word()[:-400]),
    ("damaged", "a.docx", lambda: b"PK\x03\x04" + noise()),
    ("damaged", "a.docx", lambda: zipped(readme="x")),
    ("damaged", "a.docx", lambda: zipped(word__document_dot_xml="<w:document")),
    ("damaged", "a.docx", lambda: b"only words"),
    ("unsupported-kind", "a.xlsx", lambda: zipped(xl__workbook_dot_xml="<x/>")),
    ("unsupported-kind", "a.pptx", lambda: zipped(ppt__presentation_dot_xml="<x/>")),
    ("unsupported-kind", "a.ofd", lambda: zipped(OFD_dot_xml="<x/>")),
    ("unsupported-kind", "a.zip", lambda: zipped(report_dot_txt=WORDS)),
    ("unsupported-kind", "a.doc", lambda: b"{\\rtf1\\ansi " + noise()),
    ("unsupported-kind", "a.xls", lambda: OLE + noise()),
    ("old-word", "a.doc", lambda: OLE + noise()),
    ("old-word", "a.wps", lambda: OLE + noise()),
    ("old-word", "a.docx", lambda: OLE + noise()),
]

_IDS = [f"{key} {name} {number}" for number, (key, name, _) in enumerate(_CASES)]


@pytest.mark.parametrize(("key", "name", "data"), _CASES, ids=_IDS)
def test_a_bad_file_ends_in_its_own_sentence_and_stays_as_it_was(
    key: str, name: str, data: Callable[[], bytes], tmp_path: Path
) -> None:
    """A person is told what this file is and what to do; the file itself is never touched."""
    file = tmp_path / name
    file.write_bytes(data())
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    with pytest.raises(PolicyReviewError) as refused:
        read(file)
    assert refused.value.key == key
    assert name in refused.value.sentence("zh") and name in refused.value.sentence("en")
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The commonest slip of all."""
    assert _key(tmp_path / "没有.txt") == "no-such-file"
    assert _key(tmp_path / "no" / "such" / "folder.txt") == "no-such-file"
    assert _key(tmp_path / ("长" * 300)) == "no-such-file"


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    """Dropping a folder on the window happens."""
    assert _key(tmp_path) == "is-a-folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in the file system")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    """Opening a pipe would hang the window."""
    os.mkfifo(tmp_path / "pipe.txt")
    assert _key(tmp_path / "pipe.txt") == "not-a-report"


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The administrator of a test machine may read everything, so the refusal is played."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "a.txt"
    file.write_text(WORDS, "utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    assert _key(file) == "no-permission"


def test_a_failing_disk_is_named_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network folder that went away is not the report's fault."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    file = tmp_path / "a.txt"
    file.write_text(WORDS, "utf-8")
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(PolicyReviewError) as refused:
        read(file)
    assert refused.value.key == "read-failed" and "Input/output error" in str(refused.value)


def test_an_enormous_file_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    """A film with the wrong ending must not fill the memory."""
    file = tmp_path / "a.txt"
    with file.open("wb") as stream:
        stream.truncate((LARGEST_MB + 1) * 2**20)
    assert _key(file) == "too-large"


def test_a_zip_bomb_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small .docx that unpacks to gigabytes; the limit is lowered here to keep the test small."""
    monkeypatch.setattr("core.readers.kinds._LARGEST_UNPACKED_MB", 1)
    bomb = zipped(word__document_dot_xml="0" * 2 * 2**20)
    assert len(bomb) < 10_000
    with pytest.raises(PolicyReviewError) as refused:
        read_bytes(bomb, "bomb.docx")
    assert refused.value.key == "too-large"


def test_xml_entities_are_never_unfolded() -> None:
    """Billion laughs: entities of entities, and entities that name other files."""
    inner = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "哈"><!ENTITY f SYSTEM "file:///etc/passwd">{inner}]>'
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:body><w:p><w:r><w:t>正文&l11;&f;</w:t></w:r></w:p></w:body></w:document>"
    source, target = zipfile.ZipFile(BytesIO(word())), BytesIO()
    with source, zipfile.ZipFile(target, "w") as archive:
        for entry in source.infolist():
            new = (bomb + body).encode() if entry.filename == "word/document.xml" else source.read(entry)
            archive.writestr(entry, new)
    try:
        text = read_bytes(target.getvalue(), "a.docx").text
    except PolicyReviewError:
        return
    assert "root:" not in text and len(text) < 1000


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.html", "a.txt"])
def test_mutated_files_end_in_a_text_or_a_sentence(name: str) -> None:
    """Broken copies of good files, the same ones in every run: never a crash of another kind."""
    chance = random.Random(name)
    good = {
        "a.docx": word(),
        "a.pdf": pdf(),
        "a.html": f"<html><body><table><tr><td>{WORDS}</table><p>{WORDS}".encode(),
        "a.txt": (WORDS * 5).encode("gb18030"),
    }[name]
    for _ in range(60):
        data = bytearray(good)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = bytes(data[: chance.randrange(len(data) + 1)]) if chance.random() < 0.4 else bytes(data)
        try:
            assert read_bytes(cut, name).text
        except PolicyReviewError as error:
            assert error.sentence("zh")


def test_a_word_document_under_another_name_is_still_read() -> None:
    """The content decides, not the ending."""
    for name in ("a.doc", "a.txt", "报告", "a.wps"):
        assert read_bytes(word(), name).text == WORDS


def test_the_scan_of_the_corpus_is_recognised_at_once(corpus: Path) -> None:
    """Real page images, no text layer."""
    assert _key(corpus / "chengdong-2024-scan.pdf") == "scanned"


def test_every_other_file_of_the_corpus_is_read(corpus: Path) -> None:
    """Nothing that a reviewer really received may be refused, and its bytes are kept."""
    files = [file for file in sorted(corpus.iterdir()) if "scan" not in file.name]
    assert len(files) > 15
    for file in files:
        reading = read(file)
        assert reading.data == file.read_bytes()
        assert len(reading.text) > 2000 and "\ufffd" not in reading.text and "\0" not in reading.text


def _key(file: Path) -> str:
    with pytest.raises(PolicyReviewError) as refused:
        read(file)
    return refused.value.key
