"""Claim types that a person gave to sentences of real reports, and how well the program's agree with them.

A file `claim_types/NAME.tsv` has one sentence (or part between semicolons) a line: `start` and `end` in code points of
the text as the readers give it, its types, and its first characters. Those of `claim_types_later` were written when the
rules had been brought to agree with the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.model.report import Claim

FIRST, LATER = (Path(__file__).with_name(name) for name in ("claim_types", "claim_types_later"))
#: As the format's scorer does: rarer types are not counted, rhetoric is what is none of them.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Label:
    """One sentence with its types."""

    start: int
    end: int
    types: frozenset[str]
    words: str


@dataclass(slots=True)
class Score:
    """Right, wrong and missed types, summed over reports."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def add(self, name: str, labels: Iterable[Label], claims: Sequence[Claim]) -> None:
        """Count one report: a label's types against those of all claims that overlap it."""
        for label in labels:
            found = {
                kind for claim in claims if claim.span.start < label.end and label.start < claim.span.end
                for kind in claim.types
            }
            for kind in found | label.types:
                sums = self.missed if kind not in found else self.wrong if kind not in label.types else self.right
                sums[kind] += 1
            if found - {"rhetoric"} != label.types - {"rhetoric"}:
                wanted = " ".join(sorted(label.types))
                self.differences.append(f"{name} {label.start} {label.words}: {wanted} → {' '.join(sorted(found))}")

    def f1(self, kind: str) -> float:
        """F1 of one type."""
        return 2 * self.right[kind] / (2 * self.right[kind] + self.wrong[kind] + self.missed[kind])

    def kinds(self) -> list[str]:
        """The types that are labelled often enough."""
        labelled = self.right + self.missed
        return sorted(kind for kind, count in labelled.items() if kind != "rhetoric" and count >= FEWEST)

    def macro(self) -> float:
        """The mean of F1 over the types that count."""
        kinds = self.kinds()
        return sum(self.f1(kind) for kind in kinds) / len(kinds)


def documents(folder: Path = FIRST) -> dict[str, Path]:
    """The label files by the stem of the report that they belong to."""
    return {file.stem: file for file in sorted(folder.glob("*.tsv"))}


def load(file: Path, text: str) -> list[Label]:
    """The labels of one report.

    Raises:
        ValueError: a label's words do not stand at its place in `text`.
    """
    found: list[Label] = []
    for line in file.read_text("utf-8").splitlines()[1:]:
        start, end, types, words = line.split("\t")
        if not "".join(text[int(start) : int(end)].split()).startswith(words):
            raise ValueError(f"{file.name}: {words} does not stand at {start}")
        found.append(Label(int(start), int(end), frozenset(types.split()), words))
    return found
