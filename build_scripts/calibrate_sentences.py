"""Readings of the hard cases under tests, for the fitting of confidence.

A revision from before a sentence was written has not been mended on its account: what it made of it is what the rules
make of a sentence that nobody has looked at. So only sentences that the revision did not know are judged.
"""

from __future__ import annotations

import io
import json
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from build_scripts.corpus_diff import git_says, read_one
from build_scripts.environment import ROOT
from core.interchange.extraction import report_from
from core.model import Metric, Report

_FOLDER = "tests/core/extract/hard_cases"
#: One sentence a paragraph, in a report that says its year.
_OPENING = "政府工作报告\n\n2023年工作回顾\n\n"


def sentence_readings(tree: Path, revision: str) -> Iterator[tuple[str, Metric, bool]]:
    """The row of sentences, a figure that the code of `tree` reads in one of them, and whether value, unit and name
    are right. Raises SetUpError where git does not know the revision or its code does not run."""
    known = _sentences_of(revision)
    rows = {
        file.stem: [case for case in _cases(file.read_text("utf-8")) if case["text"] not in known]
        for file in sorted((ROOT / _FOLDER).glob("*.toml"))
    }
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for row, cases in rows.items():
            files.append(Path(folder) / f"{row}.txt")
            files[-1].write_text(_OPENING + "\n\n".join(case["text"] for case in cases), "utf-8")
        told = [json.loads(line) for line in read_one(tree, files)]
    for (row, cases), one in zip(rows.items(), told, strict=True):
        if "extraction" in one:
            yield from ((row, metric, right) for metric, right in _judged(cases, report_from(one["extraction"])))


def _sentences_of(revision: str) -> set[str]:
    with tarfile.open(fileobj=io.BytesIO(git_says("archive", revision, _FOLDER))) as packed:
        opened = [packed.extractfile(member) for member in packed if member.name.endswith(".toml")]
        return {case["text"] for file in opened if file for case in _cases(file.read().decode())}


def _cases(toml: str) -> Sequence[Mapping[str, Any]]:
    cases: Sequence[Mapping[str, Any]] = tomllib.loads(toml).get("case", ())
    return cases


def _judged(cases: Sequence[Mapping[str, Any]], report: Report) -> Iterator[tuple[Metric, bool]]:
    at = 0
    for case in cases:
        start = report.text.find(case["text"], at)
        if start < 0:
            continue
        at = start + len(case["text"])
        wanted = [line.split(" | ") for line in case["metrics"]]
        for metric in report.metrics:
            if start <= metric.value_span.start < at:
                line = next((line for line in wanted if line[0].strip() == metric.surface), None)
                if line:
                    wanted.remove(line)
                yield metric, line is not None and _right(line, metric)


def _right(line: Sequence[str], metric: Metric) -> bool:
    _, names, value, unit, kind, *_ = (part.strip(" |") for part in line)
    low, _, _ = value.partition("..")
    known = {metric.indicator.text, metric.indicator.canonical} if metric.indicator else set()
    if "*" not in names.split("/") and not known & set(names.split("/")):
        return False
    if kind == "rank":
        return metric.rank is not None and metric.rank.position == int(low)
    return metric.value == Decimal(low) and metric.unit == unit
