"""The furniture lexicon."""

from __future__ import annotations

import re
import tomllib

import pytest

import resources
from core.sections.lexicon import furniture

with resources.path("lexicon", "noise.toml").open("rb") as _file:
    ENTRIES = tomllib.load(_file)


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_each_pattern_finds_its_own_example(name: str) -> None:
    """An entry that finds nothing is a slip of the pen."""
    assert re.fullmatch(ENTRIES[name]["pattern"], ENTRIES[name]["example"].replace("：", ":"))


@pytest.mark.parametrize(
    "line",
    ["一、2023年工作回顾", "各位代表：", "全年完成投资12亿元", "2023年", "中小企业发展", "打印机产量增长5%。"],
)
def test_lines_of_a_report_are_no_furniture(line: str) -> None:
    """Words that a footer shares with a report."""
    assert furniture().fullmatch(line) is None
