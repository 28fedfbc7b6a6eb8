"""One road from a file to a report, in named stages."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import seeds
from core.pipeline import Stage, read_report, report_of, steps
from core.readers import read, read_bytes

DIGEST = seeds.samples()[0].file


def test_a_report_keeps_the_files_own_bytes_beside_what_was_found() -> None:
    """The project stores both; the hash ties them together."""
    report, original = read_report(DIGEST)
    assert original == DIGEST.read_bytes()
    assert report.source.sha256 == hashlib.sha256(original).hexdigest()
    assert report.text == original.decode("utf-8")
    assert report.sections and report.metrics and report.claims and report.findings


def test_progress_names_each_stage_before_it_begins() -> None:
    """A long report shows what is being done."""
    stages: list[Stage] = []
    read_report(DIGEST, stages.append)
    assert stages == ["reading", "sections", "metrics", "claims", "checks"]


def test_the_work_can_be_given_up_between_two_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancel must not wait for the end, and nothing after it may run."""
    work = steps(read(DIGEST))
    assert next(work) == "sections"
    monkeypatch.setattr("core.extract.read_metrics", None)
    work.close()
    with pytest.raises(StopIteration):
        next(work)


def test_every_metric_names_the_claim_that_holds_it() -> None:
    """Figure, claim and evidence are one chain."""
    report, _ = read_report(DIGEST)
    held = {metric: claim.id for claim in reversed(report.claims) for metric in claim.metrics}
    assert held
    assert {metric.id: metric.claim for metric in report.metrics if metric.claim} == held


def test_every_span_of_a_report_lies_in_its_text() -> None:
    """The quote is the proof: a span beyond the text proves nothing."""
    for sample in seeds.samples():
        report, _ = read_report(sample.file)
        size = len(report.text)
        spans = [metric.value_span for metric in report.metrics] + [claim.span for claim in report.claims]
        spans += [section.span for section in report.sections]
        spans += [span for finding in report.findings for span in finding.spans]
        assert all(0 <= span.start < span.end <= size for span in spans)
        assert all(metric.surface == metric.value_span.quote(report.text) for metric in report.metrics)


@pytest.mark.parametrize(
    "text", ["字", "a", "一、\n二、\n", "2023年", "。" * 40 + "县", "5%" * 300 + "增长", "\r\n".join("◆县" * 9)]
)
def test_scraps_of_text_are_read_without_a_crash(text: str) -> None:
    """Whatever a person opens, something comes of it."""
    assert report_of(read_bytes(text.encode(), "a.txt")).text == text


def test_a_text_that_holds_no_report_has_unknowns_and_no_guesses() -> None:
    """Unknown is None."""
    report = report_of(read_bytes("今天天气很好，适合散步。".encode(), "a.txt"))
    assert (report.year, report.target_year, report.place) == (None, None, None)
    assert report.metrics == ()


def test_the_corpus_is_read_to_the_end(corpus: Path) -> None:
    """Real files from national reports to county digests, in every format."""
    for name in ("chengdong-2024.txt", "nat-2018-farm-machinery.html", "2025年浙江省政府工作报告.docx"):
        report, _ = read_report(corpus / name)
        assert report.sections and report.claims
