"""The words of structure, read once from resources/lexicon/{noise,headings,context}.toml and compiled."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from core.lexicon import contents
from core.model.records import record
from core.model.report import SectionRole

#: No name of a part of a report is longer; paragraphs need not be tried.
_LONGEST_PART: Final = 80


@record
class RoleRule:
    """Headings with `pattern` and without `unless` have `role`; sections below inherit `pass_on`."""

    role: SectionRole
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    pass_on: SectionRole


@record
class HeadingWords:
    """What an unnumbered line must say to head a part, and what headings say about roles."""

    part: re.Pattern[str]
    preface: re.Pattern[str]
    annex: re.Pattern[str]
    aside: re.Pattern[str]
    contents: re.Pattern[str]
    caption: re.Pattern[str]
    #: English lines in title case, and those that say who speaks or when.
    title_case: re.Pattern[str]
    byline: re.Pattern[str]
    plan: re.Pattern[str]
    plan_follows: re.Pattern[str]
    aims: re.Pattern[str]
    duties: re.Pattern[str]
    mending: re.Pattern[str]
    fulfilled: re.Pattern[str]
    setting: re.Pattern[str]
    plans_on: re.Pattern[str]
    turning: re.Pattern[str]
    roles: tuple[RoleRule, ...]

    def names_part(self, words: str) -> bool:
        """Whether a whole line names a part of a report."""
        return len(words) <= _LONGEST_PART and self.part.fullmatch(words) is not None


@record
class ContextWords:
    """How a text names its kind, its years and its place."""

    title_word: re.Pattern[str]
    english_title: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    forward: re.Pattern[str]
    not_forward: re.Pattern[str]
    notice: re.Pattern[str]
    #: That a report of a year's work is given, or told of.
    reports: re.Pattern[str]
    evaluates: re.Pattern[str]
    evaluation: re.Pattern[str]
    summary: re.Pattern[str]
    points: re.Pattern[str]
    #: What is to be done, told by a bare verb, and what it is to reach at least.
    orders: re.Pattern[str]
    least: re.Pattern[str]
    looks_back: re.Pattern[str]
    results: tuple[re.Pattern[str], ...]
    plan: tuple[re.Pattern[str], ...]
    dateline: re.Pattern[str]
    second_half: re.Pattern[str]
    #: What 今年 may be an anniversary of, with its year; what it may be the year of.
    anniversaries: tuple[tuple[int, str], ...]
    events: tuple[tuple[int, re.Pattern[str]], ...]
    place_frames: tuple[re.Pattern[str], ...]
    place_suffix: re.Pattern[str]
    before_place: re.Pattern[str]
    last_unit: re.Pattern[str]
    no_place: re.Pattern[str]
    #: What no name of a place holds, what is none before 县 or 区, and what goes on behind these as another word.
    never_inside: re.Pattern[str]
    never_alone: re.Pattern[str]
    goes_on: re.Pattern[str]

    def may_name_place(self, words: str) -> bool:
        """Whether words that end as the names of places do can be one: 天水市, and not 参加天水市 or 在县."""
        suffix = self.place_suffix.search(words)
        if suffix is None or self.never_inside.search(words) or self.never_alone.fullmatch(words, 0, suffix.start()):
            return False
        # Of names with one sign before their last there are only counties (沙县) and old seats (扬州).
        return suffix.start() > (0 if suffix[0] in ("县", "州") else 1)
    national: re.Pattern[str]
    national_name: str


@cache
def furniture() -> re.Pattern[str]:
    """One pattern for all lines that are printed around a report; use `fullmatch` on a folded line."""
    table = contents("noise")
    return re.compile("|".join(f"(?P<{name}>{entry['pattern']})" for name, entry in table.items()))


@cache
def heading_words() -> HeadingWords:
    """The words of headings."""
    table = contents("headings")
    part = table["part"]
    return HeadingWords(
        part=re.compile(f"(?:{part['year_slogan']})|.{{0,20}}(?:{'|'.join(part['words'])})(?:[和及与、].{{2,12}})?"),
        preface=re.compile(part["preface"]),
        annex=re.compile(part["annex"]),
        aside=re.compile(part["aside"]),
        contents=re.compile(part["contents"]),
        caption=re.compile(part["caption"]),
        title_case=_title_case(table["english"]["small_words"]),
        byline=re.compile(table["english"]["byline"]),
        plan=re.compile(table["plan"]["pattern"]),
        plan_follows=re.compile(table["plan"]["follows"]),
        aims=re.compile(table["aims"]["pattern"]),
        duties=re.compile(table["duties"]["pattern"]),
        mending=re.compile(table["mending"]["pattern"]),
        fulfilled=re.compile(table["fulfilled"]["pattern"]),
        setting=re.compile(table["setting"]["pattern"]),
        plans_on=re.compile(table["plans_on"]["pattern"]),
        turning=re.compile(table["turning"]["pattern"]),
        roles=tuple(_role(entry) for entry in table["role"]),
    )


def _title_case(small: str) -> re.Pattern[str]:
    """Jobs and Growth, Housing the Homeless: `small` words keep their small letters, one word has four letters."""
    word = rf"(?:[A-Z\d“\"(][\w’'/&-]*[,:”\")]?|{small}|[&–—-])"
    return re.compile(rf"(?=.*[A-Z][a-z]{{3}}){word}(?: +{word})*")


def _role(entry: dict[str, str]) -> RoleRule:
    names: dict[str, SectionRole] = {
        "results": "results", "problems": "problems", "targets": "targets", "tasks": "tasks", "closing": "closing",
    }
    unless = re.compile(entry["unless"]) if "unless" in entry else None
    role = names[entry["name"]]
    return RoleRule(role, re.compile(entry["pattern"]), unless, names.get(entry.get("pass_on", ""), role))


@cache
def context_words() -> ContextWords:
    """The words of document context."""
    table = contents("context")
    document, year, place = table["document"], table["year"], table["place"]
    return ContextWords(
        title_word=re.compile(f"{document['title_word']}$"),
        english_title=re.compile(f"{document['english_title']}$"),
        kinds=tuple((kind, re.compile(pattern)) for kind, pattern in document["kinds"].items()),
        forward=re.compile(document["forward"]),
        not_forward=re.compile(document["not_forward"]),
        notice=re.compile(document["notice"]),
        reports=re.compile(document["reports"]),
        evaluates=re.compile(document["evaluates"]),
        evaluation=re.compile(document["evaluation"]),
        summary=re.compile(document["summary"]),
        points=re.compile(document["points"]),
        orders=re.compile(document["orders"]),
        least=re.compile(document["least"]),
        looks_back=re.compile(document["looks_back"]),
        results=tuple(re.compile(pattern) for pattern in year["results"]),
        plan=tuple(re.compile(pattern) for pattern in year["plan"]),
        dateline=re.compile(year["dateline"]),
        second_half=re.compile(year["second_half"]),
        anniversaries=tuple((entry["year"], entry["pattern"]) for entry in table["anniversary"]),
        events=tuple((entry["year"], re.compile(entry["pattern"])) for entry in table["event"]),
        place_frames=tuple(re.compile(pattern) for pattern in place["frames"]),
        place_suffix=re.compile(f"{place['suffix']}$"),
        before_place=re.compile(place["before"]),
        last_unit=re.compile(place["last_unit"]),
        no_place=re.compile(f"{place['not_a_name']}$"),
        never_inside=re.compile(place["never_inside"]),
        never_alone=re.compile(place["never_alone"]),
        goes_on=re.compile(place["goes_on"]),
        national=re.compile(place["national"]),
        national_name=place["national_name"],
    )
