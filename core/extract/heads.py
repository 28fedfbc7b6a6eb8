"""What the heads of a table say: its columns, the labels of its rows, their units and years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, Literal

from core.lexicon import alternation, units
from core.model.layout import Cell, Table
from core.model.records import record
from core.model.report import Bound
from core.model.spans import Span

#: A column that is "told" holds sentences (新建厂房2万平方米，…) beside the names of the rows.
ColumnKind = Literal["label", "unit", "figures", "told", "aside"]

_MARKUP: Final = re.compile(r"<[^<>]{0,200}>|\*\*|\\")
_NOTE: Final = re.compile(r"\[\d{1,3}\]|［\d{1,3}］|[①-⑳]+$")
_BLANKS: Final = re.compile(r"\s+")
#: One of these stands in whatever is left out of the words of a cell; most cells have none.
_LEFT_OUT: Final = re.compile(r"[\s<*\\\[［①-⑳]")
_IN_BRACKETS: Final = re.compile(r"[（(]([^（）()]{1,16})[）)]$|/([^/:（）()]{1,8})$|(%|‰)$")
_ORDINAL: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]、?|\d{1,2}(?:、|\.(?!\d))|[①-⑳#◆●•·*]+|-{1,2})"
)
_COUNTED: Final = re.compile("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
#: 其中:出口 beside 进出口额.
_PART_HEAD: Final = re.compile("^(?:[#*]?其中[:，]?|#)")
#: 其中:城镇: a part of the row above it.
_PART: Final = re.compile(r"^[#*]?(?:其中|在?总计中|内含|包括|含)[:，]?")
_SCALES: Final = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LONGEST_UNIT: Final = 10
#: 工业增加值 over 总量 and 增速: that it is an amount says nothing more.
_PLAIN_AMOUNT: Final = re.compile("总量|绝对[数量值额]?|数值")
_UNIT_NOTE: Final = re.compile("[（(]?(?:计量|金额)?单位[:：][^，。；]{1,20}")
#: Rows by the parts of a year.
TIME_OF_ROW: Final = re.compile(r"(?:1?\d-)?1?\d月(?:份)?|第?[一二三四]季度|[上下]半年|前三季度|全年")
_YEAR: Final = re.compile(r"(?:19|20)\d{2}(?:年度?)?")
_FIGURE: Final = re.compile(
    r"(?P<before>≥|≤|>=?|<=?|约|不低于|不少于|不超过|不高于)?\s*(?P<sign>[-+↑↓]?)\s*"
    r"(?P<digits>\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])[\[［〔]\d+\.\d+[\]］〕]|〔\d+〕)"
    r"(?:\s*[-—–~至]\s*(?P<top>\d+(?:\.\d+)?))?\s*"
    r"(?P<unit>%|‰|个?百分点|[\u4e00-\u9fff]{1,6}?(?:/[\u4e00-\u9fff]{1,4})?)??(?P<behind>左右|及?以[上下内])?"
    r"\s*(?:\[\d{1,3}\]|［\d{1,3}］|[①-⑳*]+)?"
)
#: 38620（+5.1%）: an amount and how it changed in one cell.
_WITH_CHANGE: Final = re.compile(
    r"(?P<amount>[^（()）]{1,20}?)\s*[（(]\s*(?P<change>[-+↑↓]?\s*\d[\d.]*\s*(?:%|‰|个?百分点))\s*[)）]"
)
#: 与上年持平（100）: the figure of what is told in words.
_LEVEL: Final = re.compile(r"[^\d（()）]{0,6}持平\s*[（(]\s*(?P<value>[\d.]+[%‰]?)\s*[)）]")
#: [5] alone in a cell, which elsewhere is the mark of a note.
_SUMMED: Final = re.compile(r"[\[［〔](?P<digits>\d+(?:\.\d+)?)[\]］〕]")
#: 单位GDP能耗降低（%）: the change that a row's own name ends with.
CHANGE_NAMED: Final = re.compile(
    "(?<=[\u4e00-\u9fffA-Z]{2})(?:累计|年均)?(?:增长|增速|增幅|上升|提高|(?P<fall>下降|降低|减少|压减|降幅))$"
)
#: Figures told in words: 36个 in 改造老旧小区36个.
_TOLD: Final = re.compile(r"(?=.{6})[^\d]*\d[\d.,]*[余多]?[百千万亿]*[\u4e00-\u9fff%‰](?<![年月日号期届级、])")
#: What stands around the number of a cell; 以上 is settled by what the figure is.
_BOUNDS: Final[dict[str, Bound]] = {
    "≥": "ge", ">=": "ge", "不低于": "ge", "不少于": "ge", "≤": "le", "<=": "le", "不超过": "le", "不高于": "le",
    ">": "gt", "<": "lt", "约": "about", "左右": "about", "以上": "ge", "及以上": "ge", "以下": "le", "及以下": "le",
    "以内": "le", "及以内": "le",
}


@record
class Unit:
    """A unit as a table names it: the base unit, and what a figure in it is multiplied by."""

    base: str
    factor: Decimal


@record
class Column:
    """One column. `head` is what its head says, from the top down, without the unit; `cells` are its head cells."""

    kind: ColumnKind
    head: str
    unit: Unit | None
    cells: tuple[Cell, ...]


@record
class Label:
    """What names a row. `part` holds behind 其中; `indent` counts the wide blanks before the words."""

    words: str
    span: Span
    unit: Unit | None
    part: bool
    indent: int
    above: tuple[str, ...] = ()
    #: Behind 一、 or (一): one of a series.
    counted: bool = False
    #: 在建项目（26个）: how many there are.
    count: Figure | None = None


@record
class Figure:
    """The number in a cell. `span` covers number and unit, without bounds and the mark of a note.

    `top` is the upper end of a range (5-6). A figure in [] is one of a plan, `summed` over its years. `change` is how
    much an amount changed, where that stands in brackets behind it.
    """

    span: Span
    value: Decimal
    unit: Unit | None
    bound: Bound = "eq"
    top: Decimal | None = None
    summed: bool = False
    change: Figure | None = None


class Sheet:
    """A table laid out as rows and columns of cells, with merged cells at every place that they cover."""

    def __init__(self, view: str, table: Table) -> None:
        self.view = view
        self.table = table
        self.at: dict[tuple[int, int], Cell] = {}
        for cell in table.cells:
            for row in range(cell.row, cell.row + min(cell.rows, 1000)):
                for column in range(cell.column, cell.column + min(cell.columns, 200)):
                    self.at.setdefault((row, column), cell)
        self.rows, self.width = table.rows, table.columns
        #: What was asked for: columns of labels by the column of figures, labels by their row and these columns.
        self._beside: dict[int, tuple[int, ...]] = {}
        self._labels: dict[tuple[int, tuple[int, ...]], Label | None] = {}
        self.top = self._head_rows()
        self.columns: Mapping[int, Column] = self._columns()

    def words(self, cell: Cell | None) -> str:
        """The words of a cell without blanks, markup and marks of notes."""
        return plain(cell.span.quote(self.view)) if cell else ""

    def label_columns(self, column: int) -> tuple[int, ...]:
        """The columns that name the rows for a column of figures: the nearest group of labels to its left."""
        if column not in self._beside:
            self._beside[column] = self._label_columns(column)
        return self._beside[column]

    def _label_columns(self, column: int) -> tuple[int, ...]:
        found: list[int] = []
        for index in range(column - 1, -1, -1):
            kind = self.columns[index].kind
            if kind == "label":
                found.append(index)
            elif found and kind == "figures":
                break
        return tuple(found[::-1])

    def unit_beside(self, row: int, column: int) -> Unit | None:
        """The unit that stands in the row, in the nearest column of units that belongs to the same labels."""
        labels = self.label_columns(column)
        for index in range(column - 1, (labels[0] if labels else 0) - 1, -1):
            if self.columns[index].kind == "unit":
                return printed_unit(self.words(self.at.get((row, index))))
        return None

    def label(self, row: int, column: int) -> Label | None:
        """What names a row for a column of figures; None where nothing does."""
        place = row, self.label_columns(column)
        if place not in self._labels:
            self._labels[place] = self._label(*place)
        return self._labels[place]

    def _label(self, row: int, columns: tuple[int, ...]) -> Label | None:
        cells = [cell for index in columns if (cell := self.at.get((row, index))) is not None]
        named = [(cell, words) for cell in dict.fromkeys(cells) if (words := self.words(cell))]
        if not named:
            return None
        cell, words = named[-1]
        bare, unit = parted(words)
        count = _count_of(self.view, cell) if unit is None else None
        bare = bare[: _last_bracket(bare)] if count else bare
        ordinal = _ORDINAL.sub("", bare)
        part = _PART.match(ordinal)
        name = _ORDINAL.sub("", ordinal[part.end() :] if part else ordinal)
        classes = {self.words(self.at.get((row, index))) for index in self._classes(columns)}
        above = tuple(_ORDINAL.sub("", parted(other)[0]) for _, other in named[:-1] if other not in classes)
        counted = _COUNTED.match(bare) is not None
        return Label(name, cell.span, unit, bool(part), self._indent(cell), above, counted, count) if name else None

    def figure(self, row: int, column: int) -> Figure | None:
        """The number in the cell that begins at a place, None where there is none."""
        cell = self.at.get((row, column))
        if cell is None or (cell.row, cell.column) != (row, column) or cell.head:
            return None
        raw = cell.span.quote(self.view)
        if both := _WITH_CHANGE.fullmatch(raw):
            change = _figure(both["change"], cell.span.start + both.start("change"))
            amount = _figure(both["amount"], cell.span.start)
            return replace(amount, change=change) if amount else None
        if level := _LEVEL.fullmatch(raw):
            return _figure(level["value"], cell.span.start + level.start("value"))
        return _figure(raw, cell.span.start)

    def _classes(self, labels: Sequence[int]) -> Iterator[int]:
        """The columns of labels that only sort the rows (类别), where others name them."""
        return (index for index in labels[:-1] if whole("class_head", self.columns[index].head))

    def _indent(self, cell: Cell) -> int:
        start = at = cell.span.start
        while at > 0 and self.view[at - 1] == " ":
            at -= 1
        return start - at if start - at > 1 else 0

    def _head_rows(self) -> int:
        top = 0
        while top < self.rows:
            cells = [self.at[top, column] for column in range(self.width) if (top, column) in self.at]
            if not cells or not all(cell.head or cell.span.start == cell.span.end for cell in cells):
                break
            top += 1
        return top if top < self.rows else 0

    def _columns(self) -> dict[int, Column]:
        columns = {index: self._column(index) for index in range(self.width)}
        for index in range(1, self.width):
            column, whole_of = columns[index], columns[index - 1]
            if column.unit is None and column.kind == whole_of.kind == "figures" and self._is_part(column):
                # 教职工（人）|其中：专任教师: a part is counted as its whole is.
                columns[index] = replace(column, unit=whole_of.unit)
        labels = [index for index, column in columns.items() if column.kind == "label"]
        for index in labels[1:]:
            first = columns[labels[0]].head
            sorted_by = whole("class_head", first) or not whole("indicator_head", first)
            named = whole("indicator_head", columns[index].head) and sorted_by
            # 内容 beside 项目 tells what is done; alone it names the rows.
            if self._tells(index) and not named:
                columns[index] = replace(columns[index], kind="told")
        if not any(column.kind == "figures" for column in columns.values()):
            for index in labels[:1]:
                columns[index] = replace(columns[index], kind="told" if self._tells(index) else "label")
        return columns

    def _is_part(self, column: Column) -> bool:
        return bool(column.cells) and _PART_HEAD.match(self.words(column.cells[-1])) is not None

    def _tells(self, index: int) -> bool:
        """Whether most cells of a column tell figures in words."""
        printed = [words for cell in self._body(index) if (words := self.words(cell))]
        return sum(_TOLD.match(words) is not None for words in printed) >= len(printed) / 2 > 0

    def told(self) -> Iterator[tuple[Cell, str, Label | None]]:
        """The cells that tell figures in words, in reading order, with the head of each and what names its row."""
        columns = {index: column.head for index, column in self.columns.items() if column.kind == "told"}
        for row in range(self.top, self.rows) if columns else ():
            for index, head in columns.items():
                cell = self.at.get((row, index))
                if cell is not None and (cell.row, cell.column) == (row, index):
                    yield cell, head, self.label(row, index)

    def _column(self, index: int) -> Column:
        heads = [cell for row in range(self.top) if (cell := self.at.get((row, index))) is not None]
        heads = [
            cell for cell in dict.fromkeys(heads)
            if (words := self.words(cell)) and cell.columns < self.width and not _UNIT_NOTE.fullmatch(words)
        ]
        first = self.at.get((0, index))
        beside = self.at.get((0, index - 1)) if index and self.top > 1 and first and not self.words(first) else None
        if beside is not None and heads and self.words(beside):
            # 全体居民|| over 绝对数|增长: a wide cell, as markdown has to write it.
            heads.insert(0, beside)
        parts: list[str] = []
        unit = None
        for cell in heads:
            words, own = parted(self.words(cell))
            if own is None and parts and (own := unit_of(words)) is not None:
                words = ""  # 产量 over 万吨
            unit = own or unit
            words = _PART_HEAD.sub("", words)
            if words and words not in parts and not (parts and _PLAIN_AMOUNT.fullmatch(words)):
                parts.append(words)
        head = "".join(parts)
        body = [self.words(cell) for cell in self._body(index)]
        return Column(self._kind(index, head, body), head, unit, tuple(heads))

    def _body(self, index: int) -> Iterator[Cell]:
        # A merged cell is one object at all its places.
        seen: set[int] = set()
        for row in range(self.top, self.rows):
            cell = self.at.get((row, index))
            if cell is not None and id(cell) not in seen:
                seen.add(id(cell))
                yield cell

    def _kind(self, index: int, head: str, body: list[str]) -> ColumnKind:
        printed = [words for words in body if words]
        if whole("serial_head", head) or not printed:
            return "aside"
        units = all(unit_of(words) or words in ("—", "-", "–") for words in printed)
        if (whole("unit_head", head) and (index or units)) or (index and units):
            # 单位 over the names of places or bodies, at the left, is no column of units.
            return "unit"
        figures = sum(
            bool(_FIGURE.fullmatch(words) or _WITH_CHANGE.fullmatch(words)) or not re.search(r"[\w]", words)
            for words in printed
        )
        if not index and all(TIME_OF_ROW.fullmatch(words) for words in printed):
            return "label"
        years = sum(bool(_YEAR.fullmatch(words)) for words in printed)
        if years > len(printed) / 2 and any(cell.head for cell in self._body(index)):
            return "label"
        if figures < len(printed) / 2:
            return "label"
        counted = [int(words) for words in printed if words.isdigit()]
        if not index and len(counted) == len(printed) > 2 and counted == list(range(counted[0], counted[-1] + 1)):
            return "aside"  # 1, 2, 3 before the rows
        return "figures"


def _figure(raw: str, at: int) -> Figure | None:
    """The number that the words of a cell are, which begin at `at`."""
    summed = _SUMMED.fullmatch(raw)
    match = summed or _FIGURE.fullmatch(raw)
    if match is None:
        return None
    value = Decimal(match["digits"].replace(",", "").replace(" ", "").strip("[]［］〔〕"))
    if summed:
        return Figure(Span(at + 1, at + len(raw) - 1), value, None, summed=True)
    if match["unit"] and unit_of(match["unit"]) is None:
        return None
    top = Decimal(match["top"]) if match["top"] else None
    if top is not None and (top <= value or match["sign"]):
        return None
    start = at + match.start("sign" if match["sign"] in ("-", "+") else "digits")
    end = at + max(match.end("unit"), match.end("top"), match.end("digits"))
    bound = _BOUNDS.get(match["before"] or match["behind"] or "", "eq")
    value = -value if match["sign"] in ("-", "↓") else value
    return Figure(Span(start, end), value, unit_of(match["unit"] or ""), bound, top, match["digits"][0] in "[［〔")


def _last_bracket(words: str) -> int:
    return max(words.rfind("（"), words.rfind("("))


def _count_of(view: str, cell: Cell) -> Figure | None:
    """The count in brackets behind a label; 16-59岁 and 2000万元 say which are meant."""
    raw = cell.span.quote(view).rstrip()
    at = _last_bracket(raw)
    if at < 1 or raw[-1] not in "）)":
        return None
    found = _figure(raw[at + 1 : -1], cell.span.start + at + 1)
    known = units().get(found.unit.base) if found and found.unit else None
    return found if found and found.top is None and known is not None and known.kind == "count" else None


def tells_to_do(caption: str) -> bool:
    """2025年实事任务表: whether what a table tells is still to be done, where no head of it says otherwise."""
    return holds("planned_caption", caption) is not None and holds("done_head", caption) is None


def plain(words: str) -> str:
    """Words of a cell without blanks, markup and marks of notes."""
    if _LEFT_OUT.search(words) is None:
        return words
    return _NOTE.sub("", _BLANKS.sub("", _MARKUP.sub("", words)))


@lru_cache(maxsize=1024)
def parted(words: str) -> tuple[str, Unit | None]:
    """A head or label without the unit in brackets behind it, and the unit."""
    match = _IN_BRACKETS.search(words)
    if match is None:
        return words, None
    unit = unit_of(match[1] or match[2] or match[3])
    return (words[: match.start()], unit) if unit else (words, None)


@lru_cache(maxsize=1024)
def unit_of(words: str) -> Unit | None:
    """The unit that words name, 亿元 as 元 a hundred million times; None where they name none."""
    words = plain(words)
    if not words or len(words) > _LONGEST_UNIT:
        return None
    known = units()
    if words in known:
        return Unit(known[words].base, Decimal(1))
    factor, rest = Decimal(1), words
    while len(rest) > 1 and rest[0] in _SCALES:
        factor, rest = factor * _SCALES[rest[0]], rest[1:]
        if rest in known:
            return Unit(known[rest].base, factor)
        # 万双, 万线, 万吨/年: what is counted is not among the units, but the ten thousand before it says that it is
        if len(rest) == 1 or ("/" in rest and rest.split("/")[0] in known):
            return Unit(rest, factor)
    return None


def printed_unit(words: str) -> Unit | None:
    """The unit that stands in a column of units: one that the list does not have is as it is printed."""
    known = unit_of(words)
    if known is not None or not re.fullmatch(r"[\u4e00-\u9fffA-Za-z/]{1,8}", words):
        return known
    factor = 1
    while len(words) > 1 and words[0] in "万亿":
        factor, words = factor * _SCALES[words[0]], words[1:]
    return Unit(words, Decimal(factor))


@cache
def _words(group: str, fit: str) -> re.Pattern[str]:
    expression = alternation(group, table="tables")
    return re.compile(f"(?:{expression})$" if fit == "end" else expression)


def whole(group: str, head: str) -> bool:
    """Whether a head is one of the words of a group."""
    return bool(head) and _words(group, "any").fullmatch(head) is not None


def holds(group: str, head: str) -> re.Match[str] | None:
    """Where a word of a group stands in a head."""
    return _words(group, "any").search(head)


def ends(group: str, name: str) -> re.Match[str] | None:
    """The word of a group that a name ends with."""
    return _words(group, "end").search(name)
