"""Parts of a whole that leave out what is measured: 居民人均可支配收入增长5.5%。其中，城镇增长4.8%."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from core.lexicon import closing, find_indicator, may_hold, pattern, words
from core.model.records import record
from core.model.report import Indicator, Metric, Reason
from core.model.spans import Span

#: What follows is told part by part: 其中, 分产业看, 按经营单位所在地分, 居民消费价格中.
_PARTED: Final = "其中|[分按从][^，。；：:]{1,14}[看分](?=[，:：])|[^，。；]{2}中，"
#: No name of a part is longer than this without a measure of its own.
_LONGEST: Final = 14
#: So many signs at the end of a part join it to the whole: 轻工业 and 工业增加值.
_JOINT: Final = 2
_OWN: Final = "(?:%measured_head+subject_head%|增速|增幅|[人户]数|花费)$"
_SIDE: Final = "%part_side%(?:居民|地区)?"


@record
class Whole:
    """The indicator last named with a measure of its own, where it stands, and of what kinds its figures were."""

    name: str
    span: Span | None
    kinds: frozenset[tuple[str, str]]


class Wholes:
    """Goes through the figures of a paragraph and says of each part what it is a part of."""

    def __init__(self) -> None:
        self.whole: Whole | None = None
        #: The parts of this whole that have been named, by the words that name them.
        self.parts: dict[str, Indicator] = {}

    def named(self, view: str, begin: int, metrics: Iterable[Metric]) -> Iterator[Metric]:
        """The figures of a sentence of `view` from `begin` on, a part with the canonical name that its whole gives."""
        parted = False
        for metric in metrics:
            indicator = metric.indicator
            if indicator is None or metric.kind in ("rank", "duration"):
                yield metric
                continue
            start = min(indicator.span.start, metric.span.start) if indicator.span else metric.span.start
            if begin < start:
                parted = parted or (may_hold(view[begin:start], _PARTED) and _told_by_parts(view[begin:start]))
            begin = max(begin, metric.span.end)
            part = self._part(metric, indicator, parted=parted)
            if part is None:
                self._goes_on(metric, indicator)
                parted = parted and not _measured(indicator.text)
                yield metric
            else:
                reason = Reason("canonical", "indicator.part", self.whole.span if self.whole else None)
                reasons = (*(one for one in metric.reasons if one.field != "canonical"), reason)
                yield replace(metric, indicator=part, reasons=reasons)

    def _goes_on(self, metric: Metric, indicator: Indicator) -> None:
        kind = (metric.kind, metric.unit)
        if self.whole and self.whole.name == indicator.text:
            if kind not in self.whole.kinds:
                self.whole = replace(self.whole, kinds=self.whole.kinds | {kind})
        elif _measured(indicator.text) or indicator.id or metric.kind == "level":
            self.whole, self.parts = Whole(indicator.text, indicator.span, frozenset((kind,))), {}

    def _part(self, metric: Metric, indicator: Indicator, *, parted: bool) -> Indicator | None:
        whole = self.whole
        if whole is None or indicator.text == whole.name or not _alike(metric, whole):
            return None
        if indicator.text in self.parts:
            return replace(self.parts[indicator.text], span=indicator.span)
        # 1.2万城镇居民享受低保 counts them: what stands behind its figure is told for itself.
        behind = indicator.span is not None and indicator.span.start >= metric.value_span.end
        side = not behind and pattern(_SIDE).fullmatch(indicator.text) is not None
        if not (parted or side) or len(indicator.text) > _LONGEST or _measured(indicator.text):
            return None
        name = part_of_whole(whole.name, indicator.text)
        if name is None or (indicator.id and _measure(name) == _measure(indicator.canonical)):
            return None
        entry = find_indicator(name)
        known = entry if entry and not entry.context else None
        canonical, key = (known.canonical, known.id) if known else (name, None)
        part = Indicator(indicator.text, canonical, indicator.span, key)
        self.parts[indicator.text] = part
        return part


def part_of_whole(whole: str, part: str) -> str | None:
    """What is measured of `part`, a part of `whole` without a measure of its own; None where that can't be said.

    轻工业 of 规模以上工业增加值 is 轻工业增加值, 城镇 of 居民人均可支配收入 is 城镇居民人均可支配收入.
    """
    bare = pattern("^(?:%of_all%)+(?=.{2})").sub("", whole)
    ends = _measure(bare)
    measure = ends[1] if ends else ""
    bare = bare[: len(bare) - len(ends[0])] + measure if ends else bare
    if pattern(_SIDE).fullmatch(part):
        if pattern("^(?:%part_side%)").match(bare):
            return None
        return part + (bare.removeprefix("居民") if part.endswith("居民") else bare)
    if not measure:
        return None
    if part.endswith("进口"):
        bare = bare.replace("进出口", "进口")
    for size in range(min(len(part), len(bare)), 0, -1):
        at = bare.rfind(part[-size:])
        rest = bare[at + size :]
        # A single sign joins only inside of the measure: 生态补水 and 用水量.
        if at < 0 or not rest or (size < _JOINT and (len(rest) > 1 or at < len(bare) - len(measure))):
            continue
        if rest.endswith(measure) or measure.endswith(rest):
            return part + rest
    return part + measure


def _told_by_parts(between: str) -> bool:
    return pattern(_PARTED).search(between) is not None


@lru_cache(maxsize=256)
def _measured(name: str) -> bool:
    """Whether a name says what is measured."""
    return closing(_OWN, name, 0, len(name)) is not None or find_indicator(name, weak=False) is not None


def _alike(metric: Metric, whole: Whole) -> bool:
    """Whether a figure can be one of a part: of a kind and unit in which the whole was told, or a change."""
    if metric.kind in ("growth", "difference"):
        amounts = {unit for kind, unit in whole.kinds if kind in ("level", "difference")}
        return metric.unit in ("%", "倍", "个百分点") or metric.unit in amounts
    return (metric.kind, metric.unit) in whole.kinds


def _measure(name: str) -> tuple[str, str] | None:
    """What a name measures, as it ends the name of a whole and as it ends that of a part: 零售总额 and 零售额."""
    return max((pair for pair in _measures() if name.endswith(pair[0])), key=lambda pair: len(pair[0]), default=None)


@cache
def _measures() -> tuple[tuple[str, str], ...]:
    rows = (row.partition("=") for row in words("part_measure"))
    return tuple((of_whole, of_part or of_whole) for of_whole, _, of_part in rows)
