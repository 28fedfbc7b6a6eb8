"""The right margin: what was decided about the claims whose last line it is, as small signs that can be clicked."""

from __future__ import annotations

from collections.abc import Sequence, Set

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from core.values import dataclass
from gui.theme import Theme, app_font
from gui.views.controls.marks import paint_verdict
from gui.views.text.ink import Sign

SIZE = 13
_PITCH = 17
_FIRST = 14
#: Each sign can be hit within this width, however small it is drawn.
_REACH = 24

_ICONS = {"moved": "pin", "clip": "clip", "flag": "flag", "note": "note", "more": "more"}
_TOKENS = {"moved": "hit", "clip": "muted", "flag": "hit", "note": "muted", "more": "muted"}


@dataclass(frozen=True, slots=True)
class Lit:
    """The claims that stand out: the one under the pointer, "" for none, and those that are selected."""

    hovered: str = ""
    selected: Set[str] = frozenset()


def rect_of(number: int, column: float, top: float, height: float) -> QRectF:
    """Where the sign `number` of a line stands, right of a column that ends at `column`."""
    return QRectF(column + _FIRST + number * _PITCH, top + (height - SIZE) / 2, SIZE, SIZE)


def paint(
    painter: QPainter, signs: Sequence[Sign], column: float, top: float, height: float, theme: Theme, lit: Lit
) -> None:
    """Paint the signs of one line."""
    for number, sign in enumerate(signs):
        rect = rect_of(number, column, top, height)
        ids = {claim.id for claim in sign.claims}
        if sign.kind == "verdict" and ids & {lit.hovered, *lit.selected}:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if lit.selected & ids else "hover"))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 5, 5)
        if sign.kind == "verdict":
            paint_verdict(painter, theme, rect.center(), sign.claims[0].veracity, SIZE)
        elif sign.kind == "folded":
            painter.setFont(app_font(10))
            painter.setPen(theme.color("muted"))
            painter.drawText(rect.adjusted(-4, -2, 4, 2), Qt.AlignmentFlag.AlignCenter, f"+{sign.count}")
        else:
            theme.paint_icon(painter, _ICONS[sign.kind], rect, _TOKENS[sign.kind])
            if sign.count > 1:
                painter.setFont(app_font(9, 600))
                painter.setPen(theme.color(_TOKENS[sign.kind]))
                painter.drawText(QPointF(rect.right() - 1, rect.bottom() + 1), str(sign.count))


def sign_at(signs: Sequence[Sign], column: float, x: float) -> Sign | None:
    """The sign of a line that is meant by a click at `x`."""
    best: tuple[float, Sign] | None = None
    for number, sign in enumerate(signs):
        distance = abs(x - rect_of(number, column, 0, 0).center().x())
        if distance <= _REACH / 2 and (best is None or distance < best[0]):
            best = distance, sign
    return best[1] if best else None
