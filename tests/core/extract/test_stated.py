"""Targets and states without a number still say what they are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.interchange.extraction import extraction, report_from
from core.model.report import Claim, SectionRole
from core.pipeline import read_report
from tests.core.extract.readings import sentence_document


def _claims(text: str, role: SectionRole = "targets") -> tuple[Claim, ...]:
    document = sentence_document(text, role=role)
    return read_claims(document, read_metrics(document))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("城镇登记失业率控制在市定目标内。", ["城镇登记失业率"]),
        ("固定资产投资与上年持平。", ["固定资产投资"]),
        ("居民人均可支配收入增长与经济增长同步。", ["居民人均可支配收入"]),
        ("青河出境断面水质保持在Ⅲ类，地区生产总值增长6%。", ["青河出境断面水质"]),
        ("森林覆盖率稳步提高。", ["森林覆盖率"]),
        ("地区生产总值增长6%。", []),
        ("工作作风明显改善。", []),
        ("加快推进城市更新。", []),
        ("坚持保护与治理并重、开发与建设同步，建设美丽家园。", []),
    ],
)
def test_a_state_names_its_indicator(text: str, names: list[str]) -> None:
    """An unknown name only before words that can say nothing else; no name for a clause with a figure."""
    found = [indicator for claim in _claims(text) for indicator in claim.indicators]
    assert [indicator.text for indicator in found] == names
    assert all(indicator.span and indicator.span.quote(text) == indicator.text for indicator in found)


def test_the_standard_name_is_given_where_there_is_one() -> None:
    """So that a target can be paired with last year's result."""
    (claim,) = _claims("城镇登记失业率控制在市定目标内。")
    assert claim.types == ("target",)
    assert claim.indicators[0].id is not None


def test_they_are_kept_in_the_extraction(tmp_path: Path) -> None:
    """What is written is read back the same."""
    file = tmp_path / "a.txt"
    file.write_text("一、2024年主要目标\n固定资产投资与上年度持平，城镇登记失业率控制在市定目标内。\n", "utf-8")
    report, _ = read_report(file)
    assert any(claim.indicators for claim in report.claims)
    assert report_from(extraction(report, explain=True)) == report
