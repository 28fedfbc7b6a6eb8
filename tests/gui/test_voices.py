"""The fonts of the two voices in the two languages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLabel

from gui.mainwindow import MainWindow
from gui.theme import app_font, heading_font


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
