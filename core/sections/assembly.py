"""The sections of the document out of its placed headings: spans, roles and years."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.model.report import Section, SectionRole
from core.model.spans import Span
from core.numerals import YEARS_OF_PLAN, last_of_plan
from core.sections.lexicon import heading_words
from core.sections.paragraphs import Paragraph
from core.sections.roles import plan_years, role_of, several_years, years_in
from core.sections.tree import Placed

_LEADING_SIGNS = "◆■●★▲□○※◇▶►☆△◎❖➤【〖*#> \t"
_YEARS_OF_PLAN = re.compile(YEARS_OF_PLAN)
_SAYS = re.compile("[，。；]")
_OF_YEAR_BEGUN = re.compile("(?:[一二三]、 ?)?(?:19|20)[0-9]{2}年(?!.*(?:回顾|情况|总结|以来|上半年|季度|月))")


def sections(
    text: str, placed: Sequence[Placed], paragraphs: Sequence[Paragraph], content_end: int,
    years: tuple[int | None, int | None], since: int | None = None, *, told: bool = False, forward: bool = False,
    roles: Mapping[int, SectionRole] | None = None, plan_at: int | None = None,
    told_since: int | None = None, summary: bool = False,
) -> tuple[Section, ...]:
    """The sections in reading order, each with the role and years that its heading says or its parent has.

    `content_end` is where the last one ends; `years` are those of results and plan, `since` the first of a plan of
    several years. A document that only tells what was (`told`) has results in every section, one on what is to be
    done (`forward`) has tasks wherever its headings say nothing else. `roles`, by the paragraph of
    the heading, are those that a person gave; behind the paragraph `plan_at` a plan is listed. Results of a plan that
    is looked back on are those since `told_since`. What a year's work is summed up in (`summary`) tells results until
    a heading turns to the plan.
    """
    ends = _ends(placed, paragraphs, content_end)
    found: list[Section] = []
    passed_on: list[SectionRole] = []
    mending: set[str] = set()
    planning = forward
    for index, item in enumerate(placed):
        parent = found[item.parent] if item.parent is not None else None
        planning = planning or (plan_at is not None and item.heading.index > plan_at and item.depth == 1)
        inherited = passed_on[item.parent] if item.parent is not None else None
        mended = parent is not None and parent.id in mending
        met = parent is not None and heading_words().fulfilled.search(parent.title) is not None
        role, below = _role(item, inherited, planning, years, told=told, mended=mended, met=met)
        if item.heading.style == "annex" and _annexes_a_plan(item, paragraphs, years[1]):
            role = below = "tasks"
        dated = years[0] is not None or years[1] is None
        sums_up = told_since is not None or (summary and not planning and dated)
        turns = heading_words().turning.search(item.heading.words) is not None
        if sums_up and told_since is None and role == "tasks" and not turns:
            role = "other"
        if sums_up and role == "other" and item.heading.style != "annex":
            role = below = "results"
        planned = since if forward and role == "tasks" else None
        if planned is not None and _tells_of_a_plan_before(index, placed, paragraphs, planned):
            role = "results"
        if roles and item.heading.index in roles:
            role = below = roles[item.heading.index]
        planning = planning or (
            # Where a text only plans, what stands behind its aims is how they will be reached, at whatever depth.
            role in ("targets", "tasks") and (item.depth == 1 or (years[0] is None and years[1] is not None))
        )
        paragraph = paragraphs[item.heading.index]
        start = paragraph.span.start
        first, year = _years(item.heading.words, role, parent, years)
        named = year is not None and year in years_in(item.heading.words)
        if first is None and role in ("targets", "tasks") and year == years[1] and not named:
            first = since
        if first is None and role in ("results", "problems") and year == years[0]:
            first = told_since
        heading = Span(start, paragraph.at(item.heading.end - 1) + 1)
        if mended or heading_words().mending.search(item.heading.words):
            mending.add(f"s{index + 1}")
        found.append(
            Section(
                id=f"s{index + 1}",
                parent=parent.id if parent else None,
                depth=item.depth,
                title=_title(text, paragraph, item.heading.end),
                heading=heading,
                span=Span(start, max(ends[index], heading.end)),
                role=role,
                year=year,
                since=first,
            )
        )
        passed_on.append(below)
    return tuple(found)


def _annexes_a_plan(item: Placed, paragraphs: Sequence[Paragraph], target_year: int | None) -> bool:
    """附件 / 2024年民生实事: whether the line below the head of an annex is its title, of the year planned."""
    below = next((part for part in paragraphs[item.heading.index + 1 :] if part.kind != "noise"), None)
    if below is None or target_year is None or _SAYS.search(below.words):
        return False
    own = role_of(below.words)
    return years_in(below.words) == [target_year] and (own is None or own[0] != "results")


def _tells_of_a_plan_before(
    index: int, placed: Sequence[Placed], paragraphs: Sequence[Paragraph], since: int
) -> bool:
    """Whether what stands right under a heading opens with the years of an earlier plan and nowhere turns ahead."""
    until = placed[index + 1].heading.index if index + 1 < len(placed) else len(paragraphs)
    body = [part.words for part in paragraphs[placed[index].heading.index + 1 : until] if part.kind == "text"]
    opening = _YEARS_OF_PLAN.match(body[0]) if body else None
    if opening is None or last_of_plan(opening["plan"]) >= since:
        return False
    return not any(heading_words().plans_on.search(words) for words in body)


def _ends(placed: Sequence[Placed], paragraphs: Sequence[Paragraph], content_end: int) -> list[int]:
    ends = [content_end] * len(placed)
    open_items: list[int] = []
    for index, item in enumerate(placed):
        while open_items and placed[open_items[-1]].depth >= item.depth:
            ends[open_items.pop()] = _end_before(item.heading.index, paragraphs)
        open_items.append(index)
    return [
        end if item.until is None else min(end, _end_before(item.until, paragraphs))
        for item, end in zip(placed, ends, strict=True)
    ]


def _end_before(index: int, paragraphs: Sequence[Paragraph]) -> int:
    """The end of the last printed paragraph before another, furniture left aside."""
    while index > 0:
        index -= 1
        if paragraphs[index].kind != "noise":
            return paragraphs[index].span.end
    return 0


def _title(text: str, paragraph: Paragraph, end: int) -> str:
    """The heading as printed, on one line, without signs and the blanks that only set it apart."""
    words = "".join(text[paragraph.at(offset)] for offset in range(end)).strip(_LEADING_SIGNS + "】〗")
    words = re.sub(r"\s+", " ", words).rstrip("—").strip()
    return re.sub(r"(?<=[、）.]) (?=[^A-Za-z])", "", words) or words


def _role(
    item: Placed, inherited: SectionRole | None, planning: bool, years: tuple[int | None, int | None], *, told: bool,
    mended: bool, met: bool,
) -> tuple[SectionRole, SectionRole]:
    """The section's own role and what those below inherit; the one above may tell how faults were `mended`, or how
    aims were `met`.
    """
    year, target_year = years
    words = item.heading.words
    if item.heading.style == "annex" or heading_words().annex.fullmatch(words):
        return "other", "other"
    if told:
        return "results", "results"
    own = role_of(words)
    if own and own[0] == "tasks" and year is not None and set(years_in(words)) == {year} and year != target_year:
        # 一、1994年的工作 before 二、1995年的主要任务 looks back.
        own = ("results", "results")
    if own and own[0] == "results" and year is not None and item.depth == 1 and _OF_YEAR_BEGUN.match(words):
        # 2025年推动改革取得新成效 behind 2024年… is the plan, whatever it will have reached.
        own = ("tasks", "tasks") if years_in(words) == [year + 1] == [target_year] else own
    if own and own[0] == "problems" and mended and inherited == "results":
        return "results", "results"
    if own and (inherited not in ("results", "tasks") or own[0] == "problems"):
        return own
    if own and own[0] == "results" and inherited == "tasks" and _is_past(words, target_year):
        # “十三五”发展成就 in the first part of the next plan.
        return own
    if own and own[0] == "targets" and heading_words().aims.search(words) and not (met and inherited == "results"):
        # 稳预期 in a heading of results is no part on targets.
        return own
    if inherited == "tasks" and planning and heading_words().setting.search(words):
        # （一）发展环境 at the head of a plan's first part.
        return "other", "other"
    if inherited is not None and inherited != "other":
        return inherited, inherited
    last = max(years_in(words), default=None)
    if last is not None and last == year:
        return "results", "results"
    if (last is not None and last == target_year) or planning:
        named = heading_words()
        apart = named.preface.fullmatch(words) is not None or named.setting.search(words) is not None
        return ("other", "other") if apart else ("tasks", "tasks")
    plan = plan_years(words) if last is None and year is not None else None
    if plan and year is not None:
        # 砥砺奋进“十四五” in a report on 2020, 圆满收官“十三五” in the same.
        if plan[0] > year:
            return "tasks", "tasks"
        if plan[1] <= year:
            return "results", "results"
    if target_year is None and year is not None:
        return "results", "results"
    return "other", "other"


def _is_past(words: str, target_year: int | None) -> bool:
    """Whether a heading names years, or a plan, that are over in the year planned."""
    plan = plan_years(words)
    last = plan[1] if plan else max(years_in(words), default=None)
    return last is not None and target_year is not None and last < target_year and several_years(words) is None


def _years(
    words: str, role: SectionRole, parent: Section | None, years: tuple[int | None, int | None]
) -> tuple[int | None, int | None]:
    """The first and the last year that the section is about; the first only where it is about several."""
    year, target_year = years
    count = several_years(words)
    rest = several_years(words, of_the_rest=True)
    named = years_in(words)
    plan = plan_years(words)
    if role == "problems" and year is not None and named and max(named) > year:
        # 存在问题和2022年工作计划: the problems are those of the year that is over.
        return None, year
    if role in ("results", "problems"):
        last = max(named) if named else year
        if plan and last and plan[0] <= last <= plan[1] + 1:
            return plan[0], last
        if plan and last is None and target_year and plan[1] < target_year:
            return plan
        if count and last:
            return last - count + 1, last
        if named:
            return None, last
    elif role in ("targets", "tasks"):
        if named:
            return (min(named) if max(named) - min(named) > 1 else None), max(named)
        if plan and (plan[1] >= target_year if target_year else year is None):
            return plan
        if rest and target_year:
            return target_year - rest + 1, target_year
        if count and target_year:
            return target_year, target_year + count - 1
    ahead = ("targets", "tasks")
    if parent is not None and (parent.role == role or (parent.role in ahead and role in ahead)):
        return parent.since, parent.year
    if role in ("results", "problems"):
        return None, year
    if role in ("targets", "tasks"):
        return None, target_year
    return (parent.since, parent.year) if parent is not None else (None, None)
