"""Sentences that a line end broke in the middle: of a number, of a word, or between a verb and its figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from core.lexicon import indicators, words
from core.sections.marks import opens_heading
from core.text import Line

_FIGURE: Final = r"[0-9](?: ?[0-9.,])*\s?(?:%|‰|[百千万亿]|个百分点|元|倍|亩|吨|户|人(?!民|口)|家(?!庭)|个(?!体|人))"
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
#: …，并为 / 全面建设小康社会: words that end no sentence.
_WANTS_MORE: Final = frozenset("为是并入")
_OPEN: Final = re.compile(
    "[，。；][^。]{0,40}(?:(?<![行作有无所人])为|(?<![求国于])是|(?<![合兼吞])并|进入)$"
)
#: The verbs and names that a line end is looked for in.
_VERBS: Final = ("rise", "fall", "to", "doing", "turning")
_PLAIN: Final = re.compile("[\u4e00-\u9fff]{2,}")


#: A unit that a line may begin with behind the number of the line before; 人均, 个体 and 项目 begin words.
UNIT_FIRST: Final = re.compile(
    r"\.[0-9]|[余多]?[百千万亿]*[余多]?(?:元(?!旦)|美元|吨|公里|公顷|平方|立方|亩(?!均)|户(?![口籍均])|人(?![民口大才员均])|名(?![称单])|个百分点"
    r"|个(?![体人别性])|家(?![庭长])|项(?!目)|所(?![有在以])|倍|座(?!谈)|台(?!账)|辆|件|处(?![理于置])|条(?!件|例)|套|场(?![所地景])|%|‰)"
)
_NUMBER_ALONE: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?")
_LONGEST_NUMBER: Final = 12
_SHORTEST_NAME, _LONGEST_NAME = 4, 16
_CLOSED: Final = re.compile("[。！？；:!?…;][”’」』）)】]*$")
#: What no sentence begins with but behind its number.
_COUNT_FIRST: Final = re.compile(
    "[余多]?[百千万亿]+[余多]?[个名人户家亩吨元套]|个(?![体人别性])|名(?![称单])|户(?=贫|农|群|家|居|企)|家(?=企|单|医|规)|[公平]里|平方|亩|吨|%"
)
_NUMBER_LINE: Final = re.compile(r"^[ \t]*[0-9][0-9.,]*[ \t]*\r?$", re.M)
_MANY_APART: Final = 8
#: So many lines around a number are looked at for printed ones.
_NEAR: Final = 4


def stands_alone(view: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the number of the sentence around it: 总产值完成 / 215.3 / 亿元, as pages are copied that set
    numbers in a face of their own. What goes on behind it begins with the unit; the number of a page has none.
    """
    start, end = lines[index].span.start, lines[index].span.end
    if end - start > _LONGEST_NUMBER or _NUMBER_ALONE.fullmatch(view, start, end) is None:
        return False
    after = next((line for line in lines[index + 1 : index + _NEAR] if not line.blank), None)
    if after is None or UNIT_FIRST.match(view, after.span.start, after.span.end) is None:
        return False
    before = next((line for line in lines[max(0, index - _NEAR + 1) : index][::-1] if not line.blank), None)
    if before is None:
        return False
    words = before.span.quote(view)
    if _CLOSED.search(words):
        # …落实。 / 17 / 个贫困村出列: where all numbers stand alone, one opens a sentence as well.
        return _opens_count(view, after) and _sets_numbers_apart(view)
    heads = opens_heading(words) and not _SAYS_ON.search(words)
    return not (heads or _NUMBER_ALONE.fullmatch(words))


def _opens_count(view: str, line: Line) -> bool:
    return _COUNT_FIRST.match(view, line.span.start, line.span.end) is not None


@lru_cache(maxsize=2)
def _sets_numbers_apart(view: str) -> bool:
    """Whether a text has its numbers on lines of their own, and not only those of its pages."""
    return sum(1 for _ in _NUMBER_LINE.finditer(view)) >= _MANY_APART


def number_runs_over(last: str, following: str, *, wrapped: bool) -> bool:
    """Whether a line end stands inside a number, at its decimal point. Where lines are `wrapped`, any number may."""
    if (_POINT if wrapped else _POINT_ENDS).search(last):
        return _DECIMALS.match(following) is not None
    return following.startswith(".") and bool(_DIGIT_ENDS.search(last) and _POINT_FIRST.match(following))


def sentence_runs_over(last: str, following: str) -> bool:
    """Whether a line end stands inside a word that the lexicon knows, between a verb and its figure, or behind 是."""
    if wants_more(last, following):
        return True
    if _FIGURE_FIRST.match(following) and (_WANTS_FIGURE.search(last) or _ends_with_indicator(last)):
        return True
    for before, behind in _splits().get(last[-1:] + following[:1], ()):
        if last.endswith(before) and following.startswith(behind):
            return bool(_SAYS_ON.search(last) or _FIGURE_NEAR.match(following, len(behind)))
    return False


def _ends_with_indicator(last: str) -> bool:
    """…，全年完成地区生产总值 / 152亿元: whether a line that has begun to tell ends with the name of a measure."""
    if "，" not in last:
        return False
    names = _names()
    return any(last[-length:] in names for length in range(_SHORTEST_NAME, _LONGEST_NAME + 1))


@cache
def _names() -> frozenset[str]:
    return frozenset(name for entry in indicators() for name in entry.names)


def wants_more(last: str, following: str) -> bool:
    """Whether a line ends with a word that ends no sentence: …，并为 / 全面建设小康社会."""
    return last[-1:] in _WANTS_MORE and _PLAIN.match(following) is not None and _OPEN.search(last) is not None


@cache
def _splits() -> dict[str, list[tuple[str, str]]]:
    """The two halves of every known word at every place, by the two signs around it."""
    known = {word for group in _VERBS for word in words(group) if _PLAIN.fullmatch(word)}
    known |= {name for name in _names() if _PLAIN.fullmatch(name)}
    found: dict[str, list[tuple[str, str]]] = {}
    for word in sorted(known):
        for cut in range(1, len(word)):
            found.setdefault(word[cut - 1 : cut + 1], []).append((word[:cut], word[cut:]))
    return found
