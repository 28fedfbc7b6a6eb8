"""What each chart shows, before anybody paints it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.charts import (
    amount_text,
    amounts_chart,
    closed_up,
    coverage_chart,
    evidence_chart,
    growth_chart,
    label_break,
    rank_label,
    rates_chart,
    target_chart,
    verdict_chart,
)
from core.export.svg import growth_svg
from core.model import Rank, Report, Span
from core.pairing import pairs
from tests.core.charts.making import evidence, link, metric, metrics, report, review_claim


def test_growth_is_sorted_and_multiples_become_per_cent() -> None:
    """One axis, one unit: 增长2.4倍 is 240 %, a fall is negative."""
    rows = growth_chart(report()).rows
    assert [(row.label, row.value) for row in rows] == [
        ("零售额", Decimal(240)), ("地区生产总值", Decimal("6.1")), ("工业增加值", Decimal("-2.4")),
    ]  # fmt: skip
    assert rows[0].text == "2.4倍"


def test_a_rank_joins_the_growth_of_the_same_indicator() -> None:
    """The badge 全市第2 stands behind the bar that it speaks of and nowhere else."""
    badges = {row.label: row.rank for row in growth_chart(report()).rows}
    assert badges == {"零售额": None, "地区生产总值": Rank(2, "全市", None), "工业增加值": None}
    assert rank_label(Rank(2, "全市", None), "zh") == "全市第2"
    assert rank_label(Rank(2, "全市", 7), "en") == "No. 2 of 7, 全市"


def test_period_and_basis_are_named_only_where_all_rows_agree() -> None:
    """A subtitle that holds for some bars only would mislead."""
    mixed = (metrics()[0], replace(metrics()[2], period="2022", basis="qoq"))
    assert (growth_chart(report()).period, growth_chart(report()).basis) == ("2023", "yoy")
    assert (growth_chart(report(mixed)).period, growth_chart(report(mixed)).basis) == (None, None)


def test_an_average_of_years_says_so_among_growth_of_a_year() -> None:
    """地区生产总值 9.2% and 10.3% one below the other: nobody could tell which is that of the year."""
    made = (
        metric("a", "地区生产总值", "6.1%", "6.1", basis="cagr"), metric("b", "工业增加值", "2.4%", "2.4"),
        metric("c", "零售额", "2.4倍", "240", basis=None),
    )
    chart = growth_chart(report(made))
    assert {row.metric: row.basis for row in chart.rows} == {"a": "cagr", "b": None, "c": None}
    drawn = {language: growth_svg(chart, language) for language in ("zh", "en")}
    assert "年均6.1%" in drawn["zh"] and "年均2.4%" not in drawn["zh"]
    assert "6.1% a year" in drawn["en"]
    fixed = growth_chart(report((made[1], replace(made[0], basis="vs"))))
    assert "定基比6.1%" in growth_svg(fixed, "zh"), "statisticians name what is measured from one named date so"
    assert "6.1% on a fixed base" in growth_svg(fixed, "en")
    alike = growth_chart(report((made[0],)))
    assert [row.basis for row in alike.rows] == [None], "the head of the chart says it"
    assert alike.basis == "cagr"


def test_an_outlier_breaks_the_axis_instead_of_flattening_the_rest() -> None:
    """More than four times the third: cut, and marked as cut."""
    numbers = ("100", "9", "8", "7")
    made = tuple(replace(metrics()[0], id=f"x{n}", value=Decimal(n)) for n in numbers)
    chart = growth_chart(report(made))
    assert [row.broken for row in chart.rows] == [True, False, False, False]
    assert chart.limit == Decimal(12)


@pytest.mark.parametrize(("numbers", "limit"), [
    (("310", "72", "-81", "-88", "12", "6"), Decimal(110)),  # alone: the great falls go a quarter as far
    (("210", "72", "-81", "-88", "12", "6"), None),
])
def test_one_growth_far_past_the_next_breaks_the_axis_too(numbers: tuple[str, ...], limit: Decimal | None) -> None:
    """310% stood before falls of 88 and 81, and a dozen growths of common size had four pixels each."""
    made = tuple(replace(metrics()[0], id=f"x{n}", value=Decimal(n)) for n in numbers)
    chart = growth_chart(report(made))
    assert chart.limit == limit and sum(row.broken for row in chart.rows) == (limit is not None)


@pytest.mark.parametrize(("section", "reason"), [(None, "no-growth"), ("s2", "no-growth-here")])
def test_an_empty_chart_says_why(section: str | None, reason: str) -> None:
    """No dead ends: the pane has a sentence for each reason."""
    assert growth_chart(report(()), section).empty == reason


def test_the_bound_of_a_fall_is_that_of_its_value() -> None:
    """下降超过2.4% stood as >−2.4, which says the opposite, and the band of 下降2%至3% had no width."""
    fall = metric("m3", "工业增加值", "2.4%", "-2.4", bound="gt")
    assert [row.bound for row in growth_chart(report((fall,))).rows] == ["lt"]
    aim = replace(fall, role="target", value=Decimal(-2), value_max=Decimal(-3), bound="eq", period="2024")
    row = next(each for each in target_chart(pairs(report((aim,)))).rows if each.target_metric == "m3")
    assert (row.target, row.target_max) == (Decimal(-3), Decimal(-2))


def test_a_section_counts_what_stands_below_it() -> None:
    """The chart of a part holds its sections' figures."""
    whole = report()
    nested = replace(whole, sections=(whole.sections[0], replace(whole.sections[1], parent="s1")))
    assert len(growth_chart(nested, "s1", role="target").rows) == 1
    assert len(growth_chart(whole, "s1", role="target").rows) == 0


def test_a_section_of_targets_shows_its_targets() -> None:
    """Without a role given, targets are drawn where there are no actuals."""
    assert growth_chart(report(), "s2").role == "target"


def test_a_missing_side_of_a_bullet_has_no_number() -> None:
    """未报 and 没有数值 are drawn as boxes; zero would be a lie."""
    rows = {row.label: row for row in target_chart(pairs(report())).rows}
    assert rows["失业率"].actual is None and rows["失业率"].target is None and rows["失业率"].low is None
    gdp = rows["地区生产总值"]
    assert (gdp.actual, gdp.target, gdp.tolerance) == (Decimal("6.1"), Decimal("5.5"), Decimal("0.3"))
    assert gdp.actual_last
    assert gdp.low == 0 and gdp.high is not None and gdp.high > Decimal("6.1")


def test_rates_outside_of_the_axis_are_set_apart() -> None:
    """6.2 per thousand has no place on 0 to 100."""
    odd = replace(metrics()[5], id="o", unit="个", value=Decimal("6.2"))
    chart = rates_chart(report((*metrics(), odd)))
    assert [row.metric for row in chart.rows] == ["m6", "m5", "m10"]
    assert [row.metric for row in chart.others] == ["o"]


def test_amounts_never_mix_units() -> None:
    """One group for each unit, each with its own axis."""
    twice = (*metrics(), *(replace(metric, id=f"{metric.id}-b") for metric in metrics()))
    assert [group.unit for group in amounts_chart(report(twice)).groups] == ["元", "项"]
    assert amount_text(Decimal(517000000), "元") == "5.17亿元"
    assert amount_text(Decimal("-2.40"), "%") == "−2.4%"


@pytest.mark.parametrize(("value", "words"), [
    ("31847", "31,847元"), ("-31847", "−31,847元"), ("31800", "3.18万元"), ("318470", "31.847万元"), ("60000", "6万元"),
])
def test_five_digits_that_are_no_shorter_in_ten_thousands_stay(value: str, words: str) -> None:
    """An income of 31847元 stood in the ledger as 3.1847 万元, as no report writes it."""
    assert amount_text(Decimal(value), "元") == words


@pytest.mark.parametrize(("value", "unit", "words"), [
    ("45000000", "bushels", "45 million bushels"), ("1300000000", "dollars", "1.3 billion dollars"),
    ("250000", "homes", "250,000 homes"), ("30", "miles", "30 miles"), ("120000", "kWh", "12万kWh"),
])
def test_what_an_english_report_counts_is_counted_in_english(value: str, unit: str, words: str) -> None:
    """45 million bushels stood in its charts as 4,500万."""
    assert amount_text(Decimal(value), unit) == words


def test_amounts_with_a_unit_of_their_own_share_one_group() -> None:
    """A bar that is measured against nothing says nothing: they are listed, after those that can be compared."""
    level = next(metric for metric in metrics() if metric.kind == "level" and metric.role == "actual")
    made = [
        replace(level, id=f"n{place}", unit=unit, value=Decimal(place + 1), span=Span(place, place + 1))
        for place, unit in enumerate(("座", "公里", "个", "公里", "家"))
    ]  # fmt: skip
    groups = amounts_chart(report(tuple(made))).groups
    assert [(group.unit, [row.metric for row in group.rows]) for group in groups] == [
        ("公里", ["n3", "n1"]), ("", ["n0", "n2", "n4"]),
    ]  # fmt: skip


@pytest.mark.parametrize(("label", "room", "lines"), [
    ("旅客运输总量（铁路）", 9, ["旅客运输总量", "（铁路）"]),
    ("新能源汽车动力电池产量", 10, ["新能源汽车动", "力电池产量"]),
    ("Investment in fixed assets", 15, ["Investment in", "fixed assets"]),
    ("规模以上工业增加值", 8, ["规模以上工业", "增加值"]),
    ("全年总体GDP增长", 8, ["全年总体", "GDP增长"]),
])  # fmt: skip
def test_a_long_label_leaves_no_sign_alone(label: str, room: int, lines: list[str]) -> None:
    """Two lines of like length, what is in brackets whole, no number or word parted."""
    cut = label_break(label, lambda words: float(len(words)), room)
    assert [label[:cut].strip(), label[cut:].strip()] == lines


def test_a_label_too_long_for_two_lines_fills_the_first() -> None:
    """What is cut off at the end is as little as can be."""
    assert label_break("一二三四五六七八九十", lambda words: float(len(words)), 4.0) == 4


def test_latin_words_of_a_figure_stay_apart() -> None:
    """White space of the layout goes, the space between words stays."""
    assert closed_up("29 other\n nations") == "29 other nations"
    assert closed_up("1.3 万 人") == "1.3万人" and closed_up("1 200 人") == "1200人" and closed_up("5 %") == "5%"


def test_what_a_person_judged_is_counted_whatever_the_program_took_it_for() -> None:
    """A declaration with a verdict is in the document: the counts must not miss it."""
    claims = [
        review_claim("a", 1, "supported"), review_claim("b", 2, "misleading", types=("rhetoric",)),
        review_claim("c", 3, types=("rhetoric",)),
    ]
    chart = verdict_chart(claims)
    assert (chart.judged, chart.total) == (2, 2)
    assert {share.key: share.count for share in chart.shares}["misleading"] == 1


def test_only_checkable_claims_that_stand_are_counted() -> None:
    """Rhetoric and dismissed suggestions would dilute the coverage."""
    claims = [
        review_claim("a", 1, "supported"), review_claim("b", 2), review_claim("c", 3, types=("rhetoric",)),
        review_claim("d", 4, dismissed="重复"), review_claim("e", 5, "unproven"),
    ]  # fmt: skip
    chart = verdict_chart(claims)
    assert {share.key: share.count for share in chart.shares if share.count} == {
        "supported": 1, "unproven": 1, "not_judged": 1,
    }  # fmt: skip
    assert (chart.judged, chart.total, len(chart.shares)) == (2, 3, 8)
    assert sum(share.share for share in chart.shares) == pytest.approx(1)


@pytest.mark.parametrize(("claims", "reason"), [([], "no-claims"), ([review_claim("a", 1)], "no-verdicts")])
def test_verdicts_say_why_there_are_none(claims: list, reason: str) -> None:  # type: ignore[type-arg]
    """Nothing to judge and nothing judged are two sentences."""
    assert verdict_chart(claims).empty == reason


def test_coverage_counts_by_section() -> None:
    """Judged of checkable, with the uncheckable beside them."""
    claims = [
        review_claim("a", 1, "supported"), review_claim("b", 2), review_claim("c", 3, types=("rhetoric",)),
        review_claim("d", 4, of="c4"),
    ]  # fmt: skip
    chart = coverage_chart(report(), claims)
    assert [(row.section, row.judged, row.checkable, row.uncheckable) for row in chart.rows] == [
        ("s1", 1, 2, 1), ("s2", 0, 1, 0),
    ]  # fmt: skip
    assert (chart.judged, chart.checkable) == (1, 3)


def test_coverage_of_a_part_counts_its_sections() -> None:
    """A part without claims of its own has those of its sections, and a section without any is left out."""
    parents = {"p1": None, "p1a": "p1", "p1b": "p1a", "p2": None, "p2a": "p2"}
    some = report().sections[0]
    made = replace(report(), sections=tuple(replace(some, id=key, parent=up) for key, up in parents.items()))
    claims = [
        replace(review_claim("a", 1, "supported"), section="p1b"), replace(review_claim("b", 2), section="p1a"),
        replace(review_claim("c", 3, types=("rhetoric",)), section="p1b"),
    ]
    rows = coverage_chart(made, claims).rows
    assert [(row.section, row.judged, row.checkable, row.uncheckable, row.has_children) for row in rows] == [
        ("p1", 1, 2, 1, True), ("p1a", 1, 2, 1, True), ("p1b", 1, 1, 1, False),
    ]


def test_a_claim_on_one_item_is_marked_and_background_does_not_count() -> None:
    """孤证: background material is no second source."""
    items = [evidence("e1", "E-0001"), evidence("e2", "E-0002", reliability=None), evidence("e3", "E-0003")]
    claims = [
        review_claim("a", 1, evidence=(link("a", "e1"), link("a", "e2", "context"))),
        review_claim("b", 2, evidence=(link("b", "e1"), link("b", "e2"))),
    ]
    chart = evidence_chart(claims, items)
    assert [row.single for row in chart.rows] == [True, False]
    assert chart.rows[0].grades == ("B2", "")
    assert (dict(chart.counts), chart.unattached) == ({"B2": 2, "": 1}, 1)


def test_without_evidence_the_chart_says_so() -> None:
    """The pane then says how to attach some."""
    assert evidence_chart([review_claim("a", 1)], []).empty == "no-evidence"


def test_each_row_leads_to_its_words() -> None:
    """Every bar jumps to the place in the text that it was read from."""
    made: Report = report()
    known = {metric.id: metric for metric in made.metrics}
    charts = (growth_chart(made).rows, rates_chart(made).rows, *(g.rows for g in amounts_chart(made).groups))
    for row in (row for rows in charts for row in rows):
        assert known[row.metric].span == row.span
