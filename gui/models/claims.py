"""Claims as rows of a list: sorted, grouped by section, filtered by words and by verdict."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate, takewhile
from typing import Literal

from PySide6.QtCore import QCoreApplication

from core.model import ReviewClaim, Span
from core.model.review import VERACITIES, Veracity
from core.text import on_one_line
from core.values import dataclass
from core.vocabulary import Language, label
from gui.models.rows import GroupHead, ListRow

ClaimOrder = Literal["order", "worth", "verdict"]
#: A verdict, `not_judged`, or None for all.
VerdictFilter = Veracity | Literal["not_judged"] | None

_WORTH_STEPS = (0.25, 0.5, 0.75)

#: What no claim begins or ends with: a drag that takes a sign too many means the words.
_NOT_FIRST = frozenset("，、；：。！？…—）》〉”’」』】〕·,;:.!?)]\u200b")
_NOT_LAST = frozenset("，、；：—（《〈“‘「『【〔·,;:([\u200b")


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Which claims to list and how."""

    order: ClaimOrder = "order"
    grouped: bool = True
    words: str = ""
    verdict: VerdictFilter = None


def first_at(claims: Sequence[ReviewClaim]) -> Callable[[Span], str | None]:
    """A function that gives the id of the first of the claims, which are in the order of the text, that shares
    something with a span. It looks at few of them, however many there are."""

    @cache
    def reach() -> list[int]:
        return list(accumulate((claim.span.end for claim in claims), max))

    def first(span: Span) -> str | None:
        begin = bisect_right(reach(), span.start)
        near = takewhile(lambda claim: claim.span.start < span.end, (claims[i] for i in range(begin, len(claims))))
        return next((claim.id for claim in near if claim.span.overlaps(span)), None)

    return first


def matching(claims: Iterable[ReviewClaim], query: ClaimQuery) -> list[ReviewClaim]:
    """The claims that the query keeps, in its order. Dismissed ones are kept, for they can be restored."""
    words = query.words.casefold()
    kept = [claim for claim in claims if words in claim.anchor.exact.casefold() and _of_verdict(claim, query.verdict)]
    if query.order == "worth":
        kept.sort(key=lambda claim: (claim.dismissed is not None, -claim.score, claim.span))
    elif query.order == "verdict":
        kept.sort(key=lambda claim: (claim.dismissed is not None, verdict_rank(claim.veracity), claim.span))
    return kept


def claim_rows(
    claims: Iterable[ReviewClaim], query: ClaimQuery, titles: Mapping[str, str], language: Language
) -> list[ListRow | GroupHead]:
    """The rows to list. `titles` are section titles by id; groups stand only where the order is the report's."""
    kept = matching(claims, query)
    lost = [claim for claim in kept if claim.lost]
    kept = [claim for claim in kept if not claim.lost]
    rows: list[ListRow | GroupHead] = []
    if lost:  # before all others: they have no place among them
        rows.append(GroupHead(QCoreApplication.translate("ClaimRows", "Not found in this version"), len(lost)))
        rows.extend(claim_row(claim, "", language) for claim in lost)
    if not (query.grouped and query.order == "order"):
        worth = query.order == "worth"
        if lost and kept:
            rows.append(GroupHead(QCoreApplication.translate("ClaimRows", "In the text"), len(kept)))
        sections = ((claim, titles.get(claim.section or "", "")) for claim in kept)
        return rows + [claim_row(claim, section, language, worth=worth) for claim, section in sections]
    for start, end in _runs(kept):
        section = kept[start].section
        rows.append(GroupHead(titles.get(section or "", _front_matter()), end - start))
        rows.extend(claim_row(claim, "", language) for claim in kept[start:end])
    return rows


def claim_row(claim: ReviewClaim, place: str, language: Language, *, worth: bool = False) -> ListRow:
    """One claim as a row; `place` is the section's title, left out where a group head says it.

    `worth` shows how much the claim is worth checking.
    """
    veracity = claim.veracity
    verdict = label("veracity", veracity or "not_judged", language)
    types = " · ".join(label("claim_type", key, language) for key in claim.types)
    state = QCoreApplication.translate("ClaimRows", "dismissed") if claim.dismissed is not None else verdict
    standing = "" if claim.state == "ok" else label("anchor_state", claim.state, language)
    number = QCoreApplication.translate("ClaimRows", "Claim {number}").format(number=claim.number)
    parts = [number, standing, types, place, state]
    quote = on_one_line(claim.anchor.exact)
    return ListRow(
        subject="claim",
        id=claim.id,
        first=quote,
        second=" · ".join(part for part in (str(claim.number), standing, types, place or state) if part),
        icon="dismiss" if claim.dismissed is not None else _icon(veracity),
        token="muted" if claim.dismissed is not None else veracity or "line",
        name=", ".join(part for part in (*parts, quote) if part),
        worth=max(1, sum(claim.score >= step for step in _WORTH_STEPS)) if worth else 0,
        faint=claim.dismissed is not None,
        sign={"moved": "pin", "orphan": "search"}.get(claim.state, ""),
    )


def verdict_rank(veracity: Veracity | None) -> int:
    """Unjudged first, then by the verdicts' keys."""
    return 0 if veracity is None else VERACITIES.index(veracity) + 1


def _icon(veracity: Veracity | None) -> str:
    return f"verdict-{verdict_rank(veracity)}" if veracity else "verdict-none"


def _of_verdict(claim: ReviewClaim, wanted: VerdictFilter) -> bool:
    if wanted is None:
        return True
    if claim.dismissed is not None:
        return False
    return claim.veracity is None and claim.checkable if wanted == "not_judged" else claim.veracity == wanted


def _runs(claims: Sequence[ReviewClaim]) -> Iterable[tuple[int, int]]:
    start = 0
    for place in range(1, len(claims) + 1):
        if place == len(claims) or claims[place].section != claims[start].section:
            yield start, place
            start = place


def _front_matter() -> str:
    return QCoreApplication.translate("ClaimRows", "Before the first section")


def trimmed(text: str, span: Span) -> Span | None:
    """The selection as it was meant: without the white space and the commas at its ends, None if nothing is left.

    What opens, such as “, stays at the start; what closes, and the end of a sentence, stays at the end.
    """
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in _NOT_FIRST):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _NOT_LAST):
        end -= 1
    return Span(start, end) if start < end else None
