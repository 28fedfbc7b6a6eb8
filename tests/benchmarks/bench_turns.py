"""How long the window stands still in an hour of use, in short: the longest turn of its event loop in each step.

    python tests/benchmarks/bench_turns.py [RUNS]

Each run is a process of its own, from its start over a report of 20,000 characters through everything that
`tests/gui/session_of_use.py` does, to a text of a million characters with 5,000 marks, and at last to a plan of 150,000
characters with some 1,800 targets, its ledgers, charts and table. A turn is what Qt does between two looks for new
events; its time is that of the thread's own processor. Prints, for each step, the least, the median and the worst of
its longest turn in all runs, the longest median first, and how many are over the bar (50 ms), with the time of a fixed
piece of work beside it, which tells how fast the machine was: a busy one lends less of its cache, and the worst tells
more of it than of the window.
Asserts nothing, for times differ from machine to machine.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.pipeline import read_report
from core.project import Project
from tests.benchmarks.bench_text import made
from tests.benchmarks.bench_window import sample_words
from tests.gui.watchdog import BLOCKED

ROOT = Path(__file__).resolve().parents[2]
_COLUMNS = (6, 8, 7)
#: A figure to be changed: whole numbers and what stands before a point, but no years.
_FIGURE = re.compile(r"\d+(?![\d年])(?!\.\d)")

_RUN = """
import json, os, sys, time
from pathlib import Path
from gui import app, settings
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.gui.session_of_use import long_steps, steps
from tests.gui.watchdog import watching

def use(application):
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
    report, ready = Path(sys.argv[1]), []

    def wait(seconds):
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            application.processEvents()
            time.sleep(0.001)

    def busy():
        began = time.thread_time()
        for number in range(200_000):
            str(number)
        return time.thread_time() - began

    with watching() as seen:
        seen.doing = "start"
        wait(4)
        window.ready.connect(lambda: ready.append(True))
        seen.doing = "open"
        QTimer.singleShot(1, window, lambda: window.opener.open_report(report, fresh=True))
        while not ready:
            wait(0.01)
        wait(1)
        for name, work in steps(window, report):
            seen.doing = name
            QTimer.singleShot(1, window, work)
            wait(0.4)
        wait(1)
        ready.clear()
        seen.doing = "open 1,000,000 characters"
        QTimer.singleShot(1, window, lambda: window.opener.open_project(Path(sys.argv[2])))
        while not ready:
            wait(0.01)
        wait(1)
        for name, work in (
            ("a narrow window on them", lambda: window.resize(1100, 800)),
            ("their end", lambda: window.text.verticalScrollBar().setValue(window.text.verticalScrollBar().maximum())),
        ):
            seen.doing = name
            QTimer.singleShot(1, window, work)
            wait(0.4)
        wait(1)
        ready.clear()
        seen.doing = "open a long plan"
        QTimer.singleShot(1, window, lambda: window.opener.open_project(Path(sys.argv[3])))
        while not ready:
            wait(0.01)
        wait(2)
        for name, work in long_steps(window):
            seen.doing = f"long plan: {name}"
            QTimer.singleShot(1, window, work)
            wait(0.8)
        wait(1)
        seen.doing = "close the window"
        QTimer.singleShot(1, window, window.close)
        wait(1)
    print(json.dumps([seen.by_step, busy()]))
    sys.stdout.flush()
    os._exit(0)

QApplication.exec = use
settings.set_flag("import_dialog", False)
app.main([])
"""


def long_plan(size: int = 150_000) -> str:
    """The sample of a county again and again, each time with other figures: what is said twice is read once."""
    words = (ROOT / "seeds" / "county-2024.txt").read_text(encoding="utf-8").rstrip() + "\n"
    again = (_FIGURE.sub(lambda figure, more=number: str(int(figure[0]) + more), words)  # type: ignore[misc]  # mypy: default argument
             for number in range(size // len(words) + 1))
    return "".join(again)[:size]


def once(environment: dict[str, str], words: str, projects: tuple[Path, Path]) -> tuple[dict[str, float], float]:
    """One process: the longest turn of each step, and what the fixed piece of work took."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.txt"
        report.write_text(words, encoding="utf-8")
        copies = [str(shutil.copy(project, folder)) for project in projects]
        own = {"POLICY_REVIEW_SETTINGS": f"{folder}/settings.ini", "POLICY_REVIEW_DATA": f"{folder}/data"}
        done = subprocess.run([sys.executable, "-c", _RUN, str(report), *copies], cwd=ROOT, env=environment | own,
                              capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        sys.exit(done.stderr)
    by_step, busy = json.loads(done.stdout.strip().splitlines()[-1])
    return by_step, busy


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as compiled:
        environment = dict(os.environ) | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        words = sample_words(ROOT / "seeds" / "digest-2024.txt")
        long = Path(compiled) / "long.prv"
        Project.create(long, made(1_000_000, 5_000, overlapping=False), b"", created_by="nobody").close()
        plan = Path(compiled) / "plan.txt"
        plan.write_text(long_plan(), encoding="utf-8")
        projects = long, plan.with_suffix(".prv")
        Project.create(projects[1], *read_report(plan), created_by="nobody").close()
        found = [once(environment, words, projects) for _ in range(runs + 1)][1:]
    taken = {step: sorted(run[step] for run, _ in found if step in run) for step in found[0][0]}
    print(f"{'least':>6}{'median':>8}{'worst':>7}  ms of the longest turn, {runs} runs")
    for step, times in sorted(taken.items(), key=lambda each: -statistics.median(each[1])):
        kinds = [kind for kind, each in _kinds(times).items() if each > BLOCKED]
        row = "".join(f"{each * 1000:{width}.0f}" for each, width in zip(_kinds(times).values(), _COLUMNS, strict=True))
        print(f"{row}  {step}{f'   over the bar: {kinds[0]}' if kinds else ''}")
    for kind in ("least", "median", "worst"):
        over = sum(_kinds(times)[kind] > BLOCKED for times in taken.values())
        print(f"{kind}: {over} of {len(taken)} steps over {BLOCKED * 1000:.0f} ms")
    fixed = sorted(busy for _, busy in found)
    print(f"fixed work {fixed[0] * 1000:.0f} to {fixed[-1] * 1000:.0f} ms")


def _kinds(times: list[float]) -> dict[str, float]:
    """What is told of the times of one step, which are sorted."""
    return {"least": times[0], "median": statistics.median(times), "worst": times[-1]}


if __name__ == "__main__":
    main()
