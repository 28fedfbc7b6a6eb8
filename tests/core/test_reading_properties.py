"""What holds for the reading of a whole report, whatever it says: shifts, widths, copies, odd texts, linear work."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import seeds
from core.extract import read_metrics
from core.model import Metric, Report, Source, Span
from core.model.document import Document
from core.pipeline import report_of
from core.readers import Reading
from core.sections import read_structure
from core.text import fold

_WIDE = {code: code + 0xFEE0 for code in range(ord("0"), ord("9") + 1)} | {ord("%"): "％"}
_SIGNS = (
    "一二十百万亿年月日第条章、，。；：！（）()“”《》#*-—.%％$|\t\n\r 增长至到为了的元个项次在是企业A1９0\\"
)
_REPORTS = [sample.file for sample in seeds.samples()]


def _read(text: str) -> Report:
    return report_of(Reading(b"", text, Source("made.txt", "", "text/plain", "utf-8", None)))


def _told(metric: Metric, shift: int = 0) -> tuple[object, ...]:
    """What a figure says, and where, so many characters earlier."""
    name = metric.indicator.canonical if metric.indicator else None
    at = Span(metric.value_span.start - shift, metric.value_span.end - shift)
    return at, name, metric.value, metric.value_max, metric.unit, metric.kind, metric.role, metric.period, metric.bound


@pytest.mark.parametrize("file", _REPORTS, ids=lambda file: file.stem)
def test_a_prefix_of_blank_lines_shifts_every_place_by_its_length(file: Path) -> None:
    """Sections, figures, claims and findings move together and change in nothing else."""
    text = file.read_text(encoding="utf-8")
    here, moved = _read(text), _read("\n" * 37 + text)
    assert [_told(metric, 37) for metric in moved.metrics] == [_told(metric) for metric in here.metrics]
    assert [claim.span.start - 37 for claim in moved.claims] == [claim.span.start for claim in here.claims]
    assert [(one.title, one.heading.start - 37, one.span.end - 37) for one in moved.sections] == [
        (one.title, one.heading.start, one.span.end) for one in here.sections
    ]
    assert [one.check for one in moved.findings] == [one.check for one in here.findings]


@pytest.mark.parametrize("file", _REPORTS, ids=lambda file: file.stem)
def test_a_report_in_full_width_figures_reads_like_one_in_ascii(file: Path) -> None:
    """Every place, value and claim is the same; only the printed words differ."""
    text = file.read_text(encoding="utf-8")
    here, wide = _read(text), _read(text.translate(_WIDE))
    assert [_told(metric) for metric in wide.metrics] == [_told(metric) for metric in here.metrics]
    assert [(one.span, one.types) for one in wide.claims] == [(one.span, one.types) for one in here.claims]
    assert [(one.heading, one.role, one.year) for one in wide.sections] == [
        (one.heading, one.role, one.year) for one in here.sections
    ]


def _twice(document: Document) -> tuple[Document, int]:
    """The document with all its sentences a second time behind the first, in sections and blocks of their own."""
    shift = len(document.text) + 1
    text = f"{document.text}\n{document.text}"

    def moved(span: Span) -> Span:
        return Span(span.start + shift, span.end + shift)

    sentences = [
        replace(one, span=moved(one.span), breaks=tuple(map(moved, one.breaks))) for one in document.sentences
    ]
    blocks = [replace(one, span=moved(one.span)) for one in document.blocks]
    doubled = replace(
        document, text=text, view=fold(text), sentences=(*document.sentences, *sentences),
        blocks=(*document.blocks, *blocks),
    )
    return doubled, shift


@pytest.mark.parametrize("file", _REPORTS, ids=lambda file: file.stem)
def test_sentences_that_stand_twice_give_every_figure_twice(file: Path) -> None:
    """A sentence is read the same wherever it stands: nothing is remembered from the first copy."""
    document = read_structure(file.read_text(encoding="utf-8"))
    doubled, shift = _twice(document)
    once, both = read_metrics(document), read_metrics(doubled)
    assert [_told(metric) for metric in both[: len(once)]] == [_told(metric) for metric in once]
    assert [_told(metric, shift) for metric in both[len(once) :]] == [_told(metric) for metric in once]


@settings(max_examples=150)
@given(
    st.text(
        alphabet=st.sampled_from(_SIGNS), max_size=120,
    )
)
def test_no_text_at_all_makes_reading_fail(text: str) -> None:
    """Whatever the signs, there is a report and all in it points into the text."""
    report = _read(text)
    whole = Span(0, len(text))
    for metric in report.metrics:
        assert whole.contains(metric.value_span) and metric.value_span.quote(text) == metric.surface
    assert all(whole.contains(claim.span) for claim in report.claims)
    assert all(whole.contains(span) for finding in report.findings for span in finding.spans)


def _sentence(number: int) -> str:
    chance = random.Random(number)
    name = "".join(chance.choices("农林牧渔工商建运教文卫体住水电气路桥港航", k=6))
    value = chance.randint(11, 99)
    return f"{name}产值{value}.{number % 10}亿元，同比增长{number % 9 + 1}.{value % 10}%，新建{name}项目{value}个"


def _lines(count: int) -> str:
    return "某县2023年政府工作报告\n" + "".join(f"　　{_sentence(number)}。\n" for number in range(count))


def _headings(count: int) -> str:
    heads = "一二三四五六七八九十"
    return "".join(
        f"（{heads[number % 10]}）抓{_sentence(number)[:4]}\n　　{_sentence(number)}，办好各项实事。\n"
        for number in range(count)
    )


def _wrapped(count: int) -> str:
    text = "。".join(map(_sentence, range(count)))
    return "\n".join(text[at : at + 30] for at in range(0, len(text), 30))


SHAPES: dict[str, Callable[[int], str]] = {
    "one line each": _lines,
    "all on one line": lambda count: "。".join(map(_sentence, range(count))),
    "one sentence without end": lambda count: "，".join(map(_sentence, range(count))),
    "hard-wrapped": _wrapped,
    "a heading each": _headings,
    "bare grades": lambda count: "".join(f"{number % 9 + 1}个国家级、" for number in range(5 * count)),
    "lists with 分别": lambda count: "".join(f"分别增长{number % 9 + 1}%、6%，" for number in range(4 * count)),
    "plans without end": lambda count: "二、2024年任务\n" + "，".join(f"力争{_sentence(one)}" for one in range(count)),
    "brackets that stay open": lambda count: "（“".join(map(_sentence, range(count))),
    "the same again": lambda count: f"{_sentence(1)}，完成年初确定的各项任务。\n" * count,
}


def _calls(text: str) -> int:
    """How many functions are entered or resumed while a text is read: work counted, not timed."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        _read(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_eight_times_the_text_is_at_most_eight_times_the_work(shape: str) -> None:
    """Calls per character grow by no more than a fifth, whatever is long: the report, a line, a sentence, a list."""
    short, long = SHAPES[shape](12), SHAPES[shape](96)
    _read(short)
    growth = (_calls(long) / len(long)) / (_calls(short) / len(short))
    assert growth <= 1.2


def test_a_garbled_run_of_numerals_states_nothing_and_hides_nothing() -> None:
    """Thousands of numeral signs in a row would be tried by every pattern; what stands around them is read."""
    run = "二十三亿四" * 400
    report = _read(f"某县2023年政府工作报告\n　　财政收入增长8%，代码{run}，粮食总产量达到24万吨。\n")
    assert [metric.surface for metric in report.metrics] == ["8%", "24万吨"]
