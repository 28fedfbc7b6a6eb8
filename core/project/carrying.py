"""What would become of a review if its report were replaced: by a corrected version, or by another reading of it.

Nothing is written here. `carried` compares, `corrections` makes of it one edit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from core.anchoring import Carrier, Placed, same_words
from core.anchoring.alignment import Progress
from core.anchoring.places import How
from core.model import Anchor, Claim, FigureDecision, Finding, Hit, Report, ReviewClaim, Span
from core.model.review import AnchorState
from core.project import figures, rows
from core.project.contents import Contents
from core.project.reports import ReadReport
from core.values import dataclass

#: A suggestion of the new reading is the old one if they share this part of what both cover.
_SAME_SUGGESTION = 0.5
#: A person's claim that stood for no suggestion takes one over only if it is nearly the same passage.
_SAME_PASSAGE = 0.8
_STATES: tuple[AnchorState, ...] = ("ok", "moved", "orphan")


@dataclass(frozen=True, slots=True)
class CarriedClaim:
    """One claim that a person touched, with its places before and after.

    `hows` says for each place after why it has its state. `suggestion` is the new reading's claim which it stands for.
    """

    claim: ReviewClaim
    after: tuple[Anchor, ...]
    hows: tuple[How, ...]
    suggestion: str | None

    @property
    def state(self) -> AnchorState:
        """The worst state of its places."""
        return worst(self.after)

    @property
    def changed_words(self) -> bool:
        """Whether a place that was found says something else now."""
        found = [anchor.exact for anchor in self.after if anchor.state != "orphan"]
        return not all(any(same_words(words, before.exact) for before in self.claim.anchors) for words in found)


@dataclass(frozen=True, slots=True)
class CarriedAnswer:
    """An answer to a finding, with the new reading's finding that says the same of the same words."""

    hit: Hit
    finding: str
    quote: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A report that takes the place of `replaces`, and what becomes of all that was decided about that one.

    `original` are the new file's bytes; `reads_again` says that the text is the same. `answers` go along, `asked_again`
    do not and come with their words: their finding is gone, or says something else. `figures` are the decisions about
    figures, each at its place in the new text; a lost one is kept and changes nothing. `added` are suggestions that the
    old reading did not have, `gone` those of it that nobody had touched and that the new one has no more.
    """

    replaces: str
    report: Report
    original: bytes
    reads_again: bool = False
    claims: tuple[CarriedClaim, ...] = ()
    answers: tuple[CarriedAnswer, ...] = ()
    asked_again: tuple[tuple[Hit, str], ...] = ()
    added: tuple[Claim, ...] = ()
    gone: tuple[ReviewClaim, ...] = field(default=())
    figures: tuple[FigureDecision, ...] = ()

    def of_state(self, state: AnchorState) -> tuple[CarriedClaim, ...]:
        """The claims that are carried over like this, in the order of the text."""
        return tuple(claim for claim in self.claims if claim.state == state)


def worst(anchors: Iterable[Anchor]) -> AnchorState:
    """The state of a claim with these places."""
    return max((anchor.state for anchor in anchors), key=_STATES.index, default="ok")


def carried(
    contents: Contents, report: Report, original: bytes, progress: Progress | None = None
) -> Correction:
    """What becomes of the review in `contents` when `report` takes the place of the report under review.

    `progress` gets the share done, 0 to 1, and stops the work by raising.
    """
    key = contents.report_ids()[0]
    old = ReadReport(key, contents.report(key))
    carrier = Carrier(old.report.text, report.text, progress)
    decided = tuple(
        replace(each, anchor=_place(each.anchor, carrier, report.text)[0]) for each in contents.figures(key)
    )
    new = ReadReport("", figures.corrected(report, decided))
    passages = _Passages(report.claims)
    claims = contents.claims(key)
    suggested = _suggestions(old.report.claims, carrier, passages)
    placed = {claim.id: _placed(claim, carrier, report.text) for claim in claims if claim.decided}
    bound = {
        claim.id: suggested[claim.suggestion] for claim in claims if claim.decided and claim.suggestion in suggested
    }
    free = {claim.id for claim in report.claims} - set(bound.values())
    for claim in claims:
        if claim.decided and claim.id not in bound:
            found = passages.best([anchor.span for anchor in placed[claim.id][0]], free, _SAME_PASSAGE)
            if found is not None:
                bound[claim.id] = found
                free.discard(found)
    known = set(bound.values()) | set(suggested.values())
    answers, asked_again = _answers(contents.hits(key), old, new, carrier)
    return Correction(
        replaces=key,
        report=report,
        original=original,
        reads_again=report.text == old.report.text,
        claims=tuple(
            CarriedClaim(claim, *placed[claim.id], bound.get(claim.id)) for claim in claims if claim.id in placed
        ),
        answers=answers,
        asked_again=asked_again,
        added=tuple(claim for claim in report.claims if claim.id not in known),
        gone=tuple(claim for claim in claims if not claim.decided and claim.suggestion not in suggested),
        figures=decided,
    )


def _placed(claim: ReviewClaim, carrier: Carrier, text: str) -> tuple[tuple[Anchor, ...], tuple[How, ...]]:
    """The claim's places in the new text, those that were found first."""
    made = [_place(before, carrier, text) for before in claim.anchors]
    made.sort(key=lambda pair: (pair[0].state == "orphan", pair[0].span))
    return tuple(anchor for anchor, _ in made), tuple(how for _, how in made)


def _place(before: Anchor, carrier: Carrier, text: str) -> tuple[Anchor, How]:
    """One place in the new text, and why it has its state."""
    if before.state == "orphan":
        placed = carrier.seek(before.exact, before.prefix, before.suffix)
    else:
        placed = carrier.place(before.span)
    return _anchor(before, placed, text), placed.how


def _anchor(before: Anchor, placed: Placed, text: str) -> Anchor:
    if placed.state == "orphan":
        return replace(before, span=placed.span, state="orphan")
    unchecked = before.state == "moved"  # nobody has looked since the version before
    return replace(rows.anchor_in(text, placed.span), state="moved" if unchecked else placed.state)


def _suggestions(old: Sequence[Claim], carrier: Carrier, passages: _Passages) -> dict[str, str]:
    """For each suggestion of the old reading the one of the new reading that says the same, if there is one."""
    pairs = []
    for claim in old:
        placed = carrier.place(claim.span)
        if placed.state != "orphan":
            pairs += [
                (share, claim.id, found) for found, share in passages.near([placed.span]).items()
                if share >= _SAME_SUGGESTION
            ]
    pairs.sort(key=lambda pair: -pair[0])
    chosen: dict[str, str] = {}
    taken: set[str] = set()
    for _, before, after in pairs:
        if before not in chosen and after not in taken:
            chosen[before] = after
            taken.add(after)
    return chosen


def _answers(
    hits: Iterable[Hit], old: ReadReport, new: ReadReport, carrier: Carrier
) -> tuple[tuple[CarriedAnswer, ...], tuple[tuple[Hit, str], ...]]:
    """The answers that still fit a finding: the same check of the same words at the place they have now."""
    by_check: dict[str, dict[str, Finding]] = {}
    for key, finding in new.findings.items():
        by_check.setdefault(finding.check, {})[key.partition(".")[2]] = finding
    answers: list[CarriedAnswer] = []
    again: list[tuple[Hit, str]] = []
    for hit in hits:
        if hit.state == "new":
            continue
        candidates = by_check.get(hit.finding.check, {})
        quote = old.quote(hit.finding)
        places = [carrier.place(span).span for span in hit.finding.spans]
        fit = next(
            (key for key, finding in candidates.items()
             if same_words(new.quote(finding), quote) and _meet(finding.spans, places)), None
        )  # fmt: skip
        if fit is None:
            again.append((hit, quote))
        else:
            answers.append(CarriedAnswer(hit, fit, new.quote(candidates.pop(fit))))
    return tuple(answers), tuple(again)


def _meet(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    return len(spans) == len(places) and all(span.overlaps(place) for span, place in zip(spans, places, strict=True))


class _Passages:
    """The suggestions of a reading, found by the passages that they cover."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = sorted(claims, key=lambda claim: claim.span)
        self._starts = [claim.span.start for claim in self._claims]
        self._longest = max((claim.span.end - claim.span.start for claim in claims), default=0)

    def near(self, spans: Sequence[Span]) -> dict[str, float]:
        """The suggestions that share something with the spans, with the part they share of what both cover."""
        shared: dict[str, int] = {}
        sizes: dict[str, int] = {}
        covered = sum(span.end - span.start for span in spans)
        for span in spans:
            first = bisect_left(self._starts, span.start - self._longest)
            for claim in self._claims[first : bisect_left(self._starts, span.end)]:
                common = min(span.end, claim.span.end) - max(span.start, claim.span.start)
                if common > 0:
                    shared[claim.id] = shared.get(claim.id, 0) + common
                    sizes[claim.id] = claim.span.end - claim.span.start
        return {key: common / (covered + sizes[key] - common) for key, common in shared.items()}

    def best(self, spans: Sequence[Span], free: set[str], least: float) -> str | None:
        """The free suggestion that covers the spans best."""
        near = {key: share for key, share in self.near(spans).items() if key in free and share >= least}
        return max(near, key=lambda key: near[key], default=None)
