"""All keys on one page, and what the application is made of."""

from __future__ import annotations

import sqlite3
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui import settings
from gui.actions import Command, key_text, keys_of, menus
from gui.dialogs.sheet import Sheet
from gui.keylist import by_menu, command_words, in_columns
from gui.theme import Theme, app_font

#: With less the keys stand in one column.
_TWO_COLUMNS: Final = 640
#: What is built in, with its licence as its authors state it.
PARTS: Final = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("numpy", "NumPy", "BSD-3-Clause"),
    ("pandas", "pandas", "BSD-3-Clause"),
    ("pyqtgraph", "PyQtGraph", "MIT"),
    ("typst", "Typst", "Apache-2.0"),
    ("pypdfium2", "pypdfium2, PDFium", "BSD-3-Clause, Apache-2.0"),
    ("lxml", "lxml", "BSD-3-Clause"),
    ("openpyxl", "openpyxl", "MIT"),
    ("selectolax", "selectolax", "MIT"),
    ("justmytype-intl-cjk", "Noto Sans SC", "OFL-1.1"),
    ("pylopdf-fonts-zh-cn", "Noto Serif SC", "OFL-1.1"),
)


@cache
def version_of(package: str) -> str:
    """The installed version of a package, "" where the packaged application does not record it."""
    from importlib import metadata  # loads all that reads mail headers; the window needs it for no picture

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


class KeysDialog(Sheet):
    """Every command that has a key, by menu.

    Signals:
        change_wanted: the user wants other keys.
    """

    change_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, width=760)
        self.describe(
            self.tr("All keys"), self.tr("Single letters and digits act only outside text fields."), self.tr("Close")
        )
        self.cancel_button.hide()
        self.change_button = QPushButton(self.tr("Change keys…"), self)
        self.change_button.setProperty("quiet", True)
        self.change_button.setAutoDefault(False)
        self.change_button.clicked.connect(self.accept)
        self.change_button.clicked.connect(self.change_wanted)
        self.foot.insertWidget(0, self.change_button)
        inner = QWidget(self)
        columns = QGridLayout(inner)
        columns.setHorizontalSpacing(36)
        columns.setVerticalSpacing(18)
        columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows = by_menu()
        for position, menus_here in enumerate(in_columns()):
            box = QVBoxLayout()
            for menu in menus_here:
                box.addLayout(self._group(menus()[menu][0].of(settings.language()), rows[menu]))
                box.addSpacing(14)
            box.addStretch(1)
            place = (position, 0) if self.room_across < _TWO_COLUMNS else (0, position)
            columns.addLayout(box, *place)
            columns.setColumnStretch(place[1], 1)
        self.content.addWidget(_scrolled(inner, self), 1)
        self.resize(min(760, max(self.minimumWidth(), parent.window().width() - 24)), 560)

    def _group(self, title: str, rows: list[Command]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        head = QLabel(title, self)
        head.setFont(app_font(13, 600))
        grid.addWidget(head, 0, 0, 1, 2)
        for row, command in enumerate(rows, 1):
            words = QLabel(command_words(command), self)
            words.setWordWrap(True)
            keys = QLabel("  ".join(key_text(keys) for keys in keys_of(command)), self)
            keys.setFont(app_font(12))
            keys.setStyleSheet(f"color: {self._theme.hex('muted')};")
            keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, row, 0)
            grid.addWidget(keys, row, 1)
        grid.setColumnStretch(0, 1)
        return grid


class AboutDialog(Sheet):
    """Version, parts and licences."""

    def __init__(self, theme: Theme, parent: QWidget, version: str) -> None:
        super().__init__(theme, parent, width=520)
        self.describe(
            self.tr("Policy Review {version}").format(version=version),
            self.tr(
                "Read the report, check its figures, judge its claims, keep the evidence. All on this computer. "
                "MIT licence."
            ),
            self.tr("Close"),
        )
        self.cancel_button.hide()
        inner = QWidget(self)
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows = [
            ("Python", ".".join(map(str, sys.version_info[:3])), "PSF-2.0"),
            ("Qt", qVersion(), "LGPL-3.0"),
            ("SQLite", sqlite3.sqlite_version, self.tr("Public domain")),
            *((name, version_of(package), licence) for package, name, licence in PARTS),
        ]
        for row, words in enumerate(rows):
            for column, word in enumerate(words):
                label = QLabel(word, inner)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                if column:
                    label.setStyleSheet(f"color: {self._theme.hex('muted')};")
                grid.addWidget(label, row, column)
        grid.setColumnStretch(0, 1)
        self.content.addWidget(_scrolled(inner, self), 1)
        self.resize(self.minimumWidth(), 520)


def _scrolled(inner: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    area.setWidget(inner)
    area.setAccessibleName(parent.windowTitle())
    return area


def look_up_versions() -> str:
    """Find the versions that the dialog shows, so that it need not wait for them; gives that of the application."""
    for package, _, _ in PARTS:
        version_of(package)
    return application_version()


def application_version() -> str:
    """This application's version: of the installed package, else of the checkout that it runs from."""
    installed = version_of("policy-review")
    if installed:
        return installed
    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    if not project.is_file():
        return ""
    with project.open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
