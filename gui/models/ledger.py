"""A ledger as a table: sorted by several keys, filtered, filled in by hand, copied as tab-separated text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.export.ledgers import head, text
from core.ledgers import COLUMNS, Cell, Column, Ledger, LedgerName, LedgerRow
from core.values import dataclass
from core.vocabulary import Language, keys

Index = QModelIndex | QPersistentModelIndex

#: Role of the `LedgerRow` behind an index.
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
#: What can be done with a cell, and with one that a person may fill in. Qt asks before each cell that it paints.
_READ = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_FILL = _READ | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """Which rows, in which order. `sort` holds keys of columns with True for descending, the first key first."""

    words: str = ""
    unpaired: bool = False
    sort: tuple[tuple[str, bool], ...] = ()

    def sorted_by(self, column: str, *, further: bool) -> LedgerQuery:
        """The same, sorted by `column`: up, then down, then not at all. `further` keeps the keys before it."""
        state = dict(self.sort).get(column)
        others = tuple(key for key in self.sort if key[0] != column) if further else ()
        mine: tuple[tuple[str, bool], ...] = () if state else ((column, state is False),)
        return replace(self, sort=(*others, *mine))


class LedgerTable(QAbstractTableModel):
    """The rows of one ledger under its columns.

    Signals:
        filled(LedgerRow, str, str): a person wrote these words into the column with this key.
    """

    filled = Signal(object, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name: LedgerName = "targets"
        self._all: tuple[LedgerRow, ...] = ()
        self._rows: list[LedgerRow] = []
        self._query = LedgerQuery()
        self.language: Language = "zh"
        self.editable = True

    @property
    def rows(self) -> Sequence[LedgerRow]:
        """What is shown, top down."""
        return self._rows

    @property
    def everything(self) -> tuple[LedgerRow, ...]:
        """All rows of the ledger, whether they are shown or not; the same object until others are given."""
        return self._all

    @property
    def count(self) -> int:
        """How many rows the ledger has, those filtered out too."""
        return len(self._all)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from left to right."""
        return COLUMNS[self._name]

    @property
    def query(self) -> LedgerQuery:
        """Which rows are shown, and in which order."""
        return self._query

    def show_ledger(self, made: Ledger) -> None:
        """Show this ledger; in place where only cells changed."""
        same = made.name == self._name
        self._name, self._all = made.name, made.rows
        if not same:
            self._query = LedgerQuery(self._query.words)
        arranged = self._arranged()
        if same and [row.key for row in arranged] == [row.key for row in self._rows] and arranged:
            self._rows = arranged
            self.dataChanged.emit(self.index(0, 0), self.index(len(arranged) - 1, len(self.columns) - 1))
            return
        self._reset(arranged)

    def set_query(self, query: LedgerQuery) -> None:
        """Filter or sort otherwise."""
        if query != self._query:
            self._query = query
            self._reset(self._arranged())

    def row_of(self, claim: str, metric: str = "") -> int:
        """The first row about a figure, else about a claim; -1 when none is shown."""
        rows = list(enumerate(self._rows))
        if metric:
            return next((place for place, row in rows if metric in row.metrics), -1)
        return next((place for place, row in rows if claim and row.claim == claim), -1)

    def row_of_hit(self, hit: str) -> int:
        """The row about a confirmed check; -1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.hit == hit), -1)

    def words(self, row: LedgerRow, column: Column) -> str:
        """What a cell says."""
        return text(column, row.cells[column.key], self.language)

    def all_words(self, column: Column) -> set[str]:
        """What the cells of a column say in all rows, each once: many say the same."""
        cells = {cell.value: cell for cell in (row.cells[column.key] for row in self._all)}
        return {text(column, cell, self.language) for cell in cells.values()}

    def tsv(self, rows: Iterable[int]) -> str:
        """Rows as tab-separated text under the columns' heads, for a spreadsheet."""
        lines = ["\t".join(head(column, self.language) for column in self.columns)]
        for place in sorted(set(rows)):
            cells = self._rows[place].cells
            words = (text(column, cells[column.key], self.language) for column in self.columns)
            lines.append("\t".join(" ".join(each.split()) for each in words))
        return "\n".join(lines) + "\n"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        takes = self.editable and self._takes(self.columns[index.column()], self._rows[index.row()])
        return _FILL if takes else _READ

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        column = self.columns[section]
        arrow = {True: " ↓", False: " ↑", None: ""}[dict(self._query.sort).get(column.key)]
        return head(column, self.language) + arrow

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        cell = row.cells[column.key]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return text(column, cell, self.language)
            case Qt.ItemDataRole.EditRole:
                return str(cell.value) if column.kind == "fulfilment" and cell.value else text(
                    column, cell, self.language
                )
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{head(column, self.language)}: {text(column, cell, self.language)}"
            case _ if role == ROW_ROLE:
                return row
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row, column = self._rows[index.row()], self.columns[index.column()]
        words = str(value or "").strip()
        if words == str(self.data(index, Qt.ItemDataRole.EditRole) or ""):
            return False
        if words == text(column, Cell(row.cells[column.key].read), self.language):
            words = ""  # what the text says needs nobody to say it
        self.filled.emit(row, column.key, words)
        return True

    def _takes(self, column: Column, row: LedgerRow) -> bool:
        """Whether a person may write there; how a promise is kept is a judgement on a claim."""
        return bool(column.fill) or (column.kind == "fulfilment" and bool(row.claim))

    def _arranged(self) -> list[LedgerRow]:
        words = self._query.words.casefold()
        kept = [
            row for row in self._all
            if not (self._query.unpaired and row.paired)
            and (not words or any(words in text(column, row.cells[column.key], self.language).casefold()
                                  for column in self.columns))
        ]
        named = {column.key: column for column in self.columns}
        for key, descending in reversed(self._query.sort):
            column = named[key]
            # what is empty stays at the end, whichever way the others go
            full = [row for row in kept if row.cells[key].value not in (None, "")]
            empty = [row for row in kept if row.cells[key].value in (None, "")]
            full.sort(key=lambda row, column=column: self._sort_key(column, row), reverse=descending)  # type: ignore[misc]  # mypy: default argument
            kept = full + empty
        return kept

    def _sort_key(self, column: Column, row: LedgerRow) -> tuple[int, Decimal, str]:
        value = row.cells[column.key].value
        if column.key == "place":
            return 0, Decimal(row.span.start), ""
        if column.kind == "severity":
            return 0, Decimal(keys("severity").index(str(value))), ""
        if isinstance(value, Decimal | int):
            return 0, Decimal(value), ""
        return 1, Decimal(0), text(column, row.cells[column.key], self.language)

    def _reset(self, rows: list[LedgerRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
