"""Long PDF are read by several processes, with the same result, and no process outlives the reading."""

from __future__ import annotations

import marshal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest

from core import workers
from core.messages import PolicyReviewError
from core.readers import ReadingOptions, read_bytes, sharing
from core.readers.printed.carried import packed, unpacked
from core.readers.printed.page import read_page
from tests.core.readers.conftest import printed_bytes
from tests.core.readers.encrypting import encrypted_pdf

PAGES = 24
TABLE = """#table(columns: (1fr, 1fr, 1fr), [指标], [单位], [增长%],
  ..range(4).map(n => ([产值#n], [亿元], [#(n * 0.3)])).flatten())"""


@pytest.fixture(scope="module")
def long() -> bytes:
    """A report of many pages with a table on each."""
    page = f"全年地区生产总值增长6.8%，社会消费品零售总额增长8.1%。\n\n{TABLE}\n#pagebreak(weak: true)\n"
    return printed_bytes(f'#set page("a6")\n#set text(font: "Noto Sans SC", size: 9pt, lang: "zh")\n{page * PAGES}')


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Help is sought for any file here; these are the processes that were started."""
    begun: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *words: Any, **names: Any) -> None:
            super().__init__(*words, **names)
            begun.append(self)

    monkeypatch.setattr(sharing.subprocess, "Popen", Watched)
    monkeypatch.setattr(sharing, "_LONG", 1)
    monkeypatch.setattr(sharing, "_cores", lambda: 3)
    return begun


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Read a page here only when helpers have had time to bring some; these are the pages that were read here."""
    here: list[int] = []

    def read(document: pypdfium2.PdfDocument, number: int) -> object:
        time.sleep(0.06)
        here.append(number)
        return read_page(document, number)

    monkeypatch.setattr(sharing, "read_page", read)
    return here


def alone(data: bytes) -> object:
    """What one process reads, its text and all that is known of its layout."""
    reading = read_bytes(data, "a.pdf")
    return reading.text, reading.layout


def test_helpers_bring_the_same_pages(
    long: bytes, started: list[subprocess.Popen[bytes]], slowly: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words, places, tables: nothing tells who read a page, and no helper is left running."""
    shares: list[float] = []
    reading = read_bytes(long, "a.pdf", progress=shares.append)
    assert len(started) == 2 and all(process.poll() is not None for process in started)
    assert len(slowly) < PAGES
    assert shares == sorted(shares) and shares[-1] <= 1
    monkeypatch.setattr(sharing, "_cores", lambda: 1)
    assert (reading.text, reading.layout) == alone(long)
    assert len(started) == 2


def test_a_page_comes_over_as_it_was_read(long: bytes) -> None:
    """Also its tables, down to the segments in their cells."""
    document = pypdfium2.PdfDocument(long)
    page = read_page(document, 0)
    document.close()
    assert page.grids and unpacked(packed(page)) == page


def test_a_short_file_starts_no_process(long: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """To start one takes longer than to read it; how long that takes is not left to a machine with other work."""
    monkeypatch.setattr(sharing, "_helpers", lambda *_: pytest.fail("help was sought"))
    monkeypatch.setattr(sharing, "time", SimpleNamespace(perf_counter=lambda: 0.0))
    assert alone(long)


def test_a_file_whose_first_pages_took_long_is_worth_help() -> None:
    """Long files always are, others when the rest will take longer than a process to start."""
    assert not sharing._is_worth_help(24, 6, 0.05)
    assert sharing._is_worth_help(24, 6, 3.0) and sharing._is_worth_help(500, 0, 0.0)
    assert not sharing._is_worth_help(24, 2, 3.0)


@pytest.mark.parametrize("call", [
    ["/no/such/program"], [sys.executable, "-c", "import time; time.sleep(600)"], [sys.executable, "-c", "pass"],
    [sys.executable, "-c", "print('words of no page', flush=True)"],
])
def test_a_helper_that_is_no_help_changes_nothing(
    call: list[str], long: bytes, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be started, hangs or ends at once: the pages are read here."""
    monkeypatch.setattr(workers, "command", lambda _option: call)
    made = alone(long)
    assert all(process.poll() is not None for process in started)
    monkeypatch.setattr(sharing, "_cores", lambda: 1)
    assert made == alone(long)


def test_calling_off_ends_the_helpers(long: bytes, started: list[subprocess.Popen[bytes]]) -> None:
    """Cancel means now, in all processes."""

    def progress(share: float) -> None:
        if share > 0.2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        read_bytes(long, "a.pdf", progress=progress)
    assert started and all(process.poll() is not None for process in started)


def test_helpers_open_an_encrypted_file(started: list[subprocess.Popen[bytes]], slowly: list[int]) -> None:
    """The password is given on their standard input, where no list of processes shows it."""
    data = encrypted_pdf("Output grew by 6.8 percent.", PAGES, "secret")
    reading = read_bytes(data, "a.pdf", ReadingOptions(password="secret"))
    assert reading.text.count("6.8 percent") == PAGES and len(slowly) < PAGES
    assert all("secret" not in str(process.args) for process in started)


def test_a_password_is_asked_for_and_checked() -> None:
    """A real encrypted file, not only a stand-in for the library."""
    data = encrypted_pdf("Output grew.", 1, "secret")
    for password, key in ((None, "password-needed"), ("other", "wrong-password")):
        with pytest.raises(PolicyReviewError) as told:
            read_bytes(data, "a.pdf", ReadingOptions(password=password))
        assert told.value.key == key


def test_the_packaged_application_calls_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It has no Python beside it; on Windows its twin with standard output does the work."""
    program = tmp_path / "policy-review"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert workers.command("--read-pages") == [str(program), "--read-pages"]
    monkeypatch.setattr(workers, "_WINDOWS", True)
    twin = tmp_path / "policy-review-cli.exe"
    twin.touch()
    assert workers.command("--read-pages") == [str(twin), "--read-pages"]


def test_the_word_for_a_worker_leads_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the packaged application would open a window for each helper."""
    from core.readers.printed import worker
    from gui.__main__ import main

    called: list[object] = []
    monkeypatch.setattr(worker, "main", lambda words: called.append(words) or 0)
    assert main(["--read-pages"]) == 0
    assert called == [["--read-pages"]]


def test_what_packs_the_application_sees_each_worker() -> None:
    """It follows imports that are written out; one by a name made at run time would be missing there."""
    source = (Path(workers.__file__).with_name("cli.py")).read_text("utf-8")
    for module in workers.WORKERS.values():
        package, _, name = module.rpartition(".")
        assert f"from {package} import {name}" in source


def test_a_helper_begins_without_what_only_the_window_needs() -> None:
    """The model and the other readers take longer to load than twenty pages to read."""
    words = "import sys; from core.readers.printed import carried, page, worker; print('core.model' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", words], env=workers.environment(), capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "False"


@pytest.mark.parametrize("given", [b"", marshal.dumps((100, None, 0, 1)) + b"%PDF-1.4 and then no more"])
def test_a_helper_whose_caller_has_gone_ends_without_a_word(given: bytes) -> None:
    """The window may be closed while the file is handed over; nobody reads a traceback then, and nothing hangs."""
    left = subprocess.run(
        workers.command("--read-pages"), check=False, input=given, capture_output=True, env=workers.environment(),
        timeout=60,
    )
    assert (left.returncode, left.stdout, left.stderr) == (1, b"", b"")
