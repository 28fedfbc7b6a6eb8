"""Lists of two-line rows under group heads: claims, check hits and evidence in the navigator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.values import dataclass

Index = QModelIndex | QPersistentModelIndex
Subject = Literal["claim", "hit", "evidence", "text"]

#: Role of the `ListRow` or `GroupHead` behind an index.
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
#: What a row is about, and its id; for the head of a group `group` and its title.
Key = tuple[str, str]
_GROUP: Final = "group"
_ROLES: Final = frozenset({
    int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole),
    ROW_ROLE,
})


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
        self._keys: list[Key] = []
        self._places: dict[str, int] = {}
        self._make: Callable[[int], ListRow | GroupHead] | None = None
        self._made: list[ListRow | GroupHead | None] = []

    @property
    def rows(self) -> tuple[ListRow | GroupHead, ...]:
        """What is shown, top down; those that nobody has looked at are made for it."""
        return tuple(self._row(place) for place in range(len(self._keys)))

    def set_rows(self, rows: Sequence[ListRow | GroupHead]) -> None:
        """Show these. Where the order is the same, rows are changed in place and the view stays where it is."""
        rows = tuple(rows)
        self.set_lazily([_key(row) for row in rows], rows.__getitem__)

    def set_lazily(self, keys: list[Key], make: Callable[[int], ListRow | GroupHead]) -> None:
        """Show rows of these keys. `make` gives the row at a place when it is first looked at: of thousands a list
        shows a score. Where the order is the same, rows that were looked at are changed in place."""
        self._make = make
        if keys == self._keys:
            for place, old in enumerate(self._made):
                if old is not None and (new := make(place)) != old:
                    self._made[place] = new
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._keys, self._made = keys, [None] * len(keys)
        self._places = {}
        for place, (subject, key) in enumerate(keys):
            if subject != _GROUP:
                self._places.setdefault(key, place)
        self.endResetModel()

    def index_of(self, key: str) -> QModelIndex:
        """The index of the row with this id; invalid when it is not shown."""
        place = self._places.get(key, -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._keys[index.row()][0] == _GROUP:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ROLES:
            return None
        row = self._row(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.first if isinstance(row, ListRow) else row.title
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return row.name if isinstance(row, ListRow) else row.title
        return row

    def _row(self, place: int) -> ListRow | GroupHead:
        row = self._made[place]
        if row is None:
            assert self._make is not None
            row = self._made[place] = self._make(place)
        return row


def _key(row: ListRow | GroupHead) -> Key:
    return (row.subject, row.id) if isinstance(row, ListRow) else (_GROUP, row.title)
