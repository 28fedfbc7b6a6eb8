"""A report as the file keeps it: its text, and what the program found as an extraction object."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from core.interchange.extraction import extraction, report_from
from core.interchange.fields import Json, pairs
from core.messages import PolicyReviewError
from core.model import Finding, Report
from core.project import bounded
from core.project.errors import ProjectError


def found_in(report: Report) -> str:
    """What the program found, as JSON without the text.

    Findings go without their sentences, which are made anew from check and params when they are shown.
    """
    found = extraction(replace(report, findings=()), explain=True)
    del found["text"]
    found["findings"] = [_finding(finding) for finding in report.findings]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def report_of(text: str, found: str, name: str) -> Report:
    """The report again; `name` is the project's, for the error.

    Raises:
        ProjectError: "project-damaged", when it is not what `found_in` writes.
    """
    try:
        data = bounded.json_value(found)
        if isinstance(data, dict):
            return report_from({**cast("Mapping[str, object]", data), "text": text})
    except (ValueError, RecursionError, PolicyReviewError) as error:
        raise ProjectError("project-damaged", name=name) from error
    raise ProjectError("project-damaged", name=name)


def _finding(finding: Finding) -> Json:
    return {
        "check": finding.check,
        "severity": finding.severity,
        "spans": pairs(finding.spans),
        "metrics": list(finding.metrics),
        "params": dict(finding.params),
    }
