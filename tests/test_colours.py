"""The colour tokens keep the contrast that people need, in both themes."""

from __future__ import annotations

import tomllib

import pytest

import resources

VERDICTS = ("supported", "mostly", "partly", "misleading", "refuted", "unproven", "not_checkable")
SURFACES = ("paper", "chrome")
WORDS = ("text", "text2", "muted", "accent", "metric", "hit")
SHAPES = (*VERDICTS, "line", "claim")


def tokens(theme: str) -> dict[str, str]:
    with resources.path("styles", "tokens.toml").open("rb") as file:
        themes: dict[str, dict[str, str]] = tomllib.load(file)
    return themes[theme]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The WCAG 2.1 contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("surface", SURFACES)
def test_words_are_legible(theme: str, surface: str) -> None:
    """Text colours reach 4.5 : 1 on every surface that carries text."""
    colours = tokens(theme)
    poor = {name: contrast(colours[name], colours[surface]) for name in WORDS}
    assert all(ratio >= 4.5 for ratio in poor.values()), poor


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("surface", SURFACES)
def test_shapes_and_needed_lines_are_visible(theme: str, surface: str) -> None:
    """Verdict shapes and axes reach 3 : 1."""
    colours = tokens(theme)
    poor = {name: contrast(colours[name], colours[surface]) for name in SHAPES}
    assert all(ratio >= 3 for ratio in poor.values()), poor


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_on_tinted_ground_are_legible(theme: str) -> None:
    """Selected rows, figures and hits carry text on their tints; the filled button on the accent."""
    colours = tokens(theme)
    grounds = (("text", "accent_soft"), ("text", "metric_tint"), ("metric", "metric_tint"), ("text", "claim_tint"),
               ("text", "hit_tint"), ("on_accent", "accent"), ("muted", "accent_soft"))
    poor = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in grounds}
    assert all(ratio >= 4.5 for ratio in poor.values()), poor


def test_both_themes_name_the_same_tokens() -> None:
    """A token missing in one theme would stop the window when the theme is switched."""
    assert tokens("light").keys() == tokens("dark").keys()
