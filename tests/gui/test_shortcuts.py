"""Keys of one's own: changed in the window, told when they are taken, kept, printed."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui import shortcuts
from gui.actions import commands, key_of
from gui.dialogs.about import KeysDialog
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.keylist import keys_as_html
from gui.mainwindow import MainWindow


@pytest.fixture(autouse=True)
def fresh() -> None:
    """The settings of another test are none of this one's."""
    shortcuts.forget()


def asked(window: MainWindow, command: str, keys: str) -> ShortcutsDialog:
    """The dialog with a command chosen and keys typed."""
    window.actions_table.action("shortcuts").trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    dialog.choose(command)
    dialog.keys.setKeySequence(QKeySequence(keys))
    return dialog


def test_a_command_gets_another_key_at_once_and_for_good(window: MainWindow, qtbot: QtBot) -> None:
    """What is set acts without a restart, stands in the tooltip, and is there the next day."""
    dialog = asked(window, "codebook", "Ctrl+Shift+B")
    dialog.set()
    action = window.actions_table.action("codebook")
    assert action.shortcuts() == [QKeySequence("Ctrl+Shift+B")]
    assert "Ctrl+Shift+B" in action.toolTip()
    shortcuts.forget()
    assert key_of("codebook") == "Ctrl+Shift+B"
    dialog.choose("codebook")
    dialog.reset()
    assert window.actions_table.action("codebook").shortcuts() == []
    assert qtbot is not None


def test_a_key_that_another_command_has_is_taken_over_only_after_it_was_said(window: MainWindow) -> None:
    """Nobody loses a key without having read whose it was."""
    dialog = asked(window, "codebook", "Ctrl+E")
    assert "Export PDF" in dialog.problem.text()
    dialog.set()
    assert window.actions_table.action("export_pdf").shortcuts() == [QKeySequence("Ctrl+E")]
    assert "again" in dialog.problem.text()
    dialog.set()
    assert window.actions_table.action("codebook").shortcuts() == [QKeySequence("Ctrl+E")]
    assert window.actions_table.action("export_pdf").shortcuts() == []
    dialog.choose("export_pdf")
    dialog.reset()
    assert window.actions_table.action("export_pdf").shortcuts() == [QKeySequence("Ctrl+E")]
    assert window.actions_table.action("codebook").shortcuts() == []


def test_single_letters_can_be_switched_off(opened: MainWindow) -> None:
    """Who uses a screen reader or voice input needs the letters for something else."""
    dialog = asked(opened, "verdict_1", "")
    dialog.letters.setChecked(False)
    table = opened.actions_table
    for command in ("verdict_1", "stay_1", "mark_claim", "add_place", "next_claim", "keys"):
        assert table.action(command).shortcuts() == [], command
    assert table.action("undo").shortcuts() and table.action("next_pane").shortcuts()
    opened.refresh()
    assert all(len(hint.keys) > 1 for hint in opened.status_line.hints)
    dialog.letters.setChecked(True)
    assert table.action("verdict_1").shortcuts() == [QKeySequence("1")]


def test_the_field_for_keys_says_what_to_do_in_the_window_s_language(window: MainWindow) -> None:
    """Emptied for each command chosen, it came back with Qt's own “Press shortcut”."""
    dialog = asked(window, "next_claim", "Ctrl+Shift+B")
    dialog.choose("undo")
    (line,) = dialog.keys.findChildren(QLineEdit)
    assert line.placeholderText() == "Press the keys"
    dialog.close()


def test_everything_can_be_put_back(window: MainWindow) -> None:
    """After any amount of trying the table's own keys are one press away."""
    dialog = asked(window, "codebook", "Ctrl+E")
    dialog.set()
    dialog.set()
    dialog.letters.setChecked(False)
    dialog.reset_all()
    for command in commands():
        assert window.actions_table.action(command.id).shortcuts() == [QKeySequence(keys) for keys in command.keys]


def test_the_filter_finds_names_of_either_language_and_keys(window: MainWindow) -> None:
    """Someone knows the key and asks what it does; someone knows the English word only."""
    dialog = asked(window, "codebook", "")
    for words, command in (("撤销", "undo"), ("undo", "undo"), ("F11", "full_screen")):
        dialog.filter.setText(words)
        found = [dialog.list.topLevelItem(i) for i in range(dialog.list.topLevelItemCount())]
        assert command in [item.data(0, int(Qt.ItemDataRole.UserRole)) for item in found if item is not None]


def test_the_list_is_written_as_page_and_as_pdf(window: MainWindow, tmp_path: Path) -> None:
    """The list pinned beside the screen shows the keys as they are now."""
    dialog = asked(window, "codebook", "Ctrl+Shift+B")
    dialog.set()
    assert "Ctrl+Shift+B" in keys_as_html()
    dialog.write_list(tmp_path / "keys.html")
    assert "Codebook" in (tmp_path / "keys.html").read_text(encoding="utf-8")
    dialog.write_list(tmp_path / "keys.pdf")
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    dialog.write_list(tmp_path / "no folder" / "keys.pdf")
    assert dialog.problem.text()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_of_keys_is_one_sheet_that_can_be_read(window: MainWindow, tmp_path: Path, language: str) -> None:
    """Chinese words were set for the screen and came out of the printer a tenth of a millimetre high."""
    window.commands.choose_language(language)
    dialog = asked(window, "codebook", "")
    dialog.write_list(tmp_path / "keys.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "keys.pdf")
    assert len(document) == 1
    page = document[0].get_textpage()
    boxes = [page.get_charbox(place) for place in range(page.count_chars())]
    heights = sorted(top - bottom for _, bottom, _, top in boxes if top > bottom)
    assert len(heights) > 500
    assert 4 < heights[len(heights) // 2] < 12, "most signs are as high as those of nine points"
    assert max(top for *_, top in boxes) - min(bottom for _, bottom, _, _ in boxes if bottom) > 500, "down the sheet"


def test_the_list_of_keys_is_printed_on_the_printer_that_is_chosen(window: MainWindow, tmp_path: Path) -> None:
    """Here onto a printer that writes a file, as systems without one offer."""
    dialog = asked(window, "codebook", "Ctrl+Shift+B")
    dialog.print_button.click()
    chooser = dialog.findChild(QPrintDialog)
    assert chooser is not None
    printer = chooser.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    chooser.accepted.emit(printer)
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    chooser.reject()


def test_the_list_of_keys_leads_to_changing_them(window: MainWindow) -> None:
    """Where one looks for a key one also finds how to have another."""
    window.actions_table.action("keys").trigger()
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    dialog.change_button.click()
    assert window.findChild(ShortcutsDialog) is not None


@pytest.mark.parametrize("kept", ["nonsense", "[]", '{"undo": 3}', '{"undo": ["§§nokey§§"]}'])
def test_settings_that_make_no_sense_do_no_harm(window: MainWindow, kept: str) -> None:
    """A file edited by hand must not leave the window without keys."""
    from gui import settings

    settings.set_shortcuts(kept)
    shortcuts.forget()
    window.actions_table.take_keys()
    assert window.actions_table.action("redo").shortcuts() and window.actions_table.action("undo").shortcuts()
