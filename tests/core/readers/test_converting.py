"""Old Word files go through LibreOffice where there is one, on a copy, and can be called off."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from core.messages import PolicyReviewError
from core.readers import converting, read_bytes
from core.readers.reading import ReadingOptions

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
#: Stands in for LibreOffice: writes the file that lies beside it where the real one would.
FAKE = """import pathlib, shutil, sys, time
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
profile = next(one for one in sys.argv if one.startswith("-env:UserInstallation=file:"))
assert pathlib.Path(sys.argv[-1]).read_bytes()[:4] == bytes.fromhex("d0cf11e0")
assert "MacroSecurityLevel" in (folder.parent / "profile/user/registrymodifications.xcu").read_text()
folder.mkdir()
{act}
"""


def install(monkeypatch: pytest.MonkeyPatch, folder: Path, act: str) -> None:
    """Let a small program be found as LibreOffice."""
    script = folder / "office.py"
    script.write_text(FAKE.format(act=act), encoding="utf-8")
    monkeypatch.setattr(converting, "converter", lambda: [sys.executable, str(script)])


def word(folder: Path) -> Path:
    """What the converter makes."""
    document = Document()
    document.add_paragraph("全年地区生产总值增长6.8%。")
    file = BytesIO()
    document.save(file)
    path = folder / "made.docx"
    path.write_bytes(file.getvalue())
    return path


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps"])
def test_an_old_document_is_read_and_says_that_it_was_converted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """The bytes that are kept are the old file's own."""
    install(monkeypatch, tmp_path, f"shutil.copy({str(word(tmp_path))!r}, folder / 'report.docx')")
    reading = read_bytes(OLD, name)
    assert reading.text == "全年地区生产总值增长6.8%。"
    assert (reading.data, reading.source.media_type) == (OLD, "application/msword")
    assert [notice.key for notice in reading.layout.notices] == ["converted"]


@pytest.mark.parametrize("act", ["pass", "(folder / 'report.docx').write_bytes(b'no zip')", "sys.exit(3)"])
def test_what_the_converter_cannot_do_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, act: str) -> None:
    """A damaged or protected file makes no docx, whatever the exit code says."""
    install(monkeypatch, tmp_path, act)
    with pytest.raises(PolicyReviewError) as told:
        read_bytes(OLD, "a.doc")
    assert told.value.key in ("conversion-failed", "damaged")


def test_without_a_converter_the_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most machines have Word or WPS, and either can save as docx."""
    monkeypatch.setattr(converting, "converter", lambda: None)
    with pytest.raises(PolicyReviewError) as told:
        read_bytes(OLD, "a.doc")
    assert told.value.key == "old-word"


def test_a_converter_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It must not outlive the reading."""
    install(monkeypatch, tmp_path, "time.sleep(600)")
    monkeypatch.setattr(converting, "SECONDS", 0.3)
    with pytest.raises(PolicyReviewError) as told:
        read_bytes(OLD, "a.doc")
    assert told.value.key == "conversion-timeout"


class CalledOffError(Exception):
    """What a job raises to give up."""


def test_calling_off_ends_the_converter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Cancel in the import dialog means now, and no file is left behind."""
    started = tmp_path / "started"
    install(monkeypatch, tmp_path, f"pathlib.Path({str(started)!r}).touch(); time.sleep(600)")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def progress(_share: float) -> None:
        if started.exists():
            raise CalledOffError

    with pytest.raises(CalledOffError):
        read_bytes(OLD, "a.doc", ReadingOptions(), progress)
    assert not list(tmp_path.glob("policy-review-*"))


def test_a_real_old_document_is_read(tmp_path: Path) -> None:
    """Where LibreOffice is installed it makes the old file itself, with a table."""
    import subprocess

    command = converting.converter()
    if command is None:
        pytest.skip("LibreOffice is not installed")
    document = Document()
    document.add_paragraph("全年地区生产总值增长6.8%。")
    table = document.add_table(rows=2, cols=2, style="Table Grid")
    for cell, words in zip(table._cells, ("指标", "增速（%）", "工业", "5.1"), strict=True):
        cell.text = words
    document.add_paragraph("完")
    document.save(str(tmp_path / "a.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    made = ["--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run([*command, profile, *made], check=True, capture_output=True, timeout=120)
    reading = read_bytes((tmp_path / "a.doc").read_bytes(), "a.doc")
    assert reading.text.splitlines()[0] == "全年地区生产总值增长6.8%。"
    cells = [cell.span.quote(reading.text) for cell in reading.layout.tables[0].cells]
    assert cells == ["指标", "增速（%）", "工业", "5.1"]


def test_the_converter_fetches_nothing(tmp_path: Path) -> None:
    """A document may name pictures and templates on a server; who opens it must not be told of there."""
    import socket
    import subprocess
    import threading

    command = converting.converter()
    if command is None:
        pytest.skip("LibreOffice is not installed")
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        place = f"http://127.0.0.1:{server.getsockname()[1]}"

        def listen() -> None:
            while True:
                try:
                    link, _ = server.accept()
                except OSError:
                    return
                with link:
                    link.settimeout(1)
                    asked.append(link.recv(200).decode("latin-1"))

        threading.Thread(target=listen, daemon=True).start()
        # a web page keeps its pictures as links when it becomes an old Word document
        page = tmp_path / "a.html"
        page.write_text(f'<html><body><p>GDP grew by 6.8 percent.</p><img src="{place}/spy.png" width="90" height="90">'
                        f'<p><a href="{place}/page">source</a></p></body></html>', encoding="utf-8")
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        made = ["--headless", "--infilter=HTML (StarWriter)", "--convert-to", "doc:MS Word 97", "--outdir",
                str(tmp_path), str(page)]
        subprocess.run([*command, profile, *made], check=True, capture_output=True, timeout=120)
        data = (tmp_path / "a.doc").read_bytes()
        assert place.encode() in data or place.encode("utf-16-le") in data
        asked.clear()
        reading = read_bytes(data, "a.doc")
        assert "6.8 percent" in reading.text
        server.shutdown(socket.SHUT_RDWR)
    assert not asked
