"""The comparison of two readings: what it shows must be all there is, and nothing else."""

from __future__ import annotations

import copy
import subprocess
from pathlib import Path
from typing import Any

import pytest

from build_scripts.corpus_diff import read_both, reports_in, told, tree_of
from build_scripts.environment import ROOT, SetUpError
from build_scripts.extraction_diff import PARTS, Change, changes
from core.interchange.extraction import extraction
from core.pipeline import read_report

TEXT = """青溪县2023年政府工作报告

一、2022年工作回顾

全年地区生产总值完成86.5亿元，增长6.2%。粮食总产量达到12.4万吨，新建道路18公里。

二、2023年工作安排

地区生产总值增长6%左右，新建学校3所。加快推进老旧小区改造。
"""


def _read(tmp_path: Path, text: str = TEXT) -> dict[str, Any]:
    file = tmp_path / "report.txt"
    file.write_text(text, "utf-8")
    return dict(extraction(read_report(file)[0], explain=True))


def _told(before: dict[str, Any], after: dict[str, Any], limit: int | None = None) -> str:
    file = Path("report.txt")
    lines = told({file: {"extraction": before}}, {file: {"extraction": after}}, frozenset(["report", *PARTS]), limit)
    return "\n".join(lines)


def _signs(found: list[Change]) -> list[tuple[str, str]]:
    return [(change.part, change.sign) for change in found]


def test_a_reading_equals_itself(tmp_path: Path) -> None:
    """No difference is shown where there is none, and the totals say how much was compared."""
    read = _read(tmp_path)
    assert changes(read, copy.deepcopy(read)) == []
    assert "1 read alike" in _told(read, read)
    assert f"metrics {len(read['metrics']):>10}" in _told(read, read)


def test_a_metric_lost_and_one_read_otherwise_are_shown_with_their_words(tmp_path: Path) -> None:
    """The lost one with what was read, the changed one field by field."""
    before = _read(tmp_path)
    after = copy.deepcopy(before)
    lost = after["metrics"].pop(0)
    after["metrics"][0]["role"] = "target"
    after["metrics"][0]["value"] = 7
    assert _signs(changes(before, after)) == [("metrics", "-"), ("metrics", "~")]
    shown = _told(before, after)
    assert f"[{lost['surface']}]" in shown and "地区生产总值完成[86.5亿元]，增长" in shown
    assert "role: actual → target" in shown and "value: 6.2 → 7" in shown
    assert "changed fields: metrics.value 1, metrics.role 1" in shown
    assert [change.sign for change in changes(after, before)] == ["+", "~"]


def test_confidence_counts_where_it_crosses_the_bar(tmp_path: Path) -> None:
    """A reviewer sees sure or unsure; a hundredth more is no change."""
    before = _read(tmp_path)
    after = copy.deepcopy(before)
    before["metrics"][0]["confidence"], after["metrics"][0]["confidence"] = 0.95, 0.93
    assert changes(before, after) == []
    after["metrics"][0]["confidence"] = 0.5
    assert [list(change.differing()) for change in changes(before, after)] == [[("sure", "yes", "no")]]


def test_other_bounds_of_a_claim_are_a_change_and_not_a_loss_and_a_gain(tmp_path: Path) -> None:
    """What overlaps is the same thing read otherwise."""
    before = _read(tmp_path)
    after = copy.deepcopy(before)
    after["claims"][0]["end"] -= 4
    after["claims"][1]["types"] = ["problem"]
    assert _signs(changes(before, after)) == [("claims", "~"), ("claims", "~")]
    differing = [list(change.differing()) for change in changes(before, after)]
    assert differing == [[], [("types", "achievement", "problem")]]
    assert _told(before, after).count("        was ") == 1


def test_headings_findings_and_the_head_are_compared_too(tmp_path: Path) -> None:
    """A heading is known by its parent; a finding by its check; the report by its years."""
    before = _read(tmp_path)
    after = copy.deepcopy(before)
    after["target_year"] = None
    after["sections"][1]["parent"] = "s1"
    after["findings"] = [
        {"check": "NUM-01", "severity": "minor", "spans": [[30, 36]], "message": "…", "metrics": []},
        *after["findings"],
    ]
    found = changes(before, after)
    assert _signs(found) == [("report", "~"), ("headings", "~"), ("findings", "+")]
    assert ("under", "-", "一、2022年工作回顾") in list(found[1].differing())


def test_positions_are_carried_over_into_a_text_read_otherwise(tmp_path: Path) -> None:
    """A reader that leaves a line out moves everything behind it and loses what stood in it."""
    before, after = _read(tmp_path), _read(tmp_path, TEXT.replace("二、2023年工作安排\n\n", "注：略\n"))
    headings = [change for change in changes(before, after) if change.part == "headings"]
    assert [(change.sign, change.before.fields["title"] if change.before else "") for change in headings] == [
        ("-", "二、2023年工作安排")
    ]
    assert not [change for change in changes(before, after) if change.part == "metrics" and change.sign != "~"]
    assert "its text is read otherwise" in _told(before, after)


def test_the_limit_says_how_much_it_hides(tmp_path: Path) -> None:
    """Nothing is left out in silence."""
    before = _read(tmp_path)
    after = copy.deepcopy(before)
    after["metrics"] = []
    count = len(before["metrics"])
    assert f"… and {count - 2} more" in _told(before, after, limit=2)
    assert _told(before, after).count("\n    - ") == count


def test_both_trees_are_read_and_a_file_that_cannot_be_is_told(tmp_path: Path) -> None:
    """A tree is run in a process of its own, by its path alone."""
    (tmp_path / "report.txt").write_text(TEXT, "utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 not a document")
    (tmp_path / "note.json").write_text("{}", "utf-8")
    files = reports_in([tmp_path])
    assert [file.name for file in files] == ["broken.docx", "report.txt"]
    before, after = read_both(ROOT, ROOT, files)
    assert before == after
    assert "error" in before[files[0]]
    assert before[files[1]]["extraction"]["target_year"] == 2023


def test_a_wrong_folder_or_revision_is_named(tmp_path: Path) -> None:
    """A slip of the keys gets one sentence."""
    with pytest.raises(SetUpError, match="is no folder"):
        reports_in([tmp_path / "nothing"])
    with pytest.raises(SetUpError, match="no report"):
        reports_in([tmp_path])
    with pytest.raises(SetUpError, match="git"):
        tree_of("no-such-revision")


def test_a_revision_is_unpacked_with_its_rules() -> None:
    """Code and data files of the commit, nothing of the working tree."""
    known = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, check=False)
    if known.returncode:
        pytest.skip("this checkout has no git history")
    tree = tree_of("HEAD")
    assert (tree / "core" / "pipeline.py").is_file() and (tree / "resources" / "lexicon").is_dir()
    assert tree_of("HEAD") == tree
