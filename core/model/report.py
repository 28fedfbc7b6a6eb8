"""What the program reads out of one report. Field values are those of the extraction format, version 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Final, Literal

from core.model.layout import Layout
from core.model.particulars import Years
from core.model.spans import Span
from core.values import dataclass

Kind = Literal["level", "growth", "rate", "difference", "rank", "duration"]
Role = Literal["actual", "target", "baseline"]
Basis = Literal["yoy", "qoq", "cagr", "cumulative", "vs"]
Bound = Literal["eq", "about", "gt", "ge", "lt", "le"]
ClaimType = Literal["achievement", "target", "commitment", "ranking", "problem", "attribution", "rhetoric"]
Severity = Literal["critical", "major", "minor", "info"]
SectionRole = Literal["results", "problems", "targets", "tasks", "closing", "other"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text came from. `pages` is None where the format has no pages."""

    name: str
    sha256: str
    media_type: str
    encoding: str | None
    pages: int | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field has its value: the field, the rule's stable name, and the words it rests on, if any.

    `rule` is looked up in resources/lexicon/rules.toml for a sentence in either language.
    """

    field: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One section; `depth` 1 is the highest heading below the document's title.

    `heading` covers the printed heading without outer white space, `span` the section with all below it.
    `role` and `year` come from the heading or are inherited; `title` is the heading as one line of words, its ordinal
    kept. A part on several years (过去五年, 今后五年) has the first in `since`, the last in `year`.
    """

    id: str
    parent: str | None
    depth: int
    title: str
    heading: Span
    span: Span
    role: SectionRole = "other"
    year: int | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """The name of a measured quantity: as the sentence gives it, and the standard name.

    `span` covers the part that is printed; None when no part is. `id` is the catalogue's key, if it has one.
    """

    text: str
    canonical: str
    span: Span | None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a ranking. `of` is the number of those ranked, where it is stated."""

    position: int
    scope: str | None
    of: int | None


@dataclass(frozen=True, slots=True)
class ByHand:
    """That a person said how a figure is read: the decision's id, who, when, and the `machine`'s own reading.

    `machine` is None for a figure that only the person sees. `at` is ISO 8601 with zone.
    """

    id: str
    by: str
    at: str
    machine: Metric | None


_MINUS: Final = ("-", "−", "－", "负")
_OTHER_SIDE: Final[Mapping[Bound, Bound]] = {"ge": "le", "gt": "lt", "le": "ge", "lt": "gt"}


@dataclass(frozen=True, slots=True)
class Metric:
    """One stated measured quantity.

    `span` covers indicator and value where they stand together (at least the value); `value_span` the number
    with its unit. `value` and `value_max` are in the base unit, multiplied out; falls are negative.
    `confidence` is 0 to 1. `reasons` say which rule gave which field. `by_hand` is there when a person decided.
    """

    id: str
    section: str | None
    span: Span
    value_span: Span
    indicator: Indicator | None
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    surface: str
    kind: Kind
    role: Role
    period: str | None
    basis: Basis | None
    bound: Bound
    rank: Rank | None
    scope: str | None
    claim: str | None
    confidence: float
    reasons: tuple[Reason, ...] = ()
    by_hand: ByHand | None = None

    @property
    def axis_bound(self) -> Bound:
        """On which side of `value` the quantity lies.

        `bound` is what the words say of the figure. A fall is told without its sign: 下降3%以上 is −3 and `ge`, and
        lies at or below −3. Where the sign is printed (-1.2‰以下) words and value agree.
        """
        return axis_bound(self.bound, self.value, self.surface)

    @property
    def ends(self) -> tuple[Decimal, Decimal] | None:
        """The least and the greatest value that is printed: 下降3%至4% is −4 to −3. None for a figure without value."""
        if self.value is None:
            return None
        other = self.value if self.value_max is None else self.value_max
        return min(self.value, other), max(self.value, other)


def axis_bound(bound: Bound, value: Decimal | None, surface: str) -> Bound:
    """On which side of a value printed as `surface` the quantity lies, when its words say `bound`."""
    told = value is not None and value < 0 and not surface.startswith(_MINUS)
    return _OTHER_SIDE.get(bound, bound) if told else bound


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence or clause that asserts something. `score`, 0 to 1, is how much it is worth checking.

    `indicators` are those of which it states something without a number (失业率控制在市定目标内), in order.
    """

    id: str
    section: str | None
    span: Span
    types: tuple[ClaimType, ...]
    score: float
    metrics: tuple[str, ...]
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubtful spot. `check` is the catalogue's stable id (STR-01 …).

    `params` fill the message templates of resources/messages/checks.toml, in either language.
    """

    check: str
    severity: Severity
    spans: tuple[Span, ...]
    metrics: tuple[str, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One report, read. `text` is what was read and is never changed; all else points into it.

    `year` is the year of the results, `target_year` of the plan. `title_span` covers the printed title, which may
    run over several lines. `noise` are furniture and layout residue. `breaks` are line breaks inside a sentence.
    `layout` is what the file's form adds: pages, tables, what was left out. `given_years`
    are the years that a person gave, None where the text's own words decided. `set_aside` are what the program took for
    figures and a person said are none; they are not among the `metrics`.
    """

    source: Source
    text: str
    title: str | None
    year: int | None
    target_year: int | None
    place: str | None
    language: str
    sections: tuple[Section, ...]
    metrics: tuple[Metric, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    title_span: Span | None = None
    noise: tuple[Span, ...] = ()
    breaks: tuple[Span, ...] = ()
    layout: Layout = field(default_factory=Layout)
    given_years: Years | None = None
    set_aside: tuple[Metric, ...] = ()
