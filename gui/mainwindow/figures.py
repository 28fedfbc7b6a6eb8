"""Correcting how figures are read: fields, no figure, a missed one, and back to what the program read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from core.model import FigureReading, Metric, Report, Span
from core.model.figures import reading_of
from gui import settings
from gui.actions import Handler
from gui.models.claims import trimmed

if TYPE_CHECKING:
    from gui.dialogs.figure import FigureDialog, FigureForm
    from gui.dialogs.readings import ReadingsDialog
    from gui.mainwindow.window import MainWindow

#: How many characters around a figure the dialog shows.
_AROUND: Final = 36


class Figures(QObject):
    """Turns what a person says of a figure into one edit."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {
            "correct": self.ask_what_is_in_hand, "correct_figure": self.ask, "refuse_figure": self.refuse,
            "add_figure": self.ask_new, "restore_figure": self.restore, "readings": self.show_all,
        }

    def available(self) -> dict[str, bool]:
        """The conditions of the commands."""
        figure = self.figure()
        return {
            "figure": figure is not None, "by_hand": self._decided() is not None,
            "correctable": figure is not None or self._window.headings.section() is not None,
        }

    def figure(self) -> Metric | None:
        """The figure that is selected."""
        selection = self._window.session.selection
        return self._window.session.metric(selection.id) if selection.subject == "metric" else None

    def ask_what_is_in_hand(self) -> None:
        """Correct the figure that is selected, else the heading."""
        if self.figure() is not None:
            self.ask()
        else:
            self._window.headings.ask()

    def ask(self) -> FigureDialog | None:
        """Ask how the selected figure is read."""
        from core.by_hand import told_of
        from core.project.figure_words import words_of

        metric, report = self.figure(), self._window.session.report
        if metric is None or report is None:
            return None
        told = told_of(metric, settings.language())
        form = self._form(report, metric.value_span, words_of(reading_of(metric)), told.machine if told else "")
        dialog = self._open(form, metric.value_span)
        dialog.put_back.connect(self.restore)
        return dialog

    def ask_new(self) -> FigureDialog | None:
        """Ask how the words selected in the text, in which no figure was read, are read as one."""
        from core.project.figure_words import first_reading

        report, words = self._window.session.report, self._window.selected_words()
        span = trimmed(report.text, words) if report is not None and words is not None else None
        if report is None or span is None:
            return None
        there = next((metric for metric in report.metrics if metric.value_span.overlaps(span)), None)
        if there is not None:  # what is read already is corrected
            self._window.session.select("metric", there.id, reveal=False)
            return self.ask()
        return self._open(self._form(report, span, first_reading(report.text, span), new=True), span)

    def refuse(self) -> None:
        """Say that the selected figure is none."""
        metric = self.figure()
        if metric is not None:
            self._give(metric.value_span, False, None)

    def restore(self) -> None:
        """Let the program's own reading hold again, of the selected figure or of the one set aside at the caret."""
        from core.project import RestoreFigure

        decided = self._decided()
        if decided is not None and decided.by_hand is not None:
            session = self._window.session
            if session.do(RestoreFigure(decided.by_hand.id)) and session.metric(decided.id) is not None:
                session.select("metric", decided.id, reveal=False)

    def show_all(self) -> ReadingsDialog:
        """List all figures that a person decided how to read."""
        from gui.dialogs.readings import ReadingsDialog

        dialog = ReadingsDialog(self._window.theme, self._window, self._window.session)
        dialog.open()
        return dialog

    def show_menu(self, place: QPoint) -> None:
        """What can be done with the selected figure, as a menu at a place of the screen."""
        self._window.refresh()
        table = self._window.actions_table
        menu = QMenu(self._window)
        for command in ("correct_figure", "refuse_figure", "restore_figure"):
            if table.action(command).isEnabled() or command == "correct_figure":
                menu.addAction(table.action(command))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _decided(self) -> Metric | None:
        """The selected figure if a person decided it, else what was set aside where the words are selected or asked
        about."""
        metric, session = self.figure(), self._window.session
        if metric is not None:
            return metric if metric.by_hand is not None else None
        text, report = self._window.text, session.report
        if text is None or report is None or not report.set_aside:
            return None
        place = text.asked_at if text.asked_at is not None else text.caret_place
        words = self._window.selected_words() or Span(place, place + 1)
        return next((each for each in report.set_aside if each.value_span.overlaps(words)), None)

    def _open(self, form: FigureForm, span: Span) -> FigureDialog:
        from gui.dialogs.figure import FigureDialog

        dialog = FigureDialog(self._window.theme, self._window, form)
        dialog.given.connect(partial(self._give, span, form.new))
        dialog.follow(self._window.session)
        dialog.open()
        return dialog

    def _give(self, span: Span, new: bool, reading: FigureReading | None) -> None:
        from core.project import AddFigure, CorrectFigure, RefuseFigure

        session = self._window.session
        if session.project is None:
            return
        report = session.project.report_ids()[0]
        if reading is None:
            session.do(RefuseFigure(report, span))
        elif session.do(AddFigure(report, span, reading) if new else CorrectFigure(report, span, reading)) and new:
            made = next((each for each in session.report.metrics if each.value_span == span), None) if (
                session.report) else None
            if made is not None:
                session.select("metric", made.id, reveal=False)

    def _form(self, report: Report, span: Span, words: object, machine: str = "", *, new: bool = False) -> FigureForm:
        from core.lexicon import indicators, units
        from core.project.figure_words import FigureWords
        from core.text import on_one_line
        from gui.dialogs.figure import FigureForm

        assert isinstance(words, FigureWords)  # loaded only when it is asked for
        own = [on_one_line(metric.indicator.text) for metric in report.metrics if metric.indicator]
        names = [name for entry in indicators() for name in entry.names]
        printed = frozenset(metric.unit for metric in report.metrics if metric.unit)
        begin, end = report.text.rfind("\n", 0, span.start) + 1, report.text.find("\n", span.end)
        end = len(report.text) if end < 0 else end
        before = report.text[max(begin, span.start - _AROUND) : span.start]
        behind = report.text[span.end : min(end, span.end + _AROUND)]
        before = f"…{before}" if span.start - _AROUND > begin else before
        behind = f"{behind}…" if span.end + _AROUND < end else behind
        return FigureForm(
            words, escape(on_one_line(span.quote(report.text))), escape(before), escape(behind),
            tuple(dict.fromkeys([*own, *names])), tuple(dict.fromkeys([*sorted(printed), *units()])), printed, machine,
            new,
        )  # fmt: skip
