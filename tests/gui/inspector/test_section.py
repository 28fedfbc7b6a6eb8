"""The page of a section: what it is taken for, what it holds, what in it waits for a verdict."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.model import ReviewClaim, Section
from core.project import SetVerdict
from gui import settings
from gui.session import Selection, Session
from gui.views.inspector import Inspector


def inside(session: Session, section: Section) -> list[ReviewClaim]:
    """The claims of a section and of all below it that wait for a verdict."""
    return [
        claim for claim in session.claims()
        if section.span.start <= claim.span.start < section.span.end and claim.checkable and claim.veracity is None
    ]  # fmt: skip


@pytest.fixture
def section(session: Session) -> Section:
    """A section with claims and with a section above it."""
    assert session.report is not None
    return next(each for each in session.report.sections if each.parent and inside(session, each))


def test_it_tells_what_it_is_and_what_it_holds(inspector: Inspector, session: Session, section: Section) -> None:
    """It said what to press, and nothing of the section."""
    settings.set_language("en")
    session.select("section", section.id)
    page = inspector.section_page
    assert page.isVisible() and page.name.text() == section.title
    above = session.section(section.parent or "")
    assert above is not None and above.title in page.above.text()
    said = [label.text() for label in page.facts.findChildren(QLabel)]
    report = session.report
    assert report is not None
    figures = [each for each in report.metrics if section.span.start <= each.value_span.start < section.span.end]
    assert said[said.index("Figures") + 1] == str(len(figures))
    waiting = inside(session, section)
    assert said[said.index("Judged") + 1].startswith("0 of")
    assert page._waiting_head.count.text() == str(len(waiting))


def test_it_leads_to_what_waits_and_follows_each_verdict(
    qtbot: QtBot, inspector: Inspector, session: Session, section: Section
) -> None:
    """The key and each passage lead to a claim; when all are judged it says so."""
    session.select("section", section.id)
    page = inspector.section_page
    waiting = inside(session, section)
    page.quotes[-1].pressed.emit()
    assert session.selection == Selection("claim", waiting[len(page.quotes) - 1].id)
    session.select("section", section.id)
    qtbot.keyClick(page.begin, Qt.Key.Key_Space)
    assert session.selection == Selection("claim", waiting[0].id)
    session.select("section", section.id)
    for claim in waiting:
        session.do(SetVerdict(claim.id, "supported"))
    assert page.quotes == [] and page.rest.isVisible() and not page.begin.isEnabled()
