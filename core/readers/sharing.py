"""The pages of a PDF, long ones with the help of further processes.

PDFium reads for one thread at a time, so only a process of its own can read beside us. Helpers begin at the last page,
we at the first, and nobody waits: a page that a helper has not handed over when we come to it is read here. So a
helper that cannot be started, hangs or ends costs nothing but its help.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import subprocess
import threading
import time
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from core import workers
from core.readers.printed.carried import unpacked
from core.readers.printed.page import read_page
from core.readers.printed.shapes import Page
from core.readers.reading import Progress

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

#: So many pages are always worth help. Of fewer it is known after some how long the rest will take; less than this, in
#: seconds, a helper cannot shorten.
_LONG = 150
_PAGES_BEFORE = 6
_WORTH_HELP = 0.35
_MOST_HELPERS = 2
_IN_THE_PIPE = 2**20
#: Each helper holds the file once more.
_LARGEST_SHARED = 100 * 2**20


def read_pages(document: PdfDocument, data: bytes, password: str | None, progress: Progress) -> Iterator[Page]:
    """The pages from the first to the last. `progress` is told the share done; what it raises ends the helpers too."""
    count = len(document)
    began = time.perf_counter()
    with contextlib.ExitStack() as ending:
        helpers: list[_Helper] | None = None
        for number in range(count):
            if helpers is None and _is_worth_help(count, number, time.perf_counter() - began):
                helpers = [ending.enter_context(helper) for helper in _helpers(data, password, count)]
            progress((number + sum(helper.beyond(number) for helper in helpers or ())) / count)
            brought = next((page for helper in helpers or () if (page := helper.pages.pop(number, None))), None)
            yield read_page(document, number) if brought is None else unpacked(brought)


def _is_worth_help(count: int, done: int, seconds: float) -> bool:
    if count >= _LONG:
        return True
    return done >= _PAGES_BEFORE and seconds / done * (count - done) > _WORTH_HELP


def _helpers(data: bytes, password: str | None, count: int) -> list[_Helper]:
    if len(data) > _LARGEST_SHARED:
        return []
    number = max(0, min(_MOST_HELPERS, _cores() - 1))
    return [_Helper(data, password, count - 1 - which, number) for which in range(number)]


def _cores() -> int:
    """How many processors this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable is not None else os.cpu_count() or 1


class _Helper:
    """A process that reads every `step`-th page from `first` down; `pages` are those that it handed over, packed."""

    def __init__(self, data: bytes, password: str | None, first: int, step: int) -> None:
        self.pages: dict[int, bytes] = {}
        self._data, self._password, self._first, self._step = data, password, first, step
        self._next = first
        self._process: subprocess.Popen[bytes] | None = None
        self._threads: list[threading.Thread] = []

    def beyond(self, number: int) -> int:
        """How many of the pages that it handed over come behind this one."""
        return (self._first - max(self._next, number)) // self._step if number < self._first else 0

    def __enter__(self) -> _Helper:
        try:
            self._process = process = subprocess.Popen(
                workers.command("--read-pages"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env=workers.environment(), creationflags=workers.FLAGS,
            )
        except OSError:
            return self  # no process can be had: the pages are read here
        assert process.stdin is not None
        assert process.stdout is not None
        self._threads = [
            threading.Thread(target=self._give, args=(process.stdin,), daemon=True),
            threading.Thread(target=self._take, args=(process.stdout,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for thread in self._threads:
                thread.join()

    def _give(self, pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError), pipe:
            _widen(pipe)
            pipe.write(marshal.dumps((len(self._data), self._password, self._first, self._step)))
            pipe.write(self._data)

    def _take(self, pipe: IO[bytes]) -> None:
        with contextlib.suppress(OSError), pipe:
            while len(head := pipe.read(4)) == 4:
                page = pipe.read(length := int.from_bytes(head, "little"))
                if len(page) < length:
                    return
                self.pages[self._next] = page
                self._next -= self._step


def _widen(pipe: IO[bytes]) -> None:
    """Let more of a file stand in a pipe where the system allows it: the two ends wait for one another less often."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _IN_THE_PIPE)
