"""Charts as SVG: well formed, of words and shapes, telling by form what colour only repeats."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from core.charts import (
    AmountGroup,
    CoverageChart,
    CoverageRow,
    FigureRow,
    coverage_chart,
    evidence_chart,
    growth_chart,
    rates_chart,
    target_chart,
    verdict_chart,
)
from core.export import svg
from core.export.amounts import amounts_svg
from core.export.canvas import WIDTH, Canvas, row_height, width_of, wrap
from core.export.figures import by_page
from core.model import Indicator
from core.pairing import pairs
from core.vocabulary import Language, keys, label
from tests.core.charts.making import evidence, link, metric, metrics, report, review_claim

SVG = "{http://www.w3.org/2000/svg}"
CLAIMS = [
    review_claim("a", 1, "supported", evidence=(link("a", "e1"),)), review_claim("b", 2, "unproven"),
    review_claim("c", 3), review_claim("d", 4, types=("rhetoric",)),
]  # fmt: skip


def drawn(language: Language = "zh") -> dict[str, ET.Element]:
    """Every chart of the made report, parsed."""
    made = report()
    pictures = {
        "growth": svg.growth_svg(growth_chart(made), language),
        "targets": svg.target_svg(target_chart(pairs(made)), language),
        "rates": svg.rates_svg(rates_chart(made), language),
        "verdicts": svg.verdict_svg(verdict_chart(CLAIMS), language),
        "coverage": svg.coverage_svg(coverage_chart(made, CLAIMS)),
        "evidence": svg.evidence_svg(evidence_chart(CLAIMS, [evidence("e1", "E-0001")]), language),
    }
    return {name: ET.fromstring(picture) for name, picture in pictures.items()}


def words(picture: ET.Element) -> list[str]:
    """What is written in it."""
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["growth", "targets", "rates", "verdicts", "coverage", "evidence"])
def test_every_chart_is_well_formed_and_stays_inside(name: str, language: Language) -> None:
    """No shape and no word runs over the edge of the paper."""
    picture = drawn(language)[name]
    height = float(picture.get("height", "0"))
    for box in picture.iter(f"{SVG}rect"):
        x, y, width, tall = (float(box.get(key, "0")) for key in ("x", "y", "width", "height"))
        assert x >= -0.01 and x + width <= WIDTH + 0.01 and y >= -0.01 and y + tall <= height + 0.01
    for text in picture.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x", "0")) <= WIDTH and 0 < float(text.get("y", "0")) <= height
    assert not list(picture.iter(f"{SVG}image"))


def test_bars_of_coverage_are_as_long_as_they_count() -> None:
    """A part of seventeen claims was as long as one of a hundred and seventeen: all above the longest were cut."""
    rows = tuple(
        CoverageRow(f"s{place}", f"第{place}部分", depth, judged, checkable, 0, has_children=False)
        for place, (depth, judged, checkable) in enumerate(((1, 10, 117), (2, 0, 20), (1, 0, 17)))
    )
    picture = ET.fromstring(svg.coverage_svg(CoverageChart(rows, 10, 154, None)))
    lengths = [float(box.get("width", "0")) for box in picture.iter(f"{SVG}rect")]
    longest = max(lengths)
    assert [round(each / longest * 117, 1) for each in lengths if each] == [117, 10, 20, 17]


def test_growth_prints_figures_and_ranks() -> None:
    """The figure as the report prints it, the rank in its pill."""
    said = words(drawn()["growth"])
    assert {"2.4倍", "6.1%", "−2.4%", "全市第2"} <= set(said)


def test_a_fall_goes_left_of_zero() -> None:
    """Direction is a place, not a colour."""
    picture = drawn()["growth"]
    zero = float(list(picture.iter(f"{SVG}line"))[-1].get("x1", "0"))
    boxes = [box for box in picture.iter(f"{SVG}rect") if box.get("height") == "9.00"]
    assert [float(box.get("x", "0")) >= zero - 0.01 for box in boxes] == [True, True, False]


def test_parts_of_a_long_chart_share_one_scale() -> None:
    """A chart over two pages must not make a small bar long."""
    chart = growth_chart(report())
    whole, part = svg.growth_svg(chart, "zh"), svg.growth_svg(chart, "zh", chart.rows[1:])

    def bars(text: str) -> list[str]:
        return [box.get("width", "") for box in ET.fromstring(text).iter(f"{SVG}rect") if box.get("height") == "9.00"]

    assert bars(whole)[1:] == bars(part)


def test_an_open_bound_ends_in_an_arrow_and_an_approximate_one_is_hatched() -> None:
    """余, 超, 约 are not exact figures and are not drawn as such."""
    first = metrics()[0]

    def shapes(bound: str) -> tuple[int, int]:
        picture = ET.fromstring(svg.growth_svg(growth_chart(report((replace(first, bound=bound),))), "zh"))  # type: ignore[arg-type]
        return len(list(picture.iter(f"{SVG}polygon"))), len(list(picture.iter(f"{SVG}line")))

    assert shapes("gt")[0] == shapes("eq")[0] + 1
    assert shapes("about")[1] > shapes("eq")[1] + 5


def test_the_arrow_of_a_fall_stands_at_its_far_end() -> None:
    """It stood on zero, where every bar begins."""
    fall = metric("m3", "工业增加值", "2.4%", "-2.4", bound="gt")
    picture = ET.fromstring(svg.growth_svg(growth_chart(report((metrics()[0], fall))), "zh"))
    (arrow,) = picture.iter(f"{SVG}polygon")
    edge, tip, _ = (float(point.split(",")[0]) for point in (arrow.get("points") or "").split())
    bars = [float(box.get("x") or 0) for box in picture.iter(f"{SVG}rect") if box.get("height") == "9.00"]
    assert tip < edge == min(bars)


@pytest.mark.parametrize("bound", ["eq", "gt"])
def test_the_value_of_the_longest_fall_stands_free_of_its_label(bound: str) -> None:
    """It was measured in lighter type than it is printed in, and touched the label."""
    fall = metric("m3", "工业增加值", "2.4%", "-2.4", bound=bound)
    picture = ET.fromstring(svg.growth_svg(growth_chart(report((fall,))), "zh"))
    told = {"".join(text.itertext()): text for text in picture.iter(f"{SVG}text")}
    end = float(told["工业增加值"].get("x") or 0)  # both end where their place is
    words = "−2.4%"
    assert float(told[words].get("x") or 0) - svg.width_of(words, svg.LABEL, bold=True) >= end + 6


def test_missing_sides_are_dashed_boxes_with_words() -> None:
    """未报 and 没有数值, never a bar of zero."""
    picture = drawn()["targets"]
    assert {"未报", "没有数值"} <= set(words(picture))
    assert sum(box.get("stroke-dasharray") is not None for box in picture.iter(f"{SVG}rect")) == 6


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_verdicts_are_named_with_their_counts(language: Language) -> None:
    """Unproven is always shown, and so is what nobody judged."""
    said = words(drawn(language)["verdicts"])
    for key in keys("veracity"):
        count = {"supported": 1, "unproven": 1, "not_judged": 1}.get(key, 0)
        assert f"{label('veracity', key, language)}{count}" in said


def test_words_of_a_report_cannot_break_the_picture() -> None:
    """<, & and control characters in an indicator's name are letters or nothing."""
    canvas = Canvas()
    canvas.text(0, 10, '<script>&"\x07\ud800', tail="<b>")
    assert words(ET.fromstring(canvas.svg(20))) == ['<script>&"<b>']


def test_long_labels_wrap_and_end_in_an_ellipsis() -> None:
    """Two lines at most, and the reader sees that something was cut."""
    lines = wrap("规模以上工业企业研究与试验发展经费内部支出占营业收入比重", 8.5, 102)
    assert len(lines) == 2 and lines[1].endswith("…")
    assert all(width_of(line, 8.5) <= 102.01 for line in lines)
    assert wrap("Investment in fixed assets", 8.5, 80)[0] == "Investment in"


LONG = "民生支出占一般公共预算支出的比重"


def test_a_long_name_stands_on_two_lines_in_every_chart_of_figures() -> None:
    """A rate or an amount whose name is cut cannot be told from its neighbour."""
    made = report(tuple(replace(metric, indicator=Indicator(LONG, LONG, metric.span)) for metric in metrics()))
    row = growth_chart(made).rows[0]
    assert row.label == LONG
    amounts = amounts_svg([(AmountGroup("个", (row,)), (row,))], "")
    for picture in (svg.growth_svg(growth_chart(made), "zh"), svg.rates_svg(rates_chart(made), "zh"), amounts):
        said = words(ET.fromstring(picture))
        assert LONG in {one + other for one, other in pairwise(said)}


def test_a_page_holds_the_rows_that_it_has_room_for() -> None:
    """Rows of two lines are higher: as many of them as of short ones ran over the foot of the page."""
    row = growth_chart(report()).rows[0]
    rows = [replace(row, label=LONG if place % 3 else "税收") for place in range(90)]
    portions = by_page(rows, 300)
    assert [row for portion in portions for row in portion] == rows
    assert all(sum(row_height(row.label) for row in portion) <= 300 for portion in portions)
    assert len(portions) == 7


def test_panels_of_one_unit_share_one_scale_over_the_pages() -> None:
    """The four of the second page must not look as long as the three thousand of the first."""
    row = growth_chart(report()).rows[0]
    large, small = (replace(row, value=value, value_max=None) for value in (Decimal(3000), Decimal(300)))
    group = AmountGroup("个", (large, small))

    def bars(rows: tuple[FigureRow, ...]) -> list[float]:
        picture = ET.fromstring(amounts_svg([(group, rows)], ""))
        return [float(box.get("width", "")) for box in picture.iter(f"{SVG}rect")]

    assert bars((large, small))[1:] == bars((small,))
    assert bars((large,))[0] == pytest.approx(10 * bars((small,))[0], abs=0.1)


def test_amounts_with_a_unit_of_their_own_have_no_bars() -> None:
    """They are listed under a head of their own, with what is printed."""
    row = growth_chart(report()).rows[0]
    group = AmountGroup("", (row, replace(row, label="桥梁", text="3座")))
    picture = ET.fromstring(amounts_svg([(group, group.rows)], "只出现一次的单位"))
    assert not list(picture.iter(f"{SVG}rect"))
    assert {"只出现一次的单位", "桥梁", "3座"} <= set(words(picture))


def test_the_words_of_a_target_stand_in_one_column_also_without_its_year() -> None:
    """A target whose year nobody told began under the year of the actual."""
    chart = target_chart(pairs(report()))
    row = next(row for row in chart.rows if row.actual_text and row.target_text)
    bare = replace(row, target_period=None, actual_text="增长7.1%", target_text="增长6%")
    picture = ET.fromstring(svg.target_svg(chart, "zh", [bare]))
    placed = {"".join(text.itertext()): text.get("x") for text in picture.iter(f"{SVG}text")}
    assert placed["增长7.1%"] == placed["增长6%"]
    assert placed["目标"] == placed[f"实绩 {bare.actual_period}"]
