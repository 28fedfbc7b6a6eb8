"""Figures in the tables of an English report: the row names them, the head of the column gives year, unit and kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.extract.english_numbers import SCALES, currency_of, multiplied
from core.model.document import Document
from core.model.layout import Cell, Table
from core.model.records import record
from core.model.report import Indicator, Kind, Metric, Reason, Role, Section
from core.model.spans import Span

_FIGURE: Final = re.compile(
    r"(?P<minus>[-−(])?\s*(?P<money>(?:US|HK)?[$€£¥])?\s*"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"\s*(?P<percent>%)?\s*\)?"
)
_YEAR: Final = re.compile(r"(?:(?:FY|fiscal year|calendar year)\s?)?(?P<year>(?:19|20)[0-9]{2})", re.I)
_ONLY_YEAR: Final = re.compile(rf"{_YEAR.pattern}\s*(?:actual|target|planned|budget|projected|goal|estimate)?s?", re.I)
_UNIT: Final = re.compile(
    rf"[(\[](?:in\s+)?(?P<money>(?:US)?[$€£¥])?\s*(?P<scale>{'|'.join(SCALES)})?s?\s*(?:of\s+)?"
    r"(?P<unit>%|percent|per cent|dollars|euros|yuan|percentage points|[a-z]{2,12}s)?[)\]]",
    re.I,
)
_AIMED: Final = re.compile(r"\b(?:targets?|goals?|planned|plan|budget(?:ed)?|projected|forecast)\b", re.I)
_SHARE: Final = re.compile(r"\b(?:share|rate|ratio|percent(?:age)?)\b|^%$", re.I)
_CHANGE: Final = re.compile(r"\b(?:change|growth|increase|decrease)\b", re.I)
#: A head that says of a figure only what it is: the row is its name.
_SAYS_NO_NAME: Final = re.compile(
    r"(?:actuals?|amount|value|number|total|results?|(?:annual|yearly|year[- ]on[- ]year|percent)?\s*"
    r"(?:change|growth|increase|decrease))(?:\s+(?:from|over)\b.*)?",
    re.I,
)
_MARKUP: Final = re.compile(r"[*_`]|\[[0-9]{1,2}\]")


@record
class _Unit:
    """A unit as a head names it, and what the figures below are multiplied by."""

    base: str
    factor: int


def read_english_table(document: Document, table: Table, section: Section | None) -> Iterator[Metric]:
    """The figures of one table; cells without a name of their row or without a number are left out."""
    view = document.view
    at = {(cell.row, cell.column): cell for cell in table.cells}
    caption = _plain(table.caption.quote(view)) if table.caption else ""
    noted = _unit_in(f"{caption} {table.unit_note.quote(view) if table.unit_note else ''}")
    # Asked once: a table of tens of thousands of rows counts its cells for each answer.
    rows, columns = range(table.rows), range(1, table.columns)
    head_rows = dict.fromkeys(row for row in rows if _is_head_row(at, row, columns))
    heads = {column: _head(view, at, column, head_rows) for column in columns}
    for row in rows:
        label = at.get((row, 0))
        name = _plain(label.span.quote(view)) if label else ""
        if label is None or not name or row in head_rows:
            continue
        for column in columns:
            cell = at.get((row, column))
            match = _FIGURE.fullmatch(cell.span.quote(view).strip()) if cell else None
            if cell is not None and match is not None:
                yield _metric(document, section, cell, match, label, name, heads[column], noted, caption)


def _metric(
    document: Document, section: Section | None, cell: Cell, match: re.Match[str], label: Cell, name: str, head: str,
    noted: _Unit | None, caption: str,
) -> Metric:
    raw = cell.span.quote(document.view)
    start = cell.span.start + len(raw) - len(raw.lstrip())
    span = Span(start, start + len(raw.strip()))
    unit, unit_rule = _unit(match, head, name, noted)
    bare = _UNIT.sub("", name).strip()
    above = _YEAR.sub("", _AIMED.sub("", _UNIT.sub("", head))).strip(" ,–-%")
    by_year = _ONLY_YEAR.fullmatch(bare)
    title = above if by_year else bare if not above or _SAYS_NO_NAME.fullmatch(above) else f"{bare}, {above}"
    kind = _kind(unit, head, name)
    value = multiplied(match["digits"], -unit.factor if match["minus"] else unit.factor)
    if kind == "growth" and not match["minus"] and re.search(r"\bdecrease\b", head, re.I):
        value = -value
    said = by_year or _YEAR.search(head) or _YEAR.search(caption)
    period = said["year"] if said else str(document.year) if document.year else None
    aimed = _AIMED.search(head) or _AIMED.search(name)
    late = period is not None and document.year is not None and int(period) > document.year
    role: Role = "target" if aimed or late else "actual"
    role_rule = "role.table_planned" if aimed else "role.future_year" if late else "role.result"
    period_rule = "period.table_row" if by_year else "period.table_head" if _YEAR.search(head) else "period.report"
    if not by_year and not _YEAR.search(head) and said:
        period_rule = "period.table_caption"
    if period is None:
        period_rule = "period.unknown"
    return Metric(
        id="", section=section.id if section else None, span=span, value_span=span,
        indicator=Indicator(title, title, label.span, None) if title else None, value=value, value_max=None,
        unit=unit.base, surface=span.quote(document.text), kind=kind, role=role, period=period,
        basis="yoy" if kind == "growth" else None, bound="eq", rank=None, scope=None, claim=None, confidence=0.5,
        reasons=(
            Reason("value", "number.table_cell", span), Reason("unit", unit_rule),
            Reason("indicator", "indicator.table_row_and_head" if title != bare else "indicator.table_row", label.span),
            Reason("role", role_rule), Reason("period", period_rule),
        ),
    )  # fmt: skip


def _unit(match: re.Match[str], head: str, name: str, noted: _Unit | None) -> tuple[_Unit, str]:
    """The unit of a cell: its own, that of its column, of its row, of the table; what no one names is empty."""
    beside = _unit_in(head)
    if match["percent"]:
        return _Unit("%", 1), "unit.table_cell"
    if match["money"]:
        factor = beside.factor if beside else noted.factor if noted else 1
        return _Unit(currency_of(match["money"]), factor), "unit.table_cell"
    if beside:
        return beside, "unit.table_head"
    if (own := _unit_in(name)) is not None:
        return own, "unit.table_row"
    if re.search(r"%|\bpercent\b", head, re.I):
        return _Unit("%", 1), "unit.table_head"
    return (noted, "unit.table_note") if noted else (_Unit("", 1), "unit.table_none")


def _unit_in(words: str) -> _Unit | None:
    """The unit in brackets: ($ million), (%), (thousands of dollars)."""
    match = _UNIT.search(words)
    if match is None or not (match["money"] or match["scale"] or match["unit"]):
        return None
    unit = (match["unit"] or "").lower()
    base = "%" if unit in ("%", "percent", "per cent") else unit
    if match["money"]:
        base = currency_of(match["money"])
    return _Unit(base, SCALES.get((match["scale"] or "").lower(), 1))


def _kind(unit: _Unit, head: str, name: str) -> Kind:
    if unit.base == "percentage points":
        return "difference"
    if unit.base == "%":
        return "growth" if _CHANGE.search(head) or (_CHANGE.search(name) and not _SHARE.search(head)) else "rate"
    return "difference" if _CHANGE.search(head) else "level"


def _is_head_row(at: dict[tuple[int, int], Cell], row: int, columns: range) -> bool:
    cells = [cell for column in columns if (cell := at.get((row, column))) is not None]
    return bool(cells) and all(cell.head for cell in cells)


def _head(view: str, at: dict[tuple[int, int], Cell], column: int, head_rows: Iterable[int]) -> str:
    cells = [cell for row in head_rows if (cell := at.get((row, column)))]
    return " ".join(dict.fromkeys(_plain(cell.span.quote(view)) for cell in cells)).strip()


def _plain(words: str) -> str:
    return " ".join(_MARKUP.sub("", words).split())
