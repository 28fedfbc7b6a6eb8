"""STR: what is printed twice, broken, misnumbered or miscounted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from core.checks.reading import PrintedBlock, Reading, lexicon, may_match
from core.checks.registry import Spot, check
from core.model.report import Section
from core.model.spans import Span

_HAN: Final = "一二三四五六七八九十"
_ORDINALS: Final = (
    ("han", re.compile(rf"([{_HAN}]{{1,3}})、")),
    ("han-bracket", re.compile(rf"[（(]([{_HAN}]{{1,3}})[）)]")),
    ("digit", re.compile(r"(\d{1,2})\s*[.、](?!\d)")),
    ("digit-bracket", re.compile(r"[（(](\d{1,2})[）)]")),
    ("chapter", re.compile(rf"第([{_HAN}\d]{{1,4}})章")),
    ("lesson", re.compile(rf"第([{_HAN}\d]{{1,4}})节")),
    ("book", re.compile(rf"第([{_HAN}\d]{{1,4}})[编篇]")),
)
_LEADING: Final = re.compile(r"[#*\s]*")
_LINE_END: Final = re.compile(r"\r\n|\n|\r|\\r\\n|\\n")
#: More broken sentences than this come from a page's links or a narrow column: one finding says so.
_MANY_BREAKS: Final = 12
#: A title that fills three lines.
_LONGEST_TITLE: Final = 120
_CONTEXT: Final = 12
_MARK: Final = re.compile("[，。；：、！？,;]")
_ITEM: Final = re.compile(r"\s*(?:\d{1,3}\s+)?[—─]{2}")
#: A shorter block, or one without a full stop, between two repeated ones (各位代表！, a heading) does not part them.
_SHORT: Final = 20
_SURE_LENGTH: Final = 60


@check("STR-01", severity="major", languages=("zh", "en"))
def duplicate_block(reading: Reading) -> Iterator[Spot]:
    """A block of text that stands in the report already; neighbouring ones are one finding.

    Stays silent on blocks under twenty characters, headings and salutations.
    """
    run: list[PrintedBlock] = []
    for block in reading.blocks:
        if block.origin is not None:
            run.append(block)
        elif run and len(block.words) >= _SHORT and "。" in block.words:
            yield _duplicate(reading, run)
            run = []
    if run:
        yield _duplicate(reading, run)


def _duplicate(reading: Reading, run: Sequence[PrintedBlock]) -> Spot:
    origin = reading.blocks[run[0].origin or 0]
    here = Span(run[0].span.start, run[-1].span.end)
    length = sum(len(block.words) for block in run)
    params = {"quote": reading.quote(run[0].span, 24), "length": str(length)}
    # A short reason that stands again inside a longer block (accounts) is mostly meant so.
    inside = len(run) == 1 and length < _SURE_LENGTH and run[0].words != origin.words
    return Spot((here, origin.span), params=params, severity="info" if inside else None)


@check("STR-02", severity="major", languages=("zh", "en"))
def broken_sentence(reading: Reading) -> Iterator[Spot]:
    """A sentence that stops in one block and goes on in the next.

    Stays silent on the line breaks of hard-wrapped text: only a break over an empty line counts. A long title at the
    head of the text is no sentence, nor is a line without any mark (a date, a byline, a title), and what a dash
    opens goes on with nothing.
    """
    broken = [
        gap for gap in reading.report.breaks
        if len(_LINE_END.findall(reading.view, gap.start, gap.end)) >= 2 and _stops_midway(reading.view, gap)
    ]
    head = reading.view[: broken[0].start].strip() if broken and broken[0].start <= _LONGEST_TITLE else ""
    if head and lexicon("structure")["title"].search(head):
        del broken[0]
    if len(broken) > _MANY_BREAKS:
        spans = tuple(_around(reading, gap) for gap in broken)
        yield Spot(spans, params={"quote": reading.quote(spans[0]), "count": str(len(broken))}, severity="info")
        return
    for gap in broken:
        around = _around(reading, gap)
        yield Spot((around,), params={"quote": reading.quote(around), "count": "1"})


def _stops_midway(view: str, gap: Span) -> bool:
    """Whether the line before a break is one of prose, and what stands behind it no item of a list."""
    if _ITEM.match(view, gap.end):
        return False
    start = max(view.rfind(mark, 0, gap.start) for mark in "\r\n") + 1
    return gap.start - start > _LONGEST_TITLE or _MARK.search(view, start, gap.start) is not None


def _around(reading: Reading, gap: Span) -> Span:
    return Span(max(0, gap.start - _CONTEXT), min(len(reading.view), gap.end + _CONTEXT))


@check("STR-05", severity="major")
def numbering(reading: Reading) -> Iterator[Spot]:
    """Headings of one series, or 一是 二是 in one paragraph, that skip or repeat a number.

    Stays silent where a series begins anew at one, and where most of it is out of order: then it is no series.
    """
    for series in _series(reading.report.sections, reading.view):
        out_of_order = sum(after not in (1, before + 1) for (_, before), (_, after) in pairwise(series))
        if 3 * out_of_order > len(series):
            continue
        for (before, number_before), (after, number_after) in pairwise(series):
            if number_after not in (1, number_before + 1) and not _printed_between(reading, before, after):
                yield Spot(
                    (before.heading, after.heading),
                    params={"before": reading.quote(before.heading), "after": reading.quote(after.heading)},
                )
    for block in reading.blocks:
        if block.origin is None:
            yield from _spoken(reading, block.span)


def _series(sections: Sequence[Section], view: str) -> Iterable[list[tuple[Section, int]]]:
    """Siblings with ordinals of one style."""
    found: dict[tuple[str | None, str], list[tuple[Section, int]]] = {}
    for section in sections:
        start = section.heading.start
        if skipped := _LEADING.match(view, start):
            start = skipped.end()
        for style, pattern in _ORDINALS:
            if match := pattern.match(view, start):
                found.setdefault((section.parent, style), []).append((section, _value(match[1])))
                break
    return found.values()


def _printed_between(reading: Reading, before: Section, after: Section) -> bool:
    """Whether the number that should follow opens a sentence between two headings: there it is, and no heading."""
    skipped = _LEADING.match(reading.view, before.heading.start)
    start = skipped.end() if skipped else before.heading.start
    mark = next((match for _, pattern in _ORDINALS if (match := pattern.match(reading.view, start))), None)
    if mark is None:
        return False
    number = _value(mark[1]) + 1
    words = re.escape(mark[0].replace(mark[1], str(number) if mark[1].isdigit() else _in_han(number), 1))
    between = reading.view[before.heading.end : after.heading.start]
    return re.search(rf"[。；\n]\s*{words}", between) is not None


def _in_han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _HAN[tens - 1]) + ("十" if tens else "") + (_HAN[ones - 1] if ones else "")


def _value(written: str) -> int:
    """The number of an ordinal up to 99."""
    if written.isdigit():
        return int(written)
    tens, _, ones = written.rpartition("十")
    if "十" not in written:
        return _HAN.find(written) + 1
    return (_HAN.find(tens) + 1 if tens else 1) * 10 + (_HAN.find(ones) + 1 if ones else 0)


def _spoken(reading: Reading, span: Span) -> Iterator[Spot]:
    pattern, words = lexicon("structure")["spoken_item"], span.quote(reading.view)
    items = list(pattern.finditer(words)) if may_match(pattern, words) else []
    for before, after in pairwise(items):
        numbers = _value(before["number"]), _value(after["number"])
        if numbers[1] not in (1, numbers[0] + 1):
            yield Spot(
                tuple(
                    Span(span.start + item.start("number"), span.start + item.end("number")) for item in (before, after)
                ),
                params={"before": f"{before['number']}是", "after": f"{after['number']}是"},
            )


@check("STR-04", severity="minor")
def marks_differ(reading: Reading) -> Iterator[Spot]:
    """Numbered headings side by side with different marks behind the number: 1.抓项目, 2、抓招商.

    Stays silent where all are alike, and on headings that do not follow one another.
    """
    for series in _series(reading.report.sections, reading.view):
        marks = [_mark(reading, section) for section, _ in series]
        common = max(sorted(set(marks)), key=marks.count)
        odd = [index for index, mark in enumerate(marks) if mark != common]
        if odd and all(after in (1, before + 1) for (_, before), (_, after) in pairwise(series)):
            spans = tuple(series[index][0].heading for index in odd)
            like = series[marks.index(common)][0].heading
            yield Spot((*spans, like), params={"quote": reading.quote(spans[0]), "other": reading.quote(like)})


def _mark(reading: Reading, section: Section) -> str:
    """What is printed around a heading's number: 、 or . or （）."""
    skipped = _LEADING.match(reading.view, section.heading.start)
    start = skipped.end() if skipped else section.heading.start
    printed = next((match for _, pattern in _ORDINALS if (match := pattern.match(reading.view, start))), None)
    if printed is None:
        return ""
    behind = reading.view[printed.end() : printed.end() + 1]
    around = re.sub(r"\s", "", printed[0].replace(printed[1], "", 1)) + (behind if behind in "、.," else "")
    # A bracket of the other width is set by the keyboard, not by the writer.
    return around.replace("(", "（").replace(")", "）")


@check("STR-06", severity="major")
def announced_count(reading: Reading) -> Iterator[Spot]:
    """A heading or an opening line that announces so many items, and another number of headings below it.

    Stays silent where fewer than two headings follow: the items are in the text, or left out.
    """
    words = lexicon("structure")
    children: dict[str | None, list[Section]] = {}
    for section in reading.report.sections:
        children.setdefault(section.parent, []).append(section)
    for section in reading.report.sections:
        if match := words["announced"].search(section.title):
            yield from _miscounted(reading, section.heading, match["count"], children.get(section.id, []))
    before_list = words["announced_before_list"]
    for block in reading.blocks:
        if may_match(before_list, block.words) and (match := before_list.search(block.words)):
            owner = reading.section_at(block.span.start)
            below = children.get(owner.id if owner else None, [])
            after = [section for section in below if section.span.start > block.span.start]
            place = Span(max(block.span.start, block.span.end - 20), block.span.end)
            yield from _miscounted(reading, place, match["count"], after)


def _miscounted(reading: Reading, place: Span, count: str, items: Sequence[Section]) -> Iterator[Spot]:
    announced = 2 if count == "两" else _value(count)
    if len(items) >= 2 and announced >= 2 and len(items) != announced:
        spans = (place, *(item.heading for item in items))
        params = {"announced": str(announced), "found": str(len(items)), "quote": reading.quote(place)}
        yield Spot(spans, params=params)
