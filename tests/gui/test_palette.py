"""What the palette finds for what is typed, and in what order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QGraphicsEffect, QWidget
from pytestqt.qtbot import QtBot

from gui import settings
from gui.theme import Theme
from gui.views.controls.shadow import Shadow
from gui.views.palette import Palette, PaletteItem, matching


def nothing() -> None:
    """Run by no test here."""


ITEMS = [
    PaletteItem("c1", "command", "Export PDF", "File", "export", nothing, also="导出 PDF"),
    PaletteItem("c2", "command", "Close", "File", "close", nothing, also="关闭"),
    PaletteItem("s1", "section", "一、主要预期目标", "", "section", nothing),
    PaletteItem("m1", "metric", "地区生产总值  11.5%", "增速", "metric", nothing),
    PaletteItem("k4", "claim", "地区生产总值同比增长11.5%", "4", "claim", nothing, also="4"),
    PaletteItem("k14", "claim", "空气质量优良率93.6%", "14", "claim", nothing, also="14"),
]


def found(typed: str, *recent: str) -> list[str]:
    return [item.key for item in matching(ITEMS, typed, recent)]


def test_bare_words_search_everything() -> None:
    """Who does not know the signs finds things all the same."""
    assert found("生产总值") == ["m1", "k4"]
    assert found("") == [item.key for item in ITEMS]


def test_what_cannot_be_done_now_stands_behind_what_can() -> None:
    """`>th` gave “This is not a figure”, grey, before the themes: Enter did nothing. A better match stays first."""
    dark = PaletteItem("c3", "command", "Theme: Dark", "Theme", "moon", nothing)
    grey = [
        PaletteItem("c4", "command", "This is no figure", "Figure", "", nothing, why_not="Select a figure first"),
        PaletteItem("c5", "command", "Other themes", "Theme", "", nothing),
    ]
    assert [item.key for item in matching([*grey, dark], ">th")] == ["c3", "c4", "c5"]


def test_a_sign_keeps_one_kind() -> None:
    """`>`, `@`, `#` and `:` narrow the list."""
    assert found(">") == ["c1", "c2"]
    assert found("@目标") == ["s1"]
    assert found("#11.5") == ["m1"]


def test_the_signs_of_chinese_input_narrow_as_well() -> None:
    """Who types Chinese has ：, ＃, ＠ and 》 under the same keys, and does not change the input for a sign."""
    assert found("》") == found("＞") == ["c1", "c2"]
    assert found("＠目标") == ["s1"]
    assert found("＃11.5") == ["m1"]
    assert found("：4")[0] == "k4"


def test_a_number_finds_that_claim_first() -> None:
    """`:4` is claim 4, before 14 and whatever has a 4 in it."""
    assert found(":4")[0] == "k4"


def test_commands_are_found_in_the_other_language() -> None:
    """An English window understands 导出."""
    assert found("导出") == ["c1"]
    assert found("pdf export") == ["c1"]


def test_what_was_used_lately_comes_first_among_equals() -> None:
    """The second time is shorter."""
    assert found(">", "c2") == ["c2", "c1"]


def test_nothing_fits() -> None:
    """An empty list, no error."""
    assert found("鲸鱼") == []


def test_commands_used_lately_come_first_again_after_a_restart(qtbot: QtBot) -> None:
    """Places are of one report and are not remembered."""
    parent = QWidget()
    qtbot.addWidget(parent)
    theme = Theme("light")
    first = Palette(theme, parent)
    for kind, key in (("command", "command:two"), ("section", "section:s1")):
        item = PaletteItem(key, kind, key, "", "search", lambda: None)  # type: ignore[arg-type]  # a plain word in a test
        first.open([item])
        qtbot.keyClick(first.field, Qt.Key.Key_Return)
    items = [PaletteItem(f"command:{key}", "command", key, "", "search", lambda: None) for key in ("one", "two")]
    second = Palette(theme, parent)
    second.open(items)
    assert [item.key for item in second.shown] == ["command:two", "command:one"]
    assert settings.choice("recent_commands", "") == '["command:two"]'


@pytest.mark.parametrize("strength", [26, 115])
def test_the_shadow_under_it_is_like_the_one_that_qt_would_blur(strength: int, qtbot: QtBot) -> None:
    """It is a stretched picture, at a fraction of the time, and nobody sees a difference."""

    def floating(effect: QGraphicsEffect) -> QImage:
        ground = QWidget()
        qtbot.addWidget(ground)
        ground.setStyleSheet("background: white")
        ground.resize(300, 260)
        card = QFrame(ground)
        card.setGeometry(60, 50, 180, 150)
        card.setGraphicsEffect(effect)
        return ground.grab().toImage()

    blurred = QGraphicsDropShadowEffect()
    blurred.setBlurRadius(24)
    blurred.setOffset(0, 2)
    blurred.setColor(QColor(0, 0, 0, strength))
    own = Shadow()
    own.set_strength(strength)
    wanted, found = floating(blurred), floating(own)
    darkest = min(found.pixelColor(x, 202).red() for x in range(300))
    assert darkest < 255 - strength / 3, "there is one"
    for x in range(300):
        for y in range(260):
            assert abs(wanted.pixelColor(x, y).red() - found.pixelColor(x, y).red()) <= 3, (x, y)
