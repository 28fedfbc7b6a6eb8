"""Numbers are worth what they say, in Arabic and in Chinese digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.numerals import read_number, read_tenths

_DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,248.2", "1248.2"), ("1.3亿", "130000000"), ("1.2万亿", "1200000000000"), ("十二", "12"), ("二十", "20"),
        ("三千六百", "3600"), ("三万五千", "35000"), ("一亿三千万", "130000000"), ("一千零五", "1005"),
        ("一点五", "1.5"), ("二〇二三", "2023"), ("-0.57", "-0.57"), ("半", "0.5"), ("两百", "200"),
        ("一万三", "13000"),
        ("三百一十五", "315"), ("一千零十二", "1012"), ("5万4千6百", "54600"), ("3万4000", "34000"), ("二○○八", "2008"),
        ("1亿2千万", "120000000"), ("负三点二", "-3.2"), ("四万万", "400000000"), ("一点二亿", "120000000"),
    ],
)
def test_a_written_number_has_its_value(written: str, value: str) -> None:
    """Multipliers multiply, places add up, digit by digit counts as written."""
    number = read_number(written)
    assert number is not None
    assert number.value == Decimal(value)
    assert not number.open


@pytest.mark.parametrize(
    ("written", "least"),
    [
        ("2000余万", 20000000), ("3亿多", 300000000), ("十万余", 100000), ("两千三百多", 2300), ("几十", 20),
        ("数百", 200), ("十几", 10), ("二十几万", 200000),
    ],
)
def test_an_open_number_keeps_its_least_value_and_says_so(written: str, least: int) -> None:
    """余, 多, 几 and 数 leave the top open; the value is never more than what is sure."""
    number = read_number(written)
    assert number is not None
    assert number.value == least
    assert number.open


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [("二三十", 20, 30), ("十七八", 17, 18), ("三五百", 300, 500), ("两三千", 2000, 3000), ("四五", 4, 5)],
)
def test_two_neighbouring_digits_are_two_ends(written: str, low: int, high: int) -> None:
    """二三十 is twenty to thirty; neither end is the number."""
    number = read_number(written)
    assert number is not None
    assert (number.value, number.top) == (low, high)


@pytest.mark.parametrize("written", ["千", "万", "百", "亿", "百万", "三七", "", "元"])
def test_what_names_a_class_is_no_number(written: str) -> None:
    """千亩以上, 万元GDP and 三七 (not neighbours) state no one value."""
    assert read_number(written) is None


@pytest.mark.parametrize(
    ("written", "percent"), [("三", 30), ("三五", 35), ("七", 70), ("8", 80), ("三半", 35), ("半", 5)]
)
def test_tenths_are_per_cent(written: str, percent: int) -> None:
    """三成 is 30 %, 三成五 is 35 %."""
    assert read_tenths(written) == percent


@given(st.integers(min_value=1, max_value=99_999_999))
def test_every_whole_number_reads_back_from_its_chinese_form(number: int) -> None:
    """Places, zeros inside and 万 are read for all values, not only for the listed ones."""
    read = read_number(_chinese(number))
    assert read is not None
    assert read.value == number


@given(st.text(max_size=12))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    """Whatever stands where a number was expected gives a number or None."""
    read_number(text)
    read_tenths(text)


def _chinese(number: int) -> str:
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        rest = _chinese(low) if low else ""
        return _chinese(high) + "万" + ("零" if low and low < 1000 else "") + rest
    written, zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            written += ("零" if zero and written else "") + _DIGITS[digit] + name
            zero = False
        else:
            zero = True
    return written
