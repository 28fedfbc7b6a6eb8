"""The words of the hover card: how a figure was read and why, what was decided, what a check asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from core.by_hand import Told, told_of
from core.lexicon import explain
from core.messages import finding_message
from core.model import Hit, Metric, ReviewClaim
from core.numerals import number_text
from core.project import LogEntry
from core.values import dataclass
from core.vocabulary import Language, bound_sign, label
from gui.models.history import entry_words, moment
from gui.models.metrics import indicator_name, printed_value, standard_name, value_by_hand
from gui.views.controls.marks import verdict_icon, verdict_token
from gui.views.text.marks import CERTAIN

#: So many things that happened are told; what only comes with another step is not.
_LAST: Final = 3
_UNTOLD: Final = ("create_project", "migrate_1_2")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a card. `icon` and `token` stand before the words, where there is an icon."""

    label: str
    words: str
    icon: str = ""
    token: str = "text2"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says. `value` is printed large; `quote` tells that the title is the report's own words."""

    title: str
    value: str
    lines: tuple[Line, ...]
    quote: bool = False


def of_metric(
    metric: Metric, claim: ReviewClaim | None, language: Language, history: Sequence[LogEntry] = ()
) -> Card:
    """How one figure was read, why, what was decided of it; `history` is that of its claim, the oldest first."""
    title = indicator_name(metric) or QCoreApplication.translate("HoverCard", "No indicator named")
    dot = " · "
    basis = label("basis", metric.basis, language) if metric.basis else ""
    period = metric.period or QCoreApplication.translate("HoverCard", "period not stated")
    kind = label("kind", metric.kind, language)
    read = dot.join(part for part in (basis, kind, period, label("role", metric.role, language)) if part)
    lines = [Line(QCoreApplication.translate("HoverCard", "Read as"), read)]
    standard = standard_name(metric)
    if standard:
        lines.append(Line(QCoreApplication.translate("HoverCard", "Standard"), standard))
    large = " ".join(printed_value(metric)).strip() if value_by_hand(metric) else metric.surface
    number = "" if metric.kind == "rank" else _number(metric, language)
    if number == large:
        number = ""
    if number:
        lines.append(Line(QCoreApplication.translate("HoverCard", "Value"), number))
    scope = metric.scope or QCoreApplication.translate("HoverCard", "not stated")
    lines.append(Line(QCoreApplication.translate("HoverCard", "Scope"), scope))
    if metric.rank is not None:
        lines.append(Line(QCoreApplication.translate("HoverCard", "Rank"), _rank(metric)))
    why = [explain(reason.rule, language) for reason in metric.reasons]
    if metric.confidence < CERTAIN:
        why.insert(0, QCoreApplication.translate("HoverCard", "The reading is uncertain; please check it."))
    told = told_of(metric, language)
    if told is not None:
        lines += _by_hand(told, language)
    if claim is not None and claim.veracity is not None:
        lines.append(_verdict(claim, language))
    if why:  # what comes last is left out where there is no room; the inspector has it
        lines.append(Line(QCoreApplication.translate("HoverCard", "Why"), _joined(why, language)))
    lines += history_lines(history, language)
    return Card(title, large, tuple(lines))


def history_lines(history: Sequence[LogEntry], language: Language) -> list[Line]:
    """The last things that happened, the newest first; the first line alone has the name."""
    name = QCoreApplication.translate("HoverCard", "History")
    last = [entry for entry in history if entry.kind not in _UNTOLD][: -_LAST - 1 : -1]
    return [
        Line(name if not place else " ", f"{moment(entry.at)} {entry_words(entry, {}, language)}")
        for place, entry in enumerate(last)
    ]


def _by_hand(told: Told, language: Language) -> list[Line]:
    who = " · ".join(part for part in (told.by, moment(told.at)) if part)
    return [
        Line(label("by_hand", told.what, language), who, "edit", "metric"),
        Line(QCoreApplication.translate("HoverCard", "Had read"), told.machine),
    ]


def of_hit(hit: Hit, language: Language) -> Card:
    """What one check asks about."""
    lines = (
        Line("", finding_message(hit.finding, language), "hit", "hit"),
        Line(
            QCoreApplication.translate("HoverCard", "State"),
            " · ".join((label("severity", hit.finding.severity, language), label("hit_state", hit.state, language))),
        ),
    )
    return Card(QCoreApplication.translate("HoverCard", "Check {number}").format(number=hit.finding.check), "", lines)


def of_claim(claim: ReviewClaim, language: Language, history: Sequence[LogEntry] = ()) -> Card:
    """What was decided about one claim, and what happened to it."""
    lines = [_verdict(claim, language)]
    if claim.state != "ok":
        place = QCoreApplication.translate("HoverCard", "Place")
        lines.append(Line(place, label("anchor_state", claim.state, language), "pin", "hit"))
    if claim.verdict and claim.verdict.rationale:
        lines.append(Line(QCoreApplication.translate("HoverCard", "Rationale"), claim.verdict.rationale))
    if claim.evidence:
        lines.append(
            Line(
                QCoreApplication.translate("HoverCard", "Evidence"),
                QCoreApplication.translate("HoverCard", "{count} attached").format(count=len(claim.evidence)),
            )
        )
    if claim.note:
        lines.append(Line(QCoreApplication.translate("HoverCard", "Note"), claim.note))
    types = " · ".join(label("claim_type", kind, language) for kind in claim.types)
    lines.append(Line(QCoreApplication.translate("HoverCard", "Type"), types))
    lines += history_lines(history, language)
    title = QCoreApplication.translate("HoverCard", "Claim {number}").format(number=claim.number)
    return Card(title, "", tuple(lines))


def spoken(card: Card) -> str:
    """A card as one sentence for screen readers."""
    parts = [f"{card.title} {card.value}".strip(), *(f"{part.label} {part.words}".strip() for part in card.lines)]
    return "; ".join(parts)


def _joined(sentences: list[str], language: Language) -> str:
    """Several sentences in a row, each said once; Chinese makes one sentence of them."""
    joint, end = ("；", "。") if language == "zh" else (". ", ".")
    return joint.join(dict.fromkeys(sentence.removesuffix(end) for sentence in sentences)) + end


def _verdict(claim: ReviewClaim, language: Language) -> Line:
    words = label("veracity", claim.veracity or "not_judged", language)
    icon, token = verdict_icon(claim.veracity), verdict_token(claim.veracity)
    return Line(QCoreApplication.translate("HoverCard", "Verdict"), words, icon, token)


def _number(metric: Metric, language: Language) -> str:
    """The value in the base unit, where it is printed otherwise (1.3亿元)."""
    if metric.value is None:
        return ""
    first = number_text(metric.value)
    words = first if metric.value_max is None else f"{first}–{number_text(metric.value_max)}"
    sign = bound_sign(metric.axis_bound, language)
    printed = metric.surface.replace(",", "").replace("，", "")
    if not sign and words.replace(",", "") in printed:
        return ""
    return f"{sign}{' ' if sign else ''}{words} {metric.unit}".strip()


def _rank(metric: Metric) -> str:
    rank = metric.rank
    if rank is None:
        return ""
    place = QCoreApplication.translate("HoverCard", "No. {position}").format(position=rank.position)
    if rank.of is not None:
        place = QCoreApplication.translate("HoverCard", "No. {position} of {count}").format(
            position=rank.position, count=rank.of
        )
    return " · ".join(part for part in (rank.scope or "", place) if part)
