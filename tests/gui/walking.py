"""A random walk of a person through the window, the same for the same seed, and what is counted on the way.

Every step is something that a person does: opening, selecting, judging, undoing, finding, judging one by one,
filtering, turning theme, language and layout, evidence, ledgers, dialogs, exports, leaving one project for another,
and what `walking_further.py` has: other windows, dropped files, what is called off, what goes away.
Whatever comes of it, at a resting place nothing is open and nothing is under way, so that counts taken there can be
compared.
"""

from __future__ import annotations

import ctypes
import gc
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

import seeds
from core.model.review import VERACITIES
from core.project import AttachEvidence, EvidenceDraft, SetNote, SetRationale, SetVerdict
from gui.mainwindow import MainWindow
from gui.settings import TEXT_SIZES
from gui.views.data.pages import Page
from tests.gui.walking_further import Further

PATIENCE: Final = 60.0
_ROUND: Final = 40
#: Dialogs that are opened and left again.
DIALOGS: Final = (
    "tag", "link_claims", "attach_evidence", "correct_heading", "dismiss", "codebook", "report_details", "review_info",
    "trail", "sign", "snapshots", "shortcuts", "keys", "about", "help", "set_reviewer", "save_layout",
)
#: Commands that a person gives at any time; what is not possible just then does nothing.
COMMANDS: Final = (
    "next_claim", "next_claim", "next_claim", "previous_claim", "next_unjudged", "next_section", "previous_section",
    "back", "forward", "verdict_1", "verdict_2", "verdict_3", "verdict_6", "verdict_0", "confidence", "later", "accept",
    "undo", "undo", "redo", "text_larger", "text_smaller", "text_normal", "toggle_navigator", "toggle_data",
    "toggle_inspector", "layer_metrics", "layer_claims", "layer_hits", "next_pane", "previous_pane", "original_page",
)
_LAYOUTS: Final = ("layout_reading", "layout_data", "layout_ledgers")
_WORDS: Final = ("增长", "生产总值", "投资", "第三", "不存在的字")
_PAGES: Final[tuple[Page, ...]] = ("growth", "figures", "review", "evidence", "table")
_SAMPLES: Final = ("digest", "county", "communique")


@dataclass(frozen=True, slots=True)
class Counts:
    """What lives at a resting place.

    Memory is what the process holds, in megabytes; `heap` is what is in use of it outside of Python, `blocks` the
    pieces in use by Python: these two tell what grows from what is only not given back to the system.
    """

    widgets: int
    qt: int
    python: int
    memory: float
    heap: float
    blocks: int
    files: int
    threads: int


class Walk:
    """Walks through `window`; projects are made in `folder`."""

    def __init__(self, window: MainWindow, folder: Path, seed: int = 1) -> None:
        self.window = window
        self._folder = folder
        self._dice = random.Random(seed)
        self.key = _SAMPLES[0]
        self.done: Counter[str] = Counter()
        self.steps: tuple[tuple[int, Callable[[], None]], ...] = (
            (30, self._command), (14, self._select), (8, self._judge), (5, self._find), (3, self._search),
            (5, self._dialog), (3, self._palette), (3, self._list), (3, self._layout), (2, self._round),
            (2, self._data), (2, self._filter), (2, self._theme), (1, self._language), (2, self._evidence),
            (1, self._export), (2, self._open), (3, self._scroll), (2, self._resize), (1, self._menu),
            *Further(self, folder, self._dice).steps(),
        )

    def go(self, steps: int) -> None:
        """So many steps at random."""
        weights = [weight for weight, _ in self.steps]
        self._take(self._dice.choices(self.steps, weights)[0][1] for _ in range(steps))

    def tour(self, times: int) -> None:
        """Each kind of step so many times, one after the other; each command, dialog and page among them."""
        for _ in range(times):
            self._take(step for _, step in self.steps)
            self._take(partial(self.act, key) for key in dict.fromkeys(COMMANDS))
            self._take(partial(self.visit, key) for key in DIALOGS)
            self._take(partial(self._show_page, page) for page in _PAGES)

    def each_size(self) -> None:
        """The text in each of its sizes: the glyphs of some are kept, however many more are seen."""
        self.open("digest")
        for size in TEXT_SIZES:
            assert self.window.text is not None
            self.window.text.set_text_size(size)
            self.settle(0.02)
        self.window.text.set_text_size(None)

    def repeat(self, step: Callable[[], None], times: int) -> None:
        """One kind of step so many times."""
        self._take(repeat(step, times))

    def _take(self, steps: Iterable[Callable[[], None]]) -> None:
        """Cycles are collected between steps and in this thread only, as the application has it."""
        was_on = gc.isenabled()
        gc.disable()
        try:
            for number, step in enumerate(steps):
                if self.window.session.project is None:
                    self.open(self.key)
                step()
                self.done[name_of(step)] += 1
                self.settle()
                self.leave_dialogs()
                gc.collect(2 if number % _ROUND == 0 else 0)
        finally:
            if was_on:
                gc.enable()

    def begin(self) -> None:
        """See everything once: what is made when it is first needed is no leak."""
        self.open("digest")
        for key in ("layout_ledgers", "layout_data", "original_page", "original_page"):
            self.act(key)
            self.settle(0.1)
        for subject in (self._select, self._round, self._data, self._search, self._evidence, self._export, self._menu):
            subject()
        for dialog in DIALOGS:
            self.visit(dialog)
        for key in _SAMPLES:
            self.open(key)
            self._look_at_each()

    def rest(self) -> Counts:
        """Open always the same, close it, wait until nothing is under way, and count.

        Panes keep what they showed last until they show something else; so the last thing is the same at every rest.
        """
        window = self.window
        window.resize(1280, 800)
        if window.triage.on:
            window.triage.leave()
        window.commands.choose_theme("light")
        window.commands.choose_language("en")
        self.open("digest")
        self.act("layout_data")
        self._look_at_each()
        window.commands.open_palette()
        window.palette_view.dismiss()
        self.until(lambda: not window.jobs.running)
        window.files.close_project()
        self.until(lambda: window.session.project is None and not window.jobs.running)
        return self.count()

    def count(self) -> Counts:
        """What lives now, when nothing is under way."""
        window = self.window
        for _ in range(3):
            self.settle(0.03)
            gc.collect()
        inside = len(window.findChildren(QObject))
        return Counts(
            len(QApplication.allWidgets()), inside, len(gc.get_objects()), resident(), in_use(),
            sys.getallocatedblocks(), descriptors(), threading.active_count(),
        )

    # Steps

    def _command(self) -> None:
        self.act(self._dice.choice(COMMANDS))

    def _select(self) -> None:
        subject, keys = self._dice.choice(self._subjects())
        if keys:
            chosen = self._dice.choice(keys)
            self.window.session.select(subject, chosen)  # type: ignore[arg-type]  # a plain word in a test

    def _subjects(self) -> list[tuple[str, list[str]]]:
        session = self.window.session
        project, report = session.project, session.report
        if project is None or report is None:
            return [("none", [""])]
        return [
            ("claim", [claim.id for claim in session.claims()]), ("metric", [metric.id for metric in report.metrics]),
            ("hit", [hit.id for hit in project.hits()]), ("section", [section.id for section in report.sections]),
            ("evidence", [item.id for item in project.evidence()]), ("none", [""]),
        ]

    def _judge(self) -> None:
        session = self.window.session
        claim = self._dice.choice(list(session.claims()))
        session.select("claim", claim.id)
        session.do(SetVerdict(claim.id, self._dice.choice((*VERACITIES, None))))
        words = self._dice.choice(("与公报一致。", "口径不同。", ""))
        session.do(self._dice.choice((SetRationale, SetNote))(claim.id, words))

    def _find(self) -> None:
        text = self.window.text
        if text is None:
            return
        self.act("find")
        text.open_find(self._dice.choice(_WORDS))
        for _ in range(self._dice.randint(1, 4)):
            self.act("find_next")
        self.press(Qt.Key.Key_Escape)

    def _search(self) -> None:
        contents = self.window.contents
        if contents is not None:
            contents.navigator.show_search(self._dice.choice(_WORDS))
            self.settle(0.05)
            contents.navigator.show_tab("sections")

    def _dialog(self) -> None:
        self.visit(self._dice.choice(DIALOGS))

    def visit(self, dialog: str) -> None:
        """Open a dialog and leave it."""
        self.act(dialog)
        self.settle(0.02)
        self.leave_dialogs()

    def _palette(self) -> None:
        self.window.commands.open_palette()
        self.settle()
        for _ in range(self._dice.randint(0, 5)):
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Escape)
        self.window.palette_view.hide()

    def _list(self) -> None:
        contents = self.window.contents
        if contents is not None:
            tab = self._dice.choice(("sections", "claims", "hits", "evidence"))
            contents.navigator.show_tab(tab)  # type: ignore[arg-type]  # a plain word in a test
            self.settle()
            for _ in range(self._dice.randint(0, 4)):
                self.press(Qt.Key.Key_Down)

    def _layout(self) -> None:
        self.act(self._dice.choice(_LAYOUTS))

    def _round(self) -> None:
        triage = self.window.triage
        if triage.on:
            triage.leave()
            return
        triage.begin()
        for _ in range(self._dice.randint(1, 5)):
            self.settle()
            self.act(self._dice.choice(("next_claim", "verdict_1", "stay_3", "later", "triage_back")))
        if self._dice.random() < 0.8:
            triage.leave()

    def _data(self) -> None:
        self._show_page(self._dice.choice(_PAGES))

    def _show_page(self, page: Page) -> None:
        data = self.window.contents.data if self.window.contents else None
        if data is not None:
            data.show_page(page)
            data.set_by_section(self._dice.random() < 0.5)

    def _filter(self) -> None:
        contents = self.window.contents
        if contents is None:
            return
        contents.navigator.set_verdict_filter(self._dice.choice((*VERACITIES, "")))
        self.settle()
        contents.navigator.set_verdict_filter("")

    def _theme(self) -> None:
        self.window.commands.switch_theme()

    def _language(self) -> None:
        self.window.commands.choose_language(self._dice.choice(("zh", "en")))

    def _evidence(self) -> None:
        session = self.window.session
        claim = self._dice.choice(list(session.claims()))
        draft = EvidenceDraft(
            kind="statistical_release", title="统计公报", provider="统计局", excerpt="全年地区生产总值增长。",
            retrieved_at="2024-05-06T09:30:00+08:00",
        )
        session.select("claim", claim.id)
        session.do(AttachEvidence(claim.id, draft))
        self.settle(0.02)
        session.undo()

    def _export(self) -> None:
        kind = self._dice.choice(("pdf", "copy"))
        target = self._folder / f"out.{'pdf' if kind == 'pdf' else 'prv'}"
        target.unlink(missing_ok=True)
        (self.window.exporting.pdf if kind == "pdf" else self.window.exporting.copy)(target)
        self.until(lambda: not self.window.jobs.running)
        self.window.band.dismiss()

    def _open(self) -> None:
        self.open(self._dice.choice(_SAMPLES))

    def open(self, key: str) -> None:
        """Open a sample; its project the second time, as it was left."""
        window = self.window
        source = seeds.sample(key).file
        report = self._folder / source.name
        project = report.with_suffix(".prv")
        if window.triage.on:
            window.triage.leave()
        self.key = key
        if window.session.project is not None and window.session.project.path == project:
            return
        if not report.exists():
            report.write_bytes(source.read_bytes())
        ready: list[bool] = []

        def hear() -> None:
            ready.append(True)

        window.ready.connect(hear)
        window.open_file(project if project.exists() else report)
        self.until(lambda: bool(ready))
        window.ready.disconnect(hear)

    def _scroll(self) -> None:
        report, text = self.window.session.report, self.window.text
        if report is not None and text is not None:
            metric = self._dice.choice(report.metrics)
            text.reveal(metric.value_span)

    def _resize(self) -> None:
        self.window.resize(*self._dice.choice(((1280, 800), (1920, 1080), (960, 600), (1440, 900))))

    def _menu(self) -> None:
        menu = self.window.actions_table.popup()
        menu.popup(self.window.pos())
        self.settle()
        menu.close()

    # What a step is made of

    def _look_at_each(self) -> None:
        for subject, ids in self._subjects():
            if ids:
                self.window.session.select(subject, ids[0])  # type: ignore[arg-type]  # a plain word in a test
                self.settle(0.02)

    def act(self, key: str) -> None:
        self.window.refresh()
        action = self.window.actions_table.action(key)
        if action.isEnabled():
            action.trigger()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            target = QApplication.focusWidget() or self.window
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    def leave_dialogs(self) -> None:
        for shown in open_dialogs(self.window):
            if isinstance(shown, QDialog):
                shown.reject()
            else:
                shown.close()
        self.settle()

    def settle(self, seconds: float = 0.0) -> None:
        until = time.monotonic() + seconds
        while True:
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if time.monotonic() >= until:
                return
            time.sleep(0.002)

    def until(self, reached: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not reached():
            if time.monotonic() > until:
                raise TimeoutError("the window never came to rest")
            self.settle(0.005)


def open_dialogs(window: MainWindow) -> Iterator[QWidget]:
    """The dialogs and menus that are on the screen beside the window."""
    for shown in QApplication.topLevelWidgets():
        if shown is not window and shown.isVisible() and isinstance(shown, QDialog | QMenu):
            yield shown


def name_of(step: Callable[[], None]) -> str:
    """What a step is called, with what it is of: `visit tag`."""
    if isinstance(step, partial):
        return " ".join((step.func.__name__, *step.args))
    return step.__name__.lstrip("_")


def descriptors() -> int:
    """Files and pipes that this process has open; 0 where the system does not tell it in this way."""
    try:
        return sum(1 for _ in Path("/proc/self/fd").iterdir())
    except OSError:
        return 0


class Heap(ctypes.Structure):
    """What the C library says of its heap, in bytes: in use are `hblkhd`, in pieces of their own, and `uordblks`."""

    _fields_ = tuple((name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
    ))


def in_use() -> float:
    """Megabytes that are in use of the C library's heap, which is where Qt and SQLite live; 0.0 where it cannot say."""
    ask = getattr(ctypes.CDLL(None), "mallinfo2", None) if sys.platform == "linux" else None
    if ask is None:
        return 0.0
    ask.restype = Heap
    heap = ask()
    return float(heap.hblkhd + heap.uordblks) / 2**20


def resident() -> float:
    """Megabytes that this process holds in memory now; 0.0 where the system does not tell it in this way."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 2**20
