"""The user's own keys: what was changed against the table of commands, and whether single letters act."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from PySide6.QtGui import QKeySequence

from gui import settings

_LETTERS: Final = "single_letters"


@cache
def _changed() -> Mapping[str, tuple[str, ...]]:
    try:
        rows = json.loads(settings.shortcuts())
    except ValueError:
        return {}
    if not isinstance(rows, dict):
        return {}
    known = {
        str(key): (keys, tuple(str(each) for each in keys if not QKeySequence(str(each)).isEmpty()))
        for key, keys in rows.items() if isinstance(keys, list)
    }
    # Of a list of which no key makes sense the command would be left without any.
    return {key: good for key, (written, good) in known.items() if good or not written}


def effective(command: str, default: tuple[str, ...], letters: bool | None = None) -> tuple[str, ...]:
    """The keys that a command has now; `default` are those of the table.

    Who asks for many commands asks once whether single `letters` act.
    """
    keys = _changed().get(command, default)
    act = letters_act() if letters is None else letters
    return keys if act else tuple(each for each in keys if not is_single(each))


def assigned(command: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that a command has, whether or not single letters act."""
    return _changed().get(command, default)


def is_changed(command: str) -> bool:
    """Whether the user gave the command other keys than the table."""
    return command in _changed()


def set_keys(command: str, keys: tuple[str, ...] | None) -> None:
    """Give a command these keys from now on; None gives it those of the table again."""
    rows = {key: list(each) for key, each in _changed().items() if key != command}
    if keys is not None:
        rows[command] = list(keys)
    settings.set_shortcuts(json.dumps(rows))
    _changed.cache_clear()


def reset_all() -> None:
    """Give every command the keys of the table again, and let single letters act."""
    settings.set_shortcuts("{}")
    settings.set_flag(_LETTERS, True)
    forget()


@cache
def letters_act() -> bool:
    """Whether single letters and digits are keys of commands. Kept in memory: each hint and each tip asks."""
    return settings.flag(_LETTERS, True)


def let_letters_act(act: bool) -> None:
    """Switch the single letters and digits on or off."""
    settings.set_flag(_LETTERS, act)
    letters_act.cache_clear()


def forget() -> None:
    """Read the settings anew when next asked: they are others now."""
    _changed.cache_clear()
    letters_act.cache_clear()


def is_single(keys: str) -> bool:
    """Whether it is a letter, digit or sign pressed alone or with Shift, which in a text field would be typed."""
    sequence = QKeySequence(keys)
    plain = sequence.toString(QKeySequence.SequenceFormat.PortableText).removeprefix("Shift+")
    return sequence.count() == 1 and len(plain) == 1
