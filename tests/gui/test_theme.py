"""Fonts and colours by name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from gui.theme import Theme, app_font, page_color, report_font
from gui.views.controls import paint_text


def test_who_paints_word_for_word_gets_no_copies() -> None:
    """A font and a colour are the same for all who ask; the report's font is given away, for its features differ."""
    theme = Theme("light")
    assert app_font(12, 600) is app_font(12, 700) and app_font(12) is not app_font(13)
    assert theme.color("text") is theme.color("text") and page_color("text") is theme.color("text")
    assert theme.color("border", 0.6).alpha() < theme.color("border").alpha() == 255
    before = theme.color("text")
    theme.use("dark")
    assert theme.color("text") != before
    assert report_font(17) is not report_font(17)


def test_a_line_of_words_stands_where_it_is_told() -> None:
    """At the left, in the middle or at the right of its box, and cut where it is too long."""
    box, words, font = QRectF(20, 10, 160, 20), "增长", app_font(12)
    width = QFontMetricsF(font).horizontalAdvance(words)
    for align, left in (
        (Qt.AlignmentFlag.AlignLeft, 20.0), (Qt.AlignmentFlag.AlignRight, 180 - width),
        (Qt.AlignmentFlag.AlignHCenter, 100 - width / 2),
    ):
        image = QImage(200, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        taken = paint_text(painter, box, words, font, QColor("black"), align)
        painter.end()
        inked = [x for x in range(200) for y in range(40) if image.pixelColor(x, y).lightness() < 128]
        assert taken == width and abs(min(inked) - left) < 3 and abs(max(inked) - left - width) < 3, align
    painter = QPainter(image)
    assert paint_text(painter, QRectF(0, 0, 30, 20), words * 10, font, QColor("black")) <= 31
    painter.end()
