"""The section tree with what each section, and all below it, holds and still needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import Finding, Metric, ReviewClaim, Section
from core.model.innermost import Innermost
from core.model.review import Veracity
from core.vocabulary import Language, label
from gui.models.progress import Progress, progress
from gui.models.titles import short_titles

Index = QModelIndex | QPersistentModelIndex
Counted = Literal["metrics", "claims", "hits"]

#: Role of the `SectionRow` behind an index.
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(slots=True, eq=False)
class SectionRow:
    """One row of the tree. Counts include the sections below."""

    section: Section
    short: str
    parent: SectionRow | None
    position: int
    metrics: int = 0
    claims: int = 0
    hits: int = 0
    progress: Progress = field(default_factory=lambda: progress(()))
    children: list[SectionRow] = field(default_factory=list)

    def count(self, what: Counted) -> int:
        """The number that the column shows."""
        return {"metrics": self.metrics, "claims": self.claims, "hits": self.hits}[what]


def row_name(row: SectionRow, language: Language) -> str:
    """The whole title, the section's role, its counts and its progress: for tooltips and screen readers."""
    translate = QCoreApplication.translate
    counts = translate("SectionTree", "figures {figures}, claims {claims}, checks {checks}").format(
        figures=row.metrics, claims=row.claims, checks=row.hits
    )
    done = translate("SectionTree", "{judged} of {total} judged").format(
        judged=row.progress.judged, total=row.progress.total
    )
    return f"{row.section.title}\n{label('section_role', row.section.role, language)} · {counts} · {done}"


class SectionTree(QAbstractItemModel):
    """Sections as a tree. `filter` keeps the rows whose title holds the words, and the rows above them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language: Language = "zh"
        self._sections: tuple[Section, ...] = ()
        self._innermost = Innermost(())
        self._short: dict[str, str] = {}
        self._rows: dict[str, SectionRow] = {}
        self._roots: list[SectionRow] = []
        self._filter = ""
        self._counted: tuple[Sequence[Metric], Sequence[ReviewClaim], Sequence[Finding]] = ((), (), ())

    @property
    def empty(self) -> bool:
        """Whether the report has no sections at all."""
        return not self._sections

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show the sections of another report, nothing counted yet."""
        self._sections = tuple(sections)
        self._innermost = Innermost(sections)
        self._short = short_titles(sections)
        self._counted = ((), (), ())
        self._rebuild()

    def set_filter(self, words: str) -> None:
        """Keep the rows that hold `words`, and the rows above them; "" keeps all."""
        if words != self._filter:
            self._filter = words
            self._rebuild()

    def set_counts(
        self, metrics: Sequence[Metric], claims: Sequence[ReviewClaim], findings: Sequence[Finding]
    ) -> None:
        """Count again; the rows stay, so that nothing folds or scrolls."""
        before = self._counted
        self._counted = (metrics, claims, findings)
        if metrics is not before[0] or claims is not before[1] or findings != before[2]:
            self._count()
        for row in self._rows.values():
            index = self.createIndex(row.position, 0, row)
            self.dataChanged.emit(index, index)

    def _count(self) -> None:
        metrics, claims, findings = self._counted
        for row in self._rows.values():
            row.metrics = row.claims = row.hits = 0
        judged: dict[str, Counter[Veracity | None]] = {key: Counter() for key in self._rows}
        counts = Counter(metric.section for metric in metrics)
        for section, count in counts.items():  # each section once with all above it, not each figure
            for row in self._line(section):
                row.metrics += count
        inside: dict[str | None, list[ReviewClaim]] = {}
        for claim in claims:
            if claim.dismissed is None:
                inside.setdefault(claim.section, []).append(claim)
        for section, found in inside.items():
            verdicts = progress(found).counts
            for row in self._line(section):
                row.claims += len(found)
                judged[row.section.id].update(verdicts)
        for section, count in Counter(map(self._section_at, findings)).items():
            for row in self._line(section):
                row.hits += count
        for key, row in self._rows.items():
            row.progress = Progress(judged[key])

    def index_of(self, key: str) -> QModelIndex:
        """The index of a section's row; invalid when it is not shown."""
        row = self._rows.get(key)
        return self.createIndex(row.position, 0, row) if row and self._shown(row) else QModelIndex()

    def row_at(self, index: Index) -> SectionRow | None:
        """The row behind an index."""
        row = index.internalPointer() if index.isValid() else None
        return row if isinstance(row, SectionRow) else None

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's own)
        rows = self._below(parent)
        return self.createIndex(row, column, rows[row]) if 0 <= row < len(rows) and column == 0 else QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 (QObject.parent too)
        row = self.row_at(index)
        above = row.parent if row else None
        return self.createIndex(above.position, 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return len(self._below(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.short
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return row_name(row, self.language)
        return row if role == ROW_ROLE else None

    def _below(self, parent: Index) -> list[SectionRow]:
        row = self.row_at(parent)
        return row.children if row else self._roots

    def _line(self, key: str | None) -> Iterable[SectionRow]:
        row = self._rows.get(key) if key else None
        while row:
            yield row
            row = row.parent

    def _section_at(self, finding: Finding) -> str | None:
        section = self._innermost(finding.spans[0].start) if finding.spans else None
        return section.id if section else None

    def _shown(self, row: SectionRow) -> bool:
        rows = row.parent.children if row.parent else self._roots
        return row in rows

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._rows, self._roots = {}, []
        kept = self._kept()
        for section in self._sections:
            if section.id not in kept:
                continue
            above = self._rows.get(section.parent) if section.parent else None
            rows = above.children if above else self._roots
            row = SectionRow(section, self._short[section.id], above, len(rows))
            self._rows[section.id] = row
            rows.append(row)
        self._count()
        self.endResetModel()

    def _kept(self) -> set[str]:
        if not self._filter:
            return {section.id for section in self._sections}
        parents = {section.id: section.parent for section in self._sections}
        kept: set[str] = set()
        for section in self._sections:
            if self._filter.casefold() in section.title.casefold():
                key: str | None = section.id
                while key:
                    kept.add(key)
                    key = parents.get(key)
        return kept
