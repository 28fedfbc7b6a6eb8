"""The figures in the cells of tables: the row gives the indicator, the head unit and kind, the caption the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from core.extract.columns import SHARES, Reading, bare, reading_of, without_years
from core.extract.confidence import trust
from core.extract.english_tables import read_english_table
from core.extract.heads import (
    CHANGE_NAMED,
    Figure,
    Label,
    Sheet,
    Unit,
    ends,
    holds,
    parted,
    plain,
    tells_to_do,
    unit_of,
    whole,
)
from core.extract.periods import Period, find_periods
from core.extract.rows import Named, named_rows
from core.extract.table_names import PURE_NUMBERS, name_of
from core.lexicon import find_indicator, pattern, units
from core.model.document import Document
from core.model.innermost import Innermost
from core.model.layout import Table
from core.model.records import record
from core.model.report import Basis, Indicator, Kind, Metric, Rank, Reason, Role, Section
from core.model.spans import Span
from core.numerals import trimmed
from core.text import as_printed

_PERCENT: Final = Unit("%", Decimal(1))
_POINTS: Final = Unit("个百分点", Decimal(1))
_BARE: Final = Unit("", Decimal(1))
_OF_CHANGES: Final = re.compile(
    r"(?<![及和与其、])(?:[比较]上年|同比)?(?:增长(?:速度|幅度|率)?|增速|增幅|[涨升]跌?降?幅度?)[*]*$"
)
_INDEX: Final = re.compile("指数|系数|=100|为100")
#: 价格指数（上年=100） is of this year.
_BASE_NOTE: Final = re.compile("[（(]以?(?:上年|去年)[^（）()]{0,6}100[)）]")
_NAMED_BASE: Final = re.compile(r"[比较](?:19|20)\d{2}年")
_CAPTION_FRONT: Final = re.compile(
    r"^[*#\s]*(?:续?附?表\s*(?:[\d一二三四五六七八九十]{0,2}?(?=(?:19|20)\d{2}[年至—–-])|[\d一二三四五六七八九十-]{1,4})[:.、\s]*)?"
)
_CAPTION_YEARS: Final = re.compile(
    r"(?:19|20)\d{2}(?:[-—–至](?:19|20)?\d{2})?年?度?(?:\d{1,2}(?:-\d{1,2})?月)?(?:年?[末底])?|全年|历年"
)
_CAPTION_NOTE: Final = re.compile(
    r"[（(](?:计量|金额)?单位:[^（()）]*[)）]|\*+$|^.{0,24}?(?:省|市|县|区)(?=(?:19|20)\d{2}年)"
)
#: 表2：主要农产品产量单位：万吨
_UNIT_AT_END: Final = re.compile("(?:计量|金额)?单位:[^，。；:]{1,20}$")
_YEAR: Final = re.compile(r"((?:19|20)\d{2})年?度?")
_YEAR_OPENS: Final = re.compile(r"((?:19|20)\d{2})(?!\d).{0,6}")
_YEARS: Final = re.compile(r"(?:\d{4}-)?\d{4}")
_COLUMN_NUMBERS: Final = re.compile(r"(?:\d{1,2}|[（(]\d{1,2}[)）])(?:=.*)?")


@record
class _Setting:
    """What holds for all cells of a table: the unit of the note, the years of caption and report, the place."""

    document: Document
    section: Section | None
    notes: tuple[Unit, ...]
    caption: str
    period: Period | None
    latest: int | None
    #: The caption says that all figures are changes: 居民消费价格比上年涨跌幅度.
    changes: bool
    #: The years for which a column says what was meant to be reached.
    aimed: frozenset[int]
    #: The caption says that all of it is still to be done: 2024年重点项目计划.
    to_do: bool


def read_tables(document: Document) -> Iterator[Metric]:
    """The figures in the cells of a document's tables, in the order of the text, not yet numbered.

    Numbers of heads, rows and notes, years and dates are none; a table that stands a second time is not counted again.
    """
    figures = read_english_table if document.language == "en" else _figures
    seen: set[str] = set()
    innermost = Innermost(document.sections)
    for table in document.tables:
        words = plain(table.span.quote(document.view))
        if words not in seen:
            seen.add(words)
            yield from figures(document, table, innermost(table.span.start))


def _figures(document: Document, table: Table, section: Section | None) -> Iterator[Metric]:
    sheet = Sheet(document.view, table)
    setting = _setting(document, table, sheet, section)
    readings = [made for index in range(sheet.width) if (made := reading_of(sheet, index)) is not None]
    names = {made.index: named_rows(sheet, made.index) for made in readings}
    for row in range(sheet.top, sheet.rows):
        figures = [(made, figure) for made in readings if (figure := sheet.figure(row, made.index)) is not None]
        if _numbers_columns(sheet, row, figures):
            continue
        counted: set[Span] = set()
        for made, figure in figures:
            label = names[made.index].get(row)
            if label is None:
                continue
            count = label.label.count
            if count is not None and count.span not in counted:
                counted.add(count.span)
                yield _metric(sheet, setting, bare(made), row, label, count, readings)
            yield _metric(sheet, setting, made, row, label, figure, readings)
            if figure.change is not None:
                beside = replace(made, column=replace(made.column, head="", unit=None), change=True)
                yield _metric(sheet, setting, beside, row, label, figure.change, readings)


def _setting(document: Document, table: Table, sheet: Sheet, section: Section | None) -> _Setting:
    view = document.view
    caption = plain(table.caption.quote(view)) if table.caption else ""
    note = table.unit_note.quote(view) if table.unit_note else ""
    if not note and (noted := _UNIT_AT_END.search(caption)):
        note, caption = noted[0], caption[: noted.start()]
    behind = re.split(r"[:：]", note)[-1].strip("（()） ") if note else ""
    alone = unit_of(behind)
    found = [alone] if alone else [unit_of(part) for part in re.split(r"[、，,/;；\s]+", behind)]
    stated = find_periods(_BASE_NOTE.sub("", caption), document.year, document.year)
    dated = [(column.head, year.last) for column in sheet.columns.values() if (year := _year_in(column.head, document))]
    years = [year for _, year in dated]
    names = (sheet.words(sheet.at.get((row, 0))) for row in range(sheet.top, sheet.rows))
    years += [int(said[1]) for name in names if (said := _YEAR.fullmatch(name))]
    return _Setting(
        document, section, tuple(unit for unit in found if unit), _subject(caption), stated[0] if stated else None,
        max(years, default=None), bool(_OF_CHANGES.search(parted(_CAPTION_NOTE.sub("", caption))[0])),
        frozenset(year for head, year in dated if _plans(head) and not whole("relation_head", without_years(head))),
        tells_to_do(caption),
    )


def _plans(head: str) -> bool:
    """Whether a head stands over what was meant to be reached."""
    return holds("planned_head", head) is not None and not re.search("完成|执行|实际", head)


def _subject(caption: str) -> str:
    """What a caption says is measured: without number, years, unit and the kind of table."""
    words = _CAPTION_NOTE.sub("", _CAPTION_FRONT.sub("", caption, count=1))
    words = _CAPTION_YEARS.sub("", words).strip("*#、，的")
    while (found := ends("caption_end", words)) is not None and found.start() > 1:
        words = words[: found.start()].rstrip("、和及与其")
    while (found := holds("caption_split", words)) is not None:
        words = words[: found.start()] + words[found.end() :]
    return words.strip("的、")


def _numbers_columns(sheet: Sheet, row: int, figures: Sequence[tuple[Reading, Figure]]) -> bool:
    """Whether a row only counts the columns: 栏次 1 2 3."""
    label = sheet.words(sheet.at.get((row, 0)))
    if whole("serial_head", label):
        return True
    values = [figure.value for _, figure in figures]
    counted = len(values) > 2 and all(value == values[0] + step for step, value in enumerate(values))
    return counted and values[0] in (1, 2) and (not label or _COLUMN_NUMBERS.fullmatch(label) is not None)


def _metric(
    sheet: Sheet, setting: _Setting, made: Reading, row: int, label: Named, figure: Figure,
    readings: Sequence[Reading],
) -> Metric:
    document = setting.document
    summed = figure.summed and made.change
    if summed:
        # [13.5] under 年均增速[累计] is the sum of the plan's years, and no growth of one.
        made = bare(made)
    unit, unit_rule = _unit(sheet, setting, made, row, label.label, figure)
    name, name_rule = name_of(sheet, setting.caption, made, label, readings)
    if summed and unit.base == "%" and not CHANGE_NAMED.search(name):
        unit, unit_rule = _POINTS, "unit.table_points"
    kind, kind_rule = _kind(made, name, unit, changes=setting.changes)
    if summed and unit.base not in SHARES and kind in ("level", "rate") and _risen(sheet, row, figure):
        kind, kind_rule = "difference", "kind.table_change"
    named = CHANGE_NAMED.search(name) if kind == "growth" else None
    name = name[: named.start()] if named else name
    value = trimmed(figure.value * unit.factor)
    top = trimmed(figure.top * unit.factor) if figure.top is not None else None
    reasons = [Reason("value", "number.table_cell", figure.span)]
    entry = find_indicator(name) if kind != "rate" or not made.share else None
    if entry is not None and entry.context:
        entry = None
    printed = as_printed(name, label.label.span.quote(document.text))
    indicator = Indicator(printed, entry.canonical if entry else name, label.label.span, entry.id if entry else None)
    heads = made.column.cells
    head_span = Span(heads[-1].span.start, heads[-1].span.end) if heads else None
    reasons += [
        Reason("unit", unit_rule, None),
        Reason("indicator", name_rule, label.label.span),
        Reason("kind", kind_rule, head_span),
    ]
    period, period_rule = _period(setting, made, label)
    averaged = made.change and "年均" in made.column.head and _year_in(made.column.head, document) is None
    if (figure.summed or averaged) and document.plan_since and document.target_year:
        period, period_rule = f"{document.plan_since}-{document.target_year}", "period.table_plan"
    role, role_rule = _role(setting, made, period)
    reasons += [Reason("role", role_rule, head_span), Reason("period", period_rule, None)]
    if entry:
        reasons.append(Reason("canonical", "indicator.catalogue", label.label.span))
    falls = bool(named and named["fall"]) or (kind in ("growth", "difference") and _falls(made.column.head))
    if falls and value > 0:
        value, top = -value, -top if top else None
        reasons.append(Reason("sign", "sign.fall", head_span))
    basis, basis_rule = _basis(made.column.head) if kind == "growth" else (None, None)
    if basis_rule:
        reasons.append(Reason("basis", basis_rule, head_span))
    surface = figure.span.quote(document.text)
    written = str(period) if period else None
    confidence, doubts = trust(indicator, name_rule, "number.table_cell", unit.base, surface, written)
    return Metric(
        id="", section=setting.section.id if setting.section else None, span=figure.span, value_span=figure.span,
        indicator=indicator, value=value, value_max=top, unit="" if kind == "rank" else unit.base, surface=surface,
        kind=kind, role=role, period=written, basis=basis,
        bound="gt" if figure.bound == "ge" and role == "actual" and not surface.startswith("≥") else figure.bound,
        rank=Rank(int(value), None, None) if kind == "rank" else None, scope=None, claim=None, confidence=confidence,
        reasons=(*reasons, *doubts),
    )


def _unit(
    sheet: Sheet, setting: _Setting, made: Reading, row: int, label: Label, figure: Figure
) -> tuple[Unit, str]:
    if figure.unit:
        return figure.unit, "unit.table_cell"
    own = label.unit or sheet.unit_beside(row, made.index)
    if made.rank:
        return _BARE, "unit.table_head"
    if made.relation:
        return _PERCENT, "unit.table_change"
    if made.change:
        grows = "速" in made.column.head or CHANGE_NAMED.search(label.words)
        if own and own.base in SHARES and not grows and _told_beside(sheet, made, row):
            return _POINTS, "unit.table_points"  # the share of a share is told in points
        if made.column.unit:
            return made.column.unit, "unit.table_head"
        amount = re.search(r"增减[额数量]|增加[额数量值]|±[额数量]", made.column.head) or _subtracts(
            sheet, made, row, figure
        )
        noted = next((unit for unit in setting.notes if unit.base not in SHARES), parted(setting.caption)[1])
        if own and own.base not in SHARES and not amount and _tells_units(sheet, made.index):
            # 6.2%, -1.4%, -126 in one column: what has no sign of its own is an amount.
            return own, "unit.table_row"
        return (_PERCENT, "unit.table_change") if not amount else (own or noted or _BARE, "unit.table_column")
    if made.column.unit:
        return made.column.unit, "unit.table_head"
    if own:
        return own, "unit.table_row" if label.unit else "unit.table_column"
    if made.share:
        return _PERCENT, "unit.table_change"
    if PURE_NUMBERS.search(label.words):
        return _BARE, "unit.table_none"
    for unit in setting.notes:
        if unit.base not in SHARES or len(setting.notes) == 1:
            return unit, "unit.table_note"
    _, unit_of_caption = parted(setting.caption)
    return (unit_of_caption, "unit.table_note") if unit_of_caption else (_BARE, "unit.table_none")


def _told_beside(sheet: Sheet, made: Reading, row: int) -> bool:
    """Whether the row tells what a change is of; where that cell is empty (增加值|%|—|6.3) its unit is the change's."""
    of = next((index for index, column in sheet.columns.items() if column is made.of), made.index)
    return of != made.index and sheet.figure(row, of) is not None


def _tells_units(sheet: Sheet, column: int) -> bool:
    """Whether most figures of a column have their own unit in the cell."""
    figures = [one for row in range(sheet.top, sheet.rows) if (one := sheet.figure(row, column)) is not None]
    return 2 * sum(one.unit is not None for one in figures) > len(figures)


def _risen(sheet: Sheet, row: int, figure: Figure) -> bool:
    """Whether [0.6] is what the amounts of its row differ by (2.6 and 3.2), and no sum of a plan's years."""
    columns = (index for index, column in sheet.columns.items() if column.kind == "figures")
    values = [one.value for index in columns if (one := sheet.figure(row, index)) is not None and not one.summed]
    return any(later - earlier == figure.value for earlier, later in pairwise(values))


def _subtracts(sheet: Sheet, made: Reading, row: int, figure: Figure) -> bool:
    """Whether a change is what the amount it is of exceeds another one of its row by: 12.6|12.8|-0.2."""
    group = [index for index, column in sheet.columns.items() if column.kind == "figures" and index < made.index]
    values = {index: one.value for index in group if (one := sheet.figure(row, index)) is not None}
    of = next((values[index] for index in values if sheet.columns[index] is made.of), None)
    return of is not None and figure.value != 0 and any(of - value == figure.value for value in values.values())


def _kind(made: Reading, name: str, unit: Unit, *, changes: bool) -> tuple[Kind, str]:
    known = units().get(unit.base)
    if made.rank:
        return "rank", "kind.rank"
    if unit.base == "个百分点":
        return "difference", "kind.points"
    if made.change:
        return ("growth", "kind.table_change") if unit.base in ("%", "‰", "倍") else ("difference", "kind.table_change")
    if made.share or made.relation:
        return "rate", "kind.table_share"
    if unit.base in SHARES or (known is not None and known.kind == "rate"):
        entry = find_indicator(name)
        usual = set(entry.kinds) if entry else set()
        grows = changes or ("growth_yoy" in usual and not {"rate", "share", "ratio"} & usual)
        if grows or re.search("(?:增速|增幅|涨幅|降幅|增长率|增长速度)$", name) or CHANGE_NAMED.search(name):
            return "growth", "kind.table_change"
        return "rate", "kind.share"
    if not unit.base and (_INDEX.search(name) or _INDEX.search(made.column.head)):
        return "rate", "kind.share"
    if pattern("%density%").search(name) and not (known and known.dimension.startswith("money") and "人均" in name):
        return "rate", "kind.density"
    if known is not None and known.kind == "time" and not name.endswith("天数"):
        return "duration", "kind.duration"
    return "level", "kind.amount"


def _falls(head: str) -> bool:
    return bool(holds("fall_head", head)) and not holds("rise_head", head)


def _basis(head: str) -> tuple[Basis, str]:
    if "环比" in head or re.search("[比较]上[月季]", head):
        return "qoq", "basis.previous"
    if re.search("年均|平均每年|年平均", head):
        return "cagr", "basis.average"
    if _NAMED_BASE.search(head):
        return "vs", "basis.named"
    return "yoy", "basis.year"


def _period(setting: _Setting, made: Reading, label: Named) -> tuple[str | None, str]:
    document = setting.document
    if label.year is not None:
        year = setting.period.last if setting.period else document.year
        parts = [] if label.year.isdigit() else find_periods(f"{year}年{label.year}", year, year)
        return (parts[0].text if parts else label.year), "period.table_row"
    # 为上年的% is of the year of the amount beside it.
    for head in (made.of.head,) if made.relation else (made.column.head, made.of.head):
        if found := _year_in(head, document):
            return found.text, "period.table_head"
    if setting.period is not None:
        return setting.period.text, "period.table_caption"
    section = setting.section
    if section is not None and section.year is not None and section.year != document.year:
        return str(section.year), "period.section"
    return (str(document.year), "period.report") if document.year else (None, "period.unknown")


def _year_in(head: str, document: Document) -> Period | None:
    bare = _YEAR_OPENS.fullmatch(head)
    if bare and head[4:5] != "年":
        return Period(0, 4, int(bare[1]), int(bare[1]))
    found = find_periods(head, document.year, document.year)
    return found[0] if found else None


def _role(setting: _Setting, made: Reading, period: str | None) -> tuple[Role, str]:
    year, since = setting.document.year, setting.document.plan_since
    last = int(period[-4:]) if period and _YEARS.fullmatch(period) else None
    head = made.column.head or made.of.head
    if _plans(head) and not made.relation:
        return "target", "role.table_planned"
    if last is not None and since is not None and last < since:
        return "baseline", "role.earlier_year"
    if last is not None and year is not None and last > year:
        return "target", "role.future_year"
    ahead = setting.document.target_year
    done = last is not None and ahead is not None and last < ahead and re.search("完成|执行|实际|实绩", head)
    if year is None and ahead is not None and last is not None and last >= ahead:
        # A text that tells no results plans its year.
        return "target", "role.future_year"
    if setting.section is not None and setting.section.role in ("targets", "tasks") and (last is None or last != year):
        # 2024年预计完成 among the aims of 2025 is how far things have come.
        return ("actual", "role.result") if done else ("target", "role.section")
    if last is not None and last == year and last in setting.aimed:
        # 2023年 over 目标 and 完成: what was reached of it, whatever is aimed at next.
        return "actual", "role.result"
    if last is not None and setting.latest is not None and last < setting.latest:
        return "baseline", "role.earlier_year"
    if setting.to_do and not holds("done_head", head) and not holds("earlier_head", head):
        return "target", "role.table_planned"
    return "actual", "role.result"
