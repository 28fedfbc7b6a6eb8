"""What the Welcome page lists: the first thing that is seen, so it needs nothing of the rest."""

# ruff: noqa: PLW0108  (the parts are not there when the page is joined: they are looked for when it asks)
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import seeds
from gui import settings
from gui.views.welcome import SampleWords, Welcome

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow


def fill_welcome(welcome: Welcome) -> None:
    """Bring the Welcome page up to date: the samples in the window's language, the projects opened lately."""
    chinese = settings.language() == "zh"
    welcome.show_samples([
        SampleWords(sample.key, sample.title_zh if chinese else sample.title_en,
                    sample.blurb_zh if chinese else sample.blurb_en)
        for sample in seeds.samples()
    ])
    welcome.show_recents(settings.recents())


def join_welcome(window: MainWindow) -> None:
    """Do what the Welcome page asks for. Whatever is asked makes the rest of the window, if that is not there yet."""
    welcome = window.welcome
    welcome.report_wanted.connect(lambda: window.files.ask_report())
    welcome.project_wanted.connect(lambda: window.files.ask_project())
    welcome.recent_wanted.connect(lambda path: window.opener.open_project(Path(path)))
    welcome.locate_wanted.connect(lambda path: window.files.locate(path))
    welcome.forget_wanted.connect(lambda path: window.files.forget(path))
    welcome.sample_wanted.connect(lambda key: window.files.open_sample(key))
    welcome.language_wanted.connect(lambda choice: window.commands.choose_language(choice))
    welcome.theme_wanted.connect(lambda: window.commands.switch_theme())
    welcome.help_wanted.connect(lambda: window.help.show())
