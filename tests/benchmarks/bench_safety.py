"""What snapshots, a second opener and a repair cost, against copying the same file in the same run.

    python tests/benchmarks/bench_safety.py [FOLDER [SHARE]]

FOLDER is on the disk to measure, else the temporary one; SHARE of the usual size, 0 to 1, for a quick look.

Prints ratios; asserts nothing, for times differ from machine to machine.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.project import (
    AttachEvidence,
    EvidenceDraft,
    Project,
    RestoreSnapshot,
    SetNote,
    SetVerdict,
    Together,
    aside,
    snapshots,
)
from core.project.database import sync
from core.project.repair import repair
from tests.benchmarks.bench_project import report_with

ROOT = Path(__file__).resolve().parents[2]
SHARE = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
CLAIMS = round(100_000 * SHARE)
EVIDENCE, PIECES = round(100_000_000 * SHARE), 10

SECOND = """
import sys, time
from pathlib import Path
start = time.perf_counter()
from core.project import Project
loaded = time.perf_counter()
with Project.open(Path(sys.argv[1])) as project:
    assert project.read_only and project.read_only_reason.key == "project-in-use"
    print(time.perf_counter() - loaded, loaded - start)
"""


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def copied(path: Path) -> float:
    """Copying a file and syncing the copy."""
    target = path.with_name("copied")

    def copy() -> None:
        shutil.copyfile(path, target)
        sync(target)

    taken = seconds(copy)
    target.unlink()
    return taken


def show(what: str, value: float, base: float) -> None:
    """One line: seconds, and the ratio to a copy of the file."""
    print(f"{what:62} {value * 1000:9.0f} ms   {value / base:6.2f} x copying the file", flush=True)


def waits(path: Path, project: Project, edits: int) -> tuple[list[float], list[float]]:
    """The times of edits alone, and while snapshots are made without end."""
    alone = [seconds(lambda n=n: project.do(SetNote("r1.c1", f"alone {n}"))) for n in range(edits)]  # type: ignore[misc]
    stop = threading.Event()

    def keep() -> None:
        while not stop.is_set():
            try:
                snapshots.take(path)
            except snapshots.WriterWaitsError:
                time.sleep(0.01)

    thread = threading.Thread(target=keep)
    thread.start()
    beside = []
    for n in range(edits):
        beside.append(seconds(lambda n=n: project.do(SetNote("r1.c1", f"beside {n}"))))  # type: ignore[misc]
        time.sleep(0.02)
    stop.set()
    thread.join()
    return sorted(alone), sorted(beside)


def many_claims(folder: Path) -> None:
    """A project of 100,000 claims, all of them judged."""
    path = folder / "claims.prv"
    with Project.create(path, report_with(CLAIMS), b"made", created_by="bench") as project:
        project.do(Together(tuple(SetVerdict(f"r1.c{n + 1}", "mostly") for n in range(CLAIMS)), "set_verdict"))
        size = path.stat().st_size
        base = copied(path)
        print(f"{CLAIMS:,} judged claims, {size / 1e6:.0f} MB; a copy takes {base * 1000:.0f} ms")
        show("snapshot", seconds(lambda: snapshots.take(path)), base)
        show("nothing changed since", seconds(lambda: snapshots.take(path)), base)
        (snapshot,) = snapshots.listed(path)
        others = tuple(SetVerdict(f"r1.c{n + 1}", "refuted") for n in range(min(1000, CLAIMS)))
        project.do(Together(others, "set_verdict"))
        show("going back over 1,000 verdicts", seconds(lambda: project.do(RestoreSnapshot(snapshot.path))), base)
        show("full check", seconds(project.check), base)
        answer = subprocess.run(
            [sys.executable, "-c", SECOND, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
        )
        told, loading = map(float, answer.stdout.split())
        print(f"a second process is told in {told * 1000:.0f} ms (loading the program {loading * 1000:.0f} ms)")
        alone, beside = waits(path, project, 60)
        half, most = len(alone) // 2, -1
        print(f"an edit: median {alone[half] * 1000:.1f} ms, longest {alone[most] * 1000:.1f} ms; while snapshots are "
              f"made: {beside[half] * 1000:.1f} ms, {beside[most] * 1000:.1f} ms")
    data = bytearray(path.read_bytes())
    data[:4096] = bytes(4096)
    path.write_bytes(data)
    show("repair without the first page", seconds(lambda: repair(path)), base)


def much_evidence(folder: Path) -> None:
    """A gigabyte of evidence."""
    path = folder / "evidence.prv"
    with Project.create(path, report_with(100), b"made", created_by="bench") as project:
        for number in range(PIECES):
            content = random.Random(number).randbytes(EVIDENCE)
            project.do(AttachEvidence(None, EvidenceDraft(title=str(number)), content=content))
        base = copied(path)
        print(f"{path.stat().st_size / 1e9:.2f} GB; a copy takes {base * 1000:.0f} ms")
        show("first snapshot, which keeps the evidence once", seconds(lambda: snapshots.take(path)), base)
        for number in range(9):
            project.do(SetNote("r1.c1", str(number)))
            taken = seconds(lambda: snapshots.take(path))
        show("a further snapshot", taken, base)
        sizes = [item.stat().st_size for item in aside.folder_of(path).rglob("*") if item.is_file()]
        print(f"ten snapshots take {sum(sizes) / path.stat().st_size:.3f} x the project's own size")
    show("opening", seconds(lambda: Project.open(path).close()), base)


def main() -> None:
    """Measure all and print."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        many_claims(Path(name))
        much_evidence(Path(name))


if __name__ == "__main__":
    main()
