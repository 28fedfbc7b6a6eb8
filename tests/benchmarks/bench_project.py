"""What the project file costs, against bare SQLite with the same durability in the same run.

    python tests/benchmarks/bench_project.py [FOLDER]     (FOLDER: on the disk to measure, else the temporary one)

Prints ratios; asserts nothing, for times differ from machine to machine.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.model import Claim, Report, Section, Source, Span
from core.project import AttachEvidence, EvidenceDraft, MarkClaim, Project, SetNote, SetVerdict

SENTENCE = "全区地区生产总值同比增长百分之六点一，增速位列全市第二；"
EDITS = 200


def report_with(claims: int) -> Report:
    """A made report of as many sentences, each of them a claim."""
    text = SENTENCE * claims
    size = len(SENTENCE)
    return Report(
        source=Source("made.txt", "0" * 64, "text/plain", "utf-8", None),
        text=text, title=None, year=2023, target_year=2024, place=None, language="zh",
        sections=(Section("s1", None, 1, "一", Span(0, 2), Span(0, len(text))),),
        metrics=(),
        claims=tuple(
            Claim(f"c{n + 1}", "s1", Span(n * size, (n + 1) * size), ("achievement",), 0.9, ()) for n in range(claims)
        ),
        findings=(),
    )  # fmt: skip


def milliseconds(work: Callable[[int], object], times: int) -> float:
    """The median of one call."""
    taken = []
    for number in range(times):
        start = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def in_turns(works: dict[str, Callable[[int], object]], times: int) -> dict[str, float]:
    """The medians of several, done in turns, so that whatever else the machine does falls on all of them alike."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(times):
        for name, work in works.items():
            start = time.perf_counter()
            work(number)
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(all_taken) * 1000 for name, all_taken in taken.items()}


def bare_transaction(folder: Path) -> Callable[[int], object]:
    """One row updated and committed, journal DELETE, synchronous EXTRA."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("CREATE TABLE claim (id TEXT PRIMARY KEY, note TEXT)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO claim VALUES (?, ?)", ((f"c{n}", "x" * 300) for n in range(500)))
    connection.execute("COMMIT")

    times = itertools.count()

    def edit(number: int) -> None:
        note = f"{next(times):300}"  # never what is there: SQLite would write nothing
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE claim SET note = ? WHERE id = ?", (note, f"c{number % 500}"))
        connection.execute("COMMIT")

    return edit


def show(what: str, value: float, against: str, base: float) -> None:
    """One line: milliseconds, and the ratio that counts."""
    print(f"{what:58} {value:9.2f} ms   {value / base:6.2f} x {against}")


def edits_of(project: Project) -> dict[str, Callable[[int], object]]:
    """What is measured in a project."""

    def shown_again(number: int) -> None:
        project.do(SetNote("r1.c2", f"again {number}"))
        project.claims()

    return {
        "verdict on an untouched claim, its commit alone":
            lambda n: project.write(SetVerdict(f"r1.c{n % 250 + 1}", "supported")),
        "the same, and the claim read again for the window":
            lambda n: project.do(SetVerdict(f"r1.c{n % 250 + 251}", "supported")),
        "note": lambda n: project.do(SetNote(f"r1.c{n % 500 + 1}", f"note {n}")),
        "undo": lambda _n: project.undo(),
        "redo": lambda _n: project.redo(),
        "mark": lambda n: project.do(MarkClaim("r1", Span(n, n + 9))),
        "note, and claims() after it": shown_again,
    }


def measure_edits(folder: Path) -> None:
    """Each kind of edit in a small and in a large project, in turns with a bare transaction."""
    bare = bare_transaction(folder)
    projects = {}
    for claims in (500, 100_000):
        path = folder / f"project-{claims}.prv"
        projects[claims] = Project.create(path, report_with(claims), b"made", created_by="bench")
        projects[claims].claims()
    small, large = (edits_of(project) for project in projects.values())
    for what in small:
        taken = in_turns({"bare": bare, "small": small[what], "large": large[what]}, EDITS)
        show(f"{what}, 500 claims", taken["small"], "bare", taken["bare"])
        show(f"{what}, 100,000 claims", taken["large"], "500 claims", taken["small"])
    for project in projects.values():
        project.close()


def decide_all(folder: Path, claims: int) -> tuple[float, float, float]:
    """A project in which every claim was decided: the bare opening, opening with all that the window asks for at first,
    and what a plain reader of its rows needs, who decodes what the program found from its JSON."""
    path = folder / "decided.prv"
    report = report_with(claims)
    Project.create(path, report, b"made", created_by="bench").close()
    connection = sqlite3.connect(path)
    size = len(SENTENCE)
    connection.executemany(
        "INSERT INTO claim VALUES (?, 'r1', ?, 'program', 'achievement', 1, 'in_review', '', NULL, 'b', 't', 'b', 't')",
        ((f"r1.c{n + 1}", f"c{n + 1}") for n in range(claims)),
    )
    connection.executemany(
        "INSERT INTO anchor VALUES (?, 1, ?, ?, ?, '', '', 'ok')",
        ((f"r1.c{n + 1}", n * size, (n + 1) * size, SENTENCE) for n in range(claims)),
    )
    connection.executemany(
        "INSERT INTO verdict VALUES (?, 'veracity', 'supported', 'high', '', 'b', 't')",
        ((f"r1.c{n + 1}",) for n in range(claims)),
    )
    connection.commit()
    connection.close()

    def read_rows(_n: int) -> None:
        reader = sqlite3.connect(path)
        kept = [
            reader.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("claim", "anchor", "verdict", "evidence", "claim_tag", "evidence_link", "tag", "hit_answer")
        ]
        kept.append([json.loads(row[0]) for row in reader.execute("SELECT extraction, text FROM report")])
        reader.close()

    def reopen(_n: int) -> None:
        with Project.open(path):
            pass

    def reopen_all(_n: int) -> None:
        with Project.open(path) as opened:
            opened.report()
            opened.hits()
            opened.evidence()
            opened.tags()
            list(opened.claims()[:100])

    taken = in_turns({"open": reopen, "all": reopen_all, "rows": read_rows}, 5)
    return taken["open"], taken["all"], taken["rows"]


def much_evidence(folder: Path, megabytes: int) -> tuple[float, float]:
    """Opening a project with that much evidence in it, and one with none."""
    times = []
    for count in (0, 10):
        path = folder / f"evidence-{count}.prv"
        with Project.create(path, report_with(10), b"made", created_by="bench") as project:
            for number in range(count):
                content = number.to_bytes(8) + bytes(megabytes * 100_000)
                project.do(AttachEvidence(None, EvidenceDraft(), content=content))

        def reopen(_n: int, path: Path = path) -> None:
            with Project.open(path) as opened:
                opened.claims()
                opened.evidence()

        times.append(milliseconds(reopen, 20))
        path.unlink()
    return times[1], times[0]


def main() -> None:
    """Measure all and print."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as name:
        folder = Path(name)
        measure_edits(folder)
        opened, asked, rows = decide_all(folder, 100_000)
        show("open, 100,000 decided claims", opened, "reading the rows", rows)
        show("open and what the window asks for, 100,000 decided", asked, "reading the rows", rows)
        full, empty = much_evidence(folder, 1000)
        show("open with 1 GB of evidence", full, "without", empty)
        content = bytes(10_000_000)
        with Project.create(folder / "e.prv", report_with(10), b"made", created_by="bench") as project:
            one = milliseconds(
                lambda n: project.do(AttachEvidence(None, EvidenceDraft(), content=content[:-8] + n.to_bytes(8))), 5
            )
            again = milliseconds(
                lambda _n: project.do(AttachEvidence(None, EvidenceDraft(), content=content[:-8] + bytes(8))), 5
            )
        show("the same 10 MB of evidence again", again, "the first time", one)


if __name__ == "__main__":
    main()
