"""A piece of evidence: what the register knows of it, a look at it, and the claims that it bears on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.model import Evidence, ReviewClaim
from core.model.review import Stance
from core.vocabulary import attribute, label
from gui import settings
from gui.letting_go import clear
from gui.theme import Theme, app_font, report_font
from gui.views.inspector.page import Facts, Page, SectionHead, Words
from gui.views.inspector.quote import Quote

_PREVIEW: Final = 260


class EvidencePage(Page):
    """The piece of evidence that is selected.

    Signals:
        open_pressed(): open the file or the address with the system's own program.
        look_pressed(): show it large.
        change_pressed(): change what the register says of it.
        claim_pressed(str): show the claim with this id.
    """

    open_pressed = Signal()
    look_pressed = Signal()
    change_pressed = Signal()
    claim_pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._picture = QPixmap()
        self.title = Words("text", 14, 600, wrap=True)
        self.facts = Facts()
        self.open_button = QPushButton(self)
        self.open_button.setFont(app_font(12))
        self.open_button.clicked.connect(self.open_pressed)
        self.look_button = QPushButton(self)
        self.look_button.setFont(app_font(12))
        self.look_button.clicked.connect(self.look_pressed)
        self.change_button = QPushButton(self)
        self.change_button.setFont(app_font(12))
        self.change_button.clicked.connect(self.change_pressed)
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = Words("text", 13, wrap=True)
        self.words.setFont(report_font(15))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._claims_head = SectionHead()
        self._claims = QVBoxLayout()
        self._claims.setContentsMargins(0, 0, 0, 0)
        self._claims.setSpacing(10)
        holder = QWidget(self)
        holder.setLayout(self._claims)
        self.add(self.title)
        self.add(self.picture, above=10)
        self.add(self.words, above=10)
        self.add(self.facts, above=12)
        keys = QHBoxLayout()
        keys.setContentsMargins(0, 0, 0, 0)
        keys.addWidget(self.look_button)
        keys.addWidget(self.open_button)
        keys.addWidget(self.change_button)
        keys.addStretch(1)
        row = QWidget(self)
        row.setLayout(keys)
        self.add(row, above=12)
        self.add_line()
        self.add(self._claims_head, above=12)
        self.add(holder, above=8)
        self.column.addStretch(1)

    def show_evidence(
        self,
        item: Evidence,
        picture: QPixmap | None,
        words: str,
        claims: Sequence[tuple[ReviewClaim, Stance]],
        locked: str | None,
    ) -> None:
        """Show a piece of evidence; `picture` and `words` are what can be shown of its file, or its excerpt.

        `locked` says why nothing can be changed, None when it can.
        """
        language = settings.language()

        def word(group: str, key: str | None) -> str:
            return label(group, key, language) if key else ""

        self.title.setText(item.title)
        self._picture = picture or QPixmap()
        self._fit_picture()
        self.words.setText(words or item.excerpt)
        self.words.setVisible(bool(words or item.excerpt))
        reliability = f"{item.reliability or '–'}{item.credibility or '–'}"
        size = self.tr("{size} bytes").format(size=f"{item.size:,}") if item.size is not None else ""
        signature = " · ".join(part for part in (word("signature", item.signature), item.signature_reason) if part)
        self.facts.show_facts([
            (self.tr("Number"), item.no),
            (self.tr("Kind"), label("evidence_kind", item.kind, language)),
            (self.tr("Grade"), reliability if item.reliability or item.credibility else self.tr("not graded")),
            (self.tr("Provider"), item.provider or self.tr("missing")),
            (self.tr("Provider is"), word("provider_role", item.provider_role)),
            (self.tr("Published"), item.published_on or self.tr("missing")),
            (self.tr("Data"), " · ".join(part for part in (item.data_period, word("vintage", item.vintage)) if part)),
            (self.tr("Place"), " · ".join(part for part in (item.locator, self._place(item)) if part)),
            (self.tr("Address"), _breakable(item.url or "")),
            (self.tr("Archived"), _breakable(item.archive_url or "")),
            (self.tr("Obtained by"), word("method", item.method)),
            (self.tr("Copy"), word("copy_state", item.copy_state)),
            (self.tr("Signature"), signature if item.signature != "not_needed" else ""),
            (self.tr("Same source"), item.independence_group),
            (self.tr("Sensitivity"), word("sensitivity", item.sensitivity)),
            (self.tr("File"), item.file_name or ""),
            (self.tr("Kept"), word("holding", item.holding)),
            (self.tr("Outside"), _breakable(item.linked_paths[-1]) if item.linked_paths else ""),
            (self.tr("Size"), size),
            ("SHA-256", _breakable(item.sha256 or "", 16)),
            (self.tr("Retrieved"), f"{item.retrieved_at[:16].replace('T', ' ')} {item.retrieved_by}".strip()),
            (self.tr("Notes"), item.notes),
        ])
        self.open_button.setText(self.tr("Open the file") if item.sha256 else self.tr("Open the address"))
        self.open_button.setVisible(bool(item.sha256 or item.url))
        self.look_button.setText(self.tr("Look at it"))
        self.look_button.setVisible(bool(item.sha256))
        self.change_button.setText(self.tr("Change…"))
        self.change_button.setEnabled(locked is None)
        self.change_button.setToolTip(locked or "")
        self._claims_head.say(self.tr("Claims"), len(claims))
        clear(self._claims)
        for claim, stance in claims:
            head = Words("muted")
            sign, bearing = attribute("stance", stance, "sign"), label("stance", stance, language)
            head.setText(self.tr("Claim {number} · {stance}").format(number=claim.number, stance=f"{sign} {bearing}"))
            quote = Quote(self.theme, size=15)
            quote.show_quote(claim.anchor.exact)
            quote.pressed.connect(self._shower(claim.id))
            self._claims.addWidget(head)
            self._claims.addWidget(quote)

    def _place(self, item: Evidence) -> str:
        """Page, table, cell and time, as far as they are known."""
        named = (
            (self.tr("page {place}"), item.page), (self.tr("table {place}"), item.table),
            (self.tr("cell {place}"), item.cell), (self.tr("at {place}"), item.time),
        )  # fmt: skip
        return ", ".join(words.format(place=place) for words, place in named if place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_picture()

    def _fit_picture(self) -> None:
        self.picture.setVisible(not self._picture.isNull())
        if not self._picture.isNull():
            room = QSize(max(60, self.width() - 40), _PREVIEW)
            ratio = self.devicePixelRatioF()
            shown = self._picture.scaled(
                room * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            shown.setDevicePixelRatio(ratio)
            self.picture.setPixmap(shown)

    def _shower(self, claim: str) -> Callable[[], None]:
        return lambda: self.claim_pressed.emit(claim)


def _breakable(words: str, every: int = 24) -> str:
    """Let a long address or hash wrap: zero-width spaces after each so many characters."""
    return "\u200b".join(words[start : start + every] for start in range(0, len(words), every))
