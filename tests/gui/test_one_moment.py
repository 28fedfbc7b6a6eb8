"""At no moment do rows of the inspector lie over one another."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QScrollArea, QWidget

from core.project import AttachEvidence, EvidenceDraft, SetRationale
from gui.mainwindow import MainWindow


def test_rows_have_their_places_as_soon_as_something_is_selected(opened: MainWindow) -> None:
    """Fields grew at once and their layout followed with the next events: a picture taken in between showed both."""
    assert opened.contents is not None
    session, inspector = opened.session, opened.contents.inspector
    claims = [claim.id for claim in session.claims()]
    session.do(SetRationale(claims[0], "理由有很多行。" * 40))
    for number in range(3):
        session.do(AttachEvidence(claims[1], EvidenceDraft(title=f"通知{number}", kind="notice", excerpt="x")))
    for key in (claims[2], claims[0], claims[1], claims[5], claims[0], claims[9], claims[1], claims[3]):
        session.select("claim", key)  # no event is let through
        area = inspector._pages.currentWidget()
        assert isinstance(area, QScrollArea)
        page = area.widget()
        assert page is not None
        rows = [child for child in page.children() if isinstance(child, QWidget) and child.isVisible()]
        rows.sort(key=lambda row: row.y())
        assert len(rows) > 5
        for above, below in pairwise(rows):
            assert above.geometry().bottom() <= below.y(), (above, below)
