"""Several claims selected in the list: the inspector shows what they share, and one answer is one step for all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from core.model import ReviewClaim
from core.project import AddTag, AttachEvidence, EvidenceDraft, SetConfidence, SetVerdict, tag_name
from gui.mainwindow import MainWindow
from gui.views.inspector.many import LISTED, ManyPage
from gui.views.navigator.lists import RowView


@pytest.fixture
def listed(opened: MainWindow, qtbot: QtBot) -> RowView:
    """The list of claims in front, with the keyboard on its first row."""
    assert opened.contents is not None
    navigator = opened.contents.navigator
    navigator.show_tab("claims")
    view = navigator.lists["claims"]
    opened.session.select("claim", opened.session.claims()[0].id)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def page(window: MainWindow) -> ManyPage:
    """The page of several claims, which is in front."""
    assert window.contents is not None
    shown = window.contents.inspector.many_page
    assert shown.isVisible()
    return shown


def words(window: MainWindow) -> str:
    """What the labels of the inspector say."""
    assert window.contents is not None
    return "\n".join(label.text() for label in window.contents.inspector.findChildren(QLabel) if label.isVisible())


def chosen(window: MainWindow) -> list[ReviewClaim]:
    """The claims that are selected at once, as the project has them."""
    return [claim for key in window.session.together if (claim := window.session.claim(key)) is not None]


def press(window: MainWindow, command: str) -> None:
    """Run a command of the table, as its key does."""
    window.refresh()
    window.actions_table.action(command).trigger()


def further(view: RowView, count: int) -> None:
    """Select so many rows more by the keyboard."""
    for _ in range(count):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def test_shift_and_down_selects_several_and_esc_ends_it(opened: MainWindow, listed: RowView) -> None:
    """The count stands at the top, each claim below it; Esc leaves the one that was selected before."""
    first = opened.session.selection
    further(listed, 3)
    assert len(opened.session.together) >= 3
    assert f"{len(opened.session.together)} claims" in words(opened)
    assert [line.accessibleName() for line in page(opened).lines]
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert opened.session.together == ()
    assert opened.session.selection == first
    assert opened.contents is not None
    assert not opened.contents.inspector.many_page.isVisible()


def test_all_claims_are_counted_and_the_first_ones_are_listed(opened: MainWindow, listed: RowView) -> None:
    """Ctrl+A with nothing selected before: the page says how many, and how many are not listed."""
    opened.session.select("none")
    QTest.keyClick(listed, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    count = len(opened.session.claims())
    assert len(opened.session.together) == count
    assert len(page(opened).lines) == LISTED
    assert f"and {count - LISTED} more" in words(opened)


def test_a_digit_judges_all_of_them_in_one_step(opened: MainWindow, listed: RowView) -> None:
    """From the list and from the page; one undo takes all of it back, and the selection stays."""
    further(listed, 2)
    keys = opened.session.together
    press(opened, "verdict_2")
    assert {claim.veracity for claim in chosen(opened)} == {"mostly"}
    assert opened.session.together == keys == tuple(listed.chosen_ids())
    assert page(opened).verdicts.keys[1].isChecked()
    opened.session.undo()
    assert {claim.veracity for claim in chosen(opened)} == {None}
    assert opened.contents is not None
    QTest.keyClick(opened.contents.inspector, Qt.Key.Key_6)
    assert {claim.veracity for claim in chosen(opened)} == {"unproven"}


def test_what_differs_is_mixed_and_replaced_only_when_asked_twice(opened: MainWindow, listed: RowView) -> None:
    """A key pressed by mistake must not wipe out other verdicts: the first press asks, the second does it."""
    claims = opened.session.claims()
    opened.session.do(SetVerdict(claims[0].id, "refuted"))
    further(listed, 2)
    assert "Mixed: Not judged 2 · Refuted 1" in words(opened)
    assert not any(key.isChecked() for key in page(opened).verdicts.keys)
    press(opened, "verdict_1")
    assert chosen(opened)[0].veracity == "refuted"
    assert "1 of 3 is judged otherwise" in words(opened)
    press(opened, "verdict_2")  # another key is another question
    assert chosen(opened)[0].veracity == "refuted"
    press(opened, "verdict_2")
    assert {claim.veracity for claim in chosen(opened)} == {"mostly"}
    assert "judged otherwise" not in words(opened)
    opened.session.undo()
    assert [claim.veracity for claim in chosen(opened)] == ["refuted", None, None]


def test_a_hidden_inspector_comes_back_to_ask(opened: MainWindow, listed: RowView) -> None:
    """A question that nobody sees is no question."""
    opened.session.do(SetVerdict(opened.session.claims()[0].id, "refuted"))
    further(listed, 1)
    opened.panes.docks["inspector"].hide()
    press(opened, "verdict_1")
    assert page(opened).question.isVisible()


def test_tags_of_all_are_chips_and_those_of_some_are_counted(opened: MainWindow, listed: RowView) -> None:
    """A tag goes onto all of them or off all of them in one step."""
    assert opened.session.project is not None
    economy, industry = opened.session.project.tags()[:2]
    claims = opened.session.claims()
    opened.session.do(AddTag(claims[0].id, economy.id))
    further(listed, 2)
    assert f"On some: {tag_name(economy, 'en')} 1" in words(opened)
    assert page(opened).chips.chips == []
    dialog = opened.reviewing.ask_tags(opened.session.together)
    assert dialog is not None
    dialog.switched.emit(industry.id, True)
    dialog.close()
    assert [chip.content.id for chip in page(opened).chips.chips] == [industry.id]
    opened.session.undo()
    assert not any(industry.id in claim.tags for claim in chosen(opened))
    opened.session.redo()
    page(opened).chips.tag_removed.emit(industry.id)
    assert not any(industry.id in claim.tags for claim in chosen(opened))
    assert economy.id in chosen(opened)[0].tags


def test_confidence_status_and_fulfilment_are_given_to_all(opened: MainWindow, listed: RowView) -> None:
    """The window's own commands mean all of them; a mixed confidence is said to be mixed."""
    opened.session.do(SetConfidence(opened.session.claims()[0].id, "low"))
    further(listed, 1)
    assert "Confidence: mixed" in words(opened)
    press(opened, "confidence")
    assert {claim.verdict.confidence for claim in chosen(opened) if claim.verdict} == {"high"}
    press(opened, "status_to_second")
    assert {claim.status for claim in chosen(opened)} == {"to_second"}
    press(opened, "fulfilment_on_track")
    assert {claim.fulfilled for claim in chosen(opened)} == {"on_track"}
    press(opened, "accept")
    press(opened, "dismiss")
    dialog = opened.many.dismiss(opened.session.together)
    dialog.given.emit("重复")
    assert {claim.dismissed for claim in chosen(opened)} == {"重复"}


def test_what_is_for_one_claim_says_why_it_is_greyed(opened: MainWindow, listed: RowView) -> None:
    """A rationale is of one claim; evidence of the register can be given to all, once there is some."""
    table = opened.actions_table
    further(listed, 1)
    opened.refresh()
    assert "Rationale" not in [hint.words for hint in opened.status_line.hints]
    for command in ("rationale", "note", "link_claims", "paste_evidence"):
        assert not table.action(command).isEnabled(), command
    assert "Several claims" in table.action("rationale").toolTip()
    assert not table.action("attach_evidence").isEnabled()
    assert not page(opened).buttons["evidence"].isEnabled()
    opened.session.do(AttachEvidence(None, EvidenceDraft(title="公报", kind="statistical_release")))
    opened.refresh()
    assert table.action("attach_evidence").isEnabled()
    assert page(opened).buttons["evidence"].isEnabled()


def test_another_selection_ends_it(opened: MainWindow, listed: RowView) -> None:
    """J, a line of the page, a click on a row, or a click with Ctrl that leaves one."""
    further(listed, 2)
    last = opened.session.together[-1]
    page(opened).lines[-1].click()
    assert opened.session.together == ()
    assert opened.session.selection.id == last
    assert listed.chosen_ids() == (last,)
    first, second = (claim.id for claim in opened.session.claims()[:2])
    opened.session.select("claim", first)
    further(listed, 1)
    press(opened, "next_claim")
    assert opened.session.together == ()
    assert len(listed.chosen_ids()) == 1
    opened.session.gather((first, second))
    assert set(listed.chosen_ids()) == {first, second}
    assert opened.contents is not None
    index = opened.contents.navigator.rows["claims"].index_of(second)
    place = listed.visualRect(index).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert opened.session.together == ()
    assert opened.session.selection.id == first


def test_the_dots_open_the_menu_of_all(opened: MainWindow, listed: RowView) -> None:
    """The button at the page's head leads to everything that can be done with them."""
    further(listed, 1)
    asked: list[tuple[tuple[str, ...], QPoint]] = []
    assert opened.contents is not None
    opened.contents.inspector.several_menu_wanted.connect(lambda keys, place: asked.append((keys, place)))
    opened.contents.inspector.more.click()
    assert asked[0][0] == opened.session.together
    for menu in opened.findChildren(QMenu):  # the window has opened it too
        menu.close()
