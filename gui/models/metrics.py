"""The report's figures as a table: sorted by several keys, filtered, grouped, copied as tab-separated text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from itertools import groupby
from typing import Literal, NamedTuple, get_args

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.by_hand import Told, told_of
from core.charts import amount_text, closed_up, rank_label
from core.model import Metric, Report, ReviewClaim
from core.model.figures import called, differences
from core.model.review import Veracity
from core.values import dataclass
from core.vocabulary import Language, attribute, label
from gui.models.claims import verdict_rank

Index = QModelIndex | QPersistentModelIndex
Column = Literal[
    "indicator", "value", "unit", "kind", "place", "verdict",
    "standard", "period", "scope", "role", "section", "quote", "confidence", "by_hand",
]
Grouping = Literal["section", "indicator", "role", "none"]

#: Columns that are shown at first, and those that can be added.
COLUMNS: tuple[Column, ...] = ("indicator", "value", "unit", "kind", "place", "verdict")
MORE_COLUMNS: tuple[Column, ...] = ("standard", "period", "scope", "role", "section", "quote", "confidence", "by_hand")

#: Role of the `MetricRow` or `GroupRow` behind an index.
ROW_ROLE = int(Qt.ItemDataRole.UserRole)

_PRINTED = re.compile(r"^(?:第)?([-−]?\d[\d,]*(?:\.\d+)?)(\D*)$")
_HEDGES = re.compile(r"[余多左右上下近约超以内]+")


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One figure. `cells` are its words by column."""

    metric: Metric
    cells: Mapping[Column, str]
    veracity: Veracity | None
    claim: str | None
    language: Language

    @property
    def decided(self) -> str:
        """Who decided the reading and what the program had read, "" where the program's own holds."""
        told = told_of(self.metric, self.language)
        return _decided(told, self.language) if told else ""

    def key(self, column: Column) -> tuple[int, Decimal, str]:
        """What the column sorts by."""
        metric, zero = self.metric, Decimal(0)
        match column:
            case "value":
                return int(metric.value is None), metric.value if metric.value is not None else zero, ""
            case "verdict":
                return verdict_rank(self.veracity), zero, ""
            case "place":
                return metric.rank.position if metric.rank else 10_000, zero, self.cells["place"]
            case "section":
                return metric.span.start, zero, ""
        return 0, zero, self.cells[column]

    def typed(self, column: Column) -> str | float | int | None:
        """The cell for a spreadsheet: a number as a number, an empty one as None."""
        words = self.cells[column]
        if column == "value":
            plain = words.replace(",", "").replace("−", "-")
            try:
                number = Decimal(plain)
            except InvalidOperation:
                return words or None
            return int(number) if number == number.to_integral_value() else float(number)
        if column == "confidence":
            return self.metric.confidence
        return words or None


class _Telling(NamedTuple):
    """What all rows of a table are told from."""

    text: str
    titles: Mapping[str, str]
    language: Language


class _Cells(Mapping[Column, str]):
    """The words of one figure, each put together when it is asked for: of three thousand the table shows thirty."""

    __slots__ = ("_metric", "_telling", "_told", "_veracity")

    def __init__(self, metric: Metric, veracity: Veracity | None, telling: _Telling) -> None:
        self._metric = metric
        self._veracity = veracity
        self._telling = telling
        self._told: dict[Column, str] = {}

    def __getitem__(self, column: Column) -> str:
        if column not in self._told:
            if column in ("value", "unit"):
                self._told["value"], self._told["unit"] = printed_value(self._metric)
            else:
                self._told[column] = self._words(column)
        return self._told[column]

    def __iter__(self) -> Iterator[Column]:
        return iter(get_args(Column))

    def __len__(self) -> int:
        return len(get_args(Column))

    def _words(self, column: Column) -> str:
        metric, (text, titles, language) = self._metric, self._telling
        match column:
            case "indicator":
                return indicator_name(metric)
            case "standard":
                return metric.indicator.canonical if metric.indicator else ""
            case "kind":
                return label("kind", metric.kind, language)
            case "place":
                if metric.rank:
                    return rank_label(metric.rank, language)
                return label("bound", metric.axis_bound, language)
            case "verdict":
                return label("veracity", self._veracity or "not_judged", language)
            case "period":
                return metric.period or ""
            case "scope":
                return metric.scope or ""
            case "role":
                return label("role", metric.role, language)
            case "section":
                return titles.get(metric.section or "", "")
            case "quote":
                return " ".join(metric.value_span.quote(text).split())
            case "confidence":
                return f"{metric.confidence:.2f}"
            case "by_hand":
                told = told_of(metric, language)
                return f"{label('by_hand', told.what, language)} · {told.by}" if told else ""
        raise KeyError(column)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of a group and how many figures it has."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class TableQuery:
    """Which rows, in which order. `sort` holds columns with True for descending, the first key first."""

    words: str = ""
    grouping: Grouping = "section"
    sort: tuple[tuple[Column, bool], ...] = ()
    section: frozenset[str] | None = None

    def sorted_by(self, column: Column, *, further: bool) -> TableQuery:
        """The same, sorted by `column`: up, then down, then not at all. `further` keeps the keys before it."""
        state = dict(self.sort).get(column)
        others = tuple(key for key in self.sort if key[0] != column) if further else ()
        mine: tuple[tuple[Column, bool], ...] = () if state else ((column, state is False),)
        return replace(self, sort=(*others, *mine))


def metric_rows(
    report: Report, claims: Iterable[ReviewClaim], titles: Mapping[str, str], language: Language
) -> Iterator[MetricRow]:
    """All figures in reading order, each made when it is taken."""
    owner = {key: claim for claim in reversed(tuple(claims)) for key in claim.metrics}
    telling = _Telling(report.text, titles, language)
    for metric in report.metrics:
        claim = owner.get(metric.id)
        veracity = claim.veracity if claim else None
        cells = _Cells(metric, veracity, telling)
        yield MetricRow(metric, cells, veracity, claim.id if claim else None, language)


def arrange(rows: Iterable[MetricRow], query: TableQuery) -> list[MetricRow | GroupRow]:
    """Filter, sort within the groups, and put a head over each group."""
    words = query.words.casefold()
    kept = [
        row
        for row in rows
        if (query.section is None or row.metric.section in query.section)
        and (not words or any(words in cell.casefold() for cell in row.cells.values()))
    ]
    for by, descending in reversed(query.sort):
        kept.sort(key=lambda row, by=by: row.key(by), reverse=descending)  # type: ignore[misc]  # mypy: default argument
    if query.grouping == "none":
        return list(kept)
    column: Column = "standard" if query.grouping == "indicator" else query.grouping
    order = {title: place for place, title in enumerate(dict.fromkeys(row.cells[column] for row in kept))}
    if column == "section":
        order = _reading_order(kept)
    kept.sort(key=lambda row: order[row.cells[column]])
    arranged: list[MetricRow | GroupRow] = []
    for title, group in groupby(kept, key=lambda row: row.cells[column]):
        below = list(group)
        if title or len(below) < len(kept):  # without any heading one group would say nothing
            arranged.append(GroupRow(title or _nameless(query.grouping), len(below)))
        arranged.extend(below)
    return arranged


class MetricTable(QAbstractTableModel):
    """The arranged rows under the chosen columns.

    Signals:
        worded(): rows that stay where they are say other words: in another language, or corrected.
    """

    worded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[MetricRow] = ()
        self._rows: list[MetricRow | GroupRow] = []
        self._columns: tuple[Column, ...] = COLUMNS
        self._query = TableQuery()

    @property
    def rows(self) -> Sequence[MetricRow | GroupRow]:
        """What is shown, top down."""
        return self._rows

    @property
    def everything(self) -> Sequence[MetricRow]:
        """All figures as they were given, whether they are shown or not; the same object until others are given."""
        return self._all

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, left to right."""
        return self._columns

    @property
    def query(self) -> TableQuery:
        """Which rows are shown, and in which order."""
        return self._query

    @property
    def count(self) -> int:
        """How many figures are shown."""
        return sum(isinstance(row, MetricRow) for row in self._rows)

    def set_rows(self, rows: Sequence[MetricRow]) -> None:
        """Show these figures under the query in force; in place where only their words or verdicts changed."""
        self._all = rows
        arranged = arrange(self._all, self._query)
        if [_key(row) for row in arranged] == [_key(row) for row in self._rows] and arranged:
            before, self._rows = self._rows, arranged
            self.dataChanged.emit(self.index(0, 0), self.index(len(arranged) - 1, len(self._columns) - 1))
            if any(_says_other(row, old) for row, old in zip(arranged, before, strict=True)):
                self.worded.emit()
            return
        self._reset(arranged)

    def set_query(self, query: TableQuery) -> None:
        """Filter, sort or group otherwise."""
        if query != self._query:
            self._query = query
            self._reset(arrange(self._all, query))

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def row_of(self, metric: str) -> int:
        """The row of a metric; -1 when it is not shown."""
        rows = enumerate(self._rows)
        return next((place for place, row in rows if isinstance(row, MetricRow) and row.metric.id == metric), -1)

    def tsv(self, rows: Iterable[int], columns: Sequence[Column]) -> str:
        """The rows as tab-separated text under the columns' heads, for a spreadsheet."""
        lines = ["\t".join(column_name(column) for column in columns)]
        for place in sorted(set(rows)):
            row = self._rows[place]
            if isinstance(row, MetricRow):
                lines.append("\t".join(" ".join(row.cells[column].split()) for column in columns))
        return "\n".join(lines) + "\n"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own)
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], GroupRow):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        column = self._columns[section]
        arrow = {True: " ↓", False: " ↑", None: ""}[dict(self._query.sort).get(column)]
        return column_name(column) + arrow

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, GroupRow):
            return row.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column]
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column_name(column)}: {row.cells[column]}"
        return None

    def _reset(self, rows: list[MetricRow | GroupRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


def _says_other(row: MetricRow | GroupRow, old: MetricRow | GroupRow) -> bool:
    if isinstance(row, GroupRow) or isinstance(old, GroupRow):
        return False  # a head is as wide as the table
    return row.metric is not old.metric or row.language != old.language


def column_name(column: Column) -> str:
    """The head of a column."""
    translate = QCoreApplication.translate
    return {
        "indicator": translate("MetricTable", "Indicator"),
        "standard": translate("MetricTable", "Standard name"),
        "value": translate("MetricTable", "Value"),
        "unit": translate("MetricTable", "Unit"),
        "kind": translate("MetricTable", "Kind"),
        "place": translate("MetricTable", "Rank / bound"),
        "verdict": translate("MetricTable", "Verdict"),
        "period": translate("MetricTable", "Period"),
        "scope": translate("MetricTable", "Scope"),
        "role": translate("MetricTable", "Role"),
        "section": translate("MetricTable", "Section"),
        "quote": translate("MetricTable", "As printed"),
        "confidence": translate("MetricTable", "Confidence"),
        "by_hand": translate("MetricTable", "By hand"),
    }[column]


def _nameless(grouping: Grouping) -> str:
    """The head over figures that have no section or indicator."""
    translate = QCoreApplication.translate
    if grouping == "section":
        return translate("MetricTable", "Before the first section")
    return translate("MetricTable", "Indicator not stated")


def indicator_name(metric: Metric) -> str:
    """What people call the indicator, on one line; "" where none is named."""
    return " ".join(called(metric).split())


def standard_name(metric: Metric) -> str:
    """The catalogue's name of the indicator where the report calls it otherwise, else ""."""
    canonical = metric.indicator.canonical if metric.indicator else ""
    return canonical if canonical != indicator_name(metric) else ""


def printed_value(metric: Metric) -> tuple[str, str]:
    """Number and unit as the report prints them (5.17, 亿元); from the value read where the print has no digits.

    A fall told by its verb (下降7.2%) gets the minus that the value has: alone in a table it would pass for a rise.
    """
    found = None if value_by_hand(metric) else _PRINTED.match(closed_up(metric.surface))
    if metric.rank is not None and metric.kind == "rank":
        return str(metric.rank.position), ""
    if found and metric.value_max is None:
        number, unit = found[1].replace(",", ""), _HEDGES.sub("", found[2]).strip()
        if metric.value is not None and metric.value < 0 and not number.startswith(("-", "−")):
            number = f"-{number}"
        return _thousands(number), unit or metric.unit
    if metric.value is None:
        return "–", metric.unit
    words = amount_text(metric.value, metric.unit)
    if metric.value_max is not None:
        words = f"{words.removesuffix(metric.unit).rstrip()}–{amount_text(metric.value_max, metric.unit)}"
    return words.removesuffix(metric.unit).rstrip(), metric.unit


def signed_value(metric: Metric) -> str:
    """The number with its unit as the report prints them, behind the sign of their bound: ≥5.17 亿元."""
    number, unit = printed_value(metric)
    return f"{attribute('bound', metric.axis_bound, 'sign')}{number} {unit}".strip()


def value_by_hand(metric: Metric) -> bool:
    """Whether a person gave another value or unit than the program read: the printed words do not tell it then."""
    return not {"value", "value_max", "unit"}.isdisjoint(differences(metric))


def _decided(told: Told, language: Language) -> str:
    said = QCoreApplication.translate("MetricTable", "{what} by {name}. The program had read: {words}")
    return said.format(what=label("by_hand", told.what, language), name=told.by or "–", words=told.machine)


def _tip(row: MetricRow, column: Column) -> str:
    """A cell in full: a value as it is printed, an indicator with the standard name if that is another; what a person
    decided with what the program had read."""
    if column in ("indicator", "value", "by_hand") and (decided := row.decided):
        return decided
    if column == "value":
        return row.cells["quote"]
    if column == "indicator" and (standard := standard_name(row.metric)):
        words = QCoreApplication.translate("MetricTable", "{name}\nStandard name: {standard}")
        return words.format(name=row.cells[column], standard=standard)
    return row.cells[column]


def _reading_order(rows: Iterable[MetricRow]) -> dict[str, int]:
    first: dict[str, int] = {}
    for row in rows:
        title = row.cells["section"]
        first[title] = min(first.get(title, row.metric.span.start), row.metric.span.start)
    return first


def _thousands(number: str) -> str:
    sign = "−" if number.startswith(("-", "−")) else ""  # apart: −0 is no number that keeps its sign
    whole, dot, rest = number.lstrip("-−").partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}"


def _key(row: MetricRow | GroupRow) -> str:
    return row.metric.id if isinstance(row, MetricRow) else f"group {row.title} {row.count}"
