"""Doubtful spots that show without outside knowledge: queries to a person, never verdicts."""

from __future__ import annotations

from core.checks import claims, consistency, language, metrics, numbers, structure, sums, targets, years
from core.checks.reading import lay_out
from core.checks.registry import Check, check, checks, run_all
from core.model.report import Finding, Report

__all__ = ["FAMILIES", "Check", "check", "checks", "find"]

#: The modules that enter their checks by being imported.
FAMILIES = (structure, language, numbers, sums, metrics, claims, consistency, years, targets)


def find(report: Report, view: str | None = None) -> tuple[Finding, ...]:
    """All findings of one report in the order of the text. The report's own findings are not looked at.

    `view` is its folded text, where that is at hand.
    """
    return tuple(sorted(run_all(lay_out(report, view)), key=lambda finding: (finding.spans[0], finding.check)))
