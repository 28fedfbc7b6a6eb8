"""Menus, keys and commands: one table, resources/actions.toml, joined here to what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

import resources
from core import vocabulary
from core.values import dataclass
from core.vocabulary import Language
from gui import settings, shortcuts
from gui.theme import Theme

Handler = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both languages."""

    zh: str
    en: str

    def of(self, language: Language) -> str:
        """The words in one language."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done. `menu` is "" for a command that has keys only.

    `needs` are the conditions under which it can be done, in the order in which their absence is told.
    """

    id: str
    menu: str
    words: Words
    keys: tuple[str, ...]
    icon: str
    needs: tuple[str, ...]
    check: bool
    colour: str = "text2"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One line of a menu: a command, another menu, or a rule when both are empty."""

    menu: str
    command: str
    submenu: str


@cache
def _table() -> dict[str, Any]:
    return resources.table(resources.path("actions.toml"))


@cache
def commands() -> tuple[Command, ...]:
    """Every command of the table."""
    return tuple(
        Command(
            row["id"], row.get("menu", ""), _words(row), tuple(row.get("keys", ())), row.get("icon", ""),
            tuple(row.get("needs", ())), row.get("check", False),
            row["word"][1] if "word" in row else "text2",
        )
        for row in _table()["actions"] if "id" in row
    )


@cache
def menus() -> Mapping[str, tuple[Words, str]]:
    """Every menu's words and its parent's key, "" for those of the menu bar, in order."""
    return {key: (_words(row), row.get("parent", "")) for key, row in _table()["menus"].items()}


@cache
def entries() -> tuple[MenuEntry, ...]:
    """The lines of all menus, in order."""
    return tuple(
        MenuEntry(row["menu"], row.get("id", ""), row.get("submenu", ""))
        for row in _table()["actions"] if row.get("menu")
    )


def reason(need: str, language: Language) -> str:
    """Why a command cannot be done while `need` is missing."""
    return _words(_table()["reasons"][need]).of(language)


def keys_of(command: Command, letters: bool | None = None) -> tuple[str, ...]:
    """The keys that a command has now: the user's own, else those of the table; see `shortcuts.effective`."""
    return shortcuts.effective(command.id, command.keys, letters)


def key_of(key: str) -> str:
    """The first key of a command as this system writes it, "" if it has none."""
    keys = keys_of(next(command for command in commands() if command.id == key))
    return key_text(keys[0]) if keys else ""


def key_text(keys: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _words(row: Mapping[str, Any]) -> Words:
    if "word" in row:
        group, key = row["word"]
        return Words(vocabulary.label(group, key, "zh"), vocabulary.label(group, key, "en"))
    return Words(row["zh"], row["en"])


# How Chinese writes the arrow keys; Qt's own translation of them reads like words of a sentence (左方向).
ARROWS: Final = (
    QT_TRANSLATE_NOOP("QShortcut", "Left"), QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"), QT_TRANSLATE_NOOP("QShortcut", "Down"),
)  # fmt: skip


class ActionTable(QObject):
    """The commands as actions of one window, with their menus.

    Raises:
        KeyError: a command of the table has no handler.
    """

    def __init__(self, handlers: Mapping[str, Handler], theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._commands = {command.id: command for command in commands()}
        self._keys: dict[str, str] = {}  # the first one of each command, as this system writes it
        self._said: object = None
        self._tips: dict[str, str] = {}
        self._unpainted: set[str] = set()  # icons are painted when a menu is about to show them
        self._actions = {key: self._make(command, handlers[key], window) for key, command in self._commands.items()}
        self._give_keys()
        self._menus = {key: QMenu(window) for key in menus()}
        self._steps: Mapping[str, str] = {}
        self._available: frozenset[str] = frozenset()
        self._fill()
        theme.changed.connect(self._forget_icons)
        self._forget_icons()
        self.retranslate()

    def action(self, key: str) -> QAction:
        """One command's action."""
        self._paint(key)
        return self._actions[key]

    def trigger(self, key: str) -> None:
        """Give a command."""
        self._actions[key].trigger()

    def key(self, key: str) -> str:
        """The first key of a command as this system writes it, "" if it has none."""
        return self._keys[key]

    def menu(self, key: str) -> QMenu:
        """One menu; `recent` and `samples` are filled by the window."""
        return self._menus[key]

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar."""
        for key, (_, parent) in menus().items():
            if not parent:
                bar.addMenu(self._menus[key])

    def popup(self) -> QMenu:
        """All menus as one, for the menu button."""
        menu = QMenu(self._menus["file"].parentWidget())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, (_, parent) in menus().items():
            if not parent:
                menu.addMenu(self._menus[key])
        return menu

    def refresh(self, available: Iterable[str], checked: Iterable[str], steps: Mapping[str, str]) -> None:
        """Enable what can be done now, tick what is on, and name the steps of undo and redo."""
        self._available = frozenset(available)
        self._steps = dict(steps)
        ticked = set(checked)
        for key, action in self._actions.items():
            action.setEnabled(self.missing(key) is None)
            if action.isCheckable():
                action.setChecked(key in ticked)
        if self._said != (self._available, self._steps, settings.language()):
            self.retranslate()

    def take_keys(self) -> None:
        """Give the actions the keys that the user chose."""
        self._give_keys()
        self.retranslate()

    def _give_keys(self) -> None:
        letters = shortcuts.letters_act()
        for key, command in self._commands.items():
            keys = [QKeySequence(each) for each in keys_of(command, letters)]
            self._actions[key].setShortcuts(keys)
            self._keys[key] = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""

    def missing(self, key: str) -> str | None:
        """The first condition that a command lacks now, None if it can be done."""
        return next((need for need in self._commands[key].needs if need not in self._available), None)

    def words(self, key: str) -> str:
        """A command's words in the window's language, its step named."""
        words = self._commands[key].words.of(settings.language())
        step = self._steps.get(key, "")
        return words.format(step=step).strip() if "{step}" in words else words

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        language = settings.language()
        self._said = self._available, self._steps, language
        for key, menu in self._menus.items():
            menu.setTitle(menus()[key][0].of(language))
        for key, action in self._actions.items():
            words = self.words(key)
            missing = self.missing(key)
            keys = self._keys[key]
            tip = f"{words}  {keys}" if keys else words
            tip = tip if missing is None else f"{tip}\n{reason(missing, language)}"
            if self._tips.get(key) != tip:  # most stay as they are when something is selected
                self._tips[key] = tip
                action.setText(words.replace("&", "&&"))
                action.setToolTip(tip)

    def _make(self, command: Command, handler: Handler, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(command.id)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(command.check)
        action.setAutoRepeat(command.id.startswith(("next", "previous", "text", "undo", "redo", "find")))
        action.triggered.connect(partial(_run, handler))
        window.addAction(action)
        return action

    def _fill(self) -> None:
        for entry in entries():
            menu = self._menus[entry.menu]
            menu.setToolTipsVisible(True)
            if entry.submenu:
                menu.addMenu(self._menus[entry.submenu])
            elif entry.command:
                menu.addAction(self._actions[entry.command])
                menu.aboutToShow.connect(partial(self._paint, entry.command))
            else:
                menu.addSeparator()

    def _forget_icons(self) -> None:
        # a ticked line has its tick where an icon would stand
        self._unpainted = {key for key, command in self._commands.items() if command.icon and not command.check}

    def _paint(self, key: str) -> None:
        if key in self._unpainted:
            self._unpainted.remove(key)
            command = self._commands[key]
            self._actions[key].setIcon(self._theme.icon(command.icon, command.colour, 16))


def _run(handler: Handler, _checked: bool = False) -> None:
    handler()
