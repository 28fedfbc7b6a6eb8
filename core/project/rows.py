"""Rows of the file as the model's shapes; a value that the model does not know means a damaged file."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import TypeVar, get_args

from core.model import Anchor, Evidence, EvidenceLink, Span, Tag, Verdict
from core.model.report import ClaimType
from core.model.review import Confidence, EvidenceKind, HitState, Stance, Veracity
from core.project.changes import Row, Value
from core.project.errors import ProjectError
from core.project.files import safe_name

T = TypeVar("T")

CLAIM_TYPES: tuple[ClaimType, ...] = get_args(ClaimType)
VERACITIES: tuple[Veracity, ...] = get_args(Veracity)
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
STANCES: tuple[Stance, ...] = get_args(Stance)
HIT_STATES: tuple[HitState, ...] = get_args(HitState)
EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)
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


def anchor_from(row: sqlite3.Row, length: int) -> Anchor:
    """The anchor that a claim row keeps, in a text of `length` characters."""
    start, end = int(row["span_start"]), int(row["span_end"])
    if not 0 <= start <= end <= length:
        raise ProjectError("project-damaged", name=str(row["id"]))
    return Anchor(Span(start, end), str(row["exact"]), str(row["prefix"]), str(row["suffix"]))


def anchor_columns(anchor: Anchor) -> Row:
    """The reverse of `anchor_from`."""
    return {
        "span_start": anchor.span.start,
        "span_end": anchor.span.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def verdict_from(row: sqlite3.Row) -> Verdict | None:
    """The judgement of a claim row, None while nothing of it was written."""
    value, confidence, rationale = row["verdict"], row["confidence"], str(row["rationale"])
    if value is None and confidence is None and not rationale:
        return None
    return Verdict(
        None if value is None else known(value, VERACITIES),
        None if confidence is None else known(confidence, CONFIDENCES),
        rationale,
        str(row["judged_by"]),
        str(row["judged_at"]),
    )


def tag_from(row: sqlite3.Row) -> Tag:
    """One code of the codebook."""
    colour = str(row["colour"])
    if not COLOUR.fullmatch(colour):
        raise ProjectError("project-damaged", name=str(row["id"]))
    return Tag(str(row["id"]), str(row["name"]), str(row["definition"]), colour, int(row["position"]))


def link_from(row: sqlite3.Row) -> EvidenceLink:
    """One attachment."""
    return EvidenceLink(str(row["claim"]), str(row["evidence"]), known(row["stance"], STANCES))


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
        reliability=None if row["reliability"] is None else known(row["reliability"], RELIABILITIES),
        credibility=None if row["credibility"] is None else known(row["credibility"], CREDIBILITIES),
        notes=str(row["notes"]),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
