"""Sentences that their own text calls aims or results: 去年：…今年：…; 目标任务：…完成情况：…; an aim told before what
was done of it; or what will be done about the problems that a part admits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from core.lexicon import pattern
from core.model.document import Document, Sentence
from core.model.records import record
from core.model.report import SectionRole

#: 去年：投资增长12%。 政府承诺：新建公厕20座。 办理情况：已建成18座。
_LABEL: Final = re.compile(
    "(?:[0-9]{1,2}[.、]|[（(][一二三四五六七八九十0-9]{1,2}[)）])?"
    "(?:[（(][^（）()]{1,6}(?:单位|部门)[:：][^（）()]{2,20}[)）]\\s*)?"  # （牵头单位：县住建局）
    "(?:(?P<past>去年|上年)|(?P<now>今年|明年)"
    "|(?:(?P<year>(?:19|20)[0-9]{2})年度?)?(?P<aim>(?:政府|年初|年度|全年|市|县|区)?(?:承诺|工作|目标|重点)?(?:承诺|目标|任务|计划|指标)(?:内容|事项)?)"
    "|(?:(?P<done_in>(?:19|20)[0-9]{2})年度?)?(?P<done>(?:政府|目前|当前)?(?:办理|完成|进展|落实|推进|实施|办结|执行|进度)的?(?:情况|结果|进度|进展)?))[:：]"
)
#: 责任单位：县水务局, a line between a task and what was done of it.
_WHOSE: Final = re.compile("[（(]?(?:责任|牵头|主办|承办|配合|协办|分管)(?:单位|部门|领导|人)(?:及责任人)?[:：]")
#: Where no sentence holds one of these, none is called so.
_CALLED: Final = re.compile("(?:[年诺标务划容项]|[理成展实进施结行度况果])[:：]")
#: A text on how far works have come, and not on all that a year brought.
_ON_PROGRESS: Final = re.compile(
    "(?:实事|任务|工程|项目|指标|承诺|重点)[^，。；]{0,12}(?:完成|进展|落实|办理|推进|实施|进度)"
)
#: How the sentence begins that says what was done of an aim: 上半年，…; 截至11月底，…; 住建部门表示，….
_TURNS: Final = re.compile(
    "(?:截[至止]|目前|现已|已|仅(?=完成|开工|建成)|实际(?!使用|利用|对外|到位|投资|物流|控制|工作)|上半年|前三季度|今年以来|今年[上1一]"
    "|[1一][-—–~至][0-9十]{1,2}月|前[0-9十]{1,2}个月|全年(?:实际|已|完成)"
    "|[^，。；0-9]{2,10}(?:表示|透露|介绍|(?:数据|统计)?显示)，)"
)
#: Words with which a sentence tells that something was done, and sets no aim.
_SAYS_DONE: Final = re.compile("了|已|完成率|累计|实际|提前|超额|以来|同比|目前|截[至止]|(?:完成|开工|竣工)[。；]")
#: So many signs an aim and its result have in common at least, or the one behind their numbers.
_COMMON: Final = 4
#: One aim told first is chance.
_FEWEST: Final = 2
_DIGIT: Final = re.compile("[0-9]")
#: 40|座.
_COUNTED: Final = re.compile("[0-9][百千万亿]*余?([^，。；、0-9年月日季百千万亿余])")
#: 针对上述问题，2024年将重点…; 下一步，…: from here on a part on problems says what will be done about them.
_REMEDIES: Final = re.compile(
    "(?:(?:针对|对于?)(?:这些|上述|以上|前述|存在的?)(?:[^，。；]{0,8})，(?:(?:下一?步|今后|接下来)，?)?"
    "(?:(?P<year>(?:19|20)[0-9]{2})年，?)?[^，。；]{0,10}?(?:将(?!军)|拟|要(?!求)|计划|重点|着力|采取|进一步)"
    "|(?:下一?步|下一?阶段|接下来)[^，。；：:]{0,12}[，：:])"
)
#: 2022年，重点抓好以下工作, in a part on problems and on what is planned.
_PLANS_FROM: Final = re.compile(
    "(?:(?P<year>(?:19|20)[0-9]{2})年|明年|今年|新的?一年里?|来年|今后|下一?年度?|下一?步|下半年)[^。；]{0,40}?"
    "(?:将(?!军)|(?<![主重需])要(?!求)|重点|着力|[抓做办][好实]|力争|确保|计划|目标|工作|打算)"
)
_REMEDY_WORDS: Final = re.compile("[针对][对于这上以前存]|下一?[步阶]|接下来")
#: 去年，… and 2022年，…, the first words of a paragraph; 今年，… and 今年将….
_OPENS_YEAR: Final = re.compile("(?:(?P<past>去年)|(?P<now>今年)|(?P<year>(?:19|20)[0-9]{2})年)(?:[，:：]|将(?!军))")
_OPENS_NOW: Final = re.compile("^[ \\t\u3000]*(?:今年|(?:19|20)[0-9]{2}年)(?:[，:：]|将)", re.M)
#: News of a report names no year where its readers know which one it is.
_OF_A_PLAN: Final = re.compile("工作报告|两会|实事|任务书|目标")
_FIRST_WORDS: Final = 200
_FEWEST_TURNS: Final = 2
#: （2021—2023年）.
_IN_BRACKETS: Final = re.compile("[（(]((?:19|20)[0-9]{2})年?[-—–~至]+((?:19|20)[0-9]{2})年[）)]")


@record
class Called:
    """What a sentence is by its own text: results or tasks, and the first and last of their years."""

    role: SectionRole
    span: tuple[int, int] | None


def called(document: Document) -> dict[int, Called]:
    """The sentences that are called aims or results, by where they start."""
    found: dict[int, Called] = {}
    labels = document.year is not None and _CALLED.search(document.view) is not None
    # 重点改革全面推进。 is a sentence over its text, and no account of how far works have come.
    titles = [document.title or "", *(one.title for one in document.sections if not one.title.endswith("。"))]
    progress = document.year is not None and any(_ON_PROGRESS.search(title) for title in titles)
    found.update(_remedies(document))
    found.update(_year_by_year(document))
    if not labels and not progress:
        return found
    firsts: list[tuple[Sentence, ...]] = []
    before: Sequence[Sentence] = ()
    for paragraph in _paragraphs(document):
        if labels:
            found.update(_labelled(document, paragraph))
            if _WHOSE.match(document.view, paragraph[0].span.start):
                continue
            if _tells_done(document.view, paragraph[0]):
                # 1.引进项目20个。 / 责任单位：… / 进展情况：…, a line for each.
                for aim in _tasks(document.view, before):
                    found.setdefault(aim.span.start, _task(document))
            before = paragraph
        if progress and (aims := _aims_first(document.view, paragraph)):
            firsts.append(aims)
    for aims in firsts if len(firsts) >= _FEWEST else ():
        for aim in aims:
            found.setdefault(aim.span.start, Called("tasks", _years(document.view, aim) or _one(document.year)))
    return found


def _remedies(document: Document) -> Iterator[tuple[int, Called]]:
    """The sentences of a part on problems from where it turns to what will be done about them."""
    admitting = {section.id for section in document.sections if section.role == "problems"}
    plans = pattern("%also_plans%")
    both = {section.id for section in document.sections if section.id in admitting and plans.search(section.title)}
    if not both and not (admitting and _REMEDY_WORDS.search(document.view)):
        return
    turned: dict[str, Called] = {}
    for sentence in document.sentences:
        key = sentence.section
        if key not in admitting or key is None:
            continue
        turn = _REMEDIES.match(document.view, sentence.span.start, sentence.span.end)
        if turn is None and key in both:
            turn = _PLANS_FROM.match(document.view, sentence.span.start, sentence.span.end)
        if turn:
            year = int(turn["year"]) if turn["year"] else document.target_year
            turned[key] = Called("tasks", _one(year))
        if key in turned:
            yield sentence.span.start, turned[key]


def _year_by_year(document: Document) -> Iterator[tuple[int, Called]]:
    """2022年，… / 今年，…, again and again below headings that say neither: what was done, and what will be."""
    told, planned = document.year, document.target_year
    of_a_plan = planned is None and _OF_A_PLAN.search(document.view, 0, _FIRST_WORDS) is not None
    unnamed = told is None and of_a_plan
    if told is not None and of_a_plan:
        planned = told + 1
    if not (unnamed or (told and planned)) or _OPENS_NOW.search(document.view) is None:
        return
    roles = {section.id: section.role for section in document.sections}
    past: list[Sequence[Sentence]] = []
    now: list[Sequence[Sentence]] = []
    for paragraph in _paragraphs(document):
        opened = _OPENS_YEAR.match(document.view, paragraph[0].span.start)
        # Where no plan is known of, all parts are taken for results.
        role = roles.get(paragraph[0].section or "", "other")
        if opened and (role == "other" or (of_a_plan and role == "results")):
            year = told if opened["past"] else planned if opened["now"] else int(opened["year"])
            back, ahead = (opened["past"], opened["now"]) if unnamed else (year == told, year == planned)
            (past if back else now if ahead else []).append(paragraph)
    if min(len(past), len(now)) < _FEWEST_TURNS:
        return
    for paragraphs, called_so in ((past, Called("results", _one(told))), (now, Called("tasks", _one(planned)))):
        yield from ((sentence.span.start, called_so) for paragraph in paragraphs for sentence in paragraph)


def _paragraphs(document: Document) -> Iterator[Sequence[Sentence]]:
    starts = [block.span.start for block in document.blocks]
    for _, sentences in groupby(document.sentences, key=lambda one: bisect_right(starts, one.span.start)):
        yield list(sentences)


def _labelled(document: Document, paragraph: Sequence[Sentence]) -> Iterator[tuple[int, Called]]:
    """What a label says of its sentence holds for those behind it in the paragraph, until another label.

    引进项目20个。进展情况：…: what stands before the label of a result is the task.
    """
    one: Called | None = None
    for number, sentence in enumerate(paragraph):
        if number and one is None and _tells_done(document.view, sentence):
            for aim in _tasks(document.view, paragraph[:number]):
                yield aim.span.start, _task(document)
        if match := _LABEL.match(document.view, sentence.span.start, sentence.span.end):
            one = _of_label(document, match) or one
        if one is not None:
            yield sentence.span.start, one


def _tells_done(view: str, sentence: Sentence) -> bool:
    """Whether a sentence opens with the label of a result: 进展情况：."""
    label = _LABEL.match(view, sentence.span.start, sentence.span.end)
    return label is not None and label["done"] is not None


def _tasks(view: str, sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """The sentences before the label of a result, where they count what is to be done and nothing that was."""
    words = [sentence.span.quote(view) for sentence in sentences]
    done = any(_SAYS_DONE.search(said) or _TURNS.match(said) or _LABEL.match(said) for said in words)
    return () if done or not any(_COUNTED.search(said) for said in words) else sentences


def _task(document: Document) -> Called:
    return Called("tasks", _one(document.target_year or document.year))


def _of_label(document: Document, match: re.Match[str]) -> Called | None:
    told, planned = document.year, document.target_year
    if match["past"] or match["now"]:
        if planned is None:
            return None
        return Called("results", _one(told)) if match["past"] else Called("tasks", _one(planned))
    if match["aim"]:
        return Called("tasks", _one(int(match["year"]) if match["year"] else planned or told))
    return Called("results", _one(int(match["done_in"]) if match["done_in"] else told))


def _one(year: int | None) -> tuple[int, int] | None:
    return (year, year) if year else None


def _years(view: str, aim: Sentence) -> tuple[int, int] | None:
    """The years that an aim names in brackets: 整治行政村200个（2021—2025年）."""
    named = _IN_BRACKETS.search(view, aim.span.start, aim.span.end)
    return (int(named[1]), int(named[2])) if named else None


def _aims_first(view: str, paragraph: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences of a paragraph that say what is aimed at, before one that says what was done of it.

    新建村道90公里。上半年已建成村道52公里。
    """
    words = [sentence.span.quote(view) for sentence in paragraph]
    turn = next((index for index, said in enumerate(words) if index and _TURNS.match(said)), None)
    if turn is None or any(_SAYS_DONE.search(said) or _TURNS.match(said) for said in words[:turn]):
        return ()
    before, behind = "".join(words[:turn]), "".join(words[turn:])
    counted = {match[1] for match in _COUNTED.finditer(before)}
    same = not counted.isdisjoint(match[1] for match in _COUNTED.finditer(behind)) or any(
        piece in behind for start in range(len(before) - _COMMON + 1)
        if not _DIGIT.search(piece := before[start : start + _COMMON])
    )
    return tuple(paragraph[:turn]) if counted and same else ()
