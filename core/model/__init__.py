"""The shapes that travel through the house: frozen, spans into the untouched text, unknown is None."""

from core.model.figures import FigureDecision, FigureReading
from core.model.report import (
    ByHand,
    Claim,
    Finding,
    Indicator,
    Metric,
    Rank,
    Reason,
    Report,
    Section,
    Source,
)
from core.model.review import (
    Anchor,
    ClaimLink,
    Evidence,
    EvidenceLink,
    Hit,
    LedgerEntry,
    ReviewClaim,
    SignOff,
    Tag,
    Verdict,
    Version,
)
from core.model.spans import Span

__all__ = [
    "Anchor",
    "ByHand",
    "Claim",
    "ClaimLink",
    "Evidence",
    "EvidenceLink",
    "FigureDecision",
    "FigureReading",
    "Finding",
    "Hit",
    "Indicator",
    "LedgerEntry",
    "Metric",
    "Rank",
    "Reason",
    "Report",
    "ReviewClaim",
    "Section",
    "SignOff",
    "Source",
    "Span",
    "Tag",
    "Verdict",
    "Version",
]
