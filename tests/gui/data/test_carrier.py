"""What charts are drawn with comes in without touching Qt from another thread, which ended the process at times."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

_PROGRAM = """
import gui.plain_import
import importlib.abc, sys, threading, time

seen = []

class Watch(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        seen.append((name, threading.current_thread() is threading.main_thread()))

sys.meta_path.insert(0, Watch())

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from gui.views.data.carrier import Carrier

application = QApplication([])
owner = QObject()
carrier = Carrier(owner)
done = []
def told():
    done.append(True)
assert not carrier.ready
carrier.bring(told)
carrier.bring(told)
end = time.monotonic() + 60
while not done and time.monotonic() < end:
    application.processEvents()
assert done == [True], done
assert carrier.ready
from gui.theme import Theme
from gui.views.data.view import ChartView
chart = ChartView(Theme())
chart.show()
application.processEvents()
for name in ("numpy", "pyqtgraph.functions", "pyqtgraph.parametertree", "PySide6.QtOpenGLWidgets"):
    assert name not in sys.modules, f"{name} is not used and came with it"
from pyqtgraph.graphicsItems.PlotItem import PlotItem
from PySide6.QtWidgets import QGraphicsObject
assert issubclass(PlotItem, QGraphicsObject), "what was left out can still be had"
from pyqtgraph.widgets import GraphicsView
assert GraphicsView.fn.mkColor("r").red() == 255, "what was postponed comes when it is asked for"
import numpy
assert numpy.zeros(2).sum() == 0
print([name for name, here in seen if not here and name.split(".")[0] in ("PySide6", "shiboken6", "pyqtgraph", "gui")])
"""


def test_qt_is_asked_for_in_the_gui_thread_only() -> None:
    """Importing pyqtgraph in a job made Qt's classes beside a running event loop: a crash in one start of 140."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=ROOT, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True, text=True, timeout=120, check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
