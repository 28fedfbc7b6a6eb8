"""What a figure in a table is called: by its row, its heads and the caption, as far as each says something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.extract.columns import Reading, without_years
from core.extract.frames import HARVESTS
from core.extract.heads import Sheet, ends, holds, whole
from core.extract.rows import Named

#: 有效利用系数 in a table of 亿立方米 has no unit.
PURE_NUMBERS: Final = re.compile("(?:系数|指数)$")


def name_of(
    sheet: Sheet, caption: str, made: Reading, label: Named, readings: Sequence[Reading]
) -> tuple[str, str]:
    """The indicator's name, put together from the row, the head and the caption as far as each says something."""
    alone = made.of is made.column and (made.change or made.share or not made.column.head)
    measure = "" if alone else without_years(made.of.head)
    columns = {id(one.of): without_years(one.of.head) for one in readings if not one.change and not one.share}
    several = len(set(columns.values())) > 1
    entity = not _indicators_in_rows(sheet, made)
    if label.year is not None:
        name, rule = _of_year(caption, measure), "indicator.table_head"
    elif entity:
        name, rule = _of_entity(caption, label, measure, several=several), "indicator.table_row_and_head"
    else:
        name, rule = label.name, "indicator.table_part" if label.inherited else "indicator.table_row"
        if whole("whole_row", name) and ends("measured_name", caption):
            name, rule = caption, "indicator.table_row_and_head"
        if measure and not whole("generic_head", measure) and measure not in name:
            over = (sheet.columns[index].head for index in sheet.label_columns(made.index))
            whose = ends("measured_name", measure) and any(head.endswith(("项目名称", "工程名称")) for head in over)
            if several:
                # 白石公路改建 under 总投资, which the row does not say itself.
                said = f"{name}{measure}" if whose and not label.inherited else f"{name}（{measure}）"
                name, rule = said, "indicator.table_row_and_head"
            elif label.label.count is not None and ends("measured_name", measure):
                # 在建项目（26个）|48.6 under 完成投资: what is counted is not what the column measures.
                name, rule = f"{name}{measure}", "indicator.table_row_and_head"
    if made.rank and made.index and holds("change_head", sheet.columns[made.index - 1].head):
        name = f"{name}增速"
    if made.share:
        name = f"{name}{_share_word(made.column.head)}" if not name.endswith(("率", "比重", "占比")) else name
    return name, rule


def _indicators_in_rows(sheet: Sheet, made: Reading) -> bool:
    """Whether the rows are indicators, rather than goods, trades or places of which the heads say what is measured."""
    heads_of_labels = [head for label in sheet.label_columns(made.index) if (head := sheet.columns[label].head)]
    if heads_of_labels:
        return any(whole("indicator_head", head) for head in heads_of_labels)
    heads = (without_years(one.head) for one in sheet.columns.values() if one.kind == "figures")
    return not any(ends("measured_name", one) for one in heads)


def _of_entity(caption: str, label: Named, measure: str, *, several: bool) -> str:
    """纱 + 产量; 钢材 + 出口 + 数量; 采矿业 + what the caption measures; the sum of all rows is the measure itself."""
    row = "" if whole("whole_row", label.name) else label.name
    if PURE_NUMBERS.search(row) and not measure:
        return row
    if not measure or whole("amount_head", measure) or whole("generic_head", measure):
        at = caption.find(measure) if measure else -1
        if at >= 0 and whole("amount_head", measure):
            listed = re.split("[、和及]", caption)[0]
            stem = re.sub(r"(?:金额|数量|总量|总额|额|量)$", "", listed)
            return f"{row}{stem}{measure}" if measure not in stem else f"{row}{measure}"
        return _put(row, caption) if caption else (row or measure)
    if ends("measured_name", row) and (measure[-1:] == row[-1:] or measure == "产量"):
        # 发电量, 生猪出栏: the row says itself what is measured; 教育支出 under 基本支出|项目支出 says not which.
        return f"{row}（{measure}）" if several and len(measure) > 2 and measure[-2:] == row[-2:] else row
    named = re.fullmatch(r"(.+?)(?:总额|金额|数量|额|量|数)", re.split("[、和及]", caption)[0])
    if named is None or measure in caption or _shares_words(named[1], measure):
        return f"{row}{measure}"
    return f"{row}{named[1]}{measure}"


def _put(row: str, subject: str) -> str:
    return row if row and (row in subject or subject in row) else f"{row}{subject}"


def _shares_words(stem: str, measure: str) -> bool:
    """Whether a measure says again what the caption does: 出口额 and 进口额 of 货物进出口."""
    again = re.search(".?".join(map(re.escape, measure[:2])), stem) is not None
    return again or any(stem[at : at + 2] in measure for at in range(len(stem) - 1))


def _of_year(caption: str, measure: str) -> str:
    if not measure or whole("generic_head", measure):
        return caption or measure
    if caption.endswith(measure):
        return caption
    # 历年粮食产量, with 单产 beside 产量.
    crop = re.fullmatch("(.+?)(?:总?产量|(?:播种|种植)?面积)", caption) if measure in HARVESTS else None
    return crop[1] + measure if crop else measure


def _share_word(head: str) -> str:
    words = re.sub(r"^.*?(?=占)", "", head) if "占" in head else ""
    return words if words and words != "占比" and len(words) > 2 else "占比" if "占比" in head else "比重"
