"""The table of figures: complete, sorted, filtered, copied."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gui import settings
from gui.models.metrics import (
    GroupRow,
    MetricRow,
    MetricTable,
    TableQuery,
    arrange,
    metric_rows,
    printed_value,
)
from gui.session import Session
from tests.gui.sample import sample_report


@pytest.fixture
def rows(session: Session) -> list[MetricRow]:
    """All figures of the sample."""
    report = sample_report()
    titles = {section.id: section.title for section in report.sections}
    return metric_rows(report, session.claims(), titles, "zh")


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
    """1300万元 stays 1,300 and 万元: what is in the table can be found in the text."""
    for row in rows:
        number, _unit = printed_value(row.metric)
        if row.metric.kind != "rank" and row.metric.surface[0].isdigit() and row.metric.value_max is None:
            assert row.metric.surface.startswith(number.replace(",", "").replace("−", "-"))


def test_the_words_follow_the_language(session: Session) -> None:
    """Kinds and verdicts are said in the language asked for."""
    settings.set_language("en")
    row = metric_rows(sample_report(), session.claims(), {}, "en")[0]
    assert row.cells["verdict"] == "Not judged"
