"""What reading reports costs: against one compiled pass over their digits, against public recognisers, by length.

    python tests/benchmarks/bench_reading.py [FOLDER or REPORT …]      (else ../shared/corpus and seeds)
        --times N           each figure is the best of N runs (5)
        --longest N         the longest text of the growth table, in characters (2,000,000)
        --peers PYTHON      an interpreter that has recognizers-text-suite or jionlp (or the variable BENCH_PEERS)

Prints CPU times and ratios of one run and asserts nothing, for times differ between machines and moments.

**The base** is one `finditer` over the whole text that collects the spans of its numerals: Arabic and full-width
digits with their separators and decimals, or Han digits with their places. What a program would have to pay at the
least to find the figures and read nothing. Two cheaper passes are shown beside it: one set of all numeral signs, and
the ASCII digits alone.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

HAN = "〇零一二三四五六七八九十百千万亿两"
BASES = {
    "numerals": re.compile(f"[0-9０-９]+(?:[,，][0-9０-９]{{3}})*(?:[.．][0-9０-９]+)?|[{HAN}]+(?:点[{HAN}]+)?"),
    "signs": re.compile(f"[0-9０-９{HAN}]+(?:[,.，．点][0-9０-９{HAN}]+)*"),
    "ascii": re.compile("[0-9]+"),
}
#: Runs of each length in the growth table: 2,000,000 characters take ten seconds.
_LONG_RUNS = 2
STAGES = ("sections", "metrics", "claims", "checks")
SUFFIXES = {".txt", ".md", ".html", ".docx", ".pdf"}
IMPORTS = {
    "core.pipeline": "import core.pipeline",
    "all stages": "import core.pipeline, core.extract.claims, core.sections, core.checks, core.readers",
}
PEERS = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
texts = json.load(sys.stdin)
def rate(parse, texts):
    # Patterns that are compiled at the first call are not counted against anyone.
    parse("全年增长5%，投资3亿元，2023年共12个。")
    start = time.process_time()
    for text in texts:
        parse(text)
    return sum(map(len, texts)) / (time.process_time() - start)
found = {}
try:
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    models = {
        "number": numbers.get_number_model(), "ordinal": numbers.get_ordinal_model(),
        "percentage": numbers.get_percentage_model(), "currency": units.get_currency_model(),
        "dimension": units.get_dimension_model(),
    }
    for name, model in models.items():
        found[f"Recognizers-Text {name}"] = rate(model.parse, texts)
    every = list(models.values())
    found["Recognizers-Text all of these"] = rate(lambda text: [model.parse(text) for model in every], texts)
    from recognizers_date_time import DateTimeRecognizer
    dates = DateTimeRecognizer(Culture.Chinese).get_datetime_model()
    found["Recognizers-Text date and time"] = rate(dates.parse, texts)
    every.append(dates)
    found["Recognizers-Text all, with dates"] = rate(lambda text: [model.parse(text) for model in every], texts)
except ImportError as missing:
    found["Recognizers-Text"] = f"not installed ({missing})"
try:
    import jionlp
    found["JioNLP money"] = rate(jionlp.ner.extract_money, texts)
    found["JioNLP time"] = rate(jionlp.ner.extract_time, texts)
except ImportError as missing:
    found["JioNLP"] = f"not installed ({missing})"
print(json.dumps(found))
"""


def best(work: Callable[[], object], times: int) -> float:
    """The least CPU time of one call: what disturbs a measurement only ever adds to it."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def collect(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """The spans of one pass."""
    return [match.span() for match in pattern.finditer(text)]


def stage_seconds(text: str, times: int) -> list[float]:
    """The least CPU time of each stage of reading a text."""
    from core.model import Source
    from core.pipeline import steps
    from core.readers import Reading

    reading = Reading(b"", text, Source("bench", "", "text/plain", "utf-8", None))
    runs = []
    for _ in range(times):
        marks = [time.process_time() for _stage in steps(reading)]
        marks.append(time.process_time())
        runs.append([after - before for before, after in pairwise(marks)])
    return [min(column) for column in zip(*runs, strict=True)]


def reports(paths: list[Path]) -> Iterator[tuple[str, str]]:
    """Name and text of each report that can be read."""
    from core.messages import PolicyReviewError
    from core.readers import read

    for path in paths:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix.lower() in SUFFIXES:
                try:
                    yield file.name, read(file).text
                except PolicyReviewError as reason:
                    print(f"{file.name[:40]:40} left out: {str(reason)[:60]}")


def varied(text: str, seed: int) -> str:
    """The text with some characters and all its digits changed, so that nothing in it repeats another copy."""
    import random

    chance = random.Random(seed)
    others = chance.sample(range(0x4E00, 0x9FA0), 40)

    def changed(sign: str) -> str:
        if sign in "123456789":
            return chance.choice("123456789")
        return chr(others[ord(sign) % 40]) if "\u4e00" <= sign <= "\u9fff" and chance.random() < 0.12 else sign

    return "".join(map(changed, text))


#: Texts that lost their line ends, and their full stops, too.
JOINED = ("one line", "no stops")


def long_text(texts: list[str], length: int, kind: str) -> str:
    """`length` characters out of the reports: repeated, or made different, then on one line or without full stops."""
    pieces: list[str] = []
    size = 0
    while size < length:
        piece = texts[len(pieces) % len(texts)]
        piece = piece if kind == "repeated" else varied(piece, len(pieces))
        piece = piece.replace("\n", "") if kind in JOINED else piece
        piece = re.sub("[。；！？]", "，", piece) if kind == "no stops" else piece
        pieces.append(piece)
        size += len(piece)
    return ("" if kind in JOINED else "\n").join(pieces)[:length]


def per_report(texts: dict[str, str], times: int) -> None:
    """Throughput, ratio to the passes over digits, and the stages' times."""
    print(f"{'report':36} {'chars':>7} {'ms':>7} {'chars/s':>9}  x numerals  x signs  x ascii   " + "  ".join(STAGES))
    size = whole = checks = 0.0
    for name, text in texts.items():
        taken = stage_seconds(text, times)
        total = sum(taken)
        ratios = [total / best(partial(collect, pattern, text), 3 * times) for pattern in BASES.values()]
        size, whole, checks = size + len(text), whole + total, checks + taken[-1]
        print(
            f"{name[:36]:36} {len(text):7,} {total * 1e3:7.1f} {len(text) / total:9,.0f} "
            f"{ratios[0]:11.0f} {ratios[1]:8.0f} {ratios[2]:8.0f}   " + "  ".join(f"{s * 1e3:6.1f}" for s in taken)
        )
    print(f"{'all':36} {size:7,.0f} {whole * 1e3:7.1f} {size / whole:9,.0f}   checks take {checks / whole:.0%}")


def growth(texts: list[str], longest: int, times: int) -> None:
    """Time per character as texts get longer.

    A text of 20,000 characters is each of the pieces of the first 400,000 of the longest, so that all lengths are of
    the same mixture; each figure is the best of as many runs, lest a long text seem dearer for having had one.
    """
    for kind in ("repeated", "varied", *JOINED):
        whole = long_text(texts, longest, kind)
        first = 0.0
        for length in sorted({min(20_000, longest), min(400_000, longest), longest}):
            pieces = [whole[at : at + length] for at in range(0, max(length, min(400_000, longest)), length)]
            gc.collect()
            runs = min(times, _LONG_RUNS)
            taken = sum(sum(stage_seconds(piece, runs)) for piece in pieces) / sum(map(len, pieces))
            first = first or taken
            each = f"{taken * 1e6:6.2f} us a character"
            print(f"{kind:9} {length:>9,} characters {each} {taken / first:5.2f} x the shortest")


@cache
def _compiled() -> str:
    """A folder for compiled modules, gone with this process."""
    folder = tempfile.mkdtemp(prefix="bench-reading-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def in_fresh_process(code: str, times: int) -> list[float]:
    """The best wall time in ms, CPU time in ms and memory in MB of a fresh process that runs `code`.

    Its modules are compiled already, as in an application that was installed, whatever the environment says.
    """
    # The peak that `resource` tells is that of the process which started this one; the kernel's own table is right.
    tail = """
import os, re, time
spent, table = time.process_time() * 1e3, "/proc/self/status"
peak = re.search("VmHWM:\\\\s+(\\\\d+)", open(table).read())[1] if os.path.exists(table) else "nan"
print(spent, float(peak) / 1024)"""
    runs: list[list[float]] = []
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": _compiled(), "PYTHONDONTWRITEBYTECODE": ""}
    for _ in range(times + 1):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code + tail], cwd=ROOT, check=True, capture_output=True, text=True, env=surroundings
        )
        runs.append([(time.perf_counter() - start) * 1e3, *map(float, done.stdout.split())])
    return [min(column) for column in zip(*runs, strict=True)]


def start_up(report: Path, times: int) -> None:
    """Import times, and memory of reading one report, above those of Python itself."""
    bare = in_fresh_process("pass", times)
    for name, code in IMPORTS.items():
        wall, cpu, memory = (ours - theirs for ours, theirs in zip(in_fresh_process(code, times), bare, strict=True))
        print(f"import {name:14} {wall:6.0f} ms, CPU {cpu:6.0f} ms, {memory:5.1f} MB")
    code = f"from pathlib import Path\nfrom core.pipeline import read_report\nread_report(Path({str(report)!r}))"
    wall, cpu, memory = (ours - theirs for ours, theirs in zip(in_fresh_process(code, times), bare, strict=True))
    print(f"first report read     {wall:6.0f} ms, CPU {cpu:6.0f} ms, {memory:5.1f} MB   ({report.name})")


def against_peers(texts: dict[str, str], python: str | None, times: int) -> None:
    """Characters a second of public recognisers on the same paragraphs, and ours as a multiple of each."""
    if not python:
        print("public recognisers: not installed (name an interpreter that has them with --peers)")
        return
    name, text = max(texts.items(), key=lambda item: sum(sign.isdigit() for sign in item[1]) / len(item[1]))
    ours = len(text) / sum(stage_seconds(text, times))
    lines = [line for line in text.splitlines() if line.strip()]
    done = subprocess.run([python, "-c", PEERS], input=json.dumps(lines), capture_output=True, text=True, check=True)
    print(f"ours, everything read {ours:12,.0f} chars/s   ({name}, {len(text):,} characters)")
    for peer, rate in json.loads(done.stdout.splitlines()[-1]).items():
        told = rate if isinstance(rate, str) else f"{rate:12,.0f} chars/s   ours is {ours / rate:6.1f} x"
        print(f"{peer:36} {told}")


def main() -> None:
    """Measure all and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--longest", type=int, default=2_000_000)
    parser.add_argument("--peers", default=os.environ.get("BENCH_PEERS"))
    chosen = parser.parse_args()
    folders = [folder for folder in (ROOT.parent / "shared" / "corpus", ROOT / "seeds") if folder.is_dir()]
    texts = dict(reports(chosen.reports or folders))
    if not texts:
        sys.exit("no report to read")
    per_report(texts, chosen.times)
    start_up(ROOT / "seeds" / "county-2024.txt", chosen.times)
    growth(list(texts.values()), chosen.longest, chosen.times)
    against_peers(texts, chosen.peers, chosen.times)


if __name__ == "__main__":
    main()
