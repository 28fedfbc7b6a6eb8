"""The annotated text pane, by mouse and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragMoveEvent, QDropEvent, QFocusEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.model import Hit, ReviewClaim, Span
from core.project import AnswerHit, DismissClaim, MarkClaim, RestoreClaim, SetNote, SetVerdict
from core.vocabulary import Language
from gui import settings
from gui.models.claims import trimmed
from gui.session import Selection, Session
from gui.theme import Theme
from gui.views.text import Dropped, TextPane
from gui.views.text.reading import of_metric
from tests.gui.text.conftest import TEXT, place

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def point(pane: TextPane, offset: int) -> QPoint:
    """The middle of a character, on the viewport."""
    return pane._surface.rect_of(Span(offset, offset + 1), pane.verticalScrollBar().value()).center().toPoint()


def click(qtbot: QtBot, pane: TextPane, offset: int, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Click one character."""
    qtbot.mouseClick(pane.viewport(), LEFT, modifier, point(pane, offset))


def drag(qtbot: QtBot, pane: TextPane, start: QPoint, end: QPoint) -> None:
    """Press at one point, let go at another."""
    qtbot.mousePress(pane.viewport(), LEFT, PLAIN, start)
    qtbot.mouseMove(pane.viewport(), (start + end) / 2)
    qtbot.mouseMove(pane.viewport(), end)
    qtbot.mouseRelease(pane.viewport(), LEFT, PLAIN, end)


def claim(session: Session, words: str) -> ReviewClaim:
    """The claim that holds these words."""
    return next(found for found in session.claims() if words in found.anchor.exact)


def hit(session: Session, check: str) -> Hit:
    """The hit of one check."""
    assert session.project is not None
    return next(found for found in session.project.hits() if found.finding.check == check)


def test_a_click_selects_the_metric_and_a_second_one_its_claim(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """The smallest thing first, then what lies under it, then round again."""
    offset = place("11.5%").start + 1
    click(qtbot, pane, offset)
    assert session.selection == Selection("metric", "m2")
    click(qtbot, pane, offset)
    assert session.selection == Selection("claim", claim(session, "11.5%").id)
    click(qtbot, pane, offset)
    assert session.selection == Selection("metric", "m2")


def test_alt_click_goes_on_to_the_next_mark_at_a_place(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """Overlapping marks can all be reached."""
    offset = place("总体稳定").start + 1
    click(qtbot, pane, offset)
    assert session.selection.subject == "claim"
    click(qtbot, pane, offset + 1, Qt.KeyboardModifier.AltModifier)
    assert session.selection == Selection("hit", hit(session, "STR-01").id)


def test_a_click_on_a_heading_selects_its_section(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """The tree follows."""
    click(qtbot, pane, place("2023年工作回顾").start + 2)
    assert session.selection == Selection("section", "s1")


def test_a_click_on_a_mark_does_not_scroll_the_page(qtbot: QtBot, pane: TextPane) -> None:
    """What was clicked stays under the pointer."""
    pane.verticalScrollBar().setValue(30)
    click(qtbot, pane, place("11.5%").start)
    qtbot.wait(200)
    assert pane.verticalScrollBar().value() == 30


def test_a_drag_selects_the_exact_quote(qtbot: QtBot, pane: TextPane) -> None:
    """Through characters that Qt counts twice, and one with a combining mark."""
    span = place("caf\u0065\u0301 等小店😀新增")
    scroll = pane.verticalScrollBar().value()
    start = pane._surface.caret_rect(span.start, scroll).center().toPoint()
    end = pane._surface.caret_rect(span.end, scroll).center().toPoint()
    with qtbot.waitSignal(pane.selection_changed) as told:
        drag(qtbot, pane, start, end)
    assert told.args == [span]
    assert pane.selected_span() == span
    assert pane.selected_text() == "caf\u0065\u0301 等小店😀新增"


@pytest.mark.parametrize("number", range(5))
def test_every_mark_is_painted_on_its_exact_quote(pane: TextPane, session: Session, number: int) -> None:
    """What is drawn under a metric are the metric's characters, no half and no neighbour."""
    assert session.report is not None
    found = session.report.metrics[number]
    row = pane._page.row(pane._page.index_of(found.value_span.start))
    first, last = row.shown.place(found.value_span.start), row.shown.place(found.value_span.end)
    assert row.shown.text[first:last] == found.surface
    (run,) = row.runs(first, last)
    assert row.place_at(run[1] + 1, row.line_top(run[0]) + 5) == first
    assert row.place_at(run[2] - 1, row.line_top(run[0]) + 5) == last


def test_a_double_click_selects_the_figure_or_the_clause(qtbot: QtBot, pane: TextPane) -> None:
    """And a third click the sentence."""
    figure = point(pane, place("11.5%").start + 2)
    qtbot.mouseDClick(pane.viewport(), LEFT, PLAIN, figure)
    assert pane.selected_text() == "11.5%"
    clause = point(pane, place("增速位列全市").start + 2)
    qtbot.mouseDClick(pane.viewport(), LEFT, PLAIN, clause)
    assert pane.selected_text() == "增速位列全市第二"
    qtbot.mousePress(pane.viewport(), LEFT, PLAIN, clause)
    qtbot.mouseRelease(pane.viewport(), LEFT, PLAIN, clause)
    assert pane.selected_text() == "𠮷庆街全年完成税收3.2亿元，增长11.5%，增速位列全市第二；"


def test_the_caret_moves_by_characters_and_selects_with_shift(qtbot: QtBot, pane: TextPane) -> None:
    """A combining mark goes with its letter, a pair is one step."""
    pane.setFocus()
    start = place("caf").start
    pane.select_span(Span(start, start))
    for _ in range(4):
        qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selected_text() == "caf\u0065\u0301"
    qtbot.keyClick(pane, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selected_text() == "caf"
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.selected_span() is None


def test_down_and_up_come_back_to_the_same_character(qtbot: QtBot, pane: TextPane) -> None:
    """The caret keeps to its column."""
    start = place("财", TEXT.replace("税收", "财收")).start
    pane.select_span(Span(start, start))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(pane, key)
    assert pane._caret.place == start


def test_everything_is_selected_and_copied_to_the_letter(qtbot: QtBot, pane: TextPane) -> None:
    """CRLF and empty lines included; PySide takes a BOM at the very start for none of the words."""
    qtbot.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.selected_span() == Span(0, len(TEXT))
    qtbot.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TEXT.removeprefix("\ufeff")


def test_brackets_grow_and_shrink_the_selection_by_a_clause(qtbot: QtBot, pane: TextPane) -> None:
    """A claim's border is moved without the mouse."""
    pane.select_span(place("增长11.5%"))
    qtbot.keyClick(pane, Qt.Key.Key_BracketRight)
    assert pane.selected_text() == "增长11.5%，增速位列全市第二"
    qtbot.keyClick(pane, Qt.Key.Key_BracketLeft)
    assert pane.selected_text() == "增长11.5%"


def test_enter_selects_the_mark_at_the_caret(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """Marks are reached from the keyboard."""
    start = place("11.5%").start
    pane.select_span(Span(start, start))
    qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert session.selection == Selection("metric", "m2")


def test_reveal_brings_a_place_to_forty_percent_of_the_height(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """Near or far, the words come to stand where the eye expects them."""
    span = place("第20项任务")
    session.reveal.emit(span)
    qtbot.wait(250)
    top = pane._surface.rect_of(span, pane.verticalScrollBar().value()).top()
    assert abs(top - 0.4 * pane.viewport().height()) < 3


def test_a_revealed_place_that_is_well_in_sight_stays_where_it_is(
    qtbot: QtBot, pane: TextPane, session: Session
) -> None:
    """Going through marks of one screen does not shake it."""
    session.select("metric", "m4")
    qtbot.wait(200)
    assert pane.verticalScrollBar().value() == 0


def test_scrolling_tells_the_section(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """The tree follows the text."""
    with qtbot.waitSignal(session.section_entered) as told:
        pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert told.args == ["s2"]


def test_a_verdict_changes_only_the_marks_of_its_paragraph(pane: TextPane, session: Session) -> None:
    """Everything else is not worked out again."""
    pane.grab()
    judged = claim(session, "11.5%")
    index = pane._page.index_of(judged.span.start)
    other = pane._surface.ink(index + 2)
    session.do(SetVerdict(judged.id, "mostly"))
    assert list(pane._surface.ink(index).underlines) == ["mostly"]
    assert pane._surface.ink(index + 2) is other
    session.undo()
    assert not pane._surface.ink(index).underlines


def test_a_marked_claim_appears_and_goes_with_undo(pane: TextPane, session: Session) -> None:
    """What another pane does is seen here at once."""
    span = place("第3项任务要抓紧落实")
    assert pane._marks.claims_at(span.start) == []
    session.do(MarkClaim(claim(session, "11.5%").report, span, ("commitment",)))
    assert [found.anchor.exact for found in pane._marks.claims_at(span.start)] == ["第3项任务要抓紧落实"]
    session.undo()
    assert pane._marks.claims_at(span.start) == []


def test_a_dismissed_claim_and_a_dismissed_hit_are_gone_until_restored(pane: TextPane, session: Session) -> None:
    """Put aside is put aside."""
    judged, asked = claim(session, "总体稳定"), hit(session, "STR-01")
    session.do(DismissClaim(judged.id, "套话"))
    session.do(AnswerHit(asked.id, "dismissed", "误读"))
    assert pane._marks_at(place("总体稳定").start) == []
    session.do(RestoreClaim(judged.id))
    session.undo()
    session.undo()
    assert pane._marks_at(place("总体稳定").start) == [("hit", asked.id)]


def test_signs_stand_on_the_last_line_of_a_claim_and_select_it(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """Verdict, open check and note in the margin; a click selects."""
    judged = claim(session, "11.5%")
    session.do(SetNote(judged.id, "核对"))
    index = pane._page.index_of(judged.span.start)
    row = pane._page.row(index)
    line = row.line_of(row.shown.place(judged.span.end - 1))
    signs = pane._surface.ink(index).signs[line]
    assert [sign.kind for sign in signs] == ["verdict", "flag", "note"]
    column = pane._surface.margins.left + pane._page.setting.column
    where = QPointF(column + 20, pane._page.top(index) + row.line_top(line) + 16).toPoint()
    qtbot.mouseClick(pane.viewport(), LEFT, PLAIN, where)
    assert session.selection == Selection("claim", judged.id)


def test_a_third_claim_at_one_place_is_reached_from_the_margin(
    qtbot: QtBot, pane: TextPane, session: Session
) -> None:
    """Folded marks are counted beside the line and listed on a click."""
    span = place("民生支出占比达到八成")
    for number in range(3):
        session.do(MarkClaim(claim(session, "总体稳定").report, Span(span.start + number, span.end)))
    index = pane._page.index_of(span.start)
    row = pane._page.row(index)
    line = row.line_of(row.shown.place(span.end - 1))
    signs = pane._surface.ink(index).signs[line]
    folded = next(number for number, sign in enumerate(signs) if sign.kind in ("folded", "more"))
    column = pane._surface.margins.left + pane._page.setting.column
    where = QPointF(column + 20 + 17 * folded, pane._page.top(index) + row.line_top(line) + 16).toPoint()
    qtbot.mouseClick(pane.viewport(), LEFT, PLAIN, where)
    (menu,) = [child for child in pane.findChildren(QMenu) if child.isVisible()]
    menu.actions()[-1].trigger()
    assert session.selection == Selection("claim", signs[folded].claims[-1].id)
    menu.close()


def test_layers_that_are_off_can_not_be_clicked(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """What is not seen is not hit."""
    pane.set_layers(metrics=False, claims=True, hits=False)
    click(qtbot, pane, place("11.5%").start + 1)
    assert session.selection.subject == "claim"


def test_hovering_a_figure_opens_its_card_beside_the_line(qtbot: QtBot, pane: TextPane) -> None:
    """How it was read; Esc closes; the line itself stays free."""
    span = place("11.5%")
    where = point(pane, span.start + 1)
    QApplication.sendEvent(
        pane.viewport(),
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(where), QPointF(pane.viewport().mapToGlobal(where)),
            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, PLAIN,
        ),
    )
    qtbot.waitUntil(lambda: pane._card.card is not None, timeout=1500)
    card = pane._card.card
    assert card is not None
    assert card.value == "11.5%"
    assert not pane._card.geometry().toRectF().adjusted(10, 10, -10, -10).intersects(
        pane._surface.rect_of(span, pane.verticalScrollBar().value())
    )
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane._card.card is None


def test_a_file_dropped_on_a_claim_is_handed_on_with_it(
    qtbot: QtBot, pane: TextPane, session: Session, tmp_path: Path
) -> None:
    """The claim under the pointer lights up while dragging."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "公报.pdf")), QUrl("https://example.org/a")])
    where = QPointF(point(pane, place("总体稳定").start))
    actions = Qt.DropAction.CopyAction
    pane.dragMoveEvent(QDragMoveEvent(where.toPoint(), actions, data, LEFT, PLAIN))
    target = claim(session, "总体稳定").id
    assert pane._view.target_claim == target
    with qtbot.waitSignal(pane.evidence_dropped) as told:
        pane.dropEvent(QDropEvent(where, actions, data, LEFT, PLAIN))
    assert told.args == [
        target, (Dropped("file", str(tmp_path / "公报.pdf")), Dropped("url", "https://example.org/a")),
    ]
    assert pane._view.target_claim == ""


def test_words_dropped_beside_every_claim_have_no_claim(qtbot: QtBot, pane: TextPane) -> None:
    """They go to the unsorted evidence."""
    data = QMimeData()
    data.setText("一段摘录")
    where = QPointF(point(pane, place("第1项任务").start))
    with qtbot.waitSignal(pane.evidence_dropped) as told:
        pane.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, LEFT, PLAIN))
    assert told.args == ["", (Dropped("text", "一段摘录"),)]


def test_the_menu_marks_the_selected_words(qtbot: QtBot, pane: TextPane) -> None:
    """And offers nothing that has no object."""
    assert not pane.context_menu().actions()[0].isEnabled()
    span = place("抓紧落实")
    pane.select_span(span)
    with qtbot.waitSignal(pane.mark_requested) as told:
        pane.context_menu().actions()[0].trigger()
    assert told.args == [span]


def test_text_size_and_measure_follow_the_wheel_and_the_window(qtbot: QtBot, pane: TextPane) -> None:
    """The column is a whole number of characters; Ctrl+0 goes back."""
    assert (pane.text_size, pane.measure) == (17, 32)
    pane.set_text_size(40)
    assert pane.text_size == 32
    assert pane._page.setting.column == 32 * pane.measure
    pane.set_measure(28)
    qtbot.keyClick(pane, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (pane.text_size, pane.measure) == (17, 28)
    assert settings.text_size() is None


def test_a_narrow_pane_gets_fewer_characters_and_the_same_type(pane: TextPane) -> None:
    """Nothing is cut off at the right."""
    pane.resize(420, 498)
    assert pane.text_size == 17
    assert pane._surface.margins.left + pane._page.setting.column < pane.viewport().width() - 40


def test_changing_the_size_keeps_the_place(pane: TextPane) -> None:
    """The reader does not lose the line."""
    pane.verticalScrollBar().setValue(1500)
    before = pane._page.index_at(pane.verticalScrollBar().value())
    pane.set_text_size(24)
    assert abs(pane._page.index_at(pane.verticalScrollBar().value()) - before) <= 1


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_kind_of_mark_is_painted_in_both_themes(
    pane: TextPane, session: Session, theme: Theme, name: str
) -> None:
    """No colour is missing, no icon, and Qt warns of nothing."""
    theme.use(name)
    for number, found in enumerate(session.claims()):
        session.do(SetVerdict(found.id, ("supported", "mostly", "refuted", "not_checkable")[number % 4]))
    session.do(AnswerHit(hit(session, "STR-01").id, "confirmed", ""))
    session.select("claim", claim(session, "11.5%").id)
    pane.select_span(place("全年就业"))
    pane.open_find("增长")
    pane._show_card_at(place("11.5%").start)
    pane.grab()
    pane._close_card()
    picture = pane.grab().toImage()
    wanted = theme.color("metric_tint").rgb()
    row = pane._surface.rect_of(place("4.5%"), pane.verticalScrollBar().value())
    y = round(row.top() + 6)
    assert wanted in {picture.pixel(x, y) for x in range(round(row.left()), round(row.right()))}


def test_the_card_of_what_is_selected_opens_by_its_key(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """J chose a claim, and Ctrl+Space told of the place where the caret had been, or of nothing at all."""
    found = claim(session, "11.5%")
    session.select("claim", found.id)
    qtbot.keyClick(pane, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    card = pane._card.card
    assert card is not None and card.value == "3.2亿元", "the first figure of the claim"
    asked = hit(session, "STR-01")
    session.select("hit", asked.id, reveal=True)
    pane._close_card()
    qtbot.keyClick(pane, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    card = pane._card.card
    assert card is not None and "STR-01" in card.title


def test_claims_that_are_selected_together_are_all_marked_as_selected(
    pane: TextPane, session: Session, theme: Theme
) -> None:
    """One selection everywhere: of three claims chosen in the list the text showed only the first."""
    words = ("增速", "居民", "民生")

    def marked() -> list[bool]:
        picture = pane.grab().toImage()
        tint, found = theme.color("claim_tint").rgb(), []
        for each in words:
            row = pane._surface.rect_of(place(each), pane.verticalScrollBar().value())
            y = round(row.top() + 5)
            found.append(tint in {picture.pixel(x, y) for x in range(round(row.left()), round(row.right()))})
        return found

    claims = [next(each.id for each in session.claims() if word in each.anchor.exact) for word in words]
    session.select("claim", claims[0], reveal=False)
    assert marked() == [True, False, False]
    session.gather(claims)
    assert marked() == [True, True, True]
    session.gather(claims[1:])
    assert marked() == [False, True, True]
    session.select("claim", claims[2], reveal=False)
    assert marked() == [False, False, True]


def test_judging_one_by_one_dims_everything_else(pane: TextPane, session: Session, theme: Theme) -> None:
    """Only the claim's own figures keep their tint."""
    pane.single_out(claim(session, "11.5%").id)
    picture = pane.grab().toImage()
    tint = theme.color("metric_tint").rgb()
    for words, kept in (("11.5%", True), ("4.5%", False)):
        row = pane._surface.rect_of(place(words), pane.verticalScrollBar().value())
        colours = {picture.pixel(x, round(row.top() + 6)) for x in range(round(row.left()), round(row.right()))}
        assert (tint in colours) is kept


def test_without_a_report_the_pane_says_so(qtbot: QtBot, pane: TextPane, session: Session) -> None:
    """An empty place is never blank, and every key is safe in it."""
    session.close()
    picture = pane.grab().toImage()
    colours = {picture.pixel(x, picture.height() // 2) for x in range(picture.width())}
    assert len(colours) > 2
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F3):
        qtbot.keyClick(pane, key)
    qtbot.mouseClick(pane.viewport(), LEFT, PLAIN, QPoint(100, 100))
    assert pane.selected_span() is None


def test_a_screen_reader_hears_the_paragraph_and_the_marks_at_the_caret(qtbot: QtBot, pane: TextPane) -> None:
    """Role, name, value; the figure and its reading."""
    start = place("11.5%").start
    pane.select_span(Span(start, start))
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    spoken = QAccessible.queryAccessibleInterface(pane)
    assert spoken.role() == QAccessible.Role.Document
    assert spoken.text(QAccessible.Text.Name)
    assert spoken.text(QAccessible.Text.Value).startswith("𠮷庆街")
    assert "11.5%" in pane.accessibleDescription()
    assert "同比" in pane.accessibleDescription()


@pytest.mark.parametrize(("words", "meant"), [
    ("，全年主要经济", "全年主要经济"),
    ("；\n　增长11.5%，", "增长11.5%"),
    ("“走在前”的", "“走在前”的"),
    ("增长（不变价）。", "增长（不变价）。"),
    ("）增长−3.5%；", "增长−3.5%"),
    ("，。 ", None),
])
def test_a_selection_is_trimmed_to_the_words_that_were_meant(words: str, meant: str | None) -> None:
    """A drag often takes the comma before or after; a claim does not begin or end with it."""
    found = trimmed(f"前{words}后", Span(1, 1 + len(words)))
    assert (found.quote(f"前{words}后") if found else None) == meant


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_card_gives_its_reasons_as_one_sentence(session: Session, language: Language) -> None:
    """“。；” between two reasons was neither the end nor the middle of a sentence."""
    report = session.report
    assert report is not None
    for metric in report.metrics:
        for line in of_metric(metric, None, language).lines:
            assert not any(pair in line.words for pair in ("。；", ".;", "。。", ".."))
            assert not re.search(r"; [A-Z]", line.words), "a capital begins a sentence, and a semicolon ends none"


def test_a_pane_that_is_let_go_may_lose_the_focus_once_more(pane: TextPane, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt takes the focus from a widget that it destroys; by then Python may have cleared all that the pane knew."""
    view = pane._view
    monkeypatch.delattr(pane, "_view")
    pane.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut))
    monkeypatch.undo()
    assert pane._view == view
