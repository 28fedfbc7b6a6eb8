"""V: the original beside the text, the same words marked on both, each leading to the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from core.model import Span
from core.project import RefuseFigure
from gui import settings
from gui.mainwindow import MainWindow
from gui.views.original import OriginalPane
from gui.views.original.leaves import GAP, Leaves, Zoom
from gui.views.original.matching import Matching

PATIENCE = 15_000
PAGES = """#set page(width: 300pt, height: 200pt, margin: 20pt)
#set text(font: "Noto Sans SC", size: 11pt)
澜溪县2023年政府工作报告

2022年，全县地区生产总值增长6.1%，城镇新增就业1.2万人。
#pagebreak()
2022年，规上工业增加值增长7.2%，社会消费品零售总额增长3.4%。
#pagebreak()
2023年，地区生产总值增长6%左右。"""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Three pages with a figure or two on each."""
    return typst.compile(PAGES.encode(), font_paths=[str(resources.path("fonts"))], ignore_system_fonts=True)


@pytest.fixture
def beside(window: MainWindow, pdf: bytes, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A PDF open with its pages beside the text."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    with qtbot.waitSignal(window.ready, timeout=PATIENCE):
        window.open_file(path)
    window.refresh()
    assert window.text is not None
    window.text.setFocus()
    qtbot.keyClick(window.text, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: pane_of(window).pages.at_hand > 0, timeout=PATIENCE)
    return window


def pane_of(window: MainWindow) -> OriginalPane:
    """The pane, which must be there."""
    assert window.original.pane is not None
    return window.original.pane


def test_what_is_selected_is_boxed_on_its_page(beside: MainWindow, qtbot: QtBot) -> None:
    """A figure of the second page is boxed there, and the page comes into sight."""
    assert beside.session.report is not None
    metric = next(one for one in beside.session.report.metrics if "7.2" in one.surface)
    beside.session.select("metric", metric.id)
    pane = pane_of(beside)
    qtbot.waitUntil(lambda: bool(pane.pages.boxes), timeout=PATIENCE)
    assert {box.page for box in pane.pages.boxes} == {2}
    assert "2 of 3" in pane.facts.text() or "1 of 3" in pane.facts.text()
    beside.session.select("none")
    assert not pane.pages.boxes


def test_a_click_on_the_page_selects_what_was_read_there(beside: MainWindow, qtbot: QtBot) -> None:
    """The figure under the pointer is selected in every pane."""
    report, pane = beside.session.report, pane_of(beside)
    assert report is not None
    metric = next(one for one in report.metrics if "6.1" in one.surface)
    beside.session.select("metric", metric.id)
    qtbot.waitUntil(lambda: bool(pane.pages.boxes), timeout=PATIENCE)
    box = pane.pages.boxes[0]
    beside.session.select("none")
    rect = pane.pages._leaves.rect(1)
    point = QPoint(
        round(rect.left() + (box.left + box.right) / 2 * rect.width()),
        round(rect.top() + (box.top + box.bottom) / 2 * rect.height() - pane.pages.verticalScrollBar().value()),
    )
    qtbot.mouseClick(pane.pages.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.waitUntil(lambda: beside.session.selection.id == metric.id, timeout=PATIENCE)


def test_the_original_follows_what_is_decided_of_figures(beside: MainWindow) -> None:
    """What is no figure any more is not what a click on it selects, and the pages are not read again for that."""
    report, pane = beside.session.report, pane_of(beside)
    assert report is not None
    metric = next(one for one in report.metrics if "6.1" in one.surface)
    pane._select_at(metric.value_span.start)
    assert beside.session.selection.id == metric.id
    original = pane._original
    assert beside.session.do(RefuseFigure("r1", metric.value_span))
    assert pane._report is beside.session.report
    pane._select_at(metric.value_span.start)
    assert beside.session.selection.subject != "metric" or beside.session.selection.id != metric.id
    pane.appear()
    assert pane._original is original


def test_zoom_by_wheel_and_keys_keeps_the_page_and_is_remembered(beside: MainWindow, qtbot: QtBot) -> None:
    """Ctrl and the wheel make it larger; the size is there again for the next report."""
    pages = pane_of(beside).pages
    assert pages.zoom.fit == "width"
    before = pages.factor
    wheel = QWheelEvent(
        QPointF(20, 20), QPointF(20, 20), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )
    QApplication.sendEvent(pages.viewport(), wheel)
    assert pages.factor > before
    assert settings.choice("page_zoom", "") == pages.zoom.words
    qtbot.keyClick(pages, Qt.Key.Key_Minus)
    assert abs(pages.factor - before) < 0.01
    pane_of(beside).fit_page.click()
    assert settings.choice("page_zoom", "") == "page"


def test_the_pane_is_there_again_after_reopening_and_v_puts_it_away(beside: MainWindow, qtbot: QtBot) -> None:
    """The project's own copy of the original is shown: the file that was opened is not needed."""
    project = beside.session.project
    assert project is not None
    path = project.path
    beside.files.close_project()
    path.with_name("a.pdf").unlink()
    with qtbot.waitSignal(beside.ready, timeout=PATIENCE):
        beside.open_file(path)
    pane = pane_of(beside)
    qtbot.waitUntil(lambda: pane.pages.at_hand > 0, timeout=PATIENCE)
    assert pane.isVisible()
    beside.refresh()
    beside.actions_table.action("original_page").trigger()
    assert pane.isHidden()
    assert not settings.flag("original_page", True)


def test_a_text_without_pages_shows_its_words_as_they_came(opened: MainWindow, qtbot: QtBot) -> None:
    """The selected claim is marked there; a click on other words leads back."""
    opened.actions_table.action("original_page").trigger()
    pane = pane_of(opened)
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.source, timeout=PATIENCE)
    report = opened.session.report
    assert report is not None
    metric = report.metrics[3]
    opened.session.select("metric", metric.id)
    assert pane.source.marked == metric.value_span.quote(report.text)
    other = report.metrics[8]
    pane.source.clicked.emit(other.value_span.start)
    assert opened.session.selection.id == other.id


def test_an_encrypted_original_asks_for_its_password(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password is not in the project, so the page view asks for it, and says when it was wrong."""
    from core.messages import PolicyReviewError
    from gui.views.original import pane as panes

    real = panes.original_of

    def original(project: Path, report: object, password: str | None) -> object:
        if password != "right":
            raise PolicyReviewError("wrong-password" if password else "password-needed", name="a.pdf")
        return real(project, report, password)  # type: ignore[arg-type]

    monkeypatch.setattr(panes, "original_of", original)
    opened.actions_table.action("original_page").trigger()
    pane = pane_of(opened)
    qtbot.waitUntil(lambda: pane.problem is not None, timeout=PATIENCE)
    assert not pane.enter.isHidden()
    pane.set_password("wrong")
    qtbot.waitUntil(lambda: pane.problem is not None and pane.problem.key == "wrong-password", timeout=PATIENCE)
    pane.set_password("right")
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.source, timeout=PATIENCE)


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["增长6.1%", "的", " ", "\n", "年末", "12"]), min_size=1, max_size=40), st.data())
def test_a_span_is_found_in_the_same_words_set_otherwise(parts: list[str], data: st.DataObject) -> None:
    """White space may differ: the words that are found are those of the span, and the place leads back to it."""
    text = "".join(parts)
    shown = "导航 首页\n" + "\n".join(text.split()) + "\n页脚"
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    found = Matching(text, shown).shown_span(span)
    words = "".join(span.quote(text).split())
    if not words:
        assert found is None
    else:
        assert found is not None
        assert "".join(found.quote(shown).split()) == words


def test_pages_lie_one_under_the_other_and_fit() -> None:
    """Fitted to the width no page is wider than the room; a point knows its page and share."""
    leaves = Leaves([(100, 200), (200, 100)], (424, 500), Zoom())
    assert leaves.rect(2).width() == 400
    assert leaves.rect(1).top() == GAP
    assert leaves.rect(2).top() == GAP + leaves.rect(1).height() + GAP
    assert leaves.page_at(leaves.rect(2).top() + 1) == 2
    assert leaves.spot(leaves.rect(2).center()) == (2, 0.5, 0.5)
    assert leaves.spot(QPointF(1, 1)) is None
    assert Zoom.from_words(Zoom("free", 1.25).words) == Zoom("free", 1.25)
    assert Zoom.from_words("nonsense") == Zoom()


def test_a_picture_is_shown_as_its_page(opened: MainWindow, qtbot: QtBot) -> None:
    """A photographed report has no text layer: its picture is the page, sharp at the size it is drawn in."""
    from PySide6.QtGui import QImage

    from gui.mainwindow.attaching import packed
    from gui.views.original.drawing import drawn, picture_sizes

    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    data = packed(picture)
    assert picture_sizes(data) == ((300.0, 225.0),)
    assert drawn(data, "a.png", 1, 200, None).width() == 200
    assert drawn(data, "a.png", 1, 900, None).width() == 400
    opened.original.toggle()
    pane = pane_of(opened)
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.source, timeout=PATIENCE)
    pages = pane.pages
    pages.load(data, "a.png", picture_sizes(data), None, Zoom())
    pane.stack.setCurrentWidget(pages)
    qtbot.waitUntil(lambda: pages.at_hand == 1, timeout=PATIENCE)


def test_a_narrow_window_makes_room_for_the_original(opened: MainWindow, qtbot: QtBot) -> None:
    """At 1280 pixels the navigator gives way, so that the text keeps its measure, and is back afterwards."""
    opened.resize(1280, 800)
    qtbot.wait(20)
    opened.actions_table.action("original_page").trigger()
    assert not opened.panes.is_on("navigator")
    opened.actions_table.action("original_page").trigger()
    assert opened.panes.is_on("navigator")
    opened.resize(1920, 1080)
    qtbot.wait(20)
    opened.panes.set_data_place("below")
    qtbot.wait(20)
    opened.actions_table.action("original_page").trigger()
    assert opened.panes.is_on("navigator")


def test_the_column_of_data_makes_room_before_the_navigator(opened: MainWindow, qtbot: QtBot) -> None:
    """At 1640 pixels text and page had twelve characters a line each, between the sections and a column of charts."""
    opened.resize(1640, 900)
    qtbot.waitUntil(lambda: opened.panes.column)
    opened.actions_table.action("original_page").trigger()
    qtbot.wait(20)
    assert not opened.panes.is_on("data") and opened.panes.is_on("navigator")
    assert opened.text is not None and opened.text.width() >= 430
    opened.actions_table.action("original_page").trigger()
    assert opened.panes.is_on("data") and opened.panes.column


def test_at_two_hundred_per_cent_the_inspector_makes_room_as_well(opened: MainWindow, qtbot: QtBot) -> None:
    """V was pressed and nothing happened: the original stood behind the inspector, where nobody could see it."""
    opened.setMinimumSize(400, 300)
    opened.resize(640, 400)
    docks = opened.panes.docks
    qtbot.waitUntil(lambda: docks["inspector"].isVisible() and not docks["navigator"].isVisible())
    opened.actions_table.action("original_page").trigger()
    pane = opened.original.pane
    assert pane is not None
    qtbot.waitUntil(lambda: pane.isVisible() and pane.width() > 200)
    assert pane.mapTo(opened, pane.rect().topRight()).x() < opened.width()
    assert opened.text is not None and opened.text.width() > 200 and not docks["inspector"].isVisible()
    opened.actions_table.action("original_page").trigger()
    qtbot.waitUntil(docks["inspector"].isVisible)


def test_what_made_room_for_the_original_is_back_after_it_also_over_a_restart(
    opened: MainWindow, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    """The window remembered the navigator as put away, and closing the page next day left it so."""
    opened.resize(1280, 800)
    qtbot.wait(20)
    opened.actions_table.action("original_page").trigger()
    assert not opened.panes.is_on("navigator")
    project = opened.session.project
    assert project is not None
    opened.close()
    again = make_window()
    again.resize(1280, 800)
    with qtbot.waitSignal(again.ready, timeout=PATIENCE):
        again.open_file(project.path)
    again.refresh()
    assert not pane_of(again).isHidden() and not again.panes.is_on("navigator")
    again.actions_table.action("original_page").trigger()
    assert again.panes.is_on("navigator")


def test_a_layout_left_with_the_original_is_whole_when_it_was_closed_in_another(
    opened: MainWindow, qtbot: QtBot
) -> None:
    """Each layout keeps what it lent to the page, and takes it back when the page is gone."""
    opened.resize(1280, 800)
    qtbot.wait(20)
    opened.actions_table.action("original_page").trigger()
    opened.actions_table.action("layout_reading").trigger()
    assert opened.panes.is_on("navigator")
    opened.actions_table.action("original_page").trigger()
    opened.actions_table.action("layout_data").trigger()
    qtbot.wait(20)
    assert opened.panes.is_on("navigator")
