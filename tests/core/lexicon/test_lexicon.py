"""The data files keep their promises: one meaning for each word, one example for each row, no dead pattern."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter

import resources
from core.extract.quantities import find_quantities
from core.lexicon import explain, find_indicator, indicators, rule_names, units, words
from core.lexicon.words import alternation


def _rows(name: str) -> list[dict[str, str]]:
    with resources.path("lexicon", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_unit_is_listed_twice() -> None:
    """A second row would silently win over the first."""
    counted = Counter(row["unit"] for row in _rows("units.csv"))
    assert [unit for unit, times in counted.items() if times > 1] == []


def test_every_unit_is_read_in_its_example() -> None:
    """Each row's example is one quantity with the row's base unit."""
    for unit in units().values():
        found = find_quantities(unit.example)
        assert [one.unit for one in found] == [unit.base], unit.example


def test_no_name_belongs_to_two_indicators() -> None:
    """A name found in the catalogue leads to one entry only."""
    names = [(name, entry.id) for entry in indicators() for name in {entry.canonical, *entry.aliases}]
    counted = Counter(name for name, _ in names)
    assert [name for name, times in counted.items() if times > 1] == []


def test_every_alias_leads_to_its_entry() -> None:
    """Quotation marks, brackets and 的 in a name do not hide it."""
    for entry in indicators():
        for name in (entry.canonical, *entry.aliases):
            found = find_indicator(name)
            assert found is not None, name
            assert found.id == entry.id, name


def test_no_word_stands_twice_in_its_group() -> None:
    """One that does is changed in one place, and goes on holding in the other."""
    with resources.path("lexicon", "words.toml").open("rb") as file:
        groups = tomllib.load(file)
    for name, group in groups.items():
        assert [word for word, times in Counter(group["words"]).items() if times > 1] == [], name


def test_every_group_of_words_compiles() -> None:
    """A slip in one word of a data file is named here, not met in a report."""
    for table in ("words", "masks"):
        with resources.path("lexicon", f"{table}.toml").open("rb") as file:
            groups = tomllib.load(file)
        for group in groups:
            for word in words(group, table):
                re.compile(word)
            re.compile(alternation(group, table=table))


def test_every_mask_hits_its_examples_and_spares_its_look_alikes() -> None:
    """Each mask carries what it must hide and what it must not."""
    with resources.path("lexicon", "masks.toml").open("rb") as file:
        groups = tomllib.load(file)
    for name, group in groups.items():
        mask = re.compile("|".join(group["words"]))
        for example in group["hits"]:
            assert mask.search(example), (name, example)
        for example in group["silent"]:
            assert not mask.search(example), (name, example)


def test_every_rule_is_explained_in_both_languages() -> None:
    """What the window shows as a reason is a sentence, not a key."""
    for rule in rule_names():
        assert explain(rule, "zh").endswith("。"), rule
        assert explain(rule, "en").endswith("."), rule


def test_every_rule_that_the_code_gives_is_in_the_table() -> None:
    """A new rule without words would show its key to people."""
    pattern = re.compile(r'"((?:number|indicator|kind|sign|basis|role|period)\.[a-z_]+)"')
    folder = resources.path().parent / "core" / "extract"
    names = {rule for file in folder.glob("*.py") for rule in pattern.findall(file.read_text(encoding="utf-8"))}
    assert names - set(rule_names()) == set()


def test_a_rule_of_a_newer_version_shows_its_name() -> None:
    """An unknown rule is no error."""
    assert explain("indicator.of_tomorrow", "zh") == "indicator.of_tomorrow"
