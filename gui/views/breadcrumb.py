"""The line over the text: which part and section it is, and the three layers of marks as legend and switch."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from core.model import Section
from gui.models.titles import short_titles
from gui.session import Session
from gui.theme import Theme, app_font
from gui.views.controls import paint_focus, paint_text

Layer = Literal["metrics", "claims", "hits"]

HEIGHT = 40
_FRAME = 118  # margins, spaces, the chevron, and what two buttons have around their words
_LEAST_PATH = 130  # with less room for part and section, the chips leave their names to the tooltip
_LEAST_BOTH = 120  # with less the section stands alone
_BESIDES = 34  # what the chevron and the second button take
_LEAST = 20.0
LAYERS: tuple[Layer, ...] = ("metrics", "claims", "hits")


class Breadcrumb(QWidget):
    """Part › section, and the layer chips.

    Signals:
        layer_switched(str, bool): a layer was turned on or off.
    """

    layer_switched = Signal(str, bool)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._path: tuple[Section, ...] = ()
        self._short: Mapping[str, str] = {}
        self.setFixedHeight(HEIGHT)
        self._part = QPushButton(self)
        self._section = QPushButton(self)
        self._chevron = _Chevron(theme, self)
        for button in (self._part, self._section):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._part.setFont(app_font(12))
        self._section.setFont(app_font(12))
        self._section.setProperty("current", True)
        self._part.clicked.connect(partial(self._open_menu, 0))
        self._section.clicked.connect(partial(self._open_menu, 1))
        self.setObjectName("breadcrumb")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chips = {layer: LayerChip(layer, theme, self) for layer in LAYERS}
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 20, 0)
        row.setSpacing(2)
        row.addWidget(self._part)
        row.addWidget(self._chevron)
        row.addWidget(self._section)
        row.addStretch(1)
        for layer, chip in self.chips.items():
            row.addSpacing(6)
            row.addWidget(chip)
            chip.toggled.connect(partial(self.layer_switched.emit, layer))
        session.opened.connect(self._reopen)
        session.report_replaced.connect(self._reopen)
        session.changed.connect(self._count)
        session.section_entered.connect(self._enter)
        self._reopen()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the window's language."""
        words = {"metrics": self.tr("Figures"), "claims": self.tr("Claims"), "hits": self.tr("Checks")}
        for layer, chip in self.chips.items():
            chip.describe(words[layer], self.tr("Show or hide these marks"))
        self._part.setAccessibleName(self.tr("Part"))
        self._section.setAccessibleName(self.tr("Section"))
        self._show_path()

    def minimumSizeHint(self) -> QSize:
        # the words that fitted the line once must not hold the whole window at that width
        return QSize(240, HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_path()

    def _reopen(self) -> None:
        report = self._session.report
        self._path = ()
        self._short = short_titles(report.sections) if report else {}
        self._count()
        self._show_path()

    def _count(self, _changes: object = None) -> None:
        report, project = self._session.report, self._session.project
        open_hits = [hit for hit in project.hits() if hit.state != "dismissed"] if project else []
        self.chips["metrics"].set_count(len(report.metrics) if report else 0)
        self.chips["claims"].set_count(sum(claim.dismissed is None for claim in self._session.claims()))
        self.chips["hits"].set_count(len(open_hits))

    def _enter(self, key: str) -> None:
        self._path = self._session.path_to(key)
        self._show_path()

    def _show_path(self) -> None:
        report = self._session.report
        title = (report.title or report.source.name) if report else ""
        first = self._short.get(self._path[0].id, "") if self._path else title
        last = self._short.get(self._path[-1].id, "") if len(self._path) > 1 else ""
        chips = self.chips.values()
        tight = self.width() - sum(chip.whole_width() + 8 for chip in chips) - _FRAME < _LEAST_PATH
        for chip in chips:
            chip.set_short(tight)
        room = self.width() - sum(chip.sizeHint().width() + 8 for chip in chips) - _FRAME
        metrics = QFontMetricsF(app_font(12))
        elide = Qt.TextElideMode.ElideRight
        alone = bool(last) and room < _LEAST_BOTH  # two stumps say less than the section, and pushed the chips away
        if alone or not last:
            room += _BESIDES
        self._part.setVisible(not alone)
        share = room * (0.42 if last else 1.0)
        shown = metrics.elidedText(first, elide, max(_LEAST, share))
        rest = max(_LEAST, room - (0 if alone else metrics.horizontalAdvance(shown)))
        self._part.setText(shown.replace("&", "&&"))
        self._part.setToolTip(self._path[0].title if self._path else title)
        self._section.setText(metrics.elidedText(last, elide, rest).replace("&", "&&"))
        self._section.setToolTip(self._path[-1].title if self._path else "")
        self._section.setVisible(bool(last))
        self._chevron.setVisible(bool(last) and not alone)
        if (layout := self.layout()) is not None:  # asked for within a resize, a new layout would be forgotten
            layout.invalidate()
            layout.activate()

    def _open_menu(self, level: int, _checked: bool = False) -> None:
        report = self._session.report
        if report is None:
            return
        here = self._path[-1].id if self._path else ""
        parent = None if level == 0 or not self._path else self._path[0].id
        inside = [s for s in report.sections if (s.parent is None if level == 0 else self._below(s, parent))]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section in inside:
            indent = "   " * (section.depth - inside[0].depth)
            action = menu.addAction(indent + self._short.get(section.id, section.title).replace("&", "&&"))
            action.setToolTip(section.title)
            if section.id == here:
                action.setIcon(self._theme.icon("check", "accent", 16))
            action.triggered.connect(partial(self._session.select, "section", section.id))
        button = self._part if level == 0 else self._section
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _below(self, section: Section, ancestor: str | None) -> bool:
        above = section.parent
        while above is not None:
            if above == ancestor:
                return True
            found = self._session.section(above)
            above = found.parent if found else None
        return False


class LayerChip(QAbstractButton):
    """One layer: how its marks look, its name, how many there are. Off: outline only, the icon struck."""

    def __init__(self, layer: Layer, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._layer = layer
        self._theme = theme
        self._count = 0
        self._explanation = ""
        self._short = False
        self.setCheckable(True)
        self.setChecked(True)
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def describe(self, words: str, explanation: str) -> None:
        """Set the layer's name and what a click does."""
        self.setText(words)
        self._explanation = explanation
        self._tell()

    def set_count(self, count: int) -> None:
        """Show how many marks the layer has."""
        self._count = count
        self._tell()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._count}")
        self.setToolTip(f"{self.text()} {self._count}\n{self._explanation}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._words()), 24)

    def whole_width(self) -> int:
        """How wide it is with its name."""
        return self._width(f"{self.text()} {self._count}")

    def set_short(self, short: bool) -> None:
        """Show the sign and the count alone."""
        if short != self._short:
            self._short = short
            self._tell()

    def _words(self) -> str:
        return str(self._count) if self._short else f"{self.text()} {self._count}"

    @staticmethod
    def _width(words: str) -> int:
        return round(QFontMetricsF(app_font(12)).horizontalAdvance(words)) + 38

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(self._theme.color("line" if self.underMouse() else "border"), 1))
        painter.setBrush(self._theme.color("raised") if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 12, 12)
        self._paint_legend(painter, QRectF(11, 5, 13, 14))
        color = self._theme.color("text2" if self.isChecked() else "muted")
        paint_text(painter, box.adjusted(28, 0, -4, 0), self._words(), app_font(12), color)
        if self.hasFocus():
            paint_focus(painter, self._theme, QRectF(self.rect()), 12)

    def _paint_legend(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        match self._layer:
            case "metrics":
                painter.setBrush(self._theme.color("metric_tint"))
                painter.drawRoundedRect(box.adjusted(1, 0, -1, -2), 2, 2)
                painter.setBrush(self._theme.color("bar"))
                painter.drawRect(QRectF(box.left(), box.bottom() - 2, box.width(), 1.5))
            case "claims":
                painter.setBrush(self._theme.color("claim"))
                painter.drawRect(QRectF(box.left(), box.bottom() - 2, box.width(), 1.5))
            case "hits":
                painter.setBrush(self._theme.color("hit"))
                for step in range(3):
                    painter.drawEllipse(QPointF(box.left() + 2 + 4.4 * step, box.bottom() - 1.3), 1, 1)
        if not self.isChecked():
            painter.setPen(QPen(self._theme.color("muted"), 1.5))
            painter.drawLine(box.topLeft(), box.bottomRight())


class _Chevron(QWidget):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(12, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._theme.paint_icon(painter, "chevron-right", QRectF(0, 4, 12, 12), "muted")
