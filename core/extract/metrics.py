"""Every stated figure of a report, with its indicator, kind, role, period and the reasons for each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from core.extract import beside
from core.extract.announced import aims_follow, announces, goes_over, lists_on
from core.extract.clauses import clause_starts
from core.extract.confidence import trust
from core.extract.destroyed import DESTROYED, find_destroyed
from core.extract.flat import Flat, Flats, flatten
from core.extract.frames import OTHER_SIDE
from core.extract.labels import called
from core.extract.linking import link
from core.extract.links import Link
from core.extract.masks import plausible
from core.extract.parts import Part, given_late, met_in, opening_stage, part_of, speaks_in, tells_of_both
from core.extract.periods import Period, find_periods, named_plan
from core.extract.placing import JUST_PASSED, carry, place, turned, years_told
from core.extract.quantities import find_quantities
from core.extract.quantity import Quantity
from core.extract.ranks import find_ranks
from core.extract.roles import Setting
from core.extract.setting import basis_of, grows_by, kind_of, settled_bound, sign_value, signed
from core.extract.standard_names import added_to, catalogued, entry_for, indicator_of, without_place
from core.extract.wholes import Wholes
from core.lexicon import CatalogueEntry, may_hold, one_of, pattern
from core.model.document import Document, Sentence
from core.model.report import Indicator, Metric, Rank, Reason, Section, SectionRole
from core.model.spans import Span
from core.numerals import read_number

_QUICK: Final = re.compile(one_of([
    "[0-9一二三四五六七八九十两几数半]|[破超过到近上逾约越][百千万亿]|[百千万]余|首位|榜首|之首|冠军|头名|桂冠|翻番"
]))
#: The same where a line may end between two signs.
_QUICK_BROKEN: Final = re.compile("[0-9一二三四五六七八九十两几数半百千万亿首冠番]|之")
#: Units of amounts and shares, which count nothing.
_NO_COUNT: Final = re.compile("[元%‰]$")
#: 办结率、满意率均达100%: one figure of several indicators has the name of one of them.
_EACH_OF_THEM: Final = re.compile("(?<![平人户年月日])均|都|双双|皆")
#: Set against another measure (各项贷款平均增速), not against a place.
_MEASURE_COMPARED: Final = re.compile(f"(?:增速|增幅|涨幅|增长|平均|水平|均值|{OTHER_SIDE})$")
_AMONG: Final = re.compile("([0-9]+|[一二三四五六七八九十百]{2,4})[个家]")
#: 今年的主要任务是：计划完成…。实现…: what follows in the paragraph is still to be done.
_TASKS_ARE: Final = re.compile("(?:任务|目标|计划|安排|打算)(?:是|为|如下)[:：，]")
#: 未达到进度要求的具体目标如下：, 圆满完成了以下任务：: what was aimed at is over.
_OVER: Final = re.compile("未(?:能)?(?:达到?|完成|实现)|滞后|(?:完成|实现|达到)了|已(?:经)?完成|圆满")
#: 一季度开局良好。截至目前，…; 4月8日签约…: no longer of the part of the year that was told.
_NOW: Final = re.compile("(?:截[至止]|到)?目前|今年(?:以来)?|一年来|全年|年内|[0-9]{1,2}月[0-9]{1,2}日")
#: 区人大一次会议批准：2017年收入合计为80亿元。其中：…: the budget that follows is the year's plan.
_APPROVED: Final = re.compile("[^，。；:]{0,24}(?:大会|人大|会议|常委会)[^，。；:]{0,16}批准[^，。；:]{0,16}:")
#: 其中，出口82亿元: of the same part of the year as the whole before it.
_AMONG_THEM: Final = re.compile("其中")
#: 规划明确…, in a text that tells of a plan.
_PLAN_SAYS: Final = re.compile("[《“]?(?:规划|纲要|计划|方案)[》”]?(?:还|也|同时)?(?:明确|提出|要求|确定|指出)")
#: 到2025年，…。/ 同时，城镇化率达到60%: what goes on by the same date.
_BESIDES: Final = re.compile("(?:与此)?同时，|此外，|另外，")
#: 发言人介绍，分季度看，一季度增长5%: a paragraph that parts what the one before told.
_BY_TIMES: Final = re.compile(
    "(?:[^，。；]{2,24}(?:介绍|表示|指出|说|称)说?[，,:：]?)?[从按分]+(?:季度?|月度?|环比|时段)看"
)
_COUNTED_OUT: Final = re.compile("[一二三四五六七八九十]是")
#: So many characters of a text may name the plan that it tells of.
_FIRST_WORDS: Final = 600
#: With these a paragraph says that it is over.
_ENDS: Final = "。！？；：:"
#: 今年，云溪区将…, behind a look back on last year: the year begun.
_PLEDGES: Final = "(?:^|[，:]|要求)%this_year_ahead%"


def read_metrics(document: Document, flats: Flats | None = None) -> tuple[Metric, ...]:
    """The figures of a report in the order of the text, with ids m1, m2 …, not yet joined to claims.

    Repeated blocks and page furniture are not counted. Nothing is raised for any text; what is not known is None.
    """
    found = [*_in_sentences(document, flats or Flats(document.view)), *_in_tables(document)]
    if document.title and "普查" in document.title:
        found = [beside.since_last_census(document.view, metric) for metric in found]
    ordered = sorted(found, key=lambda metric: (metric.value_span.start, metric.value_span.end))
    ordered = beside.drawn_large(document.view, ordered)
    for number, metric in enumerate(ordered, start=1):
        # Its number is known when all are found, and no one has seen it yet: cheaper than a second one.
        object.__setattr__(metric, "id", f"m{number}")
    return tuple(ordered)


# Rules of English and of tables are loaded for the reports that have these: a first report waits for what is loaded.
def _in_sentences(document: Document, flats: Flats) -> Iterator[Metric]:
    if document.language != "en":
        return _chinese(document, flats)
    from core.extract.english import read_english

    return read_english(document)


def _in_tables(document: Document) -> Iterator[Metric]:
    """The figures that are cells of tables, and those that cells tell in words: 改造老旧小区36个，惠及居民5200户."""
    if not document.tables:
        return
    from core.extract.tables import read_tables
    from core.extract.told_cells import told_cells

    yield from read_tables(document)
    if document.language == "en":
        return
    sections: dict[str | None, Section] = {section.id: section for section in document.sections}
    for told in told_cells(document):
        part = part_of(document, sections, told.sentence.section, told.role)
        setting = Setting(part.role, part.span, document.year, document.target_year, None, document.place)
        yield from map(
            told.named, _read_sentence(document, told.sentence, flatten(document.view, told.sentence), setting)[0]
        )


def _chinese(document: Document, flats: Flats) -> Iterator[Metric]:
    sections: dict[str | None, Section] = {section.id: section for section in document.sections}
    parts: dict[tuple[str | None, SectionRole | None], Part] = {}
    carried: Period | None = None
    ruling: Period | None = None
    chapter: str | None = None
    previous_end = 0
    told: tuple[int, int] | None = None
    named: Indicator | None = None
    wholes = Wholes()
    plan: int | None = None
    aimed = False
    stated: Period | None = None
    began: str | None = None
    #: Whether points are counted out (一是…。二是…。), and what was carried before them.
    items = False
    before_items: Period | None = None
    approved = False
    #: The years of the aims that the paragraphs behind it list, each after a dash.
    lead: Period | None = None
    plan_named = named_plan(document.view[:_FIRST_WORDS]) if document.plan_since is None else None
    year = document.year
    if year is None and document.plan_since is not None:
        # A plan that tells no results is seen from the year before it.
        year = document.plan_since - 1
    late = given_late(document)
    speaking = speaks_in(document)
    both = tells_of_both(document)
    section: str | None = None
    #: The indicator that a line without a figure names, for the lines below it.
    line: Indicator | None = None
    names_below = False
    labels = called(document)
    #: The figures of the last task that a label tells of.
    asked: list[Metric] = []
    blocks = [one.span.start for one in document.blocks]
    block = 0
    opening = opening_stage(document)
    #: The figures of the sentence before.
    before_it: list[Metric] = []
    for sentence in _read_on(document):
        above = sections.get(sentence.section)
        outside = document.role_at(sentence.span.start) if above is None or above.role == "other" else None
        where = (sentence.section, outside)
        if where not in parts:
            parts[where] = part_of(document, sections, sentence.section, outside)
        part = parts[where]
        begins_part = previous_end == 0 or sentence.section != section
        before, block = block, bisect_right(blocks, sentence.span.start)
        begins = begins_part or block > before
        label = labels.get(sentence.span.start)
        part = part.called(label.role, label.span) if label else part
        if begins:
            section = sentence.section
            goes_on = document.view.startswith(("—", "--"), sentence.span.start - 2)
            parts_on = not begins_part and (
                _BY_TIMES.match(document.view, sentence.span.start)
                # 生产总值186亿元 / 同比增长4.7%, a line for each.
                or document.view[previous_end - 1] not in _ENDS
            )
            named, began, aimed, approved = named if parts_on else None, None, aimed and goes_on, False
            items, before_items = False, None
            wholes = Wholes()
            ahead = part.role in ("targets", "tasks")
            goes_over_parts = part.chapter == chapter and not (begins_part and part.counts)
            kept = ruling if goes_over_parts and (part.both or not ahead) else None
            if part.last_first and part.chapter != chapter and document.year is not None:
                kept = Period(0, 0, document.year, document.year, rule="period.paragraph")
            chapter = part.chapter
            first = document.target_year if part.both and ahead else None
            stage = part.stage or (None if ahead else opening)
            lead = lead if goes_on else None
            turn = turned(document.view, sentence.span, document.year, kept, first, named=part.named)
            if turn and stage and turn.first == turn.last == stage.last:
                # 2013年，是…的一年, before a part on the first half of that year.
                turn = None
            by_then = carried if carried and carried.reach and not begins_part else None
            carried = ruling = turn or lead or stage
            if carried is None and by_then and _BESIDES.match(document.view, sentence.span.start):
                carried = by_then
            if plan_named and part.role == "other" and _PLAN_SAYS.match(document.view, sentence.span.start):
                carried, aimed = plan_named, True
            plan = plan if plan and lists_on(document.view, sentence.span.start) else None
            single = part.span is None or part.span[0] == part.span[1]
            if told is None or not goes_on:
                told = years_told(document.view, sentence.span, document.year)
            told = told if single and not ahead else None
        elif document.view.startswith(JUST_PASSED, sentence.span.start) and (
            turn := turned(document.view, sentence.span, document.year, None)
        ):
            # A review of years turns to its last within a paragraph, too.
            carried = ruling = turn
        if _COUNTED_OUT.match(document.view, sentence.span.start):
            # 一是…1—10月完成…。二是…: a time told in one of the points holds for that.
            carried = before_items if items else carried
            items, before_items = True, carried
        previous_end = sentence.span.end
        if part.role == "other" and (announced := announces(_end_of(document.view, sentence))):
            plan = int(announced["year"]) if announced["year"] else document.target_year or document.year
        leads = part.role not in ("results", "problems") and aims_follow(_end_of(document.view, sentence))
        lead = carried if leads and _several(carried) else lead
        quick = _QUICK_BROKEN if sentence.breaks else _QUICK
        if sentence.duplicate or not quick.search(document.view, sentence.span.start, sentence.span.end):
            line = beside.line_named(flats.of(sentence)) if begins else line
            named = None if begins else named
            continue
        asked = asked if label or not begins else []
        setting = Setting(
            part.role, told or part.span, year, speaking, carried, document.place, late=late, began=began,
            settled=carried is not None and ruling is not None and carried.text == ruling.text,
        )
        if part.begun or both:
            setting = replace(setting, begun=True)
        approved = approved or _APPROVED.match(document.view, sentence.span.start, sentence.span.end) is not None
        if approved and document.year is not None and part.role in ("results", "other"):
            # What was put to a meeting and granted is the plan of the year, told before its results.
            granted = document.year
            setting = Setting("tasks", (granted, granted), granted, granted, None, document.place)
        if part.role == "other" and (met := met_in(document, sentence.span.start, sentence.span.end)):
            setting = Setting("other", (met, met), met, met, None, document.place)
        elif part.role == "other":
            if aimed and plan is None:
                setting = replace(setting, role="tasks")
                if document.target_year is not None and part.span == (document.year, document.year):
                    setting = replace(setting, span=(document.target_year, document.target_year))
            said = document.view, sentence.span.start, sentence.span.end
            aimed = aimed or (
                (_TASKS_ARE.search(*said) is not None or leads) and _OVER.search(*said) is None
            )
        if plan and part.role == "other":
            # Every task of the list that was announced is one of its year.
            setting = Setting("tasks", (plan, plan), document.year, plan, None, document.place)
        if carried is not ruling and carried and carried.part and _NOW.match(document.view, sentence.span.start):
            setting = replace(setting, carried=ruling)
        # …；/ 销售额9亿元；/: a sentence that goes on over the ends of its lines.
        over = stated if begins and goes_over(document.view, sentence.span.start) else None
        among = _AMONG_THEM.match(document.view, sentence.span.start)
        if stated and not begins_part and (over or among):
            setting = replace(setting, carried=stated)
        if among and not begins and before_it and all(one.role == "actual" for one in before_it):
            # 去年的10件实事全部完成。其中，新建学校12所, in news of what will be done this year.
            year_told = document.year or 0
            if part.role not in ("results", "problems") and {one.period for one in before_it} == {str(year_told)}:
                setting = replace(setting, role="results", span=(year_told, year_told), carried=None)
        metrics, carried, stated = _read_sentence(document, sentence, flats.of(sentence), setting)
        stated = stated or over
        metrics = list(wholes.named(document.view, sentence.span.start, beside.going_on(metrics, named)))
        if begins_part and above is not None:
            # ★地区生产总值, a heading over 256亿元 and 增长6%.
            line = beside.heading_named(document.view, above)
        if begins and metrics and metrics[0].indicator is None:
            below = beside.line_below(document, block) if line is None or names_below else None
            names_below = names_below or below is not None
            # 256亿元 / 地区生产总值 / 增长6%: an amount takes its name from below, what it grew by that above.
            line = below if below and metrics[0].kind != "growth" else line
            metrics = beside.under_line(metrics, line) if line else metrics
        elif begins:
            # 一般公共预算收入 holds a numeral, and tells no figure.
            line = None if metrics else beside.line_named(flats.of(sentence))
        if label and label.role == "tasks":
            asked = metrics
        elif asked and (label or not begins):
            metrics = [beside.of_task(metric, asked) for metric in metrics]
        before_it = metrics
        named = _spoken_of(document.view, sentence.span.start, metrics) or named
        origins = [one.period for one in metrics if one.role == "baseline"]
        began = origins[-1] if origins else began
        carried = carried or ruling
        lead = lead or (carried if aimed or (leads and _several(carried)) else None)
        yield from metrics


def _several(period: Period | None) -> bool:
    return period is not None and period.first < period.last


def _spoken_of(view: str, start: int, metrics: Sequence[Metric]) -> Indicator | None:
    """What a sentence without a name goes on about: the last figure's indicator, the whole's where its parts were told.

    收入86万元，其中：租金33万元、补助25万元。较上年增长16%。
    """
    if not metrics:
        return None
    parts = view.find("其中", start, metrics[-1].value_span.start)
    whole = [one for one in metrics if one.value_span.start < parts]
    return (whole or metrics)[-1].indicator


def _end_of(view: str, sentence: Sentence) -> str:
    """The last words of a sentence, read over the ends of lines."""
    words = view[max(sentence.span.start, sentence.span.end - 90) : sentence.span.end]
    return "".join(words.split()) if sentence.breaks else words


def _read_on(document: Document) -> Iterator[Sentence]:
    """The sentences that are no page furniture."""
    noise = sorted(block.span for block in document.blocks if block.kind == "noise")
    passed = 0
    for sentence in document.sentences:
        while passed < len(noise) and noise[passed].end <= sentence.span.start:
            passed += 1
        if passed == len(noise) or not noise[passed].contains(sentence.span):
            yield sentence


def _read_sentence(
    document: Document, sentence: Sentence, flat: Flat, setting: Setting
) -> tuple[list[Metric], Period | None, Period | None]:
    """The figures of a sentence, not yet numbered, the period that the next sentence inherits, and the part of a year
    that it stated last.
    """
    text = flat.text
    ahead = setting.role in ("targets", "tasks")
    current = setting.target_year if ahead and setting.target_year else setting.year
    if setting.span and setting.span[0] == setting.span[1]:
        current = setting.span[0]
    if current is None and setting.carried and setting.carried.first == setting.carried.last:
        # 1985年，…。本年…, in a text that is about no one year.
        current = setting.carried.last
    if setting.target_year and (
        setting.begun or (may_hold(text, _PLEDGES) and pattern(_PLEDGES).search(text))
    ):
        current = setting.target_year
    planned = setting.span if ahead and setting.span and setting.span[0] < setting.span[1] else None
    speaking = setting.year if setting.late else setting.target_year
    # 2017年，经济稳中向好。预计全年…, in a text that calls the next year 今年.
    over = setting.carried if setting.begun else None
    told = setting.year if over and over.first == over.last == setting.year else None
    turned = setting.carried
    if told is None and turned and not turned.part and turned.first == turned.last == setting.target_year:
        # 2019年，生产总值增长8%。要…，全年开工60个, in a speech that told of 2018 before.
        told = setting.target_year
    periods = find_periods(text, setting.year, current, speaking, planned, late=setting.late, told=told)
    carried = carry(text, periods, setting)
    quantities = _disjoint([*find_ranks(text), *plausible(text, find_quantities(text)), *find_destroyed(text)])
    if all(one.rule == DESTROYED for one in quantities):
        return [], carried, None
    starts = clause_starts(text)
    printed = sentence.span.quote(document.text)
    metrics = [
        _metric(document.text, printed, sentence, flat, made, starts, periods, setting)
        for made in _legible(link(text, quantities))
    ]
    # 截至9月底已完成9项，剩余3项10月底前完成: what is still to come dates nothing of what was done.
    last = next((one for one in reversed(periods) if not text.startswith("前", one.end)), None)
    if last and not last.part:
        # 2010年实现…，年均增长9%。其中，…: the year with which the sentence opens.
        opens = (one for one in periods[:1] if not (one.start or one.part or one.reach))
        last = next((one for one in opens if one.first == one.last), None)
    return beside.settled(document.view, metrics), carried, last


def _legible(links: list[Link]) -> Iterator[Link]:
    """The links but those of destroyed figures, which only keep their place among the others."""
    return (made for made in links if made.quantity.rule != DESTROYED)


def _disjoint(quantities: list[Quantity]) -> list[Quantity]:
    """No figure twice, and none that only says among how many a place was taken (列12个县区第1位)."""
    scopes = [one.scope for one in quantities if one.kind == "rank" and one.scope]
    if scopes:
        quantities = [one for one in quantities if not any(a <= one.start and one.end <= b for a, b in scopes)]
    if all(one.end <= following.start for one, following in pairwise(quantities)):
        return quantities
    kept: list[Quantity] = []
    for one in sorted(quantities, key=lambda quantity: (quantity.start, -quantity.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _counted_by_none(entry: CatalogueEntry) -> bool:
    """Whether no count is one of a standard indicator: a rate (10件惠民实事), an amount of money (规上工业30家)."""
    amounts = bool(entry.units) and all(_NO_COUNT.search(unit) for unit in entry.units)
    return amounts or entry.canonical.endswith(("率", "占比"))


def _metric(
    text: str, printed: str, sentence: Sentence, flat: Flat, made: Link, starts: list[int],
    periods: list[Period], setting: Setting,
) -> Metric:
    quantity = made.quantity
    kind, kind_rule = kind_of(flat.text, made)
    name = without_place(made.name, setting.place)
    entry = catalogued(name, flat.text)
    if kind == "rate" and entry and grows_by(flat.text, made, entry):
        kind, kind_rule = "growth", "kind.of_amount"
    sign, sign_rule = signed(flat.text, made, kind)
    placed = place(flat.text, made, kind, starts, periods, setting)
    basis, basis_rule = basis_of(flat.text, made, kind, placed.period if placed.role == "actual" else None)
    added = added_to(flat.text, made.name, made.predicate) if entry and entry.stock else None
    if added or (entry and quantity.kind == "count" and _counted_by_none(entry)):
        entry = None
    if name and name.members and entry is None and (
        _EACH_OF_THEM.search(flat.text, *made.predicate)
        # 存款、贷款余额比2012年翻一番: no growth is one of a sum where each is an indicator of its own.
        or (kind == "growth" and all(entry_for(one.text) for one in name.members))
    ):
        name = replace(name, canonical=name.members[-1].text)
    value_span = flat.span(quantity.start, quantity.end)
    name_span = flat.span(made.name.start, made.name.end) if made.name else None
    predicate = flat.span(*made.predicate) if made.predicate[0] < made.predicate[1] else None
    compared = made.compared and not _MEASURE_COMPARED.search(flat.text, *made.compared)
    scope = made.compared if compared else quantity.scope
    scope_text = flat.text[scope[0] : scope[1]] if scope else None
    reasons = [
        Reason("value", quantity.rule, value_span),
        Reason("indicator", made.name.rule, name_span) if made.name else _wordless("indicator", "indicator.none"),
        Reason("kind", kind_rule, predicate) if predicate else _wordless("kind", kind_rule),
    ]
    for field, rule, said in (
        ("role", placed.role_rule, placed.role_words), ("period", placed.period_rule, placed.period_words),
    ):
        reasons.append(Reason(field, rule, flat.span(*said)) if said else _wordless(field, rule))
    if entry:
        reasons.append(Reason("canonical", "indicator.catalogue", name_span))
    if sign_rule:
        reasons.append(Reason("sign", sign_rule, predicate))
    if basis_rule:
        reasons.append(Reason("basis", basis_rule, predicate))
    bound = settled_bound(quantity, placed.role, aim=placed.role_rule == "role.own_target")
    if bound != "eq":
        reasons.append(Reason("bound", f"bound.{bound}", flat.span(quantity.start, quantity.after)))
    if scope:
        reasons.append(Reason("scope", "scope.compared" if compared else "scope.ranked", flat.span(*scope)))
    indicator = indicator_of(name, entry, name_span, added, printed)
    surface = value_span.quote(text)
    confidence, doubts = trust(indicator, reasons[1].rule, quantity.rule, quantity.unit, surface, placed.period)
    return Metric(
        id="",
        section=sentence.section,
        span=_joined(name_span, value_span),
        value_span=value_span,
        indicator=indicator,
        value=sign_value(quantity.value, sign),
        value_max=None if quantity.value_max is None else sign_value(quantity.value_max, sign),
        unit=quantity.unit,
        surface=surface,
        kind=kind,
        role=placed.role,
        period=placed.period,
        basis=basis,
        bound=bound,
        rank=_rank(quantity, scope_text),
        scope=scope_text,
        claim=None,
        confidence=confidence,
        reasons=(*reasons, *doubts),
    )


@lru_cache(maxsize=256)
def _wordless(field: str, rule: str) -> Reason:
    """The reason of a rule that rests on no words: one for all figures."""
    return Reason(field, rule, None)


def _rank(quantity: Quantity, scope: str | None) -> Rank | None:
    """The position; among 12个县区 is a place of 12. 五连冠 is five years of the first place."""
    if quantity.dimension == "streak":
        return Rank(1, scope, None)
    if quantity.kind != "rank":
        return None
    among = _AMONG.search(scope) if scope else None
    number = read_number(among[1]) if among else None
    return Rank(int(quantity.value), scope, int(number.value) if number else None)


def _joined(name: Span | None, value: Span) -> Span:
    if name is None or value.start - name.end > 40 or name.start - value.end > 40:
        return value
    return Span(min(name.start, value.start), max(name.end, value.end))
