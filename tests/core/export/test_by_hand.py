"""Figures that a person corrected are told as such wherever the document shows them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import seeds
from core.export.pdf import export_pdf
from core.model.figures import reading_of
from core.pipeline import read_report
from core.project import CorrectFigure, Project, SetVerdict
from tests.core.export.reading import flat, pages


def test_a_corrected_figure_is_marked_in_text_charts_and_claims(tmp_path: Path) -> None:
    """Who reads the document sees which figures are the reviewer's, and the new value where the claim lists it."""
    report, original = read_report(seeds.sample("digest").file)
    project = Project.create(tmp_path / "a.prv", report, original, created_by="甲")
    claim, metric = next(
        (claim, metric) for claim in project.claims() for metric in report.metrics
        if metric.id in claim.metrics and metric.kind == "growth" and metric.unit == "%" and metric.indicator
        and metric.role == "actual"
    )
    project.do(SetVerdict(claim.id, "partly"))
    before = flat("".join(pages(export_pdf(project, tmp_path / "before.pdf", language="zh"))))
    assert "人工更正" not in before
    project.do(CorrectFigure("r1", metric.value_span, replace(reading_of(metric), value=Decimal("77.25"))))
    words = flat("".join(pages(export_pdf(project, tmp_path / "after.pdf", language="zh"))))
    assert metric.indicator is not None
    assert f"其中人工更正：{flat(metric.indicator.text)}" in words, "the chart"
    assert "人工更正的数值" in words, "the legend of the text"
    assert "77.25%" in words and words.count("人工更正") >= 3, "the claim's figures"
