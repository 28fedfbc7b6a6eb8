"""Mutated and truncated files of every format: each must end in a report or in one clear sentence.

    python tests/benchmarks/fuzz_readers.py [--files 20000] [--seed 1] [--workers 2] [--keep FOLDER]

Each file is read whole (reader, sections, figures, claims, checks) in a worker process with ten seconds for a file and
a limit of memory, no sockets, and a watch on every file that is opened: what is read or fetched besides the given bytes
counts as a failure. Prints a table by format and outcome and exits with 1 for any crash, hang, exception, or file
opened; `--keep` writes the files that failed. The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

#: Seconds of processor time that a file may take, how many times that by the clock (others may be using the machine),
#: and bytes of address space that a worker may have beyond what it starts with.
SECONDS = 10.0
_BY_THE_CLOCK = 6
MEMORY = 2 * 2**30
FORMATS = ("txt", "md", "html", "docx", "pdf")
_BATCH = 40
_FORBIDDEN = ("socket.__new__", "socket.connect", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")
_TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<table>", b"</table>", b"<!ENTITY a \"&a;&a;\">", b"<![CDATA[", b"]]>",
    b"|---|", b"\n|", b"\t\t", b"&#x110000;", b"&#0;", b"\xed\xa0\x80", b"<div>" * 50,
    b"obj\n<<", b"endstream", b"/Kids [3 0 R]",
    b"w:gridSpan w:val=\"999999999\"", b"w:ilvl w:val=\"-1\"", b"99999999999999999999", b"1.0E999",
    "１２".encode(), b"\\r\\n",
    "一、".encode(), "其中：".encode(), "。".encode() * 30, b"colspan=99999 rowspan=99999", b"%PDF-", b"PK\x03\x04",
)  # fmt: skip


@dataclass(slots=True)
class Outcome:
    """How many files of each format ended how, and those that must not have ended so."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in FORMATS})
    failures: list[tuple[str, str, bytes]] = field(default_factory=list)
    slowest: float = 0.0

    def add(self, name: str, outcome: str, data: bytes, seconds: float) -> None:
        """Count the end of one file."""
        kind = name.rsplit(".", 1)[-1]
        self.counts.setdefault(kind, Counter())[outcome] += 1
        self.slowest = max(self.slowest, seconds)
        if not outcome.startswith(("read", "refused")):
            self.failures.append((name, outcome, data))

    def table(self) -> str:
        """One row a format, one column a way to end."""
        ways = sorted({way for counts in self.counts.values() for way in counts})
        width = max((len(way) for way in ways), default=4) + 2
        lines = ["format".ljust(8) + "".join(way.rjust(width) for way in ways) + "all".rjust(9)]
        for kind, counts in self.counts.items():
            cells = "".join(str(counts[way]).rjust(width) for way in ways)
            lines.append(kind.ljust(8) + cells + str(sum(counts.values())).rjust(9))
        return "\n".join(lines)


def fuzz(files: int, seed: int, workers: int, progress: Callable[[int], None] | None = None) -> Outcome:
    """Read `files` mutated files and say how each ended."""
    return run(mutated(files, seed), workers, progress)


def run(
    files: Iterator[tuple[str, bytes]], workers: int, progress: Callable[[int], None] | None = None,
    seconds: float = SECONDS, memory: int = MEMORY, batch_size: int = _BATCH,
) -> Outcome:
    """Read files in worker processes; a worker that dies or takes too long is replaced."""
    outcome = Outcome()
    crew = [_Worker(memory) for _ in range(workers)]
    done = 0
    try:
        waiting = True
        while waiting or any(worker.batch for worker in crew):
            for worker in crew:
                if not worker.batch and waiting:
                    batch = [file for _, file in zip(range(batch_size), files, strict=False)]
                    waiting = bool(batch)
                    if batch:
                        worker.take(batch)
                for name, way, data, took in worker.ended(seconds):
                    outcome.add(name, way, data, took)
                    done += 1
                    if progress and done % 500 == 0:
                        progress(done)
            time.sleep(0.005)
    finally:
        for worker in crew:
            worker.stop()
    return outcome


class _Worker:
    """One process that reads files; it says before each which one it begins."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.batch: list[tuple[str, bytes]] = []
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_read_files, args=(theirs, self.memory), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = self.pipe.poll(120) and self.pipe.recv() == "ready"
        self.began = time.monotonic()

    def take(self, batch: list[tuple[str, bytes]]) -> None:
        """Hand files over."""
        self.batch = batch
        self.pipe.send(batch)
        self.began = time.monotonic()

    def ended(self, seconds: float) -> Iterator[tuple[str, str, bytes, float]]:
        """The files that ended since the last look: name, how, bytes, seconds."""
        try:
            while self.batch and self.pipe.poll():
                way, took = self.pipe.recv()
                name, data = self.batch.pop(0)
                self.began = time.monotonic()
                # one that ended before anybody looked took too long all the same
                yield name, "hang" if took > seconds and not way.startswith("opened") else way, data, took
        except (EOFError, OSError):
            yield from self._lost("crash")
        if self.batch and time.monotonic() - self.began > seconds * _BY_THE_CLOCK:
            yield from self._lost("hang")

    def _lost(self, way: str) -> Iterator[tuple[str, str, bytes, float]]:
        name, data = self.batch.pop(0)
        yield name, way, data, time.monotonic() - self.began
        rest, self.batch = self.batch, []
        self.stop()
        self._start()
        if rest:
            self.take(rest)

    def stop(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _read_files(pipe: Connection, memory: int) -> None:
    """What a worker does: everything is imported and warm before the watch begins."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from core.messages import PolicyReviewError
    from core.pipeline import report_of
    from core.readers import read_bytes, sharing

    sharing._MOST_HELPERS = 0  # helpers are ours, and a process that is started counts as a failure here

    for name, data in seeds().items():
        report_of(read_bytes(data, name))
    opened = _watch()
    _limit(memory)
    pipe.send("ready")
    while True:
        try:
            batch = pipe.recv()
        except EOFError:
            return
        for name, data in batch:
            began = time.process_time()
            opened.clear()
            try:
                report_of(read_bytes(data, name))
                way = "read"
            except PolicyReviewError as told:
                way = f"refused: {told.key}"
            except MemoryError:
                way = "out of memory"
            except Exception as error:  # whatever comes is what this run looks for
                way = f"exception {type(error).__name__}: {str(error)[:60]}"
            took = time.process_time() - began
            if opened:
                way = f"opened {opened[0]}"
            pipe.send((way, took))


def _watch() -> list[str]:
    """The list into which every file that is opened, and every socket that is made, from now on is written."""
    opened: list[str] = []
    places = (ROOT, Path(sys.prefix), Path(sys.base_prefix), Path(os.__file__).parent)
    own = tuple(str(place.resolve()) for place in places)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes):
            path = str(Path(os.fsdecode(arguments[0])).resolve())
            writes = isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
            if writes or not path.startswith(own):
                opened.append(path)
        elif event in _FORBIDDEN:
            opened.append(event)

    sys.addaudithook(hook)
    return opened


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    pages = Path("/proc/self/statm")
    if pages.exists():
        size = int(pages.read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + memory, size + memory))


_PARAGRAPHS = (
    "各位代表：现在，我代表县人民政府，向大会报告工作，请予审议。",
    "全年地区生产总值完成262.5亿元，增长6.8%；一般公共预算收入12.84亿元，增长7.2%[1]，税收占比达到67.1%。",
    "新建、改扩建学校12所，新增学位4500个；城镇新增就业4268人，居民人均可支配收入增长7.5%左右。",
    "我们也清醒地看到，发展不平衡不充分的问题依然突出，民生领域还有短板。",
    "力争地区生产总值增长6%以上，规模以上工业增加值增长8%，粮食产量稳定在23万吨以上。",
)
_HEADINGS = ("一、2023年工作回顾", "（一）经济运行稳中有进", "二、2024年目标任务", "（二）增进民生福祉", "三、自身建设")
_ROWS = (
    ("指标", "单位", "绝对数", "比上年增长（%）"), ("地区生产总值", "亿元", "262.5", "6.8"),
    ("其中：第一产业", "亿元", "38.6", "4.3"), ("粮食产量", "万吨", "23.4", "—"),
)  # fmt: skip
_PAGE = """<!DOCTYPE html><html><head><meta charset="CHARSET"><title>某县</title><script>var a = 1;</script></head>
<body><div class="nav"><a href="/">首页</a> <a href="/b">政务公开</a></div><h1>某县2023年政府工作报告</h1>
<div class="TRS_Editor">BODY<table><caption>表1 2023年主要指标</caption>CELLS</table></div>
<footer>版权所有</footer></body></html>"""


def seeds() -> dict[str, bytes]:
    """Good files of every format, as the mutations begin with them."""
    parts = [part for pair in zip(_HEADINGS, _PARAGRAPHS, strict=True) for part in pair]
    text = "某县2023年政府工作报告\n来源：某县政府网\n字体：大 中 小\n" + "\n".join(f"　　{part}" for part in parts)
    pipes = "\n".join(f"| {' | '.join(row)} |" for row in (_ROWS[0], ("---",) * 4, *_ROWS[1:]))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in _ROWS)
    body = "".join(f"<h2>{part}</h2>" if part in _HEADINGS else f"<p>　　{part}</p>" for part in parts)
    page = _PAGE.replace("BODY", body).replace("CELLS", cells)
    marked = f"# 某县2023年统计公报\n\n## {_HEADINGS[0]}\n\n{_PARAGRAPHS[1]}\n\n**表1 指标**\n\n{pipes}\n\n![](a.png)\n"
    folded = f"<details><summary>目录</summary>\n\n{_PARAGRAPHS[2]}\n\n</details>"
    return {
        "utf8.txt": text.encode(),
        "gb.txt": text.replace("\n", "\r\n").encode("gb18030"),
        "utf16.txt": text.encode("utf-16"),
        "big5.txt": "全縣地區生產總值完成二百億元，增長6.8%，人民生活水平進一步提高。\n".encode("big5") * 6,
        "a.md": marked.encode(),
        "tags.md": f"# 公报\n\n<table>{cells}</table>\n\n{folded}\n".encode(),
        "gb.html": page.replace("CHARSET", "gb2312").encode("gb18030"),
        "utf8.html": page.replace("CHARSET", "utf-8").encode(),
        "part.htm": f"{body}<table>{cells}</table>".encode(),
        "a.docx": _word(parts),
        "a.pdf": _printed(parts, columns=1),
        "columns.pdf": _printed(parts, columns=2),
    }


def _word(parts: list[str]) -> bytes:
    from docx import Document

    document = Document()
    document.sections[0].header.paragraphs[0].text = "某县人民政府"
    document.add_paragraph("某县2023年政府工作报告")
    for part in parts:
        document.add_paragraph(part, style="Heading 1" if part in _HEADINGS else "List Number")
    table = document.add_table(rows=4, cols=4)
    table.cell(0, 0).merge(table.cell(0, 1))
    for cell, words in zip(table._cells, (cell for row in _ROWS for cell in row), strict=True):
        cell.text = words
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _printed(parts: list[str], columns: int) -> bytes:
    import typst

    import resources

    cells = "".join(f"[{cell}], " for row in _ROWS for cell in row)
    words = "\n\n".join(part.replace("[1]", "") for part in parts * 2)
    source = f"""#set page("a5", columns: {columns})
      #set text(font: "Noto Sans SC", size: 10pt)
      {words}
      #table(columns: 4, {cells})"""
    made: bytes = typst.compile(source.encode(), font_paths=[str(resources.path("fonts"))], ignore_system_fonts=True)
    return made


def mutated(files: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many files, the formats in turn, each made out of a good one."""
    chance = random.Random(seed)
    good: dict[str, list[tuple[str, bytes]]] = {kind: [] for kind in FORMATS}
    for name, data in seeds().items():
        good["html" if name.endswith(".htm") else name.rsplit(".", 1)[-1]].append((name, data))
    for number in range(files):
        kind = FORMATS[number % len(FORMATS)]
        _, data = chance.choice(good[kind])
        inner = kind == "docx" and chance.random() < 0.7
        changed = _inside(chance, data) if inner else _changed(chance, data)
        yield f"{number}.{kind}", changed


def _changed(chance: random.Random, data: bytes) -> bytes:
    """The bytes with one to six changes of any kind."""
    for _ in range(chance.randint(1, 6)):
        if not data:
            break
        at = chance.randrange(len(data))
        size = chance.choice((1, 2, 4, 16, 64, 256, 1024))
        match chance.randrange(9):
            case 0:
                data = data[:at]
            case 1:
                data = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
            case 2:
                data = data[:at] + data[at + size :]
            case 3:
                data = data[:at] + chance.randbytes(size) + data[at:]
            case 4:
                data = data[:at] + chance.choice(_TOKENS) + data[at:]
            case 5:
                data = data[:at] + data[at : at + size] * chance.choice((2, 3, 40)) + data[at + size :]
            case 6:
                other = chance.randrange(len(data))
                data = data[:at] + data[other : other + size] + data[at + size :]
            case 7:
                data = data[:at] + chance.randbytes(min(size, 64)) + data[at + min(size, 64) :]
            case _:
                data = data[at:] + data[:at] if chance.random() < 0.2 else data[: at + size]
    return data[: 2**20]


def _inside(chance: random.Random, data: bytes) -> bytes:
    """A Word file with one of its parts changed, packed so that it opens."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        likely = [name for name in names if name.startswith("word/")]
        chosen = chance.choice(likely if chance.random() < 0.8 else names)
        chosen = "word/document.xml" if chance.random() < 0.5 else chosen
        for name in old.namelist():
            words = old.read(name)
            if name == chosen:
                words = _changed(chance, words) if chance.random() < 0.4 else _swapped(chance, words)
            new.writestr(name, words)
    return out.getvalue()


def _swapped(chance: random.Random, words: bytes) -> bytes:
    """XML with elements moved, repeated or taken out, so that it is still well formed."""
    from lxml import etree

    root = etree.fromstring(words)
    every = list(root.iter(etree.Element))
    for _ in range(chance.randint(1, 8)):
        one, two = chance.choice(every), chance.choice(every)
        match chance.randrange(4):
            case 0 if one.getparent() is not None:
                one.getparent().remove(one)
            case 1:
                two.append(etree.fromstring(etree.tostring(one)))
            case 2 if one.attrib:
                name = chance.choice(list(one.attrib))
                one.set(name, chance.choice(("", "-1", "0", "99999999999", "x" * 50, "true", "１")))
            case _:
                one.text = chance.choice(("", "5.2%", "\t\n", "　", "一、", None))
    return bytes(etree.tostring(root))


def checksum(files: int, seed: int) -> int:
    """A number that says whether two runs read the same files."""
    total = 0
    for _, data in mutated(files, seed):
        total = zlib.crc32(data, total)
    return total


def main() -> None:
    """Run, print the table, keep what failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    began = time.monotonic()
    outcome = fuzz(chosen.files, chosen.seed, chosen.workers, lambda done: print(done, file=sys.stderr, flush=True))
    print(outcome.table())
    print(f"\n{chosen.files} files, seed {chosen.seed}: {len(outcome.failures)} failures; "
          f"slowest file {outcome.slowest:.2f} s; {time.monotonic() - began:.0f} s in all")
    for name, way, data in outcome.failures[:50]:
        print(f"FAILED {name} ({len(data)} bytes): {way}")
        if chosen.keep:
            chosen.keep.mkdir(parents=True, exist_ok=True)
            (chosen.keep / name).write_bytes(data)
    sys.exit(1 if outcome.failures else 0)


if __name__ == "__main__":
    main()
