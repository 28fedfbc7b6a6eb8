"""Reports made of a few words, with spans found in them, for charts, pairs, tables and exports."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from core.model import (
    Anchor,
    Claim,
    Evidence,
    EvidenceLink,
    Indicator,
    Metric,
    Rank,
    Report,
    ReviewClaim,
    Section,
    Source,
    Span,
    Verdict,
)

TEXT = (
    "东山区2024年政府工作报告\n"
    "一、2023年工作回顾\n"
    "地区生产总值增长6.1%，增速位列全市第二；工业增加值下降2.4%；零售额增长2.4倍。\n"
    "水质稳定在Ⅲ类，空气优良率达93.6%，办结率100%。争取资金5172万元，超过300余项。\n"
    "二、2024年目标\n"
    "地区生产总值增长5.5%左右；空气优良率不低于92.9%；失业率控制在市定目标内；水质保持在Ⅲ类；居民收入与经济增长同步。\n"
)


def place(words: str, nth: int = 0) -> Span:
    """The nth place of some words in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def metric(key: str, name: str, words: str, number: str, **fields: Any) -> Metric:
    """A metric whose value stands at `words`; growth of 2023 in per cent unless told otherwise."""
    nth = fields.pop("nth", 0)
    value = place(words, nth)
    start = TEXT.rfind(name, 0, value.start)
    named = Span(start, start + len(name)) if start >= 0 else None
    given: dict[str, Any] = {
        "id": key, "section": "s1", "span": Span(start if start >= 0 else value.start, value.end),
        "value_span": value, "indicator": Indicator(name, name, named), "value": Decimal(number), "value_max": None,
        "unit": "%", "surface": words, "kind": "growth", "role": "actual", "period": "2023", "basis": "yoy",
        "bound": "eq", "rank": None, "scope": None, "claim": None, "confidence": 0.95,
    }  # fmt: skip
    return Metric(**(given | fields))


def metrics() -> tuple[Metric, ...]:
    """One of each sort that the charts know."""
    return (
        metric("m1", "地区生产总值", "6.1%", "6.1"),
        metric("m2", "地区生产总值", "第二", "2", kind="rank", unit="", basis=None, rank=Rank(2, "全市", None)),
        metric("m3", "工业增加值", "2.4%", "-2.4"),
        metric("m4", "零售额", "2.4倍", "2.4", unit="倍"),
        metric("m5", "空气优良率", "93.6%", "93.6", kind="rate", basis=None),
        metric("m6", "办结率", "100%", "100", kind="rate", basis=None),
        metric("m7", "资金", "5172万元", "51720000", kind="level", unit="元", basis=None),
        metric("m8", "项目", "300余项", "300", kind="level", unit="项", basis=None, bound="gt"),
        metric(
            "m9", "地区生产总值", "5.5%左右", "5.5", role="target", period="2024", bound="about", section="s2",
            claim="c4",
        ),
        metric(
            "m10", "空气优良率", "92.9%", "92.9", kind="rate", basis=None, role="target", period="2024", bound="ge",
            section="s2",
        ),
    )  # fmt: skip


def report(found: tuple[Metric, ...] | None = None) -> Report:
    """The report of TEXT with two sections and five claims."""
    first, second = place("一、2023年工作回顾"), place("二、2024年目标")
    lines = [line for line in TEXT.split("\n") if line]
    spans = [Span(TEXT.index(line), TEXT.index(line) + len(line)) for line in lines]
    return Report(
        source=Source("东山区.txt", "ab" * 32, "text/plain", "utf-8", None),
        text=TEXT, title=lines[0], year=2023, target_year=2024, place="东山区", language="zh",
        sections=(
            Section("s1", None, 1, "2023年工作回顾", first, Span(first.start, second.start), "results", 2023),
            Section("s2", None, 1, "2024年目标", second, Span(second.start, len(TEXT)), "targets", 2024),
        ),
        metrics=metrics() if found is None else found,
        claims=(
            Claim("c1", "s1", spans[2], ("achievement", "ranking"), 0.9, ("m1", "m2", "m3", "m4")),
            Claim("c2", "s1", spans[3], ("achievement",), 0.8, ("m5", "m6", "m7", "m8")),
            Claim("c4", "s2", spans[5], ("target",), 0.9, ("m9", "m10")),
        ),
        findings=(), title_span=spans[0],
    )  # fmt: skip


def review_claim(key: str, number: int, verdict: str | None = None, **fields: Any) -> ReviewClaim:
    """A claim of the report of TEXT as a reviewer has it; judged if `verdict` is given."""
    of = fields.pop("of", "c1")
    source = next(claim for claim in report().claims if claim.id == of)
    judged = Verdict(verdict, "high", "与公报一致", "李明", "2024-05-01T09:00:00+08:00") if verdict else None  # type: ignore[arg-type] # a plain word
    given: dict[str, Any] = {
        "id": key, "report": "r1", "number": number, "origin": "program",
        "anchors": (Anchor(source.span, source.span.quote(TEXT), "", ""),), "section": source.section,
        "types": source.types, "score": source.score, "metrics": source.metrics, "tags": (), "verdict": judged,
        "note": "", "evidence": (), "decided": verdict is not None, "dismissed": None,
    }  # fmt: skip
    return ReviewClaim(**(given | fields))


def evidence(key: str, no: str, **fields: Any) -> Evidence:
    """One item of the register, B2 unless told otherwise."""
    given: dict[str, Any] = {
        "id": key, "no": no, "title": "东山区2023年统计公报", "kind": "statistical_release", "url": None,
        "excerpt": "", "file_name": "公报.pdf", "media_type": "application/pdf", "sha256": "cd" * 32, "size": 1234,
        "provider": "东山区统计局", "published_on": "2024-03-01", "retrieved_at": "2024-04-02T08:00:00+08:00",
        "retrieved_by": "李明", "locator": "第3页", "reliability": "B", "credibility": "2", "notes": "",
    }  # fmt: skip
    return Evidence(**(given | fields))


def link(claim: str, item: str, stance: str = "supports") -> EvidenceLink:
    """An item attached to a claim."""
    return EvidenceLink(claim, item, stance)  # type: ignore[arg-type] # a plain word
