"""The fitting of confidence, on made-up readings."""

from __future__ import annotations

import tomllib

import pytest

import resources
from build_scripts.calibrate import FIRST_SIGHT, Case, first_sight, fit, held_out, scored, table, written
from core.lexicon import rule_names


def _cases(document: str, right: int, wrong: int, *signs: str) -> list[Case]:
    return [Case(document, signs, index < right, 0.5) for index in range(right + wrong)]


def test_a_sign_of_wrong_readings_gets_a_weight_below_nothing() -> None:
    """What goes wrong four times in ten is trusted less than what hardly ever does."""
    cases = [*_cases("a", 196, 4, "indicator.left"), *_cases("a", 30, 20, "indicator.left", "trust.grammar")]
    weights = fit(cases)
    assert weights["trust.grammar"] < -1
    plain, odd = (dict(zip((case.signs for case in cases), scored(cases, weights), strict=True))[signs][0]
                  for signs in (("indicator.left",), ("indicator.left", "trust.grammar")))
    assert plain > 0.9 > 0.7 > odd


def test_what_was_seen_once_says_little() -> None:
    """One wrong reading must not bury a rule."""
    cases = [*_cases("a", 200, 4, "indicator.left"), *_cases("a", 0, 1, "indicator.left", "trust.rank")]
    assert -1.5 < fit(cases)["trust.rank"] <= 0


def test_held_out_readings_do_not_know_their_own_document() -> None:
    """A sign that is only wrong in the document left out is not doubted there."""
    cases = [*_cases("a", 100, 2, "indicator.left"), *_cases("b", 0, 30, "trust.grammar")]
    held = held_out(cases)
    assert len(held) == len(cases)
    assert all(sure > 0.85 for sure, right in held[102:])
    assert scored(cases, fit(cases))[-1][0] < 0.5


def test_the_table_counts_every_reading_once() -> None:
    """Counts, means and shares by bin, and those that a reviewer may trust."""
    lines = list(table("made up", [(0.3, False), (0.92, True), (0.99, True), (0.99, False)]))
    assert "4 readings, 50.0% right" in lines[0]
    assert [line.split()[3] for line in lines[2:-1]] == ["1", "1", "2"]
    assert lines[-1].split() == ["0.90", "and", "more", "3", "75.0%", "66.7%"]


def test_the_written_file_holds_every_sign_that_has_words() -> None:
    """A weight without words could not be shown, words without a weight would never be."""
    cases = _cases("a", 20, 2, "indicator.left")
    text = written(fit(cases), cases, None)
    weights = tomllib.loads(text)
    with resources.path("lexicon", "weights.toml").open("rb") as file:
        in_use = tomllib.load(file)
    for group in ("indicator", "trust"):
        described = {name.partition(".")[2] for name in rule_names() if name.startswith(f"{group}.")}
        assert set(weights[group]) == described - {"catalogue"}
        # A rule made since the last fitting counts nothing until the next.
        assert set(in_use[group]) <= described
    assert weights["base"] == pytest.approx(fit(cases)["base"])


def test_what_was_read_at_first_sight_keeps_the_confidence_honest() -> None:
    """Of readings of unseen reports that the weights in use are sure of, 97 in 100 are right."""
    with resources.path("lexicon", "weights.toml").open("rb") as file:
        in_use = tomllib.load(file)
    weights = {"base": in_use["base"]} | {
        f"{group}.{name}": weight for group in ("indicator", "trust") for name, weight in in_use[group].items()
    }
    cases = first_sight(FIRST_SIGHT)
    sure = [right for confidence, right in scored(cases, weights) if confidence >= 0.9]
    assert len(cases) > 4500
    assert sum(sure) / len(sure) >= 0.97
    assert len(sure) > 0.4 * len(cases)
