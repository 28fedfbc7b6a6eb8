"""The audit trail: every step of the review, who made it and when; and whether the record is whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget

from core.messages import PolicyReviewError
from core.project import LogEntry, Project, tag_name
from gui import settings
from gui.dialogs.sheet import Sheet
from gui.jobs import Job, Jobs, Progress
from gui.models.history import entry_words
from gui.session import Session
from gui.theme import Theme
from gui.views.controls import FilterField

Index = QModelIndex | QPersistentModelIndex

#: As many of the last steps are listed; the file has all, and exports carry them.
MOST: Final = 20_000
_SUBJECT: Final = int(Qt.ItemDataRole.UserRole)


class TrailModel(QAbstractTableModel):
    """The steps, the newest first."""

    def __init__(self, entries: tuple[LogEntry, ...], names: Mapping[str, str], heads: tuple[str, ...]) -> None:
        super().__init__()
        self._entries = entries
        self._names = names
        self._heads = heads

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == _SUBJECT:
            return entry.subject
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.at
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return str(entry.seq)
            case 1:
                return f"{datetime.fromisoformat(entry.at).astimezone():%Y-%m-%d %H:%M:%S}"
            case 2:
                return self._names.get(entry.subject, "")
            case _:
                return entry_words(entry, self._names, settings.language())


class TrailDialog(Sheet):
    """Lists the steps, filters them, leads to what they are about, and checks the record."""

    def __init__(self, theme: Theme, parent: QWidget, session: Session, jobs: Jobs) -> None:
        super().__init__(theme, parent, width=880)
        self._session = session
        self._jobs = jobs
        self._job: Job | None = None
        self._model: TrailModel | None = None
        self._sieve = QSortFilterProxyModel(self)
        self._sieve.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._sieve.setFilterKeyColumn(-1)
        self.field = FilterField(theme, self, size=13)
        self.table = QTableView(self)
        self.table.setModel(self._sieve)
        self.show_whole_rows(self.table, 12)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.verify_button = QPushButton(self)
        self.verify_button.setAutoDefault(False)
        self.content.addWidget(self.field)
        self.content.addWidget(self.table, 1)
        self.foot.insertWidget(0, self.verify_button)
        self.cancel_button.hide()
        self.field.textChanged.connect(self._sieve.setFilterFixedString)
        self.field.entered.connect(self.table.setFocus)
        self.field.left.connect(self.reject)
        self.table.activated.connect(self._go)
        self.verify_button.clicked.connect(self.verify)
        self.retranslate()
        self.field.setFocus()
        self._read()

    def retranslate(self) -> None:
        super().retranslate()
        self.describe(self.tr("Audit trail"), self.tr("Every step since the project was made; none can be changed."),
                      self.tr("Close"))
        self.field.describe(self.tr("Filter by person, step or words"))
        self.table.setAccessibleName(self.tr("Steps"))
        self.verify_button.setText(self.tr("Verify the record"))

    def verify(self) -> None:
        """Check the chain of entries, the rows they made, and every file, off the GUI thread."""
        project = self._session.project
        if project is None or self._job is not None:
            return
        path = project.path

        def work(_progress: Progress) -> Sequence[PolicyReviewError]:
            with Project.open(path, read_only=True) as opened:
                return opened.check()

        self.verify_button.setEnabled(False)
        self.tell_problem("")
        self.lead.setText(self.tr("Checking…"))
        self._job = self._jobs.start(work, done=self._tell, failed=self._fail, name="verify")

    def _tell(self, problems: Sequence[PolicyReviewError]) -> None:
        self._job = None
        self.verify_button.setEnabled(True)
        self.lead.setText("")
        if problems:
            self.tell_problem("\n".join(problem.sentence(settings.language()) for problem in problems[:5]))
            return
        count = self._model.rowCount() if self._model else 0
        self.lead.setText(
            self.tr("The record is whole: %Ln steps hang together, every file matches its SHA-256.", "", count)
        )

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.verify_button.setEnabled(True)
        self.lead.setText("")
        if not isinstance(error, PolicyReviewError):
            raise error
        self.tell_problem(error.sentence(settings.language()))

    def _read(self) -> None:
        project = self._session.project
        if project is None:
            return
        path, names = project.path, self._names(project)

        def work(_progress: Progress) -> tuple[LogEntry, ...]:
            with Project.open(path, read_only=True) as opened:
                return tuple(reversed(deque((entry for entry, _ in opened.entries()), MOST)))

        def show(entries: tuple[LogEntry, ...]) -> None:
            self._job = None
            heads = (self.tr("No."), self.tr("Time"), self.tr("About"), self.tr("Step"))
            self._model = TrailModel(entries, names, heads)
            self._sieve.setSourceModel(self._model)
            header = self.table.horizontalHeader()
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            for column, width in enumerate((60, 160, 110)):
                header.resizeSection(column, width)
            header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)

        self._job = self._jobs.start(work, done=show, failed=self._fail, name="verify")

    def _names(self, project: Project) -> dict[str, str]:
        """How the window calls what the entries are about."""
        language = settings.language()
        names = {claim.id: self.tr("Claim {number}").format(number=claim.number) for claim in self._session.claims()}
        names |= {item.id: item.no for item in project.evidence()}
        return names | {tag.id: tag_name(tag, language) for tag in project.tags()}

    def _go(self, index: QModelIndex) -> None:
        subject = str(index.data(_SUBJECT))
        project = self._session.project
        if self._session.claim(subject) is not None:
            self._session.select("claim", subject)
        elif project is not None and any(item.id == subject for item in project.evidence()):
            self._session.select("evidence", subject)
        else:
            return
        self.accept()

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)
