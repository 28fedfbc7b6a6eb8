"""What a figure's name is in the catalogue, and what it is called where it has no entry there."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from core.extract.clauses import behind_mark
from core.extract.naming import Name
from core.lexicon import CatalogueEntry, find_indicator, pattern, words
from core.model.report import Indicator
from core.model.spans import Span
from core.text import as_printed

_PREFIXES: Final = re.compile(
    r"^(?:全[市县区省州国盟旗]|我[市县区省州盟旗]|年末|年底|全年|当年|累计|完成|实现|各类|各项)+"
)
_PLACE_ENDS: Final = re.compile("(?:[\u4e00-\u9fff]{1,3}族)*(?:自治[区州县旗]|特别行政区|[省市县区州盟旗镇乡])$")
#: No clause is read further than this from a name; the bound keeps the cost of a long sentence linear.
_CLAUSE: Final = 120
#: 开发区实现工业总产值 is 开发区工业总产值.
_VERB_INSIDE: Final = re.compile("(?<=[\u4e00-\u9fff]{2})(?:共|累计)?(?:实现|完成)(?=[\u4e00-\u9fff]{2})(?!率)")
_INSIDE: Final = re.compile(r"实现|完成|共有|累计|（[^（）]*）|\([^()]*\)")


def indicator_of(
    name: Name | None, entry: CatalogueEntry | None, span: Span | None, added: str | None, printed: str
) -> Indicator | None:
    """The indicator with its printed and its standard name: the catalogue's, that of what a year `added`, its own."""
    if name is None:
        return None
    canonical = entry.canonical if entry else added or name.canonical
    if not canonical:
        canonical = _VERB_INSIDE.sub("", name.text) if "实现" in name.text or "完成" in name.text else name.text
    return Indicator(as_printed(name.text, printed), canonical, span, entry.id if entry else None)


def without_place(name: Name | None, place: str | None) -> Name | None:
    """青河市生产总值 in the report of 青河市 is its 生产总值, as 全市生产总值 is."""
    if name is None or not place or place == "全国" or not name.text.startswith(place[:2]):
        return name
    own = _place(place).match(name.text)
    if own is None and len(short := _PLACE_ENDS.sub("", place)) > 1 and name.text.startswith(short) and (
        entry_for(name.text[len(short) :])
    ):
        # 青河地区生产总值: the short name, right before a standard one.
        return replace(name, text=name.text[len(short) :])
    return replace(name, text=name.text[own.end() :]) if own else name


_REACHES: Final = "(?:预计|全年|累计|共)*(?:实现|完成)"


@lru_cache(maxsize=8)
def _place(place: str) -> re.Pattern[str]:
    short = _PLACE_ENDS.sub("", place)
    # 青河预计实现…: the short name alone only before a verb.
    ends = (place, ""), (short, "全?[省市县区州旗]"), (short, f"(?={_REACHES})")
    names = "|".join(re.escape(one) + end for one, end in ends if len(one) > 1)
    return re.compile(f"(?:{names})(?:{_REACHES})?(?=[^，。；、和与]{{3}})(?![^，。；]{{0,6}}[局委厅院])")


def added_to(text: str, name: Name | None, predicate: tuple[int, int]) -> str | None:
    """新增高新技术企业 where the count behind 高新技术企业 is what a year added, and not how many there are.

    `predicate` is where the words between the name and its count stand, if that is in a later clause: 总数达到28家.
    """
    if name is None or name.text.startswith(words("adding")):
        return None
    clause = text[max(0, name.start - _CLAUSE, behind_mark(text, name.start)) : name.start]
    verbs = list(pattern("%adding%").finditer(clause))
    far = min(len(text), name.end + _CLAUSE)
    end = min((at for mark in "，；。" if (at := text.find(mark, name.end, far)) >= 0), default=far)
    reached = pattern("%reaching%").search(clause) or pattern("%reaching%").search(text, name.end, end) or (
        # 新增企业6家，总数达到28家.
        predicate[0] >= end and pattern("%reaching%").search(text, *predicate)
    )
    return verbs[-1][0] + name.text if verbs and not reached else None


def catalogued(name: Name | None, text: str) -> CatalogueEntry | None:
    """The catalogue's entry that a name of the sentence `text` stands for, None where there is none."""
    if name is None:
        return None
    entry = (entry_for(name.with_verb) if name.with_verb else None) or entry_for(name.canonical or name.text)
    if entry and entry.context and not re.search(entry.context, text):
        entry = None
    if entry or not name.members:
        return entry
    # One figure for several indicators takes the first that has a standard name.
    return next((known for one in name.members if (known := find_indicator(one.text, weak=False))), None)


@lru_cache(maxsize=4096)
def entry_for(text: str) -> CatalogueEntry | None:
    """The catalogue's entry for a name, for it without its place and time, or without verbs and notes inside."""
    bare = _PREFIXES.sub("", text)
    for candidate in (text, bare, _INSIDE.sub("", bare)):
        if candidate and (entry := find_indicator(candidate)):
            return entry
    return None
