"""Level and role of a heading, or that it is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.model.report import SectionRole
from core.values import dataclass
from core.vocabulary import label
from gui import settings
from gui.dialogs.sheet import Choice, Sheet, named
from gui.theme import Theme, report_font
from gui.views.controls import IconButton
from gui.views.controls.ticks import TickBox

DEEPEST: Final = 6
_ROLES: Final[tuple[SectionRole, ...]] = get_args(SectionRole)


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """A heading as the dialog shows it. `depths` are the levels that it can have."""

    title: str
    depth: int
    role: SectionRole
    depths: range
    new: bool = False


class HeadingDialog(Sheet):
    """Level by ← and →, the section's role, or no heading at all.

    Signals:
        given(bool, int, str): whether it is a heading, its level, its role ("" as read).
    """

    given = Signal(bool, int, str)

    def __init__(self, theme: Theme, parent: QWidget, heading: HeadingWords, path: Sequence[str]) -> None:
        super().__init__(theme, parent, width=440)
        self._heading = heading
        self._depth = heading.depth
        self.describe(
            self.tr("Make it a heading") if heading.new else self.tr("Level and role"),
            self.tr("The report is read again with this. Decisions are kept; one undo takes it back."),
            self.tr("Apply"),
        )
        title = QLabel(heading.title, self)
        title.setFont(report_font(16))
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        above = QLabel(" › ".join(path), self)
        above.setObjectName("fieldHint")
        above.setWordWrap(True)
        above.setTextFormat(Qt.TextFormat.PlainText)
        above.setVisible(bool(path))
        self.content.addWidget(above)
        self.content.addWidget(title)
        self.higher = IconButton(theme, "chevron-left", self, size=16)
        self.deeper = IconButton(theme, "chevron-right", self, size=16)
        self.level = QLabel(self)
        self.level.setMinimumWidth(120)
        self.level.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button, by in ((self.higher, -1), (self.deeper, 1)):
            button.clicked.connect(lambda _checked=False, by=by: self._step(by))
        stepper = QWidget(self)
        row = QHBoxLayout(stepper)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.higher)
        row.addWidget(self.level)
        row.addWidget(self.deeper)
        row.addStretch(1)
        self.content.addLayout(named(stepper, self.tr("Level"), self.tr("What stands below it moves along.")))
        self.role = Choice(theme, self)
        language = settings.language()
        self.role.set_options([(role, label("section_role", role, language)) for role in _ROLES], heading.role)
        self.content.addLayout(
            named(self.role, self.tr("Role"), self.tr("It decides whether figures are results or targets."))
        )
        self.none = TickBox(theme, self.tr("This is not a heading"), self)
        self.none.setVisible(not heading.new)
        self.none.toggled.connect(self._show)
        self.content.addWidget(self.none)
        self._show()
        self.higher.setFocus()

    def finish(self) -> None:
        """Tell what is to be, unless nothing is changed."""
        role = self.role.key if self.role.key != self._heading.role else ""
        is_heading = not self.none.isChecked()
        if self._heading.new or not is_heading or role or self._depth != self._heading.depth:
            self.given.emit(is_heading, self._depth, role)
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and not self.none.isChecked():
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self._depth + by in self._heading.depths:
            self._depth += by
            self._show()

    def _show(self) -> None:
        words = self.tr("Level {depth}").format(depth=self._depth)
        self.level.setText(words)
        on = not self.none.isChecked()
        self.higher.describe(self.tr("One level up"), "←")
        self.deeper.describe(self.tr("One level down"), "→")
        self.higher.setEnabled(on and self._depth - 1 in self._heading.depths)
        self.deeper.setEnabled(on and self._depth + 1 in self._heading.depths)
        self.level.setEnabled(on)
        self.role.setEnabled(on)
