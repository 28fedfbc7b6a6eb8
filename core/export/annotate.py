"""The report's text cut into paragraphs and runs, each run with the marks that cover it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from core.export.glyphs import Json
from core.model import Hit, Metric, Report, ReviewClaim, Span


@dataclass(slots=True)
class _Paragraph:
    """One printed paragraph with what touches it."""

    span: Span
    metrics: list[Metric] = field(default_factory=list)
    claims: list[tuple[ReviewClaim, Span]] = field(default_factory=list)
    hits: list[tuple[str, Hit, Span]] = field(default_factory=list)
    breaks: list[Span] = field(default_factory=list)
    noise: list[Span] = field(default_factory=list)
    headings: list[tuple[int, Span]] = field(default_factory=list)
    title: bool = False


def annotated(report: Report, claims: Iterable[ReviewClaim], hits: Iterable[tuple[int, Hit]]) -> list[Json]:
    """The paragraphs of the report for the template.

    A run has `t`, its words; `m` the role of the figure it is part of, `u` whether that reading is doubtful, `b`
    whether a person decided it; `c` how
    many claims cover it and `v` the innermost one's verdict; `q` the state of a check hit; `h` whether it is a run-in
    heading; `n` whether it is layout residue; `s` and `e` the numbers of claims that start before and end after it,
    `k` the names (number of the hit, number of the place) of hits that start before it. `hits` come with their
    printed numbers.
    """
    paragraphs = [_Paragraph(span) for span in _paragraph_spans(report)]
    starts = [paragraph.span.start for paragraph in paragraphs]

    def touched(span: Span) -> Sequence[_Paragraph]:
        first = max(bisect_right(starts, span.start) - 1, 0)
        return [one for one in paragraphs[first : bisect_left(starts, span.end)] if one.span.overlaps(span)]

    for metric in report.metrics:
        for paragraph in touched(metric.value_span):
            paragraph.metrics.append(metric)
    for claim in claims:
        words = _trimmed(report.text, claim.span)
        for paragraph in touched(words):
            paragraph.claims.append((claim, words))
    for number, hit in hits:
        for index, span in enumerate(hit.finding.spans):
            words = _trimmed(report.text, span)
            for paragraph in touched(words):
                paragraph.hits.append((f"{number}-{index}", hit, words))
    for section in report.sections:
        for paragraph in touched(section.heading):
            paragraph.headings.append((section.depth, section.heading))
    for gap in report.breaks:
        for paragraph in touched(gap):
            paragraph.breaks.append(gap)
    for residue in report.noise:
        for paragraph in touched(residue):
            paragraph.noise.append(residue)
    if report.title_span:
        for paragraph in touched(report.title_span):
            paragraph.title = True
    return [_paragraph(report.text, paragraph) for paragraph in paragraphs]


def _paragraph_spans(report: Report) -> list[Span]:
    """Lines without their outer blanks; a break inside a sentence does not end one."""
    text = report.text
    inside = sorted((gap.start, gap.end) for gap in report.breaks)
    gap_starts = [start for start, _ in inside]
    spans: list[Span] = []
    start = 0
    for place in [index for index, char in enumerate(text) if char in "\n\r"] + [len(text)]:
        found = bisect_right(gap_starts, place) - 1
        if found >= 0 and inside[found][0] <= place < inside[found][1] and place < len(text):
            continue
        line = text[start:place]
        if line.strip():
            left = len(line) - len(line.lstrip())
            spans.append(Span(start + left, start + len(line.rstrip())))
        start = place + 1
    return spans


def _paragraph(text: str, paragraph: _Paragraph) -> Json:
    depth = next((depth for depth, span in paragraph.headings if span.contains(paragraph.span)), 0)
    kind = "title" if paragraph.title else "heading" if depth else "body"
    if any(span.contains(paragraph.span) for span in paragraph.noise):
        kind = "noise"
    return {"kind": kind, "depth": depth, "runs": _runs(text, paragraph, whole_heading=depth > 0)}


def _runs(text: str, paragraph: _Paragraph, *, whole_heading: bool) -> list[Json]:
    span = paragraph.span
    marks = [
        *(metric.value_span for metric in paragraph.metrics),
        *(words for _, words in paragraph.claims),
        *(place for _, _, place in paragraph.hits),
        *(heading for _, heading in paragraph.headings),
        *paragraph.breaks,
        *paragraph.noise,
    ]
    cuts = {span.start, span.end}
    for mark in marks:
        cuts.update(place for place in (mark.start, mark.end) if span.start < place < span.end)
    ordered = sorted(cuts)
    pieces = [Span(start, end) for start, end in pairwise(ordered)]
    return [_run(text, piece, paragraph, whole_heading) for piece in pieces]


def _run(text: str, piece: Span, paragraph: _Paragraph, whole_heading: bool) -> Json:
    metric = next((one for one in paragraph.metrics if one.value_span.contains(piece)), None)
    claims = [(claim, words) for claim, words in paragraph.claims if words.contains(piece)]
    innermost = max(claims, key=lambda one: (one[1].start, -one[1].end), default=None)
    hits = [hit for _, hit, place in paragraph.hits if place.contains(piece)]
    is_break = any(gap.contains(piece) for gap in paragraph.breaks)
    in_heading = any(heading.contains(piece) for _, heading in paragraph.headings)
    starting: list[Json] = [claim.number for claim, words in paragraph.claims if words.start == piece.start]
    ending: list[Json] = [claim.number for claim, words in paragraph.claims if words.end == piece.end]
    asked: list[Json] = []
    asked.extend(sorted({name for name, _, place in paragraph.hits if place.start == piece.start}))
    return {
        "t": "" if is_break else piece.quote(text),
        "m": metric.role if metric else "",
        "u": metric is not None and metric.confidence < 0.8,
        "b": metric is not None and metric.by_hand is not None,
        "c": len(claims),
        "v": (innermost[0].veracity or "") if innermost else "",
        "q": hits[0].state if hits else "",
        "h": in_heading and not whole_heading,
        "n": any(residue.contains(piece) for residue in paragraph.noise),
        "s": starting,
        "e": ending,
        "k": asked,
    }


def _trimmed(text: str, span: Span) -> Span:
    """The span without outer blanks, so that its marks stand beside words."""
    words = span.quote(text)
    if not words.strip():
        return Span(span.start, span.start)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
