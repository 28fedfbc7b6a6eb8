"""Charts of the review itself: shares of verdicts, coverage by section, grades of evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from core.model import Evidence, Report, ReviewClaim
from core.model.review import VERACITIES, Veracity
from core.values import dataclass

VerdictKey = Veracity | Literal["not_judged"]


@dataclass(frozen=True, slots=True)
class VerdictShare:
    """How many checkable claims have one verdict; `share` is 0 to 1 of all of them."""

    key: VerdictKey
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class VerdictChart:
    """The seven verdicts and the unjudged, in printed order, zero counts kept.

    `empty` is no-claims when nothing is checkable, no-verdicts when nothing is judged yet.
    """

    shares: tuple[VerdictShare, ...]
    judged: int
    total: int
    empty: str | None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One section with all below it: claims judged, claims that can be checked, and claims that cannot."""

    section: str
    title: str
    depth: int
    judged: int
    checkable: int
    uncheckable: int
    has_children: bool


@dataclass(frozen=True, slots=True)
class CoverageChart:
    """Judged of checkable by section, in reading order. `empty` is no-claims or no-sections."""

    rows: tuple[CoverageRow, ...]
    judged: int
    checkable: int
    empty: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One claim with the grades of its evidence (A1 to F6, "" where not graded), best first.

    `single` is True where everything but background comes from one item.
    """

    claim: str
    number: int
    verdict: Veracity | None
    grades: tuple[str, ...]
    single: bool


@dataclass(frozen=True, slots=True)
class EvidenceChart:
    """Claims against grades of evidence. `counts` counts each item of evidence once, by grade.

    `unattached` counts evidence with no claim. `empty` is no-evidence without any item.
    """

    rows: tuple[EvidenceRow, ...]
    counts: tuple[tuple[str, int], ...]
    unattached: int
    total: int
    empty: str | None


def verdict_chart(claims: Iterable[ReviewClaim]) -> VerdictChart:
    """Verdicts over the claims that can be checked; dismissed suggestions are not counted."""
    counted = countable(claims)
    keys: tuple[VerdictKey, ...] = (*VERACITIES, "not_judged")
    counts = dict.fromkeys(keys, 0)
    for claim in counted:
        counts[claim.veracity or "not_judged"] += 1
    total = len(counted)
    judged = total - counts["not_judged"]
    shares = tuple(VerdictShare(key, counts[key], counts[key] / total if total else 0.0) for key in keys)
    return VerdictChart(shares, judged, total, None if judged else ("no-verdicts" if total else "no-claims"))


def coverage_chart(report: Report, claims: Iterable[ReviewClaim]) -> CoverageChart:
    """Judged of checkable for every section that holds a claim, itself or below."""
    kept = [claim for claim in claims if claim.dismissed is None]
    inside: Counter[str | None] = Counter(claim.section for claim in kept)
    checkable: Counter[str | None] = Counter(claim.section for claim in kept if claim.checkable)
    judged: Counter[str | None] = Counter(
        claim.section for claim in kept if claim.checkable and claim.veracity is not None
    )
    parents = {section.parent for section in report.sections}
    for section in reversed(report.sections):  # in reading order, so a child comes before its parent here
        for counted in (inside, checkable, judged):
            if section.parent is not None and counted[section.id]:
                counted[section.parent] += counted[section.id]
    rows = [
        CoverageRow(
            section.id, section.title, section.depth, judged[section.id], checkable[section.id],
            inside[section.id] - checkable[section.id], section.id in parents,
        )
        for section in report.sections if inside[section.id]
    ]
    checkable_all = [claim for claim in kept if claim.checkable]
    judged_all = sum(claim.veracity is not None for claim in checkable_all)
    empty = None if rows else ("no-sections" if checkable_all else "no-claims")
    return CoverageChart(tuple(rows), judged_all, len(checkable_all), empty)


def evidence_chart(claims: Iterable[ReviewClaim], evidence: Sequence[Evidence]) -> EvidenceChart:
    """The grades behind each claim that has evidence, in reading order."""
    graded = {item.id: grade(item) for item in evidence}
    counts: dict[str, int] = {}
    for item in evidence:
        counts[graded[item.id]] = counts.get(graded[item.id], 0) + 1
    rows: list[EvidenceRow] = []
    attached: set[str] = set()
    for claim in claims:
        known = [link for link in claim.evidence if link.evidence in graded]
        attached.update(link.evidence for link in known)
        if known:
            bearing = {link.evidence for link in known if link.stance in ("supports", "refutes")}
            grades = sorted((graded[link.evidence] for link in known), key=_best_first)
            rows.append(EvidenceRow(claim.id, claim.number, claim.veracity, tuple(grades), len(bearing) == 1))
    ordered = tuple(sorted(counts.items(), key=lambda item: _best_first(item[0])))
    unattached = sum(item.id not in attached for item in evidence)
    return EvidenceChart(tuple(rows), ordered, unattached, len(evidence), None if evidence else "no-evidence")


def countable(claims: Iterable[ReviewClaim]) -> list[ReviewClaim]:
    """The claims that count for coverage: checkable and not dismissed."""
    return [claim for claim in claims if claim.checkable and claim.dismissed is None]


def grade(evidence: Evidence) -> str:
    """The Admiralty grade as printed, such as B2; "" while either half is missing."""
    return f"{evidence.reliability}{evidence.credibility}" if evidence.reliability and evidence.credibility else ""


def _best_first(text: str) -> str:
    return text or "Z"
