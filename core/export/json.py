"""The whole review as one JSON file: what was read, what was decided, what the evidence is (without its bytes)."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from core.export.material import SETTINGS, file_states
from core.export.source import Reviewed
from core.export.writing import check_folder, replacing
from core.interchange.extraction import extraction
from core.model import Anchor, Evidence, ReviewClaim

FORMAT = "policy-review/review"
VERSION = 2


def export_json(project: Reviewed, path: Path) -> Path:
    """Write the review to `path`. The report's own part is the extraction format of `policy-review extract`.

    Raises:
        PolicyReviewError: the folder is missing or cannot be written, or the file is open elsewhere.
    """
    check_folder(path)
    with replacing(path) as beside:
        text = json.dumps(review(project), ensure_ascii=False, indent=1)
        beside.write_text(text + "\n", encoding="utf-8")
    return path


def review(project: Reviewed) -> dict[str, object]:
    """The object that is written; offsets are code points, half open."""
    report = extraction(project.report())
    with project.at_one_moment():
        evidence = project.evidence()
        written: dict[str, object] = {
            "format": FORMAT,
            "version": VERSION,
            "content_hash": project.content_hash(),
            "report": report,
            "settings": {key: value for key in SETTINGS if (value := project.setting(key))},
            "versions": [asdict(version) | {"stage": version.stage} for version in project.versions()],
            "tags": [asdict(tag) for tag in project.tags()],
            "claims": [_claim(claim) for claim in project.claims()],
            "ledger": [asdict(entry) for entry in project.ledger_entries()],
            "pins": list(project.pins()),
            "evidence": [],
            "hits": [
                {
                    "id": hit.id, "check": hit.finding.check, "severity": hit.finding.severity,
                    "spans": [[span.start, span.end] for span in hit.finding.spans],
                    "state": hit.state, "reason": hit.reason,
                }
                for hit in project.hits()
            ],
        }
    states = file_states(project, evidence)  # after that moment: it takes long, and bytes never change
    written["evidence"] = [{**_evidence(item), "file_state": states.get(item.id)} for item in evidence]
    return written


def _claim(claim: ReviewClaim) -> dict[str, object]:
    return {
        "id": claim.id,
        "number": claim.number,
        "origin": claim.origin,
        "suggestion": claim.suggestion,
        "answer": claim.answer,
        "status": claim.status,
        "anchors": [_anchor(anchor) for anchor in claim.anchors],
        "section": claim.section,
        "types": list(claim.types),
        "score": claim.score,
        "metrics": list(claim.metrics),
        "tags": list(claim.tags),
        "verdict": asdict(claim.verdict) if claim.verdict else None,
        "fulfilment": asdict(claim.fulfilment) if claim.fulfilment else None,
        "note": claim.note,
        "evidence": [
            {"evidence": link.evidence, "stance": link.stance, "note": link.note} for link in claim.evidence
        ],
        "links": [asdict(link) for link in claim.links if link.claim == claim.id],
        "decided": claim.decided,
        "dismissed": claim.dismissed,
    }


def _anchor(anchor: Anchor) -> dict[str, object]:
    return {
        "start": anchor.span.start,
        "end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "state": anchor.state,
    }


def _evidence(item: Evidence) -> dict[str, object]:
    """The entry without the places of a linked file, which tell of this computer alone."""
    fields = asdict(item)
    del fields["linked_paths"]
    return fields
