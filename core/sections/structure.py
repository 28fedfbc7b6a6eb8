"""From a report's text to its `Document`: the stages of reading in their order."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from core.model.document import Block, BlockKind, Document, Sentence
from core.model.headings import HeadingCorrection
from core.model.innermost import Innermost
from core.model.layout import Layout
from core.model.particulars import Years
from core.model.report import Section, SectionRole
from core.model.spans import Span
from core.sections.assembly import sections
from core.sections.begun import aimed_by
from core.sections.capitals import CAPITALS
from core.sections.chapters import OVER_LABELS
from core.sections.clues import Said, begun_year, reviewed_since, spanned_since, titled_since
from core.sections.context import (
    document_kind,
    evaluated_since,
    gives_notice,
    is_forward,
    is_summary,
    only_pledges,
    plan_start,
    read_years,
    unnamed_years,
)
from core.sections.corrected import by_paragraph, with_added, without_removed
from core.sections.front import Front, is_named, read_front, untitled, without_last_line
from core.sections.furniture import line_kinds
from core.sections.heading import Heading
from core.sections.headings import find_headings
from core.sections.lexicon import context_words, heading_words
from core.sections.paragraphs import Paragraph, paragraphs
from core.sections.roles import closed_dates, role_of, years_in, years_in_digits
from core.sections.tree import Placed, place
from core.sections.unheaded import parted, plan_begun
from core.sections.whose import read_place
from core.text import fold, language_of, printed_lines, repeats, sentences, without_copy_marks
from core.text.repetition import SHORTEST

_OPENERS = "—－-·•*> \t#"


_BARE = Layout()


def read_structure(
    text: str, layout: Layout = _BARE, years: Years | None = None, corrections: Sequence[HeadingCorrection] = ()
) -> Document:
    """The structure of any text; every span points into `text` as it is. Never raises on text of any kind.

    What is unknown is None: a text without a title has no title, one that names no year no year. `layout` is what the
    file's form says: its tables hold no sentences, its outline names headings, and a person's word on lines stands.
    `years` are those that a person gave, over the text's own words; what a person said about headings, `corrections`,
    goes before what is read.
    """
    view = without_copy_marks(fold(text))
    language = language_of(view)
    lines = printed_lines(view)
    parts = paragraphs(view, lines, line_kinds(view, lines, layout))
    levels = _levels(parts, layout)
    front = _front(parts, language, levels)
    fixed = front.title_at | front.byline_at
    origins = repeats([part.words if part.kind == "text" else "" for part in parts])
    duplicate = [origin is not None for origin in origins]
    candidates, contents = find_headings(parts, fixed, language, levels)
    for index in contents:
        if not any(kept.overlaps(parts[index].span) for kept in layout.as_text):
            parts[index] = replace(parts[index], kind="noise")
    if len(contents) > 1 and not is_named(front):
        # The table of contents stood before the title.
        again = _front(parts, language, levels)
        front = again if is_named(again) else untitled(again)
        fixed = front.title_at | front.byline_at
        candidates, _ = find_headings(parts, fixed, language, levels, contents)
    corrected = by_paragraph(parts, corrections)
    headings, copies = _without_copies(without_removed(candidates, corrected), parts, duplicate)
    placed = place(headings)
    anew = None if corrected else plan_begun(placed, parts)
    if anew is not None:
        placed = parted(placed, anew)
    if corrected:
        placed = with_added(placed, parts, corrected, fixed)
        headings = [item.heading for item in placed]
        copies = frozenset(copies - set(corrected))
    body = [
        closed_dates(years_in_digits(part.words)) for index, part in enumerate(parts)
        if part.kind == "text" and index not in fixed and not duplicate[index]
    ]
    opening = _opening(parts, headings)
    year, target_year = years or read_years(front.title, opening, headings, body)
    said: list[Said] = []
    reported = year is None and any(context_words().reports.search(words) for words in body[:3])
    if years is None and target_year is None and (language != "en" or reported):
        kept = [index for index, part in enumerate(parts) if part.kind == "text" and index not in fixed]
        said = _said(parts, headings, kept)
        if year is None:
            year, target_year = unnamed_years(front.title, opening, headings, said)
        else:
            year = begun_year(front.title, opening, said, year)
    content_end = _content_end(parts, headings, copies, duplicate)
    since = plan_start(front.title, target_year)
    told_since = evaluated_since(front.title, body, (year, target_year))
    if told_since is None:
        every = said or _said(parts, headings, [
            index for index, part in enumerate(parts) if part.kind == "text" and index not in fixed
        ])
        told_since = titled_since(front.title, every, year) or (
            spanned_since(said, year) if target_year is None else reviewed_since(every, year)
        )
    roles = {index: correction.role for index, correction in corrected.items() if correction.role is not None}
    told, forward = "公报" in (front.title or ""), is_forward(front.title) or gives_notice(front.title, body)
    ahead = forward or (since is not None and told_since is None and document_kind(front.title) == "plan")
    if year is None and target_year is not None and told_since is None and language != "en":
        # 2021年，全区将…: there is nothing to look back on.
        ahead = ahead or not any(role_of(heading.words) for heading in headings)
    tree = sections(
        text, placed, parts, content_end, (year, target_year), since, told=told, forward=ahead, roles=roles,
        plan_at=_plan_follows(parts, placed, fixed, target_year) if anew is None else anew, told_since=told_since,
        summary=is_summary(front.title),
    )
    ahead = forward or since is not None or only_pledges(front.title, body)
    ahead = ahead or (year is None and target_year is not None and aimed_by(body) == target_year)
    # What opens a text that looks back on nothing, before its parts on aims and tasks, speaks of these.
    planned = year is None and target_year is not None and not forward and since is None and bool(tree)
    opens = planned and all(section.role in ("targets", "tasks") for section in tree if section.depth == 1)
    turn = parts[anew].span.start if anew is not None else _turn(
        parts, fixed, tree, target_year, forward=ahead, opens=opens
    )
    blocks, found = _blocks(parts, front, headings, copies, tree, duplicate, language)
    return Document(
        text=text,
        view=view,
        language=language,
        title=_printed(text, view, front.title_span),
        title_span=front.title_span,
        year=year,
        target_year=target_year,
        place=read_place(front.title, opening, body),
        blocks=tuple(blocks),
        sections=tree,
        sentences=tuple(found),
        noise=_noise(view, parts),
        breaks=tuple(gap for sentence in found for gap in sentence.breaks),
        turn=turn,
        tables=layout.tables,
        plan_since=since,
        told_since=told_since,
    )


def _said(parts: Sequence[Paragraph], headings: Sequence[Heading], kept: Sequence[int]) -> list[Said]:
    """The paragraphs `kept`, each with the role that the last heading before it says."""
    roles = {heading.index: said[0] for heading in headings if (said := role_of(heading.words))}
    role: SectionRole | None = None
    found = []
    for index in kept:
        role = roles.get(index, role)
        found.append(Said(role, closed_dates(years_in_digits(parts[index].words))))
    return found


def _levels(parts: Sequence[Paragraph], layout: Layout) -> dict[int, int]:
    """The paragraphs that the file's own outline calls headings, with their levels."""
    if not layout.outline:
        return {}
    level = {one.span.start: one.level for one in layout.outline}
    return {index: level[part.span.start] for index, part in enumerate(parts) if part.span.start in level}


def _front(parts: Sequence[Paragraph], language: str, levels: Mapping[int, int]) -> Front:
    """Title and byline; a line that is the first of an unmarked series of headings is not the title's last."""
    front = read_front(parts)
    shorter = without_last_line(front, parts)
    if shorter is None:
        return front
    last = max(front.title_at)
    found, _ = find_headings(parts, shorter.title_at | shorter.byline_at, language, levels)
    first = found[0] if found and found[0].index == last else None
    begins = first and (first.style.startswith("series") or first.style in (*CAPITALS, OVER_LABELS))
    if first and first.style == "part" and (told := years_in(first.words)):
        # 2023年，我们这样走过 and 2024年，我们这样干 part the text below the title.
        begins = any(one.style == "part" and years_in(one.words) == [told[0] + 1] for one in found[1:])
    return shorter if begins else front


def _turn(
    parts: Sequence[Paragraph], fixed: frozenset[int], tree: Sequence[Section], target_year: int | None, *,
    forward: bool, opens: bool,
) -> int | None:
    """Where a text without headings on its plan begins to speak of it; None where headings do or nothing does.

    A document on what is to be done (`forward`) speaks of it from its first words on, and so does one that `opens` so.
    """
    if opens or (forward and not any(section.role in ("targets", "tasks", "results") for section in tree)):
        return min((part.span.start for index, part in enumerate(parts) if index not in fixed), default=None)
    if target_year is None or any(section.role in ("targets", "tasks") for section in tree):
        return None
    last = max((section.heading.start for section in tree), default=0)
    for index, part in enumerate(parts):
        match = heading_words().plan.match(part.words) if part.kind == "text" and index not in fixed else None
        if match and match["next"] and part.span.start < last:
            # What is told at the end of one part on what will be done next turns no other.
            continue
        if match and (match["year"] is None or int(match["year"]) == target_year):
            return part.span.start
    return None


def _plan_follows(
    parts: Sequence[Paragraph], placed: Sequence[Placed], fixed: frozenset[int], target_year: int | None
) -> int | None:
    """The paragraph behind which headings belong to a plan, though none of them says so; None where none does.

    It ends with 特制定2022年工作计划如下：, behind which numbered headings begin anew; or the heading behind it has
    words that name no part (奋力前行，只争朝夕开新局) and opens with 今年是…开局之年.
    """
    pattern = heading_words().plan_follows
    ends = next(
        (index for index, part in enumerate(parts)
         if part.kind == "text" and index not in fixed and pattern.search(part.words)), None,
    )
    if target_year is None:
        return ends
    highest = [item.heading for item in placed if item.depth == 1]
    if any((said := role_of(heading.words)) and said[0] in ("targets", "tasks") for heading in highest):
        return ends
    heads = {item.heading.index for item in placed}
    for heading in highest:
        if ends is not None and heading.index > ends:
            break
        below = heading.index + 1
        while below < len(parts) and parts[below].kind != "text":
            below += 1
        opens = heading_words().plan.match(parts[below].words) if below < len(parts) and below not in heads else None
        if opens and not opens["next"] and (opens["year"] is None or int(opens["year"]) == target_year):
            return heading.index - 1
    return ends


def _printed(text: str, view: str, title: Span | None) -> str | None:
    """The title as printed, on one line, without the blanks that only spread it."""
    if title is None:
        return None
    signs = (text[at] if not view[at].isspace() else " " for at in range(title.start, title.end))
    line = re.sub(r"\*\* \*\*", " ", re.sub(r"\s+", " ", "".join(signs)))
    return re.sub(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])", "", line).strip("*# ")


def _without_copies(
    headings: Sequence[Heading], parts: Sequence[Paragraph], duplicate: Sequence[bool]
) -> tuple[list[Heading], frozenset[int]]:
    """The headings without those of a second copy of the text, and the indices of these."""
    seen: dict[str, str] = {}
    kept: list[Heading] = []
    copies: list[int] = []
    places = {heading.index for heading in headings if not heading.run_in}
    for heading in headings:
        words = parts[heading.index].words
        body = heading.index if heading.run_in else _next_text(parts, heading.index, places)
        first = "" if body is not None else _below(parts, heading.index, places)
        if words in seen and (duplicate[body] if body is not None else first in ("", seen[words])):
            copies.append(heading.index)
        else:
            kept.append(heading)
        seen.setdefault(words, first)
    return kept, frozenset(copies)


def _below(parts: Sequence[Paragraph], index: int, headings: Container[int]) -> str:
    """What stands right below a heading, however short; nothing where that is another."""
    following = next((later for later in range(index + 1, len(parts)) if parts[later].kind == "text"), None)
    return "" if following is None or following in headings else parts[following].words


def _next_text(parts: Sequence[Paragraph], index: int, headings: Container[int]) -> int | None:
    """The first paragraph behind a heading that is long enough to be known again."""
    for later in range(index + 1, min(index + 12, len(parts))):
        if parts[later].kind == "text" and later not in headings and len(parts[later].words) >= SHORTEST:
            return later
    return None


def _opening(parts: Sequence[Paragraph], headings: Sequence[Heading]) -> str:
    """What is printed before the first heading, furniture included: titles, datelines, headers."""
    end = headings[0].index if headings else min(12, len(parts))
    return "\n".join(closed_dates(part.words[:200]) for part in parts[:end])


def _content_end(
    parts: Sequence[Paragraph], headings: Sequence[Heading], copies: frozenset[int], duplicate: Sequence[bool]
) -> int:
    """Where the last section ends: at the last printed words, or before a second copy of the text and its opening."""
    last = headings[-1].index if headings else 0
    stop = next((index for index in sorted(copies) if index > last), len(parts))
    if stop < len(parts):
        opening = {part.words for part in parts[: headings[0].index]} if headings else set()
        while stop - 1 > last and (
            parts[stop - 1].kind == "noise" or duplicate[stop - 1] or parts[stop - 1].words in opening
        ):
            stop -= 1
    return max((part.span.end for part in parts[:stop] if part.kind != "noise"), default=0)


def _noise(view: str, parts: Sequence[Paragraph]) -> tuple[Span, ...]:
    """Neighbouring lines of furniture as one span."""
    found: list[Span] = []
    for part in parts:
        if part.kind != "noise":
            continue
        if found and not view[found[-1].end : part.span.start].strip():
            found[-1] = Span(found[-1].start, part.span.end)
        else:
            found.append(part.span)
    return tuple(found)


def _blocks(
    parts: Sequence[Paragraph], front: Front, headings: Sequence[Heading], copies: frozenset[int],
    tree: Sequence[Section], duplicate: Sequence[bool], language: str,
) -> tuple[list[Block], list[Sentence]]:
    by_index = {heading.index: heading for heading in headings}
    innermost = Innermost(tree)
    blocks: list[Block] = []
    found: list[Sentence] = []
    for index, part in enumerate(parts):
        around = innermost(part.span.start)
        section = around.id if around else None
        heading = by_index.get(index)
        blocks.append(Block(part.span, _kind(part, index, front, heading, copies), section))
        if part.kind != "text" or index in front.title_at or index in front.byline_at or index in copies:
            continue
        start = heading.end if heading else 0
        found.extend(_sentences(part, start, section, duplicate[index], language))
    return blocks, found


def _kind(
    part: Paragraph, index: int, front: Front, heading: Heading | None, copies: frozenset[int]
) -> BlockKind:
    if part.kind != "text":
        return part.kind
    if index in front.title_at:
        return "title"
    if index in front.byline_at:
        return "byline"
    if index in copies or (heading is not None and not heading.run_in):
        return "heading"
    return "body"


def _sentences(
    part: Paragraph, start: int, section: str | None, duplicate: bool, language: str
) -> Iterator[Sentence]:
    """The sentences of a paragraph from the character `start` of its words on."""
    words = part.words
    while start < len(words) and words[start] in "。；！？:" + _OPENERS:
        start += 1
    breaks, first_at = part.breaks, part.span.start
    passed = 0
    for cut in sentences(words, start, len(words), language):
        # Most paragraphs are one line, whose words stand in the text as they are here.
        start_at, end_at = first_at + cut.start, first_at + cut.end
        span = Span(part.at(cut.start), part.at(cut.end - 1) + 1) if breaks else Span(start_at, end_at)
        while passed < len(breaks) and breaks[passed].start < span.start:
            passed += 1
        first = passed
        while passed < len(breaks) and breaks[passed].end <= span.end:
            passed += 1
        yield Sentence(span, section, breaks[first:passed], duplicate)
