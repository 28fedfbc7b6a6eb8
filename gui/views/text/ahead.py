"""A report's paragraphs, cut beside the window before its text is shown: for a long one that takes a while."""

from __future__ import annotations

from typing import Final, NamedTuple

from core.model import Report, Span
from gui.views.text.paragraphs import Paragraph, cut, skipped


class Prepared(NamedTuple):
    """What the text pane needs of a report: its paragraphs, and what is not drawn inside them."""

    report: Report
    paragraphs: list[Paragraph]
    skipped: list[Span]


_READY: Final[list[Prepared]] = []  # one at most, and none once it was asked for


def prepare(report: Report) -> None:
    """Cut a report that is about to be shown. May be called in any thread."""
    _READY[:] = [_made(report)]


def prepared(report: Report) -> Prepared:
    """What `prepare` made of this very report, or the same made now; it is not kept any longer."""
    ready = _READY.pop() if _READY else None
    return ready if ready is not None and ready.report is report else _made(report)


def forget() -> None:
    """Keep nothing for a report that will not be shown."""
    _READY.clear()


def _made(report: Report) -> Prepared:
    return Prepared(report, cut(report), skipped(report))
