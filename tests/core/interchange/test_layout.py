"""The layout of a report goes out and comes back whole, and a hostile one is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.interchange.extraction import extraction, report_from
from core.messages import PolicyReviewError
from core.model import Report, Source, Span
from core.model.layout import Cell, Layout, LeftOut, Notice, Outlined, RecognisedLine, Table
from core.pipeline import report_of
from core.readers import Reading

TEXT = "一、指标\n表1 主要指标\n单位：万元\n指标\t数值\n收入\t12\n"
LAYOUT = Layout(
    pages=(Span(0, 13), Span(13, len(TEXT))),
    tables=(Table(
        Span(19, 31),
        (Cell(Span(19, 21), 0, 0, head=True), Cell(Span(22, 24), 0, 1, 1, 2, True), Cell(Span(25, 27), 1, 0)),
        caption=Span(5, 12), unit_note=Span(13, 18),
    ),),
    left_out=(LeftOut("p1.header", "header", "某市统计局", 0, 1),),
    notices=(Notice("some-key", {"count": "3"}),),
    recognised=True,
    doubtful=(Span(2, 3),),
    lines=(RecognisedLine(Span(0, 4), 1, 0.1, 0.2, 0.5, 0.25, 1),),
    outline=(Outlined(Span(0, 4), 1),),
    as_text=(Span(13, 18),),
    as_furniture=(Span(0, 4),),
)


def _report() -> Report:
    made = report_of(Reading(b"", TEXT, Source("t.txt", "0" * 64, "text/plain", "utf-8", None)))
    return replace(made, layout=LAYOUT)


def test_the_layout_comes_back_equal() -> None:
    """Pages, tables, furniture and doubt must outlive saving, or an opened project could not show them."""
    report = _report()
    assert report_from(extraction(report, explain=True)).layout == LAYOUT


def test_a_bare_text_writes_no_layout() -> None:
    """Extractions of plain texts stay as short as they were."""
    report = replace(_report(), layout=Layout())
    assert "layout" not in extraction(report, explain=True)


@pytest.mark.parametrize("wrong", [
    {"pages": [[0, 10_000]]}, {"tables": [{"cells": []}]},
    {"tables": [{"span": [0, 5], "cells": [[0, 1, -1, 0, 1, 1, 0]]}]},
    {"left_out": [{"id": "x", "kind": "advert", "words": "", "offset": 0}]}, {"doubtful": "x"}, [],
    {"outline": [[0, 10_000, 1]]}, {"outline": [[0, 4, 0]]}, {"as_text": [[0, 10_000]]},
])
def test_a_wrong_layout_is_refused(wrong: object) -> None:
    """A crafted file must not bring spans from outside of the text into the window."""
    data = extraction(_report(), explain=True) | {"layout": wrong}
    with pytest.raises(PolicyReviewError):
        report_from(data)
