"""A claim: its words, what was read in them, the judgement and why, the evidence, the checks, what happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from core.model import Evidence, Hit, LedgerEntry, Metric, ReviewClaim, Span, Tag
from core.model.pair import Pair
from core.model.report import ClaimType
from core.model.review import Confidence, Scale
from core.project import (
    AnswerHit,
    ConfirmPlaces,
    Edit,
    LinkClaims,
    LinkEvidence,
    LogEntry,
    RemovePlace,
    RemoveTag,
    SetConfidence,
    SetNote,
    SetRationale,
    SetTypes,
    SetVerdict,
    UnlinkClaims,
    UnlinkEvidence,
    tag_definition,
    tag_name,
)
from core.vocabulary import keys, label
from gui import settings
from gui.letting_go import clear
from gui.session import Session
from gui.theme import Theme
from gui.views.controls import IconButton, Segment, SegmentedControl
from gui.views.inspector.checks import CheckRows
from gui.views.inspector.chips import ChipContent, ChipRow
from gui.views.inspector.evidence import DropZone, EvidenceCard, EvidenceCards, below
from gui.views.inspector.fields import GrowingField
from gui.views.inspector.fulfilment import FulfilmentKeys
from gui.views.inspector.history import HistoryLines
from gui.views.inspector.links import LinkRows
from gui.views.inspector.page import Facts, Page, SectionHead, hairline
from gui.views.inspector.places import PlaceRows
from gui.views.inspector.quote import Quote
from gui.views.inspector.reading import PairLine, ReadingTable
from gui.views.inspector.verdicts import VerdictKeys, VerdictLine

_CONFIDENCES: Final[tuple[Confidence, ...]] = ("high", "medium", "low")
_NEEDS_RATIONALE: Final = frozenset({"supported", "mostly", "partly", "misleading", "refuted"})


class ClaimPage(Page):
    """The claim that is selected. It writes its own decisions; what needs a dialog is asked for.

    Signals:
        tag_requested(str), attach_requested(str), link_requested(str): open the dialog for the claim with this id.
        place_requested(str, int): put a place of the claim with this id, counted from 0, on the words selected.
        dismiss_requested(str): ask for the reason to dismiss the check hit with this id.
        left(): the person is done with a field; the keyboard goes back to the text.
    """

    tag_requested = Signal(str)
    attach_requested = Signal(str)
    link_requested = Signal(str)
    bearing_requested = Signal(str, str)
    too_long = Signal()
    place_requested = Signal(str, int)
    dismiss_requested = Signal(str)
    left = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._claim: ReviewClaim | None = None
        self.quote = Quote(theme, self)
        self.places = PlaceRows(theme, self)
        self._plus = IconButton(theme, "plus", self, size=15)
        self.chips = ChipRow(theme, self._plus, self)
        self.reading = ReadingTable(theme, self)
        self._pairs = QWidget(self)
        self._pair_column = QVBoxLayout(self._pairs)
        self._pair_column.setContentsMargins(0, 0, 0, 0)
        self._pair_column.setSpacing(0)
        self._read = QWidget(self)  # what was read, with the hairline below it: gone together where nothing was
        column = QVBoxLayout(self._read)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reading)
        column.addWidget(self._pairs)
        column.addSpacing(6)
        column.addWidget(hairline())
        self._scale: Scale = "veracity"
        self._scale_claim = ""
        self.scales = SegmentedControl(theme, self, height=28)
        self._confidence_head = SectionHead()
        self.confidence = SegmentedControl(theme, self, height=26, fitted=True)
        self.verdicts = VerdictKeys(theme, self)
        self.fulfilment = FulfilmentKeys(theme, self)
        self.verdict_line = VerdictLine(theme, self)
        self.rationale = GrowingField(theme, lambda key, words: self._save(_rationale_edit(key, words)), self)
        self.note = GrowingField(theme, lambda key, words: self._save(SetNote(key, words)), self, low=36, high=160)
        self._evidence_head = SectionHead()
        self.evidence = EvidenceCards(theme, self)
        self.drop_zone = DropZone(theme, self)
        self._ledger_head = SectionHead()
        self._ledger = Facts()  # what the ledgers have of the claim as a whole: one truth, shown in each place
        self._links_head = SectionHead()
        self._link_plus = IconButton(theme, "plus", self, size=15)
        self.links = LinkRows(theme, self)
        self._checks_head = SectionHead()
        self.checks = CheckRows(theme, self)
        self._checks_part = QWidget(self)
        column = QVBoxLayout(self._checks_part)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._checks_head)
        column.addWidget(self.checks)
        self._history_head = SectionHead()
        self.history = HistoryLines(self)
        self._build()
        self._connect()

    def show_claim(
        self,
        claim: ReviewClaim,
        metrics: Sequence[Metric],
        pairs: Sequence[Pair],
        tags: Sequence[Tag],
        evidence: Sequence[tuple[Evidence, str, QPixmap | None]],
        hits: Sequence[Hit],
        entries: Sequence[LogEntry],
        names: dict[str, str],
        read_only: str | None,
    ) -> None:
        """Show a claim with all that belongs to it. `read_only` is the reason why nothing can be changed, or None."""
        self._claim = claim
        locked = read_only is not None
        start, inside = claim.span.start, [m.value_span for m in metrics if claim.span.contains(m.value_span)]
        self.quote.show_quote(claim.anchor.exact, [Span(span.start - start, span.end - start) for span in inside])
        self.places.show_claim(claim, entries, read_only=locked)
        self._show_chips(claim, tags, locked)
        self.reading.show_metrics(metrics)
        self._show_pairs(claim, pairs)
        self._read.setVisible(bool(metrics) or self._pair_column.count() > 0)
        if claim.id != self._scale_claim:
            promise_only = claim.fulfilment is not None and claim.verdict is None
            self._scale, self._scale_claim = ("fulfilment" if promise_only else "veracity"), claim.id
        self._show_judgement(claim, read_only)
        self.note.show_words(claim.id, claim.note)
        for field in (self.rationale, self.note):
            field.set_read_only(locked, read_only or "")
        self._evidence_head.say(self.tr("Evidence"), len(evidence))
        cards = [
            EvidenceCard(self.theme, item, link.stance, picture, link.note)
            for item, _, picture in evidence
            for link in claim.evidence if link.evidence == item.id
        ]
        self.evidence.show_cards(cards, read_only=locked)
        self.drop_zone.setEnabled(not locked)
        self._checks_head.say(self.tr("Checks"), len(hits))
        self._checks_part.setVisible(bool(hits))
        self.checks.show_hits(hits, read_only=locked)
        self._history_head.say(self.tr("History"))
        self._history_head.setVisible(bool(entries))
        self.history.show_entries(entries, names)

    def _show_judgement(self, claim: ReviewClaim, read_only: str | None) -> None:
        """The judgement on the scale in front: its value, how sure it is, and why."""
        locked, veracity = read_only is not None, self._scale == "veracity"
        self.scales.set_current(self._scale)
        self.verdicts.setVisible(veracity)
        self.verdict_line.setVisible(veracity)
        self.fulfilment.setVisible(not veracity)
        self.verdicts.show_verdict(claim.veracity)
        self.verdict_line.show_verdict(claim.veracity)
        self.fulfilment.show_value(claim.fulfilled)
        for control in (self.verdicts, self.fulfilment):
            control.setEnabled(not locked)
            control.setToolTip(read_only or "")
        judgement = claim.verdict if veracity else claim.fulfilment
        self.confidence.set_current((judgement.confidence if judgement else None) or "")
        self.confidence.setEnabled(not locked)
        rationale = judgement.rationale if judgement else ""
        needed = claim.veracity in _NEEDS_RATIONALE if veracity else claim.fulfilled != "not_rated"
        self.rationale.show_words(f"{self._scale} {claim.id}", rationale)
        self.rationale.set_missing(needed and not rationale.strip())

    def show_ledger(self, entries: Sequence[LedgerEntry]) -> None:
        """Show what was filled in of the claim as a whole: responsible unit, deadline, progress …"""
        language = settings.language()
        named = {entry.field: entry.text for entry in entries if not entry.indicator}
        facts = [(label("ledger_field", key, language), named[key]) for key in keys("ledger_field") if key in named]
        self._ledger_head.say(self.tr("Ledger"))
        self._ledger.show_facts(facts)
        self._ledger_head.setVisible(bool(facts))
        self._ledger.setVisible(bool(facts))

    def show_links(self, claim: ReviewClaim, linked: dict[str, ReviewClaim], *, locked: bool) -> None:
        """Show the links of the claim; `linked` are the claims at their other ends by id."""
        self._links_head.say(self.tr("Links"), len(claim.links) or None)
        self._link_plus.setEnabled(not locked)
        self.links.show_links(claim.id, claim.links, linked, locked=locked)

    def pending(self) -> tuple[Edit, ...]:
        """What was typed and could not be saved, as edits."""
        rationales = [_rationale_edit(key, words) for key, words in self.rationale.pending().items()]
        return (*rationales, *(SetNote(key, words) for key, words in self.note.pending().items()))

    def flush(self) -> bool:
        """Save what was typed. False if some of it could not be written; it is kept and tried again."""
        return all([self.rationale.flush(), self.note.flush()])

    def forget(self) -> None:
        """Another project is open."""
        self._claim = None
        self.reading.show_metrics(())
        self.rationale.forget()
        self.note.forget()

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        language = settings.language()
        scales = [Segment(key, "rank", label("scale", key, language)) for key in keys("scale")]
        self.scales.set_segments(scales)
        self.scales.setAccessibleName(self.tr("What is judged"))
        self.fulfilment.retranslate()
        self._link_plus.describe(self.tr("Link to another claim"), "L")
        self._confidence_head.say(self.tr("Confidence"))
        words = [(key, label("confidence", key, language)) for key in _CONFIDENCES]
        self.confidence.set_segments([Segment(key, "rank", word) for key, word in words], optional=True)
        self.confidence.setAccessibleName(self.tr("Confidence"))
        self.confidence.setFixedWidth(self.confidence.width_for_words())
        self.verdicts.retranslate()
        self.rationale.describe(self.tr("Rationale"), self.tr("Rationale · R"), self.tr("The rationale is missing"))
        self.note.describe(self.tr("Note for yourself"), self.tr("Note · N"), "")
        self.drop_zone.setText(self.tr("Drop a file or an address here"))
        self.drop_zone.setAccessibleName(self.tr("Attach evidence"))
        self._plus.describe(self.tr("Add a tag"), "T")

    def sizeHint(self) -> QSize:
        return QSize(352, self.column.sizeHint().height())

    def _build(self) -> None:
        self._plus.setFixedSize(24, 24)
        self.add(self.quote)
        self.add(self.places)
        self.add(self.chips, above=8)
        self.add_line(above=10)
        self.add(self._read)
        self._confidence_head.row.addWidget(self.confidence)
        self.add(self.scales, above=10)
        self.add(self.verdicts, above=8)
        self.add(self.fulfilment, above=2)
        self.add(self.verdict_line, above=5)
        self.add(self._confidence_head, above=2)
        self.add(self.rationale, above=5)
        self.add(self.note, above=8)
        self.add(self._evidence_head, above=16)
        self.add(self.evidence, above=8)
        self.add(self.drop_zone, above=8)
        self.add(self._ledger_head, above=14)
        self.add(self._ledger, above=4)
        self._links_head.row.addWidget(self._link_plus)
        self.add(self._links_head, above=14)
        self.add(self.links, above=4)
        self.add(self._checks_part)
        self.add(self._history_head, above=16)
        self.add(self.history, above=8)
        self.column.addStretch(1)

    def _connect(self) -> None:
        session = self._session
        self.quote.pressed.connect(lambda: session.select("claim", self._id()))
        self.places.pressed.connect(session.reveal)
        self.places.removed.connect(lambda place: session.do(RemovePlace(self._id(), place)))
        self.places.again.connect(lambda place: self.place_requested.emit(self._id(), place))
        self.places.confirmed.connect(lambda: session.do(ConfirmPlaces(self._id())))
        self.chips.type_pressed.connect(self._choose_types)
        self.chips.tag_removed.connect(lambda tag: session.do(RemoveTag(self._id(), tag)))
        self.chips.more_pressed.connect(lambda: self.tag_requested.emit(self._id()))
        self.reading.chosen.connect(lambda key: session.select("metric", key))
        self.verdicts.judged.connect(lambda value: session.do(SetVerdict(self._id(), value)))
        self.confidence.chosen.connect(self._set_confidence)
        self.scales.chosen.connect(self._turn_scale)
        self.fulfilment.judged.connect(lambda value: session.do(SetVerdict(self._id(), value, "fulfilment")))
        self.links.pressed.connect(lambda key: session.select("claim", key))
        self.links.removed.connect(lambda claim, other: session.do(UnlinkClaims(claim, other)))
        self.links.turned.connect(lambda claim, other, relation: session.do(LinkClaims(claim, other, relation)))
        self._link_plus.clicked.connect(lambda: self.link_requested.emit(self._id()))
        for field in (self.rationale, self.note):
            field.done.connect(self.left)
            field.refused.connect(self.too_long)
        self.evidence.opened.connect(lambda key: session.select("evidence", key))
        self.evidence.detached.connect(lambda key: session.do(UnlinkEvidence(self._id(), key)))
        self.evidence.stance_chosen.connect(lambda key, stance: session.do(LinkEvidence(self._id(), key, stance)))
        self.evidence.bearing_wanted.connect(lambda key: self.bearing_requested.emit(self._id(), key))
        self.drop_zone.clicked.connect(lambda: self.attach_requested.emit(self._id()))
        self.checks.pressed.connect(lambda key: session.select("hit", key))
        self.checks.answered.connect(lambda key, state, reason: session.do(AnswerHit(key, state, reason)))
        self.checks.reason_wanted.connect(self.dismiss_requested)

    def _id(self) -> str:
        return self._claim.id if self._claim else ""

    def _show_chips(self, claim: ReviewClaim, tags: Sequence[Tag], locked: bool) -> None:
        language = settings.language()
        types = [
            ChipContent(key, label("claim_type", key, language), tip=self.tr("Change what kind of claim it is"))
            for key in claim.types
        ] or [ChipContent("", self.tr("No type"), tip=self.tr("Say what kind of claim it is"))]
        named = {tag.id: tag for tag in tags}
        shown = [
            ChipContent(key, tag_name(named[key], language), named[key].colour, tag_definition(named[key], language))
            for key in claim.tags if key in named
        ]
        self.chips.show_chips(types, shown, enabled=not locked)

    def _show_pairs(self, claim: ReviewClaim, pairs: Sequence[Pair]) -> None:
        clear(self._pair_column)
        report = self._session.report
        for pair in pairs:
            target_is_here = pair.target_span is not None and claim.touches(pair.target_span)
            if target_is_here:
                year, words, span = report.year if report else None, pair.actual_text, pair.actual_span
                head = self.tr("Actual in {year}").format(year=year or "—")
            else:
                year, words, span = report.target_year if report else None, pair.target_text, pair.target_span
                head = self.tr("Target for {year}").format(year=year or "—")
            if span is None:
                continue
            line = PairLine(self.theme, f"{head} · {pair.indicator}" if len(pairs) > 1 else head, words)
            metric = pair.actual if target_is_here else pair.target
            line.clicked.connect(self._jumper(metric, span))
            self._pair_column.addWidget(line)
        self._pairs.setVisible(self._pair_column.count() > 0)

    def _jumper(self, metric: Metric | None, span: Span) -> object:
        session = self._session

        def jump() -> None:
            if metric is not None:
                session.select("metric", metric.id)
            else:
                session.reveal.emit(span)

        return jump

    def _choose_types(self) -> None:
        claim = self._claim
        if claim is None:
            return
        menu = QMenu(self)
        for key in keys("claim_type"):
            action = menu.addAction(label("claim_type", key, settings.language()))
            action.setCheckable(True)
            action.setChecked(key in claim.types)
            action.setData(key)
        menu.triggered.connect(lambda action: self.toggle_type(str(action.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self.chips))

    def toggle_type(self, key: str) -> None:
        """Add a type to the claim, or take it away."""
        if self._claim is None:
            return
        wanted = set(self._claim.types) ^ {key}
        types: list[ClaimType] = [each for each in _types() if each in wanted]
        self._session.do(SetTypes(self._claim.id, tuple(types)))

    def _set_confidence(self, key: str) -> None:
        value = next((each for each in _CONFIDENCES if each == key), None)
        self._session.do(SetConfidence(self._id(), value, self._scale))

    def _turn_scale(self, scale: str) -> None:
        """Judge on the other scale; what was typed on the one before is saved first."""
        self.rationale.flush()
        self._scale = "fulfilment" if scale == "fulfilment" else "veracity"
        claim = self._session.claim(self._id())
        if claim is not None:
            reason = self._session.locked
            self._show_judgement(claim, reason.sentence(settings.language()) if reason else None)

    def _save(self, edit: Edit) -> bool:
        """Save words. While a large file is being written they wait in their field, where a failure cannot lose
        them: an edit that waits in the session tells nobody who asked for it what became of it."""
        return not self._session.is_saving and self._session.do(edit)


def _rationale_edit(key: str, words: str) -> SetRationale:
    scale, _, claim = key.partition(" ")
    return SetRationale(claim, words, "fulfilment" if scale == "fulfilment" else "veracity")


def _types() -> tuple[ClaimType, ...]:
    return ("achievement", "target", "commitment", "ranking", "problem", "attribution", "rhetoric")
