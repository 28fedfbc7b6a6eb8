"""A section: what it is taken for, what it holds, and what in it waits for a verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.text import on_one_line, shortened
from core.vocabulary import label
from gui import settings
from gui.actions import key_of
from gui.letting_go import clear
from gui.models.progress import progress
from gui.session import Session
from gui.theme import Theme
from gui.views.inspector.page import Facts, Page, SectionHead, Words
from gui.views.inspector.quote import Quote

# So many claims that wait are listed, each with so many signs; the others are counted.
_LISTED: Final = 6
_SIGNS: Final = 60


class SectionPage(Page):
    """The section that is selected, with all below it.

    Signals:
        claim_pressed(str): show the claim with this id.
        correct_pressed(): correct its level or role, or say that it is no heading.
    """

    claim_pressed = Signal(str)
    correct_pressed = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._first = ""
        self.above = Words("muted", 12, wrap=True)
        self.name = Words("text", 15, 600, wrap=True)
        self.begin, self.correct = QPushButton(self), QPushButton(self)
        self.begin.clicked.connect(lambda: self.claim_pressed.emit(self._first))
        self.correct.clicked.connect(self.correct_pressed)
        self.facts = Facts()
        self._waiting_head = SectionHead()
        self._waiting = QVBoxLayout()
        self._waiting.setContentsMargins(0, 0, 0, 0)
        self._waiting.setSpacing(10)
        self.rest = Words("muted", wrap=True)
        self.quotes: list[Quote] = []
        keys, holder = QWidget(self), QWidget(self)
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.begin)
        row.addWidget(self.correct)
        row.addStretch(1)
        holder.setLayout(self._waiting)
        self.add(self.above)
        self.add(self.name, above=2)
        self.add(keys, above=12)
        self.add_line()
        self.add(self.facts, above=12)
        self.add_line()
        self.add(self._waiting_head, above=12)
        self.add(holder, above=8)
        self.add(self.rest, above=8)
        self.column.addStretch(1)

    def show_section(self, key: str, locked: str | None) -> bool:
        """Show a section, if there is one with this id; `locked` is why it cannot be corrected."""
        session, language = self._session, settings.language()
        path, report, project = session.path_to(key), session.report, session.project
        if not path or report is None or project is None:
            return False
        section = path[-1]
        inside = range(section.span.start, section.span.end)
        here = [claim for claim in session.claims() if claim.span.start in inside and claim.dismissed is None]
        waiting = [claim for claim in here if claim.checkable and claim.veracity is None]
        done = progress(here)
        asked = [hit for hit in project.hits() if hit.state == "new" and hit.finding.spans[0].start in inside]
        figures = sum(metric.value_span.start in inside for metric in report.metrics)
        self.above.setText(" › ".join(each.title for each in path[:-1]))
        self.above.setVisible(len(path) > 1)
        self.name.setText(section.title)
        self.begin.setText(self.tr("Next unjudged"))
        self.begin.setEnabled(bool(waiting))
        self.correct.setText(self.tr("Level and role…"))
        self.correct.setEnabled(locked is None)
        self.correct.setToolTip(locked or key_of("correct"))
        years = "–".join(dict.fromkeys(str(year) for year in (section.since, section.year) if year))
        self.facts.show_facts([
            (self.tr("Role"), label("section_role", section.role, language)),
            (self.tr("Years"), years),
            (self.tr("Figures"), str(figures)),
            (self.tr("Claims"), str(len(here))),
            (self.tr("Judged"), self.tr("{judged} of {total}").format(judged=done.judged, total=done.total)),
            (self.tr("Open checks"), str(len(asked))),
        ])
        self._first = waiting[0].id if waiting else ""
        self._waiting_head.say(self.tr("Not judged yet"), len(waiting))
        clear(self._waiting)
        self.quotes = []
        for claim in waiting[:_LISTED]:
            quote = Quote(self.theme, size=15)
            quote.show_quote(shortened(on_one_line(claim.anchor.exact), _SIGNS), [])
            quote.pressed.connect(self._shower(claim.id))
            self._waiting.addWidget(quote)
            self.quotes.append(quote)
        more = len(waiting) - _LISTED
        self.rest.setText(
            self.tr("{count} more").format(count=more) if more > 0 else
            "" if waiting else self.tr("Nothing in it waits for a verdict.")
        )  # fmt: skip
        self.rest.setVisible(bool(self.rest.text()))
        return True

    def _shower(self, claim: str) -> Callable[[], None]:
        return lambda: self.claim_pressed.emit(claim)
