"""A figure: how it was read, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from core.by_hand import told_of
from core.charts import amount_text, rank_label
from core.lexicon import explain
from core.model import Metric, Report, ReviewClaim, Section, Span
from core.text import on_one_line
from core.vocabulary import Language, label
from gui import settings
from gui.actions import key_of
from gui.models.history import moment, quoting
from gui.models.metrics import column_name, indicator_name, signed_value, standard_name
from gui.theme import Theme
from gui.views.inspector.page import Facts, Page, SectionHead, Words
from gui.views.inspector.quote import Quote

_UNSURE = 0.8


class MetricPage(Page):
    """The figure that is selected.

    Signals:
        claim_pressed(): show the claim that holds the figure.
        place_pressed(): show the figure's place in the text.
        correct_pressed(), refuse_pressed(), restore_pressed(): correct the reading, say that it is no figure, let the
            program's reading hold again.
    """

    claim_pressed = Signal()
    place_pressed = Signal()
    correct_pressed = Signal()
    refuse_pressed = Signal()
    restore_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.name = Words("text", 14, 600, wrap=True)
        self.value = Words("metric", 22, 600, wrap=True)
        self.unsure = Words("hit", wrap=True)
        self.by_hand = Words("text2", wrap=True)
        self.correct, self.refuse, self.restore = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, signal in (
            (self.correct, self.correct_pressed), (self.refuse, self.refuse_pressed),
            (self.restore, self.restore_pressed),
        ):
            button.clicked.connect(signal)
        self.facts = Facts()
        self._why_head = SectionHead()
        self.why = Facts()
        self._claim_head = SectionHead()
        self.claim = Quote(theme, self)
        self.claim.pressed.connect(self.claim_pressed)
        self.add(self.name)
        self.add(self.value, above=2)
        self.add(self.unsure, above=4)
        self.add(self.by_hand, above=6)
        keys = QWidget(self)
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.correct, self.refuse, self.restore):
            row.addWidget(button)
        row.addStretch(1)
        self.add(keys, above=10)
        self.add_line()
        self.add(self.facts, above=12)
        self.add_line()
        self.add(self._why_head, above=12)
        self.add(self.why, above=8)
        self.add_line()
        self.add(self._claim_head, above=12)
        self.add(self.claim, above=8)
        self.column.addStretch(1)

    def show_metric(
        self, metric: Metric, report: Report, section: Section | None, claim: ReviewClaim | None,
        locked: str | None = None,
    ) -> None:
        """Show a figure with the claim that holds it; `locked` is why it cannot be corrected."""
        language = settings.language()
        self.name.setText(indicator_name(metric) or self.tr("Indicator not stated"))
        if metric.rank is not None and metric.kind == "rank":
            self.value.setText(rank_label(metric.rank, language))
        else:
            self.value.setText(signed_value(metric))
        self.unsure.setText(self.tr("This reading is unsure; look at the text before you use it."))
        self.unsure.setVisible(metric.confidence < _UNSURE)
        self._show_hand(metric, language, locked)
        self.facts.show_facts(self._facts(metric, report, section, language))
        self._why_head.say(self.tr("Why it is read so"))
        self.why.show_facts(self._reasons(metric, report, language))
        self._claim_head.say(self.tr("Claim {number}").format(number=claim.number) if claim else self.tr("No claim"))
        self.claim.setVisible(claim is not None)
        if claim is not None:
            inside = Span(metric.value_span.start - claim.span.start, metric.value_span.end - claim.span.start)
            self.claim.show_quote(claim.anchor.exact, [inside] if inside.start >= 0 else [])

    def _show_hand(self, metric: Metric, language: Language, locked: str | None) -> None:
        """Who decided the reading, and what the program had read."""
        told = told_of(metric, language)
        if told is not None:
            what = label("by_hand", told.what, language)
            words = self.tr("{what} by {name}, {time}. The program had read: {words}")
            self.by_hand.setText(
                words.format(what=what, name=told.by or "–", time=moment(told.at), words=told.machine)
            )
        self.by_hand.setVisible(told is not None)
        self.restore.setVisible(told is not None)
        self.correct.setText(self.tr("Correct…"))
        self.refuse.setText(self.tr("Not a figure"))
        self.restore.setText(self.tr("Put back"))
        self.restore.setAccessibleName(self.tr("Put the program's reading back"))
        for button, key in ((self.correct, key_of("correct")), (self.refuse, ""), (self.restore, "")):
            button.setEnabled(locked is None)
            button.setToolTip(locked or " ".join(part for part in (button.accessibleName(), key) if part))

    def _facts(
        self, metric: Metric, report: Report, section: Section | None, language: Language
    ) -> list[tuple[str, str]]:
        unknown = self.tr("not stated")
        basis = label("basis", metric.basis, language) if metric.basis else ""
        in_base_unit = amount_text(metric.value, metric.unit) if metric.value is not None else unknown
        return [
            (column_name("standard"), standard_name(metric)),
            (column_name("kind"), " · ".join(part for part in (basis, label("kind", metric.kind, language)) if part)),
            (self.tr("Value"), in_base_unit if metric.kind != "rank" else ""),
            (self.tr("Bound"), label("bound", metric.axis_bound, language)),
            (column_name("role"), label("role", metric.role, language)),
            (column_name("period"), metric.period or unknown),
            (column_name("scope"), metric.scope or unknown),
            (self.tr("Rank"), rank_label(metric.rank, language) if metric.rank else ""),
            (column_name("section"), section.title if section else ""),
            (column_name("quote"), on_one_line(metric.value_span.quote(report.text))),
            (column_name("confidence"), f"{metric.confidence:.0%}"),
        ]

    def _reasons(self, metric: Metric, report: Report, language: Language) -> list[tuple[str, str]]:
        names = {
            "indicator": column_name("indicator"), "value": column_name("value"), "unit": column_name("unit"),
            "kind": column_name("kind"), "role": column_name("role"), "period": column_name("period"),
            "scope": column_name("scope"), "rank": self.tr("Rank"), "bound": self.tr("Bound"),
            "basis": self.tr("Basis"), "confidence": column_name("confidence"), "canonical": column_name("standard"),
            "sign": self.tr("Sign"),
        }
        rows = []
        for reason in metric.reasons:
            quote = on_one_line(reason.span.quote(report.text)) if reason.span else ""
            sentence = explain(reason.rule, language)
            cited = quoting(sentence, f"“{quote}”" if quote else "", language)
            rows.append((names.get(reason.field, reason.field), cited))
        return rows
