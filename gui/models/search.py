"""Find in the whole project: the report's text, claims, what reviewers wrote, tags, evidence, checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from core.messages import finding_message
from core.model import Evidence, Hit, Report, ReviewClaim, Span
from core.text import matches, on_one_line
from core.values import dataclass
from core.vocabulary import Language, label
from gui.models.hits import evidence_icon
from gui.models.rows import GroupHead, ListRow

#: So many results of one kind are listed; the head says how many there are.
MOST: Final = 200
_BEFORE: Final = 5
_BEHIND: Final = 60
#: What ends the words before: it stands at the head of no line.
_ENDS: Final = "，。；：、！？）》”"

Field = Literal["quote", "rationale", "fulfilment", "note"]


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched. `tags` are the names of the codes by id, as the window calls them."""

    report: Report
    claims: Sequence[ReviewClaim]
    hits: Sequence[Hit]
    evidence: Sequence[Evidence]
    tags: dict[str, str]


def search_rows(searched: Searched, words: str, language: Language) -> list[ListRow | GroupHead]:
    """Everything that holds `words`, by kind; nothing for no words."""
    if not words.strip():
        return []
    groups: tuple[tuple[str, Iterator[ListRow]], ...] = (
        (QCoreApplication.translate("Search", "Text of the report"), _in_text(searched.report, words)),
        (QCoreApplication.translate("Search", "Claims"), _in_claims(searched, words, language, ("quote",))),
        (
            QCoreApplication.translate("Search", "Rationales and notes"),
            _in_claims(searched, words, language, ("rationale", "fulfilment", "note")),
        ),
        (QCoreApplication.translate("Search", "Tags"), _in_tags(searched, words, language)),
        (QCoreApplication.translate("Search", "Evidence"), _in_evidence(searched.evidence, words, language)),
        (QCoreApplication.translate("Search", "Checks"), _in_hits(searched, words, language)),
    )
    rows: list[ListRow | GroupHead] = []
    for title, found in groups:
        below = list(found)
        if below:
            rows.append(GroupHead(title, len(below)))
            rows.extend(below[:MOST])
    return rows


def place_of(key: str) -> Span | None:
    """The place in the text that a row's id names, None if it names something else."""
    kind, _, rest = key.partition(":")
    start, _, end = rest.partition("-")
    return Span(int(start), int(end)) if kind == "text" else None


def _in_text(report: Report, words: str) -> Iterator[ListRow]:
    sections = report.sections
    inside = 0  # results and sections both go down the text
    open_: list[str] = []
    ends: list[int] = []
    for span in matches(report.text, words, wrapped=bool(report.breaks)):
        while inside < len(sections) and sections[inside].span.start <= span.start:
            open_.append(sections[inside].title)
            ends.append(sections[inside].span.end)
            inside += 1
        while ends and ends[-1] <= span.start:
            ends.pop()
            open_.pop()
        around = _around(report.text, span)
        where = open_[-1] if open_ else ""
        yield ListRow(
            "text", f"text:{span.start}-{span.end}", around, where, "arrow-right", "muted",
            f"{around}, {where}" if where else around, second_is_cut=True,
        )


def _in_claims(
    searched: Searched, words: str, language: Language, fields: Sequence[Field]
) -> Iterator[ListRow]:
    for claim in searched.claims:
        for field, text in _written(claim):
            found = matches(text, words, wrapped=False) if field in fields and text else []
            if not found:
                continue
            about = QCoreApplication.translate("Search", "Claim {number}").format(number=claim.number)
            second = " · ".join((about, _field_name(field))) if field != "quote" else " · ".join(
                (about, label("veracity", claim.veracity or "not_judged", language))
            )
            around = _around(text, found[0])
            yield ListRow(
                "claim", f"claim:{claim.id}:{field}", around, second, "claim" if field == "quote" else "edit", "text2",
                f"{around}, {second}", first_is_quote=field == "quote",
            )


def _written(claim: ReviewClaim) -> Iterator[tuple[Field, str]]:
    for anchor in claim.anchors:
        yield "quote", anchor.exact
        break
    if claim.verdict is not None:
        yield "rationale", claim.verdict.rationale
    if claim.fulfilment is not None:
        yield "fulfilment", claim.fulfilment.rationale
    yield "note", claim.note


def _field_name(field: Field) -> str:
    return {
        "quote": "",
        "rationale": QCoreApplication.translate("Search", "Rationale"),
        "fulfilment": QCoreApplication.translate("Search", "Rationale on fulfilment"),
        "note": QCoreApplication.translate("Search", "Note"),
    }[field]


def _in_tags(searched: Searched, words: str, language: Language) -> Iterator[ListRow]:
    named = {key for key, name in searched.tags.items() if matches(name, words, wrapped=False)}
    for claim in searched.claims:
        for key in claim.tags:
            if key in named:
                number = QCoreApplication.translate("Search", "Claim {number}").format(number=claim.number)
                quote = on_one_line(claim.anchor.exact)
                name = f"{searched.tags[key]}, {number}"
                verdict = label("veracity", claim.veracity or "not_judged", language)
                yield ListRow(
                    "claim", f"claim:{claim.id}:tag:{key}", quote, " · ".join((searched.tags[key], number, verdict)),
                    "tag", "text2", f"{name}, {quote}",
                )


def _in_evidence(register: Iterable[Evidence], words: str, language: Language) -> Iterator[ListRow]:
    for item in register:
        fields = (item.title, item.excerpt, item.notes, item.provider, item.locator, item.file_name or "",
                  item.url or "", item.no)
        hit = next(((text, found[0]) for text in fields if (found := matches(text, words, wrapped=False))), None)
        if hit is not None:
            first = item.title if hit[0] is item.title else _around(*hit)
            second = " · ".join((item.no, label("evidence_kind", item.kind, language)))
            yield ListRow(
                "evidence", f"evidence:{item.id}", first or item.no, second, evidence_icon(item), "text2",
                f"{first}, {second}", first_is_quote=False,
            )


def _in_hits(searched: Searched, words: str, language: Language) -> Iterator[ListRow]:
    for hit in searched.hits:
        asked = finding_message(hit.finding, language)
        text = next((each for each in (asked, hit.reason) if each and matches(each, words, wrapped=False)), None)
        if text is not None:
            state = " · ".join((hit.finding.check, label("hit_state", hit.state, language)))
            yield ListRow("hit", f"hit:{hit.id}", text, state, "hit", "hit", f"{text}, {state}", first_is_quote=False)


def _around(text: str, span: Span) -> str:
    """The words found with some before and behind, on one line."""
    start, end = max(0, span.start - _BEFORE), min(len(text), span.end + _BEHIND)
    before = text[start : span.start].rpartition("\n")[2].lstrip(_ENDS)
    cut = start > 0 and "\n" not in text[start - 1 : span.start]
    behind = text[span.end : end].partition("\n")[0]
    words = on_one_line(f"{before}{span.quote(text)}{behind}")
    return f"…{words}" if cut else words
