"""What a person can do to figures: say how one is read, that it is none, that one was missed, or nothing any more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from core.model import FigureReading, Metric, Span
from core.project import figures, rows
from core.project.changes import Row
from core.project.edits import Edit
from core.project.errors import ProjectError
from core.project.transaction import Transaction
from core.values import dataclass

#: No figure with its unit is longer.
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class CorrectFigure(Edit):
    """Say how the figure at `span` (the number with its unit) is read; the program's own reading is putting it back.

    The id of the decision is the `subject`.
    """

    kind = "correct_figure"
    report: str
    span: Span
    reading: FigureReading

    def apply(self, tx: Transaction) -> None:
        machine = next((each for each in _machine(tx, self.report) if each.value_span.overlaps(self.span)), None)
        if machine is not None and figures.same_reading(machine, self.span, self.reading):
            _decide(tx, self.report, self.span, None, put_back=True)
        else:
            _decide(tx, self.report, self.span, self.reading)


@dataclass(frozen=True, slots=True)
class AddFigure(Edit):
    """Make a figure of words in which the program read none.

    Raises:
        ProjectError: "figure-there", when the words hold a figure already.
    """

    kind = "add_figure"
    report: str
    span: Span
    reading: FigureReading

    def apply(self, tx: Transaction) -> None:
        if any(metric.value_span.overlaps(self.span) for metric in tx.read(self.report).report.metrics):
            raise ProjectError("figure-there")
        _decide(tx, self.report, self.span, self.reading)


@dataclass(frozen=True, slots=True)
class RefuseFigure(Edit):
    """Say that what stands at `span` is no figure; one that only a person saw is taken away."""

    kind = "refuse_figure"
    report: str
    span: Span

    def apply(self, tx: Transaction) -> None:
        machine = any(metric.value_span.overlaps(self.span) for metric in _machine(tx, self.report))
        _decide(tx, self.report, self.span, None, put_back=not machine)


@dataclass(frozen=True, slots=True)
class RestoreFigure(Edit):
    """Take a decision back: the figure is read as the program reads it, or not at all."""

    kind = "restore_figure"
    decision: str

    def apply(self, tx: Transaction) -> None:
        tx.subject = self.decision
        if tx.get("figure", self.decision) is None:
            raise ProjectError("gone", name=self.decision)
        tx.remove("figure", self.decision)


def _decide(
    tx: Transaction, report: str, span: Span, reading: FigureReading | None, *, put_back: bool = False
) -> None:
    """Let one decision hold for the words, in the place of those before that meet them."""
    text = tx.read(report).report.text
    if not 0 <= span.start < span.end <= min(len(text), span.start + _LONGEST) or not span.quote(text).strip():
        raise ProjectError("figure-place")
    held = [
        row for row in tx.rows("figure", report=report)
        if row["state"] != "orphan" and Span(_at(row, "span_start"), _at(row, "span_end")).overlaps(span)
    ]
    tx.subject = str(held[0]["id"]) if held else ""
    for row in held[0 if put_back else 1 :]:
        tx.remove_row("figure", row)
    if put_back:
        return
    tx.subject = tx.subject or tx.free_id("figure", f"{report}.f")
    said: Row = {
        "id": tx.subject, "report": report, **figures.anchor_columns(rows.anchor_in(text, span)),
        "reading": figures.reading_text(reading),
    }
    before = tx.get("figure", tx.subject)
    if before is None or any(before[name] != value for name, value in said.items()):
        tx.put("figure", {**said, "decided_by": tx.by, "decided_at": tx.at})


def _machine(tx: Transaction, report: str) -> Iterator[Metric]:
    """The figures as the program reads them."""
    read = tx.read(report).report
    for metric in read.metrics:
        if metric.by_hand is None:
            yield metric
        elif metric.by_hand.machine is not None:
            yield metric.by_hand.machine
    for metric in read.set_aside:
        if metric.by_hand is not None and metric.by_hand.machine is not None:
            yield metric.by_hand.machine


def _at(row: Row, column: str) -> int:
    return int(row[column] or 0)
