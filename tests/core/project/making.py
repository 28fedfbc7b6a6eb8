"""A small made report with one of everything, and a clock that a test sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from core.model import Claim, Finding, Indicator, Metric, Report, Section, Source, Span
from core.project import Project

TEXT = (
    "某区政府工作报告\n"
    "一、工作回顾\n"
    "地区生产总值增长6.1%。新建学校5所，新增学位3000个。𠮷祥路通车，群众😀满意。\n"
    "二、目标任务\n"
    "地区生产总值增长5.5%左右。努力书写新篇章。\n"
)
#: The figure is another, the two achievements have changed places, the slogan is gone, a sentence is new.
CORRECTED = (
    "某区政府工作报告\n"
    "一、工作回顾\n"
    "新建学校5所，新增学位3000个。地区生产总值增长6.2%。𠮷祥路通车，群众😀满意。\n"
    "二、目标任务\n"
    "财政收入增长4%。地区生产总值增长5.5%左右。继续书写新篇章新华章。\n"
)
ORIGINAL = TEXT.encode("gb18030")


def span_of(words: str) -> Span:
    """The first place of some words."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _metric(key: str, value_words: str, number: str, kind: str, claim: str) -> Metric:
    value = span_of(value_words)
    return Metric(
        id=key, section="s1", span=value, value_span=value, indicator=Indicator("指标", "指标", None),
        value=Decimal(number), value_max=None, unit="%", surface=value_words,
        kind="growth" if kind == "growth" else "level", role="actual", period="2023", basis=None, bound="eq",
        rank=None, scope=None, claim=claim, confidence=0.9,
    )  # fmt: skip


def made_report() -> Report:
    """Two sections, four claims, three metrics, three findings of which two are alike."""
    first, second = span_of("一、工作回顾"), span_of("二、目标任务")
    return Report(
        source=Source("made.txt", "0" * 64, "text/plain", "gb18030", None),
        text=TEXT,
        title="某区政府工作报告",
        year=2023,
        target_year=2024,
        place="某区",
        language="zh",
        sections=(
            Section("s1", None, 1, "工作回顾", first, Span(first.start, second.start), "results", 2023),
            Section("s2", None, 1, "目标任务", second, Span(second.start, len(TEXT)), "targets", 2024),
        ),
        metrics=(
            _metric("m1", "6.1%", "6.1", "growth", "c1"),
            _metric("m2", "5所", "5", "level", "c2"),
            _metric("m3", "3000个", "3000", "level", "c2"),
        ),
        claims=(
            Claim("c1", "s1", span_of("地区生产总值增长6.1%。"), ("achievement",), 0.9, ("m1",)),
            Claim("c2", "s1", span_of("新建学校5所，新增学位3000个。"), ("achievement",), 0.8, ("m2", "m3")),
            Claim("c3", "s2", span_of("地区生产总值增长5.5%左右。"), ("target",), 0.9, ()),
            Claim("c4", "s2", span_of("努力书写新篇章。"), ("rhetoric",), 0.0, ()),
        ),
        findings=(
            Finding("STR-01", "major", (span_of("新篇章"),), (), {"length": "3"}),
            Finding("TGT-01", "minor", (span_of("6.1%"), span_of("5.5%")), ("m1",)),
            Finding("STR-01", "major", (span_of("新篇章"),), (), {"length": "3"}),
        ),
        title_span=span_of("某区政府工作报告"),
        breaks=(),
    )


def corrected_report() -> Report:
    """What the program reads in the corrected version; its claims count anew."""

    def at(words: str) -> Span:
        return Span(CORRECTED.index(words), CORRECTED.index(words) + len(words))

    first, second = at("一、工作回顾"), at("二、目标任务")
    return replace(
        made_report(),
        source=Source("corrected.txt", "1" * 64, "text/plain", "utf-8", None),
        text=CORRECTED,
        sections=(
            Section("s1", None, 1, "工作回顾", first, Span(first.start, second.start), "results", 2023),
            Section("s2", None, 1, "目标任务", second, Span(second.start, len(CORRECTED)), "targets", 2024),
        ),
        metrics=(),
        claims=(
            Claim("c1", "s1", at("新建学校5所，新增学位3000个。"), ("achievement",), 0.8, ()),
            Claim("c2", "s1", at("地区生产总值增长6.2%。"), ("achievement",), 0.9, ()),
            Claim("c3", "s2", at("财政收入增长4%。"), ("target",), 0.9, ()),
            Claim("c4", "s2", at("地区生产总值增长5.5%左右。"), ("target",), 0.9, ()),
        ),
        findings=(
            Finding("STR-01", "major", (at("新篇章"),), (), {"length": "3"}),
            Finding("TGT-01", "minor", (at("6.2%"), at("5.5%"))),
        ),
    )


class Clock:
    """Time that passes only when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 9, 0, tzinfo=timezone(timedelta(hours=8)))

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Let so much time pass."""
        self.now += timedelta(seconds=seconds)


def made_project(folder: Path, name: str = "评审.prv", clock: Clock | None = None) -> Project:
    """A new project of the made report."""
    return Project.create(folder / name, made_report(), ORIGINAL, created_by="王复核", clock=clock or Clock())
