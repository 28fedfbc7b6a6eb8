"""A report's extraction as short lines that a person can check against the text, and their comparison."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

from core.interchange.fields import number
from core.model import Claim, Finding, Metric, Report, Section

Golden = dict[str, list[str]]


def golden_of(report: Report) -> Golden:
    """What was read, one line a thing: enough to see any change, short enough to read."""
    head = f"{report.title} | {report.year} | {report.target_year} | {report.place} | {report.language}"
    return {
        "report": [head],
        "sections": [_section(section) for section in report.sections],
        "metrics": [_metric(metric) for metric in report.metrics],
        "claims": [_claim(claim, report.text) for claim in report.claims],
        "findings": [_finding(finding, report.text) for finding in report.findings],
    }


def load(file: Path) -> Golden:
    """The golden lines of a file, none where there is no file yet."""
    golden: Golden = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return golden


def save(file: Path, golden: Golden) -> None:
    """Write the golden lines, one a line of the file."""
    file.write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", "utf-8")


def difference(golden: Golden, found: Golden) -> str:
    """What is missing (-) and what is new (+), with the part it is in; "" when nothing is."""
    lines: list[str] = []
    for part in dict.fromkeys([*golden, *found]):
        old, new = golden.get(part, []), found.get(part, [])
        lines += difflib.unified_diff(old, new, f"golden {part}", f"found {part}", n=0, lineterm="")
    return "\n".join(lines)


def _section(section: Section) -> str:
    place = f"{section.id} < {section.parent}" if section.parent else section.id
    return f"{'  ' * (section.depth - 1)}{place} | {section.title} | {section.role} {section.year}"


def _metric(metric: Metric) -> str:
    name = metric.indicator.canonical if metric.indicator else None
    value = "…".join(str(number(bound)) for bound in (metric.value, metric.value_max) if bound is not None)
    rank = f" #{metric.rank.position}" if metric.rank else ""
    scope = f" @{metric.scope}" if metric.scope else ""
    reading = f"{metric.kind} {metric.role} {metric.period} {metric.basis or '-'} {metric.bound}{rank}{scope}"
    return f"{metric.section} | {name} | {metric.surface} = {value} {metric.unit} | {reading}"


def _claim(claim: Claim, text: str) -> str:
    quote = "".join(claim.span.quote(text).split())
    return f"{claim.section} | {','.join(claim.types)} | {quote[:16]}…{quote[-6:]} | {len(claim.metrics)}"


def _finding(finding: Finding, text: str) -> str:
    quotes = " / ".join("".join(span.quote(text).split())[:16] for span in finding.spans)
    return f"{finding.check} {finding.severity} | {quotes}"
