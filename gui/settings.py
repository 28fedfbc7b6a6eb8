"""What the window remembers from day to day: language, theme, sizes, recent projects. Stored with QSettings.

Tests and portable copies put it elsewhere with `use_file` or the environment variable POLICY_REVIEW_SETTINGS.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication

from core.values import dataclass
from core.vocabulary import Language

ThemeChoice = Literal["system", "light", "dark"]
LanguageChoice = Literal["system", "zh", "en"]

ORGANISATION: Final = "PolicyReview"
APPLICATION: Final = "policy-review"
TEXT_SIZES: Final = range(13, 33)
_RECENT_LIMIT: Final = 12
_PLACE: Final = "POLICY_REVIEW_SETTINGS"


@dataclass(frozen=True, slots=True)
class Recent:
    """One project opened lately, with the facts that its row on the Welcome page shows.

    `at` is ISO 8601 in local time. `judged` of `checkable` claims are decided.
    """

    path: str
    title: str
    kind: str
    at: str
    metrics: int
    judged: int
    checkable: int


def use_file(path: Path | None) -> None:
    """Keep the settings in this file; None goes back to the user's own."""
    if path is None:
        os.environ.pop(_PLACE, None)
    else:
        os.environ[_PLACE] = str(path)
    language_choice.cache_clear()


def _store() -> QSettings:
    chosen = os.environ.get(_PLACE)
    if chosen:
        return QSettings(chosen, QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION)


def _keep(key: str, value: str | QByteArray) -> None:
    """Write a setting, unless that is what is written: each write is a file rewritten while the window waits."""
    store = _store()
    if store.value(key) != value:
        store.setValue(key, value)


def _text(key: str, default: str) -> str:
    return str(_store().value(key, default))


@cache
def language_choice() -> LanguageChoice:
    """What the user chose; `system` until then. Kept in memory: painters ask for every word they draw."""
    match _text("language", "system"):
        case "zh":
            return "zh"
        case "en":
            return "en"
        case _:
            return "system"


def set_language(choice: LanguageChoice) -> None:
    """Remember the language; whoever calls this also changes the translators."""
    _keep("language", choice)
    language_choice.cache_clear()


def language() -> Language:
    """The language the window speaks now: the user's choice, else the system's; Chinese systems get Chinese."""
    choice = language_choice()
    if choice != "system":
        return choice
    chinese = {QLocale.Language.Chinese, QLocale.Language.Cantonese}
    return "zh" if QLocale.system().language() in chinese else "en"


def theme_choice() -> ThemeChoice:
    """What the user chose; `system` until then."""
    match _text("theme", "system"):
        case "light":
            return "light"
        case "dark":
            return "dark"
        case _:
            return "system"


def set_theme(choice: ThemeChoice) -> None:
    """Remember the theme."""
    _keep("theme", choice)


def theme_name() -> Literal["light", "dark"]:
    """The theme in force: the user's choice, else the system's colour scheme."""
    choice = theme_choice()
    if choice != "system":
        return choice
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def text_size() -> int | None:
    """The chosen size of the report's body in pixels, None for the size that suits the width."""
    stored = _text("text_size", "")
    return int(stored) if stored.isdigit() and int(stored) in TEXT_SIZES else None


def set_text_size(pixels: int | None) -> None:
    """Remember the size of the report's body; None follows the width again."""
    _keep("text_size", "" if pixels is None else str(pixels))


def flag(name: str, default: bool) -> bool:
    """A remembered yes or no, by name."""
    return _text(f"flags/{name}", "1" if default else "0") == "1"


def set_flag(name: str, value: bool) -> None:
    """Remember a yes or no."""
    _keep(f"flags/{name}", "1" if value else "0")


def choice(name: str, default: str) -> str:
    """A remembered choice, by name: one of a few words."""
    return _text(f"choices/{name}", default)


def set_choice(name: str, word: str) -> None:
    """Remember a choice."""
    _keep(f"choices/{name}", word)


def shortcuts() -> str:
    """The user's own keys as JSON: the keys of each command that has others than it came with."""
    return _text("shortcuts", "{}")


def set_shortcuts(keys: str) -> None:
    """Remember the user's own keys."""
    _keep("shortcuts", keys)


def reviewer() -> str:
    """The name that stands beside each decision; the system's account until another is given."""
    return _text("reviewer", "") or os.environ.get("USER") or os.environ.get("USERNAME") or ""


def chosen_reviewer() -> str:
    """The reviewer's name as far as a person gave one, else ""."""
    return _text("reviewer", "")


def set_reviewer(name: str) -> None:
    """Remember the reviewer's name; empty goes back to the account's."""
    _keep("reviewer", name.strip())


def geometry(layout: str) -> QByteArray | None:
    """The window's remembered place and size."""
    return _bytes(f"window/{layout}/geometry")


def state(layout: str) -> QByteArray | None:
    """The remembered places of the panes in the layout called `layout`."""
    return _bytes(f"window/{layout}/state")


def set_geometry(layout: str, geometry: QByteArray) -> None:
    """Remember the window's place and size."""
    _keep(f"window/{layout}/geometry", geometry)


def set_state(layout: str, state: QByteArray) -> None:
    """Remember the places of the panes in the layout called `layout`."""
    _keep(f"window/{layout}/state", state)


def forget_window(layout: str) -> None:
    """Go back to the designed places of the panes in the layout called `layout`."""
    _store().remove(f"window/{layout}/state")


def forget_layout(layout: str) -> None:
    """Forget all that is remembered of a layout of the user's own."""
    _store().remove(f"window/{layout}")
    for kept in ("tabs", "lent"):
        _store().remove(f"choices/{kept} {layout}")


def _bytes(key: str) -> QByteArray | None:
    value = _store().value(key)
    return value if isinstance(value, QByteArray) and not value.isEmpty() else None


def last_folder() -> str:
    """Where file dialogs start: the folder used last, else the user's documents."""
    stored = _text("last_folder", "")
    if stored and Path(stored).is_dir():
        return stored
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())


def set_last_folder(folder: Path) -> None:
    """Remember where a file was chosen."""
    _keep("last_folder", str(folder))


def recents() -> tuple[Recent, ...]:
    """The projects opened lately, newest first; files that are gone are kept, so that they can be found again."""
    try:
        rows = json.loads(_text("recents", "[]"))
        return tuple(Recent(**row) for row in rows)
    except (ValueError, TypeError):
        return ()


def remember(recent: Recent) -> None:
    """Put a project at the head of the recent ones."""
    others = [row for row in recents() if row.path != recent.path]
    _write_recents([recent, *others][:_RECENT_LIMIT])


def forget(path: str) -> None:
    """Drop one project from the recent ones; the file stays."""
    _write_recents([row for row in recents() if row.path != path])


def _write_recents(rows: list[Recent]) -> None:
    _keep("recents", json.dumps([asdict(row) for row in rows], ensure_ascii=False))


def data_folder() -> Path:
    """The application's own folder for sample copies and the log; made on first use."""
    place = os.environ.get("POLICY_REVIEW_DATA")
    folder = Path(place) if place else Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    ) / APPLICATION
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Where a project goes when the report's own folder cannot be written."""
    return Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
    )
