"""Years that a plan gives itself without naming them: 五年新增…, 三年内建成…, 用两年左右时间完成…, 今明两年…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.numerals import read_number

#: 五年新增…, in a part that plans several years.
_BARE: Final = re.compile("(?:^|[，。；：:、])(?P<told>(?P<count>[二三四五])年)(?![来前后级期制规计行以间])(?:内)?")
#: 三年内, 用2年左右的时间, 计划三年完成: in a plan of one year, too, they are more than that year.
_WITHIN: Final = re.compile(
    "(?<![0-9一二三四五六七八九十第前近去每半上])(?P<told>(?P<count>[两二三四五2-5])年"
    "(?:(?:左右|之)?(?:内|的?时间内?)|(?<=计划..)(?=投资|投入|完成|建成|实施|新[建增])))"
    "(?!翻|增[长加]了|提[高升]了|减少了|下降了|(?:多)?次)"
)
#: 今明两年, 明后两年: by how many years they begin later than this one.
_NEXT: Final = re.compile("(?P<told>(?P<from>今明|明后)[两2]年)")


def years_ahead(
    text: str, planned: tuple[int, int] | None, current: int | None, year: int | None
) -> Iterator[tuple[int, int, int, int]]:
    """Where the words stand, first place and the one behind the last, and the first and last year that they mean.

    `planned` are the years of a part that plans several, `current` that of a part that plans one, `year` the one that
    is told before.
    """
    if current is not None:
        for match in _NEXT.finditer(text):
            first = current + (match["from"] == "明后")
            yield *match.span("told"), first, first + 1
    if planned:
        begins, words = planned[0], _BARE
    elif current is not None and year is not None and current > year:
        begins, words = current, _WITHIN
    else:
        return
    for match in words.finditer(text):
        count = read_number(match["count"])
        yield *match.span("told"), begins, begins + (int(count.value) if count else 1) - 1
