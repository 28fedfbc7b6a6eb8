"""How each column of a table is read: as amounts, changes, shares, places or set against a plan, and of which other."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from core.extract.heads import Column, Sheet, ends, holds, whole
from core.model.records import record

#: Units of a part of a whole.
SHARES: Final = frozenset({"%", "‰"})
_YEAR_AHEAD: Final = re.compile(
    r"^(?:(?:(?:19|20)\d{2}年?度?(?:\d{1,2}(?:-\d{1,2})?月)?|本年|上年|去年)(?:末|底)?"
    r"|(?:第?[一二三四]季度|[上下]半年|前三季度|(?:\d{1,2}[-—–至])?\d{1,2}月(?:份|末|底)?|全年)(?=$|增|完成|实际|累计|总量|同比|绝对))"
)
_OPENING_YEAR: Final = re.compile(r"(?:19|20)\d{2}")


@record
class Reading:
    """How one column is read: the amount column that a change or share is of, and what the column's head adds."""

    column: Column
    of: Column
    index: int
    change: bool
    share: bool
    rank: bool
    #: Set against a plan or an earlier amount: 为预算的%.
    relation: bool = False


def bare(made: Reading) -> Reading:
    """A reading to which no head adds anything: of the count that a label tells itself."""
    column = replace(made.column, head="", unit=None)
    return Reading(column, column, made.index, change=False, share=False, rank=False)


def reading_of(sheet: Sheet, index: int) -> Reading | None:
    """How the column of a sheet is read; None where it holds no figures."""
    column = sheet.columns[index]
    if column.kind != "figures":
        return None
    head = column.head
    share = bool(holds("share_head", head))
    change = bool(holds("change_head", head))
    rank = bool(holds("rank_head", head))
    relation = whole("relation_head", without_years(head)) and (column.unit is None or column.unit.base in SHARES)
    if relation:
        share = change = False
    of = column
    if own := _own_measure(sheet, index):
        of = own
    elif share or change or rank or relation:
        for left in range(index - 1, -1, -1):
            beside = sheet.columns[left]
            if beside.kind == "label":
                break
            if _of_other_year(head, beside.head):
                continue
            if relation and of is column and holds("planned_head", beside.head) and _done_before(sheet, left):
                # 全年完成|年度任务|进度: it is what was done that the plan is told for.
                continue
            if beside.kind == "figures" and not _tells_of_another(beside.head):
                earlier = bool(holds("earlier_head", beside.head)) or _later_beside(sheet, left)
                of = beside if not earlier or of is column else of
                if not earlier:
                    # 本年|上年|增减: the change is this year's.
                    break
        if share and change and of is column:
            share = False
    return Reading(column, of, index, change, share, rank, relation)


def _own_measure(sheet: Sheet, index: int) -> Column | None:
    """固定资产投资增长 beside 地区生产总值: what a column of changes itself says it is of, and a place in them too."""
    column = sheet.columns[index]
    if holds("rank_head", column.head) and index and sheet.columns[index - 1].kind == "figures":
        return _own_measure(sheet, index - 1)
    changed = holds("change_head", column.head)
    if changed is None and (shared := holds("share_head", column.head)) is not None:
        # 税收占比 beside 预算收入: whose share it is stands in the head; 占全部出口比重 says of what, and not whose.
        whose = without_years(column.head[: shared.start()].partition("占")[0])
        named = len(whose) > 1 and not whole("generic_head", whose) and not whole("amount_head", whose)
        beside = any(whose in one.head for left, one in sheet.columns.items() if left < index and one.kind == "figures")
        return replace(column, head=whose) if named and not beside else None
    measure = without_years(column.head[: changed.start()]) if changed else ""
    if len(measure) < 2 or not ends("measured_name", measure):
        return None
    told = any(measure in one.head for left, one in sheet.columns.items() if left < index and one.kind == "figures")
    return None if told else replace(column, head=measure)


def _done_before(sheet: Sheet, index: int) -> bool:
    """Whether an amount that is no plan stands left of a column, within the same names of rows."""
    for left in range(index - 1, -1, -1):
        beside = sheet.columns[left]
        if beside.kind == "label":
            return False
        if beside.kind == "figures" and not _tells_of_another(beside.head) and not holds("planned_head", beside.head):
            return not holds("earlier_head", beside.head)
    return False


def _of_other_year(head: str, beside: str) -> bool:
    """Whether the heads of two columns open with different years: 2025年计划增长 is none of 2024年完成."""
    own, other = _OPENING_YEAR.match(head), _OPENING_YEAR.match(beside)
    return own is not None and other is not None and own[0] != other[0]


def _later_beside(sheet: Sheet, index: int) -> bool:
    """Whether a column of a later year stands right before one of a year: 2024年|2023年|增减."""
    before = sheet.columns[index - 1] if index else None
    if before is None or before.kind != "figures":
        return False
    own, other = _OPENING_YEAR.match(sheet.columns[index].head), _OPENING_YEAR.match(before.head)
    return own is not None and other is not None and own[0] < other[0]


def _tells_of_another(head: str) -> bool:
    """Whether a column holds changes, shares or places of what another holds."""
    relation = whole("relation_head", without_years(head))
    return relation or any(holds(group, head) is not None for group in ("change_head", "share_head", "rank_head"))


def without_years(head: str) -> str:
    """A head without the year or part of one that opens it."""
    return _YEAR_AHEAD.sub("", head)
