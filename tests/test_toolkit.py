"""The parts we stand on behave as we need: checked here so that an upgrade cannot bring a known fault back."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

import resources

PROBE = """
import sys
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen
ballast = [None] * 2_000_000
app = QGuiApplication([])
image = QImage(50, 50, QImage.Format.Format_ARGB32)
painter = QPainter(image)
pen = QPen(QColor("red"))
def paint():
    painter.setPen(pen)
    painter.fillRect(QRectF(0, 0, 5, 5), QColor("red"))
    painter.drawLine(QPointF(0, 0), QPointF(4, 4))
paint(); before = sys.getrefcount(None)
for _ in range(500): paint()
print(sys.getrefcount(None) - before); painter.end()
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be stolen where it is immortal (Python 3.12 on)")
def test_painting_steals_no_reference_to_none() -> None:
    """PySide6 6.12.0 took one reference to None in each void call and so killed the process under Python 3.11."""
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert abs(int(done.stdout)) < 50


@pytest.mark.parametrize(("name", "digest"), [
    ("NotoSansSC-Regular.ttf", "50be8bb7ad1ad958"),
    ("NotoSansSC-Bold.ttf", "184f4cf296f49ccf"),
    ("LatinMarks-Regular.ttf", "0837eace7becec99"),
    ("LatinMarks-Bold.ttf", "a4388837d3b9134e"),
])
def test_made_fonts_are_the_same_everywhere(name: str, digest: str) -> None:
    """A report looks the same on every machine only while the made fonts are the same bytes."""
    assert hashlib.sha256(resources.path("fonts", name).read_bytes()).hexdigest().startswith(digest)
