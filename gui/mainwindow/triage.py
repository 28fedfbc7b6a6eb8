"""Judging one by one (F8): the queue takes the navigator's place, and an answer leads to the next question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from core.model import Hit, ReviewClaim
from core.model.review import VERACITIES
from core.project import Changes
from core.vocabulary import Language, label
from gui import settings
from gui.actions import Handler
from gui.models.claims import claim_row
from gui.models.hits import hit_row
from gui.models.queue import ORDERS, Entry, QueueOrder, Round, entries, without_evidence
from gui.models.rows import Key, ListRow
from gui.session import Selection

if TYPE_CHECKING:
    from gui.mainwindow.window import MainWindow
    from gui.views.triage import Ending, NextStep, QueuePane

ARRANGEMENT: Final = "triage"
#: How long an answer can be seen before the next question comes, in milliseconds.
ADVANCE_AFTER: Final = 250
_MEASURE: Final = 28
_WORTH_STEPS: Final = (0.25, 0.5, 0.75)


class Triage(QObject):
    """The mode of the window in which claims, suggestions and checks are answered one after the other.

    It makes no edits of its own: the same commands as elsewhere do, and what it hears of them moves the queue on.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._round: Round | None = None
        self._pending: str = ""  # what the round is about: "" what is open, "evidence" what lacks evidence
        self._rows: dict[str, tuple[tuple[ReviewClaim | Hit, bool, str], ListRow]] = {}
        self._staying = False
        self._before = ""  # the arrangement of panes to go back to
        self._advance_soon = QTimer(self)
        self._advance_soon.setSingleShot(True)
        self._advance_soon.timeout.connect(self._advance)
        self.queue: QueuePane | None = None
        self.ending: Ending | None = None
        self._session.changed.connect(self._changed)
        self._session.selected.connect(self._selected)
        for signal in (self._session.opened, self._session.report_replaced):
            signal.connect(self.leave)

    @property
    def on(self) -> bool:
        """Whether the window is in this mode."""
        return self._round is not None

    @property
    def round(self) -> Round | None:
        """The round under way."""
        return self._round

    @property
    def ended(self) -> bool:
        """Whether the page at the end of a round is shown."""
        return self.ending is not None and self.ending.isVisible()

    def over(self, handlers: Mapping[str, Handler]) -> dict[str, Handler]:
        """The commands of the window, those that mean something else in this mode joined to what they mean here."""
        table = dict(handlers)
        own: dict[str, Handler] = {
            "next_claim": partial(self.step, 1), "previous_claim": partial(self.step, -1),
            "next_unjudged": self._advance, "later": partial(self._later, handlers["later"]),
        }
        for digit in range(1, len(VERACITIES) + 1):
            judge = handlers[f"stay_{digit}"]  # going on is this mode's own
            own |= {f"verdict_{digit}": judge, f"stay_{digit}": partial(self._stay, judge)}
        for key, handler in own.items():
            table[key] = partial(self._either, handler, handlers[key])
        return table | {
            "triage": self.toggle, "triage_back": self.back, "triage_advance": self._switch_advance,
        }

    # In and out

    def toggle(self) -> None:
        """Begin a round, or leave it."""
        if self.on:
            self.leave()
        else:
            self.begin()

    def begin(self, pending: str = "") -> None:
        """Begin a round through what is not answered; `evidence`: through what is judged without evidence."""
        contents = self._window.contents
        if contents is None or self._session.project is None:
            return
        if self.queue is None:
            from gui.views.triage import QueuePane  # not before the window stands

            self.queue = QueuePane(self._window.theme)
            self.queue.chosen.connect(self._take)
            self.queue.order_chosen.connect(self._sort)
            contents.left_pane.addWidget(self.queue)
            contents.text.installEventFilter(self)
            contents.inspector.left.connect(self._field_left)
        if not self.on:
            contents.inspector.flush()
            self._before = self._window.panes.arrangement
            contents.text.set_measure(_MEASURE)  # before the panes turn: else the text is set for their width first
            self._window.panes.turn_to(ARRANGEMENT)
            contents.inspector.set_large(True)
            contents.left_pane.setCurrentWidget(self.queue)
        if self.ending is not None:
            self.ending.hide()
        self._pending = pending
        self._rows.clear()
        self._round = Round(self._entries(), without_evidence if pending == "evidence" else None)
        self._show()
        QTimer.singleShot(0, self, self._set_out)  # in a turn of its own: the panes took the better part of this one
        self._window.refresh_soon()

    def _set_out(self) -> None:
        """Take the first row in hand, or say that there is none."""
        now = self._round
        if now is not None and now.current:
            self._go(now.current)
        elif now is not None:
            self._end()

    def leave(self) -> None:
        """Back to reading, where the claim in hand stands. Every answer is in the project already."""
        contents = self._window.contents
        if not self.on or contents is None:
            return
        self._advance_soon.stop()
        contents.inspector.flush()
        self._round = None
        self._rows.clear()
        if self.queue is not None:
            self.queue.clear()
        if self.ending is not None:
            self.ending.hide()
        contents.left_pane.setCurrentWidget(contents.navigator)
        contents.inspector.set_large(False)
        contents.text.single_out("")
        if self._session.project is not None:
            self._window.panes.turn_to(self._before)
            self._window.layouts.suit()
            contents.text.setFocus(Qt.FocusReason.OtherFocusReason)
            if (span := self._session.span_of(self._session.selection)) is not None:
                self._session.reveal.emit(span)
        else:
            self._window.panes.arrangement = self._before
        self._window.refresh_soon()

    def step_out(self) -> bool:
        """What Esc does: leave. False when there is nothing to leave."""
        if not self.on:
            return False
        self.leave()
        return True

    # Through the queue

    def step(self, by: int) -> None:
        """Take the row below or above in hand; after the last one the round ends if nothing is left."""
        now = self._round
        if now is None or self.ended:
            return
        self._advance_soon.stop()
        key = now.beside(by)
        if key == now.current and by > 0 and not now.next_open():
            entry = now.entry(key)
            if entry is None or not now.is_pending(entry):
                self._end()
                return
        self._go(key)

    def back(self) -> None:
        """The row that was in hand before; within the moment after an answer, stay with it."""
        now = self._round
        if now is None:
            return
        if self.ended and self.ending is not None:
            self.ending.hide()
            self._go(now.current)
            return
        if self._advance_soon.isActive():
            self._advance_soon.stop()
            return
        if key := now.back():
            self._go(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the text the arrows go through the queue, as they do in the list."""
        if self.on and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self.step(by)
                return True
        return super().eventFilter(watched, event)

    def _take(self, key: str) -> None:
        self._advance_soon.stop()
        self._go(key)

    def _go(self, key: str) -> None:
        """Take a row in hand: selected everywhere, its words alone in full strength, the keyboard on the queue."""
        now, contents = self._round, self._window.contents
        entry = now.entry(key) if now is not None else None
        if now is None or contents is None or entry is None or self.queue is None:
            return
        now.go(key)
        contents.text.single_out(key)
        self._session.select(entry.subject, key)
        self.queue.view.set_current(key)
        if not self._is_typing():
            self.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.refresh()  # at once: the next key may come before the event loop turns

    def _advance(self) -> None:
        now = self._round
        if now is None or self.ended:
            return
        self._advance_soon.stop()
        key = now.next_open()
        if key:
            self._go(key)
        else:
            self._end()

    def _later(self, elsewhere: Handler) -> None:
        now = self._round
        if now is None or self.ended:
            return
        entry = now.entry(now.current)
        now.later()
        if entry is not None and entry.subject == "hit":
            elsewhere()
        self._advance()

    def _stay(self, judge: Handler) -> None:
        self._staying = True
        try:
            judge()
        finally:
            self._staying = False

    def _either(self, here: Handler, elsewhere: Handler) -> None:
        (here if self.on else elsewhere)()

    def _sort(self, order: str) -> None:
        settings.set_choice("queue_order", order)
        if self._round is None:
            return
        self._round.sort(self._entries())
        self._show()
        if self._round.current:
            self._go(self._round.current)

    def _switch_advance(self) -> None:
        settings.set_flag("triage_advance", not settings.flag("triage_advance", True))
        self._window.refresh_soon()

    # What is heard

    def _changed(self, _changes: Changes) -> None:
        """An answer moves the queue on; one that was taken back is in hand again."""
        now = self._round
        if now is None:
            return
        answered, opened = now.take(self._entries())
        self._show()
        if opened:
            if self.ended and self.ending is not None:
                self.ending.hide()
            self._advance_soon.stop()
            self._go(min(opened, key=now.keys.index))
        elif now.current in answered and not self._staying and settings.flag("triage_advance", True):
            self._advance_soon.start(ADVANCE_AFTER)

    def _selected(self, selection: Selection) -> None:
        """Another claim or check was selected elsewhere: it is in hand if the queue has it."""
        now, contents = self._round, self._window.contents
        if now is None or contents is None or selection.id == now.current:
            return
        if selection.subject in ("claim", "hit"):
            self._advance_soon.stop()
            contents.text.single_out(selection.id)
            if now.entry(selection.id) is not None:
                now.go(selection.id)
            if self.queue is not None:
                self.queue.view.set_current(now.current)

    def _field_left(self) -> None:
        if self.on and self.queue is not None:
            self.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown

    def _end(self) -> None:
        now, contents = self._round, self._window.contents
        if now is None or contents is None:
            return
        contents.inspector.flush()
        if self.ending is None:
            from gui.views.triage import Ending

            self.ending = Ending(self._window.theme, self._window.workspace)
            self.ending.chosen.connect(self._choose)
            self.ending.left.connect(self.leave)
            self.ending.words_wanted.connect(self._end)
        self.ending.show_round(now, self._next_steps(now))
        self._window.refresh_soon()

    def _next_steps(self, now: Round) -> list[NextStep]:
        from gui.views.triage import NextStep

        steps = []
        if now.put_off:
            words = self.tr("Those left for later: {count}").format(count=len(now.put_off))
            steps.append(NextStep("later", words))
        if self._pending != "evidence" and any(map(without_evidence, self._entries())):
            steps.append(NextStep("evidence", self.tr("Attach evidence")))
        steps.append(NextStep("sign", self.tr("Signatures…")))
        steps.append(NextStep("export", self.tr("Export PDF…")))
        return steps[:3]

    def _choose(self, step: str) -> None:
        now = self._round
        match step:
            case "later" if now is not None and self.ending is not None:
                first = now.put_off[0].id
                now.ask_again()
                self.ending.hide()
                self._go(first)
            case "evidence":
                self.begin("evidence")
            case "sign" | "export":
                self.leave()
                self._window.refresh()
                self._window.actions_table.action("sign" if step == "sign" else "export_pdf").trigger()

    def _entries(self) -> list[Entry]:
        project = self._session.project
        order: QueueOrder = "order" if self._pending == "evidence" else self.order
        hits = project.hits() if project is not None and self._pending != "evidence" else ()
        return entries(self._session.claims(), hits, order)

    @property
    def order(self) -> QueueOrder:
        """How the queue is sorted, as it was chosen last."""
        word = settings.choice("queue_order", "worth")
        return next((order for order in ORDERS if order == word), "worth")

    def retranslate(self) -> None:
        """Say the rows of the queue in the window's language."""
        self._show()

    def _show(self) -> None:
        now, report = self._round, self._session.report
        if now is None or report is None or self.queue is None:
            return
        language, found = settings.language(), now.entries
        keys: list[Key] = [(entry.subject, entry.id) for entry in found]
        self.queue.show_queue(
            keys, lambda place: self._row(found[place], language), now.current, now.done, now.total, self.order
        )

    def _row(self, entry: Entry, language: Language) -> ListRow:
        """The row of an entry; one that says the same as before is not made again, for each answer asks for all."""
        faint = self._round is not None and not self._round.is_pending(entry)
        known = self._rows.get(entry.id)
        said = (entry.item, faint, language)
        if known is None or known[0][0] is not entry.item or known[0][1:] != said[1:]:
            known = self._rows[entry.id] = said, self._made_row(entry, faint, language)
        return known[1]

    def _made_row(self, entry: Entry, faint: bool, language: Language) -> ListRow:
        report = self._session.report
        worth = max(1, sum(entry.worth >= step for step in _WORTH_STEPS))
        if isinstance(entry.item, ReviewClaim):
            section = self._session.section(entry.item.section or "")
            row = claim_row(entry.item, section.title if section else "", language, worth=True)
        else:
            row = hit_row(entry.item, report.text if report else "", language)
        second = row.second
        if isinstance(entry.item, ReviewClaim) and entry.item.accepted and not entry.done:
            second = f"{label('claim_answer', 'accepted', language)} · {second}"  # read rightly, and not judged yet
        return replace(row, worth=worth, faint=faint, second=second)

    def _is_typing(self) -> bool:
        focus = self._window.focusWidget()
        return isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and focus.isVisible()
