"""Work off the GUI thread: its answers arrive in it, it can be called off, faults are handed over."""

from __future__ import annotations

import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from gui.jobs import Jobs, Progress


def test_the_answer_comes_in_the_gui_thread(qtbot: QtBot) -> None:
    """A widget touched from another thread kills the process."""
    jobs = Jobs()
    where: list[QThread] = []
    threads: list[int] = []

    def work(_progress: Progress) -> int:
        threads.append(threading.get_ident())
        return 42

    answers: list[int] = []

    def done(answer: int) -> None:
        answers.append(answer)
        where.append(QThread.currentThread())

    jobs.start(work, done=done, failed=lambda _: answers.append(-1))
    qtbot.waitUntil(lambda: answers == [42])
    assert where == [jobs.thread()]
    assert threads != [threading.get_ident()]


def test_a_fault_is_handed_over(qtbot: QtBot) -> None:
    """What the work raises reaches the one who asked for it."""
    jobs = Jobs()
    faults: list[Exception] = []

    def work(_progress: Progress) -> None:
        raise ValueError("no")

    jobs.start(work, done=lambda _: None, failed=faults.append)
    qtbot.waitUntil(lambda: len(faults) == 1)
    assert isinstance(faults[0], ValueError)


def test_progress_is_told_and_busy_ends(qtbot: QtBot) -> None:
    """The window shows a line while there is work, and not after it."""
    jobs = Jobs()
    busy: list[bool] = []
    shares: list[float] = []
    jobs.busy.connect(busy.append)

    def work(progress: Progress) -> None:
        for share in (0.25, 0.5, 1.0):
            progress(share)

    jobs.start(work, done=lambda _: None, failed=lambda _: None).progressed.connect(shares.append)
    qtbot.waitUntil(lambda: busy == [True, False])
    assert shares[-1] == 1.0
    assert jobs.running == ()


def test_work_that_is_called_off_gives_no_answer(qtbot: QtBot) -> None:
    """Closing the window while a PDF is set must not open a band in a window that is gone."""
    jobs = Jobs()
    answers: list[str] = []
    began = threading.Event()

    def work(progress: Progress) -> None:
        began.set()
        while True:
            progress(0.5)

    job = jobs.start(work, done=lambda _: answers.append("done"), failed=lambda _: answers.append("failed"))
    assert began.wait(5)
    with qtbot.waitSignal(job.finished):
        job.cancel()
    assert answers == []
    assert jobs.close()


def test_what_was_made_too_late_is_handed_back(qtbot: QtBot) -> None:
    """Called off while the work ends or after it: what is open in its result would stay open for ever."""
    jobs = Jobs()
    unwanted: list[str] = []
    answers: list[str] = []
    called_off, ended = threading.Event(), threading.Event()

    def work(_progress: Progress) -> str:
        called_off.wait(5)
        return "while it ends"

    def done(answer: str) -> None:
        answers.append(answer)

    def failed(error: Exception) -> None:
        answers.append(repr(error))

    job = jobs.start(work, done=done, failed=failed, unwanted=unwanted.append)
    with qtbot.waitSignal(job.finished):
        job.cancel()
        called_off.set()

    def quick(_progress: Progress) -> str:
        ended.set()
        return "after it"

    job = jobs.start(quick, done=done, failed=failed, unwanted=unwanted.append)
    assert ended.wait(5)
    with qtbot.waitSignal(job.finished):
        job.cancel()
    assert unwanted == ["while it ends", "after it"]
    with qtbot.waitSignal(jobs.start(lambda _progress: "wanted", done=done, failed=failed,
                                     unwanted=unwanted.append).finished):
        pass
    assert answers == ["wanted"] and len(unwanted) == 2
