"""English reports: plain quantities with what is plainly said of them, figures of tables, no claims of commands."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.model import Metric, Report
from core.pipeline import report_of
from core.readers import read_bytes

TITLE = "# Riverton County Annual Report 2021\n\n"


def report(body: str) -> Report:
    """A small report on 2021 with this body."""
    return report_of(read_bytes(f"{TITLE}{body}\n".encode(), "report.md"))


def told(metric: Metric) -> tuple[object, ...]:
    """What matters of a figure."""
    name = metric.indicator.text if metric.indicator else None
    return name, metric.value, metric.unit, metric.kind, metric.role, metric.period


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "In 2021, county revenue rose by 5.5 percent to $1.2 billion.",
            [
                ("county revenue", Decimal("5.5"), "%", "growth", "actual", "2021"),
                ("county revenue", Decimal(1_200_000_000), "dollars", "level", "actual", "2021"),
            ],
        ),
        (
            "The unemployment rate fell to 4.1 percent, down 0.6 percentage points from last year.",
            [
                ("unemployment rate", Decimal("4.1"), "%", "rate", "actual", "2021"),
                ("unemployment rate", Decimal("-0.6"), "percentage points", "difference", "actual", "2021"),
            ],
        ),
        ("Last year we repaired 340 miles of road.", [("miles", Decimal(340), "miles", "level", "actual", "2020")]),
        ("We will hire three hundred nurses by 2030.", [("nurses", Decimal(300), "nurses", "level", "target", "2030")]),
        ("Exports were about 3.5 million yuan.", [("Exports", Decimal(3_500_000), "yuan", "level", "actual", "2021")]),
        ("The county is paying 40 dollars.", [(None, Decimal(40), "dollars", "level", "actual", "2021")]),
        ("Electricity use doubled between 2015 and 2020.", [
            ("Electricity use", Decimal(100), "%", "growth", "actual", "2015-2020"),
        ]),
        ("Three quarters of households recycle.", [(None, Decimal(75), "%", "rate", "actual", "2021")]),
        ("The county's output is expected to grow by about 6 percent in 2022.", [
            ("output", Decimal(6), "%", "growth", "target", "2022"),
        ]),
        ("Sales were 3 percent lower than in 2019.", [("Sales", Decimal(-3), "%", "growth", "actual", "2021")]),
        ("In the first quarter of 2021 we opened 12 clinics.", [
            ("clinics", Decimal(12), "clinics", "level", "actual", "2021-Q1"),
        ]),
        ("We will keep CPI growth below 3 percent by 2030.", [
            ("CPI growth", Decimal(3), "%", "growth", "target", "2030"),
        ]),
        ("By 2030, forest coverage will reach 45%.", [
            ("forest coverage", Decimal(45), "%", "rate", "target", "2030"),
        ]),
        ("High-tech manufacturing accounted for 16.2% of exports.", [
            ("High-tech manufacturing", Decimal("16.2"), "%", "rate", "actual", "2021"),
        ]),
        ("Two parents and a third of the pupils came in the third quarter.", []),
        ("One in ten adults agrees with Section 8 rules of 1990.", []),
    ],
)  # fmt: skip
def test_a_sentence_gives_what_it_plainly_says(sentence: str, figures: list[tuple[object, ...]]) -> None:
    """Numbers, names, kinds, signs, roles and periods as the words have them; nothing where they have none."""
    assert [told(metric) for metric in report(sentence).metrics] == figures


def test_a_range_keeps_both_ends_and_a_change_only_its_end() -> None:
    """40 to 45 percent is a range, from 40 to 45 percent is none."""
    between, changed = report("Emissions will fall by 40 to 45 percent. The share rose from 40 to 45 percent.").metrics
    assert (between.value, between.value_max) == (Decimal(-40), Decimal(-45))
    assert (changed.value, changed.value_max) == (Decimal(45), None)


def test_a_place_in_a_ranking_has_position_scope_and_name() -> None:
    """Ordinals that rank are ranks; other ordinals are nothing."""
    (rank,) = report("Riverton ranked second in the state for air quality in its first year.").metrics
    assert rank.rank is not None
    assert rank.kind == "rank"
    assert rank.value == rank.rank.position == 2
    assert rank.rank.scope == "state"
    assert rank.indicator is not None
    assert rank.indicator.text == "air quality"


def test_a_list_of_changes_has_one_verb_and_what_is_weighed_is_the_subject() -> None:
    """rose 5.2% and 7.6% are two changes; a share behind one is none; tons name nothing where a subject stands."""
    first, second, weighed = report(
        "Urban and rural incomes rose 5.2% and 7.6%, and grain output exceeded 800,000 metric tons."
    ).metrics
    assert [(one.kind, str(one.value)) for one in (first, second)] == [("growth", "5.2"), ("growth", "7.6")]
    assert weighed.indicator is not None
    assert (weighed.indicator.text, weighed.bound) == ("grain output", "gt")
    share = report("Exports fell 3% and services made up 40% of trade.").metrics[-1]
    assert share.kind == "rate"


def test_among_how_many_a_place_was_taken_is_no_figure() -> None:
    """third among the city's 11 counties is one place of eleven; eleven counties elsewhere are counted."""
    first, counted = report("The district ranked third among the city's 11 counties and paved 40 roads.").metrics
    assert first.rank is not None
    assert (first.rank.position, first.rank.scope, first.rank.of) == (3, "counties", 11)
    assert (counted.value, counted.unit) == (40, "roads")


def test_figures_of_tables_take_row_and_head() -> None:
    """Unit from caption, head or cell; the year from the head or the row; a head of change makes growth."""
    table = (
        "Table 1. Revenue ($ million)\n\n| Item | 2020 | 2021 | Change (%) | 2022 target |\n|---|---|---|---|---|\n"
        "| Property tax | 310.5 | 327.0 | 5.3 | 340 |\n\n"
        "| Year | Population | Jobless rate (%) |\n|---|---|---|\n| 2020 | 51,200 | 4.7 |\n"
    )
    assert [told(metric) for metric in report(table).metrics] == [
        ("Property tax", Decimal(310_500_000), "dollars", "level", "actual", "2020"),
        ("Property tax", Decimal(327_000_000), "dollars", "level", "actual", "2021"),
        ("Property tax", Decimal("5.3"), "%", "growth", "actual", "2021"),
        ("Property tax", Decimal(340_000_000), "dollars", "level", "target", "2022"),
        ("Population", Decimal(51_200), "", "level", "actual", "2020"),
        ("Jobless rate", Decimal("4.7"), "%", "rate", "actual", "2020"),
    ]


def test_commands_to_the_reader_claim_nothing() -> None:
    """Call 311 asserts nothing; call volume does, and among aims a command is an aim."""
    read = report(
        "## Results\n\nCall the hotline with 20 questions. Call volume fell by 5 percent.\n\n"
        "## Goals\n\nReduce the backlog by 20 percent.\n"
    )
    assert [claim.span.quote(read.text) for claim in read.claims] == [
        "Call volume fell by 5 percent.", "Reduce the backlog by 20 percent.",
    ]
    assert read.claims[1].types == ("target",)
    assert [section.role for section in read.sections] == ["results", "targets"]


def test_a_part_on_goals_gives_its_year_and_decimals_number_its_sections() -> None:
    """1.1 Industry and 1.2 Farming are sections; what is to come in a part on 2024 is of 2024."""
    text = (
        "County Report 2023\n\n1. Review of 2023\n\n1.1 Industry\n\nOutput rose 7.4%.\n\n1.2 Farming\n\n"
        "Grain output rose 2.1%.\n\n2. Goals for 2024\n\nWe will build 12 schools.\n"
    )
    read = report_of(read_bytes(text.encode(), "a.txt"))
    assert [(section.depth, section.title) for section in read.sections] == [
        (1, "1. Review of 2023"), (2, "1.1 Industry"), (2, "1.2 Farming"), (1, "2. Goals for 2024"),
    ]
    assert [(metric.role, metric.period) for metric in read.metrics][-1] == ("target", "2024")
