"""What reading a report costs, against one compiled pass that only finds its digits, in the same run.

    python tests/benchmarks/bench_reading.py [REPORT]     (else the county sample)

Prints ratios, the speed of each stage and how cost grows with length; asserts nothing, for times differ. The long
texts repeat the report, and repeated paragraphs are read for their structure only: the growth shown is that of
structure and of finding repetitions.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

DIGITS = re.compile(r"[0-9０-９〇零一二三四五六七八九十百千万亿]+")
TIMES = 5
LENGTHS = (20_000, 200_000, 1_000_000)


def cpu_seconds(work: Callable[[], object]) -> float:
    """The median CPU time of one call."""
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def stages(text: str) -> dict[str, Callable[[], object]]:
    """The stages of reading, each ready to run on what the one before gave."""
    from core.extract import read_metrics
    from core.extract.claims import read_claims
    from core.sections import read_structure

    document = read_structure(text)
    metrics = read_metrics(document)
    return {
        "structure": lambda: read_structure(text),
        "metrics": lambda: read_metrics(document),
        "claims": lambda: read_claims(document, metrics),
    }


def import_milliseconds(what: str) -> float:
    """The median time of a fresh process that imports `what`, less one that imports nothing."""
    def once(code: str) -> float:
        taken = []
        for _ in range(TIMES):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
            taken.append(time.perf_counter() - start)
        return statistics.median(taken)

    return (once(f"import {what}") - once("pass")) * 1000


def main() -> None:
    """Measure all and print."""
    from core.pipeline import report_of
    from core.readers import read

    path = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds" / "county-2024.txt"
    reading = read(path)
    bare = cpu_seconds(lambda: DIGITS.findall(reading.text))
    whole = cpu_seconds(lambda: report_of(reading))
    size = len(reading.text)
    print(f"{path.name}: {size:,} characters; bare pass over the digits {bare * 1000:.2f} ms")
    print(f"{'whole reading':20} {whole * 1000:9.1f} ms {whole / bare:7.0f} x bare {size / whole:12,.0f} characters/s")
    for name, work in stages(reading.text).items():
        took = cpu_seconds(work)
        print(f"{name:20} {took * 1000:9.1f} ms {took / bare:7.0f} x bare {size / took:12,.0f} characters/s")
    first = 0.0
    for length in LENGTHS:
        text = (reading.text + "\n") * (length // size + 1)
        took = sum(cpu_seconds(work) for work in stages(text[:length]).values()) / length
        first = first or took
        print(f"{length:>9,} characters   {took * 1e6:6.2f} us a character {took / first:6.2f} x the shortest")
    print(f"import core.pipeline {import_milliseconds('core.pipeline'):9.0f} ms")
    every = import_milliseconds("core.extract, core.sections, core.checks, core.readers")
    print(f"import all stages    {every:9.0f} ms")


if __name__ == "__main__":
    main()
