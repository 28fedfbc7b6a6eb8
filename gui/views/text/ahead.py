"""What the text pane makes of a report, made beside the window before it is shown: of a long one it takes a while."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from core.model import Hit, Report, ReviewClaim, Span
from gui.views.text.layout import length
from gui.views.text.marks import Marks
from gui.views.text.paragraphs import Paragraph, cut, skipped


class Prepared(NamedTuple):
    """What the text pane needs of a report: its paragraphs and about how long each is, what is not drawn inside them,
    and the marks of these claims and check hits."""

    report: Report
    claims: Sequence[ReviewClaim]
    hits: Sequence[Hit]
    paragraphs: list[Paragraph]
    lengths: list[float]
    skipped: list[Span]
    marks: Marks


_READY: Final[list[Prepared]] = []  # one at most, and none once it was asked for


def prepare(report: Report, claims: Sequence[ReviewClaim], hits: Sequence[Hit]) -> None:
    """Cut and mark a report that is about to be shown. May be called in any thread."""
    _READY[:] = [_made(report, claims, hits)]


def prepared(report: Report, claims: Sequence[ReviewClaim], hits: Sequence[Hit]) -> Prepared:
    """What `prepare` made of these very things, or the same made now; it is not kept any longer."""
    ready = _READY.pop() if _READY else None
    same = ready is not None and ready.report is report and ready.claims is claims and ready.hits is hits
    return ready if ready is not None and same else _made(report, claims, hits)


def forget() -> None:
    """Keep nothing for a report that will not be shown."""
    _READY.clear()


def _made(report: Report, claims: Sequence[ReviewClaim], hits: Sequence[Hit]) -> Prepared:
    paragraphs, marks = cut(report), Marks()
    marks.load(paragraphs, report.metrics, claims, hits)
    lengths = [length(report.text, paragraph) for paragraph in paragraphs]
    return Prepared(report, claims, hits, paragraphs, lengths, skipped(report), marks)
