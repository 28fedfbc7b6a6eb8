"""What a person decided about a report: claims, tags, verdicts, evidence, answers to check hits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.model.report import ClaimType, Finding
from core.model.spans import Span

Veracity = Literal[
    "supported", "mostly", "partly", "misleading", "refuted", "unproven", "not_checkable"
]
Confidence = Literal["high", "medium", "low"]
Stance = Literal["supports", "refutes", "partly", "context"]
HitState = Literal["new", "confirmed", "dismissed", "deferred"]
ClaimOrigin = Literal["program", "person"]
EvidenceKind = Literal[
    "statistical_release", "final_account", "audit_report", "notice", "law", "register", "project_file",
    "voucher", "site_check", "photo", "interview", "self_summary", "third_party", "news", "social",
    "anonymous", "recalculation", "quote", "other",
]

#: The seven verdicts in the order of their keys 1 to 7.
VERACITIES: tuple[Veracity, ...] = (
    "supported", "mostly", "partly", "misleading", "refuted", "unproven", "not_checkable",
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a report's text that survives a corrected version: position, quote and context of 32 characters."""

    span: Span
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Tag:
    """One code of the codebook. `colour` is #RRGGBB; `builtin` tags take their name from the vocabulary."""

    id: str
    name: str
    definition: str
    colour: str
    position: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """A person's judgement. `value` is None when only a rationale or confidence was written so far."""

    value: Veracity | None
    confidence: Confidence | None
    rationale: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """One piece of evidence attached to one claim, and how it bears on it."""

    claim: str
    evidence: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Evidence:
    """One item of the evidence register.

    `no` is the printed number (E-0001). `sha256` and `size` are of the embedded file, None for a bare link or quote.
    Dates are ISO 8601. `reliability` is A to F and `credibility` 1 to 6 of the Admiralty code.
    """

    id: str
    no: str
    title: str
    kind: EvidenceKind
    url: str | None
    excerpt: str
    file_name: str | None
    media_type: str | None
    sha256: str | None
    size: int | None
    provider: str
    published_on: str | None
    retrieved_at: str
    retrieved_by: str
    locator: str
    reliability: str | None
    credibility: str | None
    notes: str


@dataclass(frozen=True, slots=True)
class ReviewClaim:
    """A claim as the reviewer sees it: proposed by the program or marked by a person, with all that was decided.

    `decided` is True as soon as a person touched it; then `types` are the person's. `checkable` is False for pure
    rhetoric. `metrics` are ids of the report's metrics inside the claim. `dismissed` holds the reason, if dismissed.
    """

    id: str
    report: str
    number: int
    origin: ClaimOrigin
    anchor: Anchor
    section: str | None
    types: tuple[ClaimType, ...]
    score: float
    metrics: tuple[str, ...]
    tags: tuple[str, ...]
    verdict: Verdict | None
    note: str
    evidence: tuple[EvidenceLink, ...]
    decided: bool
    dismissed: str | None

    @property
    def span(self) -> Span:
        """Where the claim stands in the text."""
        return self.anchor.span

    @property
    def checkable(self) -> bool:
        """Whether anything in it could be checked."""
        return self.types != ("rhetoric",)

    @property
    def veracity(self) -> Veracity | None:
        """The verdict's value, None while not judged."""
        return self.verdict.value if self.verdict else None


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding of the program with the person's answer to it. `id` is stable over reopening."""

    id: str
    report: str
    finding: Finding
    state: HitState
    reason: str
