"""What is shown before a project is made, and what becomes of it; several files, the clipboard, passwords, scans."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import seeds
from core.messages import PolicyReviewError
from core.model.layout import Layout, LeftOut, Notice
from core.readers import reading
from core.readers.kinds import Kind
from gui import settings
from gui.app import Opener as AppOpener
from gui.dialogs.importing import ImportDialog
from gui.mainwindow import MainWindow
from gui.models.received import BEFORE_EACH

PATIENCE = 10_000
TEXT = """澜溪县2023年政府工作报告

字体：大 中 小

各位代表：

一、2022年工作回顾

2022年，全县地区生产总值增长6.1%，规上工业增加值增长7.2%。

二、2023年工作安排

2023年，地区生产总值增长6%左右。
"""


@pytest.fixture
def asking(window: MainWindow) -> MainWindow:
    """A window that shows what was read before each import."""
    settings.set_flag(BEFORE_EACH, True)
    return window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small report."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def shown(window: MainWindow, qtbot: QtBot, path: Path) -> ImportDialog:
    """The sheet for a file, when it has come up."""
    window.open_file(path)
    qtbot.waitUntil(lambda: window.importing.dialog is not None, timeout=PATIENCE)
    dialog = window.importing.dialog
    assert dialog is not None
    return dialog


def again(dialog: ImportDialog, qtbot: QtBot, change: Callable[[], object]) -> None:
    """Make a change and wait until the file was read again."""
    before = dialog.received
    change()
    qtbot.waitUntil(lambda: dialog.received is not before, timeout=PATIENCE)


def test_enter_begins_the_review_with_what_stands_in_the_form(
    asking: MainWindow, file: Path, qtbot: QtBot
) -> None:
    """What was proposed and kept, and what a person wrote, is in the project; its bytes are the file's."""
    dialog = shown(asking, qtbot, file)
    assert dialog.form.lines["title"].text() == "澜溪县2023年政府工作报告"
    assert dialog.form.lines["issuer"].is_guess
    assert "government" in dialog.form.lines["issuer"].toolTip()
    assert dialog.form.lines["source"].text() == ""
    dialog.form.lines["source"].setFocus()
    qtbot.keyClicks(dialog.form.lines["source"], "county paper")
    with qtbot.waitSignal(asking.ready, timeout=PATIENCE):
        qtbot.keyClick(dialog.form.lines["source"], Qt.Key.Key_Return)
    project = asking.session.project
    assert project is not None
    said = project.particulars()
    assert (said.title, said.issuer, said.level) == ("澜溪县2023年政府工作报告", "澜溪县人民政府", "county")
    assert (said.kind, said.source) == ("work_report", "county paper")
    assert project.original() == file.read_bytes()


def test_esc_makes_nothing(asking: MainWindow, file: Path, qtbot: QtBot) -> None:
    """A file that was only looked at leaves no project behind."""
    dialog = shown(asking, qtbot, file)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert asking.session.project is None
    assert list(file.parent.glob("*.prv")) == []


def test_the_years_of_a_person_govern_the_reading(asking: MainWindow, file: Path, qtbot: QtBot) -> None:
    """A figure without a year of its own is of the year that the person gave, now and when it is read again."""
    file.write_text("某县情况\n\n全县地区生产总值增长6.1%，规上工业增加值增长7.2%。\n", encoding="utf-8")
    dialog = shown(asking, qtbot, file)
    assert dialog.form.lines["year"].text() == ""
    qtbot.keyClicks(dialog.form.lines["year"], "2019")
    with qtbot.waitSignal(asking.ready, timeout=PATIENCE):
        dialog.finish()
    report = asking.session.report
    assert report is not None
    assert report.year == 2019
    assert {metric.period for metric in report.metrics} == {"2019"}
    from core.pipeline import read_again

    assert read_again(report, b"").year == 2019


def test_an_impossible_year_is_said_beside_the_key(asking: MainWindow, file: Path, qtbot: QtBot) -> None:
    """Nothing is made of a form that contradicts itself."""
    dialog = shown(asking, qtbot, file)
    dialog.form.lines["target_year"].clear()
    qtbot.keyClicks(dialog.form.lines["target_year"], "2001")
    assert "before" in dialog.problem.text()
    assert not dialog.done_button.isEnabled()
    dialog.finish()
    assert dialog.isVisible()


def test_furniture_is_put_back_and_text_taken_out(asking: MainWindow, file: Path, qtbot: QtBot) -> None:
    """Space turns a line; the report is read again without or with it."""
    dialog = shown(asking, qtbot, file)
    dialog.show_tab("furniture")
    view = dialog.furniture.view
    assert [index.data() for index in map(dialog.furniture.model.index, range(dialog.furniture.model.rowCount()))] == [
        "字体：大 中 小"
    ]
    assert dialog.received is not None
    start = TEXT.index("字体")
    again(dialog, qtbot, lambda: qtbot.keyClick(view, Qt.Key.Key_Space))
    assert not any(span.start <= start < span.end for span in dialog.received.report.noise)
    dialog.furniture.filter.chosen.emit("all")
    dialog.furniture.filter.set_current("all")
    dialog.furniture._fill()
    rows = {str(dialog.furniture.model.index(row).data()): row for row in range(dialog.furniture.model.rowCount())}
    goal = next(row for words, row in rows.items() if words.startswith("2023年，"))
    view.setCurrentIndex(dialog.furniture.model.index(goal))
    again(dialog, qtbot, lambda: qtbot.keyClick(view, Qt.Key.Key_Space))
    assert len(dialog.received.report.metrics) == 2
    with qtbot.waitSignal(asking.ready, timeout=PATIENCE):
        dialog.finish()
    report = asking.session.report
    assert report is not None
    assert len(report.metrics) == 2
    assert report.layout.as_text and report.layout.as_furniture


def test_what_the_reader_left_out_is_put_back(
    asking: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page header that is text after all is asked for by its id, and stays in the list so that it can go again."""
    import core.readers.files

    header = LeftOut("h1", "header", "内部资料", 0, 1)

    def plain(data: bytes, _name: str, options: reading.ReadingOptions, _progress: object) -> reading.Words:
        text = data.decode()
        if "h1" in options.put_back:
            return reading.Words(f"内部资料\n\n{text}", "utf-8")
        return reading.Words(text, "utf-8", Layout(left_out=(header,)))

    monkeypatch.setitem(core.readers.files._READERS, Kind.TEXT, plain)
    dialog = shown(asking, qtbot, file)
    dialog.show_tab("furniture")
    assert dialog.furniture.model.index(0).data() == "内部资料"
    again(dialog, qtbot, lambda: qtbot.keyClick(dialog.furniture.view, Qt.Key.Key_Space))
    assert dialog.received is not None
    assert dialog.received.report.text.startswith("内部资料")
    assert dialog.furniture.model.index(0).data() == "内部资料"
    again(dialog, qtbot, lambda: qtbot.keyClick(dialog.furniture.view, Qt.Key.Key_Space))
    assert dialog.received.report.text == TEXT


def test_problems_stand_on_top_in_one_sentence(
    asking: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages that could not be read are known before the review begins."""
    import core.readers.files

    notice = Notice("pages-damaged", {"pages": "3"})
    words = reading.Words(TEXT, "utf-8", Layout(notices=(notice,)))
    monkeypatch.setitem(core.readers.files._READERS, Kind.TEXT, lambda *_: words)
    dialog = shown(asking, qtbot, file)
    assert "Page 3 is damaged" in dialog.band.sentence


def test_a_text_that_stands_twice_is_told_with_its_place(
    asking: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its reader wonders why half of the figures are not counted; a paragraph that repeats is no such text."""
    once = seeds.samples()[0].file.read_text("utf-8").strip()
    file.write_text(f"{once}\n\n{once}", "utf-8")
    dialog = shown(asking, qtbot, file)
    first = next(line for line in once.splitlines() if line.startswith("2023年，"))
    line = len(once.splitlines()) + 2 + once.splitlines().index(first)
    assert "stands twice" in dialog.band.sentence
    assert f"from line {line} on (“{first[:12]}" in dialog.band.sentence
    with monkeypatch.context() as chinese:  # no window made after this one is to take it up
        chinese.setattr(settings, "language", lambda: "zh")
        dialog.band.retranslate()
    assert f"第 {line} 行“{first[:12]}" in dialog.band.sentence
    dialog.reject()
    file.write_text(f"{once}\n\n{first}", "utf-8")
    assert not shown(asking, qtbot, file).band.sentence


def test_a_wrong_encoding_is_overruled_with_a_look_at_the_words(
    asking: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The preview is the text as it is read in the encoding that was chosen, and so is the project's."""
    import core.readers.files

    def plain(data: bytes, _name: str, options: reading.ReadingOptions, _progress: object) -> reading.Words:
        encoding = options.encoding or "gb18030"
        return reading.Words(data.decode(encoding), encoding)

    monkeypatch.setitem(core.readers.files._READERS, Kind.TEXT, plain)
    file.write_bytes("某縣二○二三年政府工作報告\n\n各位代表：現在報告工作。\n".encode("big5"))
    dialog = shown(asking, qtbot, file)
    dialog.show_tab("encoding")
    assert "工作報告" not in dialog.encoding.preview.toPlainText()
    again(dialog, qtbot, lambda: dialog.encoding.choice.chosen.emit("big5"))
    assert "政府工作報告" in dialog.encoding.preview.toPlainText()
    with qtbot.waitSignal(asking.ready, timeout=PATIENCE):
        dialog.finish()
    assert asking.session.report is not None
    assert asking.session.report.source.encoding == "big5"


def test_an_encoding_that_nobody_recognises_is_asked_for(asking: MainWindow, file: Path, qtbot: QtBot) -> None:
    """Two files put together in two encodings are text all the same; what can be read of them is seen at once."""
    file.write_bytes(TEXT.encode() * 4 + "第二份：财政收入增长百分之七。".encode("gb18030") * 8)
    dialog = shown(asking, qtbot, file)
    assert dialog.received is None and "encoding" in dialog.band.sentence
    assert dialog.tabs is not None and dialog.tabs.current == "encoding"
    assert not dialog.done_button.isEnabled()
    dialog.encoding.choice.chosen.emit("ascii")  # none of those offered, but one that fails
    qtbot.waitUntil(lambda: not dialog.at_work and "“ascii”" in dialog.band.sentence, timeout=PATIENCE)
    assert dialog.tabs.current == "encoding" and not dialog.done_button.isEnabled()
    again(dialog, qtbot, lambda: dialog.encoding.choice.chosen.emit("utf-8"))
    assert "澜溪县2023年政府工作报告" in dialog.encoding.preview.toPlainText() and dialog.done_button.isEnabled()
    assert "\ufffd" in dialog.encoding.preview.toPlainText() and dialog.band.sentence
    with qtbot.waitSignal(asking.ready, timeout=PATIENCE):
        dialog.finish()


def test_an_encrypted_file_asks_until_the_password_is_right(
    asking: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong password is said and asked for again; the right one opens the file and is kept nowhere."""
    import core.readers.files

    def plain(data: bytes, name: str, options: reading.ReadingOptions, _progress: object) -> reading.Words:
        if options.password != "right":
            raise PolicyReviewError("wrong-password" if options.password else "password-needed", name=name)
        return reading.Words(data.decode(), "utf-8")

    monkeypatch.setitem(core.readers.files._READERS, Kind.TEXT, plain)
    asking.open_file(file)
    for word in ("wrong", "right"):
        qtbot.waitUntil(
            lambda: asking.importing.password is not None and asking.importing.password.isVisible(), timeout=PATIENCE
        )
        dialog = asking.importing.password
        assert dialog is not None
        assert ("does not open" in dialog.lead.text()) == (word == "right")
        qtbot.keyClicks(dialog.field, word)
        asking.importing.password = None
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    sheet = asking.importing.dialog
    assert sheet is not None
    with qtbot.waitSignal(asking.ready, timeout=PATIENCE):
        sheet.finish()
    project = asking.session.project
    assert project is not None
    assert b"right" not in project.path.read_bytes()


def test_a_scan_is_recognised_on_request(
    window: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is made of a scan until its text was recognised; the review then says that it was."""
    import core.readers.files

    def plain(data: bytes, name: str, options: reading.ReadingOptions, _progress: object) -> reading.Words:
        if not options.recognise:
            raise PolicyReviewError("scanned", name=name)
        return reading.Words(data.decode(), None, Layout(notices=(Notice("recognised"),), recognised=True))

    monkeypatch.setitem(core.readers.files._READERS, Kind.TEXT, plain)
    dialog = shown(window, qtbot, file)
    assert not dialog.done_button.isEnabled()
    assert "scan" in dialog.band.sentence
    qtbot.mouseClick(dialog.band.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.received is not None, timeout=PATIENCE)
    assert "recognised from pictures" in dialog.band.sentence
    assert dialog.form.choices["fidelity"].key == "ocr"
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        dialog.finish()
    assert window.session.report is not None
    assert window.session.report.layout.recognised


def test_several_files_open_one_after_the_other(asking: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """Files dropped together each get their sheet; one that is left makes room for the next."""
    paths = []
    for name in ("甲", "乙"):
        path = tmp_path / f"{name}.txt"
        path.write_text(TEXT.replace("澜溪", f"{name}山"), encoding="utf-8")
        paths.append(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    actions = Qt.DropAction.CopyAction
    QApplication.sendEvent(asking, QDragEnterEvent(QPoint(300, 300), actions, data, buttons, keys))
    QApplication.sendEvent(asking, QDropEvent(QPointF(300, 300), actions, data, buttons, keys))
    assert "2" in asking.band.sentence
    asking.band.buttons[0].click()
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    first = asking.importing.dialog
    assert first is not None and first.lead.text() == "甲.txt"
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    second = asking.importing.dialog
    assert second is not None and second.lead.text() == "乙.txt"


def test_a_file_opened_by_the_system_comes_in_the_same_way(asking: MainWindow, file: Path, qtbot: QtBot) -> None:
    """A double click on a file of ours reaches the program that runs as an event."""
    opener = AppOpener(asking)
    assert opener.eventFilter(asking, QFileOpenEvent(QUrl.fromLocalFile(str(file))))
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)


def test_ctrl_v_on_the_welcome_page_opens_the_words(asking: MainWindow, qtbot: QtBot) -> None:
    """The pasted words are kept to the letter, under their first line as a name."""
    words = "某市2023年工作回顾\n\n全年地区生产总值增长6.1%。"
    QGuiApplication.clipboard().setText(words)
    qtbot.keyClick(asking, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    dialog = asking.importing.dialog
    assert dialog is not None and dialog.received is not None
    assert dialog.lead.text() == "某市2023年工作回顾.txt"
    assert dialog.received.reading.data == words.encode()


@pytest.mark.parametrize("written", ["{path}", '"{path}"', "{url}"])
def test_a_pasted_path_or_address_opens_the_file(
    asking: MainWindow, file: Path, qtbot: QtBot, written: str
) -> None:
    """File managers and chats copy the place of a file as words."""
    QGuiApplication.clipboard().setText(written.format(path=file, url=QUrl.fromLocalFile(str(file)).toString()))
    asking.importing.paste()
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    dialog = asking.importing.dialog
    assert dialog is not None and dialog.lead.text() == file.name
    assert dialog.received is not None and dialog.received.path == file


def test_words_that_only_look_like_a_path_are_words(asking: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """A text that names a file which is not there is a text."""
    words = f"{tmp_path}/没有.txt"
    QGuiApplication.clipboard().setText(words)
    asking.importing.paste()
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    dialog = asking.importing.dialog
    assert dialog is not None and dialog.received is not None
    assert dialog.received.reading.data == words.encode()


def test_a_pasted_picture_offers_to_be_recognised(asking: MainWindow, qtbot: QtBot) -> None:
    """A screenshot of a report is a page like a scanned one; it is kept as a file of its own."""
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(image)
    asking.importing.paste()
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    dialog = asking.importing.dialog
    assert dialog is not None and dialog.received is None
    assert dialog.lead.text().endswith(".png")
    assert dialog.band.buttons and not dialog.done_button.isEnabled()


def test_a_pasted_table_keeps_its_form(asking: MainWindow, qtbot: QtBot) -> None:
    """The plain words of a table have lost its rows, so it is the HTML that is kept."""
    data = QMimeData()
    data.setText("指标 数值\n生产总值 100")
    rows = "<tr><td>指标</td><td>数值</td></tr><tr><td>生产总值</td><td>100</td></tr>"
    html = f"<p>2023年主要指标</p><table>{rows}</table>"
    data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)
    asking.importing.paste()
    qtbot.waitUntil(lambda: asking.importing.dialog is not None, timeout=PATIENCE)
    dialog = asking.importing.dialog
    assert dialog is not None and dialog.received is not None
    assert dialog.lead.text() == "指标 数值.html"
    assert b"<table" in dialog.received.reading.data
    # What Python made must not be left to a clipboard that outlives Python.
    QGuiApplication.clipboard().clear()


def test_the_details_can_be_changed_later_and_undone(opened: MainWindow) -> None:
    """One step; the title stands in the window at once."""
    dialog = opened.importing.show_details()
    assert dialog is not None
    dialog.form.lines["title"].setText("新的标题")
    dialog.form.choices["level"].setFocus()
    dialog.finish()
    opened.refresh()
    assert opened.windowTitle().startswith("新的标题")
    assert opened.session.project is not None
    assert opened.session.project.undo_label() == "set_particulars"
    opened.session.undo()
    opened.refresh()
    assert not opened.windowTitle().startswith("新的标题")


def test_other_years_are_read_again_after_a_look(opened: MainWindow, qtbot: QtBot) -> None:
    """What another year changes is shown first; then it is one step, and undo brings the old reading back."""
    dialog = opened.importing.show_details()
    assert dialog is not None and opened.session.report is not None
    before = opened.session.report.year
    dialog.form.lines["year"].setText("2015")
    dialog.finish()
    qtbot.waitUntil(lambda: opened.correcting.dialog is not None, timeout=PATIENCE)
    assert opened.correcting.dialog is not None
    with qtbot.waitSignal(opened.session.changed, timeout=PATIENCE):
        opened.correcting.dialog.accept()
    assert opened.session.report.year == 2015
    while opened.session.report.year == 2015:
        opened.session.undo()
    assert opened.session.report.year == before


def test_the_sheet_can_be_switched_off_where_it_stands(asking: MainWindow, file: Path, qtbot: QtBot) -> None:
    """The tick in the sheet and the one in the menu are the same setting."""
    dialog = shown(asking, qtbot, file)
    qtbot.mouseClick(dialog.before_each, Qt.MouseButton.LeftButton)
    dialog.reject()
    asking.refresh()
    assert not asking.actions_table.action("import_dialog").isChecked()
    with qtbot.waitSignal(asking.ready, timeout=PATIENCE):
        asking.open_file(file)
    assert asking.session.project is not None
    assert asking.session.project.setting("doc_kind", "never") == "never"


def test_the_sheet_does_not_look_for_lines_itself(
    asking: MainWindow, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come with what was read: in a long report it took the window a twentieth of a second to find them."""
    import threading

    from gui.models import received

    looked: list[threading.Thread] = []
    plain = received.printed_lines

    def noted(text: str) -> object:
        looked.append(threading.current_thread())
        return plain(text)

    monkeypatch.setattr(received, "printed_lines", noted)
    dialog = shown(asking, qtbot, file)
    assert len(dialog.furniture.pieces) == 7 and looked
    assert threading.main_thread() not in looked
    assert dialog.overview.facts["characters"].text() == str(sum(not sign.isspace() for sign in TEXT))


def test_an_empty_clipboard_opens_nothing(asking: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+V on the Welcome page was a fault of the program where nothing had been copied since the system came up."""
    bare = SimpleNamespace(clipboard=lambda: SimpleNamespace(mimeData=lambda: None))
    monkeypatch.setattr("gui.mainwindow.importing.QGuiApplication", bare)
    asking.importing.paste()
    qtbot.keyClick(asking, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not asking.jobs.running and asking.importing.dialog is None
