"""The project file: one SQLite file that holds a report, what the program found, what people decided, the evidence."""

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
    "RemoveClaim",
    "RemoveEvidence",
    "RemovePlace",
    "RemoveTag",
    "ReplaceReport",
    "RestoreClaim",
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
    "default_colour",
    "default_tags",
    "export_codebook",
    "read_codebook",
    "tag_definition",
    "tag_name",
]
