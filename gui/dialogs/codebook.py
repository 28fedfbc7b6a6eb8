"""The codebook: codes with definition, rules, example, colour and order; taken in and given away as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QColorDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.messages import PolicyReviewError
from core.model import Tag
from core.project import (
    DefineTag,
    DeleteTag,
    ImportCodebook,
    OrderTags,
    default_colour,
    export_codebook,
    read_codebook,
    tag_definition,
    tag_name,
)
from gui import settings
from gui.dialogs.sheet import Choice, Sheet, listed, named
from gui.dialogs.tags import tag_dot
from gui.session import Session
from gui.theme import Theme, app_font
from gui.views.controls import IconButton

_ID: Final = int(Qt.ItemDataRole.UserRole)
_STEP: Final = 14
#: From these widths name, colour and parent stand in one line, and the form beside the codes.
_WIDE: Final = 760
_TWO_COLUMNS: Final = 560
_BESIDE: Final = ((0, 0, 2), (0, 2, 1), (0, 3, 1))
_BELOW: Final = ((0, 0, 4), (1, 0, 2), (1, 2, 2))


class CodeList(QListWidget):
    """The codes in their order; dragging one changes it.

    Signals:
        moved(): a person dragged a code to another place.
    """

    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setIconSize(QSize(16, 16))
        self.setMinimumWidth(240)
        self.setStyleSheet("QListWidget::item { padding: 1px 6px; }")  # twenty codes are to be seen at once

    def keys(self) -> tuple[str, ...]:
        """The ids in the order shown."""
        return tuple(str(self.item(row).data(_ID)) for row in range(self.count()))

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self.moved.emit()


class CodebookDialog(Sheet):
    """Every change is an edit of its own and can be undone; closing loses nothing."""

    def __init__(self, theme: Theme, parent: QWidget, session: Session) -> None:
        super().__init__(theme, parent, width=860)
        self._session = session
        self._shown: str = ""
        self._refused: DefineTag | None = None
        self._placed: Sequence[tuple[int, int, int]] = ()
        self.codes = CodeList(self)
        self.new_button = IconButton(theme, "plus", self)
        self.up_button, self.down_button = IconButton(theme, "arrow-up", self), IconButton(theme, "arrow-down", self)
        self.delete_button = IconButton(theme, "trash", self)
        self.import_button, self.export_button = QPushButton(self), QPushButton(self)
        self.name, self.parent_code = QLineEdit(self), Choice(theme, self)
        self.definition, self.include = _Words(self), _Words(self)
        self.exclude, self.example = _Words(self), _Words(self)
        self.colour = QPushButton(self)
        self._form = QWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_codes()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.codes, 1)
        keys = QHBoxLayout()
        for button in (self.new_button, self.up_button, self.down_button, self.delete_button):
            keys.addWidget(button)
        keys.addStretch(1)
        left.addLayout(keys)
        form = self._grid = QGridLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        self._short = (
            named(self.name, self.tr("Name")), named(self.colour, self.tr("Colour")),
            named(self.parent_code, self.tr("Stands under")),
        )
        form.addLayout(named(self.definition, self.tr("Definition")), 2, 0, 1, 4)
        form.addLayout(named(self.include, self.tr("Put it on")), 3, 0, 1, 4)
        form.addLayout(named(self.exclude, self.tr("Do not put it on")), 4, 0, 1, 4)
        form.addLayout(named(self.example, self.tr("Example")), 5, 0, 1, 4)
        self._place_short(_BESIDE)
        for column in range(4):
            form.setColumnStretch(column, 1)
        for quiet in (self.colour, self.import_button, self.export_button):
            quiet.setAutoDefault(False)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(20)
        row.addLayout(left)
        row.addWidget(self._form, 1)
        self.content.addLayout(row)
        self.foot.insertWidget(0, self.import_button)
        self.foot.insertWidget(1, self.export_button)
        self.cancel_button.hide()
        self.done_button.setAutoDefault(False)
        self.done_button.setDefault(False)

    def _place_short(self, places: Sequence[tuple[int, int, int]]) -> None:
        """Put name, colour and parent into these rows, columns and numbers of columns."""
        if places == self._placed:
            return
        for field, (line, column, columns) in zip(self._short, places, strict=True):
            self._grid.removeItem(field)
            self._grid.addLayout(field, line, column, 1, columns)
        self._placed = places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow dialog the name has a line of its own, in a very narrow one the codes stand above their words."""
        super().resizeEvent(event)
        self._place_short(_BESIDE if self.width() >= _WIDE else _BELOW)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if self.width() >= _TWO_COLUMNS else directions.TopToBottom)

    def _connect(self) -> None:
        self.codes.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self.codes.moved.connect(lambda: self._do(OrderTags(self.codes.keys())))
        self.new_button.clicked.connect(self.add)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.delete_button.clicked.connect(self._delete)
        self.import_button.clicked.connect(self._import)
        self.export_button.clicked.connect(self._export)
        self.colour.clicked.connect(self._choose_colour)
        self.parent_code.chosen.connect(lambda _key: self.keep())
        self.name.editingFinished.connect(self.keep)
        for field in (self.definition, self.include, self.exclude, self.example):
            field.left.connect(self.keep)
        self._session.changed.connect(self._show_codes)  # a bound method: the connection ends with the dialog

    def retranslate(self) -> None:
        super().retranslate()
        self.describe(
            self.tr("Codebook"),
            self.tr("What each tag means and what it is put on. Each change is saved at once and can be undone."),
            self.tr("Done"),
        )
        self.new_button.describe(self.tr("New code"))
        self.up_button.describe(self.tr("Up"))
        self.down_button.describe(self.tr("Down"))
        self.delete_button.describe(self.tr("Delete"))
        self.import_button.setText(self.tr("Import…"))
        self.export_button.setText(self.tr("Export…"))
        self.codes.setAccessibleName(self.tr("Codes"))

    # Showing

    def _show_codes(self, _changes: object = None) -> None:
        project = self._session.project
        if project is None:
            return
        tags = project.tags()
        used = Counter(tag for claim in self._session.claims() for tag in claim.tags)
        language = settings.language()
        shown = self._shown if any(tag.id == self._shown for tag in tags) else (tags[0].id if tags else "")
        self.codes.blockSignals(True)
        self.codes.clear()
        for tag in tags:
            count = f"  {used[tag.id]}" if used[tag.id] else ""
            indent = "    " * _depth(tag, tags)
            words = f"{indent}{tag_name(tag, language)}{count}"
            item = listed(self.codes, words, QIcon(tag_dot(tag.colour, 10)))
            item.setData(_ID, tag.id)
            item.setToolTip(tag_definition(tag, language))
            if tag.id == shown:
                self.codes.setCurrentItem(item)
        self.codes.blockSignals(False)
        self._choose(self.codes.currentItem())

    def _choose(self, item: QListWidgetItem | None) -> None:
        """Show a code; what was typed for the one before is kept first."""
        key = str(item.data(_ID)) if item is not None else ""
        if self._shown and self._shown != key and not self.keep():
            self._point()
            return
        self._shown = key
        self._point()  # keeping lists the codes anew
        tag = self._tag()
        locked = self._session.project is None or not self._session.project.editable
        self._form.setEnabled(tag is not None and not locked)
        for control in (self.new_button, self.up_button, self.down_button, self.delete_button, self.import_button):
            control.setEnabled(not locked)
        if tag is None:
            return
        language = settings.language()
        _set(self.name, tag_name(tag, language))
        for field, words in (
            (self.definition, tag_definition(tag, language)), (self.include, tag.include),
            (self.exclude, tag.exclude), (self.example, tag.example),
        ):  # fmt: skip
            if field.toPlainText() != words:
                field.setPlainText(words)
        self.colour.setIcon(QIcon(tag_dot(tag.colour, 10)))
        self.colour.setText(tag.colour)
        others = [("", self.tr("Nothing: upper level"))]
        tags = self._session.project.tags() if self._session.project else ()
        others += [(other.id, tag_name(other, language)) for other in tags if other.id != tag.id]
        self.parent_code.set_options(others, tag.parent or "")

    def _tag(self) -> Tag | None:
        project = self._session.project
        return next((tag for tag in (project.tags() if project else ()) if tag.id == self._shown), None)

    # Changing

    def add(self) -> None:
        """Begin a new code with a name to be typed over."""
        project = self._session.project
        if project is None or not self.keep():
            return
        names = {tag.name for tag in project.tags()}
        name, number = self.tr("New code"), 1
        while name in names:
            number += 1
            name = self.tr("New code {number}").format(number=number)
        before = {tag.id for tag in project.tags()}
        if self._do(DefineTag(None, name, "", default_colour(len(project.tags()) + 1))):
            self._shown = next(tag.id for tag in project.tags() if tag.id not in before)
            self._show_codes()
            self.name.setFocus()
            self.name.selectAll()

    def keep(self) -> bool:
        """Keep what was typed, if it differs. False if that failed: the words stay, and the problem is told."""
        tag = self._tag()
        if tag is None or not self._form.isEnabled():
            return True
        language = settings.language()
        name, definition = self.name.text().strip(), self.definition.toPlainText().strip()
        name = tag.name if name == tag_name(tag, language) else name
        definition = tag.definition if definition == tag_definition(tag, language) else definition
        rest = tuple(field.toPlainText().strip() for field in (self.include, self.exclude, self.example))
        now = (name, definition, self.colour.text(), *rest, self.parent_code.key)
        was = (tag.name, tag.definition, tag.colour, tag.include, tag.exclude, tag.example, tag.parent or "")
        if now == was:
            return True
        edit = DefineTag(
            tag.id, name, definition, self.colour.text(), include=rest[0], exclude=rest[1], example=rest[2],
            parent=self.parent_code.key,
        )  # fmt: skip
        done = self._do(edit)
        self._refused = None if done else edit
        return done

    def _point(self) -> None:
        """Let the list stand on the code that is shown."""
        self.codes.blockSignals(True)
        for row in range(self.codes.count()):
            if self.codes.item(row).data(_ID) == self._shown:
                self.codes.setCurrentRow(row)
        self.codes.blockSignals(False)

    def _move(self, by: int) -> None:
        keys, row = list(self.codes.keys()), self.codes.currentRow()
        if self.keep() and 0 <= row < len(keys) and 0 <= row + by < len(keys):
            keys.insert(row + by, keys.pop(row))
            self._do(OrderTags(tuple(keys)))

    def _delete(self) -> None:
        tag = self._tag()
        if tag is None:
            return
        used = sum(tag.id in claim.tags for claim in self._session.claims())
        if used and not self._confirm(tag, used):
            return
        self._do(DeleteTag(tag.id))

    def _confirm(self, tag: Tag, used: int) -> bool:
        name = tag_name(tag, settings.language())
        answer = QMessageBox.question(
            self,
            self.tr("Delete code"),
            self.tr("“{name}” is on %n claims and is taken off them. Undo brings it back.", "", used).format(name=name),
            QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Ok

    def _choose_colour(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.colour.text()), self, self.tr("Colour"))
        if chosen.isValid():
            self.colour.setText(chosen.name().upper())
            self.keep()

    def _import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a codebook"), settings.last_folder(), self.tr("Tables (*.csv *.xlsx)")
        )
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Take the codes of a table in."""
        settings.set_last_folder(path.parent)
        try:
            entries = read_codebook(path)
        except PolicyReviewError as error:
            self.tell_problem(error.sentence(settings.language()))
        else:
            self.tell_problem("")
            self._do(ImportCodebook(entries))

    def _export(self) -> None:
        place = str(Path(settings.last_folder()) / self.tr("codebook.csv"))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the codebook"), place, self.tr("Tables (*.csv)"))
        if path:
            self.give_out(Path(path))

    def give_out(self, path: Path) -> None:
        """Write the codes as a table."""
        project = self._session.project
        if project is None:
            return
        try:
            export_codebook(project.tags(), path, settings.language())
        except PolicyReviewError as error:
            self.tell_problem(error.sentence(settings.language()))
        else:
            self.tell_problem("")

    def _do(self, edit: DefineTag | DeleteTag | OrderTags | ImportCodebook) -> bool:
        return self.make(self._session, edit)

    def done(self, result: int) -> None:
        refused = self._refused
        if self.keep() or refused == self._refused:  # who presses again while the problem stands there means it
            super().done(result)


class _Words(QPlainTextEdit):
    """A field of a few lines that says when a person has left it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(58)
        self.setTabChangesFocus(True)
        self.setFont(app_font(13))

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]  # Qt's own event type
        self.left.emit()


def _set(field: QLineEdit, words: str) -> None:
    if field.text() != words:
        field.setText(words)


def _depth(tag: Tag, tags: tuple[Tag, ...]) -> int:
    """How many codes a code stands under."""
    above = {each.id: each.parent for each in tags}
    depth, parent = 0, tag.parent
    while parent is not None and depth < len(tags):
        depth, parent = depth + 1, above.get(parent)
    return depth
