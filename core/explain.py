"""The extraction of a report with everything that says why: rules, terms of scores, numbers that were passed over."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from core.extract.claim_reasons import reasons_of
from core.extract.flat import Flat, flatten
from core.extract.passed import passed_over
from core.extract.worth import terms_of
from core.interchange.extraction import extraction
from core.interchange.fields import Json
from core.lexicon import explain
from core.model.document import Document, Sentence
from core.model.innermost import Innermost
from core.model.report import Claim, Report
from core.sections import read_structure
from core.vocabulary import Language


def explained(report: Report, language: Language = "zh") -> dict[str, Json]:
    """The object of the extraction format with four things more.

    Each reason has `why`, its rule in a sentence of the given language; each claim has `reasons`, for each of its types
    a rule and the words that it rests on (null where its place decides), and `terms`, name and weight of what
    its score is the logistic sum of; `passed_over` lists the numbers that no metric was made of, each with its rule.
    """
    document = read_structure(report.text, report.layout)
    found = extraction(report, explain=True)
    for written, metric in zip(_objects(found, "metrics"), report.metrics, strict=True):
        written["reasons"] = [
            {**reason, "why": explain(rule.rule, language)}
            for reason, rule in zip(_objects(written, "reasons"), metric.reasons, strict=True)
        ]
    by_id = {metric.id: metric for metric in report.metrics}
    for written, claim in zip(_objects(found, "claims"), report.claims, strict=True):
        flat, metrics = _flat(document, report, claim), [by_id[key] for key in claim.metrics]
        written["reasons"] = [
            {
                "type": reason.kind,
                "rule": reason.rule,
                "span": [reason.span.start, reason.span.end] if reason.span else None,
                "why": explain(reason.rule, language),
            }
            for reason in reasons_of(claim, flat, metrics)
        ]
        written["terms"] = [
            {"term": name, "weight": weight}
            for name, weight in terms_of(flat.text, claim.types, metrics, claim.indicators)
        ]
    innermost = Innermost(report.sections)
    found["passed_over"] = [
        {
            "start": passed.span.start,
            "end": passed.span.end,
            "surface": passed.span.quote(report.text),
            "section": around.id if (around := innermost(passed.span.start)) else None,
            "rule": passed.rule,
            "why": explain(passed.rule, language),
        }
        for passed in passed_over(document, report.metrics)
    ]
    return found


def _objects(found: dict[str, Json], key: str) -> Iterator[dict[str, Json]]:
    listed = found[key]
    if isinstance(listed, list):
        yield from (one for one in listed if isinstance(one, dict))


def _flat(document: Document, report: Report, claim: Claim) -> Flat:
    first = bisect_left(report.breaks, claim.span)
    breaks = tuple(gap for gap in report.breaks[first:] if claim.span.contains(gap))
    return flatten(document.view, Sentence(claim.span, None, breaks))
