"""CON: years that do not fit what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.checks.reading import Reading, lexicon
from core.checks.registry import Spot, check
from core.model.spans import Span

_FOUNDED: Final = (
    (re.compile("中华人民共和国|新中国|共和国|建国"), 1949),
    (re.compile("中国共产党|建党"), 1921),
    (re.compile("改革开放"), 1978),
    (re.compile("人民解放军|建军"), 1927),
    (re.compile("抗日战争|抗战"), 1945),
    (re.compile("红军长征|长征"), 1936),
)
#: 今年 is the year that a report plans; where it plans none, its own.
_TIED: Final = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年|今年)，?(?:既是|也是|又是|是|正值|恰逢|适逢|将?迎来)")
_HAN: Final = "一二三四五六七八九十"


@check("CON-02", severity="major")
def anniversary(reading: Reading) -> Iterator[Spot]:
    """成立74周年 in a report on 2024, or the first year of a plan that began in another one.

    Stays silent where the sentence does not say of which year it speaks (2024年是…, 今年是…), and on events that it
    does not know.
    """
    words = lexicon("years")
    for match in reading.find(words["anniversary"]):
        begun = next(year for name, year in _FOUNDED if name.search(match["event"]))
        yield from _unfit(reading, match, begun + int(match["count"]))
    for match in reading.find(words["plan_year"]):
        number = _HAN.find(match["number"]) + 1
        first = 2006 + 5 * (number - 1)
        yield from _unfit(reading, match, first if words["opening"].search(match["turn"]) else first + 4)


def _unfit(reading: Reading, match: re.Match[str], year: int) -> Iterator[Spot]:
    """A spot where the sentence ties what it says to another year than `year`."""
    span = Span(*match.span())
    sentence = reading.sentence_at(span.start)
    before = reading.view[sentence.start if sentence else span.start : span.start]
    ties = list(_TIED.finditer(before))
    told = _year_of(reading, ties[-1]) if ties else None
    if told is not None and told != year:
        yield Spot((span,), params={"quote": reading.quote(span), "year": str(year), "told": str(told)})


def _year_of(reading: Reading, tie: re.Match[str]) -> int | None:
    if tie["year"]:
        return int(tie["year"])
    report = reading.report
    return report.target_year if report.target_year is not None else report.year
