"""What importing a PDF costs: against the bare text extraction by PDFium in the same run, in time and in memory.

    python tests/benchmarks/bench_import.py [PDF …]      (else made ones, and those of ../shared/corpus)
        --pages N       how long the made files are (300); files of the corpus are repeated until they are as long
        --times N       each time is the best of N runs (5)

Prints CPU times and ratios of one run and asserts nothing, for times differ between machines and moments.

**The base** is `PdfTextPage.get_text_range()` of every page. **Memory** is the highest resident size of a process of
its own that reads the file, less what it held before reading; the bar is 4 x the file + 200 MB.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
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
        for path in given.files or _files(Path(folder), given.pages):
            _measure(path, given.times)
    return 0


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
    printed = subprocess.run([sys.executable, __file__, "--memory", path], capture_output=True, text=True, check=True)
    bar = 4 * len(data) / 2**20 + 200
    print(f"{path.name[:44]:44} {count:5} {characters:8} {min(base):7.3f} {min(own):7.3f} "
          f"{min(own) / min(base):6.2f} {float(printed.stdout):6.0f} {bar:7.0f}", flush=True)


def _time(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def _memory(path: Path) -> int:
    from core.readers import read

    before = _highest()
    read(path)
    print(_highest() - before)
    return 0


def _highest() -> float:
    """The highest resident size so far in MB; Linux would count the parent's in `ru_maxrss`."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text("ascii").split("VmHWM:")[1].split()[0]) / 2**10
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    raise SystemExit(main())
