"""Rows of the file as the model's shapes; a value that the model does not know means a damaged file."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, cast, get_args

from core.model import Anchor, ClaimLink, Evidence, EvidenceLink, LedgerEntry, SignOff, Span, Tag, Verdict
from core.model.report import ClaimType
from core.model.review import (
    FULFILMENTS,
    VERACITIES,
    AnchorState,
    ClaimRelation,
    ClaimStatus,
    Confidence,
    CopyState,
    EvidenceKind,
    HitState,
    Holding,
    Method,
    Opinion,
    ProviderRole,
    Scale,
    Sensitivity,
    Signature,
    SignRole,
    Stance,
    Vintage,
)
from core.project.changes import Row, Value
from core.project.errors import ProjectError
from core.project.files import safe_name

T = TypeVar("T")

CLAIM_TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
SCALES: dict[Scale, tuple[str, ...]] = {"veracity": VERACITIES, "fulfilment": FULFILMENTS}
STATUSES: tuple[ClaimStatus, ...] = get_args(ClaimStatus)
RELATIONS: tuple[ClaimRelation, ...] = get_args(ClaimRelation)
ANCHOR_STATES: tuple[AnchorState, ...] = get_args(AnchorState)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
STANCES: tuple[Stance, ...] = get_args(Stance)
HIT_STATES: tuple[HitState, ...] = get_args(HitState)
EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
METHODS: tuple[Method, ...] = get_args(Method)
PROVIDER_ROLES: tuple[ProviderRole, ...] = get_args(ProviderRole)
SIGNATURES: tuple[Signature, ...] = get_args(Signature)
COPY_STATES: tuple[CopyState, ...] = get_args(CopyState)
VINTAGES: tuple[Vintage, ...] = get_args(Vintage)
SENSITIVITIES: tuple[Sensitivity, ...] = get_args(Sensitivity)
HOLDINGS: tuple[Holding, ...] = get_args(Holding)
SIGN_ROLES: tuple[SignRole, ...] = get_args(SignRole)
OPINIONS: tuple[Opinion, ...] = get_args(Opinion)
RELIABILITIES = ("A", "B", "C", "D", "E", "F")
CREDIBILITIES = ("1", "2", "3", "4", "5", "6")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")

_CONTEXT = 32


def known(value: object, words: tuple[T, ...]) -> T:
    """`value`, which must be one of `words`."""
    for word in words:
        if word == value:
            return word
    raise ProjectError("project-damaged", name=str(value)[:40])


def types_of(text: str) -> tuple[ClaimType, ...]:
    """The types as the claim table keeps them, words with a space between."""
    return tuple(known(word, CLAIM_TYPES) for word in text.split())


def types_text(types: Iterable[ClaimType]) -> str:
    """The reverse of `types_of`; each type once, in their own order.

    Raises:
        ValueError: a word that is no type.
    """
    chosen = tuple(types)
    if unknown := [word for word in chosen if word not in CLAIM_TYPES]:
        raise ValueError(f"no claim type: {unknown[0]!r}")
    return " ".join(word for word in CLAIM_TYPES if word in chosen)


def anchor_in(text: str, span: Span) -> Anchor:
    """The anchor of a span: its quote, and 32 characters before and behind."""
    return Anchor(
        span,
        text[span.start : span.end],
        text[max(0, span.start - _CONTEXT) : span.start],
        text[span.end : span.end + _CONTEXT],
    )


def anchor_from(row: sqlite3.Row | Mapping[str, Any], length: int) -> Anchor:
    """The anchor that a row keeps, in a text of `length` characters."""
    start, end = int(row["span_start"]), int(row["span_end"])
    if not 0 <= start <= end <= length:
        raise ProjectError("project-damaged", name=str(row["claim"]))
    state = known(row["state"], ANCHOR_STATES)
    return Anchor(Span(start, end), str(row["exact"]), str(row["prefix"]), str(row["suffix"]), state)


def anchor_row(claim: str, position: int, anchor: Anchor) -> Row:
    """The reverse of `anchor_from`, for the claim's place `position` (1 is the first)."""
    return {
        "claim": claim,
        "position": position,
        "span_start": anchor.span.start,
        "span_end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "state": anchor.state,
    }


def anchor_of(cells: tuple[Any, ...]) -> Anchor:
    """The anchor in the cells `claim, position, span_start, span_end, exact, prefix, suffix, state`, as checked."""
    _, _, start, end, exact, prefix, suffix, state = cells
    return Anchor(Span(start, end), exact, prefix, suffix, "ok" if state == "ok" else known(state, ANCHOR_STATES))


def verdict_of(cells: tuple[Any, ...] | None, values: tuple[T, ...]) -> Verdict[T] | None:
    """The judgement in the cells `claim, scale, value, confidence, rationale, judged_by, judged_at`.

    Its value is one of `values`; None while nothing of it was written.
    """
    if cells is None:
        return None
    _, _, value, confidence, rationale, by, at = cells
    if value is None and confidence is None and not rationale:
        return None
    return Verdict(_known(value, values), _known(confidence, CONFIDENCES), rationale, by, at)


def tag_from(row: sqlite3.Row) -> Tag:
    """One code of the codebook."""
    colour = str(row["colour"])
    if not COLOUR.fullmatch(colour):
        raise ProjectError("project-damaged", name=str(row["id"]))
    return Tag(
        str(row["id"]), str(row["name"]), str(row["definition"]), colour, int(row["position"]), str(row["include"]),
        str(row["exclude"]), str(row["example"]), _text(row["parent"]),
    )  # fmt: skip


def link_from(row: sqlite3.Row) -> EvidenceLink:
    """One attachment."""
    return EvidenceLink(str(row["claim"]), str(row["evidence"]), known(row["stance"], STANCES), str(row["note"]))


def claim_link_from(row: sqlite3.Row) -> ClaimLink:
    """How one claim stands to another."""
    return ClaimLink(str(row["claim"]), str(row["other"]), known(row["relation"], RELATIONS), str(row["note"]))


def ledger_entry_from(row: sqlite3.Row) -> LedgerEntry:
    """One cell of a ledger that a person filled."""
    return LedgerEntry(
        str(row["claim"]), str(row["indicator"]), str(row["field"]), str(row["text"]), str(row["filled_by"]),
        str(row["filled_at"]),
    )  # fmt: skip


def sign_off_from(row: sqlite3.Row) -> SignOff:
    """One signature."""
    return SignOff(
        int(row["version"]), known(row["role"], SIGN_ROLES), str(row["name"]), known(row["opinion"], OPINIONS),
        str(row["comment"]), str(row["at"]), str(row["content_hash"]),
    )  # fmt: skip


def evidence_from(row: sqlite3.Row) -> Evidence:
    """One entry of the register; its file name stays in its folder, whatever the row says."""
    file_name = _text(row["file_name"])
    return Evidence(
        id=str(row["id"]),
        no=str(row["no"]),
        title=str(row["title"]),
        kind=known(row["kind"], EVIDENCE_KINDS),
        url=_text(row["url"]),
        excerpt=str(row["excerpt"]),
        file_name=None if file_name is None else safe_name(file_name, "file"),
        media_type=_text(row["media_type"]),
        sha256=_text(row["sha256"]),
        size=None if row["size"] is None else int(row["size"]),
        provider=str(row["provider"]),
        published_on=_text(row["published_on"]),
        retrieved_at=str(row["retrieved_at"]),
        retrieved_by=str(row["retrieved_by"]),
        locator=str(row["locator"]),
        reliability=_known(row["reliability"], RELIABILITIES),
        credibility=_known(row["credibility"], CREDIBILITIES),
        notes=str(row["notes"]),
        method=_known(row["method"], METHODS),
        provider_role=_known(row["provider_role"], PROVIDER_ROLES),
        signature=known(row["signature"], SIGNATURES),
        signature_reason=str(row["signature_reason"]),
        copy_state=_known(row["copy_state"], COPY_STATES),
        archive_url=_text(row["archive_url"]),
        data_period=str(row["data_period"]),
        vintage=_known(row["vintage"], VINTAGES),
        holding=_known(row["holding"], HOLDINGS),
        linked_paths=paths_of(row["linked_paths"]),
        page=str(row["page"]),
        table=str(row["table_name"]),
        cell=str(row["cell"]),
        time=str(row["time"]),
        independence_group=str(row["independence_group"]),
        sensitivity=known(row["sensitivity"], SENSITIVITIES),
    )


def paths_of(text: Value) -> tuple[str, ...]:
    """The places to look for a linked file, as the evidence table keeps them."""
    try:
        paths: object = json.loads(str(text or "[]"))
    except (ValueError, RecursionError):
        paths = None
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise ProjectError("project-damaged", name="linked_paths")
    return tuple(cast("list[str]", paths))


def _known(value: Value, words: tuple[T, ...]) -> T | None:
    return None if value is None else known(value, words)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
