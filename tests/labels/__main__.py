"""The score of the reading on the labelled passages of the corpus, and what it misses.

    python -m tests.labels [--misses] [FILE.tsv ...]     score, by file and in all
    python -m tests.labels place DRAFT ...               label files from drafts (see drafting.py)
"""

from __future__ import annotations

import sys
from pathlib import Path

from core.pipeline import read_report
from tests.labels import drafting
from tests.labels.labels import every, load
from tests.labels.scoring import Comparison, compare, together

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def main(arguments: list[str]) -> None:
    """Print the score of each file; with --misses each difference too."""
    if arguments[:1] == ["place"]:
        for draft in arguments[1:]:
            print(drafting.place(Path(draft), CORPUS))
        return
    files = [Path(name) for name in arguments if not name.startswith("-")] or every()
    done = []
    for file in files:
        labelled = load(file)
        report, _ = read_report(CORPUS / labelled.document)
        comparison = compare(labelled, report.metrics)
        done.append(comparison)
        print(_row(file.stem, comparison))
        if "--misses" in arguments:
            for line in comparison.misses():
                start = int(line.split("\t")[0])
                before = report.text[max(0, start - 30) : start].replace("\n", "⏎")
                print(f"   {line}\t…{before}▏{report.text[start : start + 24]}".replace("\n", "⏎"))
    if len(done) > 1:
        print(_row("all", together(done)))


def _row(name: str, comparison: Comparison) -> str:
    cells = [f"{field} {'-' if value is None else f'{value:.3f}'}" for field, value in comparison.figures().items()]
    return f"{name:24} {len(comparison.pairs) + len(comparison.missed):4}  {'  '.join(cells)}"


if __name__ == "__main__":
    main(sys.argv[1:])
