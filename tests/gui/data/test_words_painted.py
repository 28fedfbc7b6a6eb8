"""The words beside the bars, as they are painted: whole, and where there is nothing to measure without a bar."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from core.charts import AmountGroup, AmountsChart, GrowthChart, TargetChart, growth_chart, target_chart
from core.pairing import pairs
from gui.theme import Theme, app_font
from gui.views.data import drawing, figures, growth, targets
from gui.views.data.drawing import Drawing, two_lines
from tests.core.charts.making import report


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of each call that paints some."""
    said: list[str] = []
    for module in (drawing, figures, targets):
        plain = module.paint_text

        def noted(painter: QPainter, rect: object, words: str, *rest: object, plain: object = plain) -> float:
            said.append(words)
            return plain(painter, rect, words, *rest)  # type: ignore[operator, no-any-return]  # as it was

        monkeypatch.setattr(module, "paint_text", noted)
    return said


def _paint(made: Drawing, width: int) -> None:
    height = max(1, round(made.lay_out(width, 200)))
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    made.paint(painter)
    painter.end()


@pytest.mark.parametrize("width", [280, 320, 480])
def test_a_target_stands_on_one_line(painted: list[str], width: int) -> None:
    """万 alone below its number was read as another row."""
    row = replace(target_chart(pairs(report())).rows[0], label="参保人数", unit="人", target=Decimal(1_300_000),
                  target_max=None, comparison="ge", target_text="130万人以上")  # fmt: skip
    _paint(targets.TargetDrawing(TargetChart((row,), None), Theme("light"), "zh", lambda _span: None), width)
    assert "≥ 130万" in painted and "万" not in painted


@pytest.mark.parametrize("width", range(130, 250, 5))
def test_what_is_not_reported_is_said_as_long_as_there_is_room(
    painted: list[str], width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """“No ac…” stood beside the band of an approximate target in a narrow chart."""
    room: dict[str, float] = {}
    noted = targets.paint_text

    def measured(painter: QPainter, rect: QRectF, words: str, *rest: object) -> float:
        room[words] = rect.width()
        return noted(painter, rect, words, *rest)  # type: ignore[arg-type]  # as it was

    monkeypatch.setattr(targets, "paint_text", measured)
    row = replace(
        target_chart(pairs(report())).rows[0], actual=None, actual_text="", comparison="about", label="居民消费价格",
        target=Decimal(2), target_max=None, tolerance=Decimal("0.3"), low=Decimal(0), high=Decimal("2.3"),
    )  # fmt: skip
    _paint(targets.TargetDrawing(TargetChart((row,), None), Theme("light"), "en", lambda _span: None), width)
    said = set(painted) & {"Not reported", "No actual", "—"}
    assert len(said) <= 1
    assert all(QFontMetricsF(app_font(11)).horizontalAdvance(words) <= room[words] for words in said)
    assert said == {"Not reported"} or width < 240


def test_amounts_with_a_unit_of_their_own_are_listed(painted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Under one head, as printed, without bars of one length that seem to say that they are as great."""
    bars: list[object] = []
    monkeypatch.setattr(figures, "paint_bar", lambda *given, **_: bars.append(given))
    row = growth_chart(report()).rows[0]
    alone = AmountGroup("", (replace(row, label="桥梁", text="3座"), replace(row, label="道路", text="12公里")))
    _paint(figures.AmountsDrawing(AmountsChart((alone,), None), Theme("light"), "zh"), 320)
    assert not bars and {"3座", "12公里", "桥梁", "道路"} <= set(painted)


def test_labels_break_only_when_they_must(theme: Theme) -> None:  # noqa: ARG001  fonts need it
    """What fits stays on one line."""
    assert two_lines("短", app_font(12), 200) == ("短",)
    assert len(two_lines("城镇居民人均可支配收入", app_font(12), 80)) == 2


def test_a_label_does_not_begin_its_second_line_with_a_comma(theme: Theme) -> None:  # noqa: ARG001  fonts need it
    """Chinese setting: no closing mark at the head of a line."""
    for width in range(60, 130):
        lines = two_lines("竹基新材料、绿色食品、精密铸件三大主导产业", app_font(12), width)
        assert lines[1][0] not in "、，"


def test_a_growth_of_five_digits_stands_in_its_chart(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its bar ran over the edge and cut its number, and the axis' numbers stood one in the other."""
    places: list[QRectF] = []
    plain = growth.paint_text

    def noted(painter: QPainter, rect: QRectF, words: str, *rest: object) -> float:
        width = plain(painter, rect, words, *rest)  # type: ignore[arg-type]  # as it was
        if words[:1].isdigit():
            left = rect.center().x() - width / 2 if rect.width() == 80 else rect.left()
            places.append(QRectF(left, rect.top(), width, 1))
        return width

    monkeypatch.setattr(growth, "paint_text", noted)
    row = growth_chart(report()).rows[0]
    far = replace(row, value=Decimal("23456.7"), text="23456.7%", rank=None, broken=False)
    made = GrowthChart((far, replace(far, value=Decimal(12), text="12%")), "%", None, None, "actual", None, None)
    _paint(growth.GrowthDrawing(made, theme, "en"), 300)
    assert max(place.right() for place in places) <= 300
    axis = sorted((place for place in places if place.top() == max(each.top() for each in places)), key=QRectF.left)
    assert len(axis) >= 2 and all(one.right() + 4 <= other.left() for one, other in pairwise(axis))
