"""An hour of a person's steps in the real window, compressed: does anything grow that should stay?

    python tests/benchmarks/bench_hour.py [STEPS | MINUTESm] [SEED]

After a warm-up, in which everything is loaded and every pane was made once, the walk (`tests/gui/walking.py`) rests
every few hundred steps with nothing open, and what lives then is printed: resident memory, widgets, objects of Qt
inside of the window, objects of Python. The last line is the growth from the first rest to the last one (bar:
memory within 5 %). 3,600 steps are one for each second of an hour. Asserts nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HOUR = 3_600
WARM_UP = 600
BETWEEN = 300


def main(words: list[str]) -> None:
    """Walk and print."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ["POLICY_REVIEW_SETTINGS"] = str(folder / "settings.ini")
        os.environ["POLICY_REVIEW_DATA"] = str(folder / "data")
        from gui import settings
        from gui.models.received import BEFORE_EACH
        from gui.shell import Shell, make_application
        from tests.gui.walking import Walk

        application = make_application(["bench_hour"])
        settings.set_flag(BEFORE_EACH, False)
        shell = Shell(application)
        shell.window.show()
        shell.window.complete()
        amount = words[0] if words else str(HOUR)
        until = time.monotonic() + float(amount[:-1]) * 60 if amount.endswith("m") else float("inf")
        most = sys.maxsize if amount.endswith("m") else int(amount)
        walk = Walk(shell.window, folder, int(words[1]) if len(words) > 1 else 1)
        print(f"{'steps':>7} {'seconds':>8} {'MB':>7} {'widgets':>8} {'Qt':>7} {'Python':>9}")
        began, done = time.monotonic(), 0
        walk.begin()
        walk.go(WARM_UP)
        first = last = walk.rest()
        while True:
            seconds = time.monotonic() - began
            print(
                f"{done:>7} {seconds:>8.0f} {last.memory:>7.1f} {last.widgets:>8} {last.qt:>7} {last.python:>9}",
                flush=True,
            )
            if done >= most or time.monotonic() > until:
                break
            walk.go(BETWEEN)
            done += BETWEEN
            last = walk.rest()
        print(
            f"growth: memory {last.memory / first.memory - 1:+.1%}, widgets {last.widgets - first.widgets:+},"
            f" Qt {last.qt - first.qt:+}, Python {last.python / first.python - 1:+.2%}"
        )
        shell.window.close()


if __name__ == "__main__":
    main(sys.argv[1:])
