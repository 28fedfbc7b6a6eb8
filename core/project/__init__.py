"""The project file: one SQLite file that holds a report, what the program found, what people decided, the evidence.

Each name is loaded when it is first asked for: whoever opens a project does not wait for what carries claims over to a
corrected report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from core.handing_on import handing_on

if TYPE_CHECKING:
    from core.project.carrying import CarriedAnswer, CarriedClaim, Correction, carried
    from core.project.changes import Changes
    from core.project.claim_edits import (
        AcceptClaim,
        DismissClaim,
        LinkClaims,
        MarkClaim,
        RemoveClaim,
        RestoreClaim,
        SetNote,
        SetStatus,
        SetTypes,
        UnlinkClaims,
    )
    from core.project.codebook import CodeEntry, default_colour, default_tags, tag_definition, tag_name
    from core.project.codebook_csv import export_codebook, read_codebook
    from core.project.codebook_edits import AddTag, DefineTag, DeleteTag, ImportCodebook, OrderTags, RemoveTag
    from core.project.corrections import ReplaceReport
    from core.project.database import has_room, roomy_name
    from core.project.edits import AnswerHit, Edit, SetSetting, Together
    from core.project.errors import ProjectError
    from core.project.evidence import (
        AttachEvidence,
        ChangeEvidence,
        EmbedLinked,
        EvidenceDraft,
        EvidencePatch,
        LinkEvidence,
        RemoveEvidence,
        SetEvidenceFile,
        UnlinkEvidence,
    )
    from core.project.figure_edits import AddFigure, CorrectFigure, RefuseFigure, RestoreFigure
    from core.project.headings import correct_headings, corrections_in, kept_corrections, merged, replacement
    from core.project.history import LogEntry
    from core.project.integrity import Identity
    from core.project.ledger_edits import CHARTS, FillEntry, MovePin, PinChart, UnpinChart
    from core.project.linked import LinkState
    from core.project.particulars import SetParticulars
    from core.project.place_edits import AddPlace, ConfirmPlaces, PlaceAgain, RemovePlace
    from core.project.project import Project, Written
    from core.project.restoring import RestoreSnapshot
    from core.project.schema import APPLICATION_ID
    from core.project.signing import BeginVersion, Sign
    from core.project.snapshots import Snapshot
    from core.project.verdict_edits import SetConfidence, SetRationale, SetVerdict

__all__ = [
    "APPLICATION_ID",
    "CHARTS",
    "AcceptClaim",
    "AddFigure",
    "AddPlace",
    "AddTag",
    "AnswerHit",
    "AttachEvidence",
    "BeginVersion",
    "CarriedAnswer",
    "CarriedClaim",
    "ChangeEvidence",
    "Changes",
    "CodeEntry",
    "ConfirmPlaces",
    "CorrectFigure",
    "Correction",
    "DefineTag",
    "DeleteTag",
    "DismissClaim",
    "Edit",
    "EmbedLinked",
    "EvidenceDraft",
    "EvidencePatch",
    "FillEntry",
    "Identity",
    "ImportCodebook",
    "LinkClaims",
    "LinkEvidence",
    "LinkState",
    "LogEntry",
    "MarkClaim",
    "MovePin",
    "OrderTags",
    "PinChart",
    "PlaceAgain",
    "Project",
    "ProjectError",
    "RefuseFigure",
    "RemoveClaim",
    "RemoveEvidence",
    "RemovePlace",
    "RemoveTag",
    "ReplaceReport",
    "RestoreClaim",
    "RestoreFigure",
    "RestoreSnapshot",
    "SetConfidence",
    "SetEvidenceFile",
    "SetNote",
    "SetParticulars",
    "SetRationale",
    "SetSetting",
    "SetStatus",
    "SetTypes",
    "SetVerdict",
    "Sign",
    "Snapshot",
    "Together",
    "UnlinkClaims",
    "UnlinkEvidence",
    "UnpinChart",
    "Written",
    "carried",
    "correct_headings",
    "corrections_in",
    "default_colour",
    "default_tags",
    "export_codebook",
    "has_room",
    "kept_corrections",
    "merged",
    "read_codebook",
    "replacement",
    "roomy_name",
    "tag_definition",
    "tag_name",
]

#: The module of each name; a test holds it equal to the imports above.
_HOMES: Final = {
    "carrying": ("CarriedAnswer", "CarriedClaim", "Correction", "carried"),
    "changes": ("Changes",),
    "claim_edits": (
        "AcceptClaim", "DismissClaim", "LinkClaims", "MarkClaim", "RemoveClaim", "RestoreClaim", "SetNote",
        "SetStatus", "SetTypes", "UnlinkClaims",
    ),
    "codebook": ("CodeEntry", "default_colour", "default_tags", "tag_definition", "tag_name"),
    "codebook_csv": ("export_codebook", "read_codebook"),
    "codebook_edits": ("AddTag", "DefineTag", "DeleteTag", "ImportCodebook", "OrderTags", "RemoveTag"),
    "corrections": ("ReplaceReport",),
    "database": ("has_room", "roomy_name"),
    "edits": ("AnswerHit", "Edit", "SetSetting", "Together"),
    "errors": ("ProjectError",),
    "evidence": (
        "AttachEvidence", "ChangeEvidence", "EmbedLinked", "EvidenceDraft", "EvidencePatch", "LinkEvidence",
        "RemoveEvidence", "SetEvidenceFile", "UnlinkEvidence",
    ),
    "figure_edits": ("AddFigure", "CorrectFigure", "RefuseFigure", "RestoreFigure"),
    "headings": ("correct_headings", "corrections_in", "kept_corrections", "merged", "replacement"),
    "history": ("LogEntry",),
    "integrity": ("Identity",),
    "ledger_edits": ("CHARTS", "FillEntry", "MovePin", "PinChart", "UnpinChart"),
    "linked": ("LinkState",),
    "particulars": ("SetParticulars",),
    "place_edits": ("AddPlace", "ConfirmPlaces", "PlaceAgain", "RemovePlace"),
    "project": ("Project", "Written"),
    "restoring": ("RestoreSnapshot",),
    "schema": ("APPLICATION_ID",),
    "signing": ("BeginVersion", "Sign"),
    "snapshots": ("Snapshot",),
    "verdict_edits": ("SetConfidence", "SetRationale", "SetVerdict"),
}

__getattr__ = handing_on(__name__, _HOMES)
