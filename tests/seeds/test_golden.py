"""The samples are read as a person who checked every line found right."""

from __future__ import annotations

from pathlib import Path

import pytest

import seeds
from core.pipeline import read_report
from tests.seeds.golden import difference, golden_of, load, save

GOLDEN = Path(seeds.__file__).parent / "golden"


@pytest.mark.parametrize("sample", seeds.samples(), ids=lambda sample: sample.key)
def test_a_sample_is_read_as_its_golden_extraction_says(sample: seeds.Sample, update_golden: bool) -> None:
    """Any change of a rule shows here with its gains and losses: look at the diff, then `--update-golden`."""
    file = GOLDEN / f"{sample.file.stem}.json"
    found = golden_of(read_report(sample.file)[0])
    if update_golden:
        save(file, found)
    changes = difference(load(file), found)
    assert not changes, f"{sample.file.name} is read differently now:\n{changes}"


def test_a_difference_names_what_is_gone_and_what_is_new() -> None:
    """The comparison itself must not be blind."""
    golden = {"metrics": ["a", "b"], "claims": ["c"]}
    found = {"metrics": ["a", "x"], "claims": ["c"], "findings": ["f"]}
    lines = difference(golden, found).splitlines()
    assert {"-b", "+x", "+f"} <= set(lines)
    assert difference(golden, dict(golden)) == ""
