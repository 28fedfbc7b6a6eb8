"""Check hits and pieces of evidence as rows of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from core.messages import finding_message
from core.model import Evidence, Hit
from core.text import on_one_line
from core.vocabulary import Language, label
from gui.models.rows import GroupHead, ListRow

_SEVERITIES = ("critical", "major", "minor", "info")
_STATES = {"new": "flag", "confirmed": "check", "dismissed": "dismiss", "deferred": "later"}


def hit_rows(hits: Iterable[Hit], text: str, words: str, language: Language) -> list[ListRow | GroupHead]:
    """Hits under their severity, the gravest first; within it in reading order."""
    rows: list[ListRow | GroupHead] = []
    made = [(hit, hit_row(hit, text, language)) for hit in hits]
    kept = [(hit, row) for hit, row in made if words.casefold() in f"{row.first}{row.second}".casefold()]
    kept.sort(key=lambda pair: (_SEVERITIES.index(pair[0].finding.severity), pair[0].finding.spans[0].start))
    for severity, group in groupby(kept, key=lambda pair: pair[0].finding.severity):
        below = [row for _, row in group]
        rows.append(GroupHead(label("severity", severity, language), len(below)))
        rows.extend(below)
    return rows


def hit_row(hit: Hit, text: str, language: Language) -> ListRow:
    """One hit as a row: the question, then the words that it is about."""
    state = label("hit_state", hit.state, language)
    quote = on_one_line(hit.finding.spans[0].quote(text))
    asked = finding_message(hit.finding, language)
    return ListRow(
        subject="hit",
        id=hit.id,
        first=asked,
        second=" · ".join((hit.finding.check, state, quote)),
        icon=_STATES[hit.state],
        token="hit" if hit.state in ("new", "confirmed") else "muted",
        name=f"{hit.finding.check}, {state}, {asked}",
        first_is_quote=False,
        second_is_cut=True,
        faint=hit.state == "dismissed",
    )


def evidence_icon(item: Evidence) -> str:
    """What the evidence is at a glance: a picture, a file, a link or a quote."""
    if item.media_type and item.media_type.startswith("image/"):
        return "image"
    if item.sha256:
        return "file"
    return "link" if item.url else "quote"


def evidence_rows(
    register: Iterable[Evidence], linked: Mapping[str, int], words: str, language: Language
) -> list[ListRow | GroupHead]:
    """The register in the order of its numbers. `linked` counts the claims of each; unlinked ones come first."""
    kept = [item for item in register if words.casefold() in f"{item.no} {item.title} {item.excerpt}".casefold()]
    loose = [item for item in kept if not linked.get(item.id)]
    rows: list[ListRow | GroupHead] = []
    if loose:
        rows.append(GroupHead(QCoreApplication.translate("EvidenceRows", "Not attached to a claim"), len(loose)))
        rows.extend(_evidence_row(item, 0, language) for item in loose)
    tied = [item for item in kept if linked.get(item.id)]
    if tied:
        rows.append(GroupHead(QCoreApplication.translate("EvidenceRows", "Attached"), len(tied)))
        rows.extend(_evidence_row(item, linked[item.id], language) for item in tied)
    return rows


def _evidence_row(item: Evidence, claims: int, language: Language) -> ListRow:
    kind = label("evidence_kind", item.kind, language)
    bearing = QCoreApplication.translate("EvidenceRows", "claims: {count}").format(count=claims) if claims else ""
    grade = f"{item.reliability or ''}{item.credibility or ''}"
    second = " · ".join(part for part in (item.no, grade, bearing, kind) if part)
    return ListRow(
        subject="evidence",
        id=item.id,
        first=item.title,
        second=second,
        icon=evidence_icon(item),
        token="text2",
        name=f"{item.title}, {second}",
        first_is_quote=False,
    )
