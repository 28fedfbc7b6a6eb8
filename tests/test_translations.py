"""The window speaks Chinese and English without a gap."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import resources
from build_scripts.translations import unfinished

CHINESE = resources.path("translations", "zh_CN.ts")
ENGLISH = resources.path("translations", "en.ts")
PLACE = re.compile(r"\{\w*\}|%L?n")


def entries(file: Path = CHINESE) -> list[tuple[str, str]]:
    """Source and translation of each of the window's sentences; of what is counted each of its forms."""
    return [
        (entry.findtext("source") or "", words or "")
        for entry in ElementTree.parse(file).getroot().iter("message")
        for words in [form.text for form in entry.iter("numerusform")] or [entry.findtext("translation")]
    ]


def test_every_word_is_translated() -> None:
    """A sentence left in English in the middle of a Chinese window looks broken."""
    assert unfinished() == []


def test_translations_keep_the_places_of_their_source() -> None:
    """A lost or misspelt place would raise, or print braces, when the sentence is filled."""
    pairs = [*entries(), *entries(ENGLISH)]
    assert [pair for pair in pairs if sorted(PLACE.findall(pair[0])) != sorted(PLACE.findall(pair[1]))] == []


def test_what_is_counted_in_the_sources_has_its_singular() -> None:
    """“1 rows” stood over a ledger of one row; a count that the collector takes for a plain word would stay so."""
    counted = {source for source, _ in entries(ENGLISH)}
    assert counted == {source for source, _ in entries() if "%n" in source or "%Ln" in source}
    forms = entries(ENGLISH)
    assert all(one[1] != other[1] == other[0] for one, other in zip(forms[::2], forms[1::2], strict=True))


def test_every_literal_in_the_window_is_in_the_file(tmp_path: Path) -> None:
    """A new sentence must not be forgotten: what the collector finds in the sources is what the file holds."""
    import subprocess
    import sys

    from build_scripts.assets import ROOT, package_file

    target = tmp_path / "now.ts"
    tool = package_file("PySide6", "lupdate.exe" if sys.platform == "win32" else "lupdate")
    sources = sorted(str(path) for path in (ROOT / "gui").rglob("*.py"))
    subprocess.run([tool, "-silent", "-locations", "none", *sources, "-ts", target], check=True)
    found = {
        (context.findtext("name"), entry.findtext("source"))
        for context in ElementTree.parse(target).getroot().iter("context") for entry in context.iter("message")
    }
    held = {
        (context.findtext("name"), entry.findtext("source"))
        for context in ElementTree.parse(CHINESE).getroot().iter("context") for entry in context.iter("message")
    }
    assert found - held == set()


@pytest.mark.parametrize("file", sorted(resources.path("messages").glob("*.toml")), ids=lambda path: path.name)
def test_core_sentences_have_both_languages_with_the_same_places(file: Path) -> None:
    """The core's sentences are data: each in Chinese and English, with the same places."""
    import tomllib

    table = tomllib.loads(file.read_text(encoding="utf-8"))
    assert table
    for key, entry in table.items():
        assert entry.get("zh") and entry.get("en"), key
        assert set(PLACE.findall(entry["zh"])) == set(PLACE.findall(entry["en"])), key


def test_no_sentence_stands_within_another_string() -> None:
    """The collector does not look into f-strings: a sentence in one would stay English in a Chinese window."""
    import ast

    from build_scripts.assets import ROOT

    def translates(node: ast.AST) -> bool:
        if not isinstance(node, ast.Call):
            return False
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return name in {"tr", "translate"}

    hidden = [
        f"{path.relative_to(ROOT)}:{string.lineno}"
        for path in sorted((ROOT / "gui").rglob("*.py"))
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(string, ast.JoinedStr)
        if any(translates(part) for part in ast.walk(string))
    ]
    assert hidden == []
