"""Several claims at once: which they are, what they share, what is mixed, and one answer for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.model import ReviewClaim
from core.model.review import Confidence, Fulfilment, Scale, Veracity
from core.project import tag_definition, tag_name
from core.text import on_one_line
from core.vocabulary import keys, label
from gui import settings
from gui.letting_go import clear
from gui.models.together import Value, confidence_of_all, counted, judge_all, replaced, shared, tag_all
from gui.session import Session
from gui.theme import Theme, app_font
from gui.views.controls import (
    IconButton,
    Segment,
    SegmentedControl,
    paint_focus,
    paint_text,
    paint_verdict,
    quote_font,
)
from gui.views.inspector.chips import ChipContent, ChipRow
from gui.views.inspector.fulfilment import FulfilmentKeys
from gui.views.inspector.line import LineButton
from gui.views.inspector.page import Facts, Page, SectionHead, Words
from gui.views.inspector.verdicts import VerdictKeys, VerdictLine

Asked = Literal["accept", "dismiss", "evidence", "tag"]
LISTED: Final = 6  # claims shown by their words; of more the number is told
_HEIGHT: Final = 28
_CONFIDENCES: Final[tuple[Confidence, ...]] = ("high", "medium", "low")


class ClaimLine(LineButton):
    """One of the claims: its verdict, its number, its words. Enter or a click selects it alone."""

    def __init__(self, theme: Theme, claim: ReviewClaim) -> None:
        super().__init__(theme, _HEIGHT)
        self._veracity = claim.veracity
        self._number = str(claim.number)
        self._words = on_one_line(claim.anchor.exact)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leads away from it
        verdict = label("veracity", claim.veracity or "not_judged", settings.language())
        number = self.tr("Claim {number}").format(number=claim.number)
        self.setAccessibleName(f"{number}, {verdict}: {self._words}")
        self.setToolTip(f"{number} · {verdict}\n{self._words}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(box, 6, 6)
        paint_verdict(painter, self._theme, QPointF(11, box.center().y()), self._veracity)
        line = box.adjusted(26, 0, -6, 0)
        left = paint_text(painter, line, self._number, app_font(11), self._theme.color("muted")) + 8
        font = quote_font(self._words, 14)
        paint_text(painter, line.adjusted(left, 0, 0, 0), self._words, font, self._theme.color("text"))
        if self.hasFocus():
            paint_focus(painter, self._theme, box, 6)


class ManyPage(Page):
    """The claims that are selected at once. Each answer is one edit of all of them, and one step to undo.

    An answer that would replace judgements which differ from it is asked for twice.

    Signals:
        asked(str): what needs a dialog, or the window's own command, for all of them: an `Asked`.
    """

    asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._claims: tuple[ReviewClaim, ...] = ()
        self._scale: Scale = "veracity"
        self._pending: tuple[Scale, Veracity | Fulfilment | None] | None = None  # asked for once, not yet confirmed
        self.lines: list[ClaimLine] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.rest = Words("muted", 11)
        self.facts = Facts()
        self._plus = IconButton(theme, "plus", self, size=15)
        self._plus.setFixedSize(24, 24)
        self._tags_head = SectionHead()
        self.chips = ChipRow(theme, self._plus, self)
        self.some_tags = Words("muted", 12, wrap=True)
        self.scales = SegmentedControl(theme, self, height=28)
        self.verdicts = VerdictKeys(theme, self)
        self.fulfilment = FulfilmentKeys(theme, self)
        self.verdict_line = VerdictLine(theme, self)
        self.mixed = Words("text2", 12, wrap=True)
        self.question = Words("hit", 12, 500, wrap=True)
        self._confidence_head = SectionHead()
        self.confidence = SegmentedControl(theme, self, height=26, fitted=True)
        self.buttons: dict[Asked, QPushButton] = {key: QPushButton(self) for key in ("accept", "dismiss", "evidence")}
        self._build()
        self._connect()

    def show_claims(self, locked: str | None) -> None:
        """Show the claims that are selected now. `locked` is the reason why nothing can be changed, or None."""
        before = tuple(claim.id for claim in self._claims)
        found = (self._session.claim(key) for key in self._session.together)
        self._claims = tuple(claim for claim in found if claim is not None)
        if tuple(claim.id for claim in self._claims) != before:
            self._pending = None
            promises = all(claim.fulfilment is not None and claim.verdict is None for claim in self._claims)
            self._scale = "fulfilment" if promises else "veracity"
        self._show_list()
        self._show_facts()
        self._show_tags(locked is not None)
        self._show_judgement(locked)
        for button in self.buttons.values():
            button.setEnabled(locked is None)
            button.setToolTip(locked or "")
        project = self._session.project
        if locked is None and project is not None and not project.evidence():
            self.buttons["evidence"].setEnabled(False)
            self.buttons["evidence"].setToolTip(
                self.tr("The register is empty. Attach evidence to one of the claims first.")
            )

    def judge(self, value: Veracity | Fulfilment | None, scale: Scale = "veracity") -> bool:
        """Judge all of them. Where that replaces another judgement, ask, and do it when it is asked for again."""
        self._scale = scale
        others = replaced(self._claims, value, scale)
        if others and self._pending != (scale, value):
            self._pending = (scale, value)
            self.show_claims(self._locked())
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.question.text()))
            return False
        self._pending = None
        return self._session.do(judge_all(self._session.together, value, scale))

    def step_confidence(self) -> None:
        """High, then medium, then low, then none; from none where they differ."""
        ring: tuple[Confidence | None, ...] = (None, *_CONFIDENCES)
        now = self._confidences()
        place = ring.index(now[0]) if len(now) == 1 else 0
        self._be_sure(ring[(place + 1) % len(ring)])

    def retranslate(self) -> None:
        """Say everything again in the language now in force."""
        language = settings.language()
        self.scales.set_segments([Segment(key, "rank", label("scale", key, language)) for key in keys("scale")])
        self.scales.setAccessibleName(self.tr("What is judged"))
        self.verdicts.retranslate()
        self.fulfilment.retranslate()
        self._plus.describe(self.tr("Tag all of them"), "T")
        self._tags_head.say(self.tr("Tags"))
        words = [(key, label("confidence", key, language)) for key in _CONFIDENCES]
        self.confidence.set_segments([Segment(key, "rank", word) for key, word in words], optional=True)
        self.confidence.setAccessibleName(self.tr("Confidence"))
        self.confidence.setFixedWidth(self.confidence.width_for_words())
        self.buttons["accept"].setText(self.tr("Accept all"))
        self.buttons["dismiss"].setText(self.tr("Dismiss all…"))
        self.buttons["evidence"].setText(self.tr("Attach evidence…"))

    def sizeHint(self) -> QSize:
        return QSize(352, self.column.sizeHint().height())

    def _build(self) -> None:
        holder = QWidget(self)
        holder.setLayout(self._list)
        self.add(holder)
        self.add(self.rest, above=2)
        self.add_line(above=10)
        self.add(self.facts, above=10)
        self.add(self._tags_head, above=10)
        self.add(self.chips, above=4)
        self.add(self.some_tags, above=2)
        self.add_line(above=10)
        self.add(self.scales, above=10)
        self.add(self.verdicts, above=8)
        self.add(self.fulfilment, above=2)
        self.add(self.verdict_line, above=5)
        self.add(self.mixed, above=5)
        self.add(self.question, above=5)
        self._confidence_head.row.addWidget(self.confidence)
        self.add(self._confidence_head, above=8)
        self.add_line(above=12)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.buttons["accept"])
        first.addWidget(self.buttons["dismiss"])
        self.column.addSpacing(12)
        self.column.addLayout(first)
        self.add(self.buttons["evidence"], above=8)
        self.column.addStretch(1)

    def _connect(self) -> None:
        session = self._session
        self.verdicts.judged.connect(self.judge)
        self.fulfilment.judged.connect(lambda value: self.judge(value, "fulfilment"))
        self.scales.chosen.connect(self._turn_scale)
        self.confidence.chosen.connect(
            lambda key: self._be_sure(next((each for each in _CONFIDENCES if each == key), None))
        )
        self.chips.tag_removed.connect(lambda tag: session.do(tag_all(session.together, tag, False)))
        self.chips.more_pressed.connect(lambda: self.asked.emit("tag"))
        for key, button in self.buttons.items():
            button.clicked.connect(self._asker(key))

    def _asker(self, key: Asked) -> Callable[[], None]:
        return lambda: self.asked.emit(key)

    def _show_list(self) -> None:
        clear(self._list)
        listed = self._claims if len(self._claims) <= LISTED + 1 else self._claims[:LISTED]
        self.lines = [ClaimLine(self.theme, claim) for claim in listed]
        for line, claim in zip(self.lines, listed, strict=True):
            line.clicked.connect(self._goer(claim.id))
            self._list.addWidget(line)
        left = len(self._claims) - len(listed)
        self.rest.setText(self.tr("and {count} more").format(count=left))
        self.rest.setVisible(left > 0)

    def _goer(self, key: str) -> Callable[[], None]:
        return lambda: self._session.select("claim", key)

    def _show_facts(self) -> None:
        language, claims = settings.language(), self._claims
        sections = shared(claim.section for claim in claims)
        found = self._session.section(sections[0] or "") if len(sections) == 1 else None
        where = found.title if found is not None else ""
        if len(sections) > 1:
            where = self.tr("Mixed: in {count} sections").format(count=len(sections))
        comma = "、" if language == "zh" else ", "
        self.facts.show_facts([
            (self.tr("Section"), where),
            (self.tr("Kind"), self._shared_or_mixed(
                [claim.types for claim in claims],
                lambda types: comma.join(label("claim_type", key, language) for key in types) or self.tr("No type"),
            )),
            (self.tr("Status"), self._shared_or_mixed(
                [claim.status for claim in claims], lambda status: label("claim_status", status, language)
            )),
            (self.tr("Evidence"), self._evidence()),
        ])

    def _evidence(self) -> str:
        having = sum(bool(claim.evidence) for claim in self._claims)
        if not having:
            return self.tr("None")
        return self.tr("on {count} of {all}").format(count=having, all=len(self._claims))

    def _shared_or_mixed(self, values: Sequence[Value], word: Callable[[Value], str]) -> str:
        if len(set(values)) == 1:
            return word(values[0])
        return self.tr("Mixed: {words}").format(words=counted(values, word))

    def _show_tags(self, locked: bool) -> None:
        language, project = settings.language(), self._session.project
        on = [(tag, sum(tag.id in claim.tags for claim in self._claims)) for tag in (project.tags() if project else ())]
        all_of_them = [
            ChipContent(tag.id, tag_name(tag, language), tag.colour, tag_definition(tag, language))
            for tag, count in on if count == len(self._claims)
        ]
        self.chips.show_chips((), all_of_them, enabled=not locked)
        some = [f"{tag_name(tag, language)} {count}" for tag, count in on if 0 < count < len(self._claims)]
        self.some_tags.setText(self.tr("On some: {words}").format(words=" · ".join(some)))
        self.some_tags.setVisible(bool(some))

    def _show_judgement(self, locked: str | None) -> None:
        language, claims, veracity = settings.language(), self._claims, self._scale == "veracity"
        self.scales.set_current(self._scale)
        verdicts, steps = shared(claim.veracity for claim in claims), shared(claim.fulfilled for claim in claims)
        self.verdicts.show_verdict(verdicts[0] if len(verdicts) == 1 else None)
        self.fulfilment.show_value(steps[0] if len(steps) == 1 else "not_rated")
        self.verdict_line.show_verdict(verdicts[0] if len(verdicts) == 1 else None)
        if veracity:
            words = counted([claim.veracity or "not_judged" for claim in claims],
                            lambda value: label("veracity", value, language))
        else:
            words = counted([claim.fulfilled for claim in claims], lambda value: label("fulfilment", value, language))
        mixed = len(verdicts if veracity else steps) > 1
        self.mixed.setText(self.tr("Mixed: {words}").format(words=words))
        self.verdicts.setVisible(veracity)
        self.fulfilment.setVisible(not veracity)
        self.verdict_line.setVisible(veracity and not mixed and verdicts[0] is not None)
        self.mixed.setVisible(mixed)
        self._show_question()
        sure = self._confidences()
        self.confidence.set_current((sure[0] or "") if len(sure) == 1 else "")
        name = self.tr("Confidence")
        self._confidence_head.say(self.tr("{name}: mixed").format(name=name) if len(sure) > 1 else name)
        for control in (self.verdicts, self.fulfilment, self.confidence):
            control.setEnabled(locked is None)
            control.setToolTip(locked or "")

    def _show_question(self) -> None:
        self.question.setVisible(self._pending is not None)
        if self._pending is None:
            return
        scale, value = self._pending
        language, count = settings.language(), replaced(self._claims, value, scale)
        if value is None or value == "not_rated":
            words = self.tr("%n of {all} are judged. The same key again clears their verdicts.", "", count)
        else:
            words = self.tr(
                "%n of {all} are judged otherwise. The same key again makes all of them “{verdict}”.", "", count
            )
        verdict = label(scale, value or "not_judged", language)
        self.question.setText(words.format(all=len(self._claims), verdict=verdict))

    def _turn_scale(self, scale: str) -> None:
        self._scale = "fulfilment" if scale == "fulfilment" else "veracity"
        self._pending = None
        self.show_claims(self._locked())

    def _confidences(self) -> tuple[Confidence | None, ...]:
        judgements = [claim.verdict if self._scale == "veracity" else claim.fulfilment for claim in self._claims]
        return shared(judgement.confidence if judgement else None for judgement in judgements)

    def _be_sure(self, value: Confidence | None) -> None:
        self._session.do(confidence_of_all(self._session.together, value, self._scale))

    def _locked(self) -> str | None:
        reason = self._session.locked
        return reason.sentence(settings.language()) if reason else None
