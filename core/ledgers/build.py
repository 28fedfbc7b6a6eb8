"""The rows of the ledgers: what the text gives, with what people wrote into it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from functools import cached_property
from itertools import accumulate, takewhile

from core.charts.words import figure_text, pair_unit, rank_label, readable_unit, with_basis
from core.ledgers.charges import charge_of, without_charge
from core.ledgers.model import COLUMNS, Cell, Column, Ledger, LedgerName, LedgerRow, Value
from core.ledgers.tasks import task_of
from core.messages import check_name, finding_message
from core.model import Evidence, Hit, LedgerEntry, Metric, Report, ReviewClaim, Span
from core.model.figures import called
from core.model.innermost import Innermost
from core.model.pair import Pair
from core.numerals import number_text
from core.pairing import pairs
from core.text import on_one_line
from core.vocabulary import Language, keys

_HUNDRED = Decimal(100)
_EMPTY = Cell()  # of a ledger's cells most are
_BLANK = {name: dict.fromkeys((column.key for column in columns), _EMPTY) for name, columns in COLUMNS.items()}
_PLACES = Decimal("0.1")


@dataclass(frozen=True)
class Material:
    """All that the ledgers are made of: the report, its claims as they are reviewed, the register, what was filled in,
    and the checks with their answers.

    Dismissed claims have no rows; of the checks those have that a person confirmed.
    """

    report: Report
    claims: Sequence[ReviewClaim]
    evidence: Sequence[Evidence]
    entries: Iterable[LedgerEntry]
    language: Language = "zh"
    paired: tuple[Pair, ...] | None = None
    hits: Sequence[Hit] = ()
    _written: dict[tuple[str, str, str], str] = field(default_factory=dict, init=False)
    _named: Counter[tuple[str, str]] = field(default_factory=Counter, init=False)

    def __post_init__(self) -> None:
        for entry in self.entries:
            self._written[entry.claim, entry.indicator, entry.field] = entry.text

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Targets beside actuals."""
        return pairs(self.report) if self.paired is None else self.paired

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """The figures by id."""
        return {metric.id: metric for metric in self.report.metrics}

    @cached_property
    def by_metric(self) -> Mapping[str, ReviewClaim]:
        """The first claim that holds each figure."""
        found: dict[str, ReviewClaim] = {}
        for claim in self.claims:
            for key in claim.metrics:
                found.setdefault(key, claim)
        return found

    @cached_property
    def by_suggestion(self) -> Mapping[str, ReviewClaim]:
        """The claims that stand for the program's own, by the program's id."""
        return {claim.suggestion: claim for claim in self.claims if claim.suggestion}

    @cached_property
    def _places(self) -> tuple[list[tuple[int, int, int]], list[int]]:
        """Where claims stand in the order of the text, with their numbers; and how far those up to each reach."""
        places = sorted(
            (span.start, span.end, number) for number, claim in enumerate(self.claims) for span in claim.spans
        )
        return places, list(accumulate((end for _, end, _ in places), max))

    def touching(self, span: Span) -> list[ReviewClaim]:
        """The claims that share something with a span, in their order. It looks at few of them."""
        places, reach = self._places
        behind = (places[number] for number in range(bisect_right(reach, span.start), len(places)))
        near = takewhile(lambda place: place[0] < span.end, behind)
        return [self.claims[number] for number in sorted({number for _, end, number in near if end > span.start})]

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The printed numbers of the evidence by id."""
        return {item.id: item.no for item in self.evidence}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {section.id: section.title for section in self.report.sections}

    @cached_property
    def _paragraphs(self) -> list[int]:
        starts, place = [], 0
        for line in self.report.text.split("\n"):
            if line.strip():
                starts.append(place)
            place += len(line) + 1
        return starts

    def place(self, section: str | None, span: Span) -> str:
        """Where it stands, in words: the section's title, and the number of the paragraph in the whole text."""
        number = bisect_right(self._paragraphs, span.start)
        title = self._titles.get(section or "", "")
        words = f"第{number}段" if self.language == "zh" else f"¶ {number}"
        return f"{title} · {words}" if title else words

    def begin(self) -> None:
        """A ledger begins: no figure has its name yet."""
        self._named.clear()

    def name(self, claim: str, indicator: str) -> str:
        """The name of a figure within its claim; the second of the same kind and name is told by its number."""
        self._named[claim, indicator] += 1
        count = self._named[claim, indicator]
        return indicator if count == 1 else f"{indicator} ({count})"

    @cached_property
    def filled_in(self) -> frozenset[str]:
        """The claims into whose rows a person wrote."""
        return frozenset(claim for claim, _, _ in self._written if claim)

    def written(self, claim: str, indicator: str, column: Column) -> str:
        """What a person wrote there, "" for nothing."""
        return self._written.get((claim, "" if column.fill == "claim" else indicator, column.key), "")


def ledger(name: LedgerName, material: Material) -> Ledger:
    """One ledger."""
    return Ledger(name, tuple(ledger_rows(name, material)))


def ledger_rows(name: LedgerName, material: Material) -> Iterator[LedgerRow]:
    """The rows of one ledger, each made when it is asked for: a window makes those of a long report in pieces."""
    material.begin()
    makers = {"targets": _targets, "results": _results, "commitments": _commitments, "issues": _issues}
    yield from makers[name](material)


# --- targets beside actuals


def _targets(material: Material) -> Iterable[LedgerRow]:
    number = 0
    for pair in material.pairs:
        if not pair.indicator and pair.comparison == "unstated":
            continue
        metric = pair.target or pair.actual
        claim = _claim_of(material, pair)
        if claim is not None and claim.dismissed is not None:
            continue
        number += 1
        span = pair.target_span or pair.actual_span or Span(0, 0)
        charge = charge_of(material.report.text, claim.span if claim else span) if pair.has_target else {}
        size, unit = pair_unit(pair)
        last, now = _times(pair)
        read: dict[str, Value] = {
            "number": number, "indicator": pair.indicator, "unit": unit,
            "last_actual": _before(material, last, size, unit), "target_text": without_charge(pair.target_text),
            "target_value": _amount(pair.target, size, unit), "comparison": pair.comparison,
            "actual": _amount(now, size, unit), "growth": _growth(material, now) if now is not None else None,
            "result": pair.result, "lead_unit": charge.get("lead_unit"), "place": material.place(pair.section, span),
            **_of_claim(material, claim),
        }
        figures = tuple(each.id for each in (pair.target, pair.actual) if each is not None)
        both = pair.has_target and pair.actual_span is not None
        yield _completed(_row(
            material, "targets", claim, _indicator(pair.indicator, metric), span, read, figures, paired=both
        ), pair)


def _claim_of(material: Material, pair: Pair) -> ReviewClaim | None:
    if pair.target is not None and (claim := material.by_metric.get(pair.target.id)):
        return claim
    if pair.claim is not None and (claim := material.by_suggestion.get(pair.claim)):
        return claim
    if pair.target_span is not None:
        return next(iter(material.touching(pair.target_span)), None)
    return material.by_metric.get(pair.actual.id) if pair.actual is not None else None


def _times(pair: Pair) -> tuple[Metric | None, Metric | None]:
    """The actual as what was there before, or as the outcome: of the target's own period, or beside no target."""
    if pair.target is None or pair.actual is None:
        return (pair.actual, None) if pair.has_target else (None, pair.actual)
    same = pair.target.period is not None and pair.target.period == pair.actual.period
    return (None, pair.actual) if same else (pair.actual, None)


def _before(material: Material, last: Metric | None, size: Decimal, unit: str) -> Value:
    """What there was before; the average of several years, in the column of the last one, says so: 年均9.2."""
    amount = _amount(last, size, unit)
    if amount is None or last is None or last.basis != "cagr":
        return amount
    return with_basis(number_text(amount), last.basis, material.language)


def _completed(row: LedgerRow, pair: Pair) -> LedgerRow:
    """With the share of the target that was reached: of amounts, for a share of a rate would mislead."""
    wanted, reached = row.cells["target_value"].value, _number(row.cells["actual"].value)
    if isinstance(wanted, Decimal) and wanted > 0 and reached is not None and pair.target is not None \
            and pair.target.kind == "level" and pair.unit not in ("%", "‰"):
        share = (reached / wanted * _HUNDRED).quantize(_PLACES)
        return replace(row, cells={**row.cells, "completion": Cell(share, read=share)})
    return row


# --- results


def _results(material: Material) -> Iterable[LedgerRow]:
    """The figures of the past, one row for each indicator of a claim: its amount with its growth and rank."""
    groups: dict[tuple[str, str], list[Metric]] = defaultdict(list)
    for metric in material.report.metrics:
        if metric.role != "actual" or metric.indicator is None:
            continue
        claim = material.by_metric.get(metric.id)
        if claim is None or claim.dismissed is None:
            groups[claim.id if claim else metric.id, metric.indicator.canonical].append(metric)
    number = 0
    for group in groups.values():
        growth = next((each for each in group if each.kind == "growth"), None)
        rank = next((each for each in group if each.rank is not None), None)
        main = [each for each in group if each is not growth and each is not rank] or [growth or group[0]]
        for metric in main:
            number += 1
            yield _result(material, number, metric, None if metric is growth else growth, rank)


def _result(
    material: Material, number: int, metric: Metric, growth: Metric | None, rank: Metric | None
) -> LedgerRow:
    claim = material.by_metric.get(metric.id)
    size, unit = readable_unit(metric.value or Decimal(0), metric.unit)
    name = called(metric)
    read: dict[str, Value] = {
        "number": number, "indicator": name, "unit": unit, "actual": _amount(metric, size, unit),
        "bound": None if metric.bound == "eq" else metric.axis_bound, "growth": growth.value if growth else None,
        "rank": rank_label(rank.rank, material.language) if rank is not None and rank.rank else None,
        "period": metric.period, "veracity": claim.veracity if claim else None,
        "place": material.place(metric.section, metric.span), **_of_claim(material, claim),
    }
    figures = tuple(dict.fromkeys(each.id for each in (metric, growth, rank) if each is not None))
    return _row(material, "results", claim, _indicator(name, metric), metric.span, read, figures)


# --- commitments


def _commitments(material: Material) -> Iterable[LedgerRow]:
    number = 0
    for claim in material.claims:
        if "commitment" not in claim.types or claim.dismissed is not None or claim.lost:
            continue
        number += 1
        words = on_one_line(claim.anchor.exact)
        task = task_of(claim.anchor.exact)
        figures = [material.metrics[key] for key in claim.metrics if key in material.metrics]
        charge = charge_of(material.report.text, claim.span)
        read: dict[str, Value] = {
            "number": number, "task": words, "types": " ".join(claim.types), "verb": task.verb or None,
            "deliverable": task.deliverable or None,
            "quantity": "、".join(dict.fromkeys(map(figure_text, figures))) or None,
            "deadline": task.deadline or None, "place": material.place(claim.section, claim.span),
            **charge, **_of_claim(material, claim),
        }
        yield _row(material, "commitments", claim, "", claim.span, read, claim.metrics)


# --- issues


def _issues(material: Material) -> Iterable[LedgerRow]:
    """What was found wrong or open: the checks that a person confirmed, the gravest first."""
    order, innermost = keys("severity"), Innermost(material.report.sections)
    confirmed = [hit for hit in material.hits if hit.state == "confirmed" and hit.finding.spans]
    confirmed.sort(key=lambda hit: (order.index(hit.finding.severity), hit.finding.spans[0].start))
    for number, hit in enumerate(confirmed, 1):
        finding, span = hit.finding, hit.finding.spans[0]
        claim = next((each for each in material.touching(span) if each.dismissed is None), None)
        around = innermost(span.start)
        read: dict[str, Value] = {
            "number": number, "severity": finding.severity, "check": check_name(finding.check, material.language),
            "question": finding_message(finding, material.language),
            "quote": on_one_line(span.quote(material.report.text)),
            "place": material.place(around.id if around else None, span),
        }
        yield _row(material, "issues", claim, f"check {finding.check}", span, read, (), hit=hit.id)


# --- what they share


def _row(
    material: Material, name: LedgerName, claim: ReviewClaim | None, indicator: str, span: Span,
    read: Mapping[str, Value], figures: tuple[str, ...], *, paired: bool = True, hit: str = "",
) -> LedgerRow:
    key = claim.id if claim else ""
    indicator = material.name(key, indicator) if indicator else ""
    cells = dict(_BLANK[name])
    for told, found in read.items():
        if found is not None and told in cells:
            cells[told] = Cell(found, False, found)
    for column in COLUMNS[name] if key in material.filled_in else ():
        if column.fill and (written := material.written(key, indicator, column)):
            number = _number(written) if column.kind in ("number", "percent") else None
            cells[column.key] = Cell(written if number is None else number, True, read.get(column.key))
    return LedgerRow(key, indicator, span, cells, figures, paired, hit)


def _of_claim(material: Material, claim: ReviewClaim | None) -> dict[str, Value]:
    if claim is None:
        return {}
    numbers = [material.numbers.get(link.evidence, "") for link in claim.evidence]
    rated = claim.fulfilled if claim.fulfilment is not None else None
    return {"fulfilment": rated, "evidence": "、".join(filter(None, numbers)) or None}


def _growth(material: Material, metric: Metric) -> Decimal | None:
    """How the same indicator grew, as the same sentence says."""
    claim = material.by_metric.get(metric.id)
    if metric.kind == "growth" or claim is None or metric.indicator is None:
        return None
    for key in claim.metrics:
        other = material.metrics.get(key)
        if other is not None and other.kind == "growth" and other.indicator is not None \
                and other.indicator.canonical == metric.indicator.canonical:
            return other.value
    return None


def _indicator(name: str, metric: Metric | None) -> str:
    """What names a figure within its claim, also in a corrected version of the text: its kind and its name."""
    standard = metric.indicator.canonical if metric is not None and metric.indicator is not None else name
    return f"{metric.kind if metric is not None else 'state'} {standard}"[:120]


def _amount(metric: Metric | None, size: Decimal, unit: str) -> Decimal | None:
    if metric is None or metric.value is None or (metric.unit and not unit.endswith(metric.unit)):
        return None
    return metric.value / size


def _number(value: Value) -> Decimal | None:
    """A number that somebody wrote, with or without thousands marks and a per cent sign; None for words."""
    if isinstance(value, Decimal | int):
        return Decimal(value)
    plain = (value or "").replace(",", "").replace("，", "").replace("−", "-").strip().removesuffix("%").strip()
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
