"""Lists of two-line rows under group heads: claims, check hits and evidence in the navigator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.values import dataclass

Index = QModelIndex | QPersistentModelIndex
Subject = Literal["claim", "hit", "evidence", "text"]

#: Role of the `ListRow` or `GroupHead` behind an index.
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head over the rows of one group, and how many they are."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class ListRow:
    """One thing in two lines. `first_is_quote` says that the first line is the report's own words.

    A second line that is too long loses whole parts from its end; one with `second_is_cut` ends in … instead.

    `icon` with its colour `token` stands at the right; `sign` is an icon before the second line, where something has
    to be looked at; `worth`, 0 to 3, is drawn as that many steps; `name` is
    what a screen reader says.
    """

    subject: Subject
    id: str
    first: str
    second: str
    icon: str
    token: str
    name: str
    first_is_quote: bool = True
    worth: int = 0
    faint: bool = False
    second_is_cut: bool = False
    sign: str = ""


class RowList(QAbstractListModel):
    """Rows and group heads in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow | GroupHead, ...] = ()

    @property
    def rows(self) -> tuple[ListRow | GroupHead, ...]:
        """What is shown, top down."""
        return self._rows

    def set_rows(self, rows: Sequence[ListRow | GroupHead]) -> None:
        """Show these. Where the order is the same, rows are changed in place and the view stays where it is."""
        rows = tuple(rows)
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            changed = [i for i, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
            self._rows = rows
            for i in changed:
                self.dataChanged.emit(self.index(i), self.index(i))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def index_of(self, key: str) -> QModelIndex:
        """The index of the row with this id; invalid when it is not shown."""
        place = next((i for i, row in enumerate(self._rows) if isinstance(row, ListRow) and row.id == key), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], GroupHead):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.first if isinstance(row, ListRow) else row.title
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return row.name if isinstance(row, ListRow) else row.title
            case _ if role == ROW_ROLE:
                return row
        return None


def _key(row: ListRow | GroupHead) -> tuple[str, str]:
    return (row.subject, row.id) if isinstance(row, ListRow) else ("group", row.title)
