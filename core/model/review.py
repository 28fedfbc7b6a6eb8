"""What a person decided about a report: claims, tags, verdicts, evidence, answers to check hits, signatures."""

from __future__ import annotations

from typing import Generic, Literal, TypeVar, get_args

from core.model.report import ClaimType, Finding
from core.model.spans import Span
from core.values import dataclass

Scale = Literal["veracity", "fulfilment"]
Veracity = Literal[
    "supported", "mostly", "partly", "misleading", "refuted", "unproven", "not_checkable"
]
Fulfilment = Literal[
    "not_rated", "not_started", "behind", "on_track", "ahead", "partly", "met", "exceeded", "missed", "changed",
    "incomparable",
]
Confidence = Literal["high", "medium", "low"]
ClaimStatus = Literal["unreviewed", "in_review", "to_second", "returned", "reviewed"]
ClaimOrigin = Literal["program", "person"]
ClaimAnswer = Literal["open", "accepted", "changed", "dismissed"]
ClaimRelation = Literal["repeats", "contradicts", "part_of", "explains"]
AnchorState = Literal["ok", "moved", "orphan"]
Stance = Literal["supports", "refutes", "context", "neutral"]
HitState = Literal["new", "confirmed", "dismissed", "deferred"]
EvidenceKind = Literal[
    "statistical_release", "final_account", "audit_report", "notice", "law", "register", "project_file",
    "voucher", "site_check", "photo", "interview", "self_summary", "third_party", "news", "social",
    "anonymous", "recalculation", "quote", "other",
]
Method = Literal[
    "inspection", "observation", "inquiry", "external_inquiry", "recalculation", "reperformance", "analysis", "search",
]
ProviderRole = Literal["reviewed_body", "upper_level", "third_party", "public"]
Signature = Literal["signed", "sealed", "refused", "not_needed"]
CopyState = Literal["original", "certified_copy", "copy", "screenshot", "archive"]
Vintage = Literal["estimate", "preliminary", "final", "revised"]
Sensitivity = Literal["public", "internal", "personal_data"]
Holding = Literal["embedded", "linked"]
SignRole = Literal["preparer", "reviewer", "approver"]
Opinion = Literal["accepted", "more_evidence", "correct_conclusion"]
Stage = Literal["open", "returned", "prepared", "reviewed", "approved"]

V = TypeVar("V")

#: The seven verdicts in the order of their keys 1 to 7.
VERACITIES: tuple[Veracity, ...] = (
    "supported", "mostly", "partly", "misleading", "refuted", "unproven", "not_checkable",
)

#: How far the review of a claim has come; the first is the start value.
CLAIM_STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)

#: The states of a promised task; the first is the start value.
FULFILMENTS: tuple[Fulfilment, ...] = get_args(Fulfilment)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a report's text that survives a corrected version: position, quote and context of 32 characters.

    `state` is "moved" when the place or its words are not those of the version before, "orphan" when they were not
    found again: then `span` is empty, where they should have been, and `exact` still has the words.
    """

    span: Span
    exact: str
    prefix: str
    suffix: str
    state: AnchorState = "ok"


@dataclass(frozen=True, slots=True)
class Tag:
    """One code of the codebook. `colour` is #RRGGBB; `include` and `exclude` say what it is put on and what not.

    `parent` is the code that it stands under.
    """

    id: str
    name: str
    definition: str
    colour: str
    position: int
    include: str = ""
    exclude: str = ""
    example: str = ""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict(Generic[V]):
    """A person's judgement on one scale. `value` is None when only a rationale or confidence was written so far."""

    value: V | None
    confidence: Confidence | None
    rationale: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """One piece of evidence attached to one claim, and how it bears on it; `note` says it closer."""

    claim: str
    evidence: str
    stance: Stance
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """How one claim stands to another: `claim` repeats, contradicts, is part of or explains `other`."""

    claim: str
    other: str
    relation: ClaimRelation
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One item of the evidence register.

    `no` is the printed number (E-0001). `holding` says where its file is: embedded in the project, or linked: kept
    outside, in one of `linked_paths` (the first counts from the project's folder); None for a bare address or quote.
    `sha256` and `size` (bytes) are the file's.
    Dates are ISO 8601. `reliability` is A to F and `credibility` 1 to 6 of the Admiralty code. `locator` says the
    place in free words; `page`, `table`, `cell` and `time` say it apart. Items of one `independence_group` are one
    source. `signature_reason` is why a signature was refused.
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
    method: Method | None = None
    provider_role: ProviderRole | None = None
    signature: Signature = "not_needed"
    signature_reason: str = ""
    copy_state: CopyState | None = None
    archive_url: str | None = None
    data_period: str = ""
    vintage: Vintage | None = None
    holding: Holding | None = None
    linked_paths: tuple[str, ...] = ()
    page: str = ""
    table: str = ""
    cell: str = ""
    time: str = ""
    independence_group: str = ""
    sensitivity: Sensitivity = "internal"


@dataclass(frozen=True, slots=True)
class ReviewClaim:
    """A claim as the reviewer sees it: proposed by the program or marked by a person, with all that was decided.

    `anchors` are its places in the text, at least one, the first in the text first. `suggestion` is the id of the
    program's claim of that reading which it stands for, None where there is none. `decided` is True as soon as a
    person touched it; then `types` are the person's, and `accepted` is True if the suggestion was agreed to in so many
    words. `metrics` are ids of the report's metrics inside the claim. `dismissed` holds the reason, if dismissed.
    `links` are all that touch the claim, from either side.
    """

    id: str
    report: str
    number: int
    origin: ClaimOrigin
    anchors: tuple[Anchor, ...]
    section: str | None
    types: tuple[ClaimType, ...]
    score: float
    metrics: tuple[str, ...]
    tags: tuple[str, ...]
    verdict: Verdict[Veracity] | None
    note: str
    evidence: tuple[EvidenceLink, ...]
    decided: bool
    dismissed: str | None
    fulfilment: Verdict[Fulfilment] | None = None
    status: ClaimStatus = "unreviewed"
    links: tuple[ClaimLink, ...] = ()
    suggestion: str | None = None
    changed: bool = False
    accepted: bool = False

    @property
    def anchor(self) -> Anchor:
        """Its first place."""
        return self.anchors[0]

    @property
    def span(self) -> Span:
        """Where the claim stands in the text; its first place if it has several."""
        return self.anchors[0].span

    @property
    def state(self) -> AnchorState:
        """The worst state of its places."""
        states: tuple[AnchorState, ...] = ("ok", "moved", "orphan")
        return max((anchor.state for anchor in self.anchors), key=states.index)

    @property
    def lost(self) -> bool:
        """Whether none of its places was found again; a claim that has another place stands there."""
        return self.anchors[0].state == "orphan"

    @property
    def spans(self) -> tuple[Span, ...]:
        """All its places in the text."""
        return tuple(anchor.span for anchor in self.anchors)

    def touches(self, span: Span) -> bool:
        """Whether one of its places shares something with a span."""
        return any(anchor.span.overlaps(span) for anchor in self.anchors)

    @property
    def checkable(self) -> bool:
        """Whether anything in it could be checked; of what a person judged, that was found."""
        return self.types != ("rhetoric",) or self.veracity is not None

    @property
    def veracity(self) -> Veracity | None:
        """The verdict's value, None while not judged."""
        return self.verdict.value if self.verdict else None

    @property
    def fulfilled(self) -> Fulfilment:
        """How far what it promises is done."""
        return (self.fulfilment.value if self.fulfilment else None) or "not_rated"

    @property
    def answer(self) -> ClaimAnswer:
        """What became of the suggestion: a verdict on either scale accepts it; `changed` is types or place."""
        if self.dismissed is not None:
            return "dismissed"
        if self.changed:
            return "changed"
        judged = self.veracity is not None or self.fulfilled != "not_rated"
        return "accepted" if self.accepted or judged or self.origin == "person" else "open"


@dataclass(frozen=True, slots=True)
class Hit:
    """A finding of the program with the person's answer to it. `id` is stable over reopening."""

    id: str
    report: str
    finding: Finding
    state: HitState
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One cell of a ledger that a person filled: `field` of the claim, or of the figure in it that `indicator` names.

    `field` is a word of the vocabulary's group `ledger_field`; `at` is ISO 8601 with zone.
    """

    claim: str
    indicator: str
    field: str
    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class SignOff:
    """One signature: who in which role said what of a version, over which content (SHA-256 of the review then)."""

    version: int
    role: SignRole
    name: str
    opinion: Opinion
    comment: str
    at: str
    content_hash: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the review; from the second on `corrections` says what it corrects and why."""

    number: int
    opened_by: str
    opened_at: str
    corrections: str
    sign_offs: tuple[SignOff, ...] = ()

    @property
    def stage(self) -> Stage:
        """How far its signing has come; the last signature says it."""
        if not self.sign_offs:
            return "open"
        last = self.sign_offs[-1]
        if last.opinion != "accepted":
            return "returned"
        stages: dict[SignRole, Stage] = {"preparer": "prepared", "reviewer": "reviewed", "approver": "approved"}
        return stages[last.role]

    @property
    def locked(self) -> bool:
        """Whether it is approved: nothing of it changes any more."""
        return self.stage == "approved"
