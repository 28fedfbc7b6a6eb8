"""A reading as it is written into the fields, and read from them again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.model import FigureReading, Span
from core.project.figure_words import first_reading, reading_from, words_of


@pytest.mark.parametrize(("value", "most", "unit", "written"), [
    ("3700000000", None, "元", ("37", "", "亿元")),
    ("20000", "35000", "人", ("2", "3.5", "万人")),
    ("-460000", None, "元/吨", ("-46", "", "万元/吨")),
    ("23456", None, "吨", ("23456", "", "吨")),  # 2.3456万吨 is longer than what was printed
    ("8600", None, "家", ("8600", "", "家")),
    ("4.7", None, "%", ("4.7", "", "%")),
    ("0", None, "起", ("0", "", "起")),
])
def test_an_amount_is_written_as_people_write_it(
    value: str, most: str | None, unit: str, written: tuple[str, str, str]
) -> None:
    """Who corrects 37亿元 found 3700000000 and 元 in the fields; what is written there is read back as it was."""
    reading = FigureReading(
        "某项", Decimal(value), Decimal(most) if most else None, unit, "level", "actual", None, None, "eq", None, None
    )
    words = words_of(reading)
    assert (words.value, words.value_max, words.unit) == written
    assert reading_from(words, (unit,)) == reading


def test_a_figure_of_selected_words_is_written_so_too() -> None:
    """Its fields begin with what the words most likely say."""
    words = first_reading("投资六亿元建成", Span(2, 5))
    assert (words.value, words.unit) == ("6", "亿元")
