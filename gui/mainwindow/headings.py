"""Correcting the section tree by hand: level, role, no heading, a new one. The reading follows in one edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from core.messages import PolicyReviewError
from core.model import Report, Section, Span
from core.model.headings import HeadingCorrection
from core.model.report import SectionRole
from gui.actions import Handler
from gui.jobs import Progress

if TYPE_CHECKING:
    from core.project import Changes, Edit
    from gui.dialogs.heading import HeadingDialog
    from gui.mainwindow.window import MainWindow

#: How much of the work is reading; the rest is carrying the decisions over.
_READING = 0.6


class Headings(QObject):
    """Takes what a person says of a heading, reads the report again with it, and makes one edit of both."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._entered = ""
        self._then: int | None = None  # the place of the heading to select when the reading has changed
        window.session.section_entered.connect(self._enter)
        window.session.changed.connect(self._changed)

    def handlers(self) -> Mapping[str, Handler]:
        """The commands by id."""
        return {
            "correct_heading": self.ask, "heading_up": partial(self.shift, -1), "heading_down": partial(self.shift, 1),
            "no_heading": self.remove, "add_heading": self.ask_new,
        }

    def available(self) -> dict[str, bool]:
        """The conditions of the commands."""
        return {"section": self.section() is not None, "line": self._line() is not None}

    def section(self) -> Section | None:
        """The section that is selected, else the one that is read."""
        session = self._window.session
        selection = session.selection
        return session.section(selection.id if selection.subject == "section" else self._entered)

    def ask(self) -> HeadingDialog | None:
        """Ask for level and role of the section."""
        from gui.dialogs.heading import HeadingDialog, HeadingWords

        report, section = self._window.session.report, self.section()
        if report is None or section is None:
            return None
        words = HeadingWords(section.title, section.depth, section.role, self._depths(report, section))
        dialog = HeadingDialog(self._window.theme, self._window, words, self._above(section))
        dialog.given.connect(partial(self._given, section.heading))
        dialog.open()
        return dialog

    def ask_new(self) -> HeadingDialog | None:
        """Ask for level and role of a heading that the line at the caret shall be."""
        from core.text import on_one_line
        from gui.dialogs.heading import DEEPEST, HeadingDialog, HeadingWords

        report, line = self._window.session.report, self._line()
        if report is None or line is None:
            return None
        above = [section for section in report.sections if section.heading.start < line.start]
        depth = above[-1].depth if above else 1
        words = HeadingWords(
            on_one_line(line.quote(report.text)), depth, above[-1].role if above else "other",
            range(1, min(DEEPEST, depth + 1) + 1), new=True,
        )
        dialog = HeadingDialog(self._window.theme, self._window, words, self._above(above[-1]) if above else ())
        dialog.given.connect(partial(self._given, line))
        dialog.open()
        return dialog

    def shift(self, by: int) -> None:
        """Move the section and all below it one level up (-1) or down (1)."""
        report, section = self._window.session.report, self.section()
        if report is not None and section is not None and section.depth + by in self._depths(report, section):
            self._given(section.heading, True, section.depth + by, "")

    def remove(self) -> None:
        """Say that the section's heading is none."""
        section = self.section()
        if section is not None:
            self._given(section.heading, False, section.depth, "")

    def show_menu(self, key: str, place: QPoint) -> None:
        """What can be done with the section `key`, as a menu at a place of the screen."""
        self._window.session.select("section", key, reveal=False)
        self._window.refresh()
        table = self._window.actions_table
        menu = QMenu(self._window)
        for command in ("correct_heading", "heading_up", "heading_down", "no_heading"):
            menu.addAction(table.action(command))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def correct(self, changes: Sequence[HeadingCorrection], select: int) -> None:
        """Read the report again with these corrections; then one edit, and the heading at `select` is selected."""
        from core.project import Project, carried, correct_headings, corrections_in, merged

        project = self._window.session.project
        if project is None:
            return
        self._window.leave()
        source = project.path

        def work(progress: Progress) -> tuple[Path, Edit]:
            from core.pipeline import read_again  # the rules are loaded when a report is read

            stages = iter((0.3, 0.5, 0.7, 0.9))
            # a connection of its own: the window's belongs to the GUI thread
            with Project.open(source, read_only=True) as copy:
                held = merged(corrections_in(copy), changes)
                report = read_again(
                    copy.report(), copy.original(), lambda _stage: progress(next(stages) * _READING), corrections=held
                )
                correction = carried(
                    copy, report, copy.original(), lambda share: progress(_READING + share * (1 - _READING))
                )
            return source, correct_headings(held, correction)

        self._window.jobs.start(work, done=partial(self._make, select), failed=self._fail, name="correct")

    def _make(self, select: int, made: tuple[Path, Edit]) -> None:
        source, edit = made
        project = self._window.session.project
        if project is not None and project.path == source:
            self._then = select
            self._window.session.do_aside(edit)

    def _changed(self, changes: Changes) -> None:
        place, self._then = self._then, None
        report = self._window.session.report
        if place is None or not changes.reports or report is None:
            return
        found = next((section for section in report.sections if section.heading.start == place), None)
        if found is not None:
            self._window.session.select("section", found.id, reveal=False)

    def _given(self, heading: Span, is_heading: bool, depth: int, role: str) -> None:
        report = self._window.session.report
        if report is None:
            return
        section = next((each for each in report.sections if each.heading == heading), None)
        given = cast("SectionRole | None", role or None)
        words = heading.quote(report.text)
        changes = [HeadingCorrection(heading.start, words, is_heading, depth if is_heading else None, given)]
        if section is not None and is_heading and depth != section.depth:
            by = depth - section.depth
            changes += [
                HeadingCorrection(each.heading.start, each.heading.quote(report.text), True, each.depth + by)
                for each in report.sections
                if section.span.start < each.span.start < section.span.end
            ]
        self.correct(self._with_what_was_said(changes), heading.start)

    def _with_what_was_said(self, changes: Sequence[HeadingCorrection]) -> list[HeadingCorrection]:
        """A change of the level leaves a role that was given before, and the other way round."""
        from core.project import corrections_in

        project = self._window.session.project
        held = {each.start: each for each in corrections_in(project)} if project is not None else {}
        return [
            HeadingCorrection(
                each.start, each.words, each.heading, each.depth,
                each.role or (held[each.start].role if each.start in held else None),
            )
            for each in changes
        ]

    def _depths(self, report: Report, section: Section) -> range:
        """The levels that a heading can have: at most one below the heading before it."""
        from gui.dialogs.heading import DEEPEST

        before = [each for each in report.sections if each.heading.start < section.heading.start]
        return range(1, min(DEEPEST, before[-1].depth + 1 if before else 1) + 1)

    def _line(self) -> Span | None:
        """The line at the caret, without outer white space, if it can become a heading."""
        report, text = self._window.session.report, self._window.text
        if report is None or text is None:
            return None
        place = text.caret_place
        start = report.text.rfind("\n", 0, place) + 1
        end = report.text.find("\n", place)
        whole = report.text[start : end if end >= 0 else len(report.text)]
        start += len(whole) - len(whole.lstrip())
        line = Span(start, start + len(whole.strip()))
        taken = any(section.heading.overlaps(line) for section in report.sections)
        title = report.title_span is not None and report.title_span.overlaps(line)
        return None if line.start == line.end or taken or title else line

    def _enter(self, key: str) -> None:
        self._entered = key

    def _fail(self, error: Exception) -> None:
        if isinstance(error, PolicyReviewError):
            self._window.telling.error(error)
        else:
            self._window.telling.fault(error)

    def _above(self, section: Section) -> tuple[str, ...]:
        """The titles above a section, the highest first."""
        return tuple(each.title for each in self._window.session.path_to(section.id)[:-1])
