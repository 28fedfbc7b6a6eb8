"""A piece of evidence, new or old: what is attached, and all that the register wants to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QStackedWidget, QWidget

from core.model import Evidence
from core.model.review import Stance
from core.project import EvidenceDraft, EvidencePatch
from core.values import dataclass
from core.vocabulary import attribute, keys, label
from gui import settings
from gui.dialogs.options import Options
from gui.dialogs.register import RegisterFields
from gui.dialogs.registered import RegisteredList
from gui.dialogs.sheet import Sheet, in_order, named
from gui.theme import Theme
from gui.views.controls.ticks import TickBox

Source = Literal["file", "url", "quote", "interview", "register"]
SOURCES: Final[tuple[Source, ...]] = ("file", "url", "quote", "interview")


@dataclass(frozen=True, slots=True)
class EvidenceOrder:
    """What to attach: the register's entry, the file if there is one and whether it stays where it is, and how it
    bears on the claim. `registered` is the id of an entry that is there already, which is attached as it is.
    """

    draft: EvidenceDraft
    file: Path | None
    link: bool
    stance: Stance
    note: str = ""
    registered: str = ""
    source: Source = "file"


class EvidenceDialog(Sheet):
    """Attach a new piece of evidence to a claim that says this, or (with `item`) change what the register says of one.

    `lead` says of how many claims it is the first.

    Signals:
        ordered(EvidenceOrder): attach this.
        changed(EvidencePatch): change the entry so.
        file_wanted(): give the entry a file, or another one.
    """

    ordered = Signal(object)
    changed = Signal(object)
    file_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        claim: str = "",
        *,
        source: Source = "file",
        value: str = "",
        item: Evidence | None = None,
        lead: str = "",
        registered: Sequence[Evidence] = (),
    ) -> None:
        super().__init__(theme, parent, width=660)
        self._claim = claim
        self._lead = lead
        self._source: Source = source
        self._item = item
        sources = [
            ("file", self.tr("File")),
            ("url", self.tr("Web address")),
            ("quote", self.tr("Quote")),
            ("interview", self.tr("Interview note")),
        ]
        if registered:
            sources.append(("register", self.tr("In the register")))
        self.sources = Options(sources, self)
        self.registered = RegisteredList(theme, self, registered)
        self.file_field, self.url_field, self.words_field = QLineEdit(self), QLineEdit(self), QPlainTextEdit(self)
        self.words_field.setTabChangesFocus(True)
        self.words_field.setFixedHeight(72)
        self.browse_button = QPushButton(self)
        self.browse_button.setAutoDefault(False)
        self.embed = TickBox(theme, self.tr("Copy the file into the project"), self)
        self.fields = RegisterFields(theme, self)
        self.parts = Options(list(zip(self.fields.PARTS, self.fields.part_names(), strict=True)), self, pages=True)
        self.note = QLineEdit(self)
        self.stances = Options([(key, _stance_words(key)) for key in keys("stance")], self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._words()
        if claim:
            self.cite(claim)
        if item is None:
            self._take(source, value)
        else:
            self._show(item)

    def _lay_out(self) -> None:
        self.content.addWidget(self.sources)
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in (self.url_field, self.file_field, self.words_field):
            row.addWidget(field, 1)
        row.addWidget(self.browse_button)
        self.content.addLayout(row)
        self.content.addWidget(self.registered, 1)
        self.show_whole_rows(self.registered.list, 8)
        self.content.addWidget(self.embed, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self.parts)
        for page in self.fields.pages():
            self._pages.addWidget(page)
        self.content.addWidget(self._pages)
        self._bearing = QWidget(self)
        column = named(self.stances, self.tr("How it bears on the claim"))
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.note)
        self._bearing.setLayout(column)
        self.content.addWidget(self._bearing)
        in_order(
            *self.sources.buttons, self.url_field, self.file_field, self.words_field, self.browse_button,
            self.registered.field, self.registered.list, self.embed, *self.parts.buttons,
            *self.fields.order, *self.stances.buttons, self.note,
        )
        self.stances.set_current("supports")
        self.embed.setChecked(True)
        self.parts.set_current(self.fields.PARTS[0])

    def _connect(self) -> None:
        self.sources.chosen.connect(self._turn)
        self.parts.chosen.connect(lambda key: self._pages.setCurrentIndex(self.fields.PARTS.index(key)))
        self.browse_button.clicked.connect(self._browse)

    def _words(self) -> None:
        new = self._item is None
        goes = self._lead if self._claim else self.tr("Goes to the register")
        lead = goes if new else self.tr("What the register says of it; each change can be undone")
        title = self.tr("Attach evidence") if self._item is None else self._item.no
        self.describe(title, lead, self.tr("Attach") if new else self.tr("Change"))
        self.browse_button.setText(self.tr("Choose…"))
        self.url_field.setPlaceholderText("https://")
        for field, name in (
            (self.file_field, self.tr("File")),
            (self.url_field, self.tr("Web address")),
            (self.words_field, self.tr("Words")),
            (self.parts, self.tr("Parts of the entry")),
            (self.stances, self.tr("How it bears on the claim")),
            (self.note, self.tr("In words, if that needs any")),
        ):
            field.setAccessibleName(name)
        self.note.setPlaceholderText(self.tr("In words, if that needs any"))
        self.embed.setToolTip(
            self.tr("A file that is left where it is does not travel with the project; its SHA-256 is checked instead.")
        )

    def show_order(self, order: EvidenceOrder) -> None:
        """Show again what was ordered and could not be written."""
        self._take(order.source, "")
        self.fields.show_item(order.draft)
        self.file_field.setText(str(order.file) if order.file else "")
        self.url_field.setText(order.draft.url or "")
        self.words_field.setPlainText(order.draft.excerpt)
        self.embed.setChecked(not order.link)
        self.stances.set_current(order.stance)
        self.note.setText(order.note)

    def _take(self, source: Source, value: str) -> None:
        self.sources.set_current(source)
        self._turn(source)
        match source:
            case "file":
                self.file_field.setText(value)
            case "url":
                self.url_field.setText(value)
            case "quote" | "interview":
                self.words_field.setPlainText(value)
        places: dict[str, QWidget] = {
            "file": self.browse_button, "url": self.url_field, "register": self.registered,
        }  # fmt: skip
        focus = places.get(source, self.words_field)
        (self.fields.title if value else focus).setFocus()

    def _show(self, item: Evidence) -> None:
        """The entry as it is; its file stays what it is."""
        self.fields.show_item(item)
        self._source = _source_of(item)
        hidden = (self.sources, self.registered, self.file_field, self.browse_button, self.embed, self._bearing)
        for widget in hidden:
            widget.hide()
        self.file_button = QPushButton(self)
        self.file_button.setAutoDefault(False)
        self.file_button.setText(self.tr("Another file…") if item.sha256 else self.tr("Add a saved copy…"))
        self.file_button.clicked.connect(self._want_file)
        self.foot.insertWidget(0, self.file_button)
        self.url_field.setText(item.url or "")
        self.words_field.setPlainText(item.excerpt)
        self.url_field.setVisible(self._source == "url")
        self.words_field.setVisible(self._source in ("quote", "interview"))
        self.fields.title.setFocus()

    def _turn(self, source: str) -> None:
        self._source = cast("Source", source)
        words, there = source in ("quote", "interview"), source == "register"
        self.registered.setVisible(there)
        self.parts.setVisible(not there)
        self._pages.setVisible(not there)
        self.url_field.setVisible(source == "url")
        self.file_field.setVisible(not words and not there)
        self.browse_button.setVisible(not words and not there)
        self.embed.setVisible(source == "file")
        self.words_field.setVisible(words)
        self.file_field.setPlaceholderText(
            self.tr("A saved copy, if there is one")
            if source == "url"
            else self.tr("Choose a file or drop one on the window")
        )
        self.words_field.setPlaceholderText(
            self.tr("Who said what, in answer to which question")
            if source == "interview"
            else self.tr("The words, as they stand in the source")
        )
        self.fields.start_kind({"url": "news", "quote": "quote", "interview": "interview"}.get(source, "other"))
        self._fit()

    def _want_file(self) -> None:
        self.finish()
        self.file_wanted.emit()

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), settings.last_folder())
        if path:
            settings.set_last_folder(Path(path).parent)
            self.file_field.setText(path)

    def finish(self) -> None:
        problem = self._problem()
        self.tell_problem(problem)
        if problem:
            return
        if self._item is None:
            self.hand_over(lambda: self.ordered.emit(self.order()))
        else:
            self.hand_over(lambda: self.changed.emit(self.patch()))

    def typed_fields(self) -> dict[str, QLineEdit | QPlainTextEdit]:
        """The fields that a person types into, by name."""
        return {"url": self.url_field, "words": self.words_field, "bearing": self.note, **self.fields.typed()}

    def order(self) -> EvidenceOrder:
        """What the fields say now, of a new piece."""
        values = self.fields.values()
        words = self.words_field.toPlainText().strip()
        if self._source in ("quote", "interview"):
            values["excerpt"] = words
        url = self.url_field.text().strip() if self._source == "url" else ""
        draft = EvidenceDraft(**values, url=url or None)  # type: ignore[arg-type]  # each value is of its field's type
        path = self.file_field.text().strip()
        file = Path(path) if path and self._source in ("file", "url") else None
        link = self._source == "file" and not self.embed.isChecked()
        registered = self.registered.current if self._source == "register" else ""
        stance, note = cast("Stance", self.stances.current), self.note.text().strip()
        return EvidenceOrder(draft, file, link, stance, note, registered, self._source)

    def patch(self) -> EvidencePatch:
        """What the fields say now, of the piece that is changed."""
        values = self.fields.values()
        untouched = values["retrieved_at"] is None
        values = {name: value or "" for name, value in values.items()}
        if untouched:
            values["retrieved_at"] = None
        if self._source in ("quote", "interview"):
            values["excerpt"] = self.words_field.toPlainText().strip()
        if self._source == "url":
            values["url"] = self.url_field.text().strip()
        return EvidencePatch(**values)  # type: ignore[arg-type]  # each value is of its field's type

    def _problem(self) -> str:
        if self._source == "register":
            return "" if self.registered.current else self.tr("Choose an entry of the register.")
        path = self.file_field.text().strip()
        if self._item is None and self._source == "file" and not Path(path).is_file():
            return self.tr("Choose a file that exists.")
        if self._source == "url" and path and not Path(path).is_file():
            return self.tr("Choose a file that exists.")
        if self._source == "url" and not self.url_field.text().strip():
            return self.tr("Enter the address.")
        if self._source in ("quote", "interview") and not self.words_field.toPlainText().strip():
            return self.tr("Enter the words.")
        return self.fields.problem()


def _source_of(item: Evidence) -> Source:
    if item.sha256:
        return "file"
    if item.kind == "interview":
        return "interview"
    return "url" if item.url else "quote"


def _stance_words(key: str) -> str:
    return f"{attribute('stance', key, 'sign')} {label('stance', key, settings.language())}"
