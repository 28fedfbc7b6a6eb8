"""A small report with every kind of mark, in a real project, shown in a real pane."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.model import Claim, Finding, Indicator, Metric, Report, Section, Source, Span
from core.project import Project
from gui.session import Session
from gui.theme import Theme
from gui.views.text import TextPane
from tests.gui.pane_fixtures import own_settings, theme

__all__ = ["own_settings", "theme"]

#: Full of what breaks offsets: a BOM, CRLF, characters beyond 16 bits, an emoji, a combining mark.
TEXT = (
    "\ufeff山南县2023年工作报告\r\n\r\n一、2023年工作回顾\r\n\r\n"
    "𠮷庆街全年完成税收3.2亿元，增长11.5%，增速位列全市第二；caf\u0065\u0301 等小店😀新增48家，居民收入增长4.5%。"
    "全年就业形势总体稳定，民生支出占比达到八成。\r\n\r\n"
    "二、2024年目标\r\n\r\n地区生产总值增长5.5%左右，城镇登记失业率控制在5%以内。\r\n\r\n"
    + "\r\n\r\n".join(f"第{number}项任务要抓紧落实，全面提高办事效率，让群众得到实惠。" * 3 for number in range(1, 31))
    + "\r\n"
)


def place(words: str, text: str = TEXT) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def metric(key: str, words: str, role: str = "actual", confidence: float = 0.95) -> Metric:
    """A metric on these words."""
    span = place(words)
    return Metric(
        key, "s1", span, span, Indicator(words, words, None), Decimal("1"), None, "%", words, "growth",
        role,  # type: ignore[arg-type]  # a plain word in a test
        "2023", "yoy", "eq", None, None, None, confidence,
    )


def report() -> Report:
    """The report of these tests."""
    first, second = place("一、2023年工作回顾"), place("二、2024年目标")
    claims = (
        "𠮷庆街全年完成税收3.2亿元，增长11.5%，增速位列全市第二；",
        "caf\u0065\u0301 等小店😀新增48家，居民收入增长4.5%。",
        "全年就业形势总体稳定，民生支出占比达到八成。",
        "地区生产总值增长5.5%左右，",
    )
    return Report(
        Source("r.txt", "0" * 64, "text/plain", "utf-8", None),
        TEXT, "山南县2023年工作报告", 2023, 2024, "山南县", "zh",
        (Section("s1", None, 1, "一、2023年工作回顾", first, Span(first.start, second.start), "results", 2023),
         Section("s2", None, 1, "二、2024年目标", second, Span(second.start, len(TEXT)), "targets", 2024)),
        (metric("m1", "3.2亿元"), metric("m2", "11.5%"), metric("m3", "48家", confidence=0.5),
         metric("m4", "4.5%"), metric("m5", "5.5%左右", "target")),
        tuple(
            Claim(f"c{number}", "s1", place(words), ("achievement",), 0.9, ()) for number, words in enumerate(claims, 1)
        ),
        (Finding("STR-01", "major", (place("总体稳定"),)), Finding("NUM-01", "minor", (place("第二"),))),
        place("山南县2023年工作报告"),
    )


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:  # noqa: ARG001  Qt has to be there first
    """A session with the small report open."""
    found = report()
    project = Project.create(tmp_path / "r.prv", found, found.text.encode(), created_by="甲")
    opened = Session()
    opened.open(project)
    yield opened
    opened.close()


@pytest.fixture
def pane(qtbot: QtBot, session: Session, theme: Theme) -> TextPane:
    """The pane of the design's size, on screen."""
    shown = TextPane(session, theme)
    qtbot.addWidget(shown)
    shown.resize(660, 498)
    shown.show()
    qtbot.waitExposed(shown)
    return shown
