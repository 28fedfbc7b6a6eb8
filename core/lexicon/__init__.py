"""The field's words as data: units, indicators, masks, grammar words and the names of rules (resources/lexicon)."""

from __future__ import annotations

from core.lexicon.choice import may_begin, needed, one_of, where_it_begins
from core.lexicon.indicators import CatalogueEntry, find_indicator, indicator, indicators
from core.lexicon.opening import Opening
from core.lexicon.presence import Presence
from core.lexicon.rules import explain, rule_names
from core.lexicon.table import contents
from core.lexicon.units import Unit, UnitClass, unit_pattern, units
from core.lexicon.words import WHOLE_AREA, alternation, closing, may_hold, opening, pattern, words, words_needed

__all__ = [
    "WHOLE_AREA",
    "CatalogueEntry",
    "Opening",
    "Presence",
    "Unit",
    "UnitClass",
    "alternation",
    "closing",
    "contents",
    "explain",
    "find_indicator",
    "indicator",
    "indicators",
    "may_begin",
    "may_hold",
    "needed",
    "one_of",
    "opening",
    "pattern",
    "rule_names",
    "unit_pattern",
    "units",
    "where_it_begins",
    "words",
    "words_needed",
]
