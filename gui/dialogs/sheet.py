"""What all dialogs share: a title, one line of explanation, fields with names above them, one key that does it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QTableView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from core.messages import PolicyReviewError
from core.project import Edit
from core.text import on_one_line, shortened
from gui import settings
from gui.session import Session
from gui.theme import Theme, app_font
from gui.views.controls import quote_font

#: What the system's frame takes of the screen's height.
_FRAME: Final = 36
#: So many signs of the report are quoted at most.
_QUOTED: Final = 80
#: White at both sides of the fields, and the bar that they are scrolled with where the screen is low.
_MARGIN: Final = 24
_BAR: Final = 12
_LEAST_WIDTH: Final = 320
_BESIDE: Final = 24
_ROOM_FOR_FOUR: Final = 420
#: On a lower screen the explanation is scrolled with the fields: it left them less than one line.
_LOW: Final = 400
#: Rows of a list that are in sight on the lowest screen.
_LEAST_ROWS: Final = 4


class Scrolled(QScrollArea):
    """The fields of a sheet that is higher than the screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        widget.setAutoFillBackground(False)


class Sheet(QDialog):
    """A dialog over the window. Ctrl+Enter does it from any field, Esc leaves."""

    def __init__(self, theme: Theme, parent: QWidget, *, width: int = 560) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(min(width, max(_LEAST_WIDTH, parent.window().width() - _BESIDE)))
        self._theme = theme
        self._followed: Session | None = None
        self._area: Scrolled | None = None
        self._exactly = False
        self._whole: list[tuple[QAbstractItemView, int]] = []
        self.title = QLabel(self)
        self.title.setObjectName("dialogTitle")
        self.title.setFont(app_font(16, 600))
        self.lead = QLabel(self)
        self.lead.setObjectName("dialogLead")
        self.lead.setWordWrap(True)
        self.problem = QLabel(self)
        self.problem.setObjectName("fieldProblem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._room = QWidget(self)
        self.content = QVBoxLayout(self._room)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(12)
        self.cancel_button = QPushButton(self)
        self.cancel_button.setProperty("quiet", True)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.done_button = QPushButton(self)
        self.done_button.setProperty("primary", True)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.finish)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addWidget(self.problem, 1)
        self.foot.addStretch(0)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 18)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(self.lead)
        column.addSpacing(16)
        column.addWidget(self._room, 1)
        column.addSpacing(18)
        column.addLayout(self.foot)

    @property
    def room_across(self) -> int:
        """How wide its fields may be in the window that it opens over: a wider line would be cut."""
        return self.minimumWidth() - 2 * _MARGIN - _BAR

    @property
    def is_narrow(self) -> bool:
        """Whether four fields in one line are too many."""
        return self.room_across < _ROOM_FOR_FOUR

    def describe(self, title: str, lead: str, done: str) -> None:
        """Set the words at the top and on the key that does it."""
        self.setWindowTitle(title)
        self.title.setText(title)
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))
        self.done_button.setText(done)
        self.cancel_button.setText(self.tr("Cancel"))

    def cite(self, words: str) -> None:
        """Show what the report says above the fields, in its own voice; a long passage is shown by its beginning."""
        words = on_one_line(words)
        label = QLabel(shortened(words, _QUOTED), self)
        label.setFont(quote_font(words, 15))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.content.insertWidget(0, label)

    def tell_problem(self, words: str) -> None:
        """Say beside the key why it cannot be done yet; "" for nothing."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self._fit()

    def follow(self, session: Session) -> None:
        """Stay open, with what was typed, when the edit that an answer leads to cannot be made."""
        self._followed = session

    def hand_over(self, give: Callable[[], object]) -> None:
        """Give the answer away and close, unless the session says that it could not be written."""
        told: list[PolicyReviewError] = []
        if self._followed is not None:
            self._followed.failed.connect(told.append)
        try:
            give()
        finally:
            if self._followed is not None:
                self._followed.failed.disconnect(told.append)
        if told:
            self.tell_problem(told[0].sentence(settings.language()))
        else:
            self.accept()

    def make(self, session: Session, edit: Edit) -> bool:
        """Make an edit; what is wrong with it is said beside the key. False if it could not be made."""
        told: list[PolicyReviewError] = []
        session.failed.connect(told.append)
        try:
            done = session.do(edit)
        finally:
            session.failed.disconnect(told.append)
        self.tell_problem(told[0].sentence(settings.language()) if told else "")
        return done

    def finish(self) -> None:
        """Do it. A dialog that has something to check does so here."""
        self.accept()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        self.cancel_button.setText(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        own_size = self.testAttribute(Qt.WidgetAttribute.WA_Resized)  # or Qt's guess, which leaves gaps
        for view, rows in self._whole:
            view.setMinimumHeight(_height_of(view, rows))
        self._exactly = not own_size and not event.spontaneous()
        self._fit()
        self._exactly = False

    def show_whole_rows(self, view: QAbstractItemView, rows: int) -> None:
        """Open with so many rows of a list in sight, none of them cut. Heads stay quiet over the row in hand."""
        if isinstance(view, QTableView):
            view.horizontalHeader().setHighlightSections(False)
        self._whole.append((view, rows))

    def _fit(self) -> None:
        """As high as its lines need where they are broken: Qt's own guess takes each label for one line, so that too
        much is left to share out, or too little. What is too much is taken back when the sheet is opened."""
        column = self.layout()
        if column is None or not self.isVisible():
            return
        column.activate()
        screen = self.screen().availableGeometry()
        most = screen.height() - _FRAME
        needed = self._needed(column)
        if needed > most and self._area is None:
            self._shorten(needed - most)
            self.content.invalidate()  # the heights of before are let go
            self.content.activate()
            self._room.updateGeometry()
            column.invalidate()
            column.activate()
            needed = self._needed(column)
        if needed > most:
            self._scroll()
            column.invalidate()  # the least height of before is let go
            column.activate()
            self.resize(self.width(), most)
        elif self.height() < needed or self._exactly:
            self.resize(self.width(), needed)
        self.resize(min(self.width(), screen.width()), min(self.height(), most))
        beneath = self.y() + self.height() + _FRAME - screen.bottom()
        if beneath > 0:  # it was placed before it had this height
            self.move(self.x(), max(screen.top(), self.y() - beneath))

    def _needed(self, column: QLayout) -> int:
        high = column.totalHeightForWidth(self.width()) if column.hasHeightForWidth() else self.sizeHint().height()
        return max(high, self.minimumSizeHint().height())

    def _shorten(self, excess: int) -> None:
        """Show fewer rows of the lists, which scroll by themselves: a list in a sheet that scrolls has two bars."""
        for view, rows in self._whole:
            row = max(1, _height_of(view, 1) - _height_of(view, 0))
            fewer = max(_LEAST_ROWS, rows - math.ceil(excess / row))
            view.setMinimumHeight(_height_of(view, fewer))
            view.setMaximumHeight(_height_of(view, fewer))
            excess -= max(0, rows - fewer) * row

    def _scroll(self) -> None:
        """Let the fields be scrolled, the title and the keys stay: the screen is lower than they are high."""
        column = self.layout()
        if self._area is not None or not isinstance(column, QVBoxLayout):
            return
        # A widget may change its place; a layout that is taken out of another is hard on the bindings of Python.
        place, focus = column.indexOf(self._room), self.focusWidget()
        self._area = area = Scrolled(self)
        if self.screen().availableGeometry().height() < _LOW:
            column.removeWidget(self.lead)
            self.content.insertWidget(0, self.lead)
            column.setContentsMargins(_MARGIN, 12, _MARGIN, 10)
            place = column.indexOf(self._room)
        area.setWidget(self._room)
        column.insertWidget(place, area, 1)
        area.show()  # by itself it would come with the next events, and what is in it could not keep the keyboard
        if focus is not None:  # moved about, it has lost the keyboard to the key at the foot
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        done = super().focusNextPrevChild(forward)
        focus = self.focusWidget()
        if self._area is not None and focus is not None and self._area.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            super().keyPressEvent(event)


def _height_of(view: QAbstractItemView, rows: int) -> int:
    """How high a list is that shows so many whole rows, with its head and its frame."""
    head = 0
    if isinstance(view, QTableView):
        row, head = view.verticalHeader().defaultSectionSize(), view.horizontalHeader().sizeHint().height()
    else:
        row = max(view.sizeHintForRow(0), view.fontMetrics().height())
        if isinstance(view, QTreeView):
            head = view.header().sizeHint().height()
    frame = view.height() - view.contentsRect().height()
    return rows * row + head + frame


def named(widget: QWidget, name: str, hint: str = "") -> QVBoxLayout:
    """A field with its name above it, which screen readers say as well."""
    label = QLabel(name)
    label.setObjectName("fieldName")
    label.setBuddy(widget)
    widget.setAccessibleName(name)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(widget)
    if hint:
        small = QLabel(hint)
        small.setObjectName("fieldHint")
        small.setWordWrap(True)
        column.addWidget(small)
    return column


def in_order(*parts: QWidget) -> None:
    """Let Tab come to these one after the other, as they are read; by itself it follows the order of their making."""
    for one, other in pairwise(parts):
        QWidget.setTabOrder(one, other)


def listed(rows: QListWidget, words: str, icon: QIcon | None = None) -> QListWidgetItem:
    """A row at the end of a list, made by Qt: one that Python made ends the process now and then when Qt deletes it."""
    rows.addItem(words)
    item = rows.item(rows.count() - 1)
    if icon is not None:
        item.setIcon(icon)
    return item


class Choice(QPushButton):
    """One of several: the chosen word, and a menu of all. Up and Down change it without opening the menu.

    Signals:
        chosen(str): a person chose the option with this key.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options: tuple[tuple[str, str], ...] = ()
        self._key = ""
        self.setProperty("choice", True)
        self.setAutoDefault(False)
        self.clicked.connect(self._open)

    @property
    def key(self) -> str:
        """The key of the chosen option."""
        return self._key

    def set_options(self, options: Sequence[tuple[str, str]], key: str) -> None:
        """Offer these (key, word) and choose one of them."""
        self._options = tuple(options)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Choose an option without telling anyone."""
        self._key = key
        self.setText(next((word for option, word in self._options if option == key), "").replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() not in steps or not self._options:
            super().keyPressEvent(event)
            return
        keys = [option for option, _ in self._options]
        position = keys.index(self._key) + steps[Qt.Key(event.key())] if self._key in keys else 0
        self._choose(keys[max(0, min(len(keys) - 1, position))])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chevron = self._theme.pixmap("chevron-down", "text2", 14)
        painter.drawPixmap(self.width() - 24, (self.height() - 14) // 2, chevron)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setMinimumWidth(self.width())
        for key, word in self._options:
            action = menu.addAction(word.replace("&", "&&"))
            if key == self._key:
                action.setIcon(self._theme.icon("check", "accent", 16))
                menu.setActiveAction(action)
            action.triggered.connect(lambda _checked=False, key=key: self._choose(key))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, key: str) -> None:
        self.set_key(key)
        self.chosen.emit(key)
