"""What figures beside one another say of each other: a whole and its parts, a task and what was done of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from core.extract.clauses import behind_mark
from core.extract.flat import Flat, flatten
from core.lexicon import WHOLE_AREA, find_indicator, pattern
from core.model.document import Document, Sentence
from core.model.report import Indicator, Metric, Reason, Section
from core.model.spans import Span

#: No name of the catalogue is longer.
_LONGEST_NAME: Final = 30
_BARE_NAME: Final = re.compile("[A-Za-z\u4e00-\u9fff]+")
#: 开工, 基本建成: deeds, and nothing that they were done of.
_DEED: Final = "(?:%doing+acting+standing%|完成|累计|基本|已|全部|实际|仅|共|年度|全年|目标|任务|计划)+"
#: 增长7.5%（全市11.1%）: the same of the whole.
_OF_WHOLE: Final = re.compile(f"[（(](?:{WHOLE_AREA}|[^，。；（()）0-9]{{0,6}}平均)(?:水平|增[幅速])?为?")
#: 同比增长8%, 当年增长8%: what a growth says of its own base.
_OWN_BASE: Final = re.compile("同比|年")
#: ，其中城镇人口增长.
_OF_PARTS: Final = re.compile("[，,；]\\s*其中[:：，]?[^，。；0-9年月]{2,24}$")
_ON_YEAR: Final = re.compile("同比|[比较](?:上年|去年)")
#: ，其中水稻, between what is planned and a part of it.
_OF_WHICH: Final = re.compile("[，,]其中[:：，]?[^，。；、0-9完已实达]{2,12}")
#: 增长8%、|力争|9%.
_HIGHER_AIM: Final = re.compile("(?:左右|以上)?[、，]?(?:力争|确保|争取|努力争取|奋力冲刺|冲刺)(?:达到)?")
#: 一季度增长5.1%，上半年为5.8%.
_THEN_WAS: Final = re.compile(
    "[，；、](?:其中)?(?:预计)?(?:到?全年|[上下]半年|前三季度|第?[一二三四]季度|[0-9—–-]{1,5}月份?|(?:19|20)[0-9]{2}年)"
    "，?(?:预计|则|又|仅|也|已经?)?(?:为|达到?了?)"
    "|[，；](?:今年|明年|(?:19|20)[0-9]{2}年)?的?(?:预期|增长|发展)?目标(?:[定设确]定?)?为"
)

#: 造林2万亩，|上半年已完成|1.2万亩.
_SO_FAR_DONE: Final = re.compile(
    "[，；](?:截[至止]到?)?(?:今年|(?:19|20)[0-9]{2}年)?(?:上半年|前三季度|第?[一二三]季度|1[-—–~至][0-9]{1,2}月份?|[0-9]{1,2}月[底末]|目前)"
    "，?(?:现?已经?|累计|共|实际|全部)*(?:完成|实现|达到)了?"
)
#: What is begun or there is no aim, however little of it is done: 实施项目60个，目前已完成40个.
_BEGUN: Final = re.compile(
    "已|[现共]有|实施|开工|启动|谋划|立项|储备|引进|签约|受理|收到|立案|排查|发现|梳理|确定|完成|实现|达到|突破|总投资|列入|纳入|拥有|推进|办理"
)


def going_on(metrics: Iterable[Metric], named: Indicator | None) -> Iterator[Metric]:
    """分季度看，一季度增长5%: changes that open a sentence without a name are those of the indicator named last."""
    for metric in metrics:
        if metric.indicator is None and named and metric.kind in ("growth", "difference", "rank"):
            metric = _inheriting(metric, named)
        elif metric.indicator:
            named = None
        yield metric


def line_named(flat: Flat) -> Indicator | None:
    """The indicator that a line names and says nothing of: 地区生产总值, over 256亿元 and 增长6%."""
    entry = find_indicator(flat.text) if len(flat.text) <= _LONGEST_NAME else None
    return Indicator(flat.text, entry.canonical, flat.span(0, len(flat.text)), entry.id) if entry else None


def heading_named(view: str, section: Section) -> Indicator | None:
    """The indicator that a heading is the name of, without the sign before it."""
    start, end = section.heading.start, section.heading.end
    while start < end and not view[start].isalnum():
        start += 1
    if not 0 < end - start <= _LONGEST_NAME or not _BARE_NAME.fullmatch(view, start, end):
        return None
    return line_named(flatten(view, Sentence(Span(start, end), None)))


def line_below(document: Document, block: int) -> Indicator | None:
    """The indicator that the block at the index `block` names and says nothing of; None where it is no such line."""
    if block >= len(document.blocks):
        return None
    span = document.blocks[block].span
    if span.end - span.start > _LONGEST_NAME:
        return None
    return line_named(flatten(document.view, Sentence(span, None)))


def under_line(metrics: Iterable[Metric], named: Indicator) -> list[Metric]:
    """The figures of a line without a name are those of the line above it."""
    entry = find_indicator(named.text)
    grows = entry is not None and entry.grows
    return [
        metric if metric.indicator
        # 固定资产投资 / 8%: per cent of an amount.
        else replace(_inheriting(metric, named), kind="growth", basis="yoy") if (
            grows and metric.kind == "rate" and metric.unit == "%"
        )
        else _inheriting(metric, named)
        for metric in metrics
    ]


def drawn_large(view: str, metrics: list[Metric]) -> list[Metric]:
    """A figure that stands alone on its line is the one that the text below it tells: 86亿元 / 完成税收86亿元."""
    for index in range(len(metrics) - 2, -1, -1):
        one, told = metrics[index], metrics[index + 1]
        if one.indicator or told.indicator is None or (one.value, one.unit) != (told.value, told.unit):
            continue
        start, end = one.value_span.start, one.value_span.end
        before, behind = view[max(0, start - _LONGEST_NAME) : start], view[end : end + _LONGEST_NAME]
        if before.rpartition("\n")[2].strip(" \t+↑") or behind.partition("\n")[0].strip() or "\n" not in behind:
            continue
        like = _inheriting(one, told.indicator)
        metrics[index] = replace(like, kind=told.kind, role=told.role, period=told.period, basis=told.basis)
    return metrics


def of_task(metric: Metric, asked: Sequence[Metric]) -> Metric:
    """改造危房730户。进展情况：已开工410户: what was done, where only the deed is told, was done of the task."""
    bare = metric.indicator is None or pattern(_DEED).fullmatch(metric.indicator.text)
    alike = (one for one in asked if one.indicator and (one.unit == metric.unit or metric.unit == "%"))
    task = next(alike, None) if bare else None
    return _inheriting(metric, task.indicator) if task and task.indicator else metric


def _inheriting(metric: Metric, named: Indicator) -> Metric:
    """The metric with the indicator that was named before it."""
    reasons = tuple(
        Reason("indicator", "indicator.inherited", None) if reason.field == "indicator" else reason
        for reason in metric.reasons
    )
    return replace(metric, indicator=replace(named, span=None), reasons=reasons)


def settled(view: str, metrics: list[Metric]) -> list[Metric]:
    """The figures of a sentence, each as those before it make it."""
    aimed = _parts_of_aims(view, _aims_of_progress(view, metrics))
    return _bases_of_parts(view, _since_beginning(view, _aims_like_results(view, aimed)))


def _bases_of_parts(view: str, metrics: list[Metric]) -> list[Metric]:
    """较2010年增长4%，其中城镇人口增长35%、乡村人口下降20%: parts grow since their whole's year where none is told."""
    whole: Metric | None = None
    for index in range(1, len(metrics)):
        one, before = metrics[index], metrics[index - 1]
        between = view[before.value_span.end : one.value_span.start]
        among = _OF_PARTS.match(between) is not None
        if among and before.basis in ("vs", "cumulative"):
            whole = before
        elif not among and not between.startswith(("、", "，", "和")):
            whole = None
        if whole is None or one.basis != "yoy" or one.period != whole.period or _ON_YEAR.search(between):
            continue
        reason = next((told for told in whole.reasons if told.field == "basis"), None)
        reasons = tuple(reason if told.field == "basis" and reason else told for told in one.reasons)
        metrics[index] = replace(one, basis=whole.basis, reasons=reasons)
    return metrics


def _aims_of_progress(view: str, metrics: list[Metric]) -> list[Metric]:
    """造林2万亩，上半年已完成1.2万亩: what the smaller figure was done of is the aim of the year."""
    for index in range(1, len(metrics)):
        one, before = metrics[index], metrics[index - 1]
        if one.role != "actual" or before.role != "actual" or not one.kind == before.kind == "level":
            continue
        if one.unit != before.unit or not one.indicator or not before.indicator:
            continue
        if one.value is None or before.value is None or one.value >= before.value:
            continue
        between = "".join(view[before.value_span.end : one.value_span.start].split())
        if one.indicator.text != before.indicator.text or _SO_FAR_DONE.fullmatch(between) is None:
            continue
        clause = view[behind_mark(view, before.value_span.start) : before.value_span.start]
        if _BEGUN.search(clause) is None:
            metrics[index - 1] = replace(before, role="target", period=before.period and before.period[:4])
    return metrics


def _parts_of_aims(view: str, metrics: list[Metric]) -> list[Metric]:
    """2021年计划的种植面积38万亩，其中水稻29万亩: of which nothing is said is aimed at with its whole."""
    for index in range(1, len(metrics)):
        one, before = metrics[index], metrics[index - 1]
        if before.role != "target" or one.role != "actual" or one.unit != before.unit or _earlier_aim(before):
            continue
        told = next((reason.span for reason in one.reasons if reason.field == "role"), None)
        if told and told.start > before.value_span.start:
            # 计划总投资9亿元，其中已完成3亿元.
            continue
        if _OF_WHICH.fullmatch(view, before.value_span.end, one.value_span.start):
            metrics[index] = replace(one, role="target", period=before.period)
    return metrics


def _aims_like_results(view: str, metrics: list[Metric]) -> list[Metric]:
    """增长6.8%，高于年初确定的6.5%: the aim is of the kind of the result that it is set beside.

    So is the end of a change of the kind of its beginning: 增速从3%回升到5%; the higher aim: 增长8%、力争9%; and the
    growth of the whole in brackets: 增长7.5%（全市11.1%）.
    """
    for index in range(1, len(metrics)):
        one, before = metrics[index], metrics[index - 1]
        if one.kind != "rate" or before.kind != "growth" or one.unit != before.unit:
            continue
        between = "".join(view[before.value_span.end : one.value_span.start].split())
        alike = any(said.fullmatch(between) for said in (_HIGHER_AIM, _OF_WHOLE, _THEN_WAS))
        if not alike and not _earlier_aim(one) and not any(reason.rule == "role.origin" for reason in before.reasons):
            continue
        if _earlier_aim(one) and one.indicator and before.indicator and "目标" in one.indicator.text:
            # 同比增长7.4%，处于7%—7.5%年度预期目标区间: what follows only says that it is an aim.
            one = _inheriting(one, before.indicator)
        if one.indicator and before.indicator and one.indicator.canonical == before.indicator.canonical:
            metrics[index] = replace(one, kind="growth", basis=before.basis)
    return metrics


def _since_beginning(view: str, metrics: list[Metric]) -> list[Metric]:
    """收入由2014年的4.2亿元增加到9.6亿元，增长1.3倍: so much since that year, and not since the last."""
    begun = {one.indicator.canonical: one.period for one in metrics if one.role == "baseline" and one.indicator}
    for index, one in enumerate(metrics if begun else ()):
        since = begun.get(one.indicator.canonical) if one.indicator and one.basis == "yoy" else None
        if since is None or one.period is None or not (since.isdigit() and one.period.isdigit()):
            continue
        clause = view[behind_mark(view, one.value_span.start) : one.value_span.start]
        if int(since) < int(one.period) - 1 and _OWN_BASE.search(clause) is None:
            reasons = tuple(
                replace(told, rule="basis.cumulative") if told.field == "basis" else told for told in one.reasons
            )
            metrics[index] = replace(one, basis="cumulative", reasons=reasons)
    return metrics


def since_last_census(view: str, metric: Metric) -> Metric:
    """由5120人上升为9834人，增长92%, in a census's communiqué: since the last one where no year is told."""
    at = metric.value_span.start
    if metric.basis != "yoy" or _ON_YEAR.search(view, behind_mark(view, at), at):
        return metric
    reasons = tuple(replace(told, rule="basis.named") if told.field == "basis" else told for told in metric.reasons)
    return replace(metric, basis="vs", reasons=reasons)


def _earlier_aim(metric: Metric) -> bool:
    return any(reason.rule == "role.own_target" for reason in metric.reasons)
