"""The fonts of the two voices in the two languages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel

from gui.dialogs.linking import LinkDialog
from gui.dialogs.words import ReasonDialog
from gui.mainwindow import MainWindow
from gui.theme import app_font, heading_font, report_font


def test_quotes_are_as_wide_as_the_language_writes_them(make_window: Callable[[], MainWindow]) -> None:
    """Chinese gives a quote the width of a sign; in an English sentence that is a hole. It follows the language, in
    words that are painted and in labels that stand; Chinese commas and the report's headings stay as they are."""
    window = make_window()

    def width(words: str, font: QFont) -> float:
        return QFontMetricsF(font).horizontalAdvance(words)

    label = QLabel("“High”", window)
    label.setFont(app_font(20))
    widths = {}
    for language in ("en", "zh", "en"):
        window.commands.choose_language("en" if language == "en" else "zh")
        widths[language] = width("“", label.font())
        assert width("“", app_font(20)) == widths[language]
        assert width("，国", app_font(20)) > 39
        assert width("“", heading_font(20)) > 19
    assert widths["zh"] > 19
    assert widths["en"] < 12


def test_what_the_report_says_is_set_in_song_in_dialogs_too(opened: MainWindow) -> None:
    """Nobody has to ask whose words they read; a long passage ends in …."""
    song = report_font().families()
    claims = sorted(opened.session.claims(), key=lambda claim: -len(claim.anchor.exact))
    reason = ReasonDialog(opened.theme, opened, claims[0].anchor.exact * 3)
    link = LinkDialog(opened.theme, opened, claims[0], claims)
    for dialog in (reason, link):
        (quote,) = (
            label for label in dialog.findChildren(QLabel) if label.text()[:12] == claims[0].anchor.exact[:12]
        )
        assert quote.font().families() == song
        assert len(quote.text()) <= 80
    assert any(label.text().endswith("…") for label in reason.findChildren(QLabel))
    assert link.list.item(0).font().families() == song
    assert dialog.lead.isHidden()
