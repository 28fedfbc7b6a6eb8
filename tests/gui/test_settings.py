"""What is remembered from day to day."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui import settings


def test_language_and_theme_are_remembered() -> None:
    """A choice outlives the window."""
    assert settings.language_choice() == "system" and settings.theme_choice() == "system"
    settings.set_language("zh")
    settings.set_theme("dark")
    assert settings.language() == "zh" and settings.theme_name() == "dark"


def test_text_size_keeps_to_what_can_be_read() -> None:
    """A size out of range, written by whoever, falls back to the one that suits the width."""
    assert settings.text_size() is None
    settings.set_text_size(20)
    assert settings.text_size() == 20
    settings.set_text_size(200)
    assert settings.text_size() is None


def test_recent_projects_are_newest_first_and_once_each(tmp_path: Path) -> None:
    """The list on the Welcome page has no project twice, and does not grow for ever."""
    for number in [*range(20), 3]:
        settings.remember(settings.Recent(str(tmp_path / f"{number}.prv"), str(number), "", "2024-01-01", 1, 0, 1))
    titles = [recent.title for recent in settings.recents()]
    assert titles[:2] == ["3", "19"]
    assert len(titles) == len(set(titles)) == 12
    settings.forget(str(tmp_path / "3.prv"))
    assert settings.recents()[0].title == "19"


def test_a_spoilt_list_of_recents_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A settings file that someone edited must not keep the window from opening."""
    file = tmp_path / "spoilt.ini"
    file.write_text("[General]\nrecents=\"[{\\\"path\\\": 1}]\"\n", encoding="utf-8")
    monkeypatch.setenv("POLICY_REVIEW_SETTINGS", str(file))
    assert settings.recents() == ()


def test_window_state_is_remembered_by_layout() -> None:
    """Each named layout has places of its own."""
    settings.set_state("main", QByteArray(b"abc"))
    assert settings.state("main") == b"abc"
    assert settings.state("triage") is None
    settings.forget_window("main")
    assert settings.state("main") is None
