"""Tables are what stands in their files, whether they were read ahead or not."""

from __future__ import annotations

import marshal
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import resources


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store of the test's own, and nothing in memory."""
    place = tmp_path / "made" / "tables.marshal"
    monkeypatch.setattr(resources, "_STORE", place)
    for known in (resources.table, resources._kept):
        known.cache_clear()
    yield place
    for known in (resources.table, resources._kept):
        known.cache_clear()


def test_a_kept_table_is_what_its_file_says(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every table that is kept at set-up comes out of the store as the library reads it, and is not read again."""
    files = [resources.path("actions.toml"), resources.path("vocabulary.toml"), resources.path("styles", "tokens.toml")]
    wanted = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    resources.keep(files, store)

    def again(_written: bytes) -> dict[str, object]:
        raise AssertionError("it was kept")

    monkeypatch.setattr(resources, "_read", again)
    assert [resources.table(file) for file in files] == wanted


def test_a_file_that_is_another_now_is_read(store: Path, tmp_path: Path) -> None:
    """Who changes a word in a checkout sees it, although the tables were kept before."""
    file = tmp_path / "words.toml"
    file.write_text('[open]\nen = "Open"\n', encoding="utf-8")
    resources.keep([file], store)
    file.write_text('[open]\nen = "Shut"\n', encoding="utf-8")
    assert resources.table(file) == {"open": {"en": "Shut"}}


@pytest.mark.parametrize("written", [None, b"", b"\xffno marshal", b"i\x01\x00\x00\x00"])
def test_a_store_that_is_missing_or_damaged_costs_time_only(store: Path, tmp_path: Path, written: bytes | None) -> None:
    """What was written by a set-up that broke off, or by none, holds nobody up."""
    file = tmp_path / "words.toml"
    file.write_text("[open]\n", encoding="utf-8")
    store.parent.mkdir()
    if written is not None:
        store.write_bytes(written)
    assert resources.table(file) == {"open": {}}


@pytest.mark.parametrize("kept", [{"open": {"en": "Shut"}}, b"", b"\xffno marshal", 1])
def test_a_table_that_was_kept_otherwise_is_read(store: Path, tmp_path: Path, kept: object) -> None:
    """By the set-up of an older version, or damaged: it costs time only, as above."""
    file = tmp_path / "words.toml"
    file.write_text("[open]\n", encoding="utf-8")
    resources.keep([file], store)
    store.write_bytes(marshal.dumps(dict.fromkeys(marshal.loads(store.read_bytes()), kept)))
    assert resources.table(file) == {"open": {}}
