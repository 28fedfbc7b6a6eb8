"""Whole small reports of our own writing, in the manner of other years and places, with every figure in them.

`made_up/*.toml` holds one report each: its text, and a line for each figure in the order of the text.
quote | indicator (several accepted: a/b) | kind (a/b) | role | period (unknown: -, any: *) | bound
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from core.extract import read_metrics
from core.model import Metric
from core.sections import read_structure

_REPORTS = sorted(Path(__file__).parent.glob("made_up/*.toml"))
_FIELDS = ("quote", "indicator", "kind", "role", "period", "bound")


@pytest.mark.parametrize("file", _REPORTS, ids=lambda file: str(file.stem))
def test_every_figure_of_a_small_report_is_read_and_nothing_else(file: Path) -> None:
    """Names, kinds, roles and years hold in the whole text, where sections and paragraphs speak too."""
    table = tomllib.loads(file.read_text("utf-8"))
    found = read_metrics(read_structure(table["text"]))
    wanted = [[cell.strip() for cell in line.split("|")] for line in table["figures"]]
    assert [metric.surface for metric in found] == [cells[0] for cells in wanted]
    wrong = [line for metric, cells in zip(found, wanted, strict=True) if (line := _differences(metric, cells))]
    assert wrong == []


def _differences(metric: Metric, cells: list[str]) -> str:
    """The fields that are not as they should be, empty if there are none."""
    names = {metric.indicator.text, metric.indicator.canonical} if metric.indicator else {""}
    got = ({metric.surface}, names, {metric.kind}, {metric.role}, {metric.period or "-"}, {metric.bound})
    return "; ".join(
        f"{cells[0]}: {field} {'/'.join(sorted(read))}, not {cell}"
        for field, read, cell in zip(_FIELDS, got, cells, strict=True)
        if cell != "*" and not read & set(cell.split("/") if field in ("indicator", "kind") else [cell])
    )
