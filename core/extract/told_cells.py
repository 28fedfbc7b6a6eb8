"""Cells of tables that tell figures in words, as the sentences that they are: 主要内容, 目标任务, 完成情况."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.extract.heads import Label, Sheet, holds, plain, tells_to_do
from core.lexicon import find_indicator, pattern
from core.model.document import Document, Sentence
from core.model.innermost import Innermost
from core.model.records import record
from core.model.report import Indicator, Metric, Reason, SectionRole
from core.model.spans import Span
from core.text import sentences


@record
class Told:
    """A sentence of a cell; `role` is what the head of its column or the kind of document says about it.

    `label` names its row: 改造12个 in the row of 老旧小区 tells of these.
    """

    sentence: Sentence
    role: SectionRole | None
    label: Label | None

    def named(self, metric: Metric) -> Metric:
        """A figure of the sentence, with the name of the row where its own words say no more than what was done."""
        own = metric.indicator
        if self.label is None or (own and pattern("(?:%lead+doing+acting%)+").fullmatch(own.text) is None):
            return metric
        entry = find_indicator(self.label.words)
        canonical = entry.canonical if entry else self.label.words
        indicator = Indicator(self.label.words, canonical, self.label.span, entry.id if entry else None)
        reasons = tuple(
            Reason("indicator", "indicator.table_row", self.label.span) if one.field == "indicator" else one
            for one in metric.reasons
        )
        return replace(metric, indicator=indicator, reasons=reasons)


def told_cells(document: Document) -> Iterator[Told]:
    """The sentences of all such cells in the order of the text; a table that stands a second time is left out."""
    innermost = Innermost(document.sections)
    seen: set[str] = set()
    for table in document.tables:
        words = plain(table.span.quote(document.view))
        if words in seen:
            continue
        seen.add(words)
        section = innermost(table.span.start)
        outside = document.role_at(table.span.start) if section is None or section.role == "other" else None
        caption = plain(table.caption.quote(document.view)) if table.caption else ""
        # 2025年实事任务表: what its cells say is still to be done, where no head says otherwise.
        planned: SectionRole | None = "tasks" if tells_to_do(caption) else None
        for cell, head, label in Sheet(document.view, table).told():
            role = _role(head) or planned or outside
            for span in sentences(document.view, cell.span.start, cell.span.end, document.language):
                breaks = tuple(
                    Span(at, at + 1) for at in range(span.start, span.end) if document.view[at] in "\r\n"
                )
                yield Told(Sentence(span, section.id if section else None, breaks), role, label)


def _role(head: str) -> SectionRole | None:
    if holds("done_head", head):
        return "results"
    return "tasks" if holds("planned_head", head) else None
