"""Every check on small reports: where it asks, and where it must not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from core.checks import checks, find
from core.messages import message
from core.model.report import Report, Source
from core.pipeline import report_of
from core.readers import Reading
from core.vocabulary import Language

with (Path(__file__).parent / "examples.toml").open("rb") as _file:
    EXAMPLES: dict[str, dict[str, list[str]]] = tomllib.load(_file)

LANGUAGES: tuple[Language, ...] = ("zh", "en")
HITS = [(key, text) for key, entry in EXAMPLES.items() for text in entry["hit"]]
SILENT = [(key, text) for key, entry in EXAMPLES.items() for text in entry["silent"]]


def _report(text: str) -> Report:
    return report_of(Reading(text.encode(), text, Source("report.txt", "0" * 64, "text/plain", "utf-8", None)))


@pytest.mark.parametrize(("key", "text"), HITS)
def test_a_check_asks_where_its_example_shows_a_doubt(key: str, text: str) -> None:
    """A check that stops asking is a gap that nobody sees."""
    assert key in {finding.check for finding in _report(text).findings}


@pytest.mark.parametrize(("key", "text"), SILENT)
def test_a_check_stays_silent_where_nothing_is_wrong(key: str, text: str) -> None:
    """A wrong finding costs more trust than a missed one."""
    assert key not in {finding.check for finding in _report(text).findings}


def test_every_check_has_examples_of_both_kinds() -> None:
    """No check enters the catalogue untested."""
    assert {entry.id for entry in checks()} == set(EXAMPLES)
    assert all(entry["hit"] and entry["silent"] for entry in EXAMPLES.values())


@pytest.mark.parametrize("text", [text for _, text in HITS])
def test_a_finding_points_into_the_text_and_speaks_both_languages(text: str) -> None:
    """Spans lie inside, metrics exist, and the message fills in Chinese and English."""
    report = _report(text)
    for finding in report.findings:
        assert finding.spans
        assert all(0 <= span.start < span.end <= len(text) for span in finding.spans)
        assert set(finding.metrics) <= {metric.id for metric in report.metrics}
        for language in LANGUAGES:
            assert "{" not in message("checks", finding.check, language, **finding.params)


def test_findings_stand_in_the_order_of_the_text_and_do_not_change() -> None:
    """Looking twice finds the same."""
    report = _report(EXAMPLES["CON-04"]["hit"][0])
    assert find(report) == report.findings
    assert [finding.spans[0] for finding in report.findings] == sorted(finding.spans[0] for finding in report.findings)


def test_messages_accuse_nobody() -> None:
    """The tone is that of a question."""
    words = (Path(__file__).parents[3] / "resources" / "messages" / "checks.toml").read_text(encoding="utf-8")
    assert not any(word in words for word in ("造假", "虚假", "作假", "fake", "fraud", "lie "))


def test_real_reports_are_asked_what_a_careful_reader_would_ask(corpus: Path) -> None:
    """The doubtful spots of one digest that its readers found by hand."""
    report = _report((corpus / "chengdong-2024.txt").read_bytes().decode())
    found = {finding.check for finding in report.findings}
    assert {"STR-01", "STR-02", "NUM-02", "NUM-10", "CON-04", "SUP-01", "SUP-02", "SUP-04", "TGT-02", "TGT-04"} <= found
    assert not {"STR-05", "STR-06", "NUM-04", "NUM-11", "NUM-12", "CON-01", "LNG-05"} & found
