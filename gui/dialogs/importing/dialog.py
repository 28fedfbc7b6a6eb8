"""The sheet before a project is made: what was read at the left, what it is at the right, problems on top."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.messages import PolicyReviewError, message
from core.model.particulars import Particulars, Years
from core.values import dataclass
from gui import settings
from gui.dialogs.importing.encoding import WITH_ENCODING, EncodingPage
from gui.dialogs.importing.form import ParticularsForm
from gui.dialogs.importing.furniture import FurnitureList
from gui.dialogs.importing.overview import Overview
from gui.dialogs.options import Options
from gui.dialogs.sheet import Sheet, in_order
from gui.jobs import Job, Jobs, Progress
from gui.letting_go import let_go
from gui.models.furniture import Piece, pieces, turned
from gui.models.received import BEFORE_EACH, ENCODING, Blocked, Received, receive
from gui.theme import Theme
from gui.views.banner import Band, BandAction, BusyLine
from gui.views.controls.ticks import TickBox
from gui.views.underway import UnderWay

#: Several lines turned in a row are one reading.
_GATHER: Final = 250
_HEIGHT: Final = 520


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person settled: the file as it was read last, what it is, and its years."""

    received: Received
    particulars: Particulars
    years: Years


class ImportDialog(Sheet):
    """Shows what was read, takes what a person knows better. Enter begins the review, Esc makes nothing.

    Signals:
        settled(Settled): the project is to be made.
        other_wanted: another file is to be chosen.
    """

    settled = Signal(object)
    other_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget, jobs: Jobs, found: Received | Blocked) -> None:
        super().__init__(theme, parent, width=720)
        self._jobs = jobs
        self._job: Job | None = None
        self._path = found.path
        self._wishes = found.wishes
        self._blocked = found if isinstance(found, Blocked) else None
        self.received: Received | None = None
        self.band = Band(theme, self)
        self.busy = BusyLine(self)
        self.overview = Overview(theme, self)
        self.form = ParticularsForm(theme, self)
        self.furniture = FurnitureList(theme, self)
        self.encoding = EncodingPage(theme, self)
        self.pages = QStackedWidget(self)
        self._tabs: Options | None = None
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER)
        self._gather.timeout.connect(self._read)
        self.under_way = UnderWay(self.band, self)
        self._share = 0.0
        self.before_each = TickBox(theme, self.tr("Show this before each import"), self)
        self.before_each.setChecked(settings.flag(BEFORE_EACH, True))
        self.before_each.toggled.connect(lambda on: settings.set_flag(BEFORE_EACH, on))
        self._place()
        self.describe(self.tr("What was read"), self._path.name, self.tr("Begin the review"))
        self.furniture.turned.connect(self._turn)
        self.encoding.wanted.connect(self._read_in)
        self.form.changed.connect(self._check)
        self.rejected.connect(self._call_off)
        if isinstance(found, Received):
            self._show(found)
        else:
            self._show_blocked(found)
        self.resize(self.minimumWidth(), max(_HEIGHT, self.sizeHint().height()))

    def _place(self) -> None:
        for page in (self.form, self.furniture, self.encoding):
            self.pages.addWidget(page)
        self._right = QVBoxLayout()
        self._right.setSpacing(12)
        self._right.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.overview)
        row.addLayout(self._right, 1)
        self.content.setSpacing(8)
        self.content.addWidget(self.busy)
        self.content.addWidget(self.band)
        self.content.addLayout(row, 1)
        self.foot.insertWidget(0, self.before_each)

    @property
    def tabs(self) -> Options | None:
        """What the right half shows: `form`, `furniture`, `encoding`."""
        return self._tabs

    @property
    def at_work(self) -> bool:
        """Whether the file is being read again."""
        return self._job is not None

    def show_tab(self, key: str) -> None:
        """Show one of the right half's pages."""
        widgets = {"form": self.form, "furniture": self.furniture, "encoding": self.encoding}
        self.pages.setCurrentWidget(widgets[key])
        if self._tabs is not None:
            self._tabs.set_current(key)

    def finish(self) -> None:
        if self.received is None or self.at_work or self._gather.isActive() or not self._check():
            return
        self.settled.emit(Settled(self.received, self.form.particulars(), self.form.years()))
        self.accept()

    def _show(self, received: Received) -> None:
        self.received, self._blocked, self._wishes = received, None, received.wishes
        self.overview.show_received(received)
        self.form.setEnabled(True)
        self.form.propose(received.guesses)
        self.furniture.show_pieces(pieces(received))
        self.encoding.show_received(received)
        self._make_tabs(received)
        self._tell_notices(received)
        self._check()

    def _make_tabs(self, received: Received) -> None:
        options = [
            ("form", self.tr("Report details")),
            ("furniture", self.tr("Furniture · {count}").format(count=self.furniture.count)),
        ]
        if received.reading.source.media_type in WITH_ENCODING:
            options.append(("encoding", self.tr("Encoding")))
        self._offer(options, self._tabs.current if self._tabs else "form")

    def _offer(self, options: list[tuple[str, str]], current: str) -> None:
        focused = self._tabs is not None and self._tabs.isAncestorOf(self.focusWidget() or self)
        if self._tabs is not None:
            self._right.removeWidget(self._tabs)
            let_go(self._tabs)
        self._tabs = Options(options, self, pages=True)
        self._tabs.chosen.connect(self.show_tab)
        self._right.insertWidget(0, self._tabs)
        in_order(self.done_button, *self._tabs.buttons)  # before the form, which follows the keys in a circle
        self.show_tab(current)
        if focused:
            self._tabs.setFocus()
        elif not self.isVisible():
            self.form.setFocus()

    def _tell_notices(self, received: Received) -> None:
        """The problems of the file in a band on top, with what can be done."""
        notices = received.notices()
        if not notices:
            self.band.dismiss()
            return

        def sentence() -> str:
            return " ".join(message("notices", one.key, settings.language(), **one.params) for one in notices)

        actions = []
        if any(one.key == "pages-pictures" for one in notices) and not self._wishes.recognise:
            actions.append(BandAction(lambda: self.tr("Recognise text"), self._recognise))
        self.band.tell("question", sentence, *actions)
        self._fit()

    def _show_blocked(self, blocked: Blocked) -> None:
        """Nothing was read: say why on top, and what can be done about it."""
        self._blocked, self.received = blocked, None
        self.overview.show_blocked(blocked.page, self._path.suffix.lstrip(".").upper())
        self.form.setEnabled(False)
        self.done_button.setEnabled(False)
        other = BandAction(lambda: self.tr("Another file…"), self._choose_other)
        recognise = BandAction(lambda: self.tr("Recognise text"), self._recognise)
        actions = (recognise, other) if blocked.error.key == "scanned" else (other,)
        self.band.tell("problem", lambda: blocked.error.sentence(settings.language()), *actions)
        if blocked.error.key in ENCODING:
            self.encoding.show_unread(self._wishes.encoding)
            self._offer([("encoding", self.tr("Encoding"))], "encoding")
            self.encoding.choice.setFocus()
        elif self.band.buttons:
            self.band.buttons[0].setFocus()

    def _choose_other(self) -> None:
        self.reject()
        self.other_wanted.emit()

    def _check(self) -> bool:
        """Whether all is well; what is not is said beside the key."""
        words = self.form.problem()
        self.tell_problem(words)
        ready = self.received is not None and not self.at_work
        self.done_button.setEnabled(ready and not words)
        return not words

    # Reading again

    def _turn(self, piece: Piece) -> None:
        self._wishes = turned(self._wishes, piece)
        self._gather.start()

    def _read_in(self, encoding: str) -> None:
        self._wishes = replace(self._wishes, encoding=encoding or None)
        self._read()

    def _recognise(self) -> None:
        self._wishes = replace(self._wishes, recognise=True)
        self._read()

    def _read(self) -> None:
        """Read the file with the wishes as they are now; what is being read is called off."""
        self._call_off()
        path, wishes, before = self._path, self._wishes, self.received

        def work(progress: Progress) -> Received:
            return receive(path, wishes, progress, before, progress.at)

        self._job = self._jobs.start(work, done=self._show_again, failed=self._failed, name="import")
        self._job.progressed.connect(self._tell_progress)
        self._share = 0.0
        self.busy.show_share(0.02)
        self.busy.show()
        self.done_button.setEnabled(False)
        self.under_way.follow(self._job, self._reading, self._stop, at_once=self._recognises())

    def _tell_progress(self, share: float) -> None:
        self._share = share
        self.busy.show_share(share)
        self.under_way.refresh()

    def _reading(self, _stage: str, number: int, count: int) -> str:
        """What is done with the file, and at which page."""
        if self._recognises():
            page = self._blocked.page if self._blocked else self.received.page if self.received else None
            count = page.count if page else 1
            number = min(count, int(min(1.0, 2 * self._share) * count) + 1)  # reading is the first half of the work
            words = self.tr("Recognising text: page {page} of {count}")
        elif count:
            words = self.tr("Reading the file again: page {page} of {count}")
        else:
            words = self.tr("Reading the file again")
        return words.format(page=number, count=count)

    def _recognises(self) -> bool:
        """Whether text is being recognised that was not before."""
        return self._wishes.recognise and (self.received is None or not self.received.wishes.recognise)

    def _stop(self) -> None:
        """Leave the reading; the file is as it was before."""
        self._call_off()
        self._wishes = replace(self._wishes, recognise=False) if self.received is None else self.received.wishes
        self._as_before()

    def _as_before(self) -> None:
        if self.received is not None:
            self._show(self.received)
        elif self._blocked is not None:
            self._show_blocked(self._blocked)

    def _show_again(self, received: Received) -> None:
        self._job = None
        self.under_way.end()
        self.busy.hide()
        self._show(received)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.under_way.end()
        self.busy.hide()
        if not isinstance(error, PolicyReviewError):
            raise error
        if self._blocked is not None:
            self._show_blocked(replace(self._blocked, error=error))
            return
        if self.received is not None:
            self._wishes = self.received.wishes
            self._show(self.received)
        self.band.tell("problem", lambda: error.sentence(settings.language()))

    def _call_off(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.under_way.end()
        self.busy.hide()


