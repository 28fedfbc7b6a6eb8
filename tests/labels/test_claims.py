"""Claim types of real reports against labels that a person wrote before the program was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.pipeline import read_report
from tests.labels.claims import FIRST, LATER, Score, documents, load


@pytest.mark.parametrize(("folder", "least"), [(FIRST, 0.95), (LATER, 0.92)], ids=["first", "later"])
def test_claim_types_of_many_styles_agree_with_the_labels(corpus: Path, folder: Path, least: float) -> None:
    """Macro F1 over the types, national report to county digest; the first round and a later one."""
    score = Score()
    for name, file in documents(folder).items():
        report, _ = read_report(next(source for source in corpus.iterdir() if source.stem == name))
        score.add(name, load(file, report.text), report.claims)
    assert {"achievement", "commitment", "problem", "ranking", "target"} <= set(score.kinds())
    assert score.macro() >= least, "\n".join(score.differences)
