"""An hour of a person's steps in the real window, compressed: does anything grow that should stay?

    python tests/benchmarks/bench_hour.py [STEPS | MINUTESm] [SEED …]

The walk (`tests/gui/walking.py`) begins with a tour that takes every kind of step, every command, dialog and page
several times, and with each size of the text: what is loaded, made or kept when it is first needed is there then. Only
afterwards comes the first rest, and then the walk goes at random and rests every few hundred steps with nothing open.
Printed is what lives at each rest: resident memory, what is in use of the C library's heap (Qt, SQLite), pieces in use
by Python, widgets, objects of Qt inside of the window, objects of Python, open files, threads. The last line is the
growth from the first rest to the last one (bar: memory within 5 %). 3,600 steps are one for each second of an hour.
Several seeds are walked one after the other, each in a process of its own.

What broke on the way (exceptions that nobody caught, warnings of Qt) is printed at its end and counted.
"""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from tests.gui.walking import Counts, Walk

HOUR = 3_600
#: How often the tour takes each kind of step before the first rest.
TOURS = 5
BETWEEN = 300
#: What the platform without a screen says of itself.
_OF_THE_PLATFORM = "This plugin does not support"


@contextmanager
def walking(seed: int) -> Iterator[tuple[Walk, list[str]]]:
    """A window on settings of its own with everything seen once, its walk, and what breaks on the way."""
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "work").mkdir()
        os.environ["POLICY_REVIEW_SETTINGS"] = str(folder / "settings.ini")
        os.environ["POLICY_REVIEW_DATA"] = str(folder / "data")
        from PySide6.QtCore import qInstallMessageHandler

        from gui import settings
        from gui.models.received import BEFORE_EACH
        from gui.shell import Shell, make_application
        from tests.gui.walking import Walk

        broken: list[str] = []

        def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            broken.append("".join(traceback.format_exception(kind, error, trace)))

        def said(_kind: object, _context: object, words: str) -> None:
            if not words.startswith(_OF_THE_PLATFORM):
                broken.append(words)

        sys.excepthook = caught
        qInstallMessageHandler(said)
        application = make_application(["bench_hour"])
        settings.set_flag(BEFORE_EACH, False)
        shell = Shell(application)
        shell.window.show()
        shell.window.complete()
        walk = Walk(shell.window, folder / "work", seed)
        walk.begin()
        try:
            yield walk, broken
        finally:
            sys.excepthook = sys.__excepthook__
            print(*broken, f"broken: {len(broken)}", sep="\n", flush=True)
            shell.window.close()


def line(done: int, seconds: float, counts: Counts) -> str:
    """One rest."""
    return (
        f"{done:>7} {seconds:>8.0f} {counts.memory:>7.1f} {counts.heap:>7.1f} {counts.blocks:>9} {counts.widgets:>8}"
        f" {counts.qt:>7} {counts.python:>9} {counts.files:>6} {counts.threads:>8}"
    )


def walk_on(amount: str, seed: int) -> int:
    """Walk and print; how much broke."""
    until = time.monotonic() + float(amount[:-1]) * 60 if amount.endswith("m") else float("inf")
    most = sys.maxsize if amount.endswith("m") else int(amount)
    print(f"seed {seed}\n{'steps':>7} {'CPU s':>8} {'MB':>7} {'heap':>7} {'blocks':>9} {'widgets':>8} {'Qt':>7}"
          f" {'Python':>9} {'files':>6} {'threads':>8}")
    with walking(seed) as (walk, broken):
        walk.tour(TOURS)
        walk.each_size()
        done = 0
        first = last = walk.rest()
        while True:
            print(line(done, time.process_time(), last), flush=True)
            if done >= most or time.monotonic() > until:
                break
            walk.go(BETWEEN)
            done += BETWEEN
            last = walk.rest()
        print(
            f"growth: memory {last.memory / first.memory - 1:+.1%}, heap {last.heap - first.heap:+.1f} MB, blocks"
            f" {last.blocks / first.blocks - 1:+.2%}, widgets {last.widgets - first.widgets:+}, Qt"
            f" {last.qt - first.qt:+}, Python {last.python / first.python - 1:+.2%}, files {last.files - first.files:+}"
        )
    return len(broken)


def main(words: list[str]) -> int:
    """One seed here, several each in a process of its own; 1 if anything broke."""
    amount, seeds = words[0] if words else str(HOUR), words[1:] or ["1"]
    if len(seeds) == 1:
        return min(1, walk_on(amount, int(seeds[0])))
    return max(subprocess.run([sys.executable, __file__, amount, seed], check=False).returncode for seed in seeds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
