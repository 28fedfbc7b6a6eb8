"""What each reading rule means, in both languages, from resources/lexicon/rules.toml."""

from __future__ import annotations

from functools import cache

from core.lexicon.table import contents
from core.vocabulary import Language


@cache
def _rules() -> dict[str, dict[str, str]]:
    groups = contents("rules")
    return {f"{group}.{name}": words for group, rules in groups.items() for name, words in rules.items()}


def rule_names() -> tuple[str, ...]:
    """The stable names of all rules, such as `indicator.left`."""
    return tuple(_rules())


def explain(rule: str, language: Language) -> str:
    """One sentence that says what the rule saw; the rule's own name if it is not described.

    A report saved by a newer version may hold rules that this one does not know.
    """
    described = _rules().get(rule)
    return described[language] if described else rule
