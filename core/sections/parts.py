"""Lines without a mark that head a part of a report: by the part that they name, or by the years that they part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.sections.heading import Heading
from core.sections.lexicon import context_words, heading_words
from core.sections.marks import mark_of
from core.sections.paragraphs import Paragraph
from core.sections.roles import years_in, years_in_digits

UNFIT_UNMARKED: Final = re.compile(r"[。！？；]|[，、,:：.;?!]$|^[—－\-·•>*|\[（(“\d①-⑳]|[一二三四五六七八九]是")
_LONGEST_SLOGAN: Final = 30
_SHORTEST_TEXT: Final = 30
#: Such a line parts a digest even where no other year follows.
LOOKS_BACK: Final = re.compile(
    r"(?:回眸|回望|回顾|盘点|数说)[^，。]{0,4}\d{4}年?|\d{4}年?(?:成绩单|答卷|回眸|回顾|盘点|亮点)"
)
#: 2003年：, over what is told of it.
_YEAR_ALONE: Final = re.compile(r"(?:19|20)\d\d年:?")
_YEAR_AT_EDGE: Final = re.compile(r"^(?:19|20)\d\d|(?:19|20)\d\d年?$")
_FEWEST_PARTS: Final = 2
#: “十一五” may open the heading of a part; other quotes open slogans.
_PLAN_NAME: Final = re.compile(r"^“十[一二三四五]?五”")
DATE: Final = re.compile(r"[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?[）)]?$")
#: A figure with its unit: what measures heads nothing.
MEASURED: Final = re.compile(r"\d[\d.]*\s*(?:%|‰|亿|万|元|个百分点|吨|公里|亩)|\d\.\d+[年岁天]")
#: A counted thing in the sentence that a numbered paragraph opens with: it tells, and heads nothing.
COUNTED: Final = re.compile(
    r"\d[余多]?(?:家|个(?!方面)|户|所|座|台|处|名|件(?!实事)|场|人(?![民大口才均])|条|套|辆|盏|张|间|头|株|支|艘|组|眼|口|吨|平方米)"
)
#: 人均收入突破5万元, over text that tells it again: what a newspaper takes out of it for a heading.
_FIGURE: Final = re.compile(r"(?!(?:19|20)\d\d年)\d[\d.]*[%‰百千万亿]*")
#: 2024年重点任务：, over a list or numbered headings; a sentence that leads to them says what is to be done with them.
_COLON_PART: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d年|“?十[一二三四五]五”?)(?![要将应须我])[^，：:]{2,24}:$|[^，：:]{2,10}:$"
)
#: 去年成绩单：, 今年任务书：.
_BY_YEAR: Final = re.compile("[去今明]年")
#: 一年来，我们主要做了以下工作：
LEADS_ON: Final = re.compile(
    "(?:[以如]下|[一二三四五六七八九十几]个方面)[^，。；]{0,8}[:。]$|[抓做]好[^，。；]{0,8}:$|[有为是]:$"
)
#: A mark that stands within a sentence.
_INSIDE: Final = re.compile("[，：:]")
#: 附件1, over the title of the annex.
_ANNEX_NUMBER: Final = re.compile(r"附(?:件|录|表)\s*[\d一二三四五六七八九十]{0,2}:?")
#: 附件：1.任务分解表, below the text: a list of what is enclosed.
_ENCLOSED: Final = re.compile(r"附(?:件|录|表)?\s*[\d一二三四五六七八九十]{0,2}:\s*(?=\S)")
_ENCLOSURE_NUMBER: Final = re.compile(r"(\d{1,2})\s*[.、]")
_LONGEST_ENCLOSURE: Final = 60
#: 附件： / 某县2024年工作要点.docx, below the text of a page: a file to be fetched.
_FILE: Final = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|zip|rar)$", re.I)


def enclosures(text: Sequence[int], paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The lines that list what is enclosed (附件：1.分工表 / 2.名词解释) and the titles below 附件1: no headings."""
    found: list[int] = []
    number: int | None = None
    titled, above = False, 0
    for index in text:
        words = paragraphs[index].words
        if words[0] == "附":
            plain = words.strip("* ")
            begins = _ENCLOSED.match(plain)
            titled, above = _ANNEX_NUMBER.fullmatch(plain) is not None, index
            number = None
            if begins and heading_words().annex.fullmatch(plain) is None:
                number = 1 if _ENCLOSURE_NUMBER.match(plain, begins.end()) else None
                found.append(index)
            continue
        listed = _ENCLOSURE_NUMBER.match(words) if number is not None else None
        if number is not None and listed and int(listed[1]) == number + 1 and len(words) <= _LONGEST_ENCLOSURE:
            number += 1
            found.append(index)
            continue
        if titled and len(words) <= _LONGEST_ENCLOSURE and mark_of(words) is None:
            found.append(index)
            if _FILE.search(words):
                found.append(above)
        number, titled = None, False
    return frozenset(found)


def named_parts(marked: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]) -> dict[int, Heading]:
    """Unnumbered lines that name a part of a report, and annexes."""
    words = heading_words()
    found: dict[int, Heading] = {}
    #: 2023年工作回顾：, over text: two of different years or plans part a report, one leads to what it says.
    dated: dict[int, str] = {}
    times: set[str] = set()
    #: 去年成绩单： and 今年任务书：, likewise.
    called: dict[int, str] = {}
    for position, index in enumerate(text):
        if index in marked:
            continue
        # 今年怎么干？ asks as a heading does.
        plain = paragraphs[index].words.strip("* ").rstrip("？?")
        if words.annex.fullmatch(plain):
            found[index] = Heading(index, "annex", None, None, len(paragraphs[index].words), plain.rstrip(":"))
        elif words.preface.fullmatch(plain):
            found[index] = Heading(index, "preface", None, None, len(paragraphs[index].words), plain)
            continue
        after = text[position + 1] if position + 1 < len(text) else None
        if after is None:
            continue
        if plain[-1:] == ":":
            heads = _COLON_PART.fullmatch(plain)
            if heads and not LEADS_ON.search(plain) and words.names_part(plain[:-1]):
                mark = mark_of(paragraphs[after].words)
                if mark and mark.number == 1 and (heads["year"] or after in marked):
                    found[index] = Heading(index, "part", None, None, len(paragraphs[index].words), plain[:-1])
                elif heads["year"]:
                    dated[index] = plain[:-1]
                    times.add(heads["year"])
                elif _BY_YEAR.match(plain):
                    called[index] = plain[:-1]
            continue
        below = paragraphs[after].words
        longer = after in marked or len(below) > len(plain) or _heads(position + 1, text, paragraphs)
        # 2022年目标 / 税收增长8%: a line that measures is what a part holds, however short it is.
        longer = longer or MEASURED.search(below) is not None or COUNTED.search(below) is not None
        if longer and words.names_part(plain) and not unfit(plain):
            found[index] = Heading(index, "part", None, None, len(paragraphs[index].words), plain)
    by_year = len(times) == len(dated) > 1
    told_and_planned = len({plain[:2] for plain in called.values()}) == len(called) > 1
    for parts in (dated if by_year else {}, called if told_and_planned else {}):
        for index, plain in parts.items():
            found[index] = Heading(index, "part", None, None, len(paragraphs[index].words), plain)
    return found


def over_numbers(
    marked: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph]
) -> dict[int, Heading]:
    """Short lines without a mark, each right over a heading with which the highest numbers begin anew (三、…, 一、…).

    The first of them may have none over it, as where a part's name was printed among the words before.
    """
    highest = min((one.rank for one in marked.values() if one.rank is not None and one.number), default=None)
    firsts = [index for index, one in marked.items() if one.number == 1 and one.rank == highest]
    if len(firsts) < _FEWEST_PARTS:
        return {}
    before = dict(zip(text[1:], text, strict=False))
    found: dict[int, Heading] = {}
    for index in sorted(firsts):
        above = before.get(index)
        plain = paragraphs[above].words.strip("* ") if above is not None else ""
        fits = above is not None and above not in marked and 4 <= len(plain) <= _LONGEST_SLOGAN and not (
            unfit(plain) or MEASURED.search(plain) or _INSIDE.search(plain) or context_words().title_word.search(plain)
        )
        if fits and above is not None:
            found[above] = Heading(above, "part", None, None, len(paragraphs[above].words), plain)
        elif index != min(firsts):
            return {}
    return found if len(found) >= _FEWEST_PARTS else {}


def _heads(position: int, text: Sequence[int], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a short line without a mark, which names no part, stands over text: 2020年工作情况 / 公路建设提速 / …."""
    if position + 1 >= len(text):
        return False
    plain = paragraphs[text[position]].words.strip("* ")
    below = paragraphs[text[position + 1]].words
    # 2024年目标 / 民生 / 新增学位2400个: what stands over a line that measures may head it.
    enough = len(below) > _SHORTEST_TEXT or MEASURED.search(below) or COUNTED.search(below)
    told = unfit(plain) or MEASURED.search(plain) or COUNTED.search(plain)
    return bool(enough) and not (told or heading_words().names_part(plain))


def years_apart(
    chosen: dict[int, Heading], text: Sequence[int], paragraphs: Sequence[Paragraph], language: str
) -> dict[int, Heading]:
    """回眸2022 and 展望2023: two or three short lines, each naming one year, that part the report by years.

    Not all of them are heads by the part that they name already, as 2023年工作目标 is.
    """
    # What the lines say beside their year: nothing, something before or behind it, or it stands among other words.
    alone: list[tuple[int, int]] = []
    edged: list[tuple[int, int]] = []
    found: list[tuple[int, int]] = []
    for index in text[:-1]:
        plain = paragraphs[index].words.strip("*“ ")
        plain = plain.rstrip(":") if _YEAR_ALONE.fullmatch(plain) else plain
        years = years_in(plain) if len(plain) <= _LONGEST_SLOGAN else []
        named = chosen[index].style == "part" if index in chosen else True
        if not named or len(years) != 1 or unfit(plain) or MEASURED.search(plain) or language == "en":
            continue
        if not (heading_words().caption.fullmatch(plain) or context_words().title_word.search(plain)):
            found.append((index, years[0]))
            if _YEAR_AT_EDGE.search(years_in_digits(plain)):
                edged.append((index, years[0]))
            if _YEAR_ALONE.fullmatch(plain):
                alone.append((index, years[0]))
    # 办好2018旅游节 parts nothing where other lines begin or end with their years, nor does a title over 2003年：.
    found = next((ones for ones in (alone, edged) if len(ones) >= _FEWEST_PARTS), found)
    if all(index in chosen for index, _ in found):
        return {}
    ordered = [year for _, year in found]
    if any(later - former == 1 for (former, _), (later, _) in pairwise(found)):
        # 2022年 / 2023年 head the columns of a table whose cells are lines.
        return {}
    only = len(found) == 1 and LOOKS_BACK.fullmatch(paragraphs[found[0][0]].words.strip("*“” "))
    if not only and (not 2 <= len(found) <= 3 or any(later != former + 1 for former, later in pairwise(ordered))):
        return {}
    return {
        index: Heading(index, "part", None, None, len(paragraphs[index].words), paragraphs[index].words.strip("* "))
        for index, _ in found
    }


def echoed(plain: str, after: str) -> bool:
    """Whether every figure of a line stands again in the text below it."""
    told = _FIGURE.findall(plain)
    return bool(told) and len(after) > 2 * len(plain) and all(figure in after for figure in told)


def unfit(plain: str) -> bool:
    """Whether a line ends or begins as no heading without a mark does."""
    return bool(UNFIT_UNMARKED.search(_PLAN_NAME.sub("", plain).lstrip("0123456789*×")) or DATE.search(plain))
