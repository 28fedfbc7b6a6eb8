"""Headings that a person expects in the reports of the corpus, and how well an outline agrees with them.

A file `outlines/NAME.tsv` has one heading a line, in reading order: `start` and `end` in code points of the text as
the readers give it, `depth` from 1, and its first characters, which guard against a text that is read otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.model.report import Section

FOLDER = Path(__file__).with_name("outlines")


@dataclass(frozen=True, slots=True)
class Label:
    """One expected heading."""

    start: int
    end: int
    depth: int
    words: str


def documents() -> dict[str, Path]:
    """The label files by the stem of the report that they belong to."""
    return {file.stem: file for file in sorted(FOLDER.glob("*.tsv"))}


def load(file: Path, text: str) -> list[Label]:
    """The labels of one report.

    Raises:
        ValueError: a label's words do not stand at its place in `text`.
    """
    found: list[Label] = []
    for line in file.read_text("utf-8").splitlines()[1:]:
        start, end, depth, words = line.split("\t")
        label = Label(int(start), int(end), int(depth), words)
        if not "".join(text[label.start : label.end].split()).startswith(words):
            raise ValueError(f"{file.name}: {words} does not stand at {start}")
        found.append(label)
    return found


@dataclass(frozen=True, slots=True)
class Agreement:
    """F1 of headings that stand under the parent that the labels give them, and what disagrees, in words."""

    f1: float
    differences: list[str]


def agreement(labels: Sequence[Label], sections: Sequence[Section], text: str) -> Agreement:
    """As the format's scorer counts: a heading is found when its span and the label's share more than half."""
    partner: dict[int, int] = {}
    for number, label in enumerate(labels):
        for index, section in enumerate(sections):
            shared = min(section.heading.end, label.end) - max(section.heading.start, label.start)
            longest = max(section.heading.end - section.heading.start, label.end - label.start)
            if index not in partner.values() and 2 * shared > longest:
                partner[number] = index
                break
    position = {section.id: index for index, section in enumerate(sections)}
    right = 0
    differences: list[str] = []
    for number, (label, parent) in enumerate(zip(labels, _parents(labels), strict=True)):
        if number not in partner:
            differences.append(f"missed {label.words}")
            continue
        above = sections[partner[number]].parent
        wanted = None if parent is None else partner.get(parent, -1)
        if (None if above is None else position[above]) == wanted:
            right += 1
        else:
            differences.append(f"wrong parent {label.words}")
    for index, section in enumerate(sections):
        if index not in partner.values():
            differences.append(f"extra {' '.join(section.heading.quote(text).split())[:24]}")
    return Agreement(2 * right / (len(labels) + len(sections)) if labels or sections else 1.0, differences)


def _parents(labels: Sequence[Label]) -> list[int | None]:
    parents: list[int | None] = []
    stack: list[int] = []
    for number, label in enumerate(labels):
        while stack and labels[stack[-1]].depth >= label.depth:
            stack.pop()
        parents.append(stack[-1] if stack else None)
        stack.append(number)
    return parents
