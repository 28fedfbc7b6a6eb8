"""How a figure is read: each field as a person would have it, or that it is no figure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.by_hand import field_words
from core.messages import PolicyReviewError
from core.model import FigureReading
from core.model.report import axis_bound
from core.project.figure_words import BASES, BOUNDS, KINDS, ROLES, FigureWords, reading_from, standard_name_of
from core.values import dataclass
from core.vocabulary import attribute, label
from gui import settings
from gui.dialogs.sheet import Choice, Sheet, in_order, named
from gui.theme import Theme, report_font
from gui.views.controls.ticks import TickBox

#: What growth is measured from; other kinds have no basis.
_WITH_BASIS: Final = ("growth", "difference")
Key = TypeVar("Key", bound=str)


@dataclass(frozen=True, slots=True)
class FigureForm:
    """A figure as the dialog shows it.

    `before` and `behind` are the words around the `quote`; `machine` is what the program read, in words, "" where
    nobody decided. `names` and `units` are offered while typing, `printed` are the units that the report uses.
    """

    words: FigureWords
    quote: str
    before: str
    behind: str
    names: tuple[str, ...]
    units: tuple[str, ...]
    printed: Collection[str]
    machine: str = ""
    new: bool = False


class FigureDialog(Sheet):
    """The fields of one figure.

    Signals:
        given(FigureReading | None): how it is read, None for no figure.
        put_back(): the program's own reading holds again.
    """

    given = Signal(object)
    put_back = Signal()

    def __init__(self, theme: Theme, parent: QWidget, form: FigureForm) -> None:
        super().__init__(theme, parent, width=600)
        self._form = form
        self.describe(
            self.tr("Mark as a figure") if form.new else self.tr("Correct the reading"),
            self.tr("Table, charts, ledgers, checks and the document follow. What the program read is kept beside it."),
            self.tr("Apply"),
        )
        figure = f"<span style='color: {theme.hex('metric')}'>{form.quote}</span>"  # Song has no bold
        self.quote = QLabel(f"{form.before}{figure}{form.behind}", self)
        self.quote.setFont(report_font(15))
        self.quote.setWordWrap(True)
        self.quote.setTextFormat(Qt.TextFormat.RichText)
        self.content.addWidget(self.quote)
        words = form.words
        self.indicator = self._field(words.indicator, form.names)
        self.value, self.value_max = self._field(words.value), self._field(words.value_max)
        self.unit = self._field(words.unit, form.units)
        self.period, self.scope = self._field(words.period), self._field(words.scope)
        self.rank, self.rank_of = self._field(words.rank), self._field(words.rank_of)
        self.kind, self.role = self._choice("kind", KINDS, words.kind), self._choice("role", ROLES, words.role)
        self.bound = self._choice("bound", BOUNDS, words.bound)
        self.basis = self._choice("basis", BASES, words.basis or "", none=self.tr("Not stated"))
        self.standard = _small(self)
        self.read_as = _small(self)
        self.machine = _small(self)
        self.none = TickBox(theme, self.tr("This is not a figure"), self)
        self.back = QPushButton(self.tr("Put the program's reading back"), self)
        self._place()
        self._connect()
        self._show()
        self.value.selectAll() if form.new else self.indicator.selectAll()
        (self.value if form.new and words.value == "" else self.indicator).setFocus()

    def written(self) -> FigureWords:
        """The fields as they are now."""
        return FigureWords(
            self.indicator.text(), self.value.text(), self.value_max.text(), self.unit.text(),
            _known(self.kind.key, KINDS), _known(self.role.key, ROLES), self.period.text(),
            next((basis for basis in BASES if basis == self.basis.key), None), _known(self.bound.key, BOUNDS),
            self.rank.text(), self.rank_of.text(), self.scope.text(),
        )  # fmt: skip

    def finish(self) -> None:
        """Tell how it is read; what cannot be meant is said beside the key, and nothing typed is lost."""
        if self.none.isChecked():
            self.hand_over(lambda: self.given.emit(None))
            return
        try:
            reading = reading_from(self.written(), self._form.printed)
        except PolicyReviewError as error:
            self.tell_problem(error.sentence(settings.language()))
            return
        if self.written() == self._form.words and not self._form.new:
            self.accept()
        else:
            self.hand_over(lambda: self.given.emit(reading))

    def _place(self) -> None:
        language = settings.language()
        name = {key: label("figure_field", key, language) for key in ("indicator", "value", "value_max", "unit", "kind",
                "role", "period", "basis", "bound", "scope", "rank")}
        first = named(self.indicator, name["indicator"])
        first.addWidget(self.standard)
        self.content.addLayout(first)
        self._row(
            (named(self.value, name["value"]), 3), (named(self.value_max, name["value_max"]), 3),
            (named(self.unit, name["unit"]), 2), (named(self.bound, name["bound"]), 3),
        )
        self._row(
            (named(self.kind, name["kind"]), 1), (named(self.basis, name["basis"]), 1),
            (named(self.role, name["role"]), 1), (named(self.period, name["period"]), 1),
        )
        self._row(
            (named(self.rank, name["rank"]), 1), (named(self.rank_of, self.tr("of")), 1),
            (named(self.scope, name["scope"]), 2),
        )
        in_order(
            self.indicator, self.value, self.value_max, self.unit, self.bound, self.kind, self.basis, self.role,
            self.period, self.rank, self.rank_of, self.scope, self.none, self.back,
        )
        self.content.addWidget(self.read_as)
        self.machine.setText(self.tr("The program had read: {words}").format(words=self._form.machine))
        self.machine.setVisible(bool(self._form.machine))
        self.content.addWidget(self.machine)
        self.none.setVisible(not self._form.new)
        self.content.addWidget(self.none)
        self.back.setProperty("quiet", True)
        self.back.setAutoDefault(False)
        self.back.setVisible(bool(self._form.machine))
        self.foot.insertWidget(0, self.back)

    def _row(self, *fields: tuple[QVBoxLayout, int]) -> None:
        at_once = 2 if self.is_narrow else len(fields)
        for first in range(0, len(fields), at_once):
            row = QHBoxLayout()
            row.setSpacing(12)
            for field, stretch in fields[first : first + at_once]:
                field.addStretch(1)  # names stand on one line, whatever the fields below them are
                row.addLayout(field, stretch)
            self.content.addLayout(row)

    def _connect(self) -> None:
        for field in self._fields():
            field.textChanged.connect(self._show)
        for choice in (self.kind, self.role, self.bound, self.basis):
            choice.chosen.connect(self._show)
        self.none.toggled.connect(self._show)
        self.back.clicked.connect(lambda: self.hand_over(self.put_back.emit))

    def _fields(self) -> tuple[QLineEdit, ...]:
        return (
            self.indicator, self.value, self.value_max, self.unit, self.period, self.rank, self.rank_of, self.scope
        )

    def _show(self, *_: object) -> None:
        """What can be filled in follows the kind; below stands what the fields mean, or why they mean nothing."""
        on, rank = not self.none.isChecked(), self.kind.key == "rank"
        for widget in (*self._fields(), self.kind, self.role, self.bound):
            widget.setEnabled(on)
        for field in (self.value, self.value_max, self.unit):
            field.setEnabled(on and not rank)
        self.basis.setEnabled(on and self.kind.key in _WITH_BASIS)
        standard = standard_name_of(self.indicator.text())
        self.standard.setText(self.tr("Standard name: {name}").format(name=standard))
        self.standard.setVisible(bool(standard))
        self.tell_problem("")
        if not on:
            self.read_as.setText(self.tr("Its mark goes from text, table, charts and ledgers; it can be put back."))
            return
        try:
            self.read_as.setText(self._meaning(reading_from(self.written(), self._form.printed)))
        except PolicyReviewError as error:
            self.read_as.setText(error.sentence(settings.language()))

    def _meaning(self, reading: FigureReading) -> str:
        language = settings.language()
        value = field_words(reading, "value", language)
        top = field_words(reading, "value_max", language)
        side = axis_bound(reading.bound, reading.value, self._form.quote)  # a fall of over 3 % lies under −3
        amount = f"{attribute('bound', side, 'sign')}{value}{f'–{top}' if top else ''} {reading.unit}"
        rank = field_words(reading, "rank", language)
        parts = [
            amount.strip() if reading.kind != "rank" else f"{label('figure_field', 'rank', language)} {rank}",
            *(field_words(reading, name, language) for name in ("kind", "role", "period", "scope")),
        ]
        return self.tr("Read as: {words}").format(words=" · ".join(part for part in parts if part))

    def _field(self, words: str, offered: Iterable[str] = ()) -> QLineEdit:
        field = QLineEdit(words, self)
        field.setMaxLength(200)
        names = list(offered)
        if names:
            completer = QCompleter(names, field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(8)
            completer.activated.connect(lambda _words: self._show())
            field.setCompleter(completer)
        return field

    def _choice(self, group: str, keys: Iterable[str], key: str, none: str = "") -> Choice:
        choice = Choice(self._theme, self)
        language = settings.language()
        options = [(each, label(group, each, language) or self.tr("Exactly")) for each in keys]
        choice.set_options([("", none), *options] if none else options, key)
        return choice


def _small(parent: QWidget) -> QLabel:
    words = QLabel(parent)
    words.setObjectName("fieldHint")
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    return words


def _known(key: str, keys: tuple[Key, ...]) -> Key:
    return next(each for each in keys if each == key)
