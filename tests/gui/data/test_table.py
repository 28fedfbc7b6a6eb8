"""The table of figures: complete, sorted, filtered, copied."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.model import Indicator, Metric
from gui import settings
from gui.models.metrics import (
    GroupRow,
    MetricRow,
    MetricTable,
    TableQuery,
    arrange,
    indicator_name,
    metric_rows,
    printed_value,
    signed_value,
    standard_name,
)
from gui.session import Session
from tests.gui.sample import sample_report


@pytest.fixture
def rows(session: Session) -> list[MetricRow]:
    """All figures of the sample."""
    report = sample_report()
    titles = {section.id: section.title for section in report.sections}
    return list(metric_rows(report, session.claims(), titles, "zh"))


def figures(rows: list[MetricRow | GroupRow]) -> list[MetricRow]:
    return [row for row in rows if isinstance(row, MetricRow)]


def test_every_figure_is_a_row(rows: list[MetricRow]) -> None:
    """Nothing that was read is missing, whatever the groups."""
    for grouping in ("section", "indicator", "role", "none"):
        shown = arrange(rows, TableQuery(grouping=grouping))
        assert {row.metric.id for row in figures(shown)} == {metric.id for metric in sample_report().metrics}


def test_groups_stand_in_reading_order_and_count_their_rows(rows: list[MetricRow]) -> None:
    """The table reads as the report does."""
    shown = arrange(rows, TableQuery())
    assert [row.metric.id for row in figures(shown)] == [metric.id for metric in sample_report().metrics]
    assert sum(row.count for row in shown if isinstance(row, GroupRow)) == len(rows)


def test_sorting_by_value_is_by_amount_not_by_letters(rows: list[MetricRow]) -> None:
    """9.4 comes before 11.5, and 1.3亿 after 1,300万."""
    query = TableQuery(grouping="none").sorted_by("value", further=False)
    values = [row.metric.value for row in figures(arrange(rows, query)) if row.metric.value is not None]
    assert values == sorted(values)
    assert all(isinstance(value, Decimal) for value in values)


def test_a_head_sorts_up_then_down_then_not() -> None:
    """The third click takes the sorting back; Shift keeps the key before."""
    query = TableQuery().sorted_by("kind", further=False)
    assert query.sort == (("kind", False),)
    assert query.sorted_by("value", further=True).sort == (("kind", False), ("value", False))
    assert query.sorted_by("kind", further=False).sort == (("kind", True),)
    assert query.sorted_by("kind", further=False).sorted_by("kind", further=False).sort == ()


def test_the_filter_looks_into_every_column(rows: list[MetricRow]) -> None:
    """By indicator, by unit, by section: what is typed is somewhere in each row that stays."""
    shown = figures(arrange(rows, TableQuery(words="增")))
    assert shown
    assert len(shown) < len(rows)
    assert all(any("增" in cell for cell in row.cells.values()) for row in shown)


def test_the_copy_has_heads_and_one_line_a_figure(rows: list[MetricRow]) -> None:
    """A spreadsheet takes it as it is: same number of tabs in every line, no group rows."""
    table = MetricTable()
    table.set_rows(rows)
    lines = table.tsv(range(table.rowCount()), table.columns).splitlines()
    assert len(lines) == len(rows) + 1
    assert {line.count("\t") for line in lines} == {len(table.columns) - 1}


def test_numbers_are_shown_as_printed(rows: list[MetricRow]) -> None:
    """1300万元 stays 1,300 and 万元: what is in the table can be found in the text. A fall's minus is the verb's."""
    for row in rows:
        number, _unit = printed_value(row.metric)
        if row.metric.kind != "rank" and row.metric.surface[0].isdigit() and row.metric.value_max is None:
            assert row.metric.surface.startswith(number.replace(",", "").removeprefix("−"))
            assert number.startswith("−") == (row.metric.value is not None and row.metric.value < 0)


def test_the_words_follow_the_language(session: Session) -> None:
    """Kinds and verdicts are said in the language asked for."""
    settings.set_language("en")
    row = next(metric_rows(sample_report(), session.claims(), {}, "en"))
    assert row.cells["verdict"] == "Not judged"


def named(text: str, canonical: str) -> Metric:
    """The sample's first figure under another name."""
    return replace(sample_report().metrics[0], indicator=Indicator(text, canonical, None))


def test_the_reports_own_name_is_the_main_one() -> None:
    """A reader finds the report's words again; the standard name is told only where it is another."""
    own = named("生产\n总值", "地区生产总值")
    assert (indicator_name(own), standard_name(own)) == ("生产 总值", "地区生产总值")
    same = named("地区生产总值", "地区生产总值")
    assert (indicator_name(same), standard_name(same)) == ("地区生产总值", "")
    assert indicator_name(replace(own, indicator=None)) == ""


def test_grouping_by_indicator_brings_other_names_of_it_together(session: Session) -> None:
    """生产总值 and 地区生产总值 are one indicator: the group is called by its standard name."""
    report = replace(sample_report(), metrics=(
        replace(named("生产总值", "地区生产总值"), id="a"), replace(named("地区生产总值", "地区生产总值"), id="b"),
    ))
    shown = arrange(metric_rows(report, session.claims(), {}, "zh"), TableQuery(grouping="indicator"))
    assert [row.title for row in shown if isinstance(row, GroupRow)] == ["地区生产总值"]


def test_figures_without_any_heading_have_no_empty_group_head(session: Session) -> None:
    """A report without headings is one list; figures before the first heading of others are told as such."""
    report = sample_report()
    bare = arrange(metric_rows(report, session.claims(), {}, "zh"), TableQuery())
    assert not any(isinstance(row, GroupRow) for row in bare)
    titles = {report.metrics[-1].section or "": "最后"}
    mixed = arrange(metric_rows(report, session.claims(), titles, "zh"), TableQuery())
    assert all(row.title for row in mixed if isinstance(row, GroupRow))


@pytest.mark.parametrize(("surface", "shown"), [
    ("-0.57‰", ("−0.57", "‰")), ("−12345.6万吨", ("−12,345.6", "万吨")), ("1,300亿元", ("1,300", "亿元")),
])
def test_a_printed_number_keeps_its_sign(surface: str, shown: tuple[str, str]) -> None:
    """A natural growth of −0.57‰ stood in the table as 0.57: the sign of a zero before the point was lost."""
    assert printed_value(replace(sample_report().metrics[0], surface=surface, kind="rate", rank=None)) == shown


def test_a_fall_told_by_its_verb_keeps_its_minus() -> None:
    """下降7.2% in a column of growth must not pass for a rise."""
    from decimal import Decimal

    fall = replace(sample_report().metrics[0], surface="7.2%", value=Decimal("-7.2"), kind="growth", rank=None)
    assert printed_value(fall) == ("−7.2", "%")


@pytest.mark.parametrize(("surface", "shown", "word"), [
    ("7.2%", "<−7.2 %", "under"), ("-7.2%", ">−7.2 %", "over"),
])
def test_the_bound_in_words_is_that_of_the_number_beside_it(surface: str, shown: str, word: str) -> None:
    """压减7.2%以上 stood as <−7.2 % with “over” under it: one of the two had to be wrong."""
    report = sample_report()
    fall = replace(
        report.metrics[0], surface=surface, value=Decimal("-7.2"), kind="growth", rank=None, bound="gt", claim=None
    )
    assert signed_value(fall) == shown
    (row,) = metric_rows(replace(report, metrics=(fall,)), (), {}, "en")
    assert row.cells["place"] == word


def test_only_the_words_that_are_shown_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fourteen cells of each of three thousand figures stopped the window for a twentieth of a second; rows of thirty
    of them are in sight."""
    from gui.models import metrics

    asked: list[object] = []
    monkeypatch.setattr(metrics, "printed_value", lambda metric: (asked.append(metric), ("1", "%"))[1])
    table = metrics.MetricTable()
    table.set_rows(list(metric_rows(sample_report(), (), {}, "zh")))
    assert not asked
    place = next(place for place, row in enumerate(table.rows) if isinstance(row, MetricRow))
    assert table.index(place, table.columns.index("value")).data() == "1" and len(asked) == 1
    assert table.index(place, table.columns.index("unit")).data() == "%" and len(asked) == 1
