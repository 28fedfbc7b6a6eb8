"""Why a claim has its types, as `policy-review extract --explain` tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.explain import explained
from core.lexicon import rule_names
from core.pipeline import read_report

_REPORTS = sorted(Path(__file__).with_name("claim_reports").glob("*.txt"))[::6]


@pytest.mark.parametrize("file", _REPORTS, ids=lambda file: file.stem)
def test_every_type_has_a_known_reason_inside_its_claim(file: Path) -> None:
    """The words that a type rests on are the claim's own, and each rule has its sentence."""
    report, _ = read_report(file)
    for claim in explained(report)["claims"]:
        assert [reason["type"] for reason in claim["reasons"]] == claim["types"]
        for reason in claim["reasons"]:
            assert reason["rule"] in rule_names()
            if reason["span"]:
                start, end = reason["span"]
                assert claim["start"] <= start < end <= claim["end"]


@pytest.mark.parametrize(
    ("words", "type_", "rule", "quote"),
    [
        ("一、2022年工作回顾\n粮食总产量达到12万吨。\n", "achievement", "claim.achievement_figure", "12万吨"),
        ("一、2022年工作回顾\n群众就近入学。\n", "achievement", "claim.achievement_place", None),
        ("一、2023年工作安排\n城镇登记失业率控制在市定目标内。\n", "target", "claim.state", "控制在"),
        ("一、2023年工作安排\n加快推进城市更新。\n", "commitment", "claim.action", "加快推进"),
        ("一、2022年工作回顾\n路基已经完工，计划明年6月验收。\n", "target", "claim.by_date", "计划明年6月验收"),
        (
            "一、2022年工作回顾\n市长李明出席会议，强调全市要加快建设。\n", "commitment", "claim.action",
            "强调全市要加快建设",
        ),
        ("一、2022年工作回顾\n建成全市首家老年大学。\n", "ranking", "claim.ranked", "首家"),
        ("一、存在的问题\n企业融资靠民间借贷。\n", "problem", "claim.problem_place", None),
    ],
)
def test_a_reason_names_its_words(tmp_path: Path, words: str, type_: str, rule: str, quote: str | None) -> None:
    """One example for words, figures and places."""
    file = tmp_path / "report.txt"
    file.write_text(f"清水县政府工作报告\n{words}", encoding="utf-8")
    report, _ = read_report(file)
    (claim,) = explained(report, "en")["claims"]
    reason = next(one for one in claim["reasons"] if one["type"] == type_)
    assert reason["rule"] == rule
    assert (report.text[slice(*reason["span"])] if reason["span"] else None) == quote
