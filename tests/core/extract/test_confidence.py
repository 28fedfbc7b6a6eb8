"""Confidence says how far a reading can be trusted, and what lowers it."""

from __future__ import annotations

import pytest

from core.extract.confidence import signs_of, signs_of_metric
from core.lexicon import explain
from core.model import Indicator
from tests.core.extract.readings import read


def _doubts(text: str) -> set[str]:
    (metric,) = read(text)
    return {reason.rule for reason in metric.reasons if reason.field == "confidence"}


def test_a_known_indicator_is_surer_than_a_long_phrase() -> None:
    """The catalogue's names are nearly always right; a phrase may hold more than the name."""
    (known,) = read("一般公共预算收入完成12.6亿元。")
    (phrase,) = read("全力推进的各乡镇并从严开展的农村面源污染整治行动涉及项目达到12个。")
    assert known.confidence >= 0.95 > phrase.confidence


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("对市场主体的帮扶", "trust.grammar"),
        ("损失", "trust.short_name"),
        ("大气污染防治和水环境综合治理重点工程", "trust.long_name"),
        ("水面养殖面积", "trust.measured"),
        ("批发业、零售业商户", "trust.listed"),
        ("“双百企业", "trust.cut_pair"),
        ("高技能人才", None),
    ],
)
def test_an_odd_name_has_its_sign(name: str, sign: str | None) -> None:
    """Each sign by itself; a plain name has none."""
    signs = signs_of(Indicator(name, name, None), "indicator.left", "number.arabic", "个", "12个", "2023")
    assert [one for one in signs if one.startswith("trust.")] == ([sign] if sign else [])


def test_what_lowers_the_confidence_is_told_in_both_languages() -> None:
    """The window's "why" shows each reason with its words."""
    assert "trust.short_name" in _doubts("损失达到22.2亿元。")
    assert explain("trust.short_name", "zh") != "trust.short_name"
    assert "confidence" in explain("trust.short_name", "en")


def test_a_sure_reading_has_no_doubts() -> None:
    """Nothing is told where nothing lowers it."""
    assert _doubts("地区生产总值增长6.5%。") == set()


def test_the_signs_of_a_reading_can_be_told_from_the_reading_alone() -> None:
    """So that weights can be fitted on what another version of the rules read."""
    (metric,) = read("地区生产总值增长6.5%。")
    assert signs_of_metric(metric) == ("indicator.left", "trust.known")
