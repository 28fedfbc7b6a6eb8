"""NUM: figures that cannot stand as they are printed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Final

from core.checks.reading import Reading, lexicon
from core.checks.registry import Spot, check
from core.model.report import Metric
from core.model.spans import Span
from core.numerals import read_number

_STRUCTURE: Final = re.compile(r"(?<![\d.:])\d+(?:\.\d+)?(?:\s*:\s*\d+(?:\.\d+)?){2,}(?![\d:.]*\d)")
_RESPECTIVELY: Final = re.compile(r"(?P<names>[^，。；:]{2,60}?)分别(?P<values>[^，。；]{2,120})")
_VALUE: Final = re.compile(r"\d[\d.,]*\s*(?:余|多|几)?\s*[万亿千百]*\s*[^\d，。；、和与及以]{1,8}")
_JOINT: Final = re.compile(r"\s*(?:、|和|与|及|以及)\s*")
_COUNTED: Final = re.compile("([0-9]{1,2}|[两二三四五六七八九十]{1,2})(?:个|大|类|项|家|种|县|区|市|镇|乡|村)")
_BRACKETS: Final = re.compile(r"（[^（）]*）|\([^()]*\)|“[^“”]*”|《[^《》]*》")
#: Two figures of one slip stand this close together.
_NEAR: Final = 60


@check("NUM-02", severity="minor")
def same_digits(reading: Reading) -> Iterator[Spot]:
    """Two amounts near one another with the same digits at another magnitude: 5.17亿元 and 5172万元.

    Stays silent on figures of fewer than three digits, on rates, further apart than a sentence or two, and where both
    are printed in 亿 or both in 万: a wrong unit is what the check is after.
    """
    amounts = [metric for metric in reading.report.metrics if metric.kind == "level" and metric.value]
    amounts.sort(key=lambda metric: metric.value_span)
    for first, second in pairwise(amounts):
        if second.value_span.start - first.value_span.end > _NEAR or first.unit != second.unit:
            continue
        if _scale(first) == _scale(second):
            continue
        if _significant(first) >= 3 and _significant(second) >= 3 and _magnitudes_apart(first.value, second.value):
            yield Spot(
                (first.value_span, second.value_span), (first.id, second.id),
                {"first": reading.quote(first.value_span), "second": reading.quote(second.value_span)},
            )


def _scale(metric: Metric) -> str:
    """The multiplier words that are printed with a figure: 万, 亿."""
    return "".join(sign for sign in metric.surface if sign in "千百万亿")


def _significant(metric: Metric) -> int:
    return len(metric.value.normalize().as_tuple().digits) if metric.value else 0


def _magnitudes_apart(first: Decimal | None, second: Decimal | None) -> bool:
    if not first or not second or first * second <= 0:
        return False
    power = math.log10(float(first / second))
    return round(power) != 0 and abs(10 ** (power - round(power)) - 1) <= 0.01


@check("NUM-04", severity="critical")
def shares_of_a_whole(reading: Reading) -> Iterator[Spot]:
    """A structure in three or more parts that does not add up to 100.

    Stays silent on ratios that are no shares (1:2:3), and on a difference that rounding explains.
    """
    words = lexicon("numbers")["structure_words"]
    for match in reading.find(_STRUCTURE):
        parts = [Decimal(part) for part in re.findall(r"\d+(?:\.\d+)?", match[0])]
        total = sum(parts, Decimal(0))
        before = reading.view[max(0, match.start() - 24) : match.start()]
        if words.search(before) and 90 <= total <= 110 and abs(total - 100) > Decimal("0.2"):
            span = Span(*match.span())
            yield Spot((span,), params={"quote": reading.quote(span), "total": str(total)})


@check("NUM-05", severity="major")
def percent_or_points(reading: Reading) -> Iterator[Spot]:
    """A change of a share given in % where percentage points are usual.

    Stays silent on the growth of an amount (收入增长2.1%), on a level reached (提高到94%), and on 生产率.
    """
    for match in reading.find(_share_change()):
        span = Span(*match.span())
        inside = tuple(metric.id for metric in reading.metrics_in(span))
        yield Spot((span,), inside, {"quote": reading.quote(span), "value": match["value"]})


@cache
def _share_change() -> re.Pattern[str]:
    words = lexicon("numbers")
    return re.compile(words["share"].pattern + words["share_change"].pattern)


@check("NUM-10", severity="minor")
def persons_or_times(reading: Reading) -> Iterator[Spot]:
    """A count in 人(次): persons and visits are two measures."""
    for match in reading.find(lexicon("numbers")["person_times"]):
        span = Span(*match.span())
        around = next(iter(reading.metrics_in(span)), None)
        place = around.value_span if around else span
        yield Spot((place,), (around.id,) if around else (), {"quote": reading.quote(place)})


@check("NUM-11", severity="major")
def respectively(reading: Reading) -> Iterator[Spot]:
    """甲、乙分别增长1%、2%、3%: more values than names, or fewer.

    Stays silent where the names stand in another clause, are one name (城乡居民), may be counted in two ways, or are
    counted as many as there are values (化工业，建材业，装备制造业3个行业分别增长…).
    """
    for match in reading.find(_RESPECTIVELY):
        names = _BRACKETS.sub("", match["names"])
        fewest, most = names.count("、") + 1, len(_JOINT.split(names))
        values = _listed_values(_BRACKETS.sub("", match["values"]))
        if most < 2 or "的" in names or values < 2 or fewest <= values <= most:
            continue
        if any((told := read_number(count[1])) and told.value == values for count in _COUNTED.finditer(names)):
            continue
        if re.match(r"，\s*\d", reading.view[match.end() : match.end() + 3]):
            continue
        span = Span(*match.span())
        yield Spot((span,), params={"quote": reading.quote(span, 40), "names": str(most), "values": str(values)})


def _listed_values(words: str) -> int:
    """How many quantities follow one another, joined by 、 or 和 alone; 0 when other words stand between."""
    values = list(_VALUE.finditer(words))
    if not values:
        return 0
    for before, after in pairwise(values):
        if not _JOINT.fullmatch(words[before.end() : after.start()]):
            return 0
    return len(values)


@check("NUM-12", severity="major")
def fall_by_a_multiple(reading: Reading) -> Iterator[Spot]:
    """A fall given in multiples: nothing can fall by more than all of it."""
    for match in reading.find(lexicon("numbers")["fall_by_multiple"]):
        span = Span(*match.span())
        inside = tuple(metric.id for metric in reading.metrics_in(span))
        yield Spot((span,), inside, {"quote": reading.quote(span)})
