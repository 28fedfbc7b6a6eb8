"""A review read once from its project, with the look-ups that every part of the document needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from core.export.source import Reviewed
from core.model import Anchor, Evidence, Hit, LedgerEntry, Metric, Report, ReviewClaim, Section, Span, Tag, Version
from core.project.codebook import tag_name
from core.project.particulars import KEYS
from core.text import shortened
from core.values import dataclass
from core.vocabulary import Language, keys, label

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_QUOTE = 150
_TOP = (Span(0, 0),)


@dataclass(frozen=True, slots=True)
class Material:
    """What the document is made of. `file_states` are of the evidence that has a file, by id: `present` when it matched
    its SHA-256 while this was read, `changed` or `missing`. `settings` are those of `SETTINGS`, "" where not given."""

    report: Report
    original_size: int
    claims: tuple[ReviewClaim, ...]
    hits: tuple[Hit, ...]
    tags: dict[str, Tag]
    evidence: tuple[Evidence, ...]
    file_states: dict[str, str]
    settings: dict[str, str]
    versions: tuple[Version, ...]
    entries: tuple[LedgerEntry, ...]
    pins: tuple[str, ...]
    content_hash: str
    project_name: str
    language: Language

    @property
    def sections(self) -> dict[str, Section]:
        """The report's sections by id."""
        return {section.id: section for section in self.report.sections}

    @property
    def metrics(self) -> dict[str, Metric]:
        """The report's metrics by id."""
        return {metric.id: metric for metric in self.report.metrics}

    @property
    def shown(self) -> list[ReviewClaim]:
        """The claims of the document: not dismissed, and checkable or touched by a person."""
        return [claim for claim in self.claims if claim.dismissed is None and (claim.checkable or claim.decided)]

    @property
    def numbered_hits(self) -> list[tuple[int, Hit]]:
        """The hits that were not dismissed, gravest first, with their printed numbers."""
        order = keys("severity")
        live = [hit for hit in self.hits if hit.state != "dismissed"]
        live.sort(key=lambda hit: (order.index(hit.finding.severity), min(s.start for s in hit.finding.spans or _TOP)))
        return list(enumerate(live, 1))

    @property
    def version(self) -> Version:
        """The version that the document is of."""
        return self.versions[-1]

    @property
    def numbers(self) -> dict[str, int]:
        """The claims' printed numbers by id."""
        return {claim.id: claim.number for claim in self.claims}

    def tag_name(self, key: str) -> str:
        """The tag's name in the document's language, its id for a tag that is not in the codebook."""
        return tag_name(self.tags[key], self.language) if key in self.tags else key

    def quote(self, span: Span, most: int = _QUOTE) -> str:
        """The words of a span on one line, with … where they were cut after `most` characters."""
        words = "".join(span.quote(self.report.text).split("\n")).replace("\r", "").strip()
        return shortened(words, most)

    def passage(self, anchor: Anchor, most: int = _QUOTE) -> str:
        """The words of a claim's passage as `quote` gives them; of a lost one its old words, with what became of it."""
        if anchor.state != "orphan":
            return self.quote(anchor.span, most)
        words = "".join(anchor.exact.split("\n")).replace("\r", "").strip()
        state = label("anchor_state", anchor.state, self.language)
        return f"{shortened(words, most)} [{state}]"

    def last_day(self) -> str:
        """The day of the last decision or evidence, ISO 8601; "" without any."""
        times = [claim.verdict.at for claim in self.claims if claim.verdict]
        times += [item.retrieved_at for item in self.evidence]
        return max((time[:10] for time in times if time), default="")


#: Settings of a review that the document prints, if they are there.
SETTINGS = (
    "title", "issuer", "place", "reviewer", "organisation", "date", "overall_view", "independence",
    "preparer", "second_reviewer", "approver", *KEYS.values(),
)


def gather(project: Reviewed, language: Language) -> Material:
    """Read the review from its project, as it is at one moment: the fingerprint is of what is printed."""
    original_size = len(project.original())  # never changes, so it need not wait inside
    with project.at_one_moment():
        material = Material(
            report=project.report(),
            original_size=original_size,
            claims=tuple(project.claims()),
            hits=tuple(project.hits()),
            tags={tag.id: tag for tag in project.tags()},
            evidence=tuple(project.evidence()),
            file_states={},
            settings={key: str(project.setting(key, "") or "") for key in SETTINGS},
            versions=tuple(project.versions()),
            entries=tuple(project.ledger_entries()),
            pins=tuple(project.pins()),
            content_hash=project.content_hash(),
            project_name=project.path.name,
            language=language,
        )
    return replace(material, file_states=file_states(project, material.evidence))  # takes long, and bytes never change


def file_states(project: Reviewed, evidence: Iterable[Evidence]) -> dict[str, str]:
    """The file of each piece of evidence against its SHA-256, by the id of the evidence; each is read whole."""
    found = {item.id: project.file_state(item) for item in evidence}
    return {key: state for key, state in found.items() if state is not None}


def day_words(iso: str, language: Language) -> str:
    """A day for readers: 2024年1月5日, 5 January 2024. What is no date is given back as it is."""
    try:
        day = datetime.fromisoformat(iso).date() if "T" in iso else date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def hash_groups(digest: str) -> list[str]:
    """A hash in groups of eight, to be read and compared by eye."""
    return [digest[place : place + 8] for place in range(0, len(digest), 8)]
