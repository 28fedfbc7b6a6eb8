"""Sentences that a line end broke in the middle: of a number, of a word, or between a verb and its figure."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from core.lexicon import indicators, words

_FIGURE: Final = r"[0-9][0-9.,]*\s?(?:%|‰|[百千万亿]|个百分点|元|倍|亩|吨|户|人(?!民|口)|家(?!庭)|个(?!体|人))"
_POINT: Final = re.compile(r"[0-9]\.$")
#: 增长8. / 2%, 增长8 / .2%: nothing but one number stands around the line end.
_POINT_ENDS: Final = re.compile(r"[\u4e00-\u9fff][0-9]{1,6}\.$")
_DECIMALS: Final = re.compile(r"[0-9]{1,2}(?:个百分点|[%‰万亿元倍吨亩户人]|公里|平方)")
_DIGIT_ENDS: Final = re.compile(r"[\u4e00-\u9fff][0-9]{1,6}$")
_POINT_FIRST: Final = re.compile(rf"\.(?={_FIGURE})")
#: 增长 / 8.2%: a verb that wants its figure.
_WANTS_FIGURE: Final = re.compile(
    "[\u4e00-\u9fff]{2}(?:增长|下降|提高|降低|增加|减少|上升|达到?|[为至近约]|完成|实现|突破|超过|同比)$"
)
_FIGURE_FIRST: Final = re.compile(_FIGURE)
_SAYS_ON: Final = re.compile("[，；、%0-9]")
_FIGURE_NEAR: Final = re.compile("[^，。；]{0,12}[0-9]")
#: The verbs and names that a line end is looked for in.
_VERBS: Final = ("rise", "fall", "to", "doing", "turning")
_PLAIN: Final = re.compile("[\u4e00-\u9fff]{2,}")


def number_runs_over(last: str, following: str, *, wrapped: bool) -> bool:
    """Whether a line end stands inside a number, at its decimal point. Where lines are `wrapped`, any number may."""
    if (_POINT if wrapped else _POINT_ENDS).search(last):
        return _DECIMALS.match(following) is not None
    return following.startswith(".") and bool(_DIGIT_ENDS.search(last) and _POINT_FIRST.match(following))


def sentence_runs_over(last: str, following: str) -> bool:
    """Whether a line end stands inside a word that the lexicon knows, or between a verb and its figure."""
    if _FIGURE_FIRST.match(following) and _WANTS_FIGURE.search(last):
        return True
    for before, behind in _splits().get(last[-1:] + following[:1], ()):
        if last.endswith(before) and following.startswith(behind):
            return bool(_SAYS_ON.search(last) or _FIGURE_NEAR.match(following, len(behind)))
    return False


@cache
def _splits() -> dict[str, list[tuple[str, str]]]:
    """The two halves of every known word at every place, by the two signs around it."""
    known = {word for group in _VERBS for word in words(group) if _PLAIN.fullmatch(word)}
    known |= {name for entry in indicators() for name in (entry.canonical, *entry.aliases) if _PLAIN.fullmatch(name)}
    found: dict[str, list[tuple[str, str]]] = {}
    for word in sorted(known):
        for cut in range(1, len(word)):
            found.setdefault(word[cut - 1 : cut + 1], []).append((word[:cut], word[cut:]))
    return found
