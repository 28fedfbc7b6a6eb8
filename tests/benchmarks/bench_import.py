"""What importing a PDF costs: against the bare text extraction by PDFium in the same run, in time and in memory.

    python tests/benchmarks/bench_import.py [PDF …]      (else made ones, and those of ../shared/corpus)
        --pages N       how long the made files are (300); files of the corpus are repeated until they are as long
        --times N       each time is the best of N runs (5)

Prints times as a person sees them, by the clock, and ratios of one run; it asserts nothing, for times differ between
machines and moments. Long files are read by several processes, so the machine should have nothing else to do.

**The base** is `PdfTextPage.get_text_range()` of every page. **Memory** is the highest resident size of a process of
its own that reads the file and of all that it starts, less what it held before reading; the bar is 4 x the file +
200 MB. Of an old Word file the most is LibreOffice's, so what the processes hold that are started has a column of its
own (for a long PDF these are ours as well). It is measured for every format that is read, with long files made here
and with those of the corpus.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
CORPUS = ROOT.parent / "shared" / "corpus"

_PAGE = """#set page("a4", margin: 2.6cm, header: align(center)[澜溪县政府工作报告],
  footer: align(center)[— #context counter(page).display() —])
#set text(font: "Noto Sans SC", size: 12pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), justify: true, leading: 1em)
"""
_TABLE = """#figure(table(columns: 4, [指标], [单位], [绝对数], [增长%],
  ..range(14).map(n => ([指标 #n], [亿元], [#(n * 37.5)], [#(n * 0.3)])).flatten()), caption: none)
"""


def main() -> int:
    """Measure each file and print one line for it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.memory:
        return _memory(given.memory)
    print(f"{'file':44} {'pages':>5} {'chars':>8} {'bare s':>7} {'read s':>7} {'ratio':>6} {'MB':>6} {'bar MB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        given_files = [path for path in given.files if path.suffix.lower() == ".pdf"]
        for path in given_files if given.files else _files(Path(folder), given.pages):
            _measure(path, given.times)
        print(f"\n{'file':60} {'file MB':>8} {'MB':>6} {'own':>6} {'others':>6} {'bar MB':>7}")
        for path in given.files or [*_long_files(Path(folder)), *_corpus(".docx", ".html", ".md", ".txt", ".htm")]:
            size = path.stat().st_size / 2**20
            own, others = _held(path)
            held = f"{own + others:6.0f} {own:6.0f} {others:6.0f}"
            print(f"{path.name[:60]:60} {size:8.2f} {held} {4 * size + 200:7.0f}", flush=True)
    return 0


def _corpus(*endings: str) -> list[Path]:
    found = CORPUS.iterdir() if CORPUS.is_dir() else ()
    return sorted(path for path in found if path.suffix.lower() in endings)


def _long_files(folder: Path) -> list[Path]:
    """A file of each format that is as long as a report may be, a good million characters, half of it tables."""
    from docx import Document

    words = (ROOT / "seeds" / "county-2024.txt").read_text("utf-8")
    lines = [line.strip("#*@ ") for line in words.splitlines() if line.strip()]
    cells = [[f"指标{row}", "亿元", f"{row * 3.7:.1f}", f"{row * 0.3:.1f}%"] for row in range(2_000)]
    text = "\n".join(lines)
    prose = [line for _ in range(650_000 // len(text)) for line in lines]
    tables = [cells] * (650_000 // sum(len(word) + 1 for row in cells for word in row))
    rows = ["\t".join(row) for table in tables for row in table]
    plain = "\n".join((*prose, *rows))
    marked = "\n".join((*prose, "| 指标 | 单位 | 数值 | 增长 |", "|---|---|---|---|",
                        *("| " + row.replace("\t", " | ") + " |" for row in rows)))
    page = "".join(f"<p>{line}</p>" for line in prose) + "".join(
        "<table>" + "".join(f"<tr>{''.join(f'<td>{word}</td>' for word in row)}</tr>" for row in table) + "</table>"
        for table in tables)
    made = {"long.txt": plain.encode(), "long GB18030.txt": plain.encode("gb18030"), "long.md": marked.encode(),
            "long UTF-16.txt": plain.encode("utf-16"), "long.html": f"<html><body>{page}</body></html>".encode()}
    for name, data in made.items():
        (folder / name).write_bytes(data)
    document = Document()
    for line in prose:
        document.add_paragraph(line)
    document.save(str(folder / "long.docx"))
    _with_tables(folder / "long.docx", tables)
    paths = [*(folder / name for name in made), folder / "long.docx"]
    return [*paths, *_old_word(folder)]


def _with_tables(path: Path, tables: list[list[list[str]]]) -> None:
    """Puts tables into a document as XML: the library would take minutes for them."""
    import zipfile

    def cell(word: str) -> str:
        return f"<w:tc><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:tc>"

    drawn = "".join("<w:tbl>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in table) + "</w:tbl><w:p/>"
                    for table in tables)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode("utf-8")
    parts["word/document.xml"] = body.replace("<w:sectPr", f"{drawn}<w:sectPr", 1).encode("utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def _old_word(folder: Path) -> list[Path]:
    """A .doc of usual length, where LibreOffice can make one; it is counted with what is read of it."""
    from docx import Document

    from core.readers.converting import converter

    command = converter()
    if command is None:
        return []
    document = Document()
    for line in (ROOT / "seeds" / "county-2024.txt").read_text("utf-8").splitlines() * 5:
        document.add_paragraph(line)
    document.save(str(folder / "usual.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run([*command, profile, "--headless", "--convert-to", "doc:MS Word 97", "--outdir", folder,
                    folder / "usual.docx"], check=True, capture_output=True)
    return [folder / "usual.doc"]


def _files(folder: Path, pages: int) -> list[Path]:
    import typst

    import resources

    words = (ROOT / "seeds" / "county-2024.txt").read_text("utf-8").replace("#", "").replace("*", "").replace("@", "")
    body = "\n\n".join(line.strip() for line in words.splitlines() if line.strip())
    kinds = {"prose": body, "prose and tables": f"{body}\n\n{_TABLE}", "three columns": body}
    made = []
    for name, text in kinds.items():
        head = _PAGE.replace('"a4",', '"a4", columns: 3,') if name == "three columns" else _PAGE
        one = typst.compile(f"{head}{text}".encode(), font_paths=[str(resources.path("fonts"))],
                            ignore_system_fonts=True)
        made.append(_repeated(one, folder / f"{name}.pdf", pages))
    corpus = sorted(path for path in CORPUS.glob("*.pdf") if "scan" not in path.name) if CORPUS.is_dir() else []
    return [*made, *(_repeated(path.read_bytes(), folder / path.name, pages) for path in corpus)]


def _repeated(data: bytes, path: Path, pages: int) -> Path:
    import pypdfium2

    source, long = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    while len(long) < pages:
        long.import_pages(source, list(range(min(len(source), pages - len(long)))))
    long.save(path)
    long.close()
    source.close()
    return path


def _measure(path: Path, times: int) -> None:
    import pypdfium2

    from core.readers import read_bytes

    data = path.read_bytes()

    def bare() -> int:
        document = pypdfium2.PdfDocument(data)
        length = 0
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            length += len(words.get_text_range())
            words.close()
            page.close()
        document.close()
        return length

    count = len(pypdfium2.PdfDocument(data))
    characters = bare()
    # by turns, so that what else the machine does weighs on both alike
    base, own = zip(*((_time(bare), _time(lambda: read_bytes(data, path.name))) for _ in range(times)), strict=True)
    bar = 4 * len(data) / 2**20 + 200
    print(f"{path.name[:44]:44} {count:5} {characters:8} {min(base):7.3f} {min(own):7.3f} "
          f"{min(own) / min(base):6.2f} {sum(_held(path)):6.0f} {bar:7.0f}", flush=True)


def _time(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _held(path: Path) -> tuple[float, float]:
    """What reading takes in MB, in a process of its own, and what the processes take that it starts."""
    printed = subprocess.run([sys.executable, __file__, "--memory", path], capture_output=True, text=True, check=True)
    own, others = map(float, printed.stdout.split())
    return own, others


def _memory(path: Path) -> int:
    from core.readers import read

    before = _highest()
    others: dict[int, float] = {}
    threading.Thread(target=_watch, args=(others,), daemon=True).start()
    read(path)
    print(_highest() - before, sum(others.values()))
    return 0


def _watch(others: dict[int, float]) -> None:
    """The highest sizes of the processes that are started by this one, where the system tells them (Linux)."""
    while True:
        for number in _below(os.getpid()):
            with contextlib.suppress(OSError, IndexError):
                status = Path(f"/proc/{number}/status").read_text("ascii")
                others[number] = int(status.split("VmHWM:")[1].split()[0]) / 2**10
        time.sleep(0.005)


def _below(number: int) -> list[int]:
    found: list[int] = []
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{number}/task").iterdir():
            found += map(int, (task / "children").read_text("ascii").split())
    return [*found, *(one for child in found for one in _below(child))]


def _highest() -> float:
    """The highest resident size so far in MB; Linux would count the parent's in `ru_maxrss`."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text("ascii").split("VmHWM:")[1].split()[0]) / 2**10
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    raise SystemExit(main())
