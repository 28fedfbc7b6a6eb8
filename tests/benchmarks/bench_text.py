"""What the text pane costs, against a bare QPlainTextEdit that is given the same formats in the same run.

    python tests/benchmarks/bench_text.py

Prints ratios; asserts nothing, for times differ from machine to machine.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit

from core.model import Claim, Metric, Report, Source, Span
from core.project import Changes, Edit, MarkClaim, Project, RemoveClaim, SetVerdict
from core.text import matches
from gui.session import Session
from gui.theme import Theme, load_fonts, report_font
from gui.views.text import TextPane

SENTENCES = (
    "积极融入产业四地建设和五个中心城市建设，谋划储备重点项目74项，固定资产投资增幅高于全市5.2个百分点，增速位列四区第一。",
    "落实1.3亿元“保交楼”资金，成功交付房屋957套，推动解决遗留问题化解，962户群众喜迁新居。",
    "普惠性幼儿园占比达94%，义务教育巩固率为98.51%，教育发展持续优化；办事效率明显提高，群众满意度稳步上升。",
)
FRAMES = 200
EDITS = 30


def made(characters: int, marks: int, *, overlapping: bool) -> Report:
    """A made report of so many characters with so many marks; half of them metrics, or all of them claims."""
    chance = random.Random(6)
    parts: list[str] = []
    size = 0
    while size < characters:
        parts.append("".join(chance.choices(SENTENCES, k=chance.randint(1, 5))))
        size += len(parts[-1]) + 1
    text = "\n".join(parts)[:characters]
    metrics: list[Metric] = []
    claims: list[Claim] = []
    for number in range(marks):
        start = chance.randrange(0, characters - 60)
        if overlapping or number % 2:
            span = Span(start, start + chance.randint(10, 60))
            claims.append(Claim(f"c{number}", None, span, ("achievement",), 0.5, ()))
        else:
            span = Span(start, start + chance.randint(2, 6))
            metrics.append(
                Metric(
                    f"m{number}", None, span, span, None, Decimal(1), None, "%", span.quote(text), "level", "actual",
                    None, None, "eq", None, None, None, 0.9,
                )
            )
    claims.sort(key=lambda claim: claim.span)
    source = Source("made.txt", "0" * 64, "text/plain", "utf-8", None)
    return Report(source, text, None, None, None, None, "zh", (), tuple(metrics), tuple(claims), ())


def milliseconds(work: Callable[[], object]) -> float:
    """One call, in time of the thread's own processor: other programs on the machine do not count."""
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def resident() -> float:
    """The memory of this process in MB, 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


def frames(area: QAbstractScrollArea, step: int) -> list[float]:
    """What each step of scrolling costs until it is painted."""
    bar = area.verticalScrollBar()
    bar.setValue(0)

    def one() -> None:
        bar.setValue(bar.value() + step)
        area.viewport().repaint()

    return [milliseconds(one) for _ in range(FRAMES)]


def bare(report: Report, theme: Theme) -> tuple[QPlainTextEdit, float]:
    """A QPlainTextEdit with the same text and formats, and what loading them took."""
    edit = QPlainTextEdit()
    edit.setReadOnly(True)
    edit.setFont(report_font(17))
    edit.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    edit.resize(660, 900)
    edit.show()
    QApplication.processEvents()
    figure, claim = QTextCharFormat(), QTextCharFormat()
    figure.setBackground(theme.color("metric_tint"))
    claim.setFontUnderline(True)

    def load() -> None:
        edit.setPlainText(report.text)
        cursor = QTextCursor(edit.document())
        cursor.beginEditBlock()
        marks = [(metric.value_span, figure) for metric in report.metrics]
        marks += [(found.span, claim) for found in report.claims]
        for span, style in marks:
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(style)
        cursor.endEditBlock()

    load()
    return edit, statistics.median(milliseconds(load) for _ in range(3))


def line(words: str, ours: float, theirs: float | None, bar: str = "") -> None:
    """One result."""
    ratio = f"{ours / theirs:5.2f} x QPlainTextEdit ({theirs:.1f})" if theirs else ""
    print(f"  {words:<34}{ours:8.1f} ms   {ratio:<38}{bar}")


def edits(pane: TextPane, session: Session) -> dict[str, list[float]]:
    """What the pane does for one mark added, changed, removed: its own work and the repaint, without the file."""
    taken: dict[str, list[float]] = {"added": [], "changed": [], "removed": []}
    chance = random.Random(3)
    project = session.project
    assert project is not None
    session.changed.disconnect(pane._changed)
    def shown(kind: str, edit: Edit) -> Changes:
        done = project.do(edit)
        session.claims()

        def repainted() -> None:
            pane._changed(done)
            pane.viewport().repaint()

        taken[kind].append(milliseconds(repainted))
        return done

    for _ in range(EDITS):
        claims = session.claims()
        chosen = claims[chance.randrange(len(claims))]
        pane.verticalScrollBar().setValue(pane._value_for(chosen.span))
        pane.viewport().repaint()
        place = Span(chosen.span.start, chosen.span.end + 3)
        made_claim = shown("added", MarkClaim(chosen.report, place, ("achievement",)))
        shown("changed", SetVerdict(chosen.id, "partly"))
        shown("removed", RemoveClaim(made_claim.subject))
    session.changed.connect(pane._changed)
    return taken


def measure(name: str, report: Report, theme: Theme, folder: Path) -> None:
    """One report, both panes."""
    print(f"{name}: {len(report.text):,} characters, {len(report.metrics) + len(report.claims):,} marks")
    edit, their_load = bare(report, theme)
    their_paint = milliseconds(edit.viewport().repaint)
    their_frames = frames(edit, 2)
    edit.deleteLater()
    project = Project.create(folder / f"{len(report.text)}.prv", report, report.text.encode(), created_by="bench")
    session = Session()
    session.open(project)
    session.claims()
    gc.collect()
    before = resident()
    pane = TextPane(session, theme)
    pane.resize(660, 900)
    pane.show()
    QApplication.processEvents()
    line("load", statistics.median(milliseconds(pane.load) for _ in range(5)), their_load, "bar 2.5 x")
    line("first page painted", milliseconds(pane.viewport().repaint), their_paint, "bar 50 ms")
    taken = frames(pane, 64)
    line("scroll step, median", statistics.median(taken), statistics.median(their_frames), "bar 16 ms")
    line("scroll step, 95 of 100", sorted(taken)[FRAMES * 95 // 100], sorted(their_frames)[FRAMES * 95 // 100])
    for kind, times in edits(pane, session).items():
        line(f"one mark {kind}, repainted", statistics.median(times), None, "bar 16 ms")
        line(f"one mark {kind}, worst", max(times), None)

    def strip() -> None:
        pane._show_strip()
        pane.verticalScrollBar().repaint()

    def resized() -> None:
        pane.resize(690, 900)
        pane.viewport().repaint()

    def larger() -> None:
        pane.set_text_size(20)
        pane.viewport().repaint()

    line("marker strip drawn anew", milliseconds(strip), None)
    line("every 增长 found", milliseconds(lambda: matches(report.text, "增长", wrapped=False)), None)
    line("one step wider, repainted", milliseconds(resized), None)
    line("another size, repainted", milliseconds(larger), None)
    pane.set_text_size(None)
    print(f"  memory of the pane                {resident() - before:8.1f} MB")
    session.close()
    pane.deleteLater()
    QApplication.processEvents()


def main() -> None:
    """Both sizes of the review workspace's bars."""
    application = QApplication.instance() or QApplication(sys.argv)
    load_fonts()
    theme = Theme("light")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["POLICY_REVIEW_SETTINGS"] = str(Path(folder) / "settings.ini")
        measure("a report", made(20_000, 400, overlapping=False), theme, Path(folder))
        measure("dense", made(10_000, 5_000, overlapping=True), theme, Path(folder))
        measure("long", made(1_000_000, 5_000, overlapping=False), theme, Path(folder))
    application.processEvents()


if __name__ == "__main__":
    main()
