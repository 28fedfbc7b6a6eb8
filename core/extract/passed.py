"""Numbers that were not taken as figures, and why: what `extract --explain` shows beside the figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from core.extract.flat import flatten
from core.extract.masks import mask_spans, vetoed
from core.extract.quantities import find_quantities
from core.model.document import Document
from core.model.report import Metric
from core.model.spans import Span
from core.values import dataclass

#: Arabic digits with what belongs to one number or date: 2,490.2, 39.0:57.1, 12.
_NUMERAL: Final = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}年")
_BLOCKS: Final = {"noise": "furniture", "table": "table", "title": "front", "byline": "front", "heading": "heading"}
#: What a number's neighbours say of it, the first that fits; before it and behind it.
_PLACES: Final = (
    ("note", re.compile(r"[\[［]$"), re.compile(r"[\]］]")),
    ("date", re.compile(""), re.compile(r"\s*(?:年|月|日|时|点)|[-—–~至到、]\s*[0-9]{1,4}\s*[年月日]")),
    ("date", re.compile(r"(?:年|月)\s*$"), re.compile(r"[-—–~至到]")),
    ("date", re.compile(r"[0-9]\s*[-—–~至到、/]\s*$"), re.compile(r"\s*[年月日]")),
    ("item", re.compile(r"(?:^|[。；：:，、])\s*[（(]?$"), re.compile(r"[、.．）)]")),
    ("enumerated", re.compile(r"第\s*$"), re.compile("")),
    ("wreck", re.compile(r"[$\\�*#×□?]\s*$"), re.compile("")),
    ("wreck", re.compile(""), re.compile(r"\s*[$\\�*#×□]")),
    ("letters", re.compile(r"[A-Za-z][-.]?$"), re.compile("")),
    ("letters", re.compile(""), re.compile(r"[A-Za-z]")),
    ("quoted", re.compile(r"[“‘《][^”’》。，]{0,16}$"), re.compile(r"[^“‘《。，]{0,16}[”’》]")),
    ("formula", re.compile(r"[+＋*]\s*$"), re.compile("")),
    ("formula", re.compile(""), re.compile(r"\s*[+＋]")),
    ("decimal", re.compile(r"[0-9][.,:]?$"), re.compile("")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passed:
    """A number that is no figure; `rule` has its words in resources/lexicon/rules.toml."""

    span: Span
    rule: str


def passed_over(document: Document, metrics: Sequence[Metric]) -> tuple[Passed, ...]:
    """Every number in Arabic digits, and every written quantity, that no metric was made of, in order."""
    taken = sorted(metric.value_span for metric in metrics)
    found = [*_by_rules(document), *_by_place(document)]
    kept: list[Passed] = []
    # A rule of reading says more than the place; where both speak of one number the rule is told.
    for one in sorted(found, key=lambda passed: (passed.span.start, -passed.span.end)):
        if not _covered(one.span, taken) and not (kept and one.span.start < kept[-1].span.end):
            kept.append(one)
    return tuple(kept)


def _by_rules(document: Document) -> Iterator[Passed]:
    """Written quantities of sentences that a rule of reading vetoed."""
    if document.language == "en":
        return
    for sentence in document.sentences:
        if sentence.duplicate:
            continue
        flat = flatten(document.view, sentence)
        for start, end, rule in mask_spans(flat.text):
            if _NUMERAL.search(flat.text, start, end):
                yield Passed(flat.span(start, end), rule)
        for quantity, rule in vetoed(flat.text, find_quantities(flat.text)):
            year = rule == "passed.era" and _YEAR.fullmatch(flat.text, quantity.start, quantity.end)
            yield Passed(flat.span(quantity.start, quantity.end), "passed.date" if year else rule)


def _by_place(document: Document) -> Iterator[Passed]:
    """Numbers in Arabic digits, by the block and the neighbours that they stand in."""
    view = document.view
    starts = [block.span.start for block in document.blocks]
    sentences = [sentence.span.start for sentence in document.sentences]
    headings = [section.heading for section in document.sections]
    for match in _NUMERAL.finditer(view):
        span = Span(*match.span())
        at = bisect_right(starts, span.start) - 1
        block = document.blocks[at] if at >= 0 and span.start < document.blocks[at].span.end else None
        kind = _BLOCKS.get(block.kind, "") if block else "furniture"
        number = bisect_right(sentences, span.start) - 1
        sentence = document.sentences[number] if number >= 0 else None
        if _covered(span, headings):
            yield Passed(span, "passed.heading")
        elif kind:
            # A heading that no section has is that of a second copy of the text.
            yield Passed(span, f"passed.{'repeated' if kind == 'heading' else kind}")
        elif sentence is not None and sentence.duplicate and span.start < sentence.span.end:
            yield Passed(span, "passed.repeated")
        else:
            yield Passed(span, f"passed.{_neighbours(view, span)}")


def _neighbours(view: str, span: Span) -> str:
    before, behind = view[max(0, span.start - 20) : span.start], view[span.end : span.end + 20]
    before = re.split(r"[\n\r]", before)[-1]
    return next(
        (name for name, left, right in _PLACES if left.search(before) and right.match(behind)), "no_unit"
    )


def _covered(span: Span, spans: Sequence[Span]) -> bool:
    """Whether one of the spans, in order and apart, overlaps."""
    at = bisect_right(spans, span.start, key=lambda one: one.start)
    return any(one.overlaps(span) for one in spans[max(0, at - 1) : at + 1])
