"""Target beside actual of the same indicator, with every row that has only one side kept in sight.

In one report the targets are for the year to come and the actuals of the year past: they are shown side by side
and judged only where both are about the same period.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, cached_property, lru_cache

from core.accounts import budgeted, spent_of
from core.judging import Tolerance, better_way, judge
from core.lexicon import contents, find_indicator, indicator
from core.model import Claim, Metric, Report, Span
from core.model.figures import basis_of, called, differences
from core.model.pair import Comparison, Pair, Result
from core.text import shortened
from core.values import dataclass

#: The kinds of an actual that a target of a kind can stand beside, best first.
_COMPATIBLE: dict[str, tuple[str, ...]] = {
    "growth": ("growth",),
    "rate": ("rate", "level"),
    "level": ("level", "rate"),
    "difference": ("difference",),
    "rank": ("rank",),
    "duration": ("duration",),
}
#: What stands beside a target that gives no number.
_FOR_WORDS = ("growth", "rate", "level", "difference")
_ENDS = "，；。！？,;!?"
_CLAUSE = re.compile(f"[^{_ENDS}]+")
_CLAUSE_END = re.compile(f"[{_ENDS}]")
_QUOTES = str.maketrans("", "", "“”‘’《》【】\"' \u3000\n\r\t")
_BY_THE_YEAR = frozenset({"yoy", "cagr"})
_SHORT = 28
_STOPS = "，；。！？、\n"
#: What is said of a figure is longer than `_SHORT` there already, and not shown.
_FAR = 400
#: Figures before a clause that may reach into it.
_NEIGHBOURS = 4
_HEAD = 6
_NAME = 3
_LONGEST_NAME = 18


def pairs(report: Report, *, tolerance: Tolerance | None = None) -> tuple[Pair, ...]:
    """All targets in reading order, each with its actual, then the growth rates and rates that no target answers.

    A plain target (增长5%) that was not hit exactly is judged only where the catalogue says which way is better.
    A target in words whose indicator could not be told has "" for its name.
    """
    said, told = _Said(report), _Told(report)
    targets = sorted([*_figures(report, said, told, tolerance or Tolerance()), *_words(report, said, told)], key=_place)
    answered = {pair.actual.id for pair in targets if pair.actual}
    names = {_key(pair.indicator) for pair in targets}
    names |= {_key(pair.actual.indicator.text) for pair in targets if pair.actual and pair.actual.indicator}
    return (*targets, *_unanswered(report, said, answered, names))


def _place(pair: Pair) -> int:
    return pair.target_span.start if pair.target_span else 0


def _figures(report: Report, said: _Said, told: _Told, tolerance: Tolerance) -> Iterator[Pair]:
    before: list[Pair] = []
    sections = {section.id: section for section in report.sections}
    for target in report.metrics:
        if target.role != "target" or target.indicator is None or target.kind == "rank":
            continue
        account = budgeted(target, sections.get(target.section or ""))
        comparison: Comparison = "range" if target.value_max is not None else target.axis_bound
        words = said.of(target)
        members = told.members(target)
        own = (account, _names_of(account)) if account else (called(target), _names(target))
        for name, names in members or (own,):
            actual = spent_of(target, told.by_claim[target.claim]) if account and target.claim else None
            actual = actual or (None if members else _part_of(told, before, target))
            actual = actual or _actual_of(told, names, _COMPATIBLE[target.kind], target.unit, basis_of(target))
            pair = Pair(
                indicator=name,
                target=target,
                actual=actual,
                target_text=words,
                actual_text=said.of(actual) if actual else "",
                target_span=target.span,
                actual_span=actual.span if actual else None,
                claim=target.claim,
                section=target.section,
                unit=target.unit,
                comparison=comparison,
                result=_result(report, target, actual, tolerance),
                tolerance=tolerance.around(target) if comparison == "about" else Decimal(0),
            )
            before.append(pair)
            yield pair


def _part_of(told: _Told, before: Sequence[Pair], target: Metric) -> Metric | None:
    """The second figure of a sentence that answers the second of one: 完成投资600亿元，其中重点项目完成投资390亿元.

    Whole and part have one name, and the part is told behind its whole in plan and results alike. `before` are the
    targets before.
    """
    if target.claim is None:
        return None
    for pair in reversed(before):
        if pair.target is None or pair.target.claim != target.claim:
            return None
        if pair.actual and pair.actual.claim and _told_alike(pair.target, target):
            claim, start = pair.actual.claim, pair.actual.span.start
            parts = (
                metric for metric in told.by_claim[claim] if metric.span.start > start and _told_alike(metric, target)
            )
            return next(parts, None)
    return None


def _told_alike(one: Metric, other: Metric) -> bool:
    return one.kind == other.kind and one.unit == other.unit and bool(_names(one) & _names(other))


def _words(report: Report, said: _Said, told: _Told) -> Iterator[Pair]:
    """Targets that are said in words: to keep pace, to stay within a value set elsewhere, to hold a grade."""
    sections = {section.id: section for section in report.sections}
    measured = sorted(metric.value_span for metric in report.metrics if metric.role == "target")
    for claim in report.claims:
        section = sections.get(claim.section or "")
        is_target = "target" in claim.types
        if not is_target and (section is None or section.role != "targets"):
            continue
        found = False
        for clause in _clauses(report.text, claim.span):
            behind = bisect_left(measured, Span(clause.end, clause.end))
            if any(clause.overlaps(span) for span in measured[max(0, behind - _NEIGHBOURS) : behind]):
                found = True
                continue
            comparison = _comparison(clause.quote(report.text))
            if comparison is not None:
                found = True
                yield _worded(report, said, told, claim, clause, comparison)
        if is_target and not found and not claim.metrics:
            yield _worded(report, said, told, claim, claim.span, "unstated")


def _worded(
    report: Report, said: _Said, told: _Told, claim: Claim, clause: Span, comparison: Comparison
) -> Pair:
    name, rest = _split(clause.quote(report.text))
    actual = _actual_of(told, {_key(name)}, _FOR_WORDS, None) if name else None
    state = None if actual or not name else told.state(name)
    if actual is not None:
        actual_text, actual_span = said.of(actual), actual.span
    elif state is not None:
        actual_text, actual_span = _split(state.quote(report.text))[1], state
    else:
        actual_text, actual_span = "", None
    return Pair(
        indicator=name,
        target=None,
        actual=actual,
        target_text=_short(rest.strip(_ENDS)),
        actual_text=_short(actual_text),
        target_span=clause,
        actual_span=actual_span,
        claim=claim.id,
        section=claim.section,
        unit="",
        comparison=comparison,
        result="not_due" if report.target_year and report.year and report.target_year > report.year else None,
    )


def _unanswered(report: Report, said: _Said, answered: set[str], names: set[str]) -> Iterator[Pair]:
    for actual in report.metrics:
        if actual.role != "actual" or actual.kind not in ("growth", "rate") or actual.indicator is None:
            continue
        if actual.id in answered or _names(actual) & names:
            continue
        yield Pair(
            indicator=called(actual),
            target=None,
            actual=actual,
            target_text="",
            actual_text=said.of(actual),
            target_span=None,
            actual_span=actual.span,
            claim=None,
            section=actual.section,
            unit=actual.unit,
            comparison=None,
            result=None,
        )


def _actual_of(
    told: _Told, names: set[str], kinds: tuple[str, ...], unit: str | None, basis: str = "yoy"
) -> Metric | None:
    """The best actual of the indicator: right kind and unit, of the latest period.

    A year's growth stands beside that of a year, and beside the average of several only where no other is told; what
    many years add up to (翻两番) stands beside neither. A bare word such as 企业 counts many things: of less than three
    characters only a catalogue's name is taken.
    """
    names = {name for name in names if len(name) >= _NAME}
    if kinds[0] == "level":
        names -= _lexicon().of_projects
    fit = [
        metric for metric in told.of(names)
        if metric.kind in kinds and (unit is None or metric.unit == unit)
    ]
    if not fit:
        return None
    alike = [metric for metric in fit if metric.kind != "growth" or basis_of(metric) == basis]
    fit = alike or [metric for metric in fit if {basis, basis_of(metric)} <= _BY_THE_YEAR]
    if not fit:
        return None
    latest = max(metric.period or "" for metric in fit)
    return min(fit, key=lambda metric: (kinds.index(metric.kind), (metric.period or "") != latest, metric.span.start))


def _result(report: Report, target: Metric, actual: Metric | None, tolerance: Tolerance) -> Result | None:
    if target.period is None:
        return None
    if actual is None or actual.period != target.period:
        year = target.period[:4]
        due = report.year is not None and year.isdigit() and int(year) <= report.year
        return ("no_data" if actual is None else None) if due else "not_due"
    return judge(target, actual, tolerance=tolerance, better=better_way(target))


def _names_of(name: str) -> set[str]:
    entry = find_indicator(name, weak=False)
    return {_key(name), *(_ids(entry.id) if entry is not None else ())}


def _names(metric: Metric) -> set[str]:
    named = metric.indicator
    if named is None:
        return set()
    text, canonical = _key(named.text), _key(named.canonical)
    if named.id:
        return {text, canonical, *_ids(named.id)}
    # 甲项目投资 is none of 乙项目, though both are called 投资 for short.
    return {text} if text.endswith(canonical) else {text, canonical}


@cache
def _ids(key: str) -> tuple[str, ...]:
    """What an indicator of the catalogue is found by: its id, and that of what it is the growth of (经济增长)."""
    entry = indicator(key)
    return tuple(f"#{one}" for one in (key, entry.fields["growth_of"] if entry is not None else "") if one)


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return re.sub(r"(增速|增幅|增长率)$", "", name.translate(_QUOTES))


def _clauses(text: str, span: Span) -> Iterator[Span]:
    for found in _CLAUSE.finditer(text, span.start, span.end):
        words = found[0]
        left = len(words) - len(words.lstrip())
        if words.strip():
            yield Span(found.start() + left, found.start() + len(words.rstrip()))


class _Told:
    """The actuals of a report by what they are called and by their claims, and what its results say without figures."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._order = {metric.id: place for place, metric in enumerate(report.metrics)}
        self._by_name: dict[str, list[Metric]] = defaultdict(list)
        self.by_claim: dict[str, list[Metric]] = defaultdict(list)
        actuals = [metric for metric in report.metrics if metric.role == "actual"]
        for metric in actuals:
            self.by_claim[metric.claim or ""].append(metric)
            for name in _names(metric):
                self._by_name[name].append(metric)
        for metric in actuals:  # whose parts are known by the names of all
            for _, names in self.members(metric):
                for name in names:
                    self._by_name[name].append(metric)

    def members(self, metric: Metric) -> tuple[tuple[str, set[str]], ...]:
        """The indicators that share a figure, each with what it is called: 城镇居民人均可支配收入和财政收入均增长8%.

        Empty for a figure of one. 研究与试验发展经费 is one: a name is parted only where the catalogue or the results
        know each of its parts, and a level only where the text says that each reaches it.
        """
        if metric.indicator is None or "indicator" in differences(metric):
            return ()
        parts = _lexicon().sharing.split(metric.indicator.text)
        if len(parts) < 2 or find_indicator(metric.indicator.text, weak=False) is not None:
            return ()
        if metric.kind == "level" and not _lexicon().each.search(metric.span.quote(self._report.text)):
            return ()
        members = []
        for part in parts:
            names = _names_of(part)
            if len(names) == 1 and (len(part) < _NAME or names.isdisjoint(self._by_name)):
                return ()
            members.append((part, names))
        return tuple(members)

    def of(self, names: Iterable[str]) -> list[Metric]:
        """The actuals with one of these names, in the order of the report."""
        found = {metric.id: metric for name in names for metric in self._by_name.get(name, ())}
        return sorted(found.values(), key=lambda metric: self._order[metric.id])

    def state(self, name: str) -> Span | None:
        """The clause of the results that speaks of the same thing without a figure."""
        if len(name) < _NAME:
            return None
        first = bisect_left(self._stated, (name,))
        found = []
        while first < len(self._stated) and self._stated[first][0].startswith(name):
            found.append(self._stated[first][1])
            first += 1
        return min(found, default=None)

    @cached_property
    def _stated(self) -> list[tuple[str, Span]]:
        """The clauses of the results without what opens them, in the order of their words."""
        sections = {section.id: section for section in self._report.sections}
        found = []
        for claim in self._report.claims:
            section = sections.get(claim.section or "")
            if section is None or section.role != "results" or "target" in claim.types:
                continue
            for clause in _clauses(self._report.text, claim.span):
                words = "".join(clause.quote(self._report.text).split())
                opener = _lexicon().openers.match(words)
                found.append((words[opener.end() if opener else 0 :], clause))
        return sorted(found)


class _Said:
    """What a report's clauses say of its figures."""

    def __init__(self, report: Report) -> None:
        self._text = report.text
        # where a change begins is told with where it ends: 从2.1%提高到2.5%
        self._values = sorted(metric.value_span for metric in report.metrics if metric.role != "baseline")

    def of(self, metric: Metric) -> str:
        """What the clause says of the figure, after the indicator's name: 增长5.5%左右. Of figures that share a clause
        each has its own: 增长8%和10%左右 says 增长8% and 增长10%左右.
        """
        text, value = self._text, metric.value_span
        # a mark that the text has nowhere is not looked for to its ends
        left = max(text.rfind(mark, max(0, value.start - _FAR), value.start) for mark in _STOPS) + 1
        left = left or max(0, value.start - _FAR)
        right = min((place for mark in _STOPS if (place := text.find(mark, value.end, value.end + _FAR)) >= 0),
                    default=min(len(text), value.end + _FAR))
        named = metric.indicator.span if metric.indicator is not None else None
        if named is not None and named.end <= value.start:
            left = max(left, named.end)
        before, after = self._beside(value, left, right)
        if after is not None:
            joined = _lexicon().joiners.search(text, value.end, after.start)
            right = joined.start() if joined else value.end
        head = text[left : value.start]
        if before is not None:
            first, last = before
            head = self._head(text[last.end : value.start], text[left : first.start])
        words = _lexicon().numbering.sub("", (head + text[value.start : right]).strip("* \t\r\n"))
        words = words.removeprefix("为").removeprefix("的")
        told, opened, inside = words.rpartition("（")
        if opened and "）" not in inside and value.quote(text) in told:
            words = told  # 99.4分（其中，…）: the clause ends inside of a bracket
        if len(words) > _SHORT or "分别" in words or "|" in words:
            words = value.quote(text)
        if metric.value is not None and not {"value", "value_max", "unit"}.isdisjoint(differences(metric)):
            words = f"{words} → {metric.value:f}{metric.unit}"  # as a person corrected it: what is compared is this
        return words

    def _head(self, between: str, shared: str) -> str:
        """What a figure behind another has before it: what both have, if only a joint stands between."""
        words = _lexicon()
        if words.joined.fullmatch(between):
            return shared
        own = between[max((joint.end() for joint in words.joiners.finditer(between)), default=0) :]
        return "" if words.attributes.match(own) or len(own) > _HEAD else own

    def _beside(self, value: Span, left: int, right: int) -> tuple[tuple[Span, Span] | None, Span | None]:
        """The first and the last figure of the clause before a value, and the next one behind it."""
        here = bisect_left(self._values, value)
        first = here
        while first and self._values[first - 1].start >= left and self._values[first - 1].end <= value.start:
            first -= 1
        behind = next((each for each in self._values[here:] if each.start >= value.end), None)
        before = (self._values[first], self._values[here - 1]) if first < here else None
        return before, behind if behind is not None and behind.start < right else None


def _short(words: str) -> str:
    return shortened("".join(words.split()), _SHORT)


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of resources/lexicon/pairing.toml."""

    comparisons: tuple[tuple[Comparison, re.Pattern[str]], ...]
    heads: re.Pattern[str]
    openers: re.Pattern[str]
    actions: re.Pattern[str]
    attributes: re.Pattern[str]
    joiners: re.Pattern[str]
    joined: re.Pattern[str]
    sharing: re.Pattern[str]
    each: re.Pattern[str]
    numbering: re.Pattern[str]
    of_projects: frozenset[str]


@cache
def _lexicon() -> _Words:
    data = contents("pairing")
    comparisons = tuple((entry["key"], re.compile(entry["pattern"])) for entry in data["comparison"])
    joiners, bounds = _any_of(data["joiners"]), _any_of(data["bounds"])
    joined = re.compile(f"(?:{bounds.pattern})?\\s*(?:{joiners.pattern})\\s*")
    return _Words(
        comparisons, _any_of(data["heads"]), _any_of(data["openers"]), _any_of(data["actions"]),
        _any_of(data["attributes"]), joiners, joined, _any_of(data["sharing"]), _any_of(data["each"]),
        re.compile(data["numbering"]), frozenset(data["of_projects"]),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def _comparison(clause: str) -> Comparison | None:
    return next((key for key, pattern in _lexicon().comparisons if pattern.search(clause)), None)


def _split(clause: str) -> tuple[str, str]:
    """The indicator's name and what is said of it; the name is "" where none stands before the verb."""
    words = _lexicon()
    flat = words.numbering.sub("", "".join(clause.split()))
    opener = words.openers.match(flat)
    body = flat[opener.end() :] if opener else flat
    # 总体稳定, behind a clause that names it: no name stands before what is said.
    opened = words.actions.match(body) or words.heads.match(body)
    found = None if opened else words.heads.search(body, 2)
    if found is None or found.start() > _LONGEST_NAME or _CLAUSE_END.search(body, 0, found.start()):
        return "", body
    return body[: found.start()], body[found.start() :]
