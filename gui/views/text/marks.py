"""What is marked where: metrics, claims and check hits by paragraph, found by bisection, changed one at a time."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence

from core.model import Hit, Metric, ReviewClaim, Span
from core.values import dataclass
from gui.views.text.paragraphs import Paragraph

#: A reading below this is drawn as uncertain.
CERTAIN = 0.8

#: What one claim lane, and what no lane, is called.
FOLDED = 2


@dataclass(frozen=True, slots=True)
class Layers:
    """Which kinds of marks are drawn."""

    metrics: bool = True
    claims: bool = True
    hits: bool = True


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """One of the passages in which a claim stands."""

    claim: ReviewClaim
    span: Span


@dataclass(frozen=True, slots=True)
class Laned:
    """A claim's passage with its place under the line.

    `lane` is 0 for the lower, 1 for the upper, 2 where both are taken. `shared` says that another claim overlaps it,
    `nested` that it begins inside another.
    """

    place: ClaimPlace
    lane: int
    shared: bool
    nested: bool

    @property
    def claim(self) -> ReviewClaim:
        """Whose passage it is."""
        return self.place.claim

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.place.span


class Marks:
    """The marks of one text. Lookups are by paragraph; nothing is ever compared with everything."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._metrics: dict[int, list[Metric]] = {}
        self._claims: dict[int, list[ClaimPlace]] = {}
        self._hits: dict[int, list[tuple[Span, Hit]]] = {}
        self._claim_of: dict[str, ReviewClaim] = {}
        self._hit_of: dict[str, Hit] = {}
        self._metric_of: dict[str, Metric] = {}

    def load(
        self, paragraphs: Sequence[Paragraph], metrics: Iterable[Metric], claims: Iterable[ReviewClaim],
        hits: Iterable[Hit],
    ) -> None:
        """Take over everything of another text."""
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._metrics, self._claims, self._hits = {}, {}, {}
        self._metric_of = {metric.id: metric for metric in metrics}
        self._claim_of = {claim.id: claim for claim in claims if claim.dismissed is None}
        self._hit_of = {hit.id: hit for hit in hits if hit.state != "dismissed"}
        for metric in sorted(self._metric_of.values(), key=lambda metric: metric.value_span.start):
            for index in self.paragraphs_of(metric.value_span):
                self._metrics.setdefault(index, []).append(metric)
        found = [place for claim in self._claim_of.values() for place in places_of(claim)]
        for place in sorted(found, key=_order):
            for index in self.paragraphs_of(place.span):
                self._claims.setdefault(index, []).append(place)
        for hit in self._hit_of.values():
            self._add_hit(hit)

    def take(self, other: Marks) -> None:
        """Take over what another one was loaded with; it is not used any more."""
        self._starts = other._starts
        self._metrics, self._claims, self._hits = other._metrics, other._claims, other._hits
        self._metric_of, self._claim_of, self._hit_of = other._metric_of, other._claim_of, other._hit_of

    def paragraphs_of(self, span: Span) -> range:
        """The paragraphs that a span touches."""
        starts = self._starts
        after = max(1, bisect_right(starts, span.start))
        if after >= len(starts) or span.end <= starts[after]:  # nearly every span: it ends where it began
            return range(after - 1, after)
        return range(after - 1, bisect_right(starts, span.end - 1, after))

    def put_claim(self, key: str, claim: ReviewClaim | None) -> set[int]:
        """Replace, add or (with None or a dismissed one) remove one claim. Returns the paragraphs that changed."""
        touched: set[int] = set()
        old = self._claim_of.pop(key, None)
        if old is not None:
            for place in places_of(old):
                for index in self.paragraphs_of(place.span):
                    touched.add(index)
                    self._claims[index].remove(place)
        if claim is not None and claim.dismissed is None:
            self._claim_of[key] = claim
            for place in places_of(claim):
                for index in self.paragraphs_of(place.span):
                    touched.add(index)
                    insort(self._claims.setdefault(index, []), place, key=_order)
        return touched

    def put_hit(self, key: str, hit: Hit | None) -> set[int]:
        """Replace, add or remove one check hit. Returns the paragraphs that changed."""
        touched: set[int] = set()
        old = self._hit_of.pop(key, None)
        if old is not None:
            for span in old.finding.spans:
                for index in self.paragraphs_of(span):
                    touched.add(index)
                    self._hits[index] = [pair for pair in self._hits[index] if pair[1].id != key]
        if hit is not None and hit.state != "dismissed":
            self._hit_of[key] = hit
            self._add_hit(hit)
            touched.update(index for span in hit.finding.spans for index in self.paragraphs_of(span))
        return touched

    def _add_hit(self, hit: Hit) -> None:
        for span in hit.finding.spans:
            for index in self.paragraphs_of(span):
                insort(self._hits.setdefault(index, []), (span, hit), key=lambda pair: pair[0])

    def metrics(self, index: int) -> Sequence[Metric]:
        """The metrics of a paragraph, in reading order."""
        return self._metrics.get(index, ())

    def claims(self, index: int) -> Sequence[ClaimPlace]:
        """The passages of claims that touch a paragraph: by start, the longer first."""
        return self._claims.get(index, ())

    def hits(self, index: int) -> Sequence[tuple[Span, Hit]]:
        """The places of check hits in a paragraph, in reading order."""
        return self._hits.get(index, ())

    def figures(self, index: int) -> list[Span]:
        """The figures of a paragraph that should stay on one line."""
        return [metric.value_span for metric in self.metrics(index)]

    def metric(self, key: str) -> Metric | None:
        """One metric by id."""
        return self._metric_of.get(key)

    def claim(self, key: str) -> ReviewClaim | None:
        """One claim that is drawn, by id."""
        return self._claim_of.get(key)

    def hit(self, key: str) -> Hit | None:
        """One check hit that is drawn, by id."""
        return self._hit_of.get(key)

    def all_metrics(self) -> Iterable[Metric]:
        """Every metric, for the strip."""
        return self._metric_of.values()

    def all_claims(self) -> Iterable[ReviewClaim]:
        """Every claim that is drawn, for the strip."""
        return self._claim_of.values()

    def all_hits(self) -> Iterable[Hit]:
        """Every check hit that is drawn, for the strip."""
        return self._hit_of.values()

    def metrics_at(self, offset: int) -> list[Metric]:
        """The metrics whose figure covers an offset."""
        return [
            metric for index in self.paragraphs_of(Span(offset, offset + 1)) for metric in self.metrics(index)
            if metric.value_span.start <= offset < metric.value_span.end
        ]

    def claims_at(self, offset: int) -> list[ReviewClaim]:
        """The claims that cover an offset, the shortest first."""
        found = [
            place for index in self.paragraphs_of(Span(offset, offset + 1)) for place in self.claims(index)
            if place.span.start <= offset < place.span.end
        ]
        found.sort(key=lambda place: place.span.end - place.span.start)
        return list({place.claim.id: place.claim for place in found}.values())

    def hits_at(self, offset: int) -> list[Hit]:
        """The check hits that cover an offset."""
        return [
            hit for index in self.paragraphs_of(Span(offset, offset + 1)) for span, hit in self.hits(index)
            if span.start <= offset < span.end
        ]


def places_of(claim: ReviewClaim) -> list[ClaimPlace]:
    """The passages of a claim that are in the text; a place that was lost is not."""
    return [ClaimPlace(claim, anchor.span) for anchor in claim.anchors if anchor.state != "orphan"]


def lanes(places: Sequence[ClaimPlace]) -> list[Laned]:
    """Two lanes for overlapping claims, the longer one lower; a third at the same place is folded.

    `places` stand in the order of `Marks.claims`, so that one sweep is enough.
    """
    ends = [-1, -1]
    longest = -1
    result: list[Laned] = []
    holder: list[int] = [-1, -1]
    for number, place in enumerate(places):
        span = place.span
        lane = next((lane for lane in (0, 1) if ends[lane] <= span.start), FOLDED)
        overlaps = longest > span.start
        if overlaps:
            for other in holder:
                if other >= 0 and result[other].span.end > span.start and not result[other].shared:
                    known = result[other]
                    result[other] = Laned(known.place, known.lane, True, known.nested)
        if lane < FOLDED:
            ends[lane] = span.end
            holder[lane] = number
        result.append(Laned(place, lane, overlaps, overlaps))
        longest = max(longest, span.end)
    return result


def _order(place: ClaimPlace) -> tuple[int, int]:
    return place.span.start, -place.span.end


def look(metric: Metric) -> str:
    """How a metric's box is drawn: `filled`, `outline`, `dotted` or, for an uncertain reading, `hatched`."""
    if metric.confidence < CERTAIN:
        return "hatched"
    return {"target": "outline", "baseline": "dotted"}.get(metric.role, "filled")
