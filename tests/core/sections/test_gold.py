"""Headings against labels that a person made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.model.document import Document
from core.sections import read_structure


def _headings_and_parents(document: Document) -> list[tuple[int, int, int | None]]:
    starts = {section.id: section.heading.start for section in document.sections}
    return [
        (section.heading.start, section.heading.end, starts.get(section.parent or "")) for section in document.sections
    ]


def _labels(gold: list[dict[str, int]]) -> list[tuple[int, int, int | None]]:
    found: list[tuple[int, int, int | None]] = []
    stack: list[dict[str, int]] = []
    for label in gold:
        while stack and stack[-1]["depth"] >= label["depth"]:
            stack.pop()
        found.append((label["start"], label["end"], stack[-1]["start"] if stack else None))
        stack.append(label)
    return found


@pytest.mark.parametrize(
    ("name", "least"),
    [("chengdong-2024", 1.0), ("county-rongcheng-2012", 0.97), ("city-luoyang-2023-communique", 0.97)],
)
def test_headings_and_parents_agree_with_the_labels(corpus: Path, name: str, least: float) -> None:
    """F1 over headings that stand where the label has them, under the parent that it has."""
    gold = json.loads((corpus.parent / "extraction" / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
    text = gold.get("text") or (corpus / f"{name}.txt").read_bytes().decode()
    document = read_structure(text)
    labels, found = set(_labels(gold["headings"])), set(_headings_and_parents(document))
    assert 2 * len(labels & found) / (len(labels) + len(found)) >= least
    assert (document.year, document.target_year) == (gold["year"], gold["target_year"])


OUTLINES = {
    "nat-2024.txt": (13, 3, 2023, 2024, "全国"),
    "city-luoyang-2023.md": (17, 3, 2022, 2023, "洛阳市"),
    "city-hefei-2008.md": (14, 4, 2007, 2008, "合肥市"),
    "county-gaotang-2023.txt": (46, 4, 2022, 2023, "高唐县"),
    "prov-hebei-2003-messy.txt": (17, 2, 2002, 2003, "河北省"),
    "plan-10th.md": (94, 11, None, 2005, "全国"),
    "digest-gaoyang-2023.txt": (10, 10, 2022, 2023, "高阳县"),
    "en-us-state-of-the-union-2022.txt": (0, 0, None, None, None),
}


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_the_outline_of_real_reports_stays_as_it_was_read(corpus: Path, name: str) -> None:
    """Number of headings, of those at the top, years and place, as checked by reading each outline."""
    document = read_structure((corpus / name).read_bytes().decode())
    tops = sum(section.depth == 1 for section in document.sections)
    assert (len(document.sections), tops, document.year, document.target_year, document.place) == OUTLINES[name]
