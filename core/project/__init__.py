"""The project file: one SQLite file that holds a report, what the program found, what people decided, the evidence."""

from core.project.changes import Changes
from core.project.codebook import default_tags, tag_definition, tag_name
from core.project.edits import (
    AddTag,
    AnswerHit,
    DefineTag,
    DeleteTag,
    DismissClaim,
    Edit,
    MarkClaim,
    RemoveClaim,
    RemoveTag,
    RestoreClaim,
    SetConfidence,
    SetNote,
    SetRationale,
    SetSetting,
    SetTypes,
    SetVerdict,
)
from core.project.errors import ProjectError
from core.project.evidence import (
    AttachEvidence,
    ChangeEvidence,
    EvidenceDraft,
    EvidencePatch,
    LinkEvidence,
    RemoveEvidence,
    UnlinkEvidence,
)
from core.project.history import LogEntry
from core.project.integrity import Identity
from core.project.project import Project, Written
from core.project.restoring import RestoreSnapshot
from core.project.schema import APPLICATION_ID
from core.project.snapshots import Snapshot

__all__ = [
    "APPLICATION_ID",
    "AddTag",
    "AnswerHit",
    "AttachEvidence",
    "ChangeEvidence",
    "Changes",
    "DefineTag",
    "DeleteTag",
    "DismissClaim",
    "Edit",
    "EvidenceDraft",
    "EvidencePatch",
    "Identity",
    "LinkEvidence",
    "LogEntry",
    "MarkClaim",
    "Project",
    "ProjectError",
    "RemoveClaim",
    "RemoveEvidence",
    "RemoveTag",
    "RestoreClaim",
    "RestoreSnapshot",
    "SetConfidence",
    "SetNote",
    "SetRationale",
    "SetSetting",
    "SetTypes",
    "SetVerdict",
    "Snapshot",
    "UnlinkEvidence",
    "Written",
    "default_tags",
    "tag_definition",
    "tag_name",
]
