"""Which paragraphs are headings: by their mark, by the part they name, or as one of a parallel series."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from core.lexicon import WHOLE_AREA
from core.sections.apart import lone_names, name_apart
from core.sections.capitals import capital_lines
from core.sections.chapters import over_labels
from core.sections.contents import find_contents, listed_headings
from core.sections.heading import Heading
from core.sections.lexicon import heading_words
from core.sections.marks import BY_SEQUENCE, Mark, is_pictograph, mark_of
from core.sections.paragraphs import Paragraph
from core.sections.parts import COUNTED, LEADS_ON, MEASURED, enclosures, named_parts, over_numbers, unfit, years_apart
from core.sections.roles import plan_years, years_in
from core.sections.sequences import first_lost, left_out, mend_brackets, mend_outline, unproven
from core.sections.series import LONGEST_UNMARKED, REPORTER, captions, could_head, over_figures, said_over, series

_LONGEST: Final = 60
_SHORTEST: Final = 2
_LONGEST_RUN_IN: Final = 45
_STOP: Final = re.compile(r"[。！？；]")
_STOP_ENGLISH: Final = re.compile(r"[.;!?](?:\s|$)")
#: ■ 实施水利项目35项，…, among bullets; (三)实施10项工程 is a heading.
_COUNTED_ITEMS: Final = re.compile(r"\d项(?:，|$)")
#: What the row of a table ends with; its ordinal often stands in it a second time.
_TABLE_FIGURE: Final = re.compile(r"\d\.\d{1,2}$")
#: 《中华人民共和国水法》, in a list of what a plan rests on.
_PAPER: Final = re.compile("《[^《》]+》[。；]?")
_LABEL: Final = re.compile(
    r"(?P<sign>[◆■●★▲□○※◇▶►☆△◎❖➤]?)\s*[【〖](?P<label>[^】〗]{2,20})[】〗]\s*:?(?=.{15})"
    # 财政收入 全年财政总收入…: a blank behind what a paragraph of a communiqué is on.
    rf"|(?P<name>[\u4e00-\u9fff、]{{2,12}}) +(?=(?:全年|{WHOLE_AREA}|年末|据?初步|截至|(?:19|20)\d\d年)[^ ]{{15}})"
)
#: An item of a sentence that goes on: its first mark, or its last, is a semicolon or comma.
_ITEM: Final = re.compile(r"^[^。！？；]*；|[；，、]$")
#: Items of notes and boxes are numbered with digits.
_ITEM_RANK: Final = 22
#: What a style may call a heading: writers also give whole paragraphs the look of one.
_OUTLINED: Final = re.compile(r".{2,60}(?<![。；，：、])")
_LONGEST_ADDITION: Final = 4
#: 两会聚焦|去年经济增长6%: a word before a bar that heads more lines than one; what it heads may measure.
_KICKER: Final = re.compile(r"([^|｜丨，。；：:]{2,14})[|｜丨](?=[^|｜丨。；]{4,32}$)")


def find_headings(
    paragraphs: Sequence[Paragraph], front: frozenset[int], language: str, outline: Mapping[int, int],
    known: frozenset[int] = frozenset(),
) -> tuple[list[Heading], frozenset[int]]:
    """The headings in order, and the paragraphs of a table of contents.

    `front` are indices of title and byline: never headings. `outline` has the level of those paragraphs that the file's
    own styles call headings; they count like headings of markdown. `known` are lines of a table of contents that were
    found before.
    """
    text = [index for index, paragraph in enumerate(paragraphs) if paragraph.kind == "text" and index not in front]
    marked: dict[int, Heading] = {}
    measured: dict[int, Heading] = {}
    unfit: dict[int, Mark] = {}
    pictures: Counter[str] = Counter()
    for index in text:
        mark = mark_of(paragraphs[index].words)
        if index in outline and _OUTLINED.fullmatch(paragraphs[index].words):
            mark = Mark(f"markdown-{outline[index]}", outline[index], None, 0, len(paragraphs[index].words))
        if mark is not None and is_pictograph(mark.style):
            pictures[mark.style] += 1
        heading = _marked(paragraphs[index].words, index, mark, language) if mark else None
        if heading is not None:
            marked[index] = heading
        elif mark is not None and mark.rank is not None:
            if _is_item(mark, paragraphs[index].words):
                unfit[index] = mark
            elif told := _marked(paragraphs[index].words, index, mark, language, measured=True):
                measured[index] = told
    for index in unproven(marked, paragraphs):
        marked.pop(index)
    for index in lone_names(marked, paragraphs):
        marked.pop(index)
    _one_mark(marked, pictures)
    mend_brackets(marked)
    mend_outline(marked)
    marked |= left_out(marked, measured)
    contents = find_contents(marked, text, paragraphs)
    for index in contents:
        marked.pop(index, None)
    enclosed = enclosures(text, paragraphs)
    for index in enclosed:
        marked.pop(index, None)
    text = [index for index in text if index not in contents and index not in enclosed]
    _drop_bullets(marked, text, paragraphs)
    _drop_cells(marked, paragraphs)
    _drop_lists(marked, unfit, measured, text, paragraphs)
    labels = _labels(marked, text, paragraphs)
    marked |= labels | over_labels(labels, marked, text, paragraphs)
    marked |= _dashed(marked, text, paragraphs)
    marked |= _kickers(marked, text, paragraphs) | _pointed(marked, text, paragraphs)
    marked |= first_lost(marked, text, paragraphs, could_head)
    parts = over_numbers(marked, text, paragraphs) | named_parts(marked, text, paragraphs)
    parts = listed_headings(contents | known, marked, text, paragraphs) | parts
    titles = {_plain(paragraphs[index].words) for index in front}
    # A page prints its title again above the text, on two lines even, or counts it as the first of what it holds.
    before = dict(zip(text[1:], text, strict=False))
    parts = {
        index: one for index, one in parts.items()
        if not _repeats(_plain(paragraphs[index].words), titles)
        and not (index in before and _plain(f"{paragraphs[before[index]].words}{paragraphs[index].words}") in titles)
    }
    marked = {index: one for index, one in marked.items() if one.number != 1 or _plain(one.words) not in titles}
    if by_year := years_apart({**marked, **parts}, text, paragraphs, language):
        # Between 回眸2022 and 展望2023 a line on 政府自身建设 heads what was done or is to be done of it.
        timed = {index for index, one in parts.items() if years_in(one.words) or plan_years(one.words)}
        parts = {index: one for index, one in parts.items() if one.style != "part" or index in timed} | by_year
    chosen = {**marked, **parts}
    if not any(heading.style.startswith("markdown") for heading in marked.values()):
        chosen |= _capitals(chosen, text, paragraphs) if language == "en" else series(chosen, text, paragraphs)
        chosen |= over_figures(chosen, text, paragraphs)
        chosen |= captions(chosen, text, paragraphs)
        chosen |= said_over(chosen, text, paragraphs)
    return [chosen[index] for index in sorted(chosen)], contents


def _plain(words: str) -> str:
    """A line without the signs and blanks that only set it apart."""
    return words.strip("*# ").replace(" ", "")


def _repeats(words: str, titles: Iterable[str]) -> bool:
    """Whether a line is a title again, but for a word that the page puts behind it: …工作总结 of …工作总结范文."""
    return any(title.startswith(words) and len(title) - len(words) <= _LONGEST_ADDITION for title in titles)


def _is_item(mark: Mark, words: str) -> bool:
    """Whether a numbered paragraph that heads nothing is an item: of a sentence that goes on, or one whole sentence."""
    if _ITEM.search(words):
        return True
    first = words.find("。")
    long = first > _LONGEST_RUN_IN
    alone = mark.rank is not None and (mark.rank >= _ITEM_RANK or long) and first == len(words) - 1
    # A paragraph of rules: no heading is as long as its first sentence.
    return alone or (mark.style == "han" and long)


def _marked(words: str, index: int, mark: Mark, language: str, *, measured: bool = False) -> Heading | None:
    """The heading that a mark opens, if any; one whose first sentence measures or counts tells, unless `measured`."""
    body = words[mark.start : mark.end]
    if mark.style in BY_SEQUENCE and not body:
        return Heading(index, mark.style, mark.rank, mark.number, len(words), words)
    if not body or (mark.rank is None and (REPORTER.match(body) or len(body) > _LONGEST_RUN_IN)):
        return None
    if _TABLE_FIGURE.search(body) or (mark.rank is not None and _PAPER.fullmatch(body)):
        return None
    named = heading_words()
    if mark.style == "bold" and (
        named.caption.fullmatch(body) or named.annex.fullmatch(body) or len(body) > LONGEST_UNMARKED
        or LEADS_ON.search(body)
    ):
        return None
    if mark.style.startswith("markdown"):
        return _heading(words, index, mark, mark.end) if len(body) <= 2 * _LONGEST else None
    if mark.rank is not None and (apart := name_apart(body)):
        return replace(_heading(words, index, mark, mark.start + apart), run_in=True)
    stop = (_STOP_ENGLISH if language == "en" else _STOP).search(body)
    first = body if stop is None else body[: stop.start()]
    if mark.rank is not None and mark.style not in BY_SEQUENCE and words[: mark.start].strip() in first:
        # The row of a table with two columns counts in both.
        return None
    if mark.style == "han-is" and stop is not None:
        # 一是…。 opens an item of a list told in sentences.
        return None
    if stop is None:
        announces = body[-1] == ":" and (len(body) > 25 or mark.style == "article")
        fits = len(body) <= _LONGEST and body[-1] not in "，,、" and not announces
        return _heading(words, index, mark, mark.end) if fits else None
    phrase = body[: stop.start()]
    if mark.style == "article":
        # 第五条 本办法自…施行。 is a paragraph of law; only 第五条 适用范围 would be its heading.
        return None
    if len(phrase) < _SHORTEST or stop[0][0] in "；;" or len(phrase) > _LONGEST_RUN_IN:
        return None
    if not measured and (MEASURED.search(phrase) or COUNTED.search(phrase)):
        return None
    if ":" in phrase or (mark.rank is None and stop.end() < len(body)):
        return None
    following = mark_of(body[stop.end() :].lstrip()) if mark.number is not None and stop.end() < len(body) else None
    if following is not None and (following.style, following.number) == (mark.style, (mark.number or 0) + 1):
        # 1、后劲不足。2、矛盾较多。 in one paragraph are items.
        return None
    # A question mark is part of its heading, a full stop is not.
    own = stop.end() if stop[0][0] in "？！?!" else stop.start()
    return replace(_heading(words, index, mark, mark.start + own), run_in=stop.end() < len(body))


def _heading(words: str, index: int, mark: Mark, end: int) -> Heading:
    own = words[mark.start : end].strip().strip("*").rstrip("—").strip()
    return Heading(index, mark.style, mark.rank, mark.number, _trimmed(words, end, mark), own)


def _trimmed(words: str, end: int, mark: Mark) -> int:
    """The whole paragraph where nothing but the mark's own closing sign follows the words."""
    return len(words) if end == mark.end else end


def _one_mark(marked: dict[int, Heading], pictures: Mapping[str, int]) -> None:
    """Headings that have each another picture before them have one mark."""
    own = [index for index, one in marked.items() if pictures.get(one.style) == 1]
    for index in own if len(own) > 1 else ():
        marked[index] = replace(marked[index], style=marked[own[0]].style)


def _drop_cells(marked: dict[int, Heading], paragraphs: Sequence[Paragraph]) -> None:
    """Takes out rows of tables that count (二、外交支出): numbered lines with nothing but rows around them."""
    run: list[int] = []
    in_table = False
    for index, paragraph in enumerate(paragraphs):
        heading = marked.get(index)
        if heading is not None and not heading.run_in and heading.rank is not None:
            run.append(index)
        elif paragraph.kind != "noise":
            if paragraph.kind == "table" and in_table:
                for member in run:
                    marked.pop(member)
            run = []
            in_table = paragraph.kind == "table"


def _drop_bullets(marked: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> None:
    """Takes out what is a bullet: sentences behind a sign where others with the same sign are no headings, and the
    lines behind a sign where most are followed by the next of them, and head nothing.
    """
    signs = {heading.style for heading in marked.values() if len(heading.style) == 1}
    follower = dict(pairwise(text))
    for sign in signs:
        members = [index for index, heading in marked.items() if heading.style == sign and not heading.run_in]
        lines = [index for index in text if paragraphs[index].words[0] == sign]
        after = [follower.get(index, -1) for index in lines]
        if len(lines) > 2 and sum(one > 0 and paragraphs[one].words[0] == sign for one in after) > len(lines) / 2:
            for index in members:
                marked.pop(index)
    for index in [index for index, heading in marked.items() if heading.style in signs and not heading.run_in]:
        # ●生产总值增长6%左右, with nothing below it.
        behind = follower.get(index)
        text_behind = "" if behind is None or behind in marked else paragraphs[behind].words
        words = marked[index].words
        told = MEASURED.search(words) or COUNTED.search(words) or _COUNTED_ITEMS.search(words)
        if told and len(text_behind) <= len(paragraphs[index].words):
            marked.pop(index)
    bullets = {
        paragraphs[index].words[0] for index in text
        if index not in marked and paragraphs[index].words[0] in signs and _STOP.search(paragraphs[index].words)
    }
    for index in [index for index, heading in marked.items() if heading.style in bullets]:
        if paragraphs[index].words[-1] in "。；":
            marked.pop(index)


def _drop_lists(
    marked: dict[int, Heading], unfit: dict[int, Mark], measured: Mapping[int, Heading], text: Sequence[int],
    paragraphs: Sequence[Paragraph],
) -> None:
    """Takes out runs of numbered lines without text below them: lists, tables of contents, glossaries.

    `unfit` are numbered items of a sentence (（1）…；); where most of a run are, the few that could head are none.
    Nor is a sentence that stands alone among others of its style which count (`measured`).
    """
    words = heading_words()
    follower = dict(pairwise(text))
    glossary = aside = False
    series: dict[str, list[Heading]] = {}
    sentences: Counter[str] = Counter()
    #: The rank of the heading whose numbered paragraphs are what an office has to do.
    duties: int | None = None

    def settle(members: list[Heading]) -> None:
        bare = sum(_bare(heading, follower, marked) for heading in members[:-1])
        odd = sentences.pop(members[0].style, 0)
        if (len(members) > 1 and 2 * bare > len(members) - 1) or (odd > 1 and odd > len(members)):
            dropped.extend(heading.index for heading in members)
        elif len(members) == 1 and not members[0].run_in and paragraphs[members[0].index].words.endswith("。"):
            # 4.新增就业3000人。 below items of two sentences: one sentence, with nothing that it could head.
            (alone,) = members
            empty = alone.index not in follower or _bare(alone, follower, marked)
            words_of = paragraphs[alone.index].words
            beside = measured.get(follower.get(alone.index, -1))
            listed = beside is not None and beside.style == alone.style and not beside.run_in
            if listed or (empty and (MEASURED.search(words_of) or COUNTED.search(words_of))):
                dropped.append(alone.index)

    dropped: list[int] = []
    for index in text:
        if index in unfit:
            mark = unfit[index]
            if mark.number == 1 and mark.style in series:
                settle(series.pop(mark.style))
            sentences[mark.style] = 1 if mark.number == 1 else sentences[mark.style] + 1
        heading = marked.get(index)
        plain = paragraphs[index].words.strip("*# ")
        if words.annex.fullmatch(plain):
            glossary = True
            continue
        if words.aside.match(plain):
            aside = True
            continue
        if heading is None:
            continue
        if heading.rank is not None and not heading.style.startswith("markdown"):
            # Notes below a table and the items of a box end where the text goes on with a higher heading.
            aside = aside and heading.rank >= _ITEM_RANK
            duties = duties if duties is not None and heading.rank > duties else None
            item = heading.run_in or (plain.endswith("。") and _bare(heading, follower, marked))
            if aside or (glossary and heading.rank >= 21) or (duties is not None and item):
                dropped.append(index)
                continue
            if duties is None and words.duties.search(heading.words):
                duties = heading.rank
            for style in [style for style, members in series.items() if (members[0].rank or 0) > heading.rank]:
                settle(series.pop(style))
            if heading.number == 1 and heading.style not in series:
                # Items of a part before say nothing of those that begin here.
                sentences.pop(heading.style, None)
            members = series.setdefault(heading.style, [])
            if members and heading.number is not None and heading.number <= (members[-1].number or 0):
                settle(members)
                series[heading.style] = members = []
            members.append(heading)
    for members in series.values():
        settle(members)
    for index in dropped:
        marked.pop(index, None)


def _bare(heading: Heading, follower: dict[int, int], marked: dict[int, Heading]) -> bool:
    """Whether the next paragraph is a heading of the same style or a higher one."""
    if heading.run_in:
        return False
    after = marked.get(follower.get(heading.index, -1))
    return after is not None and after.rank is not None and after.rank <= (heading.rank or 0)


def _labels(marked: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """【民生】 or 民生 with a blank before the text of a paragraph, where two and more paragraphs have such a label."""
    found: dict[int, Heading] = {}
    for index in text:
        match = _LABEL.match(paragraphs[index].words) if index not in marked else None
        label = (match["label"] or match["name"]) if match else ""
        if match and not REPORTER.search(label):
            style = match["sign"] or ("blank" if match["name"] else "【】")
            found[index] = Heading(index, style, None, None, match.end(), label, run_in=True)
    return found if len(found) > 1 else {}


def _dashed(marked: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """Two and more short lines that begin with a dash, each over a paragraph of its own; bullets are sentences."""
    found: dict[int, Heading] = {}
    for index, after in pairwise(text):
        words = paragraphs[index].words
        plain = words.lstrip("—－")
        if len(words) - len(plain) < 2 or index in marked or after in marked or not 4 <= len(plain) <= _LONGEST_RUN_IN:
            continue
        longer = len(paragraphs[after].words) > max(len(words), 20) and paragraphs[after].words[0] not in "—－"
        if longer and not (unfit(plain) or MEASURED.search(plain) or plain.startswith("在")):
            found[index] = Heading(index, "dash", None, None, len(words), plain.strip())
    return found if len(found) > 1 else {}


def _kickers(marked: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """Two and more short lines that a newspaper begins with the same word before a bar, each over its text."""
    found: dict[int, Heading] = {}
    kicked: Counter[str] = Counter()
    for index, after in pairwise(text):
        words = paragraphs[index].words
        match = _KICKER.match(words) if index not in marked else None
        if match and len(paragraphs[after].words) > max(len(words), 20):
            kicked[match[1]] += 1
            found[index] = Heading(index, f"kicker-{match[1]}", None, None, len(words), words)
    return {index: one for index, one in found.items() if kicked[one.style.removeprefix("kicker-")] > 1}


def _pointed(marked: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """Two and more lines that point with arrows at what is below them: 今年重点要干这10件事！↓↓↓."""
    found: dict[int, Heading] = {}
    for index in text:
        words = paragraphs[index].words
        plain = words.rstrip("↓⬇▼👇\ufe0f ")
        if index not in marked and 4 <= len(plain) < len(words) and len(plain) <= _LONGEST_RUN_IN and "。" not in plain:
            found[index] = Heading(index, "arrows", None, None, len(words), plain)
    return found if len(found) > 1 else {}


def _capitals(chosen: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """The headings of an English report that have no number."""
    found: dict[int, Heading] = {}
    for index, style in capital_lines(chosen, text, paragraphs).items():
        words = paragraphs[index].words
        found[index] = Heading(index, style, None, None, len(words), words.strip("* "))
    return found
