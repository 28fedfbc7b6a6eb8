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
        ("行政村光纤网络全覆盖。", ["行政村光纤网络"]),
        ("农村公交实现行政村全覆盖。", ["农村公交"]),
        ("零就业家庭动态清零。", ["零就业家庭"]),
        ("重特大安全事故零发生。", ["重特大安全事故"]),
        ("全年未发生重特大安全事故。", ["重特大安全事故"]),
        ("加强监管，杜绝重特大事故发生。", ["重特大事故"]),
        ("实现规模以上企业亏损面“零”增长。", ["规模以上企业亏损面"]),
        ("实现农村贫困人口“动态清零”。", ["农村贫困人口"]),
        ("森林覆盖率远高于全省平均水平。", ["森林覆盖率"]),
        ("城乡医疗救助应保尽保。", ["城乡医疗救助"]),
        ("“三公”经费只减不增。", ["“三公”经费"]),
        ("规模以上工业增加值增速不低于全省平均水平。", ["规模以上工业增加值"]),
        ("单位生产总值能耗稳中有降。", ["单位生产总值能耗"]),
        ("城镇登记失业率低于省控目标。", ["城镇登记失业率"]),
        ("居民收入增长与经济增长基本同步。", ["居民收入"]),
        ("坚持党建全覆盖理念。", []),
        ("开展存量问题清零行动。", []),
        ("努力实现更高水平的全覆盖。", []),
        ("杜绝形式主义。", []),
        ("水平不断提高，优势不只体现在区位。", []),
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


@pytest.mark.parametrize(
    "text", ["“三公”经费只减不增。", "粮食产量稳中有增。", "居民收入增速快于经济增速。", "城镇登记失业率低于省控目标。"]
)
def test_a_state_to_hold_is_a_target(text: str) -> None:
    """No figure, yet it can be held against the year's result: no mere pledge."""
    (claim,) = _claims(text)
    assert claim.types == ("target",)


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
