"""Cells of tables that tell figures in words, as the sentences that they are: 主要内容, 目标任务, 完成情况."""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.heads import Sheet, holds, plain
from core.model.document import Document, Sentence
from core.model.innermost import Innermost
from core.model.records import record
from core.model.report import SectionRole
from core.model.spans import Span
from core.text import sentences


@record
class Told:
    """A sentence of a cell; `role` is what the head of its column or the kind of document says about it."""

    sentence: Sentence
    role: SectionRole | None


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
        to_do = holds("planned_caption", caption) and not holds("done_head", caption)
        planned: SectionRole | None = "tasks" if to_do else None
        for cell, head in Sheet(document.view, table).told():
            role = _role(head) or planned or outside
            for span in sentences(document.view, cell.span.start, cell.span.end, document.language):
                breaks = tuple(
                    Span(at, at + 1) for at in range(span.start, span.end) if document.view[at] in "\r\n"
                )
                yield Told(Sentence(span, section.id if section else None, breaks), role)


def _role(head: str) -> SectionRole | None:
    if holds("done_head", head):
        return "results"
    return "tasks" if holds("planned_head", head) else None
