"""Colours, fonts and icons by name. The only place that knows a colour or a font family."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources

REPORT_FAMILIES: Final = (
    "Noto Serif SC", "Source Han Serif SC", "Songti SC", "STSong", "Noto Serif CJK SC", "SimSun", "serif",
)
APP_FAMILIES: Final = (
    "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "sans-serif",
)

#: Quotes as wide as letters come from a font of their own: a feature would narrow Chinese commas too.
ENGLISH_FAMILIES: Final = ("Policy Review Latin Marks", *APP_FAMILIES)
_VOICE: Final[dict[str, tuple[str, ...]]] = {"app": APP_FAMILIES}

_ROLE = QPalette.ColorRole
#: Which role of the palette carries each colour that a style sheet may name. A sheet names the role, not the colour, so
#: it is the same in every theme. The last five roles are not asked for by the style in use.
_ROLES: Final = {
    "chrome": _ROLE.Window, "text": _ROLE.WindowText, "paper": _ROLE.Base, "raised": _ROLE.Button,
    "accent": _ROLE.Highlight, "on_accent": _ROLE.HighlightedText, "muted": _ROLE.PlaceholderText,
    "border": _ROLE.Mid, "line": _ROLE.Dark, "hover": _ROLE.Midlight, "sunken": _ROLE.AlternateBase,
    "text2": _ROLE.BrightText, "accent_soft": _ROLE.LinkVisited, "hit": _ROLE.Shadow, "hit_tint": _ROLE.Light,
    "refuted": _ROLE.ToolTipBase, "metric": _ROLE.ToolTipText,
}
#: The other roles, which Qt's own painting falls back on.
_ALSO: Final = {
    _ROLE.Text: "text", _ROLE.ButtonText: "text", _ROLE.Link: "accent", _ROLE.Accent: "accent",
}
#: The colour that stands in for another one where the system asks for high contrast.
_STRONGER: Final = {
    "border": "line", "line": "text2", "muted": "text2", "claim": "text2", "bar": "bar_on",
    "metric_tint": "paper", "claim_tint": "paper", "hit_tint": "paper",
}


@cache
def _tokens() -> dict[str, dict[str, str]]:
    return resources.table(resources.path("styles", "tokens.toml"))


@cache
def _sheet() -> str:
    return with_roles(resources.path("styles", "window.qss").read_text(encoding="utf-8"))


def with_roles(sheet: str) -> str:
    """A style sheet in which each colour, an at sign and its name, is the role that the palette carries it in.

    Raises:
        KeyError: the palette does not carry that colour.
    """
    return re.sub(r"@([a-z_0-9]+)", lambda match: f"palette({_css_name(_ROLES[match[1]])})", sheet)


@cache
def _css_name(role: QPalette.ColorRole) -> str:
    words = role.name.replace("ToolTip", "Tooltip")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", words).lower()


@cache
def load_fonts() -> None:
    """Register the made fonts with Qt, once a process."""
    for path in sorted(resources.path("fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@lru_cache(maxsize=32)  # each holds its glyphs, and the report has many sizes
def _font(families: tuple[str, ...], pixels: int, weight: int) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def speak(language: str) -> None:
    """Let the program's voice set quotes as this language does: in English they have the width of letters, in Chinese
    that of a sign."""
    _VOICE["app"] = ENGLISH_FAMILIES if language == "en" else APP_FAMILIES


def in_voice(font: QFont) -> QFont:
    """A font of the program's voice that was made before, as it is in the language now in force."""
    turned = QFont(font)
    turned.setFamilies(_VOICE["app"])
    return turned


def app_font(pixels: float = 13, weight: int = 400) -> QFont:
    """Hei, the voice of the program and the reviewer. Weights 400 and 700 are real; 600 is shown as 700.

    The same font is given to all who ask, as painters do for each word: whoever changes it takes a copy.
    """
    return _hei(_VOICE["app"], pixels, weight)


def heading_font(pixels: float, weight: int = 400) -> QFont:
    """Hei for what a report says, such as its headings: its quotes are as wide as its signs, whatever the window
    speaks."""
    return _hei(APP_FAMILIES, pixels, weight)


def _hei(families: tuple[str, ...], pixels: float, weight: int) -> QFont:
    return _font(families, round(pixels), 700 if weight >= 600 else 400)


def report_font(pixels: float = 17) -> QFont:
    """Song, the voice of the report. Regular only: never asked for a weight it does not have."""
    return QFont(_font(REPORT_FAMILIES, round(pixels), 400))


def page_color(token: str, alpha: float = 1.0) -> QColor:
    """A colour for marks on the picture of a page, which is white in either theme: that of the light one."""
    return _color(_tokens()["light"][token], alpha)


@lru_cache(maxsize=512)  # painters ask for each word and each line
def _color(name: str, alpha: float) -> QColor:
    color = QColor(name)
    if alpha < 1:
        color.setAlphaF(alpha)
    return color


class Theme(QObject):
    """The colours now in force. `changed` is emitted when they are others."""

    changed = Signal()

    def __init__(self, name: str = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._contrast = False

    @property
    def contrast(self) -> bool:
        """Whether the system asks for high contrast: tints are off, hairlines and small words are as strong as text."""
        return self._contrast

    def use_contrast(self, high: bool) -> None:
        """Follow what the system asks for."""
        if high != self._contrast:
            self._contrast = high
            self.changed.emit()

    @property
    def name(self) -> str:
        """`light` or `dark`."""
        return self._name

    def use(self, name: str) -> None:
        """Change to the theme `name`.

        Raises:
            KeyError: there is no such theme.
        """
        if name not in _tokens():
            raise KeyError(name)
        if name != self._name:
            self._name = name
            self.changed.emit()

    def hex(self, token: str) -> str:
        """The token's colour as #RRGGBB."""
        return _tokens()[self._name][_STRONGER.get(token, token) if self._contrast else token]

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """The token's colour; `alpha` from 0 to 1. The same for all who ask: whoever changes it takes a copy."""
        return _color(self.hex(token), alpha)

    def icon(self, name: str, token: str = "text2", size: int = 18) -> QIcon:
        """An icon of resources/icons in the colour of a token."""
        return QIcon(self.pixmap(name, token, size))

    def pixmap(self, name: str, token: str = "text2", size: int = 18, ratio: float = 2.0) -> QPixmap:
        """The same as a picture; `size` in logical pixels, `ratio` device pixels each."""
        return _picture(name, self.hex(token), size, ratio)

    def palette(self) -> QPalette:
        """The colours that the style sheets name, and those that Qt's own painting falls back on."""
        palette, role = QPalette(), QPalette.ColorRole
        for token, target in _ROLES.items():
            palette.setColor(target, self.color(token))
        for target, token in _ALSO.items():
            palette.setColor(target, self.color(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.color("muted"))
        return palette

    def stylesheet(self) -> str:
        """The window's style sheet: the same in every theme, since its colours are roles of the palette."""
        return _sheet()

    def paint_icon(self, painter: QPainter, name: str, rect: QRectF, token: str = "text2") -> None:
        """Paint an icon straight into `rect`."""
        _renderer(name, self.hex(token)).render(painter, rect)


@lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))


@lru_cache(maxsize=512)
def _picture(name: str, color: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, color).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

