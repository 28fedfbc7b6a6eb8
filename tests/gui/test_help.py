"""Help for where the user is: complete in both languages, true about keys, found by words."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

import resources
from core.vocabulary import Language
from gui import settings, shortcuts
from gui.actions import commands
from gui.dialogs.about import AboutDialog
from gui.dialogs.help import PAGES, HelpWindow, filled, page
from gui.mainwindow import MainWindow
from gui.mainwindow.panes import focus_pane

KEY = re.compile(r"\{key:(\w+)\}")
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@pytest.mark.parametrize("key", PAGES)
def test_every_page_is_there_in_both_languages_and_names_the_same_commands(key: str) -> None:
    """A key told in one language only, or of a command that is no more, misleads."""
    known = {command.id for command in commands()}
    chinese, english = (KEY.findall(page(key, language).words) for language in LANGUAGES)
    assert set(chinese) == set(english) <= known
    for language in LANGUAGES:
        found = page(key, language)
        assert found.title and "！" not in found.words and "!" not in found.words
        assert {link.removesuffix(".md") for link in re.findall(r"\]\(([^)]*)\)", found.words)} <= set(PAGES)


def test_no_page_lies_there_that_nobody_can_open() -> None:
    """What is in the folder is in the contents."""
    for language in LANGUAGES:
        assert {path.stem for path in resources.path("help", language).glob("*.md")} == set(PAGES)


def viewer(window: MainWindow) -> HelpWindow:
    window.actions_table.action("help").trigger()
    assert window.help.viewer is not None
    return window.help.viewer


def test_f1_opens_the_page_of_the_pane_that_has_the_keyboard(opened: MainWindow) -> None:
    """Help that begins at the table of contents is help that is not read."""
    contents = opened.contents
    assert contents is not None and contents.data is not None
    opened.session.select("claim", opened.session.claims()[0].id)
    pages = []
    for pane in (contents.text, contents.navigator, contents.inspector, contents.data):
        opened.activateWindow()
        assert focus_pane(pane)
        QApplication.processEvents()
        pages.append(opened.help.page())
    assert pages == ["text", "contents", "judging", "data"]
    assert viewer(opened).shown == "data"


def test_without_a_report_it_begins_at_the_beginning(window: MainWindow) -> None:
    """The Welcome page's key leads to how to begin."""
    assert viewer(window).shown == "start"


def test_words_lead_to_the_pages_that_have_them(window: MainWindow) -> None:
    """The search says so when there is none, and a link goes on."""
    shown = viewer(window)
    shown.field.setText("SHA-256")
    titles = [shown.list.item(row).text() for row in range(shown.list.count())]
    assert page("evidence", "en").title in titles and page("text", "en").title not in titles
    shown.field.setText("no such word at all")
    assert "no such word at all" in shown.browser.toPlainText()
    shown.show_page("start")
    shown.browser.anchorClicked.emit(QUrl("text.md"))
    assert shown.shown == "text"
    assert (shown.shown, shown.list.currentRow()) == ("text", PAGES.index("text"))


def test_it_tells_the_keys_as_they_are_now(window: MainWindow) -> None:
    """A key of one's own stands in the help as well."""
    shortcuts.forget()
    assert "Ctrl+Shift+F" in filled("{key:find_project}")
    shortcuts.set_keys("find_project", ("Ctrl+Alt+F",))
    assert filled("{key:find_project}") == "**Ctrl+Alt+F**"
    shortcuts.set_keys("find_project", ())
    assert filled("{key:find_project}") == "**—**"
    shortcuts.set_keys("find_project", None)
    assert window is not None


def test_it_changes_its_language_with_the_window(window: MainWindow) -> None:
    """Switched while it is open, it goes on at the same page."""
    shown = viewer(window)
    shown.show_page("files")
    window.commands.choose_language("zh")
    QApplication.processEvents()
    assert settings.language() == "zh"
    assert page("files", "zh").title in shown.browser.toPlainText()
    window.commands.choose_language("en")


def test_about_tells_the_licence_of_the_application(window: MainWindow) -> None:
    """And that all stays on the computer, in the window's language, as one sentence after the other."""
    window.commands.choose_language("zh")
    window.actions_table.action("about").trigger()
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    assert dialog.lead.text().endswith("留证据。一切只在本机。MIT 许可证。")
    dialog.reject()
