"""What a heading's words say: the part of the report that it opens, and the years that part is about."""

from __future__ import annotations

import re
from typing import Final

from core.model.report import SectionRole
from core.sections.lexicon import heading_words

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?!\d)")
_HAN_YEAR: Final = re.compile(r"[一二][〇零九○][〇零一二三四五六七八九○]{2}(?=年)")
_HAN_DIGITS: Final = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_SEVERAL: Final = re.compile(r"(过去|这|近|今后|未来|前)的?([二三四五六七八九十两])年|过去.{1,4}和([二三四五])年")
_COUNT: Final = {sign: value for value, sign in enumerate("二三四五六七八九十", start=2)} | {"两": 2}


def role_of(words: str) -> tuple[SectionRole, SectionRole] | None:
    """What a heading says about its role, and what the sections below it inherit; None if it says nothing."""
    for rule in heading_words().roles:
        if rule.pattern.search(words) and not (rule.unless and rule.unless.search(words)):
            return rule.role, rule.pass_on
    return None


def years_in(words: str) -> list[int]:
    """The years that `words` name, in Arabic digits or as 二〇二三年."""
    return [int(match[1]) for match in _YEAR.finditer(words)] + [
        int(match[0].translate(_HAN_DIGITS)) for match in _HAN_YEAR.finditer(words)
    ]


def several_years(words: str) -> int | None:
    """How many years a part is about when its heading says so (过去五年, 今后三年); None otherwise."""
    match = _SEVERAL.search(words)
    return _COUNT.get(match[2] or match[3]) if match else None
