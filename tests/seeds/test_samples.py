"""The samples show what the application can do, and are our own."""

from __future__ import annotations

from pathlib import Path

import pytest

import seeds
from core.model import Report
from core.pipeline import read_report
from core.readers import read

#: Figures that both the county's report and the communiqué print.
FACTS = (
    "262.5亿元", "14.7∶39.0∶46.3", "12.84亿元", "38.03亿元", "80.3%", "96家", "58.6万亩", "23.4万吨", "312.5万人次",
    "21.8亿元", "38642元", "19876元", "318.6亿元", "241.7亿元", "4268人", "53.2%", "91.2%", "46.8%", "97.6%",
)  # fmt: skip


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    """All samples, read."""
    return {sample.key: read_report(sample.file)[0] for sample in seeds.samples()}


def test_every_sample_is_there_with_words_in_both_languages() -> None:
    """The Welcome page and the Help menu list them."""
    assert [sample.key for sample in seeds.samples()] == ["digest", "county", "communique"]
    for sample in seeds.samples():
        assert sample.file.is_file()
        assert all((sample.title_zh, sample.title_en, sample.blurb_zh, sample.blurb_en))
        assert seeds.sample(sample.key) is sample


def test_an_unknown_sample_is_an_error() -> None:
    """A key from an old settings file must not open something else."""
    with pytest.raises(KeyError):
        seeds.sample("nothing")


def test_the_samples_hold_enough_to_show(reports: dict[str, Report]) -> None:
    """Figures of every kind, both roles, claims of every main type, something for the checks."""
    digest = reports["digest"]
    assert 50 <= len(digest.metrics) <= 100
    assert {metric.role for metric in digest.metrics} >= {"actual", "target"}
    assert {metric.kind for metric in digest.metrics} == {"level", "growth", "rate", "difference", "rank", "duration"}
    types = {kind for report in reports.values() for claim in report.claims for kind in claim.types}
    assert types >= {"achievement", "target", "commitment", "ranking", "problem"}
    checks = {finding.check for report in reports.values() for finding in report.findings}
    assert {"STR-01", "STR-02", "TGT-01", "SUP-01", "NUM-11"} <= checks


def test_county_and_communique_are_of_one_place_and_year(reports: dict[str, Report]) -> None:
    """The one is the evidence for the other."""
    assert reports["county"].place == reports["communique"].place == "澜溪县"
    assert reports["county"].year == reports["communique"].year == 2023


@pytest.mark.parametrize("fact", FACTS)
def test_county_and_communique_tell_the_same_facts(fact: str) -> None:
    """Changing a figure in one of them would make the other a false witness."""
    assert fact in _text("county") and fact in _text("communique")


def test_one_figure_differs_on_purpose() -> None:
    """There must be something for a reviewer to find: the growth of industry, told better than released."""
    assert "规模以上工业增加值增长9.6%" in _text("county")
    assert "规模以上工业增加值增长9.1%" in _text("communique")


def test_no_sample_shares_a_long_passage_with_the_corpus(corpus: Path) -> None:
    """The samples are of our own writing: no sentence of a real report is in them."""
    pieces: set[str] = set()
    for file in corpus.iterdir():
        if "scan" not in file.name:
            text = "".join(read(file).text.split())
            pieces.update(text[start : start + 26] for start in range(len(text) - 25))
    for sample in seeds.samples():
        text = "".join(sample.file.read_text("utf-8").split())
        shared = {text[start : start + 26] for start in range(len(text) - 25)} & pieces
        assert not shared, sorted(shared)[:5]


def _text(key: str) -> str:
    return seeds.sample(key).file.read_text("utf-8")
