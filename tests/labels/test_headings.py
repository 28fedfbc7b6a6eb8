"""Outlines of real reports against labels that a person wrote before the program was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.readers import read
from core.sections import read_structure
from tests.labels.headings import agreement, documents, load

DOCUMENTS = documents()


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_the_outline_of_a_report_is_the_one_that_a_reader_sees(corpus: Path, name: str) -> None:
    """Each heading where it stands and under its parent; nothing that is no heading."""
    text = read(next(file for file in corpus.iterdir() if file.stem == name)).text
    found = agreement(load(DOCUMENTS[name], text), read_structure(text).sections, text)
    assert found.f1 >= 0.97, "\n".join(found.differences)
