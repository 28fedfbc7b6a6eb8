"""Keys of one's own: search a command, press other keys, be told whose they are, print the list."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMarginsF, QObject, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui import settings, shortcuts
from gui.actions import Command, commands, key_text, menus
from gui.dialogs.sheet import Sheet, named
from gui.keylist import command_words, keys_as_html
from gui.theme import Theme, app_font
from gui.views.controls import Cross, FilterField
from gui.views.controls.ticks import TickBox

_ID: Final = int(Qt.ItemDataRole.UserRole)


class ShortcutsDialog(Sheet):
    """Every command with its keys. A key that another command has is taken over only after it was said.

    Signals:
        changed: the keys of commands are others.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, width=720)
        self.describe(
            self.tr("Keys"), self.tr("Choose a command, then press the keys that it shall have."), self.tr("Close")
        )
        self.cancel_button.hide()
        self.done_button.setAutoDefault(False)
        self.done_button.setDefault(False)
        self._asked = ("", "")  # the command and the keys whose former owner was named
        self.filter = FilterField(theme, self, size=13)
        self.filter.describe(self.tr("Find a command or a key"))
        Cross(theme, self.filter)
        self.filter.textChanged.connect(self._fill)
        self.list = QTreeWidget(self)
        self.filter.entered.connect(self.list.setFocus)
        self.filter.left.connect(self.reject)
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._choose)
        self.show_whole_rows(self.list, 9)
        self.keys = QKeySequenceEdit(self)
        self.keys.setMaximumSequenceLength(1)
        self.keys.setClearButtonEnabled(True)
        self._ask_for_keys()
        self.keys.keySequenceChanged.connect(self._typed)
        self.keys.installEventFilter(self)
        self.set_button = QPushButton(self.tr("Set"), self)
        self.add_button = QPushButton(self.tr("Add"), self)
        self.none_button = QPushButton(self.tr("No key"), self)
        self.reset_button = QPushButton(self.tr("Reset"), self)
        for button, act in (
            (self.set_button, self.set), (self.add_button, self.add), (self.none_button, self.clear),
            (self.reset_button, self.reset),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
        row = QHBoxLayout()
        row.setSpacing(6)
        keys = named(self.keys, self.tr("Keys of the chosen command"))
        if self.is_narrow:  # the keys that do something stand below the field
            keys.addLayout(row)
        else:
            row.addLayout(keys, 1)
        for button in (self.set_button, self.add_button, self.none_button, self.reset_button):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.letters = TickBox(theme, self.tr("Single letters and digits act outside of text fields"), self)
        self.letters.setChecked(shortcuts.letters_act())
        self.letters.toggled.connect(self._switch_letters)
        self.content.addWidget(self.filter)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(keys if self.is_narrow else row)
        self.content.addWidget(self.letters)
        beside = QHBoxLayout() if self.is_narrow else self.foot
        if self.is_narrow:
            self.content.addLayout(beside)
        self.reset_all_button = QPushButton(self.tr("Reset all"), self)
        self.print_button = QPushButton(self.tr("Print…"), self)
        self.save_button = QPushButton(self.tr("Save the list…"), self)
        for place, (button, act) in enumerate(
            ((self.print_button, self.ask_printer), (self.save_button, self.ask_file),
             (self.reset_all_button, self.reset_all))
        ):
            button.setProperty("quiet", True)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            beside.insertWidget(place, button)
        self._fill()
        self.filter.setFocus()

    @property
    def command(self) -> Command | None:
        """The chosen command."""
        item = self.list.currentItem()
        key = item.data(0, _ID) if item is not None else None
        return next((command for command in commands() if command.id == key), None)

    def choose(self, command: str) -> None:
        """Choose a command of the list."""
        for position in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(position)
            if item is not None and item.data(0, _ID) == command:
                self.list.setCurrentItem(item)

    def set(self) -> None:
        """Give the chosen command the typed keys and no others."""
        self._give(keep=False)

    def add(self) -> None:
        """Give the chosen command the typed keys beside those that it has."""
        self._give(keep=True)

    def clear(self) -> None:
        """Let the chosen command have no key."""
        self._assign(())

    def reset(self) -> None:
        """Give the chosen command the keys that it came with; whoever has them now gives them back."""
        command = self.command
        if command is None:
            return
        for keys in command.keys:
            self._take(keys, command)
        self._assign(None)

    def reset_all(self) -> None:
        """Give every command the keys that it came with."""
        shortcuts.reset_all()
        self.letters.setChecked(True)
        self.tell_problem("")
        self._tell()

    def ask_printer(self) -> None:
        """Ask for a printer, and print the list of all keys."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # seldom wanted

        printer = QPrinter()
        printer.setDocName(self.tr("Keys of Policy Review"))
        printer.setPageLayout(_page())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda _printer: print_list(printer))  # held by this until the dialog is gone
        QDialog.open(dialog)

    def ask_file(self) -> None:
        """Ask where to, and write the list of all keys as a page to print."""
        title = self.tr("Keys of Policy Review")
        name = str(Path(settings.last_folder()) / f"{title}.pdf")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), name, "PDF (*.pdf);;HTML (*.html)")
        if path:
            self.write_list(Path(path))

    def write_list(self, path: Path) -> None:
        """Write the list of all keys: HTML or PDF by the name's ending."""
        try:
            if path.suffix.lower() in (".html", ".htm"):
                path.write_text(keys_as_html(), encoding="utf-8")
            else:
                _write_pdf(path)
        except OSError:
            self.tell_problem(self.tr("The list cannot be written there; choose another place."))
            return
        settings.set_last_folder(path.parent)
        self.tell_problem("")

    def finish(self) -> None:
        """Enter in the field of keys sets them; elsewhere it closes."""
        if self.keys.hasFocus() and not self.keys.keySequence().isEmpty():
            self.set()
        else:
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Tab and Esc are for going on and leaving, not for being recorded
        if watched is self.keys and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and not event.modifiers():
                self.reject()
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
                return True
        return super().eventFilter(watched, event)

    def _give(self, *, keep: bool) -> None:
        command, sequence = self.command, self.keys.keySequence()
        if command is None or sequence.isEmpty():
            return
        keys = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        owner = _owner(keys, command)
        if owner is not None and self._asked != (command.id, keys):
            self._asked = (command.id, keys)
            self.tell_problem(
                self.tr("{keys} belongs to “{command}”. Press again to take it over.").format(
                    keys=key_text(keys), command=command_words(owner)
                )
            )
            return
        if owner is not None:
            self._take(keys, command)
        had = shortcuts.assigned(command.id, command.keys) if keep else ()
        self._assign((*(each for each in had if each != keys), keys))

    def _take(self, keys: str, receiver: Command) -> None:
        while (owner := _owner(keys, receiver)) is not None:
            left = shortcuts.assigned(owner.id, owner.keys)
            shortcuts.set_keys(owner.id, tuple(each for each in left if not _same(each, keys)))

    def _assign(self, keys: tuple[str, ...] | None) -> None:
        command = self.command
        if command is None:
            return
        shortcuts.set_keys(command.id, None if keys == command.keys else keys)
        self.tell_problem("")
        self._tell()

    def _tell(self) -> None:
        self._asked = ("", "")
        chosen = self.command
        self._fill()
        if chosen is not None:
            self.choose(chosen.id)
        self.changed.emit()

    def _switch_letters(self, act: bool) -> None:
        shortcuts.let_letters_act(act)
        self._tell()

    def _typed(self) -> None:
        self._asked = ("", "")
        command, sequence = self.command, self.keys.keySequence()
        typed = not sequence.isEmpty()
        self.set_button.setEnabled(command is not None and typed)
        self.add_button.setEnabled(command is not None and typed)
        owner = _owner(sequence.toString(), command) if typed else None
        self.tell_problem(
            self.tr("{keys} belongs to “{command}”.").format(
                keys=key_text(sequence.toString()), command=command_words(owner)
            ) if owner is not None else ""
        )

    def _ask_for_keys(self) -> None:
        """Qt puts words of its own into the field whenever it is emptied, in the system's language."""
        for line in self.keys.findChildren(QLineEdit):
            line.setPlaceholderText(self.tr("Press the keys"))

    def _choose(self) -> None:
        command = self.command
        self.keys.clear()
        self._ask_for_keys()
        self.none_button.setEnabled(command is not None and bool(shortcuts.assigned(command.id, command.keys)))
        self.reset_button.setEnabled(command is not None and shortcuts.is_changed(command.id))
        self._typed()

    def _fill(self) -> None:
        words = self.filter.text().casefold().split()
        language = settings.language()
        found: list[tuple[Command, str, str]] = []
        for command in commands():
            keys = shortcuts.assigned(command.id, command.keys)
            printed = "  ".join(key_text(each) for each in keys)
            menu = menus()[command.menu][0].of(language) if command.menu else ""
            heard = f"{command.words.zh} {command.words.en} {menu} {printed}".casefold()
            if not all(word in heard for word in words):
                continue
            name = command_words(command) if command.menu else self.tr("{verdict}, and stay").format(
                verdict=command_words(command)
            )
            found.append((command, f"{menu} › {name}" if menu else name, printed))
        self.list.clear()
        self.list.model().insertRows(0, len(found))  # made by Qt: see `listed`
        for place, (command, name, printed) in enumerate(found):
            item = self.list.topLevelItem(place)
            if item is not None:
                self._fill_row(item, command, name, printed)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self._choose()

    def _fill_row(self, item: QTreeWidgetItem, command: Command, name: str, printed: str) -> None:
        item.setText(0, name)
        item.setToolTip(0, name)  # on a narrow screen a long name ends in …
        item.setText(1, printed)
        item.setData(0, _ID, command.id)
        if shortcuts.is_changed(command.id):
            item.setFont(1, app_font(13, 600))
        keys = shortcuts.assigned(command.id, command.keys)
        if not shortcuts.letters_act() and any(map(shortcuts.is_single, keys)):
            item.setForeground(1, self._theme.color("muted"))
            item.setToolTip(1, self.tr("Single letters are switched off."))


def _same(one: str, other: str) -> bool:
    return QKeySequence(one) == QKeySequence(other)


def _owner(keys: str, but: Command | None) -> Command | None:
    """The command that has these keys, if it is another than `but`."""
    return next(
        (
            command for command in commands()
            if (but is None or command.id != but.id)
            and any(_same(keys, each) for each in shortcuts.assigned(command.id, command.keys))
        ),
        None,
    )


def _write_pdf(path: Path) -> None:
    with path.open("wb"):  # says at once if it cannot be written; the writer would only warn
        pass
    writer = QPdfWriter(str(path))
    writer.setPageLayout(_page())
    print_list(writer)


def _page() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(18, 16, 18, 16),
        QPageLayout.Unit.Millimeter,
    )


def print_list(paper: QPagedPaintDevice) -> None:
    """Put the list of all keys on paper, or into what stands for it."""
    document = QTextDocument()
    document.documentLayout().setPaintDevice(paper)  # before there are words: those set for the screen stay so small
    font = QFont()
    font.setFamilies(app_font().families())
    font.setPointSizeF(9)
    document.setDefaultFont(font)
    document.setHtml(keys_as_html())
    document.setPageSize(QSizeF(paper.width(), paper.height()))
    document.print_(paper)
