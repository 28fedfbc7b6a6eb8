"""The window: opening, judging by keys, undo, tags, evidence, export, panes, bad input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.model import ReviewClaim, Span
from core.project import Project, SetVerdict
from gui import settings
from gui.mainwindow import MainWindow

PATIENCE = 10_000


def first_claim(window: MainWindow) -> ReviewClaim:
    claim = next(claim for claim in window.session.claims() if claim.metrics)
    window.session.select("claim", claim.id)
    window.refresh()
    return claim


def claim_now(window: MainWindow, key: str) -> ReviewClaim:
    claim = window.session.claim(key)
    assert claim is not None
    return claim


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    assert window.text is not None
    window.text.setFocus()
    window.refresh()
    qtbot.keyClick(window.text, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_a_report_opens_with_all_its_panes(opened: MainWindow) -> None:
    """Tree, text, inspector and data must all be alive after one file was chosen."""
    contents = opened.contents
    assert contents is not None and contents.data is not None
    assert opened.pages.currentWidget() is opened.workspace
    assert contents.navigator.sections.rowCount() > 0
    for pane in (contents.text, contents.navigator, contents.inspector, contents.data):
        assert pane.isVisible()
    assert opened.top_bar.document.state == "saved"


def test_the_project_stands_beside_its_report(opened: MainWindow, report: Path) -> None:
    """The user finds the review where the report is."""
    assert opened.session.project is not None
    assert opened.session.project.path == report.with_suffix(".prv").resolve()


def test_a_report_with_a_project_offers_to_go_on(opened: MainWindow, report: Path, qtbot: QtBot) -> None:
    """Opening the same report twice must not quietly start a second review."""
    claim = first_claim(opened)
    assert opened.session.do(SetVerdict(claim.id, "partly"))
    opened.files.close_project()
    opened.open_file(report)
    qtbot.waitUntil(lambda: len(opened.band.buttons) == 2, timeout=PATIENCE)
    with qtbot.waitSignal(opened.ready, timeout=PATIENCE):
        opened.band.buttons[0].click()
    assert claim_now(opened, claim.id).veracity == "partly"


def test_another_review_of_the_same_report_gets_a_name_of_its_own(
    opened: MainWindow, report: Path, qtbot: QtBot
) -> None:
    """Starting anew leaves the first review untouched."""
    with qtbot.waitSignal(opened.ready, timeout=PATIENCE):
        opened.opener.open_report(report, fresh=True)
    assert opened.session.project is not None
    assert opened.session.project.path.name == f"{report.stem}-2.prv"
    assert report.with_suffix(".prv").exists()


@pytest.mark.parametrize(("key", "verdict"), [(Qt.Key.Key_1, "supported"), (Qt.Key.Key_5, "refuted")])
def test_a_digit_gives_the_verdict(opened: MainWindow, qtbot: QtBot, key: Qt.Key, verdict: str) -> None:
    """The reviewer's hands stay on the keys."""
    claim = first_claim(opened)
    press(qtbot, opened, key)
    assert claim_now(opened, claim.id).veracity == verdict
    press(qtbot, opened, Qt.Key.Key_0)
    assert claim_now(opened, claim.id).veracity is None


def test_a_digit_in_a_field_is_a_digit(opened: MainWindow, qtbot: QtBot) -> None:
    """A rationale that says 2023 must not change the verdict."""
    claim = first_claim(opened)
    opened.actions_table.action("rationale").trigger()
    field = QApplication.focusWidget()
    assert field is not None and opened.contents is not None
    assert opened.contents.inspector.isAncestorOf(field)
    qtbot.keyClicks(field, "2023")
    assert claim_now(opened, claim.id).veracity is None
    assert opened.contents.inspector.flush()
    verdict = claim_now(opened, claim.id).verdict
    assert verdict is not None and verdict.rationale == "2023"


def test_undo_and_redo_name_their_step(opened: MainWindow, qtbot: QtBot) -> None:
    """Nobody should have to guess what Ctrl+Z would take back."""
    claim = first_claim(opened)
    press(qtbot, opened, Qt.Key.Key_3)
    opened.refresh()
    assert "set verdict" in opened.top_bar.undo_button.toolTip().lower()
    opened.actions_table.action("undo").trigger()
    assert claim_now(opened, claim.id).veracity is None
    opened.refresh()
    assert not opened.actions_table.action("undo").isEnabled()
    opened.actions_table.action("redo").trigger()
    assert claim_now(opened, claim.id).veracity == "partly"


def test_confidence_goes_round(opened: MainWindow, qtbot: QtBot) -> None:
    """One key for high, medium, low and none."""
    claim = first_claim(opened)
    seen = []
    for _ in range(4):
        press(qtbot, opened, Qt.Key.Key_C)
        verdict = claim_now(opened, claim.id).verdict
        seen.append(verdict.confidence if verdict else None)
    assert seen == ["high", "medium", "low", None]


def test_j_and_k_walk_through_the_claims(opened: MainWindow, qtbot: QtBot) -> None:
    """The order is that of the text, and both ends hold."""
    claims = opened.session.claims()
    press(qtbot, opened, Qt.Key.Key_K)
    assert opened.session.selection.id == claims[0].id
    press(qtbot, opened, Qt.Key.Key_J)
    assert opened.session.selection.id == claims[1].id
    press(qtbot, opened, Qt.Key.Key_K)
    assert opened.session.selection.id == claims[0].id


def test_u_skips_what_is_judged(opened: MainWindow, qtbot: QtBot) -> None:
    """U is for what is left to do."""
    claims = [claim for claim in opened.session.claims() if claim.checkable]
    opened.session.do(SetVerdict(claims[1].id, "supported"))
    opened.session.select("claim", claims[0].id)
    press(qtbot, opened, Qt.Key.Key_U)
    assert opened.session.selection.id == claims[2].id


def test_advance_moves_on_after_a_verdict_but_shift_stays(opened: MainWindow, qtbot: QtBot) -> None:
    """Those who go through one by one save a key; Shift keeps them where they are."""
    settings.set_flag("advance", True)
    claim = first_claim(opened)
    press(qtbot, opened, Qt.Key.Key_1, Qt.KeyboardModifier.ShiftModifier)
    qtbot.wait(300)
    assert claim_now(opened, claim.id).veracity == "supported"
    assert opened.session.selection.id == claim.id
    press(qtbot, opened, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: opened.session.selection.id != claim.id, timeout=2000)


def test_marked_words_become_a_claim_that_is_selected(opened: MainWindow, qtbot: QtBot) -> None:
    """M on selected words is how a reviewer adds what the program missed."""
    report, text = opened.session.report, opened.text
    assert report is not None and text is not None
    heading = report.sections[0].heading
    text.select_span(heading)
    press(qtbot, opened, Qt.Key.Key_M)
    claim = claim_now(opened, opened.session.selection.id)
    assert claim.span == heading and claim.origin == "person"


def test_a_mark_leaves_out_the_comma_that_the_drag_took(opened: MainWindow, qtbot: QtBot) -> None:
    """A claim that begins with “，” reads like a fault, in the list and in the PDF."""
    report, text = opened.session.report, opened.text
    assert report is not None and text is not None
    comma = report.text.index("，")
    text.select_span(Span(comma, comma + 6))
    press(qtbot, opened, Qt.Key.Key_M)
    assert claim_now(opened, opened.session.selection.id).span == Span(comma + 1, comma + 6)


def test_greyed_commands_say_why(opened: MainWindow) -> None:
    """A command that cannot be done is no riddle."""
    opened.session.select("none")
    opened.refresh()
    action = opened.actions_table.action("attach_evidence")
    assert not action.isEnabled()
    assert "Select a claim first" in action.toolTip()


def test_a_tag_is_found_by_typing_and_a_new_one_is_made(opened: MainWindow, qtbot: QtBot) -> None:
    """Tags go on by keyboard alone; one that is missing is made on the spot."""
    claim = first_claim(opened)
    dialog = opened.reviewing.tag()
    assert dialog is not None
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert len(claim_now(opened, claim.id).tags) == 1
    dialog.field.setText("数据打架")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    project = opened.session.project
    assert project is not None
    made = next(tag for tag in project.tags() if tag.name == "数据打架")
    assert made.id in claim_now(opened, claim.id).tags


def test_dismissing_by_digit_keeps_the_reason(opened: MainWindow, qtbot: QtBot) -> None:
    """X and a digit are enough; the reason is in the file."""
    claim = first_claim(opened)
    dialog = opened.reviewing.dismiss()
    assert dialog is not None
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    assert claim_now(opened, claim.id).dismissed == dialog.reasons[1]


def test_accepting_a_check_hit_confirms_it(opened: MainWindow, qtbot: QtBot) -> None:
    """A on a finding says that the reviewer agrees."""
    project = opened.session.project
    assert project is not None
    hit = project.hits()[0]
    opened.session.select("hit", hit.id)
    press(qtbot, opened, Qt.Key.Key_A)
    assert next(found for found in project.hits() if found.id == hit.id).state == "confirmed"


def drop(target: QWidget, data: QMimeData, at: QPoint) -> None:
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Qt gives a drop to the widget that took the entering before
    QApplication.sendEvent(target, QDragEnterEvent(at, copy, data, left, plain))
    QApplication.sendEvent(target, QDropEvent(QPointF(at), copy, data, left, plain))


def test_a_file_dropped_on_the_inspector_becomes_evidence(opened: MainWindow, tmp_path: Path) -> None:
    """The file itself goes into the project, attached to the selected claim."""
    claim = first_claim(opened)
    file = tmp_path / "公报.txt"
    file.write_text("数据", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    assert opened.contents is not None
    drop(opened.contents.inspector, data, QPoint(60, 200))
    links = claim_now(opened, claim.id).evidence
    project = opened.session.project
    assert len(links) == 1 and project is not None
    assert project.evidence_bytes(links[0].evidence) == "数据".encode()


def test_a_file_dropped_beside_every_pane_asks_what_it_is(opened: MainWindow, tmp_path: Path) -> None:
    """With a review open, a dropped file may be a report or evidence; only the user knows."""
    file = tmp_path / "材料.txt"
    file.write_text("数据", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop(opened, data, QPoint(300, 20))
    assert "材料.txt" in opened.band.sentence
    opened.band.buttons[1].click()
    assert opened.session.project is not None
    assert [item.file_name for item in opened.session.project.evidence()] == ["材料.txt"]


def test_a_report_dropped_on_the_empty_window_opens(window: MainWindow, report: Path, qtbot: QtBot) -> None:
    """Dragging a file in is the shortest way to begin."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report))])
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        drop(window, data, QPoint(300, 200))
    assert window.session.report is not None


def test_the_evidence_dialog_wants_what_it_needs(opened: MainWindow) -> None:
    """An address without words or a date nobody can read is not registered."""
    claim = first_claim(opened)
    dialog = opened.attaching.ask(claim.id, "url")
    dialog.finish()
    assert dialog.problem.text()
    dialog.url_field.setText("https://example.org/公报")
    dialog.fields.published_on.setText("昨天")
    dialog.finish()
    assert "2024-01-31" in dialog.problem.text()
    dialog.fields.published_on.setText("2024-03")
    dialog.finish()
    project = opened.session.project
    assert project is not None
    assert [(item.url, item.published_on) for item in project.evidence()] == [("https://example.org/公报", "2024-03")]
    assert claim_now(opened, claim.id).evidence[0].stance == "supports"


def test_the_pdf_is_written_off_the_gui_thread(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Export asks for a place, keeps the window alive and says when the file is there."""
    target = tmp_path / "评审.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    with qtbot.waitSignal(opened.exporting.written, timeout=60_000):
        opened.actions_table.action("export_pdf").trigger()
    assert target.read_bytes().startswith(b"%PDF-")
    assert "评审.pdf" in opened.band.sentence


def test_tables_and_data_are_exported(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """What is in the window can be taken elsewhere."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "data.json"), ""))
    for key in ("export_csv", "export_json"):
        with qtbot.waitSignal(opened.exporting.written, timeout=PATIENCE):
            opened.actions_table.action(key).trigger()
    assert (tmp_path / "data.json").stat().st_size > 1000
    assert list((tmp_path / "digest-2024-csv").glob("*.csv"))


@pytest.mark.parametrize(("name", "content"), [("leer.txt", b""), ("bild.txt", bytes(range(256)) * 40)])
def test_bad_input_is_told_in_the_band(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, name: str, content: bytes
) -> None:
    """One sentence that says what to do, and no box in the way."""
    path = tmp_path / name
    path.write_bytes(content)
    window.open_file(path)
    qtbot.waitUntil(lambda: name in window.band.sentence, timeout=PATIENCE)
    assert window.session.project is None


def test_a_missing_project_is_told_in_the_band(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """A path that leads nowhere ends in a sentence."""
    window.open_file(tmp_path / "weg.prv")
    qtbot.waitUntil(lambda: "weg.prv" in window.band.sentence, timeout=PATIENCE)


def test_a_project_open_elsewhere_is_read_only_and_says_so(
    make_window: Callable[[], MainWindow], opened: MainWindow, qtbot: QtBot
) -> None:
    """Two windows never write one file; the second one says why it may not."""
    assert opened.session.project is not None
    second = make_window()
    with qtbot.waitSignal(second.ready, timeout=PATIENCE):
        second.open_file(opened.session.project.path)
    second.refresh()
    assert second.top_bar.document.state == "readonly"
    assert "another window" in second.band.sentence
    second.session.select("claim", second.session.claims()[0].id)
    second.refresh()
    assert "read-only" in second.actions_table.action("verdict_1").toolTip()


def test_an_edit_that_cannot_be_written_is_told_and_recovers(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The state says that the file does not hold it, offers a copy, and turns back once an edit is written."""
    from core.project import ProjectError

    claim = first_claim(opened)

    def full(_project: Project, _edit: object) -> None:
        raise ProjectError("disk-full", name="x.prv")

    with monkeypatch.context() as broken:
        broken.setattr(Project, "write", full)
        assert not opened.session.do(SetVerdict(claim.id, "mostly"))
    opened.refresh()
    assert opened.top_bar.document.state_words() == "Not saved"
    assert "disk is full" in opened.band.sentence
    assert opened.session.do(SetVerdict(claim.id, "mostly"))
    opened.refresh()
    assert opened.top_bar.document.state == "saved"


def test_back_and_forward_follow_the_selection(opened: MainWindow) -> None:
    """After a jump one is one key away from where one was."""
    claims = opened.session.claims()
    for claim in claims[:3]:
        opened.session.select("claim", claim.id)
    opened.actions_table.action("back").trigger()
    opened.actions_table.action("back").trigger()
    assert opened.session.selection.id == claims[0].id
    opened.actions_table.action("forward").trigger()
    assert opened.session.selection.id == claims[1].id


def test_the_palette_jumps_to_a_claim_by_its_number(opened: MainWindow, qtbot: QtBot) -> None:
    """Ctrl+K : 4 Enter is the way to claim 4."""
    opened.actions_table.action("palette").trigger()
    field = opened.palette_view.field
    qtbot.keyClicks(field, ":4")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert opened.palette_view.isHidden()
    assert claim_now(opened, opened.session.selection.id).number == 4


def test_the_palette_runs_a_command_by_either_language(opened: MainWindow, qtbot: QtBot) -> None:
    """Who thinks in Chinese finds the English window's command, too."""
    opened.actions_table.action("palette").trigger()
    opened.palette_view.field.insert(">深色")
    qtbot.keyClick(opened.palette_view.field, Qt.Key.Key_Return)
    assert opened.theme.name == "dark"


def test_closing_the_project_shows_how_far_it_came(opened: MainWindow) -> None:
    """The Welcome page lists the project with its progress."""
    claim = first_claim(opened)
    opened.session.do(SetVerdict(claim.id, "supported"))
    opened.actions_table.action("close_project").trigger()
    assert opened.pages.currentWidget() is opened.welcome
    recent = settings.recents()[0]
    assert recent.judged == 1 and recent.checkable > 1
