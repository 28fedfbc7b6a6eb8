"""Claim types in whole small reports of our own writing, of many places, years and kinds.

In `claim_reports/*.txt` a line `TYPES| sentence` is a sentence with the types that a careful reader gives it: A
achievement, T target, C commitment, R ranking, P problem, B attribution (because), h rhetoric (hollow). Neighbouring
ones are one paragraph of the report. Other lines are printed as they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.extract import read_metrics
from core.extract.claims import read_claims
from core.sections import read_structure

_FILES = sorted(Path(__file__).with_name("claim_reports").glob("*.txt"))
_KINDS = {
    "A": "achievement", "T": "target", "C": "commitment", "R": "ranking", "P": "problem", "B": "attribution",
    "h": "rhetoric",
}
_LABEL = re.compile(r"([ATCRPBh]+)\| (.*)")


@dataclass(frozen=True)
class Label:
    """A sentence at its place in the report, with its types."""

    start: int
    end: int
    types: frozenset[str]
    words: str


def load(file: Path) -> tuple[str, list[Label]]:
    """The text of a report without the labels, and these."""
    text, labels, inside = "", [], False
    for line in file.read_text("utf-8").split("\n"):
        match = _LABEL.fullmatch(line)
        if match:
            types = frozenset(_KINDS[letter] for letter in match[1])
            labels.append(Label(len(text), len(text) + len(match[2]), types, match[2]))
            text, inside = text + match[2], True
        else:
            text, inside = f"{text}\n{line}\n" if inside else f"{text}{line}\n", False
    return text, labels


def differences(file: Path, right: Counter[str], wrong: Counter[str]) -> list[str]:
    """The sentences that the program types otherwise; counts each type as right or wrong (too much or missed)."""
    text, labels = load(file)
    document = read_structure(text)
    claims = read_claims(document, read_metrics(document))
    found: list[str] = []
    for label in labels:
        types = {
            kind for claim in claims if claim.span.start < label.end and label.start < claim.span.end
            for kind in claim.types
        }
        right.update(types & label.types)
        wrong.update(types ^ label.types)
        if types != label.types:
            found.append(f"{file.stem}: {' '.join(sorted(label.types))} → {' '.join(sorted(types))}: {label.words}")
    return found


@pytest.fixture(scope="module")
def scored() -> tuple[Counter[str], Counter[str], list[str]]:
    """All reports together."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    return right, wrong, [line for file in _FILES for line in differences(file, right, wrong)]


@pytest.mark.parametrize("kind", sorted(_KINDS.values()))
def test_each_type_is_given_to_the_sentences_that_a_reader_gives_it_to(
    scored: tuple[Counter[str], Counter[str], list[str]], kind: str
) -> None:
    """F1 of one type over all reports, floors a little under what was reached."""
    right, wrong, lines = scored
    assert 2 * right[kind] / (2 * right[kind] + wrong[kind]) >= 0.95, "\n".join(lines)
