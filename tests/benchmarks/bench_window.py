"""What it costs until the window stands, against a bare PySide6 main window with a tree and a text pane.

    python tests/benchmarks/bench_window.py [RUNS]

Each measurement is a process of its own, with compiled modules as an installed application has them. They are taken in
turn, round after round, so that a busy machine lengthens all of them alike. Prints the least of several rounds: time of
the processor, time on the clock, peak memory, and the ratios to the bare window of the same rounds.

The bare window is one of PySide6 with a tree and a text pane, both empty: the strictest measure. All panes are alive
(bar: 5 times the bare window) when the sample's project is open and shown: its text with marks, the navigator with its
sections, the inspector, and both charts of growth and targets, all painted. What the Welcome page took before that is
in it. The last lines are counted from the moment a report of 20,000 characters is chosen (bar: 0.5 s) until its text,
marks and charts are there: in a window that stands, and by somebody who is quicker than any file dialog.
Asserts nothing, for times differ from machine to machine.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NOTHING_ELSE = "bare window, tree, text"

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QSplitter, QTreeWidget
application = QApplication([])
window = QMainWindow()
parts = QSplitter()
parts.addWidget(QTreeWidget())
parts.addWidget(QPlainTextEdit())
window.setCentralWidget(parts)
window.resize(1280, 800)
window.show()
paint(window)
tell()
"""

_FIRST = """
from gui import app
from PySide6.QtWidgets import QApplication
def first(_application):
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
    paint(window)
    tell()
QApplication.exec = first
app.main([])
"""

_ALIVE = """
import sys
from pathlib import Path
from gui import app
from PySide6.QtWidgets import QApplication
def alive(application):
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
    ready = []
    window.ready.connect(lambda: ready.append(True))
    while not (ready and drawn(window)):
        application.processEvents()
        time.sleep(0.0005)
    paint(window)
    tell()
QApplication.exec = alive
app.main([sys.argv[1]])
"""

_CHOSEN = """
import sys
from pathlib import Path
from gui import app, settings
from PySide6.QtWidgets import QApplication
def chosen(application):
    global began, spent
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "MainWindow")
    until = float(sys.argv[2]) + time.perf_counter()
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.0005)
    ready = []
    window.ready.connect(lambda: ready.append(True))
    began, spent = time.perf_counter(), time.process_time()
    window.opener.open_report(Path(sys.argv[1]), fresh=True)
    while not (ready and drawn(window)):
        application.processEvents()
        time.sleep(0.0005)
    paint(window)
    tell()
QApplication.exec = chosen
settings.set_flag("import_dialog", False)
app.main([])
"""

_HEAD = """
import os, sys, time
began, spent = time.perf_counter(), 0.0
sys.path.insert(0, os.getcwd())
def paint(window):
    application = type(window).__mro__ and __import__("PySide6.QtWidgets").QtWidgets.QApplication.instance()
    application.processEvents()
    window.repaint()
def drawn(window):
    return all(card.view and card.view.drawing for card in window.contents.data.cards)
def tell():
    import json, resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"processor": time.process_time() - spent, "clock": time.perf_counter() - began, "memory": peak}))
    sys.stdout.flush()
    os._exit(0)
"""

_MAKE = """
import sys
from pathlib import Path
from core.pipeline import read_report
from core.project import Project
report, original = read_report(Path(sys.argv[1]))
Project.create(Path(sys.argv[2]), report, original, created_by="bench").close()
"""


def one(code: str, environment: Mapping[str, str], *words: str) -> dict[str, float]:
    """One process: what it says of itself."""
    done = subprocess.run([sys.executable, "-c", _HEAD + code, *words], cwd=ROOT, env=dict(environment),
                          capture_output=True, text=True, check=False)
    if done.returncode or not done.stdout.strip():
        sys.exit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def least(
    kinds: Mapping[str, tuple[str, ...]], environment: Mapping[str, str], runs: int
) -> dict[str, dict[str, float]]:
    """The least of several rounds for each kind of process (its code and words), after one that fills the caches."""
    rounds = [{name: one(kind[0], environment, *kind[1:]) for name, kind in kinds.items()} for _ in range(runs + 1)][1:]
    return {name: {key: min(each[name][key] for each in rounds) for key in rounds[0][name]} for name in kinds}


def sample_words(sample: Path, size: int = 20_000) -> str:
    """A report of so many characters: the sample again and again."""
    words = sample.read_text(encoding="utf-8").rstrip() + "\n"
    return (words * (size // len(words) + 1))[:size]


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ) | {
            "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
            "POLICY_REVIEW_SETTINGS": f"{folder}/settings.ini", "POLICY_REVIEW_DATA": f"{folder}/data",
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        project = str(Path(folder) / "sample.prv")
        sample = str(ROOT / "seeds" / "digest-2024.txt")
        subprocess.run([sys.executable, "-c", _MAKE, sample, project], cwd=ROOT, env=environment, check=True)
        report = Path(folder) / "report.txt"
        words = sample_words(Path(sample))
        report.write_text(words, encoding="utf-8")
        kinds = {
            _NOTHING_ELSE: (_BARE,), "first picture": (_FIRST,), "a project open, all panes alive": (_ALIVE, project),
            "a report chosen after 1.5 s, charted": (_CHOSEN, str(report), "1.5"),
            "the same, chosen after 0.7 s": (_CHOSEN, str(report), "0.7"),
        }
        found = least(kinds, environment, runs)
        bare = found[_NOTHING_ELSE]
        print(f"{'':38}{'processor':>12}{'clock':>10}{'peak memory':>14}")
        for name, cost in found.items():
            print(f"{name:38}{cost['processor']:10.3f} s{cost['clock']:8.3f} s{cost['memory']:11.0f} MB"
                  f"   x {cost['processor'] / bare['processor']:.2f}, {cost['clock'] / bare['clock']:.2f} on the clock")


if __name__ == "__main__":
    main()
